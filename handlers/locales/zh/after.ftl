# 交上去之后：补几句、以前反映过没有、名字给谁看；写给上级的，涉及法院的。

## 问一问

after-offer = 还有几句想问您，答了办得更快，不答也照样办。
button-after-yes = 好，问吧
button-after-no = 不用了
after-declined = 好，照样办。想补充，在 /my 里点号码。
after-stopped = 好，先到这里。您说过的都留着，照样办。
after-noted = 记下了，{ $unit }办 { $number } 时看得到：
after-over = 好了，{ $number } 照样办。
button-details = 补充几句
button-naming = 名字给谁看

ask-contract = 有书面合同吗？有的话，拍张照发来也行。
ask-company = 是哪家公司、哪个工地，或者哪个老板？
ask-slips = 有考勤、记工本或工资条吗？拍张照发来也行。
ask-transfers = 有转账或聊天记录吗？截个图发来也行。
ask-others = 还有多少人也没拿到钱？大概就行。
ask-since = 从什么时候开始的？比如“去年6月”“三个月了”。
ask-amount = 一共欠多少？大概就行。
ask-reach = 只有您家这样，还是整条街、整栋楼都这样？
choice-reach-house = 只有我家
choice-reach-street = 大家都这样
ask-hours = 什么时候最厉害，白天还是夜里？
choice-hours-day = 白天
choice-hours-night = 夜里
ask-homes = 大约多少户碰到一样的事？
ask-document = 有合同、证书、公告这样的书面东西吗？拍张照发来也行。
ask-ill = 现在有人病着，等着看病吗？
ask-passable = 路是断了过不去，还是能走、不好走？
choice-passable-blocked = 过不去
choice-passable-bad = 能走，不好走
ask-receipt = 有小票、发票或付款记录吗？拍张照发来也行。
ask-alone = 本人是一个人住吗？
ask-hardship = 家里吃饭、看病有难处吗？说了，会有人上门看看，别人不知道。
choice-hardship-yes = 有难处
choice-hardship-no = 没有
choice-yes = 有
choice-no = 没有
choice-alone-yes = 是
choice-alone-no = 不是

detail-line = · { $question }：{ $answer }
detail-earlier = 以前反映过
detail-contract = 书面合同
detail-company = 公司或工地
detail-slips = 考勤或工资条
detail-transfers = 转账或聊天记录
detail-others = 还有多少人
detail-since = 从什么时候
detail-amount = 欠多少
detail-reach = 哪些人家
detail-hours = 什么时候
detail-homes = 多少户
detail-document = 书面的东西
detail-ill = 有人病着
detail-passable = 路
detail-receipt = 小票或记录
detail-alone = 一个人住
detail-hardship = 家里吃饭看病有难处

advice-wages = 顺便说一句：欠薪也可以申请劳动仲裁，不收钱，一般要在一年之内（劳动争议调解仲裁法第27条）。
advice-wages-until = 劳动仲裁不收钱，最好在{ $date }前申请；还在那里上班的，从离开算起一年（劳动争议调解仲裁法第27条）。
advice-wages-perhaps = 劳动仲裁一般是一年之内申请；还在那里上班、或离开不到一年的还来得及，请尽快打12333问一问（劳动争议调解仲裁法第27条）。
advice-ill = 病得急，先打120，别等。

## 以前反映过

ask-earlier = 以前反映过这件事？把那时的号码打给我，或者给回复拍张照，写一句也行。
earlier-noted = 记下了，办的人看得到。
earlier-found = 找到了：{ $number }（{ $category }），{ $date }交来。{ $unit }，{ $state }。
earlier-another = 上回的答复您不满意，这回换一位同志来办。
earlier-head = 上回的答复您不满意，现在还是那位在办；已经告诉他的负责人，由负责人定。

## 名字

ask-naming = 要不要让办事的单位知道您是谁？不说，就只有受理办公室知道。
naming-intake = 只让受理办公室知道
naming-open = 让他们知道
naming-anonymous = 谁也别知道
ask-who = 怎么称呼您，打哪个电话找得到？写一行，比如“王小红 13800000000”。
naming-kept-intake = 🔒 您是谁，只有受理办公室能看，看了会记在经过里。
naming-kept-open = 您是谁，办事的单位也能看，看了会记在经过里。
naming-kept-anonymous = 🔒 谁也不知道您是谁；留过的名字和电话都抹掉了。
naming-told = 您留的：{ $who }

## 写给上级的

body-state = 国家
body-province = 省里
body-city = 市里
body-county = 县里
body-town = 乡镇
filed-addressed = 您写给{ $body }的，按规定由事情所在的地方来办（属地管理，信访工作条例第22条）。受理办公室转上去了会告诉您；您照样可以直接写给{ $body }。
notice-handed_up = { $number } 已转{ $body }（{ $when }）。这里照样接着办，最晚{ $date }。
notice-handed_up-number = { $number } 已转{ $body }（{ $when }），那边的号码是 { $there }。这里照样接着办，最晚{ $date }。

## 法院的事

notice-to_court = { $number } 已转{ $body }（{ $when }）。这样的事由那边依法定，我们不能替他们定。要律师帮忙，打 12348 法律援助，不收钱。
button-court-yes = 知道了
button-court-no = 不该转过去
notice-not_court = { $number } 看过了，不是法院的事。由{ $unit }来办，{ $date }前告诉您怎么办。
outcome-court = ⚖️ 已转{ $body }依法处理。法律援助：12348，不收钱

## 经过

event-detail = { $question }：{ $answer }
event-earlier = 您说以前反映过：{ $words }
event-earlier-staff = 居民说以前反映过：{ $words }
event-came_again = 您又反映了：{ $words }
event-came_again-staff = 居民又反映了：{ $words }
event-naming = 名字：{ $words }
event-naming-staff = 居民定了名字给谁看
event-addressed = 写给{ $body }
event-handed_up = 已转{ $body }（{ $when }）
event-to_court = 已转{ $body }（{ $when }）
event-not_court = 看过了，不是法院的事

## 工作人员看到的

staff-card-court = ⚖️ 说到打官司、判决：先看该不该转法院。
staff-card-addressed = ✉️ 写给{ $body }的
staff-card-handed-up = ➡️ 已转{ $body }（{ $date }）{ $number }
staff-card-earlier = 以前反映过：{ $words }
staff-card-details = 补充情况：
staff-button-to_court = 转法院
staff-button-not_court = 不是法院的事
staff-button-hand_up = 转上级
staff-button-see_name = 看姓名
staff-ask-court = { $number }：转给了哪个法院，或哪个部门？居民会看到。
staff-ask-up = { $number }：转给了上级的哪个单位？居民会看到。
staff-ask-up-number = 那边给了号码吗？
staff-ask-gone = 哪天转的？点一个，或者打出来。
staff-mistake-gone = 要写已经过去的日子，一年以内。
staff-to-court = { $number }已转{ $body }，居民知道了。转得对不对，等居民一句话。
staff-not-court = { $number }：记下了，居民知道了。没有单位对得上，请再选一个单位。
staff-handed-up = { $number }已转{ $body }，居民知道了。这里照样接着办。
staff-why-earlier = 换了人：上回的答复居民不满意，不再派给那位同志。
notice-needs_court = ⚖️ 这件说到打官司或判决。该转法院吗？
notice-details = { $number }（{ $place }，{ $category }）居民补充了情况：
notice-same_cadre = { $number }（{ $place }，{ $category }）：居民以前反映过，不满意{ $person }的答复，现在又是这位在办。请定：换不换人？
staff-short-details = 居民补充了情况
staff-short-same_cadre = 居民不满意上回的答复，换不换人？
staff-short-addressed = 写给本级的
staff-short-addressed_above = 写给上级的，请转上去

refused-stands-aside = 这件您要回避，要由别的同志来办。
refused-anonymous = 您选了谁也别知道，名字就不留了。要留，先改成“只让受理办公室知道”。
refused-name-hidden = 居民没有让您这边看名字。
refused-name-untold = 居民没有留名字和电话。
refused-date-ahead = 那天还没到，请写已经转出去的日子。
