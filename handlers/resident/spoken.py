"""Which button somebody means who writes its words, by where the chat is: at the card, at an outcome, at one's cases.

The words then count as a tap on it, with the rights, the PIN and the epoch of one; all others are words like any.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from casework.actions import filing
from casework.instances import reopen_until, verdicts_of
from casework.kinds import PetitionKind
from casework.permissions import possible
from casework.petitions import Case, Closing, Draft, State, Verdict
from handlers import saying
from handlers.messages import Incoming, Kind
from handlers.resident import about, after, draft_card, memory
from handlers.talk import Talk

_MEANINGS: Final = (
    *("say-send", "say-yes", "say-no", "say-change", "say-done", "say-half", "say-not-done"),
    *("say-news", "say-urge", "say-withdraw", "say-leave", "say-help"),
)
_LONGEST: Final = 24
"""Characters of the longest phrase."""

_SOON: Final = timedelta(hours=1)
"""For how long after filing a yes is one to the questions that were offered then."""

_OF_CASES: Final = frozenset({"news", "urge", "withdraw"})
"""What speaks of one's cases, whatever else is open."""

_ENOUGH: Final = {"yes": "answered", "no": "ask", "send": "ask"}
_WHICH_CASE: Final = {"yes": "which", "no": "new", "send": "new"}
_VERDICTS: Final = {"done": Verdict.DONE, "half": Verdict.HALF, "not-done": Verdict.NOT_DONE}


async def button_of(talk: Talk, incoming: Incoming) -> str:
    """Return what the button carries that a message names in words; "" where it names none. A finder.

    While a question is open only the word to stop is one: all others may be its answer.
    """
    words = incoming.text.strip()
    if incoming.kind is not Kind.TEXT or incoming.reply_to or len(words) > _LONGEST:
        return ""
    if talk.conversation.flow:
        return "m.cancel" if saying.says(talk.language, "say-stop", words) else ""
    meaning = saying.meant(talk.language, _MEANINGS, words).removeprefix("say-")
    if not meaning:
        return ""
    draft = await draft_card.current(talk)
    if draft is not None and draft.entry is not None:
        return ""
    if meaning in {"leave", "help"}:
        return {"leave": "m.cancel", "help": "m.help"}[meaning]
    cases = await about.known(talk)
    if draft is not None and draft.text and meaning not in _OF_CASES:
        button = _of_draft(talk, draft, cases, meaning)
        if button:
            return button
    return await _of_cases(talk, draft, cases, meaning)


def _of_draft(talk: Talk, draft: Draft, cases: Sequence[Case], meaning: str) -> str:
    """Return the button under the complaint being written that is meant: a yes is one to what was asked last."""
    known = memory.recall(talk)
    if known.enough:
        verb = _ENOUGH.get(meaning, "")
    elif known.asking:
        running = [case for case in cases if case.is_open]
        if meaning == "yes" and len(running) == 1:
            return f"d.join.{draft.id}.{running[0].id}"
        verb = _WHICH_CASE.get(meaning, "")
    else:
        verb = _at_card(talk, draft, meaning)
    return f"d.{verb}.{draft.id}" if verb else ""


def _at_card(talk: Talk, draft: Draft, meaning: str) -> str:
    """Return the verb of the card's button that is meant; "show" where it has to be chosen: the card comes again."""
    if meaning in {"change", "no"}:
        return "change"
    if meaning not in {"send", "yes"}:
        return ""
    if draft.kind is PetitionKind.THANKS:
        return "thank"
    if draft_card.only_place(talk, draft) or len(filing.matters(talk.uow.org, draft)) > 1:
        return "show"
    # A yes says nothing to "where is it?", nor to "are you one of these?".
    asks = not draft_card.place_of(talk, draft) or draft.near
    return "show" if meaning == "yes" and asks else "send"


async def _of_cases(talk: Talk, draft: Draft | None, cases: Sequence[Case], meaning: str) -> str:
    """Return the button of one's cases that is meant; of several cases that may be, the list of them."""
    running = [case for case in cases if case.is_open]
    if meaning in _OF_CASES:
        verb = {"news": "show", "urge": "urge", "withdraw": "withdraw"}[meaning]
        return _one(verb, cases if meaning == "news" and len(cases) == 1 else running, otherwise="m.my")
    if about.asked(running, draft) is not None:
        return ""
    if meaning in _VERDICTS:
        return _verdict(talk, cases, _VERDICTS[meaning])
    if meaning == "yes" and draft is None:
        return await _details(talk, running)
    return ""


def _verdict(talk: Talk, cases: Sequence[Case], verdict: Verdict) -> str:
    waiting = [case for case in cases if case.state is State.PROPOSED and verdict in verdicts_of(case)]
    if waiting or verdict is not Verdict.NOT_DONE:
        return _one("judge", waiting, f".{verdict}", otherwise="m.my" if waiting else "")
    uow = talk.uow
    shelved = [
        case
        for case in cases
        if case.closing is Closing.NO_ANSWER
        and uow.now < reopen_until(case, uow.rules)
        and possible(uow.staff, uow.org, case, talk.person.id, ["reopen"])
    ]
    return _one("reopen", shelved, otherwise="m.my" if shelved else "")


async def _details(talk: Talk, running: Sequence[Case]) -> str:
    """Return the button that begins the questions offered after filing, where that was just now and they are open."""
    filed = memory.recall(talk).case
    just_now = [case for case in running if case.id == filed and talk.uow.now - case.filed_at < _SOON]
    offered = [case for case in just_now if await after.button_key(talk, case) == "button-details"]
    return _one("details", offered, otherwise="")


def _one(verb: str, cases: Sequence[Case], argument: str = "", *, otherwise: str) -> str:
    return f"c.{verb}.{cases[0].id}.{cases[0].epoch}{argument}" if len(cases) == 1 else otherwise
