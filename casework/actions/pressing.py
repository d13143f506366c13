"""Supervision (督办): somebody above wants an answer on a case by a day. The unit answers, or it climbs the ladder.

It runs beside the legal limit and never replaces it. It ends with an answer that is accepted, or with the case.
"""

from datetime import datetime
from typing import Any, Final

from casework.actions.above import above, is_present
from casework.actions.changing import change
from casework.actions.climbing import Kinds, tell_step
from casework.actions.dates import refuse_past
from casework.actions.telling import tell, tell_resident
from casework.errors import Refused
from casework.notices import Urgency
from casework.people import Person, Role
from casework.permissions import allowed, role_in
from casework.petitions import Case, Press, times_fired
from casework.plans.office import reminder_of
from casework.relations import OVER, relations
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event

LATE: Final = Kinds("press_late", "press_late", "press_late", "press_late")


async def press(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, words: str, until: datetime) -> Case:
    """Want an answer by `until`, the end of a day. Cadre and head are told, and the resident, who need do nothing.

    Raises Refused("date-past").
    """
    case = await allowed(uow, "press", case_id, by, epoch)
    refuse_past(uow, until)
    _record(uow, case, "press", by, words=words, until=until.isoformat())
    event(uow, case, "taken_up", actor=by, role=role_in(uow, case, by), until=until.isoformat())
    case = await change(uow, case, press=Press(by, words, uow.now, until, times_fired(case, "pressed")))
    await _tell_unit(uow, case, "press", Urgency.LIMIT, without=by)
    return await tell_resident(uow, case, "taken_up", until=until)


async def answer_press(
    uow: UnitOfWork, case_id: int, by: int, epoch: int | None, found: str, done: str, ready: datetime | None = None
) -> Case:
    """Answer whoever has pressed: what was found, what is done, and by when the rest is."""
    case = await allowed(uow, "answer_press", case_id, by, epoch)
    moment = ready.isoformat() if ready is not None else ""
    _record(uow, case, "press_answered", by, words=f"{found} {done}", until=moment)
    answered = replace(
        _press_of(case), found=found, done=done, ready=ready, answered_by=by, answered_at=uow.now, back=""
    )
    case = await change(uow, case, press=answered)
    for person in await _pressing(uow, case):
        await tell(uow, person, "press_answered", Urgency.LIMIT, case, who=by)
    return case


async def accept_press(uow: UnitOfWork, case_id: int, by: int, epoch: int | None) -> Case:
    """Be content with the unit's answer: the press is over, the case goes on."""
    case = await allowed(uow, "accept_press", case_id, by, epoch)
    _record(uow, case, "press_accepted", by)
    case = await change(uow, case, press=None)
    await _tell_unit(uow, case, "press_accepted", Urgency.PUSH, without=by)
    return case


async def return_press(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, why: str, until: datetime) -> Case:
    """Send the unit's answer back, with a reason and a new day. Raises Refused("date-past")."""
    case = await allowed(uow, "return_press", case_id, by, epoch)
    refuse_past(uow, until)
    _record(uow, case, "press_returned", by, why=why, until=until.isoformat())
    before = _press_of(case)
    again = Press(by, before.words, uow.now, until, times_fired(case, "pressed"), back=why)
    case = await change(uow, case, press=again)
    await _tell_unit(uow, case, "press_returned", Urgency.LIMIT, without=by)
    if before.by != by:
        await tell(uow, before.by, "press_returned", Urgency.DIGEST, case)
    return case


async def pressed(uow: UnitOfWork, case: Case, round_: int) -> None:
    """Carry out the follow-up `pressed`: the unit is reminded; a missed day climbs, and whoever pressed is told."""
    asked = _press_of(case)
    reminded = reminder_of(asked, uow.rules) is not None
    step = round_ - asked.rounds - reminded
    if step < 0:
        if uow.now < asked.until:
            await _tell_unit(uow, case, "press_due", Urgency.LIMIT, follow_up=True)
        return
    days = -uow.rules.calendar.days_left(asked.until, uow.now)
    told = await tell_step(uow, case, step, LATE, days=days)
    if step == 0:
        for person in await _pressing(uow, case):
            if person not in told:
                await tell(uow, person, "press_late", Urgency.LIMIT, case, True, days=days)
                told.append(person)
    event(uow, case, "press_missed", actor=None, role="system", public=False, people=told)


async def _pressing(uow: UnitOfWork, case: Case) -> list[int]:
    """Return the ids of whoever is to judge the answer: who has pressed, or those in their place."""
    asked = _press_of(case)
    person = await uow.get(Person, asked.by)
    may = relations(uow.staff, uow.org, case, asked.by) & OVER
    if person is not None and may and is_present(person, uow.now):
        return [person.id]
    others = await above(uow, case, Role.SUPERVISOR, without={asked.by})
    return [each.id for each in others] or ([asked.by] if may else [])


async def _tell_unit(
    uow: UnitOfWork, case: Case, kind: str, urgency: Urgency, *, without: int | None = None, follow_up: bool = False
) -> None:
    """Tell the case's cadre and who leads the unit: both answer for it."""
    left_out = {case.cadre_id, without} - {None}
    people = [person.id for person in await above(uow, case, Role.HEAD, without={each for each in left_out if each})]
    for person_id in dict.fromkeys([*([case.cadre_id] if case.cadre_id not in {None, without} else []), *people]):
        await tell(uow, person_id, kind, urgency, case, follow_up)


def _press_of(case: Case) -> Press:
    if case.press is None:
        raise Refused("wrong-state", state=case.state.value)
    return case.press


def _record(uow: UnitOfWork, case: Case, kind: str, by: int, **data: Any) -> None:
    event(uow, case, kind, actor=by, role=role_in(uow, case, by), public=False, **data)
