"""What was spoken is written down by the intake office: then it goes where it would have gone had it been typed."""

from casework.accusing import accusation
from casework.actions.alarms import overheard
from casework.actions.filing import SUMMARY_LENGTH, Matter, area_or_root, give, held_for, shield
from casework.actions.telling import tell_resident
from casework.categories import propose
from casework.danger import suspect
from casework.errors import NotYours
from casework.kinds import PetitionKind, propose_kind
from casework.marks import unmarked, written_down
from casework.organisation import ANY_CATEGORY, Organisation
from casework.permissions import allowed, role_in
from casework.petitions import Case, Held, Petition
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event
from casework.words import summary


async def write_down(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, words: str) -> Case:
    """Put in writing what the resident has said by voice; they read it, and can say that it was meant otherwise.

    The words stand in the petition below the mark of the voice message, marked as the office's. What they say of
    category, place, kind and of whom they accuse decides where the case goes, as when a petition is filed. Where they
    point to danger, the dispatchers look at it first.
    """
    case = await allowed(uow, "write_down", case_id, by, epoch)
    petition = await uow.get(Petition, case.petition_id)
    if petition is None:
        raise NotYours
    petition = replace(petition, text=written_down(petition.text, words))
    uow.put(petition)
    event(uow, case, "written_down", actor=by, role=role_in(uow, case, by))
    said = unmarked(petition.text)
    matter = _heard(uow.org, case, said)
    area = area_or_root(uow.org, matter.area_id)
    case = replace(
        case,
        category=matter.category,
        kind=matter.kind,
        area_id=area.id,
        area_path=case.area_path if case.shielded else area.path,
        place=matter.place,
        summary=summary(said, SUMMARY_LENGTH),
        held=held_for(matter, said, hide=True),
        assigned_at=None,  # Until now it was nobody's: the unit that gets it is no other one.
    )
    if case.shielded or case.held is Held.ACCUSATION:
        case = shield(uow, replace(case, held=Held.ACCUSATION), matter.accused)
    case = await give(uow, case, matter.area_id, by=by)
    if danger := suspect(words):
        await overheard(uow, case, danger, words)
    return await tell_resident(uow, case, "written_down", words=words)


def _heard(org: Organisation, case: Case, words: str) -> Matter:
    """Return what is understood of a case's words now; what its resident has chosen or shared stays."""
    accused, place = accusation(words, org), org.gazetteer.find(words)
    category = propose(words).category if case.category == ANY_CATEGORY else case.category
    asked = propose_kind(words, accuses=accused is not None and accused.sure).kind
    placed = org.areas[case.area_id].parent_id is not None
    found = place.area.id if place.certain and place.area is not None else None
    return Matter(
        text="",
        category=category,
        kind=asked if case.kind is PetitionKind.REQUEST and asked is not PetitionKind.THANKS else case.kind,
        area_id=case.area_id if placed else found,
        place=case.place or place.words,
        accuses=accused is not None,
        accused=accused.units if accused is not None else (),
    )
