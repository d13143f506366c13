"""What has grown against the weeks before, told from chance.

Counts of cases are small: from one a week to four is often nothing, from none to five in one village seldom is. So each
count is held against the counts of the periods before by the exact conditional test of two Poisson rates (Przyborowski
and Wilenski 1940): where nothing has changed, each of all these cases falls into this period with the probability
1 / (1 + periods before), and the chance of so many or more is the upper tail of a binomial. A ratio would put one case
after none first, and a normal approximation does not hold below some thirty cases.

Many categories and places are looked at together, and some of them always seem to grow. So only those are named that
the procedure of Benjamini and Hochberg (1995) keeps: of what is named, a share of at most `falsely` is chance.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, lgamma, log, log1p
from typing import Final, Generic, TypeVar

K = TypeVar("K")

_NOTHING: Final = 1e-17
"""What is less than this share of a sum does not change it."""


@dataclass(frozen=True, slots=True)
class Grown(Generic[K]):
    """What has grown: how many there are now, how many a period there were before on average, and how likely so many
    are by chance.
    """

    what: K
    now: int
    usual: float
    chance: float


def chance(now: int, before: int, periods: int) -> float:
    """Return how likely it is that of `now + before` cases so many or more fall into the last period, all being alike.

    `periods` is how many periods of the same length `before` was counted over. 1 where there are no more than before.
    """
    whole, share = now + before, 1 / (1 + periods)
    if now <= whole * share:
        return 1.0
    # By logarithms, since the factors are beyond what a float holds; from there each term follows from the one before.
    ways = lgamma(whole + 1) - lgamma(now + 1) - lgamma(before + 1)
    term = exp(ways + now * log(share) + before * log1p(-share))
    tail, each = 0.0, now
    while term > tail * _NOTHING:
        tail += term
        term *= (whole - each) / ((each + 1) * periods)
        each += 1
    return min(1.0, tail)


def grown(counts: Mapping[K, tuple[int, int]], periods: int, *, least: int, falsely: float) -> list[Grown[K]]:
    """Return what has grown, the least likely to be chance first.

    `counts` maps each thing to (now, in the `periods` before). What has fewer than `least` now is not named, but it is
    looked at, and so counts among the many.
    """
    tested = [
        Grown(what, now, before / periods, chance(now, before, periods)) for what, (now, before) in counts.items()
    ]
    tested.sort(key=lambda each: each.chance)
    kept = 0
    for place, each in enumerate(tested, 1):
        if each.chance <= falsely * place / len(tested):
            kept = place
    return [each for each in tested[:kept] if each.now >= least]
