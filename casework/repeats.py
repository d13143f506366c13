"""Whether new words are about a case that is final: then its last reply is shown before they are sent (article 36)."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from casework.likeness import content, overlap
from casework.marks import unmarked
from casework.petitions import Case

_ALIKE: Final = 0.5
_ALIKE_ELSEWHERE: Final = 0.7
"""How much two texts must share; more where they are of two categories."""
_SAME_WORDS: Final = 0.75
_LETTERS: Final = re.compile(r"\w")


def final_like(text: str, category: str | None, before: Iterable[tuple[Case, str]]) -> Case | None:
    """Return the case, of those of the same resident that are final, with their words, that is most like a text.

    None where none is like enough. Likeness is never certain, so whoever is told has the last word on it.
    """
    said, words = _pairs(unmarked(text)), content(unmarked(text))
    best: tuple[float, int, Case] | None = None
    for case, its_words in before:
        its = unmarked(its_words)
        share = max(overlap(words, content(its)), _resemblance(said, _pairs(its)))
        enough = share >= (_ALIKE if category in {None, case.category} else _ALIKE_ELSEWHERE)
        if enough and (best is None or (share, case.id) > best[:2]):
            best = (share, case.id, case)
    return best[2] if best is not None else None


def _pairs(text: str) -> frozenset[str]:
    """Return the pairs of letters of a text, as they follow one another."""
    return frozenset(map("".join, pairwise(_LETTERS.findall(text.casefold()))))


def _resemblance(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how far two texts are put in the same words, 0 where that is not far: short ones say too little to be
    compared by what they are about.
    """
    share = 2 * len(one & other) / max(len(one) + len(other), 1)
    return share if share >= _SAME_WORDS else 0.0
