"""Writing notes of home visits and talks, and finding them again."""

from collections.abc import Sequence

from casework.actions.enclosing import sent_by
from casework.actions.naming import without_names
from casework.errors import NotYours, Refused
from casework.masking import mask
from casework.notebook import Note, NoteTerm, note_terms
from casework.unit_of_work import UnitOfWork

MOST_FOUND = 8


async def write_note(
    uow: UnitOfWork,
    by: int,
    area_id: int,
    topic: str,
    words: str,
    files: Sequence[int] = (),
    case_id: int | None = None,
) -> Note:
    """Keep a note without the names in it, with photos (ids of files that its author has sent).

    The names that its case has are taken out, too, wherever they stand. Raises Refused("staff-only") for whoever holds
    no post, NotYours for a case that its author does not see.
    """
    case = await uow.visible_case(by, case_id) if case_id is not None else None
    if case_id is not None and (case is None or case.resident_id == by):
        raise NotYours
    if not uow.staff.of(by):
        raise Refused("staff-only")
    area = uow.org.areas.get(area_id)
    if area is None:
        raise NotYours
    kept = mask(words) if case is None else await without_names(uow, case, words)
    found = await sent_by(uow, by, files)
    note = Note(
        id=uow.new_id(),
        author_id=by,
        area_id=area.id,
        area_path=area.path,
        topic=topic,
        words=kept,
        at=uow.now,
        case_id=case_id,
        files=tuple(file.id for file in found),
    )
    uow.put(note)
    for term in note_terms(kept):
        uow.put(NoteTerm(uow.new_id(), term, note.id))
    return note


async def find_notes(uow: UnitOfWork, by: int, path: str, topic: str, words: str) -> list[Note]:
    """Return the notes that somebody may read, below an area's `path` ("" for anywhere), of a topic ("" for any): those
    that share most with `words` first, else the newest.
    """
    if not uow.staff.of(by):
        raise Refused("staff-only")
    return await uow.notes_found(by, path, topic, note_terms(words), MOST_FOUND)


async def read_note(uow: UnitOfWork, by: int, note_id: int) -> Note:
    """Return a note that somebody may read. Raises NotYours."""
    note = await uow.visible_note(by, note_id)
    if note is None:
        raise NotYours
    return note
