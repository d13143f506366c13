"""A town over each database."""

from collections.abc import AsyncIterator

import pytest

from tests.handlers.dialogue import Town


@pytest.fixture
async def town(database_url: str, request: pytest.FixtureRequest) -> AsyncIterator[Town]:
    """Give a town with nobody in it yet; by the PROFILE of the test's module, where it has one."""
    town = await Town.open(database_url, getattr(request.module, "PROFILE", None))
    yield town
    await town.close()
