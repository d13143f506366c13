# 种类不同，走的路、说的话也不同。末尾带种类的，代替不带的那一句。

## 改种类

staff-button-set_kind = 改种类
staff-ask-kind = { $number }：算哪一种？会告诉居民，居民点一下就能改回来。
staff-kind-set = { $number }现在当成{ $kind }来办，告诉居民了。
staff-card-kind = 这是{ $kind }。
staff-line-kind = { $number } · { $place } · { $category } · { $kind } · { $left }
notice-kind_changed = { $number }：办公室现在当成{ $kind }来办，{ $date }前给您回话。不对的话，点一下就改回来。
resident-short-kind_changed = 换了一种办法来办
button-keep-kind = 不对，是{ $kind }
kind-kept = 听您的：{ $number } 是{ $kind }，不再改。{ $date }前给您回话。
notice-kind_mended = { $number }（{ $place }）：现在当成{ $kind }来办，{ $left }。
notice-kind_kept = { $number }（{ $place }）：居民说这是{ $kind }，听居民的，{ $left }。
notice-as_request = { $number }（{ $place }）：居民觉得答复不够，改成要办的事。接着办，{ $left }。
staff-short-kind_mended = 现在当成{ $kind }
staff-short-kind_kept = 居民说是{ $kind }
staff-short-as_request = 居民改成要办的事
event-kind_set = 办公室当成{ $to }来办
event-kind_kept = 您说是{ $to }
event-kind_kept-staff = 居民说是{ $to }
event-as_request = 您改成了要办的事
event-as_request-staff = 居民改成了要办的事
event-thanked = 您道谢：{ $words }
event-thanked-staff = 居民道谢：{ $words }
refused-kind-kept = 居民说过这是什么了，听居民的，不能再改。
refused-kind-unchanged = 本来就是您交的那种，没有变。
refused-wrong-kind = 这种事用不上这个。发 /case 加号码，看能做什么。
refused-only-thanks = 这是道谢，不用立案。点“转告他们”就行。
refused-not-thanks = 现在不只是道谢了，请看最新的那张卡。
refused-draft-done = 那一份已经了结。还有什么事，直接写给我。

## 问题：答复了，清楚没有

closing-contested-question = 答复了，居民不同意
closing-contested-question-you = 答复了，您不同意
outcome-found-question = 答：{ $found }
outcome-work-question = 另外：{ $work }
was-it-done-question = 这样说，清楚了吗？
button-verdict-clear = 清楚了
button-verdict-unclear = 还不清楚
verdict-clear = 清楚了
verdict-unclear = 还不清楚
button-reopen-question = 还要问
goes-on-question = 好，{ $number } 接着答，最晚{ $date }再给您回话。
what-is-unclear = 哪里还不清楚？一句话就行。
solved-question = 那就好！{ $number } 答完了。答得怎么样，打几颗星？没人知道是您打的。
stars-how-many-question = { $number } 答得怎么样，打几颗星？没人知道是您打的。
about-closed-question = { $number } 已经答复了。是还要问，还是一件新的事？
resident-short-reminded_confirm-question = 答复看清楚了吗？
notice-reminded_confirm-question = 您问的 { $number } 有答复了。这样说，清楚了吗？
notice-closed_no_answer-question = 问了您{ $count }次没回音，{ $number } 先放一放，不算答清楚。{ $date }前随时还能问。
notice-stars_again-question = { $number } 答得怎么样，打几颗星？点一下就行，没人知道是您打的。
notice-status-question = { $number }：{ $state }。您问的事在{ $unit }手里，最晚{ $date }答复。
notice-status-same-question = { $number }：还没答复，但没忘。您问的事在{ $unit }手里，最晚{ $date }答复。
notice-contested-question = 记下了：您不同意。问问题没有复查这一步。{ $date }前可以接着问，也可以当要办的事交，那样就能复查。
button-as-request = 当要办的事交
notice-judged-unclear = { $number }（{ $place }）：居民说还不清楚，请再答。
notice-judged-disagree-question = { $number }（{ $place }）：居民不同意这个答复。已结，居民可能当要办的事再交。
notice-closed_solved-question = { $number }（{ $place }）：居民说清楚了。辛苦了！
staff-short-closed_solved-question = 居民说清楚了
staff-outcome-answered-question = 答复
staff-ask-answer = 怎么答？用大白话，让人不用再问一遍。
staff-proposed-question = 发出去了。清楚没有，等居民说。

## 建议：采纳没有

outcome-adopted = 💡 采纳了
outcome-adopted_partly = 💡 采纳了一部分
outcome-not_adopted = 💡 没有采纳
outcome-found-suggestion = 研究下来：{ $found }
outcome-work-adopted = 接下来：{ $work }
outcome-work-adopted_partly = 采纳哪些、哪些没采纳：{ $work }
outcome-work-not_adopted = 为什么：{ $work }
outcome-proposer = 提这个建议的：{ $proposer }。谢谢！
proposer-unnamed = { $place }的一位居民
was-it-done-suggestion = 还有话要说吗？
button-verdict-read = 知道了
button-verdict-more = 还有话说
verdict-read = 知道了
verdict-more = 还有话说
button-reopen-suggestion = 还有话说
goes-on-suggestion = 好，{ $number } 接着研究，最晚{ $date }再给您回话。
what-to-add = 还想说什么？一句话就行。
solved-suggestion = 谢谢您提建议！{ $number } 结了。听得认真不认真，打几颗星？没人知道是您打的。
stars-how-many-suggestion = { $number } 听得认真不认真，打几颗星？没人知道是您打的。
about-closed-suggestion = { $number } 已经结了。是还有话说，还是一件新的事？
resident-short-reminded_confirm-suggestion = 您的建议有答复了
notice-reminded_confirm-suggestion = 您的建议 { $number } 有答复了。知道了，还是还有话说？
resident-short-closed_no_answer-suggestion = 没等到您回音，先放着
notice-closed_no_answer-suggestion = { $number } 的答复，问了您{ $count }次没回音，先放一放。{ $date }前随时还能说。
notice-stars_again-suggestion = 您的建议 { $number }，听得认真不认真，打几颗星？点一下就行，没人知道是您打的。
notice-status-suggestion = { $number }：{ $state }。您的建议{ $unit }在研究，最晚{ $date }答复。
notice-status-same-suggestion = { $number }：还没新消息，但没忘。您的建议{ $unit }在研究，最晚{ $date }答复。
notice-judged-more = { $number }（{ $place }）：提建议的居民还有话说，接着办。
notice-closed_solved-suggestion = { $number }（{ $place }）：提建议的居民看过答复了。辛苦了！
staff-short-closed_solved-suggestion = 居民看过答复了
staff-outcome-adopted = 采纳
staff-outcome-adopted_partly = 采纳一部分
staff-outcome-not_adopted = 不采纳
staff-ask-adopted = 接下来怎么做，什么时候？有没采纳的，为什么？
staff-ask-why-not = 为什么不采纳？提建议的居民会看到。
staff-proposed-suggestion = 发出去了，也谢过提建议的居民。

## 举报，反映干部或单位

was-it-done-report = 照您看，管住了吗？照实说，承办人不知道哪个分是您打的。
button-reopen-report = 其实没管住
resident-short-reminded_confirm-report = 管住了吗？
notice-reminded_confirm-report = 您举报的 { $number } 有答复了，等您一句话。照您看，管住了吗？
resident-short-still_solved-report = 现在还管住吗？
notice-still_solved-report = { $number } 管住四个星期了，现在还好着吗？
notice-contested-report = 记下了：您不服。举报没有复查这一步。{ $date }前可以让我们接着办，也可以当要办的事交，那样就能复查。
notice-contested-accusation = 记下了：您不服。这里没有复查这一步；纪检监察（12388）那边另有人看。{ $date }前可以让我们接着办。
notice-judged-disagree-report = { $number }（{ $place }）：居民说办了但不服。已结，居民可能当要办的事再交。
notice-judged-disagree-accusation = { $number }（{ $place }）：居民说办了但不服。已结，居民可以让它接着办。

## 晚了，又不能延的

notice-late_head-no-more = ⚠️ { $number }{ $late }，承办{ $person }说：{ $reason }。这是{ $kind }，不能延。请定：换人 · 我来办。居民已知道晚了。
notice-late_head-unsaid-no-more = ⚠️ { $number }{ $late }，承办{ $person }还没说原因。这是{ $kind }，不能延。请定：换人 · 我来办。居民已知道晚了。

## 这里就答得上来的问题

answer-shown = 💡 { $title }：{ $text }
answer-source = 出处：{ $source }
answer-enough = 这样说，清楚了吗？不清楚就问办公室。
button-answered = 谢谢，清楚了
button-ask-office = 还是要问
answer-was-enough = 帮上忙就好。什么都没交上去；想问办公室，点一下就行。

answer-time-title = 要等多久
answer-time-words = 要等多久|等多久|多久 答复|多久 回复|多长时间 答复|多长时间 回复|几天 答复|几天 回复|什么时候 答复|什么时候 回复|多久 办好
answer-time = { $notice }天内告诉您谁来办、怎么办。有人接了以后，问问题的{ $question }天内答复，要办的事{ $request }天内办结。是哪一天，卡上写着，发 /my 随时能看。
answer-name-title = 谁知道您的名字
answer-name-words = 泄露 信息|泄露 姓名|谁 知道 名字|谁 看到 名字|知道 我是谁|会不会 泄露|保密 吗|匿名|实名
answer-name = 只有受理办公室可以知道您是谁。办事的同志看到的是您的话和地点，名字、号码都涂掉了。群里只有号码。
answer-follow-title = 怎么看办到哪了
answer-follow-words = 办到 哪|反映 办到 哪|投诉 办到 哪|投诉 进度|查 进度|看 进度|查询 进度|查询 结果|怎么 查询
answer-follow = 发 /my ，您的事都在，办到哪了一看就知道。有动静会告诉您，最多隔两个星期。等急了，点“催一催”。
answer-withdraw-title = 怎么撤回
answer-withdraw-words = 撤回|撤回 投诉|撤回 反映|撤销 投诉|撤诉|取消 投诉|撤掉 投诉|不想 投诉
answer-withdraw = 发 /my ，打开那件事，点“撤回”。不用说理由，以后还能再提。
answer-again-title = 没办好，怎么再提
answer-again-words = 再次 投诉|重新 投诉|再 投诉|没办好 怎么|不满意 怎么|不服 怎么|申请 复查|怎么 复查
answer-again = 发 /my 打开那件事，点“其实没办好”，马上接着办；第二次起换人。要办的事，对答复不服，{ $review }天内可以请上级复查，不收钱。
answer-cost-title = 要不要钱
answer-cost-words = 投诉 钱|投诉 收费|反映 收费|反映 钱|收费 吗|要钱 吗|收钱 吗|花钱 吗|要不要 钱|收不收 费|交 多少 钱
answer-cost = 不要钱。交、查、复查都不收钱，谁也不能跟您要钱要东西。有人要，就写在这里。
answer-number-title = 打哪个电话
answer-number-words = 打 哪个 电话|打 什么 电话|热线 电话|热线 号码|电话 是多少|打 几号
answer-number = 有危险：110 警、119 火、120 救人。别的事 12345，白天夜里都有人；欠薪 12333；干部的事 12388。也可以直接写在这里。

## 道谢

thanked = 🙏 转告了：{ $unit }{ $person }和负责人会看到您的话，他们心里会暖和。以后有什么事，随时写给我。
thanked-office = 🙏 转告受理办公室了，他们心里会暖和。以后有什么事，随时写给我。
staff-digest-thanks = 🙏 居民道谢
staff-digest-thanks-line = “{ $words }”（{ $number }）
staff-digest-thanks-alone = “{ $words }”
