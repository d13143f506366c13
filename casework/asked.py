"""What a case asks of somebody now: what waits for their word, by what they are to it."""

from collections.abc import Callable, Mapping
from typing import Final

from casework.permissions import Relation
from casework.petitions import Case, State


def _is_offered(case: Case, person_id: int, found: frozenset[Relation]) -> bool:
    if case.state is not State.WAITING:
        return False
    if case.unit_id is None:
        return Relation.DISPATCHER in found
    return Relation.CADRE in found or (case.cadre_id is None and Relation.HEAD in found)


def _wants_answer(case: Case, person_id: int, found: frozenset[Relation]) -> bool:
    asked = case.press is not None and case.press.answered_at is None
    return asked and bool(found & {Relation.CADRE, Relation.HEAD})


def _is_answered(case: Case, person_id: int, found: frozenset[Relation]) -> bool:
    return case.press is not None and case.press.answered_at is not None and case.press.by == person_id


def _is_proposed(case: Case, person_id: int, found: frozenset[Relation]) -> bool:
    return case.owner_asked == person_id


ASKS: Final[Mapping[str, Callable[[Case, int, frozenset[Relation]], bool]]] = {
    "press": _wants_answer,
    "press_answered": _is_answered,
    "own": _is_proposed,
    "accept": _is_offered,
}
"""What a case may ask of somebody who stands to it so, the most urgent first. What is asked must also stand in the
named query part `asks` of storage, by which such cases are found.
"""


def asked_of(case: Case, person_id: int, found: frozenset[Relation]) -> str:
    """Return what a case asks of a person, by its name in ASKS; "" for nothing."""
    return next((name for name, asks in ASKS.items() if case.is_open and asks(case, person_id, found)), "")
