"""Jobs: slow work that a turn has asked for, done outside of it, a few at once, and recorded by a turn of its own.

A job is taken by moving its `not_before` forward by a lease, so one whose process died comes again. What is done and
not recorded is done again, too: the work and the verb that records it must bear being repeated.
"""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.desk import Desk, describe
from casework.files import Job, JobState
from casework.replacing import replace
from casework.unit_of_work import JOB, UnitOfWork
from storage.codec import Codec, to_micros

log = logging.getLogger(__name__)

AT_ONCE: Final = 4
LEASE: Final = timedelta(minutes=5)
LONGEST: Final = timedelta(minutes=4, seconds=30)
"""What takes longer is broken off, so that a job ends within its lease."""

PAUSES: Final = (
    timedelta(seconds=10),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=3),
)
"""How long a job waits after its first failure, its second, and so on; the last one repeats."""

PATIENCE: Final = timedelta(hours=24)
"""A job that would wait for longer than this in all is given up."""

_LOOK_EVERY: Final = 1.0
_LONGEST_OUTAGE_PAUSE: Final = 10.0
_RECORDING: Final = (0.1, 1.0, 5.0)
"""Seconds between the tries to record a result; after the last one the job comes again with the end of its lease."""

_JOB: Final = Codec(Job)

Verb = Callable[[UnitOfWork], Awaitable[None]]
"""What records a result."""


async def nothing(uow: UnitOfWork) -> None:
    """Record nothing: the verb of work that leaves nothing to record."""


class Again(Exception):
    """It did not work this time. Says why without names, words or addresses."""


class Hopeless(Exception):
    """It will never work. Says why without names, words or addresses."""


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of job. `do` works for a subject and returns the verb that records what came of it, or raises Again or
    Hopeless; `give_up` returns the verb that records that nothing will come of it.
    """

    do: Callable[[int], Awaitable[Verb]]
    give_up: Callable[[int], Verb]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a job has come to: the verb that records it, if there is one, or how long it waits before it comes again."""

    state: JobState
    verb: Verb | None = None
    error: str = ""
    pause: timedelta = timedelta()


def pause_after(failures: int) -> timedelta | None:
    """Return how long a job waits after so many failures (1 or more); None where it is given up."""
    waited = sum((_pause(each) for each in range(1, failures)), timedelta())
    return _pause(failures) if waited + _pause(failures) <= PATIENCE else None


def _pause(failure: int) -> timedelta:
    return PAUSES[min(failure, len(PAUSES)) - 1]


class Jobs:
    """Does the jobs of the kinds in `works`, for a desk. `wall` is machine time."""

    def __init__(self, desk: Desk, works: Mapping[str, Work], wall: Callable[[], datetime]) -> None:
        self._desk = desk
        self._works = works
        self._wall = wall
        self._working: dict[asyncio.Task[None], Job] = {}
        self._recording: set[asyncio.Future[None]] = set()

    async def run(self) -> None:
        """Do jobs until cancelled. What is being recorded then is recorded; what is not done is left to the next."""
        pause = 0.1
        try:
            while True:
                self._desk.jobs_bell.clear()
                try:
                    await self._begin()
                except Exception as error:
                    log.error("the jobs could not be read: %s", type(error).__name__)
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, _LONGEST_OUTAGE_PAUSE)
                    continue
                pause = 0.1
                # Another process may have put a job, and some wait for their time: look without a bell, too.
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(_LOOK_EVERY):
                        await self._desk.jobs_bell.wait()
        finally:
            await self._stop()

    async def _begin(self) -> None:
        """Take as many jobs as there is room for, and begin them."""
        room = AT_ONCE - len(self._working)
        if not room:
            return
        for job in await self._taken(room):
            task = asyncio.create_task(self._work(job))
            self._working[task] = job
            task.add_done_callback(self._ended)

    async def _taken(self, most: int) -> list[Job]:
        """Take jobs: for the time of a lease nobody else does."""
        store, now = self._desk.store, self._wall()
        ready = {"now": to_micros(now), "kinds": sorted(self._works)}
        async with store.reading() as session:
            if not await session.rows("jobs_waiting", **ready):
                return []
        until = now + LEASE
        async with store.database.transaction() as session:
            jobs = [_JOB.decode(row) for row in await session.rows("jobs_ready", **ready, most=most)]
            if jobs:
                await session.write("jobs_claim", [{"until": to_micros(until), "ids": [job.id for job in jobs]}])
        return [replace(job, not_before=until) for job in jobs]

    async def _work(self, job: Job) -> None:
        outcome = await self._outcome(job, self._works[job.kind])
        if outcome.error:
            log.warning("a job %s has failed: %s", job.kind, outcome.error)
        recording = asyncio.ensure_future(self._record(job, outcome))
        self._recording.add(recording)
        recording.add_done_callback(self._recording.discard)
        await asyncio.shield(recording)

    async def _outcome(self, job: Job, work: Work) -> _Outcome:
        try:
            async with asyncio.timeout(LONGEST.total_seconds()):
                return _Outcome(JobState.DONE, await work.do(job.subject_id))
        except Hopeless as hopeless:
            error, pause = str(hopeless), None
        except Exception as failure:
            error = str(failure) if isinstance(failure, Again) else describe(failure)
            pause = pause_after(job.tries + 1)
        if pause is None:
            return _Outcome(JobState.FAILED, work.give_up(job.subject_id), error)
        return _Outcome(JobState.READY, None, error, pause)

    async def _record(self, job: Job, outcome: _Outcome) -> None:
        async def verb(uow: UnitOfWork) -> None:
            row = await uow.get(Job, job.id)
            if row is None or row.state is not JobState.READY:
                return
            after = replace(row, state=outcome.state, tries=row.tries + 1, error=outcome.error)
            if outcome.verb is not None:
                await outcome.verb(uow)
                uow.put(after)
            elif row.not_before == job.not_before:
                # Else its lease has run out, and somebody else does it.
                uow.put(replace(after, not_before=self._wall() + outcome.pause))

        for rest in _RECORDING:
            try:
                await self._desk.act(verb, JOB)
            except Exception as failure:
                log.warning("the result of a job could not be recorded: %s", type(failure).__name__)
                await asyncio.sleep(rest)
            else:
                return

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._working.pop(task, None)
        self._desk.jobs_bell.set()

    async def _stop(self) -> None:
        """End what is under way, and leave it to whoever comes next."""
        left = dict(self._working)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, *self._recording, return_exceptions=True)
        if left:
            now = to_micros(self._wall())
            free = [{"ids": [job.id], "until": to_micros(job.not_before), "now": now} for job in left.values()]
            # Where that fails, their leases run out.
            with contextlib.suppress(Exception):
                async with self._desk.store.database.transaction() as session:
                    await session.write("jobs_release", free)
