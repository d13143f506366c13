# 照片、语音、视频、文件：居民和工作人员看到的话。

## 用字说

files-photo = 📷 { $count }张照片
files-voice = 🎤 { $count }段语音
files-video = 🎬 { $count }段视频
files-document = 📎 { $count }个文件
files-and = 、
files-long = { $files }（{ $length }）
files-large = 这个太大了，超过{ $limit }兆传不过来。发张照片，或者短一点的视频就行。
files-many = 超过{ $limit }个了。前面的都留着，剩下的等有了号码再补。

summary-files = 照片反映，没有文字
summary-voice = 语音反映，还没写下来

## 单独发的一个文件

file-named = { $number } · { $mark } · { $name }
file-unnamed = { $number } · { $mark }
file-coming = { $number } · { $mark }：还在路上，过一会儿点“看文件”。
file-lost = { $number } · { $mark }：没收到，已经请对方再发一次。
file-gone = { $number } · { $mark }：事情办结很久了，这份文件已不再保存。

## 写事情

draft-files = 附上：{ $files }。
draft-voice = 您说的话，有人在一个工作日内写下来。
draft-card-files = { $files }。地点：{ $place }。那里怎么了？写一句更好，光有这个和地点也够了，点“交上去”。名字只有受理办公室知道。
draft-card-files-where = { $files }。在哪儿，怎么了？打村名、发位置，或者写一句，有一样就行。名字只有受理办公室知道。
draft-card-voice = { $files }。地点：{ $place }。有人听，一个工作日内写下来。点“交上去”。名字只有受理办公室知道。
draft-card-voice-where = { $files }。有人听，一个工作日内写下来。点“交上去”；没说在哪儿，就再打一下村名。名字只有受理办公室知道。
draft-card-place = 地点：{ $place }。那里怎么了？写一句、说一段，或者拍张照片都行。
filed-held-voice = 🎤 您说的话，有人在一个工作日内写下来，再念给您听。

## 可以发文件来答的问题

button-done = ✅ 完
files-words = 您的话
files-got = { $files }收到了。再写一句。
files-got-more = { $files }收到了。还有就接着发，发完点“完”。

## 受理的同志写下来的

notice-written_down = 我们照您说的记下了：“{ $words }”号码 { $number }，{ $date }前，{ $unit }会告诉您怎么办。记错了就告诉我们。
button-misheard = 不太对
misheard-ask = 您的意思是？打字、说话、拍照都行。
event-written_down = 您说的话写下来了
event-written_down-staff = { $person }把语音写了下来

## 工作人员

staff-button-files = 📎 看文件（{ $count }）
staff-button-write_down = ✍️ 写下来
staff-files-left = { $number }：还有{ $count }个。
refused-no-files = 这件没有文件。
staff-card-lost = ⚠️ 有{ $count }个文件没收到，已经请对方再发。
notice-added-files = { $number }居民补发的：
notice-answered-files = { $number }居民这样回答：
notice-needs_words = 🎤 这件是用说的。请听一听，一个工作日内写下来，写好了就往下走。
notice-unwritten = ⚠️ 这件的语音还没人写下来。请催一下，或者您来写。
staff-short-needs_words = 语音要写下来
staff-short-unwritten = 语音还没写下来
staff-ask-heard = { $number }：居民说了什么？尽量照原话写，写好会念给居民听。
staff-written = 念给居民了。{ $number }转给{ $unit }。
staff-written-held = 念给居民了。{ $number }等受理办公室定。
alarm-head-overheard = ❗ { $time }：居民在语音里这样说，可能有危险。没问过本人，请马上看，或者叫值班员。
progress-files = 见下面

## 凭据

staff-ask-proof = 拍一张办完的样子发来。没有照片，就写一句为什么；居民和负责人都看得到。
outcome-files = 📎 附上{ $count }个照片或文件
outcome-unproved = 没有照片：{ $why }
