"""By which rule: typed, or one of the policies that speak of the case, by one tap."""

from dataclasses import dataclass
from typing import Final

import msgspec

from casework.actions import policies
from casework.actions.finding_policies import find
from handlers.button_data import choice_of, number_of
from handlers.messages import Button, Incoming, Kind
from handlers.staff.reply import Proposal, case_of
from handlers.steps import FreeText, Mistake, choice_data
from handlers.talk import Talk, rows

_OFFERED: Final = 3
_FAINT: Final = 0.08
"""The share of a case's words that a policy must speak of: what was found and done speaks of much else."""


@dataclass(frozen=True)
class Basis(FreeText[Proposal]):
    """The rule that an outcome goes by. A policy that is tapped is named with its source, and goes with the outcome."""

    async def ask(self, talk: Talk, data: Proposal) -> None:
        """Put the question, with the policies that may be meant."""
        case = await case_of(talk, data)
        words = "\n".join(each for each in (case.summary, data.found, data.done) if each)
        found = await find(talk.uow, words, case.area_id, most=_OFFERED, least=_FAINT)
        buttons = [
            Button(each.policy.label(talk.language), choice_data(talk, self.id, str(each.policy.id))) for each in found
        ]
        buttons.append(talk.button("button-cancel", "m.cancel"))
        talk.reply(talk.say("staff-ask-basis-policies" if found else self.question), rows(buttons))

    async def take(self, talk: Talk, data: Proposal, incoming: Incoming) -> Proposal:
        """Take the tapped policy, or the words. Raises Mistake for a policy that does not hold any more."""
        if incoming.kind is not Kind.TAP:
            data = await super().take(talk, data, incoming)
            return msgspec.structs.replace(data, policy=0)
        policy_id = number_of(choice_of(incoming))
        if policy_id is None:
            raise Mistake("mistake-choice")
        policy = await policies.read(talk.uow, policy_id, talk.person.id)
        if not policy.holds_on(talk.uow.rules.calendar.day(talk.uow.now)):
            raise Mistake("refused-policy-over")
        return msgspec.structs.replace(data, basis=policy.cited(talk.language), policy=policy.id)
