"""What the schedule does for an alarm: asks once more, rings louder, asks how it stands, until a person ends it."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from casework.actions.alarms import move_on, rung_again
from casework.actions.ringing import aim, ladder, ring, tell_of
from casework.alarms import Alarm, AlarmState, may_take
from casework.people import Person, Role
from casework.unit_of_work import UnitOfWork

_ASKED_ALONE: Final = 2
"""How often whoever took an alarm is asked how it stands before somebody above hears of it, too."""


async def fire_alarm(uow: UnitOfWork, alarm: Alarm, kind: str, round_: int) -> None:
    """Carry out the follow-up `kind` of an alarm that counts it as fired already; `round_` counts from 0."""
    uow.put(alarm)
    await _KINDS[kind](uow, alarm, round_)


async def _asked(uow: UnitOfWork, alarm: Alarm, round_: int) -> None:
    """No answer: the dispatchers look at it from now on, and the writer is asked once more."""
    alarm = move_on(uow, await aim(uow, alarm), AlarmState.UNANSWERED)
    await ring(uow, alarm, first=Role.DISPATCHER)
    await tell_of(uow, alarm, alarm.person_id, "danger_again")


async def _unseen(uow: UnitOfWork, alarm: Alarm, round_: int) -> None:
    await ring(uow, alarm, first=Role.DISPATCHER, rungs=round_ + 2)


async def _ring(uow: UnitOfWork, alarm: Alarm, round_: int) -> None:
    """Nobody has taken it: the same people again, and the next rung with them. The writer learns of each new one."""
    known = alarm.rung
    alarm, told = await ring(uow, alarm, rungs=round_ + 2)
    new = [person_id for person_id in told if person_id not in known]
    if new:
        await tell_of(uow, alarm, alarm.person_id, "danger_still", who=new[0])
    elif not told and not round_:
        await tell_of(uow, alarm, alarm.person_id, "danger_nobody")


async def _taken(uow: UnitOfWork, alarm: Alarm, round_: int) -> None:
    """How does it stand? Where whoever took it can't be asked any more, the others are rung again."""
    taker = await uow.get(Person, alarm.taken_by) if alarm.taken_by is not None else None
    if taker is None or taker.unreachable_at is not None or not may_take(uow.staff, uow.org, alarm, taker.id):
        await rung_again(uow, alarm)
        return
    await tell_of(uow, alarm, taker.id, "alarm_how")
    if round_ >= _ASKED_ALONE:
        rungs = await ladder(uow, alarm, Role.DISPATCHER)
        above = next((rung for rung in rungs if taker not in rung), [])
        for person in above:
            await tell_of(uow, alarm, person.id, "alarm_still", who=taker.id)


_KINDS: Final[Mapping[str, Callable[[UnitOfWork, Alarm, int], Awaitable[Any]]]] = {
    "alarm_asked": _asked,
    "alarm_unseen": _unseen,
    "alarm_ring": _ring,
    "alarm_taken": _taken,
}
