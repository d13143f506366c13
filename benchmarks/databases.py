"""Fresh databases for Doorstep's runs, filled with the sample organisation, and a look at what they hold afterwards."""

import asyncio
import contextlib
import sqlite3
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import asyncpg

from benchmarks.county import settle
from bot.clock import machine_now
from bot.composition import open_store
from bot.provision import sample_organisation
from bot.settings import load_settings

ZONE: Final = ZoneInfo("Asia/Shanghai")


@asynccontextmanager
async def fresh(server: str, folder: Path) -> AsyncIterator[str]:
    """Give the URL of an empty database: a schema of its own on `server`, or a SQLite file where that is ""."""
    if not server:
        yield f"sqlite:///{folder / 'doorstep.db'}"
        return
    schema = f"bench_{uuid.uuid4().hex}"
    connection = await asyncpg.connect(server)
    try:
        await connection.execute(f"create schema {schema}")
        try:
            yield f"{server}{'&' if '?' in server else '?'}search_path={schema}"
        finally:
            await connection.execute(f"drop schema {schema} cascade")
    finally:
        await connection.close()


async def fill(config: Path) -> None:
    """Make the schema, the sample organisation, and a person with a chat for each of its posts."""
    store = await open_store(load_settings(config, {}))
    try:
        await settle(store, sample_organisation(), machine_now())
    finally:
        await store.close()


async def count(url: str, rows: str) -> int:
    """Return how many rows there are: a table, which may be followed by a condition."""
    query = f"select count(*) from {rows}"
    if url.startswith("sqlite:"):
        return await asyncio.to_thread(_count_sqlite, url.removeprefix("sqlite:///"), query)
    connection = await asyncpg.connect(url)
    try:
        return int(await connection.fetchval(query))
    finally:
        await connection.close()


def _count_sqlite(path: str, query: str) -> int:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(query).fetchone()[0])
