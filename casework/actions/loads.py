"""How much each person has in hand. These are numbers in their rows: rules about load never count rows."""

from typing import Literal

from casework.people import Person
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork


async def pass_load(
    uow: UnitOfWork, number: Literal["open_cases", "open_parts"], before: int | None, after: int | None
) -> None:
    """Move one case, or one part of a case, from the load of a person to that of another; None for nobody."""
    if before == after:
        return
    for person_id, step in ((before, -1), (after, +1)):
        person = await uow.get(Person, person_id) if person_id is not None else None
        if person is not None:
            uow.put(replace(person, **{number: getattr(person, number) + step}))
