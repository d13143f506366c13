"""Cases that a leader answers for in person (包案), and the list of marked cases of an area (挂牌).

Neither changes who works a case, its clock, or who has the last word on it: that stays with the resident.
"""

from datetime import datetime
from typing import Any

from casework.actions.above import tell_cadre
from casework.actions.changing import change
from casework.actions.dates import refuse_past
from casework.actions.telling import tell, tell_resident
from casework.errors import Refused
from casework.notices import Urgency
from casework.permissions import allowed, role_in
from casework.petitions import Case
from casework.relations import Relation, relations
from casework.unit_of_work import UnitOfWork, event


async def own(uow: UnitOfWork, case_id: int, by: int, epoch: int | None) -> Case:
    """Answer for a case in person, as its leader. The resident hears by whom, and whoever answered for it before.

    Raises Refused("owned-already") where another leader does and has not asked `by` to take it on.
    """
    case = await allowed(uow, "own", case_id, by, epoch)
    before = case.owner_id
    if before == by:
        return case
    if before is not None and case.owner_asked != by:
        raise Refused("owned-already")
    _record(uow, case, "owned", by)
    case = await change(uow, case, owner_id=by, owned_at=uow.now, owner_asked=None)
    await tell_cadre(uow, case, "owned_cadre", Urgency.PUSH, who=by)
    await tell(uow, before, "owned_handed", Urgency.PUSH, case, who=by)
    return await tell_resident(uow, case, "owned", who=by)


async def propose_owner(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, leader_id: int) -> Case:
    """Ask a leader to answer for a case. One who does already hands it on so: until the other's yes it stays theirs.

    Raises Refused("owned-already") where somebody else answers for it, Refused("no-leader") for whoever is none.
    """
    case = await allowed(uow, "propose_owner", case_id, by, epoch)
    if case.owner_id not in {None, by}:
        raise Refused("owned-already")
    if Relation.LEADER not in relations(uow.staff, uow.org, case, leader_id) or leader_id == by:
        raise Refused("no-leader")
    _record(uow, case, "owner_proposed", by, public=False, people=[leader_id])
    case = await change(uow, case, owner_asked=leader_id)
    await tell(uow, leader_id, "own_asked", Urgency.PUSH, case, who=by)
    return case


async def decline_own(uow: UnitOfWork, case_id: int, by: int, epoch: int | None) -> Case:
    """Say no to what was proposed; whoever proposed it is told. Raises Refused("not-allowed") for anybody else."""
    case = await allowed(uow, "decline_own", case_id, by, epoch)
    if case.owner_asked != by:
        raise Refused("not-allowed")
    proposed = await uow.events_of_kinds(case.id, ["owner_proposed"])
    asking = proposed[-1].actor_id if proposed else None
    _record(uow, case, "owner_declined", by, public=False)
    case = await change(uow, case, owner_asked=None)
    await tell(uow, asking, "own_declined", Urgency.PUSH, case, who=by)
    return case


async def put_on_list(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, until: datetime) -> Case:
    """Put a case on the list of its area, to be settled by `until`, the end of a day; or give it another day.

    Raises Refused("date-past").
    """
    case = await allowed(uow, "list", case_id, by, epoch)
    refuse_past(uow, until)
    _record(uow, case, "listed", by, public=False, until=until.isoformat())
    case = await change(uow, case, listed_until=until)
    await tell_cadre(uow, case, "listed", Urgency.PUSH)
    return case


async def take_off_list(uow: UnitOfWork, case_id: int, by: int, epoch: int | None) -> Case:
    """Take a case off the list of its area."""
    case = await allowed(uow, "unlist", case_id, by, epoch)
    _record(uow, case, "unlisted", by, public=False)
    return await change(uow, case, listed_until=None)


def _record(uow: UnitOfWork, case: Case, kind: str, by: int, *, public: bool = True, **data: Any) -> None:
    event(uow, case, kind, actor=by, role=role_in(uow, case, by), public=public, **data)
