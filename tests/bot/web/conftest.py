"""The web chat over each database."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.web.service import WebService


@pytest.fixture
async def service(database_url: str) -> AsyncIterator[WebService]:
    """Give a running web chat with nobody in it yet."""
    async with WebService.running(database_url) as service:
        yield service
