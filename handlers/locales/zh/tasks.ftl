# 限期任务：接访、现场办公、专题定下来的事，谁办、哪天前办好。

## 清单和卡片

menu-tasks = 限期任务
tasks-head = 定了日子的有{ $count }件，先到期的在前：
tasks-none = 没有定了日子还没办的事。答应的、定下来的，都会在这里。
task-line = 🗓 { $short } · { $place } · { $who } · { $next }（{ $days }）
task-who = { $unit }{ $person }
task-from-reception = 接访时定的
task-from-outing = 现场办公时定的
task-from-theme = 专题里定的
task-from-promise = 答应过的，上级正在复查
task-card =
    🗓 { $what }
    📍 { $place }
    谁办：{ $who }。{ $giver }{ $given }交办，{ $origin }。
task-card-by = ⏰ { $date }前办好。眼下看{ $next }（{ $days }）。
task-card-more = ⏳ 想延到{ $until }：“{ $why }”
task-card-back = ↩️ 退回来了：“{ $reason }”
task-card-dropped = 收回了：“{ $reason }”
task-card-done = ✅ 办了：“{ $words }”{ $files ->
    [0] 没有照片，因为：{ $unproved }
   *[other] 📎 { $files }张照片或文件
}
task-step-how = 说一声办到哪了
task-step-line = ◻️ { $date }：{ $step }
task-step-line-done = ☑️ { $date }：{ $step }。“{ $words }”
task-proof = 📎 { $short }
task-button-step = 这步办了
task-button-steps = 分几步办
task-button-done = ✅ 办好了
task-button-more = 要延期
task-button-hand = 转给同事
task-button-grant = 同意延
task-button-refuse = 日子不变
task-button-back = 还没办好
task-button-drop = 收回
staff-digest-tasks = 🗓 定了日子的
staff-number-tasks = 限期任务{ $count }件

## 问什么，答什么

task-ask-report = “{ $short }”：办了什么？有关的居民看得到。有照片一起发来。
task-ask-proof = 请拍张现在的照片。没有就写一句为什么。
task-ask-steps = “{ $short }”，{ $date }前办好：分几步，各到哪天？一行一步，先写日子，比如：3月25日 材料进场。两步之间不超过{ $days }天。
task-ask-day = “{ $short }”：要到哪一天？只能延一次。
task-ask-why = 为什么要延？由{ $giver }来定；同意了，有关的居民看得到。
task-ask-hand = “{ $short }”：接下来谁办？
task-ask-back = “{ $short }”：还差什么？{ $person }看得到。
task-ask-drop = “{ $short }”：为什么不用办了？{ $person }和有关的居民看得到。
task-said-done = 辛苦了！{ $giver }和有关的居民都知道办好了。
task-said-step = 记下了，辛苦。下一步：{ $step }，{ $next }前。
task-said-steps = 记下了。下一步：{ $step }，{ $next }前。{ $giver }早上看得到。
task-mistake-step = 这一行是哪天、办到哪？“{ $line }” 请这样写：3月25日 材料进场。
task-mistake-steps = { $most }步就够了，请少写几步。
task-said-more = 问了{ $giver }。没答复之前，还按{ $next }算。
task-said-handed = 现在由{ $person }办。
task-said-back = 还差什么，告诉{ $person }了。日子还是{ $next }。
task-said-dropped = 收回了，{ $person }和有关的居民知道为什么。
task-said-granted = { $person }可以办到{ $next }。新日子和原因，有关的居民知道了。
task-said-refused = 还是{ $next }，告诉{ $person }了。

## 工作人员听到的

notice-task_given = 🗓 这件由您来办，{ $date }前。
notice-task_soon = ⏰ { $next }前：{ $step }。在办了吗？
notice-task_day = ⏰ { $next }到期。办好了点“办好了”。
notice-task_late_own = ⚠️ { $next }过了，已经往上报。办到哪了？要是还得些日子，请说一声。
notice-task_late = ⚠️ 过期了：{ $unit }{ $person }本该{ $next }前办好。
notice-task_more = ⏳ { $unit }{ $person }想延到{ $until }：“{ $why }” 请定。
notice-task_granted = ⏳ 可以办到{ $next }。
notice-task_refused = ⏳ 没有同意延，还是{ $next }。
notice-task_back = ↩️ 交办的同志说还没办好，接着办。
notice-task_dropped = 🗓 “{ $short }”不用办了：“{ $reason }”
notice-promise_goes_on = 🗓 { $number }：居民申请再查一遍。答应{ $date }前办的事照办，不停。
notice-promise_moved = 🗓 { $number }：上级说答应的算数，{ $date }前办好。
notice-promise_over = 🗓 “{ $short }”不用再办了：这件事结了，或者上级另有决定。
notice-task_taken = 🗓 “{ $short }”现在由{ $person }办。

## 居民听到的

task-lead-reception = 您来接访说的事
task-lead-outing = 村里现场办公定的事
task-lead-theme = 您和大家反映的事
notice-task_promised = 🗓 { $lead }：{ $by }{ $until }前要办好：“{ $what }” 我盯着，办好为止。
notice-task_step = 🗓 { $lead }：“{ $what }”进了一步：{ $words } 下一个日子：{ $next }。
notice-task_later = ⏳ { $lead }：“{ $what }”要延到{ $next }。原因：{ $why }
notice-task_late_resident = ⚠️ { $lead }：“{ $what }”本该{ $next }前办好，还没有。已经往上报，我接着盯。
notice-task_done = ✅ { $lead }：{ $by }说办好了：“{ $what }”{ $words } 要是没办好，直接说。
notice-task_again = ↩️ { $lead }：“{ $what }”其实没办好，{ $by }接着办。
notice-task_off = { $lead }：“{ $what }”{ $by }不办了。原因：{ $why }
resident-short-task_promised = 定了日子
resident-short-task_step = 进了一步
resident-short-task_later = 要延期
resident-short-task_late_resident = 过期了，已经往上报
resident-short-task_done = 说是办好了
resident-short-task_again = 其实没办好
resident-short-task_off = 有一件不办了

## 经过

event-task_given = { $unit }{ $until }前办好：{ $what }
event-task_steps = { $unit }把“{ $what }”分成几步：{ $words }
event-task_step = { $unit }“{ $what }”进了一步：{ $words }
event-task_done = { $unit }办了“{ $what }”：{ $words }
event-task_back = “{ $what }”退回来了：{ $why }
event-task_dropped = “{ $what }”收回了：{ $why }
event-task_handed = “{ $what }”由{ $people }办
event-task_more = { $person }想把“{ $what }”延到{ $until }：{ $why }
event-task_granted = “{ $what }”延到{ $until }：{ $why }
event-task_refused = “{ $what }”没有延
event-task_late = “{ $what }”过期了，告诉了{ $people }
event-promise_moved-staff = 上级维持，{ $until }前落实：{ $what }
event-promise_over-staff = “{ $what }”不再跟进

## 办不了的

refused-task-over = 这件已经了了。/tasks 看还没办的。
refused-task-more-once = 只能延一次，已经用过了。要是卡住了，把办到哪了报上来。
refused-task-earlier = 这天不比原来的晚，请选晚一点的。
refused-task-milestones = 超过{ $days }天没有一步，或者前后不对。请把每一步和日子写清楚。
refused-task-steps-late = 中间的日子已经过了，请说一声办到哪了。分步要在那天之前。
refused-task-steps-named = 几步、哪天都定好了。哪一步赶不上，点“要延期”。
refused-task-proof = 拿什么证明？发张照片，或者说说为什么没有。
