"""What we learned: once a month, what was found and done in matters that residents call solved. Nobody is compared.

A lesson names category, township and what helped: no unit, no person, no number, no day, and they come in no order of
merit. What is a person's own business, or hides or accuses, is no lesson.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from casework.categories import CATEGORIES
from casework.petitions import Case, Outcome
from casework.profile import NEAR

MOST: Final = 6
"""Lessons of a month, spread over the categories."""

OPEN_TO_ALL: Final = tuple(each.id for each in CATEGORIES if each.id not in NEAR or NEAR[each.id].radius_km > 0)
"""The categories whose matters concern a place and not a person alone."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What helped in one matter: found, done, and by which rule, without names."""

    category: str
    area_id: int
    found: str
    done: str
    basis: str


def month_before(day: date) -> tuple[date, date]:
    """Return the first and the last day of the month before a day's."""
    last = day.replace(day=1) - timedelta(days=1)
    return last.replace(day=1), last


def is_new_month(since: date, today: date) -> bool:
    """Tell whether a month has begun after one day, by another."""
    return (since.year, since.month) < (today.year, today.month)


def telling(cases: Sequence[Case]) -> list[tuple[Case, Outcome]]:
    """Return the solved cases from which there is something to learn: one of each category in turn, in the order of the
    categories.

    Of several in a category those with most to tell come first: by how much is said, not by how well it went.
    """
    by_category: dict[str, list[tuple[Case, Outcome]]] = defaultdict(list)
    for case in cases:
        if case.outcome is not None and case.outcome.found and case.outcome.done:
            by_category[case.category].append((case, case.outcome))
    for found in by_category.values():
        found.sort(key=lambda each: (-len(each[1].found + each[1].done), each[0].id))
    chosen: list[tuple[Case, Outcome]] = []
    while len(chosen) < MOST and any(by_category.values()):
        chosen += [by_category[each].pop(0) for each in OPEN_TO_ALL if by_category.get(each)]
    order = {each: at for at, each in enumerate(OPEN_TO_ALL)}
    return sorted(chosen[:MOST], key=lambda each: (order[each[0].category], each[0].area_id))
