"""Commands about the database."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from bot.commands.running import new_file_said, settings_from
from bot.composition import bring_up_to_date, missing_file, open_service_database
from bot.settings import Settings
from storage.dialects import Database
from storage.migrations import left, pending

T = TypeVar("T")


def migrate(config: Path) -> None:
    """Bring the schema up to date, and say what was done."""
    settings = settings_from(config)
    with new_file_said(settings):
        applied = asyncio.run(_over(settings, bring_up_to_date))
    done = f"migrations applied: {', '.join(map(str, applied))}" if applied else "nothing to do"
    print(f"The database is up to date ({done}).")


def look(config: Path) -> None:
    """Say which migrations are not applied yet, and for which of them the service has to be stopped. Makes no file."""
    settings = settings_from(config)
    found = left() if missing_file(settings) else asyncio.run(_over(settings, pending))
    if not found:
        print("The database is up to date.")
        return
    print(f"migrations to apply: {', '.join(str(number) for number, _ in found)}")
    stops = [str(number) for number, stop in found if stop]
    print(f"Stop the service first, for: {', '.join(stops)}." if stops else "The service may run on meanwhile.")
    print("Make a backup, then: doorstep migrate")


async def _over(settings: Settings, deed: Callable[[Database], Awaitable[T]]) -> T:
    database = await open_service_database(settings)
    try:
        return await deed(database)
    finally:
        await database.close()
