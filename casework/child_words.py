"""The words in which people speak of harm done to a child, and in which a child says how old it is.

Tables to read and to mend by hand; for a row see `casework.danger_words.Sign`. That somebody is told off at school, or
that a case of years ago was in the papers, is no reason to ask.
"""

from __future__ import annotations

from typing import Final

from casework.danger_words import Sign

_CHILD: Final = (
    "孩子 小孩 女孩 男孩 孩儿 娃 女儿 儿子 幼儿 婴儿 宝宝 儿童 男童 女童 幼女 未成年 侄女 侄儿 侄子 孙女 孙子 外孙"
    " 小学生 初中生 幼儿园 继女 继子 养女"
)
_FAR: Final = (
    "新闻 媒体 事件 案件 宣传 培训 讲座 法律 立法 条例 政策 建议 加强 防止 预防 杜绝 避免 保护法 全国 网上 社会上 当年"
    " 年前 小时候 电影 动物 狗 猫 树"
)

CHILD_ZH: Final[tuple[Sign, ...]] = (
    Sign(
        "猥亵 性侵 强奸 诱奸 奸污 侵犯身体 摸下身 摸隐私 摸下体 脱裤子 脱她 脱我",
        near=_CHILD,
        unless=_FAR,
    ),
    Sign(
        "虐待 虐童 虐打 毒打 暴打 往死里打 用针扎 针扎 烟头烫 开水烫 打得遍体鳞伤 打得鼻青脸肿 浑身是伤 全身是伤"
        " 身上有伤 身上都是伤 打出血 吊起来打 拿棍子打 用皮带抽 用皮带打 打断 饿着不给 不给饭吃 不给吃饭 关小黑屋"
        " 关在小黑屋 锁在家 锁在屋 绑起来 拴在 掐脖子",
        near=_CHILD,
        unless=_FAR + " 医生 房产",
    ),
    Sign(
        "天天打我 每天打我 爸爸打我 妈妈打我 爹打我 继父打我 后爸打我 后妈打我 继母打我 后爹打我 叔叔摸我 老师摸我"
        " 爸爸摸我 摸我下面 不让我吃饭 不给我吃饭 把我锁 打孩子 打娃 打小孩",
        unless=_FAR + " 打孩子招呼 电话 老公",
    ),
    Sign(
        "独自在家 一个人在家 没人管 无人照看 没人照看 扔在家 丢在家 丢下 遗弃 抛弃",
        near="婴儿 幼儿 娃娃 几岁的 一岁 两岁 三岁 四岁 五岁 六岁 1岁 2岁 3岁 4岁 5岁 6岁",
        unless=_FAR + " 车 垃圾 路灯",
    ),
)

CHILD_EN: Final[tuple[Sign, ...]] = (
    Sign(
        "molested, molesting, molests, raped, raping, sexually abused, abused, abusing, abuses, beats, beating, beaten"
        ", burned with, starving, starved, locked in, tied up, bruises, bruised, neglected",
        near=(
            "child, children, kid, kids, little girl, little boy, baby, toddler, infant, schoolgirl, schoolboy, stepson"
            ", stepdaughter, niece, nephew, grandson, granddaughter, pupil, pupils"
        ),
        unless="last year, years ago, law, policy, training, dog, dogs, cat, tree, news, movie",
    ),
    Sign(
        "my dad beats me, my dad hits me, my mom beats me, my mom hits me, my mum beats me, my mum hits me"
        ", my father beats me, my father hits me, my mother beats me, my mother hits me, my stepfather beats me"
        ", my stepfather hits me, my stepfather touches me, my teacher touches me, my uncle touches me, child abuse",
        unless="years ago, law, policy, training, news, movie",
    ),
)
