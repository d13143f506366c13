"""What another organisation would do with cases that came in: where the old routes lead them, and the new ones."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from casework.organisation import Organisation


@dataclass(frozen=True, slots=True)
class Filed:
    """How many cases of a category came in from an area."""

    category: str
    area_id: int
    count: int


@dataclass(frozen=True, slots=True)
class Rerouted:
    """How many cases of a category go from one unit to another; None is the intake office, for want of a route."""

    category: str
    before: int | None
    after: int | None
    count: int


def reroute(before: Organisation, after: Organisation, filed: Iterable[Filed]) -> list[Rerouted]:
    """Return where the cases would go, the most first: those that go elsewhere, and those that have no route at all."""
    counts: Counter[tuple[str, int | None, int | None]] = Counter()
    for each in filed:
        old = before.route(each.category, each.area_id).unit_id
        new = after.route(each.category, each.area_id).unit_id
        counts[each.category, old, new] += each.count
    found = [Rerouted(*key, count) for key, count in counts.items() if key[1] != key[2] or key[2] is None]
    return sorted(found, key=lambda each: (-each.count, each.category, each.before or 0, each.after or 0))
