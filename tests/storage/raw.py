"""Looking into the database past the queries of the program: what a test needs to see that nobody else does."""

from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from typing import Any

import aiosqlite

from casework.organisation import Organisation
from casework.unit_of_work import Rules
from storage.codec import to_json
from storage.dialects import Database, Session
from storage.store import Store
from storage.tables import TABLES
from tests.databases import fresh_database

REAL_NAMES = {"groups": "unit_groups"}
CLEARED = [
    *(REAL_NAMES.get(table.name, table.name) for table in reversed(TABLES)),  # Children first.
    *(
        "told",
        "seal_heads",
        "seals",
        "followups",
        "alike",
        "policy_terms",
        "policy_parts",
        "policy_days",
        "outbox",
        "inbox",
        "answers",
        "routes",
        "units",
        "areas",
    ),
]


async def select(session: Session, sql: str) -> Sequence[Sequence[Any]]:
    """Return the rows of a statement in the common subset."""
    connection: Any = session._connection  # type: ignore[attr-defined]
    if isinstance(connection, aiosqlite.Connection):
        return list(await connection.execute_fetchall(sql))
    rows: Sequence[Sequence[Any]] = await connection.fetch(sql)
    return rows


async def every(session: Session, kinds: Iterable[type[Any]]) -> list[Any]:
    """Return all objects of some kinds, by kind and key."""
    found: list[Any] = []
    for table in TABLES:
        if table.kind in kinds:
            name, columns = REAL_NAMES.get(table.name, table.name), ", ".join(table.codec.names)
            rows = await select(session, f"select {columns} from {name} order by {table.key}")
            found += map(table.codec.decode, rows)
    return found


async def everything(session: Session) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of all tables."""
    connection: Any = session._connection  # type: ignore[attr-defined]
    sqlite = isinstance(connection, aiosqlite.Connection)
    names = await select(
        session,
        "select name from sqlite_master where type = 'table'"
        if sqlite
        else "select tablename from pg_tables where schemaname = current_schema()",
    )
    return {name: [tuple(row) for row in await select(session, f"select * from {name}")] for (name,) in names}


async def plan_of(database: Database, name: str, *, without: Sequence[str] = (), **parameters: Any) -> str:
    """Return how the database goes about a query.

    PostgreSQL takes ways `without` which it can do, such as "sort", only where it has no other.
    """
    async with database.transaction() as session:
        query: Any = session._statements[name]  # type: ignore[attr-defined]
        connection: Any = session._connection  # type: ignore[attr-defined]
        arguments = query.arguments(parameters)
        if isinstance(connection, aiosqlite.Connection):
            rows = await connection.execute_fetchall(f"explain query plan {query.sql}", arguments)
        else:
            for way in without:
                await connection.execute(f"set local enable_{way} = off")
            rows = await connection.fetch(f"explain {query.sql}", *arguments)
    return "\n".join(str(row[-1]) for row in rows)


@asynccontextmanager
async def open_store(kind: str, folder: Path, rules: Rules) -> AsyncIterator[Store]:
    """Give a store over an empty database: PostgreSQL, or SQLite in memory."""
    async with fresh_database(kind, folder) as url:
        store = await Store.open("sqlite://" if kind == "sqlite" else url, rules, Random(1))
        try:
            yield store
        finally:
            await store.close()


async def begin_afresh(store: Store, org: Organisation) -> None:
    """Empty the database, and write an organisation into it under its own ids."""
    await store.database.script(";".join(f"delete from {name}" for name in CLEARED))
    areas = [
        {name: getattr(area, name) for name in ("id", "code", "name", "name_en", "level", "parent_id", "path")}
        | {"aliases": to_json(area.aliases), "lat": area.lat, "lon": area.lon, "active": int(area.active)}
        | {"travel_minutes": area.travel_minutes, "people": area.people, "mark": area.mark}
        for area in sorted(org.areas.values(), key=lambda area: len(area.path))
    ]
    units = [
        {name: getattr(unit, name) for name in ("id", "code", "name", "name_en", "short", "area_id", "superior_id")}
        | {"path": unit_path(org, unit.id), "active": int(unit.active), "mark": unit.mark}
        for unit in sorted(org.units.values(), key=lambda unit: len(unit_path(org, unit.id)))
    ]
    routes = [
        {"category": category, "area_id": area_id, "unit_id": unit_id}
        for (category, area_id), unit_id in org.routes.items()
    ]
    async with store.database.transaction() as session:
        for name, rows in (("area_insert", areas), ("unit_insert", units), ("route_insert", routes)):
            if rows:
                await session.write(name, rows)
        await session.write("organisation_changed", [{"id": 1}, {"id": 2}])


def unit_path(org: Organisation, unit_id: int | None) -> str:
    """Return the ids from the topmost unit to this one: "/50/51/"."""
    unit = org.units.get(unit_id) if unit_id is not None else None
    return f"{unit_path(org, unit.superior_id)}{unit.id}/" if unit is not None else "/"
