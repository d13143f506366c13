"""`doorstep doctor`: looks at everything that has to hold, and says what to do where it does not."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path
from typing import Final

from bot import own_texts
from bot.clock import machine_now
from bot.commands.running import settings_from
from bot.composition import missing_file, open_service_database, open_store, open_vault
from bot.doctor import invariants
from bot.doctor.charts import look_at_charts
from bot.doctor.findings import Finding, Looked
from bot.doctor.organisation import look_at_organisation
from bot.doctor.outside import look_at_clock, look_at_telegram
from bot.settings import Settings
from storage.dialects import Unavailable
from storage.migrations import pending

_DAMAGED: Final = (
    "Stop the service, keep the file and those beside it, and restore the last backup: doorstep restore. "
    "Then look at the disk: most likely it is failing."
)


def doctor(config: Path, *, repair: bool = False) -> bool:
    """Print what was looked at and what is wrong; return whether all is well. Raises SettingsError.

    With `repair` what can be worked out again is: plans and numbers.
    """
    return asyncio.run(_doctor(settings_from(config), repair=repair))


async def _doctor(settings: Settings, *, repair: bool) -> bool:
    well = True
    # Whoever reads no further (`| head`) ends it in the middle: the database is closed even then.
    async with aclosing(examine(settings, repair=repair)) as found:
        async for looked in found:
            print(f"{'!!' if looked.findings else 'ok'}  {looked.at}")
            for finding in looked.findings:
                print(f"      {finding.wrong}\n      → {finding.do}")
            well = well and not looked.findings
    return well


async def examine(settings: Settings, *, repair: bool = False) -> AsyncGenerator[Looked, None]:
    """Look at one thing after another, from what everything needs to what is seldom wrong."""
    yield Looked("settings and texts", _look_at_texts(settings))
    database = await _look_at_database(settings)
    yield Looked("database and schema", database)
    if database:
        return
    yield Looked("clocks", await look_at_clock(settings.storage.url.reveal(), machine_now))
    yield Looked("charts", look_at_charts(settings.charts.font))
    yield Looked("Telegram", await look_at_telegram(settings.telegram, settings.service.public_channel))
    store = await open_store(settings)
    try:
        snapshot = await store.snapshot()
        language = settings.service.languages[0]
        yield Looked("organisation and posts", look_at_organisation(snapshot.organisation, snapshot.staff, language))
        url = settings.storage.url.reveal()
        yield Looked("follow-ups", await invariants.look_at_plans(store, url, repair=repair))
        yield Looked("numbers in rows", await invariants.look_at_numbers(store, repair=repair))
        yield Looked("who has which case", await invariants.look_at_cases(store))
        yield Looked("what came in and went out", await invariants.look_at_traffic(store))
        try:
            vault = await open_vault(settings, store)
        except Unavailable as unavailable:
            yield Looked("files", [Finding(f"{unavailable}.", "Mend [storage] files.")])
            return
        yield Looked("files", await invariants.look_at_files(url, vault))
    finally:
        await store.close()


def _look_at_texts(settings: Settings) -> list[Finding]:
    """Read the texts of the office's own; the service does not start where one is wrong."""
    problems = own_texts.read(Path(settings.service.texts))[1] if settings.service.texts else []
    return [Finding(f"{each}.", "Mend the text, or take it out: ours is said then.") for each in problems]


async def _look_at_database(settings: Settings) -> list[Finding]:
    """Look only: neither is a database made where a typing error leads, nor one brought up to date."""
    if missing := missing_file(settings):
        return [Finding(f"There is no database at {missing}.", "Mend [storage] url, or make it: doorstep migrate")]
    try:
        database = await open_service_database(settings)
    except Unavailable as unavailable:
        return [Finding(f"{unavailable}.", "Mend [storage] url, or start the database server.")]
    try:
        if damage := await database.damage():
            return [Finding(f"The database file is damaged: {damage}.", _DAMAGED)]
        if await pending(database):
            return [Finding("The database is older than the program.", "See what it takes: doorstep migrate --look")]
    except Unavailable as unavailable:
        return [Finding(f"{unavailable}.", "Update the program, or take a backup of its own version.")]
    finally:
        await database.close()
    return []
