"""On the spot: what is found, what is decided, each unit's own word on it, the tasks that follow, and the close."""

from datetime import datetime
from typing import Any

from casework.actions import tasks
from casework.actions.changing import change
from casework.actions.enclosing import enclose, sent_by
from casework.actions.naming import without_names
from casework.actions.outings import agenda, convened, heads_of, promises, seen
from casework.actions.telling import tell, tell_resident
from casework.errors import NotYours, Refused
from casework.files import File
from casework.notices import Urgency
from casework.onsite.agenda import in_order
from casework.onsite.outings import Agreed, Note, Outing, OutingItem, OutingPlace, OutingState, speaks_for_unit
from casework.permissions import role_in
from casework.petitions import Case
from casework.replacing import replace
from casework.tasks import Origin, Task
from casework.unit_of_work import UnitOfWork, event


async def item_seen(uow: UnitOfWork, item_id: int, by: int) -> tuple[Outing, OutingItem, Case]:
    """Return an item of an agenda on which somebody works, its day and its case. Raises NotYours else."""
    item = await uow.get(OutingItem, item_id)
    if item is None:
        raise NotYours
    outing = await seen(uow, item.outing_id, by)
    found = [case for each, case in await agenda(uow, outing, by) if each.id == item_id]
    if not found:
        raise NotYours
    return outing, item, found[0]


async def note(uow: UnitOfWork, item_id: int, by: int, said: Note) -> OutingItem:
    """Keep what somebody sent on the spot; files among it belong to the case. Raises Refused("outing-over")."""
    _, item, case = await _open(uow, item_id, by)
    files: list[File] = await sent_by(uow, by, said.files)
    words = await without_names(uow, case, said.words)
    said = replace(said, words=words, files=tuple(file.id for file in files))
    item = replace(item, notes=in_order((*item.notes, said)))
    uow.put(item)
    if files:
        await change(uow, enclose(uow, case, files))
        event(uow, case, "outing_noted", actor=by, role=role_in(uow, case, by), public=False, words=words)
    return item


async def decide(uow: UnitOfWork, item_id: int, by: int, decided: str) -> OutingItem:
    """Decide what is done of a case, on what was found. The units concerned are asked for their own word; whoever
    decides gives that of their own unit. Decided anew, every word is asked for anew.
    """
    _, item, case = await _open(uow, item_id, by)
    found = "\n".join(each.words for each in item.notes if each.words)
    decided = await without_names(uow, case, decided)
    own = tuple(Agreed(unit, by, uow.now) for unit in item.units if speaks_for_unit(uow.staff, uow.org, by, unit))
    item = replace(item, found=found, decided=decided, decided_by=by, decided_at=uow.now, agreed=own)
    uow.put(item)
    event(
        uow,
        case,
        "outing_decided",
        actor=by,
        role=role_in(uow, case, by),
        public=False,
        found=found,
        words=decided,
    )
    await _ask_for_word(uow, item, case, by)
    return item


async def agree(uow: UnitOfWork, item_id: int, by: int) -> OutingItem:
    """Give one's own unit's word to a joint decision. Raises Refused("outing-nothing") where none is asked for."""
    _, item, case = await _open(uow, item_id, by)
    own = [unit for unit in item.missing if speaks_for_unit(uow.staff, uow.org, by, unit)]
    if not own or item.decided_at is None:
        raise Refused("outing-nothing")
    item = replace(item, agreed=(*item.agreed, *(Agreed(unit, by, uow.now) for unit in own)))
    uow.put(item)
    for unit in own:
        role = role_in(uow, case, by)
        event(uow, case, "outing_agreed", actor=by, role=role, public=False, unit=unit)
    if not item.missing and item.decided_by is not None:
        await tell(uow, item.decided_by, "outing_agreed", Urgency.NOW, case, outing_id=item.outing_id, item_id=item.id)
    return item


async def give(uow: UnitOfWork, item_id: int, by: int, what: str, unit_id: int, due_at: datetime) -> Task:
    """Say who does what by when: a dated task of the case, for a unit of the day. Its residents hear of it with the
    rest when the day is closed. Raises Refused("outing-unit") for a unit that was not called in, and as `tasks.give`.
    """
    outing, item, case = await _open(uow, item_id, by)
    if unit_id not in outing.units:
        raise Refused("outing-unit")
    owner_id = case.cadre_id if case.unit_id == unit_id else None
    where: dict[str, Any] = {"origin": Origin.OUTING, "origin_id": outing.id, "area_id": case.area_id, "case": case}
    task = await tasks.give(uow, by, what, due_at, unit_id=unit_id, owner_id=owner_id, told=False, **where)
    units = item.units if unit_id in item.units else (*item.units, unit_id)
    item = replace(item, tasks=(*item.tasks, task.id), units=units)
    uow.put(item)
    if item.decided and unit_id in item.missing:
        await _ask_for_word(uow, item, case, by)
    return task


async def close(uow: UnitOfWork, outing_id: int, by: int) -> Outing:
    """Close a day: the residents of what was worked hear what came of it, those of the rest that it was not reached.

    By whoever may plan there. Raises Refused("outing-early") before it has begun, and Refused("outing-agree", count)
    while units have not given their word.
    """
    outing = await convened(uow, outing_id, by)
    if outing.state is not OutingState.PLANNED:
        raise Refused("outing-over")
    if uow.now < outing.at:
        raise Refused("outing-early")
    found = await agenda(uow, outing)
    waiting = sum(1 for item, _ in found if item.decided and item.missing)
    if waiting:
        raise Refused("outing-agree", count=waiting)
    given = await uow.get_all(Task, [each for item, _ in found for each in item.tasks]) if found else []
    owed = [*await promises(uow, outing), *(task for task in given if task.milestones), *await _taken_over(uow, outing)]
    outing = replace(
        outing,
        state=OutingState.OVER,
        items=tuple(item.id for item, _ in found),  # What has come to accuse somebody is in no figure.
        over_at=uow.now,
        worked=sum(1 for item, _ in found if item.decided),
        works=tuple(dict.fromkeys(task.id for task in owed if task.is_open)),
        epoch=outing.epoch + 1,
        epoch_at=uow.now,
        fired={},
    )
    uow.put(outing)
    place = await uow.get(OutingPlace, outing.area_id) or OutingPlace(outing.area_id)
    uow.put(replace(place, outing_id=None, last_at=outing.at, last_id=outing.id))
    for item, case in found:
        await _tell_result(uow, outing, item, case, by)
    return outing


async def _taken_over(uow: UnitOfWork, outing: Outing) -> list[Task]:
    """Return the works for which somebody was to go back to the place: from now on this day follows them."""
    place = await uow.get(OutingPlace, outing.area_id)
    before = await uow.get(Outing, place.last_id) if place is not None and place.last_id is not None else None
    if before is None or not before.works:
        return []
    uow.put(replace(before, works=()))
    return await uow.get_all(Task, before.works)


async def _tell_result(uow: UnitOfWork, outing: Outing, item: OutingItem, case: Case, by: int) -> None:
    known: dict[str, Any] = {"outing_id": outing.id, "item_id": item.id}
    if not item.decided:
        await tell(uow, case.resident_id, "outing_not_reached", Urgency.NOW, case, **known)
        return
    case = await change(uow, case, news_at=uow.now)
    event(uow, case, "outing_result", actor=by, role=role_in(uow, case, by), found=item.found, words=item.decided)
    await tell_resident(uow, case, "outing_result", **known)


async def _ask_for_word(uow: UnitOfWork, item: OutingItem, case: Case, by: int) -> None:
    for person_id in await _voices(uow, item, by):
        await tell(uow, person_id, "outing_agree", Urgency.NOW, case, outing_id=item.outing_id, item_id=item.id)


async def _voices(uow: UnitOfWork, item: OutingItem, by: int) -> list[int]:
    """Return who can give the word of the units that have not: of those who come, else their heads."""
    outing = await uow.get(Outing, item.outing_id)
    team = outing.team if outing is not None else ()
    found: dict[int, None] = {}
    for unit in item.missing:
        there = [each for each in team if any(post.unit_id == unit for post in uow.staff.of(each))]
        found |= dict.fromkeys(there or sorted(heads_of(uow, (unit,))))
    return [each for each in found if each != by]


async def _open(uow: UnitOfWork, item_id: int, by: int) -> tuple[Outing, OutingItem, Case]:
    outing, item, case = await item_seen(uow, item_id, by)
    if outing.state is not OutingState.PLANNED:
        raise Refused("outing-over")
    return outing, item, case
