"""Large databases: grown from seeds, copied to any size, sealed, on SQLite or PostgreSQL."""

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
from benchmarks.seeds import END, Seeds, grow
from benchmarks.stage import FIRST_ID
from storage.copying import copy
from storage.dialects import open_database
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
    """What a database was filled with; `now` is the moment of case time at which it stands."""

    cases: int
    now: datetime


async def fill(url: str, folder: Path, cases: int, seeds: Seeds, *, open_share: float = OPEN_SHARE) -> Filled:
    """Fill the empty database at `url` with about so many cases, in the states that a service of some years has.

    `folder` is for the file of the seeds. The cases of the seeds are among them.
    """
    stories = await begin(url, folder, seeds)
    rng = Random(seeds.seed)
    more = max(0, cases - len(stories.all))
    await multiply(url, stories, chosen(stories, more, open_share, rng), rng)
    return Filled(len(stories.all) + more, END)


async def begin(url: str, folder: Path, seeds: Seeds) -> Stories:
    """Put the seeds into an empty database, and return their stories."""
    if url.startswith("sqlite:///"):
        await grow(Path(url.removeprefix("sqlite:///")), seeds)
        return await Stories.read(url)
    with tempfile.TemporaryDirectory(dir=folder) as place:
        path = Path(place) / "seeds.db"
        await grow(path, seeds)
        grown = f"sqlite:///{path}"
        await copy(grown, url, lambda *_: None)
        return await Stories.read(grown)


async def multiply(url: str, stories: Stories, chosen: Iterable[tuple[Story, int]], rng: Random) -> None:
    """Write a copy of each chosen story, count again what rows count, and seal the record as every night does."""
    copier, serial = Copier(stories, rng), 0
    made: dict[str, list[Any]] = defaultdict(list)
    async with writing(url) as writer:
        for serial, (story, days) in enumerate(chosen, 1):
            for table, rows in copier.copy(story, serial, days).items():
                made[table] += rows
            if serial % _AT_ONCE == 0:
                await _write(writer, stories, made)
        await _write(writer, stories, made)
        await writer.run(f"update id_blocks set next = {FIRST_ID + (serial + 1) * SPAN} where name = 'all'")
    database = await open_database(url)
    try:
        await database.script(_COUNT_AGAIN)
        await seal(database, END.date() - timedelta(days=1), END)
    finally:
        await database.close()


async def _write(writer: Writer, stories: Stories, made: dict[str, list[Any]]) -> None:
    for table, rows in made.items():
        await writer.write(table, stories.columns[table], rows)
    made.clear()
