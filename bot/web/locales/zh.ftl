### 网页聊天和演示页上的文字。

## 两页共用

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

## 照片、语音、文件

web-attach = 发照片、视频或文件
web-to-be-sent = 要发的
web-take-away = 不发这个
web-files-many = 一次发十个。先发这些，再发别的。
web-file-coming = 还在路上…
web-file-lost = 没传到。
web-photo = 照片
web-voice-message = 语音
web-video = 视频
web-document = 文件
web-save = 存下来
web-close = 关上
web-voice = 不打字，说话
web-voice-listen = 刚才说的
web-voice-stop = 说完了
web-voice-discard = 不要了
web-voice-refused = 听不到您说话：这个网页不能用话筒。没关系，打字就行。

## 没收下的

web-error-empty = 还没写字呢。写几个字再发。
web-error-long = 太长了，一次收不下。请分成两三段发。
web-error-file-large = 太大了，最多收 20 MB。视频拍短一点，或者改发照片。
web-error-file-empty = 这个文件是空的，请重新选一次。
web-error-fast = 一下子发得太多了。等一分钟再发。
web-error-place = 地图上没有这个地方。把地点打出来就行，比如“刘家村水井旁边”。
web-error-session = 您离开有一阵子了。把这个网页重新打开就能接着说，您写的还在。
web-error-windows = 这个对话开的窗口太多了，请关掉几个。
web-error-request = 没看懂这条。请把网页重新打开，再发一次。
web-error-elsewhere = 这是从别的网站发来的，没有收。请打开我们自己的网页再写。
web-error-host = 这不是我们的网址。请用给您的那个网址打开。
web-error-missing = 这个网址没有东西。请从首页进来。

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
demo-about-resident = 说事、看进展、说办没办好
demo-about-cadre = 接件、回话、去现场、报结果
demo-about-supervisor = 单位负责人、受理员和督查员，这里由一个人演
demo-try-resident-1 = 书灯社区巷口的路灯坏了三天，晚上老人不敢出门
demo-try-resident-2 = 晒谷坪村的公路被大车压坏了，一下雨全是泥坑，电动车都过不去
demo-try-resident-3 = 自来水停了两天，没人说什么时候来
demo-try-cadre-1 = /cases
demo-try-supervisor-1 = /overdue
demo-due-accept = 还没人接：催办
demo-due-objection = 单位有异议，还没人定：往上报
demo-due-part-accept = 协办那份还没人接：催办
demo-due-part-due = 协办那份明天到期
demo-due-part-late = 协办那份晚了：往上报
demo-due-write-down = 语音还没写下来：一级一级往上提醒
demo-due-progress = 一周没消息：问承办人进展
demo-due-limit-half = 期限过半：提醒承办人
demo-due-limit-most = 期限只剩两成：提醒承办人
demo-due-limit-day = 期限快到：提醒承办人
demo-due-late = 过期了：往上报
demo-due-status = 给居民报平安：事还在办
demo-due-question = 再问一次居民
demo-due-details = 居民补充的情况，合成一条告诉承办人
demo-due-visit-tomorrow = 明天上门：两边都提醒
demo-due-visit-over = 上门之后：问问怎么样
demo-due-promise = 答应的日子快到了
demo-due-promise-late = 答应的日子过了：往上报
demo-due-pressed = 督办的日子：提醒单位，没回复就往上报
demo-due-back = 人回来了：代班的把事情还回去
demo-due-confirm = 再问居民，对答复怎么看
demo-due-silence = 居民没回音：先放一放，不算办好
demo-due-receipt = 看看书面答复送到居民手里没有
demo-due-by-hand = 答复要送到：再告诉上面
demo-due-review-soon = 申请复查的日子还剩五天：告诉居民
demo-due-review-last = 申请复查的日子还剩一天：告诉居民
demo-due-hearing-over = 听证会该开完了：问承办人
demo-due-stars = 请居民打个分
demo-due-still-solved = 四周回访：现在还好吗
demo-due-news = 跟着的居民：一批一批告诉他们有消息
demo-due-draft-left = 没写完的事：提醒一次
demo-due-draft-shelved = 没写完的事：先收起来
demo-due-digest = 每天一份汇总
demo-due-alarm-asked = 问有没有危险，没回音：请受理的同志看
demo-due-alarm-unseen = 还没人看：再告诉一次，也告诉上一级
demo-due-alarm-ring = 求助还没人接：再叫一遍，也叫上一级
demo-due-alarm-taken = 问接手的人，事情怎么样了
demo-due-extension = 申请延期还没定：再请负责人定
demo-due-recusal = 居民想换人还没定：再请负责人定
demo-due-meeting-tomorrow = 明天开会：两边都提醒
demo-due-meeting-over = 会开过了：请记一下结果
demo-due-hardship = 困难家庭：上门了没有
demo-due-upward = 紧急上报没人看到：再往上报
demo-due-child = 孩子自己写的：请受理的同志联系
demo-due-callback-late = 回访该做了
demo-due-callback-unanswered = 回访没回音：请打电话
