"""What the tests of the whole program share: Telegram's stand-in, and a service that talks to it."""

from collections.abc import AsyncIterator

import pytest

from tests.standin.service import Standin

TOKEN = "700100200:AAG-acceptance-tests-of-doorstep-00"


@pytest.fixture
async def telegram() -> AsyncIterator[Standin]:
    """Give a stand-in that holds every request against the Bot API, and counts no rates."""
    async with Standin(TOKEN, rates="off") as standin:
        yield standin
