"""What we learned, as somebody who serves may read it."""

from datetime import timedelta

from casework.errors import Refused
from casework.lessons import OPEN_TO_ALL, Lesson, lessons, month_before
from casework.unit_of_work import UnitOfWork

_MOST_READ = 200
"""Solved cases of a month that are looked at, the newest of them."""


async def learned(uow: UnitOfWork, by: int) -> list[Lesson]:
    """Return what there is to learn from the matters that were solved in the month before this one.

    Raises Refused("staff-only") for whoever holds no post. A finder.
    """
    if not uow.staff.of(by):
        raise Refused("staff-only")
    first, last = month_before(uow.rules.calendar.day(uow.now))
    since, until = uow.rules.calendar.end_of(first - timedelta(days=1)), uow.rules.calendar.end_of(last)
    return lessons(await uow.solved_cases(list(OPEN_TO_ALL), since, until, _MOST_READ))
