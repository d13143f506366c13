"""The sweep: what is due fires once, stale rows mend themselves, and one person gets one message."""

import asyncio
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.channel import Post
from bot.clock import machine_now
from bot.desk import Desk
from bot.files.vault import Vault
from bot.schedule import purge, schedule
from bot.settings import Record, Retention
from bot.sweep import LATER, MOST, PARTS, Sweep
from casework.actions import firing
from casework.actions.digests import Ahead
from casework.followups import Subject, plan
from casework.petitions import Draft, FollowUp
from casework.unit_of_work import UnitOfWork
from handlers.messages import Outgoing
from storage.batch import Batch
from storage.codec import Codec, to_micros
from storage.dialects import Conflict
from storage.store import Store
from tests.bot.plain import NOW, PlainChannel, StandingClock, arrive, says
from tests.patience import PATIENCE

FOLLOW_UP = Codec(FollowUp)
PEOPLE = ("ann", "bo", "cy", "di")


def later(desk: Desk, **time: float) -> None:
    assert isinstance(desk.clock, StandingClock)
    desk.clock.moment += timedelta(**time)


async def texts(desk: Desk, person: str) -> list[str]:
    async with desk.store.reading() as session:
        rows = await session.rows("messages_after", chat=f"plain:{person}", after=0, most=100)
    return [row[4] for row in rows if not row[2]]


async def pending(desk: Desk, subject: str) -> list[FollowUp]:
    async with desk.store.reading() as session:
        return [FOLLOW_UP.decode(row) for row in await session.rows("followups_pending", subjects=[subject])]


async def draft_of(desk: Desk) -> Draft:
    async with desk.store.reading() as session:
        ((subject, *_),) = [
            row for row in await session.rows("followups_due", now=2**62, most=100) if row[1] == "draft_left"
        ]
    async with desk.store.turn(NOW) as uow:
        draft = await uow.get(Draft, int(subject.partition(":")[2]))
    assert draft is not None
    return draft


async def test_a_draft_left_alone_is_reminded_once_and_put_away(desk: Desk) -> None:
    sweep = Sweep(desk)
    await arrive(desk, says("ann", "The street lamp in front of the school is broken"))
    await desk.handle()
    before = len(await texts(desk, "ann"))
    assert await sweep.run() == 0
    later(desk, hours=25)
    fired: list[str] = []
    assert await sweep.run(fired) == 1
    assert fired == ["draft_left"]
    assert len(await texts(desk, "ann")) == before + 1
    assert await sweep.run() == 0
    later(desk, days=7)
    assert await sweep.run() == 1
    assert len(await texts(desk, "ann")) == before + 2
    assert await sweep.next_due() is None


async def test_rows_equal_the_plan_and_a_stale_row_fires_nothing(desk: Desk) -> None:
    await arrive(desk, says("ann", "The street lamp in front of the school is broken"))
    await desk.handle()
    draft = await draft_of(desk)
    rows = await pending(desk, f"draft:{draft.id}")
    assert {(row.kind, row.round, row.due_at) for row in rows} == {
        (due.kind, due.round, due.at) for due in plan(draft, desk.store.rules)
    }
    # A row that says it is due earlier than the plan has it, as after a setting was changed.
    early = [{"id": row.id, "due_at": to_micros(NOW)} for row in rows]
    async with desk.store.database.transaction() as session:
        await session.write("followups_move", early)
    assert await Sweep(desk).run() == 0
    mended = await pending(desk, f"draft:{draft.id}")
    assert {row.due_at for row in mended} == {due.at for due in plan(draft, desk.store.rules)}


async def test_a_long_stop_leads_to_one_message_a_person(desk: Desk) -> None:
    await arrive(desk, *(says(f"p{n}", "The street lamp in front of the school is broken") for n in range(5)))
    await desk.handle()
    before = {n: len(await texts(desk, f"p{n}")) for n in range(5)}
    later(desk, days=30)
    await Sweep(desk, most=100).run()
    assert {n: len(await texts(desk, f"p{n}")) - before[n] for n in range(5)} == dict.fromkeys(range(5), 1)


async def test_a_clock_that_jumps_back_fires_nothing_twice(desk: Desk) -> None:
    await arrive(desk, says("ann", "The street lamp in front of the school is broken"))
    await desk.handle()
    later(desk, hours=25)
    assert await Sweep(desk).run() == 1
    told = await texts(desk, "ann")
    later(desk, days=-2)
    assert await Sweep(desk).run() == 0
    await arrive(desk, says("ann", "It has been dark for weeks"))
    await desk.handle()
    later(desk, hours=47)
    assert await Sweep(desk).run() == 0
    # What is said in the meantime stands behind what was said before, whatever the clock says.
    assert (await texts(desk, "ann"))[: len(told)] == told


async def test_a_follow_up_that_fails_waits_an_hour_and_stops_nobody(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await arrive(desk, says("ann", "The lamp is broken"), says("bo", "The road is full of holes"))
    await desk.handle()
    later(desk, hours=25)
    fire, failed = firing.fire, list[str]()

    async def failing(uow: UnitOfWork, subject: Subject, kind: str, round_: int, ahead: Ahead | None) -> bool:
        if not failed:
            failed.append(kind)
            raise ZeroDivisionError
        return await fire(uow, subject, kind, round_, ahead)

    monkeypatch.setattr("bot.sweep.fire", failing)
    assert await Sweep(desk).run() == 1
    assert await Sweep(desk).run() == 0
    later(desk, seconds=LATER / 1_000_000 + 1)
    # The failed one's plan says yesterday: the row is due again, and fires now.
    assert await Sweep(desk).run() == 1


@pytest.mark.parametrize("error", [ZeroDivisionError(), Conflict("cards_update: changed by somebody else")])
async def test_what_can_not_be_told_stops_nobody(desk: Desk, error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    await arrive(desk, *(says(name, "The street lamp in front of the school is broken") for name in PEOPLE))
    await desk.handle()
    before = {name: len(await texts(desk, name)) for name in PEOPLE}
    encode, spoilt = PlainChannel.encode, True

    def encoded(self: PlainChannel, outgoing: Outgoing) -> Sequence[Post]:
        if spoilt and outgoing.chat == "plain:bo":
            raise error
        return encode(self, outgoing)

    monkeypatch.setattr(PlainChannel, "encode", encoded)
    later(desk, hours=25)
    assert await Sweep(desk).run() == len(PEOPLE) - 1
    told = {name: len(await texts(desk, name)) - before[name] for name in PEOPLE}
    assert told == dict.fromkeys(PEOPLE, 1) | {"bo": 0}
    spoilt = False
    assert await Sweep(desk).run() == 0
    later(desk, seconds=LATER / 1_000_000 + 1)
    assert await Sweep(desk).run() == 1
    assert len(await texts(desk, "bo")) == before["bo"] + 1


async def test_who_acts_on_a_subject_meanwhile_keeps_what_is_due_in_one_batch(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await arrive(desk, *(says(name, "The street lamp in front of the school is broken") for name in PEOPLE))
    await desk.handle()
    later(desk, hours=25)
    sizes: list[int] = []
    batch = Store.batch

    def acted_upon(self: Store, claim: str = "", **parameters: Any) -> AbstractAsyncContextManager[Batch]:
        sizes.append(parameters["most"])
        if len(sizes) == 1:
            raise Conflict("drafts_update: changed by somebody else")
        return batch(self, claim, **parameters)

    monkeypatch.setattr(Store, "batch", acted_upon)
    assert await Sweep(desk).run() == len(PEOPLE)
    assert sizes == [MOST, MOST]


async def test_nobody_is_to_blame_for_what_fails_now_and_then(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    people = [f"p{number}" for number in range(2 * len(PARTS))]
    await arrive(desk, *(says(name, "The street lamp in front of the school is broken") for name in people))
    await desk.handle()
    later(desk, hours=25)
    sizes: list[int] = []
    batch = Store.batch

    def acted_upon(self: Store, claim: str = "", **parameters: Any) -> AbstractAsyncContextManager[Batch]:
        sizes.append(parameters["most"])
        if len(sizes) % 2:
            raise Conflict("drafts_update: changed by somebody else")
        return batch(self, claim, **parameters)

    monkeypatch.setattr(Store, "batch", acted_upon)
    assert await Sweep(desk, most=2).run() == len(people)
    assert set(sizes) == {2}


async def test_handled_updates_are_purged_after_two_days(desk: Desk) -> None:
    await arrive(desk, says("ann", "/help"))
    await desk.handle()
    assert await purge(desk.store, lambda: datetime(1970, 1, 2, tzinfo=UTC)) == 0
    assert await purge(desk.store, lambda: NOW) == 1


async def test_the_schedule_sweeps_by_itself_and_never_drops_a_run(desk: Desk, tmp_path: Path) -> None:
    await arrive(desk, says("ann", "The street lamp in front of the school is broken"))
    await desk.handle()
    later(desk, hours=25)
    before = len(await texts(desk, "ann"))
    jobs = schedule(Sweep(desk), desk, Vault(tmp_path), machine_now, Retention(), Record())
    jobs.start()
    try:
        for job in jobs.get_jobs():
            assert (job.coalesce, job.max_instances, job.misfire_grace_time) == (True, 1, None)
        async with asyncio.timeout(PATIENCE):
            while len(await texts(desk, "ann")) == before:
                await asyncio.sleep(0.02)
            while (await counts(desk)).get("done"):
                await asyncio.sleep(0.02)
    finally:
        jobs.shutdown(wait=False)


async def counts(desk: Desk) -> dict[str, int]:
    async with desk.store.reading() as session:
        return {str(row[0]): int(row[1]) for row in await session.rows("inbox_counts")}
