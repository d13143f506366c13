"""Petitions that are written to a body above: its own office is told, and what is handed up is recorded."""

from datetime import datetime

from casework.actions.changing import change
from casework.actions.telling import tell, tell_resident
from casework.addressing import area_at
from casework.errors import Refused
from casework.hints import addressed_to
from casework.notices import Urgency
from casework.people import Role
from casework.permissions import allowed, role_in, voice
from casework.petitions import Case, HandedUp
from casework.relations import relations
from casework.unit_of_work import UnitOfWork, event


async def note_addressee(uow: UnitOfWork, case: Case, text: str) -> None:
    """Record to whom a case just filed is written, and let that level's intake office know of it in its digest.

    Of a body above the service, the office of the whole service knows: it hands the case up.
    """
    level = addressed_to(text)
    if not level:
        return
    by = case.clerk_id or case.resident_id
    event(uow, case, "addressed", actor=by, role=voice(case, by), level=level)
    place = uow.org.areas.get(case.area_id)
    office = uow.org.root if case.addressed else area_at(uow.org, place, level) if place is not None else None
    if office is None:
        return
    kind = "addressed_above" if case.addressed else "addressed"
    told = {notice.person_id for notice in uow.notices if notice.case_id == case.id}
    for post in uow.staff.over(office, Role.DISPATCHER):
        may_know = bool(relations(uow.staff, uow.org, case, post.person_id)) and post.area_id == office.id
        if may_know and post.person_id not in told and post.person_id != case.resident_id:
            await tell(uow, post.person_id, kind, Urgency.DIGEST, case)


async def hand_up(
    uow: UnitOfWork, case_id: int, by: int, epoch: int | None, body: str, at: datetime, number: str = ""
) -> Case:
    """Record that a case addressed to a body above was handed to it (article 22); its resident is told.

    The case goes on here: its clock runs, and nobody is relieved of it. Raises Refused("date-ahead").
    """
    case = await allowed(uow, "hand_up", case_id, by, epoch)
    if at > uow.now:
        raise Refused("date-ahead")
    moment = at.isoformat()
    event(uow, case, "handed_up", actor=by, role=role_in(uow, case, by), body=body, when=moment, number=number)
    case = await change(uow, case, handed_up=HandedUp(body, at, number))
    return await tell_resident(uow, case, "handed_up")
