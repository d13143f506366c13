"""An on-site day in the calendars of those who go there: asked for by a tap, moved with the day, and taken back
where it is not held, or its resident stays away.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from casework.actions.files import AT_ONCE
from casework.actions.telling import tell
from casework.files import File, FileKind, FileState, Job, Kept
from casework.notices import Urgency
from casework.onsite.outings import Outing
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork

ENTRY: Final = "outing_entry"
"""The kind of the job that makes an entry, or what takes one out: its subject is the file that it becomes."""

OFF: Final = "outing_entry_off"
"""The kind of the notice that hands over what takes an entry out."""

_SOURCE: Final = "outing"
_BETWEEN: Final = "|"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a file becomes: the entry of a day as it stands, in its `sequence`, or with `off` what takes it out."""

    outing_id: int
    sequence: int
    off: bool


def entered(uow: UnitOfWork, outing: Outing, person_id: int) -> Outing:
    """Return a day, as it is to be put, that stands in somebody's calendar, too: the entry comes as a file."""
    _make(uow, Wanted(outing.id, outing.sequence, off=False), person_id)
    return replace(outing, entries=tuple(dict.fromkeys((*outing.entries, person_id))))


def renewed(uow: UnitOfWork, outing: Outing) -> Outing:
    """Return a day that has been moved, as it is to be put: whoever has it in their calendar gets the new entry."""
    if not outing.entries:
        return outing
    for person_id in outing.entries:
        _make(uow, Wanted(outing.id, outing.sequence + 1, off=False), person_id)
    return replace(outing, sequence=outing.sequence + 1)


def taken_back(uow: UnitOfWork, outing: Outing, people: Collection[int]) -> Outing:
    """Return a day, as it is to be put, that does not stand in these people's calendars any more: whoever has an entry
    gets a file that takes it out there. Whoever asks again has one with a higher sequence.
    """
    having = [each for each in outing.entries if each in people]
    if not having:
        return outing
    for person_id in having:
        _make(uow, Wanted(outing.id, outing.sequence + 1, off=True), person_id)
    left = tuple(each for each in outing.entries if each not in people)
    return replace(outing, entries=left, sequence=outing.sequence + 2)


def wanted_in(source: str) -> Wanted | None:
    """Return what a file is to become; None for a file of another source."""
    match source.split(_BETWEEN):
        case [mark, outing_id, sequence, off] if mark == _SOURCE:
            return Wanted(int(outing_id), int(sequence), off == "off")
    return None


async def made(uow: UnitOfWork, file_id: int, entry: Kept, name: str) -> None:
    """Hand over what a job has made, under its `name`; no entry of a day that is called off by now."""
    file = await uow.get(File, file_id)
    wanted = wanted_in(file.source) if file is not None else None
    outing = await uow.get(Outing, wanted.outing_id) if wanted is not None else None
    if file is None or wanted is None or outing is None:
        return
    if not wanted.off and file.person_id not in outing.entries:
        await not_made(uow, file_id)
        return
    uow.put(
        replace(file, source="", name=name, digest=entry.digest, size=entry.size, mime=entry.mime, state=FileState.KEPT)
    )
    kind = OFF if wanted.off else ENTRY
    await tell(uow, file.person_id, kind, Urgency.NOW, file=file.id, outing_id=outing.id)


async def not_made(uow: UnitOfWork, file_id: int) -> None:
    """Note that the file could not be made: nobody misses it, for they were told of the day in words."""
    file = await uow.get(File, file_id)
    if file is not None:
        uow.put(replace(file, source="", state=FileState.LOST))


def _make(uow: UnitOfWork, wanted: Wanted, person_id: int) -> None:
    words = (_SOURCE, str(wanted.outing_id), str(wanted.sequence), "off" if wanted.off else "on")
    file = File(uow.new_id(), person_id, FileKind.DOCUMENT, 0, uow.now, source=_BETWEEN.join(words))
    uow.put(file)
    uow.put(Job(uow.new_id(), ENTRY, file.id, uow.now, AT_ONCE))
