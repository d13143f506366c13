"""Who may know who sent a petition. The intake office alone unless its writer says otherwise; nobody where they say so.

A name stands in the petition's row and nowhere else: no event, no card, no list, no group and no log has it.
"""

from collections.abc import Collection
from dataclasses import replace

from casework.errors import NotYours, Refused
from casework.permissions import Relation, allowed, relations, role_in
from casework.petitions import Case, Naming, Petition
from casework.unit_of_work import UnitOfWork, event

_INTAKE = frozenset({Relation.DISPATCHER, Relation.AGENT})
_OF_UNIT = frozenset({Relation.CADRE, Relation.UNIT, Relation.HEAD})


async def set_naming(uow: UnitOfWork, case_id: int, by: int, naming: Naming) -> Petition:
    """Note who may know who sent the petition of a case. With ANONYMOUS the name and the number told are erased."""
    case, petition = await _own(uow, case_id, by)
    if naming is Naming.ANONYMOUS:
        petition = replace(petition, name="", phone="")
    petition = replace(petition, naming=naming)
    event(uow, case, "naming", actor=by, role="resident", naming=naming.value)
    uow.put(petition)
    return petition


async def introduce(uow: UnitOfWork, case_id: int, by: int, *, name: str = "", phone: str = "") -> Petition:
    """Note the writer's name or telephone number; what is "" stays as it was.

    Raises Refused("anonymous") where nobody is to know who they are.
    """
    _, petition = await _own(uow, case_id, by)
    if petition.naming is Naming.ANONYMOUS:
        raise Refused("anonymous")
    petition = replace(petition, name=name or petition.name, phone=phone or petition.phone)
    uow.put(petition)
    return petition


async def see_name(uow: UnitOfWork, case_id: int, by: int, epoch: int | None) -> Petition:
    """Return the petition whose writer's name somebody asks to see; that they saw it is recorded, for the writer, too.

    Raises Refused("name-hidden") for whoever may not know it, and Refused("name-untold") where there is none to see.
    """
    case = await allowed(uow, "see_name", case_id, by, epoch)
    petition = await uow.get(Petition, case.petition_id)
    if petition is None or not may_see(petition, relations(uow.staff, uow.org, case, by)):
        raise Refused("name-hidden")
    if not _told(petition, relations(uow.staff, uow.org, case, by)):
        raise Refused("name-untold")
    event(uow, case, "name_seen", actor=by, role=role_in(uow, case, by))
    return petition


def may_see(petition: Petition, found: Collection[Relation]) -> bool:
    """Tell whether somebody who is this to a case may know who sent it: the intake office, the clerk who has entered
    it, and the unit if OPEN.
    """
    if petition.naming is Naming.ANONYMOUS:
        return False
    return not _INTAKE.isdisjoint(found) or (petition.naming is Naming.OPEN and not _OF_UNIT.isdisjoint(found))


async def can_see(uow: UnitOfWork, case: Case, person_id: int) -> bool:
    """Tell whether there is a name to see, and this person may: what a button may offer."""
    petition = await uow.get(Petition, case.petition_id)
    found = relations(uow.staff, uow.org, case, person_id)
    return petition is not None and _told(petition, found) and may_see(petition, found)


def of_other(petition: Petition, found: Collection[Relation]) -> str:
    """Return the name of whom a petition was written for, for the intake office alone; "" where it is not told.

    That the writer's own name is open says nothing of the other's.
    """
    return "" if petition.behalf is None or _INTAKE.isdisjoint(found) else petition.behalf.name


def _told(petition: Petition, found: Collection[Relation]) -> bool:
    return bool(petition.name or petition.phone or of_other(petition, found))


async def _own(uow: UnitOfWork, case_id: int, by: int) -> tuple[Case, Petition]:
    case = await allowed(uow, "set_naming", case_id, by)
    petition = await uow.get(Petition, case.petition_id)
    if petition is None:
        raise NotYours
    return case, petition
