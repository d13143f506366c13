"""A written reply before it is sent: what its author has said, how it will be read, and what one tap mends."""

from dataclasses import dataclass
from typing import Final

import msgspec

from casework.actions import outcomes
from casework.errors import NotYours
from casework.kinds import PetitionKind
from casework.paths import SUPPORTS
from casework.people import Person
from casework.petitions import Case, Outcome, OutcomeKind, Support
from casework.replacing import replace
from casework.words import clean
from handlers import case_words
from handlers.button_data import choice_of
from handlers.file_steps import NOTHING, Sent
from handlers.messages import Incoming, Kind, Rows
from handlers.staff.flows import OnCase
from handlers.steps import Confirm, Mistake, More, choice_data, end_of
from handlers.talk import Talk

_LONGEST_REQUEST: Final = 300
_SHOWN: Final = "staff-outcome-shown"


class Proposal(OnCase, frozen=True, kw_only=True):
    """What a written reply states (articles 31 and 32); `day` (ISO) for a promise, `body` where it was passed on.

    `proof` says whether the case's category wants a photo of what was done, `unproved` why there is none. `of` is the
    kind of the case: it tells what is asked. `request` is what the resident asks for, "" for what they wrote
    themselves, and `support` how far it is granted, "" for the likeliest. `owed` are the units that still owe their
    part, by name, and `alone` why the answer does not wait for them. `policy` is the id of the policy that
    the basis is, 0 for none.
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
    request: str = ""
    support: str = ""
    owed: str = ""
    alone: str = ""
    policy: int = 0


class Carried(OnCase, frozen=True, kw_only=True):
    """That a promise is carried out: what was done, and its proof; `proof`, `unproved`, `owed` and `alone` as in
    Proposal.
    """

    done: str = ""
    proof: bool = False
    unproved: str = ""
    sent: Sent = NOTHING
    owed: str = ""
    alone: str = ""


def outcome_of(talk: Talk, data: Proposal) -> Outcome:
    """Return the outcome, as far as its author has said it."""
    work, unproved = work_of(data)
    return Outcome(
        OutcomeKind(data.kind),
        data.found,
        work,
        data.basis,
        data.body,
        end_of(talk, data.day) if data.day else None,
        data.sent.files,
        unproved,
        data.request,
        Support(data.support) if data.support else None,
        data.policy or None,
    )


def work_of(data: Proposal | Carried) -> tuple[str, str]:
    """Return what was done, and why there is no proof: words beside files say the former, without files the latter."""
    proved = bool(data.sent.files)
    work = "\n".join(each for each in (data.done, data.sent.captions, data.unproved if proved else "") if each)
    return work, "" if proved else data.unproved


async def case_of(talk: Talk, data: OnCase) -> Case:
    """Return the flow's case. Raises NotYours where it is gone."""
    case = await talk.uow.get(Case, data.case_id)
    if case is None:
        raise NotYours
    return case


async def reply_shown(talk: Talk, data: Proposal) -> str:
    """Return the reply as its resident will read it, and how its request can be put otherwise."""
    case = await case_of(talk, data)
    outcome = await outcomes.complete(talk.uow, case, outcome_of(talk, data))
    return await _as_read(talk, case, outcome, "staff-outcome-shown-request" if outcome.request else _SHOWN)


async def carried_shown(talk: Talk, data: Carried) -> str:
    """Return what was promised as its resident will read that it is carried out."""
    case = await case_of(talk, data)
    work, unproved = work_of(data)
    return await _as_read(talk, case, outcomes.carried(case, work, data.sent.files, unproved))


async def _as_read(talk: Talk, case: Case, outcome: Outcome, key: str = _SHOWN) -> str:
    """Return a reply in the resident's language, under a line for the cadre."""
    resident = await talk.uow.get(Person, case.resident_id)
    language = resident.language if resident is not None else talk.language
    reply = await case_words.outcome_text(talk.uow, replace(case, outcome=outcome), language)
    return talk.say(key, number=case.label, reply=reply)


@dataclass(frozen=True)
class LastLook(Confirm[Proposal]):
    """The last look at a reply. What a request asks for is put in other words by typing them, and one tap says that it
    is granted in part only: whoever has nothing to mend is asked nothing more.
    """

    async def ask(self, talk: Talk, data: Proposal) -> None:
        """Show the reply with Send, how else it may be granted, Back and Cancel."""
        outcome = await self._complete(talk, data)
        grants = [
            talk.button(f"staff-button-support-{each.value}", choice_data(talk, self.id, each.value))
            for each in _others(outcome)
        ]
        buttons: Rows = (
            (talk.button(self.yes, choice_data(talk, self.id, "yes")), *grants),
            (talk.button("button-back", "m.back"), talk.button("button-cancel", "m.cancel")),
        )
        talk.reply(await self.text(talk, data), buttons)

    async def take(self, talk: Talk, data: Proposal, incoming: Incoming) -> Proposal:
        """Take the yes. Raises More for what mends the reply, which is shown anew; Mistake for anything else."""
        outcome = await self._complete(talk, data)
        tapped = choice_of(incoming)
        if tapped in _others(outcome):
            data = msgspec.structs.replace(data, support=tapped)
        elif incoming.kind is Kind.TEXT and outcome.request and not self._is_yes(talk, incoming):
            data = msgspec.structs.replace(data, request=_worded(incoming))
        else:
            return await super().take(talk, data, incoming)
        await self.ask(talk, data)
        raise More(data)

    def _is_yes(self, talk: Talk, incoming: Incoming) -> bool:
        return clean(incoming.text).casefold() in {talk.say(self.yes).casefold(), "1"}

    async def _complete(self, talk: Talk, data: Proposal) -> Outcome:
        return await outcomes.complete(talk.uow, await case_of(talk, data), outcome_of(talk, data))


def _others(outcome: Outcome) -> list[Support]:
    """Return how else a request may be granted; nothing where that is not the question."""
    if outcome.support is None:
        return []
    return [each for each in SUPPORTS.get(outcome.kind, ()) if each is not outcome.support]


def _worded(incoming: Incoming) -> str:
    words = clean(incoming.text)
    if not words:
        raise Mistake("mistake-empty")
    if len(words) > _LONGEST_REQUEST:
        raise Mistake("mistake-long", limit=_LONGEST_REQUEST)
    return words
