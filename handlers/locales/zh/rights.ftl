# 留痕：谁看了姓名，删了什么。

event-erased = 您的姓名和号码都抹掉了
event-erased-staff = 居民把姓名和号码抹掉了
