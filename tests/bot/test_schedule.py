"""What is purged by the clock: files that nothing names. What goes after its days: test_keeping.py."""

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import schedule
from bot.files.vault import Vault
from bot.schedule import UNCLAIMED, purge_files
from casework.files import File, FileKind, FileState
from storage.store import Store
from tests.bot.plain import open_desk


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    desk = await open_desk(database_url, datetime.now(UTC))
    yield desk.store
    await desk.store.close()


async def test_a_file_that_nothing_names_is_removed_after_two_days(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schedule, "_DIGESTS", 2)
    vault, now = Vault(tmp_path / "files"), datetime.now(UTC)
    named, *others = [(await vault.keep(f"file {number}".encode())).digest for number in range(6)]
    fresh = others.pop()
    for digest in (named, *others):
        long_ago = (now - UNCLAIMED - timedelta(seconds=5)).timestamp()
        os.utime(vault.path(digest), (long_ago, long_ago))
    async with store.turn(now) as uow:
        uow.put(File(uow.new_id(), 1, FileKind.DOCUMENT, 1, now, digest=named, state=FileState.KEPT))
    async with store.database.transaction() as session:
        sent = [{"digest": digest, "field": "document", "file_id": "A"} for digest in (named, others[0])]
        await session.write("sent_file_keep", sent)
    assert await purge_files(store, vault, lambda: now) == len(others)
    assert [digest for digest in (named, fresh, *others) if vault.path(digest).exists()] == [named, fresh]
    async with store.reading() as session:
        left = await session.rows("sent_files", digests=[named, *others])
    assert [row[0] for row in left] == [named]
    assert await purge_files(store, vault, lambda: now) == 0


async def test_a_file_that_is_sent_again_while_it_is_looked_up_stays(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, now = Vault(tmp_path / "files"), datetime.now(UTC)
    digest = (await vault.keep(b"a letter")).digest
    long_ago = (now - UNCLAIMED - timedelta(seconds=5)).timestamp()
    os.utime(vault.path(digest), (long_ago, long_ago))
    kept_before = Vault.kept_before

    async def sent_again(self: Vault, moment: datetime) -> list[str]:
        found = await kept_before(self, moment)
        await vault.keep(b"a letter")
        return found

    monkeypatch.setattr(Vault, "kept_before", sent_again)
    await purge_files(store, vault, lambda: now)
    assert vault.path(digest).exists()


async def test_where_there_is_no_folder_there_is_nothing_to_purge(store: Store, tmp_path: Path) -> None:
    assert await purge_files(store, Vault(tmp_path / "none"), lambda: datetime.now(UTC)) == 0
