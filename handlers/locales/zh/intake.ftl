# 写的是什么：种类、几件事、说到谁。

kind-question = 一个问题
kind-suggestion = 一个建议
kind-request = 一件要办的事
kind-report = 举报
kind-accusation = 反映干部或单位
kind-thanks = 道谢
button-kind-question = 我是问个问题
button-kind-suggestion = 我是提个建议
button-kind-request = 这是要办的事
button-kind-report = 我是举报
button-kind-accusation = 我是反映干部或单位
button-kind-thanks = 我是道谢
change-kind = 改种类
change-kind-ask = 这算什么？
change-drop = 不交了

draft-kind = 我们当成{ $kind }来办。
draft-hidden = 🔒 里面说到了干部或单位：不让他们知道，好吗？好就直接“交上去”。
draft-open = 里面说到的干部或单位，可以知道这件事。
button-may-know = 让他们知道
button-must-not-know = 🔒 不让他们知道

draft-card-several = 您说了{ $count }件事：
draft-card-matter = { $no }. { $summary }（{ $category }）
draft-card-several-place = 地点：{ $place }。分开办，各有各的人管，好吗？名字只有受理办公室知道。
draft-card-several-where = 在哪儿？打村名就行。分开办，各有各的人管，好吗？名字只有受理办公室知道。
button-send-apart = 分开交上去
button-send-as-one = 当一件交
draft-card-thanks = 您是来道谢的：{ $summary }。我们转告，不用立案。要是有事要办，点下面。
button-thank = 转告他们

filed-several = 收到了，不会丢。号码 { $number }，念给家里人记一下。分成{ $count }件办：
filed-matter = { $number } { $summary }：{ $unit }，{ $date }前回话。
filed-held-accusation = 🔒 说到的干部和单位看不到这件事，由他们上面的受理办公室处理。
filed-held-court = 打官司、判决的事由法院定，我们不能替法院定。受理办公室会转过去，转到哪儿告诉您。
filed-held-many = 您今天说了好多件，都存着。这一件先由受理的同志看一看。
notice-petition_over = { $number } 的{ $count }件事，都有结果了。
resident-short-petition_over = 几件事都有结果了

refused-unit-accused = 这件事反映的就是这个单位或它的上级，不能交给它办。
