"""Dated tasks: given, handed on, reported with a proof, given more time once, sent back, taken back.

Who may do what stands in `casework.tasks`. Not one's own and not existing are the same answer.
"""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any, Final

from casework.actions.above import tell_cadre
from casework.actions.assigning import concerned, refuse_unfit
from casework.actions.dates import refuse_past
from casework.actions.enclosing import as_data, enclose, sent_by
from casework.actions.naming import without_names
from casework.actions.task_notices import case_of, tell_concerned, tell_giver, tell_owner
from casework.actions.telling import tell
from casework.errors import NotYours, Refused
from casework.masking import mask
from casework.notices import Urgency
from casework.people import Role
from casework.permissions import role_in
from casework.petitions import Case
from casework.pleas import Decision
from casework.replacing import replace
from casework.tasks import (
    VERBS,
    Milestone,
    MoreTime,
    Origin,
    Task,
    TaskState,
    anew,
    evenly,
    fits,
    gap_days,
    in_order,
    is_late,
    next_at,
)
from casework.tasks import sees as sees_task
from casework.unit_of_work import UnitOfWork, event

# ----- Given, and taken back -----


async def give(
    uow: UnitOfWork,
    by: int,
    what: str,
    due_at: datetime,
    *,
    unit_id: int,
    owner_id: int | None,
    origin: Origin,
    origin_id: int,
    area_id: int,
    place: str = "",
    case: Case | None = None,
    residents: Sequence[int] = (),
    milestones: Sequence[Milestone] = (),
    told: bool = True,
) -> Task:
    """Have something done by the end of a day, and return the task. Whether `by` may, asks what it comes from.

    Without milestones a long task gets them at even distances. Where the residents concerned hear of it otherwise they
    are not `told` here. Raises Refused("date-past"), as `_refuse_taker` does, and Refused("task-milestones", days)
    where more than so many days would pass without a milestone, or they are not in order.
    """
    refuse_past(uow, due_at)
    _refuse_taker(uow, unit_id, owner_id, case)
    dated = tuple(milestones) or evenly(uow.rules.calendar, uow.now, due_at, uow.rules.profile.times.task_step_days)
    _refuse_far_apart(uow, uow.now, due_at, dated)
    area = uow.org.areas[area_id]
    task = Task(
        uow.new_id(),
        await _in_public(uow, case, what),
        unit_id,
        owner_id,
        due_at,
        next_at(due_at, dated),
        origin,
        origin_id,
        area_id,
        area.path,
        by,
        uow.now,
        uow.now,
        place=place,
        case_id=case.id if case is not None else None,
        residents=tuple(dict.fromkeys(residents)),
        milestones=dated,
    )
    uow.put(task)
    _record(uow, case, "task_given", task, by, until=due_at.isoformat())
    await tell_owner(uow, task, "task_given", without={by} if by == owner_id else ())
    if told:
        await tell_concerned(uow, task, "task_promised")
    return task


async def drop(uow: UnitOfWork, task_id: int, by: int, why: str) -> Task:
    """Take a task back, with a reason that its owner and the residents concerned read."""
    task, case = await task_for(uow, "drop", task_id, by)
    why = await _in_public(uow, case, why)
    dropped = _anew(uow, task, state=TaskState.DROPPED, over_at=uow.now, why=why)
    _record(uow, case, "task_dropped", task, by, why=why)
    await tell_owner(uow, dropped, "task_dropped", without={by})
    await tell_concerned(uow, dropped, "task_off", why=why)
    return dropped


async def hand(uow: UnitOfWork, task_id: int, by: int, owner_id: int) -> Task:
    """Give a task to somebody else of its unit. Raises Refused("not-in-unit") for whoever can't have it."""
    task, case = await task_for(uow, "hand", task_id, by)
    _refuse_owner(uow, task.unit_id, owner_id, case)
    handed = replace(task, owner_id=owner_id)
    uow.put(handed)
    _record(uow, case, "task_handed", task, by, people=[owner_id])
    if owner_id != by:
        await tell_owner(uow, handed, "task_given")
    if task.owner_id not in {None, by, owner_id}:
        await tell(uow, task.owner_id, "task_taken", Urgency.NOW, case, who=owner_id, task_id=task.id)
    return handed


# ----- Worked -----


async def report(
    uow: UnitOfWork, task_id: int, by: int, words: str, files: Sequence[int] = (), unproved: str = "", *, whole: bool
) -> Task:
    """Report that the next milestone is reached, or with `whole` that all is done: in words, with files that prove it,
    or with why there are none. The residents concerned hear it.

    Raises Refused("task-proof") where the whole is reported with neither.
    """
    task, case = await task_for(uow, "report", task_id, by)
    whole = whole or task.milestone is None
    if whole and not files and not unproved:
        raise Refused("task-proof")
    sent = await sent_by(uow, by, files)
    words, unproved = await _in_public(uow, case, words), await _in_public(uow, case, unproved)
    ids = tuple(file.id for file in sent)
    if whole:
        changes: dict[str, Any] = {"state": TaskState.DONE, "over_at": uow.now, "words": words, "unproved": unproved}
    else:
        changes = {"milestones": _reached(uow, task, words)}
    task = _anew(uow, task, news_at=uow.now, files=(*task.files, *ids), **changes)
    if case is not None:
        _record(uow, case, "task_done" if whole else "task_step", task, by, words=words, **as_data(sent))
        uow.put(enclose(uow, case, sent))
    await tell_concerned(uow, task, "task_done" if whole else "task_step", words=words, files=list(ids))
    if whole and case is not None and task.origin is Origin.PROMISE:
        await tell_cadre(uow, case, "promise_kept", Urgency.PUSH, task_id=task.id, words=words)
    return task


async def back(uow: UnitOfWork, task_id: int, by: int, why: str) -> Task:
    """Send back what was reported as done and is not. Its day stays: where that has passed it is late from now on."""
    task, case = await task_for(uow, "back", task_id, by)
    why = await _in_public(uow, case, why)
    task = _anew(uow, task, state=TaskState.OPEN, over_at=None, why=why)
    _record(uow, case, "task_back", task, by, why=why)
    await tell_owner(uow, task, "task_back", without={by})
    await tell_concerned(uow, task, "task_again")
    return task


async def steps(uow: UnitOfWork, task_id: int, by: int, milestones: Sequence[Milestone]) -> Task:
    """Let whoever promises a task that takes long say which steps it has, and by which days; once, instead of those at
    even distances. Whoever gave it reads them in the morning.

    Raises Refused("task-steps-late") once the first day has passed: none is moved by being named anew; and as
    `refuse_steps` does.
    """
    task, case = await task_for(uow, "steps", task_id, by)
    if is_late(task, uow.now):
        raise Refused("task-steps-late")
    refuse_steps(uow, task, milestones)
    named = [replace(each, what=await _in_public(uow, case, each.what)) for each in milestones]
    task = _anew(uow, task, milestones=tuple(named), news_at=uow.now)
    _record(uow, case, "task_steps", task, by, words=" → ".join(each.what for each in named))
    return task


def refuse_steps(uow: UnitOfWork, task: Task, milestones: Sequence[Milestone]) -> None:
    """Refuse steps that a task can't have.

    Raises Refused("task-milestones", days) where more than so many days would pass without one, where they are not in
    order or not ahead, and for none at all.
    """
    _refuse_far_apart(uow, task.given_at, task.due_at, milestones)
    if not milestones or not in_order(uow.now, task.due_at, milestones):
        raise Refused("task-milestones", days=uow.rules.profile.times.task_step_days)


# ----- More time -----


async def more(uow: UnitOfWork, task_id: int, by: int, until: datetime, why: str) -> Task:
    """Ask for more time for the day that counts, once in a task's life; until somebody decides it runs on as it did.

    Raises Refused("date-past"), Refused("task-earlier") for a day that is not later, and Refused("date-too-late", date)
    for one on or after what comes next, or so far off that a milestone would be missing.
    """
    task, case = await task_for(uow, "more", task_id, by)
    refuse_past(uow, until)
    if until <= task.next_at:
        raise Refused("task-earlier")
    last = last_for(uow, task)
    if until > last:
        raise Refused("date-too-late", date=uow.rules.calendar.last_day(last))
    why = await _in_public(uow, case, why)
    task = replace(task, more=MoreTime(until, why, by, uow.now))
    uow.put(task)
    _record(uow, case, "task_more", task, by, until=until.isoformat(), why=why)
    await tell_giver(uow, task, "task_more", Role.SUPERVISOR, follow_up=False)
    return task


def last_for(uow: UnitOfWork, task: Task) -> datetime:
    """Return the last moment until which more time can be asked for: the day before what comes after the day that
    counts, and not longer from now than a task may go without a milestone.
    """
    calendar = uow.rules.calendar
    later = [*[each.due_at for each in task.milestones if each.done_at is None][1:], task.due_at]
    most = calendar.limit(max(uow.now, task.next_at), uow.rules.profile.times.task_step_days)
    if task.milestone is None:
        return most
    return min(most, calendar.at(calendar.last_day(later[0]), time()))


async def grant(uow: UnitOfWork, task_id: int, by: int) -> Task:
    """Give the time that was asked for; the residents concerned learn the new day and why."""
    task, case = await task_for(uow, "grant", task_id, by)
    wish = _wish(task)
    milestones, due_at = task.milestones, wish.until
    if (coming := task.milestone) is not None:
        moved = replace(coming, due_at=wish.until)
        milestones, due_at = tuple(moved if each is coming else each for each in milestones), task.due_at
    decided = replace(wish, decision=Decision.GRANTED)
    task = _anew(uow, task, more=decided, milestones=milestones, due_at=due_at)
    _record(uow, case, "task_granted", task, by, until=wish.until.isoformat(), why=wish.why)
    await tell_owner(uow, task, "task_granted", without={by})
    await tell_concerned(uow, task, "task_later", why=wish.why)
    return task


async def refuse(uow: UnitOfWork, task_id: int, by: int) -> Task:
    """Leave a task its day."""
    task, case = await task_for(uow, "refuse", task_id, by)
    task = replace(task, more=replace(_wish(task), decision=Decision.REFUSED))
    uow.put(task)
    _record(uow, case, "task_refused", task, by)
    await tell_owner(uow, task, "task_refused", without={by})
    return task


# ----- Who, and when -----


async def seen(uow: UnitOfWork, task_id: int, by: int) -> tuple[Task, Case | None]:
    """Return a task and its case, if any, for somebody who may see it. Raises NotYours else."""
    task = await uow.get(Task, task_id)
    case = await case_of(uow, task) if task is not None else None
    if task is None or not sees_task(uow.staff, uow.org, task, case, by):
        raise NotYours
    return task, case


async def task_for(uow: UnitOfWork, verb: str, task_id: int, by: int) -> tuple[Task, Case | None]:
    """Return a task and its case, if any, for somebody who may do `verb` with it now.

    Raises NotYours for one that they may not see, Refused("not-allowed"), and Refused("task-over") for one that does
    not stand so, Refused("task-more-once") where more time was asked for before, Refused("task-steps-named") where its
    steps have their days already.
    """
    task, case = await seen(uow, task_id, by)
    if not VERBS[verb](uow.staff, uow.org, task, by):
        raise Refused("not-allowed")
    if not fits(verb, task):
        once = {"more": "task-more-once", "steps": "task-steps-named"} if task.is_open else {}
        raise Refused(once.get(verb, "task-over"))
    return task, case


def _refuse_taker(uow: UnitOfWork, unit_id: int, owner_id: int | None, case: Case | None) -> None:
    """Refuse who can't have a task: Refused("unit-unknown"), Refused("unit-accused") for a unit that the case accuses,
    Refused("not-in-unit") for an owner who does not serve there or can't have the case.
    """
    unit = uow.org.units.get(unit_id)
    if unit is None or not unit.active:
        raise Refused("unit-unknown")
    if case is not None:
        refuse_unfit(uow, case, unit_id)
    if owner_id is not None:
        _refuse_owner(uow, unit_id, owner_id, case)


def _refuse_owner(uow: UnitOfWork, unit_id: int, owner_id: int, case: Case | None) -> None:
    """Raise Refused("not-in-unit") for whoever can't have a task. Who decided what is looked at again can: a task is
    carried out, and decides nothing.
    """
    serves = any(post.unit_id == unit_id for post in uow.staff.of(owner_id))
    out = concerned(uow, case) | {*case.aside} if case is not None else frozenset[int]()
    if not serves or owner_id in out:
        raise Refused("not-in-unit")


def _refuse_far_apart(uow: UnitOfWork, start: datetime, due_at: datetime, milestones: Sequence[Milestone]) -> None:
    most = uow.rules.profile.times.task_step_days
    if not in_order(start, due_at, milestones) or gap_days(uow.rules.calendar, start, due_at, milestones) > most:
        raise Refused("task-milestones", days=most)


def _reached(uow: UnitOfWork, task: Task, words: str) -> tuple[Milestone, ...]:
    coming = task.milestone
    return tuple(replace(each, done_at=uow.now, words=words) if each is coming else each for each in task.milestones)


def _wish(task: Task) -> MoreTime:
    if task.asked is None:
        raise Refused("task-over")
    return task.asked


def _anew(uow: UnitOfWork, task: Task, **changes: Any) -> Task:
    """Return a task, put, with which something else is expected from now on."""
    task = anew(task, uow.now, **changes)
    uow.put(task)
    return task


async def _in_public(uow: UnitOfWork, case: Case | None, words: str) -> str:
    """Return what staff write of a task as others may read it: without names."""
    return await without_names(uow, case, words) if case is not None else mask(words)


_AMONG: Final = frozenset({"task_handed", "task_more", "task_refused"})
"""What the resident of a task's case does not read."""


def _record(uow: UnitOfWork, case: Case | None, kind: str, task: Task, by: int, **data: Any) -> None:
    """Let the timeline of the task's case, if any, say what happened to it."""
    if case is not None:
        known = {"task": task.id, "unit": task.unit_id, "what": task.what}
        event(uow, case, kind, actor=by, role=role_in(uow, case, by), public=kind not in _AMONG, **known | data)
