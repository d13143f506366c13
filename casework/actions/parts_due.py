"""Carrying out what is due of a part: nobody has accepted it, its day is near, it is late.

It climbs from whoever has it to the head of its unit, the head of the unit that leads, and the supervisor. The lead's
own clock runs on all the while.
"""

from casework.actions.above import tell_above, tell_cadre
from casework.actions.part_notices import tell_part, tell_part_head
from casework.notices import Urgency
from casework.parts import Part
from casework.people import Role
from casework.petitions import Case
from casework.unit_of_work import UnitOfWork


async def fire_part(uow: UnitOfWork, part: Part, kind: str, round_: int) -> None:
    """Carry out a follow-up of a part that was put with this firing counted."""
    uow.put(part)
    case = await uow.get(Case, part.case_id)
    if case is None:
        return
    if kind == "part_due":
        await tell_part(uow, case, part, kind, Urgency.LIMIT, follow_up=True)
    elif kind == "part_accept":
        await _climb(uow, case, part, kind, round_, Urgency.PUSH)
    else:
        await _climb(uow, case, part, kind, round_ + 1, Urgency.LIMIT)
        if round_ == 0:
            await tell_part(uow, case, part, "part_late_own", Urgency.LIMIT, follow_up=True)


async def _climb(uow: UnitOfWork, case: Case, part: Part, kind: str, rung: int, urgency: Urgency) -> None:
    """Tell whoever stands on a rung: 0 who has the part or was offered it, 1 the head of its unit, 2 the lead and its
    head, 3 and more the supervisor. Where nobody stands on one, it climbs on.
    """
    if rung == 0:
        await tell_part(uow, case, part, kind, urgency, follow_up=True)
    elif rung > 1 or await tell_part_head(uow, case, part, kind, urgency) is None:
        first = Role.HEAD if rung <= 2 else Role.SUPERVISOR
        await tell_above(uow, case, first, kind, urgency, follow_up=True, part_id=part.id)
        if rung == 2:
            await tell_cadre(uow, case, kind, urgency, follow_up=True, part_id=part.id)
