"""A lease: of all processes over one database, one at a time polls a channel, and one sends for it.

The row holds the machine's time of the wall, which processes share; how long this process may still act is measured
by its own clock that never goes back, from before the row was written. The lease of a process that is known to have
died is taken over at once; else it runs out.
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

from bot.telegram.holders import has_died
from storage.codec import to_micros
from storage.dialects import Database, Session

log = logging.getLogger(__name__)

# Seconds that a lease lasts, between renewals, and between tries to take over from somebody else.
LASTS = 10.0
RENEWED = 3.0


class Lease:
    """The lease `name` ("send:tg"). `holder` names this process and no other, and changes with every start.

    Best by `bot.telegram.holders.new_holder`: the lease of another name is only taken over once it has run out.
    """

    def __init__(
        self,
        database: Database,
        name: str,
        holder: str,
        monotonic: Callable[[], float],
        wall: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._name = name
        self._holder = holder
        self._monotonic = monotonic
        self._wall = wall
        self._until = float("-inf")
        self._taken = asyncio.Event()

    @property
    def held(self) -> bool:
        """Whether this process may act now."""
        return self._monotonic() < self._until

    async def take(self) -> bool:
        """Take or renew the lease; return whether it is ours. An outage of the database leaves it as it is."""
        began, now = self._monotonic(), self._wall()
        row = {
            "name": self._name,
            "holder": self._holder,
            "until": to_micros(now + timedelta(seconds=LASTS)),
            "now": to_micros(now),
        }
        try:
            async with self._database.transaction() as session:
                ours = await session.write("lease_take", [row]) == 1 or await self._take_over(session, row)
        except Exception as error:
            log.warning("the lease %s could not be renewed: %s", self._name, type(error).__name__)
            return self.held
        if ours and not self.held:
            log.info("this process holds the lease %s now", self._name)
        elif not ours and self.held:
            log.warning("another process holds the lease %s now", self._name)
        self._until = began + LASTS if ours else float("-inf")
        if ours:
            self._taken.set()
        return ours

    async def _take_over(self, session: Session, row: dict[str, Any]) -> bool:
        """Take the lease from a process that has died; of several who try, one gets it."""
        found = await session.rows("lease_holder", lease=self._name)
        if not found or not has_died(str(found[0][0])):
            return False
        return await session.write("lease_take_over", [{**row, "dead": found[0][0]}]) == 1

    async def wait(self) -> None:
        """Return as soon as the lease is held; only within `kept`."""
        while not self.held:
            self._taken.clear()
            await self._taken.wait()

    @asynccontextmanager
    async def kept(self) -> AsyncIterator[None]:
        """Take the lease where it is free and renew it within the block; give it up at the end."""
        ended = asyncio.Event()
        renewing = asyncio.create_task(self._renew(ended))
        try:
            yield
        finally:
            # A renewal under way is waited for: after it, the lease could no longer be given up.
            ended.set()
            await renewing
            await self._drop()

    async def _renew(self, ended: asyncio.Event) -> None:
        while not ended.is_set():
            await self.take()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(RENEWED):
                    await ended.wait()

    async def _drop(self) -> None:
        self._until = float("-inf")
        try:
            async with self._database.transaction() as session:
                await session.write("lease_drop", [{"name": self._name, "holder": self._holder}])
        except Exception as error:
            # It ends by itself.
            log.warning("the lease %s could not be given up: %s", self._name, type(error).__name__)
