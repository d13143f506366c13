"""Who is told of a part: whoever works it, its unit's head, and the lead. Nobody from whom the case is shielded."""

from collections.abc import Collection
from typing import Any

from casework.actions.above import head_of, is_present, tell_above, tell_cadre
from casework.actions.telling import tell
from casework.notices import Urgency
from casework.parts import Part
from casework.people import Person, Role
from casework.petitions import Case
from casework.shielding import hidden_from
from casework.unit_of_work import UnitOfWork


async def tell_part(
    uow: UnitOfWork,
    case: Case,
    part: Part,
    kind: str,
    urgency: Urgency,
    *,
    without: Collection[int] = (),
    follow_up: bool = False,
    **args: Any,
) -> list[int]:
    """Tell whoever has a part, or was offered it, else who stands in for them; where nobody does, the nearest head
    above them, else those above the case. Return their ids.
    """
    told = await _at_work(uow, case, part, without) or await head_of(uow, case, part.unit_id, without)
    if told is None:
        return await tell_above(
            uow, case, Role.DISPATCHER, kind, urgency, without=without, follow_up=follow_up, part_id=part.id, **args
        )
    await tell(uow, told, kind, urgency, case, follow_up, part_id=part.id, **args)
    return [told]


async def _at_work(uow: UnitOfWork, case: Case, part: Part, without: Collection[int]) -> int | None:
    """Return who can be asked about a part: its cadre, else a colleague who stands in for them; None for neither."""
    left_out = {*without, *hidden_from(uow.staff, uow.org, case), case.resident_id}
    deputies = [post.person_id for post in uow.staff.acting_for(part.cadre_id, part.unit_id)]
    for person_id in ([part.cadre_id] if part.cadre_id is not None else []) + deputies:
        person = await uow.get(Person, person_id)
        if person is not None and person_id not in left_out and is_present(person, uow.now):
            return person_id
    return None


async def tell_part_head(
    uow: UnitOfWork, case: Case, part: Part, kind: str, urgency: Urgency, **args: Any
) -> int | None:
    """Tell the nearest present head of the part's unit, upwards, who is not its cadre; None where there is none."""
    head = await head_of(uow, case, part.unit_id, {part.cadre_id} if part.cadre_id is not None else ())
    if head is not None:
        await tell(uow, head, kind, urgency, case, True, part_id=part.id, **args)
    return head


async def tell_lead(
    uow: UnitOfWork,
    case: Case,
    part: Part,
    kind: str,
    urgency: Urgency,
    *,
    without: Collection[int] = (),
    **args: Any,
) -> None:
    """Tell the case's cadre of a part, or those above where there is none."""
    if case.cadre_id is None or case.cadre_id not in without:
        await tell_cadre(uow, case, kind, urgency, part_id=part.id, **args)
