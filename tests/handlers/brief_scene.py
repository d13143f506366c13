"""What the tests of briefs share: the job that makes them, done beside the town."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.charts.drawing import Charts
from bot.files.vault import Vault
from bot.works import service_works
from casework.actions.briefs import keep_weekly
from casework.files import Job, JobState
from casework.unit_of_work import JOB
from handlers import service
from tests.handlers.dialogue import Town


class TownClock:
    """The town's clock, as jobs read it."""

    def __init__(self, town: Town) -> None:
        self.town = town

    def now(self) -> Any:
        return self.town.now


async def does_jobs(town: Town, folder: Path) -> int:
    """Do the jobs that wait, let what they tell arrive, and return how many they were."""
    works = service_works(town.store, Vault(folder), TownClock(town), "", Charts())
    async with town.store.reading() as session:
        rows = await session.rows("jobs_ready", now=2**62, kinds=sorted(works), most=100)
    outgoing = []
    for row in rows:
        verb = await works[row[1]].do(row[2])
        async with town.store.batch() as batch:
            uow = town.store.unit_of_work(batch, town.now, JOB)
            await verb(uow)
            job = await uow.get(Job, row[0])
            assert job is not None
            uow.put(replace(job, state=JobState.DONE))
            outgoing += await service.tell(uow)
            batch.join()
    town.arrives(outgoing)
    return len(rows)


async def plans(town: Town) -> None:
    """Have the weekly briefs planned, as the schedule does."""
    async with town.store.turn(town.now) as uow:
        await keep_weekly(uow)
