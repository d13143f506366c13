"""Large databases hold what the program writes, and nothing else: so it finds nothing wrong with them."""

from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from benchmarks.county import Size
from benchmarks.large import fill
from benchmarks.seeds import Seeds
from benchmarks.stage import rules
from bot.doctor.invariants import look_at_cases, look_at_numbers, look_at_plans, look_at_traffic
from bot.settings import Settings
from storage.store import Store
from storage.verifying import Verifying
from tests.databases import KINDS, fresh_database

NOW = datetime(2026, 5, 16, 4, 0, tzinfo=UTC)
CASES = 400
SEEDS = Seeds(30, Size(towns=4, villages=20, units=2, cadres=3))


@pytest.mark.parametrize("kind", KINDS)
async def test_nothing_is_wrong_with_a_database_of_copies(kind: str, tmp_path: Path) -> None:
    async with fresh_database(kind, tmp_path) as url:
        store = await Store.open(url, await rules(Settings(), NOW), Random(1))
        await store.close()
        filled = await fill(url, tmp_path, CASES, SEEDS, NOW)
        assert len(filled.stories.all) == SEEDS.cases
        store = await Store.open(url, await rules(Settings(), NOW), Random(1))
        try:
            found = await look_at_plans(store, url) + await look_at_numbers(store)
            found += await look_at_cases(store) + await look_at_traffic(store)
            assert found == []
            verifying = Verifying(store.database)
            assert [flaw async for flaw in verifying.flaws()] == []
            assert verifying.cases == CASES
            assert verifying.lines > 3 * CASES
        finally:
            await store.close()
