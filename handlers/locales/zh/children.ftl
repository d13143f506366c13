# 孩子自己写来的，和孩子可能受了伤害的。

child-ask = 你写的话收好了，会有人管。你还不满{ $under }岁吧？家里有大人知道这件事吗？
button-child-guardian = 大人知道，也同意
button-child-alone = 就我自己
button-child-grown = 我满岁数了
child-guardian-name = 好。大人怎么称呼？只有受理办公室知道；不想说也行。
child-guardian = 好，记下了。有什么事，随时写在这里。
child-alone = 没关系，话都收好了，照样有人管。办公室的人会联系你。要是有人伤害你，打 { $police }，或者发 /sos 。
child-grown = 好，记下了。您的事照样办。
staff-card-child = 🧒 写的人可能是孩子，还没有大人出面。
staff-card-child-guardian = 🧒 写的人是孩子，{ $who }知道，也同意。
guardian-unnamed = 家里大人
notice-child_alone = 🧒 { $number }（{ $place }，{ $category }）像是孩子自己写的，没有大人在旁边。请联系一下，好好问问。
staff-short-child_alone = 像是孩子自己写的，请联系
event-child_said-staff = 问过孩子：有没有大人知道

danger-ask-child = 是不是有孩子受了伤害？现在就有危险，先打：{ $police } 警 · { $ambulance } 救人。打不了，点“请人帮帮孩子”。话我们留着，不会告诉伤害孩子的人。
button-danger-yes-child = 🆘 请人帮帮孩子
button-danger-no-child = 没有孩子受伤害
notice-danger_ringing-child = 正在叫{ $person }来帮孩子，有人接手马上告诉您。打得了电话就别等：{ $police } 警 · { $ambulance } 救人。您接着写的，原样转给来的人。
notice-danger_nobody-child = 我们这会儿叫不到人，别等！马上打：{ $police } 警 · { $ambulance } 救人，也告诉一个信得过的大人。我们接着叫。
alarm-head-child = 🧒 { $time } 有孩子可能受了伤害，要人去看！
