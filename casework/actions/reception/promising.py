"""What a leader has promised to a visitor becomes a dated task, and is followed up as such."""

from casework.actions import tasks
from casework.actions.telling import tell
from casework.notices import Urgency
from casework.organisation import ANY_CATEGORY
from casework.petitions import Case, Draft, State
from casework.reception.days import Booking, Matter, Reception
from casework.replacing import replace
from casework.tasks import Origin, Task
from casework.unit_of_work import UnitOfWork


async def follow(
    uow: UnitOfWork, reception: Reception, booking: Booking, matter: Matter, draft: Draft, case: Case | None
) -> Booking:
    """Have a promise carried out by a unit: that of the case, else the one to which such matters of the place go.

    Where the matter has become a case only now, the task that was given before is about that case from here on. Where
    no unit can be given it, or its day has passed, the leader is told. Return the visit as it is put.
    """
    if matter.promised is None:
        return booking
    known = await uow.get(Task, matter.task_id) if matter.task_id is not None else None
    if known is not None:
        if case is not None and known.is_open and (known.unit_id == case.unit_id or not case.shielded):
            uow.put(replace(known, case_id=case.id, residents=()))
        return booking
    unit_id = _unit(uow, reception, draft, case)
    if unit_id is None or matter.promised <= uow.now:
        await tell(
            uow,
            reception.host_id,
            "reception_promise",
            Urgency.LIMIT,
            case,
            reception_id=reception.id,
            number=booking.number,
            words=matter.answer,
            until=matter.promised,
        )
        return booking
    task = await tasks.give(
        uow,
        reception.host_id,
        matter.answer,
        matter.promised,
        unit_id=unit_id,
        owner_id=_owner(uow, case, unit_id),
        origin=Origin.RECEPTION,
        origin_id=reception.id,
        area_id=case.area_id if case is not None else draft.area_id or reception.area_id,
        case=case,
        residents=(draft.person_id,) if case is None and draft.entry is None else (),
        told=False,  # The visitor has read the promise when it was written down.
    )
    noted = replace(matter, task_id=task.id)
    booking = replace(booking, matters=tuple(noted if each == matter else each for each in booking.matters))
    uow.put(booking)
    return booking


def _unit(uow: UnitOfWork, reception: Reception, draft: Draft, case: Case | None) -> int | None:
    """Return the unit that carries a promise out. Of what accuses anybody no other learns than the one that has it."""
    if draft.accuses or (case is not None and case.shielded):
        return case.unit_id if case is not None else None
    routes = (
        uow.org.route(draft.category or ANY_CATEGORY, draft.area_id or reception.area_id),
        uow.org.route(ANY_CATEGORY, reception.area_id),
    )
    units = [case.unit_id if case is not None else None, *(route.unit_id for route in routes)]
    return next((each for each in units if each is not None), None)


def _owner(uow: UnitOfWork, case: Case | None, unit_id: int) -> int | None:
    """Return the cadre who works a case, where it is the unit's and they serve there still; else its head names one."""
    if case is None or case.state is not State.WORKING or case.unit_id != unit_id or case.cadre_id is None:
        return None
    return case.cadre_id if any(post.unit_id == unit_id for post in uow.staff.of(case.cadre_id)) else None
