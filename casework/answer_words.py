"""The words by which questions are told apart: those that stand in any, and those of a case of one's own.

Tables to read and to mend by hand.
"""

from typing import Final

IDLE_ZH: Final = (
    "请问 请教 你好 您好 大家好 领导 谢谢 咨询 了解 想问 问一下 问下 一下 想知道 告诉 说说 怎么办理 怎么办 "
    "怎么样 怎么 怎样 如何办理 如何 什么时候 什么 哪里 哪儿 哪个 哪些 多少 多久 多长时间 能不能 可不可以 是不是 "
    "有没有 是否 需要 可以 能够 应该 应当 现在 目前 我们 你们 咱们 自己 一个 这个 那个 我想 我要 的话 办理 如果 "
    "因为 所以 还是 或者 以及 关于 有关 相关 流程 手续 程序 步骤 材料 条件 负责 会不会 才有 谁 办 我 "
    "你 您 他 能 要 给 吗 呢 啊 吧 的 了"
)
"""Words that stand in any question. The longest one at a place counts."""

IDLE_EN: Final = (
    "the and for are was were how what when where which who whom whether does did can could would should will "
    "shall may might must have has had you your our his her their its this that these those there here with from "
    "into about please hello thank thanks tell know want like need get got just some any all not but also much "
    "many long one way question ask wondering wonder dear sir madam"
)

ASKING_ZH: Final = "怎么 怎样 如何 什么 多少 多久 多长 哪 谁 几 吗 能不能 可不可以 是否 有没有 要不要 请问 咨询"
ASKING_EN: Final = "how what when where which who can|i do|i must|i should|i may|i is|there are|there is|it does|it"
"""With one of these a short text asks; `|` stands for a space."""

OWN_CASE_ZH: Final = (
    "为什么 为何 凭什么 怎么还 怎么没 怎么不 被拒 拒绝 拒不 不批 没批 不给 没给 不让 不予 不发 没发 不管 没人 "
    "无人 推诿 推脱 拖延 迟迟 至今 还没 仍未 仍然 一直 多次 投诉 举报 反映 克扣 拖欠 欠薪 少发 少了 丢失 搞错 "
    "弄错 错误 不合理 不公 不符 取消了 停了 停发 退回"
)
"""Whoever says one of these tells what went wrong, and needs a person."""

OWN_CASE_EN: Final = (
    "why refus denied deny reject declin still delay never unfair wrong mistake complain ignor nobody stopped "
    "cancel unpaid withheld lost missing ago"
)
"""The beginnings of such words in English; "n't" is one, too."""
