"""Several processes over one PostgreSQL database, here desks side by side: a message is handled by one of them."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import asyncpg
import pytest

from bot.bells import LONGEST, Bells, pieces
from bot.desk import Desk, Handled
from bot.sweep import Sweep
from casework.conversations import Message
from tests.bot.plain import NOW, StandingClock, arrive, open_desk, says
from tests.databases import fresh_database
from tests.patience import PATIENCE
from tests.storage.raw import every, select

LATER = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)
PEOPLE = [f"p{number}" for number in range(12)]


@pytest.fixture
async def desks(tmp_path: Path) -> AsyncIterator[list[Desk]]:
    async with fresh_database("postgres", tmp_path) as url:
        desks = [await open_desk(url, NOW) for _ in range(3)]
        yield desks
        for desk in desks:
            await desk.store.close()


async def clear(desk: Desk) -> int:
    """Handle the inbox until nothing is left in it; return how many messages this desk has handled."""
    handled = 0
    while True:
        handled += await desk.handle()
        async with desk.store.reading() as session:
            if not await select(session, "select id from inbox where state = 'new' limit 1"):
                return handled


async def messages(desk: Desk) -> list[Message]:
    async with desk.store.reading() as session:
        return await every(session, [Message])


async def test_each_message_is_handled_once_and_a_conversation_keeps_its_order(desks: list[Desk]) -> None:
    sent = {person: [f"{person} says no {number}" for number in range(15)] for person in PEOPLE}
    for number in range(15):
        await arrive(desks[0], *(says(person, sent[person][number]) for person in PEOPLE))
    counts = await asyncio.gather(*map(clear, desks))
    assert sum(counts) == len(PEOPLE) * 15
    told = await messages(desks[0])
    for person in PEOPLE:
        said = [each.text for each in told if each.chat == f"plain:{person}" and each.mine]
        assert said == sent[person], "ids tell the order, whoever gave them out"


async def test_what_a_conversation_has_begun_elsewhere_is_left_alone(desks: list[Desk]) -> None:
    first, second, _ = desks
    await arrive(first, says("ann", "/help"), says("ann", "/start"), says("bob", "/help"))
    async with first.store.batch("inbox_claim", most=1, ahead=10) as batch:
        assert [tuple(row) for row in batch.claimed] == [("plain:ann|plain:ann",)]
        assert await second.handle() == 1
        async with first.store.reading() as session:
            left = await select(session, "select conversation from inbox where state = 'new'")
        assert [row[0] for row in left] == ["plain:ann|plain:ann"] * 2
    assert await second.handle() == 2


async def test_the_claims_of_a_process_that_dies_end_with_its_connection(desks: list[Desk]) -> None:
    first, second, _ = desks
    await arrive(first, says("ann", "/help"))

    async def die() -> None:
        async with first.store.batch("inbox_claim", most=1, ahead=10) as batch:
            assert batch.claimed
            assert await second.handle() == 0
            batch.session._connection.terminate()  # type: ignore[attr-defined]

    with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError)):
        await die()
    async with asyncio.timeout(PATIENCE):
        while not await second.handle():
            await asyncio.sleep(0.01)


async def test_what_is_due_fires_once_and_a_person_gets_one_message_of_it(desks: list[Desk]) -> None:
    await arrive(desks[0], *(says(person, "The lamp on the bridge is dark") for person in PEOPLE))
    await clear(desks[0])
    before = len(await messages(desks[0]))
    for desk in desks:
        assert isinstance(desk.clock, StandingClock)
        desk.clock.moment = LATER
    counts = await asyncio.gather(*(Sweep(desk, most=5).run() for desk in desks))
    counts += [await Sweep(desk).run() for desk in desks]
    assert sum(counts) == len(PEOPLE)
    told = (await messages(desks[0]))[before:]
    assert sorted(each.chat for each in told) == sorted(f"plain:{person}" for person in PEOPLE)


async def test_news_are_rung_in_the_other_processes_and_not_rung_again(desks: list[Desk]) -> None:
    first, second, _ = desks
    heard: list[Handled] = []
    second.listeners.append(heard.append)
    tasks = [asyncio.create_task(Bells(desk).run()) for desk in (first, second)]
    try:
        async with asyncio.timeout(PATIENCE):
            while not heard:
                # Until the other one listens, nobody hears.
                await arrive(first, says("ann", "/help"))
                await first.handle()
                await asyncio.sleep(0.05)
        assert heard[0].chats == {"plain:ann"}
        assert second.outbox_bell.is_set()
        await asyncio.sleep(0.2)
        often = len(heard)
        await asyncio.sleep(0.2)
        assert len(heard) == often
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def test_a_process_hears_again_after_its_connection_was_lost(desks: list[Desk]) -> None:
    first, second, _ = desks
    heard: list[Handled] = []
    second.listeners.append(heard.append)
    task = asyncio.create_task(Bells(second).run())
    try:
        async with asyncio.timeout(PATIENCE):
            for _ in range(2):
                while not heard:
                    await first.store.database.ring("plain:ann")
                    await asyncio.sleep(0.05)
                async with first.store.reading() as session:
                    await select(
                        session,
                        "select pg_terminate_backend(pid) from pg_stat_activity"
                        " where query ilike 'listen%' and query like '%' || current_schema() || '%'",
                    )
                heard.clear()
            while not heard:
                await first.store.database.ring("plain:ann")
                await asyncio.sleep(0.05)
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def test_the_names_of_many_chats_are_rung_in_pieces() -> None:
    chats = {f"web:{number:08}" for number in range(2000)}
    found = list(pieces(chats))
    assert {chat for piece in found for chat in piece.split()} == chats
    assert max(map(len, found)) <= LONGEST
    assert list(pieces(())) == []
