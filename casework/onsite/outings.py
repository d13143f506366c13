"""An on-site day (现场办公): leaders and units go to a village and work its open cases there, in one agenda."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from casework.areas import Area
from casework.calendar import Calendar
from casework.organisation import Organisation
from casework.people import Role
from casework.petitions import Fired
from casework.reach import heads, over
from casework.staff import Staff

CONVENERS: Final = frozenset({Role.LEADER, Role.DISPATCHER})
"""Who may plan an on-site day: leaders over the area, and their office."""


class OutingState(StrEnum):
    """Where an on-site day stands."""

    PLANNED = "planned"
    OVER = "over"  # closed, and the residents have heard what came of it
    OFF = "off"  # called off, with a reason


@dataclass(frozen=True, slots=True)
class OutingPlace:
    """What the planner keeps of a village: when somebody last came, the day that is planned (None for none), when it
    was last proposed or counted as passed over, how often it was passed over since, when a cluster of late cases was
    last told of, and the day that was closed there last: its works are those that are looked at again.
    """

    area_id: int
    last_at: datetime | None = None
    outing_id: int | None = None
    proposed_at: datetime | None = None
    passed: int = 0
    told_at: datetime | None = None
    version: int = 0
    last_id: int | None = None


@dataclass(frozen=True, slots=True)
class Outing:
    """One on-site day. `leaders` lead it: of the county, and of areas above who have joined the same agenda. `team` are
    all who come, `units` those called in. `items` are the ids of its agenda, in walking order, and `promises` those of
    the tasks that were open in the place when it was planned: they are looked at, too.

    Once it is over: `worked` items, `solved` of them thirty days later, and `works` the tasks that take long or were
    promised before, and are not finished: for them somebody goes back. `epoch`, `epoch_at` and `fired` as in a case.
    `entries` are those who have the day in their calendar, and `sequence` rises with whatever becomes of it there.
    """

    id: int
    area_id: int
    area_path: str
    at: datetime
    planned_by: int
    planned_at: datetime
    epoch_at: datetime
    meet: str = ""
    leaders: tuple[int, ...] = ()
    team: tuple[int, ...] = ()
    units: tuple[int, ...] = ()
    items: tuple[int, ...] = ()
    state: OutingState = OutingState.PLANNED
    over_at: datetime | None = None
    why: str = ""
    worked: int = 0
    solved: int | None = None
    works: tuple[int, ...] = ()
    epoch: int = 0
    fired: Mapping[str, Fired] = field(default_factory=dict)
    version: int = 0
    promises: tuple[int, ...] = ()
    entries: tuple[int, ...] = ()
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody of the team sent on the spot: when it was sent, by whom, words, ids of files, and where it was."""

    at: datetime
    by: int
    words: str = ""
    files: tuple[int, ...] = ()
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Agreed:
    """A unit's own word that a decision is its own, too."""

    unit_id: int
    by: int
    at: datetime


@dataclass(frozen=True, slots=True)
class OutingItem:
    """One case on an agenda: whether its resident is coming and may be named there (None: not said), the notes of the
    spot, what was decided, the units whose word it needs, and the tasks that follow from it.
    """

    id: int
    outing_id: int
    case_id: int
    coming: bool | None = None
    named: bool | None = None
    notes: tuple[Note, ...] = ()
    found: str = ""
    decided: str = ""
    decided_by: int | None = None
    decided_at: datetime | None = None
    units: tuple[int, ...] = ()
    agreed: tuple[Agreed, ...] = ()
    tasks: tuple[int, ...] = ()
    version: int = 0

    @property
    def missing(self) -> tuple[int, ...]:
        """The units that have not given their word yet."""
        given = {each.unit_id for each in self.agreed}
        return tuple(each for each in self.units if each not in given)


def return_day(calendar: Calendar, now: datetime, days: int) -> date:
    """Return the day that is proposed for a return visit: a working day, so many days ahead."""
    return calendar.next_working(calendar.day(now) + timedelta(days=days))


def convenes(staff: Staff, area: Area, person_id: int) -> bool:
    """Tell whether somebody may plan on-site days in an area: by a post over it, or over one above."""
    return over(staff.of(person_id), CONVENERS, area.path)


def takes_part(staff: Staff, org: Organisation, outing: Outing, person_id: int) -> bool:
    """Tell whether somebody works an agenda: whoever comes, who may plan there, and who serves in a unit called in."""
    if not staff.of(person_id):
        return False
    area = org.areas.get(outing.area_id)
    called = any(post.unit_id in outing.units for post in staff.of(person_id))
    return person_id in outing.team or called or (area is not None and convenes(staff, area, person_id))


def speaks_for_unit(staff: Staff, org: Organisation, person_id: int, unit_id: int) -> bool:
    """Tell whether somebody may give a unit's word: whoever serves there, and who leads it from above."""
    posts = staff.of(person_id)
    return any(post.unit_id == unit_id for post in posts) or heads(org, posts, unit_id)
