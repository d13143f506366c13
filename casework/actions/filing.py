"""Sending a draft: it becomes a petition with a number and a case with a clock, or part of a case that runs."""

from dataclasses import dataclass, replace
from typing import Final

from casework.actions.assigning import assign
from casework.actions.drafting import own_draft
from casework.actions.residents import add
from casework.areas import Area
from casework.errors import Refused
from casework.numbers import code_digest, new_code
from casework.organisation import ANY_CATEGORY, Organisation
from casework.people import Person
from casework.petitions import Case, Draft, DraftState, Event, Petition
from casework.unit_of_work import UnitOfWork
from casework.words import summary

SUMMARY_LENGTH: Final = 60
"""Characters of the line by which a case is recognised in lists."""

_CODE_BYTES: Final = 5


@dataclass(frozen=True, slots=True)
class Filed:
    """What filing led to. `code` is the query code: shown once, and kept only as its HMAC."""

    petition: Petition
    case: Case
    code: str


async def file(uow: UnitOfWork, draft_id: int, by: int) -> Filed:
    """Register a draft as a petition with one case, and assign it at once by its route.

    The office must forward it within fifteen days of receipt (article 22), and that limit runs where no route covers
    it. Raises NotYours, Refused("already-filed", number), Refused("draft-gone"), Refused("no-words") for an empty
    draft and Refused("no-area") where the service has no area at all.
    """
    draft = await own_draft(uow, draft_id, by)
    if not draft.text.strip():
        raise Refused("no-words")
    person = await uow.get(Person, by)
    rules, area, category = uow.rules, _area(uow.org, draft), draft.category or ANY_CATEGORY
    code = new_code(uow.rng.randbytes(_CODE_BYTES))
    petition = Petition(
        id=uow.new_id(),
        number=await uow.new_number(rules.calendar.day(uow.now)),
        resident_id=by,
        text=draft.text,
        language=person.language if person is not None else rules.languages[0],
        filed_at=uow.now,
        code_digest=code_digest(code, rules.secret),
    )
    case = Case(
        id=uow.new_id(),
        petition_id=petition.id,
        number=petition.number,
        suffix=1,
        resident_id=by,
        category=category,
        area_id=area.id,
        area_path=area.path,
        place=draft.place,
        summary=summary(draft.text, SUMMARY_LENGTH),
        filed_at=uow.now,
        limit_at=rules.calendar.limit(uow.now, rules.profile.limits.register_days),
        epoch_at=uow.now,
        clock_from=uow.now,
        told_at=uow.now,
    )
    # Its id precedes those of the events that assigning records: the timeline begins with it.
    filed = Event(uow.new_id(), case.id, uow.now, by, "resident", "filed", {"category": category})
    route = uow.org.route(category, draft.area_id)
    case = await assign(uow, case, route.unit_id, by=None)
    uow.put(petition)
    uow.put(filed)
    uow.put(replace(draft, state=DraftState.FILED, petition_id=petition.id, epoch=draft.epoch + 1))
    return Filed(petition, case, code)


async def join_case(uow: UnitOfWork, draft_id: int, by: int, case_id: int) -> Case:
    """Add the draft's words to a case of its writer that runs already. Raises as `file` and `add` do."""
    draft = await own_draft(uow, draft_id, by)
    case = await add(uow, case_id, by, draft.text)
    uow.put(replace(draft, state=DraftState.JOINED, petition_id=case.petition_id, epoch=draft.epoch + 1))
    return case


def _area(org: Organisation, draft: Draft) -> Area:
    """Return the draft's area; without one the case lies in the whole service's."""
    if draft.area_id is not None and draft.area_id in org.areas:
        return org.areas[draft.area_id]
    if org.root is None:
        raise Refused("no-area")
    return org.root
