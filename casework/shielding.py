"""Who must not learn of a case: those whom it accuses, and whoever serves below them (articles 30 and 46).

A shielded case is seen from above its accused only. Here is who that is; `casework.permissions` and the predicate
`visible` of storage ask the same of every reader.
"""

from collections.abc import Iterable
from typing import Protocol

from casework.areas import area_ids
from casework.organisation import Organisation
from casework.people import Post
from casework.staff import Staff


class Shielded(Protocol):
    """What may accuse units that must not learn of it: a case, or an alarm."""

    @property
    def shielded(self) -> bool:
        """Whether it is hidden from those whom it accuses."""
        ...

    @property
    def accused(self) -> tuple[int, ...]:
        """The ids of the units that it accuses."""
        ...


def watch_area(org: Organisation, accused: Iterable[int]) -> int | None:
    """Return the id of the area from which upwards posts may see a case that accuses these units.

    It lies above the areas of all of them, where anything does: an office does not judge itself. Where nobody knows
    which unit is meant, it is that of the whole service. None only for a service without an area.
    """
    above = [area for area in (_above(org, unit_id) for unit_id in accused) if area is not None]
    if not above:
        return org.root.id if org.root is not None else None
    paths = [area_ids(org.areas[each].path) for each in above]
    common = [ids[0] for ids in zip(*paths, strict=False) if len(set(ids)) == 1]
    return common[-1] if common else above[0]


def _above(org: Organisation, unit_id: int) -> int | None:
    unit = org.units.get(unit_id)
    area = org.areas.get(unit.area_id) if unit is not None else None
    return None if area is None else area.parent_id or area.id


def units_above(org: Organisation, unit_id: int | None) -> set[int]:
    """Return the ids of a unit and of all units above it; empty for None."""
    above: set[int] = set()
    unit = org.units.get(unit_id) if unit_id is not None else None
    while unit is not None and unit.id not in above:
        above.add(unit.id)
        unit = org.superior(unit)
    return above


def units_below(org: Organisation, unit_ids: Iterable[int]) -> set[int]:
    """Return the ids of some units and of all units below them."""
    found: set[int] = set()
    left = [unit_id for unit_id in unit_ids if unit_id in org.units]
    while left:
        unit_id = left.pop()
        if unit_id not in found:
            found.add(unit_id)
            left += org.led_by(unit_id)
    return found


def is_accused(org: Organisation, case: Shielded, posts: Iterable[Post]) -> bool:
    """Tell whether somebody with these posts serves in a unit that a shielded case accuses, or in one below it."""
    return case.shielded and any(units_above(org, post.unit_id) & set(case.accused) for post in posts)


def hidden_from(staff: Staff, org: Organisation, case: Shielded) -> frozenset[int]:
    """Return the ids of the people who must not learn of a case; nobody where it is not shielded."""
    if not case.shielded:
        return frozenset()
    accused = units_below(org, case.accused)
    return frozenset(post.person_id for post in staff.all() if post.unit_id in accused)
