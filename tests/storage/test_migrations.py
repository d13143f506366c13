"""Migrations say for which of them the service has to be stopped: the version before can live with what only adds."""

import re
from pathlib import Path

import pytest

from storage.dialects import open_database
from storage.migrations import STOP, known, migrate, pending
from tests.databases import KINDS, fresh_database
from tests.storage.raw import everything

FIRST = 34
"""The first one that may say so."""

TAKES = re.compile(r"^\s*(drop table|delete|update|alter table \w+ (drop|rename))", re.MULTILINE | re.IGNORECASE)
ADDED = re.compile(r"alter table \w+ add column ([^;]+);", re.IGNORECASE)


def test_whatever_more_than_adds_begins_with_why_the_service_is_stopped() -> None:
    files = [file.read_text(encoding="utf-8") for number, file in known() if number >= FIRST]
    assert [text.startswith(STOP) for text in files] == [TAKES.search(text) is not None for text in files]
    assert any(TAKES.search(text) for text in files)
    # The version before leaves a new column out when it inserts.
    for text in files:
        for column in ADDED.findall(text):
            assert "default" in column or "not null" not in column, column


@pytest.mark.parametrize("kind", KINDS)
async def test_it_is_told_what_is_to_be_done_before_it_is_done(kind: str, tmp_path: Path) -> None:
    async with fresh_database(kind, tmp_path) as url:
        database = await open_database(url)
        try:
            before = await pending(database)
            assert [number for number, _ in before] == [number for number, _ in known()]
            assert {(34, True), (35, False)} < set(before)
            async with database.reading() as session:
                assert await everything(session) == {}, "who only looks has changed something"
            await migrate(database)
            assert await pending(database) == []
        finally:
            await database.close()
