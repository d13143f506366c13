"""What staff read of a resident's words: the intake office all of them, the others without who wrote them.

Names, telephone and identity numbers in a text are masked for everybody but the intake office of the case's area, and
the clerk who has written them down, unless the resident has said that the unit may know the name.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from casework.actions.naming import may_see
from casework.masking import mask
from casework.petitions import Case, Detail, Event, Petition
from casework.relations import Relation, relations
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork

_RESIDENTS = frozenset({Relation.RESIDENT.value, Relation.AGENT.value})
"""The roles under which a resident's words stand in the timeline."""

_WHO = frozenset({"relation"})
"""The fields of an event that say whose matter it is."""

_WORDS = ("words", "note", "answer")
"""The fields of an event, and of a notice, that hold a resident's own words."""


async def reads_names(uow: UnitOfWork, case: Case, person_id: int | None) -> bool:
    """Tell whether somebody may read who wrote; None is a group, which never may."""
    petition = await uow.get(Petition, case.petition_id) if person_id is not None else None
    if person_id is None or petition is None:
        return False
    return may_see(petition, relations(uow.staff, uow.org, case, person_id))


async def words_of(uow: UnitOfWork, case: Case, person_id: int | None) -> str:
    """Return what the resident wrote of this matter, as somebody may read it."""
    petition = await uow.get(Petition, case.petition_id)
    words = case.text or (petition.text if petition is not None else case.summary)
    return words if await reads_names(uow, case, person_id) else mask(words)


async def as_read(uow: UnitOfWork, case: Case, person_id: int | None, words: str) -> str:
    """Return what a resident said beside the petition, as somebody may read it."""
    return words if await reads_names(uow, case, person_id) else mask(words)


async def details(uow: UnitOfWork, case: Case, person_id: int | None) -> list[Detail]:
    """Return what the resident has answered after filing, as somebody may read it."""
    if not case.details or await reads_names(uow, case, person_id):
        return list(case.details)
    return [replace(each, answer=mask(each.answer)) for each in case.details]


async def earlier(uow: UnitOfWork, case: Case, person_id: int | None) -> str:
    """Return what the resident told of an earlier petition, as somebody may read it; "" for nothing."""
    petition = await uow.get(Petition, case.petition_id)
    words = petition.earlier if petition is not None else ""
    return words if not words or await reads_names(uow, case, person_id) else mask(words)


async def events(uow: UnitOfWork, case: Case, person_id: int | None, found: Sequence[Event]) -> list[Event]:
    """Return a timeline with the resident's words as somebody may read them."""
    if await reads_names(uow, case, person_id):
        return list(found)
    return [replace(each, data=_withheld(each.data)) if each.role in _RESIDENTS else each for each in found]


def _withheld(data: Mapping[str, Any]) -> dict[str, Any]:
    return masked({name: value for name, value in data.items() if name not in _WHO})


def without_names(event: Event) -> Event:
    """Return an event as others than its case's people read it: whoever is named in its words is not."""
    data = {name: mask(value) if isinstance(value, str) else value for name, value in event.data.items()}
    return replace(event, data={name: value for name, value in data.items() if name != "files"})


def masked(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields of an event or a notice with a resident's words masked."""
    return {name: mask(value) if name in _WORDS and isinstance(value, str) else value for name, value in fields.items()}
