"""What alarms have due is found by an index of its own, however much else is planned."""

from typing import Any

import aiosqlite
import pytest

from storage.dialects import Database, open_database

PLANNED = 3000


async def plan_of(database: Database, name: str, **parameters: Any) -> str:
    """Return how the database goes about a query."""
    async with database.transaction() as session:
        query: Any = session._statements[name]  # type: ignore[attr-defined]
        connection: Any = session._connection  # type: ignore[attr-defined]
        arguments = query.arguments(parameters)
        if isinstance(connection, aiosqlite.Connection):
            rows = await connection.execute_fetchall(f"explain query plan {query.sql}", arguments)
        else:
            rows = await connection.fetch(f"explain {query.sql}", *arguments)
    return "\n".join(str(row[-1]) for row in rows)


@pytest.mark.parametrize("name", ["followups_next", "followups_due_at_night"])
async def test_alarms_are_not_looked_for_among_all_that_is_planned(database_url: str, name: str) -> None:
    database = await open_database(database_url)
    try:
        rows = [
            {"id": n, "subject": f"case:{n}", "kind": "late", "epoch": 0, "round": 0, "due_at": n}
            for n in range(PLANNED)
        ]
        async with database.transaction() as session:
            await session.write("followups_plan", rows)
        await database.script("analyze followups")
        times = {"now": PLANNED, "most": 10} if name == "followups_due_at_night" else {}
        assert "followups_alarms" in await plan_of(database, name, **times)
    finally:
        await database.close()
