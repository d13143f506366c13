"""A brief: for which place and days, who gets it, and, for the public one, who has let it go out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from casework.briefs.periods import Period
from casework.petitions import Fired


class BriefState(StrEnum):
    """Where a brief stands."""

    PLANNED = "planned"  # the weekly one, until its morning
    MAKING = "making"  # a job counts and draws
    TOLD = "told"  # its readers have it
    WAITING = "waiting"  # for the public: somebody has to read it first
    PUBLISHED = "published"
    DECLINED = "declined"
    REPLACED = "replaced"  # the next weekly one has come
    LAPSED = "lapsed"  # there was nobody to read it, or nobody has decided
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Brief:
    """The brief of an area from the `first` to the `last` of some days, to be made at a moment.

    A `weekly` one is followed by the next; a `public` one goes to nobody before one of its `readers` has let it. With a
    `unit_id` it is about the cases of that unit and of those below it, wherever they are: `area_id` is the unit's seat.
    `texts` and `pictures` (ids of files) are by language. `fired` belongs to the running epoch.
    """

    id: int
    area_id: int
    first: date
    last: date
    at: datetime
    epoch_at: datetime
    weekly: bool = False
    public: bool = False
    readers: tuple[int, ...] = ()
    state: BriefState = BriefState.PLANNED
    texts: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    decided_by: int | None = None
    epoch: int = 0
    fired: Mapping[str, Fired] = field(default_factory=dict)
    version: int = 0
    unit_id: int | None = None

    @property
    def period(self) -> Period:
        """Its days."""
        return Period(self.first, self.last)
