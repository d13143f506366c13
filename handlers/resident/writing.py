"""Putting words into the complaint being written, within its measure."""

from dataclasses import replace
from typing import Final

from casework.actions import drafting
from casework.petitions import Draft
from handlers.resident import memory
from handlers.talk import Talk

LONGEST: Final = 20_000
"""Characters of a complaint; what goes beyond is not kept, and said."""


async def add(talk: Talk, draft: Draft | None, words: str, ref: str = "") -> Draft:
    """Begin a draft or add to it, as far as there is room, and remember which message the words came from."""
    room = LONGEST - (len(draft.text) + 1 if draft is not None else 0)
    if len(words) > room:
        talk.answer("words-many", limit=str(LONGEST))
        words = words[: max(room, 0)]
    draft = await drafting.write(talk.uow, talk.person.id, talk.conversation.key, draft, words)
    draft = _with_offers(talk, draft)
    known = memory.noted(memory.recall(talk), draft.id, ref, draft.text, words)
    memory.keep(talk, known, draft_id=draft.id)
    return draft


def _with_offers(talk: Talk, draft: Draft) -> Draft:
    """Offer the places that the words may mean, where they leave it open which one."""
    if draft.area_id is not None or draft.place:
        return draft
    offered = tuple(area.id for area in talk.uow.org.gazetteer.find(draft.text).candidates)
    if offered and offered != draft.offered:
        draft = replace(draft, offered=offered)
        talk.uow.put(draft)
    return draft


def set_aside(talk: Talk, draft: Draft) -> None:
    """Stop writing at a draft that was sent, joined to a case or thrown away."""
    if talk.conversation.draft_id == draft.id:
        talk.move(draft_id=None)
