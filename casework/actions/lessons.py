"""What we learned, as somebody who serves may read it."""

from datetime import timedelta

from casework.actions.naming import without_names
from casework.errors import Refused
from casework.lessons import OPEN_TO_ALL, Lesson, month_before, telling
from casework.petitions import Case, Outcome
from casework.unit_of_work import UnitOfWork

_MOST_READ = 200
"""Solved cases of a month that are looked at, the newest of them."""


async def learned(uow: UnitOfWork, by: int) -> list[Lesson]:
    """Return what there is to learn from the matters that were solved in the month before this one, without names.

    Raises Refused("staff-only") for whoever holds no post. A finder.
    """
    if not uow.staff.of(by):
        raise Refused("staff-only")
    found = []
    for case, outcome in await _telling(uow):
        words = [await without_names(uow, case, each) for each in (outcome.found, outcome.done, outcome.basis)]
        found.append(Lesson(case.category, case.area_id, *words))
    return found


async def is_something_learned(uow: UnitOfWork) -> bool:
    """Tell whether there is anything to learn from the month before this one. A finder."""
    return bool(await _telling(uow))


async def _telling(uow: UnitOfWork) -> list[tuple[Case, Outcome]]:
    first, last = month_before(uow.rules.calendar.day(uow.now))
    since, until = uow.rules.calendar.end_of(first - timedelta(days=1)), uow.rules.calendar.end_of(last)
    return telling(await uow.solved_cases(list(OPEN_TO_ALL), since, until, _MOST_READ))
