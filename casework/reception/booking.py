"""Which place somebody gets, and who comes next from the waiting list: pure, over the row of the day."""

from datetime import datetime, timedelta

from casework.reception.days import Booking, BookingState, Reception
from casework.replacing import replace


def free_slots(reception: Reception, now: datetime) -> list[int]:
    """Return the times, counted from 0, that lie ahead and have a free place."""
    return [slot for slot, start in enumerate(reception.starts) if start > now and reception.free_in(slot)]


def nearest_free(reception: Reception, wanted: int, now: datetime) -> int | None:
    """Return the free place nearest to the time that somebody wanted, the later of two; None where none is free."""
    slots = free_slots(reception, now)
    if not slots:
        return None
    best = min(slots, key=lambda slot: (abs(slot - wanted), -slot))
    return reception.free_in(best)[0]


def with_place(reception: Reception, place: int, key: str) -> Reception:
    """Return the day with a place given to a booking, or free again for "".

    Raises ValueError for a place that another booking has: it must never be given twice.
    """
    if key and reception.places[place]:
        raise ValueError(f"place {place} of {reception.id} is taken")
    return replace(reception, places=(*reception.places[:place], key, *reception.places[place + 1 :]))


def may_be_filled(reception: Reception, place: int, now: datetime, hours: int) -> bool:
    """Tell whether somebody on the waiting list can still come in time, told `hours` before at the latest."""
    return reception.start_of(place) - now >= timedelta(hours=hours)


def filled(reception: Reception, now: datetime, hours: int) -> Reception:
    """Return the day with its free places given to who waits, in order, as far as they can still come."""
    for place, key in enumerate(reception.places):
        if not key and reception.waiting and may_be_filled(reception, place, now, hours):
            first, *others = reception.waiting
            reception = replace(with_place(reception, place, first), waiting=tuple(others))
    return reception


def seated(reception: Reception, booking: Booking, place: int) -> Booking:
    """Return a booking as it has a place of the day; an entry for a calendar made from now on stands above the last."""
    sequence = booking.sequence + (booking.entry == booking.sequence)
    return replace(booking, state=BookingState.BOOKED, number=place + 1, epoch=reception.epoch, sequence=sequence)
