"""A visit's pass, which is read at the door, and its entry for a calendar: asked for, made by a job, handed over."""

from typing import Final

from casework.actions.files import AT_ONCE, keep_made
from casework.actions.reception.booking import ahead
from casework.actions.telling import tell
from casework.errors import Refused
from casework.files import File, FileKind, FileState, Job, Kept
from casework.notices import Urgency
from casework.reception.days import Booking, BookingState, booking_key
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork

PASS: Final = "reception_pass"  # noqa: S105 - a visitor's pass, no secret
"""The kind of the job that makes a visit's pass: its subject is the file that the QR code becomes."""

_SOURCE: Final = "visit:"


async def ask_pass(uow: UnitOfWork, reception_id: int, which: int, by: int) -> Booking:
    """Ask for a visit's pass and its entry for a calendar: they come as files.

    Raises NotYours, Refused("reception-past"), and Refused("reception-waits") on the waiting list.
    """
    booking = await ahead(uow, booking_key(reception_id, by, which))
    if booking.state is BookingState.WAITING:
        raise Refused("reception-waits")
    file = File(uow.new_id(), by, FileKind.PHOTO, 0, uow.now, source=_SOURCE + booking.key)
    uow.put(file)
    uow.put(Job(uow.new_id(), PASS, file.id, uow.now, AT_ONCE))
    booking = replace(booking, entry=booking.sequence)
    uow.put(booking)
    return booking


async def keep(uow: UnitOfWork, reception_id: int, which: int, by: int) -> Booking:
    """Keep a visit as it was changed; who has an entry of it in a calendar gets the new one.

    Raises NotYours, and Refused("reception-past").
    """
    booking = await ahead(uow, booking_key(reception_id, by, which))
    if booking.state is BookingState.BOOKED and booking.entry_is_old:
        return await ask_pass(uow, reception_id, which, by)
    return booking


def visit_in(source: str) -> str:
    """Return the key of the visit that a file is the pass of; "" for a file of another source."""
    return source.removeprefix(_SOURCE) if source.startswith(_SOURCE) else ""


async def pass_made(uow: UnitOfWork, file_id: int, code: Kept, entry: Kept, name: str) -> None:
    """Hand over what a job has made: the QR code, and the entry for a calendar under its `name`.

    Nothing where the visit was cancelled meanwhile.
    """
    file = await uow.get(File, file_id)
    booking = await uow.get(Booking, visit_in(file.source)) if file is not None else None
    if file is None or booking is None or booking.state is not BookingState.BOOKED:
        return
    uow.put(replace(file, source="", digest=code.digest, size=code.size, mime=code.mime, state=FileState.KEPT))
    other = keep_made(uow, file.person_id, FileKind.DOCUMENT, entry, name)
    for each, kind in ((file, "reception_pass"), (other, "reception_calendar")):
        await tell(uow, file.person_id, kind, Urgency.NOW, file=each.id, number=booking.number)


async def no_pass(uow: UnitOfWork, file_id: int) -> None:
    """Say that no pass could be made: the number does as well."""
    file = await uow.get(File, file_id)
    booking = await uow.get(Booking, visit_in(file.source)) if file is not None else None
    if file is not None and booking is not None:
        uow.put(replace(file, source="", state=FileState.LOST))
        await tell(uow, file.person_id, "reception_no_pass", Urgency.NOW, number=booking.number)
