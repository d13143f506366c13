"""Reporting upward (article 26): a leader is told at once what is known, and it climbs until one has seen it."""

from casework.actions.above import tell_above, tell_unless_hidden
from casework.actions.changing import change
from casework.notices import Urgency
from casework.people import Role
from casework.permissions import allowed, role_in
from casework.petitions import Case, fired_again
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event
from casework.upward import Upward


async def report_up(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, words: str) -> Case:
    """Report a case that endangers many to the leader over its area, or whoever stands there."""
    case = await allowed(uow, "report_up", case_id, by, epoch)
    event(uow, case, "reported_up", actor=by, role=role_in(uow, case, by), public=False, words=words)
    told = await tell_above(uow, case, Role.LEADER, "reported_up", Urgency.LIMIT, without={by}, words=words, who=by)
    return await change(uow, case, upward=Upward(words, by, uow.now, tuple(told)))


async def see_upward(uow: UnitOfWork, case_id: int, by: int) -> Case:
    """Note that somebody who was told has seen it; whoever reported it hears who. The first one counts."""
    case = await allowed(uow, "see_upward", case_id, by)
    if case.upward is None:
        return case
    event(uow, case, "upward_seen", actor=by, role=role_in(uow, case, by), public=False)
    case = await change(uow, case, upward=replace(case.upward, seen_by=by, seen_at=uow.now))
    if case.upward is not None:
        await tell_unless_hidden(uow, case, case.upward.by, "upward_seen", Urgency.PUSH, who=by)
    return case


async def climb_upward(uow: UnitOfWork, case: Case) -> None:
    """Tell the next ones above; where there are none any more, those who were told once more."""
    upward = case.upward
    if upward is None:
        return
    told = await tell_above(
        uow,
        case,
        Role.LEADER,
        "reported_up",
        Urgency.LIMIT,
        without={upward.by, *upward.told},
        follow_up=True,
        who=upward.by,
        words=upward.words,
    )
    for person_id in upward.told if not told else ():
        await tell_unless_hidden(
            uow, case, person_id, "reported_up", Urgency.LIMIT, follow_up=True, who=upward.by, words=upward.words
        )
    await change(uow, case, upward=replace(upward, told=(*upward.told, *told)))


async def propose_upward(uow: UnitOfWork, case: Case, why: str) -> None:
    """Propose to the intake office that a case is reported upward; `why` names the text: "danger", "many".

    One that was reported already is not proposed again.
    """
    if case.upward is None:
        await tell_above(uow, case, Role.DISPATCHER, "propose_upward", Urgency.LIMIT, why=why)


async def propose_where_many(uow: UnitOfWork, case: Case) -> Case:
    """Propose it, once in a case's life, where as many people stand behind it as the service calls many."""
    if case.people < uow.rules.profile.care.many or "many" in case.fired:
        return case
    await propose_upward(uow, case, "many")
    return await change(uow, case, fired=fired_again(case, "many", uow.now))
