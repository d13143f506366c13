"""Jobs are done once each, a few at a time, again and later where they fail, and by somebody else where one dies."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import jobs
from bot.desk import Desk
from bot.jobs import Again, Hopeless, Jobs, Verb, Work, pause_after
from casework.actions.files import AT_ONCE
from casework.files import Job, JobState
from casework.people import Person
from casework.unit_of_work import UnitOfWork
from storage.dialects import Conflict
from tests.bot.plain import NOW, open_desk
from tests.databases import fresh_database
from tests.patience import PATIENCE


class Office:
    """Does what a test wants for the jobs of one kind, and counts."""

    def __init__(self, do: Callable[[int], Awaitable[None]]) -> None:
        self._do = do
        self.begun: list[int] = []
        self.works = {"count": Work(self.count, lambda subject: _note(f"gave up {subject}"))}

    async def count(self, subject: int) -> Verb:
        self.begun.append(subject)
        await self._do(subject)
        return _note(f"did {subject}")


class Machine:
    """Machine time, moved by hand."""

    def __init__(self) -> None:
        self.moment = NOW + timedelta(days=100)  # Of no concern to case time.

    def __call__(self) -> datetime:
        return self.moment


def _note(text: str) -> Verb:
    async def verb(uow: UnitOfWork) -> None:
        uow.put(Person(uow.new_id(), text, "en", "", uow.now))

    return verb


async def nothing(subject: int) -> None:
    return


async def ask(desk: Desk, *subjects: int, kind: str = "count") -> list[int]:
    async def verb(uow: UnitOfWork) -> list[int]:
        ids = [uow.new_id() for _ in subjects]
        for id_, subject in zip(ids, subjects, strict=True):
            uow.put(Job(id_, kind, subject, uow.now, AT_ONCE))
        return ids

    return await desk.act(verb)


async def rows(desk: Desk, ids: Sequence[int]) -> list[Job]:
    async with desk.store.turn(NOW) as uow:
        return await uow.get_all(Job, ids)


async def states(desk: Desk, ids: Sequence[int]) -> list[tuple[str, int, str]]:
    return [(row.state.value, row.tries, row.error) for row in await rows(desk, ids)]


async def notes(desk: Desk) -> list[str]:
    """Return what was recorded, in the order of the ids."""
    async with desk.store.reading() as session:
        connection = session._connection  # type: ignore[attr-defined]
        sql = "select name from people order by id"
        if hasattr(connection, "fetch"):
            return [row[0] for row in await connection.fetch(sql)]
        return [row[0] for row in await connection.execute_fetchall(sql)]


@asynccontextmanager
async def running(desk: Desk, works: dict[str, Work], wall: Callable[[], datetime]) -> AsyncIterator[Jobs]:
    """Run a runner for the block; then it is told to stop."""
    runner = Jobs(desk, works, wall)
    task = asyncio.create_task(runner.run())
    try:
        yield runner
    finally:
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not await holds():
            await asyncio.sleep(0.01)


async def test_a_job_is_done_and_recorded(desk: Desk) -> None:
    office = Office(nothing)
    async with running(desk, office.works, Machine()):
        ids = await ask(desk, 1, 2)
        await until(lambda: all_are(desk, ids, JobState.DONE))
    assert await states(desk, ids) == [("done", 1, "")] * 2
    assert sorted(await notes(desk)) == ["did 1", "did 2"]
    assert sorted(office.begun) == [1, 2]


async def all_are(desk: Desk, ids: Sequence[int], state: JobState) -> bool:
    return all(row.state is state for row in await rows(desk, ids))


async def test_a_bell_begins_a_job_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_LOOK_EVERY", 60.0)
    async with running(desk, Office(nothing).works, Machine()):
        await asyncio.sleep(0.1)
        ids = await ask(desk, 1)
        await until(lambda: all_are(desk, ids, JobState.DONE))


async def test_another_process_may_have_put_a_job(desk: Desk) -> None:
    async with running(desk, Office(nothing).works, Machine()):
        await asyncio.sleep(0.1)
        async with desk.store.turn(NOW) as uow:
            id_ = uow.new_id()
            uow.put(Job(id_, "count", 1, NOW, AT_ONCE))
        await until(lambda: all_are(desk, [id_], JobState.DONE))


async def test_few_are_done_at_once_and_all_in_the_end(desk: Desk) -> None:
    most = under_way = 0

    async def slowly(subject: int) -> None:
        nonlocal most, under_way
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.02)
        under_way -= 1

    async with running(desk, Office(slowly).works, Machine()):
        ids = await ask(desk, *range(20))
        await until(lambda: all_are(desk, ids, JobState.DONE))
    assert most == jobs.AT_ONCE


async def test_what_nobody_here_can_do_is_left_alone(desk: Desk) -> None:
    async with running(desk, Office(nothing).works, Machine()):
        other, mine = await ask(desk, 1, kind="other"), await ask(desk, 2)
        await until(lambda: all_are(desk, mine, JobState.DONE))
    assert await states(desk, other) == [("ready", 0, "")]
    async with running(desk, {}, Machine()):
        await asyncio.sleep(0.05)


def test_pauses_grow_and_end_after_a_day() -> None:
    pauses = [pause_after(failures) for failures in range(1, 20)]
    seconds = [pause.total_seconds() for pause in pauses if pause is not None]
    assert seconds == [10, 60, 300, 1800, *[10800] * 7]
    assert sum(seconds) <= 24 * 3600 < sum(seconds) + 10800
    assert pauses[len(seconds) :] == [None] * (19 - len(seconds))


async def test_a_job_that_fails_comes_again_later_and_is_given_up_in_the_end(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "PAUSES", (timedelta(seconds=10), timedelta(hours=12)))
    machine = Machine()

    async def fail(subject: int) -> None:
        raise Again("no answer")

    office = Office(fail)
    async with running(desk, office.works, machine):
        ids = await ask(desk, 1)
        for tries, pause in ((1, timedelta(seconds=10)), (2, timedelta(hours=12))):
            await until(lambda tries=tries: tried(desk, ids, tries))  # type: ignore[misc]
            (row,) = await rows(desk, ids)
            assert (row.not_before, row.error) == (machine.moment + pause, "no answer")
            machine.moment += pause - timedelta(seconds=1)
            desk.jobs_bell.set()
            await asyncio.sleep(0.05)
            assert len(office.begun) == tries
            machine.moment += timedelta(seconds=1)
            desk.jobs_bell.set()
        await until(lambda: all_are(desk, ids, JobState.FAILED))
    assert await states(desk, ids) == [("failed", 3, "no answer")]
    assert await notes(desk) == ["gave up 1"]


async def tried(desk: Desk, ids: Sequence[int], tries: int) -> bool:
    return all(row.tries == tries for row in await rows(desk, ids))


async def test_what_is_hopeless_is_given_up_at_once(desk: Desk) -> None:
    async def fail(subject: int) -> None:
        raise Hopeless("too big")

    async with running(desk, Office(fail).works, Machine()):
        ids = await ask(desk, 1)
        await until(lambda: all_are(desk, ids, JobState.FAILED))
    assert await states(desk, ids) == [("failed", 1, "too big")]
    assert await notes(desk) == ["gave up 1"]


async def test_a_defect_is_noted_without_words_and_keeps_nobody_else(desk: Desk) -> None:
    async def fail(subject: int) -> None:
        if subject == 1:
            raise LookupError("the words of a resident")

    async with running(desk, Office(fail).works, Machine()):
        ids = await ask(desk, 1, 2)
        await until(lambda: all_are(desk, ids[1:], JobState.DONE))
        await until(lambda: tried(desk, ids, 1))
    (row, _) = await rows(desk, ids)
    assert row.state is JobState.READY
    assert row.error.startswith("LookupError in test_jobs.py")


async def test_what_takes_longer_than_its_lease_allows_is_broken_off(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "LONGEST", timedelta(seconds=0.05))

    async def endless(subject: int) -> None:
        await asyncio.Event().wait()

    async with running(desk, Office(endless).works, Machine()):
        ids = await ask(desk, 1)
        await until(lambda: tried(desk, ids, 1))
    assert (await rows(desk, ids))[0].error.startswith("TimeoutError")


async def test_a_result_is_recorded_whoever_comes_in_between(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    act, failures = desk.act, [Conflict("somebody else"), OSError()]

    async def sometimes(verb: Callable[[UnitOfWork], Awaitable[Any]], channel: str) -> Any:
        if failures:
            raise failures.pop()
        return await act(verb, channel)

    monkeypatch.setattr(jobs, "_RECORDING", (0.01, 0.01, 0.01))
    office = Office(nothing)
    ids = await ask(desk, 1)
    monkeypatch.setattr(desk, "act", sometimes)
    async with running(desk, office.works, Machine()):
        await until(lambda: all_are(desk, ids, JobState.DONE))
    assert (office.begun, await notes(desk)) == ([1], ["did 1"])


async def test_a_job_of_a_dead_process_comes_again_when_its_lease_has_run_out(desk: Desk) -> None:
    machine, office = Machine(), Office(nothing)
    (id_,) = ids = await ask(desk, 1)
    dead = Jobs(desk, office.works, machine)
    assert [job.id for job in await dead._taken(4)] == [id_]
    async with running(desk, office.works, machine):
        await asyncio.sleep(0.1)
        assert office.begun == []
        machine.moment += jobs.LEASE
        desk.jobs_bell.set()
        await until(lambda: all_are(desk, ids, JobState.DONE))
    assert (office.begun, await notes(desk)) == ([1], ["did 1"])


async def test_done_but_not_recorded_is_done_again_and_recorded_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process dies, or its database fails, between the work and its record."""
    monkeypatch.setattr(jobs, "_RECORDING", ())
    machine, office = Machine(), Office(nothing)
    ids = await ask(desk, 1)
    async with running(desk, office.works, machine):
        await until(lambda: begun(office, 1))
        await asyncio.sleep(0.05)
        assert await states(desk, ids) == [("ready", 0, "")]
    monkeypatch.undo()
    machine.moment += jobs.LEASE
    async with running(desk, office.works, machine):
        await until(lambda: all_are(desk, ids, JobState.DONE))
    assert (office.begun, await notes(desk)) == ([1, 1], ["did 1"])


async def begun(office: Office, times: int) -> bool:
    return len(office.begun) == times


async def test_a_worker_that_wakes_up_too_late_records_nothing_twice(desk: Desk) -> None:
    machine, office = Machine(), Office(nothing)
    ids = await ask(desk, 1)
    slow = Jobs(desk, office.works, machine)
    (job,) = await slow._taken(4)
    machine.moment += jobs.LEASE
    async with running(desk, office.works, machine):
        await until(lambda: all_are(desk, ids, JobState.DONE))
    await slow._work(job)
    assert await notes(desk) == ["did 1"]
    assert await states(desk, ids) == [("done", 1, "")]


async def test_a_failure_does_not_take_a_job_from_whoever_has_it_now(desk: Desk) -> None:
    async def fail(subject: int) -> None:
        raise Again("no answer")

    machine = Machine()
    ids = await ask(desk, 1)
    slow = Jobs(desk, Office(fail).works, machine)
    (job,) = await slow._taken(4)
    machine.moment += jobs.LEASE
    (taken,) = await slow._taken(4)
    await slow._work(job)
    (row,) = await rows(desk, ids)
    assert (row.not_before, row.tries) == (taken.not_before, 0)


async def test_two_processes_share_the_jobs(tmp_path: Path) -> None:
    async with fresh_database("postgres", tmp_path) as url:
        one, two = await open_desk(url, NOW), await open_desk(url, NOW)
        try:
            office = Office(nothing)
            ids = await ask(one, *range(30))
            async with running(one, office.works, Machine()), running(two, office.works, Machine()):
                await until(lambda: all_are(one, ids, JobState.DONE))
            assert sorted(office.begun) == list(range(30))
        finally:
            await one.store.close()
            await two.store.close()


async def test_who_stops_leaves_the_work_to_the_next_at_once(desk: Desk) -> None:
    async def endless(subject: int) -> None:
        await asyncio.Event().wait()

    machine, office = Machine(), Office(endless)
    ids = await ask(desk, 1)
    async with running(desk, office.works, machine):
        await until(lambda: begun(office, 1))
    (row,) = await rows(desk, ids)
    assert (row.state, row.not_before, row.tries) == (JobState.READY, machine.moment, 0)


async def test_an_outage_of_the_database_is_waited_out(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = await ask(desk, 1)
    reading, failures = desk.store.reading, [OSError(), OSError()]

    def sometimes() -> Any:
        if failures:
            raise failures.pop()
        return reading()

    monkeypatch.setattr(desk.store, "reading", sometimes)
    async with running(desk, Office(nothing).works, Machine()):
        await until(lambda: all_are(desk, ids, JobState.DONE))


async def test_a_job_that_was_withdrawn_meanwhile_records_nothing(desk: Desk) -> None:
    go_on = asyncio.Event()

    async def wait(subject: int) -> None:
        await go_on.wait()

    office = Office(wait)
    async with running(desk, office.works, Machine()):
        (id_,) = await ask(desk, 1)
        await until(lambda: begun(office, 1))

        async def withdraw(uow: UnitOfWork) -> None:
            job = await uow.get(Job, id_)
            assert job is not None
            uow.put(replace(job, state=JobState.FAILED))

        await desk.act(withdraw)
        go_on.set()
        await asyncio.sleep(0.1)
    assert await notes(desk) == []
