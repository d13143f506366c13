"""Putting cases of one matter together, and taking them apart again: the intake office's word.

Merging is no outcome. It is counted apart, and never as solved: every case stays open until its own resident has
spoken.
"""

from casework.actions.above import tell_cadre
from casework.actions.changing import change, new_epoch, part, stands_alone
from casework.actions.parts import release_from
from casework.actions.telling import tell, tell_resident
from casework.actions.upward import propose_where_many
from casework.errors import Refused
from casework.kinds import PetitionKind
from casework.merged import MOST_MERGED, as_master, oldest_limit
from casework.notices import Urgency
from casework.permissions import allowed, role_in
from casework.petitions import Case, Held, Instance
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event


async def merge(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, master_id: int) -> Case:
    """Put a case to another one of the same matter, its master, which leads from here on; return the case.

    It stands as the master stands, and its resident hears what that one's hears. The oldest limit holds for both. What
    was merged into the case before comes along.

    Raises Refused("merge-hidden") where either is shielded, accuses somebody, or waits to be looked at first (articles
    30 and 46: nothing is merged across that line), Refused("merge-kinds") where they are not of one kind,
    Refused("merge-itself"), Refused("merge-merged") for a master that follows another one, Refused("merge-own") where
    the master is worked by whoever must not work the case, and Refused("merge-many").
    """
    case = await allowed(uow, "merge", case_id, by, epoch)
    master = await allowed(uow, "merge", master_id, by)
    _refuse(case, master)
    others = await uow.get_all(Case, case.merged) if case.merged else []
    was = case.cadre_id
    limit_at = oldest_limit(case, master)
    role = role_in(uow, case, by)
    event(uow, case, "merged", actor=by, role=role, into=master.label)
    event(uow, master, "merged_here", actor=by, role=role_in(uow, master, by), public=False, number=case.label)
    case = await _put_to(uow, case, replace(master, limit_at=limit_at))
    for other in others:
        uow.put(replace(other, merged_into=master.id))
    master = replace(
        master,
        merged=(*master.merged, case.id, *(other.id for other in others)),
        aside=tuple(dict.fromkeys((*master.aside, *sorted(_barred_by(case))))),
    )
    sooner = limit_at != master.limit_at
    master = await (new_epoch(uow, master, limit_at=limit_at) if sooner else change(uow, master))
    master = await propose_where_many(uow, master)
    await release_from(uow, master, master.aside)
    if was not in {None, by, master.cadre_id}:
        await tell(uow, was, "merged_away", Urgency.PUSH, case, into=master.label)
    if master.cadre_id not in {None, by}:
        await tell_cadre(uow, master, "merged_here", Urgency.PUSH)
    return await tell_resident(uow, await _again(uow, case), "merged", people=master.people)


async def split(uow: UnitOfWork, case_id: int, by: int, epoch: int | None) -> Case:
    """Let a case that was merged go its own way again, as far as it has come."""
    case = await allowed(uow, "split", case_id, by, epoch)
    event(uow, case, "split", actor=by, role=role_in(uow, case, by))
    case = await part(uow, case)
    await stands_alone(uow, case)
    return await tell_resident(uow, case, "split")


def can_be_merged(case: Case) -> bool:
    """Tell whether a case may be put to another one, or lead others: not where it hides or accuses, nor before it has
    been looked at, nor while a decision on it is looked at again.
    """
    looked_at = case.held in {Held.NO_ROUTE, Held.MANY} or case.unit_id is not None
    plain = not case.shielded and not case.accused and case.kind is not PetitionKind.ACCUSATION
    return looked_at and plain and case.instance is Instance.FIRST


def _refuse(case: Case, master: Case) -> None:
    if case.id == master.id:
        raise Refused("merge-itself")
    if master.merged_into is not None:
        raise Refused("merge-merged")
    if not can_be_merged(case) or not can_be_merged(master):
        raise Refused("merge-hidden")
    if case.kind is not master.kind:
        raise Refused("merge-kinds")
    if master.cadre_id in _barred_by(case):
        raise Refused("merge-own")
    if len(master.merged) + 1 + len(case.merged) > MOST_MERGED:
        raise Refused("merge-many")


def _barred_by(case: Case) -> set[int]:
    """Return who must not work a case: whoever sent it or entered it for somebody, and those who step aside."""
    return {case.resident_id, *case.aside} | ({case.clerk_id} if case.clerk_id is not None else set())


async def _put_to(uow: UnitOfWork, case: Case, master: Case) -> Case:
    if case.press is not None:
        # It is worked, and asked about, in its master.
        await tell(uow, case.press.by, "press_merged", Urgency.DIGEST, master)
    return await new_epoch(
        uow,
        case,
        **as_master(case, master),
        merged=(),
        merged_into=master.id,
        merged_at=uow.now,
        question="",
        asked_at=None,
        visit_at=None,
        wait_until=None,
        wait_why="",
        press=None,
        owner_asked=None,
        listed_until=None,
    )


async def _again(uow: UnitOfWork, case: Case) -> Case:
    """Return a case as it stands after its master has been changed."""
    return await uow.get(Case, case.id) or case
