"""A dated task: what somebody is to do by a day, because of what was said or decided elsewhere.

It comes from a reception, an on-site day, a theme or a promise, belongs to a person of a unit, is followed up like a
limit, and is over with a proof. A task that takes long has milestones, so that nobody waits for its last day to learn
how it stands. More time may be asked for once, with a reason, and whoever gave it decides.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Any, Final

from casework.calendar import Calendar
from casework.morning import Scope
from casework.organisation import Organisation
from casework.people import Role
from casework.petitions import Fired
from casework.pleas import Decision
from casework.reach import heads, over
from casework.replacing import replace
from casework.shielding import Shielded, is_accused
from casework.staff import Staff


class Origin(StrEnum):
    """Where a task comes from."""

    RECEPTION = "reception"  # what was promised to a visitor
    OUTING = "outing"  # what was decided on the spot
    THEME = "theme"  # what alike cases of a place led to
    PROMISE = "promise"  # what a case was promised, while those above look at that


NOBODY: Final = 0
"""Who has given a task that follows from a promise: those above decide upon it."""


class TaskState(StrEnum):
    """Where a task stands. Only OPEN is owed."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"  # taken back by whoever gave it, with a reason; or a promise that does not stand any more


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step on the way: what has to be there by the end of a day ("" for a word on how it stands), and what was."""

    due_at: datetime
    what: str = ""
    done_at: datetime | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class MoreTime:
    """The one time that more time was asked for: until the end of which day, why, and what became of it."""

    until: datetime
    why: str
    by: int
    at: datetime
    decision: Decision = Decision.OPEN


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done, by whom, by the end of which day, and from where it comes.

    `owner_id` is a person of the unit, None while it is for the unit's head to name one. `origin_id` is the row from
    which it comes. It is about the place `area_id` (`place` in words), perhaps about a case, and concerns the people
    `residents` besides the case's own. `next_at` is the day that counts now: the first open milestone's, else `due_at`.
    `words`, `files` and `unproved` are what was done, its proof, or why there is none. `news_at` is when something of
    it was last reported. `epoch`, `epoch_at` and `fired` as in a case.
    """

    id: int
    what: str
    unit_id: int
    owner_id: int | None
    due_at: datetime
    next_at: datetime
    origin: Origin
    origin_id: int
    area_id: int
    area_path: str
    given_by: int
    given_at: datetime
    epoch_at: datetime
    place: str = ""
    case_id: int | None = None
    residents: tuple[int, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    more: MoreTime | None = None
    state: TaskState = TaskState.OPEN
    over_at: datetime | None = None
    news_at: datetime | None = None
    words: str = ""
    files: tuple[int, ...] = ()
    unproved: str = ""
    why: str = ""  # why it was sent back, or taken back
    epoch: int = 0
    fired: Mapping[str, Fired] = field(default_factory=dict)
    version: int = 0

    @property
    def is_open(self) -> bool:
        """Whether it is still owed."""
        return self.state is TaskState.OPEN

    @property
    def milestone(self) -> Milestone | None:
        """The milestone that comes next; None where the whole task does."""
        return next((each for each in self.milestones if each.done_at is None), None)

    @property
    def asked(self) -> MoreTime | None:
        """The wish for more time that waits for a word; None for none."""
        return self.more if self.is_open and self.more is not None and self.more.decision is Decision.OPEN else None


def next_at(due_at: datetime, milestones: Iterable[Milestone]) -> datetime:
    """Return the day that counts: the first open milestone's, else the task's own."""
    return next((each.due_at for each in milestones if each.done_at is None), due_at)


def anew(task: Task, now: datetime, **changes: Any) -> Task:
    """Return a task with which something else is expected from now on: its follow-ups begin again."""
    task = replace(task, **changes)
    day = next_at(task.due_at, task.milestones)
    return replace(task, next_at=day, epoch=task.epoch + 1, epoch_at=now, fired={})


# ----- Milestones -----


def gap_days(calendar: Calendar, start: datetime, due_at: datetime, milestones: Sequence[Milestone]) -> int:
    """Return the longest time in days without a milestone, from `start` to the task's day."""
    days = [calendar.day(start), *(calendar.last_day(each.due_at) for each in milestones), calendar.last_day(due_at)]
    return max((after - before).days for before, after in pairwise(days))


def in_order(start: datetime, due_at: datetime, milestones: Sequence[Milestone]) -> bool:
    """Tell whether milestones come one after the other, between the start and the task's day."""
    moments = [start, *(each.due_at for each in milestones), due_at]
    return all(before < after for before, after in pairwise(moments))


def is_undated(task: Task) -> bool:
    """Tell whether a task's milestones stand at even distances still: nobody has chosen them, and none is reached."""
    return bool(task.milestones) and not any(each.what or each.done_at is not None for each in task.milestones)


def evenly(calendar: Calendar, start: datetime, due_at: datetime, most_days: int) -> tuple[Milestone, ...]:
    """Return the fewest milestones, at even distances, with which no time is longer than `most_days`; none for a task
    that is not. They ask for a word on how it stands.
    """
    first, days = calendar.day(start), (calendar.last_day(due_at) - calendar.day(start)).days
    times = max(1, -(-days // most_days))
    return tuple(
        Milestone(calendar.end_of(first + timedelta(days=days * number // times))) for number in range(1, times)
    )


# ----- Rights: what somebody's posts are to a task -----

_OVERSEERS: Final = frozenset({Role.SUPERVISOR, Role.LEADER})


def works(staff: Staff, org: Organisation, task: Task, person_id: int) -> bool:
    """Tell whether a task is somebody's to do: its owner's, whoever stands in, and who leads the unit or one above."""
    posts = staff.of(person_id)
    in_unit = any(post.unit_id == task.unit_id for post in posts)
    stands_in = any(post.acting_for == task.owner_id and post.unit_id == task.unit_id for post in posts)
    own = task.owner_id is not None and (person_id == task.owner_id or stands_in)
    return (in_unit and own) or leads(staff, org, task, person_id)


def leads(staff: Staff, org: Organisation, task: Task, person_id: int) -> bool:
    """Tell whether somebody leads a task's unit, or one above it."""
    return heads(org, staff.of(person_id), task.unit_id)


def watches(staff: Staff, org: Organisation, task: Task, person_id: int) -> bool:
    """Tell whether somebody stands over a task: its giver who still serves, supervisors and leaders over its place."""
    posts = staff.of(person_id)
    return bool(posts) and (person_id == task.given_by or over(posts, _OVERSEERS, task.area_path))


def _decides(staff: Staff, org: Organisation, task: Task, person_id: int) -> bool:
    """Whoever stands over it decides on more time, but never on a wish or a task of their own."""
    own = {task.owner_id, task.more.by if task.more is not None else None}
    return watches(staff, org, task, person_id) and person_id not in own


def _hands(staff: Staff, org: Organisation, task: Task, person_id: int) -> bool:
    return works(staff, org, task, person_id) or watches(staff, org, task, person_id)


VERBS: Final[Mapping[str, Callable[[Staff, Organisation, Task, int], bool]]] = {
    "report": works,
    "steps": works,
    "more": works,
    "hand": _hands,
    "grant": _decides,
    "refuse": _decides,
    "back": watches,
    "drop": watches,
}
"""What may be done with a task, and by whom; when, says `fits`."""


def fits(verb: str, task: Task) -> bool:
    """Tell whether a task stands so that something may be done with it."""
    match verb:
        case "more":
            return task.is_open and task.more is None
        case "steps":
            return task.is_open and is_undated(task)
        case "grant" | "refuse":
            return task.asked is not None
        case "back":
            return task.state is TaskState.DONE
        case _:
            return task.is_open


def sees(staff: Staff, org: Organisation, task: Task, case: Shielded | None, person_id: int) -> bool:
    """Tell whether somebody may see a task; `case` is the one that it is about. Nobody of a unit that a shielded case
    accuses sees what is to be done for it (articles 30 and 46).
    """
    if case is not None and is_accused(org, case, staff.of(person_id)):
        return False
    return works(staff, org, task, person_id) or watches(staff, org, task, person_id)


def possible(staff: Staff, org: Organisation, task: Task, case: Shielded | None, person_id: int) -> list[str]:
    """Return what somebody may do with a task as it stands, in the order of VERBS."""
    if not sees(staff, org, task, case, person_id):
        return []
    return [verb for verb, right in VERBS.items() if fits(verb, task) and right(staff, org, task, person_id)]


# ----- In the morning -----


def concerns(task: Task, person_id: int, scope: Scope, since: datetime, now: datetime, soon: datetime) -> bool:
    """Tell whether somebody reads of a task in the morning: an own one that is due by `soon`, one that they gave of
    which there is news since `since` or a wish to decide, and of their scope what is late by `now` or has no owner.
    """
    late = is_late(task, now)
    own = task.is_open and task.owner_id in {person_id, *scope.acting_for} and task.next_at <= soon
    news = task.news_at is not None and task.news_at > since
    given = task.given_by == person_id and (news or task.asked is not None or late)
    led = task.is_open and task.unit_id in scope.units and (task.owner_id is None or late)
    return own or given or led or (late and any(task.area_path.startswith(path) for path in scope.areas))


def is_late(task: Task, now: datetime) -> bool:
    """Tell whether the day that counts has passed by `now`."""
    return task.is_open and task.next_at <= now
