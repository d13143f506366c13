"""What the intake office forwards: a matter of the court, and a petition that is addressed to a body above."""

from collections.abc import Mapping
from typing import Final

from casework.actions import addressing, court
from handlers import case_words
from handlers.router import Tap, TapHandler
from handlers.staff.days_gone import DayGone, moment_gone
from handlers.staff.flows import CaseFlow, OnCase, about, begins, done
from handlers.steps import FreeText
from handlers.talk import Talk

_BODY: Final = 100
_NUMBER: Final = 60


class Forwarding(OnCase, frozen=True, kw_only=True):
    """To which body it went, on which ISO day, and its number there ("" for none known)."""

    body: str = ""
    day: str = ""
    number: str = ""


async def _to_court(talk: Talk, data: Forwarding) -> None:
    at = moment_gone(talk, data.day)
    case = await court.to_court(talk.uow, data.case_id, talk.person.id, data.epoch, data.body, at)
    done(talk, "staff-to-court", case, body=data.body)


async def _to_discipline(talk: Talk, data: Forwarding) -> None:
    at = moment_gone(talk, data.day)
    case = await court.to_discipline(talk.uow, data.case_id, talk.person.id, data.epoch, data.body, at)
    done(talk, "staff-to-court", case, body=data.body)


async def _hand_up(talk: Talk, data: Forwarding) -> None:
    at = moment_gone(talk, data.day)
    case = await addressing.hand_up(talk.uow, data.case_id, talk.person.id, data.epoch, data.body, at, data.number)
    done(talk, "staff-handed-up", case, body=data.body)


COURT: Final = CaseFlow(
    "staff-court",
    Forwarding,
    [FreeText("body", "staff-ask-court", "body", _BODY, facts=about, cancel=True), DayGone()],
    _to_court,
    "to_court",
)
DISCIPLINE: Final = CaseFlow(
    "staff-discipline",
    Forwarding,
    [FreeText("body", "staff-ask-discipline", "body", _BODY, facts=about, cancel=True), DayGone()],
    _to_discipline,
    "to_discipline",
)
UP: Final = CaseFlow(
    "staff-up",
    Forwarding,
    [
        FreeText("body", "staff-ask-up", "body", _BODY, facts=about, cancel=True),
        DayGone(),
        FreeText("number", "staff-ask-up-number", "number", _NUMBER, skip="button-skip", cancel=True),
    ],
    _hand_up,
    "hand_up",
)


async def not_court(talk: Talk, tap: Tap) -> None:
    """Let a case that is none of a court's go its way."""
    case = await court.not_court(talk.uow, tap.subject, talk.person.id, tap.epoch)
    key = "staff-sent" if case.unit_id is not None else "staff-not-court"
    done(talk, key, case, unit=case_words.unit_label(talk.uow, case, talk.language))


FLOWS: Final = (COURT, DISCIPLINE, UP)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {
    "to_court": begins(COURT),
    "to_discipline": begins(DISCIPLINE),
    "not_court": not_court,
    "hand_up": begins(UP),
}
