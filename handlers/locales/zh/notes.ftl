# 走访笔记、专题、学到了什么。

menu-note = 记一笔走访
menu-notes = 找走访笔记
menu-themes = 专题
menu-learned = 学到了什么
note-ask-words = 听到了什么、看到了什么？照实写，可以带照片。人名和号码会先去掉再留下。
note-ask-place = 是哪里的事？点一下，或者打名字。
note-ask-topic = 是哪方面的？
note-shown = 📝 { $place } · { $topic }
    { $words }
    照片：{ $files }张
note-button-keep = 留下
note-kept = 留下了，没有人名。管{ $place }的同志用 /notes 找得到。
note-card = 📝 { $date } · { $place } · { $topic } · { $person }
    { $words }
notes-none = 没找到。换个地方、话题，或者少写几个字，比如：/notes 柳河镇 自来水
notes-newest = 最新的
notes-found = 走访笔记：{ $what }
notes-line = { $date } · { $place } · { $topic }：{ $words }
themes = { $count ->
   *[other] 有{ $count }个专题：
}
themes-none = 您这里没有专题。好多人说同一件事的时候，会自己开一个。
themes-line = 🌱 { $name } · { $state }
theme-state-open = 等一个打算
theme-state-planned = 有打算了
theme-state-dismissed = 没有共同的根子
theme-card = 🌱 { $name } · { $state }
    差不多的案子：{ $count }件。牵头：{ $person }
    每件照旧办，这里只管根子。
theme-why = 没有共同的根子：{ $why }
theme-button-plan = 📅 定个打算
theme-button-dismiss = 没有共同的根子
theme-ask-plan = 根子上打算怎么办？这些案子的居民会看到，写明白，别写人名。
theme-ask-day = 什么时候前？
theme-ask-why = 为什么说没有共同的根子？上面的同志会看到。
theme-planned = 定了，成了一个有日子的任务，到期前会提醒。这些案子的居民已经告诉了。
theme-is-dismissed = 收起来了。上面的同志看得到为什么。
notice-theme_opened = 🌱 { $name }：{ $count }个人说的差不多。请找找根子，定一件事来办，别等下一个人来。
notice-theme_plan = 🌱 { $name }：{ $count }件差不多的案子，根子上怎么办还没定。
notice-theme_plan_above = 🌱 { $name }：{ $count }件差不多的案子，根子上还没有打算。牵头：{ $person }
notice-theme_dismissed = 🌱 { $name }：{ $person }说没有共同的根子：{ $why }
refused-theme-over = 这个专题收起来了。
refused-theme-planned = 已经答应过要办一件事了，请在任务里报进展：/tasks
learned = 🌾 上个月居民说办好了的事，是这样办好的：
learned-line = { $topic } · { $place }
    查到：{ $found }
    做了：{ $done }
learned-basis = 依据：{ $basis }
learned-foot = 不分先后，不比谁好谁差。
learned-none = 上个月没有可说的。
staff-digest-learned = 🌾 新的一个月：发 /learned 看看上个月是怎么办好的。
