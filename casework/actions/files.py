"""Files: taken in with a message, fetched by a job, kept or lost."""

from datetime import UTC, datetime
from typing import Final

from casework.actions.telling import tell
from casework.files import LARGEST, File, FileKind, FileState, Job, Kept
from casework.notices import Urgency
from casework.petitions import Case
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event

FETCH: Final = "fetch"
"""The kind of the job that fetches a file: its subject is the file."""

SERVICE: Final = 0
"""Whose a file is that the service itself keeps: nobody's, and it stays when its sender goes."""

AT_ONCE: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""When a new job may begin. Case time may run ahead of machine time, so it says nothing here."""


def receive(uow: UnitOfWork, file: File) -> File:
    """Take in a file that came with a message, and return it as it is put.

    With a digest it is kept already; with a source a job is put that fetches it; one that is larger than LARGEST, or
    has neither, is lost: whoever calls says so.
    """
    if file.digest:
        file = replace(file, state=FileState.KEPT)
    elif file.source and file.size <= LARGEST:
        file = replace(file, state=FileState.WANTED)
        uow.put(Job(uow.new_id(), FETCH, file.id, uow.now, AT_ONCE))
    else:
        file = replace(file, state=FileState.LOST)
    uow.put(file)
    return file


def keep_made(uow: UnitOfWork, person_id: int, kind: FileKind, kept: Kept, name: str = "") -> File:
    """Put a file that a job has made for somebody, in no case, and return it."""
    file = File(
        id=uow.new_id(),
        person_id=person_id,
        kind=kind,
        number=0,
        at=uow.now,
        name=name,
        mime=kept.mime,
        size=kept.size,
        digest=kept.digest,
        state=FileState.KEPT,
    )
    uow.put(file)
    return file


async def kept(uow: UnitOfWork, file_id: int, digest: str, size: int, mime: str) -> None:
    """Record that the bytes of a file are kept: under which digest, how many they are, and what they are.

    A file that is not wanted (any more) stays as it is: a job may come twice.
    """
    file = await uow.get(File, file_id)
    if file is not None and file.state is FileState.WANTED:
        uow.put(replace(file, state=FileState.KEPT, digest=digest, size=size, mime=mime))


async def lost(uow: UnitOfWork, file_id: int) -> None:
    """Record that a file could not be had, and ask its sender to send it again; whoever has its case sees it there.

    Nothing where it is not wanted. Looks for its cases: so it comes before any other change of its turn.
    """
    file = await uow.get(File, file_id)
    if file is None or file.state is not FileState.WANTED:
        return
    cases = await _shown_with(uow, file)
    uow.put(replace(file, state=FileState.LOST))
    for case in cases:
        event(uow, case, "file_lost", actor=None, role="system", public=False, file=file.id)
        uow.put(replace(case, files_lost=case.files_lost + 1))
    about = cases[0] if file.case_id is not None and cases else None
    await tell(uow, file.person_id, "file_lost", Urgency.NOW, about, what=file.kind.value)


async def _shown_with(uow: UnitOfWork, file: File) -> list[Case]:
    """Return the cases that count a file."""
    if file.case_id is not None:
        return await uow.get_all(Case, [file.case_id])
    if file.petition_id is None:
        return []
    cases = await uow.cases_of_petition(file.petition_id)
    shielded = [case for case in cases if case.shielded]
    return shielded or cases
