"""At the door: who has booked is checked in, by number or pass; who has not gets a number."""

from dataclasses import dataclass

from casework.actions.entering import known_by, resident_of
from casework.actions.reception.access import held_by, visit, visits
from casework.actions.reception.visitors import tell_visitor
from casework.errors import Refused
from casework.people import Person
from casework.petitions import Entry, Way
from casework.reception.days import Booking, BookingState, Reception, booking_key
from casework.reception.passes import key_of_pass
from casework.reception.queue import in_turn, wait_of
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who has come without booking: how many together, and what they want to say of themselves."""

    people: int = 1
    name: str = ""
    phone: str = ""


async def check_in(uow: UnitOfWork, reception_id: int, number: int, by: int, people: int = 1) -> Booking:
    """Note that a visitor has come, with how many others; they hear their number, and about how long they wait.

    Raises NotYours, Refused("reception-over"), Refused("reception-not-today", date), Refused("reception-no-number"),
    Refused("reception-here"), and Refused("reception-people", most) for more than may come at once (article 20).
    """
    reception = await held_by(uow, reception_id, by)
    refuse_many(uow, people)
    booking = await visit(uow, reception, number, by)
    if booking.state.has_come:
        raise Refused("reception-here", number=number)
    return await _arrived(uow, reception, replace(booking, people=people))


async def check_in_by_pass(uow: UnitOfWork, code: str, by: int) -> Booking | None:
    """Check in whoever shows a pass; None for a code that is no pass. Raises as `check_in` does."""
    key = key_of_pass(uow.rules.secret, code)
    booking = await uow.get(Booking, key) if key else None
    if booking is None:
        return None
    return await check_in(uow, booking.reception_id, booking.number, by)


async def own_pass(uow: UnitOfWork, code: str, by: int) -> Booking | None:
    """Return the visit of a pass for whoever has booked it; None for everybody else, and for what is no pass."""
    key = key_of_pass(uow.rules.secret, code)
    booking = await uow.get(Booking, key) if key else None
    return booking if booking is not None and booking.person_id == by else None


async def walk_in(uow: UnitOfWork, reception_id: int, by: int, visitor: Visitor) -> Booking:
    """Give a number to whoever has come without booking. Raises as `check_in` does.

    Whoever was written down before under the same telephone number is the same person, as for any clerk.
    """
    known = await known_by(uow, by, visitor.phone)
    reception = await held_by(uow, reception_id, by)
    refuse_many(uow, visitor.people)
    entry = Entry(Way.VISIT, visitor.name, visitor.phone, resident_id=known[0].resident_id if known else None)
    clerk = await uow.get(Person, by)
    language = clerk.language if clerk is not None else uow.rules.languages[0]
    person_id = resident_of(uow, entry, by, language)
    which = sum(key.startswith(f"{reception.id}:{person_id}:") for key in reception.walk_ins)
    booking = Booking(
        booking_key(reception.id, person_id, which),
        reception.id,
        person_id,
        BookingState.BOOKED,
        uow.now,
        number=len(reception.places) + len(reception.walk_ins) + 1,
        people=visitor.people,
        name=visitor.name,
        phone=visitor.phone,
        clerk_id=by,
        visitor_id=person_id,
        epoch=reception.epoch,
    )
    reception = replace(reception, walk_ins=(*reception.walk_ins, booking.key))
    uow.put(reception)
    return await _arrived(uow, reception, booking)


def refuse_many(uow: UnitOfWork, people: int) -> None:
    """Raise Refused("reception-people", most) for a group larger than may be received at once (article 20)."""
    most = uow.rules.profile.together.representatives
    if not 0 < people <= most:
        raise Refused("reception-people", most=most)


async def _arrived(uow: UnitOfWork, reception: Reception, booking: Booking) -> Booking:
    booking = replace(booking, state=BookingState.HERE, came_at=uow.now)
    uow.put(booking)
    before, minutes = await standing(uow, reception, booking)
    await tell_visitor(uow, booking, "reception_here", before=before, minutes=minutes)
    return booking


async def standing(uow: UnitOfWork, reception: Reception, booking: Booking) -> tuple[int, int]:
    """Return how many are called before a visitor, and about how many minutes that takes, in fives.

    Everybody who waits counts, also those of whom the reader must not know: a number of people says nothing of them.
    """
    bookings = await uow.get_all(Booking, reception.keys)
    queue = [each.key for each in in_turn(reception, bookings, uow.now)]
    before = queue.index(booking.key) if booking.key in queue else 0
    minutes = wait_of(reception, bookings, before, uow.now).total_seconds() / 60
    return before, round(minutes / 5) * 5


async def queue(uow: UnitOfWork, reception: Reception, by: int) -> list[Booking]:
    """Return who waits to be called, in order, of those of whom somebody may know."""
    return in_turn(reception, await visits(uow, reception, by), uow.now)
