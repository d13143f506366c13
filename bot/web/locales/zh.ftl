### 网页聊天和演示页上的文字。

## 两页共用

web-name = 家门口
web-name-other = Doorstep
web-language = 语言
web-skip = 直接去打字
web-noscript = 这个网页要用 JavaScript，请在浏览器里打开它。
web-conversation = 对话
web-message-label = 您要说的话
web-message-hint = 在这里打字
web-send = 发送
web-tries = 可以这样说
web-earlier = 看以前的
web-newer = 有新消息
web-unread = 新消息
web-you = 您
web-changed = 有改动
web-sending = 正在发…
web-not-sent = 没发出去。
web-retry = 再发一次
web-edit = 改一改
web-failed = 没办成，请再试一次。
web-offline = 网断了，正在重连。您写的都留着。
web-history-failed = 消息暂时打不开。
web-place-sent = 📍 我的位置
web-place-finding = 正在找您的位置…
web-place-refused = 看不到您在哪，没关系：把地点打出来就行，比如“刘家村水井旁边”。

## 聊天页

web-title = 家门口
web-tagline = 有事就说，像跟邻居说话一样
web-empty = 您有什么事？照平常说话那样写下来，剩下的我们来。

## 演示页

demo-title = 家门口：试一试
demo-what = 群众诉求聊天机器人：像跟邻居说话一样把事说出来，件件有编号、有人办、有期限，办没办好，居民说了算。
demo-only = 这是演示，写的话不会送到真的单位。
demo-reset = 从头再来
demo-reset-ask = 从头再来吗？这一页的消息都会清掉，时钟也拨回去。
demo-reset-no = 接着看
demo-people = 三个人
demo-resident = 居民
demo-cadre = 干部
demo-supervisor = 督办
demo-empty-resident = 点下面一句，或者自己写一句。
demo-empty-cadre = 还没有事。居民一交上来，这里马上看到。
demo-empty-supervisor = 眼下没有超期的。哪件晚了，这里会看到。
demo-clock = 时钟
demo-clock-reads = 时钟现在是
demo-to-clock = 去拨时钟
demo-move = 拨时钟
demo-hour = +1 小时
demo-day = +1 天
demo-week = +1 周
demo-guide = 六步看完
demo-step-1 = 当居民，说一件事
demo-step-2 = 看看卡片，点“交上去”
demo-step-3 = 当干部，把它接下来
demo-step-4 = 拨一拨时钟，看什么到点了
demo-step-5 = 当干部，写办得怎么样
demo-step-6 = 当居民，说办好了没有
demo-done = （做完了）
demo-due = 到点的事
demo-due-none = 拨一下时钟：提醒、期限、回访，到点就出现在这里。
