"""Databases for tests, of each kind.

`fresh_database` gives an empty one, as on a first start. Most tests want one that has the schema already. To migrate
for each of them would take longer than the tests: so SQLite's file is a copy, and PostgreSQL's schema is emptied.
"""

import asyncio
import os
import shutil
import tempfile
import uuid
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any, TypeVar

import asyncpg
import pytest

from storage.dialects import open_database
from storage.migrations import migrate

T = TypeVar("T")

KINDS = ("sqlite", "postgres")
MEMORY = Path("/dev/shm")
ROOM = 256 * 1024 * 1024
"""Bytes that have to be free in MEMORY."""

SESSION = """select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = $1 and pid <> pg_backend_pid()"""
PARENTS = """select conrelid::regclass::text, confrelid::regclass::text from pg_constraint
    where contype = 'f' and connamespace = $1::regnamespace and conrelid <> confrelid"""


@asynccontextmanager
async def fresh_database(kind: str, folder: Path) -> AsyncIterator[str]:
    """Give the URL of an empty database, and remove it afterwards. Skips where there is no PostgreSQL."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'test.db'}"
        return
    server, schema = postgres_server(), new_schema()
    connection = await asyncpg.connect(server)
    try:
        await connection.execute(f"create schema {schema}")
        yield url_of(server, schema)
        await connection.execute(f"drop schema {schema} cascade")
    finally:
        await connection.close()


def postgres_server() -> str:
    """Return the URL of the server for tests. Skips where there is none."""
    server = os.environ.get("DOORSTEP_TEST_PG")
    if not server:
        pytest.skip("no PostgreSQL: DOORSTEP_TEST_PG is not set")
    return server


def new_schema() -> str:
    """Return a name that no schema has."""
    return f"test_{uuid.uuid4().hex}"


def url_of(server: str, schema: str) -> str:
    """Return the URL of a schema on a server. Its connections bear its name, to be known by it."""
    return f"{server}{'&' if '?' in server else '?'}search_path={schema}&application_name={schema}"


async def migrated(url: str) -> None:
    """Bring an empty database to the present schema, as the program does at its start."""
    database = await open_database(url)
    try:
        await migrate(database)
    finally:
        await database.close()


class SqliteTemplate:
    """A migrated file, to be copied."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._template = folder / "template.db"
        self._count = 0

    @classmethod
    @contextmanager
    def made(cls) -> Iterator["SqliteTemplate"]:
        """Make the template, in memory where there is room: to wait for a disk shows nothing."""
        roomy = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free >= ROOM
        with tempfile.TemporaryDirectory(prefix="doorstep-test-", dir=MEMORY if roomy else None) as folder:
            template = cls(Path(folder))
            asyncio.run(migrated(f"sqlite:///{template._template}"))
            yield template

    @contextmanager
    def database(self) -> Iterator[str]:
        """Give the URL of a migrated database with nothing in it."""
        self._count += 1
        folder = self._folder / str(self._count)
        folder.mkdir()
        shutil.copyfile(self._template, folder / "test.db")
        yield f"sqlite:///{folder / 'test.db'}"
        shutil.rmtree(folder)


class PostgresSchema:
    """A migrated schema, to be emptied again and again.

    Nothing is truncated: for a few rows, to delete them is thirty times as fast.
    """

    def __init__(self, server: str) -> None:
        self._server = server
        self._name = new_schema()
        self._url = url_of(server, self._name)
        # Tests have a loop each; this one lasts, and its connection with it.
        self._loop = asyncio.new_event_loop()
        self._connection: Any = None
        self._empty = ""

    @classmethod
    @contextmanager
    def made(cls, server: str) -> Iterator["PostgresSchema"]:
        """Make the schema, and drop it afterwards."""
        schema = cls(server)
        schema._do(schema._make())
        yield schema
        schema._do(schema._drop())
        schema._loop.close()

    def database(self) -> str:
        """Return the URL of the migrated database, with nothing in it."""
        self._do(self._clear())
        return self._url

    def _do(self, work: Coroutine[Any, Any, T]) -> T:
        return self._loop.run_until_complete(work)

    async def _make(self) -> None:
        self._connection = await asyncpg.connect(self._server)
        await self._connection.execute(f"create schema {self._name}; set search_path = {self._name}")
        await migrated(self._url)
        tables = await self._connection.fetch("select tablename from pg_tables where schemaname = $1", self._name)
        children: TopologicalSorter[str] = TopologicalSorter({table: () for (table,) in tables})
        for child, parent in await self._connection.fetch(PARENTS, self._name):
            children.add(parent, child)
        empty = [f"delete from {table}" for table in children.static_order()]
        for (table,) in tables:
            # A few rows come from the migrations.
            if await self._connection.fetchval(f"select count(*) from {table}"):
                await self._connection.execute(f"create table first_{table} as table {table}")
                empty.append(f"insert into {table} table first_{table}")
        self._empty = ";".join(empty)

    async def _clear(self) -> None:
        # A process that was killed leaves a session behind, which may yet commit what it was told last.
        while await self._connection.fetch(SESSION, self._name):
            await asyncio.sleep(0.002)
        await self._connection.execute(self._empty)

    async def _drop(self) -> None:
        await self._connection.execute(f"drop schema {self._name} cascade")
        await self._connection.close()
