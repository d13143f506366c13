"""`doorstep survey import`: a survey from a file, put before those who may approve it."""

import asyncio
from pathlib import Path

from bot.commands.acting import desk_of
from bot.commands.running import CommandError, opened, settings_from
from bot.settings import Settings
from bot.surveys.file import SurveyEntry, SurveyFileError, put_forward, read_survey


def import_file(config: Path, file: Path) -> None:
    """Load a survey; it goes out once a second person has approved it in chat. Raises CommandError."""
    try:
        entry = read_survey(file)
        asyncio.run(_import(settings_from(config), entry))
    except SurveyFileError as error:
        raise CommandError(str(error)) from None
    print(f"“{entry.title}” waits to be approved in chat, by whoever holds a post over its area.")


async def _import(settings: Settings, entry: SurveyEntry) -> None:
    async with opened(settings) as store:
        closes_at = store.rules.calendar.end_of(entry.closes)
        await desk_of(settings, store).act(lambda uow: put_forward(uow, entry, closes_at))
