"""A unit's objection to its assignment (article 23), and what is decided where units disagree (article 24).

The clock runs on meanwhile, and the resident hears of it only when the case really goes to another unit. The intake
office decides the first one; a second one, by whichever unit, goes to the common superior, whose word ends it.
"""

from typing import Any, Final

from casework.actions.above import tell_above
from casework.actions.assigning import assign, first_time_at, refuse_lead, refuse_unfit
from casework.actions.changing import new_epoch
from casework.actions.naming import without_names
from casework.actions.superiors import tell_superior
from casework.actions.telling import tell
from casework.disputes import MOST_OBJECTIONS, in_dispute, objection_until
from casework.errors import Refused
from casework.joint import Objection
from casework.ladder import in_turn
from casework.notices import Urgency
from casework.people import Role
from casework.permissions import allowed, role_in
from casework.petitions import Case
from casework.unit_of_work import UnitOfWork, event

_CLIMB: Final = (Role.SUPERVISOR, Role.LEADER, Role.DISPATCHER)
_CLIMB_FINAL: Final = (Role.LEADER, Role.HEAD, Role.SUPERVISOR)


async def object_to(
    uow: UnitOfWork, case_id: int, by: int, epoch: int | None, why: str, to_unit: int | None = None
) -> Case:
    """Say that a case is not the unit's, why, and whose it is as one thinks (None where one doesn't know).

    Raises Refused("objected-enough") after the second objection to a case, Refused("objection-late") once the working
    days for it are over, and "unit-unknown", "unit-accused" or "unit-has-it" for whom it names.
    """
    case = await allowed(uow, "object_to", case_id, by, epoch)
    refuse_late(uow, case)
    if to_unit is not None:
        refuse_unfit(uow, case, to_unit)
    if case.unit_id is None or to_unit == case.unit_id:
        raise Refused("unit-has-it")
    final = bool(case.objected)
    why = await without_names(uow, case, why)
    objection = Objection(case.unit_id, by, why, uow.now, to_unit, final=final)
    event(uow, case, "objected", actor=by, role=role_in(uow, case, by), public=False, why=why, unit=case.unit_id)
    case = await new_epoch(uow, case, objection=objection, objected=(*case.objected, case.unit_id))
    await tell_deciders(uow, case, "objection", Urgency.PUSH)
    return case


def refuse_late(uow: UnitOfWork, case: Case) -> None:
    """Raise Refused where no objection to a case is heard any more: "objected-enough", "objection-late"."""
    if len(case.objected) >= MOST_OBJECTIONS:
        raise Refused("objected-enough")
    if uow.now >= objection_until(uow.rules, case):
        raise Refused("objection-late")


async def disagree(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, unit_id: int, why: str) -> Case:
    """Say that the units at joint work can't agree, after they have spoken to each other: the common superior decides.

    `by` speaks for their own `unit_id`, else Refused("not-in-unit").
    """
    case = await allowed(uow, "disagree", case_id, by, epoch)
    if unit_id not in {post.unit_id for post in uow.staff.of(by)}:
        raise Refused("not-in-unit")
    why = await without_names(uow, case, why)
    objection = Objection(unit_id, by, why, uow.now, final=True, joint=True)
    event(uow, case, "disagreed", actor=by, role=role_in(uow, case, by), public=False, why=why, unit=unit_id)
    case = await new_epoch(uow, case, objection=objection)
    await tell_deciders(uow, case, "objection", Urgency.PUSH)
    return case


async def decide_objection(
    uow: UnitOfWork, case_id: int, by: int, epoch: int | None, unit_id: int, why: str = ""
) -> Case:
    """Decide which unit has the case: its own, and it stays, or another one; whoever objected is told, and why.

    Where it goes to another unit, the resident hears of it. Raises as `refuse_lead` does.
    """
    case = await allowed(uow, "decide_objection", case_id, by, epoch)
    refuse_lead(uow, case, unit_id)
    objection = case.objection
    if objection is None:
        raise Refused("wrong-state", state=case.state.value)
    first_time = await first_time_at(uow, case, unit_id)
    stays = unit_id == case.unit_id
    why, role = await without_names(uow, case, why), role_in(uow, case, by)
    kind = "objection_refused" if stays else "objection_approved"
    event(uow, case, kind, actor=by, role=role, public=False, why=why, unit=unit_id)
    if stays:
        case = await new_epoch(uow, case, objection=None, unit_at=uow.now)
    else:
        case = await assign(uow, case, unit_id, by=by, first_time=first_time)
    unit = uow.org.units[unit_id]
    told: dict[str, Any] = {"why": why, "unit_id": unit.id, "final": objection.final}
    for person_id in dict.fromkeys((objection.by, case.cadre_id if stays else None)):
        if person_id not in {None, by}:
            await tell(uow, person_id, kind, Urgency.PUSH, case, who=by, **told)
    return case


async def tell_deciders(
    uow: UnitOfWork, case: Case, kind: str, urgency: Urgency, *, first: Role | None = None, follow_up: bool = False
) -> list[int]:
    """Tell those who decide what waits on a case, and return their ids: the dispatcher; for a final word the head of
    the common superior, or where there is none the leader. `first` begins with another rung of those above.
    """
    objection = case.objection
    if objection is None:
        return []
    without = {objection.by}
    if objection.final and first in {None, Role.HEAD}:
        ids = in_dispute(case)
        return await tell_superior(uow, case, ids, kind, urgency, without=without, follow_up=follow_up)
    first = first or Role.DISPATCHER
    return await tell_above(uow, case, first, kind, urgency, without=without, follow_up=follow_up)


async def climb(uow: UnitOfWork, case: Case, round_: int) -> None:
    """Nobody has decided in time: those above are told, one rung after the other, and so is whoever waits for it."""
    objection = case.objection
    if objection is None:
        return
    first = in_turn(_CLIMB_FINAL if objection.final else _CLIMB, round_)
    told = await tell_deciders(uow, case, "objection_waits", Urgency.LIMIT, first=first, follow_up=True)
    event(uow, case, "objection_climbed", actor=None, role="system", public=False, people=told)
    await tell(uow, objection.by, "objection_climbed", Urgency.PUSH, case, True, who=told[0] if told else None)
