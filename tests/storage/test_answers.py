"""Answers of an organisation: imported like routes, kept in the snapshot, exported again."""

from collections.abc import AsyncIterator
from dataclasses import replace
from random import Random
from zoneinfo import ZoneInfo

import pytest

from casework.calendar import Calendar
from casework.unit_of_work import Rules
from storage.organisation_rows import AnswerRow, AreaRow, Changes, Counts, OrganisationRows
from storage.organisations import import_organisation, read_organisation_rows
from storage.store import Store

RULES = Rules(Calendar(ZoneInfo("Asia/Shanghai"), frozenset(), frozenset(), 2030))
AREAS = (AreaRow("99", "槐溪县", "county"), AreaRow("9901", "芦汀镇", "town", parent="99"))
CARD = AnswerRow(
    "身份证补办", "到派出所办。\n带户口本。", ("身份证 补办", "identity card lost"), "A new card", "Go there.", "公安局"
)
SNOW = AnswerRow("谁来扫雪", "环卫队。", ("扫雪",), category="roads", area="9901")
WHOLE = OrganisationRows(AREAS, answers=(CARD, SNOW))


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    store = await Store.open(database_url, RULES, Random(1))
    yield store
    await store.close()


async def test_they_are_written_and_found_and_given_back(store: Store) -> None:
    assert await import_organisation(store, WHOLE) == Changes(Counts(added=2), answers=Counts(added=2))
    org = (await store.snapshot()).organisation
    town = org.area_by_code("9901")
    assert town is not None
    fitting = org.answer_book.find("下雪了谁来扫雪", "zh", area=town)
    assert fitting is not None
    assert (fitting.answer.title, fitting.answer.area_id) == ("谁来扫雪", town.id)
    assert set((await read_organisation_rows(store)).answers) == {CARD, SNOW}


async def test_the_same_again_changes_nothing_and_a_running_service_reads_what_is_new(store: Store) -> None:
    await import_organisation(store, WHOLE)
    before = (await store.snapshot()).organisation
    assert not await import_organisation(store, WHOLE)
    assert (await store.snapshot()).organisation is before
    mended = replace(CARD, text="到任何一个派出所。")
    changes = await import_organisation(store, replace(WHOLE, answers=(mended,)))
    assert changes == Changes(answers=Counts(changed=1, retired=1))
    assert [each.text for each in (await store.snapshot()).organisation.answers] == [mended.text]


async def test_a_file_without_any_leaves_them_alone(store: Store) -> None:
    await import_organisation(store, WHOLE)
    assert not await import_organisation(store, OrganisationRows(AREAS))
    assert len((await store.snapshot()).organisation.answers) == 2


async def test_an_area_that_nothing_has_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="no area has the code '42'"):
        await import_organisation(store, OrganisationRows(AREAS, answers=(replace(SNOW, area="42"),)))
