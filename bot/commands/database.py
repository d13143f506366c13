"""Commands about the database."""

import asyncio
from pathlib import Path

from bot.commands.running import settings_from
from bot.composition import bring_up_to_date, open_service_database
from bot.settings import Settings


def migrate(config: Path) -> None:
    """Bring the schema up to date, and say what was done."""
    applied = asyncio.run(_migrate(settings_from(config)))
    done = f"migrations applied: {', '.join(map(str, applied))}" if applied else "nothing to do"
    print(f"The database is up to date ({done}).")


async def _migrate(settings: Settings) -> list[int]:
    database = await open_service_database(settings)
    try:
        return await bring_up_to_date(database)
    finally:
        await database.close()
