"""The parts of a service put together from its settings: the folder of its files."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.composition import open_vault
from bot.desk import Desk
from bot.settings import Settings, Storage
from storage.dialects import Unavailable
from tests.bot.plain import open_desk


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    desk = await open_desk(f"sqlite:///{tmp_path / 'one.db'}", datetime.now(UTC))
    yield desk
    await desk.store.close()


async def test_a_folder_serves_one_database(desk: Desk, tmp_path: Path) -> None:
    settings = Settings(storage=Storage(files=str(tmp_path / "data" / "files")))
    kept = await (await open_vault(settings, desk.store)).keep(b"a")
    assert (await open_vault(settings, desk.store)).path(kept.digest).exists()
    other = await open_desk(f"sqlite:///{tmp_path / 'two.db'}", datetime.now(UTC))
    try:
        with pytest.raises(Unavailable, match="belongs to another database"):
            await open_vault(settings, other.store)
    finally:
        await other.store.close()


async def test_a_folder_that_cannot_be_used_is_said_at_the_start(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Unavailable, match="cannot be used: Not a directory"):
        await open_vault(Settings(storage=Storage(files=str(tmp_path / "file" / "files"))), desk.store)
