"""Links of before migration 36 stood in two tables: what was given to people opens the same thing as it did."""

from pathlib import Path
from random import Random

import pytest

from casework.links import Link, Purpose
from casework.unit_of_work import Rules
from storage import migrations
from storage.codec import to_micros
from storage.dialects import open_database
from storage.store import Store
from tests.casework.service import CALENDAR, MONDAY
from tests.databases import KINDS, fresh_database

AT = to_micros(MONDAY)
BEFORE = f"""
insert into sign_links (digest, case_id, until, representative, used_by, version) values ('a', 7, {AT}, 0, null, 1);
insert into sign_links (digest, case_id, until, representative, used_by, version) values ('b', 7, {AT}, 1, 9, 2);
insert into consent_links (digest, case_id, consent, asked_at, until, used_by, version)
  values ('c', 8, 'guardian', {AT}, {AT}, null, 1);
"""


@pytest.mark.parametrize("kind", KINDS)
async def test_a_link_of_before_is_what_it_was(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with fresh_database(kind, tmp_path) as url:
        files = migrations.known()
        with monkeypatch.context() as earlier:
            earlier.setattr(migrations, "known", lambda: [each for each in files if each[0] < 36])
            database = await open_database(url)
            await migrations.migrate(database)
            await database.script(BEFORE)
            await database.close()
        store = await Store.open(url, Rules(CALENDAR), Random(1))
        async with store.turn(MONDAY) as uow:
            found = await uow.get_all(Link, ["a", "b", "c"])
        await store.close()
    assert found == [
        Link("a", 7, Purpose.SIGN, MONDAY, version=1),
        Link("b", 7, Purpose.SPEAK, MONDAY, used_by=9, version=2),
        Link("c", 8, Purpose.GUARDIAN, MONDAY, MONDAY, version=1),
    ]
