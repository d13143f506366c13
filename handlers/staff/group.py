"""A unit's group chat: a card with number, category, township and date, and one button. Never words or names."""

from collections.abc import Mapping
from typing import Any, Final

from casework.actions import accepting, membership
from casework.errors import NotYours, Refused, Stale
from casework.people import Group
from casework.petitions import Case, State
from casework.unit_of_work import UnitOfWork
from handlers import case_words, texts
from handlers.messages import Outgoing, Rows
from handlers.router import Command, Tap, TapHandler
from handlers.staff import cards
from handlers.staff.examples import solved_words
from handlers.talk import Talk


def card(uow: UnitOfWork, language: str, case: Case) -> tuple[str, Rows]:
    """Return a case as a group may read it: with Accept while nobody has it, else with the title of who does."""
    words = facts(uow, language, case)
    if case.state is State.WAITING:
        return texts.say(language, "notice-group_case", words), ((cards.button(language, "accept", case),),)
    key = "notice-group_accepted" if case.is_open else "staff-group-closed"
    return texts.say(language, key, words), ()


def facts(uow: UnitOfWork, language: str, case: Case) -> dict[str, Any]:
    """Return all that a group's text may name: no words, no village, nobody but a title."""
    return {
        "number": case.label,
        "category": case_words.category_label(language, case.category),
        "place": case_words.town_label(uow, case, language),
        "filed": case_words.day(uow, language, case.filed_at),
        "person": case_words.cadre_label(uow, case, language),
    }


async def accept(talk: Talk, tap: Tap) -> None:
    """Accept from the group: whoever of the unit taps first has the case, and gets its card in private."""
    try:
        case = await accepting.accept(talk.uow, tap.subject, talk.person.id, tap.epoch)
    except NotYours:
        raise Refused("not-in-this-unit") from None
    except Stale:
        known = await talk.uow.get(Case, tap.subject)
        if known is None or known.cadre_id != talk.person.id:
            raise
        talk.toast = talk.say("staff-yours-already")
        return
    talk.toast = talk.say("staff-yours-private")
    text, buttons = await cards.card(talk.uow, talk.language, case, talk.person.id)
    # A new message: whoever comes from the group finds it at the end of the private chat.
    talk.outgoing.append(Outgoing(talk.person.home, text, buttons, case_id=case.id, card=f"case:{case.id}"))
    if words := await solved_words(talk.uow, talk.language, case):
        talk.outgoing.append(Outgoing(talk.person.home, words, case_id=case.id))


async def refresh(talk: Talk, case: Case) -> None:
    """Bring the group's card up to date after a tap on an old one; in another unit's group only say so."""
    group = await talk.uow.get(Group, talk.incoming.chat)
    if group is None or not group.active or group.unit_id != case.unit_id:
        talk.toast = talk.say("staff-group-elsewhere")
        return
    text, buttons = card(talk.uow, group.language, case)
    talk.reply(text, buttons, case_id=case.id, card=f"case:{case.id}", edit=True)


async def bind(talk: Talk, code: str) -> None:
    """Make this group chat a unit's: by an invite's code, or without one by a head of the unit."""
    try:
        group = await membership.bind(talk.uow, talk.person.id, talk.incoming.chat, code or None, talk.language)
    except Refused as refused:
        # Nothing of why is said into the group but what to do next.
        talk.answer("staff-bind-code" if refused.code == "invite-unknown" else "staff-bind-not-allowed")
        return
    unit = talk.uow.org.units.get(group.unit_id)
    talk.answer("staff-bound", unit=unit.label(talk.language) if unit is not None else "")


async def start(talk: Talk, words: str) -> None:
    """Bind by the link that puts the bot into a group; without a code, say what the bot does here."""
    if words:
        await bind(talk, words)
    else:
        talk.answer("staff-group-hello")


GROUP_COMMANDS: Final[Mapping[str, Command]] = {"bind": bind, "start": start}
GROUP_CASE_TAPS: Final[Mapping[str, TapHandler]] = {"accept": accept}
