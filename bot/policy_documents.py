"""Documents that stand beside the file of a policy: found, looked at, and kept in the vault."""

import os
from collections.abc import Iterator, Sequence
from errno import ENOENT
from pathlib import Path
from typing import Final

from bot.files.names import file_name
from bot.files.types import kind_of, sniff
from bot.files.vault import Vault
from casework.files import LARGEST
from casework.policies.documents import MOST, Enclosure, fits

_MB: Final = 2**20


def place_of(folder: Path, name: str) -> Path | None:
    """Return where a document named in a policy of a folder lies; None for what lies outside of the folder."""
    path = (folder / name).resolve()
    return path if path.is_relative_to(folder.resolve()) else None


def problems(folder: Path, names: Sequence[str]) -> Iterator[str]:
    """Give what is wrong with the documents of a policy, each with its name."""
    if len(names) > MOST:
        yield f"document: names {len(names)} files, {MOST} at most"
    for name in names:
        if problem := _problem(place_of(folder, name)):
            yield f"document: {name!r} {problem}"


async def kept(vault: Vault, folder: Path, names: Sequence[str]) -> list[Enclosure]:
    """Keep the documents of a policy in the vault, and return them. They are such as `problems` finds nothing with;
    raises OSError for one that is gone since.
    """
    enclosures: list[Enclosure] = []
    for name in names:
        path = place_of(folder, name)
        if path is None:
            raise FileNotFoundError(ENOENT, os.strerror(ENOENT), name)
        keeping = await vault.keep(path.read_bytes())
        enclosures.append(Enclosure(keeping, kind_of(keeping.mime), file_name(path.name, keeping.mime)))
    return enclosures


def _problem(path: Path | None) -> str:
    """Return what is wrong with one; "" for nothing."""
    if path is None:
        return "lies outside of the folder of its policy"
    if not path.is_file():
        return "is not there"
    size = path.stat().st_size
    if not size:
        return "is empty"
    if size > LARGEST:
        return f"has {size / _MB:.1f} MB, {LARGEST // _MB} at most"
    mime = sniff(path.read_bytes())
    if not fits(kind_of(mime), mime):
        return "is neither PDF nor Word (.docx) nor a picture"
    return ""
