# 回访：由单位以外的人来问，单位看不到问了谁、答了什么。

callback-form = 您好，这是回访，跟办事的单位没关系，他们看不到您怎么说。{ $number } 这件事，照您看怎么样？
button-callback-solved = 办好了
button-callback-not_solved = 没办好
button-callback-pressed = 有人逼我，或要我打好评
callback-solved = 谢谢您！{ $number } 记下了：办好了。
callback-not_solved = 记下了，{ $number } 没办好。要接着办，点下面就行。
callback-not_solved-noted = 记下了，{ $number } 没办好。有新情况，直接写在这里。
callback-pressed = 谢谢您告诉我们。这话只有督查的人看到，单位看不到。{ $number } 要接着办，点下面就行。
notice-callback_not_solved = 电话里您说 { $number } 没办好。要接着办，点下面就行。
button-stars-asked = 有人要我打好评
stars-asked = 谢谢您告诉我们。这话只有督查的人看到，单位看不到。

staff-button-call_back = 回访
staff-ask-callback-way = { $number }（{ $place }，{ $category }）：怎么问居民？
staff-callback-chat = 在聊天里问
staff-callback-phone = 打过电话了
staff-ask-callback-answer = { $number }：居民怎么说？照实记，单位看不到。
staff-callback-solved = 办好了
staff-callback-not_solved = 没办好
staff-callback-pressed = 有人逼他，或要好评
staff-callback-unreached = 没人接
staff-callback-asked = 问了 { $number } 的居民。几天没回音，再请您打电话。
staff-callback-noted = { $number } 的回访记下了。谢谢！

notice-callback = 📞 请回访 { $number }（{ $place }，{ $category }）。单位不知道抽到了哪件。
notice-callback_due = 📞 { $number }（{ $place }，{ $category }）的回访该做了。在聊天里问，或者打个电话。
notice-callback_unanswered = 📞 { $number }（{ $place }，{ $category }）：聊天里问了没回音，请打个电话。
notice-stars_asked = ⚠️ { $number }（{ $place }，{ $category }）：居民说有人要他打好评。{ $unit }不知道他说了。
staff-short-callback = 请回访
staff-short-callback_due = 回访该做了
staff-short-callback_unanswered = 没回音，请打电话
staff-short-stars_asked = 有人要居民打好评

refused-callback-phone = 聊天里找不到这位居民，请打电话，再记下怎么说。
refused-callback-over = 这次回访已经结束了。有话随时写在这里。
