"""Leases: one holder at a time, taken over once the holder is gone."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.telegram import lease
from bot.telegram.lease import LASTS, Lease
from storage.dialects import Database, open_database
from storage.migrations import migrate
from tests.patience import PATIENCE


class Times:
    """Both clocks of the machine, moved by hand."""

    def __init__(self) -> None:
        self.passed = 0.0

    def monotonic(self) -> float:
        return 5000 + self.passed

    def wall(self) -> datetime:
        return datetime(2026, 3, 2, tzinfo=UTC) + timedelta(seconds=self.passed)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = await open_database(database_url)
    await migrate(database)
    yield database
    await database.close()


@pytest.fixture
def times() -> Times:
    return Times()


def of(holder: str, database: Database, times: Times) -> Lease:
    return Lease(database, "send:tg", holder, times.monotonic, times.wall)


async def test_one_process_holds_it_and_renews_it(database: Database, times: Times) -> None:
    one, two = of("one", database, times), of("two", database, times)
    assert await one.take()
    assert not await two.take()
    assert (one.held, two.held) == (True, False)
    times.passed = LASTS - 1
    assert await one.take()
    times.passed = LASTS + 1
    assert one.held
    assert not await two.take()


async def test_it_passes_on_once_the_holder_is_silent(database: Database, times: Times) -> None:
    one, two = of("one", database, times), of("two", database, times)
    await one.take()
    times.passed = LASTS
    assert not one.held
    assert not await two.take()
    times.passed = LASTS + 0.1
    assert await two.take()
    assert not await one.take()
    assert not one.held


async def test_at_its_end_it_is_free_at_once(database: Database, times: Times) -> None:
    one, two = of("one", database, times), of("two", database, times)
    async with one.kept():
        await one.wait()
        assert not await two.take()
    assert not one.held
    assert await two.take()


async def test_it_is_kept_as_long_as_the_block_runs(
    database: Database, times: Times, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lease, "RENEWED", 0.02)
    one, two = of("one", database, times), of("two", database, times)
    async with one.kept():
        await one.wait()
        for _ in range(5):
            times.passed += LASTS - 1
            async with asyncio.timeout(PATIENCE):
                while one._until < times.monotonic() + LASTS:
                    await asyncio.sleep(0.01)
            assert one.held
            assert not await two.take()


async def test_an_outage_of_the_database_does_not_end_it_before_its_time(
    database: Database, times: Times, caplog: pytest.LogCaptureFixture
) -> None:
    one = of("one", database, times)
    await one.take()
    await database.close()
    times.passed = LASTS - 1
    assert await one.take()
    times.passed = LASTS
    assert not await one.take()
    assert "could not be renewed" in caplog.text
