"""Looking up how a petition stands by its query code: for a son on another phone, or someone at a counter.

The code shows where the cases stand and nothing else. Who tries codes has five tries an hour, right ones included, so
that 40 bits cannot be searched.
"""

from datetime import timedelta
from typing import Final

from casework.errors import Refused
from casework.numbers import code_digest
from casework.people import Person
from casework.petitions import Case
from casework.replacing import replace
from casework.shielding import is_accused
from casework.unit_of_work import UnitOfWork

TRIES: Final = 5
HOUR: Final = timedelta(hours=1)


async def by_code(uow: UnitOfWork, person_id: int, code: str) -> list[Case]:
    """Return the cases of the petition that a query code belongs to, by suffix; empty for a code that nothing has.

    Counts as a try either way. A code leads nobody to a case that is kept from them (article 46). Raises
    Refused("code-tries") after the fifth within an hour.
    """
    person = await uow.get(Person, person_id)
    if person is None:
        return []
    fresh = person.code_since is None or uow.now - person.code_since >= HOUR
    tries = 0 if fresh else person.code_tries
    if tries >= TRIES:
        raise Refused("code-tries")
    cases = await uow.cases_of_code(code_digest(code, uow.rules.secret))
    since = uow.now if fresh else person.code_since
    uow.put(replace(person, code_since=since, code_tries=tries + 1))
    posts = uow.staff.of(person_id)
    return [case for case in cases if not is_accused(uow.org, case, posts)]
