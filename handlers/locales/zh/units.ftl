# 单位之间：对派件有异议、主办协办、单位之间说的话、基层吹哨。

## 单位对派件有异议（第二十三条）；几家谈不拢（第二十四条）

staff-button-object_to = 不归我们
staff-button-disagree = 谈不拢
staff-button-decide_objection = 定归属
staff-button-objection_goes = 给别的单位
staff-button-objection_stays = 不改
staff-button-unknown = 说不准
staff-leader-over-area = 分管领导
staff-those-above = 上面的同志
staff-ask-object = { $number }：为什么不归{ $unit }？定的人看得到，居民看不到。时间照算。
staff-ask-whose = 那归哪个单位？点一个，打名字里的几个字，或者说不准。
staff-ask-disagree = { $number }：哪里谈不拢？由几家共同的上级来定。时间照算。
staff-ask-stays = { $number }还归{ $unit }。为什么？他们看得到。
staff-objected = { $number }：由{ $by }来定。没定之前还归您，时间照算。
staff-objected-final = { $number }：由{ $by }来定，定了就算数。没定之前还归您，时间照算。
staff-disagreed = { $number }：由{ $by }来定。没定之前照旧，时间照算。
staff-stays = { $number }还归{ $unit }，原因告诉他们了。
staff-undisputed = { $number }：已经定过了。
staff-objection-names = 他们说应该归{ $named }。
staff-objection-final = 这是第二次提，或者几家谈不拢：您定了就算数。
staff-objection-ended = 这次定了就不再改。
staff-card-objected = ⚖️ { $by }说不归他们，还没人定：“{ $why }”
staff-card-disagreed = ⚖️ 几家谈不拢。{ $by }：“{ $why }”
notice-objection = ⚖️ { $by }说{ $number }（{ $place }，{ $category }）不归他们：“{ $why }”
notice-objection-joint = ⚖️ 一起办{ $number }（{ $place }，{ $category }）的几家谈不拢。{ $by }：“{ $why }” 请定：谁牵头？
notice-objection_waits = ⏰ { $number }（{ $place }，{ $category }）归谁，从{ $since }起没人定。{ $by }：“{ $why }”
notice-objection_waits-joint = ⏰ 一起办{ $number }（{ $place }，{ $category }）的几家，从{ $since }起等人定。{ $by }：“{ $why }” 请定：谁牵头？
notice-objection_approved = ⚖️ { $number }（{ $place }）转给{ $decided }了。
notice-objection_refused = ⚖️ { $number }（{ $place }）还归{ $decided }。时间一直在算：{ $left }。
notice-objection_climbed = { $number }（{ $place }）归谁还没人定，已经报给{ $person }。没定之前还归您。
staff-short-objection = 归谁？等您定
staff-short-objection_waits = 归谁还没定
staff-short-objection_approved = 照您说的，转走了
staff-short-objection_refused = 还归您
staff-short-objection_climbed = 归谁，又往上报了
event-objected = { $unit }说不归他们：{ $why }
event-disagreed = { $unit }谈不拢：{ $why }
event-objection_approved = 定了：归{ $unit }。{ $why }
event-objection_refused = 定了：还归{ $unit }。{ $why }
event-objection_climbed = 归谁没人定，报给了上面
refused-objected-enough = 归谁已经定死了。哪里办不动，请负责人帮忙。
refused-objection-late = 提异议的日子过了。请负责人去和受理办公室说。
refused-unit-has-it = 已经在这个单位了，请换一个。
refused-pushed-down = 局里的活不能自己派给乡镇。要派，请受理办公室来定。

## 主办协办：主办对居民负责，协办各有一份

staff-button-add_unit = 加协办
staff-button-part = { $assisting }那份
part-button-accept = 我接
part-button-report = 报结果
part-button-hand = 转给同事
part-button-drop = 收回
part-asked = 还没人接
part-at_work = 在办
part-reported = 报了结果
part-dropped = 收回了
part-over = 随案子结了
staff-ask-assisting = { $number }（{ $category }，{ $place }）：加哪个单位协办？对居民还是{ $unit }负责。点一个，或者打名字里的几个字。
staff-ask-part = 请他们做什么？说清楚，别写人名；居民看不到。
staff-ask-part-day = 哪天前办好？主办的时间照算。
staff-ask-part-report = { $number }，您那份“{ $what }”：办得怎样？主办看得到，居民看不到。
staff-ask-alone = { $units }那份还没交。为什么不等？几家看得到，居民看不到。
staff-and = 、
staff-part-added = { $number }：{ $assisting }协办，{ $date }前。两家都告诉了。
staff-part-dropped = { $number }：{ $assisting }不再协办，也看不到这件了。
staff-part-handed = { $number }：那份由{ $person }办了。
staff-part-reported = { $number }：主办收到了。辛苦了！
staff-part-card =
    🤝 { $number } · { $category } · 📍 { $place }
    { $assisting }协办，{ $unit }主办。
    要做的：{ $what }
    这件事：“{ $words }”
staff-part-by = ⏰ { $date }前（{ $days }）：{ $standing }，{ $holder }。
staff-part-result = 结果：{ $result }
staff-part-line = 🤝 { $assisting }：{ $what } { $date }前（{ $days }），{ $standing }。
staff-part-line-over = 🤝 { $assisting }：{ $what } { $standing }。{ $result }
staff-parts = 另有{ $count }份协办，先到期的在前：
staff-parts-line = { $number } · { $place } · { $what } · { $days }
notice-part_added = 🤝 别的单位请你们协办，这一份归您，接不接？
notice-part_handed = 🤝 同事转来一份协办。
notice-part_accept = ⏰ { $assisting }那份还没人接。
notice-part_due = ⏰ { $assisting }那份{ $date }前要交。
notice-part_late_own = ⚠️ 这份晚了，上面正在知道。有多少先报多少，卡住了就告诉各单位。
notice-part_late = ⚠️ { $number }（{ $place }）：{ $assisting }那份{ $days }，{ $holder }在办：“{ $what }”
notice-part_given = 🤝 { $number }（{ $place }）：{ $assisting }协办，{ $date }前：“{ $what }” 对居民还是您答复。
notice-part_accepted = 🤝 { $number }（{ $place }）：{ $assisting }{ $holder }接了那份。
notice-part_reported = 🤝 { $number }（{ $place }）：{ $assisting }报结果：“{ $result }”
notice-part_over = { $number }（{ $place }）已经结了，您那份不用再办。辛苦了！
notice-part_dropped = { $number }（{ $place }）：{ $assisting }那份不用办了。
staff-short-part_added = 请你们协办一份
staff-short-part_handed = 转给您一份协办
staff-short-part_accept = 协办那份还没人接
staff-short-part_due = 协办那份快到期
staff-short-part_late_own = 您那份晚了
staff-short-part_late = 有一份协办晚了
staff-short-part_given = 有单位协办了
staff-short-part_accepted = 协办那份有人接了
staff-short-part_reported = 协办那份报了结果
staff-short-part_over = 结了，那份不用办了
staff-short-part_dropped = 那份不用办了
event-part_added = { $unit }协办，{ $until }前：{ $what }
event-part_accepted = { $unit }接了那份
event-part_handed = { $unit }那份换了人
event-part_offered = { $unit }那份另找人接
event-part_reported = { $unit }报结果：{ $result }
event-part_dropped = { $unit }不再协办
event-answered_alone = 没等齐就答复：{ $why }
refused-unit-leads = 这件就是这个单位主办的。
refused-unit-assists = 这个单位已经有一份没交的了。
refused-part-over = 那一份已经了结。手上的看 /cases 。
refused-parts-open = 还有{ $count }家那份没交。打开案子再写一次答复，会问您为什么不等。

## 单位之间说的话

staff-button-note = 告诉各单位
staff-reply-note = 告诉各单位
staff-ask-note = { $number }：想对别的单位说什么？打字、照片、文件都行。居民永远看不到。
staff-noted-units = { $number }：各单位收到了，居民看不到。
staff-files-alone = 发了文件，在下面
notice-noted = 💬 { $number }，{ $by }（{ $person }）：{ $words }
staff-short-noted = 别的单位有话
event-noted = 💬 { $unit }对各单位说：{ $words }

## 基层吹哨

kind-difficulty = 基层难题
menu-whistle = 吹哨：这里解决不了的
staff-button-raise_difficulty = 吹哨求助
staff-button-whistle = 吹哨
staff-ask-whistle-unit = 哪个单位解决得了？点一个，或者打名字里的几个字。他们要像答复居民一样答复您。
staff-ask-whistle = 什么事解决不了，要他们做什么？说清楚，别写人名；照片、文件也可以发。
staff-difficulty-shown =
    📣 向{ $unit }吹哨：“{ $words }”
    他们要接下，{ $days }天内答复。解没解决，您说了算。
staff-difficulty-raised = 📣 { $number }到{ $unit }了，{ $date }前告诉您谁来办。在您自己的事里看得到：/my
staff-card-raised = 📣 { $by }吹的哨：他们解决不了。解没解决，吹哨的人说了算。
staff-why-raised = 下面的单位解决不了，点名找你们。
staff-button-ask-difficulty = 问一句
staff-asked-difficulty = 问了。{ $number }时间照算。
staff-told-difficulty = 告诉他们了。
staff-proposed-difficulty = 发出去了。解没解决，等吹哨的人说。
notice-accepted-difficulty = 📣 { $number }由{ $unit }{ $person }来办，最晚{ $date }答复。想补充，直接发在这里。
notice-late_resident-difficulty = 📣 { $number } 在{ $unit }晚了，两家的上级正在知道。
notice-reminded_confirm-difficulty = 📣 { $number } 有答复了。解决了吗？
path-difficulty = 怎么办：他们去查，答复您。
was-it-done-difficulty = 解决了吗？
difficulty-solved = 📣 { $number } 了结。谢谢您说一声！
goes-on-difficulty = { $number } 请他们接着办，两家的上级也知道了。最晚{ $date }答复。
notice-added-difficulty = { $number }吹哨的人补充：“{ $words }”
notice-answered-difficulty = { $number }吹哨的人回答：“{ $words }”
notice-urged-difficulty = 吹哨的人问{ $number }（{ $place }）办得怎样了，报一句进展就好。
notice-judged-half-difficulty = { $number }（{ $place }）：吹哨的人说解决了一半，接着办。
notice-judged-not_done-difficulty = { $number }（{ $place }）：吹哨的人说没解决，接着办。
notice-closed_solved-difficulty = { $number }（{ $place }）：吹哨的人说解决了。辛苦了！
notice-withdrawn-difficulty = { $number }（{ $place }）：吹哨的人收回了，不用再办。
notice-late_head-no-more-difficulty = ⚠️ { $number }{ $late }，承办{ $person }说：{ $reason }。请定：换人 · 我来办。吹哨的人已知道晚了。
notice-late_head-unsaid-no-more-difficulty = ⚠️ { $number }{ $late }，承办{ $person }还没说原因。请定：换人 · 我来办。吹哨的人已知道晚了。
notice-late_head-waiting-difficulty = ⚠️ { $number }{ $late }，{ $unit }还没人接。请定：派人 · 我来办。吹哨的人已知道晚了。
notice-difficulty_unsolved = 📣 { $number }（{ $place }）：{ $by }说{ $unit }没解决。您是两家的上级。
notice-difficulty_late = 📣 { $number }（{ $place }）：{ $unit }欠{ $by }一个答复，{ $left }。您是两家的上级。
staff-short-difficulty_unsolved = 下面的单位说没解决
staff-short-difficulty_late = 给下面单位的答复晚了
event-raised = { $unit }吹哨
event-difficulty_raised = 向{ $unit }吹哨，号码{ $number }
refused-not-upward = 吹哨只能向本地或者上面的单位，不能向下，也不能向邻镇。要邻镇帮忙，请受理办公室加协办。
refused-unit-staff-only = 这是给单位里的同志用的。

## 谁可以做什么，给管理员看（docs/permissions.zh.md）

relation-assisting = 协办的人
relation-assisting-means = 在有一份协办的单位任职，或者是它上级单位的负责人
right-object_to = 说这件不归本单位
right-object_to-if = 要在这个单位任职；没有等人定的；不是复查、复核；在提异议的工作日之内，最多两次
right-decide_objection = 定归哪个单位
right-decide_objection-if = 有等人定的；第一次由辖区上任职的人定，最后一次由有争议各单位共同上级的负责人，或者督查员、分管领导、管理员定；提异议的人自己不能定
right-add_unit = 加协办单位
right-add_unit-if = 已经在某个单位；负责人要是两家的上级，而且不能把局里的活派给乡镇
right-drop_unit = 收回协办
right-drop_unit-if = 有单位协办；负责人要是两家的上级
right-disagree = 说几家谈不拢
right-disagree-if = 有单位协办，没有等人定的
right-note = 告诉各单位
right-note-if = 有单位协办
right-accept_part = 接本单位那份协办
right-hand_part = 把本单位那份协办转给同事
right-report_part = 报自己接的那份协办的结果
right-raise_difficulty = 为这件事吹哨
