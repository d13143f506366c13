"""What heads and leaders are shown is read in the order of an index, however much is open or late."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from casework.petitions import Case, State
from storage.codec import to_micros
from storage.dialects import Database, Sqlite, open_database
from storage.tables import TABLE_OF
from tests.casework.service import MONDAY
from tests.storage.raw import plan_of

CASES, UNITS = 4000, 40
NOW = to_micros(MONDAY)
SMALL = ("seqscan", "bitmapscan")
"""Ways that pay for a table as small as this one, or one that the server has not gone over yet."""


def a_case(number: int) -> Case:
    """One of four is open, one of ten of these late."""
    return Case(
        id=number,
        petition_id=number,
        number=f"250303-{number:07}",
        suffix=1,
        resident_id=1,
        category="roads",
        area_id=1,
        area_path="/1/",
        place="",
        summary="A hole in the road",
        filed_at=MONDAY,
        limit_at=MONDAY + timedelta(days=number % 40 - 4),
        epoch_at=MONDAY,
        state=State.WORKING if number % 4 == 0 else State.CLOSED,
        unit_id=number % UNITS,
    )


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A database with some thousand cases. A server has gone over them, as it does by itself before long."""
    database = await open_database(database_url)
    try:
        async with database.transaction() as session:
            codec = TABLE_OF[Case].codec
            await session.write("cases_insert", [codec.encode(a_case(number)) for number in range(CASES)])
        if not isinstance(database, Sqlite):
            server = await asyncpg.connect(database_url)
            await server.execute("vacuum analyze cases")
            await server.close()
        yield database
    finally:
        await database.close()


async def test_of_what_is_late_over_a_county_no_row_is_read(database: Database) -> None:
    plan = await plan_of(database, "morning_areas_due", without=SMALL, paths=["/1/"], end=NOW)
    covering = "COVERING INDEX cases_open" if isinstance(database, Sqlite) else "Index Only Scan using cases_open"
    assert covering in plan


@pytest.mark.parametrize("name", ["morning_areas", "morning_intake"])
async def test_what_is_undecided_is_not_looked_for_among_all_that_is_open(database: Database, name: str) -> None:
    assert "cases_undecided" in await plan_of(database, name, paths=["/1/"], since=NOW, end=NOW)


@pytest.mark.parametrize(
    ("name", "index", "whose"),
    [("visible_of_unit", "cases_unit", {"unit": 4}), ("visible_late", "cases_open", {"now": NOW})],
)
async def test_a_list_ends_with_as_many_as_are_shown(
    database: Database, name: str, index: str, whose: dict[str, Any]
) -> None:
    plan = await plan_of(database, name, without=(*SMALL, "sort"), person=5, most=21, **whose)
    assert index in plan
    assert "ORDER BY" not in plan
    assert "Sort" not in plan


async def test_late_cases_of_units_are_not_looked_for_among_all(database: Database) -> None:
    plan = await plan_of(database, "visible_late_of_units", person=5, now=NOW, most=21)
    assert "cases_unit" in plan
    assert "cases_open" not in plan
