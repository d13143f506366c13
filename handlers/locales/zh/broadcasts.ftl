# 有人要的消息：居民想听什么、哪里的，一下就能退；办公室写、第二个人点头才发。

## 说的是什么

topic-notice = 停水停电、修路、天气
topic-reception = 领导接访、上门办公
topic-policy = 政策和补贴
topic-survey = 问问大家
topic-brief = 报了什么、办了什么
topic-gone = 已经不再发的消息
topic-any = 各种消息
news-and = 、
language-zh = 中文
language-en = 英文

## 居民：想听什么

menu-news = 想听什么消息
button-news = 🔔 想听什么消息
news-none = 想听家门口的消息吗？停水停电、领导接访、政策补贴。您不点，我们什么都不发。白天才发，随时能退。
button-news-all = 🔔 都要
button-news-choose = 我挑几样
news-where = 您住哪儿？点一下，或者打村名、镇名。
place-which = 叫这个名的不止一处，是哪一处？
mistake-area = 这个地名没找着。打村名或镇名试试，比如“枫桥村”。
news-set = 🔔 好。{ $areas }的{ $topics }，有了就告诉您，晚上不吵您。
button-news-change = 改一改
news-mine = 🔔 您在听：{ $areas }的{ $topics }。
button-news-topics = 听什么
button-news-more = ➕ 再加一个地方
button-news-less = 不听{ $area }的了
button-news-off = 🔕 都不听了
news-topics = { $areas }：想听哪几样？点一下就记下，再点就去掉。
news-ticked = ✅ { $topic }
news-unticked = ⬜ { $topic }
news-off = 🔕 好，以后不发这些了。您自己的事有进展，照样告诉您。
button-news-again = 又想听了
button-news-leave = 🔕 不再收
news-left = 🔕 好，{ $topics }不再发给您。您自己的事有进展，照样告诉您。
button-news-slip = 点错了，还要
news-stays = 🔔 好，照旧发给您。
refused-news-places = 最多听{ $most }个地方的。先去掉一个，再加这个。

## 发出去的样子

broadcast-words = 📢 { $words }
broadcast-label = { $topic }：{ $name }
broadcast-reception = 🪑 { $date }{ $from }到{ $to }，{ $host }在{ $place }（{ $area }）接访，谁来都行。{ $moved }{ $about }
broadcast-policy = 📖 { $title }：{ $plain }
broadcast-public-reception = 要约时间，给本服务发 /reception。没约的当天也接待。
broadcast-public-survey = 住在{ $area }的都可以答：给本服务发 /surveys。
broadcast-foot = 您点过要听{ $area }的{ $topic }。

## 办公室：写

menu-broadcast = 发消息给订了的居民
broadcast-ask-topic = 说的是什么？只发给点过要听这一样的人。
broadcast-everybody = 点过要听任何一样的人
broadcast-ask-area = 发给哪里？那里和下面各村都在内。点一下，或者打名字。
mistake-broadcast-area = 这个地方不归您发。换一个您管的地方。
broadcast-ask-words = 请写正文，最多600个字。短、白、说清日子和去处；别写人名。
broadcast-ask-other = { $language }怎么说？跳过的话，看{ $language }的人也收到您刚写的。
broadcast-ask-public = 县里的公开频道也发吗？
broadcast-public-yes = 也发
broadcast-public-no = 不发
broadcast-and-public = ，还有公开频道
broadcast-draft =
    👆 发出去就是这个样子。
    发给{ $area }，{ $topic }{ $public }：{ $people }人收得到，{ $blocked }人停用了，不算在内。
    大约{ $minutes }分钟发完；现在开始，{ $over }前发完。要第二个人点头。
button-broadcast-ask = 请人点头
button-broadcast-drop = 🗑 不发了

## 办公室：点头、跟着看

broadcast-waiting =
    等第二个人点头。
    发给{ $area }，{ $topic }{ $public }：{ $people }人收得到，{ $blocked }人停用了，不算在内。
    大约{ $minutes }分钟发完；现在开始，{ $over }前发完。
broadcast-waiting-public =
    👆 发到公开频道就是这个样子，谁都看得到。等第二个人点头。
    { $area }点过要听这类消息的，不用等，照样收到。
button-broadcast-approve = ✅ 发
button-broadcast-refuse = 不发
broadcast-ask-why = 为什么不发？一句话，写的人看得到。
broadcast-running =
    📢 在发：{ $area }，{ $topic }{ $public }。
    { $all }人里，{ $sent }人收到了。还要大约{ $minutes }分钟，{ $over }前发完。
    { $became }
broadcast-resting =
    🌙 夜里不发，天亮接着：{ $area }，{ $topic }{ $public }。
    { $all }人里，{ $sent }人收到了。{ $over }前发完。
    { $became }
broadcast-stopped =
    ⏸ 停着：{ $area }，{ $topic }{ $public }。
    { $all }人里，{ $sent }人收到了。接着发还要大约{ $minutes }分钟。
    { $became }
broadcast-done =
    ✅ 发完了：{ $area }，{ $topic }{ $public }。{ $sent }人收到了。
    { $became }
broadcast-ended =
    ⏹ 到此为止：{ $area }，{ $topic }{ $public }。{ $sent }人收到了。
    { $became }
broadcast-became = 停用的{ $blocked }人，退订的{ $left }人，没发成的{ $failed }人。
button-broadcast-stop = ⏸ 停
button-broadcast-look = 看看
button-broadcast-on = ▶️ 接着发
button-broadcast-end = ⏹ 到此为止
button-broadcast-new = ➕ 写一条新的
broadcast-list = 您这里的消息（{ $count }条）：
broadcast-state-draft = 草稿
broadcast-state-waiting = 等点头
broadcast-state-running = 在发
broadcast-state-stopped = 停着
broadcast-state-done = 发完
broadcast-state-ended = 中止
broadcast-did-ask = 好，已经请管这里的人点头。点了头就发，也会告诉您。
broadcast-did-drop = 好，不发了，谁也没收到。
broadcast-did-approve = 好，开始发。夜里停，天亮接着。
broadcast-did-refuse = 好，不发，已经告诉写的人。
broadcast-did-stop = ⏸ 停了。正在发的那几条还会到，没发的都留着。
broadcast-did-on = ▶️ 接着发。
broadcast-did-end = ⏹ 到此为止，没发的不发了。
refused-broadcast-not-yours = 发消息是科室负责人、受理办公室、领导和管理员的事。
refused-public-names = 里面有人名，公开频道谁都看得到。请去掉名字（/back 可以回去改），或者选“不发”。
refused-broadcast-second = 自己写的，要第二个人点头。
refused-broadcast-over = 这条已经不是那个样子了，用 /broadcast 看看现在怎样。
refused-broadcast-overtaken = 不用发了：说的那件事已经取消，或者已经过去。
refused-broadcast-nobody = 这里没有第二个人能点头。请管理员先给受理办公室或领导安排人。

## 告诉办公室的

notice-broadcast_asked = 📢 有一条消息等您点头：发给{ $area }，{ $topic }{ $public }。“{ $words }…” 看一看，再定发不发。
notice-broadcast_approved = ✅ 您写的消息有人点头了，开始发：“{ $words }…”
notice-broadcast_refused = 您写的消息没有发：“{ $words }…” 理由：{ $why }
notice-broadcast_done = ✅ 发完了：“{ $words }…” { $sent }人收到。{ $became }
notice-broadcast_waits = 📢 这条消息还等着您定：“{ $words }…”（{ $area }，{ $topic }{ $public }）
