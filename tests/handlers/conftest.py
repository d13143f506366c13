"""A town over each database."""

from collections.abc import AsyncIterator

import pytest

from tests.handlers.dialogue import Town


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    """Give a town with nobody in it yet."""
    town = await Town.open(database_url)
    yield town
    await town.close()
