"""What alarms have due is found by an index of its own, however much else is planned."""

from typing import Any

import pytest

from storage.dialects import open_database
from tests.storage.raw import plan_of

PLANNED = 3000


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
        times: dict[str, Any] = {"now": PLANNED, "most": 10} if name == "followups_due_at_night" else {}
        assert "followups_alarms" in await plan_of(database, name, **times)
    finally:
        await database.close()
