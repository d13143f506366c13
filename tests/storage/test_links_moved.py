"""Links of before migration 36 stood in two tables: what was given to people opens the same thing as it did."""

from pathlib import Path

import pytest

from casework.links import Link, Purpose
from storage.codec import to_micros
from tests.casework.service import MONDAY
from tests.databases import KINDS, fresh_database
from tests.storage.earlier import updated

AT = to_micros(MONDAY)
BEFORE = f"""
insert into sign_links (digest, case_id, until, representative, used_by, version) values ('a', 7, {AT}, 0, null, 1);
insert into sign_links (digest, case_id, until, representative, used_by, version) values ('b', 7, {AT}, 1, 9, 2);
insert into consent_links (digest, case_id, consent, asked_at, until, used_by, version)
  values ('c', 8, 'guardian', {AT}, {AT}, null, 1);
"""


@pytest.mark.parametrize("kind", KINDS)
async def test_a_link_of_before_is_what_it_was(kind: str, tmp_path: Path) -> None:
    async with fresh_database(kind, tmp_path) as url, updated(url, 36, BEFORE) as store, store.turn(MONDAY) as uow:
        found = await uow.get_all(Link, ["a", "b", "c"])
    assert found == [
        Link("a", 7, Purpose.SIGN, MONDAY, version=1),
        Link("b", 7, Purpose.SPEAK, MONDAY, used_by=9, version=2),
        Link("c", 8, Purpose.GUARDIAN, MONDAY, MONDAY, version=1),
    ]
