# 从 TOML 文件读问卷时，告诉读的人的话。

survey-file-waits = “{ $title }”等管这个地方的人在聊天里同意。
survey-file-sections = 每一题要单独写：先写一行 [[question]]，下面写这一题
survey-file-kind = 没有“{ $value }”这一种，只有：{ $kinds }
survey-file-count = 有{ $count }题，应该是1到{ $most }题
survey-file-title = 要1到{ $most }个字
survey-file-groups = 最多{ $most }组，不能重复，每组1到{ $length }个字
survey-file-over = 那天已经过了
