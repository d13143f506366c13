"""A service that runs: its parts put together, started, and stopped in order."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_EXECUTED, EVENT_JOB_SUBMITTED
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from starlette.applications import Starlette

from bot.clock import machine_now
from bot.desk import Desk
from bot.files.vault import Vault
from bot.schedule import schedule
from bot.settings import Record, Retention
from bot.sweep import Sweep
from bot.web.app import serve

log = logging.getLogger(__name__)

Part = Callable[[], Awaitable[None]]
"""A part that runs until it is cancelled."""


@dataclass(frozen=True)
class Address:
    """Where the web chat listens."""

    host: str
    port: int
    trusted_proxies: Sequence[str] = ()


async def run_parts(
    desk: Desk,
    sweep: Sweep,
    vault: Vault,
    app: Starlette,
    address: Address,
    *,
    others: Sequence[Part] = (),
    retention: Retention,
    record: Record,
    ready: Callable[[int], None],
) -> None:
    """Run the desk, the sweeps, the web chat and `others` until SIGTERM or SIGINT, or until one of them fails.

    `ready` is told the port once the web chat listens. What is being written is written to its end.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    listening = asyncio.Event()

    def listens(port: int) -> None:
        listening.set()
        ready(port)

    async def rest() -> None:
        # A port that is taken ends the start before anything else has begun.
        await listening.wait()
        async with scheduled(schedule(sweep, desk, vault, machine_now, retention, record)):
            await until(stop, [desk.run, *others])

    serving = serve(app, address.host, address.port, trusted_proxies=address.trusted_proxies, ready=listens)
    await until(stop, [lambda: serving, rest])


@asynccontextmanager
async def scheduled(jobs: AsyncIOScheduler) -> AsyncIterator[None]:
    """Run the scheduler, and let a job that has begun come to its end: the library's own shutdown cuts it off."""
    under_way = 0
    idle = asyncio.Event()
    idle.set()

    def begun(event: object) -> None:
        nonlocal under_way
        under_way += 1
        idle.clear()

    def ended(event: object) -> None:
        nonlocal under_way
        under_way -= 1
        if not under_way:
            idle.set()

    jobs.add_listener(begun, EVENT_JOB_SUBMITTED)
    jobs.add_listener(ended, EVENT_JOB_EXECUTED | EVENT_JOB_ERROR)
    jobs.start()
    try:
        yield
    finally:
        jobs.pause()
        await idle.wait()
        jobs.shutdown()


async def until(stop: asyncio.Event, parts: Sequence[Part]) -> None:
    """Run `parts` until `stop` is set, then cancel them; the first one that fails cancels the others and is raised.

    A part that ends by itself has done its work: the others go on.
    """
    tasks = [asyncio.ensure_future(part()) for part in parts]
    waiting = asyncio.ensure_future(stop.wait())
    try:
        pending = {waiting, *tasks}
        while waiting in pending and len(pending) > 1:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done - {waiting}:
                task.result()
    finally:
        waiting.cancel()
        for task in tasks:
            task.cancel()
        for task in tasks:
            with contextlib.suppress(asyncio.CancelledError):
                await task
