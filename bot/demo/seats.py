"""Who is played in the demo: a resident and a neighbour, two officers, and three who stand above.

Only roles, no invented people. One person holds the first cadre's post of every unit, another that of the units which
others stand below: they look again at what those have decided. Three hold all posts above the cadres. The other
cadres are away, so that no case goes where nobody plays.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from casework.actions.telling import expect_digest
from casework.people import Address, Person, Post, Role
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork

RESIDENT, NEIGHBOUR, CADRE, REVIEWER = "resident", "neighbour", "cadre", "reviewer"
HEAD, SUPERVISOR, LEADER = "head", "supervisor", "leader"

SHEETS: Final = ((RESIDENT, NEIGHBOUR), (CADRE, REVIEWER), (HEAD, SUPERVISOR, LEADER))
"""The seats as the page lays them out: three sheets side by side, of each the first seat on top."""

SEATS: Final = tuple(seat for sheet in SHEETS for seat in sheet)

ABOVE: Final[Mapping[Role, str]] = MappingProxyType(
    {
        Role.HEAD: HEAD,
        Role.DUTY: SUPERVISOR,
        Role.DISPATCHER: SUPERVISOR,
        Role.SUPERVISOR: SUPERVISOR,
        Role.LEADER: LEADER,
    }
)
"""Which seat plays the posts above the cadres."""

LONG = timedelta(days=3650)


@dataclass(frozen=True, slots=True)
class Seat:
    """One chair at the demo's table."""

    name: str
    address: str
    person_id: int


def address_of(seat: str) -> str:
    """Return the web chat's address of a seat."""
    return f"web:{seat}"


async def take_seats(uow: UnitOfWork, language: str) -> list[Seat]:
    """Return the seats; on the first time people are made for them, and the sample's posts given to them."""
    seats = []
    for name in SEATS:
        address = await uow.get(Address, address_of(name))
        if address is None:
            address = Address(address_of(name), uow.new_id())
            uow.put(Person(address.person_id, "", language, address.key, uow.now))
            uow.put(address)
        seats.append(Seat(name, address.key, address.person_id))
    people = {seat.name: seat.person_id for seat in seats}
    for post, seat in _played(uow):
        await _give(uow, post, people[seat])
    for post in _not_played(uow):
        person = await uow.get(Person, post.person_id)
        if person is not None and person.id not in people.values() and person.away_until is None:
            uow.put(replace(person, away_until=uow.now + LONG))
    return seats


async def expect_digests(uow: UnitOfWork, seats: list[Seat]) -> None:
    """Let whoever holds a post have their morning digest from now on."""
    for seat in seats:
        if uow.staff.of(seat.person_id):
            await expect_digest(uow, seat.person_id)


async def speak(uow: UnitOfWork, seats: list[Seat], language: str) -> None:
    """Let everybody speak `language`."""
    for seat in seats:
        person = await uow.get(Person, seat.person_id)
        if person is not None and person.language != language:
            uow.put(replace(person, language=language))


async def _give(uow: UnitOfWork, known: Post, person_id: int) -> None:
    post = await uow.get(Post, known.id)
    if post is not None and post.person_id != person_id:
        uow.put(replace(post, person_id=person_id))
        await expect_digest(uow, person_id)


def _played(uow: UnitOfWork) -> Iterator[tuple[Post, str]]:
    """Yield the posts that somebody plays, with the seat: each unit's first cadre, and everybody above."""
    superiors = {unit.superior_id for unit in uow.org.units.values()}
    for unit_id in uow.org.units:
        for post in uow.staff.in_unit(unit_id, Role.CADRE)[:1]:
            yield post, REVIEWER if unit_id in superiors else CADRE
        for post in uow.staff.in_unit(unit_id, Role.HEAD):
            yield post, HEAD
    for area in uow.org.areas.values():
        for role, seat in ABOVE.items():
            for post in uow.staff.over(area, role):
                if post.area_id == area.id:
                    yield post, seat


def _not_played(uow: UnitOfWork) -> Iterator[Post]:
    for unit_id in uow.org.units:
        yield from uow.staff.in_unit(unit_id, Role.CADRE)[1:]
