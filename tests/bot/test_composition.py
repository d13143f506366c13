"""The parts of a service put together from its settings: the folder of its files, and its calendar."""

from collections.abc import AsyncIterator
from dataclasses import astuple
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import composition
from bot.calendars import PublicDays, public_days, source_of
from bot.composition import PUBLIC_DAYS, calendar_of, open_migrated, open_store, open_vault
from bot.desk import Desk
from bot.secret import Secret
from bot.settings import Service, Settings, Storage
from storage.codec import to_json
from storage.dialects import Unavailable
from tests.bot.plain import open_desk


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    desk = await open_desk(f"sqlite:///{tmp_path / 'one.db'}", datetime.now(UTC))
    yield desk
    await desk.store.close()


async def test_a_folder_serves_one_database(desk: Desk, tmp_path: Path) -> None:
    settings = Settings(storage=Storage(files=str(tmp_path / "data" / "files")))
    kept = await (await open_vault(settings, desk.store)).keep(b"a")
    assert (await open_vault(settings, desk.store)).path(kept.digest).exists()
    other = await open_desk(f"sqlite:///{tmp_path / 'two.db'}", datetime.now(UTC))
    try:
        with pytest.raises(Unavailable, match="belongs to another database"):
            await open_vault(settings, other.store)
    finally:
        await other.store.close()


async def test_a_folder_that_cannot_be_used_is_said_at_the_start(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Unavailable, match="cannot be used: Not a directory"):
        await open_vault(Settings(storage=Storage(files=str(tmp_path / "file" / "files"))), desk.store)


async def test_public_days_are_looked_up_once_for_the_same_years_and_country(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    china = Settings(storage=Storage(url=Secret(database_url)))
    germany = Settings(storage=china.storage, service=Service(country="DE"))
    now, later = datetime(2026, 11, 26, tzinfo=UTC), datetime(2027, 1, 2, tzinfo=UTC)
    starts = [(china, now), (china, now), (china, later), (germany, later), (germany, later)]
    calendars = [await calendar_of(settings, moment) for settings, moment in starts]
    looked_up: list[tuple[range, str]] = []

    def counted(years: range, country: str) -> PublicDays:
        looked_up.append((years, country))
        return public_days(years, country)

    monkeypatch.setattr(composition, "public_days", counted)
    for (settings, moment), calendar in zip(starts, calendars, strict=True):
        store = await open_store(settings, moment)
        await store.close()
        assert astuple(store.rules.calendar) == astuple(calendar)
    assert looked_up == [(range(2024, 2029), "CN"), (range(2025, 2030), "CN"), (range(2025, 2030), "DE")]


@pytest.mark.parametrize(
    "kept", ["", "{", "[]", '{"source": 1}', '{"source": "SOURCE"}', '{"source": "SOURCE", "off": []}']
)
async def test_public_days_that_cannot_be_read_are_looked_up_again(kept: str, database_url: str) -> None:
    settings = Settings(storage=Storage(url=Secret(database_url)))
    now, years = datetime(2026, 11, 26, tzinfo=UTC), range(2024, 2029)
    database = await open_migrated(settings)
    async with database.transaction() as session:
        fact = {"key": PUBLIC_DAYS, "value": kept.replace("SOURCE", source_of(years))}
        await session.write("fact_write", [fact])
    await database.close()
    store = await open_store(settings, now)
    async with store.reading() as session:
        ((mended,),) = await session.rows("fact_read", key=PUBLIC_DAYS)
    await store.close()
    assert astuple(store.rules.calendar) == astuple(await calendar_of(settings, now))
    assert mended == to_json(public_days(years))
