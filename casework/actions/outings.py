"""On-site days: planned with an agenda from the open cases there, joined from above, moved, units called in, called
off.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from casework.actions.above import on_case
from casework.actions.dates import refuse_past
from casework.actions.outing_entries import entered, renewed, taken_back
from casework.actions.telling import tell
from casework.errors import NotYours, Refused
from casework.masking import mask
from casework.notices import Urgency
from casework.onsite.agenda import walking_order
from casework.onsite.outings import Outing, OutingItem, OutingPlace, OutingState, convenes, takes_part
from casework.permissions import role_in, speaks_for
from casework.petitions import Case
from casework.replacing import replace
from casework.tasks import Task, works
from casework.unit_of_work import UnitOfWork, event

MOST_CASES: Final = 30
"""Cases of one agenda: more are not worked in a day."""

MOST_PROMISES: Final = 30
"""Promises that are looked at on one day, the nearest day first."""


async def plan(uow: UnitOfWork, by: int, area_id: int, at: datetime, meet: str) -> Outing:
    """Plan an on-site day: its agenda in walking order, with what is still promised there. Whoever works those cases
    and tasks comes, and the residents of the cases are asked.

    Raises NotYours for an area that is not one's own to plan in, Refused("date-past"), and Refused("outing-there")
    where a day is planned there already: a visitor from above joins that one (`join`).
    """
    area = uow.org.areas.get(area_id)
    if area is None or not convenes(uow.staff, area, by):
        raise NotYours
    refuse_past(uow, at)
    place = await uow.get(OutingPlace, area_id) or OutingPlace(area_id)
    if place.outing_id is not None:
        raise Refused("outing-there")
    cases = [case for case in await uow.cases_there(area.path, MOST_CASES) if case.resident_id != by]
    promised = await _promised_there(uow, area.path)
    spot = (area.lat, area.lon) if area.lat is not None and area.lon is not None else None
    ordered = walking_order(cases, spot)
    outing_id = uow.new_id()
    items = [OutingItem(uow.new_id(), outing_id, case.id, units=_units(case)) for case in ordered]
    concerned = [*(unit for item in items for unit in item.units), *(task.unit_id for task in promised)]
    units = tuple(dict.fromkeys(concerned))
    comes = [person.id for case in ordered if (person := await on_case(uow, case)) is not None]
    comes += [owner for task in promised if (owner := _owner(uow, task)) is not None]
    outing = Outing(
        outing_id,
        area_id,
        area.path,
        at,
        by,
        uow.now,
        uow.now,
        meet=mask(meet),
        leaders=(by,),
        team=tuple(dict.fromkeys((by, *comes))),
        units=units,
        items=tuple(item.id for item in items),
        promises=tuple(task.id for task in promised),
    )
    for item in items:
        uow.put(item)
    uow.put(outing)
    uow.put(replace(place, outing_id=outing.id, passed=0, told_at=None))
    for case in ordered:
        event(uow, case, "outing_planned", actor=by, role=role_in(uow, case, by), at=at.isoformat())
    await _tell_team(uow, outing, outing.team, {by})
    await _tell_heads(uow, outing, units, {*outing.team})
    for item, case in zip(items, ordered, strict=True):
        await tell(uow, case.resident_id, "outing_invited", Urgency.NOW, case, outing_id=outing.id, item_id=item.id)
    return outing


async def join(uow: UnitOfWork, outing_id: int, by: int) -> Outing:
    """Lead a planned day, too: a visitor from above and the county work one agenda. By whoever may plan there."""
    outing = await convened(uow, outing_id, by)
    _refuse_not_planned(outing)
    if by in outing.leaders:
        return outing
    outing = replace(outing, leaders=(*outing.leaders, by), team=tuple(dict.fromkeys((*outing.team, by))))
    uow.put(outing)
    for person_id in outing.team:
        if person_id != by:
            await tell(uow, person_id, "outing_joined", Urgency.NOW, None, who=by, outing_id=outing.id)
    return outing


async def go_back(uow: UnitOfWork, area_id: int, by: int, at: datetime) -> Outing:
    """Plan a return visit, for what is still promised in a place; where a day is planned there, lead that one, too:
    there is one agenda. Raises as `plan` and `join`.
    """
    place = await uow.get(OutingPlace, area_id)
    if place is not None and place.outing_id is not None:
        return await join(uow, place.outing_id, by)
    return await plan(uow, by, area_id, at, "")


async def call_in(uow: UnitOfWork, outing_id: int, by: int, unit_id: int) -> Outing:
    """Call a unit in, which is needed on the spot; its heads are told. Raises Refused("unit-unknown")."""
    outing = await convened(uow, outing_id, by)
    _refuse_not_planned(outing)
    unit = uow.org.units.get(unit_id)
    if unit is None or not unit.active:
        raise Refused("unit-unknown")
    if unit_id in outing.units:
        return outing
    outing = replace(outing, units=(*outing.units, unit_id))
    uow.put(outing)
    await _tell_heads(uow, outing, (unit_id,), {by})
    return outing


async def move(uow: UnitOfWork, outing_id: int, by: int, at: datetime, meet: str) -> Outing:
    """Hold a planned day at another time, or meet elsewhere: everybody who was to come reads what was and what is now,
    and the residents may answer anew; what they have said stays until they do.

    Raises as `join`, Refused("date-past"), Refused("outing-over"), and Refused("outing-same") where nothing is another.
    """
    before = await convened(uow, outing_id, by)
    _refuse_not_planned(before)
    refuse_past(uow, at)
    after = replace(before, at=at, meet=mask(meet))
    if after == before:
        raise Refused("outing-same")
    outing = renewed(uow, replace(after, epoch=after.epoch + 1, epoch_at=uow.now, fired={}))
    uow.put(outing)
    was: dict[str, Any] = {"outing_id": outing.id, "was_at": before.at, "was_meet": before.meet}
    for person_id in sorted({*outing.team, *heads_of(uow, outing.units)} - {by}):
        await tell(uow, person_id, "outing_moved", Urgency.NOW, **was)
    for item, case in await agenda(uow, outing) if at != before.at else ():
        event(uow, case, "outing_moved", actor=by, role=role_in(uow, case, by), at=at.isoformat())
        await tell(uow, case.resident_id, "outing_moved_resident", Urgency.NOW, case, item_id=item.id, **was)
    return outing


async def call_off(uow: UnitOfWork, outing_id: int, by: int, why: str) -> Outing:
    """Call a day off, with a reason that everybody reads who was to come."""
    outing = await convened(uow, outing_id, by)
    _refuse_not_planned(outing)
    why = mask(why)
    outing = taken_back(uow, outing, outing.entries)
    outing = replace(outing, state=OutingState.OFF, why=why, over_at=uow.now, epoch=outing.epoch + 1, epoch_at=uow.now)
    uow.put(outing)
    await free(uow, outing)
    for person_id in {*outing.team, *heads_of(uow, outing.units)} - {by}:
        await tell(uow, person_id, "outing_off", Urgency.NOW, None, outing_id=outing.id)
    for _, case in await agenda(uow, outing):
        event(uow, case, "outing_off", actor=by, role=role_in(uow, case, by), why=why)
        await tell(uow, case.resident_id, "outing_off_resident", Urgency.NOW, case, outing_id=outing.id, why=why)
    return outing


async def answer(
    uow: UnitOfWork, item_id: int, by: int, *, coming: bool | None = None, named: bool | None = None
) -> OutingItem:
    """Take a resident's word whether they want to be there, and whether those who come may know the name. Whoever stays
    away needs no entry in a calendar any more.
    """
    item = await uow.get(OutingItem, item_id)
    if item is None:
        raise NotYours
    case = await uow.get(Case, item.case_id)
    if case is None or not speaks_for(uow, case, by):
        raise NotYours
    outing = await uow.get(Outing, item.outing_id)
    if outing is None or outing.state is not OutingState.PLANNED:
        raise Refused("outing-over")
    item = replace(
        item,
        coming=item.coming if coming is None else coming,
        named=item.named if named is None else named,
    )
    uow.put(item)
    if by in outing.entries and not await _goes(uow, outing, by):
        uow.put(taken_back(uow, outing, (by,)))
    return item


async def ask_entry(uow: UnitOfWork, outing_id: int, by: int) -> Outing:
    """Ask for a day's entry for a calendar. By whoever goes there: those who take part, and residents of its agenda who
    have said that they will be there.

    Raises NotYours, and Refused("outing-over").
    """
    outing = await uow.get(Outing, outing_id)
    if outing is None or not await _goes(uow, outing, by):
        raise NotYours
    _refuse_not_planned(outing)
    outing = entered(uow, outing, by)
    uow.put(outing)
    return outing


async def _goes(uow: UnitOfWork, outing: Outing, by: int) -> bool:
    if takes_part(uow.staff, uow.org, outing, by):
        return True
    return any(item.coming and speaks_for(uow, case, by) for item, case in await agenda(uow, outing))


# ----- Who, and what is on it -----


async def seen(uow: UnitOfWork, outing_id: int, by: int) -> Outing:
    """Return an on-site day for somebody who takes part. Raises NotYours else."""
    outing = await uow.get(Outing, outing_id)
    if outing is None or not takes_part(uow.staff, uow.org, outing, by):
        raise NotYours
    return outing


async def convened(uow: UnitOfWork, outing_id: int, by: int) -> Outing:
    """Return an on-site day for somebody who may plan there. Raises NotYours, and Refused("not-allowed") for others who
    take part.
    """
    outing = await seen(uow, outing_id, by)
    area = uow.org.areas.get(outing.area_id)
    if area is None or not convenes(uow.staff, area, by):
        raise Refused("not-allowed")
    return outing


async def agenda(uow: UnitOfWork, outing: Outing, reader: int | None = None) -> list[tuple[OutingItem, Case]]:
    """Return the items of an agenda with their cases, in walking order, without any that has come to accuse somebody
    since (articles 30 and 46); for a `reader` without one of their own.
    """
    items = await uow.get_all(OutingItem, outing.items)
    cases = {case.id: case for case in await uow.get_all(Case, [item.case_id for item in items])}
    return [
        (item, case)
        for item in items
        if (case := cases.get(item.case_id)) is not None and not case.shielded and case.resident_id != reader
    ]


async def promises(uow: UnitOfWork, outing: Outing, reader: int | None = None) -> list[Task]:
    """Return what was promised in the place before, as it stands, without what a shielded case is about (articles 30
    and 46); for a `reader` without what was promised to them.
    """
    found = await uow.get_all(Task, outing.promises) if outing.promises else []
    return [task for task in await _unshielded(uow, found, reader) if reader not in task.residents]


async def free(uow: UnitOfWork, outing: Outing) -> None:
    """Let another day be planned in a village."""
    place = await uow.get(OutingPlace, outing.area_id) or OutingPlace(outing.area_id)
    uow.put(replace(place, outing_id=None))


def heads_of(uow: UnitOfWork, units: Iterable[int]) -> set[int]:
    """Return the heads of some units, each of the nearest unit above that has one."""
    return {post.person_id for unit in units for post in uow.staff.heads_above(uow.org, uow.org.units.get(unit))}


async def _promised_there(uow: UnitOfWork, path: str) -> list[Task]:
    return await _unshielded(uow, await uow.tasks_there(path, MOST_PROMISES))


async def _unshielded(uow: UnitOfWork, found: Sequence[Task], reader: int | None = None) -> list[Task]:
    ids = [task.case_id for task in found if task.case_id is not None]
    kept = {
        case.id
        for case in (await uow.get_all(Case, ids) if ids else [])
        if not case.shielded and case.resident_id != reader
    }
    return [task for task in found if task.case_id is None or task.case_id in kept]


def _owner(uow: UnitOfWork, task: Task) -> int | None:
    """Return who does a task; None where that is for the unit's head to say, who is called in with the unit."""
    owner = task.owner_id
    return owner if owner is not None and works(uow.staff, uow.org, task, owner) else None


def _units(case: Case) -> tuple[int, ...]:
    """Return the units whose word a decision needs: the lead's, and those that assist."""
    own = (case.unit_id,) if case.unit_id is not None else ()
    return tuple(dict.fromkeys((*own, *(each.unit_id for each in case.assisting))))


def _refuse_not_planned(outing: Outing) -> None:
    if outing.state is not OutingState.PLANNED:
        raise Refused("outing-over")


async def _tell_team(uow: UnitOfWork, outing: Outing, people: Sequence[int], without: set[int]) -> None:
    for person_id in people:
        if person_id not in without:
            await tell(uow, person_id, "outing_planned", Urgency.NOW, None, outing_id=outing.id)


async def _tell_heads(uow: UnitOfWork, outing: Outing, units: Sequence[int], without: set[int]) -> None:
    for person_id in sorted(heads_of(uow, units) - without):
        await tell(uow, person_id, "outing_called", Urgency.NOW, None, outing_id=outing.id)
