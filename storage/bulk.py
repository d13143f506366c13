"""Whole tables, read at one moment and written in one transaction: for copies and backups, not for daily work."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Protocol

import aiosqlite
import asyncpg
import msgspec

from storage.dialects import Unavailable, reaching, sqlite_path

CHUNK: Final = 5000
"""Rows that are in memory at a time."""

LEFT_OUT: Final = frozenset({"migrations", "leases"})
"""The schema's own, and what processes that run hold."""

_FIRST: Final = ("areas", "units")
_MODULUS: Final = 2**128

Columns = Sequence[str]
Rows = Sequence[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Contents:
    """What a table holds: how many rows, and a digest of them that does not depend on their order."""

    rows: int = 0
    digest: int = 0

    def plus(self, rows: Rows) -> "Contents":
        """Return the contents with more rows."""
        digest = sum(map(_digest, rows), self.digest) % _MODULUS
        return Contents(self.rows + len(rows), digest)


class Source(Protocol):
    """A database as it stood at one moment."""

    async def tables(self) -> Mapping[str, Columns]:
        """Return the tables with their columns, those first to which others refer."""
        ...

    def rows(self, table: str, columns: Columns) -> AsyncIterator[Rows]:
        """Yield all rows of a table, a chunk at a time; of areas and units those first that lie above others."""
        ...

    async def count(self, table: str) -> int:
        """Return how many rows a table has."""
        ...


class Target(Protocol):
    """A database that is written whole or not at all."""

    async def clear(self, table: str) -> None:
        """Remove what a table holds, such as what the migrations put there."""
        ...

    async def write(self, table: str, columns: Columns, rows: Rows) -> None:
        """Write rows."""
        ...


def _digest(row: Iterable[Any]) -> int:
    encoded = msgspec.json.encode(tuple(row))
    return int.from_bytes(hashlib.blake2b(encoded, digest_size=16).digest())


def _in_order(found: Mapping[str, Columns]) -> dict[str, Columns]:
    names = [name for name in found if name not in LEFT_OUT]
    names.sort(key=lambda name: (_FIRST.index(name) if name in _FIRST else len(_FIRST), name))
    return {name: found[name] for name in names}


def _select(table: str, columns: Columns) -> str:
    order = "length(path), id" if table in _FIRST else columns[0]
    return f"select {', '.join(columns)} from {table} order by {order}"  # noqa: S608 - names of our own schema


class _SqliteSource:
    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def tables(self) -> Mapping[str, Columns]:
        names = await self._connection.execute_fetchall(
            "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
        )
        found = {}
        for (name,) in names:
            described = await self._connection.execute_fetchall("select name from pragma_table_info(?)", (name,))
            found[name] = [column for (column,) in described]
        return _in_order(found)

    async def rows(self, table: str, columns: Columns) -> AsyncIterator[Rows]:
        async with self._connection.execute(_select(table, columns)) as cursor:
            while chunk := list(await cursor.fetchmany(CHUNK)):
                yield [tuple(row) for row in chunk]

    async def count(self, table: str) -> int:
        ((count,),) = await self._connection.execute_fetchall(f"select count(*) from {table}")  # noqa: S608
        return int(count)


class _PostgresSource:
    def __init__(self, connection: Any) -> None:
        self._connection = connection

    async def tables(self) -> Mapping[str, Columns]:
        found: dict[str, list[str]] = {}
        for table, column in await self._connection.fetch(
            "select c.table_name, c.column_name from information_schema.columns c"
            " join information_schema.tables t using (table_schema, table_name)"
            " where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' order by c.ordinal_position"
        ):
            found.setdefault(table, []).append(column)
        return _in_order(found)

    async def rows(self, table: str, columns: Columns) -> AsyncIterator[Rows]:
        cursor = await self._connection.cursor(_select(table, columns))
        while chunk := await cursor.fetch(CHUNK):
            yield [tuple(row) for row in chunk]

    async def count(self, table: str) -> int:
        return int(await self._connection.fetchval(f"select count(*) from {table}"))  # noqa: S608


class _SqliteTarget:
    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def clear(self, table: str) -> None:
        await self._connection.execute_fetchall(f"delete from {table}")  # noqa: S608

    async def write(self, table: str, columns: Columns, rows: Rows) -> None:
        marks = ", ".join("?" * len(columns))
        await self._connection.executemany(
            f"insert into {table} ({', '.join(columns)}) values ({marks})",  # noqa: S608
            rows,
        )


class _PostgresTarget:
    def __init__(self, connection: Any) -> None:
        self._connection = connection

    async def clear(self, table: str) -> None:
        await self._connection.execute(f"delete from {table}")  # noqa: S608

    async def write(self, table: str, columns: Columns, rows: Rows) -> None:
        await self._connection.copy_records_to_table(table, records=rows, columns=list(columns))


def _file(url: str) -> str:
    """Return the path of a `sqlite:///PATH`. Raises Unavailable for a database in memory."""
    path = sqlite_path(url)
    if not path:
        raise Unavailable("not the URL of a SQLite file: sqlite:///PATH")
    return path


@asynccontextmanager
async def source(url: str) -> AsyncIterator[Source]:
    """Give a database as it stands now, whatever is written to it meanwhile. Raises Unavailable."""
    if url.startswith("sqlite://"):
        path = _file(url)
        if not await asyncio.to_thread(Path(path).is_file):
            raise Unavailable(f"there is no database at {path}")
        async with aiosqlite.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None) as connection:
            await connection.execute("begin")
            yield _SqliteSource(connection)
        return
    async with _postgres(url) as connection, connection.transaction(isolation="repeatable_read", readonly=True):
        yield _PostgresSource(connection)


async def moment(url: str) -> datetime | None:
    """Return the time of the machine that holds a database; None for SQLite, which has no other than ours."""
    if url.startswith("sqlite://"):
        return None
    async with _postgres(url) as connection:
        found: datetime = await connection.fetchval("select clock_timestamp()")
        return found


@asynccontextmanager
async def target(url: str) -> AsyncIterator[Target]:
    """Give a database to write to in one transaction, committed at the end of the block. Raises Unavailable."""
    if url.startswith("sqlite://"):
        async with aiosqlite.connect(_file(url), isolation_level=None) as connection:
            await connection.execute("pragma synchronous = full")
            await connection.execute("begin immediate")
            try:
                yield _SqliteTarget(connection)
            except BaseException:
                await connection.rollback()
                raise
            await connection.commit()
        return
    async with _postgres(url) as connection, connection.transaction():
        yield _PostgresTarget(connection)


@asynccontextmanager
async def _postgres(url: str) -> AsyncIterator[Any]:
    if not url.startswith(("postgresql://", "postgres://")):
        raise Unavailable("a database is named by sqlite:/// and a file, or by postgresql:// and a server")
    with reaching():
        connection = await asyncpg.connect(url)
    try:
        yield connection
    finally:
        await connection.close()
