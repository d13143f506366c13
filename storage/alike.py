"""What is kept of cases to find alike ones, open and solved: made to equal them in the flush that writes them."""

from collections.abc import Iterable
from typing import Any

from casework.likeness import KEPT, comparable, is_example, solved_terms, terms
from casework.marks import unmarked
from casework.petitions import Case
from storage.dialects import Write


def kept(case: Case | None) -> tuple[str, int | None] | None:
    """Return under which category and place a case is kept, without a place where it is solved; None for one that must
    not be found, or is none.
    """
    if case is None:
        return None
    if comparable(case):
        return case.category, case.area_id
    return (case.category, None) if is_example(case) else None


def writes(changed: Iterable[tuple[Case | None, Case, str]]) -> list[Write]:
    """Return what keeps the rows equal to cases that have changed: each as it was, as it is, and with its words."""
    gone: list[dict[str, Any]] = []
    new: list[dict[str, Any]] = []
    for before, case, words in changed:
        if kept(before) is not None:
            gone.append({"case_id": case.id})
        found: list[int] = []
        if comparable(case):
            found = terms(unmarked(words), case.category, case.area_id, KEPT)
        elif is_example(case):
            found = solved_terms(unmarked(words), case.category, KEPT)
        new += [{"term": term, "case_id": case.id} for term in found]
    planned = (Write("alike_forget", gone), Write("alike_insert", new))
    return [each for each in planned if each.parameters]
