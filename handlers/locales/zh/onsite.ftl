# 现场办公：去哪里、议程、现场、居民听到什么。

## 清单，下一站去哪里

menu-onsite = 现场办公
outing-list = 安排好的现场办公：
outing-list-none = 还没有安排现场办公。
outing-log = 去过的现场办公，最近的在前：
outing-log-none = 还没有去过哪里的记录。
outing-line-planned = 🚶 { $date }{ $time }：{ $place }。{ $people }
outing-line-over = ✅ { $date }：{ $place }，{ $count }件办了{ $worked }件{ $counted ->
    [0] { "" }
   *[other] ，一个月后办好{ $solved }件
}。{ $people }
outing-line-off = ✖️ { $date }：{ $place }，取消了：“{ $why }”
outing-opener = 🚶 { $place }，{ $date }
outing-button-next = 下一站去哪里
outing-button-log = 去过哪里
outing-next = 下一站去哪里，为什么。点一个村，就能定日子。
outing-next-none = 眼下没有要去的：都是不久前去过，或者已经定了日子。
outing-proposal = { $at }. { $place }：{ $why }
outing-why-and = ；
outing-why-silent = 一年没人反映过
outing-why-late = 过期{ $count }件
outing-why-open = 在办{ $count }件
outing-why-since = { $count }天没人去过
outing-why-never = 还没人去过
outing-why-far = 路上{ $count }分钟
outing-why-unhelped = 一年{ $count }件都是自己发的，没有电话、窗口来的，也没有替人写的：不会写的人没人听
outing-why-passed = 提了{ $count }次没去
outing-no-village = 不知道这个村。请写村名，比如：/onsite 枫桥村

## 一次现场办公

outing-card-planned =
    🚶 现场办公：{ $place }，{ $date }{ $time }
    在哪里碰头：{ $meet }
outing-card-over = ✅ 现场办公：{ $place }，{ $date }。{ $count }件办了{ $worked }件{ $counted ->
    [0] { "" }
   *[other] ，一个月后办好{ $solved }件
}。
outing-card-off = ✖️ 现场办公：{ $place }，{ $date }，取消了：“{ $why }”
outing-card-who = 一起来的：{ $people }。请来的单位：{ $units }。
outing-card-were = 去的人：{ $people }。请来的单位：{ $units }。
outing-card-promises = 以前在这里答应的，定日子时还没办完：
outing-meet-unsaid = 还没定
outing-units-none = 没有
outing-line = { $at }. { $number } · { $category } · { $place }：{ $what }
outing-stands-asked = 问了居民来不来
outing-stands-coming = 居民在场
outing-stands-alone = 居民不来
outing-stands-decided = 定了
outing-stands-missing = 定了，还有单位没确认
outing-button-call = 请单位到场
outing-button-off = 这次不去了
outing-button-close = 收尾
outing-button-join = 一起带队
outing-button-agenda = 议程
outing-button-return = { $date }回{ $place }看
outing-button-another-day = 换个日子
outing-button-item = 打开
outing-button-note = 记一笔
outing-button-decide = 定下来
outing-button-give = 谁来办
outing-button-agree = 我们单位同意
outing-ask-day = 去{ $place }现场办公，哪一天？
outing-ask-meet = { $place }：在哪里碰头？来的人看得到。
outing-ask-why = 为什么去不成？要来的人和居民都看得到。
outing-ask-unit = 现场要哪个单位？打名字里的几个字。
outing-said-planned = 定了：{ $place }，{ $date }{ $time }。{ $count ->
    [0] 眼下没有在办的事，去听一听。
   *[other] 议程上{ $count }件，承办的同志一起来，居民也问了。
}
outing-said-return = 定了：{ $place }，{ $date }{ $time }。议程上在办的{ $count }件，答应过的{ $promises }件。要来的人都告诉了。
outing-said-called = { $unit }也请来了。
outing-said-off = 取消了，原因都告诉了。
outing-said-closed = 收尾了。{ $count }件办了{ $worked }件，每位居民都告诉了。任务在 /tasks。
outing-button-move = 改日子
outing-button-meet-stays = 还在老地方
outing-said-moved = 改好了，原来怎样、现在怎样，有关的人都告诉了。
outing-button-calendar = 📅 放进日历
outing-entry-coming = 日历用的马上发来。
outing-calendar = { $place }现场办公
outing-calendar-off = 取消：{ $place }现场办公

## 现场

outing-item = 🚶 { $number } · { $category } · 📍 { $place }（{ $what }）
outing-item-words = 反映的事：“{ $words }”
outing-item-name = 反映人，愿意让大家知道：{ $name }
outing-item-note = 📝 { $time }：{ $words }{ $files ->
    [0] { "" }
   *[other] { " " }📷 { $files }
}{ $spot ->
    [0] { "" }
   *[other] { " " }📍 { $spot }
}
outing-item-decided = ⚖️ 定了：{ $words }
outing-item-missing = 还没确认：{ $units }
outing-ask-notes = { $number }：看到什么？文字、照片、位置，想到就发，信号不好晚到的也归得上。发完点“定下来”。
outing-noted = { $number }：记了{ $count }条。
outing-ask-decided = { $number }：怎么定？收尾以后居民看得到。
outing-ask-what = { $number }：要办什么？
outing-ask-who = 哪个单位办？
outing-ask-by = 哪天前办好？超过{ $days }天的，中间要有几个日子，由承办的自己定也行。
outing-said-given = { $unit }来办，{ $date }前。
outing-said-agreed = 您单位的意见记下了。

## 工作人员听到的

notice-outing_where = 🧭 新的一季：下一站去哪里，为什么。点一个村，就能定日子。
notice-outing_cluster = 🧭 一个村好几件过期了，该去一趟：
notice-outing_planned = 🚶 请一起来：{ $place }现场办公，{ $date }{ $time }。碰头：{ $meet }
notice-outing_moved = 🚶 改日子了：去{ $place }现场办公，现在是{ $date }{ $time }。在哪里碰头：{ $meet }
outing-was = 原来：{ $date }{ $time }。在哪里碰头：{ $meet }
notice-outing_called = 🚶 现场要您单位来人：{ $place }，{ $date }{ $time }。碰头：{ $meet }
notice-outing_joined = 🚶 { $person }也带队去{ $place }（{ $date }），一份议程一起办。
notice-outing_off = ✖️ { $place }现场办公（{ $date }）取消了：“{ $why }”
notice-outing_tomorrow = 🚶 明天{ $time }：{ $place }现场办公。碰头：{ $meet }
notice-outing_over = 🚶 { $place }现场办公（{ $date }）的日子过了。请收尾，居民等着听；没去成，就点“这次不去了”。
notice-outing_return = 🚶 { $place }：{ $date }答应的还没办完。点一下，就定回去看的日子：
notice-outing_agree = ⚖️ { $number }（{ $place }）现场定了：“{ $words }” 您单位同意吗？
notice-outing_agreed = ⚖️ { $number }（{ $place }）几家都同意了：“{ $words }”

## 居民听到的

outing-button-coming = 我在场
outing-button-not-coming = 我不来
outing-button-named = 可以
outing-button-unnamed = 先不说
outing-ask-name = 您的名字，能让来的人知道吗？
outing-coming = 好，他们来找您。
outing-not-coming = 没关系，照样办。
outing-named = 记下了，来的人知道您的名字。
outing-unnamed = 记下了，来的人不知道您的名字。
outing-found-nothing = 见下面定的
outing-result-task = 🗓 { $by }，{ $until }前：{ $what }
notice-outing_invited = 🚶 { $number }：{ $day }{ $time }，干部到您村里现场看这件事。您想在场吗？
notice-outing_tomorrow_resident = 🚶 { $number }：明天{ $time }起，他们来看这件事。
notice-outing_moved_resident = 🚶 { $number }：他们改在{ $day }{ $time }来，不是{ $was }{ $before }了。您在场吗？不点也没关系，照您上次说的来。
notice-outing_off_resident = 🚶 { $number }：{ $day }来不了。原因：{ $why } 事情接着办。
notice-outing_not_reached = 🚶 { $number }：{ $day }他们来了，没轮到这件。事情接着办，我盯着。
notice-outing_result = 🚶 { $number }，现场看了。查到：{ $found }。定了：{ $decided }
resident-short-outing_invited = 干部要到村里来
resident-short-outing_tomorrow_resident = 他们明天来
resident-short-outing_moved_resident = 他们改日子来
resident-short-outing_off_resident = 来不了
resident-short-outing_not_reached = 来了，没轮到
resident-short-outing_result = 现场定了
notice-outing_entry = 📅 { $date } { $time }，{ $place }现场办公，放进手机日历用，点开就行。
notice-outing_entry_off = 📅 { $date }{ $place }的现场办公，点开这个，手机日历里就去掉了。

## 经过

event-outing_planned = { $at }现场办公，列进了议程
event-outing_moved = 现场办公改到{ $at }
event-outing_off = 现场办公取消了：{ $why }
event-outing_noted = { $person }现场记：{ $words }
event-outing_decided = { $person }现场：查到{ $found } 定了{ $words }
event-outing_agreed = { $unit }同意现场定的
event-outing_result = 现场：查到{ $found } 定了{ $words }

## 办不了的

refused-outing-there = 那里已经定了日子，就是这一次。点“一起带队”，一份议程一起办。
refused-outing-over = 这次已经结束了。
refused-outing-same = 和原来一样，谁也没告诉。
refused-outing-early = 还没到日子。
refused-outing-agree = 还有{ $count }件有单位没确认，看议程。
refused-outing-nothing = 眼下没有要您单位确认的。
refused-outing-unit = 这个单位还没请来。先在议程下面点“请单位到场”。
refused-outing-leaders = 下一站去哪里，由领导和他们的办公室看。
