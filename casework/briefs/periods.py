"""The spans of days that a brief is about."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from casework.calendar import Calendar

_DAY = timedelta(days=1)
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last of some local days, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> "Period":
        """The period of the same length before it."""
        return Period(self.first - timedelta(days=self.days), self.first - _DAY)

    def moments(self, calendar: Calendar) -> tuple[datetime, datetime]:
        """Return its beginning, and the first moment after it."""
        return calendar.end_of(self.first - _DAY), calendar.end_of(self.last)


def last_week(today: date) -> Period:
    """Return the week that is over: from its Monday to its Sunday."""
    sunday = today - timedelta(days=today.isoweekday())
    return Period(sunday - timedelta(days=_WEEK - 1), sunday)


def last_month(today: date) -> Period:
    """Return the calendar month that is over."""
    last = today.replace(day=1) - _DAY
    return Period(last.replace(day=1), last)


def last_days(today: date, days: int) -> Period:
    """Return the last days that are over."""
    return Period(today - timedelta(days=days), today - _DAY)
