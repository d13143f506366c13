"""Reviews that are decided outside of this service: asked there, answered there, and recorded here by the office.

They have the same effects as those decided here: the resident has the word, the next instance is open, and a decision
that is revoked is made again.
"""

from collections.abc import Sequence
from datetime import datetime

from casework.actions import reviews
from casework.actions.above import tell_above
from casework.actions.assigning import assign
from casework.actions.changing import change, new_epoch
from casework.actions.dates import refuse_past
from casework.actions.enclosing import as_data, as_told, enclose, sent_by
from casework.actions.telling import tell_resident
from casework.errors import Refused
from casework.files import File
from casework.instances import DECISIONS
from casework.notices import Urgency
from casework.people import Role
from casework.permissions import allowed, role_in
from casework.petitions import Case, Held, Outcome, OutcomeKind, Receipt, Reply, State
from casework.unit_of_work import UnitOfWork, event


async def ask_outside(
    uow: UnitOfWork, case_id: int, by: int, epoch: int | None, body: str, limit_at: datetime, files: Sequence[int]
) -> Case:
    """Record that a body outside of this service looks at a decision again, and until when it has to answer.

    The office is asked for the result on the limit's day, and those above where it stays away. `files` are ids of the
    documents. Raises Refused("date-past").
    """
    case = await allowed(uow, "ask_outside", case_id, by, epoch)
    refuse_past(uow, limit_at)
    sent = await sent_by(uow, by, files)
    case = await _taken_outside(uow, enclose(uow, case, sent), limit_at)
    until = limit_at.isoformat()
    role = role_in(uow, case, by)
    event(uow, case, "outside_asked", actor=by, role=role, body=body, until=until, **as_data(sent))
    case = await change(uow, case, wait_until=limit_at, wait_why=body)
    return await tell_resident(uow, case, "outside_asked", body=body, **as_told(sent))


async def decide_outside(
    uow: UnitOfWork, case_id: int, by: int, epoch: int | None, outcome: Outcome, received_at: datetime
) -> Case:
    """Record what a body outside of this service has decided, and when the resident received its reply.

    `outcome` is UPHELD, CHANGED or REVOKED, with the body, its reasons, and the document among its files. The resident
    has the word on it, as on any outcome; what is revoked is done again by the unit that decided it first.

    Raises Refused("wrong-kind"), Refused("needs-document") and Refused("date-ahead").
    """
    case = await allowed(uow, "decide_outside", case_id, by, epoch)
    if outcome.kind not in DECISIONS:
        raise Refused("wrong-kind")
    sent = await sent_by(uow, by, outcome.files)
    if not sent:
        raise Refused("needs-document")
    if received_at > uow.now:
        raise Refused("date-ahead")
    case = await _taken_outside(uow, enclose(uow, case, sent), case.limit_at)
    if outcome.kind is OutcomeKind.REVOKED:
        return await reviews.revoke(uow, case, by, outcome, sent)
    return await _decided(uow, case, by, outcome, received_at, sent)


async def _decided(
    uow: UnitOfWork, case: Case, by: int, outcome: Outcome, received_at: datetime, sent: Sequence[File]
) -> Case:
    event(
        uow,
        case,
        "outside_decided",
        actor=by,
        role=role_in(uow, case, by),
        outcome=outcome.kind.value,
        body=outcome.body,
        found=outcome.found,
        at=received_at.isoformat(),
        **as_data(sent),
    )
    case = await new_epoch(
        uow,
        case,
        state=State.PROPOSED,
        outcome=outcome,
        proposed_at=uow.now,
        reply=Reply(received_at, received_at, Receipt.OUTSIDE),
        wait_until=None,
        wait_why="",
    )
    # Nobody here has the case: the office must know that it waits for its resident's word.
    await tell_above(uow, case, Role.DISPATCHER, "outside_decided", Urgency.DIGEST)
    return await tell_resident(uow, case, "outcome", **as_told(sent))


async def _taken_outside(uow: UnitOfWork, case: Case, limit_at: datetime) -> Case:
    """Return the case in the instance that is decided outside, with no unit of this service."""
    if case.state is not State.CLOSED:
        return await new_epoch(uow, case, limit_at=limit_at, clock_from=uow.now)
    case = await reviews.raised(uow, case, limit_at, Held.REVIEW)
    return await assign(uow, case, None, by=None, why="review", first_time=False, saying="")
