"""Whose lease can be taken over at once: that of a process which has surely died."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.telegram.holders import has_died, new_holder
from bot.telegram.lease import Lease
from storage.dialects import open_database
from storage.migrations import migrate

REPOSITORY = Path(__file__).parents[3]
NAMED = "from bot.telegram.holders import new_holder; print(new_holder(), flush=True); input()"

pytestmark = pytest.mark.skipif(not Path("/proc/self/ns/pid").is_symlink(), reason="not on Linux")


@pytest.fixture
def other() -> Iterator[subprocess.Popen[str]]:
    """Give a process that says its name and waits."""
    command = [sys.executable, "-c", NAMED]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY) as process:
        yield process
        process.kill()


def name_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()


async def test_the_lease_of_a_killed_process_is_taken_over_at_once(
    other: subprocess.Popen[str], database_url: str
) -> None:
    database = await open_database(database_url)
    await migrate(database)
    start = datetime(2026, 3, 2, tzinfo=UTC)

    def lease(holder: str) -> Lease:
        return Lease(database, "send:tg", holder, lambda: 5000.0, lambda: start)

    try:
        theirs, ours = lease(name_of(other)), lease(new_holder())
        assert await theirs.take()
        assert not await ours.take()
        end(other)
        assert await ours.take()
        assert ours.held
    finally:
        await database.close()


def test_who_lives_is_not_dead_and_who_was_killed_is(other: subprocess.Popen[str]) -> None:
    name = name_of(other)
    assert not has_died(name)
    end(other)
    assert has_died(name)


def test_a_process_that_had_our_number_before_us_is_dead() -> None:
    assert has_died(new_holder())


@pytest.mark.parametrize("holder", ["", "one", "/1/ab", "elsewhere/999999999/ab", "elsewhere/x/ab"])
def test_of_others_nothing_is_known(holder: str) -> None:
    assert not has_died(holder)


def test_a_number_that_belongs_to_somebody_else_counts_as_alive() -> None:
    machine = new_holder().partition("/")[0]
    assert not has_died(f"{machine}/{os.getppid()}/ab")
    assert not has_died(f"{machine}/1/ab")
