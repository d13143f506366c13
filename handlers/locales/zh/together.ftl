# 同一件事：自己的已经在办，邻居的可以一起，几件并成一件，大家一起签名。

## 自己的同一件事

about-same = 这件事您已经交过：{ $number }（{ $category }），{ $unit }，{ $state }，{ $date }前有说法。有新情况就加进去，不用再交一遍。
button-add-to-that = 加进那一件
button-something-different = 是别的事

## 附近的同一件事

near-found = 附近有{ $count }件差不多的事，有人反映过，还在办：
near-joined = 这件事您已经跟着了，还在办：
near-line = { $no }. { $category } · { $place } · { $age } · { $people }
near-this-week = 这一周
near-weeks = { $count }周前
near-months = { $count }个月前
near-few = 一两个人
near-people = { $count }个人
near-which = 是哪一件？跟着它，有消息都会告诉您。
button-me-too = 我也是
button-one-of-these = 是其中一件
button-none-of-these = 都不是，交我的
button-send-mine = 不一样，交我的
joined-ok = 好，{ $number }（{ $category }，{ $place }）算上您，一共{ $people }个人。{ $unit }在办，{ $date }前有说法，有消息都告诉您。别人不知道您是谁。
button-my-words-too = 把我写的也给办事的看
joined-words = 好，您写的，办 { $number } 的同志看得到，别人看不到。

## 跟着的事

with-head = 您跟着的{ $count }件：
joined-line = { $number } { $category } · { $place } · { $state }
joined-seen = { $number }（{ $category }，{ $place }），您跟着，一共{ $people }个人。{ $unit }，{ $state }。
joined-seen-signed = { $number }（{ $category }，{ $place }），您签了名，一共{ $people }个人。{ $unit }，{ $state }。
joined-waiting = { $date }前说怎么办（{ $left }）。
joined-working = 最晚{ $date }给书面答复（{ $left }）。
joined-promised = 答应{ $date }前办好（{ $left }）。
joined-representative = 您是代表，能替大家说话。
joined-was-it-done = 照您看，办好了吗？
button-joined-done = 办好了
button-joined-not-done = 我这儿没办好
button-add-words = 补一句
button-leave = 不跟了
button-leave-yes = 对，不跟了
leave-sure = { $number } 不跟了？以后就不告诉您了。
left = 好，{ $number } 不再告诉您。想起别的事，直接写。
joined-ask-words = 想补什么？写给办事的同志，别人看不到。
joined-added = 记下了，办 { $number } 的{ $unit }看得到。
joined-said-done = 好，记下了，谢谢您。
joined-said-not-done = 记下了，办 { $number } 的同志知道。您这儿还差什么，直接写在这里，给您单独立一件。
joined-not-done-draft = 记下了，办 { $number } 的同志知道。您原来写的在这里，点一下就单独立一件：
news-waiting = 您跟着的 { $number }（{ $category }，{ $place }）有消息，现在在{ $unit }：
news-working = 您跟着的 { $number }（{ $category }，{ $place }）有消息，最晚{ $date }给书面答复：
news-promised = 您跟着的 { $number }（{ $category }，{ $place }）有答复了，答应{ $date }前办好：
news-proposed = 您跟着的 { $number }（{ $category }，{ $place }）有答复了：
news-closed = 您跟着的 { $number }（{ $category }，{ $place }）结束了：{ $state }。您这儿要是没办好，点一下，单独立一件。
news-line = { $number } · { $category } · 您跟着的事有消息

## 并案

notice-merged = 有人反映了同一件事，{ $number } 和它们并在一起办，一共{ $people }个人。您的号码不变，办没办好，还是您自己说。
notice-split = { $number } 又单独办了。现在在{ $unit }，最晚{ $date }。
case-merged = 和同一件事的别的件并在一起办。
event-merged = 和同一件事并在一起办
event-merged-staff = 并入 { $into }
event-merged_here-staff = { $number } 并到这里
event-split = 又单独办
event-split-staff = 从并案里分出来
event-parted = 又单独办
event-parted-staff = 主件结束或改了，单独办
staff-button-merge = 并案
staff-button-merge-yes = 并过去
staff-button-split = 分出来
staff-button-split-yes = 分出来
staff-ask-master = { $number }（{ $place }，{ $category }）并到哪一件？点一个，或者打号码。
staff-ask-master-number = { $number }（{ $place }，{ $category }）并到哪一件？把号码打给我。
staff-mistake-master = 没有这个号码，或者不归您看。一个号码有几件的，后面加“-1”这样的尾号。
staff-merge-sure =
    把 { $number } 并到这一件：
    { $master }
    以后在那一件里办，期限按早的算；每个人自己说办没办好。并案不算办好。
staff-merged = { $number }并到了 { $master }，居民知道了。
staff-split-sure = 把 { $number } 分出来单独办？还在原来的单位，期限不变。
staff-split = { $number }分出来了，居民知道了。
staff-card-people = 👥 { $people }个人的事，进展和答复他们都看得到，别写谁的名字。
staff-card-people-merged = 👥 { $people }个人的事，并了 { $numbers }
staff-card-merged = 👥 并在 { $number } 里办
staff-card-joint = ✍️ 联名：{ $speakers }位代表（来访最多{ $most }位，信访工作条例第20条）
staff-card-not-done = 其中{ $count }个人说没办好
notice-merged_away = { $number }（{ $place }）并到 { $into } 里办了，您不用管了。
notice-merged_here = { $number }（{ $place }，{ $category }）又并进来一件同样的事，现在是{ $people }个人的事。
notice-parted = { $number }（{ $place }，{ $category }）不再并案，单独办，归您。
notice-supporter_added = { $number }：跟着的居民补充：“{ $words }”
notice-supporter_not_done = { $number }（{ $place }，{ $category }）：跟着的居民里有人说没办好。
staff-short-merged_away = 并到别的件里办了
staff-short-merged_here = 又并进来一件
staff-short-parted = 不再并案，单独办
staff-short-supporter_added = 跟着的居民有补充
staff-short-supporter_not_done = 跟着的居民说没办好
event-supporter_added-staff = 跟着的居民补充：{ $words }
event-gathered = 请邻居一起签名
event-representative-staff = 有了一位代表

## 和邻居一起

menu-together = 和邻居一起
button-together = 和邻居一起
gather-none = 先把事写给我、交上去，再请邻居一起签名。正在办的、没有保护起来的事才行。
gather-which = 哪一件要和邻居一起？
gather-consent = 邻居签名以前会看到下面这段话，别的都看不到。给他们看吗？“{ $text }”
button-show-these = 就给他们看这段
button-show-others = 我另写一段
gather-other = 写一段给邻居看的话，600字以内。别写不想让人知道的。
gather-coming = 好，{ $number } 的链接和二维码马上就来。
gather-stands = { $number }：已经有{ $count }个人一起，{ $speakers }位代表。{ $date }前都能签。谁签了名，只有他自己和受理办公室知道。
button-sign-link = 再要一个链接
button-speaker-link = 请一位代表
notice-sign_link =
    { $number } 的签名链接，{ $date }前都能用。转给邻居，或者把下面的二维码打出来贴着：
    { $addresses }
    也可以发给我：/join { $code }
notice-speaker_link =
    请一位邻居当 { $number } 的代表：把这个链接给他一个人，他点了头才算。{ $date }前能用一次：
    { $addresses }
    也可以发给我：/join { $code }
notice-no_link = { $number } 的链接没做出来，过一会儿再试：/together
notice-representative = { $number } 有邻居答应当代表了，现在一共{ $count }位，加上您。
notice-spoken_for = { $number }：代表替大家说了：{ $verdict }。您要是觉得不对，打开它，可以重新办。
case-joint = ✍️ 有{ $count }个人和您一起。
sign-ask = { $people }个人一起反映（{ $category }，{ $place }）：“{ $text }”您也签名吗？别人不知道您是谁。
button-sign = 我签名
button-speak-for-it = 我签名，当代表
button-not-now = 先不签
sign-not = 好，不签也没关系。想好了再点那个链接。
signed = 签好了。号码 { $number }，一共{ $people }个人。{ $unit }在办，有消息都告诉您。
signed-speaks = 签好了，您是 { $number } 的代表：能补充、能催，答复来了能替大家说话。来访最多{ $most }位代表（信访工作条例第20条）。
button-unsign = 撤回签名

refused-join-over = 那一件已经结束，或者不能再跟了。您的照样能交：点“交上去”。
refused-link-unknown = 这个链接用不了了：可能过期了，或者那件事已经有了结果。
refused-link-own = 这是您自己的链接，转给邻居就行。有多少人签了，看 /together 。
refused-signed-already = { $number } 您已经签过了。
refused-speakers-many = 代表加上您最多{ $most }位（信访工作条例第20条）。有人退出了，再请别人。
refused-not-joint = 先请邻居签名：/together
refused-merge-hidden = 这两件不能并：有一件是保护起来的、涉及举报的，或者还没看过该归谁。
refused-merge-kinds = 这两件不是一类，先把类别改成一样的，再并。
refused-merge-itself = 不能并到自己里面。
refused-merge-merged = 那一件自己也并在别的件里：请选主件。
refused-merge-own = 办那一件的同志不能办这一件（是本人，或者要回避），先换人。
refused-merge-many = 并得太多了，一件最多并50件。
