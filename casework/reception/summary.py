"""The figures of a reception day, from what was recorded on it: visitors, matters, answers on the spot, promises."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from casework.petitions import Draft, DraftState
from casework.reception.days import Booking, BookingState

_CASES: Final = frozenset({DraftState.FILED, DraftState.JOINED})
_ASKED: Final = frozenset({DraftState.OPEN, DraftState.SHELVED})


@dataclass(frozen=True, slots=True)
class Summary:
    """One day in figures. `visitors` are people, as many as came together; `visits` how often the door opened.

    `matters` are those that have become a case, or part of one, at the visitor's word; `unconfirmed` wait for it.
    """

    booked: int = 0
    visits: int = 0
    visitors: int = 0
    matters: int = 0
    joined: int = 0
    on_the_spot: int = 0
    promised: int = 0
    unconfirmed: int = 0
    missed: int = 0


def summary(bookings: Iterable[Booking], drafts: Mapping[int, Draft]) -> Summary:
    """Return the figures of the bookings that a reader may see; `drafts` are those of their matters, by id.

    A draft that is missing was never confirmed, and was put away for good long ago: nobody waits for it.
    """
    seen = list(bookings)
    came = [each for each in seen if each.state.has_come]
    matters = [
        (matter, drafts[matter.draft_id]) for each in came for matter in each.matters if matter.draft_id in drafts
    ]
    confirmed = [(matter, draft) for matter, draft in matters if draft.state in _CASES]
    return Summary(
        booked=sum(each.clerk_id is None for each in seen),
        visits=len(came),
        visitors=sum(each.people for each in came),
        matters=len(confirmed),
        joined=sum(draft.state is DraftState.JOINED for _, draft in confirmed),
        on_the_spot=sum(matter.on_the_spot for matter, _ in confirmed),
        promised=sum(matter.promised is not None for matter, _ in confirmed),
        unconfirmed=sum(draft.state in _ASKED for _, draft in matters),
        missed=sum(each.state is BookingState.MISSED for each in seen),
    )
