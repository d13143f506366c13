"""The office calls a day off, or it and all that follow it in its series: whoever has booked reads why, once."""

from collections.abc import Mapping
from typing import Final

import msgspec

from casework.actions.reception import cancelling
from casework.actions.reception.access import run_by
from casework.actions.reception.following import is_followed
from handlers.reception import office
from handlers.reception.steps import ALL, which_days
from handlers.router import Tap, TapHandler
from handlers.steps import Flow, FreeText
from handlers.talk import Talk

_REASON: Final = 200


class Off(msgspec.Struct, frozen=True):
    """Which day is called off, and why; of one that others follow (`followed`), `which` are."""

    day: int = 0
    why: str = ""
    followed: bool = False
    which: str = ""


async def _off(talk: Talk, data: Off) -> None:
    by = talk.person.id
    if data.which == ALL:
        days = await cancelling.call_off_all(talk.uow, data.day, by, data.why)
        head = talk.say("receive-off-all", count=len(days))
    else:
        days = [await cancelling.call_off(talk.uow, data.day, by, data.why)]
        head = talk.say("receive-off")
    talk.end()
    await office.show(talk, days[0], head)


OFF: Final = Flow(
    "reception-off",
    Off,
    (which_days("receive-which-off"), FreeText("why", "receive-why-off", "why", _REASON, cancel=True)),
    _off,
)


async def off(talk: Talk, tap: Tap) -> None:
    """Begin to call a day off: those who have booked are told why."""
    day = await run_by(talk.uow, tap.subject, talk.person.id)
    await OFF.start(talk, Off(day.id, followed=await is_followed(talk.uow, day)))


FLOWS: Final = (OFF,)
TAPS: Final[Mapping[str, TapHandler]] = {"off": off}
