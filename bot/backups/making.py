"""Making a backup of a service that goes on working, and putting one back into an empty place."""

import asyncio
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from importlib import metadata
from pathlib import Path

import msgspec

from bot.backups.folder import DATABASE, FILES, MANIFEST, UNFINISHED, Broken, Manifest, described, digest_of, read
from bot.files.vault import Vault
from storage import bulk, copying
from storage.copying import Progress


async def back_up(url: str, files: Path, parent: Path, now: datetime, progress: Progress) -> tuple[Path, Manifest]:
    """Back up the database at `url` and the files that it names into a new folder under `parent`; return both.

    The database is as it stood at one moment, and its copy is read again and compared. Until it is whole the folder
    has another name. Raises Unavailable, storage.copying.Differs and OSError.
    """
    folder = parent / f"doorstep-{now:%Y%m%d-%H%M%S}"
    unfinished = folder.with_suffix(UNFINISHED)
    await asyncio.to_thread(unfinished.mkdir, mode=0o700, parents=True)
    try:
        copied = _url(unfinished / DATABASE)
        held = await copying.copy(url, copied, progress)
        kept, missing = await _copy_files(copied, Vault(files), Vault(unfinished / FILES), progress)
        await asyncio.to_thread(_lay_by, unfinished / DATABASE)
        manifest = Manifest(
            made_at=now,
            version=metadata.version("doorstep"),
            database=await asyncio.to_thread(digest_of, unfinished / DATABASE),
            tables=described(held),
            files=kept,
            missing=missing,
        )
        await asyncio.to_thread(_finish, unfinished, folder, manifest)
    except BaseException:
        await asyncio.to_thread(shutil.rmtree, unfinished, ignore_errors=True)
        raise
    return folder, manifest


async def put_back(folder: Path, url: str, files: Path, progress: Progress) -> Manifest:
    """Put a backup back into an empty database at `url`, and its files into the folder `files`.

    The backup is read through first; nothing is written where it is not whole. Raises Broken, Unavailable,
    storage.copying.Differs and OSError.
    """
    manifest = await asyncio.to_thread(read, folder)
    # Files first: without the database that names them they are nothing, and it never lacks one.
    vault = Vault(files)
    for at, digest in enumerate(manifest.files, start=1):
        if not await Vault(folder / FILES).copy(digest, vault):
            raise Broken(f"{FILES}/{digest} is damaged")
        progress(FILES, at, len(manifest.files))
    try:
        held = await copying.copy(_url(folder / DATABASE), url, progress)
    except copying.OtherSchema:
        raise Broken(f"it is of version {manifest.version}; put it back with that version, and update then") from None
    if held != manifest.contents():
        raise Broken("its database does not hold what it held when it was made")
    return manifest


async def _copy_files(url: str, ours: Vault, into: Vault, progress: Progress) -> tuple[list[str], list[str]]:
    """Copy the files that a database names; return the digests of those that there are, and of the others."""
    async with bulk.source(url) as source:
        digests = {digest async for rows in source.rows("files", ["digest"]) for (digest,) in rows if digest}
    kept: list[str] = []
    missing: list[str] = []
    for at, digest in enumerate(sorted(digests), start=1):
        (kept if await ours.copy(digest, into) else missing).append(digest)
        progress(FILES, at, len(digests))
    return kept, missing


def _url(path: Path) -> str:
    return f"sqlite:///{path}"


def _lay_by(database: Path) -> None:
    """Make it one file that is read without a file beside it: a backup may lie where nothing can be written."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("pragma journal_mode = delete")


def _finish(unfinished: Path, folder: Path, manifest: Manifest) -> None:
    with (unfinished / MANIFEST).open("xb") as file:
        file.write(msgspec.json.format(msgspec.json.encode(manifest)))
        file.flush()
        os.fsync(file.fileno())
    unfinished.rename(folder)
