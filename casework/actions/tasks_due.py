"""Carrying out what is due of a task: its day comes near, is here, has passed; and nobody has decided on more time."""

from typing import Final

from casework.actions.climbing import Climber, Kinds, tell_climber
from casework.actions.task_notices import case_of, footing_of, tell_concerned, tell_giver, tell_owner, worker_of
from casework.ladder import up_to_last
from casework.notices import Urgency
from casework.people import Role
from casework.petitions import State
from casework.tasks import Origin, Task
from casework.unit_of_work import UnitOfWork, event

LATE: Final = Kinds("task_late_own", "task_late", "task_late", "task_late", Urgency.LIMIT)
_DECIDE: Final = (Role.SUPERVISOR, Role.LEADER)


async def fire_task(uow: UnitOfWork, task: Task, kind: str, round_: int) -> None:
    """Carry out a follow-up of a task with this firing counted, which is still to be put."""
    uow.put(task)
    if kind == "task_late":
        await _climb(uow, task, round_)
    elif kind == "task_asked":
        await tell_giver(uow, task, "task_more", up_to_last(_DECIDE, round_), follow_up=True)
    else:
        await tell_owner(uow, task, kind, follow_up=True)


async def _climb(uow: UnitOfWork, task: Task, round_: int) -> None:
    """One step up the ladder; the residents concerned hear of the first one."""
    case = await case_of(uow, task)
    footing = footing_of(uow, task, case)
    climber = Climber(footing, await worker_of(uow, task, footing), case)
    told = await tell_climber(uow, climber, round_, LATE, task_id=task.id)
    if case is not None:
        days = -uow.rules.calendar.days_left(task.next_at, uow.now)
        event(uow, case, "task_late", actor=None, role="system", task=task.id, what=task.what, people=told, days=days)
    # What is upheld is promised by the case again, which tells its resident.
    told_by_case = task.origin is Origin.PROMISE and case is not None and case.state is State.PROMISED
    if round_ == 0 and not told_by_case:
        await tell_concerned(uow, task, "task_late_resident", follow_up=True)
