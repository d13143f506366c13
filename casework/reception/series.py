"""Days that repeat: "every Wednesday", "every first Monday of the month", and what becomes of one that is a holiday."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from casework.calendar import Calendar
from casework.petitions import Fired
from casework.reception.hours import Span

EVERY: Final = 0
LAST: Final = 5
"""The last one of a month: some have a fifth, others have not."""

_WEEK: Final = timedelta(days=7)
_MOST_NTH: Final = 4


@dataclass(frozen=True, slots=True)
class Rule:
    """Which days: a `weekday` (Monday is 0), each week, or the `nth` of a month (1 to 4), or its LAST."""

    weekday: int
    nth: int = EVERY


class SeriesState(StrEnum):
    """Whether further days are opened."""

    OPEN = "open"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Series:
    """Reception days that repeat: what is the same of all, and `next_day`, the next one that is not open for booking.

    `next_day` is the day by the rule; where that is a holiday it is held later. `public` as of a day.
    """

    id: int
    area_id: int
    area_path: str
    host_id: int
    place: str
    topics: str
    rooms: tuple[str, ...]
    rule: Rule
    spans: tuple[Span, ...]
    minutes: int
    next_day: date
    published_by: int
    published_at: datetime
    state: SeriesState = SeriesState.OPEN
    epoch: int = 0
    fired: Mapping[str, Fired] = field(default_factory=dict)
    version: int = 0
    public: bool = False


def rules_of(day: date) -> tuple[Rule, ...]:
    """Return the rules by which a day may repeat: each week; as the first, second ... of a month; as its last."""
    nth = (day.day - 1) // 7 + 1
    found = [Rule(day.weekday(), EVERY)]
    if nth <= _MOST_NTH:
        found.append(Rule(day.weekday(), nth))
    if (day + _WEEK).month != day.month:
        found.append(Rule(day.weekday(), LAST))
    return tuple(found)


def days_after(rule: Rule, day: date) -> Iterator[date]:
    """Give the days of a rule after a day, without end, whatever is a holiday."""
    each = day + timedelta(days=(rule.weekday - day.weekday() - 1) % 7 + 1)
    while True:
        if rule.nth == EVERY or rule in rules_of(each):
            yield each
        each += _WEEK


def next_after(rule: Rule, day: date) -> date:
    """Return the first day of a rule after a day."""
    return next(days_after(rule, day))


@dataclass(frozen=True, slots=True)
class Shift:
    """Another rule for the days that follow: the same week, or the same place in the month, on another weekday."""

    before: Rule
    after: Rule

    def of(self, day: date) -> date | None:
        """Return the day that comes in the place of one by the rule of before; None for one that is none by it."""
        if self.before not in rules_of(day):
            return None
        begins = day - timedelta(days=day.weekday()) if self.before.nth == EVERY else day.replace(day=1)
        return next_after(self.after, begins - timedelta(days=1))


def held_on(calendar: Calendar, day: date) -> date:
    """Return when a day of a series is held: the next workday where it is a holiday.

    Whoever chose a weekend meant it: a Saturday moves for a public holiday alone.
    """
    is_free = day in calendar.days_off if day.weekday() in calendar.weekend else not calendar.is_working(day)
    return calendar.next_working(day) if is_free else day
