"""Putting words and files into the complaint being written, within its measure."""

from typing import Final

import msgspec

from casework.actions import drafting
from casework.marks import unmarked
from casework.petitions import Draft
from casework.replacing import replace
from handlers.media import MOST, Said
from handlers.resident import draft_card, memory
from handlers.talk import Talk

LONGEST: Final = 20_000
"""Characters of a complaint; what goes beyond is not kept, and said."""


async def add(talk: Talk, draft: Draft | None, said: Said) -> Draft:
    """Begin a draft or add to it, as far as there is room, and remember where the message stands in it."""
    before = draft.text if draft is not None else ""
    words = _fitting(talk, said.words, before)
    draft = await drafting.write(talk.uow, talk.person.id, talk.conversation.key, draft, words, files=said.files)
    draft = _with_offers(talk, draft)
    length = len(draft.text[len(before) :].removeprefix("\n"))
    known = memory.noted(memory.recall(talk), draft.id, said.ref, draft.text, length)
    memory.keep(talk, msgspec.structs.replace(known, album=said.album), draft_id=draft.id)
    return draft


async def begin_at(talk: Talk, place: tuple[float, float]) -> Draft:
    """Begin a draft with a place alone, (lat, lon) in degrees: what is wrong there comes later."""
    draft = await drafting.write(talk.uow, talk.person.id, talk.conversation.key, None, "", place)
    memory.keep(talk, memory.Memory(draft.id), draft_id=draft.id)
    return draft


def room(draft: Draft | None) -> int:
    """Return how many more files a draft takes."""
    return MOST - (draft.files if draft is not None else 0)


def _fitting(talk: Talk, words: str, before: str) -> str:
    """Return as much of the words as there is room for; say so where that is not all."""
    room = LONGEST - (len(before) + 1 if before else 0)
    if len(words) > room:
        talk.answer("words-many", limit=str(LONGEST))
    return words[: max(room, 0)]


def _with_offers(talk: Talk, draft: Draft) -> Draft:
    """Offer the places that the words may mean, where they leave it open which one."""
    if draft.area_id is not None or draft.place:
        return draft
    offered = tuple(area.id for area in talk.uow.org.gazetteer.find(unmarked(draft.text)).candidates)
    if offered and offered != draft.offered:
        draft = replace(draft, offered=offered)
        talk.uow.put(draft)
    return draft


def set_aside(talk: Talk, draft: Draft, place: str = "draft-place-over") -> None:
    """Stop writing at a draft that was sent, joined to a case or thrown away.

    The text `place` is put where it still asked for one.
    """
    draft_card.ask_no_more(talk, draft, place)
    if talk.conversation.draft_id == draft.id:
        talk.move(draft_id=None)
