"""`doorstep audit`, typed as on a terminal: all is well, something was changed, and a seal that was kept elsewhere."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from bot.schedule import seal_day
from bot.sweep import Sweep
from casework.petitions import Draft, Event
from handlers.messages import Incoming, Kind
from tests.bot.plain import NOW, StandingClock, arrive, open_desk, says
from tests.bot.terminal import Office
from tests.storage.raw import every

KEY = "a-key-of-the-record-made-up-at-random"


async def file_one(office: Office) -> int:
    """File a petition by messages, seal the day, and return the id of its first line."""
    assert (await office.types("org", "import", office.file)).status == 0
    desk = await open_desk(office.url, NOW)
    await arrive(desk, says("ann", "芦汀镇的路灯坏了半年，没人修"))
    await desk.handle()
    async with desk.store.reading() as session:
        (draft,) = await every(session, [Draft])
    await arrive(desk, Incoming(Kind.TAP, "plain:ann", "plain:ann", data=f"d.send.{draft.id}", tap_id="1"))
    await desk.handle()
    await seal_day(desk.store, StandingClock(NOW))
    await seal_day(desk.store, StandingClock(NOW))
    async with desk.store.reading() as session:
        first = (await every(session, [Event]))[0]
    await desk.store.close()
    assert first.channel == "plain"
    return int(first.id)


async def test_a_record_that_is_whole_and_one_that_was_changed(office: Office) -> None:
    first = await file_one(office)
    said = await office.types("audit", "verify")
    assert said.status == 0
    assert re.search(
        r"1 case, \d lines, 1 seal: all is as written\. The newest seal: 2026-03-01 [0-9a-f]{64}", said.out
    )
    listed = await office.types("audit", "seals")
    (digest,) = re.findall(r"[0-9a-f]{64}", listed.out)
    assert (await office.types("audit", "verify", "--seal", digest)).status == 0
    wrong = await office.types("audit", "verify", "--seal", "0" * 64)
    assert wrong.status == 1
    assert "the seal that was noted is not among those of the database" in wrong.out
    desk = await open_desk(office.url, NOW)
    await desk.store.database.script(f"update events set data = '{{}}', actor_id = 9 where id = {first}")
    await desk.store.close()
    said = await office.types("audit", "verify")
    assert said.status == 1
    assert re.search(r"^case \d{6}-\d{7}: line 1 was changed or moved after it was written$", said.out, re.MULTILINE)
    assert "one thing is wrong" in said.out


@pytest.mark.parametrize("last", ["0", "-3"])
async def test_no_seals_are_asked_for_in_vain(office: Office, last: str) -> None:
    said = await office.types("audit", "seals", "--last", last)
    assert (said.status, said.out) == (2, "")
    assert said.err.strip() == f"--last {last} is no number of seals: give one or more"


async def test_a_key_in_the_settings_signs_and_checks(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    await file_one(office)
    assert "The seals are not signed" in (await office.types("audit", "verify")).out
    settings = (office.folder / "config.toml").read_text(encoding="utf-8")
    office.write("config.toml", f'{settings}\n[record]\nsigned_from = "2026-03-02"\n')
    monkeypatch.setenv("DOORSTEP_RECORD_KEY", KEY)
    said = await office.types("audit", "verify")
    assert (said.status, "Signed: 0 of 1 seals." in said.out) == (0, True)
    desk = await open_desk(office.url, NOW)
    await seal_day(desk.store, StandingClock(NOW + timedelta(days=1)), KEY.encode())
    said = await office.types("audit", "verify")
    assert said.status == 0
    assert "Signed: 1 of 2 seals, from 2026-03-02 on." in said.out
    await seal_day(desk.store, StandingClock(NOW + timedelta(days=2)))
    await desk.store.close()
    said = await office.types("audit", "verify")
    assert said.status == 1
    assert "seal 3 is not signed, and seals of its day are" in said.out
    assert KEY not in said.out
    monkeypatch.setenv("DOORSTEP_RECORD_KEY", "another-key-that-is-long-enough-too")
    said = await office.types("audit", "verify")
    assert said.status == 1
    assert "seal 2 is signed with a key that is not in the settings" in said.out
    monkeypatch.delenv("DOORSTEP_RECORD_KEY")
    said = await office.types("audit", "verify")
    assert (said.status, said.err.startswith("config.toml: record.key: is missing")) == (2, True)
    office.write("config.toml", settings)
    assert "so no signature was looked at" in (await office.types("audit", "verify")).out


async def test_what_falls_due_is_written_down_as_the_schedules(office: Office) -> None:
    await file_one(office)
    desk = await open_desk(office.url, datetime(2026, 4, 20, 2, 0, tzinfo=UTC))
    await Sweep(desk).run()
    async with desk.store.reading() as session:
        assert {each.channel for each in await every(session, [Event]) if each.kind == "supervisor_told"} <= {
            "schedule"
        }
        assert "schedule" in {each.channel for each in await every(session, [Event])}
    await desk.store.close()
    assert (await office.types("audit", "verify")).status == 0
