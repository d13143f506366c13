"""What others decide by law: the office forwards it and tells the resident (article 22), or finds that it is not so.

Matters of a court go to the court, accusations to the discipline inspection (articles 22 and 30). So nobody of a unit
works such a case, and its resident has the last word on whether it was rightly forwarded.
"""

from datetime import datetime

from casework.actions import receipts
from casework.actions.assigning import assign
from casework.actions.changing import new_epoch
from casework.actions.papers import issue
from casework.actions.telling import tell_resident
from casework.errors import Refused
from casework.papers import PaperKind
from casework.permissions import allowed, role_in
from casework.petitions import Case, Held, Outcome, OutcomeKind, State
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event


async def to_court(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, body: str, at: datetime) -> Case:
    """Record to which court, or body of justice, a case was forwarded and when; the resident is told, and confirms.

    It is an outcome of the kind PASSED. Raises Refused("date-ahead").
    """
    case = await allowed(uow, "to_court", case_id, by, epoch)
    return await _forward(uow, case, "to_court", by, body, at)


async def to_discipline(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, body: str, at: datetime) -> Case:
    """Record to which discipline inspection an accusation was forwarded and when (articles 22 and 30), as `to_court`
    does. Whom it accuses learns nothing of it.
    """
    case = await allowed(uow, "to_discipline", case_id, by, epoch)
    return await _forward(uow, case, "to_discipline", by, body, at)


async def not_court(uow: UnitOfWork, case_id: int, by: int, epoch: int | None) -> Case:
    """Find that a case held for a court is none of a court's: it goes by its route, and the resident is told."""
    case = await allowed(uow, "not_court", case_id, by, epoch)
    event(uow, case, "not_court", actor=by, role=role_in(uow, case, by))
    route = uow.org.route(case.category, case.area_id)
    case = replace(case, held=Held.NO_ROUTE)
    if route.unit_id is None:
        return await tell_resident(uow, case, "not_court")
    return await assign(uow, case, route.unit_id, by=by, saying="not_court")


async def _forward(uow: UnitOfWork, case: Case, verb: str, by: int, body: str, at: datetime) -> Case:
    if at > uow.now:
        raise Refused("date-ahead")
    event(uow, case, verb, actor=by, role=role_in(uow, case, by), body=body, when=at.isoformat())
    case = await new_epoch(
        uow,
        case,
        state=State.PROPOSED,
        outcome=Outcome(OutcomeKind.PASSED, "", "", "", body=body),
        proposed_at=uow.now,
        reply=await receipts.sending(uow, case),
        news_at=uow.now,
    )
    await issue(uow, case, PaperKind.FORWARDED, to=verb, body=body, when=at.isoformat())
    case = await tell_resident(uow, case, verb, at=at)
    await receipts.sent(uow, case)
    return case
