"""What falls due of a reception day: those who come are reminded, and the office closes the day."""

from collections.abc import Sequence
from typing import Final

from casework.actions.above import is_present
from casework.actions.reception.access import figures, held_by, visits
from casework.actions.reception.promising import follow
from casework.actions.reception.visitors import tell_visitor
from casework.actions.telling import tell
from casework.errors import Refused
from casework.notices import Urgency
from casework.people import Person
from casework.petitions import Draft, fired_again, times_fired
from casework.reception.days import Booking, BookingState, DayState, Reception
from casework.reception.rights import answering, office_of
from casework.reception.summary import Summary
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork

_OWED: Final = frozenset({BookingState.HERE, BookingState.CALLED})


async def fire_reception(uow: UnitOfWork, reception: Reception, kind: str) -> None:
    """Carry out a follow-up of a day, and count it as fired."""
    round_ = times_fired(reception, kind)
    reception = replace(reception, fired=fired_again(reception, kind, uow.now))
    if kind == "reception_over":
        await _over(uow, reception, round_)
        return
    uow.put(reception)
    if kind == "reception_tomorrow":
        await _remind(uow, reception.places, kind)
        for person_id in answering(uow.staff, reception):
            await tell(uow, person_id, "reception_list", Urgency.NOW, None, True, reception_id=reception.id)
    elif reception.starts[round_] > uow.now:
        most = len(reception.rooms)
        await _remind(uow, reception.places[round_ * most : (round_ + 1) * most], kind)


async def _remind(uow: UnitOfWork, places: Sequence[str], kind: str) -> None:
    for booking in await uow.get_all(Booking, [key for key in places if key]):
        if booking.state is BookingState.BOOKED:
            await tell_visitor(uow, booking, kind, follow_up=True)


async def close_day(uow: UnitOfWork, reception_id: int, by: int) -> Summary:
    """Close a day that is over: who did not come is noted as missed, and the figures go to the leader.

    Before its last time it can be closed once nobody is still to come. Raises NotYours, Refused("reception-not-over"),
    and Refused("reception-inside", number) while somebody who has come was not received, or is in a room.
    """
    reception = await held_by(uow, reception_id, by)
    bookings = await uow.get_all(Booking, reception.keys)
    readable = await visits(uow, reception, by)
    for each in readable:
        if each.state in _OWED:
            raise Refused("reception-inside", number=each.number)
    early = uow.now < reception.ends_at and any(each.state is BookingState.BOOKED for each in bookings)
    if early or any(each.state in _OWED for each in bookings):
        # Of whoever the reader must not know of, it is not said that it is they who are waited for.
        raise Refused("reception-not-over")
    await _close(uow, reception, bookings, by)
    return await figures(uow, readable)


async def _over(uow: UnitOfWork, reception: Reception, round_: int) -> None:
    """The morning after: the day closes by itself, unless somebody who had come was not received, or is not noted so.

    Then the office is asked, whoever has announced it first, then everybody who runs it, every working morning.
    """
    bookings = await uow.get_all(Booking, reception.keys)
    owed = [each for each in bookings if each.state in _OWED]
    if not owed:
        await _close(uow, reception, bookings, None)
        return
    uow.put(reception)
    for person_id in await _office(uow, reception, everybody=round_ > 0):
        await tell(uow, person_id, "reception_owed", Urgency.LIMIT, None, True, reception_id=reception.id)


async def _close(uow: UnitOfWork, reception: Reception, bookings: Sequence[Booking], by: int | None) -> None:
    for booking in bookings:
        if booking.state is BookingState.BOOKED:
            uow.put(replace(booking, state=BookingState.MISSED))
    for booking in bookings:
        await _promises(uow, reception, booking)
    for booking in await uow.get_all(Booking, list(reception.waiting)):
        await tell_visitor(uow, booking, "reception_in_vain", follow_up=True)
    uow.put(replace(reception, state=DayState.OVER, epoch=reception.epoch + 1))
    for person_id in answering(uow.staff, reception):
        if person_id != by:
            await tell(uow, person_id, "reception_closed", Urgency.NOW, reception_id=reception.id)


async def _promises(uow: UnitOfWork, reception: Reception, booking: Booking) -> None:
    """Have what was promised carried out, also where the visitor has not confirmed what was written down."""
    for matter in booking.matters:
        draft = await uow.get(Draft, matter.draft_id)
        if matter.promised is not None and matter.task_id is None and draft is not None and draft.petition_id is None:
            booking = await follow(uow, reception, booking, matter, draft, None)


async def _office(uow: UnitOfWork, reception: Reception, *, everybody: bool) -> list[int]:
    """Return who of the office is asked about a day: whoever has announced it, where they still serve and are there;
    else, or again, everybody who runs it.
    """
    people = office_of(uow.staff, reception)
    first = await uow.get(Person, reception.published_by)
    if not everybody and first is not None and first.id in people and is_present(first, uow.now):
        return [first.id]
    return people
