"""From the first words to a number: what a resident writes, the card, and its Send and Don't send."""

from typing import Final

from casework.actions import drafting, filing
from casework.categories import CATEGORY_BY_ID
from casework.errors import Refused
from casework.kinds import PetitionKind
from casework.organisation import ANY_CATEGORY
from casework.petitions import Case, Draft
from casework.words import clean, summary
from handlers import texts
from handlers.case_words import day, unit_label
from handlers.messages import Incoming, Kind
from handlers.resident import about, change, draft_card, memory, writing
from handlers.router import Tap
from handlers.talk import Talk

SHORT: Final = 40
"""Characters up to which a message may be nothing but the answer to "where is it?"."""

_BESIDE_THE_NAME: Final = 6
"""Characters that such an answer may have besides the name of the place ("it is in ...")."""

_NOT_READ: Final = frozenset({Kind.UNSUPPORTED, Kind.MEDIA})


async def listen(talk: Talk, incoming: Incoming) -> None:
    """Take what no command, button or open question has taken: words, a shared place, an edited message."""
    words = clean(incoming.text)
    if incoming.kind is Kind.PLACE and incoming.place is not None:
        await _place(talk, incoming.place)
    elif incoming.kind in _NOT_READ and not words:
        talk.answer("words-only")
    elif not words:
        talk.answer("words-none")
    elif incoming.kind is Kind.EDITED:
        await _edited(talk, incoming.ref, words)
    else:
        if incoming.kind in _NOT_READ:
            talk.answer("words-only-caption")
        await _words(talk, words, incoming.ref)


async def _words(talk: Talk, words: str, ref: str) -> None:
    draft = await draft_card.current(talk)
    running = await about.running(talk)
    asked = about.asked(running, draft)
    if asked is not None:
        await about.answer(talk, asked, words)
    elif draft is not None:
        await _more(talk, draft, words, ref)
    elif about.small_talk(talk, words):
        return
    else:
        draft = await writing.add(talk, None, words, ref)
        if running:
            about.ask(talk, draft, running)
        else:
            await draft_card.show(talk, draft, ask_to_share=True)


async def _more(talk: Talk, draft: Draft, words: str, ref: str) -> None:
    """Take words while a complaint is being written: a short answer to "where is it?" is its place, all else more."""
    if not draft_card.place_of(talk, draft) and len(words) <= SHORT:
        found = talk.uow.org.gazetteer.answer(words)
        if (found.certain or found.candidates) and len(words) <= len(found.words) + _BESIDE_THE_NAME:
            draft, _ = await drafting.answer_place(talk.uow, draft.id, talk.person.id, words)
            await draft_card.show(talk, draft)
            return
    await draft_card.show(talk, await writing.add(talk, draft, words, ref))


async def _place(talk: Talk, place: tuple[float, float]) -> None:
    draft = await draft_card.current(talk)
    if draft is None:
        talk.answer("place-first-words")
        return
    draft = await drafting.set_point(talk.uow, draft.id, talk.person.id, *place)
    await draft_card.show(talk, draft, hint="" if draft.area_id is not None else "draft-place-far")


async def _edited(talk: Talk, ref: str, words: str) -> None:
    """Take a message that its writer has changed: in the draft in place, in a filed case as a correction."""
    known = memory.recall(talk)
    if known.case is not None and known.knows(ref):
        await about.add(talk, known.case, talk.say("correction", words=words), said="added-correction")
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
    """File the draft: the number, who has it and by when they speak, and the query code, once."""
    uow = talk.uow
    draft = await drafting.own_draft(uow, tap.subject, talk.person.id)
    if await _something_is_gone(talk, draft):
        return
    filed = await filing.file(uow, draft.id, talk.person.id, apart=tap.argument == draft_card.APART)
    case = filed.case
    talk.reply(filed_words(talk, filed), case_id=case.id, card=f"draft:{draft.id}", edit=True)
    talk.reply(talk.say("filed-code", code=filed.code), case_id=case.id)
    talk.toast = talk.say("toast-sent")
    _over(talk, draft)
    about.remember(talk, draft, case.id)


def filed_words(talk: Talk, filed: filing.Filed) -> str:
    """Return that it is filed: the number, who has it, and by when they speak; a line for each of several matters."""
    uow, language = talk.uow, talk.language

    def facts(case: Case) -> dict[str, str]:
        unit, date = unit_label(uow, case, language), day(uow, language, case.limit_at)
        return {"number": case.label, "unit": unit, "date": date, "summary": summary(case.summary, draft_card.LINE)}

    if len(filed.cases) == 1:
        lines = [talk.say("filed", **facts(filed.case))]
    else:
        lines = [talk.say("filed-several", number=filed.petition.number, count=len(filed.cases))]
        lines += [talk.say("filed-matter", **facts(case)) for case in filed.cases]
    held = dict.fromkeys(case.held for case in filed.cases if case.held)
    lines += [talk.say(f"filed-held-{each.value}") for each in held if texts.has(language, f"filed-held-{each.value}")]
    return "\n".join(lines)


async def _something_is_gone(talk: Talk, draft: Draft) -> bool:
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
    if tap.argument not in set(PetitionKind):
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
    _over(talk, draft)


async def show(talk: Talk, tap: Tap) -> None:
    """Show the card of a draft, and go on with it: it belongs to no running case."""
    draft = await drafting.own_draft(talk.uow, tap.subject, talk.person.id)
    talk.move(draft_id=draft.id)
    await draft_card.show(talk, draft, ask_to_share=tap.verb == "new", instead=tap.verb == "new")


def _over(talk: Talk, draft: Draft) -> None:
    """Leave a draft that is done with, and the question how to change it."""
    writing.set_aside(talk, draft)
    if talk.conversation.flow == change.FLOW.name and talk.data(change.Change).draft == draft.id:
        talk.end()
