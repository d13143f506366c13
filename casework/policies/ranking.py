"""Which passages answer a question best: BM25 over the terms that both have, rare ones counting for more.

The figures were found on the real messages and their answers (`python -m benchmarks.search`), on others than those that
it reports.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

MOST_TERMS: Final = 128
"""Terms of a question that are looked for: the rarest. More find nothing that these do not, and cost more."""

_SATURATION: Final = 2.5
"""BM25's k1: how soon a term that comes again and again counts for no more."""
_LENGTH: Final = 0.9
"""BM25's b: how far a long passage must have more of the terms than a short one."""
_RARITY: Final = 1.5
"""The power of a term's rarity. BM25 has 1; a whole complaint as a question has many idle words."""
_ASKED: Final = 4.0
"""How soon a term that a question repeats counts for no more."""


@dataclass(frozen=True, slots=True)
class Known:
    """What all passages are together: how many, how long on average, and in how many a term stands, by term."""

    passages: int
    length: float
    holding: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """That a passage holds a term so often, and how many terms it has in all."""

    term: int
    policy_id: int
    part: int
    times: int
    length: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """The best passage of a policy. `share` is how many of the telling terms stand in it, from 0 to 1."""

    policy_id: int
    part: int
    score: float
    share: float


def rarest(asked: Mapping[int, int], known: Known) -> dict[int, float]:
    """Return the weights of the terms by which a question is answered: of those that stand anywhere, the rarest."""
    found = sorted((known.holding[term], term) for term in asked if term in known.holding)[:MOST_TERMS]
    return {term: _weight(known, holding) * _saturated(asked[term], _ASKED) for holding, term in found}


def rank(weights: Mapping[int, float], telling: Collection[int], known: Known, hits: Iterable[Hit]) -> list[Ranked]:
    """Return each policy that has some of the terms by its best passage, the best policy first.

    `weights` as of `rarest`, `hits` are all passages with those terms. `telling` are the terms of which shares are
    taken. One that stands nowhere counts against every share: an answer that has never heard of the matter is none.
    """
    scores: defaultdict[tuple[int, int], float] = defaultdict(float)
    covered: Counter[tuple[int, int]] = Counter()
    for hit in hits:
        place = hit.policy_id, hit.part
        long = 1 - _LENGTH + _LENGTH * hit.length / known.length
        scores[place] += weights[hit.term] * hit.times * (_SATURATION + 1) / (hit.times + _SATURATION * long)
        covered[place] += hit.term in telling
    whole = max(1, min(len(telling), MOST_TERMS))
    best: dict[int, Ranked] = {}
    for (policy_id, part), score in scores.items():
        if policy_id not in best or score > best[policy_id].score:
            best[policy_id] = Ranked(policy_id, part, score, covered[policy_id, part] / whole)
    return sorted(best.values(), key=lambda each: (-each.score, each.policy_id))


def _weight(known: Known, holding: int) -> float:
    rarity = math.log(1 + (known.passages - holding + 0.5) / (holding + 0.5))
    return float(rarity**_RARITY)


def _saturated(times: int, limit: float) -> float:
    return times * (limit + 1) / (times + limit)
