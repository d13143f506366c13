## 公开账本

menu-ledger = 反映了什么、办了什么
ledger-day = { $year }年{ $month }月{ $day }日
ledger-all = 全部
ledger-head = 📖 反映的和办了的：{ $place }，{ $category }
ledger-entry = { $place } · { $category } · { $day }
    反映：{ $reported }
    { $unit }办了：{ $done }
ledger-none = 📖 { $place }，{ $category }：还没有。居民和单位都同意了，才会写进来。
ledger-which = 没有叫这个名字的地方，也没有这一类事。写村名试试，或者只发 /ledger。
ledger-more = 再看几条
ledger-take-back = 拿掉 { $number }
notice-ledger-asked = { $number }办的事，让大家也看看，行吗？不写名字，地方只到村。什么时候不想公开了，都能拿掉。

    反映：{ $reported }
    办了：{ $done }
ledger-button-yes = 行，可以看
ledger-button-no = 不要
ledger-button-back = 不放公开账本了
ledger-yes = 谢谢您。先有人看一遍会不会露出谁，再放进 /ledger。
ledger-no = 好，那里谁也看不到。没有人会问您为什么。
notice-ledger-published = { $number }已放进 /ledger，写的是：

    反映：{ $reported }
    办了：{ $done }
notice-ledger-kept-back = { $number }不放进 /ledger 了：那些话会让人看出是谁。
notice-ledger-check = 📖 { $number }：单位和居民都同意放进公开账本。请您看一看：有没有点到谁、露出谁？

    反映：{ $reported }
    办了：{ $done }
ledger-blacked-out = 当作别人的名字涂掉的：{ $names }。有漏的、或不是名字的，点“换个说法”。
notice-ledger-taken-out = { $number }已从 /ledger 拿掉：受理办公室发现可能会让人认出谁来。
staff-button-take_out_ledger = 从公开账本拿掉
ledger-taken-out = 已从 /ledger 拿掉，居民已知道。
staff-short-ledger_check = 要进公开账本，请看一看
staff-button-offer_ledger = 放进公开账本
ledger-button-publish = 放进去
ledger-button-change = 换个说法
ledger-button-keep = 不放
ledger-offered = 谢谢，已去问居民。居民不点头，什么也不会公开。
ledger-published = 已放进 /ledger。
ledger-kept = 不放了，居民已知道。
ledger-ask-reported = 反映的事，怎么写别人才看不出是谁？现在写的是：{ $reported }
ledger-ask-done = 办了什么呢？现在写的是：{ $done }
ledger-ask-send = 就这样放进去：

    反映：{ $reported }
    办了：{ $done }
refused-ledger-asked = 这件的居民已经问过了，不问第二遍。
refused-ledger-private = 这是人家自己的事，村里人一看就知道是谁，不放进账本。
refused-ledger-over = 这件没有要定的了。
event-ledger_agreed = 您同意让大家看
event-ledger_agreed-staff = 居民同意让大家看
event-ledger_published = 放进了公开账本
event-ledger_taken_out = 从公开账本拿掉了
