# 替别人记：电话、来信、来访，念一遍，给回执；以后有什么，转告他。

menu-enter = 记电话、来信、来访
button-enter = ☎️ 替人记一件
caller = 来人
caller-phone = { $name }（{ $phone }）
caller-phone-end = { $name }（电话尾号{ $digits }）

## 记下来

enter-way = 怎么来的？
enter-way-phone = ☎️ 电话
enter-way-letter = ✉️ 来信
enter-way-visit = 🚪 上门
enter-name = 怎么称呼他？只有受理办公室和您看得到。不肯说就跳过。
enter-phone = 他的电话？以后好转告他。没有就跳过。
mistake-phone = 这不像电话号码。只打数字，没有就点“跳过”。
enter-same = 这个人来过。是同一个人吗？说的是哪一件？
enter-same-new = 同一个人，另一件事
enter-same-other = 不是同一个人
enter-words-phone = 他说什么，您打什么，可以分几条。人有没有危险，也问一声。
enter-words-letter = 信上写的，打进来，或者拍照发来，可以分几条。
enter-words-visit = 他说什么，您打什么，可以分几条；带来的材料拍照发来。

draft-entry-phone = ☎️ 替{ $name }记的：
draft-entry-letter = ✉️ 替{ $name }记的来信：
draft-entry-visit = 🚪 替{ $name }记的：
draft-card-entry = 记下了：{ $summary }。类别：{ $category }。地点：{ $place }。还有就接着打；没有了，点“念给他听”。
draft-card-where-entry =
    记下了：{ $summary }。类别：{ $category }。
    在哪儿？问他村名，打进来；说不清也能往下走。没有别的了，点“念给他听”。
draft-card-several-place-entry = 地点：{ $place }。分开办，各有各的人管。问问他好不好。
draft-card-several-where-entry = 在哪儿？问他村名，打进来。分开办，各有各的人管，问问他好不好。
button-read-back = 念给他听
draft-hidden-entry = 🔒 里面说到了干部或单位：不让他们知道。也问他一声，好不好。

read-back =
    请念给他听：
    “{ $words }”
    类别：{ $category }。地点：{ $place }。
    对不对？
read-back-letter =
    请对着信再看一遍：
    “{ $words }”
    类别：{ $category }。地点：{ $place }。
    跟信上一样吗？
button-read-right = 听了，对
button-read-right-letter = 一样，交上去
refused-not-read-back = 先念给他听，他说对了再交。请点“念给他听”。

## 回执

slip-head =
    📄 回执，念给他听，或者抄给他：
    号码：{ $number }
    查询码：{ $code }（只显示这一次）
slip-matter =
    谁办：{ $unit }
    { $date }前回话
slip-matters = { $number } { $summary }：{ $unit }，{ $date }前回话
slip-ask = 打听：到受理办公室，或者打您这里的电话，报号码；有手机的，给“家门口”发 /case 和查询码。
slip-out-of-it = 🔒 这件事说到您的单位，从现在起您看不到它了。抄好回执就行，答复由上面的受理办公室转告他。

code-again = 头一回见面，请把查询码再发一遍。

## 转告

pass-on =
    📣 请转告{ $who }：
    { $words }
pass-on-line = { $line }（请转告）
button-note-words = 记他的话
notice-asked-passed = 办事的同志想问：{ $question } 他怎么说，点“记他的话”。不知道也没关系，照样办。
notice-question_again-passed = { $number } 还有一句想问：{ $question } 他怎么说，点“记他的话”。不知道也没关系，照样办。
notice-accepted-passed = 您的事由{ $unit }{ $person }来办，最晚{ $date }给您书面答复。
staff-speaks-for = 🗣 替{ $who }看，他该知道的是：
staff-ask-says = { $number }：他怎么说？原话打进来，拍照也行。
staff-noted = 记到 { $number } 里了，{ $unit }看得到，写明是您代记的。
staff-button-speak = 他来话了

event-passed-on = { $what }（{ $person }代记）
event-passed-on-unnamed = { $what }（由人代记）
staff-card-entered-phone = ☎️ 电话里说的，{ $person }代记。
staff-card-entered-letter = ✉️ 来信，{ $person }代记。
staff-card-entered-visit = 🚪 上门说的，{ $person }代记。
