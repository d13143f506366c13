"""Proposing an outcome: found, done, by which rule. It is sent once its author has read it as it will look."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from casework.actions import outcomes
from casework.categories import wants_proof
from casework.errors import NotYours
from casework.kinds import PetitionKind
from casework.paths import path_of
from casework.people import Person
from casework.petitions import Case, Outcome, OutcomeKind
from handlers import case_words, texts
from handlers.file_steps import NOTHING, Sent, WithFiles
from handlers.router import Tap, TapHandler
from handlers.staff.flows import CaseFlow, OnCase, about, check, done
from handlers.steps import Choice, Confirm, Day, FreeText, Option, moment
from handlers.talk import Talk

_DONE: Final = frozenset({OutcomeKind.DONE, OutcomeKind.ANSWERED, OutcomeKind.PASSED})
_ADOPTED: Final = (OutcomeKind.ADOPTED, OutcomeKind.ADOPTED_PARTLY)
_LONG: Final = 1000
_SHORT: Final = 300


class Proposal(OnCase, frozen=True, kw_only=True):
    """What a written reply states (articles 31 and 32); `day` (ISO) for a promise, `body` where it was passed on.

    `proof` says whether the case's category wants a photo of what was done, `unproved` why there is none. `of` is the
    kind of the case: it tells which outcomes there are, and what is asked.
    """

    of: str = PetitionKind.REQUEST.value
    kind: str = ""
    found: str = ""
    done: str = ""
    basis: str = ""
    day: str = ""
    body: str = ""
    proof: bool = False
    unproved: str = ""
    sent: Sent = NOTHING


def _is(*kinds: OutcomeKind) -> Callable[[Proposal], bool]:
    return lambda data: data.kind in kinds


def _is_suggestion(data: Proposal) -> bool:
    return data.of == PetitionKind.SUGGESTION


def _is_answer(data: Proposal) -> bool:
    """Tell whether a question is answered: then what was found is the answer, and nothing was to be done."""
    return data.of == PetitionKind.QUESTION and data.kind == OutcomeKind.ANSWERED


def _was_done(data: Proposal) -> bool:
    return data.kind in _DONE and not _is_answer(data)


async def _kinds(talk: Talk, data: Proposal) -> Sequence[Option]:
    outcomes = path_of(PetitionKind(data.of)).outcomes
    keys = {kind: texts.of_kind(talk.language, f"staff-outcome-{kind.value}", data.of) for kind in outcomes}
    return [Option(kind.value, talk.say(key)) for kind, key in keys.items()]


def _unproved(data: Proposal) -> bool:
    return data.proof and data.kind == OutcomeKind.DONE and not data.sent.files


def _outcome(talk: Talk, data: Proposal) -> Outcome:
    """Return the outcome. Words beside files say what was done; without files, why there is no proof."""
    kind, by = OutcomeKind(data.kind), moment(talk, data.day, end=True)
    proved = bool(data.sent.files)
    work = "\n".join(each for each in (data.done, data.sent.captions, data.unproved if proved else "") if each)
    unproved = "" if proved else data.unproved
    return Outcome(kind, data.found, work, data.basis, data.body, by, data.sent.files, unproved)


async def _shown(talk: Talk, data: Proposal) -> str:
    """Return the reply as the resident will read it, in the resident's language, under a line for the cadre."""
    case = await talk.uow.get(Case, data.case_id)
    if case is None:
        raise NotYours
    resident = await talk.uow.get(Person, case.resident_id)
    language = resident.language if resident is not None else talk.language
    reply = await case_words.outcome_text(talk.uow, replace(case, outcome=_outcome(talk, data)), language)
    return talk.say("staff-outcome-shown", number=case.label, reply=reply)


async def _propose(talk: Talk, data: Proposal) -> None:
    outcome = _outcome(talk, data)
    case = await outcomes.propose(talk.uow, data.case_id, talk.person.id, data.epoch, outcome)
    if outcome.by is not None:
        done(talk, "staff-promised", case, date=case_words.day(talk.uow, talk.language, outcome.by))
    else:
        done(talk, texts.of_kind(talk.language, "staff-proposed", case.kind), case)


PROPOSE: Final = CaseFlow(
    "staff-outcome",
    Proposal,
    [
        Choice("kind", "staff-ask-outcome", "kind", _kinds, facts=about, cancel=True),
        FreeText("body", "staff-ask-body", "body", _SHORT, when=_is(OutcomeKind.PASSED), cancel=True),
        WithFiles("answer", "staff-ask-answer", "found", _LONG, when=_is_answer, cancel=True, alone=False),
        FreeText("found", "staff-ask-found", "found", _LONG, when=lambda data: not _is_answer(data), cancel=True),
        WithFiles("done", "staff-ask-done", "done", _LONG, when=_was_done, cancel=True, alone=False),
        WithFiles("proof", "staff-ask-proof", "unproved", _SHORT, when=_unproved, cancel=True),
        WithFiles("plan", "staff-ask-plan", "done", _LONG, when=_is(OutcomeKind.PROMISED), cancel=True, alone=False),
        WithFiles(
            "instead", "staff-ask-instead", "done", _LONG, when=_is(OutcomeKind.REFUSED), cancel=True, alone=False
        ),
        Day("day", "staff-ask-promise-day", "day", (7, 14, 30), when=_is(OutcomeKind.PROMISED), cancel=True),
        WithFiles("adopted", "staff-ask-adopted", "done", _LONG, when=_is(*_ADOPTED), cancel=True, alone=False),
        WithFiles(
            "why_not", "staff-ask-why-not", "done", _LONG, when=_is(OutcomeKind.NOT_ADOPTED), cancel=True, alone=False
        ),
        FreeText("basis", "staff-ask-basis", "basis", _SHORT, when=lambda data: not _is_suggestion(data), cancel=True),
        Confirm("send", _shown, "staff-button-send"),
    ],
    _propose,
    "propose",
)


async def propose(talk: Talk, tap: Tap) -> None:
    """Ask for the outcome, as the case's kind has it, with a proof where kind and category want one."""
    case = await check(talk, "propose", tap.subject, tap.epoch)
    proof = path_of(case.kind).proved and wants_proof(case.category)
    await PROPOSE.start(talk, Proposal(case_id=case.id, epoch=case.epoch, of=case.kind.value, proof=proof))


FLOWS: Final = (PROPOSE,)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {"propose": propose}
