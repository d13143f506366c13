"""Files of an organisation in storage, and back in a file."""

import time
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import msgspec
import pytest

from bot.organisation_file import read_organisation, write_organisation
from bot.organisation_import import to_file, to_rows
from bot.provision import sample_organisation
from casework.calendar import Calendar
from casework.papers import mark_of
from casework.unit_of_work import Rules
from storage.organisation_rows import Changes, Counts
from storage.organisations import import_organisation, read_organisation_rows
from storage.store import Store

RULES = Rules(Calendar(ZoneInfo("Asia/Shanghai"), frozenset(), frozenset(), 2030))


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    store = await Store.open(database_url, RULES, Random(1))
    yield store
    await store.close()


def test_rows_say_what_the_file_says() -> None:
    sample = sample_organisation()
    assert to_file(to_rows(sample)) == sample


async def test_what_is_exported_is_imported_without_a_change(store: Store, tmp_path: Path) -> None:
    sample = sample_organisation()
    await import_organisation(store, to_rows(sample))
    exported = to_file(await read_organisation_rows(store))
    file = tmp_path / "exported.toml"
    file.write_text(write_organisation(exported), encoding="utf-8")
    assert read_organisation(file) == exported
    assert exported.areas == sample.areas
    assert exported.units == sample.units
    assert set(exported.routes) == set(sample.routes)
    assert not await import_organisation(store, to_rows(exported), retire=True)


async def test_a_mark_is_kept_changed_and_taken_away(store: Store) -> None:
    sample = sample_organisation()
    await import_organisation(store, to_rows(sample))
    unit, area = sample.units[0], sample.areas[0]
    marked = msgspec.structs.replace(
        sample,
        units=(msgspec.structs.replace(unit, mark="槐政信"), *sample.units[1:]),
        areas=(msgspec.structs.replace(area, mark="槐访"), *sample.areas[1:]),
    )
    assert await import_organisation(store, to_rows(marked)) == Changes(
        areas=Counts(changed=1), units=Counts(changed=1)
    )
    org = (await store.snapshot()).organisation
    found = org.unit_by_code(unit.code)
    assert found is not None
    assert (mark_of(org, found.id), mark_of(org, None)) == ("槐政信", "槐访")
    assert to_file(await read_organisation_rows(store)).units[0].mark == "槐政信"
    assert await import_organisation(store, to_rows(sample))
    assert to_file(await read_organisation_rows(store)).units[0].mark == ""


async def test_the_areas_of_a_whole_prefecture_are_written_in_two_seconds(store: Store, shared_data: Path) -> None:
    rows = to_rows(read_organisation(shared_data / "areas"))
    began = time.process_time()
    changes = await import_organisation(store, rows)
    took = time.process_time() - began
    assert changes == Changes(areas=Counts(added=9 + 130 + 2368))
    assert took < 2, f"{took:.2f} s"
    assert not await import_organisation(store, rows)
    org = (await store.snapshot()).organisation
    town = org.area_by_code("350902001")
    village = org.area_by_code("350902001001")
    assert town is not None
    assert village is not None
    assert [area.code for area in org.ancestors(village)] == ["350902001001", "350902001", "350902"]
    assert org.within(village.id, town.id)
