# 居民和工作人员都会看到的话。

## 日子

weekday-1 = 周一
weekday-2 = 周二
weekday-3 = 周三
weekday-4 = 周四
weekday-5 = 周五
weekday-6 = 周六
weekday-7 = 周日
month-1 = 1
month-2 = 2
month-3 = 3
month-4 = 4
month-5 = 5
month-6 = 6
month-7 = 7
month-8 = 8
month-9 = 9
month-10 = 10
month-11 = 11
month-12 = 12
day = { $month }月{ $day }日（{ $weekday }）
day-other-year = { $year }年{ $month }月{ $day }日（{ $weekday }）
days-left = { $days ->
    [0] 今天是最后一天
   *[other] 还有{ $days }天
}
days-late = 过期{ $days }天

## 案件

category-unsaid = 还没选
place-unsaid = 没说地点
intake-office = 受理办公室
nobody-yet = 工作人员
state-waiting = 等人接手
state-working = 正在办
state-proposed = 已答复，等居民回话
state-proposed-you = 有答复了，等您一句话
state-promised = 答应了日子
closing-solved = 办好了
closing-answered = 答复了
closing-contested = 办了，居民不服
closing-contested-you = 办了，您不服
closing-no_answer = 没等到居民回音，先放着
closing-no_answer-you = 没等到您回音，先放着
closing-withdrawn = 居民撤回了
closing-withdrawn-you = 您撤回了

outcome-done = ✅ 办好了
outcome-promised = 📅 答应{ $date }前办好
outcome-answered = 💬 答复您
outcome-refused = 🚫 办不了
outcome-passed = ➡️ 转给{ $body }，那边已接下
outcome-found = 查到：{ $found }
outcome-work = 做了：{ $work }
outcome-plan = 要做：{ $work }
outcome-basis = 依据：{ $basis }

verdict-done = 办好了
verdict-half = 办了一半
verdict-not_done = 没办
verdict-disagree = 办了但不服

colon = ：
between-sentences = { "" }
timeline-line = { $date }：{ $what }

## 按钮和小词

button-back = ⬅️ 上一步
button-cancel = ✖️ 取消
button-skip = 跳过

## 几件事合成一条

joined-head = 有{ $count }件事等着：
joined-more = ……还有{ $count }件：/my
joined-foot = 点号码就能打开。

## 做不了的，和能做的

unknown-command = 这个我不懂。有什么事，直接用自己的话写给我；别的看 /help 。
mistake-words = 这里我只看得懂文字，请用自己的话打出来。
mistake-empty = 没看到字，请再打一遍。
mistake-long = 有点长了，最多{ $limit }个字。
mistake-choice = 请点下面的按钮，或者打它的序号。
mistake-day = 没看懂是哪天。可以写“明天”“3天后”或“11月25日”。
mistake-day-past = 那天已经过了，请写以后的日子。
mistake-day-far = 太远了，最多{ $days }天以内。

refused-stale = 这个按钮是早先的，给您看现在的情况。
old-button-command = 这个按钮是早先的。现在能做什么，发 /help 看看。
old-button-question = 那个问题已经过了，什么都没改。还有别的事，直接写在这里。
old-button-draft = 那个选项没有了，您的话还在。点最新的那张卡，或者接着写。
old-button-alarm = 这个按钮是早先的。有人有危险，就发 /sos 。
old-button-part = 这个按钮是早先的，什么都没改。发 /cases 看您手上的。
old-button-task = 这个按钮是早先的，什么都没改。发 /tasks 看还没办的。
old-button-policy = 这个按钮是早先的，什么都没改。现在管用的，发 /policies 查。
old-button-reception = 这个按钮是早先的，什么都没改。发 /reception 看接访的日子和您的号。
old-button-outing = 这个按钮是早先的，什么都没改。发 /onsite 看现在的安排。
old-button-group = 这个按钮是早先的。单独给我发消息，给您看现在的情况。
old-button-other = 不认得这个按钮。能做什么，发 /help 看看。
refused-not-found = 这里没找到。请核对一下号码，或者看 /my 。
refused-not-allowed = 这件事要由别的同志来办。
refused-wrong-state = 现在还做不了这个。情况看 /my 。
refused-already-filed = 已经交上去了，号码 { $number }
refused-already-accepted = { $person }已经接了，谢谢您。
refused-urged-already = 已经催过了，{ $date }可以再催。
refused-reopen-too-late = { $date }以前可以接着办，现在过了。把眼下的情况写给我，当新的事来办。
refused-rated-already = 您已经打过分了，谢谢！
refused-invite-unknown = 这个邀请用不了了，请让对方再发一个。
refused-which-unit = 您在几个单位都有岗位，请用带邀请码的 /bind 。
