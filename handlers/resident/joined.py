"""A case that one has joined or signed: how it stands, what the offices have done, a word of one's own, and leaving.

Its words, its files and whose it is stay its resident's; what officers have reported is shown without names.
"""

from collections.abc import Iterable
from typing import Final

import msgspec

from casework.actions import joining
from casework.actions.news import SHOWN, is_progress
from casework.errors import Refused
from casework.joining import Joining, Supporter, Word
from casework.masking import mask
from casework.paths import path_of
from casework.petitions import Case, Event, State
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork
from handlers import texts
from handlers.case_words import (
    outcome_text,
    timeline,
    unit_label,
)
from handlers.messages import Button, Rows
from handlers.notices import Renderer, Scene, View
from handlers.reading import without_names
from handlers.resident import draft_card
from handlers.resident.cases import verdicts
from handlers.resident.joined_words import facts, opener
from handlers.router import Tap, TapHandler
from handlers.steps import Flow, FreeText
from handlers.talk import Talk, rows


async def show(talk: Talk, case_id: int) -> None:
    """Show a case that one has joined or signed. Raises NotYours for any other."""
    case, supporter = await joining.standing_behind(talk.uow, case_id, talk.person.id)
    events = await talk.uow.events_of_kinds(case.id, SHOWN)
    text = await seen(talk.uow, talk.language, case, supporter, events)
    talk.reply(text, buttons(talk.language, case, supporter), case_id=case.id, card=f"case:{case.id}")


async def seen(uow: UnitOfWork, language: str, case: Case, supporter: Supporter, events: Iterable[Event]) -> str:
    """Return a case as whoever stands behind it sees it."""
    signed = supporter.kind is Joining.SIGNED
    known = facts(uow, language, case)
    lines = [texts.say(language, "joined-seen-signed" if signed else "joined-seen", known)]
    key = f"joined-{case.state.value}"
    if texts.has(language, key):
        lines.append(texts.say(language, key, known))
    if supporter.representative:
        lines.append(texts.plain(language, "joined-representative"))
    if case.outcome is not None and case.state in {State.PROPOSED, State.PROMISED, State.CLOSED}:
        lines.append(await _answer(uow, case, language))
    if history := progress(uow, language, case, events):
        lines += ["", *history]
    return "\n".join(lines)


async def _answer(uow: UnitOfWork, case: Case, language: str) -> str:
    """Return the written answer as others than its resident read it: without what was asked for, files, and numbers."""
    if case.outcome is None:
        return ""
    return mask(await outcome_text(uow, replace(case, outcome=replace(case.outcome, request="", files=())), language))


def progress(uow: UnitOfWork, language: str, case: Case, events: Iterable[Event]) -> list[str]:
    """Return a line for each step that the offices have taken, without names."""
    return timeline(uow, case, language, [without_names(each) for each in events if is_progress(each)])


def buttons(language: str, case: Case, supporter: Supporter) -> Rows:
    """Return what can be done about a case that one stands behind: three things at most, or a word on its outcome."""

    def button(key: str, verb: str, argument: str = "") -> Button:
        return Button(texts.plain(language, key), f"c.{verb}.{case.id}.{case.epoch}{argument}")

    if case.state is State.PROPOSED and supporter.representative:
        return verdicts(case, language)
    asked = path_of(case.kind).solves and supporter.answered is None
    word = [button("button-joined-done", "say", ".done"), button("button-joined-not-done", "say", ".not_done")]
    match case.state:
        case State.PROPOSED if asked:
            return (tuple(word),)
        case State.CLOSED:
            shown = word[1:] if supporter.answered is not Word.NOT_DONE else []
            return rows([*shown, button("button-leave", "leave")], 2)
        case State.WAITING | State.WORKING if supporter.representative:
            return rows([button("button-urge", "urge"), button("button-add-words", "add_words")], 2)
        case _:
            return rows([button("button-add-words", "add_words"), button("button-leave", "leave")], 2)


async def say(talk: Talk, tap: Tap) -> None:
    """Take somebody's word on the outcome for themselves; "not done" becomes a case of their own."""
    if tap.argument not in set(Word):
        raise Refused("stale")
    word = Word(tap.argument)
    case, draft = await joining.say(talk.uow, tap.subject, talk.person.id, word)
    if word is Word.DONE:
        talk.answer("joined-said-done", number=case.label)
    elif draft is None:
        talk.answer("joined-said-not-done", number=case.label)
    else:
        talk.answer("joined-not-done-draft", number=case.label)
        talk.move(draft_id=draft.id)
        await draft_card.show(talk, draft)


async def leave(talk: Talk, tap: Tap) -> None:
    """Ask once, then stand behind the case no more."""
    case, _ = await joining.standing_behind(talk.uow, tap.subject, talk.person.id)
    if tap.argument != "yes":
        sure = talk.button("button-leave-yes", f"c.leave.{case.id}.{case.epoch}.yes")
        talk.reply(talk.say("leave-sure", number=case.label), ((sure, opener(talk.language, case)),), case_id=case.id)
        return
    case = await joining.leave(talk.uow, case.id, talk.person.id)
    talk.answer("left", number=case.label)


class Words(msgspec.Struct, frozen=True):
    """What somebody adds to a case that they stand behind."""

    case: int = 0
    words: str = ""


async def _add(talk: Talk, data: Words) -> None:
    case = await joining.add_words(talk.uow, data.case, talk.person.id, data.words)
    talk.answer("joined-added", number=case.label, unit=unit_label(talk.uow, case, talk.language))


WORDS: Final = Flow("joined-words", Words, [FreeText("words", "joined-ask-words", "words", cancel=True)], _add)


async def add_words(talk: Talk, tap: Tap) -> None:
    """Ask for a word to the officers of the case."""
    case, _ = await joining.standing_behind(talk.uow, tap.subject, talk.person.id)
    await WORDS.start(talk, Words(case.id))


async def _news(scene: Scene) -> View:
    """News of a case for whoever stands behind it: what was done since the last ones, and where it stands."""
    case, uow, language = scene.its_case, scene.uow, scene.language
    if scene.reader is None:
        raise ValueError("news need a reader")
    supporter: Supporter = scene.notice.args["supporter"]
    known = facts(uow, language, case)
    lines = [scene.say(f"news-{case.state.value}", **known)]
    lines += progress(uow, language, case, scene.notice.args["events"])
    if case.state in {State.PROPOSED, State.PROMISED}:
        lines.append(await _answer(uow, case, language))
    if case.state is State.PROPOSED:
        lines.append(scene.say("joined-was-it-done"))
    shown = buttons(language, case, supporter)
    if case.state not in {State.PROPOSED, State.CLOSED}:
        shown = ((opener(language, case),),)
    return View("\n".join(lines), shown, scene.say("news-line", **known))


RENDERERS: Final[dict[str, Renderer]] = {"news": _news}
TAPS: Final[dict[str, TapHandler]] = {"say": say, "leave": leave, "add_words": add_words}
FLOWS: Final = (WORDS,)
