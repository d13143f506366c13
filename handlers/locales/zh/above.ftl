# 上面的人：逐级提醒、督办、领导包案、挂牌，和每天早上的一条汇总。

## 逐级提醒：各级岗位；哪一级没人，就明说

post-cadre = 承办人
post-head = 负责人
post-dispatcher = 受理员
post-supervisor = 督查员
post-leader = 分管领导
post-admin = 管理员
people-and = 、
gap-vacant = { $where }没有{ $post }，所以告诉您。
gap-away = { $where }的{ $post }不在，所以告诉您。
event-rung_passed = { $gap ->
    [vacant] { $where }没有{ $post }，告诉了{ $people }
   *[away] { $where }的{ $post }不在，告诉了{ $people }
}

## 督办

staff-above = 督查员
staff-button-press = 督办
staff-button-answer_press = 回复督办
staff-button-accept_press = 可以了
staff-button-return_press = 退回重答
staff-button-ready = 没有剩下的
staff-ask-press = { $number }：要{ $unit }说清什么？您的话他们看得到，居民看不到。
staff-ask-press-day = { $number }：哪天前回复？法定期限还是{ $limit }。
staff-ask-press-found = { $number }：{ $above }要求{ $until }前回复：“{ $asks }”先说：查到什么？
staff-ask-press-done = 做了什么？
staff-ask-press-ready = 剩下的哪天前办好？
staff-ask-press-back = { $number }：答复里还差什么？{ $unit }看得到。
staff-pressed = 已要求{ $unit }{ $date }前回复。居民知道{ $number }有人在过问。
staff-press-answered = 发出去了。{ $number }行不行，等督办的人说。
staff-press-accepted = 收下了。
staff-press-returned = { $number }退回{ $unit }重答，{ $date }前。
staff-card-press = 🔎 { $above }要求{ $until }前回复：“{ $asks }”
staff-card-press-back = 退回：“{ $back }”
staff-card-press-answer = 已回复。查到：“{ $found }”做了：“{ $done }”
staff-card-press-answer-ready = 已回复。查到：“{ $found }”做了：“{ $done }”剩下的{ $ready }前。
notice-press = 🔎 { $above }督办{ $number }（{ $place }，{ $category }），{ $until }前回复：“{ $asks }”
notice-press_due = 🔎 { $number }（{ $place }，{ $category }）给{ $above }的回复{ $until }到期：“{ $asks }”
notice-press_late = ⚠️ { $number }（{ $place }，{ $category }）{ $above }要{ $unit }{ $until }前回复，到现在没有。
notice-press_answered = 🔎 { $number }（{ $place }）{ $unit }回复了。查到：“{ $found }”做了：“{ $done }”这样行吗？
notice-press_answered-ready = 🔎 { $number }（{ $place }）{ $unit }回复了。查到：“{ $found }”做了：“{ $done }”剩下的{ $ready }前。这样行吗？
notice-press_accepted = { $number }（{ $place }）督办的回复通过了。案子接着办，{ $left }。
notice-press_returned = 🔎 { $number }（{ $place }）回复退回来了：“{ $back }”请{ $until }前重答。
notice-press_closed = { $number }（{ $place }）已经办结，您的督办也到此为止。
notice-press_merged = 您督办的那件并到{ $number }（{ $place }）一起办了。还要督办，请在这件上点。
staff-short-press_merged = 您督办的并到这件了
staff-short-press = 督办，等回复
staff-short-press_due = 督办快到期了
staff-short-press_late = 督办还没回复
staff-short-press_answered = 单位回复您了
staff-short-press_accepted = 督办的回复通过了
staff-short-press_returned = 督办的回复退回来了
staff-short-press_closed = 您督办的已办结
event-press = { $person }督办，{ $until }前回复：{ $words }
event-press_answered = { $person }回复督办：{ $words }
event-press_accepted = { $person }认可了回复
event-press_returned = { $person }退回重答，{ $until }前：{ $why }
event-press_passed = 督办改由{ $person }接
event-press_missed = 督办没有回复，告诉了{ $people }
event-taken_up = 上面在过问，{ $until }前要说法
event-taken_up-staff = 告诉了居民：上面在过问
notice-taken_up = { $number } 现在{ $unit }的上级也在过问了，要他们{ $until }前说清办得怎样。您不用做什么，有结果我们告诉您。
resident-short-taken_up = 上面在过问

## 领导包案

staff-a-leader = 分管领导
staff-button-own = 这件我来包
staff-button-decline_own = 我不包
staff-button-propose_owner = 请领导包案
staff-ask-owner = { $number }：请哪位领导包案？要本人点头。
staff-owned = 归您包案了，居民也知道了。
staff-owner-asked = { $number }已请{ $person }包案，要本人点头。
staff-owner-declined = { $number }：知道了，也告诉了请您的人。
staff-card-owned = ⭐ { $person }包案
staff-card-owner-asked = 已请{ $person }包案，还没点头
notice-own_asked = ⭐ { $person }请您包案：{ $number }（{ $place }，{ $category }），{ $left }。居民会知道您的职务。
notice-own_declined = { $number }（{ $place }）{ $person }不包。另请一位吗？
notice-owned_cadre = ⭐ { $number }（{ $place }）由{ $person }包案了。您接着办，{ $left }。
notice-owned_handed = { $number }（{ $place }）改由{ $person }包案。
notice-owned_closed = ⭐ 您包的{ $number }（{ $place }）办结了。
staff-short-own_asked = 请您包案
staff-short-own_declined = 那位领导不包
staff-short-owned_cadre = 有领导包案了
staff-short-owned_handed = 换了领导包案
staff-short-owned_closed = 您包的办结了
event-owned = { $person }包案
event-owner_gone = 包案的领导离任了，上面再定一位
event-owner_proposed = { $person }请{ $people }包案
event-owner_declined = { $person }没有包
notice-owned = { $number } 现在由{ $leader }亲自负责，{ $unit }接着办。办没办好，还是您说了算。
notice-owner_gone = { $number } 亲自负责的领导离任了。{ $unit }接着办，上面会再定一位。
resident-short-owned = { $leader }亲自负责
resident-short-owner_gone = 负责的领导离任了，接着办
case-owned = ⭐ { $leader }亲自负责这件事。

## 挂牌

staff-button-list = 挂牌
staff-button-unlist = 摘牌
staff-ask-listed = { $number }：哪天前办结？法定期限还是{ $limit }。
staff-put-on-list = { $number }挂牌了，{ $date }前办结。/listed 能看到。
staff-off-list = { $number }摘牌了。
staff-listed = 挂牌的有{ $count }件，先到期的在前。
staff-listed-none = 没有挂牌的。要挂：打开一件，点“更多”，再点“挂牌”。
staff-listed-line = { $number } · { $place } · { $category } · { $unit }：{ $due }
staff-card-listed = 📌 挂牌，{ $date }前办结
notice-listed = 📌 { $number }（{ $place }，{ $category }）挂牌了，{ $date }前办结。法定期限还是{ $limit }。
staff-short-listed = 挂牌了
event-listed = { $person }挂牌，{ $until }前办结
event-unlisted = { $person }摘牌
menu-listed = 挂牌的案子
refused-above-only = 这张单子给督查和领导看。/cases 看您自己的。
refused-owned-already = 这件已经有领导包了，要转只能由那位来转。
refused-no-leader = 没有别的领导能包这件。

## 早上的汇总

notice-digest = 早上好。{ $numbers }
staff-today = 今天：{ $numbers }
staff-today-none = 没有到期的、过期的，也没有等您的。歇口气吧。
staff-number-today = 今天到期{ $count }件
staff-number-late = 过期{ $count }件
staff-number-waiting = 等您{ $count }件
staff-number-owned = 您包的{ $count }件
staff-number-new = 新来{ $count }件
staff-number-other = 告诉一声{ $count }件
staff-number-notes = 另有{ $count }条
staff-digest-owned = ⭐ 您包的，每周一报
staff-digest-new = 📥 新来的
staff-digest-more = ……还有{ $count }件：/today
staff-digest-vacancy = ⚠️ { $where }没有{ $post }，那里有过期的。请尽快定人。
staff-asks-press = 等您回复督办
staff-asks-press_answered = 单位回复您了
staff-asks-extension = 申请延期，等您定
staff-asks-recusal = 居民请求换人，等您定
staff-asks-doubt = 受不受理，等您定
staff-asks-objection = 单位有异议，等您定
staff-asks-own = 请您包案
staff-asks-accept = { $person }：接不接？
staff-came-in = { $unit }，{ $left }
menu-today = 到期、过期和等我的

## 离开、代班、离任

acting-title = 代
staff-ask-deputy = { $date }前您不在，知道了。谁替您？我去问他，他点头后能替您办您手上的。
staff-button-nobody = 没有人
staff-away-asked = { $date }前您不在。已请{ $person }替您，回来后手上的还归您。提前回来发 /away off 。
staff-away-asked-long = { $date }前您不在，时间长。{ $person }点头后，您手上的就都转给他了。
staff-away-long = { $date }前您不在，时间长。手上的已转给同事，居民也知道了。
staff-button-deputy-yes = 行，我来替
staff-button-deputy-no = 替不了
staff-deputy-how = 有同事要您代班时我会问您。您自己不在，发 /away 。
staff-deputy-yes = 谢谢！要{ $person }办的现在到您这里。/cases 也能看到他的案子。
staff-deputy-yes-long = 谢谢！{ $person }手上的现在都归您了，发 /cases 看。
staff-deputy-no = 知道了，也告诉了{ $person }和负责人。
notice-deputy_asked = { $person }到{ $date }不在，想请您替一替：要他办的到您这里，他回来再还给他。行吗？
notice-deputy_yes = { $person }替您，放心去吧。
notice-deputy_no = { $person }替不了您。负责人知道了；要另找人，发 /away 。
notice-deputy_over = { $person }回来了，他的还给他办。谢谢您！
notice-away_alone = { $person }到{ $date }不在，手上有{ $count }件没办完{ $parts ->
    [0] { "" }
   *[other] 、{ $parts }份协办
}，没人替。等不了的会到您这里。
event-acting = { $what }（代{ $person }）
staff-ask-leave = 谁离任？归您管的岗位都会结束。
staff-ask-leave-to = 手上没办完的给谁？
staff-button-by-load = 按地方和手上多少分
staff-button-leave = 交接
staff-leave-sure = { $person }离任，手上有{ $count }件没办完{ $parts ->
    [0] { "" }
   *[other] 、{ $parts }份协办
}。接手的人每人只告诉一次，居民也会知道现在归谁。交接吗？
staff-left = { $person }离任了，交接了{ $count }件。
notice-handed_over = 📥 { $person }有{ $count }件转给您。在办的，居民都知道了。
notice-left_open = ⚠️ { $person }留下{ $count }件，现在没人接。请定个人。
menu-leave = 有人离任，交接
refused-deputy-gone = 这件事已经不用您答复了。
refused-leave-only = 负责人管本单位的人，管理员管本地区的人。
refused-leave-nobody = 没有这个职务或名字的人。单发 /leave 看有谁。
notice-reassigned-person = { $number } 现在由{ $unit }{ $person }办。什么都没丢，最晚还是{ $date }。

## 权限（docs/permissions.zh.md）

right-press = 督办：要单位某天前回复
right-press-if = 没有别的督办，案子在单位手里
right-answer_press = 回复督办
right-answer_press-if = 还等着回复
right-accept_press = 认可督办的回复
right-accept_press-if = 已经回复
right-return_press = 把督办的回复退回重答，另定日子
right-return_press-if = 已经回复
right-own = 包案
right-own-if = 还没有领导包，或者包案的领导请他接
right-decline_own = 不包
right-decline_own-if = 请过领导包案
right-propose_owner = 请领导包案
right-list = 挂牌
right-unlist = 摘牌
right-unlist-if = 挂着牌
