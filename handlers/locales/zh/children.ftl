# 孩子自己写来的，和孩子可能受了伤害的。

child-ask = 你写的话收好了，会有人管。你还不满{ $under }岁吧？家里有大人知道这件事吗？
button-child-guardian = 大人知道，也同意
button-guardian-link = 给大人的链接
guardian-link-coming = 马上就来。把它给大人，大人点一下就行，看不到你写的话。
notice-guardian_link =
    把这个给家里知道的大人。点一下就行，看不到你写的话。{ $date }前能用：
    { $addresses }
    也可以让大人给我发 /start { $code }
consent-ask-guardian = 您家的孩子给镇里写了一件事，说您知道。您知道吗，同意吗？孩子写的话，只有孩子和办公室知道。
button-consent-guardian-yes = 知道，同意
button-consent-guardian-no = 不同意
consent-guardian-yes = 谢谢，记下了。想找办公室的人说说，直接写在这里。
consent-guardian-no = 知道了。受理办公室会有人跟孩子说说。有话随时写在这里。
button-child-alone = 就我自己
button-child-grown = 我满岁数了
child-guardian-name = 好。大人怎么称呼？只有受理办公室知道；不想说也行。
child-guardian = 好，记下了。有什么事，随时写在这里。
child-alone = 没关系，话都收好了，照样有人管。办公室的人会联系你。要是有人伤害你，打 { $police }，或者发 /sos 。
child-grown = 好，记下了。您的事照样办。
notice-guardian_silent = 家里大人还没点那个链接。没关系，事照样办。可以再给大人看看，{ $date }前能用；也可以请大人打个电话，或者来办公室说一声。
resident-short-guardian_silent = 给大人的链接还没点
button-guardian-link-again = 再要一个链接
notice-guardian_unheard = 🧒 { $number }（{ $place }，{ $category }）：孩子说的那位大人一直没点链接，{ $date }就不能用了。请打个电话或上门问问，问完记一下。
staff-short-guardian_unheard = 大人没点链接，请去问问
staff-card-child = 🧒 写的人可能是孩子，还没有大人出面。
staff-card-child-guardian = 🧒 写的人是孩子，{ $who }知道，也同意。
button-guardian-beside = 大人就在我旁边
beside-name = 请把手机给大人。大人您好：您家孩子在这里给镇里写了一件事，说您知道。您怎么称呼？只有受理办公室知道。
beside-ask = { $name }，您是孩子的家长或监护人吗，同意吗？请您自己点。会记下这是在孩子的聊天里说的。
button-beside-yes = 我是家长，我同意
button-beside-no = 我不同意
beside-yes = 谢谢，记下了。办公室可能还会给您打个电话。现在请把手机还给孩子。
refused-not-beside = 这件事不能在这个聊天里说。大人可以用自己的链接，也可以跟办公室说一声。
refused-consent-known = 家里已经有大人说过同意了，不用再点。要是您不知道这回事，直接写在这里。
staff-card-child-beside = 🧒 写的人是孩子；{ $who }在孩子的聊天里说知道，也同意。拿不准就问问大人。
staff-card-child-named = 🧒 写的人是孩子，说{ $who }知道；大人自己还没点头。
staff-button-record_guardian = 问过大人了，同意
staff-guardian-recorded = { $number }：记下了，家里大人知道，也同意。
notice-guardian_denied = 🧒 { $number }（{ $place }，{ $category }）：孩子说的那位大人不同意。请跟孩子说说，好好问问。
staff-short-guardian_denied = 大人不同意，请跟孩子说说
event-guardian_link-staff = 做了给大人的链接
event-guardian_agreed-staff = { $way ->
    [beside] 有人在孩子的聊天里以大人的身份说知道，也同意
   *[other] 大人说知道，也同意
}
event-guardian_denied-staff = { $way ->
    [beside] 有人在孩子的聊天里以大人的身份说不同意
   *[other] 大人说不同意
}
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
