"""What stood in the public channel before migration 38 is known to stand there, so that it is corrected there, too."""

from pathlib import Path

import pytest

from casework.reception.days import Reception
from storage.codec import to_micros
from tests.casework.service import MONDAY
from tests.databases import KINDS, fresh_database
from tests.storage.earlier import updated

AT = to_micros(MONDAY)
COLUMNS = """id, area_id, area_path, host_id, place, topics, rooms, starts, minutes, begins_at, ends_at, published_by,
  published_at, places, waiting, walk_ins, state, reason, epoch, fired, version"""
VALUES = f"""1, '/1/', 2, 'hall', '', '[""]', '["2026-03-02T01:00:00+00:00"]', 20, {AT}, {AT}, 2, {AT}, '[""]', '[]',
  '[]', 'open', '', 0, '{{}}', 1"""
BEFORE = f"""
insert into receptions ({COLUMNS}) values (7, {VALUES});
insert into receptions ({COLUMNS}) values (8, {VALUES});
insert into told (thing, person_id) values ('reception:7', 0);
insert into told (thing, person_id) values ('reception:8', 2);
"""


@pytest.mark.parametrize("kind", KINDS)
async def test_a_day_that_was_posted_before_is_known_to_be(kind: str, tmp_path: Path) -> None:
    async with fresh_database(kind, tmp_path) as url, updated(url, 38, BEFORE) as store, store.turn(MONDAY) as uow:
        found = await uow.get_all(Reception, [7, 8])
    assert [day.posted for day in found] == [True, False]
