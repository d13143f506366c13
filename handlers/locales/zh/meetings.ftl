# 听证、调解、和解：什么时候、在哪儿，谈成了什么，居民点了头才算。

meeting-hearing = 听证
meeting-mediation = 调解
meeting-settlement = 和解

## 居民

notice-meeting = 请您来参加{ $meeting }：{ $date } { $time }，在{ $where }。是为 { $number } 这件事。前一天傍晚再提醒您。
notice-meeting_tomorrow = 明天（{ $date }）{ $time }，{ $where }，{ $number } 的{ $meeting }。
notice-meeting_held = { $number } 的{ $meeting }开过了，结果：{ $result }
notice-settlement = 🤝 { $number }：双方谈成的话写在下面，请您看看。您点了头才算数。
notice-reminded_settlement = 🤝 { $number } 谈成的话，等您看一眼。是这样谈的吗？
resident-short-meeting = 请您来，时间地点有了
resident-short-meeting_tomorrow = 明天见
resident-short-meeting_held = 会开过了
resident-short-settlement = 谈成的话请您看
resident-short-reminded_settlement = 是这样谈的吗？
notice-settlement_off = 🤝 { $number }：记下的话，双方没能都认，所以不算结，接着办。这不怪您。{ $unit }会再跟双方谈；谈不成，{ $date }前也给您书面答复。您最看重哪一条，还是不想再谈了，都可以写在这里。去法院的路也一直开着。
resident-short-settlement_off = 没谈拢，接着办
case-meeting = 📅 { $meeting }：{ $date } { $time }，{ $where }。
button-cannot-come = 我来不了
cannot-come = 知道了，告诉{ $unit }了，会另约时间。{ $number } 照样办。
is-it-agreed = 是这样谈的吗？点“是这样”，这件事就按这个结；不对就点“不是”，接着办。
button-verdict-agreed = 是这样
button-verdict-not_agreed = 不是这样谈的
verdict-agreed = 是这样谈的
verdict-not_agreed = 不是这样谈的
outcome-settled = 🤝 双方谈成了
outcome-found-settled = 谈好的是：{ $found }
closing-settled = 双方和解了
outcome-other-side-link = ✅ 对方也点了头。
outcome-other-side-paper = ✅ 对方也签了字。
notice-other_side_agreed = 🤝 { $number }：谈好的话，对方也认了，记在您这件事里了。
resident-short-other_side_agreed = 对方也认了
settled = 好，{ $number } 按谈好的结了。要是没照着做，告诉我们。办得怎么样，打几颗星？没人知道是您打的。

## 用链接点头的人

consent-ask-settlement = { $unit }记下了您跟人谈好的话：“{ $text }”是这样谈的吗？别的您看不到，别人也看不到您。
button-consent-settlement-yes = 是这样
button-consent-settlement-no = 不是这样谈的
consent-settlement-yes = 谢谢，记下了。要是没照着做，直接写在这里。
consent-settlement-no = 知道了：不是这样谈的。接着办，会有人再跟双方谈。

## 工作人员

staff-button-announce_meeting = 听证或调解
staff-button-record_meeting = 开得怎么样
staff-button-settle = 写下和解
staff-ask-meeting = { $number }：请双方来做什么？期限照旧走。
staff-ask-meeting-day = 哪一天？点一个或打出来。
staff-ask-meeting-time = 几点？
staff-ask-meeting-place = 在哪儿？写清楚怎么找，居民看得到。
staff-ask-meeting-length = { $number }：开了多久？
staff-minutes-30 = 半小时
staff-minutes-60 = 一小时
staff-minutes-120 = 两小时
staff-minutes-240 = 半天
staff-ask-meeting-parties = 谁来了？写身份，不写名字：比如“居民、村干部、施工方”。
staff-ask-agreed = 双方谈成了吗？
staff-agreed-yes = 谈成了
staff-agreed-no = 没谈成
staff-ask-terms = 谈好了什么？一句一句写清楚，谁、做什么、哪天前。居民看了点头才算，可以附照片。
staff-ask-meeting-result = 结果是什么？居民看得到，可以附照片。
staff-ask-settle-parties = { $number }：谁跟谁和解？写身份，不写名字。
staff-meeting-set = 告诉居民了：{ $date }。前一天傍晚会提醒双方。
staff-meeting-set-soon = 告诉居民了：{ $date }。
staff-meeting-recorded = { $number }：记下了，居民也看到了。
staff-settlement-sent = { $number }：发给居民了，等居民点头才算。
staff-settlement-other = 对方签字了吗？没签可以给个链接：对方只看得到谈好的话。
staff-button-record_other_side = 对方签字了
staff-button-ask_other_side = 给对方的链接
staff-ask-other-side = { $number }：请发对方签字的纸，拍照就行。只留在单位之间。
staff-other-side-recorded = { $number }：对方签字记下了，也告诉居民了。
staff-other-side-link = { $number }：链接马上就来，只给对方一个人。对方只看得到谈好的话。
notice-settlement_link =
    { $number }：给和解的对方。这个链接只给他一个人，{ $date }前能用一次，只看得到谈好的话：
    { $addresses }
    也可以让他给我发 /start { $code }
notice-no_consent_link = { $number } 的链接没做出来，过一会儿再试。
notice-other_side_said = { $number }（{ $place }）：对方说是这样谈的。
notice-other_side_silent = { $number }（{ $place }）：和解的链接，对方还没点，{ $date }前能用。给过对方了吗？用纸也行：请对方签字，拍照发来。
staff-short-other_side_silent = 对方没回话：链接或签字
notice-other_side_denied = { $number }（{ $place }）：对方说不是这样谈的，接着办，居民知道接着办。要不要再约双方？
staff-short-other_side_said = 对方认了
staff-short-other_side_denied = 对方说不是这样谈的
staff-card-meeting = 📅 { $meeting }：{ $date } { $time }，{ $where }。
staff-card-meeting-cannot = 📅 { $meeting }：{ $date } { $time }，{ $where }。居民说来不了，请另约。
notice-meeting_tomorrow_cadre = 明天{ $time }在{ $where }，{ $number }（{ $place }）的{ $meeting }。居民也提醒了。
notice-meeting_over = { $number }（{ $place }）的{ $meeting }开得怎么样？请记一下谁来了、结果如何。
notice-cannot_come = { $number }（{ $place }）：居民说{ $date }的{ $meeting }来不了。请另约时间。
notice-closed_settled = { $number }（{ $place }）：居民说是这样谈的，按和解结了。请盯着照做。
notice-judged-not_agreed = { $number }（{ $place }）：居民说不是这样谈的。接着办。
staff-short-meeting_tomorrow_cadre = 明天的{ $category }会
staff-short-meeting_over = 会开得怎么样？
staff-short-cannot_come = 居民来不了，请另约
staff-short-closed_settled = 按和解结了

## 经过

event-meeting_set = 约了{ $meeting }：{ $at }，{ $place }
event-cannot_come = 您说来不了{ $meeting }
event-cannot_come-staff = 居民说来不了{ $meeting }
event-settlement_link-staff = 做了给和解对方的链接
event-other_side_agreed = 和解的话，对方也认了
event-other_side_denied = 谈好的话双方没能都认，接着办
event-other_side_denied-staff = 对方说不是这样谈的
event-meeting_held = { $meeting }开过了（{ $parties }）：{ $result }

## 办不了时

refused-meeting-over = 这次会的时间已经过了。有话直接写在这里。
refused-consent-said = 您已经回过话了，都记下了。还有别的事，直接写在这里。
refused-consent-own = 这个链接是给别人的，转给他就行。
refused-meeting-ahead = 会还没到时间，开完再记。
