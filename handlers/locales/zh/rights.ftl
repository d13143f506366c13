# 留痕：谁看了姓名，删了什么。

event-erased = 您的姓名和号码都抹掉了
event-erased-staff = 居民把姓名和号码抹掉了

# 看姓名。

event-name_seen-staff = { $person }看了居民的姓名：{ $why }
staff-ask-name-why = { $number }：为什么要看姓名？点一个，或者写一句。理由会留下来；哪个单位看了几次，居民查得到。
name-reason-call = 给居民回电话
name-reason-visit = 上门找地方
name-reason-again = 看看是不是以前来过
refused-name-reason = 看姓名要有理由，请先说一句为什么。
staff-name-intake = { $number } 是 { $who } 交来的。只有受理办公室能看，理由已记下。别转给单位。
staff-name-open = { $number } 是 { $who } 交来的。理由已记下。
mydata-name-unit = 👁 { $unit }看过您的姓名{ $count }次，最近一次是{ $date }。
mydata-name-intake = 👁 { $place }受理办公室看过您的姓名{ $count }次，最近一次是{ $date }。
