"""Jottings outlive the process that made them, on both databases."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import jottings
from storage.dialects import Database, open_database
from storage.jottings import FileJottings


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = await open_database(database_url)
    yield database
    await database.close()


@pytest.fixture
async def other(database_url: str) -> AsyncIterator[Database]:
    """The database as another process has it, which knows nothing of the first."""
    other = await open_database(database_url)
    yield other
    await other.close()


async def test_another_process_reads_what_was_kept_last(database: Database, other: Database) -> None:
    for number, text in ((1, "first"), (2, "second"), (1, "第一条\n")):
        await database.jottings.keep(number, text)
    assert await other.jottings.all() == {1: "第一条\n", 2: "second"}


async def test_what_was_dropped_is_gone_for_everybody(database: Database, other: Database) -> None:
    for number in range(5):
        await database.jottings.keep(number, "x")
    await database.jottings.drop([0, 1, 2, 9])
    await database.jottings.drop([3, 4])
    assert await other.jottings.all() == {}
    await database.jottings.keep(7, "again")
    assert await other.jottings.all() == {7: "again"}


def file(folder: Path) -> Path:
    return folder / "jottings"


async def test_a_line_that_was_not_finished_says_nothing_and_spoils_no_other(tmp_path: Path) -> None:
    first = FileJottings(file(tmp_path))
    await first.keep(1, "whole")
    await first.keep(2, "half of it")
    first.close()
    file(tmp_path).write_bytes(file(tmp_path).read_bytes()[:-6])
    second = FileJottings(file(tmp_path))
    await second.keep(3, "after the crash")
    assert await FileJottings(file(tmp_path)).all() == {1: "whole", 3: "after the crash"}
    second.close()


async def test_after_a_cut_of_power_there_may_be_anything_in_it(tmp_path: Path) -> None:
    file(tmp_path).write_bytes(b'\x00\x00\xff\n[1,"a"]\n[2\n{"x":3}\n["4","b"]\n')
    assert await FileJottings(file(tmp_path)).all() == {1: "a"}


async def test_the_file_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jottings, "LARGEST", 1000)
    kept = FileJottings(file(tmp_path))
    await kept.keep(0, "never dropped")
    for number in range(1, 500):
        await kept.keep(number, "x" * 50)
        await kept.drop([number])
    assert file(tmp_path).stat().st_size < 1100
    assert file(tmp_path).stat().st_mode & 0o777 == 0o600
    # Others are in it until it is rewritten, and are recorded already.
    assert (await FileJottings(file(tmp_path)).all())[0] == "never dropped"
    kept.close()
