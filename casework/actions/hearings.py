"""A hearing in a re-examination: the time that it takes does not count, for that clock alone (article 36)."""

from datetime import datetime, timedelta
from typing import Final

from casework.actions.changing import new_epoch
from casework.actions.dates import refuse_past
from casework.actions.telling import tell_resident
from casework.errors import Refused
from casework.permissions import allowed, role_in
from casework.petitions import Case, Hearing
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event

_DAY: Final = timedelta(days=1)


async def begin_hearing(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, until: datetime) -> Case:
    """Record that a hearing begins today, and its last day (`until` is that day's end): the limit moves by these days.

    Once in an instance, and for thirty days at most, so that a clock that is stopped always has an end. Raises
    Refused("date-past") and Refused("date-too-late", date).
    """
    case = await allowed(uow, "begin_hearing", case_id, by, epoch)
    calendar = uow.rules.calendar
    refuse_past(uow, until)
    longest = calendar.limit(uow.now, uow.rules.profile.limits.review_days)
    if until > longest:
        raise Refused("date-too-late", date=calendar.last_day(longest))
    event(uow, case, "hearing_begun", actor=by, role=role_in(uow, case, by), until=until.isoformat())
    hearing = Hearing(uow.now, until)
    case = await new_epoch(uow, case, hearing=hearing, limit_at=_moved(uow, case, _days(uow, hearing)))
    return await tell_resident(uow, case, "hearing_begun", until=until)


async def end_hearing(uow: UnitOfWork, case_id: int, by: int, epoch: int | None) -> Case:
    """Record that the hearing is over: where that is earlier than announced, the limit is nearer by as many days."""
    case = await allowed(uow, "end_hearing", case_id, by, epoch)
    if case.hearing is None:
        raise Refused("wrong-state", state=case.state.value)
    calendar = uow.rules.calendar
    event(uow, case, "hearing_ended", actor=by, role=role_in(uow, case, by))
    over = replace(case.hearing, until=min(case.hearing.until, calendar.end_of(calendar.day(uow.now))), over=True)
    limit_at = _moved(uow, case, _days(uow, over) - _days(uow, case.hearing))
    case = await new_epoch(uow, case, hearing=over, limit_at=limit_at)
    return await tell_resident(uow, case, "hearing_ended")


def _days(uow: UnitOfWork, hearing: Hearing) -> int:
    """Return the days that a hearing takes, its first and last one included."""
    calendar = uow.rules.calendar
    return (calendar.last_day(hearing.until) - calendar.day(hearing.begun_at)).days + 1


def _moved(uow: UnitOfWork, case: Case, days: int) -> datetime:
    calendar = uow.rules.calendar
    return calendar.end_of(calendar.last_day(case.limit_at) + days * _DAY)
