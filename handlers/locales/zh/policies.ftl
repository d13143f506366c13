# 政策：查、问、写、批。写政策的人和批的人不是同一个。

## 居民

menu-policies = 查政策
button-policies = 📖 查政策
policies-ask = 想知道哪方面的政策？用自己的话问我，比如“八十岁老人有补贴吗”。下面是最近的：
policies-ask-none = 想知道哪方面的政策？用自己的话问我，比如“八十岁老人有补贴吗”。
policies-enough = 问的是这个吗？不是就点“不是这条”，或者换句话再问。
policies-none = 没找到合适的政策。换句话再问，或者点下面，让办公室给您答复。
policies-no-more = 别的没有了。换句话再问，或者点下面，让办公室给您答复。
policies-was-enough = 好，帮上忙就好。还想查，随时发 /policies。
button-policy-next = 不是这条
button-policy-whole = 看全文
button-policy-more = 往下看
policy-head =
    📖 { $title }
    { $plain }
policy-line = { $title }（{ $source }）
policy-other-language = （这一条只有英文。）
policy-link = 原文：{ $link }
policy-documents = 📎 附原件{ $count }份
button-policy-document = 📎 看原件
policy-document = 📎 { $title }{ $count ->
    [1] { "" }
   *[other] （第{ $number }份，共{ $count }份）
}
answer-document = 📎 出自原件“{ $title }”
policy-document-long = 📎 原件太长，只查得到前{ $most }个字。
policy-document-coming = 📎 { $title }：原件还在路上，过一分钟再点一次。
policy-document-lost = 📎 { $title }：原件没收到，或者已经不在了。写政策的人可以再放一次。
policy-document-empty = 📎 { $title }：原件是空的。写政策的人可以换一份。
policy-document-type = 📎 { $title }：原件不是PDF、Word（.docx）、纯文本或图片。写政策的人可以换一份。
policy-areas = 适用：{ $areas }
policy-topics = 关于：{ $topics }
policy-since = { $date }起
policy-until = 到{ $date }为止
policy-not-now = ⏳ 现在不在有效期内。

button-policy-basis = 📖 看依据
staff-ask-basis-policies = 依据哪条规定？点下面一条，或者写出名字，比如“供水条例第十二条”。

## 办成过的

staff-solved-like = 💡 类似的事，以前这样办成过（居民说办好了）：
staff-solved-like-line = · { $place }，{ $date }：{ $done }

## 常用回复

menu-replies = 本单位的常用回复
canned-list = 本单位的常用回复（{ $count }）：
canned-none = 本单位还没有常用回复。写一条，问居民、报进展时点一下就能用。
canned-line = · { $title }：{ $words }
button-canned-write = 写一条
button-canned-drop = 去掉：{ $title }
canned-ask-title = 叫什么？几个字，好找。
canned-ask-words =
    怎么说？会变的地方用花括号，发之前自动填：
    { $example }
    要自己填的写一对空的花括号。
canned-example = {"{编号} {地点} {类别} {单位} {日期}"}
canned-kept = 存好了：{ $title }。本单位的人都能用。
canned-dropped = 去掉了：{ $title }。
canned-shown =
    居民会看到：
    { $words }

    行就点“就这样发”；要改，把改好的整段发给我。
canned-blank =
    还有空要填。照着写好，整段发给我：
    { $words }
button-canned-use = 就这样发
refused-canned-unit = 常用回复是单位的，您还没有单位里的职务。
refused-canned-long = 太长了，最多{ $limit }个字。
refused-canned-place = 没有“{ $name }”这一项。能填的有：编号、地点、类别、单位、日期。
refused-canned-names = 里面有人名或号码。常用回复会发给很多人，请去掉再存。
refused-canned-full = 一个单位最多{ $limit }条，先去掉几条。

## 写和批

button-policy-write = 写一条政策
button-policies-waiting = 等批准的
button-policy-send = 交给别人批准
button-policy-approve = 批准
button-policy-return = 退回
button-policy-change = 改一处
button-policy-translate = 加上英文
button-policy-withdraw = 撤下
policy-ask-title = 政策叫什么？短一点，居民一看就懂，比如“高龄津贴”。
policy-ask-plain = 用大白话说：谁能享受、多少、怎么办？三百字以内。
policy-ask-text = 全文或要点发在这里。没有就跳过。
policy-ask-document = 有原件吗？把PDF、Word文件（.docx）或者拍的照片发来，居民点一下就能看。
policy-mistake-document = 这里能收PDF、Word文件（.docx）、纯文本（.txt、.md）和照片，谁都打得开。
policy-mistake-document-empty = 这个文件是空的，请把对的发来。
policy-no-document = 不要原件
policy-ask-public = 批准以后，也发到全县的公开频道吗？
policy-goes-public = 📣 批准以后，也会发到公开频道。
policy-ask-source = 出处是哪里？写文件名或单位，比如“民政局〔2026〕3号”。
policy-ask-topic = 关于哪一类？
policy-any-topic = 不分类
policy-ask-area = 在哪里适用？
policy-ask-until = 到哪天为止？
policy-no-end = 没有期限
policy-ask-title-other = 用英文，政策叫什么？
policy-ask-plain-other = 用英文大白话说：谁能享受、多少、怎么办？
policy-ask-text-other = 英文全文或要点。没有就跳过。
policy-shown =
    居民会看到：

    { $policy }
policy-written = 写好了：{ $title }。已经请别人批准，批准以后居民才看得到。
policy-written-nobody = 写好了：{ $title }。眼下没有别人能批准，请管理员安排一位；两个工作日后会再找人。
policy-ask-field = 改哪一处？
policy-field-title = 名字
policy-field-plain = 大白话
policy-field-text = 全文
policy-field-source = 出处
policy-field-until = 期限
policy-field-document = 原件
policy-field-public = 公开频道
policy-ask-words = 新的怎么写？
policies-waiting = 等着的政策（{ $count }）：
policies-waiting-none = 没有等您批准的政策。
policy-state-waiting = 等批准
policy-state-returned = 退回了
policy-state-shown = 居民看得到
policy-state-replaced = 有了新的
policy-state-withdrawn = 已撤下
policy-why = { $state }：{ $why }
policy-approved = 批准了：{ $title }。居民现在看得到。点过要听这类消息的，白天会收到。
policy-ask-return = 哪里要改？写一句给写的人。
policy-returned = 退回了：{ $title }。写的人会看到您的话。
policy-ask-withdraw = 为什么撤下？写一句。
policy-withdrawn = 撤下了：{ $title }。居民看不到了。
notice-policy_waits = 📖 有一条政策等您批准：{ $title }（{ $source }）。批准以后居民才看得到。
notice-policies_loaded = 📖 有{ $count }条政策从文件读进来，等您批准：/approve
notice-policy_approved = 📖 { $person }批准了“{ $title }”，居民现在看得到。
notice-policy_returned = 📖 { $person }退回了“{ $title }”：{ $why }
notice-policy_withdrawn = 📖 { $person }撤下了“{ $title }”：{ $why }
notice-policy_ends = 📖 “{ $title }”{ $date }到期，之后居民就看不到了。还管用的话，请改期限。
refused-policy-not-yours = 您的职务管不到这条政策的适用范围。换一个您管的地方，或者请上级来写。
refused-policy-own = 自己写的，要别人来批准。
refused-policy-over = 这条政策已经不在了，不能再改。要用就写一条新的。
refused-policy-overtaken = 原来那条已经换过或撤下了，这一版不能再批。请退回，让写的人看看。
refused-policy-empty = 名字、大白话和出处都要有。
refused-policy-long = 太长了：{ $field ->
    [title] 名字
    [plain] 大白话
    [source] 出处
   *[text] 全文
} 最多{ $limit }个字。
refused-policy-documents = 一条政策最多放{ $limit }份原件。
refused-policy-document-coming = 原件还在路上。过一分钟再打开这条政策，看过以后再批。
refused-policy-document-lost = 原件没收到。请退回，让写的人再放一次。
refused-policy-document-empty = 原件是空的。请退回，让写的人换一份。
refused-policy-document-type = 原件不是PDF、Word（.docx）、纯文本或图片。请退回，让写的人换一份。
refused-policy-topic = 没有这个类别。
refused-policy-area = 没有这个地方。
refused-policy-days = 结束的日子比开始的还早，请改一改。
