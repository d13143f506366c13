"""Joint work: assisting units with a part and a date of their own (article 24). The lead answers to the resident, and
no part ever stops its clock.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from casework.actions.assigning import barred, find_cadre, refuse_aside, refuse_unfit
from casework.actions.changing import change
from casework.actions.dates import refuse_past
from casework.actions.enclosing import as_data, as_told, enclose, sent_by
from casework.actions.naming import without_names
from casework.actions.part_ends import open_parts, put_part, take_back
from casework.actions.part_notices import tell_lead, tell_part
from casework.actions.telling import tell, title_for
from casework.disputes import pushes_down
from casework.errors import NotYours, Refused
from casework.files import File
from casework.joint import Assisting
from casework.notices import Urgency
from casework.parts import Part, PartState, leads, serves, works
from casework.people import Role
from casework.permissions import allowed, role_in
from casework.petitions import Case, State
from casework.relations import INTAKE, relations
from casework.replacing import replace
from casework.shielding import units_above
from casework.unit_of_work import UnitOfWork, event

# ----- Giving a part, and taking it back -----


async def add_unit(
    uow: UnitOfWork, case_id: int, by: int, epoch: int | None, unit_id: int, what: str, due_at: datetime
) -> Part:
    """Have another unit assist: with its own part, in words, until the end of a day. The intake office's word, or that
    of a common superior of the units.

    Raises Refused("unit-unknown"), Refused("unit-accused"): an accused unit can never assist; Refused("unit-leads"),
    Refused("unit-assists") while it owes a part, Refused("date-past"), Refused("date-too-late", date) for a day after
    the lead must have answered, Refused("not-allowed") for a head who does not stand above that unit, and
    Refused("pushed-down") for one who gives a bureau's work to a township.
    """
    case = await allowed(uow, "add_unit", case_id, by, epoch)
    refuse_unfit(uow, case, unit_id)
    if unit_id == case.unit_id:
        raise Refused("unit-leads")
    _refuse_without_right(uow, case, by, unit_id)
    if any(part.unit_id == unit_id for part in await open_parts(uow, case)):
        raise Refused("unit-assists")
    refuse_past(uow, due_at)
    last = latest(uow, case)
    if last is not None and due_at > last:
        raise Refused("date-too-late", date=uow.rules.calendar.last_day(last))
    cadre_id, _ = await find_cadre(uow, case, unit_id, ())
    what = await without_names(uow, case, what)
    part = Part(uow.new_id(), case.id, unit_id, what, due_at, by, uow.now, uow.now, cadre_id=cadre_id)
    await put_part(uow, part, None)
    _record(uow, case, "part_added", by, part, what=part.what, until=due_at.isoformat())
    case = await change(uow, case, assisting=(*case.assisting, Assisting(part.id, unit_id)))
    await tell_part(uow, case, part, "part_added", Urgency.PUSH)
    await tell_lead(uow, case, part, "part_given", Urgency.PUSH, without={by})
    return part


async def drop_unit(uow: UnitOfWork, part_id: int, by: int) -> Part:
    """Take a part back: that unit does not assist any more, and does not see the case any longer.

    By whoever could give it. Raises Refused("part-over") for one that is not owed any more.
    """
    part = await _part(uow, part_id)
    case = await allowed(uow, "drop_unit", part.case_id, by)
    _refuse_without_right(uow, case, by, part.unit_id)
    _refuse_over(part)
    await tell_part(uow, case, part, "part_dropped", Urgency.PUSH)
    await change(uow, await take_back(uow, case, [part], by))
    return part


def latest(uow: UnitOfWork, case: Case) -> datetime | None:
    """Return by when a part must be due: before the lead has to answer, where that lies ahead; None for no such day."""
    at = {State.WORKING: case.limit_at, State.PROMISED: case.promise_at}.get(case.state)
    return at if at is not None and at > uow.now else None


# ----- Working a part -----


async def accept_part(uow: UnitOfWork, part_id: int, by: int) -> Part:
    """Take a part for oneself: anyone of its unit may, and exactly one wins.

    Raises Refused("already-accepted", person) with the winner's title, Refused("part-over"), and
    Refused("stands-aside") for whoever stands aside in the case.
    """
    part = await _part(uow, part_id)
    case = await allowed(uow, "accept_part", part.case_id, by)
    _refuse_of_others(uow, part, by)
    _refuse_over(part)
    refuse_aside(uow, case, by)
    if part.state is PartState.AT_WORK and part.cadre_id == by:
        return part
    if part.state is not PartState.ASKED:
        raise Refused("already-accepted", person=await title_for(uow, part.cadre_id, by, part.unit_id))
    part = await _anew(uow, part, state=PartState.AT_WORK, cadre_id=by)
    _record(uow, case, "part_accepted", by, part)
    await tell_lead(uow, case, part, "part_accepted", Urgency.DIGEST, without={by})
    return part


async def hand_part(uow: UnitOfWork, part_id: int, by: int, cadre_id: int) -> Part:
    """Give a part to a colleague of its unit, who has it then; by whoever has it or stands in for them, or its head.

    Raises Refused("not-in-unit") for whoever can't have it, and Refused("part-over").
    """
    part = await _part(uow, part_id)
    case = await allowed(uow, "hand_part", part.case_id, by)
    _refuse_of_others(uow, part, by)
    _refuse_over(part)
    if not works(uow.staff, part, by) and not leads(uow.staff, uow.org, part, by):
        raise Refused("not-allowed")
    if cadre_id in barred(uow, case) or cadre_id not in colleagues(uow, part):
        raise Refused("not-in-unit")
    was = part.cadre_id
    _record(uow, case, "part_handed", by, part)
    part = await _anew(uow, part, state=PartState.AT_WORK, cadre_id=cadre_id)
    if cadre_id != by:
        await tell(uow, cadre_id, "part_handed", Urgency.PUSH, case, who=by, part_id=part.id)
    if was not in {None, by, cadre_id}:
        await tell(uow, was, "taken", Urgency.DIGEST, case, who=cadre_id)
    return part


async def report_part(uow: UnitOfWork, part_id: int, by: int, result: str, files: Sequence[int] = ()) -> Part:
    """Report what came of a part; the lead is told, the resident is not. By whoever has accepted it,
    or stands in for them.

    `files` are ids of files that `by` has sent to it; they stay among the units. Raises Refused("part-over").
    """
    part = await _part(uow, part_id)
    case = await allowed(uow, "report_part", part.case_id, by)
    _refuse_of_others(uow, part, by)
    _refuse_over(part)
    if not works(uow.staff, part, by):
        raise Refused("not-allowed")
    refuse_aside(uow, case, by)
    sent = hidden(await sent_by(uow, by, files))
    result = await without_names(uow, case, result)
    part = await _anew(uow, part, state=PartState.REPORTED, result=result, over_at=uow.now)
    _record(uow, case, "part_reported", by, part, result=part.result, **as_data(sent))
    case = await change(uow, enclose(uow, case, sent))
    await tell_lead(uow, case, part, "part_reported", Urgency.PUSH, **as_told(sent))
    return part


async def release_parts(uow: UnitOfWork, found: Sequence[Part], person_id: int, to: int | None = None) -> None:
    """Put parts whose cadre leaves into other hands: as they stand into those of `to` where they may have them, else
    they are offered to somebody else of their units.
    """
    for part in found:
        case = await uow.get(Case, part.case_id)
        if case is None or not part.is_open or part.cadre_id != person_id:
            continue
        if to is not None and to in colleagues(uow, part) and to not in barred(uow, case):
            _record(uow, case, "part_handed", None, part)
            handed = await _anew(uow, part, cadre_id=to)
            await tell(uow, to, "part_handed", Urgency.PUSH, case, who=person_id, part_id=handed.id)
            continue
        cadre_id, _ = await find_cadre(uow, case, part.unit_id, {person_id})
        offered = await _anew(uow, part, state=PartState.ASKED, cadre_id=cadre_id)
        _record(uow, case, "part_offered", None, offered)
        await tell_part(uow, case, offered, "part_added", Urgency.PUSH, without={person_id})


async def release_from(uow: UnitOfWork, case: Case, people: Collection[int]) -> None:
    """Offer what people who stand aside in a case have of it to somebody else of their units (article 28)."""
    for part in await open_parts(uow, case):
        if part.cadre_id is not None and part.cadre_id in people:
            await release_parts(uow, [part], part.cadre_id)


def hidden(files: Sequence[File]) -> list[File]:
    """Return files as they stay among the units: the resident does not see them."""
    return [replace(file, public=False) for file in files]


def colleagues(uow: UnitOfWork, part: Part) -> list[int]:
    """Return the ids of those who serve in the part's unit."""
    posts = [*uow.staff.in_unit(part.unit_id, Role.CADRE), *uow.staff.in_unit(part.unit_id, Role.HEAD)]
    return list(dict.fromkeys(post.person_id for post in posts))


async def _part(uow: UnitOfWork, part_id: int) -> Part:
    """Return a part. Raises NotYours for none, as for one that is not one's own."""
    part = await uow.get(Part, part_id)
    if part is None:
        raise NotYours
    return part


def _refuse_of_others(uow: UnitOfWork, part: Part, by: int) -> None:
    """Raise NotYours for another assisting unit's part."""
    if not serves(uow.staff, uow.org, part, by):
        raise NotYours


def _refuse_without_right(uow: UnitOfWork, case: Case, by: int, unit_id: int) -> None:
    """Let the intake office choose any unit, a head only units below their own, and never one of a lower area."""
    if relations(uow.staff, uow.org, case, by) & INTAKE:
        return
    above = units_above(uow.org, unit_id) - {unit_id}
    if not any(post.role is Role.HEAD and post.unit_id in above for post in uow.staff.of(by)):
        raise Refused("not-allowed")
    if pushes_down(uow.org, case.unit_id, unit_id):
        raise Refused("pushed-down")


def _refuse_over(part: Part) -> None:
    if not part.is_open:
        raise Refused("part-over")


async def _anew(uow: UnitOfWork, part: Part, **fields: Any) -> Part:
    """Put a part whose holder or state changes: what was told of its day stays told."""
    fired = {kind: each for kind, each in part.fired.items() if kind != "part_accept"}
    after = replace(part, epoch=part.epoch + 1, epoch_at=uow.now, fired=fired, **fields)
    await put_part(uow, after, part)
    return after


def _record(uow: UnitOfWork, case: Case, kind: str, by: int | None, part: Part, **data: Any) -> None:
    """Record what was done with a part; what somebody does in its cadre's stead says for whom."""
    role = role_in(uow, case, by)
    if by is not None and by != part.cadre_id and works(uow.staff, part, by):
        data["acting_for"] = part.cadre_id
    event(uow, case, kind, actor=by, role=role, public=False, part=part.id, unit=part.unit_id, **data)
