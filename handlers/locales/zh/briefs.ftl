## 简报：一个地方、一段日子的数字

brief-title = { $place }{ $period }
brief-period = { $year }年{ $first }至{ $last }
brief-period-month = { $year }年{ $month }月{ $first }日至{ $day }日
brief-period-day = { $year }年{ $date }
brief-date = { $month }月{ $day }日
brief-short-day = { $month }/{ $day }
brief-head = 📊 { $title }
    新来 { $came } 件 · 办结 { $ended } 件 · 在办 { $open } 件，其中过期 { $late } 件
brief-rates = 按时答复：{ $in_time }
    居民说办好了：{ $solved }（{ $spoken } 位说了话）
    满意：{ $satisfied }（{ $rated } 位打了分）
brief-apart = 另外记，不算办好：{ $ends }
brief-again = 居民说没好、重新在办 { $count }
brief-grown = 涨得最多（不是碰巧）
brief-grown-line = · { $cause }：{ $now } 件，平时 { $usual } 件
brief-grown-short = { $now } 件（平时 { $usual }）
brief-grown-none = 没有哪一类明显多起来，都在平常的起伏里。
brief-cause = { $category } · { $place }
brief-and = 、
brief-silent = 🔇 { $villages } 个村里有 { $count } 个半年没一点声音：{ $names }。该去看看。
brief-silent-more = 🔇 { $villages } 个村里有 { $count } 个半年没一点声音：{ $names }，还有 { $more } 个。该去看看。
brief-promised = 📅 答应的日子快到或已过
brief-promised-line = · { $number } · { $category } · { $place } · { $date }
brief-task-line = · { $unit }的任务 · { $place } · { $date }
brief-foot = 评分每满五个算一次。需要保密的件不在这些数字里。
brief-foot-public = 不足五件的不显示。需要保密的件不在这些数字里。
brief-page = { $title } · 第 { $page } 张，共 { $pages } 张
brief-foot-picture = 没回音、撤回、并案、不支持，都不算办好。
brief-kept = 🔒 另有需要保密、您能看的件：新来 { $came }，办结 { $ended }，在办 { $open }。
brief-came = 新来
brief-ended = 办结
brief-late = 过期
brief-in-time = 按时答复
brief-solved = 居民说办好了
brief-solved-short = 居民说办好
brief-satisfied = 满意
brief-overview = 来了多少，办得怎样
brief-by-place = 按地方
brief-by-unit = 按单位（按机构顺序排，不排名）
brief-spans = 最近八期
brief-ends = 怎么结束的
brief-places = 各地方
brief-units = 各单位
brief-whole = 不属某一个地方
brief-others = 其余 { $count } 个合计
brief-row = 新来{ $came } · 办结{ $ended } · 过期{ $late }
brief-end-solved = 居民说办好了
brief-end-answered = 答清楚了，居民认可
brief-end-settled = 双方谈妥
brief-end-contested = 居民不服
brief-end-no_answer = 居民没回音
brief-end-withdrawn = 撤回
brief-end-merged = 并到别的件里答复
brief-end-refused = 不支持
brief-end-not_accepted = 不予受理

## 要一份

menu-brief = 辖区、单位的数字
brief-ask-when = { $place }的数字。看哪几天？
brief-last-week = 上一周
brief-last-month = 上个月
brief-last-90 = 最近90天
brief-own-days = 别的日子
brief-ask-first = 从哪天起？比如：2026-03-01
brief-ask-last = 到哪天为止？
brief-coming = 正在数，图一会儿就到。
brief-which = 您管的范围里没有叫这个名字的地方或单位。写乡镇、村或单位的名字，或者只发 /brief。
mistake-past-day = 看不出是哪一天。比如：2026-03-01
mistake-day-to-come = { $date }还没到，最多数到今天。
refused-brief-future = 这些日子还数不了。请选到今天为止的日子：/brief
refused-brief-order = 这一天在头一天（{ $first }）前面。请写晚一点的，要改头一天就点 /back。
refused-brief-long = 超过{ $days }天了。请写早一点的，要改头一天就点 /back。
refused-brief-staff = 简报给管一方的同志和单位负责人看。/help 看您能做什么。
refused-brief-decided = 这份已经定了。
notice-brief-failed = 数字这会儿没做出来，请再要一次：/brief

## 给公众的那份

notice-brief-replaced = 📊 { $title }：新的一期已经来了。
notice-brief-public = { $words }

    👀 这是给公众的简报，请您看一看：有没有点到谁、露出谁？您点了头才发出去。
button-brief-publish = 发出去
button-brief-decline = 不发
brief-published = 这就发到公众频道。
brief-declined = 不发，外面谁也看不到。
notice-brief-waits = 给公众的简报（{ $title }）还等人看。
button-brief-read = 看一看
