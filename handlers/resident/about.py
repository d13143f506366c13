"""Words and files that concern a case which runs already: an answer to a question, an addition, or a new matter after
all.
"""

from collections.abc import Sequence
from typing import Any, Final

import msgspec

from casework.actions import alike, drafting, filing, residents
from casework.actions.enclosing import take_back
from casework.errors import Refused
from casework.people import Person
from casework.petitions import Case, Closing, Draft
from handlers import saying, texts
from handlers.button_data import number_of
from handlers.case_words import category_label, day, state_label, unit_label
from handlers.media import Said
from handlers.resident import draft_card, memory, questions, writing
from handlers.router import Tap
from handlers.talk import Talk, rows

_SMALL: Final = ("small-hello", "small-thanks", "small-human", "small-who")
_REPLIES: Final = ("say-yes", "say-no", "say-send", "say-change")

MOST_OFFERED: Final = 3
"""Running cases that are offered to add to, the newest ones."""


async def known(talk: Talk) -> list[Case]:
    """Return the person's own cases, open ones first, newest first. Somebody who has come just now has none.

    Neither has whoever holds a phone on which they are locked: it may be somebody else with a matter of their own.
    """
    if talk.new or talk.locked:
        return []
    return await talk.uow.cases_of_resident(talk.person.id)


def asked(cases: Sequence[Case], draft: Draft | None) -> Case | None:
    """Return the case whose question the next words answer: the latest, unless a complaint was written on since."""
    open_ones = [(case.asked_at, case) for case in cases if case.question and case.asked_at is not None]
    if not open_ones:
        return None
    asked_at, case = max(open_ones, key=lambda each: each[0])
    return case if draft is None or draft.touched_at < asked_at else None


def small_talk(talk: Talk, words: str) -> bool:
    """Answer a bare greeting, or thanks, in kind, and return whether it was one: nobody files "thank you"."""
    kind = small_talk_kind(talk.language, words)
    if kind:
        talk.answer(f"small-{kind}-answer")
    return bool(kind)


async def only_replies(talk: Talk, words: str) -> bool:
    """Answer a bare yes or no that belongs to nothing being written, and return whether it was one: where buttons stand
    under our last message, one of them may be meant. A finder.
    """
    if small_talk_kind(talk.language, words) or not saying.meant(talk.language, _REPLIES, words):
        return False
    shown = await talk.uow.buttons_shown(talk.incoming.chat, 1) if not talk.new else []
    asked = any(each.count('"data"') > 1 for each in shown)
    talk.answer("small-tap-answer" if asked else "small-hello-answer")
    return True


def small_talk_kind(language: str, words: str) -> str:
    """Return "hello", "thanks", "human" (one wants to speak to) or "who" (are you) for words that are nothing else; ""
    for all others.
    """
    return saying.meant(language, _SMALL, words).removeprefix("small-")


async def answer(talk: Talk, case: Case, said: Said) -> None:
    """Pass on what was said as the answer to the case's question, and let the resident say that it was none."""
    words = _measured(talk, said.words)
    case = await residents.add(talk.uow, case.id, talk.person.id, words, said.files)
    _went(talk, case, said, answer=words, answer_files=tuple(file.id for file in said.files))
    other = talk.button("button-something-else", f"c.other.{case.id}.{case.epoch}")
    talk.reply(talk.say("answer-passed", number=case.label), ((other,),), case_id=case.id)


async def something_else(talk: Talk, tap: Tap) -> None:
    """Make a new complaint of what was passed on as an answer, and tell the officer so."""
    known = memory.recall(talk)
    if not known.answer and not known.answer_files:
        raise Refused("stale")
    note = texts.plain(await _officers_language(talk, tap.subject), "note-something-else")
    case = await residents.add(talk.uow, tap.subject, talk.person.id, note)
    files = await take_back(talk.uow, case, talk.person.id, known.answer_files)
    memory.keep(talk, memory.NOTHING)
    draft = await writing.add(talk, await draft_card.current(talk), Said(known.answer, tuple(files)))
    await questions.show(talk, draft)


async def add(talk: Talk, case_id: int, said: Said, *, key: str = "added") -> None:
    """Add what was said to one's own case. A closed one is offered to be reopened, or this to be a new matter."""
    case = await talk.uow.get(Case, case_id)
    if case is not None and not case.is_open and case.resident_id == talk.person.id:
        draft = await writing.add(talk, await draft_card.current(talk), said)
        closed, reopen = (texts.of_kind(talk.language, each, case.kind) for each in ("about-closed", "button-reopen"))
        refused = case.closing is Closing.NOT_ACCEPTED  # That goes to the unit above, from the case itself.
        again = () if refused else (talk.button(reopen, f"d.reopen.{draft.id}.{case.id}"),)
        buttons = (
            *again,
            talk.button("button-new-matter", f"d.new.{draft.id}"),
            talk.button("button-dont-send", f"d.drop.{draft.id}"),
        )
        talk.reply(talk.say(closed, number=case.label), rows(buttons), card=f"draft:{draft.id}")
        memory.keep(talk, msgspec.structs.replace(memory.recall(talk), asking=True))
        return
    case = await residents.add(talk.uow, case_id, talk.person.id, _measured(talk, said.words), said.files)
    _went(talk, case, said)
    talk.reply(talk.say(key, number=case.label, unit=unit_label(talk.uow, case, talk.language)), case_id=case.id)


async def add_more(talk: Talk, case_id: int, said: Said) -> None:
    """Add what was sent as one with what has just gone to a case; words with it are an addition of their own."""
    if said.words:
        await add(talk, case_id, said)
        return
    await residents.add_more(talk.uow, case_id, talk.person.id, said.files)
    known = memory.recall(talk)
    if known.answer_files:
        files = (*known.answer_files, *(file.id for file in said.files))
        memory.keep(talk, msgspec.structs.replace(known, answer_files=files))


def _went(talk: Talk, case: Case, said: Said, **answer: Any) -> None:
    """Remember where it went: that the rest of an album goes to the same case, and what was taken as an answer."""
    talk.added_to = case.id
    if said.album or answer:
        known = memory.recall(talk)
        memory.keep(talk, msgspec.structs.replace(known, album=said.album, album_case=case.id, **answer))


async def ask(talk: Talk, draft: Draft, cases: Sequence[Case]) -> None:
    """Ask whether a new draft belongs to a case that runs: add to it, a new matter, or don't send.

    Where one of them is about the same, that one is shown.
    """
    same = await alike.same_of_own(talk.uow, draft, cases)
    if same is not None:
        ask_same(talk, draft, same)
        return
    latest = cases[0]
    if len(cases) == 1:
        join = talk.button("button-add-to", f"d.join.{draft.id}.{latest.id}", number=latest.label)
    else:
        join = talk.button("button-add-to-one", f"d.which.{draft.id}")
    buttons = (
        join,
        talk.button("button-new-matter", f"d.new.{draft.id}"),
        talk.button("button-dont-send", f"d.drop.{draft.id}"),
    )
    text = talk.say(
        "about-one" if len(cases) == 1 else "about-many",
        summary=draft_card.gist(talk.language, draft.text),
        number=latest.label,
        category=category_label(talk.language, latest.category),
        count=len(cases),
    )
    talk.reply(text, rows(buttons), card=f"draft:{draft.id}")
    memory.keep(talk, msgspec.structs.replace(memory.recall(talk), asking=True))


def ask_same(talk: Talk, draft: Draft, case: Case) -> None:
    """Show how the case of one's own stands that a draft is about once more: new facts are added to it, or it is
    something else after all.
    """
    facts = {
        "number": case.label,
        "category": category_label(talk.language, case.category),
        "unit": unit_label(talk.uow, case, talk.language),
        "state": state_label(talk.language, case, resident=True),
        "date": day(talk.uow, talk.language, case.promise_at or case.limit_at),
    }
    buttons = (
        talk.button("button-add-to-that", f"d.join.{draft.id}.{case.id}"),
        talk.button("button-something-different", f"d.new.{draft.id}"),
        talk.button("button-dont-send", f"d.drop.{draft.id}"),
    )
    talk.reply(talk.say("about-same", **facts), rows(buttons), card=f"draft:{draft.id}")
    memory.keep(talk, msgspec.structs.replace(memory.recall(talk), asking=True))


async def which(talk: Talk, tap: Tap) -> None:
    """Offer the newest running cases to add the draft to."""
    cases = [case for case in await known(talk) if case.is_open][:MOST_OFFERED]
    draft = await drafting.own_draft(talk.uow, tap.subject, talk.person.id)
    if not cases:
        await draft_card.show(talk, draft)
        return
    buttons = [
        talk.button(
            "button-case",
            f"d.join.{draft.id}.{case.id}",
            number=case.label,
            category=category_label(talk.language, case.category),
        )
        for case in cases
    ]
    talk.reply(talk.say("about-which"), rows(buttons), card=f"draft:{draft.id}")


async def join(talk: Talk, tap: Tap) -> None:
    """Add the draft to the chosen case."""
    draft = await drafting.own_draft(talk.uow, tap.subject, talk.person.id)
    case = await filing.join_case(talk.uow, draft.id, talk.person.id, case_id_of(tap))
    writing.set_aside(talk, draft)
    remember(talk, draft, case.id)
    text = talk.say("added", number=case.label, unit=unit_label(talk.uow, case, talk.language))
    talk.reply(text, case_id=case.id, card=f"draft:{draft.id}", edit=True)


async def reopen(talk: Talk, tap: Tap) -> None:
    """Reopen a closed case with the draft; the notice says that it goes on."""
    draft = await drafting.own_draft(talk.uow, tap.subject, talk.person.id)
    await filing.reopen_case(talk.uow, draft.id, talk.person.id, case_id_of(tap))
    writing.set_aside(talk, draft)


def remember(talk: Talk, draft: Draft, case_id: int) -> None:
    """Remember which case a draft's messages have become, so that editing one of them corrects the case."""
    known = memory.recall(talk)
    if known.draft == draft.id:
        memory.keep(talk, msgspec.structs.replace(known, case=case_id))


def case_id_of(tap: Tap) -> int:
    """Return the id of the case that a draft's button names. Raises Refused("stale") for what is none."""
    case_id = number_of(tap.argument)
    if case_id is None:
        raise Refused("stale")
    return case_id


def _measured(talk: Talk, words: str) -> str:
    if len(words) > writing.LONGEST:
        talk.answer("words-many", limit=str(writing.LONGEST))
    return words[: writing.LONGEST]


async def _officers_language(talk: Talk, case_id: int) -> str:
    case = await talk.uow.get(Case, case_id)
    officer = await talk.uow.get(Person, case.cadre_id) if case is not None and case.cadre_id is not None else None
    return officer.language if officer is not None else talk.uow.rules.languages[0]
