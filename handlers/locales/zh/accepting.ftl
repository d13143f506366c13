# 受理：走哪条路、还有哪些办法；不予受理：为什么、该去哪儿、不同意怎么办。

closing-not_accepted = 没有受理
closing-not_accepted-you = 没有受理

## 走哪条路

path-request = 怎么办：先听您说，再去查清楚，最后书面答复您。
path-wages = 怎么办：按劳动监察查欠薪，查完书面答复您。
path-question = 怎么办：问清楚了，答复您。
path-suggestion = 谢谢您的建议。怎么办：认真研究，采不采纳、为什么，都告诉您。
path-report = 怎么办：去查实；是真的，依法处理，结果告诉您。
path-accusation = 怎么办：按纪检监察的规定办，说到的人看不到。

remedies-head = 还有别的路，反映问题不会让这些日子停下来：
remedy-arbitration = · 劳动仲裁：一般一年之内，不收钱
remedy-arbitration-until = · 劳动仲裁：最好在{ $date }前，不收钱
remedy-reconsideration = · 不服机关的决定，申请行政复议：知道那天起{ $count }天内
remedy-suit = · 不服机关的决定，去法院起诉：知道那天起{ $count }个月内

## 不予受理

no-reason-court = 打官司、判决的事
no-reason-procedure = 该走仲裁、复议等程序
no-reason-other_body = 归别的单位管
no-reason-final = 已经复核终结
no-reason-unclear = 姓名或地址不清楚
no-article-court = 《信访工作条例》第二十二条、第三十一条第一项
no-article-procedure = 《信访工作条例》第三十一条
no-article-other_body = 《信访工作条例》第二十三条
no-article-final = 《信访工作条例》第三十六条
no-told-court = { $number } 这里不能受理，因为打官司、判决的事由法院依法定（{ $article }）。该找：{ $body }。{ $words } 要律师帮忙，打 12348，不收钱。
no-told-procedure = { $number } 这里不能受理，因为这样的事另有法定的程序（{ $article }）。该找：{ $body }。{ $words } 那边有期限，别耽误。
no-told-other_body = { $number } 这里不能受理，因为不归我们管（{ $article }）。该找：{ $body }。{ $words }
no-told-final = { $number } 这里不再受理，因为同一件事、同样的理由已经有了最后的答复：{ $body }（{ $article }）。{ $words } 有了新情况，可以再写来。
no-ask-above = 不同意，{ $date }前点这里，请上一级看，不收钱。
own-body-labour_inspection = 劳动保障监察（12333）
own-body-discipline = 纪检监察机关（12388）
own-body-labour_arbitration = 劳动人事争议仲裁委员会（12333）
own-body-reconsideration = 行政复议机关
own-body-court = 人民法院（12368）
button-ask-above = 请上一级看
asked-above = 已请{ $unit }看
notice-asked_above_ok = { $number } 请{ $unit }看了，{ $date }前告诉您怎么办。先前定的人不再经手。
notice-to_discipline = { $number } 已转{ $body }（{ $when }），由那边依规依纪依法办，说到的人看不到。想问进展，打 12388。

## 工作人员看到的

staff-button-doubt = 提出不予受理
staff-button-not_accept = 不予受理
staff-button-dismiss_doubt = 该受理
staff-button-to_discipline = 转纪检监察
staff-button-who = 用现成的话
staff-button-no-send = 就这样告诉居民
staff-ask-no = { $number }：为什么不予受理？
staff-ask-who = 姓名或地址不清楚，不用发告知书，但要问。想怎么问？居民会看到。
staff-ask-no-body = { $number }：该去哪儿？点一个，或打出来。居民会看到。
staff-ask-no-final = { $number }：哪份复核意见终结的？写文号和日期，居民会看到。
staff-ask-no-words = 再用一两句话说明白，居民会看到。
staff-no-shown = 居民会看到这些：
staff-doubted = { $number }：已交负责人定。期限照走，{ $limit }前要告诉居民。
staff-not-accepted = { $number }：没有受理，居民知道了。不算办好，居民可以请上一级看。
staff-doubt-dismissed = { $number }：接着等人接，经办的同志知道了。
staff-card-doubted = ❔ 有人认为不该受理：{ $reason }；该去：{ $body }。{ $words }
staff-card-not-accepted = ✖️ 没有受理：{ $reason }；该去：{ $body }。{ $words }
staff-ask-discipline = { $number }：转给了哪个纪检监察机关？居民会看到。
notice-doubted = ❔ { $person }认为{ $number }（{ $place }，{ $category }）不该受理。请定，{ $limit }前要告诉居民：
notice-doubt_dismissed = { $number }（{ $place }，{ $category }）：负责人看过了，该受理。{ $limit }前要告诉居民，请接。
notice-not_accepted_staff = { $number }（{ $place }，{ $category }）没有受理，居民知道了。
notice-notice_due = ⏳ { $number }（{ $place }，{ $category }）：{ $limit }前要书面告诉居民受不受理（条例第23条）。
notice-notice_due-held = ⏳ { $number }（{ $place }，{ $category }）：{ $limit }前要转出去（条例第22条）。归哪儿？
staff-short-doubted = 该不该受理？
staff-short-doubt_dismissed = 该受理，请接
staff-short-not_accepted_staff = 没有受理
staff-short-notice_due = { $left }，要告诉居民
ask-who-you-are = 怎么称呼您，住在哪儿？告知书要写清楚。不方便也没关系，照样看。

event-doubted = { $person }认为不该受理：{ $why }
event-doubt_dismissed = { $person }：该受理
event-not_accepted = 没有受理，该找{ $body }：{ $why }
event-asked_above = 您请了上一级看
event-asked_above-staff = 居民请上一级看
event-to_discipline = 已转{ $body }（{ $when }）

refused-head-decides = 这要由{ $person }来定。
