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
demo-resident = 居民
demo-cadre = 干部
demo-empty-resident = 点下面一句，或者自己写一句。
demo-empty-cadre = 还没有事。居民一交上来，这里马上看到。
demo-stories = 故事
demo-chairs = 您在这里演谁
demo-neighbour = 邻居
demo-reviewer = 复查员
demo-head = 负责人
demo-supervisor = 督查员
demo-leader = 县领导
demo-people = 这些人
demo-about-resident = 说事、看进展、说办没办好
demo-about-neighbour = 在别人的诉求上签名，进展一样知道
demo-about-cadre = 接件、回话、去现场、报结果
demo-about-reviewer = 上级单位的经办人：把定过的事再查一遍
demo-about-head = 单位负责人：换人、批延期
demo-about-supervisor = 县里的受理和督查：晚了的，由这里催
demo-about-leader = 分管副县长：最上面一级
demo-empty-neighbour = 还没有事。拿到链接的人，在这里签名。
demo-empty-reviewer = 还没有事。居民不服答复，可以请这里再查一遍。
demo-empty-head = 眼下没有超期的。本单位哪件晚了，这里会看到。
demo-empty-supervisor = 眼下没有超期的。单位没动静，就走到这里。
demo-empty-leader = 眼下没有事。下面没解决的，走到这里。
demo-clock = 时钟
demo-clock-reads = 时钟现在是
demo-to-clock = 去拨时钟
demo-move = 拨时钟
demo-hour = +1 小时
demo-day = +1 天
demo-week = +1 周
demo-done = （做完了）
demo-due = 到点的事
demo-due-none = 拨一下时钟：提醒、期限、回访，到点就出现在这里。
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
demo-due-task-soon = 限期任务快到日子：提醒一声
demo-due-task-day = 限期任务今天到期
demo-due-task-late = 限期任务过期：往上报
demo-due-task-asked = 限期任务想延期，还没人定
demo-due-brief = 每周的数字
demo-due-brief-waits = 给公众的简报等人看
demo-due-brief-lapsed = 给公众的简报没人点头
demo-due-ledger-waits = 公开账本的条目等人看
demo-due-ledger-lapsed = 公开账本没回音：就是不要

## 演示的故事

demo-scene-ask = 开始看“◌”吗？这一页的消息都会清掉，时钟也会拨动。
demo-scene-yes = 开始
demo-scene-over = 这个故事讲完了。可以接着玩，也可以换一个。
demo-scene-tour = 六步看完
demo-scene-late = 过期了往上走
demo-scene-time = 申请延期
demo-scene-review = 上级再查一遍
demo-scene-joint = 邻居一起签名
demo-scene-brief = 数字说了什么
demo-begins-tour = 台上还没有事，几个人都由您来演。
demo-begins-late = 路灯黑了六十天。干部接了件，一直没动静；今天是最后一天。
demo-begins-time = 水渠在重修，地太湿，只剩十一天，按期办不完了。
demo-begins-review = 路铺了石子，干部的书面答复刚到。居民一看，坑还在。
demo-begins-joint = 村里停水。居民要了一个签名链接，邻居刚把它点开。
demo-begins-brief = 路修好了，居民满意。过了一周，领导要看数字。
demo-step-tour-1 = 当居民，说一件事
demo-step-tour-2 = 看看卡片，点“交上去”
demo-step-tour-3 = 当干部，把它接下来
demo-step-tour-4 = 拨一拨时钟，看什么到点了
demo-step-tour-5 = 当干部，写办得怎么样
demo-step-tour-6 = 当居民，说办好了没有
demo-step-late-1 = 拨一天：期限过了
demo-step-late-2 = 当负责人，点号码打开
demo-step-late-3 = 再拨一周：往上走到督查员、县领导
demo-step-late-4 = 当督查员，点号码、“更多”、“督办”
demo-step-late-5 = 当干部，点“回复督办”
demo-step-late-6 = 当督查员，看看答复，点“可以了”
demo-step-time-1 = 当干部，点“看一看”，再点“更多”
demo-step-time-2 = 申请延期，说明理由
demo-step-time-3 = 当负责人，同意；看看居民收到什么
demo-step-time-4 = 拨时钟：走到新的期限去
demo-step-review-1 = 当居民，点“办了但我不服”
demo-step-review-2 = 申请复查，说说哪里不对
demo-step-review-3 = 当上级的复查员，接下来
demo-step-review-4 = 写答复：变更；发给居民
demo-step-review-5 = 拨到那一天：问复查员兑现了没有
demo-step-joint-1 = 当邻居，签名
demo-step-joint-2 = 当干部，写答复，发给居民
demo-step-joint-3 = 拨一小时：邻居也听到答复
demo-step-joint-4 = 当居民，说办好了没有
demo-step-brief-1 = 当领导，选最近90天：图和文字就来
demo-step-brief-2 = 当承办人，把这件放进公开账本
demo-step-brief-3 = 当居民，说让不让大家看
demo-step-brief-4 = 当督查员，看一遍，放进去
demo-try-tour-resident-1 = 书灯社区巷口的路灯坏了三天，晚上老人不敢出门
demo-try-tour-resident-2 = 晒谷坪村的公路被大车压坏了，一下雨全是泥坑，电动车都过不去
demo-try-tour-resident-3 = 自来水停了两天，没人说什么时候来
demo-try-tour-cadre-1 = /cases
demo-try-tour-supervisor-1 = /overdue
demo-try-late-cadre-1 = 灯头烧了，老配件已经停产
demo-try-late-cadre-2 = 新灯到了，明天就装
demo-try-late-supervisor-1 = 老人晚上不敢出门。卡在哪里，哪天能亮？
demo-try-time-cadre-1 = 下了三个星期雨，地太湿，混凝土浇不了
demo-try-review-resident-1 = 下了一夜雨，坑又出来了
demo-try-review-reviewer-1 = 去现场看过了：石子冲走了，路基是软的
demo-try-review-reviewer-2 = 路基排水，重新铺石子、压实
demo-try-review-reviewer-3 = 农村公路养护办法第九条
demo-try-joint-cadre-1 = 村里水井的水泵烧了
demo-try-joint-cadre-2 = 水泵换好了，家家都有水了
demo-try-joint-cadre-3 = 水泵在封闭的井里，拍不了
demo-try-joint-cadre-4 = 农村供水管理办法第十二条
demo-try-brief-resident-1 = /ledger

# 故事开头各人说的话

demo-say-channel = 浣溪湾村的水渠塌了一段，田里进不了水
demo-say-channel-1 = 去看过了，有二十米要重砌，正在找施工队报价
demo-say-channel-2 = 施工队进场了，地太湿，混凝土还浇不了
demo-say-road-news = 路段量过了，石料已经订好
demo-say-road-found = 路面坏了四十米，是采石场的大车压的
demo-say-road-done = 铺了石子，压实了
demo-say-road-no-photo = 完工时天黑了
demo-say-road-basis = 农村公路养护办法第九条
demo-say-water = 晒谷坪村自来水停了两天，家家没水做饭

## 公开账本

web-ledger-title = 反映了什么，办了什么
web-ledger-what = 不写名字，地方只到村。反映的人和办的单位都同意，也有人先看过。
web-ledger-place = 地方
web-ledger-everywhere = 所有地方
web-ledger-category = 哪类事
web-ledger-everything = 所有事
web-ledger-show = 看一看
web-ledger-none = 这里还没有。
web-ledger-pages = 翻页
web-ledger-newer = 新一些的
web-ledger-older = 早一些的
