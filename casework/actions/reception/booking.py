"""A visit is booked, moved and cancelled; a place that becomes free goes to the first of the waiting list."""

from collections.abc import Sequence
from dataclasses import dataclass

from casework.actions.reception.about import kept_from_accused
from casework.actions.reception.access import open_day
from casework.actions.reception.entries import take_back
from casework.actions.reception.visitors import tell_visitor
from casework.errors import NotYours, Refused
from casework.reception.booking import may_be_filled, nearest_free, seated, with_place
from casework.reception.days import Booking, BookingState, Reception, booking_key
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody books: the time, counted from 0 among the day's as they were in its `epoch`; perhaps what it is
    about; for whom else, if so.
    """

    slot: int
    case_id: int | None = None
    words: str = ""
    name: str = ""
    phone: str = ""
    for_other: bool = False
    epoch: int | None = None


async def book(uow: UnitOfWork, reception_id: int, by: int, wish: Wish) -> Booking:
    """Book a visit: the time that was wished for, else the free one nearest to it, else the waiting list.

    Raises NotYours for somebody else's case, Refused("reception-over"), Refused("reception-booked", number) where there
    is one already, Refused("reception-others", most), Refused("reception-accuses") where what it is about is to be
    kept from everybody who receives, Refused("reception-no-place") once the last time has begun,
    Refused("reception-full") where the waiting list is full, too, and Refused("reception-times-changed") where the
    office has changed the day since the time was chosen.
    """
    reception = await open_day(uow, reception_id)
    _refuse_changed(reception, wish.epoch)
    key = await _new_key(uow, reception, by, for_other=wish.for_other)
    booking = Booking(
        key,
        reception.id,
        by,
        BookingState.WAITING,
        uow.now,
        words=wish.words,
        case_id=wish.case_id,
        name=wish.name,
        phone=wish.phone,
    )
    booking = await kept_from_accused(uow, reception, booking)
    known = await uow.get(Booking, key)
    if known is not None:
        # It takes the place of the entry that their calendar may still have of it.
        booking = replace(booking, version=known.version, uid=known.uid, sequence=known.sequence + 1, entry=known.entry)
    return _placed(uow, reception, booking, wish.slot)


async def move(
    uow: UnitOfWork, reception_id: int, which: int, by: int, to_id: int, slot: int, epoch: int | None = None
) -> Booking:
    """Move a visit to another time of the same day, or of another one; the place of before goes to who waits for it.

    Raises as `book` does; where no place is free, Refused("reception-full"), and it stays as it was.
    """
    days = {day.id: day for day in await uow.get_all(Reception, sorted({reception_id, to_id}))}
    before = await ahead(uow, booking_key(reception_id, by, which))
    if to_id not in days or reception_id not in days:
        raise NotYours
    to = await open_day(uow, to_id)
    _refuse_changed(to, epoch)
    place = nearest_free(to, slot, uow.now)
    if place is None:
        raise Refused("reception-full")
    if to_id == reception_id:
        freed = _without(to, before)
        booking = seated(to, before, place)
        uow.put(booking)
        uow.put(await _filled(uow, with_place(freed, place, booking.key), before))
        return booking
    key = await _new_key(uow, to, by, for_other=before.for_other)
    known = await uow.get(Booking, key)
    gone = known or replace(before, key=key, reception_id=to.id, uid="", sequence=0, entry=None, version=0)
    # What it is called in calendars goes with the visit, so that it moves there, too; the two change names.
    booking = replace(
        before, key=key, reception_id=to.id, at=uow.now, version=gone.version, uid=before.calendar_uid, epoch=to.epoch
    )
    booking = await kept_from_accused(uow, to, booking)
    uow.put(
        replace(
            before,
            state=BookingState.CANCELLED,
            number=0,
            uid=gone.calendar_uid,
            sequence=gone.sequence,
            entry=gone.entry,
        )
    )
    uow.put(await _filled(uow, _without(days[reception_id], before), before))
    return _placed(uow, to, booking, slot)


async def cancel(uow: UnitOfWork, reception_id: int, which: int, by: int) -> Booking:
    """Cancel a visit, or leave the waiting list; an entry in a calendar is taken back. Raises NotYours, and
    Refused("reception-past") for one that was.
    """
    reception = await uow.get(Reception, reception_id)
    booking = await ahead(uow, booking_key(reception_id, by, which))
    if reception is None:
        raise NotYours
    cancelled = await _cancelled(uow, reception, booking)
    if booking.state is BookingState.BOOKED:
        cancelled = take_back(uow, cancelled, reception.start_of(booking.number - 1))
        uow.put(cancelled)
    return cancelled


async def cancel_all(uow: UnitOfWork, bookings: Sequence[Booking]) -> None:
    """Cancel somebody's visits that are to come, and forget what they said of themselves and others in all of them."""
    for booking in bookings:
        reception = await uow.get(Reception, booking.reception_id) if booking.state.is_ahead else None
        over = await _cancelled(uow, reception, booking) if reception is not None else booking
        uow.put(replace(over, words="", name="", phone=""))


async def _cancelled(uow: UnitOfWork, reception: Reception, booking: Booking) -> Booking:
    """Put a visit that is to come as cancelled, and its place as whoever waits has it; return it."""
    # First it leaves its number, then that is somebody else's: two never have the same one.
    cancelled = replace(booking, state=BookingState.CANCELLED, number=0)
    uow.put(cancelled)
    uow.put(await _filled(uow, _without(reception, booking), booking))
    return cancelled


# ----- Places -----


def _refuse_changed(reception: Reception, epoch: int | None) -> None:
    """Raise Refused("reception-times-changed") where a time was chosen among those of another `epoch` of the day."""
    if epoch is not None and epoch != reception.epoch:
        raise Refused("reception-times-changed")


def _placed(uow: UnitOfWork, reception: Reception, booking: Booking, slot: int) -> Booking:
    """Give a booking the free place nearest to a time, else put it on the waiting list; return it as it is put."""
    place = nearest_free(reception, slot, uow.now)
    if place is not None:
        booking = seated(reception, booking, place)
        uow.put(with_place(reception, place, booking.key))
    elif reception.starts[-1] <= uow.now:
        raise Refused("reception-no-place")
    elif len(reception.waiting) >= uow.rules.profile.reception.waiting_most:
        raise Refused("reception-full")
    else:
        uow.put(replace(reception, waiting=(*reception.waiting, booking.key)))
    uow.put(booking)
    return booking


def _without(reception: Reception, booking: Booking) -> Reception:
    """Return the day without a booking, its place free."""
    if booking.state is BookingState.WAITING:
        return replace(reception, waiting=tuple(key for key in reception.waiting if key != booking.key))
    return with_place(reception, booking.number - 1, "")


async def _filled(uow: UnitOfWork, reception: Reception, left: Booking) -> Reception:
    """Return the day with the place that `left` had given to the first who waits, who is told; as it is where that
    would come too late for them to come.
    """
    place, hours = left.number - 1, uow.rules.profile.reception.fill_hours
    if left.state is BookingState.WAITING or not reception.waiting:
        return reception
    if not may_be_filled(reception, place, uow.now, hours):
        return reception
    key, *others = reception.waiting
    booking = await uow.get(Booking, key)
    if booking is None:
        raise LookupError(f"nobody has booked {key}")
    uow.put(seated(reception, booking, place))
    await tell_visitor(uow, booking, "reception_filled")
    return replace(with_place(reception, place, key), waiting=tuple(others))


async def ahead(uow: UnitOfWork, key: str) -> Booking:
    """Return a visit that is still to come. Raises NotYours, and Refused("reception-past") for one that was."""
    booking = await uow.get(Booking, key)
    if booking is None or booking.state is BookingState.CANCELLED:
        raise NotYours
    if not booking.state.is_ahead:
        raise Refused("reception-past")
    return booking


async def _new_key(uow: UnitOfWork, reception: Reception, by: int, *, for_other: bool) -> str:
    """Return the key of a visit that is not booked yet: one's own, or the next for others."""
    most = uow.rules.profile.reception.for_others
    keys = [booking_key(reception.id, by, which) for which in (range(1, most + 1) if for_other else (0,))]
    known = {each.key: each for each in await uow.get_all(Booking, keys)}
    for key in keys:
        if key not in known or known[key].state is BookingState.CANCELLED:
            return key
    if for_other:
        raise Refused("reception-others", most=most)
    raise Refused("reception-booked", number=known[keys[0]].number)
