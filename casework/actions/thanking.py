"""Thanks are no petition: they are passed on to whom they are due, in the one digest a day, and that is all."""

from dataclasses import dataclass
from typing import Final

from casework.actions.above import above
from casework.actions.drafting import own_draft
from casework.actions.telling import into_digest
from casework.errors import Refused
from casework.kinds import PetitionKind
from casework.marks import unmarked
from casework.masking import mask
from casework.people import Person, Role
from casework.permissions import voice
from casework.petitions import Case, Draft, DraftState
from casework.relations import relations
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event
from casework.words import summary

_INTAKE: Final = (Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER, Role.ADMIN)

THANKS: Final = "thanks"
"""What the items of a digest are called that pass thanks on."""

LONGEST: Final = 160
"""Characters of thanks that are passed on; the rest stays in the draft."""


@dataclass(frozen=True, slots=True)
class PassedOn:
    """What became of thanks: the draft that is over, and the case to which they belong (None for the intake's)."""

    draft: Draft
    case: Case | None


async def pass_on(uow: UnitOfWork, draft_id: int, by: int) -> PassedOn:
    """Pass thanks on, with who wrote them masked: to cadre and head of the writer's latest case, else to the intake.

    They stand in that case's timeline and are counted as no petition. Raises as `own_draft` does, Refused("no-words")
    for an empty draft, and Refused("not-thanks") where it has become something else.
    """
    draft = await own_draft(uow, draft_id, by)
    if draft.kind is not PetitionKind.THANKS:
        raise Refused("not-thanks")
    words = summary(mask(unmarked(draft.text)), LONGEST)
    if not words:
        raise Refused("no-words")
    of = by if draft.entry is None else draft.entry.resident_id
    case = await _worked_on(uow, of, by) if of is not None else None
    people = await _of_case(uow, case) if case is not None else await _intake(uow, draft, by)
    for person in people:
        into_digest(uow, person, case.id if case is not None else None, THANKS, words)
    if case is not None:
        event(uow, case, "thanked", actor=by, role=voice(case, by), words=words)
    draft = replace(draft, state=DraftState.THANKED, epoch=draft.epoch + 1, entry=None)
    uow.put(draft)
    return PassedOn(draft, case)


async def _worked_on(uow: UnitOfWork, of: int, by: int) -> Case | None:
    """Return the latest case of a resident's that somebody has taken, and that whoever passes the thanks on may see."""
    cases = [case for case in await uow.cases_of_resident(of) if relations(uow.staff, uow.org, case, by)]
    taken = [case for case in cases if case.cadre_id is not None and case.accepted_at is not None]
    return max(taken, key=lambda case: case.id, default=None)


async def _of_case(uow: UnitOfWork, case: Case) -> list[Person]:
    """Return the case's cadre, unless the post is gone since, and the nearest one above."""
    cadre = await uow.get(Person, case.cadre_id) if case.cadre_id is not None else None
    found = {person.id: person for person in await above(uow, case, Role.HEAD)}
    if cadre is not None and relations(uow.staff, uow.org, case, cadre.id):
        found[cadre.id] = cadre
    return list(found.values())


async def _intake(uow: UnitOfWork, draft: Draft, by: int) -> list[Person]:
    """Return the dispatchers of the draft's area; where it has none, the nearest ones who stand above it."""
    area = uow.org.areas.get(draft.area_id) if draft.area_id is not None else uow.org.root
    if area is None:
        return []
    for role in _INTAKE:
        posts = uow.staff.over(area, role)
        people = await uow.get_all(Person, [post.person_id for post in posts if post.person_id != by])
        if people:
            return people
    return []
