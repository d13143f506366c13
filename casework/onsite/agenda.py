"""The agenda of an on-site day: the order in which one walks, and notes in the order in which they were sent. Pure."""

from collections.abc import Iterable, Sequence

from casework.geo import distance_km
from casework.onsite.outings import Note
from casework.petitions import Case

Spot = tuple[float, float]


def walking_order(cases: Sequence[Case], start: Spot | None) -> list[Case]:
    """Return cases in the order in which one walks: always to the nearest one next, from `start` or, without it, from
    the case that is due first. Those of which nobody knows the place come last, the nearest limit first.
    """
    due = sorted(cases, key=lambda case: (case.limit_at, case.id))
    left = [(case, spot) for case in due if (spot := spot_of(case)) is not None]
    ordered: list[Case] = []
    here = start if start is not None or not left else left[0][1]
    while left and here is not None:
        at = _nearest(here, left)
        left.remove(at)
        ordered.append(at[0])
        here = at[1]
    return ordered + [case for case in due if spot_of(case) is None]


def _nearest(here: Spot, left: Sequence[tuple[Case, Spot]]) -> tuple[Case, Spot]:
    return min(left, key=lambda each: distance_km(*here, *each[1]))


def spot_of(case: Case) -> Spot | None:
    """Return where a case is, in degrees; None where nobody has said it."""
    return (case.lat, case.lon) if case.lat is not None and case.lon is not None else None


def in_order(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return notes as they were sent, whenever they arrived: out of a dead spot they come in bursts, and mixed up."""
    return tuple(sorted(notes, key=lambda note: note.at))
