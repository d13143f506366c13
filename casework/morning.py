"""What concerns somebody in the morning: due today, late, waiting for them, and new; each role what is its own.

Which cases those are, storage finds by a few queries over whole scopes; `casework.asked` says what waits for a reader.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple, TypeVar

from casework.calendar import Calendar
from casework.organisation import Organisation
from casework.people import Person, Role
from casework.petitions import Case
from casework.reach import areas_over
from casework.shielding import is_accused, units_below
from casework.staff import Staff

GROUPS: Final = ("today", "late", "waiting", "owned", "new")
"""The groups of a morning, in the order in which they are read. A case stands in the first that fits."""

_WEEK: Final = 7
_Case = TypeVar("_Case", "Standing", "Due")


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
class Reader:
    """Somebody who reads what concerns them: whose it is, and since when a thing is new to them."""

    person_id: int
    scope: Scope
    since: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """An open case as it stands, as far as it takes to say whom it concerns in the morning.

    `due_at` is the moment that counts, a promise or the limit; the case `is_due` if that comes by the end of the day.
    It `asks` where anybody may be asked anything, and is `undecided` where that is a decision.
    """

    id: int
    due_at: datetime
    is_due: bool
    waiting: bool
    asks: bool
    undecided: bool
    filed_at: datetime
    assigned_at: datetime | None
    resident_id: int
    unit_id: int | None
    cadre_id: int | None
    area_path: str
    shielded: bool
    accused: tuple[int, ...]


class Due(NamedTuple):
    """An open case that is due by the end of the day: of thousands over a county no more has to be known.

    `accused` are the ids of the units from which it is shielded.
    """

    id: int
    due_at: datetime
    resident_id: int
    area_path: str
    accused: tuple[int, ...]

    @property
    def shielded(self) -> bool:
        """Whether it is hidden from any unit."""
        return bool(self.accused)


@dataclass(frozen=True, slots=True)
class Standings:
    """The cases that may concern some readers: their own, and those that they answer for in person, by reader, so far
    as they see them; by unit; over areas, what is due apart from what is new or asks something; and of the intake.
    """

    own: Mapping[int, Sequence[Standing]]
    owned: Mapping[int, Sequence[Standing]]
    in_units: Mapping[int, Sequence[Standing]]
    due_in_areas: Sequence[Due]
    in_areas: Sequence[Standing]
    in_intake: Sequence[Standing]


class Matter(NamedTuple):
    """A case that may concern a reader: its group ("" for none but what may be asked), and whether anything is asked
    of anybody. Of what is due nobody is asked here: it stands among that, whatever it asks.
    """

    case_id: int
    group: str
    asks: bool


def reader_of(staff: Staff, org: Organisation, person: Person) -> Reader:
    """Return somebody as a reader of what has come since their last digest."""
    return Reader(person.id, scope_of(staff, org, person.id), person.digest_since or person.created_at)


def matters_of(staff: Staff, org: Organisation, reader: Reader, found: Standings, now: datetime) -> list[Matter]:
    """Return what may concern a reader of what was found, the nearest due first, each once.

    A case may do so by several of the reader's posts. What is due and has not passed by `now` is due today, else it is
    late. Nobody reads of their own petition here, nor of what is shielded from them.
    """
    posts = staff.of(reader.person_id)
    merged: dict[int, tuple[Standing | Due, bool, bool, bool]] = {}
    for each, due, new, asks in _ways(reader, found):
        before = merged.get(each.id)
        if before is not None:
            merged[each.id] = (each, due or before[1], new or before[2], asks or before[3])
        elif each.resident_id != reader.person_id and not (each.accused and is_accused(org, each, posts)):
            merged[each.id] = (each, due, new, asks)
    return [
        Matter(each.id, ("late" if each.due_at <= now else "today") if due else "new" if new else "", asks and not due)
        for each, due, new, asks in sorted(merged.values(), key=_nearest)
    ]


def _nearest(row: tuple[Standing | Due, bool, bool, bool]) -> tuple[datetime, int]:
    return row[0].due_at, row[0].id


def _ways(reader: Reader, found: Standings) -> Iterator[tuple[Standing | Due, bool, bool, bool]]:
    """Give each case by each way in which it may concern a reader: whether as due, as new, and as what asks."""
    since, scope, id_ = reader.since, reader.scope, reader.person_id
    for each in found.own.get(id_, ()):
        new = each.assigned_at is not None and each.assigned_at > since
        if each.is_due or new or each.waiting or each.asks:
            yield each, each.is_due, new, each.waiting or each.asks
    for each in found.owned.get(id_, ()):
        yield each, each.is_due, False, True
    for each in (each for unit_id in scope.units for each in found.in_units.get(unit_id, ())):
        new = each.assigned_at is not None and each.assigned_at > since
        asks = each.asks or (each.waiting and each.cadre_id is None)
        if each.is_due or new or asks:
            yield each, each.is_due, new, asks
    for due in _under(scope.areas, found.due_in_areas):
        yield due, True, False, False
    for each in _under(scope.areas, found.in_areas):
        new = each.filed_at > since
        if each.is_due or new or each.asks:
            yield each, each.is_due, new, each.asks
    for each in _under(scope.intake, found.in_intake):
        new, held = each.filed_at > since, each.unit_id is None
        if new or each.undecided or (held and each.waiting):
            yield each, held and each.is_due, new, each.asks or (held and each.waiting)


def _under(paths: tuple[str, ...], found: Iterable[_Case]) -> Iterator[_Case]:
    """Give those that lie in one of the areas at these paths, or below."""
    return (each for each in found if each.area_path.startswith(paths)) if paths else iter(())


def scope_of(staff: Staff, org: Organisation, person_id: int) -> Scope:
    """Return the scope of somebody's posts."""
    posts = staff.of(person_id)
    led = {post.unit_id for post in posts if post.role is Role.HEAD and post.unit_id is not None}
    units = sorted(units_below(org, led))

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
