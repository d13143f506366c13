"""What the tests of reception days share: a leader and the intake office, a day that is announced, and both languages.

A test names a label or a text in English; somebody who speaks Chinese taps and hears the Chinese one.
"""

import re
from dataclasses import replace
from datetime import date, datetime, time
from typing import Final

from casework.actions.reception.announcing import Announced, announce
from casework.people import Person, Role
from casework.profile import Profile
from casework.reception.days import Booking, Reception
from casework.reception.hours import parse_hours, starts_of
from tests.handlers.dialogue import ALONE, COUNTY, RIVER, Actor, Town

THURSDAY: Final = date(2026, 3, 5)
"""Three days after the town's first day."""

ZH: Final = {
    # Buttons.
    "Book it": "就约这个",
    "About": "✅ 谈 2",
    "About something else": "谈别的事",
    "For a neighbour": "帮邻居约",
    "Other times": "别的时间",
    "Other days": "别的日子",
    "put me on the list": "给我排上",
    "Another time": "换个时间",
    "I can't come": "我来不了",
    "Yes, give it up": "是，不要了",
    "Pass and calendar": "号票和日历",
    "Book a visit": "预约",
    "Skip": "跳过",
    "Send": "交上去",
    "Accept": "我接",
    "Announce a day": "发布接访日",
    "Announce it": "发布",
    "Deputy head": "副县长",
    "15 minutes": "15分钟",
    "Thursday 12 March": "3月12日（周四）",
    "One room": "就一间",
    "Any topic": "什么都行",
    "Check in": "签到",
    "Not booked": "没预约的",
    "Call the next": "叫下一位",
    "The list": "名单",
    "Close the day": "收尾",
    "Call it off": "取消接访",
    "It goes to the unit": "交单位办",
    "Answered on the spot": "当场答复了",
    "Promised by a day": "答应限期办",
    "That's right": "✅ 对",
    "Not quite": "不太对",
    "Add to": "并到",
    "Open the day": "打开",
    "✏️ Change": "✏️ 改一改",
    "Day": "日期",
    "Hours": "几点到几点",
    "Place": "地点",
    "Topics": "主要谈什么",
    "Length of a visit": "一位谈多久",
    "30 minutes": "30分钟",
    "Change it, and tell them": "改，告诉大家",
    "Something else, too": "还要改别的",
    "That suits me": "行，就这样",
    "Repeat it": "定期接访",
    "Every Thursday": "每周四",
    "Every Tuesday": "每周二",
    "Every Wednesday": "每周三",
    "Weekday": "星期几",
    "Every first Thursday of the month": "每月第一个周四",
    "Yes, repeat it": "好，定下来",
    "End the series": "不再定期",
    "Yes, end it": "是，不再定期",
    "This day only": "就这一次",
    "This one and all that follow": "这一次和以后的",
    "Rooms": "房间",
    "My visits": "看我约的",
    # Texts.
    "has changed": "安排改了",
    "your time is gone": "那个时间没有位子了",
    "Good, it stays so": "就这么定了",
    "The office has just changed this day": "刚改过时间",
    "The leader receives on": "已经在",
    "it can't be changed any more": "不能再改",
    "That's how it is already": "和原来一样",
    "A colleague has changed this day": "别的同志刚改过",
    "That day has passed": "过去了",
    "Changed.": "改好了",
    "Changed:": "有变动",
    "Open for booking": "可以约了",
    "is a holiday": "放假",
    "in place of": "那天放假",
    "These change": "一起改的",
    "of your visits": "您约的接访有",
    "are called off": "取消了",
    "Changed from": "起有变动",
    "Called off, with all that follow": "以后也不再定期",
    "The series has ended": "以后不再定期",
    "is left out": "没排上",
    "this has ended": "不再往下排了",
    "Booked": "约好了",
    "Your number: 1": "您是 1 号",
    "Your number: 2": "您是 2 号",
    "Your number: 3": "您是 3 号",
    "was taken just now": "刚被约走",
    "number 1 on the waiting list": "第 1 位",
    "number 2 on the waiting list": "第 2 位",
    "all places are taken": "都约满了",
    "A place is free": "有空位了",
    "Booked for Old Chen": "是帮老陈约的",
    "You have booked this day already": "这天您已经约过了",
    "that books it, too": "写了也算约好",
    "somebody who waits can come": "排队的人能来了",
    "No reception day is announced": "没有安排接访日",
    "You're welcome all the same": "照样欢迎您来谈",
    "waiting for someone to take it": "等人接",
    "Tomorrow": "明天",
    "Today": "今天",
    "You're checked in": "签到了",
    "it's your turn": "轮到您了",
    "you're next": "下一个就是您",
    "before you": "前面还有",
    "is checked in": "签到了",
    "Nobody waits just now": "现在没人在等",
    "is called off": "取消了",
    "This is what was written down": "记下的是",
    "Please read this out": "请念给他听",
    "Your number": "号码",
    "Announced": "发布了",
    "You receive on": "接访",
    "The day is closed": "收尾了",
    "concerns the office that receives": "牵涉到接访的单位",
    "this can be done then": "到那天再点",
    "have booked": "约了",
    "There is nothing here": "没有",
}


def word(actor: Actor, english: str) -> str:
    """Return a label or a text as this person reads it."""
    return english if actor.language == "en" else ZH[english]


async def taps(actor: Actor, label: str) -> None:
    """Tap the newest button of that label."""
    await actor.taps(word(actor, label))


def hears(actor: Actor, text: str) -> bool:
    """Return whether something with that text arrived since the person's last deed; fails else."""
    return actor.hears(re.escape(word(actor, text)))


async def leader(town: Town, language: str) -> Actor:
    """Return the deputy head of the county, who receives."""
    return await town.official(Role.LEADER, language, area=COUNTY, title="副县长", title_en="Deputy head")


async def clerk(town: Town, language: str) -> Actor:
    """Return somebody of the county's intake office."""
    return await town.official(Role.DISPATCHER, language, area=COUNTY, title="信访干部", title_en="Intake officer")


async def announced(
    town: Town,
    host: Actor,
    by: Actor | None = None,
    *,
    day: date = THURSDAY,
    hours: str = "9:00-10:00",
    minutes: int = 20,
    rooms: tuple[str, ...] = (),
    area: int = RIVER,
) -> Reception:
    """Return a day that is announced: by default three places on Thursday morning in Willow Town."""
    host_id, by_id = (await host.person()).id, (await (by or host).person()).id
    starts = starts_of(town.store.rules.calendar, day, parse_hours(hours), minutes)
    async with town.store.turn(town.now) as uow:
        return await announce(uow, by_id, Announced(area, host_id, "town hall", starts, minutes, rooms))


async def stored(town: Town, reception: Reception) -> Reception:
    """Return a day as it is stored."""
    async with town.store.turn(town.now) as uow:
        found = await uow.get(Reception, reception.id)
        assert found is not None
        return found


async def bookings(town: Town, reception: Reception) -> list[Booking]:
    """Return the visits of a day that have a number, by it."""
    day = await stored(town, reception)
    async with town.store.turn(town.now) as uow:
        return await uow.get_all(Booking, day.keys)


def at(town: Town, day: date, clock: time) -> datetime:
    """Return a moment of the town."""
    return town.store.rules.calendar.at(day, clock)


async def books(actor: Actor, time_: str = "09:00", last: str = "Book it") -> None:
    """Book a visit on the only day by three taps."""
    await actor.says("/reception")
    await actor.taps(time_)
    await taps(actor, last)


async def until(town: Town, day: date, clock: time) -> None:
    """Let time pass until a moment, with everything that falls due."""
    await town.passes(minutes=(at(town, day, clock) - town.now).total_seconds() / 60)


def profile(**changes: int) -> Profile:
    """Return the town's profile with other figures of reception days."""
    return replace(ALONE, reception=replace(ALONE.reception, **changes))


async def person_of(town: Town, actor: Actor) -> Person:
    """Return somebody as stored."""
    return await actor.person()
