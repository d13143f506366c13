"""A stop of some days with much due: one person, one message, in batches, and nothing at night, on both databases.

With ten thousand, and what it costs: python -m tests.bot.test_long_stop 10000
"""

import argparse
import asyncio
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.desk import Desk
from bot.sweep import Sweep
from casework.alarms import Alarm, AlarmState
from casework.danger import Danger
from casework.people import Address, Person, Role
from casework.petitions import Case, Petition, State
from storage.codec import to_micros
from tests.bot.plain import PlainChannel, StandingClock, arrive, says
from tests.databases import fresh_database
from tests.handlers.dialogue import MONDAY, ROADS, WATER, Actor, Town
from tests.storage.raw import select

CADRES = 10
AT_ONCE = 1000
NIGHT = MONDAY + timedelta(days=10, hours=17)
"""02:00 in the town, after a stop that began before anything was due."""
MORNING = NIGHT + timedelta(hours=6, minutes=30)


@dataclass
class Office:
    """A town with many cases that are worked on, and what was told."""

    town: Town
    desk: Desk
    clock: StandingClock
    cadres: list[Actor]
    residents: list[str]

    async def told(self) -> Counter[str]:
        """Return how many messages each chat has got."""
        async with self.town.store.reading() as session:
            rows = await select(session, "select chat, count(*) from messages where mine = 0 group by chat")
        return Counter({str(chat): int(count) for chat, count in rows})

    async def due(self) -> int:
        """Return how many follow-ups wait whose time has come."""
        now = to_micros(self.clock.now())
        async with self.town.store.reading() as session:
            ((count,),) = await select(
                session, f"select count(*) from followups where state = 'pending' and due_at <= {now}"
            )
        return int(count)


def a_matter(at: int, unit: int, cadre: int) -> tuple[Person, Address, Petition, Case]:
    """Return the case of a resident of its own that a cadre has accepted on Monday, the `at`-th."""
    person, petition, case = (10**9 + 3 * at + offset for offset in range(3))
    home, number = f"plain:{person}", f"260302-{at:07}"
    return (
        Person(person, "", "zh", home, MONDAY),
        Address(home, person),
        Petition(petition, number, person, "路坏了", "zh", MONDAY, number),
        Case(
            case, petition, number, 1, person, "roads", 11, "/1/2/11/", "", "路坏了", MONDAY,
            MONDAY + timedelta(days=60), MONDAY, state=State.WORKING, unit_id=unit, cadre_id=cadre, assigned_at=MONDAY,
            accepted_at=MONDAY, clock_from=MONDAY, news_at=MONDAY, told_at=MONDAY - timedelta(days=6),
        ),
    )  # fmt: skip


async def filled(url: str, cases: int) -> Office:
    """Return an office whose cadres have accepted so many cases of as many residents on Monday, one by turns."""
    town = await Town.open(url)
    clock = StandingClock(MONDAY)
    desk = Desk(town.store, {"plain": PlainChannel()}, clock, clock.now)
    units = [ROADS, WATER]
    cadres = [await town.cadre(units[at % 2]) for at in range(CADRES)]
    for unit in units:
        await town.official(Role.HEAD, unit=unit)
    async with town.store.reading() as session:
        known = {row[0]: row[1] for row in await select(session, "select key, person_id from addresses")}
    of_cadre = [known[each.address] for each in cadres]
    residents = []
    for first in range(0, cases, AT_ONCE):
        async with town.store.batch() as batch:
            uow = town.store.unit_of_work(batch, MONDAY)
            for at in range(first, min(first + AT_ONCE, cases)):
                rows = a_matter(at, units[at % 2], of_cadre[at % CADRES])
                residents.append(f"plain:{rows[0].id}")
                for row in rows:
                    uow.put(row)
            batch.join()
    return Office(town, desk, clock, cadres, residents)


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[Office]:
    office = await filled(database_url, 300)
    yield office
    await office.town.close()


async def test_after_days_one_person_gets_one_message_and_none_at_night(office: Office) -> None:
    sweep = Sweep(office.desk, most=70)
    before = await office.told()
    office.clock.moment = NIGHT
    due = await office.due()
    assert due >= 2 * len(office.residents)
    assert await sweep.run() == 0
    assert await office.told() == before
    assert await sweep.next_due() is not None
    office.clock.moment = MORNING
    fired = await sweep.run()
    assert fired >= due
    told = await office.told() - before
    people = [each.address for each in office.cadres] + office.residents
    assert {chat: told[chat] for chat in people} == dict.fromkeys(people, 1)
    # Nobody is left, and nothing comes twice.
    assert await office.due() == 0
    assert await sweep.run() == 0


async def test_whoever_writes_meanwhile_waits_for_one_batch_and_not_for_all(office: Office) -> None:
    office.clock.moment = MORNING
    sweep = asyncio.create_task(Sweep(office.desk, most=50).run())
    await asyncio.sleep(0)
    await arrive(office.desk, says("new", "The street lamp in front of the school in Maple Village is broken"))
    assert await office.desk.handle() == 1
    assert not sweep.done()
    assert await office.due() > 0
    await sweep
    assert (await office.told())["plain:new"] == 1


async def test_an_alarm_rings_at_night_and_waits_for_nothing(office: Office) -> None:
    async with office.town.store.turn(NIGHT) as uow:
        uow.put(Alarm(7, 10**9, "plain:1|plain:1", Danger.DANGER, 11, "/1/2/11/", NIGHT, NIGHT, AlarmState.RINGING))
    office.clock.moment = NIGHT + timedelta(minutes=30)
    fired: list[str] = []
    await Sweep(office.desk).run(fired)
    assert set(fired) == {"alarm_ring"}


async def measured(cases: int) -> str:
    """Let so many cases wait for days, and return what the first sweep afterwards costs."""
    with tempfile.TemporaryDirectory() as folder:
        async with fresh_database("sqlite", Path(folder)) as url:
            office = await filled(url, cases)
            office.clock.moment = MORNING
            due, before = await office.due(), sum((await office.told()).values())
            wall, work = time.perf_counter(), time.process_time()
            fired = await Sweep(office.desk).run()
            work, wall = time.process_time() - work, time.perf_counter() - wall
            told = sum((await office.told()).values()) - before
            await office.town.close()
    return f"{due:,} were due, {fired:,} fired, {told:,} messages: {work:.1f} s of a processor, {wall:.1f} s"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=int)
    print(asyncio.run(measured(parser.parse_args().cases)))
