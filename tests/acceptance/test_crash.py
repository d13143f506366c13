"""Killed again and again while people use it, the service loses nothing and does nothing twice.

By hand, with any number of kills: python -m tests.acceptance.crash
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acceptance.crash_run import run, run_mutant
from tests.databases import KINDS, fresh_database

KILLS = {("sqlite", 1): 50, ("postgres", 1): 20, ("postgres", 2): 30}
"""By database and number of processes over it."""
MUTANT_KILLS = 25
SEED = 2022


@pytest.mark.timeout(600)
@pytest.mark.parametrize(("kind", "workers"), KILLS)
async def test_nothing_is_lost_however_often_it_is_killed(
    kind: str, workers: int, tmp_path: Path, record_property: Callable[[str, str], None]
) -> None:
    kills = KILLS[kind, workers]
    async with fresh_database(kind, tmp_path) as url:
        course = await run(tmp_path, url, kills, SEED, workers)
    record_property("figures", course.report())
    assert course.wrong() == {}
    # Nothing wrong with nothing done would prove nothing.
    assert len(course.kills) == kills
    assert course.found.counts["cases"] > 5 * kills


@pytest.mark.parametrize("kind", KINDS)
async def test_a_service_that_confirms_before_it_stores_is_found_out(kind: str, tmp_path: Path) -> None:
    async with fresh_database(kind, tmp_path) as url:
        assert await run_mutant(tmp_path, url, MUTANT_KILLS, SEED) > 0
