"""People without a chat: whose words a clerk writes down, who speaks for them later, and who passes on what they are
told.
"""

import re
from typing import Final

from casework.actions.above import above, is_present
from casework.people import Person, Role
from casework.petitions import Case, Entry
from casework.relations import Relation, relations
from casework.unit_of_work import UnitOfWork

_FEWEST_DIGITS: Final = 7
_MOST_DIGITS: Final = 15
_NO_DIGITS: Final = re.compile(r"[\s()（）-]")
_CHINA: Final = re.compile(r"(?:\+|00)?86(?=1\d{10}$)")


def telephone(text: str) -> str:
    """Return a telephone number as numbers are compared, by its digits; "" for what is none."""
    number = _CHINA.sub("", _NO_DIGITS.sub("", text))
    digits = number.removeprefix("+")
    fits = digits.isascii() and digits.isdecimal() and _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS
    return digits if fits else ""


def resident_of(uow: UnitOfWork, entry: Entry, clerk_id: int, language: str) -> int:
    """Return the id of the person whose words a clerk has written down: one known before, or somebody new."""
    if entry.resident_id is not None:
        return entry.resident_id
    person = Person(uow.new_id(), "", language, "", uow.now, phone=entry.phone, agent_id=clerk_id)
    uow.put(person)
    return person.id


async def known_by(uow: UnitOfWork, clerk_id: int, phone: str) -> list[Case]:
    """Return the cases that were entered for whoever has this telephone number and for which the clerk may speak.

    Whoever else sees such a case must not learn by a number whose it is.
    """
    found = await uow.cases_entered_for(clerk_id, phone) if phone else []
    return [case for case in found if Relation.AGENT in relations(uow.staff, uow.org, case, clerk_id)]


async def messenger(uow: UnitOfWork, person: Person, case: Case | None) -> Person | None:
    """Return who passes on what a person without a chat is told of a case: the clerk who has entered it.

    Where that clerk has no post any more, is away or must not know of the case: the area's dispatcher, else whoever
    stands above. None where there is nobody at all.
    """
    clerk_id = case.clerk_id if case is not None else person.agent_id
    clerk = await uow.get(Person, clerk_id) if clerk_id is not None else None
    may = clerk is not None and _passes_on(uow, case, clerk.id)
    if clerk is not None and may and is_present(clerk, uow.now):
        return clerk
    if case is None:
        return None
    others = await above(uow, case, Role.DISPATCHER, without={clerk_id} if clerk_id is not None else ())
    return others[0] if others else clerk if may else None


def _passes_on(uow: UnitOfWork, case: Case | None, clerk_id: int) -> bool:
    if case is None:
        return bool(uow.staff.of(clerk_id))
    return Relation.AGENT in relations(uow.staff, uow.org, case, clerk_id)
