"""Large databases: grown from seeds, copied to any size, sealed, on SQLite or PostgreSQL."""

import asyncio
import gc
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

from benchmarks.bulk_writing import Writer, writing
from benchmarks.copies import SPAN, Copier, Stories, Story, chosen
from benchmarks.seeds import Seeds, grow
from benchmarks.stage import FIRST_ID
from storage.copying import copy
from storage.dialects import open_database, sqlite_path
from storage.seals import seal

OPEN_SHARE: Final = 0.05
"""The share of all cases that are open: a service that has run for some years."""

_AT_ONCE: Final = 2000
_COUNT_AGAIN: Final = (
    "update people set open_cases = (select count(*) from cases c where c.cadre_id = people.id and c.state <> 'closed')"
    f" where id < {FIRST_ID}"
)


@dataclass(frozen=True, slots=True)
class Filled:
    """What a database was filled from; `now` is the moment of case time at which it stands."""

    stories: Stories
    now: datetime


async def fill(url: str, folder: Path, cases: int, seeds: Seeds, now: datetime) -> Filled:
    """Fill the empty database at `url` with so many cases, those of the seeds among them, as it would stand at `now`.

    They are in the states that those of a service of some years have. `folder` is for the file of the seeds.
    """
    stories = await begin(url, folder, seeds, now)
    rng = Random(seeds.seed)
    more = max(0, cases - len(stories.all))
    await multiply(url, stories, chosen(stories, more, OPEN_SHARE, rng), rng, now)
    return Filled(stories, now)


async def begin(url: str, folder: Path, seeds: Seeds, now: datetime) -> Stories:
    """Put the seeds into an empty database, and return their stories."""
    with tempfile.TemporaryDirectory(dir=folder) as place:
        grown = Path(place) / "seeds.db"
        await grow(grown, seeds, now)
        return await sow(url, grown)


async def sow(url: str, grown: Path) -> Stories:
    """Put seeds that are grown already into an empty database, and return their stories."""
    if url.startswith("sqlite:"):
        await asyncio.to_thread(shutil.copyfile, grown, sqlite_path(url))
    else:
        await copy(f"sqlite:///{grown}", url, lambda *_: None)
    return await Stories.read(f"sqlite:///{grown}")


async def multiply(url: str, stories: Stories, chosen: Iterable[tuple[Story, int]], rng: Random, now: datetime) -> None:
    """Write a copy of each chosen story, count again what rows count, and seal the record as every night does."""
    copier, serial = Copier(stories, rng), 0
    made: dict[str, list[Any]] = defaultdict(list)
    gc.disable()  # Millions of short rows, and no cycle among them.
    async with writing(url) as writer:
        for serial, (story, days) in enumerate(chosen, 1):
            for table, rows in copier.copy(story, serial, days).items():
                made[table] += rows
            if serial % _AT_ONCE == 0:
                await _write(writer, stories, made)
        await _write(writer, stories, made)
        await writer.run(f"update id_blocks set next = {FIRST_ID + (serial + 1) * SPAN} where name = 'all'")
    gc.enable()
    database = await open_database(url)
    try:
        await database.script(_COUNT_AGAIN)
        await seal(database, now.date() - timedelta(days=1), now)
    finally:
        await database.close()


async def _write(writer: Writer, stories: Stories, made: dict[str, list[Any]]) -> None:
    for table, rows in made.items():
        await writer.write(table, stories.columns[table], rows)
    made.clear()
