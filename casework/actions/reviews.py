"""Reviews and re-examinations: the unit above looks at a decision again (articles 35 and 36)."""

from collections.abc import Sequence
from datetime import datetime

from casework.actions import promises, receipts
from casework.actions.above import tell_above
from casework.actions.assigning import assign
from casework.actions.changing import close, new_epoch
from casework.actions.enclosing import as_told
from casework.actions.telling import tell, tell_resident
from casework.errors import Refused
from casework.files import File
from casework.instances import looked_at, may_ask_review, next_instance, received_at, review_until, reviewer
from casework.notices import Urgency
from casework.people import Role
from casework.permissions import allowed, role_in, voice
from casework.petitions import Case, Closing, Decision, Held, Instance, Outcome, State
from casework.unit_of_work import UnitOfWork, event


async def ask_review(uow: UnitOfWork, case_id: int, by: int, epoch: int | None) -> Case:
    """Ask the unit above to look at a decision again, at its resident's word: the case goes on there.

    A promise that runs is such a decision, too: its resident does not accept it, and need not wait for its day. It goes
    on all the same.

    It is answered within thirty days from now (articles 35 and 36); accepting it gains no time. Where no unit above is
    known here, the area's dispatcher says who it is.

    Raises Refused("review-late", date) with the last day on which it was possible.
    """
    case = await allowed(uow, "ask_review", case_id, by, epoch)
    if not may_ask_review(case, uow.rules, uow.now):
        until = review_until(case, uow.rules)
        if until is None:
            raise Refused("review-not-received")
        raise Refused("review-late", date=uow.rules.calendar.last_day(until))
    task_id = None
    if case.is_open:
        task_id = await promises.follow(uow, case)
        # Who does not accept a promise has received it.
        case = receipts.with_word(uow, case, by)
        case = await close(uow, case, Closing.CONTESTED, by=by, role=voice(case, by))
    was, unit_id = case.cadre_id, reviewer(uow.org, case)
    limit_at = uow.rules.calendar.limit(uow.now, uow.rules.profile.limits.review_days)
    held = Held.NO_ROUTE if unit_id is not None else Held.REVIEW
    case = await raised(uow, case, limit_at, held, task_id=task_id)
    event(uow, case, "review_asked", actor=by, role=voice(case, by), instance=case.instance.value)
    case = await assign(uow, case, unit_id, by=None, why="review", first_time=False, saying="review_begun")
    await tell(uow, was, "review_asked", Urgency.PUSH, case)
    return case


async def raised(uow: UnitOfWork, case: Case, limit_at: datetime, held: Held, *, task_id: int | None = None) -> Case:
    """Return a closed case in its next instance, with what was decided kept, waiting for whoever decides there.

    Its clock begins now. By the task `task_id` a promise goes on meanwhile. Raises Refused("wrong-state", state) where
    there is nothing to be looked at again.
    """
    instance = next_instance(case)
    if instance is None or case.outcome is None:
        raise Refused("wrong-state", state=case.state.value)
    at = case.proposed_at or uow.now
    decision = Decision(case.instance, case.unit_id, case.cadre_id, case.outcome, at, received_at(case), task_id)
    return await new_epoch(
        uow,
        case,
        state=State.WAITING,
        closing=None,
        closed_at=None,
        cadre_id=None,
        outcome=None,
        reply=None,
        proposed_at=None,
        promise_at=None,
        hearing=None,
        decisions=(*case.decisions, decision),
        instance=instance,
        held=held,
        limit_at=limit_at,
        clock_from=uow.now,
        late_why="",
        tried=(),
    )


async def revoke(uow: UnitOfWork, case: Case, by: int, outcome: Outcome, files: Sequence[File] = ()) -> Case:
    """Send a case back to whoever decided it first, to be done again by somebody else there, with a limit of its own.

    What was decided before does not stand any more; the resident hears so, with the reasons.
    """
    before = looked_at(case)
    first = before[0]
    decided = tuple(each.cadre_id for each in before if each.unit_id == first.unit_id and each.cadre_id is not None)
    revoked = Decision(case.instance, case.unit_id, case.cadre_id, outcome, uow.now)
    event(
        uow,
        case,
        "revoked",
        actor=by,
        role=role_in(uow, case, by),
        found=outcome.found,
        done=outcome.done,
        basis=outcome.basis,
        body=outcome.body,
    )
    case = await new_epoch(
        uow,
        case,
        state=State.WAITING,
        instance=Instance.FIRST,
        decisions=(*case.decisions, revoked),
        aside=tuple(sorted({*case.aside, *decided})),
        cadre_id=None,
        held=Held.NO_ROUTE,
        clock_from=uow.now,
        limit_at=uow.rules.calendar.limit(uow.now, uow.rules.profile.limits.redo_days),
        hearing=None,
        question="",
        asked_at=None,
        late_why="",
        tried=(),
    )
    case = await tell_resident(uow, case, "revoked", reasons=outcome.found, **as_told(files))
    case = await assign(uow, case, first.unit_id, by=None, why="revoked", first_time=False, saying="")
    await tell_above(uow, case, Role.HEAD, "revoked_head", Urgency.LIMIT)
    return case
