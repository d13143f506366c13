"""Handing over a written reply that no chat carries, and recording it: how, to whom, and when."""

from collections.abc import Mapping, Sequence
from typing import Final

from casework.actions import receipts
from casework.petitions import Receipt
from handlers import case_words
from handlers.router import TapHandler
from handlers.staff.days_gone import DayGone, moment_gone
from handlers.staff.flows import CaseFlow, OnCase, about, begins, done
from handlers.steps import Choice, FreeText, Option
from handlers.talk import Talk

_LINE: Final = 200


class HandedOver(OnCase, frozen=True, kw_only=True):
    """How a reply was handed over, to whom, and on which ISO day it was received."""

    how: str = ""
    to: str = ""
    day: str = ""


async def _ways(talk: Talk, data: HandedOver) -> Sequence[Option]:
    return [Option(how.value, talk.say(f"how-{how.value}")) for how in Receipt if how in receipts.BY_HAND]


async def _record(talk: Talk, data: HandedOver) -> None:
    at = moment_gone(talk, data.day)
    case = await receipts.hand_over(talk.uow, data.case_id, talk.person.id, data.epoch, Receipt(data.how), data.to, at)
    done(talk, "staff-handed-over", case, date=case_words.day(talk.uow, talk.language, at))


HAND_OVER: Final = CaseFlow(
    "staff-hand-over",
    HandedOver,
    [
        Choice("how", "staff-ask-handed-how", "how", _ways, facts=about, cancel=True),
        FreeText("to", "staff-ask-handed-to", "to", _LINE, cancel=True),
        DayGone("day", "staff-ask-handed-day"),
    ],
    _record,
    "hand_over",
)

FLOWS: Final = (HAND_OVER,)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {"hand_over": begins(HAND_OVER)}
