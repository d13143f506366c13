"""Solved cases like one that a cadre has just taken: what was done then, without anybody's name."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from casework.actions.naming import without_names
from casework.likeness import KEPT, is_example, solved_terms
from casework.marks import unmarked
from casework.nearness import alike, said
from casework.petitions import Case, Petition
from casework.unit_of_work import UnitOfWork
from casework.words import summary

_LEAST: Final = 2
"""Of the terms kept of each case, how many two must share before their words are compared."""
_LOOKED_AT: Final = 10

_OFFERED: Final = 3
_WORDS: Final = 160


@dataclass(frozen=True, slots=True)
class Solved:
    """What was done about a case like this one, in words, masked. Of the case itself no more than township, category
    and day may be shown.
    """

    case: Case
    closed_at: datetime
    done: str


async def solved_like(uow: UnitOfWork, case: Case) -> list[Solved]:
    """Return what was done about up to three cases like this one that their residents call solved, the nearest first.

    Nothing of what is kept from somebody, or accuses anybody.
    """
    own = said(await _words(uow, case), case.area_id)
    terms = solved_terms(await _words(uow, case), case.category, KEPT)
    least = uow.rules.profile.together.near(case.category).likeness
    found: list[Solved] = []
    for other in await uow.solved(terms, _LEAST, _LOOKED_AT) if terms else ():
        if other.id == case.id or other.outcome is None or other.closed_at is None or not is_example(other):
            continue
        if alike(uow.org, own, said(await _words(uow, other), other.area_id)) < least:
            continue
        done = summary(await without_names(uow, other, other.outcome.done), _WORDS)
        if done:
            found.append(Solved(other, other.closed_at, done))
    return found[:_OFFERED]


async def _words(uow: UnitOfWork, case: Case) -> str:
    """Return what a case's resident has written."""
    petition = await uow.get(Petition, case.petition_id)
    return unmarked(case.text or (petition.text if petition is not None else ""))
