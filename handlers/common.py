"""What everyone can say, whoever it is: /start, /help, /language, /back, /cancel, /case, and the view of a case."""

import re
from collections.abc import Mapping
from typing import Any, Final

from casework.actions import looking
from casework.errors import NotYours
from casework.numbers import looks_like_code, looks_like_number, parse_number
from casework.permissions import speaks_for
from casework.petitions import Case, State
from casework.replacing import replace
from casework.words import clean
from handlers import helping, reception, resident, staff, texts
from handlers.case_words import day, state_label, unit_label
from handlers.media import brings_files, take
from handlers.messages import Button, Incoming, Kind
from handlers.resident import draft_card, memory
from handlers.router import Command, Tap, TapHandler
from handlers.steps import Flow
from handlers.talk import Talk, rows

_BARE_CODE: Final = re.compile(r"(?=.*\d)[0-9A-Za-z]{4}[-—][0-9A-Za-z]{4}")
"""A query code as it was shown, sent alone: words of so many letters are not taken for one."""

_TYPED_CODE: Final = re.compile(r"[0-9A-Za-z]{4}[-— ][0-9A-Za-z]{4}|(?=.*\d)[0-9A-Za-z]{8}")
"""A query code after /case, typed in any common way."""


def commands(flows: Mapping[str, Flow[Any]]) -> dict[str, Command]:
    """Return the commands for everyone; /back and /cancel work on the open question of `flows`."""

    async def cancel(talk: Talk, words: str) -> None:
        """Close the open question. A complaint being written stays for some days, and can be thrown away at once."""
        flow = flows.get(talk.conversation.flow)
        talk.end()
        draft = await draft_card.current(talk)
        if draft is not None:
            days = talk.uow.rules.profile.times.draft_days
            buttons = (
                talk.button("button-go-on", f"d.show.{draft.id}"),
                talk.button("button-throw-away", f"d.drop.{draft.id}"),
            )
            talk.reply(talk.say("cancelled-draft", days=days), (buttons,))
        else:
            talk.answer(flow.cancelled if flow is not None else "nothing-open")

    async def back(talk: Talk, words: str) -> None:
        flow = flows.get(talk.conversation.flow)
        if flow is not None:
            await flow.back(talk)
        elif (draft := await draft_card.current(talk)) is not None:
            await draft_card.show(talk, draft)
        else:
            talk.answer("nothing-open")

    return {
        "start": start,
        "help": helping.show_help,
        "language": choose_language,
        "case": find_case,
        "join": join,
        "back": back,
        "cancel": cancel,
        **{language: _speaker(language) for language in ("zh", "en")},
    }


async def start(talk: Talk, words: str) -> None:
    """Greet; with the code of a link or an invite behind it, open what that leads to."""
    if words:
        await join(talk, words)
        return
    talk.reply(talk.say("welcome"), helping.danger(talk))


async def join(talk: Talk, code: str) -> None:
    """Open the pass of a visit, or a joint petition by its link's code, or take up the post of an invite."""
    if await reception.opens(talk, code):
        return
    if not code or not await resident.opens(talk, code):
        await staff.join(talk, code)


async def choose_language(talk: Talk, words: str) -> None:
    """Offer the languages, each in its own words; "/language en" takes one at once."""
    if words in talk.uow.rules.languages:
        await speak(talk, words)
        return
    buttons = [Button(texts.plain(each, "language-name"), f"m.{each}") for each in talk.uow.rules.languages]
    talk.reply(talk.say("language-which"), rows(buttons, 2))


async def speak(talk: Talk, language: str) -> None:
    """Speak `language` with this person from now on, where the service offers it."""
    if language in talk.uow.rules.languages:
        talk.person = replace(talk.person, language=language)
        talk.offer_menu()
        talk.uow.put(talk.person)
    talk.answer("language-set")


def _speaker(language: str) -> Command:
    async def command(talk: Talk, words: str) -> None:
        await speak(talk, language)

    return command


async def find_case(talk: Talk, words: str) -> None:
    """Show the case of a number, typed in any common way; without a number, the latest of one's own.

    A query code in its place shows how that petition stands, to anyone who has the code.
    """
    if not words:
        await resident.show_latest(talk)
        return
    number = parse_number(words)
    if number is None and _TYPED_CODE.fullmatch(words) and looks_like_code(words):
        await show_state(talk, words)
        return
    if number is None:
        talk.answer("number-wrong" if looks_like_number(words) else "number-none")
        return
    found = await talk.uow.visible_by_number(talk.person.id, number.petition) if not talk.new else []
    if number.suffix is not None:
        found = [case for case in found if case.suffix == number.suffix]
    if not found and not talk.new:
        found = [case for case in await talk.uow.cases_joined(talk.person.id) if case.number == number.petition]
    if not found:
        raise NotYours
    for case in found:
        await show_case(talk, case.id, whole=True)


async def show_state(talk: Talk, code: str) -> None:
    """Show how the petition of a query code stands: its number, who has it and by when. No words, no place."""
    if talk.new:
        # Nothing can be looked up for whoever has come with this very message.
        talk.answer("code-again")
        return
    cases = await looking.by_code(talk.uow, talk.person.id, code)
    if not cases:
        talk.answer("code-unknown")
    for case in cases:
        unit, state = unit_label(talk.uow, case, talk.language), state_label(talk.language, case, resident=True)
        date = day(talk.uow, talk.language, case.promise_at or case.limit_at)
        key = "code-state" if case.state in {State.WAITING, State.WORKING, State.PROMISED} else "code-state-over"
        talk.answer(key, number=case.label, unit=unit, state=state, date=date)


async def listen(talk: Talk, incoming: Incoming) -> None:
    """Take a message that no command, button or open question has taken.

    A bare number shows its case, a bare query code how it stands; a reply to a message about a case belongs to that
    case, for its officer as for its resident; all else is a resident's word, for staff are residents, too.
    """
    if incoming.kind is Kind.TEXT:
        words = clean(incoming.text)
        if _BARE_CODE.fullmatch(words) and looks_like_code(words):
            await show_state(talk, words)
            return
        if looks_like_number(incoming.text):
            await find_case(talk, clean(incoming.text))
            return
    if incoming.kind in {Kind.TEXT, Kind.MEDIA} and incoming.reply_to and not talk.new and await _reply(talk, incoming):
        return
    await resident.listen(talk, incoming)


async def _reply(talk: Talk, incoming: Incoming) -> bool:
    """Take a message that answers one of ours about a case, and return whether it was one."""
    if memory.continues_album(talk):
        return False
    if await staff.listen(talk, incoming):
        talk.at_work = True
        return True
    case_id = await talk.uow.case_of_message(incoming.chat, incoming.reply_to)
    case = await talk.uow.get(Case, case_id) if case_id is not None else None
    if case is None or not speaks_for(talk.uow, case, talk.person.id):
        return False
    if not (clean(incoming.text) or brings_files(incoming)):
        return False
    if said := take(talk, incoming):
        await resident.add_to_case(talk, case.id, said)
    return True


async def show_case(talk: Talk, case_id: int, *, whole: bool = False) -> None:
    """Show a case as its resident, as staff or as those behind it see it, to staff with its history where `whole`.

    Raises NotYours where the person is none of them.

    In a group it is always the group's card, and one's own case is shown as a resident's, whatever post one holds.
    """
    case = await talk.uow.visible_case(talk.person.id, case_id) if not talk.new else None
    if case is None and talk.incoming.private:
        await resident.show_joined(talk, case_id)
        return
    if case is None:
        raise NotYours
    if talk.incoming.private and case.resident_id == talk.person.id:
        await resident.show_case(talk, case)
    else:
        await staff.show_case(talk, case.id, whole=whole)


async def _show(talk: Talk, tap: Tap) -> None:
    await show_case(talk, tap.subject)


CASE_TAPS: Mapping[str, TapHandler] = {"show": _show}
