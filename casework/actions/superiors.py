"""Telling the common superior of several units, or where there is none the leader over the area."""

from collections.abc import Collection

from casework.actions.above import head_of, tell_above
from casework.actions.telling import tell
from casework.disputes import common_superior
from casework.notices import Urgency
from casework.people import Role
from casework.petitions import Case
from casework.unit_of_work import UnitOfWork


async def tell_superior(
    uow: UnitOfWork,
    case: Case,
    unit_ids: Collection[int],
    kind: str,
    urgency: Urgency,
    *,
    without: Collection[int] = (),
    follow_up: bool = False,
) -> list[int]:
    """Tell the head of the units' common superior, or the nearest one above it who is there; where nobody is, the
    leader over the area. Return the ids of those told.
    """
    superior = common_superior(uow.org, unit_ids)
    head = await head_of(uow, case, superior.id, without) if superior is not None else None
    if head is None:
        return await tell_above(uow, case, Role.LEADER, kind, urgency, without=without, follow_up=follow_up)
    await tell(uow, head, kind, urgency, case, follow_up)
    return [head]
