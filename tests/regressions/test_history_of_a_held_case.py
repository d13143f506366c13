"""The history of a case that went to no unit could not be shown to the intake office."""

from collections.abc import AsyncIterator

import pytest

from casework.people import Role
from tests.handlers.dialogue import COUNTY, Town
from tests.handlers.test_no_way_round_the_shield import BRIBED, SEND


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    town = await Town.open(database_url)
    yield town
    await town.close()


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_the_office_reads_how_it_came_to_it(town: Town, language: str) -> None:
    office = await town.official(Role.DISPATCHER, language, area=COUNTY)
    ann = town.resident(language)
    await ann.says(BRIBED[language])
    await ann.taps(SEND[language])
    (case,) = await ann.cases()
    assert case.unit_id is None
    await office.says(f"/case {case.number}")
    await office.taps({"en": "History", "zh": "经过"}[language])
    assert office.hears({"en": "offered at the intake office", "zh": "派到受理办公室"}[language])
