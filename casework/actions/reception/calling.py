"""In the room: the next one is called, and has been received, or does not come."""

from casework.actions.reception.access import held_by, visit, visits
from casework.actions.reception.visitors import tell_visitor
from casework.errors import Refused
from casework.reception.days import Booking, BookingState
from casework.reception.queue import free_room, in_turn
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork


async def call(uow: UnitOfWork, reception_id: int, by: int, number: int = 0) -> Booking:
    """Call the next one in turn, or a certain `number`, to a free room; whoever follows hears that they are next.

    Raises NotYours, Refused("reception-over"), Refused("reception-nobody"), Refused("reception-rooms") while all rooms
    are taken, and Refused("reception-not-here", number).
    """
    reception = await held_by(uow, reception_id, by)
    bookings = await visits(uow, reception, by)
    waiting = in_turn(reception, bookings, uow.now)
    chosen = [each for each in waiting if each.number == number] if number else waiting[:1]
    if not chosen:
        raise Refused("reception-not-here", number=number) if number else Refused("reception-nobody")
    # Who sits in a room takes it up, also where the reader must not know of them.
    room = free_room(reception, await uow.get_all(Booking, reception.keys))
    if room is None:
        raise Refused("reception-rooms")
    booking = replace(chosen[0], state=BookingState.CALLED, called_at=uow.now, room=room)
    uow.put(booking)
    await tell_visitor(uow, booking, "reception_called")
    for following in [each for each in waiting if each.key != booking.key][:1]:
        await tell_visitor(uow, following, "reception_next")
    return booking


async def receive(uow: UnitOfWork, reception_id: int, number: int, by: int) -> Booking:
    """Note that a visitor has been received. Raises Refused("reception-not-called") for who was not in a room."""
    booking = await _called(uow, reception_id, number, by)
    booking = replace(booking, state=BookingState.RECEIVED, received_at=uow.now)
    uow.put(booking)
    return booking


async def miss(uow: UnitOfWork, reception_id: int, number: int, by: int) -> Booking:
    """Note that whoever was called did not come in. Who comes later is checked in again."""
    booking = await _called(uow, reception_id, number, by)
    booking = replace(booking, state=BookingState.MISSED, room="", called_at=None)
    uow.put(booking)
    await tell_visitor(uow, booking, "reception_missed")
    return booking


async def _called(uow: UnitOfWork, reception_id: int, number: int, by: int) -> Booking:
    reception = await held_by(uow, reception_id, by)
    booking = await visit(uow, reception, number, by)
    if booking.state is not BookingState.CALLED:
        raise Refused("reception-not-called", number=number)
    return booking
