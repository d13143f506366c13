"""The service's store: opens the database, and runs batches over it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from random import Random

from casework.unit_of_work import Rules
from storage.batch import Batch
from storage.dialects import Database, Session, open_database
from storage.ids import IdBlock
from storage.migrations import migrate
from storage.snapshot import Snapshot, read_snapshot
from storage.unit_of_work import BatchUnitOfWork


class Store:
    """One database and what this process keeps of it in memory: a block of ids and the organisation's snapshot."""

    def __init__(self, database: Database, rules: Rules, rng: Random) -> None:
        self.database = database
        self.rules = rules
        self.rng = rng
        self.ids = IdBlock()
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
    async def batch(self) -> AsyncIterator[Batch]:
        """Run a batch in one transaction; flushed and committed at the end, rolled back on any exception."""
        await self.ids.fill(self.database)
        async with self.database.transaction() as session:
            batch = Batch(session, self.ids, self.rules)
            self._snapshot = await read_snapshot(session, self._snapshot)
            yield batch
            await batch.flush()

    def unit_of_work(self, batch: Batch, now: datetime) -> BatchUnitOfWork:
        """Return a turn's unit of work within a batch; `batch.join()` keeps its changes, `batch.drop()` drops them."""
        if self._snapshot is None:
            raise RuntimeError("a unit of work needs a batch of this store")
        snapshot = self._snapshot
        if batch.staff:
            # Whoever has lost a post by an earlier message of the batch must not be given a case by a later one.
            snapshot = snapshot.with_staff(batch.staff.values())
        return BatchUnitOfWork(batch, now, self.rules, snapshot, self.rng)

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
