"""Commands about the database."""

import asyncio
from pathlib import Path

from bot.commands.running import settings_from
from bot.composition import bring_up_to_date, open_service_database
from bot.settings import Settings
from storage.migrations import pending


def migrate(config: Path) -> None:
    """Bring the schema up to date, and say what was done."""
    applied = asyncio.run(_migrate(settings_from(config)))
    done = f"migrations applied: {', '.join(map(str, applied))}" if applied else "nothing to do"
    print(f"The database is up to date ({done}).")


def look(config: Path) -> None:
    """Say which migrations are not applied yet, and for which of them the service has to be stopped."""
    found = asyncio.run(_pending(settings_from(config)))
    if not found:
        print("The database is up to date.")
        return
    print(f"migrations to apply: {', '.join(str(number) for number, _ in found)}")
    stops = [str(number) for number, stop in found if stop]
    print(f"Stop the service first: {', '.join(stops)} need it." if stops else "The service may run on meanwhile.")


async def _pending(settings: Settings) -> list[tuple[int, bool]]:
    database = await open_service_database(settings)
    try:
        return await pending(database)
    finally:
        await database.close()


async def _migrate(settings: Settings) -> list[int]:
    database = await open_service_database(settings)
    try:
        return await bring_up_to_date(database)
    finally:
        await database.close()
