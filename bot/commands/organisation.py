"""Commands about areas, units, routes and answers."""

import asyncio
import sys
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path

from bot.clock import machine_now
from bot.commands.preview import show
from bot.commands.running import CommandError, opened, settings_from
from bot.organisation_entries import OrganisationFile
from bot.organisation_file import read_files, write_organisation
from bot.organisation_import import to_file, to_rows
from bot.settings import Settings
from storage.organisation_rows import Changes, Counts
from storage.organisations import Rehearsal, import_organisation, read_organisation_rows, rehearse_import


def import_files(config: Path, files: Iterable[Path], *, retire: bool, dry_run: bool, days: int) -> None:
    """Make the service's organisation as the files say, taken together; or only say what that would change, and what
    it would have done with the cases of the last `days` days.
    """
    settings = settings_from(config)
    organisation = read_files(_expanded(files))
    if dry_run:
        rehearsal = asyncio.run(_rehearse(settings, organisation, retire=retire, days=days))
        _say(rehearsal.changes)
        show(rehearsal, days, settings.service.languages[0])
        print("Nothing was written: this was a dry run.")
    else:
        _say(asyncio.run(_import(settings, organisation, retire=retire)))
    if organisation.posts:
        print(f"Posts in the files: {len(organisation.posts)}. People take a post up by: doorstep invite")


def export(config: Path, output: Path | None) -> None:
    """Write the service's organisation as a file that an import takes; without `output` to the terminal."""
    text = write_organisation(asyncio.run(_export(settings_from(config))))
    if output is None:
        sys.stdout.write(text)
    else:
        output.write_text(text, encoding="utf-8")
        print(f"The organisation is in {output}.")


def _expanded(paths: Iterable[Path]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        found = sorted(each for each in path.iterdir() if each.suffix in {".csv", ".toml"}) if path.is_dir() else [path]
        if not found:
            raise CommandError(f"{path}: holds no .toml or .csv file")
        files += found
    if not files:
        raise CommandError("name at least one file, as in: doorstep org import organisation.toml")
    return files


async def _import(settings: Settings, organisation: OrganisationFile, *, retire: bool) -> Changes:
    async with opened(settings) as store:
        return await import_organisation(store, to_rows(organisation), retire=retire)


async def _rehearse(settings: Settings, organisation: OrganisationFile, *, retire: bool, days: int) -> Rehearsal:
    since = machine_now() - timedelta(days=days)
    async with opened(settings) as store:
        return await rehearse_import(store, to_rows(organisation), retire=retire, since=since)


def _say(changes: Changes) -> None:
    print("\n".join(_report(changes)) if changes else "The organisation is as the files say; nothing to change.")


async def _export(settings: Settings) -> OrganisationFile:
    async with opened(settings) as store:
        return to_file(await read_organisation_rows(store))


def _report(changes: Changes) -> Iterator[str]:
    tables = (
        ("areas", changes.areas),
        ("units", changes.units),
        ("routes", changes.routes),
        ("answers", changes.answers),
    )
    for name, counts in tables:
        if counts:
            yield f"{name}: {_counted(counts)}"
    if changes.cases:
        yield f"cases that moved with their area: {changes.cases}"


def _counted(counts: Counts) -> str:
    parts = ((counts.added, "added"), (counts.changed, "changed"), (counts.retired, "retired"))
    return ", ".join(f"{number} {word}" for number, word in parts if number)
