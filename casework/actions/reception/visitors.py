"""Telling visitors: whoever has booked, also for others. Who came without booking hears it at the door."""

from typing import Any

from casework.actions.telling import tell
from casework.notices import Urgency
from casework.reception.days import Booking
from casework.unit_of_work import UnitOfWork


async def tell_visitor(uow: UnitOfWork, booking: Booking, kind: str, *, follow_up: bool = False, **args: Any) -> None:
    """Tell whoever has booked a visit. The reader finds the visit by `reception_id` and `key`."""
    if booking.clerk_id is None:
        reception_id, key = booking.reception_id, booking.key
        await tell(
            uow, booking.person_id, kind, Urgency.NOW, None, follow_up, reception_id=reception_id, key=key, **args
        )
