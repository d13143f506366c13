# 书面答复、送达、复查、复核，还有终结。

## 书面答复

outcome-request = 您要求：{ $request }
outcome-support-supported = 意见：支持
outcome-support-partly = 意见：部分支持
outcome-support-not = 意见：不支持
outcome-upheld = ⚖️ 又查了一遍：原来的答复不变
outcome-changed = ⚖️ 又查了一遍：原来的答复改了
outcome-revoked = ⚖️ 又查了一遍：原来的答复撤销了
outcome-body = 作出决定的：{ $body }
outcome-carried-by = 📅 { $date }前落实
outcome-work-upheld = 为什么不变：{ $work }
outcome-work-changed = 改成：{ $work }
outcome-work-revoked = 要重新办的：{ $work }
is-it-accepted = 这个结果您认不认？照实说就行。
button-verdict-read-review = 我认
button-verdict-disagree-review = 我不认

## 复查、复核

instance-first = 重新办
instance-review = 复查
instance-reexamination = 复核
button-ask-review = 申请复查
button-ask-reexamination = 申请复核
case-again = { $instance }，由{ $unit }来查。
case-may-ask = 不服？{ $date }前可以请{ $body }再查一遍，不收钱。
case-may-ask-promise = 对答应的不满意？{ $date }前可以请{ $body }再查一遍，不收钱。等着也行：办完会问您，那时不服一样能再查。
promise-may-ask = 对答应的不满意？看到这条起{ $count }天内，可以请{ $body }再查一遍，不收钱。等着也行：办完了不服，一样能再查。
case-final = 这个答复是最后的了。有新情况，直接写给我。
review-begun = 记下了，没过期。{ $number } 由{ $body }再查一遍，原来答复的人不插手。{ $date }前给您书面答复。
review-promise-goes-on = 答应{ $date }前办的事照办，不停。
review-why = 答复哪里不对？写一句就行，有照片更好。
review-why-skipped = 好，不写也照样查。想起什么，直接写在这里。
notice-review_begun = { $number }：{ $body }正在再查一遍，{ $date }前给您书面答复。
notice-contested-again = 记下了：您不认。{ $date }前还可以请{ $body }再查最后一遍，不收钱，点这里。打官司或行政复议另有期限，别耽误。
notice-contested-final = 记下了：您不认。这里不能再查了，这个答复是最后的。有新情况，直接写给我。法律援助：12348，不收钱。
notice-review_ends = { $number }：不服的话，{ $date }前可以请{ $body }再查一遍，不收钱。过了这天，答复就定了。点一下就行。
notice-review_ends-promise = { $number }：对答应的不满意的话，{ $date }前可以请{ $body }再查一遍，不收钱。等着也行：办完会问您，那时不服一样能再查。
notice-revoked = { $number }：原来的答复撤销了，换人重新办，{ $date }前给您新的答复。
notice-hearing_begun = { $number }：要开听证会，到{ $until }为止。这几天不算在期限里，{ $date }前给您答复。
notice-hearing_ended = { $number }：听证会开完了，{ $date }前给您答复。
notice-outside_asked = { $number }：由{ $body }再查一遍，{ $date }前答复。我们也盯着。
resident-short-review_ends = 申请复查的日子快到了
resident-short-contested = 可以申请复查

## 终结

final-last = 这像是 { $number } 那件事，已经查到头了。最后的答复：
final-lapsed = 这像是 { $number } 那件事。申请复查的日子过了，答复就定了：
final-possible = 同样的事实和理由不能再受理。有新情况可以办，别的事也可以办。
final-what-is-new = 这回有什么新情况？打字、说话、拍照都行。
button-anew = 我有新情况
button-another = 这是另一件事

## 承办人的步骤

staff-outcome-upheld = 维持
staff-outcome-changed = 变更
staff-outcome-revoked = 撤销，重新办
staff-outcome-shown-request =
    这段话发给 { $number } 的居民，居民会看到。“您要求”写得不准，直接打字改。

    { $reply }
staff-button-support-supported = 全部支持
staff-button-support-partly = 只支持一部分
staff-ask-upheld = 原来的答复为什么不变？
staff-ask-changed = 改成什么？
staff-ask-carried-by = 哪天前落实？说了要算数。
staff-ask-revoked = 为什么撤销？要重新办什么？
staff-ask-carried-out = { $number }：答应的事，办了些什么？
staff-button-nothing = 没有要落实的
staff-button-carry_out = 兑现了
staff-proposed-review = 已发出。认不认，等居民说。
staff-revoked = { $number } 退回{ $unit }，换人重新办。居民已知道。
staff-why-review = 由上一级单位再查一遍。
staff-why-revoked = 上级撤销了答复，换人重新办。

staff-card-again = ⚖️ { $instance }。原来：{ $unit }，{ $what }。全文看“经过”。
staff-card-hearing = 听证到{ $date }，这几天不算期限。
staff-card-by-hand = ✉️ 答复没送到居民手里。请送到，并记下来。
staff-card-handed = ✉️ 答复送到了：{ $how }，{ $date }。{ $to }
staff-decided-before = { $unit }{ $date }的答复：
decided-done = 办好了
decided-promised = 答应了日子
decided-answered = 答复了
decided-refused = 办不了
decided-passed = 转出去了
decided-adopted = 采纳
decided-adopted_partly = 采纳一部分
decided-not_adopted = 没采纳
decided-upheld = 维持
decided-changed = 变更
decided-revoked = 撤销

## 送达

staff-button-hand_over = 答复送到了
staff-ask-handed-how = { $number }：答复怎么送到居民手里的？
how-opened = 聊天里打开了
how-delivered = 聊天里送到了
how-phone = 电话里念了
how-post = 邮寄
how-visit = 当面交的
how-outside = 作出决定的单位送的
staff-ask-handed-to = 交给谁了？比如：本人、住一起的女儿、回执上谁签的字
staff-ask-handed-day = 哪天收到的？申请复查的日子从这天算。
staff-handed-over = 记下了。{ $number } 的日子从{ $date }算起。
notice-reply_by_hand = ✉️ { $number }（{ $place }，{ $category }）：聊天里送不到，答复还没到居民手里。请打电话、邮寄或当面送到，并记下来；没记之前，居民的期限都不算开始。

## 听证

staff-button-begin_hearing = 开听证会
staff-button-end_hearing = 听证会开完了
staff-ask-hearing-day = { $number }：今天起听证，最后一天是哪天？这几天不算期限。
staff-hearing-begun = 记下了：听证到{ $date }。答复期限改为{ $limit }。
staff-hearing-ended = 记下了。答复期限是{ $limit }。
notice-hearing_over = { $number }（{ $place }，{ $category }）：听证会该开完了。开完了吗？答复期限是{ $limit }。

## 外面作出的决定

staff-button-ask_outside = 外面在复查
staff-button-decide_outside = 外面已决定
staff-ask-outside-body = { $number }：外面哪个单位在复查？
staff-ask-outside-day = 那边哪天前要答复？
staff-ask-outside-papers = 有文书吗？发来，或者跳过。
staff-outside-asked = 记下了：{ $body }{ $date }前答复 { $number }，到时问您。
staff-ask-outside-by = { $number }：哪个单位作出的决定？
staff-ask-outside-result = 决定是什么？
staff-ask-outside-found = 事实和理由是什么？居民会看到。
staff-ask-outside-document = 请发那边的文书：照片或文件。
staff-ask-outside-received = 居民哪天收到的？
staff-outside-decided = 记下了。{ $number } 认不认，等居民说。
notice-needs_review = ⚖️ 要再查一遍，可这里没有上一级单位。交给哪个单位？或者外面已经决定了？
notice-outside_decided = { $number }（{ $place }，{ $category }）：外面的复查决定记下了，等居民回话。
held-review = 等定哪个上级单位来查

## 告诉原来答复的人

notice-promise_kept = { $number }（{ $place }）：答应的事，原单位说办好了：“{ $words }”居民也知道了。
staff-short-promise_kept = 答应的事说是办好了
notice-review_asked = { $number }（{ $place }，{ $category }）：居民申请再查一遍，现在归{ $unit }。
notice-revoked_head = ⚖️ { $number }（{ $place }，{ $category }）：你们的答复撤销了，换人重新办，{ $limit }前办结。
staff-short-reply_by_hand = 答复要送到
staff-short-review_asked = 居民申请再查
staff-short-revoked_head = 撤销了，重新办
staff-short-hearing_over = 听证会开完了吗？
staff-short-outside_decided = 外面已决定

## 经过

event-reply_received = 您收到了答复（{ $how }，{ $at }）
event-reply_received-staff = 答复收到了（{ $how }，{ $at }）{ $words }
event-reply_undelivered-staff = 聊天里没送到答复
event-review_asked = 您申请再查一遍：{ $instance }
event-review_asked-staff = 居民申请：{ $instance }
event-revoked = 答复撤销了：{ $found }
event-hearing_begun = 听证到{ $until }
event-hearing_ended = 听证会开完了
event-outside_asked = { $body }再查一遍，{ $until }前
event-outside_decided = { $body }已决定：{ $found }

## 做不了的，和能做的

refused-review-late = { $date }前可以申请，现在过了。有新情况，直接写给我，照样办。
refused-review-not-received = 答复还没送到您手里，您的日子还没开始算。我们去办。
refused-decided-before = 那个单位自己作过决定，或者归作决定的单位管。请选上一级的。
refused-before-reply = 答复是{ $date }写的，不会更早收到。
refused-needs-document = 这要有文书：发张照片或文件。
