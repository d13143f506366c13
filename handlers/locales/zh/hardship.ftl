# 困难家庭，和要马上往上报的事。

## 居民

notice-helped = { $number }：记下了 { $giver }给您家的{ $help }。要是不对，直接写在这里。
notice-helped-amount = { $number }：记下了 { $giver }给您家的{ $help }（{ $amount }）。要是不对，直接写在这里。
notice-visited_home = { $number }：记下了上门看过您。要是没来过，直接写在这里。
resident-short-helped = 记下了给您的帮助
resident-short-visited_home = 记下了上门看过您

## 工作人员

hardship-said = 居民自己说的
staff-button-flag_hardship = 生活困难
staff-button-record_help = 上门记录
button-nothing-given = 没给东西
staff-ask-hardship = { $number }：难在哪？写一句。只有办这件事的人看得到，居民和群里都看不到。
staff-hardship-flagged = { $number }：记下了。{ $date }前上门看看，看过点“上门记录”。
staff-ask-helped = { $number }：上门给了什么帮助？居民会看到。没给就点“没给东西”。
staff-ask-helped-amount = 多少？比如“500元”“两袋米”。
staff-ask-helped-giver = 谁给的？写单位，不写名字。
staff-help-recorded = { $number }：记下了，居民也看到了。
staff-card-hardship = 🏠 生活困难：{ $why }。{ $date }前上门。
staff-card-hardship-visited = 🏠 生活困难：{ $why }。上门看过了。
notice-hardship_due = 🏠 { $number }（{ $place }）：家里困难，{ $date }前要上门看看。看过请记一下。
notice-hardship_late = 🏠 { $number }（{ $place }）：家里困难，说好{ $date }前上门，还没记录。
staff-short-hardship_due = 困难家庭，要上门
staff-short-hardship_late = 困难家庭，还没上门
event-hardship = { $person }记下家里困难：{ $why }
event-hardship_said-staff = 居民说家里困难
event-hardship_said = 您说家里有难处
event-helped = 上门给了帮助：{ $what } { $amount }（{ $giver }）
event-visited_home = 上门看过
refused-help-half = 给了东西，要写是谁给的。请重新记。

## 往上报

staff-button-report_up = 马上上报
staff-button-see_upward = 看到了
staff-ask-report-up = { $number }：危及多人、紧急重大的事马上报领导。现在知道什么？在哪、多少人、做了什么。
staff-reported-up = { $number }：报上去了，领导没点“看到了”，会接着往上报。
staff-upward-seen = 记下了，报的人也知道了。
staff-card-upward = 🚨 已上报，还没人点“看到了”：{ $words }
staff-card-upward-seen = 🚨 已上报，{ $person }看到了：{ $words }
notice-reported_up = 🚨 紧急上报 { $number }（{ $place }，{ $category }），{ $person }报：{ $words }。请点“看到了”。
notice-upward_seen = 🚨 { $number }（{ $place }）：{ $person }看到您的上报了。
notice-propose_upward-danger = 🚨 { $number }（{ $place }，{ $category }）有人求助。要是危及多人，请马上上报。
notice-propose_upward-many = 👥 { $number }（{ $place }，{ $category }）已有{ $people }人跟着。要是危及多人，请马上上报。
staff-short-reported_up = 紧急上报，请点“看到了”
staff-short-upward_seen = { $person }看到了
staff-short-propose_upward = 要不要马上上报？
event-reported_up = { $person }往上报了：{ $words }
event-upward_seen = { $person }看到了上报
