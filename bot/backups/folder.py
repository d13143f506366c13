"""What a backup looks like on the disk, and whether it is whole."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from bot.files.vault import Vault
from storage.bulk import Contents

DATABASE: Final = "doorstep.db"
FILES: Final = "files"
MANIFEST: Final = "backup.json"
UNFINISHED: Final = ".unfinished"

_PIECE: Final = 2**20


class Manifest(msgspec.Struct, frozen=True):
    """What a backup holds: `tables` maps each to its number of rows and their digest, `files` are digests.

    `missing` are files that the database names and the service did not have.
    """

    made_at: datetime
    version: str
    database: str
    tables: Mapping[str, tuple[int, str]]
    files: list[str]
    missing: list[str]

    def contents(self) -> dict[str, Contents]:
        """Return what the tables hold."""
        return {name: Contents(rows, int(digest, 16)) for name, (rows, digest) in self.tables.items()}


class Broken(Exception):
    """A folder is no backup, or not a whole one; says what is wrong with it."""


def described(contents: Mapping[str, Contents]) -> dict[str, tuple[int, str]]:
    """Return what tables hold, as a manifest has it."""
    return {name: (each.rows, f"{each.digest:032x}") for name, each in contents.items()}


def read(folder: Path) -> Manifest:
    """Return the manifest of a backup that is whole: every byte of it is read. Raises Broken."""
    try:
        manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
    except FileNotFoundError:
        raise Broken(f"there is no backup in {folder}: {MANIFEST} is missing") from None
    except msgspec.MsgspecError:
        raise Broken(f"{MANIFEST} cannot be read") from None
    wrong = list(_wrong(folder, manifest))
    if wrong:
        raise Broken(f"{len(wrong)} of its files are damaged or missing, the first: {wrong[0]}")
    return manifest


def _wrong(folder: Path, manifest: Manifest) -> Iterator[str]:
    if digest_of(folder / DATABASE) != manifest.database:
        yield DATABASE
    vault = Vault(folder / FILES)
    for digest in manifest.files:
        if digest_of(vault.path(digest)) != digest:
            yield f"{FILES}/{digest}"


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, read in pieces; "" where there is none."""
    found = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                found.update(piece)
    except FileNotFoundError:
        return ""
    return found.hexdigest()
