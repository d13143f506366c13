"""Every named query loads on both databases, and every migration runs."""

import re
from collections import Counter
from pathlib import Path

import aiosqlite
import pytest

from storage import queries
from storage.dialects import open_database
from storage.migrations import known, migrate
from storage.tables import TABLES, Table
from tests.databases import KINDS, fresh_database
from tests.storage.raw import select


@pytest.mark.parametrize("kind", KINDS)
async def test_an_empty_database_is_migrated_once(kind: str, tmp_path: Path) -> None:
    async with fresh_database(kind, tmp_path) as url:
        database = await open_database(url)
        try:
            assert await migrate(database) == [number for number, _ in known()]
            assert await migrate(database) == []
        finally:
            await database.close()


async def test_every_query_is_understood_by_the_database(database_url: str) -> None:
    database = await open_database(database_url)
    try:
        prepared = 0
        async with database.transaction() as session:
            for name, query in session._statements.items():  # type: ignore[attr-defined]
                connection = session._connection  # type: ignore[attr-defined]
                if isinstance(connection, aiosqlite.Connection):
                    await connection.execute_fetchall(f"explain {query.sql}", [None] * len(query.names))
                else:
                    await connection.prepare(query.sql)
                prepared += 1
                assert name
        assert prepared == len(queries.texts()) > 60
    finally:
        await database.close()


def test_no_two_queries_have_one_name() -> None:
    """The one that is read last would take the other's place, and nobody would hear of it."""
    files = sorted(queries.FOLDER.glob("*.sql"))
    names = [name for file in files for name in re.findall(r"^-- name: (\w+)", file.read_text("utf-8"), re.MULTILINE)]
    assert [name for name, count in Counter(names).items() if count > 1] == []


async def test_postgresql_compiles_no_queries_on_any_connection_however_often_it_is_used(tmp_path: Path) -> None:
    async with fresh_database(KINDS[-1], tmp_path) as url:
        database = await open_database(url)
        try:
            for _ in range(2):
                async with database.reading() as session:
                    assert await select(session, "select current_setting('jit')") == [("off",)]
        finally:
            await database.close()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_columns_stand_in_the_order_of_the_fields(table: Table) -> None:
    sql = queries.texts()
    columns = ", ".join(table.codec.names)
    if table.kept:
        selected = sql[f"{table.name}_by_key"].split("select", 1)[1].split("\nfrom", 1)[0]
        assert " ".join(selected.split()) == columns
        updated = sql[f"{table.name}_update"]
        for name in table.codec.names:
            assert f"{name} = :{name}" in updated
        # Each column can be set alone, with the version that its row has then.
        for name in table.codec.names:
            if name not in {table.key, "version"}:
                alone = " ".join(queries.narrowed(updated, [name]).split())
                assert f" set {name} = :{name}, version = :version + 1 where {table.key} = :{table.key} and " in alone
    inserted = sql[f"{table.name}_insert"].split("(", 1)[1].split(")", 1)[0]
    assert " ".join(inserted.split()) == columns
