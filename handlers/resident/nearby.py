"""Before a complaint is filed: the same matter of one's own that runs, and alike ones of others, to be joined instead.

Of others' cases nothing is shown but category, village, age, and how many people they speak for.
"""

from collections.abc import Sequence
from typing import Final

from casework.actions import alike, joining
from casework.errors import Refused
from casework.petitions import Case, Draft
from casework.unit_of_work import UnitOfWork
from handlers import texts
from handlers.case_words import area_label, category_label
from handlers.messages import Button
from handlers.resident import about, joined_words, writing
from handlers.router import Tap
from handlers.talk import Talk, rows

_FEW: Final = 3
"""From so many people on they are counted; fewer might be known by their number."""

_WEEK, _MONTH = 7, 30


async def comes_first(talk: Talk, draft: Draft, send: str) -> bool:
    """Show what a draft may be part of already, and return whether there was anything: then it is not filed yet.

    Each is asked once. `send` is the data of the button that sends the draft all the same.
    """
    if await _own(talk, draft):
        return True
    draft, found = await alike.look_around(talk.uow, draft.id, talk.person.id)
    if not found:
        return False
    for case in found:
        if await joining.is_behind(talk.uow, case, talk.person.id):
            _show(talk, draft, "near-joined", "button-add-to-that", [case], send)
            return True
    _show(talk, draft, "near-found", "button-me-too", found, send)
    return True


async def _own(talk: Talk, draft: Draft) -> bool:
    """Show the case of one's own that runs and is about the same, where there is one that was not ruled out."""
    if draft.entry is not None or draft.near is not None or talk.locked:
        return False
    running = [case for case in await talk.uow.running_of(talk.person.id) if case.id not in draft.not_about]
    same = await alike.same_of_own(talk.uow, draft, running)
    if same is not None:
        about.ask_same(talk, draft, same)
    return same is not None


def _show(talk: Talk, draft: Draft, key: str, join: str, cases: Sequence[Case], send: str) -> None:
    lines = [talk.say(key, count=len(cases))]
    lines += [line(talk.uow, talk.language, case, no) for no, case in enumerate(cases, 1)]
    buttons = [talk.button("button-send-mine", send)]
    if len(cases) == 1:
        buttons.insert(0, talk.button(join, f"d.metoo.{draft.id}.{cases[0].id}"))
    else:
        buttons.insert(0, talk.button("button-one-of-these", f"d.near.{draft.id}"))
    talk.reply("\n".join(lines), (tuple(buttons),), card=f"draft:{draft.id}")


def line(uow: UnitOfWork, language: str, case: Case, no: int) -> str:
    """Return a case of somebody else's in one line: what it is about in a word, the village, since when, how many."""
    facts = {
        "no": no,
        "category": category_label(language, case.category),
        "place": area_label(uow, case.area_id, language) or texts.plain(language, "place-unsaid"),
        "age": age(uow, language, case),
        "people": people(language, case),
    }
    return texts.say(language, "near-line", facts)


def age(uow: UnitOfWork, language: str, case: Case) -> str:
    """Return how long ago a case was filed, in weeks and months: the day might tell whose it is."""
    calendar = uow.rules.calendar
    days = (calendar.day(uow.now) - calendar.day(case.filed_at)).days
    if days < _WEEK:
        return texts.plain(language, "near-this-week")
    if days < _MONTH:
        return texts.say(language, "near-weeks", {"count": days // _WEEK})
    return texts.say(language, "near-months", {"count": days // _MONTH})


def people(language: str, case: Case) -> str:
    """Return for how many people a case speaks; of few, no number."""
    if case.people < _FEW:
        return texts.plain(language, "near-few")
    return texts.say(language, "near-people", {"count": case.people})


async def which(talk: Talk, tap: Tap) -> None:
    """Offer the cases that were found, one by one."""
    draft = await talk.uow.get(Draft, tap.subject)
    if draft is None or draft.person_id != talk.person.id or not draft.near:
        raise Refused("stale")
    buttons = [Button(str(no), f"d.metoo.{draft.id}.{case_id}") for no, case_id in enumerate(draft.near, 1)]
    send = talk.button("button-none-of-these", f"d.send.{draft.id}")
    talk.reply(talk.say("near-which"), (*rows(buttons, 5), (send,)), card=f"draft:{draft.id}")


async def me_too(talk: Talk, tap: Tap) -> None:
    """Join a case that was offered, instead of sending one's own."""
    case = await joining.join(talk.uow, tap.subject, talk.person.id, about.case_id_of(tap))
    draft = await talk.uow.get(Draft, tap.subject)
    if draft is not None:
        writing.set_aside(talk, draft)
    buttons = (
        talk.button("button-my-words-too", f"d.words.{tap.subject}.{case.id}"),
        joined_words.opener(talk.language, case),
    )
    facts = joined_words.facts(talk.uow, talk.language, case)
    talk.reply(talk.say("joined-ok", **facts), rows(buttons), card=f"draft:{tap.subject}", edit=True)


async def words_too(talk: Talk, tap: Tap) -> None:
    """Let the officers of a case that was joined read what one had written oneself."""
    case = await joining.pass_on_words(talk.uow, tap.subject, talk.person.id, about.case_id_of(tap))
    talk.reply(talk.say("joined-words", **joined_words.facts(talk.uow, talk.language, case)))
