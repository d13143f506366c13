"""The hours of a reception day, as somebody types them, and the times that one can book in them."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from casework.calendar import Calendar

MOST_STARTS: Final = 200
"""Times of one day: more are a slip of the pen."""

_HOURS: Final = re.compile(r"(\d{1,2})(?:[:：点.](\d{2})?)?\s*(?:-|–|—|~|～|至|到|to)\s*(\d{1,2})(?:[:：点.](\d{2})?)?")

Span = tuple[time, time]


def parse_hours(text: str) -> tuple[Span, ...]:
    """Return the hours in a text such as "9:00-11:30, 14-17", in order; () for what is none, or runs backwards."""
    spans: list[Span] = []
    for hour, minute, to_hour, to_minute in _HOURS.findall(text):
        try:
            begin, end = time(int(hour), int(minute or 0)), time(int(to_hour), int(to_minute or 0))
        except ValueError:
            return ()
        if begin >= end or (spans and begin < spans[-1][1]):
            return ()
        spans.append((begin, end))
    return tuple(spans)


def starts_of(calendar: Calendar, day: date, spans: Sequence[Span], minutes: int) -> tuple[datetime, ...]:
    """Return the times of a day at which a visit of so many minutes begins, so that it ends within its hours."""
    step = timedelta(minutes=minutes)
    found: list[datetime] = []
    for begin, end in spans:
        at, until = calendar.at(day, begin), calendar.at(day, end)
        while at + step <= until:
            found.append(at)
            at += step
    return tuple(found)
