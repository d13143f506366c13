"""A reception day and who has booked it, as rows.

The day's own row holds who has which place, the waiting list in its order, and who came without booking: so places are
looked up by the key of the day and never counted, and no place is given twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from casework.petitions import Fired


class DayState(StrEnum):
    """Where a reception day stands."""

    OPEN = "open"  # announced, held today, or held and not yet closed
    CANCELLED = "cancelled"
    OVER = "over"


class BookingState(StrEnum):
    """Where somebody who has booked, or has come, stands."""

    WAITING = "waiting"  # on the waiting list
    BOOKED = "booked"
    HERE = "here"  # has come, and waits to be called
    CALLED = "called"  # in the room
    RECEIVED = "received"
    MISSED = "missed"  # did not come
    CANCELLED = "cancelled"

    @property
    def is_ahead(self) -> bool:
        """Whether the visit is still to come, so that it can be moved or cancelled."""
        return self in {BookingState.WAITING, BookingState.BOOKED}

    @property
    def has_come(self) -> bool:
        """Whether the visitor was there."""
        return self in {BookingState.HERE, BookingState.CALLED, BookingState.RECEIVED}


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter that a visitor has brought: the draft of what was said, and what the leader said to it.

    `answer` is what was answered on the spot, or what was promised; `promised` the end of the day by which, None where
    nothing was, and `task_id` the task that it has become. `noted_by` has written it down.
    """

    draft_id: int
    noted_by: int
    answer: str = ""
    promised: datetime | None = None
    task_id: int | None = None

    @property
    def on_the_spot(self) -> bool:
        """Whether it was answered there and then."""
        return bool(self.answer) and self.promised is None


@dataclass(frozen=True, slots=True)
class Reception:
    """A reception day: who receives, where, in which rooms, from when on and for how long each.

    `starts` are the times for which one books, each of `minutes`; at each of them every room has one place. `places`
    holds the key of the booking that has a place, "" where it is free, ordered by time and room; `waiting` the keys of
    the waiting list, first come first; `walk_ins` of those who came without booking. What somebody is called by is one
    number: the place counted from 1, and behind the places those without one. A change begins another `epoch`. A day of
    the series `series_id` that falls on a holiday is held later: `moved_from` is when it would have been. One that is
    `public` is posted in the county's public channel, too, once a second person has let it out there: then it is
    `posted`.
    """

    id: int
    area_id: int
    area_path: str
    host_id: int
    place: str
    topics: str
    rooms: tuple[str, ...]
    starts: tuple[datetime, ...]
    minutes: int
    begins_at: datetime
    ends_at: datetime
    published_by: int
    published_at: datetime
    places: tuple[str, ...]
    waiting: tuple[str, ...] = ()
    walk_ins: tuple[str, ...] = ()
    state: DayState = DayState.OPEN
    reason: str = ""  # why it was cancelled
    epoch: int = 0
    fired: Mapping[str, Fired] = field(default_factory=dict)
    version: int = 0
    series_id: int | None = None
    moved_from: date | None = None
    public: bool = False
    posted: bool = False

    def slot_of(self, place: int) -> int:
        """Return which of `starts` a place belongs to; both count from 0."""
        return place // len(self.rooms)

    def start_of(self, place: int) -> datetime:
        """Return when a place's turn begins."""
        return self.starts[self.slot_of(place)]

    def free_in(self, slot: int) -> list[int]:
        """Return the free places at a time, both counted from 0."""
        most = len(self.rooms)
        return [place for place in range(slot * most, (slot + 1) * most) if not self.places[place]]

    def key_of(self, number: int) -> str:
        """Return the key of the booking that is called by this number; "" for none."""
        everybody = (*self.places, *self.walk_ins)
        return everybody[number - 1] if 0 < number <= len(everybody) else ""

    @property
    def keys(self) -> list[str]:
        """The keys of all bookings that have a number."""
        return [key for key in (*self.places, *self.walk_ins) if key]


@dataclass(frozen=True, slots=True)
class Booking:
    """One visit: whose it is, and what became of it. `key` (`booking_key`) is there once for each day and visitor.

    `number` is what the visitor is called by, 0 for whoever has none. `people` come together. `words` or the case
    `case_id` say what it is about; where that accuses units it is `shielded` from them, as a case is. A visit that was
    booked for somebody else, or entered at the door by `clerk_id`, has their `name` and `phone`; `visitor_id` is who
    that is, once something of theirs was written down.

    `epoch` is the day's when the number was given: a number is there once in it. `sequence` rises with every change of
    time or place, `entry` is that of the entry for a calendar that was asked for last, and `uid` what it is called
    there, "" for its key.
    """

    key: str
    reception_id: int
    person_id: int
    state: BookingState
    at: datetime
    number: int = 0
    people: int = 1
    words: str = ""
    case_id: int | None = None
    shielded: bool = False
    accused: tuple[int, ...] = ()
    name: str = ""
    phone: str = ""
    clerk_id: int | None = None
    visitor_id: int | None = None
    room: str = ""
    came_at: datetime | None = None
    called_at: datetime | None = None
    received_at: datetime | None = None
    matters: tuple[Matter, ...] = ()
    version: int = 0
    epoch: int = 0
    uid: str = ""
    sequence: int = 0
    entry: int | None = None

    @property
    def calendar_uid(self) -> str:
        """What the visit is called in its visitor's calendar, wherever it is moved."""
        return self.uid or self.key

    @property
    def entry_is_old(self) -> bool:
        """Whether its visitor has an entry for a calendar, and the visit was changed since."""
        return self.entry is not None and self.entry < self.sequence

    @property
    def for_other(self) -> bool:
        """Whether somebody has booked it for somebody else."""
        return self.clerk_id is None and which_of(self.key) > 0


def booking_key(reception_id: int, person_id: int, which: int = 0) -> str:
    """Return the key of a visit: `which` is 0 for the person's own, 1 and on for those booked for others."""
    return f"{reception_id}:{person_id}:{which}"


def which_of(key: str) -> int:
    """Return which of a person's visits of a day a key means."""
    return int(key.rpartition(":")[2])
