"""The figures of a brief: counted by storage in groups, and put together here by place, by unit and as a whole.

A case counts once in each figure, at one moment:

- it came in when it was filed, and ended when it was closed (a case that is taken up again has not ended);
- its answer was due at the end of the limit that runs, or was given before that: whichever came first decides whether
  it was in time;
- how it ended is the resident's own word, or none. Silence, withdrawal, merging, refusal and "not accepted" are counted
  apart, and never as solved.

A case that is kept from somebody is in none of these figures: what is in no whole cannot be worked out from its parts
(articles 30 and 46). `Kept` counts those, for whoever may see each of them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from operator import add
from typing import Final, Generic, TypeVar

from casework.areas import Area, area_ids
from casework.briefs.growth import Grown, grown
from casework.organisation import Organisation

ENDS: Final = (
    "solved",
    "answered",
    "settled",
    "contested",
    "no_answer",
    "withdrawn",
    "merged",
    "refused",
    "not_accepted",
)
"""How a case can have ended: the values of `casework.petitions.Closing`, and what is counted apart from them."""

CONTENT: Final = ("solved", "answered", "settled")
"""The ends by which the resident has said that it may end here."""

SPOKEN: Final = (*CONTENT, "contested")
"""The ends with a word of the resident's on what was done."""

LIKED: Final = range(4, 6)
"""The stars of whoever is satisfied."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What is counted of a group of cases in a period.

    `came` in; `open` and, of them, `late` and sent back (`again`) at its end; `due`: decided in it whether the answer
    was in time, and `in_time` of them; `earlier` came in the periods before. The rest are the ends.
    """

    came: int = 0
    earlier: int = 0
    open: int = 0
    late: int = 0
    again: int = 0
    due: int = 0
    in_time: int = 0
    solved: int = 0
    answered: int = 0
    settled: int = 0
    contested: int = 0
    no_answer: int = 0
    withdrawn: int = 0
    merged: int = 0
    refused: int = 0
    not_accepted: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Return the counts of both groups together."""
        return Counts(*(getattr(self, name) + getattr(other, name) for name in COUNTED))

    @property
    def ends(self) -> dict[str, int]:
        """How many ended in each way."""
        return {name: getattr(self, name) for name in ENDS}

    @property
    def ended(self) -> int:
        """How many ended."""
        return sum(self.ends.values())

    @property
    def spoken(self) -> int:
        """How many ended with a word of the resident's on what was done."""
        return sum(getattr(self, name) for name in SPOKEN)

    @property
    def content(self) -> int:
        """How many ended to the resident's content, by their own word."""
        return sum(getattr(self, name) for name in CONTENT)


COUNTED: Final = tuple(each.name for each in fields(Counts))
"""The columns of a counted group, in order."""

_NOTHING: Final = (0,) * len(COUNTED)

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Group:
    """The cases of one place, unit and category, counted: `path` is that of the area, `counts` are in the order of
    COUNTED.
    """

    path: str
    unit_id: int | None
    category: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stars:
    """One rating: where the case was, whose it was, how many, and when."""

    path: str
    unit_id: int | None
    stars: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Liking:
    """Ratings of a group, in full batches: how many, and how many of them are of the satisfied."""

    rated: int = 0
    liked: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """What is said of one place or unit: its id (None: no unit yet), counts and ratings."""

    id: int | None
    counts: Counts
    liking: Liking

    def __add__(self, other: "Line") -> "Line":
        """Return both together, under no id."""
        liking = Liking(self.liking.rated + other.liking.rated, self.liking.liked + other.liking.liked)
        return Line(None, self.counts + other.counts, liking)


@dataclass(frozen=True, slots=True)
class Span:
    """One of several periods in a row: when it begins, how many came in, and how many ended."""

    begins: datetime
    came: int
    ended: int


@dataclass(frozen=True, slots=True)
class Promised:
    """A promised day that is near, or has passed: of a case, or of a dated task, which has a unit and no number."""

    number: str
    category: str
    area_id: int
    at: datetime
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """Of the cases that are kept from somebody: how many came in, ended, and are open."""

    came: int = 0
    ended: int = 0
    open: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """What storage has counted for a brief: as it stands in the rows, before anything is put together."""

    groups: Sequence[Group]
    stars: Sequence[Stars]
    spans: Sequence[Span]
    heard: frozenset[int]
    promised: Sequence[Promised]
    kept: Mapping[int, Kept] = field(default_factory=dict)


Cause = tuple[str, int | None]
"""A category, and the place below the brief's area where it has grown; None for the whole of it."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a brief: the whole, its places and its units in the order of the organisation, what has grown, the
    last periods, the villages not heard of and how many there are, and the promised days.
    """

    whole: Line
    places: tuple[Line, ...]
    units: tuple[Line, ...]
    growth: tuple[Grown[Cause], ...]
    spans: tuple[Span, ...]
    silent: tuple[int, ...]
    villages: int
    promised: tuple[Promised, ...]


class Sums(Generic[K]):
    """Counts of groups added up by a key: there are tens of thousands of groups, and few keys."""

    def __init__(self) -> None:
        self._sums: dict[K, list[int]] = {}

    def add(self, key: K, counts: Sequence[int]) -> None:
        """Add counts, in the order of COUNTED, to those of a key."""
        self._sums[key] = list(map(add, self._sums.get(key, _NOTHING), counts))

    def counts(self) -> dict[K, Counts]:
        """Return the sums by their keys."""
        return {key: Counts(*sums) for key, sums in self._sums.items()}


def share(part: int, whole: int) -> float | None:
    """Return a part of a whole, 0 to 1; None where there is no whole."""
    return part / whole if whole else None


def figures(
    org: Organisation,
    area: Area,
    counted: Counted,
    since: datetime,
    *,
    periods: int,
    batch: int,
    least: int,
    falsely: float,
    of_unit: bool = False,
) -> Figures:
    """Put together what was counted below an area, or, with `of_unit`, of a unit that has its seat there, in a period
    that began at `since`.

    `periods` is over how many periods before it `Counts.earlier` was counted, `batch` by how many ratings are told at
    once, `least` and `falsely` as in `growth.grown`.
    """
    places, units, causes, whole = Sums[int | None](), Sums[int | None](), Sums[Cause](), Sums[None]()
    for group in counted.groups:
        place = _place(area, group.path)
        whole.add(None, group.counts)
        places.add(place, group.counts)
        units.add(group.unit_id, group.counts)
        for cause in {(group.category, None), (group.category, place)}:
            causes.add(cause, group.counts)
    by_place = _liking(counted.stars, since, batch, lambda each: _place(area, each.path))
    by_unit = _liking(counted.stars, since, batch, lambda each: each.unit_id)
    all_of_it = _liking(counted.stars, since, batch, lambda each: None)
    looked_at = {cause: (counts.came, counts.earlier) for cause, counts in causes.counts().items()}
    # What a village says to one unit tells nothing of whether it is heard.
    asked = () if of_unit else org.areas.values()
    villages = [each.id for each in asked if each.level == "village" and each.active and each.within(area)]
    return Figures(
        Line(area.id, whole.counts().get(None, Counts()), all_of_it.get(None, Liking())),
        _lines(places.counts(), by_place),
        _lines(units.counts(), by_unit),
        tuple(_once(grown(looked_at, periods, least=least, falsely=falsely))),
        tuple(counted.spans),
        tuple(sorted(set(villages) - counted.heard)),
        len(villages),
        tuple(counted.promised),
    )


def _place(area: Area, path: str) -> int:
    """Return the id of the area right below `area` in which a path lies; that of `area` for what lies in none."""
    if not path.startswith(area.path):
        return area.id
    ids = area_ids(path)
    depth = len(area_ids(area.path))
    return ids[depth] if len(ids) > depth else area.id


def _lines(sums: Mapping[int | None, Counts], liking: Mapping[int | None, Liking]) -> tuple[Line, ...]:
    """Return a line a group, in the order of their ids: that of the organisation, and of no merit."""
    keys = sorted(sums, key=lambda key: (key is None, key or 0))
    return tuple(Line(key, sums[key], liking.get(key, Liking())) for key in keys)


def _liking(
    stars: Iterable[Stars], since: datetime, batch: int, key: Callable[[Stars], int | None]
) -> dict[int | None, Liking]:
    """Return the ratings of each group that have become known since a moment.

    Ratings are told in full batches, as `/ratings` tells a unit its own: a batch counts in the period in which it was
    filled. So no two briefs, whatever their periods, differ by a single rating that somebody could put a name to.
    """
    filling: dict[int | None, list[int]] = {}
    found: dict[int | None, Liking] = {}
    for each in stars:
        group = key(each)
        bucket = filling.setdefault(group, [])
        bucket.append(each.stars)
        if len(bucket) < batch:
            continue
        if each.at >= since:
            known = found.get(group, Liking())
            found[group] = Liking(known.rated + batch, known.liked + sum(one in LIKED for one in bucket))
        bucket.clear()
    return found


def _once(found: Iterable[Grown[Cause]]) -> Iterator[Grown[Cause]]:
    """Give what has grown, the same cases once: a category as a whole, or its places."""
    whole: dict[str, bool] = {}
    for each in found:
        category, place = each.what
        if whole.setdefault(category, place is None) == (place is None):
            yield each
