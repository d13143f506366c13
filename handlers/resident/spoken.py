"""Which button somebody means who writes its words, by where the chat is: at the card, at an outcome, at one's cases.

The words then count as a tap on it, with the rights, the PIN and the epoch of one; all others are words like any. What
may be meant otherwise, too, is no tap: a yes is one to what the chat was shown last and to nothing else, that something
is done counts where it was asked of the only case that runs, and what is put as a question decides nothing. There the
buttons are shown again.
"""

from collections.abc import Sequence
from typing import Final

from casework.actions import filing
from casework.alarms import AlarmState
from casework.instances import reopen_until, verdicts_of
from casework.kinds import PetitionKind
from casework.permissions import possible
from casework.petitions import Case, Closing, Draft, State, Verdict
from handlers import saying
from handlers.messages import Incoming, Kind
from handlers.resident import about, danger, draft_card, memory
from handlers.talk import Talk

_MEANINGS: Final = (
    *("say-send", "say-yes", "say-no", "say-change", "say-done", "say-half", "say-not-done"),
    *("say-news", "say-urge", "say-withdraw", "say-leave", "say-help"),
)
_LONGEST: Final = 24
"""Characters of the longest phrase."""

_OF_CASES: Final = frozenset({"news", "urge", "withdraw"})
"""What speaks of one's cases, whatever else is open."""

_REPLIES: Final = frozenset({"yes", "no"})
"""What answers whatever was said last, and means nothing by itself."""

_AT_ONCE: Final = 3
"""Messages that one of the resident's may have been answered with."""

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
    if meaning == "help":
        return "m.help"
    cases = await about.known(talk)
    shown = [] if talk.new or meaning in _OF_CASES else await talk.uow.buttons_shown(incoming.chat)
    if meaning == "yes" and not saying.asks(words) and (in_danger := await _in_danger(talk, shown)):
        return in_danger
    running = [case for case in cases if case.is_open]
    if about.asked(running, draft) is not None and meaning not in _OF_CASES:
        return ""
    if meaning == "leave":
        return "m.cancel"
    if meaning in _OF_CASES:
        return _news(draft, cases, meaning)
    if saying.asks(words):
        return _asking(draft, cases, meaning)
    if draft is None or not draft.text:
        return await _of_cases(talk, draft, cases, meaning, shown)
    if meaning in _VERDICTS:
        return _looked_at(_proposed(cases))
    button = _of_draft(talk, draft, running, meaning)
    if meaning in _REPLIES and (not shown or not _stands_in(shown[0], button)):
        return f"d.show.{draft.id}"
    return button


def _asking(draft: Draft | None, cases: Sequence[Case], meaning: str) -> str:
    """Return the button that shows what a question asks about; it decides nothing."""
    if meaning in _VERDICTS:
        return _looked_at(_proposed(cases))
    return f"d.show.{draft.id}" if draft is not None and draft.text else ""


def _of_draft(talk: Talk, draft: Draft, running: Sequence[Case], meaning: str) -> str:
    """Return the button under the complaint being written that is meant."""
    known = memory.recall(talk)
    if known.enough:
        verb = _ENOUGH.get(meaning, "")
    elif known.asking:
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


def _news(draft: Draft | None, cases: Sequence[Case], meaning: str) -> str:
    """Return the button that shows, hurries or withdraws one's case; of several that may be meant, the list of them."""
    # Who is writing down another matter may want that to go fast.
    hurry = "show" if draft is not None and draft.text else "urge"
    verb = {"news": "show", "urge": hurry, "withdraw": "withdraw"}[meaning]
    running = [case for case in cases if case.is_open]
    return _one(verb, cases if meaning == "news" and len(cases) == 1 else running, otherwise="m.my")


async def _of_cases(talk: Talk, draft: Draft | None, cases: Sequence[Case], meaning: str, shown: Sequence[str]) -> str:
    """Return the button that says something to one's cases; of several cases that may be, the list of them."""
    if meaning in _VERDICTS:
        return _verdict(talk, cases, _VERDICTS[meaning], shown)
    if draft is not None or meaning not in _REPLIES:
        return ""
    offered = await _details(talk, cases, shown) if meaning == "yes" else ""
    return offered or _looked_at(_proposed(cases))


def _verdict(talk: Talk, cases: Sequence[Case], verdict: Verdict, shown: Sequence[str]) -> str:
    """Return the button that gives a verdict, where it can only be meant of one case. That it was done, be it by half,
    counts where that is what was asked last, and no other case runs of which it may be said.
    """
    waiting = [case for case in _proposed(cases) if verdict in verdicts_of(case)]
    shelved = _shelved(talk, cases) if verdict is Verdict.NOT_DONE else []
    if not waiting:
        return _one("reopen", shelved, otherwise="m.my" if shelved else "")
    button = _one("judge", waiting, f".{verdict}", otherwise="m.my")
    if verdict is Verdict.NOT_DONE:
        return button if not shelved else "m.my"
    asked_last = next(filter(None, shown), "")
    alone = sum(case.is_open for case in cases) == 1
    return button if alone and _stands_in(asked_last, button) else _looked_at(waiting)


def _proposed(cases: Sequence[Case]) -> list[Case]:
    return [case for case in cases if case.state is State.PROPOSED]


def _shelved(talk: Talk, cases: Sequence[Case]) -> list[Case]:
    """Return the cases that were set aside without an answer, and go on by a word."""
    uow = talk.uow
    return [
        case
        for case in cases
        if case.closing is Closing.NO_ANSWER
        and uow.now < reopen_until(case, uow.rules)
        and possible(uow.staff, uow.org, case, talk.person.id, ["reopen"])
    ]


async def _details(talk: Talk, cases: Sequence[Case], shown: Sequence[str]) -> str:
    """Return the button that begins the questions offered after filing, where that is what was shown last."""
    filed = memory.recall(talk).case
    button = _one("details", [case for case in cases if case.is_open and case.id == filed], otherwise="")
    return button if button and shown and _stands_in(shown[0], button) else ""


def _looked_at(cases: Sequence[Case]) -> str:
    """Return what shows cases with all that can be said to them."""
    return _one("show", cases, otherwise="m.my" if cases else "")


def _one(verb: str, cases: Sequence[Case], argument: str = "", *, otherwise: str) -> str:
    return f"c.{verb}.{cases[0].id}.{cases[0].epoch}{argument}" if len(cases) == 1 else otherwise


def _stands_in(buttons: str, button: str) -> bool:
    """Tell whether a button is among those under a message, as the history keeps them."""
    return bool(button) and f'"{button}"' in buttons


async def _in_danger(talk: Talk, shown: Sequence[str]) -> str:
    """Return the button that says that somebody is in danger, where that was asked last; where it was asked beside
    something else, what asks it again and alone; "" where it was not asked.
    """
    alarm = await danger.current(talk)
    if not shown:
        return ""
    if _stands_in(shown[0], "m.sos"):
        return "m.sos"
    if alarm is None or alarm.state not in {AlarmState.ASKED, AlarmState.UNANSWERED}:
        return ""
    button = f"a.yes.{alarm.id}"
    if _stands_in(shown[0], button):
        return button
    return "m.danger" if any(_stands_in(each, button) for each in shown[1:_AT_ONCE]) else ""
