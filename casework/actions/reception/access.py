"""Which days and visits somebody may deal with: what is not theirs and what does not exist are the same answer."""

from collections.abc import Sequence

from casework.errors import NotYours, Refused
from casework.petitions import Case, Draft
from casework.reception.days import Booking, BookingState, DayState, Reception
from casework.reception.rights import reads, runs
from casework.reception.summary import Summary, summary
from casework.shielding import is_accused
from casework.unit_of_work import UnitOfWork


async def open_day(uow: UnitOfWork, reception_id: int) -> Reception:
    """Return a day that is announced and not over. Raises NotYours, and Refused("reception-over")."""
    return _open(uow, await uow.get(Reception, reception_id))


async def shown_day(uow: UnitOfWork, reception_id: int) -> Reception:
    """Return such a day to be shown: nobody who books has to wait for that. Raises as `open_day` does."""
    return _open(uow, await read_day(uow, reception_id))


async def read_day(uow: UnitOfWork, reception_id: int) -> Reception | None:
    """Return a day to be shown, whatever its state; None where there is none."""
    return next(iter(await uow.receptions_read([reception_id])), None)


def _open(uow: UnitOfWork, reception: Reception | None) -> Reception:
    if reception is None:
        raise NotYours
    if reception.state is not DayState.OPEN or reception.ends_at <= uow.now:
        raise Refused("reception-over")
    return reception


async def run_by(uow: UnitOfWork, reception_id: int, by: int) -> Reception:
    """Return a day that somebody's office runs. Raises NotYours."""
    reception = await uow.get(Reception, reception_id)
    if reception is None or not runs(uow.staff.of(by), reception):
        raise NotYours
    return reception


async def held_by(uow: UnitOfWork, reception_id: int, by: int) -> Reception:
    """Return a day that somebody's office holds now, or has still to close. Raises NotYours,
    Refused("reception-over"), and Refused("reception-not-today", date) before it.
    """
    reception = await run_by(uow, reception_id, by)
    if reception.state is not DayState.OPEN:
        raise Refused("reception-over")
    day = uow.rules.calendar.day(reception.begins_at)
    if uow.rules.calendar.day(uow.now) < day:
        raise Refused("reception-not-today", date=day)
    return reception


async def visits(uow: UnitOfWork, reception: Reception, by: int) -> list[Booking]:
    """Return the visits of a day that have a number and of which somebody may know, by number.

    Of a visit whose case has come to accuse the reader's unit since it was booked they do not know either.
    """
    posts = uow.staff.of(by)
    found = await uow.get_all(Booking, reception.keys)
    ids = sorted({each.case_id for each in found if each.case_id is not None})
    cases = {case.id: case for case in (await uow.get_all(Case, ids) if ids else [])}
    return [
        each
        for each in found
        if reads(uow.org, posts, each)
        and (each.case_id not in cases or not is_accused(uow.org, cases[each.case_id], posts))
    ]


async def visit(uow: UnitOfWork, reception: Reception, number: int, by: int) -> Booking:
    """Return the visit that is called by a number, for whoever may know of it.

    Raises Refused("reception-no-number", number).
    """
    for booking in await visits(uow, reception, by):
        if booking.number == number:
            return booking
    raise Refused("reception-no-number", number=number)


async def figures(uow: UnitOfWork, bookings: Sequence[Booking]) -> Summary:
    """Return what has come of these visits."""
    ids = [matter.draft_id for each in bookings for matter in each.matters]
    drafts = await uow.get_all(Draft, ids) if ids else []
    return summary(bookings, {draft.id: draft for draft in drafts})


def inside(bookings: Sequence[Booking]) -> list[Booking]:
    """Return who is in a room just now."""
    return [each for each in bookings if each.state is BookingState.CALLED]
