"""Who may know who sent a petition. The intake office alone unless its writer says otherwise; nobody where they say so.

A name stands in the petition's row and nowhere else: no event, no card, no list, no group and no log has it.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from casework.areas import area_ids
from casework.errors import NotYours, Refused
from casework.masking import mask, traces
from casework.people import Post, Role
from casework.permissions import allowed, role_in
from casework.petitions import Case, Naming, Petition
from casework.relations import Relation, relations
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event

NAME_SEEN: Final = "name_seen"
"""The kind of the event that says that somebody looked at a name: its data hold `why`, and `of_unit` or `of_area`
of the post by which they may.
"""

OF_SURVEY: Final = "way"
"""What such an event has in its data where it is one of a survey: in which way it was looked at who said what."""

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
    case, petition = await _own(uow, case_id, by)
    if petition.naming is Naming.ANONYMOUS:
        raise Refused("anonymous")
    event(uow, case, "introduced", actor=by, role="resident", public=False)
    petition = replace(petition, name=name or petition.name, phone=phone or petition.phone)
    uow.put(petition)
    return petition


async def see_name(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, reason: str) -> Petition:
    """Return the petition whose writer's name somebody asks to see, for a `reason` in their own words.

    That they saw it is recorded with the reason. Its writer learns how often which office has looked (`looks`), and
    not the reason. Raises as `refuse_look` does, and Refused("name-reason") without a reason.
    """
    case, petition = await refuse_look(uow, case_id, by, epoch)
    if not reason.strip():
        raise Refused("name-reason")
    post = _post_of(uow, case, by)
    office = {"of_unit": post.unit_id, "of_area": post.area_id} if post is not None else {}
    event(uow, case, NAME_SEEN, actor=by, role=role_in(uow, case, by), public=False, why=reason, **office)
    return petition


async def refuse_look(uow: UnitOfWork, case_id: int, by: int, epoch: int | None) -> tuple[Case, Petition]:
    """Return a case and its petition where somebody may see the name, and there is one.

    Raises Refused("name-hidden") for whoever may not know it, and Refused("name-untold") where there is none to see.
    """
    case = await allowed(uow, "see_name", case_id, by, epoch)
    petition = await uow.get(Petition, case.petition_id)
    found = relations(uow.staff, uow.org, case, by)
    if petition is None or not may_see(petition, found):
        raise Refused("name-hidden")
    if not _told(petition, found):
        raise Refused("name-untold")
    return case, petition


@dataclass(frozen=True, slots=True)
class Looks:
    """How often one office, a unit or the intake office over an area, has looked at somebody's name, and when last.

    `survey`: at what they said in a survey with names.
    """

    unit_id: int | None
    area_id: int | None
    count: int
    last_at: datetime
    survey: bool = False


async def looks(uow: UnitOfWork, person_id: int) -> list[Looks]:
    """Return which offices have looked at a resident's name, the latest first."""
    found: dict[tuple[int | None, int | None, bool], Looks] = {}
    for each in await uow.looks_at_name(person_id):
        unit_id, area_id, survey = each.data.get("of_unit"), each.data.get("of_area"), OF_SURVEY in each.data
        before = found.get((unit_id, area_id, survey))
        count = before.count + 1 if before is not None else 1
        found[unit_id, area_id, survey] = Looks(unit_id, area_id, count, each.at, survey)
    return sorted(found.values(), key=lambda each: each.last_at, reverse=True)


def _post_of(uow: UnitOfWork, case: Case, by: int) -> Post | None:
    """Return the post by which somebody may see the name of a case: over its area, in its unit, or any they hold."""
    posts, areas = uow.staff.of(by), area_ids(case.area_path)
    over = [post for post in posts if post.role is Role.DISPATCHER and post.area_id in areas]
    units = [post for post in posts if post.unit_id is not None and post.unit_id == case.unit_id]
    return next(iter((*over, *units, *posts)), None)


def may_see(petition: Petition, found: Collection[Relation]) -> bool:
    """Tell whether somebody who is this to a case may know who sent it: the intake office, the clerk who has entered
    it, and the unit if OPEN.
    """
    if petition.naming is Naming.ANONYMOUS:
        return False
    return not _INTAKE.isdisjoint(found) or (petition.naming is Naming.OPEN and not _OF_UNIT.isdisjoint(found))


async def without_names(uow: UnitOfWork, case: Case, words: str) -> str:
    """Return what staff write of a case for other units: masked, and without the names and numbers of whoever sent it,
    wherever in it they stand.
    """
    petition = await uow.get(Petition, case.petition_id)
    if petition is None:
        return mask(words)
    known = [petition.name, petition.phone]
    if petition.behalf is not None:
        known += [petition.behalf.name, petition.behalf.phone]
    known += [petition.text[trace.start : trace.end] for trace in traces(petition.text)]
    return mask(words, also=known)


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
