"""Setting a PIN, opening one's own cases with it, and what can be done where it is forgotten."""

from typing import Any, Final

from casework.actions.looking import by_code
from casework.actions.telling import tell_resident
from casework.errors import Refused
from casework.people import Person
from casework.permissions import allowed, role_in
from casework.petitions import Case
from casework.pins import HOUR, OPEN_FOR, fits, has_tries, is_locked
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event

_NONE: Final[dict[str, Any]] = {"pin_digest": "", "pin_since": None, "pin_tries": 0, "pin_until": None}


async def set_pin(uow: UnitOfWork, person_id: int, digest: str) -> None:
    """Lock one's own cases with a PIN, or with another one; they stay open for ten minutes.

    Raises Refused("pin-locked") where there is a PIN already that was not given.
    """
    person = await _unlocked(uow, person_id)
    uow.put(replace(person, **_NONE | {"pin_digest": digest, "pin_until": uow.now + OPEN_FOR}))


async def remove_pin(uow: UnitOfWork, person_id: int) -> None:
    """Lock one's own cases no more. Raises Refused("pin-locked") where the PIN was not given."""
    uow.put(replace(await _unlocked(uow, person_id), **_NONE))


async def refuse_tries(uow: UnitOfWork, person_id: int) -> None:
    """Raise Refused("pin-tries") where five wrong PINs were tried within an hour."""
    if not has_tries(await _person(uow, person_id), uow.now):
        raise Refused("pin-tries")


async def right(uow: UnitOfWork, person_id: int, digest: str) -> bool:
    """Tell whether this is the person's PIN; changes nothing. Raises Refused("pin-tries")."""
    await refuse_tries(uow, person_id)
    return fits(await _person(uow, person_id), digest)


async def opened(uow: UnitOfWork, person_id: int) -> None:
    """Keep one's own cases open for ten minutes, after the right PIN."""
    person = await _person(uow, person_id)
    uow.put(replace(person, pin_since=None, pin_tries=0, pin_until=uow.now + OPEN_FOR))


async def missed(uow: UnitOfWork, person_id: int) -> None:
    """Count a wrong PIN."""
    person = await _person(uow, person_id)
    since = person.pin_since
    fresh = since is None or uow.now - since >= HOUR
    uow.put(replace(person, pin_since=uow.now if fresh else since, pin_tries=1 if fresh else person.pin_tries + 1))


async def forgotten(uow: UnitOfWork, person_id: int, code: str) -> bool:
    """Take the PIN away by the query code of a petition of the person's own; return whether it was one.

    Counts as a try of a code. Raises Refused("code-tries") as `by_code` does.
    """
    cases = await by_code(uow, person_id, code)
    own = any(case.resident_id == person_id for case in cases)
    if own:
        uow.put(replace(await _person(uow, person_id), **_NONE))
    return own


async def reset_pin(uow: UnitOfWork, case_id: int, by: int, epoch: int | None) -> Case:
    """Take the PIN of a case's resident away: the intake office's word, once it has seen who asks for it.

    The resident is told, in case it was somebody else. Raises Refused("pin-none") where there is none.
    """
    case = await allowed(uow, "reset_pin", case_id, by, epoch)
    person = await uow.get(Person, case.resident_id)
    if person is None or not person.pin_digest:
        raise Refused("pin-none")
    uow.put(replace(person, **_NONE))
    event(uow, case, "pin_reset", actor=by, role=role_in(uow, case, by))
    return await tell_resident(uow, case, "pin_reset")


async def _unlocked(uow: UnitOfWork, person_id: int) -> Person:
    person = await _person(uow, person_id)
    if is_locked(person, uow.now):
        raise Refused("pin-locked")
    return person


async def _person(uow: UnitOfWork, person_id: int) -> Person:
    person = await uow.get(Person, person_id)
    if person is None:
        raise Refused("not-found")
    return person
