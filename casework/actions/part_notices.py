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
    """Tell whoever has a part, or was offered it; where they are away, the nearest head above them, else those above
    the case. Return their ids.
    """
    cadre = await uow.get(Person, part.cadre_id) if part.cadre_id is not None else None
    hidden = hidden_from(uow.staff, uow.org, case)
    if cadre is not None and cadre.id not in {*without, *hidden} and is_present(cadre, uow.now):
        told = cadre.id
    elif (head := await head_of(uow, case, part.unit_id, without)) is not None:
        told = head
    else:
        return await tell_above(
            uow, case, Role.DISPATCHER, kind, urgency, without=without, follow_up=follow_up, part_id=part.id, **args
        )
    await tell(uow, told, kind, urgency, case, follow_up, part_id=part.id, **args)
    return [told]


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
