"""Rows by the million into a database that nobody else uses: without its indexes, which are made again at the end."""

import contextlib
import sqlite3
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, Final, Protocol

import asyncpg

from storage.dialects import sqlite_path

Rows = Sequence[Sequence[Any]]

_CACHE: Final = 512 * 1024  # kilobytes


class Writer(Protocol):
    """Writes rows, and runs statements."""

    async def write(self, table: str, columns: Sequence[str], rows: Rows) -> None:
        """Write rows of a table."""
        ...

    async def run(self, sql: str) -> None:
        """Run a statement."""
        ...


class _Sqlite:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    async def write(self, table: str, columns: Sequence[str], rows: Rows) -> None:
        marks = ", ".join("?" * len(columns))
        self._connection.executemany(f"insert into {table} ({', '.join(columns)}) values ({marks})", rows)

    async def run(self, sql: str) -> None:
        self._connection.execute(sql)


class _Postgres:
    def __init__(self, connection: Any) -> None:
        self._connection = connection

    async def write(self, table: str, columns: Sequence[str], rows: Rows) -> None:
        await self._connection.copy_records_to_table(table, records=rows, columns=list(columns))

    async def run(self, sql: str) -> None:
        await self._connection.execute(sql)


@asynccontextmanager
async def writing(url: str) -> AsyncIterator[Writer]:
    """Give a writer to the database at `url`; what it wrote is whole once the block ends, and worthless if it fails."""
    if url.startswith("sqlite://"):
        with _sqlite(sqlite_path(url)) as connection:
            yield _Sqlite(connection)
        return
    connection = await asyncpg.connect(url)
    try:
        await connection.execute("set synchronous_commit to off")
        await connection.execute("set maintenance_work_mem to '512MB'")
        found = await connection.fetch(
            "select indexname, indexdef from pg_indexes where schemaname = current_schema()"
            " and indexname not in (select conname from pg_constraint)"
        )
        for name, _ in found:
            await connection.execute(f"drop index {name}")
        yield _Postgres(connection)
        for _, made in found:
            await connection.execute(made)
        await connection.execute("analyze")
    finally:
        await connection.close()


@contextlib.contextmanager
def _sqlite(path: str) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in (
            "journal_mode = off",
            "synchronous = off",
            f"cache_size = -{_CACHE}",
            "locking_mode = exclusive",
        ):
            connection.execute(f"pragma {pragma}")
        found: Mapping[str, str] = dict(
            connection.execute(
                "select name, sql from sqlite_master where type = 'index' and sql is not null"
            ).fetchall()
        )
        connection.execute("begin")
        for name in found:
            connection.execute(f"drop index {name}")
        yield connection
        for made in found.values():
            connection.execute(made)
        connection.execute("commit")
