"""Cases that were really lived: some hundred residents and their cadres over two and a half months.

They are what a large database is grown from (`benchmarks.copies`): it holds what the program writes, and nothing else.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.complaints import MATTERS
from benchmarks.county import COUNTY, Size, place
from benchmarks.phones import Manner, Phones
from benchmarks.stage import Stage
from bot.settings import Settings
from casework.people import Person, Role

FIRST_RESIDENT: Final = 2_000_000_000
"""Telegram's id of the first resident: such ids, and those of rows, are told from all other numbers by their size."""

LASTS: Final = timedelta(days=75)
"""How long the play lasts: in the end, what was closed early has nothing more to come."""

_FILED: Final = 70
"""The days on which somebody files."""

_STEP: Final = timedelta(hours=1)
_DAY, _HOUR = 86_400.0, 3600.0
# Most cases take days, and one in ten is never answered: so at any moment there are some in each state.
_MANNER: Final = Manner(
    accepts=(_HOUR, _DAY),
    reports=(_HOUR, 4 * _DAY),
    solves=(_HOUR, 10 * _DAY),
    judges=(_HOUR, _DAY),
    solved=0.9,
    judged=0.8,
)


@dataclass(frozen=True, slots=True)
class Seeds:
    """How many residents file a case, in an organisation of what size. Without `digests` the staff get none.

    The same seeds that end at the same moment are the same cases.
    """

    cases: int = 240
    size: Size = COUNTY
    seed: int = 5
    digests: bool = True


async def grow(path: Path, seeds: Seeds, end: datetime) -> None:
    """Play the seeds into a new SQLite file, up to a moment of case time."""
    rng = Random(seeds.seed)
    start = end - LASTS
    async with Stage.open(f"sqlite:///{path}", seeds.size, Settings(), start) as stage:
        phones = Phones(rng, _MANNER, stage.staff[Role.CADRE])
        for number in range(seeds.cases):
            at = start + timedelta(days=rng.randrange(_FILED), hours=rng.uniform(0, 12))
            words = rng.choice(MATTERS).format(place(seeds.size, rng.randrange(seeds.size.villages)))
            phones.writes(at, FIRST_RESIDENT + number, words)
        # In seventy mornings the digests of seven hundred people would be most of the play: theirs begin at its end.
        await digests_from(stage, None)
        await stage.play(phones, end, _STEP)
        await digests_from(stage, end if seeds.digests else None)


async def digests_from(stage: Stage, since: datetime | None) -> None:
    """Let the digests of all who hold posts run from a moment on; with None none until something waits for it."""
    async with stage.store.turn(stage.clock.now()) as uow:
        people = dict.fromkeys(post.person_id for post in uow.staff.all())
        for person in await uow.get_all(Person, list(people)):
            uow.put(replace(person, digest_since=since))
