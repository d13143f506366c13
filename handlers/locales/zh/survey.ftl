# 问卷。

## 对居民

survey-promise-anonymous = 不记名：每个回答单独收起来，不带您的名字，谁也找不回来，您自己也改不了。您打的字还在您自己的聊天里，想去掉就删了它。
survey-promise-named = 记名：回答和您的名字放在一起。截止前可以改，您删除资料时一起删。结果里不写谁说了什么。
survey-promise-names = 这份要记名：结束后，问您的人能看到谁答了什么，每看一回都有记录（/mydata 可查）。到最后一天前都能改；您清除自己的资料，回答也一起清除。
survey-name = 先请问您怎么称呼？问您的人会看到。
survey-button-no-name = 不想说
survey-no-name = 没留名字
survey-none-of-these = 都不是
mydata-name-survey = 👁 { $office }看过您记名问卷里谁答了什么，{ $count }次，最近一次是{ $date }。
survey-begins = { $title }，一共{ $count }个小问题。{ $promise }
survey-goes-on = { $title }，接着上次的往下问。{ $promise }
survey-where = 您住哪儿？只用来分地方看结果，答完最后一题就忘掉。
survey-where-named = 您住哪儿？和回答放在一起。
survey-elsewhere = 别的地方
survey-team = 您是哪一类？答完最后一题就忘掉。
survey-team-named = 您是哪一类？和回答放在一起。
survey-no-team = 都不是
survey-number = { $number }/{ $count }
survey-several = { $question }{ $option }？
survey-yes = 是
survey-no = 不是
survey-hint-scale = 1是很差，5是很好。
survey-hint-number = 请打一个数。
survey-hint-text = 用自己的话写，别写人名。
survey-hint-photo = 请发一张照片。
survey-button-pass = 这题跳过
survey-button-take = 现在就答
survey-button-no = 不参加
survey-button-change = 改我的回答
survey-blank = 没有回答
survey-thanks-anonymous = 谢谢您！都收好了，上面没有您的名字。结束以后，可以问问办公室结果怎么样。
survey-thanks-named = 谢谢您！{ $date }前都可以改。
survey-put-aside = 先放下。答过的已经收好，发 /surveys 接着答。
survey-declined = 好的，不再提醒您。改主意了就发 /surveys。
survey-earlier-button = 这个按钮是前面那题的。现在问到这里：
survey-mistake-photo = 这张照片没收下。请换一张，或者跳过这题。
surveys-none = 眼下没有要您答的问卷。
surveys-open = 想听听您怎么说：
notice-survey_asked = 有几个问题想问您：{ $title }，{ $date }截止。{ $promise }
notice-survey_reminded = 提醒一次，就这一次：{ $title }，{ $date }截止。{ $promise }
refused-survey-over = 这份问卷结束了，还是谢谢您！有什么不对的，直接写在这里。
refused-survey-done = 这份您答过了。不记名的回答谁也找不回来，所以改不了。谢谢您！
refused-survey-elsewhere = 那一题已经过了。发 /surveys 接着答。
refused-survey-no-way-back = 这里退不回去：不记名的回答马上单独收起来，谁也找不回来。现在这题还等着您。

## 对工作人员

menu-surveys = 问卷
survey-ask-place = 问哪里的居民？点一个地方，或者打名字。
survey-ask-title = 问什么事？写个短标题，居民看得到。
survey-ask-how = 不记名还是记名？以后改不了，第一题之前会告诉居民。记名的，问的人能看到谁答了什么。要照片只能记名。
survey-anonymous = 不记名
survey-named = 记名
survey-ask-groups = 结果要分哪几类人看？一行一类，最多{ $most }类，比如：60岁以下 / 60岁以上。不到5个人的一律不显示。
survey-ask-question = 问题怎么问？像邻居那样问：
survey-ask-kind = 怎么回答？
survey-kind-single = 选一个
survey-kind-several = 可选几个
survey-kind-scale = 1到5
survey-kind-number = 一个数
survey-kind-text = 自己写
survey-kind-photo = 照片
survey-ask-options = 有哪些可选？一行一个，2到{ $most }个，每个最多{ $length }个字。
survey-ask-day = 到哪天为止（含当天）？
survey-ask-why = 为什么退回？写的人看得到。
survey-card = 📋 { $title } · { $place } · { $how }
    { $state }
survey-state-draft = 正在写
survey-state-waiting = 等第二个人同意
survey-state-open = 正在问居民
survey-state-closed = 已结束
survey-state-dropped = 不要了
survey-groups = 分类：{ $groups }
survey-line = { $number }. { $text }（{ $kind }）
survey-options = – { $options }
survey-until = { $date }截止
survey-why = 退回：{ $why }
survey-button-new = ➕ 新问卷
survey-button-question = ➕ 加一题
survey-button-unask = 去掉最后一题
survey-button-hand-in = 交上去审
survey-button-drop = 不要了
survey-button-approve = 同意发出
survey-button-return = 退回去
survey-button-results = 看结果
survey-button-photos = 看照片
survey-button-names = 谁答了什么
survey-button-names-file = 全部做成文件
survey-button-before = ◀ 上一位
survey-button-next = 下一位 ▶
survey-ask-names-why = 为什么要看谁答了什么？会连同您的名字记下来；答的人也能知道您单位看过。
survey-names-person = 👤 { $number }. { $who }
survey-names-none = 这份没有人答。
survey-names-coming = “{ $title }”谁答了什么，文件一会儿就来。这一回也记下了。
notice-survey_names = “{ $title }”谁答了什么，都在文件里。请像保管人家的信一样保管。
refused-survey-look-over = 那是早些时候打开的。请在 /surveys 里重新打开这份问卷，说一下为什么看。
survey-handed-in = “{ $title }”交上去了。第二个人同意了就发出。
survey-given-back = “{ $title }”退给写的人了。
survey-dropped = “{ $title }”不要了。
survey-goes-out = “{ $title }”现在发出，{ $date }过后截止。点过要听问卷的，白天也会收到。
survey-results-coming = “{ $title }”的结果马上发文件给您。
survey-photos-few = 发来照片的不到{ $least }人，一张也不显示。
surveys-own = { $count ->
    [0] 您还没有问卷。
   *[other] 您的、您那片的问卷有{ $count }份：
}
surveys-own-line = { $title } · { $place } · { $state }
notice-survey_waits = { $place }有份问卷等您同意：{ $title }
notice-survey_approved = { $person }同意了，您的问卷“{ $title }”发出了。
notice-survey_returned = { $person }把您的问卷“{ $title }”退回来了：{ $why }
notice-survey_left = 您的问卷“{ $title }”一直没交，先收起来了。
notice-survey_results = “{ $title }”结束了，结果在这里。不到5个人的都和别的合在一起。
refused-survey-area = 只能问您任职那一片的居民。
refused-survey-state = 这份问卷现在做不了这个。发 /surveys 看看到哪一步了。
refused-survey-runs = 没截止前不出结果：隔一天的两份结果一减，就看出个人来了。
refused-survey-nobody = 那一片没有别人能同意它。请找管理员。
refused-survey-no-questions = 还一个问题都没有。
refused-survey-many-questions = 问题太多了：最多20个，少问几个，答的人更多。
refused-survey-no-day = 要有个截止日，还没过的。
refused-question-empty = 问题是空的。
refused-question-long = 问题太长了。
refused-question-photo = 照片看得出是谁拍的：不记名的问卷不能要照片。
refused-question-no-options = 这种问题没有可选的。
refused-question-options = 要有2到8个可选的，每个最多40个字。
refused-question-option-long = 有一个是空的或者太长：最多40个字。
refused-question-twice = 有一个写了两遍。

## 结果

notice-survey_picture = 📊 { $title }（{ $page }/{ $pages }）
survey-chart-about = { $place }：{ $people }人答了，{ $date }截止。
survey-chart-foot = 不到{ $least }个人说的，和别的合在一起。分地方、分人群的数字在表里。
survey-csv-name = 怎么称呼
survey-csv-question = 问题
survey-csv-answer = 回答
survey-csv-by = 怎么分
survey-csv-class = 地方或人群
survey-csv-people = 人数
survey-csv-all = 所有人
survey-csv-by-place = 地方
survey-csv-by-team = 人群
survey-csv-words = 原话
survey-csv-few = 参加的不到{ $least }人：什么都不显示。
survey-range = { $low }到不足{ $high }
