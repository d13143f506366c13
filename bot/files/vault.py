"""The folder of files: every file under the SHA-256 of its bytes, as `ab/cdef...`. Several processes may share it.

No name that anybody gave to a file is ever part of a path. Disk and pictures are worked upon in threads.
"""

import asyncio
import contextlib
import hashlib
import os
import re
import secrets
from collections.abc import AsyncIterable, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

from bot.files import pictures
from bot.files.types import PICTURES, sniff
from casework.files import LARGEST, Kept

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_UNFINISHED: Final = "unfinished"
_OWNER: Final = "owner"
_SMALLER: Final = ".smaller"
_PICTURES_AT_ONCE: Final = 2
"""How many files are in memory as a whole: a picture of many pixels takes hundreds of megabytes."""


class TooLarge(Exception):
    """A file has more than casework.files.LARGEST bytes."""


class Vault:
    """One folder of files, made where it is missing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._turns = asyncio.Semaphore(_PICTURES_AT_ONCE)

    async def claim(self, mark: str) -> str:
        """Mark the folder, made where it is missing, as somebody's; return whose it is.

        Raises OSError where nothing can be written to it.
        """
        return await asyncio.to_thread(self._claim, mark)

    async def keep(self, content: bytes | AsyncIterable[bytes]) -> Kept:
        """Keep bytes as they come, pictures upright and without traces; safe on the disk when this returns.

        Keeping the same twice is keeping it once. Raises TooLarge; whatever `content` raises comes out, and nothing
        is kept.
        """
        file = await asyncio.to_thread(self._begin)
        try:
            size = 0
            async for piece in _pieces(content):
                size += len(piece)
                if size > LARGEST:
                    raise TooLarge
                await asyncio.to_thread(file.write, piece)
            async with self._turns:
                return await asyncio.to_thread(self._finish, file)
        finally:
            await asyncio.shield(asyncio.to_thread(_discard, file))

    def path(self, digest: str) -> Path:
        """Return where the file of a digest lies, or would. Raises ValueError for what is no digest."""
        if not _DIGEST.fullmatch(digest):
            raise ValueError("not a digest")
        return self._folder / digest[:2] / digest[2:]

    def open(self, digest: str) -> BinaryIO:
        """Open a kept file for reading. Raises FileNotFoundError, and ValueError for what is no digest."""
        return self.path(digest).open("rb")

    async def copy(self, digest: str, into: "Vault") -> bool:
        """Put a kept file into another vault as it is, read through on the way; return whether it is there then.

        False where it is missing or damaged here.
        """
        return await asyncio.to_thread(self._copy, digest, into)

    async def thumbnail(self, digest: str) -> Path | None:
        """Return a JPEG for showing of a kept picture, made at the first call; None for what is no readable picture.

        Raises FileNotFoundError, and ValueError for what is no digest.
        """
        small = self._small(digest)
        if await asyncio.to_thread(small.exists):
            return small
        async with self._turns:
            return await asyncio.to_thread(self._shrink, digest)

    async def kept_before(self, moment: datetime) -> list[str]:
        """Return the digests of the files that were last kept before a moment of machine time."""
        return await asyncio.to_thread(self._kept_before, moment.timestamp())

    async def remove(self, digests: Iterable[str], before: datetime) -> None:
        """Remove files that were last kept before a moment of machine time, and their smaller copies.

        What is not there is removed already; what somebody has sent again meanwhile stays.
        """
        await asyncio.to_thread(self._remove_kept, list(digests), before.timestamp())

    async def remove_unfinished(self, before: datetime) -> None:
        """Remove what was begun before a moment and never finished: its process died."""
        await asyncio.to_thread(self._remove_unfinished, before.timestamp())

    # In threads.

    def _copy(self, digest: str, into: "Vault") -> bool:
        target = into.path(digest)
        if target.exists():
            return True
        try:
            content = self.path(digest).read_bytes()
        except FileNotFoundError:
            return False
        if hashlib.sha256(content).hexdigest() != digest:
            return False
        into._write(content, target)
        return True

    def _claim(self, mark: str) -> str:
        _discard(self._begin())
        marked = self._folder / _OWNER
        with contextlib.suppress(FileExistsError), marked.open("x") as file:
            file.write(mark)
        # Empty while another process of the same service, or so it will be, has just made it.
        return marked.read_text() or mark

    def _small(self, digest: str) -> Path:
        return self.path(digest).with_suffix(_SMALLER)

    def _begin(self) -> BinaryIO:
        unfinished = self._folder / _UNFINISHED
        for folder in (self._folder, unfinished):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return open(unfinished / secrets.token_hex(16), "x+b", opener=partial(os.open, mode=0o600))

    def _finish(self, file: BinaryIO) -> Kept:
        file.seek(0)
        raw = file.read()
        content, mime = pictures.cleaned(raw, sniff(raw))
        if content is not raw:
            file.seek(0)
            file.write(content)
            file.truncate()
        digest = hashlib.sha256(content).hexdigest()
        self._put(file, self.path(digest))
        return Kept(digest, len(content), mime)

    def _write(self, content: bytes, target: Path) -> None:
        file = self._begin()
        try:
            file.write(content)
            self._put(file, target)
        finally:
            _discard(file)

    def _put(self, file: BinaryIO, target: Path) -> None:
        """Let a finished file appear at once and whole under its name, whatever happens to the machine."""
        file.flush()
        os.fsync(file.fileno())
        target.parent.mkdir(mode=0o700, exist_ok=True)
        Path(file.name).replace(target)
        _sync(target.parent)
        _sync(self._folder)

    def _shrink(self, digest: str) -> Path | None:
        content = self.path(digest).read_bytes()
        if sniff(content) not in PICTURES:
            return None
        try:
            shrunk = pictures.smaller(content)
        except pictures.Unreadable:
            return None
        self._write(shrunk, self._small(digest))
        return self._small(digest)

    def _kept_before(self, moment: float) -> list[str]:
        found = (path for path in self._folder.glob("??/*") if _DIGEST.fullmatch(f"{path.parent.name}{path.name}"))
        return [f"{path.parent.name}{path.name}" for path in found if _changed_before(path, moment)]

    def _remove_kept(self, digests: Iterable[str], moment: float) -> None:
        for digest in digests:
            if _changed_before(self.path(digest), moment):
                _remove([self._small(digest), self.path(digest)])

    def _remove_unfinished(self, moment: float) -> None:
        _remove([path for path in (self._folder / _UNFINISHED).glob("*") if _changed_before(path, moment)])


async def _pieces(content: bytes | AsyncIterable[bytes]) -> AsyncIterable[bytes]:
    if isinstance(content, bytes):
        yield content
    else:
        async for piece in content:
            yield piece


def _discard(file: BinaryIO) -> None:
    """Close a file, and remove it where it has not got its name."""
    file.close()
    Path(file.name).unlink(missing_ok=True)


def _changed_before(path: Path, moment: float) -> bool:
    """Return whether a file is older; one that another process has just removed is not."""
    try:
        return path.stat().st_mtime < moment
    except FileNotFoundError:
        return False


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
