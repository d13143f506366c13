"""A copy of a whole database into an empty one of either kind, counted and checked by digests."""

import sqlite3
from collections.abc import Callable, Mapping
from typing import Final

import asyncpg

from storage import bulk
from storage.bulk import Contents
from storage.dialects import Unavailable, open_database
from storage.migrations import known, migrate

SEEDED: Final = frozenset({"id_blocks", "organisation"})
"""What a database has from its migrations alone."""

Progress = Callable[[str, int, int], None]
"""Told of a table, how many of its rows are done, and how many it has."""


class Differs(Exception):
    """A copy is not like its original; names the tables."""


class OtherSchema(Unavailable):
    """The database to copy was left by another version of the program."""


async def copy(original: str, into: str, progress: Progress) -> Mapping[str, Contents]:
    """Copy the database at the URL `original` as it stands at this moment; return what each table holds.

    The copy is read again and compared before this returns; on any failure nothing is left in it. Raises Unavailable
    where one of them cannot be used as it is (OtherSchema: it is of another version), and Differs.
    """
    await _prepare(into)
    held: dict[str, Contents] = {}
    async with bulk.source(original) as source:
        await _check_schema(source)
        async with bulk.target(into) as target:
            tables = await source.tables()
            for table in reversed(list(tables)):
                await target.clear(table)
            for table, columns in tables.items():
                total, contents = await source.count(table), Contents()
                async for rows in source.rows(table, columns):
                    await target.write(table, columns, rows)
                    contents = contents.plus(rows)
                    progress(table, contents.rows, total)
                held[table] = contents
    wrong = await differences(into, held)
    if wrong:
        raise Differs(", ".join(wrong))
    return held


async def contents(url: str) -> Mapping[str, Contents]:
    """Return what each table of a database holds at this moment. Raises Unavailable."""
    held = {}
    async with bulk.source(url) as source:
        for table, columns in (await source.tables()).items():
            found = Contents()
            async for rows in source.rows(table, columns):
                found = found.plus(rows)
            held[table] = found
    return held


async def differences(url: str, wanted: Mapping[str, Contents]) -> list[str]:
    """Return the tables of a database that do not hold what is wanted."""
    held = await contents(url)
    return sorted(name for name in held.keys() | wanted.keys() if held.get(name) != wanted.get(name))


async def _prepare(url: str) -> None:
    """Bring the schema of the target up to date. Raises Unavailable where it holds anything already."""
    database = await open_database(url)
    try:
        await migrate(database)
    finally:
        await database.close()
    held = await contents(url)
    full = [name for name, found in held.items() if found.rows and name not in SEEDED]
    if full:
        raise Unavailable(f"the database to copy into is not empty (it has {', '.join(full)}); give an empty one")


async def _check_schema(source: bulk.Source) -> None:
    try:
        found = [number async for rows in source.rows("migrations", ["number"]) for (number,) in rows]
    except (sqlite3.Error, asyncpg.PostgresError):
        raise Unavailable("the database to copy is none of Doorstep's") from None
    if found != [number for number, _ in known()]:
        raise OtherSchema(
            "the database to copy is of another version; run doorstep migrate on it first, or update the program"
        )
