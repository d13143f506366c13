"""At the door: a number or a pass is checked in, and whoever has not booked gets a number."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from casework.actions.reception import arriving
from casework.actions.reception.access import held_by
from casework.actions.reception.arriving import Visitor
from casework.errors import NotYours
from casework.reception.days import Booking, Reception
from casework.reception.passes import is_pass
from casework.words import clean
from handlers.messages import Incoming, Kind
from handlers.phone_step import Telephone
from handlers.reception import office, own
from handlers.router import Tap, TapHandler
from handlers.steps import Choice, Flow, FreeText, Mistake, Option
from handlers.talk import Talk

_NUMBER: Final = re.compile(r"(\d{1,6})(?:\D+(\d{1,2}))?\D*")
_NAME: Final = 40


class CheckIn(msgspec.Struct, frozen=True):
    """Of which day, and what was typed: the number, and behind it how many come together."""

    day: int = 0
    typed: str = ""


@dataclass(frozen=True)
class Number(FreeText[CheckIn]):
    """The question for a number."""

    async def take(self, talk: Talk, data: CheckIn, incoming: Incoming) -> CheckIn:
        """Take the number. Raises Mistake for what is none."""
        if incoming.kind is Kind.TEXT and not _NUMBER.fullmatch(clean(incoming.text)):
            raise Mistake("mistake-reception-number")
        return await super().take(talk, data, incoming)


async def _checked(talk: Talk, data: CheckIn) -> None:
    found = _NUMBER.fullmatch(data.typed)
    number, people = (int(found[1]), int(found[2] or 1)) if found is not None else (0, 1)
    await _say_here(talk, await arriving.check_in(talk.uow, data.day, number, talk.person.id, people))


async def _say_here(talk: Talk, visit: Booking) -> None:
    """Say the number, and how long it waits, to be told at the door."""
    day = await held_by(talk.uow, visit.reception_id, talk.person.id)
    before, minutes = await arriving.standing(talk.uow, day, visit)
    head = talk.say("receive-here", number=str(visit.number), before=before, minutes=minutes)
    await office.show(talk, day, head)


class WalkIn(msgspec.Struct, frozen=True):
    """Of which day, how many come together, and what they say of themselves."""

    day: int = 0
    people: str = ""
    name: str = ""
    phone: str = ""


async def _numbers(talk: Talk, data: WalkIn) -> Sequence[Option]:
    most = talk.uow.rules.profile.together.representatives
    return [Option(str(number), str(number)) for number in range(1, most + 1)]


async def _came(talk: Talk, data: WalkIn) -> None:
    visitor = Visitor(int(data.people), data.name, data.phone)
    await _say_here(talk, await arriving.walk_in(talk.uow, data.day, talk.person.id, visitor))


CHECK_IN: Final = Flow(
    "reception-check-in", CheckIn, (Number("number", "receive-which", "typed", 20, cancel=True),), _checked
)
WALK_IN: Final = Flow(
    "reception-walk-in",
    WalkIn,
    (
        Choice("people", "receive-how-many", "people", _numbers, 5, cancel=True),
        FreeText("name", "receive-name", "name", _NAME, skip="button-skip", cancel=True),
        Telephone("phone", "receive-phone", "phone", _NAME, skip="button-skip", cancel=True),
    ),
    _came,
)


async def check(talk: Talk, tap: Tap) -> None:
    """Begin to check in a number."""
    day = await held_by(talk.uow, tap.subject, talk.person.id)
    await CHECK_IN.start(talk, CheckIn(day.id))


async def walk_in(talk: Talk, tap: Tap) -> None:
    """Begin to give a number to somebody who has not booked."""
    day = await held_by(talk.uow, tap.subject, talk.person.id)
    await WALK_IN.start(talk, WalkIn(day.id))


async def opens(talk: Talk, code: str) -> bool:
    """Check in whoever shows a pass to the office, or show it to whom it belongs; False where the code is no pass.

    Raises NotYours for everybody else.
    """
    if not is_pass(code):
        return False
    visit = await arriving.own_pass(talk.uow, code, talk.person.id)
    if visit is not None:
        day = await talk.uow.get(Reception, visit.reception_id)
        if day is not None and visit.state.is_ahead:
            await own.show(talk, day, visit, talk.say("reception-show-pass", number=str(visit.number)))
            return True
    visit = await arriving.check_in_by_pass(talk.uow, code, talk.person.id)
    if visit is None:
        raise NotYours
    await _say_here(talk, visit)
    return True


FLOWS: Final = (CHECK_IN, WALK_IN)
TAPS: Final[Mapping[str, TapHandler]] = {"check": check, "walk_in": walk_in}
