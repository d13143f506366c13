# 谁能做什么，给管理员看：docs/permissions.zh.md 由此生成。表里每个动作要有 `right-VERB`，还有别的条件的要有
# `right-VERB-if`。

rights-title = 谁能做什么
rights-head = 这一页由程序按自己的权限表写出（`doorstep permissions --language zh`）；每个聊天、每个按钮、每条命令都按同一张表。人要有其中一种关系，案件要处在其中一种状态。跟案件没有关系的人，听到的答复和号码不存在时一样。
rights-people = 谁是谁
rights-verbs = 能做什么，谁能做，什么时候
rights-seeing = 谁看得到案件
rights-seeing-words = 跟案件有关系的人看得到，别人看不到；只是跟着或签过名的人，只听得到办到哪一步。受保护的案件反映到哪个单位，在那个单位或它下属单位任职的人，不管还有什么别的岗位，都跟这件没有关系。谁交来的信访件，谁就只是它的居民。
rights-column-relation = 谁
rights-column-meaning = 指的是
rights-column-verb = 做什么
rights-column-who = 谁能做
rights-column-states = 案件处在
rights-column-kinds = 哪些种类
rights-any-state = 任何时候
rights-open = 没办结时
rights-any-kind = 各种
rights-merged = 并到另一件里的案件，在那一件里办。没办结时，对它自己只能做这些：{ $verbs }。
rights-if = { $states }，而且{ $condition }

rights-state-waiting = 等人接手
rights-state-working = 正在办
rights-state-proposed = 已答复
rights-state-promised = 答应了日子
rights-state-closed = 已结

relation-resident = 居民
relation-resident-means = 交来信访件的人
relation-cadre = 承办人
relation-cadre-means = 案件派给的人，或者接了案件的人，前提是还在承办单位任职，或是上级单位的负责人；还有他不在时代他的人
relation-head = 负责人
relation-head-means = 承办单位的，或者它上级单位的
relation-unit = 单位里的人
relation-unit-means = 在承办单位任职的其他人
relation-dispatcher = 受理办公室
relation-dispatcher-means = 案件所在地区或上级地区的受理员
relation-supervisor = 督查员
relation-supervisor-means = 案件所在地区或上级地区的
relation-leader = 分管领导
relation-leader-means = 案件所在地区或上级地区的
relation-admin = 管理员
relation-admin-means = 案件所在地区或上级地区的
relation-clerk = 替居民转话的人
relation-clerk-means = 居民自己没有聊天账号时：录入的人，或者受理办公室
relation-representative = 代表
relation-representative-means = 跟居民一起替联名信访件说话的人
relation-supporter = 跟着的居民
relation-supporter-means = 说了“我也是”或签了名的人：听得到办到哪一步，别的看不到

right-accept = 接下案件
right-decline = 说接不了，为什么
right-hand_to = 转给本单位的同事
right-send_to_unit = 转给一个单位
right-write_down = 把语音写成字
right-write_down-if = 有语音等着写成字
right-ask = 问居民一个问题
right-progress = 报进展
right-visit = 约上门的日子
right-wait = 等到某天，说为什么
right-need_help = 请负责人帮忙
right-explain_late = 说为什么晚了
right-set_date = 延长期限，只一次
right-set_kind = 改种类
right-take_over = 自己接过来办
right-propose = 写答复
right-add = 补充话或文件
right-urge = 催一催
right-withdraw = 撤回
right-reset_pin = 拿掉忘了的密码锁
right-pressed = 说有人逼着撤回
right-judge = 说办没办好
right-rate = 打星
right-reopen = 重新办
right-keep_kind = 把改了的种类改回来
right-as_request = 当要办的事交
right-detail = 回答这一类要问的
right-earlier = 说以前反映过哪一件
right-set_naming = 定名字给谁看
right-see_name = 看姓名，理由要留下
right-hand_up = 记下已转上级
right-hand_up-if = 信是写给上级的，还没转过
right-to_court = 记下已转法院
right-to_court-if = 因为说到法院先放在受理办公室
right-not_court = 说不是法院的事
right-not_court-if = 因为说到法院先放在受理办公室

# 书面答复，和答复以后。

right-set_date-if = 还没有作过决定；承办人、回避的人不能定
right-set_kind-if = 还没有作过决定
right-keep_kind-if = 还没有作过决定
right-reopen-if = 受理过，上级没有维持过原来的决定
right-carry_out = 说答应的事办到了
right-carry_out-if = 已有答复
right-hand_over = 记下答复已由电话、邮寄或当面送到
right-hand_over-if = 聊天送不到答复
right-ask_review = 请上级单位再查一遍
right-ask_review-if = 已作决定，不是最后一级，也不是法院的事
right-begin_hearing = 开始听证
right-begin_hearing-if = 是复核，还没听证过
right-end_hearing = 结束听证
right-end_hearing-if = 正在听证
right-ask_outside = 记下由系统外的机关复查
right-ask_outside-if = 可以复查，或者在等由谁复查
right-decide_outside = 记下系统外的机关怎么决定
right-decide_outside-if = 可以复查，或者在等由谁复查

# 受不受理、延期、换人。

right-doubt = 提出不予受理，写明理由
right-doubt-if = 还没有人提出；不是复查、复核
right-dismiss_doubt = 定下还是要受理
right-dismiss_doubt-if = 有人提出不予受理；没有负责人时受理办公室才能定
right-not_accept = 决定不予受理，写明理由
right-not_accept-if = 已经写成字，不是复查、复核；没有负责人时受理办公室才能定
right-ask_who = 问是谁的事、住在哪里
right-ask_who-if = 已经写成字，不是复查、复核
right-ask_above = 没受理的，请上级单位看
right-ask_above-if = 没有受理
right-decline-if = 没有人提出不予受理：有的话先定这个
right-as_request-if = 受理过
right-to_discipline = 记下已转纪检监察
right-to_discipline-if = 因为检举公职人员先放在受理办公室
right-ask_extension = 申请延期，只一次
right-ask_extension-if = 没申请过，也没延过；不是复查、复核
right-grant_extension = 同意延期
right-grant_extension-if = 有人申请；由负责人定，或者由辖区上被请的人定；申请的人、承办人、回避的人不能定
right-refuse_extension = 不同意延期，说为什么
right-refuse_extension-if = 有人申请；由负责人定，或者由辖区上被请的人定；申请的人、承办人、回避的人不能定
right-step_aside = 有利害关系，自己回避
right-ask_another = 请求换人办
right-ask_another-if = 有承办人，没有等着定的请求
right-grant_another = 同意换人办
right-grant_another-if = 有人请求；由负责人定，或者由辖区上被请的人定；承办人、回避的人不能定
right-refuse_another = 不换人，说为什么
right-refuse_another-if = 有人请求换人；由负责人定，或者由辖区上被请的人定；承办人、回避的人不能定

# 听证调解、困难家庭、孩子、危及多人的事、回访。

right-announce_meeting = 约听证或调解
right-announce_meeting-if = 还没有作过决定
right-record_meeting = 记下听证或调解开得怎么样
right-record_meeting-if = 已经约好
right-settle = 写下和解
right-settle-if = 还没有作过决定
right-cannot_come = 说约好的那天来不了
right-cannot_come-if = 已经约好
right-flag_hardship = 记下家里生活困难
right-flag_hardship-if = 还没记过
right-record_help = 记下上门和帮扶
right-record_help-if = 这家生活困难
right-report_up = 危及多人，马上上报
right-report_up-if = 还没上报
right-see_upward = 说上报看到了
right-see_upward-if = 已上报，还没人说看到，而且是报给他的
right-answer_child = 说大人知不知道
right-answer_child-if = 像是孩子写的，还没回答
right-call_back = 回访居民，记下怎么说
right-call_back-if = 是派他回访的，而且他不是承办单位的人
right-answer_call = 在聊天里回答回访
right-stars_asked = 说有人来要好评

# 文书，和该一起办的案件。

right-papers = 要文书
right-hand_paper = 记下纸质文书已经送到
right-merge = 并到另一件
right-split = 从并入的那件分出来
right-split-if = 已经并过去
right-gather = 请邻居签名
right-gather-if = 不受保护、不是检举、不是代录的，还没有作过决定
right-follow = 看办到哪一步
right-add_words = 给办事的人添一句话
right-say = 说结果对自己算不算办好
right-leave = 不再跟着
right-offer_ledger = 代单位同意放进公开账本
right-offer_ledger-if = 居民认可了结果，不涉保密、不涉困难家庭，不是代录的
right-agree_ledger = 同意让大家看办了什么，或者撤回
right-take_out_ledger = 把条目从公开账本拿掉
right-publish_ledger = 看一遍公开账本的条目，放进去或不放
right-publish_ledger-if = 条件同上；自己办的不能自己看
