"""The question on which day something happened: it is recorded later."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Generic, TypeVar

import msgspec

from casework.words import clean
from handlers.button_data import choice_of
from handlers.dates import parse_day, word_day
from handlers.messages import Button, Incoming, Kind
from handlers.steps import Mistake, always, choice_data
from handlers.talk import Talk, rows

D = TypeVar("D", bound=msgspec.Struct)

_MOST_DAYS: Final = 365
"""Days that it may lie back."""
_INSTANT: Final = timedelta.resolution


@dataclass(frozen=True)
class DayGone(Generic[D]):
    """The question on which day it was: today, yesterday, or an earlier day as it is typed. Kept as an ISO day in the
    field `day` of the flow's state.
    """

    id: str = "day"
    question: str = "staff-ask-gone"
    when: Callable[[D], bool] = always

    async def ask(self, talk: Talk, data: D) -> None:
        """Put the question, with the two last days as buttons."""
        today = talk.uow.rules.calendar.day(talk.uow.now)
        days = [today, today - timedelta(days=1)]
        buttons = [
            Button(word_day(talk.language, day, today), choice_data(talk, self.id, day.isoformat())) for day in days
        ]
        layout = (*rows(buttons, 2), (talk.button("button-cancel", "m.cancel"),))
        talk.reply(talk.say(self.question), layout)

    async def take(self, talk: Talk, data: D, incoming: Incoming) -> D:
        """Take the day. Raises Mistake for what is no day, lies ahead, or lies too far back."""
        typed = choice_of(incoming) if incoming.kind is Kind.TAP else clean(incoming.text)
        today = talk.uow.rules.calendar.day(talk.uow.now)
        day = parse_day(typed, today)
        if day is None:
            raise Mistake("mistake-day")
        day = _last(day, today)
        if day > today or (today - day).days > _MOST_DAYS:
            raise Mistake("staff-mistake-gone")
        return msgspec.structs.replace(data, day=day.isoformat())

    def wanted(self, data: D) -> bool:
        """Return whether the question arises."""
        return self.when(data)


def _last(day: date, today: date) -> date:
    """Return a day without a year as the last one: what went lies behind, while `parse_day` looks ahead."""
    ahead = day.year == today.year + 1 and (day.month, day.day) != (2, 29)
    return day.replace(year=today.year) if ahead else day


def moment_gone(talk: Talk, day: str) -> datetime:
    """Return an ISO day as a moment of it: now for today, the last instant of any other."""
    calendar, now = talk.uow.rules.calendar, talk.uow.now
    gone = date.fromisoformat(day)
    return now if gone == calendar.day(now) else calendar.end_of(gone) - _INSTANT
