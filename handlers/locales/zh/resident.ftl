# 居民看到的话。照 VOICE 的口气：短、暖、实在，一次只说一件事。

## 大家都用

language-name = 中文
language-which = 咱们用哪种话说？
language-set = 好，咱们说中文。
welcome =
    您好！家门口有什么难处，像跟邻居说话那样，直接写在这里。
    您会有一个号码，有人负责，一直跟到您说办好了为止。
    English: /en · 我的事：/my · 帮助：/help
help-resident =
    有什么事、在哪儿，直接写给我就行。
    /my 您的事，办到哪了
    /language 中文或 English
    /cancel 停下，/back 退一步
button-help-my = 📄 我的事
button-help-more = 还能做什么
button-help-resident = 大家都能做的
help-more = 这里还能：
help-line = { $command } { $what }
menu-my = 我的事
menu-case = 按号码看一件事
menu-language = 中文或 English
menu-help = 这里能做什么
menu-cancel = 停下
nothing-open = 现在没有要停的。有什么事，随时写给我。
cancelled = 停下了，什么都没变。
cancelled-draft = 还没交。您写的给您留{ $days }天。

small-hello = 你好|您好|你们好|在吗|在不在|有人吗|有人在吗|请问有人吗|喂|喂喂|早上好|下午好|晚上好|hello|hi
small-hello-answer = 您好！有什么事？在哪儿？用自己的话写给我就行。
small-thanks = 谢谢|谢谢您|谢谢你|谢谢啊|谢谢了|谢谢你们|多谢|多谢了|感谢|非常感谢|辛苦了|好的|好|知道了|收到|thanks|ok
small-thanks-answer = 不客气。还有什么事，随时写给我。
small-tap-answer = 是回答上一句吗？请点一下上面合适的按钮。有别的事，直接写在这里。
small-human = 人工|转人工|找人工|人工服务|我要人工|我要找人|找个人|human
small-human-answer = 您在这里写的，都是办公室的人在看、在办，有什么事直接写就行。想当面说，发 /reception 约个日子；有人有危险，发 /sos 。
small-who = 你是谁|您是谁|你是机器人吗|是机器人吗|你是人吗|这是什么|who are you
small-who-answer = 我是个传话的程序：您的话，我交给该管的人，一直跟到您说办好了为止。有什么事，直接写给我。

## 写事情

words-only = 这种消息我看不懂。请写一两句、说一段，或者发照片、视频、文件、位置。
words-only-caption = 这种消息我存不了；跟着来的文字我收下了。
words-none = 没看到字。请写一两句，出了什么事。
words-many = 写得真细，谢谢。先留下前{ $limit }个字，剩下的以后再补。
edited-unknown = 看到您改了前面的一条。要紧的话，请重新发一条。
correction = 更正：{ $words }

draft-card = 您说的是：{ $summary }。类别：{ $category }。地点：{ $place }。对吗？对就点“交上去”；不对点“改一改”。名字只有受理办公室知道。
draft-card-where =
    您说的是：{ $summary }。类别：{ $category }。
    在哪儿？打村名就行；说不清也能“交上去”。名字只有受理办公室知道。
draft-as-resident = （这是您作为居民，自己反映的事：）
draft-which-place = 是哪一个？都不是，就打上乡镇和村名。
draft-place-noted = 记下了：{ $place }。
draft-place-left = 没选也不要紧，照样办。知道是哪一个，写在这里就行。
draft-place-over = 这里不用再选了。
draft-place-in-words = 没找到这个地名，您的说法照样带上。
draft-place-far = 离得太远，认不出是哪个村。愿意的话打一下村名。
draft-place-gone = 这个地方已经不在册了。现在是在哪儿？
draft-category-gone = 这个类别已经不用了。点“改一改”另选，或者直接“交上去”。
draft-not-sent = 还没交上去呢：
draft-dropped = 没交，也没留。想说随时再写。
place-shared = 您发的位置
button-send = 交上去
button-change = 改一改
button-dont-send = 先不交
button-share-place = 📍 发我的位置
button-go-on = 接着写
button-throw-away = 不要了

change-what = 改哪里？
change-words = 改话
change-category = 改类别
change-place = 改地点
change-words-ask = 该怎么说，请重新写一遍。
change-category-ask = 是哪方面的事？
change-where = 在哪儿？打乡镇和村名。
mistake-place = 请打地名，或者把位置发过来。

filed = 收到了，不会丢。号码 { $number }，念给家里人记一下。{ $date }前，{ $unit }会告诉您怎么办。
filed-code = 查询码：{ $code }。凭它只能看办到哪了，别的看不到。只给您看这一次。
toast-sent = 交上去了

## 跟正在办的事有关

about-one = “{ $summary }”，说的是 { $number }（{ $category }）吗？
about-many = “{ $summary }”，说的是您正在办的{ $count }件里的一件吗？
about-which = 是哪一件？
about-closed = { $number } 已经结了。是没办好，还是一件新的事？
button-add-to = 加到 { $number }
button-add-to-one = 加到其中一件
button-new-matter = 是新的事
button-case = { $number } { $category }
added = 加到 { $number } 里了，{ $unit }看得到。
added-correction = 更正加到 { $number } 里了，{ $unit }看得到。
answer-passed = 当作 { $number } 的回答转过去了，谢谢您！
button-something-else = 说的是别的事
note-something-else = （居民说：上面那段不是回答，是另一件事。）

## 自己的事

my-none = 您在这里还没有事情。有什么事，直接写给我。
my-head = { $count ->
   *[other] 您的{ $count }件事：
}
my-line = { $number } · { $category } · { $place } · { $state }
number-wrong = 号码好像有一位不对，请再核对一遍，或者看 /my 。
number-none = 这不是我们的号码。号码像 260302-4830235 这样；您的都在 /my 。
case-head = { $number } · { $category } · { $place }
case-waiting = { $unit }，{ $state }。{ $date }前告诉您怎么办（{ $left }）。
case-working = { $unit }{ $person }在办，最晚{ $date }给您书面答复（{ $left }）。
case-proposed = { $unit }：{ $state }。
case-promised = { $unit }{ $person }答应{ $date }前办好（{ $left }）。
case-closed = { $unit }：{ $state }。
case-question = ❓ 想问您：{ $question }
code-state = { $number }：{ $unit }，{ $state }。最晚{ $date }。
code-state-over = { $number }：{ $unit }，{ $state }。
code-unknown = 没有这个查询码，或者打错了一位。请再核对一遍。
refused-code-tries = 查询码一小时只能试五次。请过一会儿再试。
button-open = 看一看
button-urge = 催一催
button-withdraw = 撤回
button-withdraw-yes = 撤回
button-withdraw-no = 不撤了
button-reopen = 其实没办好
button-stars = 打个分
button-explain = 讲给我听
button-verdict-done = 办好了
button-verdict-half = 一半
button-verdict-not_done = 没办
button-verdict-disagree = 办了但我不服
button-still-solved = 还好着
urged = 催了。{ $unit }知道您在等 { $number } 的消息。
withdraw-sure = 真的撤回 { $number } 吗？撤了就没人接着办了，以后还能再提。
hard-to-follow = 看不懂，点“讲给我听”，有人讲给您听。
was-it-done = 照您看，办好了吗？照实说，承办人不知道哪个分是您打的。
explain-asked = 已经请{ $unit }讲给您听。办没办好，不急着答。
note-explain = （居民看不懂答复，请用大白话讲一讲。）
goes-on = 谢谢您照实说。{ $number } 接着办，最晚{ $date }给您答复。
what-is-missing = 还差什么？一句话就行。
missing-skipped = 好。想起什么，直接写在这里。
solved = 太好了！{ $number } 办结了。办得怎么样，打几颗星？没人知道是您打的。
stars-how-many = { $number } 办得怎么样，打几颗星？没人知道是您打的。
rated = 谢谢您！
still-solved-yes = 那就好。再有什么不对，直接写给我。

## 经过

event-filed = 您告诉了我们
event-assigned = { $unit }接到
event-accepted = { $person }接了
event-asked = 问：{ $question }
event-answered = 您回答：{ $words }
event-added = 您补充：{ $words }
event-progress = { $news }
event-visit = { $at }上门看
event-waiting = 等到{ $until }：{ $why }
event-help = { $person }求助：{ $why }
event-declined = { $person }没接：{ $why }
event-late_explained = 晚的原因：{ $why }
event-date_set = 另定了日子：{ $until }
event-proposed = 有了答复
event-promised = 答应{ $by }前办好
event-judged = 您说：{ $verdict }
event-reopened = 接着办
event-urged = 您催过一次
event-withdrawn = 您撤回了
event-closed = 办结
event-handed = 换了人办
event-taken = { $person }接过去办
event-left_open = 经办人离开了，正在另定人
event-supervisor_told = 晚了，上面已经知道

## 通知

resident-line = { $number } · { $category } · { $what }
resident-short-question_again = 还有一句想问您
resident-short-visit_tomorrow = 明天上门来看
resident-short-reminded_confirm = 办好了吗？
resident-short-closed_no_answer = 先放一放，不算办好
resident-short-status = 还在办，最晚{ $date }
resident-short-late_resident = 晚了，上面已经知道
resident-short-stars_again = 打几颗星？
resident-short-still_solved = 现在还好着吗？
notice-accepted = 您的事由{ $unit }{ $person }来办，最晚{ $date }给您书面答复。想起什么，直接发在这里。
notice-asked = 办事的同志想问：{ $question } 打字、说话、拍照都行。不知道也没关系，照样办。
notice-question_again = { $number } 还有一句想问您：{ $question } 打字、说话、拍照都行。不知道也没关系，照样办。
notice-progress = { $now }：{ $news }。
progress-step = 下一步：{ $step }。
progress-step-when = 下一步：{ $step }，大约{ $date }。
notice-visit = { $unit }{ $person }{ $date } { $time } 上门来看。
notice-visit_tomorrow = 明天{ $date } { $time }，{ $unit }{ $person }上门来看。不方便就写一声。
visit-note = { $note }
notice-waiting = { $number }：{ $date }以前办不了，因为{ $why }。到时候我们再问。
notice-outcome = { $number } 的答复来了。
notice-promised = { $number } 有了准话，到那天我们再问您。
notice-reminded_confirm = { $number } 有答复了，等您一句话。照您看，办好了吗？
notice-closed_no_answer = 问了您{ $count }次没回音，{ $number } 先放一放，不算办好。{ $date }前随时说“没好”，马上接着办。
notice-status = { $number }：{ $state }。在{ $unit }手里，最晚{ $date }。
notice-status-same = { $number }：还没新消息，但没忘。在{ $unit }手里，最晚{ $date }。
notice-late_resident = { $number } 晚了，对不住。{ $unit }的上级已经知道，会催。您不用做什么。
notice-stars_again = { $number } 办得怎么样，打几颗星？点一下就行，没人知道是您打的。
notice-still_solved = { $number } 办好四个星期了，现在还好着吗？
notice-draft_left = 您写了一半：{ $summary }。还没交。接着写吗？
notice-draft_shelved = 您写了一半的先收起来了：{ $summary }。没交上去，随时能接着写。
notice-reassigned = { $number } 换到{ $unit }办了。什么都没丢，最晚还是{ $date }。
notice-withdrawn_ok = { $number } 照您的意思撤回了。再需要，直接写给我。
notice-contested = 不服可以请{ $body }再查一遍，不收钱，{ $date }前点这里。打官司或行政复议另有期限，别耽误。
notice-reopened_ok = { $number } 接着办，最晚{ $date }给您答复。
body-above = 上一级

refused-draft-gone = 那一份已经不要了。有什么事，重新写就行。
refused-draft-joined = 那一份已经并到一件在办的事里了，没丢。都在 /my 。
refused-no-words = 里面还什么都没有。请写写出了什么事，或者发张照片。
refused-no-area = 这里暂时还交不了，请晚点再试；您写的都留着。
refused-area-unknown = 这个地方已经不在册了，请打别的地名。
refused-place-gone = 这个地方选不了了，请打地名。
refused-stars-unknown = 请打一到五颗星。
