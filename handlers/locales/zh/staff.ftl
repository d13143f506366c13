# 工作人员看到的话：承办人、单位负责人、派单员和上面的人；还有单位的群。

## 案件卡

staff-card =
    { $number } · { $category }
    📍 { $place }
    “{ $words }”
    { $filed }交来 · { $state }
staff-card-with = 在{ $unit }，{ $person }手上。
staff-card-nobody = 在{ $unit }，还没人接。
staff-card-accept-by = ⏰ { $limit }前要有人接（{ $left }）。
staff-card-answer-by = ⏰ { $limit }前书面答复（{ $left }）。
staff-card-promised = ⏰ 答应{ $date }前办好。
staff-card-question = 问了，还没回：{ $question }
staff-card-visit = 上门：{ $date } { $time }。
staff-card-wait = 等到{ $date }：{ $why }
staff-card-late = 晚了，因为：{ $why }
staff-card-unreachable = 📵 居民在聊天里联系不上了，去上门看看吧。
staff-line = { $number } · { $place } · { $category } · { $left }

staff-history = { $number } 的经过
staff-why-grid = 按地点派的：在这位同志的网格里。
staff-why-load = 按忙闲派的：当时这位同志手上最少。
staff-why-head = 派给了负责人：单位里没有空着的同志。
staff-why-handed = 同事转来的。
staff-why-nobody = 单位里当时没有人能接。

## 按钮

staff-button-accept = 我接
staff-button-decline = 接不了
staff-button-explain_late = 为什么晚了
staff-button-ask = 问居民
staff-button-progress = 报进展
staff-button-visit = 上门
staff-button-hand_to = 转给同事
staff-button-propose = 写答复
staff-button-wait = 等一等
staff-button-need_help = 要人帮
staff-button-take_over = 我来办
staff-button-set_date = 定日期
staff-button-send_to_unit = 转单位
staff-button-other_unit = 别的单位
staff-button-full = 看全文
staff-button-history = 经过
staff-button-more = 更多
staff-button-less = 返回
staff-button-working = 在办
staff-button-remind = 等到{ $date }再提醒
staff-button-reassign = 换人
staff-button-back = 我回来了
staff-button-send = 发给居民

## 问题

staff-ask-decline = { $number }：为什么接不了？一句话，负责人看，居民看不到。
staff-ask-question = { $number }：想问什么？居民会原样看到。时间照算。
staff-ask-help = { $number }：要什么帮忙，找谁？负责人马上看到。
staff-ask-late = { $number }：卡在哪？一句话，负责人和居民都看得到。
staff-ask-news = { $number }：有什么进展？您怎么写，居民就怎么看到。
staff-ask-step = 下一步做什么？
staff-ask-step-day = 大约哪天？点一个，或者打出来。
staff-ask-visit-day = { $number }：哪天上门？点一个，或者打出来。
staff-ask-visit-half = 上午还是下午？
staff-morning = 上午
staff-afternoon = 下午
staff-ask-visit-note = 要居民准备什么吗？一句话。
staff-ask-wait-day = { $number }：等到哪天？法定期限不变，还是{ $limit }。
staff-ask-wait-why = 在等什么？一句话，居民看得到。
staff-ask-hand = { $number }：转给谁？
staff-colleague = { $person } · 手上{ $cases }件
staff-colleague-away = { $person } · 手上{ $cases }件 · { $date }前不在
staff-colleague-unreachable = { $person } · 手上{ $cases }件 · 联系不上
staff-ask-date = { $number }：延到哪天？只能延一次，{ $limit }之后最多30天。
staff-ask-date-why = 为什么要延？一句话，居民看得到。
staff-ask-unit = { $number }（{ $category }，{ $place }）：归哪个单位？点一个，或者打单位名里的几个字。
staff-ask-unit-which = { $number }：有几个对得上，是哪个？
staff-mistake-unit = 没有这个单位。打名字里的几个字就行，比如“供水”。
staff-mistake-units = 有{ $count }个单位对得上，请再多打几个字。
staff-ask-outcome = { $number }：办得怎样？算不算数，居民说了算。
staff-outcome-done = 办好了
staff-outcome-promised = 答应某天前办好
staff-outcome-answered = 答复了
staff-outcome-refused = 办不了
staff-outcome-passed = 转给别的部门了
staff-ask-body = 哪个部门接下了？真接下了才算。
staff-ask-found = 查到什么？把事实写清楚。
staff-ask-done = 做了什么？
staff-ask-plan = 打算怎么办？
staff-ask-instead = 为什么办不了？居民可以怎么办？
staff-ask-promise-day = 哪天前办好？到时候要兑现的。
staff-ask-basis = 依据哪条规定？写出名字，比如“供水条例第十二条”。
staff-outcome-shown =
    { $number }，居民会看到：

    { $reply }
staff-ask-reply = 这段话发给{ $number }的居民，算什么？
staff-reply-ask = 问居民
staff-reply-progress = 报进展
staff-ask-away = 哪天前不在？点一个，或者打出来。

## 简短的回答

staff-yours = 归您办了。
staff-yours-private = 归您办了。详情在我们的私聊里。
staff-yours-already = 已经在您手上了。详情在我们的私聊里。
staff-declined = { $number }：知道了，接着问下一位。
staff-asked = 问了居民。{ $number }时间照算。
staff-told = 告诉居民了。
staff-visit-set = 告诉居民了：{ $date }上门。前一天傍晚会提醒双方。
staff-visit-set-soon = 告诉居民了：{ $date }上门。
staff-waiting = 告诉居民了。{ $date }再问您；期限还是{ $limit }。
staff-help-called = 负责人知道了。
staff-late-noted = 记下了，负责人看{ $number }时会看到。
staff-handed = { $number }现在由{ $person }办，本人和居民都告诉了。
staff-date-set = { $number }：最后一天改到{ $date }，原因告诉居民了。
staff-sent = { $number }转给{ $unit }了。
staff-proposed = 发出去了。办没办好，等居民说。
staff-promised = 发出去了。答应{ $date }前办好，前一天提醒您。
staff-reply-not-now = { $number }现在还不能给居民发话。打开看看：/case { $number }
staff-away = { $date }前不给您派新案子，手上的还归您。提前回来发 /away off 。
staff-back = 欢迎回来，新案子又会派给您。

## 加入和群

staff-joined-work = 欢迎！您是{ $place }的{ $title }。新案子会发到这里。/cases 看手上的，/help 看别的。
staff-joined = 欢迎！您是{ $place }的{ $title }。要您办的会发到这里。/help 看能做什么。
staff-join-how = 请带上邀请码：/join 邀请码 。邀请码找单位负责人或受理办公室要。
staff-bound = 这个群归{ $unit }了。新案子会发在这里，不带原话和姓名，谁先点“我接”就归谁。
staff-bind-code = 这个码用不了了，或者不是给群用的。请找受理办公室再要一个。
staff-bind-not-allowed = 不用码绑定，要单位负责人来发。否则请发：/bind 邀请码
staff-bind-where = 请到单位的群里发 /bind ，不是在这里。
staff-group-hello = 我在这里发单位的新案子。请单位负责人发 /bind ，或者 /bind 邀请码 。
staff-group-elsewhere = 这件已经转给别的单位了。
staff-group-closed = { $number } · { $category } · { $place } · { $filed }交来。已经结了。

## 清单

staff-cases = 您手上有{ $count }件，先到期的在前。
staff-cases-none = 您手上没有没办完的，歇口气吧。
staff-overdue = 有{ $count }件过期，最早过期的在前。
staff-overdue-none = 没有过期的。
staff-unit = { $unit }
staff-unit-cases = 单位里有{ $count }件没办完，先到期的在前。
staff-unit-none = 单位里没有没办完的。
staff-more = 只列出前{ $shown }件。

## 告诉承办人

notice-assigned = 📥 派给您一件，接不接？
notice-handed = 📥 { $person }转给您一件。
notice-accept_reminder = ⏰ 这件还等您一句话：接，还是接不了？
notice-added = { $number }居民补充：“{ $words }”
notice-answered = { $number }居民回答：“{ $words }”
notice-urged = 居民问{ $number }（{ $place }，{ $category }）办得怎样了，报一句进展就好。
notice-progress_due = { $number }（{ $place }，{ $category }）{ $left }。卡在哪？点：在办 · 等到{ $date }再提醒 · 要人帮。
notice-limit = { $number }（{ $place }，{ $category }）{ $left }。卡在哪？点：在办 · 等到{ $date }再提醒 · 要人帮。
notice-late_cadre = ⚠️ { $number }（{ $place }，{ $category }）{ $left }。卡在哪？说一句，负责人这就知道。
notice-promise_due = { $number }（{ $place }，{ $category }）：您答应{ $promised }前办好，来得及吗？
notice-promise_late_cadre = ⚠️ { $number }（{ $place }，{ $category }）：答应{ $promised }前办好，日子过了。办好了吗？
notice-visit_tomorrow_cadre = 明天{ $time }为{ $number }（{ $place }）上门，居民那边也提醒了。
notice-visit_over = { $number }（{ $place }）上门怎么样？居民等着听。
notice-judged-half = { $number }（{ $place }）：居民说办了一半，接着办。
notice-judged-not_done = { $number }（{ $place }）：居民说没办，接着办。
notice-judged-disagree = { $number }（{ $place }）：居民说办了但不服。已结，居民可以申请复查。
notice-judged-words = “{ $words }”
notice-reopened = { $number }（{ $place }）：居民说没解决，接着办，{ $left }。
notice-closed_solved = { $number }（{ $place }）：居民说办妥了。辛苦了！
notice-closed_no_answer_cadre = { $number }（{ $place }）：居民一直没回音，先放一放，不算办好。
notice-withdrawn = { $number }（{ $place }）：居民撤回了，不用再办。
notice-taken = { $number }（{ $place }）：现在由{ $person }办，您不用管了。
notice-unreachable_resident = { $number }（{ $place }）的居民在聊天里联系不上了，去上门看看吧。

## 告诉负责人、派单员和上面的人

notice-help = { $person }办{ $number }（{ $place }，{ $category }）要人帮：{ $why }
notice-declined = { $person }接不了{ $number }（{ $place }，{ $category }）：{ $why }
notice-nobody_accepts = { $unit }没人接{ $number }（{ $place }，{ $category }）。请定：谁来办？
notice-needs_unit = 📥 这件没有单位对得上。归哪个单位？
notice-late_head = ⚠️ { $number }{ $late }，承办{ $person }说：{ $reason }。请定：换人 · 我来办 · 定日期。居民已知道晚了。
notice-late_head-unsaid = ⚠️ { $number }{ $late }，承办{ $person }还没说原因。请定：换人 · 我来办 · 定日期。居民已知道晚了。
notice-late_head-waiting = ⚠️ { $number }{ $late }，{ $unit }还没人接。请定：派人 · 我来办。居民已知道晚了。
notice-late_supervisor = ⚠️ { $unit }的{ $number }（{ $place }，{ $category }）{ $late }。{ $says }
notice-late_leader = ⚠️ { $unit }的{ $number }（{ $place }，{ $category }）{ $late }。{ $says }负责人和督办都知道。
notice-says = 承办{ $person }说：{ $reason }。
notice-says-nothing = 承办{ $person }还没说原因。
notice-says-nobody = 还没人接。
notice-promise_late_head = ⚠️ { $number }（{ $place }，{ $category }）：{ $person }答应{ $promised }前办好，日子过了。居民已知道。
notice-second_reopen = { $number }（{ $place }，{ $category }）第二次重新办，现在由{ $person }办，{ $left }。

staff-digest-today = ⏰ 今天到期
staff-digest-late = ⚠️ 已经过期
staff-digest-waiting = 等您一句话
staff-digest-other = 知道一下
staff-digest-line = { $number } · { $place } · { $category }：{ $what }

## 摘要和合并消息里的一行

staff-short = { $number } · { $place } · { $what }
staff-short-assigned = 派给您
staff-short-handed = 转给您
staff-short-accept_reminder = 接不接？
staff-short-added = 居民有补充
staff-short-answered = 居民回答了
staff-short-urged = 居民在催
staff-short-progress_due = 有进展吗？{ $left }
staff-short-limit = { $left }
staff-short-late_cadre = { $left }，为什么？
staff-short-promise_due = 答应{ $promised }前办好
staff-short-promise_late_cadre = 答应的日子过了，办好了吗？
staff-short-visit_tomorrow_cadre = 明天上门
staff-short-visit_over = 上门怎么样？
staff-short-judged = 居民回话了
staff-short-reopened = 重新办
staff-short-closed_solved = 居民说办妥了
staff-short-closed_no_answer_cadre = 没回音，先放着
staff-short-withdrawn = 居民撤回了
staff-short-taken = 现在由{ $person }办
staff-short-unreachable_resident = 居民联系不上
staff-short-help = { $person }要人帮
staff-short-declined = 有人接不了
staff-short-nobody_accepts = 没人接
staff-short-needs_unit = 归哪个单位？
staff-short-late_head = { $left }，{ $person }在办
staff-short-late_supervisor = { $left }，在{ $unit }
staff-short-late_leader = { $left }，在{ $unit }
staff-short-promise_late_head = { $person }答应的日子过了
staff-short-second_reopen = 第二次重新办

## 告诉群：号码、类别、乡镇、日期，别的一概没有

notice-group_case = 📥 { $number } · { $category } · { $place } · { $filed }交来。谁来接？
notice-group_accepted = { $number } · { $category } · { $place } · { $filed }交来。{ $person }接了。
notice-group_moved = { $number }转给别的单位了。


## 经过里，工作人员看到的说法

event-filed-staff = 居民交来
event-assigned-staff = 派到{ $unit }
event-asked-staff = { $person }问：{ $question }
event-answered-staff = 居民回答：{ $words }
event-added-staff = 居民补充：{ $words }
event-urged-staff = 居民来催
event-judged-staff = 居民说：{ $verdict }
event-withdrawn-staff = 居民撤回
event-rated-staff = 居民打了分
event-status_told-staff = 给居民报了情况

## 做不了的，和能做的

refused-no-post = 这件事您已经不在任上，刚才的没有发出去。想知道原因，请问单位负责人。
refused-not-in-this-unit = 这件要本单位的人来接。请找单位负责人要邀请码。
refused-staff-only = 这是给工作人员用的。有邀请码请发：/join 邀请码
refused-heads-only = 这是给单位负责人用的。您手上的看 /cases 。
refused-no-colleague = 单位里没有别人了。点“要人帮”，负责人就知道。
refused-not-in-unit = 这位同事已经不在单位了，请另选一位。
refused-unit-unknown = 这个单位已经停用，请另选一个。
refused-date-past = 那个时间已经过了，请重新选个晚些的。
refused-date-too-late = 太晚了，最多只能到{ $date }。
refused-no-extension = 不能再延了：最多到{ $date }。可以换人，或者您来办。
refused-extended-already = 已经延过一次，按规定不能再延。可以换人，或者您来办。

## 帮助和命令菜单

help-group-day = 📌 每天
help-group-in = 📥 收进来、答出去
help-group-there = 🏘 到村里
help-group-out = 📢 发给居民、看数字
help-group-unit = 👥 单位和自己
help-cadre = 要给居民写话，直接回复那件案子的消息。/case 加号码，看一件的全部经过。
help-head = 在单位的群里发 /bind，案子就到群里。
help-dispatcher = 没有单位对得上的案子会发给您。
help-supervisor = 辖区里过期的案子会发给您。
help-leader = 辖区里久拖不决的案子会发给您。
menu-cases = 我手上的案子
menu-unit = 单位的案子和人
menu-overdue = 过期的
menu-away = 我要离开几天
