"""Taking broadcasts before they are sent, so that whatever happens none of them is sent twice.

An answer that was sent and not recorded is sent again: twice is better than never. A broadcast goes to very many, who
would all wonder. So its row is marked in the database before the call; one that is found marked by whoever sends next
was perhaps sent, and stays so. Rows that are taken at the same moment are marked in one transaction.
"""

import asyncio
import logging
from typing import Final

from bot.telegram.queue import Row
from storage.dialects import Database

log = logging.getLogger(__name__)

PAUSE: Final = 1.0
"""Seconds until the next try, where the database does not answer."""


class Claims:
    """Marks rows of the outbox as being sent."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._wanted: dict[int, asyncio.Future[bool]] = {}
        self._marking: asyncio.Task[None] | None = None

    async def take(self, row: Row) -> bool:
        """Mark a row. False where it is not to be sent (any more): it is held, or the database does not answer."""
        taken: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._wanted[row.id] = taken
        if self._marking is None:
            self._marking = asyncio.create_task(self._mark())
        return await taken

    async def forsake(self, channel: str) -> None:
        """Let what whoever sent before has taken, and never recorded, count as perhaps sent."""
        async with self._database.transaction() as session:
            await session.write("outbox_forsaken", [{"channel": channel}])

    async def close(self) -> None:
        """Take nothing more."""
        if self._marking is not None:
            self._marking.cancel()
            await asyncio.gather(self._marking, return_exceptions=True)

    async def _mark(self) -> None:
        try:
            while self._wanted:
                wanted, self._wanted = self._wanted, {}
                marked = await self._marked(sorted(wanted))
                for id_, taken in wanted.items():
                    if not taken.done():
                        taken.set_result(id_ in marked)
        finally:
            self._marking = None

    async def _marked(self, ids: list[int]) -> set[int]:
        try:
            async with self._database.transaction() as session:
                return {int(id_) for (id_,) in await session.rows("outbox_begin", ids=ids)}
        except Exception as error:
            log.error("broadcasts could not be taken: %s", type(error).__name__)
            await asyncio.sleep(PAUSE)
            return set()
