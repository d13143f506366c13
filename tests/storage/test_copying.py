"""A whole database copied into an empty one of either kind, and compared."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from casework.conversations import Message
from casework.people import Person
from storage import bulk, copying
from storage.bulk import Contents
from storage.dialects import Unavailable, open_database
from storage.ids import SIZE
from storage.store import Store
from tests.databases import KINDS, fresh_database
from tests.storage.test_faults import RULES

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
WAYS = [(one, other) for one in KINDS for other in KINDS]
MANY = bulk.CHUNK + 7


@pytest.fixture(params=WAYS, ids="-".join)
async def urls(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[tuple[str, str]]:
    one, other = request.param
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    async with fresh_database(one, tmp_path / "one") as original, fresh_database(other, tmp_path / "other") as into:
        yield original, into


async def fill(url: str) -> None:
    store = await Store.open(url, RULES, Random(1))
    await store.database.script(
        "insert into areas (id, code, name, name_en, level, parent_id, path, aliases, lat, lon, active)"
        " values (90, '1', '县', 'County', 'county', null, '/90/', '[]', 27.25, 118.1, 1);"
        "insert into areas (id, code, name, name_en, level, parent_id, path, aliases, lat, lon, active)"
        " values (7, '2', '镇', 'Town', 'town', 90, '/90/7/', '[]', null, null, 1)"
    )
    async with store.turn(NOW) as uow:
        uow.put(Person(1, "王“小明”\n😀", "zh", "tg:1", NOW))
    for start in range(0, MANY, 1000):
        async with store.batch() as batch:
            for number in range(start, min(start + 1000, MANY)):
                batch.put(Message(1000 + number, "tg:1", True, NOW, f"话 {number}", case_id=None if number % 2 else 3))
            batch.join()
    await store.close()


async def test_everything_is_copied_as_it_is(urls: tuple[str, str]) -> None:
    original, into = urls
    await fill(original)
    told: list[tuple[str, int, int]] = []
    held = await copying.copy(original, into, lambda *each: told.append(each))
    assert held["messages"].rows == MANY
    assert held["areas"].rows == 2
    assert ("messages", bulk.CHUNK, MANY) in told
    assert await copying.differences(into, await copying.contents(original)) == []
    store = await Store.open(into, RULES, Random(1))
    async with store.turn(NOW) as uow:
        person = await uow.get(Person, 1)
        assert person == Person(1, "王“小明”\n😀", "zh", "tg:1", NOW)
        assert uow.new_id() > SIZE, "ids go on where they stood"
    await store.close()


async def test_a_database_that_holds_something_is_not_written_to(urls: tuple[str, str]) -> None:
    original, into = urls
    await fill(original)
    await fill(into)
    before = await copying.contents(into)
    with pytest.raises(Unavailable, match=r"not empty .*messages"):
        await copying.copy(original, into, lambda *_: None)
    assert await copying.contents(into) == before


async def test_another_schema_is_refused_and_so_is_what_is_no_database_of_ours(urls: tuple[str, str]) -> None:
    original, into = urls
    with pytest.raises(Unavailable, match=r"none of Doorstep's|no database at"):
        await copying.copy(original, into, lambda *_: None)
    await fill(original)
    database = await open_database(original)
    await database.script("delete from migrations where number = 3")
    await database.close()
    with pytest.raises(Unavailable, match="another version"):
        await copying.copy(original, into, lambda *_: None)
    assert (await copying.contents(into))["messages"].rows == 0


async def test_a_changed_row_is_seen_by_the_digest(urls: tuple[str, str]) -> None:
    original, into = urls
    await fill(original)
    held = await copying.copy(original, into, lambda *_: None)
    database = await open_database(into)
    await database.script("update messages set text = 'x' where id = 1003")
    await database.close()
    assert await copying.differences(into, held) == ["messages"]


def test_contents_do_not_depend_on_the_order_of_rows() -> None:
    one, other = ("a", 1, None), ("b", 2.5, "é")
    assert Contents().plus([one, other]) == Contents().plus([other]).plus([one])
    assert Contents().plus([one, other]) != Contents().plus([one, one])
