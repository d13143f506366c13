# 评分：只有数，没有名字。

staff-ratings = { $unit }：{ $count }次评分，平均{ $stars }颗星。
staff-ratings-few = { $unit }：评分还不满{ $few }次，先不看。
staff-ratings-foot = 每满{ $few }次新的才更新。谁打的、哪件事打的，谁也看不到；不给人排名。
menu-ratings = 居民给单位打的星
