"""The power is cut at every moment of a filing: what was confirmed is there, and the database is whole."""

import asyncio
import sqlite3
import threading
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from bot.desk import Desk
from casework.petitions import Draft
from handlers.messages import Incoming, Kind
from storage import dialects
from tests.bot.plain import NOW, arrive, open_desk, says
from tests.casework.service import organisation
from tests.patience import PATIENCE
from tests.storage.power import Course, recorded
from tests.storage.raw import begin_afresh, every, select

TABLES = ("inbox", "messages", "drafts", "petitions", "cases", "events", "followups", "outbox", "people")

Rows = Mapping[str, set[tuple[str, ...]]]


@pytest.fixture
def database(database_url: str) -> Path:
    """Give the path of a migrated database."""
    return Path(dialects.sqlite_path(database_url))


async def rows_of(desk: Desk) -> Rows:
    async with desk.store.reading() as session:
        return {name: {tuple(map(str, row)) for row in await select(session, _ids(name))} for name in TABLES}


def _ids(name: str) -> str:
    state = ", state" if name == "inbox" else ""
    return f"select id{state} from {name}"


async def file_one(database: Path) -> Course:
    """Let somebody file a petition; whatever the program goes on from is confirmed."""
    with recorded(database) as course:
        desk = await open_desk(f"sqlite:///{database}", NOW)
        try:
            await begin_afresh(desk.store, organisation())
            for text in ("The street lamp in front of the school is broken", "It has been for weeks"):
                await arrive(desk, says("ann", text))
                # To Telegram it is confirmed now.
                course.confirm(await rows_of(desk))
                await desk.handle()
                course.confirm(await rows_of(desk))
            async with desk.store.reading() as session:
                (draft,) = await every(session, [Draft])
            await arrive(desk, Incoming(Kind.TAP, "plain:ann", "plain:ann", data=f"d.send.{draft.id}", tap_id="1"))
            await desk.handle()
            filed = await rows_of(desk)
            assert filed["cases"]
            course.confirm(filed)
        finally:
            await desk.store.close()
    return course


def missing(disk: Mapping[str, bytes], confirmed: Rows, folder: Path) -> list[str]:
    """Return what is wrong with a database after the cut."""
    folder.mkdir()
    for name, content in disk.items():
        # What is shared among processes is gone with them.
        if not name.endswith("-shm"):
            (folder / name).write_bytes(content)
    with closing(sqlite3.connect(folder / "test.db")) as connection:
        wrong = [str(row) for row in connection.execute("pragma integrity_check") if row != ("ok",)]
        for name, rows in confirmed.items():
            found = {tuple(map(str, row)) for row in connection.execute(_ids(name))}
            # A message may have been handled since.
            missed = {row for row in rows - found if (row[0], "done") not in found}
            wrong += [f"{name} {row}" for row in sorted(missed)]
    return wrong


def count_cuts(course: Course, folder: Path) -> tuple[int, list[str]]:
    """Cut the power at each sync; return how often that was, and all that was missing."""
    cuts, wrong = 0, list[str]()
    for disk, confirmed in course.disks(Random(1)):
        wrong += missing(disk, confirmed[-1] if confirmed else {}, folder / str(cuts))
        cuts += 1
    return cuts, wrong


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_what_was_confirmed_is_there_whenever_the_power_is_cut(
    database: Path, tmp_path: Path, record_property: Callable[[str, str], None]
) -> None:
    course = await file_one(database)
    cuts, wrong = count_cuts(course, tmp_path)
    assert wrong == []
    assert cuts > 20
    record_property("figures", f"the power was cut {cuts} times, {len(course.confirmed)} confirmations")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_database_that_does_not_sync_is_found_out(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def careless(connection: dialects.SqliteConnection, pages: int, *, memory: bool) -> None:
        for pragma in ("journal_mode = wal", "synchronous = normal"):
            await connection.execute_fetchall(f"pragma {pragma}")

    monkeypatch.setattr(dialects, "_pragmas", careless)
    course = await file_one(database)
    # Without a sync there is no such moment: the power goes when somebody was told.
    disks = [(course._disk(at, None), confirmed) for at, confirmed in course.confirmed]
    assert any(missing(disk, confirmed, tmp_path / str(n)) for n, (disk, confirmed) in enumerate(disks))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_every_writer_syncs_each_commit(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = await dialects.open_database(f"sqlite:///{database}")
    async with opened.transaction() as session:
        connection = session._connection  # type: ignore[attr-defined]
        assert await connection.execute_fetchall("pragma synchronous") == [(2,)]
        assert await connection.execute_fetchall("pragma journal_mode") == [("wal",)]
    await opened.close()
    # A system whose SQLite does not do as it is told is no place for a service.
    pragmas = [each for each in dialects._PRAGMAS if not each.startswith("synchronous")]
    monkeypatch.setattr(dialects, "_PRAGMAS", [*pragmas, "synchronous = normal"])
    with pytest.raises(dialects.Unavailable, match="synchronous=FULL"):
        await dialects.open_database(f"sqlite:///{database}")
    # What was opened is closed again: a thread that is left keeps the program from ending.
    async with asyncio.timeout(PATIENCE):
        while connections():
            await asyncio.sleep(0.01)


def connections() -> list[threading.Thread]:
    """Return the threads of connections that are open."""
    return [each for each in threading.enumerate() if "_connection_worker" in each.name]
