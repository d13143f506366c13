"""What runs by the clock: a few interval sweeps, never a job a case."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock
from bot.desk import Desk
from bot.files.vault import Vault
from bot.keeping import purge_old
from bot.settings import Record, Retention
from bot.sweep import Sweep
from bot.themes import look_for_themes
from casework.actions.briefs import keep_weekly
from storage.codec import to_micros
from storage.dialects import Conflict
from storage.seals import seal
from storage.store import Store

log = logging.getLogger(__name__)

SWEEP_SECONDS = 5
PURGE_SECONDS = 3600
SEAL_SECONDS = 300
THEME_SECONDS = 3600
KEPT = timedelta(hours=48)
"""How long handled updates are kept: Telegram repeats nothing older than a day, and may restart its ids."""
UNCLAIMED = timedelta(hours=48)
"""How long a file may lie in the vault before the message that brings it is handled."""

_DIGESTS = 500


def schedule(
    sweep: Sweep,
    desk: Desk,
    vault: Vault,
    wall: Callable[[], datetime],
    retention: Retention,
    record: Record,
) -> AsyncIOScheduler:
    """Return the scheduler with its jobs, not started yet. A job that is late runs once, whenever that is.

    `wall` is machine time; the desk has case time.
    """
    store, clock = desk.store, desk.clock
    scheduler = AsyncIOScheduler(
        timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    )
    # Plain coroutine functions: anything else would be run in a thread, and its coroutine never awaited.
    scheduler.add_job(sweep.run, "interval", seconds=SWEEP_SECONDS, id="sweep", next_run_time=wall())
    scheduler.add_job(purge, "interval", (store, wall), seconds=PURGE_SECONDS, id="purge", next_run_time=wall())
    old = (store, clock.now, wall, retention)
    scheduler.add_job(purge_old, "interval", old, seconds=PURGE_SECONDS, id="purge_old", next_run_time=wall())
    files = (store, vault, wall)
    scheduler.add_job(purge_files, "interval", files, seconds=PURGE_SECONDS, id="purge_files", next_run_time=wall())
    sealing = (store, clock, record.key.reveal().encode())
    scheduler.add_job(seal_day, "interval", sealing, seconds=SEAL_SECONDS, id="seal", next_run_time=wall())
    scheduler.add_job(look_for_themes, "interval", (desk,), seconds=THEME_SECONDS, id="themes", next_run_time=wall())
    scheduler.add_job(plan_briefs, "interval", (store, clock), seconds=SEAL_SECONDS, id="briefs", next_run_time=wall())
    return scheduler


async def seal_day(store: Store, clock: Clock, key: bytes = b"") -> None:
    """Seal the record up to the end of the last day, by case time, where that has not been done yet; with a `key` it is
    signed.
    """
    now = clock.now()
    try:
        await seal(store.database, store.rules.calendar.day(now) - timedelta(days=1), now, key)
    except Conflict:
        log.info("the day is sealed by somebody else, or in a few minutes")


async def plan_briefs(store: Store, clock: Clock) -> None:
    """See to it that the weekly briefs are coming, by case time."""
    try:
        async with store.turn(clock.now()) as uow:
            await keep_weekly(uow)
    except Conflict:
        log.info("the weekly briefs are planned by somebody else")


async def purge(store: Store, wall: Callable[[], datetime]) -> int:
    """Remove updates that were handled two days ago or earlier; return how many."""
    async with store.database.transaction() as session:
        return await session.write("inbox_purge", [{"before": to_micros(wall() - KEPT)}])


async def purge_files(store: Store, vault: Vault, wall: Callable[[], datetime]) -> int:
    """Remove files that nothing in the database has (any more), two days after they were kept; return how many."""
    before = wall() - UNCLAIMED
    await vault.remove_unfinished(before)
    old = await vault.kept_before(before)
    removed = 0
    for start in range(0, len(old), _DIGESTS):
        digests = old[start : start + _DIGESTS]
        async with store.database.transaction() as session:
            known = {digest for (digest,) in await session.rows("digests_known", digests=digests)}
            orphans = [digest for digest in digests if digest not in known]
            if orphans:
                await session.write("sent_files_forget", [{"digests": orphans}])
        await vault.remove(orphans, before)
        removed += len(orphans)
    return removed
