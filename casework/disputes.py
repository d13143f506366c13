"""Who decides where units disagree: the intake office once, then the common superior, whose word ends it (articles 23
and 24).
"""

from collections.abc import Collection
from datetime import datetime
from typing import Final

from casework.areas import area_ids
from casework.organisation import Organisation, Unit
from casework.people import Role
from casework.petitions import Case, State
from casework.shielding import units_above
from casework.staff import Staff
from casework.unit_of_work import Rules

MOST_OBJECTIONS: Final = 2
"""After so many to one case, by whichever units, there is no further one."""

OBJECTABLE: Final = frozenset({State.WAITING, State.WORKING})
"""The states in which an assignment can be disputed: whoever has given an answer has taken it."""

_FIRST: Final = frozenset({Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER, Role.ADMIN})
_FINAL: Final = frozenset({Role.SUPERVISOR, Role.LEADER, Role.ADMIN})


def objection_until(rules: Rules, case: Case) -> datetime:
    """Return until when the unit of a case may object to it: five working days after it was given the case, or told
    that it stays (article 23).
    """
    since = case.unit_at or case.assigned_at or case.filed_at
    return rules.calendar.limit(since, rules.profile.limits.objection_working_days, working=True)


def can_object(rules: Rules, case: Case, now: datetime) -> bool:
    """Tell whether an objection to a case's assignment still comes in time, and is not one too many."""
    return len(case.objected) < MOST_OBJECTIONS and now < objection_until(rules, case)


def in_dispute(case: Case) -> tuple[int, ...]:
    """Return the ids of the units in dispute: whose it is, those that have objected, and whom they name; among units
    at joint work all of them.
    """
    ids = [case.unit_id, *case.objected]
    if case.objection is not None:
        ids += [case.objection.unit_id, case.objection.to_unit]
        if case.objection.joint:
            ids += [each.unit_id for each in case.assisting]
    return tuple(dict.fromkeys(id_ for id_ in ids if id_ is not None))


def common_superior(org: Organisation, unit_ids: Collection[int]) -> Unit | None:
    """Return the nearest unit that stands above all of these and is none of them; None where there is none."""
    chains = [_superiors(org, unit_id) for unit_id in unit_ids]
    shared = (unit for unit in chains[0] if all(unit in chain for chain in chains[1:])) if chains else ()
    return next(iter(shared), None)


def may_decide(staff: Staff, org: Organisation, case: Case, person_id: int) -> bool:
    """Tell whether somebody may decide what a unit says against a case's assignment, and has not said it themselves.

    The first objection is the intake office's to decide, or that of those above it. A final one is the common
    superior's, or where there is none the leader's over the area.
    """
    objection = case.objection
    if objection is None or person_id == objection.by:
        return False
    posts, areas = staff.of(person_id), set(area_ids(case.area_path))
    over = {post.role for post in posts if post.unit_id is None and post.area_id in areas}
    if not objection.final:
        return bool(over & _FIRST)
    superior = common_superior(org, in_dispute(case))
    heads = units_above(org, superior.id) if superior is not None else set()
    return bool(over & _FINAL) or any(post.role is Role.HEAD and post.unit_id in heads for post in posts)


def pushes_down(org: Organisation, from_unit: int | None, to_unit: int) -> bool:
    """Tell whether work goes from a unit of a higher area down to one of an area below it: no bureau may do that by
    itself, for a township must not be given what a bureau is there for.
    """
    above, below = org.units.get(from_unit or 0), org.units.get(to_unit)
    if above is None or below is None or above.area_id == below.area_id:
        return False
    return org.within(below.area_id, above.area_id)


def reaches_up(org: Organisation, from_unit: int, to_unit: int) -> bool:
    """Tell whether a difficulty goes where it may: to another unit of the same area or of one above it, never down to
    a township, nor sideways to a neighbour's.
    """
    own, other = org.units.get(from_unit), org.units.get(to_unit)
    return own is not None and other is not None and own.id != other.id and org.within(own.area_id, other.area_id)


def _superiors(org: Organisation, unit_id: int) -> list[Unit]:
    """Return the units above a unit, the nearest first; a loop ends them."""
    found: list[Unit] = []
    unit = org.units.get(unit_id)
    while unit is not None and (unit := org.superior(unit)) is not None and unit not in found:
        found.append(unit)
    return found
