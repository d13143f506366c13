"""A promise that those above look at goes on meanwhile, as a dated task of the unit that gave it.

A review (article 35) asks whether an answer is right; it stops nobody from doing what was promised. The task lasts as
long as the promise stands: what is upheld has the day that the case is promised by, what is changed or revoked is over,
and so is everything once the case is.
"""

from typing import Any

from casework.actions.naming import without_names
from casework.actions.task_notices import tell_owner
from casework.petitions import Case, Outcome, OutcomeKind
from casework.tasks import NOBODY, Origin, Task, TaskState, anew, evenly, next_at
from casework.unit_of_work import UnitOfWork, event


def task_id_of(case: Case) -> int | None:
    """Return the task by which the last promise of a case goes on; None where nobody has had one looked at."""
    return next((each.task_id for each in reversed(case.decisions) if each.task_id is not None), None)


async def follow(uow: UnitOfWork, case: Case) -> int | None:
    """Have a promised case that is about to be looked at again carried out all the same, by the unit that promised it;
    return the id of the task. Of one that is late already the ladder goes on from the step that it has come to.

    What is upheld has its task from before; None where that is done, and where the case was merged: what the others
    were promised is followed with theirs.
    """
    outcome, unit_id, due_at = case.outcome, case.unit_id, case.promise_at
    merged = case.merged_into is not None or case.merged
    if outcome is None or unit_id is None or due_at is None or merged:
        return None
    if outcome.kind is OutcomeKind.UPHELD:
        known = await _open(uow, case)
        return known.id if known is not None else None
    serves = case.cadre_id is not None and any(post.unit_id == unit_id for post in uow.staff.of(case.cadre_id))
    dated = evenly(uow.rules.calendar, uow.now, due_at, uow.rules.profile.times.task_step_days)
    late = case.fired.get("promise_late")
    task = Task(
        uow.new_id(),
        await without_names(uow, case, outcome.done or outcome.found),
        unit_id,
        case.cadre_id if serves else None,
        due_at,
        next_at(due_at, dated),
        Origin.PROMISE,
        case.id,
        case.area_id,
        uow.org.areas[case.area_id].path,
        NOBODY,
        uow.now,
        uow.now,
        case_id=case.id,
        milestones=dated,
        fired={"task_late": late} if late is not None else {},
    )
    uow.put(task)
    _record(uow, case, "task_given", task, public=True)
    await tell_owner(uow, task, "promise_goes_on")
    return task.id


async def decided(uow: UnitOfWork, case: Case, outcome: Outcome) -> None:
    """Let the task stand as those above have decided upon its promise; nothing where it was carried out before."""
    if outcome.kind is OutcomeKind.UPHELD:
        await _move(uow, case, outcome)
    elif outcome.kind in {OutcomeKind.CHANGED, OutcomeKind.REVOKED}:
        await end(uow, case)


async def end(uow: UnitOfWork, case: Case) -> None:
    """End the task of a promise that does not stand any more, if there is one; its owner hears so."""
    task = await _open(uow, case)
    if task is not None:
        _put(uow, case, task, "promise_over", state=TaskState.DROPPED, over_at=uow.now)
        await tell_owner(uow, task, "promise_over")


async def _move(uow: UnitOfWork, case: Case, outcome: Outcome) -> None:
    task = await _open(uow, case)
    if task is not None and outcome.by is not None and outcome.by > task.due_at:
        reached = tuple(each for each in task.milestones if each.done_at is not None)
        task = _put(uow, case, task, "promise_moved", due_at=outcome.by, milestones=reached)
        await tell_owner(uow, task, "promise_moved")


async def _open(uow: UnitOfWork, case: Case) -> Task | None:
    task_id = task_id_of(case)
    task = await uow.get(Task, task_id) if task_id is not None else None
    return task if task is not None and task.is_open else None


def _put(uow: UnitOfWork, case: Case, task: Task, kind: str, **changes: Any) -> Task:
    task = anew(task, uow.now, **changes)
    uow.put(task)
    _record(uow, case, kind, task, public=False)
    return task


def _record(uow: UnitOfWork, case: Case, kind: str, task: Task, *, public: bool) -> None:
    data = {"task": task.id, "unit": task.unit_id, "what": task.what, "until": task.due_at.isoformat()}
    event(uow, case, kind, actor=None, role="system", public=public, **data)
