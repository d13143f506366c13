"""A fresh database of each kind for a test: SQLite in a file, and a schema of its own on PostgreSQL."""

import os
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import pytest

KINDS = ("sqlite", "postgres")


@asynccontextmanager
async def fresh_database(kind: str, folder: Path) -> AsyncIterator[str]:
    """Give the URL of an empty database, and remove it afterwards. Skips where there is no PostgreSQL."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'test.db'}"
        return
    server = os.environ.get("DOORSTEP_TEST_PG")
    if not server:
        pytest.skip("no PostgreSQL: DOORSTEP_TEST_PG is not set")
    schema = f"test_{uuid.uuid4().hex}"
    connection = await asyncpg.connect(server)
    try:
        await connection.execute(f"create schema {schema}")
        yield f"{server}{'&' if '?' in server else '?'}search_path={schema}"
        await connection.execute(f"drop schema {schema} cascade")
    finally:
        await connection.close()
