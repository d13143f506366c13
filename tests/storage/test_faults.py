"""What goes wrong under the unit of work: cancellation, a locked file, a lost connection, a full disk, bad values.

A batch is kept whole or not at all, the next one works, and no error says what people wrote.
"""

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import asyncpg
import pytest

from bot.desk import Desk
from casework.actions import accepting
from casework.errors import Refused
from casework.people import Address, Person, Post, Role
from casework.petitions import Case, State
from casework.unit_of_work import Rules, UnitOfWork
from storage.dialects import Conflict
from storage.store import Store
from tests.bot.plain import PlainChannel, StandingClock, arrive, says
from tests.casework.service import CALENDAR, EAST, EAST_OFFICE, organisation
from tests.databases import fresh_database
from tests.patience import PATIENCE
from tests.storage.raw import begin_afresh, select

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
RULES = Rules(CALENDAR, secret=b"secret")
SECRET = "what nobody else may read"


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    store = await Store.open(database_url, RULES, Random(1))
    yield store
    await store.close()


@pytest.fixture
async def other(database_url: str, store: Store) -> AsyncIterator[Store]:
    """Another process's store over the same database."""
    other = await Store.open(database_url, RULES, Random(2))
    yield other
    await other.close()


def desk_over(store: Store) -> Desk:
    clock = StandingClock(NOW)
    return Desk(store, {"plain": PlainChannel()}, clock, clock.now)


def person(number: int, name: str = "") -> Person:
    return Person(number, name, "en", f"plain:{number}", NOW)


async def people(store: Store) -> list[int]:
    async with store.reading() as session:
        return [row[0] for row in await select(session, "select id from people order by id")]


async def add(store: Store, number: int) -> None:
    async with store.turn(NOW) as uow:
        uow.put(person(number))


# Cancellation.


async def test_a_batch_that_is_cancelled_is_rolled_back_and_the_next_one_works(store: Store) -> None:
    entered = asyncio.Event()

    async def hang() -> None:
        async with store.batch() as batch:
            store.unit_of_work(batch, NOW).put(person(1))
            batch.join()
            await batch.flush()
            entered.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(hang())
    await entered.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await people(store) == []
    await add(store, 2)
    assert await people(store) == [2]


async def test_a_batch_may_be_cancelled_at_any_moment(store: Store) -> None:
    """Whatever it was waiting for just then: the lock, the beginning, a query, the commit."""
    kept = 0
    for moment in range(60):
        task = asyncio.create_task(add(store, moment + 1))
        for _ in range(moment // 2):
            await asyncio.sleep(0 if moment % 2 else 0.0002)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
            kept += 1
        await add(store, 1000 + moment)
    found = await people(store)
    assert [number for number in found if number >= 1000] == [1000 + moment for moment in range(60)]
    # A commit that was under way when the task was cancelled may have been kept.
    assert len(found) >= 60 + kept


async def test_a_desk_that_is_stopped_finishes_what_it_has_begun(store: Store) -> None:
    desk = desk_over(store)
    await arrive(desk, says("ann", "/help"))
    task = asyncio.create_task(desk.handle())
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with asyncio.timeout(PATIENCE):
        while await counts(store) != {"done": 1}:
            await asyncio.sleep(0.01)


# The database is away for a while.


async def test_a_locked_file_is_waited_for_and_the_desk_goes_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "locked.db"
    store = await Store.open(f"sqlite:///{path}", RULES, Random(1))
    try:
        desk = desk_over(store)
        await arrive(desk, says("ann", "/help"))
        # The program waits ten seconds for a lock; a test need not.
        await store.database._writer.execute_fetchall("pragma busy_timeout = 50")  # type: ignore[attr-defined]
        running = asyncio.create_task(desk.run())
        with closing(sqlite3.connect(path, isolation_level=None)) as backup:
            backup.execute("begin immediate")
            async with asyncio.timeout(PATIENCE):
                while "OperationalError" not in caplog.text:
                    await asyncio.sleep(0.01)
            assert await counts(store) == {"new": 1}
            backup.execute("rollback")
        async with asyncio.timeout(PATIENCE):
            while await counts(store) != {"done": 1}:
                await asyncio.sleep(0.01)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
    finally:
        await store.close()


async def test_a_full_disk_keeps_the_batch_whole_and_blames_no_message(tmp_path: Path) -> None:
    store = await Store.open(f"sqlite:///{tmp_path / 'full.db'}", RULES, Random(1))
    try:
        writer: Any = store.database._writer  # type: ignore[attr-defined]
        await add(store, 1)
        ((pages,),) = await writer.execute_fetchall("pragma page_count")
        await writer.execute_fetchall(f"pragma max_page_count = {pages}")

        async def much() -> None:
            async with store.turn(NOW) as uow:
                for number in range(2, 300):
                    uow.put(person(number, "x" * 500))

        with pytest.raises(sqlite3.OperationalError, match="full"):
            await much()
        await writer.execute_fetchall("pragma max_page_count = 1000000")
        assert await people(store) == [1]
        await much()
        assert len(await people(store)) == 299
    finally:
        await store.close()


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
async def test_a_connection_that_is_ended_takes_its_batch_along_and_no_other(store: Store, database_url: str) -> None:
    async def cut_off() -> None:
        async with store.batch() as batch:
            store.unit_of_work(batch, NOW).put(person(1))
            batch.join()
            await batch.flush()
            await end(batch.session, database_url)
            await batch.rows("followups_due", now=0, most=1)

    with pytest.raises((asyncpg.InterfaceError, asyncpg.PostgresError)):
        await cut_off()
    await add(store, 2)
    assert await people(store) == [2]


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
async def test_the_desk_goes_on_after_its_connection_was_ended(
    store: Store, database_url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    desk = desk_over(store)
    await arrive(desk, says("ann", "/help"), says("bo", "/help"))
    load, cut = Desk._load, list[bool]()

    async def cut_once(self: Desk, batch: Any, incoming: Any) -> None:
        if not cut:
            cut.append(True)
            await end(batch.session, database_url)
        await load(self, batch, incoming)

    monkeypatch.setattr(Desk, "_load", cut_once)
    running = asyncio.create_task(desk.run())
    async with asyncio.timeout(PATIENCE):
        while await counts(store) != {"done": 2}:
            await asyncio.sleep(0.01)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    async with store.reading() as session:
        assert {row[0] for row in await select(session, "select tries from inbox")} == {0}, "a message was blamed"
    assert "could not be handled" in caplog.text


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
async def test_a_server_that_gives_up_is_no_conflict_for_which_a_message_could_be_blamed(
    store: Store, other: Store
) -> None:
    await add(store, 1)

    async def wait_in_vain() -> None:
        async with other.batch() as batch:
            await batch.session._connection.execute("set local statement_timeout = 50")  # type: ignore[attr-defined]
            await batch.get(Person, 1)

    async with store.batch() as batch:
        await batch.get(Person, 1)
        with pytest.raises(asyncpg.QueryCanceledError):
            await wait_in_vain()


async def end(session: Any, url: str) -> None:
    """End a session's connection as an administrator would."""
    pid = session._connection.get_server_pid()
    administrator = await asyncpg.connect(url)
    try:
        await administrator.execute("select pg_terminate_backend($1)", pid)
    finally:
        await administrator.close()


async def counts(store: Store) -> dict[str, int]:
    async with store.reading() as session:
        return {str(row[0]): int(row[1]) for row in await session.rows("inbox_counts")}


# What the database refuses.


async def test_refused_writes_say_no_values(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    await add(store, 1)
    async with store.turn(NOW) as uow:
        uow.put(Address(SECRET, 1))

    async def write(name: str, row: dict[str, Any]) -> None:
        async with store.database.transaction() as session:
            await session.write(name, [row])

    broken: list[tuple[str, dict[str, Any]]] = [
        ("addresses_insert", {"key": SECRET, "person_id": 2, "version": 0}),
        ("addresses_insert", {"key": None, "person_id": SECRET, "version": None}),
        ("addresses_insert", {"key": f"{SECRET}\ud800", "person_id": 2, "version": 0}),
        ("addresses_insert", {"key": SECRET + "!", "person_id": 2**70, "version": 0}),
    ]
    for name, row in broken:
        with pytest.raises(Conflict) as refused:
            await write(name, row)
        told = "".join(map(repr, (refused.value, refused.value.__cause__))) + str(refused.value)
        assert SECRET not in told
        assert refused.value.__suppress_context__
    assert SECRET not in caplog.text


@pytest.mark.parametrize("words", ["\0", "lamp \ud800"])
async def test_a_message_that_the_database_cannot_hold_blocks_nobody(
    store: Store, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a browser may send, and PostgreSQL has no place for."""
    desk = desk_over(store)
    parse = PlainChannel.parse

    def spoilt(self: PlainChannel, body: str) -> Any:
        incoming = parse(self, body)
        assert incoming is not None
        return replace(incoming, text=words) if incoming.text == "spoilt" else incoming

    monkeypatch.setattr(PlainChannel, "parse", spoilt)
    await arrive(desk, says("ann", "spoilt"), says("bo", "/help"), says("ann", "/help"))
    async with asyncio.timeout(PATIENCE):
        while "new" in await counts(store):
            await desk.handle()
    found = await counts(store)
    assert found["done"] >= 2
    assert sum(found.values()) == 3


# Two at once.


async def one_case(store: Store) -> None:
    """A case in a unit with two cadres, 1 and 2; its resident is 3."""
    await begin_afresh(store, organisation())
    async with store.turn(NOW) as uow:
        for number in (1, 2, 3):
            uow.put(person(number))
        for number in (1, 2):
            uow.put(Post(number, number, Role.CADRE, EAST_OFFICE, None, f"cadre {number}", f"cadre {number}"))
        case = Case(9, 9, "9" * 9, 1, 3, "other", EAST, "/1/2/", "", "lamp", NOW, NOW, NOW, unit_id=EAST_OFFICE)
        uow.put(case)


async def accept(store: Store, by: int) -> str:
    """Accept as a desk does it: a conflict is repeated."""

    async def verb(uow: UnitOfWork) -> None:
        await accepting.accept(uow, 9, by, 0)

    for _ in range(3):
        try:
            await desk_over(store).act(verb)
        except Conflict:
            continue
        except Refused as refused:
            return f"{refused.code} {refused.fields.get('person', '')}".strip()
        return "accepted"
    return "conflict for ever"


async def test_of_two_who_accept_in_one_batch_the_first_wins(store: Store) -> None:
    await one_case(store)
    async with store.batch() as batch:
        await accepting.accept(store.unit_of_work(batch, NOW), 9, 1, 0)
        batch.join()
        with pytest.raises(Refused, match="already-accepted"):
            await accepting.accept(store.unit_of_work(batch, NOW), 9, 2, 0)
        batch.drop()
    assert await holder(store) == (1, 1, 0)


async def test_of_two_programs_that_accept_at_once_one_wins(store: Store, other: Store) -> None:
    for _ in range(8):
        await one_case(store)
        first, second = await asyncio.gather(accept(store, 1), accept(other, 2))
        assert sorted((first, second)) in (
            ["accepted", "already-accepted cadre 1"],
            ["accepted", "already-accepted cadre 2"],
        )
        assert await holder(store) == ((1, 1, 0) if first == "accepted" else (2, 0, 1))


async def test_who_comes_while_another_program_decides_waits_and_hears_the_outcome(store: Store, other: Store) -> None:
    await one_case(store)
    async with store.batch() as batch:
        await accepting.accept(store.unit_of_work(batch, NOW), 9, 1, 0)
        batch.join()
        late = asyncio.create_task(accept(other, 2))
        await asyncio.sleep(0.1)
        assert not late.done()
    assert await late == "already-accepted cadre 1"
    assert await holder(store) == (1, 1, 0)


async def holder(store: Store) -> tuple[int | None, int, int]:
    """Return who has the case, and how many cases the two cadres have."""
    async with store.turn(NOW) as uow:
        case = await uow.get(Case, 9)
        assert case is not None
        assert case.state is State.WORKING
        first, second = await uow.get_all(Person, [1, 2])
        return case.cadre_id, first.open_cases, second.open_cases


async def test_what_another_program_has_made_is_never_taken_for_new(store: Store, other: Store) -> None:
    async with store.batch() as mine, other.reading():
        given = mine.ids.take()
        assert mine.is_new(given)
    async with other.batch() as theirs:
        later = theirs.ids.take()
    async with store.batch() as mine:
        assert not mine.is_new(later)
        assert not mine.is_new(given)


async def test_two_programs_may_start_at_once_over_an_empty_database(tmp_path: Path) -> None:
    async with fresh_database("postgres", tmp_path) as url:
        opened = await asyncio.gather(
            *(Store.open(url, RULES, Random(seed)) for seed in range(3)), return_exceptions=True
        )
        for each in opened:
            if isinstance(each, Store):
                await each.close()
    assert [each for each in opened if isinstance(each, BaseException)] == []


# What a batch sees of the staff.


async def test_a_post_that_has_ended_counts_for_nothing_in_the_same_batch(store: Store) -> None:
    await one_case(store)
    async with store.batch() as batch:
        first = store.unit_of_work(batch, NOW)
        post = await first.get(Post, 1)
        assert post is not None
        first.put(replace(post, active=False))
        assert [each.id for each in first.staff.of(1)] == [1]
        batch.join()
        second = store.unit_of_work(batch, NOW)
        assert second.staff.of(1) == []
        with pytest.raises(Refused, match="not-found"):
            await accepting.accept(second, 9, 1, 0)
        batch.drop()


async def test_a_batch_that_is_rolled_back_leaves_the_staff_as_it_was(store: Store) -> None:
    await one_case(store)

    async def fail() -> None:
        async with store.batch() as batch:
            store.unit_of_work(batch, NOW).put(Post(7, 3, Role.HEAD, EAST_OFFICE, None, "head", "head"))
            batch.join()
            assert store.unit_of_work(batch, NOW).staff.of(3)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    async with store.turn(NOW) as uow:
        assert uow.staff.of(3) == []


async def test_a_row_that_was_never_loaded_is_changed_and_not_doubled(store: Store) -> None:
    """A post out of the snapshot, renewed by an invitation."""
    await one_case(store)
    async with store.turn(NOW) as uow:
        (post,) = uow.staff.of(1)
        uow.put(replace(post, title="renewed"))
    async with store.turn(NOW) as uow:
        (post,) = uow.staff.of(1)
        assert (post.title, post.version) == ("renewed", 1)

    async def from_an_old_snapshot() -> None:
        async with store.turn(NOW) as uow:
            uow.put(replace(post, version=0, title="older"))

    with pytest.raises(Conflict, match="posts"):
        await from_an_old_snapshot()


async def test_a_person_who_comes_back_early_gets_the_digest_at_once(store: Store) -> None:
    """The plan of a person depends on the absence, too: its row must follow."""
    away = datetime(2026, 4, 2, 1, 0, tzinfo=UTC)
    async with store.turn(NOW) as uow:
        uow.put(replace(person(1), digest_since=NOW, away_until=away))
    (first,) = await due(store)
    async with store.turn(NOW) as uow:
        (found,) = await uow.get_all(Person, [1])
        uow.put(replace(found, away_until=None))
    (second,) = await due(store)
    assert second < first


async def due(store: Store) -> list[int]:
    async with store.reading() as session:
        return [row[0] for row in await select(session, "select due_at from followups where state = 'pending'")]
