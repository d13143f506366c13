"""Finding the policies that answer a question in own words: residents', and those of a cadre who looks for a basis."""

from dataclasses import dataclass
from typing import Final

from casework.answers import without_idle
from casework.policies.passages import Passage, passages, terms
from casework.policies.policy import Policy, concerns
from casework.policies.ranking import rank, rarest
from casework.unit_of_work import UnitOfWork

_LOOKED_AT: Final = 30
"""Policies that are read, the best first: some of them hold elsewhere, or no more."""


@dataclass(frozen=True, slots=True)
class Found:
    """A policy that speaks of a question, by its best passage. `share` is how much of the question it speaks of."""

    policy: Policy
    passage: Passage
    share: float


async def find(
    uow: UnitOfWork, question: str, area_id: int | None = None, *, most: int = 5, least: float = 0.0
) -> list[Found]:
    """Return the policies that hold today and speak of at least the share `least` of a question, the best first.

    With `area_id` those alone that concern the area.
    """
    asked, telling = terms(question), terms(without_idle(question))
    known = await uow.policies_known(list(asked)) if asked else None
    if known is None or not known.holding:
        return []
    weights = rarest(asked, known)
    hits = await uow.policies_holding(list(weights))
    ranked = [each for each in rank(weights, telling.keys(), known, hits) if each.share >= least]
    today = uow.rules.calendar.day(uow.now)
    read = {policy.id: policy for policy in await uow.policies_read([each.policy_id for each in ranked[:_LOOKED_AT]])}
    found = [
        Found(policy, passages(policy.content)[each.part], each.share)
        for each in ranked[:_LOOKED_AT]
        if (policy := read.get(each.policy_id)) is not None
        and policy.holds_on(today)
        and concerns(policy, uow.org, area_id)
    ]
    return found[:most]
