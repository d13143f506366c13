"""What a resident may do with an own case while it runs: add to it, urge it, withdraw it."""

from collections.abc import Sequence

from casework.actions.above import tell_cadre
from casework.actions.changing import change, close
from casework.actions.enclosing import as_data, as_told, enclose
from casework.actions.reporting import report
from casework.actions.telling import tell_resident
from casework.children import heard
from casework.errors import Refused
from casework.files import File
from casework.notices import Urgency
from casework.permissions import allowed, voice
from casework.petitions import Case, Closing
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event


async def add(uow: UnitOfWork, case_id: int, by: int, text: str, files: Sequence[File] = ()) -> Case:
    """Add words, files or both to a case. Where a question is open this is its answer; no clock stood still."""
    case = await allowed(uow, "add", case_id, by)
    kind = "answered" if case.question else "added"
    event(uow, case, kind, actor=by, role=voice(case, by), words=text, **as_data(files))
    case = replace(enclose(uow, case, files), child=heard(case.child, text))
    case = await change(uow, case, question="", asked_at=None)
    await tell_cadre(uow, case, kind, Urgency.LIMIT, words=text, **as_told(files))
    return case


async def add_more(uow: UnitOfWork, case_id: int, by: int, files: Sequence[File]) -> Case:
    """Add files that were sent together with those just added: they are passed on, and nothing else is said."""
    case = await allowed(uow, "add", case_id, by)
    event(uow, case, "more_files", actor=by, role=voice(case, by), **as_data(files))
    case = await change(uow, enclose(uow, case, files))
    await tell_cadre(uow, case, "more_files", Urgency.LIMIT, **as_told(files))
    return case


async def urge(uow: UnitOfWork, case_id: int, by: int) -> Case:
    """Press for news: the cadre is told at once.

    Once a working day is enough to be heard: Refused("urged-already", date) names the day from which it can be
    repeated.
    """
    case = await allowed(uow, "urge", case_id, by)
    if case.urged_at is not None:
        calendar = uow.rules.calendar
        again = calendar.add_working_days(calendar.day(case.urged_at), 1)
        if calendar.day(uow.now) < again:
            raise Refused("urged-already", date=again)
    event(uow, case, "urged", actor=by, role=voice(case, by))
    case = await change(uow, case, urged_at=uow.now)
    await tell_cadre(uow, case, "urged", Urgency.LIMIT)
    return case


async def withdraw(uow: UnitOfWork, case_id: int, by: int, epoch: int | None) -> Case:
    """Close a case because its resident takes it back; counted apart, never as solved."""
    case = await allowed(uow, "withdraw", case_id, by, epoch)
    event(uow, case, "withdrawn", actor=by, role=voice(case, by))
    case = await close(uow, case, Closing.WITHDRAWN, by=by, role=voice(case, by))
    await tell_cadre(uow, case, "withdrawn", Urgency.LIMIT)
    return await tell_resident(uow, case, "withdrawn_ok")


async def pressed(uow: UnitOfWork, case_id: int, by: int) -> None:
    """Record that somebody pressed the resident to withdraw; it goes past the unit."""
    case = await allowed(uow, "pressed", case_id, by)
    if case.closing is not Closing.WITHDRAWN:
        raise Refused("wrong-state", state=case.state.value)
    await report(uow, case, "pressed", by=by, role="resident")
