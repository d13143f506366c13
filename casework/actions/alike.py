"""Looking for cases of the same matter: a resident's own that runs, those of others near by, those to be merged."""

from collections.abc import Sequence
from typing import Final

from casework.actions.drafting import own_draft
from casework.actions.filing import area_or_root
from casework.actions.merging import can_be_merged
from casework.kinds import PetitionKind
from casework.likeness import SOUGHT, terms
from casework.marks import unmarked
from casework.nearness import Sought, alike, near_and_alike, said, sought_terms
from casework.organisation import ANY_CATEGORY
from casework.people import Person
from casework.petitions import Case, Draft, Petition
from casework.relations import relations
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork

_LOOKED_AT: Final = 40
"""Cases that share terms and are compared word by word."""

_SAME_WORDS: Final = 0.5
"""The share of words from which on somebody's own case is the same, whatever category was understood."""


async def same_of_own(uow: UnitOfWork, draft: Draft, running: Sequence[Case]) -> Case | None:
    """Return the case of the writer's own that a draft seems to be about once more; None where there is none.

    By the words they share, fewer where the category is the same; never of another place. What accuses somebody is a
    matter of its own: it must not reach an officer whom it may accuse.
    """
    if draft.accuses or not running:
        return None
    petitions = {each.id: each for each in await uow.get_all(Petition, [case.petition_id for case in running])}
    own = said(draft.text, draft.area_id)
    best: tuple[float, Case] | None = None
    for case in running:
        petition = petitions.get(case.petition_id)
        words = case.text or (petition.text if petition is not None else "")
        likeness = alike(uow.org, own, said(words, case.area_id))
        enough = likeness >= _SAME_WORDS or _same_category(uow, draft, case, likeness)
        same = enough and _same_place(uow, draft, case)
        if same and (best is None or likeness > best[0]):
            best = (likeness, case)
    return best[1] if best is not None else None


def _same_place(uow: UnitOfWork, draft: Draft, case: Case) -> bool:
    """Tell whether a draft may be about a case's place: it names none, the same, or one above or below it."""
    area = uow.org.areas.get(draft.area_id) if draft.area_id is not None else None
    other = uow.org.areas.get(case.area_id)
    return area is None or other is None or area.within(other) or other.within(area)


def _same_category(uow: UnitOfWork, draft: Draft, case: Case, likeness: float) -> bool:
    category = draft.category or ANY_CATEGORY
    return category == case.category and likeness >= uow.rules.profile.together.near(category).likeness


async def look_around(uow: UnitOfWork, draft_id: int, by: int) -> tuple[Draft, list[Case]]:
    """Look once for open cases of others that a draft may be about; return the draft, which knows them now, and them.

    Nearest first, five at most. None for what accuses somebody, is no request, is somebody else's word, or says for
    whom it is; for whoever has been shown some too often today; and none that the writer has to do with already.
    """
    draft = await own_draft(uow, draft_id, by)
    if draft.near is not None:
        return draft, []
    person = await uow.get(Person, by)
    if person is None or not _may_look(uow, draft, person):
        return draft, []
    found = await _found(uow, draft, person)
    if found:
        # Where there is nothing to show, nothing changes: filing looks for files, and comes next.
        draft = replace(draft, near=tuple(case.id for case in found))
        uow.put(draft)
        today = uow.rules.calendar.day(uow.now)
        looks = person.looks if person.looks_day == today else 0
        uow.put(replace(person, looks_day=today, looks=looks + 1))
    return draft, found


def _may_look(uow: UnitOfWork, draft: Draft, person: Person) -> bool:
    today, together = uow.rules.calendar.day(uow.now), uow.rules.profile.together
    looks = person.looks if person.looks_day == today else 0
    own = draft.entry is None and draft.behalf is None and not draft.accuses
    plainly = draft.kind in {None, PetitionKind.REQUEST, PetitionKind.REPORT} and bool(unmarked(draft.text).strip())
    radius = together.near(draft.category or ANY_CATEGORY).radius_km
    return own and plainly and looks < together.offers_a_day and radius > 0


async def _found(uow: UnitOfWork, draft: Draft, person: Person) -> list[Case]:
    sought = Sought(
        unmarked(draft.text),
        draft.category or ANY_CATEGORY,
        area_or_root(uow.org, draft.area_id).id,
        draft.lat,
        draft.lon,
        draft.kind or PetitionKind.REQUEST,
    )
    rules = uow.rules.profile.together
    similar = await uow.similar(sought_terms(sought, uow.org, rules.near(sought.category)), _LOOKED_AT)
    near = near_and_alike(uow.org, rules, sought, similar, uow.now, without=[person.id])
    cases = await uow.get_all(Case, [each.similar.case_id for each in near])
    return [case for case in cases if not relations(uow.staff, uow.org, case, person.id)]


async def to_merge(uow: UnitOfWork, case: Case, by: int, limit: int) -> list[Case]:
    """Return cases that may be of the same matter and could lead a case, as far as `by` may merge them: alike ones in
    its area, the likest first.
    """
    petition = await uow.get(Petition, case.petition_id)
    words = unmarked(case.text or (petition.text if petition is not None else ""))
    similar = await uow.similar(terms(words, case.category, case.area_id, SOUGHT), _LOOKED_AT)
    found = await uow.get_all(Case, [each.case_id for each in similar if each.case_id != case.id])
    own = relations(uow.staff, uow.org, case, by)
    fit = [
        each
        for each in found
        if each.kind is case.kind and can_be_merged(each) and relations(uow.staff, uow.org, each, by) & own
    ]
    return fit[:limit]
