"""Written before: the petition of then is linked, and a contested answer of then goes to another person now."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from casework.actions.above import tell_above
from casework.actions.assigning import assign
from casework.actions.changing import change
from casework.notices import Urgency
from casework.numbers import parse_number
from casework.people import Role
from casework.permissions import allowed, voice
from casework.petitions import Case, Closing, Detail, OutcomeKind, Petition, State
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event

EARLIER: Final = "earlier"
"""The detail of a case that says what its writer has sent before."""


@dataclass(frozen=True, slots=True)
class Linked:
    """What was found: the cases of then, where they are the writer's own, and what became of the new one.

    `another`: it is with somebody else now. `head_asked`: its cadre works on it already, and the head decides.
    """

    cases: tuple[Case, ...] = ()
    another: bool = False
    head_asked: bool = False


async def tell_earlier(uow: UnitOfWork, case_id: int, by: int, words: str) -> Linked:
    """Note what the writer says of a petition of before: its number here, one of another office, or a reply in words.

    An own petition here is linked both ways. A number of somebody else's is words like any other: nobody learns that
    it exists. A shielded case is named on no other (articles 30 and 46), and what is told beside one stays with the
    case for which it was told.
    """
    case = await allowed(uow, "earlier", case_id, by)
    found = await _own(uow, case, by, words)
    mates = await uow.cases_of_petition(case.petition_id)
    petition = await uow.get(Petition, case.petition_id)
    if petition is None or any(each.shielded for each in found):
        return Linked(tuple(found))
    told = found[0].number if found else words
    event(uow, case, "earlier", actor=by, role=voice(case, by), words=told)
    if any(mate.shielded for mate in mates):
        case = await change(uow, case, details=(*case.details, Detail(EARLIER, told)))
        mates = [case if mate.id == case.id else mate for mate in mates]
    else:
        uow.put(replace(petition, earlier=told))
        for each in found:
            event(uow, each, "came_again", actor=by, role=voice(each, by), words=case.number)
    outcomes = [await _keep_apart(uow, mate, found) for mate in mates if mate.is_open]
    return Linked(tuple(found), another="moved" in outcomes, head_asked="asked" in outcomes)


def has_told(petition: Petition, case: Case) -> bool:
    """Tell whether the writer has said already what they wrote before."""
    return bool(petition.earlier) or any(each.question == EARLIER for each in case.details)


def is_contested(case: Case) -> bool:
    """Tell whether the resident was not content with what was answered: contested, refused, or not done after all."""
    refused = case.outcome is not None and case.outcome.kind is OutcomeKind.REFUSED
    return case.closing is Closing.CONTESTED or refused or case.reopened > 0


async def _own(uow: UnitOfWork, case: Case, by: int, words: str) -> Sequence[Case]:
    number = parse_number(words)
    if number is None:
        return []
    found = await uow.visible_by_number(by, number.petition)
    own = [each for each in found if each.resident_id == case.resident_id and each.petition_id != case.petition_id]
    return [each for each in own if number.suffix in {None, each.suffix}]


async def _keep_apart(uow: UnitOfWork, case: Case, before: Sequence[Case]) -> str:
    """Keep a case from whoever gave a contested answer before; return "moved", "asked" (the head) or ""."""
    answered = {each.cadre_id for each in before if is_contested(each) and each.cadre_id is not None}
    if not answered:
        return ""
    aside = tuple(sorted({*case.aside, *answered}))
    if case.cadre_id not in answered:
        await change(uow, case, aside=aside)
        return ""
    if case.state is not State.WAITING:
        # Somebody is at work: taking it away unasked may do harm, so the head decides.
        await tell_above(uow, case, Role.HEAD, "same_cadre", Urgency.LIMIT, who=case.cadre_id)
        return "asked"
    await assign(uow, replace(case, aside=aside), case.unit_id, by=None, why="earlier")
    return "moved"
