"""What concerns somebody in the morning: due today, late, waiting for them, and new; each role what is its own.

Which cases those are, storage finds by a few queries over whole scopes; `casework.asked` says what waits for a reader.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from casework.calendar import Calendar
from casework.organisation import Organisation
from casework.people import Role
from casework.petitions import Case
from casework.reach import areas_over
from casework.shielding import units_above
from casework.staff import Staff

GROUPS: Final = ("today", "late", "waiting", "owned", "new")
"""The groups of a morning, in the order in which they are read. A case stands in the first that fits."""

_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Scope:
    """What somebody reads of in the morning, besides the cases that are their own or that they answer for in person.

    `acting_for` are the ids of those who are away and for whom they stand in. `units` are the ids of the units that
    they lead, and of those below; `areas` the paths of the areas over which they watch; `intake` those for which they
    assign what no route covers.
    """

    acting_for: tuple[int, ...] = ()
    units: tuple[int, ...] = ()
    areas: tuple[str, ...] = ()
    intake: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matter:
    """A case as storage finds it for a morning: its group ("" for none but what may be asked), and whether anything is
    asked of anybody.
    """

    case_id: int
    group: str
    asks: bool


def scope_of(staff: Staff, org: Organisation, person_id: int) -> Scope:
    """Return the scope of somebody's posts."""
    posts = staff.of(person_id)
    led = {post.unit_id for post in posts if post.role is Role.HEAD and post.unit_id is not None}
    units = sorted(each for each in org.units if units_above(org, each) & led) if led else []

    def over(*roles: Role) -> tuple[str, ...]:
        return tuple(sorted(area.path for area in areas_over(org, posts, roles)))

    absent = sorted({post.acting_for for post in posts if post.acting_for is not None})
    return Scope(tuple(absent), tuple(units), over(Role.SUPERVISOR, Role.LEADER), over(Role.DISPATCHER))


def is_week_over(calendar: Calendar, case: Case, since: datetime, now: datetime) -> bool:
    """Tell whether a week of somebody's answering for a case has ended after `since`: then they read how it stands."""
    if case.owned_at is None:
        return False
    first, before, today = (calendar.day(each).toordinal() for each in (case.owned_at, since, now))
    return (today - first) // _WEEK > max(0, (before - first) // _WEEK)
