"""Names that are nearly what somebody wrote: a wrong character, one too many, two swapped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def edit_distance(one: str, other: str) -> int:
    """Insertions, deletions, replacements and swaps of neighbours that turn one string into the other."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        current = [row]
        for column, wanted in enumerate(other, 1):
            cost = min(last[column] + 1, current[-1] + 1, last[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        before, last = last, current
    return last[-1]


def allowed_distance(name: str) -> int:
    """How many slips a name may hold and still be meant: one in a short name, more in a long one."""
    return max(1, len(name) // 4) if name.isascii() else 1 + (len(name) >= 4)


def near_misses(written: str, names: Iterable[str]) -> list[tuple[int, str]]:
    """The names that `written` may be a slip of, as (distance, name), the likeliest first.

    At least half of a name's characters must have been written, in whatever order.
    """
    letters = Counter(written)
    found: list[tuple[int, int, str]] = []
    for name in names:
        shared = sum((letters & Counter(name)).values())
        if shared * 2 < max(len(name), len(written)) or abs(len(name) - len(written)) > allowed_distance(name):
            continue
        distance = edit_distance(written, name)
        if distance <= allowed_distance(name):
            found.append((distance, -shared, name))
    return [(distance, name) for distance, _, name in sorted(found)]
