"""Who is played in the demo: a resident, the cadre who gets every case, and whoever stands above.

Only roles, no invented people. One person holds the first cadre's post of every unit, another all posts above the
cadres; the other cadres are away, so that no case goes where nobody plays.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from casework.actions.telling import expect_digest
from casework.people import Address, Person, Post, Role
from casework.unit_of_work import UnitOfWork

RESIDENT, CADRE, SUPERVISOR = SEATS = ("resident", "cadre", "supervisor")
ABOVE = (Role.HEAD, Role.DUTY, Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER)
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
    for post in _cadres(uow, first=True):
        await _give(uow, post, people[CADRE])
    for post in _above(uow):
        await _give(uow, post, people[SUPERVISOR])
    for post in _cadres(uow, first=False):
        person = await uow.get(Person, post.person_id)
        if person is not None and person.id not in people.values() and person.away_until is None:
            uow.put(replace(person, away_until=uow.now + LONG))
    return seats


async def speak(uow: UnitOfWork, seats: list[Seat], language: str) -> None:
    """Let all three speak `language`."""
    for seat in seats:
        person = await uow.get(Person, seat.person_id)
        if person is not None and person.language != language:
            uow.put(replace(person, language=language))


async def _give(uow: UnitOfWork, known: Post, person_id: int) -> None:
    post = await uow.get(Post, known.id)
    if post is not None and post.person_id != person_id:
        uow.put(replace(post, person_id=person_id))
        await expect_digest(uow, person_id)


def _cadres(uow: UnitOfWork, *, first: bool) -> list[Post]:
    """Return the first cadre's post of every unit, or all the others."""
    found = []
    for unit_id in uow.org.units:
        posts = uow.staff.in_unit(unit_id, Role.CADRE)
        found += posts[:1] if first else posts[1:]
    return found


def _above(uow: UnitOfWork) -> list[Post]:
    found = []
    for unit_id in uow.org.units:
        found += uow.staff.in_unit(unit_id, Role.HEAD)
    for area in uow.org.areas.values():
        for role in ABOVE:
            found += [post for post in uow.staff.over(area, role) if post.area_id == area.id]
    return found
