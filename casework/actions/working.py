"""The work on a case, told as it happens: questions, news, visits, waiting, help, and the head's part in it.

Whatever the cadre reports is the resident's to read at once. None of it stops a clock.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from casework.actions.above import tell_above
from casework.actions.accepting import begin
from casework.actions.assigning import pass_to, refuse_aside
from casework.actions.changing import change
from casework.actions.dates import refuse_past
from casework.actions.enclosing import as_data, as_told, enclose, sent_by
from casework.actions.telling import tell_resident
from casework.notices import Urgency
from casework.people import Role
from casework.permissions import allowed, role_in
from casework.petitions import Case, State, fired_again
from casework.plans.appointments import evening_before
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event


async def ask(
    uow: UnitOfWork, case_id: int, by: int, epoch: int | None, question: str, files: Sequence[int] = ()
) -> Case:
    """Ask the resident something. The case's clock runs on meanwhile.

    `files`, here and below, are the ids of files that `by` has sent to it: the resident sees them.
    """
    case = await allowed(uow, "ask", case_id, by, epoch)
    sent = await sent_by(uow, by, files)
    _record(uow, case, "asked", by, question=question, **as_data(sent))
    case = await change(uow, enclose(uow, case, sent), question=question, asked_at=uow.now)
    return await tell_resident(uow, case, "asked", question=question, **as_told(sent))


async def progress(
    uow: UnitOfWork,
    case_id: int,
    by: int,
    epoch: int | None,
    news: str,
    step: str = "",
    when: datetime | None = None,
    files: Sequence[int] = (),
) -> Case:
    """Report what was done, what comes next and about when; `news` may be "" where files show it. Ends any waiting."""
    case = await allowed(uow, "progress", case_id, by, epoch)
    sent = await sent_by(uow, by, files)
    moment = when.isoformat() if when is not None else ""
    _record(uow, case, "progress", by, news=news, step=step, when=moment, **as_data(sent))
    case = await change(uow, enclose(uow, case, sent), news_at=uow.now, wait_until=None, wait_why="")
    return await tell_resident(uow, case, "progress", news=news, step=step, when=when, **as_told(sent))


async def visit(
    uow: UnitOfWork,
    case_id: int,
    by: int,
    epoch: int | None,
    at: datetime,
    note: str = "",
    files: Sequence[int] = (),
) -> Case:
    """Announce a visit, or move the one announced. Raises Refused("date-past")."""
    case = await allowed(uow, "visit", case_id, by, epoch)
    refuse_past(uow, at)
    sent = await sent_by(uow, by, files)
    _record(uow, case, "visit", by, at=at.isoformat(), note=note, **as_data(sent))
    case = await change(uow, enclose(uow, case, sent), visit_at=at)
    if evening_before(at, uow.rules) <= uow.now:
        # Told just now; the reminder of the evening before would only repeat it.
        case = replace(case, fired=fired_again(case, "visit_tomorrow", uow.now))
    return await tell_resident(uow, case, "visit", at=at, note=note, **as_told(sent))


async def wait(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, until: datetime, why: str) -> Case:
    """Say that nothing can be done before a day, and why: reminders keep silent until its morning.

    Those of the last day and of lateness don't. Raises Refused("date-past").
    """
    case = await allowed(uow, "wait", case_id, by, epoch)
    refuse_past(uow, until)
    _record(uow, case, "waiting", by, until=until.isoformat(), why=why)
    case = await change(uow, case, wait_until=until, wait_why=why)
    return await tell_resident(uow, case, "waiting", until=until, why=why)


async def need_help(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, why: str) -> Case:
    """Call for the head: the case is beyond the cadre's means."""
    case = await allowed(uow, "need_help", case_id, by, epoch)
    _record(uow, case, "help", by, public=False, why=why)
    await tell_above(uow, case, Role.HEAD, "help", Urgency.PUSH, why=why, who=by)
    return case


async def explain_late(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, why: str) -> Case:
    """Say why a case is late; whoever is told of it reads the reason, and so does the resident."""
    case = await allowed(uow, "explain_late", case_id, by, epoch)
    _record(uow, case, "late_explained", by, why=why)
    return await change(uow, case, late_why=why)


async def take_over(uow: UnitOfWork, case_id: int, by: int, epoch: int | None) -> Case:
    """Take a case as its head: the head becomes the case's cadre. A case that nobody has accepted is accepted by it.

    Raises Refused("stands-aside") where the head must not work the case.
    """
    case = await allowed(uow, "take_over", case_id, by, epoch)
    refuse_aside(uow, case, by)
    if case.state is State.WAITING:
        return await begin(uow, case, by)
    return case if case.cadre_id == by else await pass_to(uow, case, by, by=by, kind="taken")


def _record(uow: UnitOfWork, case: Case, kind: str, by: int, *, public: bool = True, **data: Any) -> None:
    event(uow, case, kind, actor=by, role=role_in(uow, case, by), public=public, **data)
