# 从 TOML 文件读问卷时，告诉读的人的话。

survey-file-waits = “{ $title }”等管这个地方的人在聊天里同意。
survey-file-colon = ：
survey-file-question = 第{ $number }题
survey-file-none = 没有这个文件
survey-file-utf8 = 不是 UTF-8 编码，请另存为 UTF-8 文本
survey-file-toml = { $line ->
    [0] 没写完就到头了，看看是不是少了一个引号或者括号
   *[other] 第{ $line }行读不懂，看看是不是少了引号、括号或者等号
}
survey-file-missing = 没有写
survey-file-unknown = 没有这一项{ $meant ->
    [none] { "" }
   *[other] ，是不是想写 { $meant }？
}
survey-file-text = 要写成引号里的文字
survey-file-day = 要写成日期，不加引号，比如 2026-12-24
survey-file-yes-no = 要写 true 或者 false，不加引号
survey-file-texts = 要写成 [ ] 里的几段文字，比如 ["自来水", "水井"]
survey-file-sections = 每一题要单独写：先写一行 [[question]]，下面写这一题
survey-file-kind = 没有“{ $value }”这一种，只有：{ $kinds }
survey-file-count = 有{ $count }题，应该是1到{ $most }题
survey-file-title = 要1到{ $most }个字
survey-file-public = 里面有人名，公开频道谁都看得到
survey-file-groups = 最多{ $most }组，不能重复，每组1到{ $length }个字
survey-file-area = 没有代码是“{ $code }”的地方
survey-file-over = 那天已经过了
