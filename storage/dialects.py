"""The whole difference between the two databases: connections, lists, locks and row counts.

Everything else is one SQL text for both. SQLite has one writer connection and a few readers; PostgreSQL a pool.
"""

import asyncio
import contextlib
import logging
import re
import socket
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Concatenate, Final, ParamSpec, Protocol, TypeVar, cast

import aiosqlite
import asyncpg
import msgspec

from casework.replacing import replace
from storage import queries
from storage.jottings import FileJottings, Jottings, MemoryJottings, TableJottings
from storage.multirow import Statement
from storage.queries import Query

P = ParamSpec("P")
T = TypeVar("T")
Parameters = Mapping[str, Any]
RowTuple = Sequence[Any]

_LOCK = re.compile(r"\s+for update( skip locked)?\s*$")
_LIST = re.compile(r"= any\(:(\w+)\)")
_CLAIM = re.compile(r"\bclaimed\(([^()]+)\)")
"""A condition of a query: this transaction has claimed a name (a column or a text), which until its end no other can.

It never waits. In SQLite one process writes, a transaction at a time, and everything is its own.
"""
_BELL = "'doorstep_' || current_schema()"
"""The name under which the processes of one service ring each other, in SQL."""
_OUTAGES = {"08", "53", "57", "58"}  # connection lost, out of room or memory, shut down by hand, system error
_NO_TABLE = "SQLSTATE 42P01"
_PRAGMAS = (
    "busy_timeout = 10000",
    "journal_mode = wal",
    "synchronous = full",
    "foreign_keys = on",
    "wal_autocheckpoint = 8000",  # pages, 32 MB: a page that is written again and again is carried over once
)
_WRITERS_PAGES = 16_384
_READERS_PAGES = 8192
"""Kilobytes of pages that a connection keeps: the system keeps the others, and a service is to fit into 150 MB."""
_SERVER_SETTINGS = {"jit": "off"}
"""To compile a query takes PostgreSQL seconds, where ours take milliseconds: it guesses their cost far too high."""
_ROWS_FETCHED = 64  # aiosqlite's own default, for cursors that nobody uses here
_COMMENT = re.compile(r"^\s*--.*$", re.MULTILINE)


class Database(Protocol):
    """One database with the service's schema: named queries in transactions. `shared`: several processes may write.

    `jottings` are kept without waiting for the disk.
    """

    shared: bool
    jottings: Jottings

    def transaction(self) -> AbstractAsyncContextManager["Session"]:
        """Open a transaction: committed at the end of the block, rolled back on any exception, also cancellation."""
        ...

    def reading(self) -> AbstractAsyncContextManager["Session"]:
        """Open a session that only reads, beside a running transaction."""
        ...

    async def take_ids(self, size: int) -> int:
        """Take a block of ids in a transaction of its own; return the end of it, one above the last."""
        ...

    async def ring(self, news: str) -> None:
        """Tell the other processes over this database that there is something new, in one word or a few."""
        ...

    def listening(self, heard: Callable[[str], None]) -> AbstractAsyncContextManager[asyncio.Event]:
        """Hear what is rung, within the block; the event that it gives is set where nothing is heard any more."""
        ...

    async def script(self, sql: str) -> None:
        """Run a migration's statements in the common subset, in one transaction. Raises Conflict where another
        program was there first.
        """
        ...

    async def damage(self) -> str:
        """Return what is broken in the file, in the database's own words; "" where nothing is found.

        Only SQLite can tell: PostgreSQL looks after its files by itself.
        """
        ...

    async def close(self) -> None:
        """Close all connections."""
        ...


@dataclass(frozen=True, slots=True)
class Write:
    """A query to run once for each of `parameters`. `exact`: it has to change as many rows.

    An update may be for some `columns` alone: what others hold is not written again.
    """

    name: str
    parameters: Sequence[Parameters]
    exact: bool = False
    columns: tuple[str, ...] = ()


class Statements(dict[str, Query]):
    """All queries for one database, by name."""

    def __init__(self, adapt: Callable[[str, str], Query]) -> None:
        super().__init__({name: adapt(name, sql) for name, sql in queries.texts().items()})
        self._adapt = adapt
        self._narrowed: dict[tuple[str, tuple[str, ...]], Query] = {}

    def of(self, write: Write) -> Query:
        """Return the query of a write, for its columns alone where it names some."""
        if not write.columns:
            return self[write.name]
        key = write.name, write.columns
        if key not in self._narrowed:
            self._narrowed[key] = self._adapt(write.name, queries.narrowed(queries.texts()[write.name], write.columns))
        return self._narrowed[key]


class Session(Protocol):
    """A connection within a transaction."""

    async def rows(self, name: str, **parameters: Any) -> Sequence[RowTuple]:
        """Return the rows of the query `name`; lists are passed as lists."""
        ...

    async def write(self, name: str, parameters: Sequence[Parameters]) -> int:
        """Run the query `name` once for each of `parameters`; return how many rows it changed in all."""
        ...

    async def write_all(self, writes: Sequence[Write]) -> None:
        """Run several queries, in order. Raises Conflict where one that has to be exact changed fewer rows."""
        ...


class Unavailable(Exception):
    """The database cannot be opened, or is not what this program can work with; says what to do."""


class Conflict(Exception):
    """The database refused a statement: another one came before (unique index, deadlock), or it cannot hold a value.

    Says no values. An outage is no conflict: it is waited out, and no message is blamed for it.
    """


def is_outage(error: BaseException) -> bool:
    """Tell whether the database is at fault, and not what was asked of it: nothing of its transaction can be trusted
    any more, for SQLite may have given up a part of it. A statement that it cannot run leaves all others as they are.
    """
    if isinstance(error, sqlite3.OperationalError):
        return getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_ERROR
    at_fault = isinstance(error, OSError | asyncpg.PostgresError | asyncpg.InterfaceError | sqlite3.DatabaseError)
    return at_fault and not isinstance(error, sqlite3.ProgrammingError | ValueError)


def ends_batch(error: BaseException) -> bool:
    """Tell whether an error is the whole batch's, and no defect of the turn in which it came up."""
    return isinstance(error, Conflict) or is_outage(error)


def is_no_table(error: BaseException) -> bool:
    """Tell whether a query has failed since there is no table of its name."""
    if isinstance(error, sqlite3.OperationalError):
        return str(error).startswith("no such table")
    return isinstance(error, Conflict) and _NO_TABLE in str(error)


class SqliteSession:
    """A SQLite connection within a transaction."""

    def __init__(self, connection: "SqliteConnection", statements: Statements) -> None:
        self._connection = connection
        self._statements = statements

    async def rows(self, name: str, **parameters: Any) -> Sequence[RowTuple]:
        """Return the rows of a query."""
        query = self._statements[name]
        return list(await self._connection.execute_fetchall(query.sql, query.arguments(parameters)))

    async def write(self, name: str, parameters: Sequence[Parameters]) -> int:
        """Run a query for each of `parameters`."""
        return await self._connection.run(self._write, Write(name, parameters))

    async def write_all(self, writes: Sequence[Write]) -> None:
        """Run several queries in one visit to the connection's thread."""
        if writes:
            await self._connection.run(self._write_all, writes)

    def _write_all(self, connection: sqlite3.Connection, writes: Sequence[Write]) -> None:
        for each in writes:
            _check(each, self._write(connection, each))

    def _write(self, connection: sqlite3.Connection, write: Write) -> int:
        query = self._statements.of(write)
        try:
            return _statement(query.sql).run(connection, [query.arguments(each) for each in write.parameters])
        except sqlite3.IntegrityError as error:
            raise Conflict(f"{write.name}: {error.sqlite_errorname}") from None
        except (UnicodeError, OverflowError) as error:
            raise Conflict(f"{write.name}: {type(error).__name__}") from None


class SqliteConnection(aiosqlite.Connection):
    """A connection whose thread also runs whole functions of ours, each in one visit."""

    async def run(self, work: Callable[Concatenate[sqlite3.Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `work` with the connection, in its thread."""
        result: T = await self._execute(work, self._conn, *args, **kwargs)  # type: ignore[no-untyped-call]
        return result


class Sqlite:
    """SQLite, the embedded default: WAL, synchronous=FULL, one writer, one reader beside it."""

    shared = False

    def __init__(self, writer: SqliteConnection, reader: SqliteConnection, jottings: Jottings) -> None:
        self.jottings = jottings
        self._writer = writer
        self._reader = reader
        self._writing = asyncio.Lock()
        self._statements = _adapted(sqlite_query)

    @classmethod
    async def open(cls, path: str) -> "Sqlite":
        """Open the file at `path` (":memory:" for none), made with its folder where it is missing.

        Raises Unavailable where it is no database, or the library is too old.
        """
        if sqlite3.sqlite_version_info < (3, 38):
            raise Unavailable(f"SQLite 3.38 or newer is needed; this Python has {sqlite3.sqlite_version}")
        memory = path == ":memory:"
        uri = "file:doorstep?mode=memory" if memory else path
        if not memory:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        # At DEBUG it tells every parameter, and so what people wrote.
        logging.getLogger("aiosqlite").setLevel(logging.WARNING)
        opened: list[SqliteConnection] = []
        try:
            # First by hand: an aiosqlite connection that cannot be opened leaves a thread that outlives its loop.
            await asyncio.to_thread(_probe, uri)
            for pages in (_WRITERS_PAGES,) if memory else (_WRITERS_PAGES, _READERS_PAGES):
                connection = SqliteConnection(partial(_connect, uri, memory=memory), _ROWS_FETCHED)
                await connection
                opened.append(connection)
                await _pragmas(connection, pages, memory=memory)
        except BaseException as error:
            # Their threads would keep the program from ending.
            for connection in opened:
                await connection.close()
            if isinstance(error, sqlite3.Error):
                raise Unavailable(f"{path} cannot be used as a database: {error}") from None
            raise
        jottings = MemoryJottings() if memory else FileJottings(Path(f"{path}-jottings"))
        return cls(opened[0], opened[-1], jottings)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[SqliteSession]:
        """Hold the writer for one transaction."""
        async with self._writing:
            try:
                # Within the block: a begin that is cancelled takes place all the same, in the connection's thread.
                await self._writer.execute("begin immediate")
                yield SqliteSession(self._writer, self._statements)
                await self._writer.commit()
            except BaseException:
                await asyncio.shield(self._writer.rollback())
                raise

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[SqliteSession]:
        """Read on the second connection; in memory there is one only, so reading waits for the writer."""
        if self._reader is self._writer:
            async with self._writing:
                yield SqliteSession(self._writer, self._statements)
        else:
            yield SqliteSession(self._reader, self._statements)

    async def take_ids(self, size: int) -> int:
        """Take a block of ids."""
        async with self.transaction() as session:
            ((end,),) = await session.rows("ids_take", size=size)
        return int(end)

    async def ring(self, news: str) -> None:
        """Tell nobody: there is no other process."""

    @asynccontextmanager
    async def listening(self, heard: Callable[[str], None]) -> AsyncIterator[asyncio.Event]:
        """Hear nothing."""
        yield asyncio.Event()

    async def script(self, sql: str) -> None:
        """Run statements one by one within a transaction (executescript would commit before it)."""
        async with self._writing:
            try:
                await self._writer.execute("begin immediate")
                for statement in split_statements(sql):
                    # An integer primary key is SQLite's own row id: half the size, and the fastest way to a row.
                    await self._writer.execute(statement.replace("bigint primary key", "integer primary key"))
                await self._writer.commit()
            except sqlite3.IntegrityError as error:
                await asyncio.shield(self._writer.rollback())
                raise Conflict(f"script: {error.sqlite_errorname}") from None
            except BaseException:
                await asyncio.shield(self._writer.rollback())
                raise

    async def damage(self) -> str:
        """Read the whole file; return the first thing that is broken."""
        try:
            ((found,),) = await self._reader.execute_fetchall("pragma quick_check(1)")
        except sqlite3.DatabaseError as error:
            return str(error)
        return "" if found == "ok" else " ".join(str(found).split())

    async def close(self) -> None:
        """Close both connections, once what is being written is written."""
        async with self._writing:
            await self._writer.close()
            if self._reader is not self._writer:
                await self._reader.close()
            self.jottings.close()


def sqlite_query(name: str, sql: str) -> Query:
    """Return a query with bare marks, as the sqlite3 module takes sequences; lists are passed for json_each."""
    listed = _LIST.sub(r"in (select value from json_each(:\1))", sql)
    query = queries.positional(name, _CLAIM.sub("1 = 1", _LOCK.sub("", listed)), lambda _: "?", repeat=True)
    if listed == sql:
        return query
    return replace(query, arguments=lambda parameters: tuple(map(_listed, query.arguments(parameters))))


def _probe(uri: str) -> None:
    """Raise sqlite3.Error where there can be no database at `uri`."""
    with contextlib.closing(sqlite3.connect(uri, uri=uri.startswith("file:"))) as connection:
        connection.execute("pragma schema_version")


def _connect(uri: str, *, memory: bool) -> sqlite3.Connection:
    return sqlite3.connect(uri, isolation_level=None, uri=memory, cached_statements=512)


async def _pragmas(connection: aiosqlite.Connection, pages: int, *, memory: bool) -> None:
    for pragma in (*_PRAGMAS, f"cache_size = -{pages}"):
        await connection.execute_fetchall(f"pragma {pragma}")
    (level,) = next(iter(await connection.execute_fetchall("pragma synchronous")))
    (mode,) = next(iter(await connection.execute_fetchall("pragma journal_mode")))
    if level != 2 or (mode != "wal" and not memory):
        raise Unavailable("SQLite does not keep synchronous=FULL with a write-ahead log here; nothing would be safe")


@lru_cache(maxsize=512)
def _statement(sql: str) -> Statement:
    return Statement(sql)


def _listed(value: Any) -> Any:
    """Return a list as JSON, for json_each."""
    return msgspec.json.encode(value).decode() if isinstance(value, list | tuple) else value


def split_statements(sql: str) -> Iterable[str]:
    """Return the statements of a migration; they hold no semicolon but their own."""
    return (statement.strip() for statement in _COMMENT.sub("", sql).split(";") if statement.strip())


class PostgresSession:
    """A PostgreSQL connection within a transaction."""

    def __init__(self, connection: Any, statements: Statements) -> None:
        self._connection = connection
        self._statements = statements

    async def rows(self, name: str, **parameters: Any) -> Sequence[RowTuple]:
        """Return the rows of a query; a list is passed as an array."""
        query = self._statements[name]
        try:
            found: Sequence[RowTuple] = await self._connection.fetch(query.sql, *query.arguments(parameters))
        except asyncpg.PostgresError as error:
            raise _conflict(name, error) from None
        return found

    async def write(self, name: str, parameters: Sequence[Parameters]) -> int:
        """Run a query for each of `parameters`."""
        return await self._write(Write(name, parameters))

    async def write_all(self, writes: Sequence[Write]) -> None:
        """Run several queries one after another."""
        for each in writes:
            _check(each, await self._write(each))

    async def _write(self, write: Write) -> int:
        """Run one query. executemany gives no counts, so each row says that it was changed."""
        query = self._statements.of(write)
        try:
            changed = await self._connection.fetchmany(
                query.sql + " returning 1", [query.arguments(each) for each in write.parameters]
            )
        except asyncpg.PostgresError as error:
            raise _conflict(write.name, error) from None
        return len(changed)


def postgres_query(name: str, sql: str) -> Query:
    """Return a query with numbered marks; a name is claimed by a lock that ends with the transaction."""
    # Within one server the schemas are services of their own.
    lock = r"pg_try_advisory_xact_lock(hashtextextended(current_schema() || \1, 0))"
    return queries.positional(name, _CLAIM.sub(lock, sql), lambda n: f"${n}", repeat=False)


class Postgres:
    """PostgreSQL through a pool; serves several processes."""

    shared = True

    def __init__(self, pool: Any) -> None:
        self.jottings: Jottings = TableJottings(pool)
        self._pool = pool
        self._statements = _adapted(postgres_query)

    @classmethod
    async def open(cls, url: str) -> "Postgres":
        """Open a pool on `url`. Raises Unavailable where the server cannot be reached."""
        with reaching():
            pool = await asyncpg.create_pool(
                url, min_size=1, max_size=8, statement_cache_size=512, server_settings=_SERVER_SETTINGS
            )
        return cls(pool)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[PostgresSession]:
        """Take a connection for one transaction; asyncpg rolls back on any exception."""
        async with self._pool.acquire() as connection, connection.transaction():
            yield PostgresSession(connection, self._statements)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[PostgresSession]:
        """Take a connection for reading."""
        async with self._pool.acquire() as connection:
            yield PostgresSession(connection, self._statements)

    async def take_ids(self, size: int) -> int:
        """Take a block of ids.

        The commit waits for no disk: what is written with these ids is written after it, to the same log.
        """
        async with self._pool.acquire() as connection, connection.transaction():
            await connection.execute("set local synchronous_commit to off")
            ((end,),) = await PostgresSession(connection, self._statements).rows("ids_take", size=size)
        return int(end)

    async def ring(self, news: str) -> None:
        """Tell the processes of this service, this one too."""
        async with self._pool.acquire() as connection:
            await connection.execute(f"select pg_notify({_BELL}, $1)", news)

    @asynccontextmanager
    async def listening(self, heard: Callable[[str], None]) -> AsyncIterator[asyncio.Event]:
        """Hear what is rung, over a connection of its own; nothing more where that one ends."""
        lost = asyncio.Event()

        def hear(*told: Any) -> None:
            heard(told[-1])

        def lose(_: Any) -> None:
            lost.set()

        async with self._pool.acquire() as connection:
            bell = await connection.fetchval(f"select {_BELL}")
            connection.add_termination_listener(lose)
            await connection.add_listener(bell, hear)
            try:
                yield lost
            finally:
                connection.remove_termination_listener(lose)
                if not connection.is_closed():
                    await connection.remove_listener(bell, hear)

    async def script(self, sql: str) -> None:
        """Run statements within a transaction."""
        try:
            async with self._pool.acquire() as connection, connection.transaction():
                await connection.execute(sql)
        except (asyncpg.UniqueViolationError, asyncpg.DuplicateObjectError, asyncpg.DuplicateTableError) as error:
            # "if not exists" alone does not keep two programs from creating the same table at once.
            raise _conflict("script", error) from None

    async def damage(self) -> str:
        """Find nothing."""
        return ""

    async def close(self) -> None:
        """Close the pool."""
        await self._pool.close()


_WHY_UNREACHABLE: Final[tuple[tuple[type[Exception], str], ...]] = (
    (asyncpg.InvalidAuthorizationSpecificationError, "the server does not take this user or password"),
    (asyncpg.InvalidCatalogNameError, "the server has no database of this name"),
    (socket.gaierror, "there is no server of this name"),
    (ConnectionRefusedError, "no server answers at this address and port"),
    (TimeoutError, "the server does not answer in time"),
)
"""What an administrator can do something about; its own words name addresses."""


@contextlib.contextmanager
def reaching() -> Iterator[None]:
    """Connect to PostgreSQL within the block. Raises Unavailable where that fails, which names no address."""
    try:
        yield
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, ValueError) as error:
        why = next((why for kind, why in _WHY_UNREACHABLE if isinstance(error, kind)), type(error).__name__)
        raise Unavailable(f"PostgreSQL cannot be reached: {why}") from None


@lru_cache(maxsize=2)
def _adapted(adapt: Callable[[str, str], Query]) -> Statements:
    """Return all queries for one database."""
    return Statements(adapt)


def _check(write: Write, changed: int) -> None:
    if write.exact and changed != len(write.parameters):
        raise Conflict(f"{write.name}: changed by somebody else")


def _conflict(name: str, error: Any) -> Exception:
    """Return what to raise: PostgreSQL's texts hold values, so only SQLSTATE and constraint are kept.

    Where the server is at fault and not the statement, the error itself, which speaks of the server only.
    """
    if error.sqlstate[:2] in _OUTAGES:
        return cast(Exception, error)
    constraint = getattr(error, "constraint_name", None) or ""
    return Conflict(f"{name}: SQLSTATE {error.sqlstate} {constraint}".rstrip())


def sqlite_path(url: str) -> str:
    """Return the path of `sqlite:///PATH`; "" for a database in memory."""
    return url.removeprefix("sqlite://").removeprefix("/")


async def open_database(url: str) -> Database:
    """Open `sqlite:///PATH` (`sqlite://` for memory) or `postgresql://...`. Raises Unavailable."""
    if url.startswith("sqlite://"):
        return await Sqlite.open(sqlite_path(url) or ":memory:")
    if url.startswith(("postgresql://", "postgres://")):
        return await Postgres.open(url)
    raise Unavailable(f"unknown database: {url.split(':', 1)[0]}")
