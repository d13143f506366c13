"""A reception day and a visit in words, in the reader's language."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any, Final

from casework.petitions import Case
from casework.reception.days import Booking, BookingState, Reception
from casework.reception.series import Rule
from casework.reception.summary import Summary
from casework.unit_of_work import UnitOfWork
from handlers import texts
from handlers.case_words import area_name, clock, day, state_label, unit_label
from handlers.dates import word_day

_INSTANT: Final = timedelta.resolution


def date_of(uow: UnitOfWork, language: str, moment: datetime) -> str:
    """Return the day of something that begins at a moment, also at midnight."""
    return day(uow, language, moment + _INSTANT)


def dates(uow: UnitOfWork, language: str, days: Iterable[Reception], *, places: bool = False) -> str:
    """Return the dates of days, one after the other; each with its place, where they have `places` of their own."""
    known = ({"date": date_of(uow, language, day.begins_at), "place": day.place} for day in days)
    each = (texts.say(language, "reception-date-there", one) if places else one["date"] for one in known)
    return texts.plain(language, "reception-and").join(each)


def facts(uow: UnitOfWork, language: str, reception: Reception) -> dict[str, str]:
    """Return what the texts may name of a day: when and where it is, and who receives."""
    return {
        "date": date_of(uow, language, reception.begins_at),
        "from": clock(uow, reception.begins_at),
        "to": clock(uow, reception.ends_at),
        "host": uow.staff.title(reception.host_id, language) or texts.plain(language, "reception-leader"),
        "place": reception.place,
        "area": area_name(uow, reception.area_id, language),
        "topics": reception.topics,
        "moved": _moved(uow, language, reception),
    }


def _moved(uow: UnitOfWork, language: str, reception: Reception) -> str:
    """Return that a day of a series stands for a holiday; "" for any other."""
    if reception.moved_from is None:
        return ""
    today = uow.rules.calendar.day(uow.now)
    return texts.say(language, "reception-moved", {"date": word_day(language, reception.moved_from, today)})


def rule_text(language: str, rule: Rule) -> str:
    """Return how days repeat."""
    weekday = texts.plain(language, f"weekday-{rule.weekday + 1}")
    return texts.say(language, "receive-rule", {"weekday": weekday, "nth": rule.nth})


def visit_facts(uow: UnitOfWork, language: str, reception: Reception, booking: Booking) -> dict[str, Any]:
    """Return what the texts may name of a visit beside the day: its time, its number, and the room."""
    place = booking.number - 1
    booked = 0 <= place < len(reception.places)
    return facts(uow, language, reception) | {
        "time": clock(uow, reception.start_of(place) if booked else reception.begins_at),
        "number": str(booking.number),
        "room": booking.room or reception.place,
        "who": booking.name or texts.plain(language, "reception-neighbour"),
    }


def visit_text(uow: UnitOfWork, language: str, reception: Reception, booking: Booking) -> str:
    """Return a visit that is to come as its card: the time and the number, or where on the waiting list it stands."""
    known = visit_facts(uow, language, reception, booking)
    if booking.state is BookingState.WAITING:
        lines = [texts.say(language, "reception-waits", known | {"position": str(position(reception, booking))})]
    else:
        lines = [texts.say(language, "reception-booked", known)]
    if booking.for_other:
        lines.append(texts.say(language, "reception-for", known))
    return "\n".join(lines)


def position(reception: Reception, booking: Booking) -> int:
    """Return where a visit stands on the waiting list, counted from 1; 0 for one that is not on it."""
    return reception.waiting.index(booking.key) + 1 if booking.key in reception.waiting else 0


def state_lines(uow: UnitOfWork, language: str, cases: Iterable[Case]) -> list[str]:
    """Return how a visitor's cases stand, one line each: nobody comes without knowing."""
    lines = []
    for case in cases:
        known: Mapping[str, Any] = {
            "number": case.label,
            "state": state_label(language, case, resident=True),
            "unit": unit_label(uow, case, language),
            "date": day(uow, language, case.promise_at or case.limit_at),
        }
        lines.append(texts.say(language, "reception-case" if case.is_open else "reception-case-over", known))
    return lines


def figures_text(language: str, found: Summary) -> str:
    """Return a day's figures in words."""
    known = {field.name: getattr(found, field.name) for field in fields(found)}
    return texts.say(language, "reception-figures", known)
