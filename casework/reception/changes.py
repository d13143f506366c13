"""What an office changes: of one day, or alike of a day and all that follow it in its series. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casework.calendar import Calendar
from casework.reception.changing import Plan, overlap, spans_of
from casework.reception.days import Reception
from casework.reception.hours import Span, starts_of
from casework.reception.series import Series, Shift, held_on
from casework.replacing import replace


@dataclass(frozen=True, slots=True)
class Changes:
    """What becomes another; None for what stays as each day has it. `day` is for one day alone, `shift` for those of a
    series: a day that was moved by itself is none by its rule, and stays where it is.
    """

    place: str | None = None
    topics: str | None = None
    rooms: tuple[str, ...] | None = None
    day: date | None = None
    spans: tuple[Span, ...] | None = None
    minutes: int | None = None
    shift: Shift | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A day before it is changed, and as it becomes."""

    before: Reception
    after: Reception


def planned(reception: Reception, changes: Changes, calendar: Calendar) -> Plan:
    """Return a day's plan with what is changed in it; without any times where none fits into the hours."""
    day, moved_from = _held(reception, changes, calendar)
    minutes = changes.minutes or reception.minutes
    return Plan(
        changes.place or reception.place,
        reception.topics if changes.topics is None else changes.topics,
        changes.rooms or reception.rooms,
        starts_of(calendar, day, changes.spans or spans_of(reception, calendar), minutes),
        minutes,
        moved_from,
    )


def _held(reception: Reception, changes: Changes, calendar: Calendar) -> tuple[date, date | None]:
    """Return on which day one is held, and in the place of which holiday, if so."""
    day = calendar.day(reception.begins_at)
    shifted = changes.shift.of(reception.moved_from or day) if changes.shift is not None else None
    if shifted is not None:
        held = held_on(calendar, shifted)
        return held, shifted if held != shifted else None
    if changes.day is not None and changes.day != day:
        return changes.day, None
    return day, reception.moved_from


def continued(series: Series, changes: Changes) -> Series:
    """Return a series whose further days are opened as they are changed."""
    if changes.shift is not None:
        next_day = changes.shift.of(series.next_day) or series.next_day
        series = replace(series, rule=changes.shift.after, next_day=next_day)
    return replace(
        series,
        place=changes.place or series.place,
        topics=series.topics if changes.topics is None else changes.topics,
        rooms=changes.rooms or series.rooms,
        spans=changes.spans or series.spans,
        minutes=changes.minutes or series.minutes,
    )


def clashing(plans: Sequence[Plan]) -> Plan | None:
    """Return the first of a leader's plans at whose times they would also receive by another one; None for none."""
    for number, plan in enumerate(plans):
        if any(overlap(other.starts, other.minutes, plan) for other in plans[:number]):
            return plan
    return None
