"""What is due of a task: before its day, on it, once it has passed; and what waits for a word of whoever gave it."""

from datetime import datetime, timedelta

from casework.petitions import times_fired
from casework.plans.due import Due, climb, morning_of, working_day
from casework.tasks import Task
from casework.unit_of_work import Rules

_DAY = timedelta(days=1)


def plan_task(task: Task, rules: Rules) -> list[Due]:
    """Return a task's plan; never empty while it is open.

    What counts is the next milestone's day, else the task's own. Told late, "soon" would speak of a day that is here:
    so it is left out where the task was given, or its day moved, after that.
    """
    if not task.is_open:
        return []
    calendar = rules.calendar
    last = calendar.last_day(task.next_at)
    wanted = [climb("task_late", task.next_at, task, rules)]
    soon_day = calendar.add_working_days(last, -rules.profile.times.task_soon_working_days)
    soon = morning_of(rules, "task_soon", 0, soon_day)
    # The day itself, or the last working day before it.
    day = morning_of(rules, "task_day", 0, calendar.add_working_days(last + _DAY, -1))
    wanted += [each for each in (soon, day) if _is_ahead(task, each)]
    if task.asked is not None:
        asked = task.fired.get("task_asked")
        at = calendar.next_morning(asked.at if asked is not None else task.asked.at, rules.profile.times.digest_at)
        wanted.append(working_day(rules, "task_asked", times_fired(task, "task_asked"), at))
    return wanted


def _is_ahead(task: Task, due: Due) -> bool:
    began: datetime = task.epoch_at
    return due.kind not in task.fired and began <= due.at < task.next_at
