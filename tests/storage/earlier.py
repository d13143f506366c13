"""A database as an earlier version of the program left it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random

import pytest

from casework.unit_of_work import Rules
from storage import migrations
from storage.dialects import open_database
from storage.store import Store
from tests.casework.service import CALENDAR


@asynccontextmanager
async def updated(url: str, number: int, rows: str) -> AsyncIterator[Store]:
    """Give a store over a database that had `rows` (SQL) before the migration of this number, and is up to date now."""
    files = migrations.known()
    database = await open_database(url)
    with pytest.MonkeyPatch.context() as earlier:
        earlier.setattr(migrations, "known", lambda: [each for each in files if each[0] < number])
        await migrations.migrate(database)
    await database.script(rows)
    await database.close()
    store = await Store.open(url, Rules(CALENDAR), Random(1))
    try:
        yield store
    finally:
        await store.close()
