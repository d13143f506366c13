"""`doorstep backup` and `doorstep restore`."""

import asyncio
from pathlib import Path

from bot.backups.folder import Broken
from bot.backups.making import back_up, put_back
from bot.clock import machine_now
from bot.commands.copying import ShownProgress
from bot.commands.running import CommandError, settings_from
from storage.copying import Differs


def backup(config: Path, parent: Path) -> None:
    """Back up what the settings name into a new folder under `parent`, and say what is in it.

    Raises CommandError where it is not whole: also where files are missing that the database names.
    """
    settings = settings_from(config)
    url, files = settings.storage.url.reveal(), Path(settings.storage.files)
    with ShownProgress() as progress:
        try:
            folder, manifest = asyncio.run(back_up(url, files, parent, machine_now(), progress))
        except Differs as differs:
            raise CommandError(f"the copy differs from the database in: {differs}; there is no backup") from None
    rows = sum(rows for rows, _ in manifest.tables.values())
    print(f"{folder}: {rows} rows and {len(manifest.files)} files, compared.")
    if manifest.missing:
        raise CommandError(
            f"{len(manifest.missing)} files that the database names are missing in {files}, or damaged; all others "
            "are in the backup"
        )


def restore(config: Path, folder: Path) -> None:
    """Put a backup back into the empty database and the folder of files that the settings name. Raises CommandError."""
    settings = settings_from(config)
    url, files = settings.storage.url.reveal(), Path(settings.storage.files)
    with ShownProgress() as progress:
        try:
            manifest = asyncio.run(put_back(folder, url, files, progress))
        except Broken as broken:
            raise CommandError(f"this backup cannot be used: {broken}") from None
        except Differs as differs:
            raise CommandError(f"the database differs from the backup in: {differs}; do not use it") from None
    rows = sum(rows for rows, _ in manifest.tables.values())
    print(f"Put back as of {manifest.made_at:%Y-%m-%d %H:%M} UTC: {rows} rows and {len(manifest.files)} files.")
