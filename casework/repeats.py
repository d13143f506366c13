"""Whether new words are about a case that is final: then its last reply is shown before they are sent (article 36)."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from casework.instances import is_final
from casework.likeness import content, overlap
from casework.marks import unmarked
from casework.petitions import Case
from casework.unit_of_work import Rules

_ALIKE: Final = 0.5
_ALIKE_ELSEWHERE: Final = 0.7
"""How much two texts must share; more where they are of two categories."""


def final_like(
    text: str, category: str | None, before: Iterable[tuple[Case, str]], rules: Rules, now: datetime
) -> Case | None:
    """Return the case, of those of the same resident with their words, that is final and most like a text.

    None where none is like enough. Likeness is never certain, so whoever is told has the last word on it.
    """
    words = content(unmarked(text))
    best: tuple[float, int, Case] | None = None
    for case, its_words in before:
        if not is_final(case, rules, now):
            continue
        share = overlap(words, content(unmarked(its_words)))
        enough = share >= (_ALIKE if category in {None, case.category} else _ALIKE_ELSEWHERE)
        if enough and (best is None or (share, case.id) > best[:2]):
            best = (share, case.id, case)
    return best[2] if best is not None else None
