"""The service's store: opens the database, and runs batches over it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from random import Random
from typing import Any

from casework.unit_of_work import COMMAND, Rules
from storage.batch import Batch
from storage.dialects import Database, Session, open_database
from storage.ids import IdBlock
from storage.migrations import migrate
from storage.snapshot import Snapshot, read_snapshot
from storage.unit_of_work import BatchUnitOfWork


class Store:
    """One database and what this process keeps of it in memory: the organisation's snapshot, and ids to give out."""

    def __init__(self, database: Database, rules: Rules, rng: Random) -> None:
        self.database = database
        self.rules = rules
        self.rng = rng
        self._ids = IdBlock()
        self._snapshot: Snapshot | None = None

    @classmethod
    async def open(cls, url: str, rules: Rules, rng: Random) -> "Store":
        """Open and migrate the database at `url`. Raises storage.dialects.Unavailable."""
        database = await open_database(url)
        try:
            await migrate(database)
        except BaseException:
            await database.close()
            raise
        return cls(database, rules, rng)

    @asynccontextmanager
    async def batch(self, claim: str = "", **parameters: Any) -> AsyncIterator[Batch]:
        """Run a batch in one transaction; flushed and committed at the end, rolled back on any exception.

        `claim` is a query that claims what the batch is about; its rows are the batch's `claimed`.
        """
        shared = self.database.shared
        ids = await self.new_ids() if not (claim and shared) else IdBlock()
        async with self.database.transaction() as session:
            claimed = await session.rows(claim, **parameters) if claim else ()
            if claimed and shared:
                # After the claim: whoever had it before may have given out any id until now.
                await ids.renew(self.database)
            batch = Batch(session, ids, self.rules, claimed)
            self._snapshot = await read_snapshot(session, self._snapshot)
            yield batch
            await batch.flush()

    async def new_ids(self) -> IdBlock:
        """Return ids for what is written now. They tell what came first: where several processes write, a block is
        taken each time, so that none of them gives out ids of long ago.
        """
        if not self.database.shared:
            await self._ids.fill(self.database)
            return self._ids
        block = IdBlock()
        await block.renew(self.database)
        return block

    def unit_of_work(self, batch: Batch, now: datetime, channel: str = COMMAND) -> BatchUnitOfWork:
        """Return a turn's unit of work within a batch; `batch.join()` keeps its changes, `batch.drop()` drops them.

        `channel` is by which way came what the turn answers; the trail of a case says it of every line.
        """
        if self._snapshot is None:
            raise RuntimeError("a unit of work needs a batch of this store")
        snapshot = self._snapshot
        if batch.staff:
            # Whoever has lost a post by an earlier message of the batch must not be given a case by a later one.
            snapshot = snapshot.with_staff(batch.staff.values())
        return BatchUnitOfWork(batch, now, self.rules, snapshot, self.rng, channel)

    @asynccontextmanager
    async def turn(self, now: datetime) -> AsyncIterator[BatchUnitOfWork]:
        """Run a batch of one turn: for what is no message, such as a command of the administrator."""
        async with self.batch() as batch:
            yield self.unit_of_work(batch, now)
            batch.join()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Session]:
        """Read beside the running batches."""
        async with self.database.reading() as session:
            yield session

    async def snapshot(self) -> Snapshot:
        """Return the organisation of the present version."""
        async with self.database.reading() as session:
            self._snapshot = await read_snapshot(session, self._snapshot)
        return self._snapshot

    async def close(self) -> None:
        """Close the database."""
        await self.database.close()
