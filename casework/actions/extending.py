"""More time for a request: once, by thirty days at most, with a reason, and never by who works the case (article 34).

The cadre may ask for it before the limit; the head decides, or grants it unasked. What is only asked stops no clock.
"""

from datetime import date, datetime, timedelta

from casework.actions.above import tell_cadre, tell_unless_hidden
from casework.actions.changing import change, new_epoch
from casework.actions.dates import refuse_past
from casework.actions.papers import issue
from casework.actions.pleas import plead
from casework.actions.telling import tell_resident
from casework.errors import Refused
from casework.notices import Urgency
from casework.papers import PaperKind
from casework.permissions import allowed, role_in
from casework.petitions import Case
from casework.pleas import Decision, Extension, Plea
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event


async def ask_extension(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, days: int, why: str) -> Case:
    """Ask for so many days after the present limit. The cadre's, once in all; the resident hears only of a yes.

    Raises Refused("extension-too-late") once the limit has passed, and Refused("extension-days", most).
    """
    case = await allowed(uow, "ask_extension", case_id, by, epoch)
    if uow.now >= case.limit_at:
        raise Refused("extension-too-late")
    most = uow.rules.profile.limits.extension_days
    if not 1 <= days <= most:
        raise Refused("extension-days", most=most)
    event(uow, case, "extension_asked", actor=by, role=role_in(uow, case, by), public=False, days=days, why=why)
    plea = await plead(uow, case, Plea(why, by, uow.now), "extension_asked", who=by, days=days, why=why)
    return await change(uow, case, extension=Extension(days, Decision.OPEN, plea))


async def grant_extension(uow: UnitOfWork, case_id: int, by: int, epoch: int | None) -> Case:
    """Allow what the cadre has asked for: the days count from the limit that ran then.

    Raises Refused("no-extension", date) where even that day is over.
    """
    case = await allowed(uow, "grant_extension", case_id, by, epoch)
    extension = case.extension
    if extension is None or extension.plea is None:
        raise Refused("wrong-state", state=case.state.value)
    day = uow.rules.calendar.last_day(case.limit_at) + timedelta(days=extension.days)
    if uow.rules.calendar.end_of(day) <= uow.now:
        raise Refused("no-extension", date=day)
    return await _extend(uow, case, by, day, extension.plea.why)


async def refuse_extension(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, why: str) -> Case:
    """Refuse what the cadre has asked for; the cadre hears why, and the limit stays as it is."""
    case = await allowed(uow, "refuse_extension", case_id, by, epoch)
    if case.extension is None or case.extension.plea is None:
        raise Refused("wrong-state", state=case.state.value)
    event(uow, case, "extension_refused", actor=by, role=role_in(uow, case, by), public=False, why=why)
    asker = case.extension.plea.by
    case = await change(uow, case, extension=replace(case.extension, decision=Decision.REFUSED))
    await tell_cadre(uow, case, "extension_refused", Urgency.LIMIT, why=why, who=by)
    if asker not in {case.cadre_id, by}:
        await tell_unless_hidden(uow, case, asker, "extension_refused", Urgency.PUSH, why=why, who=by)
    return case


async def set_date(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, until: datetime, why: str) -> Case:
    """Extend the limit to the end of a day unasked: the head's own word, in place of what was asked or refused.

    Raises Refused("extended-already"), Refused("date-past") and Refused("date-too-late", date) with the last day
    that may be set.
    """
    case = await allowed(uow, "set_date", case_id, by, epoch)
    if case.extension is not None and case.extension.decision is Decision.GRANTED:
        raise Refused("extended-already")
    refuse_past(uow, until)
    last, day = last_extension(uow, case), uow.rules.calendar.last_day(until)
    if day > last:
        raise Refused("date-too-late", date=last)
    return await _extend(uow, case, by, day, why)


def last_extension(uow: UnitOfWork, case: Case) -> date:
    """Return the last day to which a case's limit may be extended."""
    limit_day = uow.rules.calendar.last_day(case.limit_at)
    return limit_day + timedelta(days=uow.rules.profile.limits.extension_days)


async def _extend(uow: UnitOfWork, case: Case, by: int, day: date, why: str) -> Case:
    calendar = uow.rules.calendar
    limit_at = calendar.end_of(day)
    days = (day - calendar.last_day(case.limit_at)).days
    plea = case.extension.plea if case.extension is not None else None
    event(uow, case, "date_set", actor=by, role=role_in(uow, case, by), until=limit_at.isoformat(), why=why)
    case = await new_epoch(uow, case, limit_at=limit_at, extension=Extension(days, Decision.GRANTED, plea))
    await tell_cadre(uow, case, "extended_cadre", Urgency.LIMIT, until=limit_at, who=by)
    await issue(uow, case, PaperKind.EXTENSION, until=limit_at.isoformat(), why=why)
    return await tell_resident(uow, case, "extended", until=limit_at, why=why)
