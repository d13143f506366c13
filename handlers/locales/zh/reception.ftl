# 下访接访：领导到群众家门口坐下来，谁来都接待。

menu-reception = 🪑 约领导当面谈
menu-receive = 接访日

## 预约

reception-none = 眼下没有安排接访日。不用等，有什么事直接写在这里，马上有人管。
reception-leader = 领导
reception-neighbour = 您的邻居
reception-which-day = 哪天方便？
button-reception-day = { $date }，{ $area }
button-reception-other-days = 别的日子
reception-which-time = { $date }，{ $host }在{ $place }（{ $area }）接待。{ $moved }{ $about }几点来？
reception-moved = 本来是{ $date }，那天放假，往后挪了。
reception-topics = 主要谈：{ $topics }。
reception-all-taken = { $date }，{ $host }，{ $place }：位子都约满了，{ $waiting ->
    [0] 还没人排队
   *[other] 有{ $waiting }个人在等
}。要不要先排上？一有空位就归您，马上告诉您。
button-reception-other-times = 别的时间
button-reception-wait = 好，给我排上
reception-last = { $date } { $time }，{ $place }，{ $host }。点一下就约好了。也可以写几个字，说说是什么事，写了也算约好。
reception-last-wait = { $date }，{ $place }，{ $host }。点一下就排上了。也可以写几个字，说说是什么事。
button-reception-book = ✅ 就约这个
button-reception-case = ✅ 谈 { $number }
button-reception-else = ✅ 谈别的事
button-reception-neighbour = 帮邻居约
reception-name = 邻居叫什么？到时候好叫人。
reception-phone = 邻居的电话？没有就点“跳过”。
reception-done = ✅ 约好了。
reception-nearest = { $time } 刚被约走，给您留了最近的：
reception-on-list = 位子约满了，给您排上队了。
reception-booked = 🪑 { $date } { $time }，{ $place }（{ $area }），{ $host }接待您。您是 { $number } 号。
reception-waits = 🪑 { $date }，{ $place }（{ $area }），{ $host }：您排在第 { $position } 位。一有空位，马上告诉您。
reception-for = 是帮{ $who }约的。
reception-case = 📄 您的 { $number }：{ $state }，{ $unit }，{ $date }前。
reception-case-over = 📄 您的 { $number }：{ $state }（{ $unit }）。照样欢迎您来谈。
button-reception-pass = 🎫 号票和日历
button-reception-move = 换个时间
button-reception-cancel = 我来不了
reception-pass-coming = 号票和日历马上发来。到时候报 { $number } 号也行。
reception-cancel-sure = { $number } 号不要了？会让给排队的人。
reception-leave-sure = 不排了？
button-reception-cancel-yes = 是，不要了
reception-cancelled = 好，谢谢您说一声，排队的人能来了。
reception-another = 还要再约，或者帮邻居约吗？
button-reception-another = 预约
reception-calendar = 接访日：{ $number } 号，{ $host }
reception-calendar-off = 已取消：接访日，{ $host }
reception-show-pass = 🎫 到门口给他们看：{ $number } 号。

## 提醒，和当天

notice-reception_tomorrow = 🪑 明天 { $time }，{ $place }，{ $host }接待您。您是 { $number } 号。手上有材料就带来。
notice-reception_soon = 🪑 今天 { $time }，{ $place }，{ $host }接待您。您是 { $number } 号。
notice-reception_filled = ✅ 有空位了，归您：{ $date } { $time }，{ $place }，{ $host }。您是 { $number } 号。来不了就点下面。
notice-reception_here = 🪑 签到了。您是 { $number } 号。{ $before ->
    [0] 下一个就是您。
   *[other] 前面还有 { $before } 位，大约{ $minutes }分钟。轮到您会告诉您。
}
notice-reception_next = 🪑 { $number } 号，下一个就是您，别走远。
notice-reception_called = 📣 { $number } 号，轮到您了：{ $room }。
notice-reception_missed = 刚才叫 { $number } 号，您不在。还来的话，到门口报号，给您加进去。
notice-reception_in_vain = { $host }这次接访没空出位子，让您白等了，对不住。有什么事直接写在这里，或者约下一次：/reception
notice-reception_off = 🪑 { $date }{ $more ->
    [0] { "" }
   *[other] 等{ $count }次
}{ $places ->
    [1] 在{ $place }
   *[other] { "" }
}的接访取消了：{ $reason } 您可以约别的日子，也可以直接写在这里。
notice-reception_several_changed = 🪑 跟您说一声，您约的接访有{ $count }次改了安排。
reception-several-more = 还有{ $count }次也改了。
reception-several-suit = 这样行吗？不点也没关系，就照现在的来。
button-reception-mine = 看我约的
reception-and = 、
reception-date-there = { $date }在{ $place }
notice-reception_changed = 🪑 跟您说一声，您约{ $host }见面的安排改了。
notice-reception_displaced = 🪑 跟您说一声，您约{ $host }见面的安排改了，您那个时间没有位子了，给您插到前头等，一有空位就归您。
reception-was = 原来：{ $date } { $time }，{ $place }。
reception-was-waits = 原来：{ $date }，{ $place }。
reception-now = 现在：{ $date } { $time }，{ $place }。您是 { $number } 号。
reception-now-waits = 现在：{ $date } { $from } 到 { $to }，{ $place }。您排在第 { $position } 位。
reception-topics-now = 现在主要谈：{ $topics }。
reception-topics-any = 现在什么事都能谈。
reception-suits = 这样行吗？不点也没关系，就照现在的来。
button-reception-keep = ✅ 行，就这样
reception-kept = ✅ 好，就这么定了。
notice-reception_pass = 🎫 { $number } 号。到门口给他们看。
notice-reception_calendar = 📅 放进手机日历用，点开就行。
notice-reception_taken_back = 📅 { $date } { $time }那次不办了，点开这个，手机日历里就去掉了。
notice-reception_no_pass = 号票没做出来，不要紧，到门口报 { $number } 号就行。

## 公开频道：发出去以后又变了的

notice-reception_public_changed = 🪑 更正：{ $count ->
    [1] 这次
   *[other] 这{ $count }次
}接访改了安排。
reception-public-was = 原来：{ $date } { $from } 到 { $to }，{ $host }在{ $place }（{ $area }）。
reception-public-now = 现在：{ $date } { $from } 到 { $to }，在{ $place }。
notice-reception_public_off = 🪑 更正：{ $count ->
    [1] 这次
   *[other] 这{ $count }次
}接访取消了，请别白跑一趟。
reception-public-day = · { $date } { $from } 到 { $to }，{ $host }在{ $place }（{ $area }）
reception-public-instead = 别的日子：给本服务发 /reception。有事也可以直接写给本服务。

## 说了什么

reception-said = 📝 记下的是：“{ $words }”
reception-said-answered = 当场答复：“{ $answer }”
reception-said-promised = 📅 答应{ $date }前：“{ $answer }”
reception-right = 对吗？对就点一下，有了号码就不会丢。
button-reception-right = ✅ 对
button-reception-wrong = 不太对
reception-fix = 该怎么写？请您完整写一遍。
staff-card-said-there = 🚪 接访时当面说的，本人在手机上点过“对”。
event-reception_heard = 接访时当面说的
event-reception_answered = 接访时当场答复：{ $words }
event-reception_promised = 接访时答应{ $until }前：{ $words }

## 办公室

notice-reception_host = 🪑 { $date } { $from } 到 { $to }，您在{ $place }（{ $area }）接访。
notice-reception_day_changed = 🪑 有变动：{ $host }{ $date } { $from } 到 { $to } 在{ $place }（{ $area }）接访。有关的人都知道了。
notice-reception_days_changed = 🪑 从{ $date }起有变动，那天{ $host }{ $from } 到 { $to } 在{ $place }（{ $area }）接访。{ $count ->
    [0] 已发布的不变，以后开放的都照这样
   *[other] 已发布的改了{ $count }次{ $further ->
        [0] { "" }
       *[other] ，以后开放的也照这样
    }
}。有关的人都知道了。
notice-reception_day_off = 🪑 { $date }{ $more ->
    [0] { "" }
   *[other] 等{ $count }次
}{ $places ->
    [1] 在{ $place }
   *[other] { "" }
}的接访取消了{ $ends ->
    [0] { "" }
   *[other] ，以后也不再定期
}：{ $reason } 约了的人都知道了。
notice-reception_opened = 🪑 可以约了：{ $host }{ $date } { $from } 到 { $to } 在{ $place }（{ $area }）接访。{ $moved }
notice-reception_series_ended = 🪑 { $rule }在{ $place }的接访不再往下排了：那位领导已经不管这里。已发布的不变。换人接着办的，请重新发布一天，再点“定期接访”。
notice-reception_left_out = 🪑 { $rule }在{ $place }的接访，{ $date }这次没排上，{ $host }那时在别处接访。可以另外发布一天。
notice-reception_list = 🪑 明天接访：{ $from } 到 { $to }，{ $place }。约了{ $booked }个。
notice-reception_owed = 🪑 { $date }的接访还没收尾：{ $numbers } 号没记接待结果。请说明情况，再收尾。
notice-reception_closed = 🪑 { $date }在{ $place }的接访结束了。{ $figures }
notice-reception_promise = 🪑 答应 { $number } 号{ $until }前：“{ $words }”。没有单位能接这件事，请您亲自过问。
button-reception-open = 打开

receive-none = 还没有安排接访日。发布一个，居民就能约。
receive-others = { $count ->
    [0] 再安排一天？
   *[other] 别的日子：
}
button-reception-announce = ➕ 发布接访日
receive-card = 🪑 { $date } { $from } 到 { $to }，{ $place }（{ $area }），{ $host }接待。{ $moved }
receive-cancelled = 已取消：{ $reason }
receive-counts = 约了 { $booked } · 到了 { $here } · 接待完 { $received }
receive-inside = { $room }：{ $number } 号
receive-next = 下一位：{ $number } 号
reception-figures = 来访{ $visitors }人（{ $visits }批），反映{ $matters }件（并入在办的{ $joined }件）。当场答复{ $on_the_spot }件，限期办理{ $promised }件，等本人确认{ $unconfirmed }件。预约{ $booked }个，没来{ $missed }个。
button-receive-list = 📋 名单
button-receive-off = 取消接访
button-receive-change = ✏️ 改一改
button-receive-repeat = 🔁 定期接访
button-receive-end-series = 不再定期
button-receive-write = ✍️ { $number } 号：记录
button-receive-received = ✅ { $number } 号：谈完了
button-receive-missed = { $number } 号：不在
button-receive-call = 📣 叫下一位
button-receive-check = 签到
button-receive-walk_in = 没预约的
button-receive-close = 收尾
button-receive-another = ✍️ 还有一件
receive-list-none = 还没人预约。
receive-line = { $number } 号 { $state }
receive-state-waiting = 排队
receive-state-booked = 已约
receive-state-here = 到了
receive-state-called = 在谈
receive-state-received = 谈完了
receive-state-missed = 没来
receive-state-cancelled = 取消了
receive-people = { $count }个人
receive-called = 📣 叫了 { $number } 号。
receive-done = { $number } 号谈完了。
receive-done-nothing = { $number } 号谈完了，没记什么。
receive-missed = { $number } 号不在。晚点来了，再签到就行。
receive-closed = 收尾了，辛苦了！
receive-here = 🪑 { $number } 号签到了。{ $before ->
    [0] 下一个就是。
   *[other] 前面还有 { $before } 位，大约{ $minutes }分钟。
}
receive-which = 几号？几个人一起来的，写成“7，3”。有号票的，用手机扫一下。
mistake-reception-number = 请打号数，几个人一起来的写在后面，比如“7，3”。
receive-how-many = 几个人一起进来？
receive-name = 叫什么？只有受理办公室看得到。
receive-phone = 电话？答复好送到。
receive-words = { $number } 号说了什么？一件一件记，用他自己的话。
receive-what = { $number } 号这件事怎么办？
receive-what-unit = 交单位办
receive-what-answered = 当场答复了
receive-what-promised = 答应限期办
receive-answer = 怎么答复的？来访人会看到。
receive-promise = 答应了什么？来访人会看到。
receive-by = 哪天之前？
receive-sent = 已发到 { $number } 号的手机上，等他点一下确认。也请念给他听。
receive-read-out = 请念给他听：“{ $words }”
receive-right = 对不对？问过他再点。

receive-area = 在哪里接访？点一个，或者打地名。
mistake-reception-area = 您管的地方没有这个名字。请打地名，比如“柳河镇”。
receive-host = 谁来接待？
receive-place = 在什么地方？写大家都知道的，比如“柳河镇政府一楼大厅”。
receive-day = 哪一天？
receive-hours = 几点到几点？比如“9:00-11:30，14:00-16:00”。
mistake-reception-hours = 没看懂是几点到几点。可以写“9:00-11:30，14:00-16:00”。
receive-length = 一位谈多久？
receive-minutes = { $count }分钟
receive-rooms = 分几个房间同时接待的，写房间，比如“一号室，二号室”。
button-receive-one-room = 就一间
receive-topics = 有没有主要谈的事？
button-receive-any-topic = 什么都行
receive-sure = { $date } { $hours }，{ $host }在{ $place }（{ $area }）接待。共{ $places }个位子，每位{ $minutes }分钟。发布后居民马上能约。{ $public }
receive-public = 县里的公开频道也发吗？要第二个人点头。
receive-goes-public = 📣 公开频道要请第二个人点头。
button-receive-announce = 发布
receive-announced = 发布了，居民现在能约了。点过要听这类消息的，白天会收到。
receive-change-what = 改什么？可以一起改几样，最后一次告诉有关的人。
receive-which-change = 只改这一次，还是从这一次起都改？
receive-which-off = 只取消这一次，还是从这一次起都取消？都取消的话，以后不再定期。
receive-which-one = 就这一次
receive-which-all = 这一次和以后的
receive-change-all = 一起改的：{ $days }{ $further ->
    [0] 。
   *[other] ，以后开放的也照这样。
}
receive-change-weekday = 星期几
receive-weekday = 以后改成哪一天？单独改过日子的那几次不变。
receive-change-day = 日期
receive-change-hours = 几点到几点
receive-change-length = 一位谈多久
receive-change-place = 地点
receive-change-rooms = 房间
receive-change-topics = 主要谈什么
receive-change-line = { $what }：{ $old } → { $new }
receive-change-counts = { $booked ->
    [0] 还没人预约。
   *[other] 约了{ $booked }个：钟点不变{ $kept }个，换钟点{ $moved }个，排到最前面等{ $waiting }个。跟谁有关就告诉谁，可以改约，也可以取消。
}
button-receive-change-yes = 改，告诉大家
button-receive-change-more = 还要改别的
receive-changed = 改好了。跟谁有关都告诉了，原来怎样、现在怎样，写得清清楚楚。
receive-changed-all = 改好了：{ $count ->
    [0] 以后开放的都照这样
   *[other] 已发布的{ $count }次{ $further ->
        [0] { "" }
       *[other] ，以后开放的也照这样
    }
}。跟谁有关都告诉了，原来怎样、现在怎样，写得清清楚楚。
receive-repeat-how = 多久一次？
receive-rule = { $nth ->
    [0] 每{ $weekday }
    [1] 每月第一个{ $weekday }
    [2] 每月第二个{ $weekday }
    [3] 每月第三个{ $weekday }
    [4] 每月第四个{ $weekday }
   *[other] 每月最后一个{ $weekday }
}
receive-repeat-sure = { $rule }，领导、地点、钟点都不变。接下来是：
receive-repeat-day = · { $date }
receive-repeat-moved = · { $date }（{ $holiday }放假）
receive-repeat-ahead = 提前{ $days }天开放预约。哪一次要改、要取消，单独办就行，也可以从哪一次起都改。
button-receive-repeat-yes = 🔁 好，定下来
receive-repeats = 🔁 { $rule }
receive-repeats-now = 定下来了。下一次能约的时候告诉您。
receive-series-sure = 以后不再定期了？已发布的不变，要取消也可以取消。
button-receive-series-yes = 是，不再定期
receive-series-over = 以后不再定期。已发布的不变。
receive-why-off = 为什么取消？约了的人都会看到。
receive-off = 取消了，约了的人都告诉了。
receive-off-all = 取消了{ $count }次，以后不再定期。约了的人都告诉了。

## 不行的，和能怎么办

refused-reception-over = 这次接访过了，或者取消了。别的日子：/reception。也可以直接写在这里。
refused-reception-not-today = 接访是{ $date }，到那天再点。
refused-reception-no-number = 这天没有 { $number } 号。
refused-reception-booked = 这天您已经约过了。点 /reception 能看到，也能换时间。
refused-reception-others = 一天最多帮别人约{ $most }个。
refused-reception-accuses = 您要说的事牵涉到接访的单位，该由上面的人来听。请直接写在这里，被说到的人看不到。或者先约上，不写是什么事。
refused-reception-no-place = 今天的时间都过了。直接到门口，会给您一个号。
refused-reception-full = 那时候没有空位。您原来约的不变。别的日子：/reception
refused-reception-times-changed = 这次接访刚改过时间，请您重新选，现在有这些：
refused-reception-begun = 已经开始了，或者已经有人来了，不能再改。来的人照样按顺序接待。
refused-reception-changed = 别的同志刚改过这一天，请再看一眼：/receive
refused-reception-same = 和原来一样，没改，也没打扰大家。
refused-reception-overlap = 这位领导{ $date }那个时间已经在{ $place }接访了。请换个时间，/back 退回上一步。
refused-reception-shift-past = { $date }已经过了。选个晚些的，或者从下一次接访起再改。
refused-reception-repeats = 这一天已经是定期的了，先停掉原来的再定。
refused-reception-no-rule = 这一天刚改过日子，请重新选多久一次。
refused-reception-series-over = 已经停了，不再定期。
refused-reception-past = 这次预约已经过了。点 /reception 看您约的。
refused-reception-waits = 您还在排队，一有位子就有号票。
refused-reception-here = { $number } 号已经签到了。
refused-reception-people = 一次最多{ $most }个人进来。其他人在外面等，或者另外拿号。
refused-reception-nobody = 现在没人在等。
refused-reception-rooms = 房间都有人。先记里面那位谈得怎么样。
refused-reception-not-here = { $number } 号还没签到。
refused-reception-not-called = { $number } 号不在房间里。
refused-reception-not-over = 还没完，约了的人可能还会来。
refused-reception-inside = { $number } 号来了，还没记接待结果，请先记上。
refused-reception-no-times = 这样排不出时间，或者超过{ $most }个。请换一换，/back 退回上一步。
refused-no-host = 那位领导不管这里。请重新来。
