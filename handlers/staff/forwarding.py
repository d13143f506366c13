"""What the intake office forwards: a matter of the court, and a petition that is addressed to a body above."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

import msgspec

from casework.actions import addressing, court
from casework.words import clean
from handlers import case_words
from handlers.dates import parse_day, word_day
from handlers.messages import Button, Incoming, Kind
from handlers.router import Tap, TapHandler
from handlers.staff.flows import CaseFlow, OnCase, about, begins, done
from handlers.steps import FreeText, Mistake, choice_data
from handlers.talk import Talk, rows

_BODY: Final = 100
_NUMBER: Final = 60
_MOST_DAYS: Final = 365
"""Days that a forwarding may lie back when it is recorded."""


class Forwarding(OnCase, frozen=True, kw_only=True):
    """To which body it went, on which ISO day, and its number there ("" for none known)."""

    body: str = ""
    day: str = ""
    number: str = ""


@dataclass(frozen=True)
class DayGone:
    """The question on which day it went: today, yesterday, or an earlier day as it is typed."""

    id: str = "day"

    async def ask(self, talk: Talk, data: Forwarding) -> None:
        """Put the question, with the two last days as buttons."""
        today = talk.uow.rules.calendar.day(talk.uow.now)
        days = [today, today - timedelta(days=1)]
        buttons = [
            Button(word_day(talk.language, day, today), choice_data(talk, self.id, day.isoformat())) for day in days
        ]
        layout = (*rows(buttons, 2), (talk.button("button-cancel", "m.cancel"),))
        talk.reply(talk.say("staff-ask-gone"), layout)

    async def take(self, talk: Talk, data: Forwarding, incoming: Incoming) -> Forwarding:
        """Take the day. Raises Mistake for what is no day, lies ahead, or lies too far back."""
        typed = incoming.data.split(".", 3)[-1] if incoming.kind is Kind.TAP else clean(incoming.text)
        today = talk.uow.rules.calendar.day(talk.uow.now)
        day = parse_day(typed, today)
        if day is None:
            raise Mistake("mistake-day")
        day = _last(day, today)
        if day > today or (today - day).days > _MOST_DAYS:
            raise Mistake("staff-mistake-gone")
        return msgspec.structs.replace(data, day=day.isoformat())

    def wanted(self, data: Forwarding) -> bool:
        """Return that it is always asked."""
        return True


def _last(day: date, today: date) -> date:
    """Return a day without a year as the last one: what went lies behind, while `parse_day` looks ahead."""
    ahead = day.year == today.year + 1 and (day.month, day.day) != (2, 29)
    return day.replace(year=today.year) if ahead else day


def _moment(talk: Talk, day: str) -> datetime:
    calendar, now = talk.uow.rules.calendar, talk.uow.now
    gone = date.fromisoformat(day)
    return now if gone == calendar.day(now) else calendar.end_of(gone)


async def _to_court(talk: Talk, data: Forwarding) -> None:
    at = _moment(talk, data.day)
    case = await court.to_court(talk.uow, data.case_id, talk.person.id, data.epoch, data.body, at)
    done(talk, "staff-to-court", case, body=data.body)


async def _to_discipline(talk: Talk, data: Forwarding) -> None:
    at = _moment(talk, data.day)
    case = await court.to_discipline(talk.uow, data.case_id, talk.person.id, data.epoch, data.body, at)
    done(talk, "staff-to-court", case, body=data.body)


async def _hand_up(talk: Talk, data: Forwarding) -> None:
    at = _moment(talk, data.day)
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
