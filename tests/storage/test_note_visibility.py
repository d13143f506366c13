"""Who reads which note: the SQL predicate and the rule say the same, whatever the organisation."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st

from casework.notebook import Note, NoteTerm, may_read, note_terms
from casework.organisation import Organisation
from casework.people import Person, Post
from casework.petitions import Case, Shield
from casework.unit_of_work import Row
from storage.store import Store
from tests.casework.service import MONDAY
from tests.databases import KINDS
from tests.storage.agreeing import agree
from tests.storage.raw import begin_afresh
from tests.storage.test_visibility import PEOPLE, worlds

MOST = 100
WORDS = "井水浑浊不能喝"

World = tuple[Organisation, list[Post], list[Case], list[Note]]


@st.composite
def notebooks(draw: st.DrawFn) -> World:
    """An organisation, its posts and cases, and notes of anybody: of a case, or of none."""
    org, posts, cases = draw(worlds())
    notes = []
    for id_ in range(501, 501 + draw(st.integers(1, 6))):
        area = org.areas[draw(st.sampled_from(list(org.areas)))]
        note = Note(
            id=id_,
            author_id=draw(st.sampled_from(PEOPLE)),
            area_id=area.id,
            area_path=area.path,
            topic="water",
            words=draw(st.sampled_from([WORDS, "路灯不亮"])),
            at=MONDAY,
            case_id=draw(st.none() | st.sampled_from([case.id for case in cases])),
        )
        notes.append(note)
    return org, posts, cases, notes


async def compare(store: Store, world: World) -> None:
    org, posts, cases, notes = world
    await begin_afresh(store, org)
    async with store.turn(MONDAY) as uow:
        rows: list[Row] = [*(Person(id_, "", "zh", "", MONDAY) for id_ in PEOPLE), *posts, *notes]
        rows += [replace(case, assisting=()) for case in cases]
        # Kept where a shield was lifted, too: then they mean nothing.
        rows += [Shield(uow.new_id(), case.id, unit_id) for case in cases for unit_id in case.accused]
        rows += [NoteTerm(uow.new_id(), term, note.id) for note in notes for term in note_terms(note.words)]
        for row in rows:
            uow.put(row)
    by_id = {case.id: case for case in cases}
    async with store.batch() as batch:
        for person in PEOPLE:
            uow = store.unit_of_work(batch, MONDAY + timedelta(days=1))
            read = [
                note.id
                for note in reversed(notes)
                if may_read(uow.staff, uow.org, person, note, by_id.get(note.case_id or 0))
            ]
            for note in notes:
                found = await uow.visible_note(person, note.id)
                assert (found is not None and found.id == note.id) == (note.id in read)
            assert [note.id for note in await uow.notes_found(person, "/", "", (), MOST)] == read
            like = [note.id for note in notes if note.id in read and note.words == WORDS]
            found_by_words = await uow.notes_found(person, "/", "water", note_terms(WORDS), MOST)
            assert sorted(note.id for note in found_by_words) == like


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_may_read_a_note_finds_it_and_nobody_else(kind: str, tmp_path: Path) -> None:
    agree(kind, tmp_path, notebooks(), compare)
