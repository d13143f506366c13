# 自己的数据：给一份、删掉；撤回时有没有人逼。

menu-mydata = 我的数据
mydata = 您写的话、发的照片、我们的答复，都存在这里的电脑上。给您一份，还是删掉？
button-mydata-copy = 给我一份
button-mydata-erase = 删掉
mydata-copy-coming = 好，正在整理，一会儿发给您一个文件。
notice-own_data = 这是您的数据：一份能看的文字，还有照片和文件。别人拿到也能看，请收好。
mydata-erase-sure = 会删：聊天、没交的话、名字、电话。依法要留：交上来的事和答复，去掉名字和号码。删了找不回来。删吗？
button-mydata-erase-yes = 删
button-mydata-erase-no = 不删
mydata-erased = 删了。交上来的事和答复依法留存，上面没有您的名字和号码。再写来，我们就当是新朋友。
mydata-erased-running = 删了。您还有{ $count }件在办，答复还要给您，所以还能找到您。办完了再来删一次，就都不留了。
refused-export-soon = 刚给过您一份。过一个小时再要吧。
refused-erase-staff = 您有岗位，先请管理员把岗位撤下来，再删。
mydata-file-head = 家门口：您的数据
mydata-file-petition = 信访件 { $number }，{ $date }
mydata-file-messages = 聊天
mydata-file-you = 您
mydata-file-us = 家门口
mydata-file-left-out = 还有{ $count }个文件太大没放进来，在聊天里能看到。

pressed-ask = 只问您一句，办事的人看不到：是有人劝您、逼您撤的吗？
button-pressed-no = 没有，我自己撤的
button-pressed-yes = 有人劝我撤
pressed-no = 好。再需要，直接写给我。
pressed-yes = 谢谢您告诉我们。管监督的同志会悄悄了解，办事的单位看不到。想接着办，点下面。
notice-pressed = { $number }（{ $place }，{ $category }）居民撤回了，说有人劝着撤。请您私下了解，别让{ $unit }知道是居民说的。
staff-short-pressed = 撤回前有人劝过
