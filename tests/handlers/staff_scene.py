"""What the tests of staff share: scenes that begin with a case, and the words of both languages.

A test names a label or a text in English; somebody who speaks Chinese taps and hears the Chinese one.
"""

import re
from typing import Final

from casework.actions import membership
from casework.people import Role
from casework.petitions import Case
from tests.handlers.dialogue import ROADS, Actor, Town

COMPLAINT: Final = {
    "en": "There is a deep hole in the road in Maple Village since June",
    "zh": "枫桥村的路上有个大坑，六月就有了",
}

ZH: Final = {
    # Buttons.
    "Accept": "我接",
    "Decline": "接不了",
    "Ask the resident": "问居民",
    "Progress": "报进展",
    "Visit": "上门",
    "Assign to": "转给同事",
    "Propose outcome": "写答复",
    "Wait": "等一等",
    "Need help": "要人帮",
    "I'll take it": "我来办",
    "Set a date": "定日期",
    "Reassign": "换人",
    "Working": "在办",
    "Remind me": "再提醒",
    "Why it's late": "为什么晚了",
    "Another unit": "别的单位",
    "Egret Water Bureau": "水务局",
    "Egret Roads Bureau": "交通局",
    "History": "经过",
    "Read it all": "看全文",
    "Send it": "发给居民",
    "Cancel": "取消",
    "Back": "上一步",
    "Skip": "跳过",
    "Morning": "上午",
    "Afternoon": "下午",
    "Question": "问居民",
    "I'm back at work": "我回来了",
    "Nobody": "没有人",
    "Send": "交上去",
    "Second clerk": "二号办事员",
    "Thursday 5 March": "3月5日（周四）",
    # Answers.
    "It's yours": "归您办了",
    "You have it already": "已经在您手上了",
    "Told the resident": "告诉居民了",
    "Asked the resident": "问了居民",
    "The next one is asked": "接着问下一位",
    "Your head knows": "负责人知道了",
    "I'll remind you both the evening before": "前一天傍晚会提醒双方",
    "I'll ask again on Monday 9 March": "3月9日（周一）再问您",
    "That day is over": "那天已经过了",
    "That is too far off": "太远了",
    "That button is from earlier": "这个按钮是早先的",
    "Your post for this case has ended": "您已经不在任上",
    "has already taken it": "已经接了",
    "This one is for members of the unit": "这件要本单位的人来接",
    "That is for someone else": "这件事要由别的同志来办",
    "Send this to the resident": "这段话发给",
    "nothing can be sent to the resident just now": "现在还不能给居民发话",
    "Here is the answer": "答复来了",
    "The resident will read this": "居民会看到",
    "The resident says now whether it was done": "办没办好，等居民说",
    "Promised by Monday 16 March": "答应3月16日（周一）前办好",
    "The resident knows": "居民已知道",
    "What's in the way": "卡在哪",
    "hasn't said why": "还没说原因",
    "Good morning": "早上好",
    "Waiting for you": "等您一句话",
    "Due today": "今天到期",
    "Nothing is late": "没有过期的",
    "No open case is yours": "您手上没有没办完的",
    "Welcome": "欢迎",
    "This invitation is not valid any more": "这个邀请用不了了",
    "This chat now belongs to": "这个群归",
    "That code is not valid any more": "这个码用不了了",
    "Away until": "前不给您派新案子",
    "Welcome back": "欢迎回来",
    "which unit": "归哪个单位",
    "several fit": "有几个对得上",
    "No unit of that name": "没有这个单位",
    "has gone to": "转给",
    "away until": "前不在",
}


def word(actor: Actor, english: str) -> str:
    """Return a label or a text as this person reads it."""
    return english if actor.language == "en" else ZH[english]


async def taps(actor: Actor, label: str, *, group: str = "") -> None:
    """Tap the newest button of that label."""
    await actor.taps(word(actor, label), group=group)


def hears(actor: Actor, text: str) -> bool:
    """Return whether something with that text arrived since the person's last deed; fails else."""
    return actor.hears(re.escape(word(actor, text)))


def offers(actor: Actor) -> list[str]:
    """Return the labels that arrived since the last deed."""
    return actor.buttons


async def complain(town: Town, language: str, words: str = "") -> tuple[Actor, Case]:
    """Return somebody who has just filed a complaint about a road, and its case."""
    ann = town.resident(language)
    await ann.says(words or COMPLAINT[language])
    await taps(ann, "Send")
    return ann, (await ann.cases())[0]


async def at_work(town: Town, language: str) -> tuple[Actor, Actor, Case]:
    """Return a resident, the cadre who has accepted the case, and the case."""
    wang = await town.cadre(language=language)
    ann, _ = await complain(town, language)
    await taps(wang, "Accept")
    ann.chat.arrived.clear()
    return ann, wang, (await ann.cases())[0]


async def head(town: Town, language: str) -> Actor:
    """Return the head of the roads bureau."""
    return await town.official(Role.HEAD, language, unit=ROADS, title="局长", title_en="Head of Roads")


async def leaves(town: Town, actor: Actor) -> None:
    """End all posts of a person, as the office does."""
    person = await actor.person()
    async with town.store.turn(town.now) as uow:
        posts = [post.id for post in uow.staff.of(person.id)]
    for post in posts:
        async with town.store.turn(town.now) as uow:
            await membership.remove(uow, person.id, post)
