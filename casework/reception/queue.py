"""The queue of a reception day: who is next, how many are before somebody, and how long they wait."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from casework.reception.days import Booking, BookingState, Reception

EARLY: Final = timedelta(minutes=10)
"""So long before their time those who have booked go before those who have not."""

_MEASURED: Final = 3
"""Visits from which on their own length says more than what was planned."""


def in_turn(reception: Reception, bookings: Iterable[Booking], now: datetime) -> list[Booking]:
    """Return who has come and waits, in the order in which they are called.

    First those whose booked time has come, by that; then those who came without booking, as they came; then those who
    have come too early for their time.
    """
    return sorted(
        (each for each in bookings if each.state is BookingState.HERE), key=lambda each: _turn(reception, each, now)
    )


def _turn(reception: Reception, booking: Booking, now: datetime) -> tuple[int, int]:
    if booking.number > len(reception.places):
        return 1, booking.number
    due = reception.start_of(booking.number - 1) - EARLY <= now
    return (0 if due else 2), booking.number


def wait_of(reception: Reception, bookings: Sequence[Booking], before: int, now: datetime) -> timedelta:
    """Return about how long somebody waits who has so many before them: one visit's length for each round of rooms.

    A visit takes as long as those of today did in the middle, once there were some; else as long as was planned.
    """
    lengths = sorted(
        each.received_at - each.called_at
        for each in bookings
        if each.received_at is not None and each.called_at is not None
    )
    length = lengths[len(lengths) // 2] if len(lengths) >= _MEASURED else timedelta(minutes=reception.minutes)
    rounds, rest = divmod(before, len(reception.rooms))
    begins = max(reception.begins_at - now, timedelta())
    busy = sum(each.state is BookingState.CALLED for each in bookings) >= len(reception.rooms)
    return begins + length * (rounds + (1 if busy or rest else 0))


def free_room(reception: Reception, bookings: Iterable[Booking]) -> str | None:
    """Return the first room where nobody is just now; None where all are taken."""
    taken = {each.room for each in bookings if each.state is BookingState.CALLED}
    return next((room for room in reception.rooms if room not in taken), None)
