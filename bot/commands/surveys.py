"""`doorstep survey import`: a survey from a file, put before those who may approve it."""

import asyncio
from pathlib import Path

from bot.commands.acting import desk_of
from bot.commands.running import CommandError, opened, settings_from
from bot.file_problems import FileError
from bot.settings import Settings
from bot.surveys.file import SurveyEntry, put_forward, read_survey
from handlers import texts


def import_file(config: Path, file: Path, language: str = "") -> None:
    """Load a survey; it goes out once a second person has approved it in chat. What is said of it is in the `language`,
    "" for the service's first one. Raises CommandError.
    """
    settings = settings_from(config)
    language = language or settings.service.languages[0]
    try:
        entry = read_survey(file)
        asyncio.run(_import(settings, entry))
    except FileError as error:
        raise CommandError(error.text(language)) from None
    print(texts.say(language, "survey-file-waits", {"title": entry.title}))


async def _import(settings: Settings, entry: SurveyEntry) -> None:
    async with opened(settings) as store:
        closes_at = store.rules.calendar.end_of(entry.closes)
        await desk_of(settings, store).act(lambda uow: put_forward(uow, entry, closes_at))
