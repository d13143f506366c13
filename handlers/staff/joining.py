"""Joining by an invite, and being away."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

import msgspec

from casework.actions import membership
from casework.errors import Refused
from casework.people import Role
from handlers import case_words
from handlers.dates import parse_day
from handlers.router import Command
from handlers.steps import Day, Flow
from handlers.talk import Talk

_UNTIL: Final = re.compile(r"^(?:until|till|to|到|至|直到)\s*", re.IGNORECASE)
_BACK: Final = frozenset({"off", "no", "back", "end", "回来", "回来了", "结束", "取消", "关"})


async def join(talk: Talk, code: str) -> None:
    """Take up the post of an invite, and say what comes now. A code typed by hand is read generously."""
    if not code:
        talk.answer("staff-join-how")
        return
    post = await membership.join(talk.uow, talk.person.id, code)
    talk.offer_menu(post.role)
    unit = talk.uow.org.units.get(post.unit_id) if post.unit_id is not None else None
    area = talk.uow.org.areas.get(post.area_id) if post.area_id is not None else None
    place = unit or area
    words = {"title": post.label(talk.language), "place": place.label(talk.language) if place else ""}
    talk.answer("staff-joined-work" if post.role in {Role.CADRE, Role.HEAD} else "staff-joined", **words)


class Away(msgspec.Struct, frozen=True):
    """Until which ISO day somebody is away; "" for back at work."""

    day: str = ""


async def _set(talk: Talk, data: Away) -> None:
    if not data.day:
        await membership.away(talk.uow, talk.person.id, None)
        talk.answer("staff-back")
        return
    until = talk.uow.rules.calendar.end_of(date.fromisoformat(data.day))
    await membership.away(talk.uow, talk.person.id, until)
    talk.answer("staff-away", date=case_words.day(talk.uow, talk.language, until))


AWAY: Final = Flow(
    "staff-away",
    Away,
    [Day("day", "staff-ask-away", "day", (1, 3, 7, 14), skip="staff-button-back", cancel=True)],
    _set,
)


async def away(talk: Talk, words: str) -> None:
    """Be away until a day; "off" ends it, and without a day it is asked for."""
    if not talk.posts:
        raise Refused("staff-only")
    said = _UNTIL.sub("", words.strip())
    if said.casefold() in _BACK:
        await _set(talk, Away())
        return
    today = talk.uow.rules.calendar.day(talk.uow.now)
    day = parse_day(said, today) if said else None
    if day is not None and day >= today:
        await _set(talk, Away(day.isoformat()))
        return
    if said:
        talk.answer("mistake-day" if day is None else "mistake-day-past")
    await AWAY.start(talk, Away())


async def bind_where(talk: Talk, words: str) -> None:
    """Say where /bind belongs: into the unit's group chat."""
    talk.answer("staff-bind-where")


COMMANDS: Final[Mapping[str, Command]] = {"away": away, "bind": bind_where}
FLOWS: Final = (AWAY,)
