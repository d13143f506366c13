# 替别人反映：谁、知不知道、同意不同意。

change-behalf = 替别人反映
menu-for = 替别人反映，先写事再发
draft-for-other = 是替别人说的？点“改一改”里的“替别人反映”。
draft-behalf = 👥 替{ $relation }反映，本人同意了。
draft-behalf-unasked = 他还没点头，先问一声；急的话可以当您自己看到的事交。
for-words-first = 先写写是什么事，再发 /for，说是替谁。
for-whom = 替谁说的？
relative-parent = 父母
relative-child = 孩子
relative-neighbour = 邻居
relative-other = 其他人
relative-unsaid = 别人
for-myself = 就是我自己的事
for-name = 他叫什么？只有受理办公室知道。不写也行。
for-agreed = 他知道这件事、也同意交吗？
for-agreed-beside = 就在旁边，同意
for-agreed-said = 说过同意
for-agreed-unasked = 还没问

event-behalf = 替{ $relation }反映，本人同意了
staff-card-behalf = 👥 替{ $relation }反映，本人同意。
staff-name-other = { $number } 是替 { $name } 反映的。只有受理办公室能看，别转给单位。
