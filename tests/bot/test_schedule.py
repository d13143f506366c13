"""What is purged by the clock: files that nothing names, and messages that went out long ago."""

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import schedule
from bot.files.vault import Vault
from bot.schedule import UNCLAIMED, purge_files, purge_sent
from bot.settings import Retention
from casework.files import File, FileKind, FileState
from storage.codec import to_micros
from storage.store import Store
from tests.bot.plain import open_desk
from tests.storage.raw import select


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


async def test_where_there_is_no_folder_there_is_nothing_to_purge(store: Store, tmp_path: Path) -> None:
    assert await purge_files(store, Vault(tmp_path / "none"), lambda: datetime.now(UTC)) == 0


async def test_what_went_out_is_removed_after_its_days_and_what_waits_is_not(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schedule, "_ROWS", 3)
    now, days = datetime.now(UTC), Retention().sent_days
    ids = await store.new_ids()
    ages = [days + 1] * 7 + [days - 1] * 2
    rows = {ids.take(): now - timedelta(days=age) for age in ages}
    waiting = next(iter(rows))
    empty = {"method": "sendMessage", "params": "{}", "upload": "", "message_id": None, "person_id": None, "card": ""}
    async with store.database.transaction() as session:
        await session.write(
            "outbox_insert",
            [
                {
                    "id": id_,
                    "channel": "tg",
                    "chat": "tg:7",
                    **empty,
                    "edit": 0,
                    "priority": 0,
                    "broadcast_id": None,
                    "created_at": to_micros(at),
                }
                for id_, at in rows.items()
            ],
        )
        await session.write("outbox_sent", [{"ids": [id_ for id_ in rows if id_ != waiting]}])
    assert await purge_sent(store, lambda: now, Retention()) == 6
    async with store.reading() as session:
        left = {row[0] for row in await select(session, "select id from outbox")}
    assert left == {waiting, *list(rows)[-2:]}
