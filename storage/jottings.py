"""Jottings: what a process has to remember of the last moment, were it killed in the next.

A commit waits for the disk, and so has to be shared by many results. A jotting does not wait: it outlives the process,
but perhaps not a cut of power. Jottings are read once, by whoever takes over, who writes to the database for good what
they say.
"""

import asyncio
import contextlib
import logging
import os
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Final, Protocol

import msgspec

log = logging.getLogger(__name__)

LARGEST: Final = 1 << 20
"""Bytes of a file from which on what was dropped is taken out of it; where nothing is left it is emptied at once."""

_LINE: Final = msgspec.json.Decoder(tuple[int, str])
_KEEP: Final = """insert into jottings (id, text) select * from unnest($1::bigint[], $2::text[])
    on conflict (id) do update set text = excluded.text"""


class Jottings(Protocol):
    """Texts by number; the last one of a number counts."""

    async def keep(self, number: int, text: str) -> None:
        """Keep a text. Where that fails it raises OSError or what the database raises."""
        ...

    async def all(self) -> Mapping[int, str]:
        """Return what is kept, also by a process that lives no more; perhaps with some of what was dropped."""
        ...

    async def drop(self, numbers: Collection[int]) -> None:
        """Forget what has been written for good."""
        ...

    def close(self) -> None:
        """Close what is open."""
        ...


class MemoryJottings:
    """For a database in memory, of which nothing outlives the process."""

    async def keep(self, number: int, text: str) -> None:
        """Keep nothing."""

    async def all(self) -> Mapping[int, str]:
        """Return nothing."""
        return {}

    async def drop(self, numbers: Collection[int]) -> None:
        """Forget nothing."""

    def close(self) -> None:
        """Close nothing."""


class FileJottings:
    """A file beside the database, a line of JSON a jotting, never waited for: some microseconds each."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: dict[int, str] = {}
        self._file: int | None = None
        self._size = 0

    async def keep(self, number: int, text: str) -> None:
        """Write a line. It is in the hands of the system when this returns."""
        self._kept[number] = text
        if self._file is None:
            self._open()
        self._append(_line(number, text))

    async def all(self) -> Mapping[int, str]:
        """Read the file; a line that was not finished says nothing."""
        with contextlib.suppress(FileNotFoundError):
            for line in self._path.read_bytes().splitlines():
                with contextlib.suppress(msgspec.MsgspecError, UnicodeDecodeError):
                    number, text = _LINE.decode(line)
                    self._kept[number] = text
        return dict(self._kept)

    async def drop(self, numbers: Collection[int]) -> None:
        """Take lines out, all at once where none is left."""
        for number in numbers:
            self._kept.pop(number, None)
        if not self._kept or self._size > LARGEST:
            self._rewrite()

    def _open(self) -> None:
        # What people are called at Telegram stands in it: for this user alone, as the database.
        self._file = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        self._size = os.fstat(self._file).st_size

    def _append(self, line: bytes) -> None:
        assert self._file is not None  # noqa: S101 - opened by whoever calls
        self._size += os.write(self._file, line)

    def _rewrite(self) -> None:
        if self._file is None:
            self._open()
        assert self._file is not None  # noqa: S101 - just opened
        if not self._kept:
            os.ftruncate(self._file, 0)
            self._size = 0
            return
        # Replaced as a whole: a half of it would be lines of long ago.
        new = self._path.with_name(f"{self._path.name}-new")
        new.write_bytes(b"".join(_line(number, text) for number, text in self._kept.items()))
        new.chmod(0o600)
        new.replace(self._path)
        os.close(self._file)
        self._open()

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def _line(number: int, text: str) -> bytes:
    # A line feed before it ends a line that another process could not finish.
    return b"\n" + msgspec.json.encode((number, text)) + b"\n"


class TableJottings:
    """A table of PostgreSQL, which any process can read; its commits wait for no disk.

    What comes while a write is under way goes with the next one.
    """

    def __init__(self, pool: Any) -> None:
        self._pool = pool
        self._waiting: dict[int, str] = {}
        self._writing = asyncio.Lock()

    async def keep(self, number: int, text: str) -> None:
        """Write a row, together with what others wait to keep."""
        self._waiting[number] = text
        async with self._writing:
            if self._waiting.get(number) != text:
                return
            taken, self._waiting = self._waiting, {}
            try:
                async with self._pool.acquire() as connection:
                    await connection.execute("set synchronous_commit to off")
                    await connection.execute(_KEEP, list(taken), list(taken.values()))
            except BaseException:
                # Whoever waits behind this one tries again.
                self._waiting = taken | self._waiting
                raise

    async def all(self) -> Mapping[int, str]:
        """Read the table."""
        async with self._pool.acquire() as connection:
            return dict(await connection.fetch("select id, text from jottings"))

    async def drop(self, numbers: Collection[int]) -> None:
        """Delete rows. The commit waits for no disk either: to read a jotting twice does no harm."""
        for number in numbers:
            self._waiting.pop(number, None)
        async with self._pool.acquire() as connection:
            await connection.execute("set synchronous_commit to off")
            await connection.execute("delete from jottings where id = any($1::bigint[])", list(numbers))

    def close(self) -> None:
        """Close nothing: the pool is the database's."""
