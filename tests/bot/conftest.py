"""What the tests of the program share, over each database: a desk, and an office with a terminal."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.desk import Desk
from tests.bot.plain import NOW, open_desk
from tests.bot.terminal import Office


@pytest.fixture
async def desk(database_url: str) -> AsyncIterator[Desk]:
    """Give a desk with the plain channel, where it is NOW."""
    desk = await open_desk(database_url, NOW)
    yield desk
    await desk.store.close()


@pytest.fixture
def office(tmp_path: Path, database_url: str, capsys: pytest.CaptureFixture[str]) -> Office:
    """Give an office of which nothing was imported yet."""
    return Office(tmp_path, database_url, capsys)
