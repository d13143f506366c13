"""The measurements in their short form: they run, and what they check of themselves holds. Nothing here is timed."""

import dataclasses
import os
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from rich.console import Console

from benchmarks import alike, complaints, databases, day, digests, onsite, reads, starts, sweeps
from benchmarks.delays import percentiles
from benchmarks.figures import Figure
from benchmarks.workshop import SHORT, Workshop
from bot.composition import open_store
from bot.settings import load_settings
from casework.accusing import accusation
from casework.categories import propose

SERVER = os.environ.get("DOORSTEP_TEST_PG", "")
Measured = Callable[[Workshop], Awaitable[list[Figure]]]


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    """A place for small databases, on SQLite."""
    return Workshop(SHORT, "", Console(quiet=True), tmp_path)


@pytest.mark.parametrize(
    "measure", [sweeps.measure, reads.measure, alike.figures, onsite.figures], ids=lambda each: each.__module__
)
async def test_runs_and_finds_figures(measure: Measured, shop: Workshop) -> None:
    found = await measure(shop)
    assert found
    assert len({figure.name for figure in found}) == len(found)
    assert all(figure.value >= 0 for figure in found)


@pytest.mark.skipif(not SERVER, reason="no PostgreSQL: DOORSTEP_TEST_PG is not set")
@pytest.mark.parametrize("measure", [sweeps.measure, reads.measure], ids=lambda each: each.__module__)
async def test_runs_on_postgres(measure: Callable[[Workshop, str], Awaitable[list[Figure]]], shop: Workshop) -> None:
    assert await measure(shop, SERVER)


async def test_a_day_is_complete(shop: Workshop) -> None:
    found = {figure.name: figure.value for figure in await day.measure(shop)}
    assert found["day_updates_a_case"] > 4
    assert found["day_late"] <= day.LATE.limit
    assert 0 < found["day_open"] < SHORT.day


async def test_starts_the_program(shop: Workshop) -> None:
    found = {figure.name: figure for figure in await starts.measure(shop)}
    assert found["start_large"].against == "start_empty"
    assert found["start_empty"].against == "start_bare"
    assert found["memory_large"].value > 10


async def test_no_digest_is_lost(shop: Workshop) -> None:
    few = dataclasses.replace(shop, amounts=dataclasses.replace(SHORT, cases=200))
    figures = await digests.figures(few)
    assert [figure.unit for figure in figures] == ["s", "s"]


def test_percentiles_are_of_what_was_waited() -> None:
    assert percentiles([each / 1000 for each in range(101)]) == {50: 50.0, 99: 99.0}


async def test_every_complaint_of_the_loads_goes_straight_to_a_cadre(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text(f'[storage]\nurl = "sqlite:///{tmp_path / "doorstep.db"}"\n', encoding="utf-8")
    await databases.fill(config)
    store = await open_store(load_settings(config, {}))
    org = (await store.snapshot()).organisation
    await store.close()
    for text in complaints.texts():
        found = org.gazetteer.find(text)
        assert found.certain, text
        assert found.area is not None
        assert accusation(text, org) is None, text
        category = propose(text).category
        assert org.route(category, found.area.id).unit_id is not None, text
