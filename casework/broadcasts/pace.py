"""How long a broadcast takes, and when it may run: never in the quiet hours."""

import math
from datetime import datetime, timedelta
from typing import Final

from casework.calendar import Calendar

EARLY: Final = timedelta(minutes=1)
"""So long before the quiet hours nothing more is begun: what is under way then is at its end."""

_MOST_NIGHTS: Final = 400


def seconds(people: int, per_second: int) -> int:
    """Return how many seconds it takes to write to so many people; 0 people a second are no limit."""
    return math.ceil(people / per_second) if per_second else 0


def may_run(calendar: Calendar, now: datetime) -> bool:
    """Tell whether a broadcast may send at a moment: not in the quiet hours, nor right before them."""
    return calendar.awake(now) == now and calendar.awake(now + EARLY) == now + EARLY


def over_at(calendar: Calendar, start: datetime, length: int) -> datetime:
    """Return when a broadcast of `length` seconds that begins at `start` is over: it rests in the quiet hours."""
    at, left = calendar.awake(start), timedelta(seconds=length)
    for _ in range(_MOST_NIGHTS):
        end = at + left
        night = _night_after(calendar, at)
        if night is None or end <= night:
            return end
        left -= night - at
        at = calendar.awake(night)
    return at + left


def _night_after(calendar: Calendar, moment: datetime) -> datetime | None:
    """Return when the next quiet hours begin; None where there are none."""
    if calendar.quiet_from == calendar.quiet_to:
        return None
    begins = calendar.at(calendar.day(moment), calendar.quiet_from)
    return begins if begins > moment else calendar.at(calendar.day(moment + timedelta(days=1)), calendar.quiet_from)
