"""One follow-up that is due, and the hour at which it may come: residents and offices are not asked alike."""

from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache

from casework import ladder
from casework.calendar import Calendar
from casework.parts import Part
from casework.petitions import Case, times_fired
from casework.tasks import Task
from casework.unit_of_work import Rules


@dataclass(frozen=True, slots=True)
class Due:
    """One follow-up that the plan wants: `round` counts from 0 within an epoch."""

    kind: str
    round: int
    at: datetime


def any_day(rules: Rules, kind: str, round_: int, at: datetime) -> Due:
    """Return what is due at a moment, or at the end of its quiet hours: so residents are reached, on any day."""
    return Due(kind, round_, rules.calendar.awake(at))


def working_day(rules: Rules, kind: str, round_: int, at: datetime) -> Due:
    """Return what is due when offices are open: at the same hour of the next working day."""
    return Due(kind, round_, _open(rules.calendar, at))


def morning(rules: Rules, kind: str, round_: int, at: datetime) -> Due:
    """Return what hurries nobody: due in the morning of its day, or of the next working day, all in one message."""
    return morning_of(rules, kind, round_, rules.calendar.day(at))


def morning_of(rules: Rules, kind: str, round_: int, day: date) -> Due:
    """Return what is due in the morning of a day, or of the next working day."""
    return Due(kind, round_, _open_on(rules.calendar, day, rules.profile.times.digest_at))


@lru_cache(maxsize=4096)
def _open_on(calendar: Calendar, day: date, clock: time) -> datetime:
    """Plans ask for the same few mornings over and over."""
    return _open(calendar, calendar.at(day, clock))


def _open(calendar: Calendar, at: datetime) -> datetime:
    """Awake comes first: a Friday night's end of quiet hours is a Saturday."""
    at = calendar.awake(at)
    day = calendar.day(at)
    if calendar.is_working(day):
        return at
    return calendar.at(calendar.next_working(day), at.astimezone(calendar.zone).time())


def latest(case: Case | Part | Task, kind: str, *others: datetime | None) -> datetime:
    """Return the latest of: the epoch's beginning, the last firing of `kind`, and the other moments known."""
    fired = case.fired.get(kind)
    known = [case.epoch_at, fired.at if fired is not None else None, *others]
    return max(moment for moment in known if moment is not None)


def told_since(case: Case, kind: str, moment: datetime) -> bool:
    """Tell whether a kind has fired at or after the moment that it speaks of: a visit moved is another visit."""
    fired = case.fired.get(kind)
    return fired is not None and fired.at >= moment


def climb(kind: str, limit_at: datetime, case: Case | Part | Task, rules: Rules, below: int = 0) -> Due:
    """Return what is due of what has passed: told on the next working morning, it climbs the ladder from there.

    A limit ends at 24:00, so the day of `limit_at` is the first late one. `below` rounds came before the first step.
    """
    calendar, times = rules.calendar, rules.profile.times
    count = times_fired(case, kind)
    day = ladder.day_of(times.ladder, calendar, calendar.day(limit_at), count - below)
    if day is None:
        day = calendar.add_working_days(calendar.day(latest(case, kind)), times.ladder_again_working_days)
    return morning_of(rules, kind, count, day)
