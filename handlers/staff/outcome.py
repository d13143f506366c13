"""Proposing an outcome: found, done, by which rule. It is sent once its author has read it as it will look."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from casework.actions import outcomes
from casework.actions.part_ends import open_parts
from casework.categories import wants_proof
from casework.instances import outcomes_of
from casework.kinds import PetitionKind
from casework.paths import path_of
from casework.petitions import Case, Instance, OutcomeKind
from handlers import case_words, texts
from handlers.file_steps import WithFiles
from handlers.router import Tap, TapHandler
from handlers.staff.basis import Basis
from handlers.staff.flows import CaseFlow, about, check, done
from handlers.staff.reply import Carried, LastLook, Proposal, carried_shown, case_of, outcome_of, reply_shown, work_of
from handlers.staff.unit_lines import unit_name
from handlers.steps import Choice, Confirm, Day, FreeText, Option
from handlers.talk import Talk

_DONE: Final = frozenset({OutcomeKind.DONE, OutcomeKind.ANSWERED, OutcomeKind.PASSED})
_ADOPTED: Final = (OutcomeKind.ADOPTED, OutcomeKind.ADOPTED_PARTLY)
_LONG: Final = 1000
_SHORT: Final = 300


def _is(*kinds: OutcomeKind) -> Callable[[Proposal], bool]:
    return lambda data: data.kind in kinds


def _is_suggestion(data: Proposal) -> bool:
    return data.of == PetitionKind.SUGGESTION


def _is_answer(data: Proposal) -> bool:
    """Tell whether a question is answered: then what was found is the answer, and nothing was to be done."""
    return data.of == PetitionKind.QUESTION and data.kind == OutcomeKind.ANSWERED


def _was_done(data: Proposal) -> bool:
    return data.kind in _DONE and not _is_answer(data)


def _leaves_parts(data: Proposal) -> bool:
    return bool(data.owed) and data.kind != OutcomeKind.PROMISED


def _owes(data: Carried) -> bool:
    return bool(data.owed)


async def _owed(talk: Talk, data: Proposal | Carried) -> Mapping[str, str]:
    return {"units": data.owed}


async def _kinds(talk: Talk, data: Proposal) -> Sequence[Option]:
    possible = outcomes_of(await case_of(talk, data))
    keys = {kind: texts.of_kind(talk.language, f"staff-outcome-{kind.value}", data.of) for kind in possible}
    return [Option(kind.value, talk.say(key)) for kind, key in keys.items()]


def _unproved(data: Proposal) -> bool:
    return data.proof and data.kind == OutcomeKind.DONE and not data.sent.files


def _carried_unproved(data: Carried) -> bool:
    return data.proof and not data.sent.files


async def _propose(talk: Talk, data: Proposal) -> None:
    outcome = outcome_of(talk, data)
    case = await outcomes.propose(talk.uow, data.case_id, talk.person.id, data.epoch, outcome, data.alone)
    if outcome.kind is OutcomeKind.REVOKED:
        talk.answer("staff-revoked", number=case.label, unit=case_words.unit_label(talk.uow, case, talk.language))
    elif outcome.by is not None:
        done(talk, "staff-promised", case, date=case_words.day(talk.uow, talk.language, outcome.by))
    else:
        key = "staff-proposed" if case.instance is Instance.FIRST else "staff-proposed-review"
        done(talk, texts.of_kind(talk.language, key, case.kind), case)


async def _carry_out(talk: Talk, data: Carried) -> None:
    work, unproved = work_of(data)
    case = await outcomes.carry_out(
        talk.uow, data.case_id, talk.person.id, data.epoch, work, data.sent.files, unproved, data.alone
    )
    done(talk, "staff-proposed", case)


def _work(id_: str, question: str, *kinds: OutcomeKind) -> WithFiles[Proposal]:
    """Return the question what was done, or will be, as it is put for these outcomes."""
    return WithFiles(id_, question, "done", _LONG, when=_is(*kinds), cancel=True, alone=False)


PROPOSE: Final = CaseFlow(
    "staff-outcome",
    Proposal,
    [
        Choice("kind", "staff-ask-outcome", "kind", _kinds, facts=about, cancel=True),
        FreeText("alone", "staff-ask-alone", "alone", _SHORT, when=_leaves_parts, facts=_owed, cancel=True),
        FreeText("body", "staff-ask-body", "body", _SHORT, when=_is(OutcomeKind.PASSED), cancel=True),
        WithFiles("answer", "staff-ask-answer", "found", _LONG, when=_is_answer, cancel=True, alone=False),
        FreeText("found", "staff-ask-found", "found", _LONG, when=lambda data: not _is_answer(data), cancel=True),
        WithFiles("done", "staff-ask-done", "done", _LONG, when=_was_done, cancel=True, alone=False),
        WithFiles("proof", "staff-ask-proof", "unproved", _SHORT, when=_unproved, cancel=True),
        _work("plan", "staff-ask-plan", OutcomeKind.PROMISED),
        _work("instead", "staff-ask-instead", OutcomeKind.REFUSED),
        Day("day", "staff-ask-promise-day", "day", (7, 14, 30), when=_is(OutcomeKind.PROMISED), cancel=True),
        _work("adopted", "staff-ask-adopted", *_ADOPTED),
        _work("why_not", "staff-ask-why-not", OutcomeKind.NOT_ADOPTED),
        _work("upheld", "staff-ask-upheld", OutcomeKind.UPHELD),
        _work("changed", "staff-ask-changed", OutcomeKind.CHANGED),
        Day(
            "carried",
            "staff-ask-carried-by",
            "day",
            (7, 14, 30),
            skip="staff-button-nothing",
            when=_is(OutcomeKind.CHANGED),
            cancel=True,
        ),
        _work("revoked", "staff-ask-revoked", OutcomeKind.REVOKED),
        Basis("basis", "staff-ask-basis", "basis", _SHORT, when=lambda data: not _is_suggestion(data), cancel=True),
        LastLook("send", reply_shown, "staff-button-send"),
    ],
    _propose,
    "propose",
)

CARRY: Final = CaseFlow(
    "staff-carry",
    Carried,
    [
        FreeText[Carried]("alone", "staff-ask-alone", "alone", _SHORT, when=_owes, facts=_owed, cancel=True),
        WithFiles("done", "staff-ask-carried-out", "done", _LONG, facts=about, cancel=True, alone=False),
        WithFiles("proof", "staff-ask-proof", "unproved", _SHORT, when=_carried_unproved, cancel=True),
        Confirm("send", carried_shown, "staff-button-send"),
    ],
    _carry_out,
    "carry_out",
)


async def propose(talk: Talk, tap: Tap) -> None:
    """Ask for the outcome, as the case's kind has it, with a proof where kind and category want one."""
    case = await check(talk, "propose", tap.subject, tap.epoch)
    owed, proof = await _who_owes(talk, case), _wants_proof(case)
    start = Proposal(case_id=case.id, epoch=case.epoch, of=case.kind.value, proof=proof, owed=owed)
    await PROPOSE.start(talk, start)


async def carry_out(talk: Talk, tap: Tap) -> None:
    """Ask what was done of what was promised, and for its proof."""
    case = await check(talk, "carry_out", tap.subject, tap.epoch)
    owed, proof = await _who_owes(talk, case), _wants_proof(case)
    await CARRY.start(talk, Carried(case_id=case.id, epoch=case.epoch, proof=proof, owed=owed))


async def _who_owes(talk: Talk, case: Case) -> str:
    """Return the assisting units that still owe their part, by name; "" for none."""
    units = [unit_name(talk.uow, talk.language, part.unit_id) for part in await open_parts(talk.uow, case)]
    return talk.say("staff-and").join(dict.fromkeys(units))


def _wants_proof(case: Case) -> bool:
    return path_of(case.kind).proved and wants_proof(case.category)


FLOWS: Final = (PROPOSE, CARRY)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {"propose": propose, "carry_out": carry_out}
