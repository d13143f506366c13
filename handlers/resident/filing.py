"""From the first words to a number: what a resident writes, the card, and its Send and Don't send."""

from typing import Final

import msgspec

from casework.accusing import accusation
from casework.actions import drafting, filing
from casework.categories import CATEGORY_BY_ID
from casework.errors import Refused
from casework.kinds import FROM_RESIDENTS, PetitionKind
from casework.organisation import ANY_CATEGORY
from casework.petitions import Case, Draft
from casework.words import clean
from handlers import saying, texts
from handlers.advice_words import first_day_lines
from handlers.case_words import area_label, body_label, day, summary_label, unit_label
from handlers.media import Said, brings_files, take
from handlers.messages import Incoming, Kind
from handlers.resident import (
    about,
    after,
    change,
    children,
    draft_card,
    final,
    memory,
    nearby,
    questions,
    writing,
)
from handlers.router import Tap
from handlers.talk import Talk

SHORT: Final = 40
"""Characters up to which a message may be nothing but the answer to "where is it?"."""

_BESIDE_THE_NAME: Final = 6
"""Characters that such an answer may have besides the name of the place ("it is in ...")."""


async def listen(talk: Talk, incoming: Incoming) -> None:
    """Take what no command, button or open question has taken: words, files, a shared place, an edited message."""
    words = clean(incoming.text)
    if incoming.kind is Kind.PLACE and incoming.place is not None:
        await _place(talk, incoming.place)
    elif brings_files(incoming):
        await _files(talk, incoming)
    elif not words:
        talk.answer("words-only" if incoming.kind is Kind.UNSUPPORTED else "words-none")
    elif incoming.kind is Kind.EDITED:
        await _edited(talk, incoming.ref, words)
    else:
        if incoming.kind is Kind.UNSUPPORTED:
            talk.answer("words-only-caption")
        await _said(talk, incoming, await draft_card.current(talk))


async def _files(talk: Talk, incoming: Incoming) -> None:
    """Take a message with files. The rest of an album goes where its first one went, and needs no new card.

    A message that the draft has already changes nothing.
    """
    draft = await draft_card.current(talk)
    known = await talk.uow.files_of_draft(draft.id) if draft is not None and draft.files else []
    if draft is not None and incoming.ref and any(file.ref == incoming.ref for file in known):
        await draft_card.show(talk, draft, instead=True)
    elif not memory.continues_album(talk) or not await _more_of_album(talk, incoming, draft):
        await _said(talk, incoming, draft)


async def _more_of_album(talk: Talk, incoming: Incoming, draft: Draft | None) -> bool:
    """Take a further message of the last album; False where what it belongs to is gone meanwhile."""
    known = memory.recall(talk)
    case_id = known.album_case or known.case
    if case_id is not None:
        await about.add_more(talk, case_id, take(talk, incoming))
    elif draft is None:
        return False
    else:
        draft = await writing.add(talk, draft, take(talk, incoming, writing.room(draft)))
        if known.asking:
            memory.keep(talk, msgspec.structs.replace(memory.recall(talk), asking=True))
        else:
            await draft_card.show(talk, draft, instead=True)
    return True


async def _said(talk: Talk, incoming: Incoming, draft: Draft | None) -> None:
    """Take words, files or both: the answer to a question, more of the draft, or the beginning of one."""
    known = await _known(talk, draft)
    running = [case for case in known if case.is_open]
    if running and _accuses(talk, incoming):
        # It must not reach an officer who has a case of theirs, and whom it may accuse: it is a matter of its own.
        running = []
    asked = about.asked(running, draft)
    said = take(talk, incoming, writing.room(draft))
    if not said:
        return
    if not said.files and saying.only_marks(said.words):
        await _nothing(talk, asked, draft)
    elif asked is not None:
        await about.answer(talk, asked, said)
    elif draft is not None and draft.text:
        await _more(talk, draft, said)
    elif not said.files and await about.only_replies(talk, said.words):
        return
    elif said.files or not about.small_talk(talk, said.words):
        draft = await writing.add(talk, draft, said)
        if running:
            await about.ask(talk, draft, running)
        else:
            await questions.show(talk, draft)
    await final.note(talk, known)


def _accuses(talk: Talk, incoming: Incoming) -> bool:
    found = accusation(clean(incoming.text), talk.uow.org)
    return found is not None and found.sure


async def _known(talk: Talk, draft: Draft | None) -> list[Case]:
    """Return the cases that new words may be about: none of a clerk's own, where they write down somebody's words."""
    return await about.known(talk) if draft is None or draft.entry is None else []


async def _nothing(talk: Talk, asked: Case | None, draft: Draft | None) -> None:
    """Take "?", or a thumb: it answers nothing and tells nothing, so say what is waited for."""
    if asked is not None:
        talk.reply(talk.say("notice-question_again", number=asked.label, question=asked.question), case_id=asked.id)
    elif draft is not None and draft.text:
        await draft_card.show(talk, draft, hint="draft-not-sent")
    else:
        talk.answer("small-hello-answer")


async def _more(talk: Talk, draft: Draft, said: Said) -> None:
    """Take more while a complaint is being written: a short answer to "where is it?" is its place, all else more."""
    words = said.words
    small = about.small_talk_kind(talk.language, words) if not said.files else ""
    if small in {"hello", "thanks"}:
        await draft_card.show(talk, draft, hint="draft-not-sent")
        return
    if small:
        about.small_talk(talk, words)
        return
    if not said.files and not draft_card.place_of(talk, draft) and len(words) <= SHORT:
        found = talk.uow.org.gazetteer.answer(words)
        named = found.area is not None and talk.uow.org.place_label(found.area, talk.language)
        whole = len(words) <= len(found.words) + _BESIDE_THE_NAME or (named and saying.is_same(named, words))
        if (found.certain or found.candidates) and whole:
            draft, _ = await drafting.answer_place(talk.uow, draft.id, talk.person.id, words)
            await draft_card.show(talk, draft)
            return
    await draft_card.show(talk, await writing.add(talk, draft, said))


async def _place(talk: Talk, place: tuple[float, float]) -> None:
    """Take a shared place: the answer to a question, the place of the draft, or the beginning of one."""
    draft = await draft_card.current(talk)
    asked = about.asked([case for case in await _known(talk, draft) if case.is_open], draft)
    if asked is not None:
        await about.answer(talk, asked, Said(_point(talk, *place)))
        return
    if draft is None:
        draft = await writing.begin_at(talk, place)
    else:
        draft = await drafting.set_point(talk.uow, draft.id, talk.person.id, *place)
    await draft_card.show(talk, draft, hint="" if draft.area_id is not None else "draft-place-far")


def _point(talk: Talk, lat: float, lon: float) -> str:
    area = talk.uow.org.gazetteer.nearest(lat, lon)
    name = area_label(talk.uow, area.id, talk.language) if area is not None else ""
    return f"📍 {name} {lat:.5f}, {lon:.5f}"


async def _edited(talk: Talk, ref: str, words: str) -> None:
    """Take a message that its writer has changed: in the draft in place, in a filed case as a correction."""
    known = memory.recall(talk)
    if known.case is not None and known.knows(ref):
        await about.add(talk, known.case, Said(talk.say("correction", words=words)), key="added-correction")
        return
    draft = await draft_card.current(talk)
    change_of = memory.edited(known, draft.text, ref, words) if draft is not None and known.draft == draft.id else None
    if draft is None or change_of is None or len(change_of[0]) > writing.LONGEST:
        talk.answer("edited-unknown")
        return
    draft = await drafting.replace_text(talk.uow, draft.id, talk.person.id, change_of[0])
    memory.keep(talk, change_of[1])
    await draft_card.show(talk, draft)


async def send(talk: Talk, tap: Tap) -> None:
    """File the draft: the number, who has it and by when they speak, and the query code, once.

    What is like a case that is final waits for its writer's word on what it is.
    """
    uow = talk.uow
    draft = await drafting.own_draft(uow, tap.subject, talk.person.id)
    if draft.kind is PetitionKind.THANKS:
        # The card is from when it was more than thanks.
        await _shown(talk, draft)
        return
    if await something_is_gone(talk, draft):
        return
    if tap.verb != final.ANOTHER and await final.stops(talk, draft, tap.argument):
        return
    if await nearby.comes_first(talk, draft, talk.incoming.data):
        return
    filed = await filing.file(uow, draft.id, talk.person.id, apart=tap.argument == draft_card.APART)
    case = filed.closest
    talk.reply(filed_words(talk, filed), case_id=case.id, card=f"draft:{draft.id}", edit=True)
    talk.reply(talk.say("filed-code", code=filed.code), case_id=case.id)
    talk.toast = talk.say("toast-sent")
    over(talk, draft, place="draft-place-left")
    about.remember(talk, draft, case.id)
    if filed.case.child is not None:
        children.ask(talk, filed.case)
    else:
        after.offer(talk, filed)


def filed_words(talk: Talk, filed: filing.Filed) -> str:
    """Return that it is filed: the number, who has it, and by when they speak; a line for each of several matters."""
    uow, language = talk.uow, talk.language

    def facts(case: Case) -> dict[str, str]:
        unit, date = unit_label(uow, case, language), day(uow, language, case.limit_at)
        words = draft_card.title(summary_label(language, case))
        return {"number": case.label, "unit": unit, "date": date, "summary": words}

    if len(filed.cases) == 1:
        lines = [talk.say("filed", **facts(filed.case))]
    else:
        lines = [talk.say("filed-several", number=filed.petition.number, count=len(filed.cases))]
        lines += [talk.say("filed-matter", **facts(case)) for case in filed.cases]
    lines += held_words(language, filed)
    lines += first_day_lines(uow, language, filed)
    return "\n".join(lines)


def held_words(language: str, filed: filing.Filed) -> list[str]:
    """Return why matters wait for somebody who says where they go, as far as that is to be told; and which body above
    it was written to.
    """
    keys = [f"filed-held-{each.value}" for each in dict.fromkeys(case.held for case in filed.cases if case.held)]
    lines = [texts.plain(language, key) for key in keys if texts.has(language, key)]
    if filed.case.addressed:
        lines.append(texts.say(language, "filed-addressed", {"body": body_label(language, filed.case.addressed)}))
    return lines


async def something_is_gone(talk: Talk, draft: Draft) -> bool:
    """Ask again where the draft's place or category has been taken out of service since it was chosen."""
    uow, person = talk.uow, talk.person.id
    area = uow.org.areas.get(draft.area_id) if draft.area_id is not None else None
    if draft.area_id is not None and (area is None or not area.active):
        draft = await drafting.set_area(uow, draft.id, person, None)
        hint = "draft-place-gone"
    elif draft.category is not None and draft.category not in CATEGORY_BY_ID:
        draft = await drafting.set_category(uow, draft.id, person, ANY_CATEGORY)
        hint = "draft-category-gone"
    else:
        return False
    talk.move(draft_id=draft.id)
    await draft_card.show(talk, draft, hint=hint)
    return True


async def set_kind(talk: Talk, tap: Tap) -> None:
    """Take the kind that one tap gives."""
    if tap.argument not in FROM_RESIDENTS:
        raise Refused("stale")
    await _shown(talk, await drafting.set_kind(talk.uow, tap.subject, talk.person.id, PetitionKind(tap.argument)))


async def set_hide(talk: Talk, tap: Tap) -> None:
    """Take whether those whom it may accuse must not know of it."""
    await _shown(talk, await drafting.set_hide(talk.uow, tap.subject, talk.person.id, hide=tap.argument != "no"))


async def _shown(talk: Talk, draft: Draft) -> None:
    talk.move(draft_id=draft.id)
    await draft_card.show(talk, draft, instead=True)


async def drop(talk: Talk, tap: Tap) -> None:
    """Throw the draft away."""
    draft = await drafting.drop(talk.uow, tap.subject, talk.person.id)
    talk.reply(talk.say("draft-dropped"), card=f"draft:{draft.id}", edit=True)
    over(talk, draft)


async def show(talk: Talk, tap: Tap) -> None:
    """Show the card of a draft, and go on with it; with "new" it belongs to no running case."""
    draft = await drafting.own_draft(talk.uow, tap.subject, talk.person.id)
    running = [case for case in await _known(talk, draft) if case.is_open] if tap.verb == "new" else []
    talk.move(draft_id=draft.id)
    if tap.verb == "new":
        draft = await drafting.set_not_about(talk.uow, draft.id, talk.person.id, [case.id for case in running])
        await questions.show(talk, draft, instead=True)
    else:
        await draft_card.show(talk, draft)


def over(talk: Talk, draft: Draft, place: str = "draft-place-over") -> None:
    """Leave a draft that is done with, and the question how to change it; `place` as in `writing.set_aside`."""
    writing.set_aside(talk, draft, place)
    if talk.conversation.flow == change.FLOW.name and talk.data(change.Change).draft == draft.id:
        talk.end()
