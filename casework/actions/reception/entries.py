"""An entry in a visitor's calendar is taken back, once the visit that it stands for is not held then any more."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from casework.actions.files import AT_ONCE
from casework.actions.telling import tell
from casework.files import File, FileKind, FileState, Job, Kept
from casework.notices import Urgency
from casework.reception.days import Booking
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork

TAKEN_BACK: Final = "reception_taken_back"
"""The kind of the job that makes what takes an entry out of a calendar: its subject is the file that it becomes."""

_SOURCE: Final = "taken-back"
_BETWEEN: Final = "|"


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Which entry is taken back: the visit's key, what it is called in calendars, when it began, and the `sequence` by
    which a calendar knows that this is the last word.
    """

    key: str
    uid: str
    begins: datetime
    sequence: int


def take_back(uow: UnitOfWork, booking: Booking, begins: datetime) -> Booking:
    """Return a visit that is not held at a moment any more, as it is to be put; whoever has an entry of it in a
    calendar gets a file that takes it out there.

    Whatever has a place later is an entry with a higher sequence, also a visit that waited for it in between: the file
    may be made, and opened, after that, and means this one alone.
    """
    if booking.entry is None:
        return booking
    sequence = booking.sequence + (booking.entry == booking.sequence)
    source = _BETWEEN.join((_SOURCE, booking.key, booking.calendar_uid, begins.isoformat(), str(sequence)))
    file = File(uow.new_id(), booking.person_id, FileKind.DOCUMENT, 0, uow.now, source=source)
    uow.put(file)
    uow.put(Job(uow.new_id(), TAKEN_BACK, file.id, uow.now, AT_ONCE))
    return replace(booking, sequence=sequence + 1, entry=None)


def taken_back_in(source: str) -> TakenBack | None:
    """Return which entry a file takes back; None for a file of another source."""
    match source.split(_BETWEEN):
        case [mark, key, uid, begins, sequence] if mark == _SOURCE:
            return TakenBack(key, uid, datetime.fromisoformat(begins), int(sequence))
    return None


async def taken_back(uow: UnitOfWork, file_id: int, entry: Kept, name: str) -> None:
    """Hand over what a job has made, under its `name`."""
    file = await uow.get(File, file_id)
    back = taken_back_in(file.source) if file is not None else None
    if file is None or back is None:
        return
    uow.put(
        replace(file, source="", name=name, digest=entry.digest, size=entry.size, mime=entry.mime, state=FileState.KEPT)
    )
    await tell(uow, file.person_id, TAKEN_BACK, Urgency.NOW, file=file.id, at=back.begins)


async def not_taken_back(uow: UnitOfWork, file_id: int) -> None:
    """Note that the file could not be made: nobody misses it, for what it is about they were told at once."""
    file = await uow.get(File, file_id)
    if file is not None:
        uow.put(replace(file, source="", state=FileState.LOST))
