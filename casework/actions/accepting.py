"""Taking a case, or saying why not."""

from typing import Any

from casework.actions.above import tell_above
from casework.actions.advising import path_data
from casework.actions.assigning import hand_on, next_candidate, refuse_aside
from casework.actions.changing import change, new_epoch
from casework.actions.papers import issue
from casework.actions.telling import tell, tell_groups, tell_resident, title_for
from casework.errors import NotYours, Refused
from casework.notices import Urgency
from casework.papers import PaperKind
from casework.people import Role
from casework.permissions import allowed, role_in
from casework.petitions import Case, State
from casework.relations import IN_UNIT, relations
from casework.unit_of_work import UnitOfWork, event


async def accept(uow: UnitOfWork, case_id: int, by: int, epoch: int | None) -> Case:
    """Take a case for oneself: anyone of the unit may, and exactly one wins.

    With it the resident gets the notice of article 23: received, on which path, until when. From here a request is to
    be concluded within sixty days, or its category's fewer (article 34). Whoever comes second gets
    Refused("already-accepted", person) with the winner's title. Raises Refused("stands-aside") for whoever must not
    work it.
    """
    case = await uow.get(Case, case_id)
    if case is None:
        raise NotYours
    await _refuse_second(uow, case, by)
    # The offer may have gone on to a colleague since the card was shown: as long as nobody has the case, whoever of
    # the unit takes it is welcome.
    case = await allowed(uow, "accept", case_id, by, epoch if case.state is not State.WAITING else None)
    refuse_aside(uow, case, by)
    return await begin(uow, case, by)


async def begin(uow: UnitOfWork, case: Case, by: int) -> Case:
    """Put a waiting case into the hands of `by`, start its clock, and tell everyone concerned.

    The clock of what was decided before runs already: a review is answered within thirty days of its asking.
    """
    was, rules = case.cadre_id, uow.rules
    days = rules.profile.limits.days_for(case.kind, case.category)
    clock: dict[str, Any] = (
        {} if case.decisions else {"clock_from": uow.now, "limit_at": rules.calendar.limit(uow.now, days)}
    )
    case = await new_epoch(
        uow,
        case,
        state=State.WORKING,
        cadre_id=by,
        accepted_at=uow.now,
        tried=(),
        **clock,
        not_accepted=None,
    )
    event(uow, case, "accepted", actor=by, role=role_in(uow, case, by), until=case.limit_at.isoformat())
    await issue(uow, case, PaperKind.ACCEPTANCE, until=case.limit_at.isoformat(), **await path_data(uow, case))
    case = await tell_resident(uow, case, "accepted")
    tell_groups(uow, case, "group_accepted", who=by)
    if was not in {None, by}:
        await tell(uow, was, "taken", Urgency.PUSH, case, who=by)
    return case


async def decline(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, reason: str) -> Case:
    """Say why one can't take a case that was offered; the head reads it, and the next one is asked at once.

    Whoever declines stays out for this unit: the next cadre, else the head, else those above.
    """
    case = await allowed(uow, "decline", case_id, by, epoch)
    event(uow, case, "declined", actor=by, role=role_in(uow, case, by), public=False, why=reason)
    await tell_above(uow, case, Role.HEAD, "declined", Urgency.DIGEST, why=reason, who=by)
    offered = await next_candidate(uow, case, climbing=False)
    if offered is not None:
        return offered
    case = await change(uow, case, tried=tuple(dict.fromkeys((*case.tried, by))))
    return await hand_on(uow, case, by=by)


async def _refuse_second(uow: UnitOfWork, case: Case, by: int) -> None:
    if not case.is_open or case.state is State.WAITING or case.cadre_id in {None, by}:
        return
    if not relations(uow.staff, uow.org, case, by) & IN_UNIT:
        return
    raise Refused("already-accepted", person=await title_for(uow, case.cadre_id, by, case.unit_id))
