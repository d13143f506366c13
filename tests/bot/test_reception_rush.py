"""A thousand residents book fifty places at once: no place twice, and the waiting list in the order in which they came.

Each of them taps three times, and all last taps lie in the inbox before the first one is handled.
"""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from random import Random
from typing import Final

from bot.desk import Desk
from casework.people import Address
from casework.reception.days import Booking, BookingState, Reception
from handlers.messages import Incoming, Kind
from storage.store import Store
from tests.bot.plain import PlainChannel, StandingClock, arrive, says
from tests.handlers.dialogue import Town
from tests.handlers.reception_scene import announced, leader
from tests.storage.raw import select

RESIDENTS: Final = 1000
PLACES: Final = 50
PEOPLE: Final = [f"p{number:04}" for number in range(RESIDENTS)]


def taps(person: str, data: str) -> Incoming:
    """Return a tap in a private chat."""
    return Incoming(Kind.TAP, f"plain:{person}", f"plain:{person}", data=data, tap_id=person)


def desk_over(store: Store, town: Town) -> Desk:
    """Return a desk over a store, whose clock stands at the town's."""
    clock = StandingClock(town.now)
    return Desk(store, {"plain": PlainChannel()}, clock, clock.now)


async def come(desk: Desk, people: Sequence[str]) -> None:
    """Let everybody ask for the day and choose the first time, and let their last taps wait in the inbox."""
    await arrive(desk, *(says(person, "/reception") for person in people))
    await all_handled(desk)
    await arrive(desk, *(taps(person, "s.1.time.0") for person in people))
    await all_handled(desk)
    await arrive(desk, *(taps(person, "s.1.about.yes") for person in people))


async def all_handled(*desks: Desk) -> None:
    """Let desks handle the inbox side by side until it is empty."""

    async def work(desk: Desk) -> None:
        while await desk.handle():
            continue

    await asyncio.gather(*(work(desk) for desk in desks))


async def result(town: Town, day: Reception) -> tuple[Reception, list[Booking], list[Booking]]:
    """Return the day, who has its places, and who waits, in order."""
    async with town.store.turn(town.now) as uow:
        stored = await uow.get(Reception, day.id)
        assert stored is not None
        booked = await uow.get_all(Booking, list(stored.places))
        return stored, booked, await uow.get_all(Booking, list(stored.waiting))


async def ids(town: Town) -> list[int]:
    """Return the ids of the people, in the order in which they came."""
    async with town.store.turn(town.now) as uow:
        addresses = await uow.get_all(Address, [f"plain:{person}" for person in PEOPLE])
        return [address.person_id for address in addresses]


async def nothing_twice(town: Town, stored: Reception, booked: list[Booking], waiting: list[Booking]) -> None:
    """Hold the day to it: every place has one visit, every visit says which, and everybody has exactly one."""
    assert [each.number for each in booked] == list(range(1, PLACES + 1))
    assert {each.state for each in booked} == {BookingState.BOOKED}
    assert {each.state for each in waiting} == {BookingState.WAITING}
    everybody = [each.person_id for each in (*booked, *waiting)]
    assert len(everybody) == len(set(everybody)) == RESIDENTS
    async with town.store.reading() as session:
        rows = await select(session, "select count(*), count(distinct number) from bookings where number > 0")
        handled = {str(row[0]) for row in await session.rows("inbox_counts")}
    assert handled == {"done"}
    assert tuple(rows[0]) == (PLACES, PLACES)
    assert len(stored.waiting) == len(set(stored.waiting)) == RESIDENTS - PLACES


async def test_a_thousand_book_fifty_places_at_once(database_url: str) -> None:
    town = await Town.open(database_url)
    try:
        day = await announced(town, await leader(town, "en"), hours="8:00-16:20", minutes=10)
        assert len(day.places) == PLACES
        desk = desk_over(town.store, town)
        await come(desk, PEOPLE)
        await all_handled(desk)
        stored, booked, waiting = await result(town, day)
        await nothing_twice(town, stored, booked, waiting)
        # In order: who came first has a place, and the first of the others stands first on the list.
        came = await ids(town)
        assert [each.person_id for each in booked] == came[:PLACES]
        assert [each.person_id for each in waiting] == came[PLACES:]
        # Ten give up their places at once: the first ten who wait have them.
        await arrive(desk, *(taps(person, f"r.give_up.{day.id}.0") for person in PEOPLE[:10]))
        await all_handled(desk)
        _, booked, waiting = await result(town, day)
        assert [each.person_id for each in booked[:10]] == came[PLACES : PLACES + 10]
        assert [each.person_id for each in waiting] == came[PLACES + 10 :]
    finally:
        await town.close()


async def test_two_processes_book_at_once(database_url: str) -> None:
    town = await Town.open(database_url)
    other = await Store.open(database_url, town.store.rules, Random(9)) if town.store.database.shared else town.store
    try:
        day = await announced(town, await leader(town, "en"), hours="8:00-16:20", minutes=10)
        desks = desk_over(town.store, town), desk_over(other, town)
        await come(desks[0], PEOPLE)
        await all_handled(*desks)
        stored, booked, waiting = await result(town, day)
        await nothing_twice(town, stored, booked, waiting)
        assert sorted(each.person_id for each in (*booked, *waiting)) == sorted(await ids(town))
        assert stored.ends_at - stored.begins_at == timedelta(hours=8, minutes=20)
    finally:
        if other is not town.store:
            await other.close()
        await town.close()
