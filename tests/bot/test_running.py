"""The parts of a running service end in order."""

import asyncio
from datetime import UTC

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import machine_now
from bot.running import scheduled


async def test_a_job_that_has_begun_comes_to_its_end() -> None:
    begun, done = asyncio.Event(), []

    async def job() -> None:
        begun.set()
        await asyncio.sleep(0.2)
        done.append("all of it")

    jobs = AsyncIOScheduler(timezone=UTC)
    jobs.add_job(job, "interval", seconds=60, next_run_time=machine_now())
    async with scheduled(jobs):
        await begun.wait()
    assert done == ["all of it"]


async def test_no_job_begins_once_the_service_ends() -> None:
    count = 0

    async def job() -> None:
        nonlocal count
        count += 1
        await asyncio.sleep(0.1)

    jobs = AsyncIOScheduler(timezone=UTC)
    jobs.add_job(job, "interval", seconds=0.05, next_run_time=machine_now(), max_instances=1)
    async with scheduled(jobs):
        await asyncio.sleep(0.12)
    before = count
    await asyncio.sleep(0.2)
    assert count == before
