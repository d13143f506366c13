# 有人有危险：怎么问、怎么叫人、谁来、到头来怎么样。

## 问居民

button-danger = 🆘 有人有危险
danger-ask = 有人有危险吗？先打：{ $police } 警 · { $fire } 火 · { $ambulance } 救人。打不了，点“帮我叫人”。您不是一个人，话我们留着。
danger-ask-despair = 听您这么说，心里很苦吧。您不是一个人。想说说话，打 { $comfort }，白天夜里都有人听；撑不住了，打 { $ambulance } 或 { $police }。也可以点下面，我们找个人陪您说。话我们都留着。
button-danger-yes = 🆘 帮我叫人
button-danger-yes-despair = 想有人陪我说说
button-danger-no = 没有危险
button-danger-no-despair = 我没事
danger-yes = 好，这就叫人。
danger-yes-despair = 好，这就找人陪您说。
danger-no = 那就放心了。您的话照样留着，该办的照样办。真有事，随时发 /sos 。
danger-no-despair = 那就好。什么时候想说说，打 { $comfort }，或者发 /sos ，都有人。
danger-no-late = 好，告诉他们了。还是会有人问您一声。
danger-no-late-despair = 好，告诉他们了。还是会有人问您一声。

## 叫人

danger-where = 您在哪儿？打地名，或者点下面发位置。
notice-danger_ringing = 正在叫{ $person }，有人接手马上告诉您。打得了电话就别等：{ $police } 警 · { $fire } 火 · { $ambulance } 救人。您接着写的，原样转给来的人。
notice-danger_ringing-despair = 正在找{ $person }，一有人接就告诉您。想说什么，慢慢写在这里，原样转过去。等不了，就打 { $comfort } 或 { $ambulance }。
notice-danger_nobody = 我们这会儿叫不到人，别等！马上打：{ $police } 警 · { $fire } 火 · { $ambulance } 救人，也喊身边的人。我们接着叫。
notice-danger_nobody-despair = 我们这会儿找不到人。您别一个人扛：打 { $comfort }，白天夜里都有人听；或者打 { $ambulance }。我们接着找。
notice-danger_still = 还没人接，又叫了{ $person }。打得了电话就别等：{ $police } 警 · { $fire } 火 · { $ambulance } 救人。
notice-danger_still-despair = 还没人接，又找了{ $person }。等不了，就打 { $comfort } 或 { $ambulance }。您不是一个人。
notice-danger_again = 刚才问您，没等到回音，我们不放心，再问一声。
notice-danger_taken = { $person }接手了，这就管。有话、有位置，直接发在这里，那边马上看到。
notice-danger_taken-despair = { $person }来陪您说。慢慢写，写在这里就行。
notice-danger_words = { $person }：{ $words }
notice-danger_file = { $person }发来的：
notice-danger_over = { $person }说，这边告一段落了。再有危险，先打电话，或者发 /sos 。
notice-danger_over-despair = { $person }先说到这里。什么时候又难受了，打 { $comfort }，或者发 /sos 。
danger-passed = 转给{ $person }了。
danger-passed-ringing = 正在叫人，这句话也转过去了。
danger-ringing-already = 已经在叫人了，有人接手马上告诉您。打得了电话就别等：{ $police } 警 · { $fire } 火 · { $ambulance } 救人。
danger-taken-already = { $person }已经在管了。有话直接写在这里，那边马上看到。
menu-sos = 有危险，马上叫人

## 被叫的人看到的

alarm-head = 🆘 { $time } 有人说：有危险，要人去！
alarm-head-despair = 🆘 { $time } 有人心里过不去，想有人陪着说说。
alarm-head-called = 🆘 { $time } 有人要我们马上叫人！
alarm-head-unanswered = ❗ { $time } 这段话里可能有危险。问了本人，没有回音。请看一看。
alarm-words = “{ $words }”
alarm-place = 📍 { $place }
alarm-state-ringing = 还没人接。人命关天，先打 { $police } · { $fire } · { $ambulance } 也行。
alarm-state-unanswered = 还没人看。
alarm-state-taken = { $person }在管。
alarm-state-denied = 本人说没有危险，不用再管。
alarm-state-over = { $person }办完了：{ $ending }
alarm-button-take = 🆘 我去
alarm-button-look = 我来看
alarm-button-ring = 叫值班员
alarm-button-write = 写给他
alarm-button-done = 办完了
alarm-button-back = 我去不了
alarm-yours = 归您了，居民知道了。
alarm-rung = 好，在叫别的人了。
alarm-written = 转给居民了。
alarm-done = 记下了，辛苦了！居民也知道了。
alarm-ask-words = 想对居民说什么？原样转过去，谁也看不到对方的账号。
alarm-ask-ending = 最后怎么样了？一两句话，记下来备查，居民看不到。
notice-alarm_words = 居民说（{ $place }）：“{ $words }”
notice-alarm_place = 居民发来位置：
notice-alarm_file = 居民发来的（{ $place }）
notice-alarm_yes = 🆘 居民说：有危险，要人帮！（{ $place }）
notice-alarm_calm = 居民说没有危险（{ $place }）。请还是问一声：也许身边有别人拿着手机。
notice-alarm_how = { $place }的事怎么样了？办完了请点“办完了”。
notice-alarm_still = { $place }的求助（{ $time }）由{ $person }在管，几个钟头了还没说完。请问一声。
refused-alarm-over = 这件已经过去了。
refused-alarm-taken = { $person }已经去了，谢谢您。
refused-alarm-take-first = 先点“我去”，归您了才能写。
refused-alarm-unreachable = 居民在聊天里联系不上了。请打电话，或者到那里去看。

## 清单

staff-alarms = 🆘 先看这{ $count }件：
alarm-line-ringing = 🆘 { $time } · { $place } · 在叫人，还没人接
alarm-line-unanswered = ❗ { $time } · { $place } · 可能有危险，没有回音
alarm-line-taken = { $time } · { $place } · 您在管
alarm-open = 🆘 { $time } { $place }
staff-held = 有{ $count }件等受理，先到期的在前。
staff-held-none = 没有等着的。
held-accusation = 反映干部或单位
held-voice = 有语音要听写
held-court = 打官司的事
held-many = 一天里写了很多件
held-no-route = 没有单位对得上
event-alarm_over = { $person }为危险的事去了：{ $words }
help-duty = 有人有危险时会叫您，不分白天夜里。点“我去”就归您，别人看得到；直接回复那条消息，就是写给居民。
menu-waiting = 等人管的
