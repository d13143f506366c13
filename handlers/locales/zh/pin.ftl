# 手机几个人用：给自己的事加一把锁（四位密码）。

menu-pin = 给我的事加把锁
pin-intro =
    手机几个人用，就给您的事加一把锁：四个数字。看您的事要先点密码，写新的事不用。
    聊天里以前的话，这把锁管不着，请您自己在手机上删掉。
pin-choose = 选四个数字，点下面的键：
pin-again = 再点一遍同样的四个：
pin-differs = 两遍不一样，重新来。
pin-set = 🔒 锁好了。看您的事先点密码，开一次管10分钟；来消息只有号码。以前的聊天请您自己删掉。
pin-ask = 🔒 请点您的四位密码：
pin-wrong = 不对，再试一次。
pin-opened = 🔓 打开了，10分钟内有效。看完了，聊天里的话请自己删掉。
pin-menu = 您的事锁着。要改密码，还是不要锁了？
pin-off = 🔓 锁拿掉了。
pin-off-by-code = 🔓 查询码对，锁拿掉了。要再加，发 /pin 。
pin-forgotten = 忘了密码：发 /pin 加您任何一件事的查询码，锁就拿掉。查询码也没有，带上身份证去受理办公室，或者打电话请他们核对。
button-pin-change = 改密码
button-pin-off = 不要锁了
button-pin-forgotten = 忘了密码
button-pin-cancel = ✖️
mistake-pin-typed = 密码别打字，点下面的键。刚打的那条，请您在手机上删掉，我们这边没留。
refused-pin-tries = 密码一小时只能试五次。过一个小时再来；忘了，发 /pin 加查询码。
refused-pin-locked = 先发 /pin，点对密码，再改。
refused-pin-none = 这位居民没有锁。
hushed = 🔒 { $number } 有新消息。点“看一看”，点密码就能看。
hushed-line = { $number } · 有新消息
notice-draft_left-hushed = 有一份写了一半，还没交。接着写吗？
notice-draft_shelved-hushed = 写了一半的那份先收起来了，没交上去，随时能接着写。
notice-pin_reset = 🔓 受理办公室核对以后，把您的密码锁拿掉了（{ $number }）。要不是您本人去办的，马上告诉我们，再发 /pin 重新锁上。

event-pin_reset = 受理办公室核对身份后，拿掉了密码锁
staff-button-reset_pin = 拿掉密码锁
staff-reset-pin-sure = { $number }：居民忘了密码。核对过是本人吗（身份证，或者打登记的电话）？拿掉以后会告诉他。
staff-button-reset_pin-yes = 核对过，拿掉
staff-pin-reset = { $number }：密码锁拿掉了，居民已知道。
