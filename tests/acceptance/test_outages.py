"""The whole program while its database goes away and comes back, and while it is told to stop."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance import program
from tests.acceptance.conftest import TOKEN
from tests.acceptance.own_server import OwnServer, own_server
from tests.acceptance.phones import Phone
from tests.acceptance.program import Program
from tests.acceptance.test_telegram import NUMBER, QUICK
from tests.patience import PATIENCE
from tests.standin.service import Standin

ROAD = "A deep hole in the road at Shaiguping Village"
MORE = "one more hole"
LAST = "and a third one"


def people(telegram: Standin, count: int) -> list[Phone]:
    return [Phone(telegram, 7000 + number, "en", f"Resident-{number}") for number in range(count)]


def settings(telegram: Standin) -> dict[str, Any]:
    return {"token": TOKEN, "api_base_url": telegram.url, **QUICK}


async def complains(service: Program, words: str) -> None:
    """Wait until the log says something of a failure that has to do with the database."""
    async with asyncio.timeout(PATIENCE):
        while not any(line["level"] == "error" and words in line["text"] for line in service.log()):
            await asyncio.sleep(0.05)


@pytest.fixture
async def server() -> AsyncIterator[OwnServer]:
    async with own_server() as server:
        yield server


async def test_postgresql_stops_under_load_and_comes_back(
    tmp_path: Path, server: OwnServer, telegram: Standin, record_property: Callable[[str, str], None]
) -> None:
    async with program.office(tmp_path, server.url, **settings(telegram)) as service:
        await service.healthy(telegram="ok")
        residents = people(telegram, 20)
        for phone in residents:
            phone.says(ROAD)
        await residents[0].hears("You're telling us")
        # The others are in the middle of it.
        stopped = time.monotonic()
        await server.stop()
        for phone in residents:
            phone.says(MORE)
        await complains(service, "could not be")
        await server.start()
        started = time.monotonic()
        for phone in residents:
            phone.says(LAST)
        cards = await asyncio.gather(*(phone.hears(LAST) for phone in residents))
        back = time.monotonic()
        assert all("deep hole" in card and MORE in card for card in cards)
        for phone in residents:
            await phone.taps("Send")
        said = await asyncio.gather(*(phone.hears("We have it") for phone in residents))
        assert len({number for text in said for number in NUMBER.findall(text)}) == len(residents)
        assert await service.stop() == 0
        assert service.keeps_quiet_about([ROAD, MORE, LAST, TOKEN])
    assert telegram.violations == []
    figures = f"PostgreSQL was away for {started - stopped:.1f} s; {back - started:.1f} s later all were answered"
    record_property("figures", figures)


async def test_told_to_stop_under_load_it_ends_soon_and_loses_nothing(
    tmp_path: Path, database_url: str, telegram: Standin, record_property: Callable[[str, str], None]
) -> None:
    """Also while Telegram does not answer: what is under way gets ten seconds."""
    async with program.office(tmp_path, database_url, **settings(telegram)) as service:
        await service.healthy(telegram="ok")
        residents = people(telegram, 40)
        telegram.fail("sendMessage", "stall", 2, seconds=PATIENCE)
        for phone in residents:
            phone.says(ROAD)
        await telegram.wait_called("sendMessage", 1)
        began = time.monotonic()
        assert await service.stop() == 0
        record_property("figures", f"told to stop under load, it ended after {time.monotonic() - began:.1f} s")
        telegram.script.clear()
        await service.start()
        await asyncio.gather(*(phone.hears("You're telling us") for phone in residents))
        await asyncio.gather(*(phone.taps("Send") for phone in residents))
        said = await asyncio.gather(*(phone.hears("We have it") for phone in residents))
        assert len({number for text in said for number in NUMBER.findall(text)}) == len(residents)
        assert await service.stop() == 0


async def stopped_for_a_while(
    service: Program, telegram: Standin, begin: Callable[[], object], end: Callable[[], object]
) -> None:
    """Let residents write before, during and after a time in which nothing can be stored; all are answered, once."""
    await service.healthy(telegram="ok")
    await service.ready(ready=True, storing=True)
    residents = people(telegram, 5)
    for phone in residents:
        phone.says(ROAD)
    await asyncio.gather(*(phone.hears("You're telling us") for phone in residents))
    begin()
    for phone in residents:
        phone.says(MORE)
    await service.ready(ready=False, storing=False)
    # What is stored can still be read.
    assert (await service.health())["database"] is True
    end()
    await service.ready(ready=True, storing=True)
    for phone in residents:
        phone.says(LAST)
    cards = await asyncio.gather(*(phone.hears(LAST) for phone in residents))
    assert all("deep hole" in card and card.count(MORE) == 1 for card in cards)
    await asyncio.gather(*(phone.taps("Send") for phone in residents))
    said = await asyncio.gather(*(phone.hears("We have it") for phone in residents))
    assert len({number for text in said for number in NUMBER.findall(text)}) == len(residents)
    assert await service.stop() == 0
    assert service.keeps_quiet_about([ROAD, MORE, LAST, TOKEN])
    assert telegram.violations == []


async def test_a_file_that_another_process_locks_is_waited_for(tmp_path: Path, telegram: Standin) -> None:
    path = tmp_path / "doorstep.db"
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        async with program.office(tmp_path, f"sqlite:///{path}", **settings(telegram)) as service:
            await stopped_for_a_while(
                service, telegram, lambda: other.execute("begin immediate"), lambda: other.execute("commit")
            )


async def test_a_full_disk_loses_nothing_that_was_confirmed(tmp_path: Path, telegram: Standin) -> None:
    path = tmp_path / "doorstep.db"
    async with program.office(tmp_path, f"sqlite:///{path}", **settings(telegram)) as service:

        def fills() -> None:
            # The log of the program is shorter than that, and can go on.
            service.limit_files(64 * 1024)

        await stopped_for_a_while(service, telegram, fills, lambda: service.limit_files(None))
        assert any("could not be" in line["text"] for line in service.log())
