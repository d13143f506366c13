"""Carrying out what is due of an on-site day."""

from casework.actions.outings import agenda, heads_of
from casework.actions.telling import tell
from casework.notices import Urgency
from casework.onsite.outings import Outing, OutingPlace
from casework.petitions import Closing
from casework.replacing import replace
from casework.tasks import Task
from casework.unit_of_work import UnitOfWork


async def fire_outing(uow: UnitOfWork, outing: Outing, kind: str, round_: int) -> None:
    """Carry out a follow-up of an on-site day with this firing counted, which is still to be put."""
    uow.put(outing)
    if kind == "outing_tomorrow":
        for person_id in sorted({*outing.team, *heads_of(uow, outing.units)}):
            await tell(uow, person_id, kind, Urgency.LIMIT, None, True, outing_id=outing.id)
        for item, case in await agenda(uow, outing):
            if item.coming:
                args = {"outing_id": outing.id, "item_id": item.id}
                await tell(uow, case.resident_id, "outing_tomorrow_resident", Urgency.NOW, case, True, **args)
    elif kind == "outing_counted":
        found = [case for item, case in await agenda(uow, outing) if item.decided]
        solved = sum(1 for case in found if case.closing is Closing.SOLVED)
        uow.put(replace(outing, solved=solved))
    elif kind == "outing_return":
        left = [task.id for task in await uow.get_all(Task, list(outing.works)) if task.is_open]
        uow.put(replace(outing, works=tuple(left)))
        place = await uow.get(OutingPlace, outing.area_id)
        if left and (place is None or place.outing_id is None):  # Else somebody goes back by then.
            await _tell_leaders(uow, outing, kind)
    else:
        await _tell_leaders(uow, outing, kind)


async def _tell_leaders(uow: UnitOfWork, outing: Outing, kind: str) -> None:
    for person_id in outing.leaders:
        await tell(uow, person_id, kind, Urgency.LIMIT, None, True, outing_id=outing.id)
