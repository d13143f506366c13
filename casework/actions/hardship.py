"""Hardship: a flag that asks for a visit at home, and the record of the help that was given."""

from datetime import datetime

from casework.actions.changing import change
from casework.actions.telling import tell_resident
from casework.errors import Refused
from casework.hardship import Hardship, Help
from casework.permissions import allowed, role_in, voice
from casework.petitions import Case
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event


async def flag_hardship(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, why: str) -> Case:
    """Note that the household is in hardship; it is visited within the service's working days.

    The resident reads no such label.
    """
    case = await allowed(uow, "flag_hardship", case_id, by, epoch)
    event(uow, case, "hardship", actor=by, role=role_in(uow, case, by), public=False, why=why)
    return await change(uow, case, hardship=_from_now(uow, why, by))


async def said_hardship(uow: UnitOfWork, case: Case, by: int) -> Case:
    """Take the resident's own answer for the flag, where there is none yet."""
    if case.hardship is not None:
        return case
    event(uow, case, "hardship_said", actor=by, role=voice(case, by), public=False)
    return await change(uow, case, hardship=_from_now(uow, "", None))


async def record_help(
    uow: UnitOfWork, case_id: int, by: int, epoch: int | None, what: str = "", amount: str = "", giver: str = ""
) -> Case:
    """Record a visit at home, and the help that was given: what, how much, by whom; nothing where none was needed.

    The resident reads what is recorded, so that nothing is recorded that was not given. Raises Refused("help-half")
    where it is not said by whom.
    """
    case = await allowed(uow, "record_help", case_id, by, epoch)
    if case.hardship is None:
        raise Refused("wrong-state", state=case.state.value)
    if what and not giver:
        raise Refused("help-half")
    event(
        uow,
        case,
        "helped" if what else "visited_home",
        actor=by,
        role=role_in(uow, case, by),
        public=False,
        what=what,
        amount=amount,
        giver=giver,
    )
    helped = (*case.hardship.helped, Help(uow.now, what, amount, giver))
    case = await change(uow, case, hardship=replace(case.hardship, helped=helped), news_at=uow.now)
    if not what:
        return await tell_resident(uow, case, "visited_home")
    return await tell_resident(uow, case, "helped", what=what, amount=amount, giver=giver)


def _from_now(uow: UnitOfWork, why: str, by: int | None) -> Hardship:
    days = uow.rules.profile.care.visit_working_days
    visit_by: datetime = uow.rules.calendar.limit(uow.now, days, working=True)
    return Hardship(why, by, uow.now, visit_by)
