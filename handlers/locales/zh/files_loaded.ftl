# 从文件读政策、读问卷时，告诉读的人的话。

file-question = 第{ $number }题
file-none = 没有这个文件
file-utf8 = 不是 UTF-8 编码，请另存为 UTF-8 文本
file-toml = { $line ->
    [0] 没写完就到头了，看看是不是少了一个引号或者括号
   *[other] 第{ $line }行读不懂，看看是不是少了引号、括号或者等号
}
file-missing = 没有写
file-unknown = 没有这一项{ $meant ->
    [none] { "" }
   *[other] ，是不是想写 { $meant }？
}
file-text = 要写成引号里的文字
file-day = 要写成日期，不加引号，比如 2026-12-24
file-yes-no = 要写 true 或者 false，不加引号
file-texts = 要写成 [ ] 里的几段文字，比如 ["第一个", "第二个"]
file-area = 没有代码是“{ $code }”的地方
file-public = 里面有人名，公开频道谁都看得到

policy-files-wait = 等人同意的政策：{ $loaded }条。没有变的：{ $left }条。
policy-file-folder = 没有这个文件夹
policy-file-nothing = 里面没有 .md 文件
policy-file-head = 开头要有：一行 +++，下面写各项，再一行 +++
policy-file-title = 没有写，可是有这种话的全文
policy-file-long = 有{ $count }个字，最多{ $most }个
policy-file-long-text = 全文（{ $language }）有{ $count }个字，最多{ $most }个
policy-file-topic = 没有“{ $topic }”这个类别，只有：{ $topics }
policy-file-until = 比 since 还早
policy-file-document = 要写成引号里的文件名，几个文件就写在 [ ] 里
policy-file-documents = 写了{ $count }个文件，最多{ $most }个
policy-file-outside = “{ $name }”不在这个文件夹里
policy-file-gone = 没有“{ $name }”这个文件
policy-file-empty = “{ $name }”是空的
policy-file-large = “{ $name }”有{ $size } MB，最多{ $most } MB
policy-file-type = “{ $name }”不是 PDF、Word（.docx）、文字，也不是图片
