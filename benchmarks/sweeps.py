"""What a sweep costs when ten thousand, a hundred thousand and a million cases are open, and as many are due in each.

The cases are copies of open ones that were really lived. Some of those have something due within the next days, in
three windows of time; of these there are as many copies in each database, and of the others as many as fill it up. Each
round moves the clock of all databases to the end of a window, and lets the real sweep fire what is due.
"""

import statistics
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import pairwise
from operator import itemgetter
from pathlib import Path
from random import Random
from typing import Final

from benchmarks import large
from benchmarks.copies import Stories, Story
from benchmarks.databases import fresh
from benchmarks.figures import Bar, Figure, compared
from benchmarks.seeds import digests_from, grow
from benchmarks.stage import Stage
from benchmarks.workshop import SOON, Workshop
from bot.clock import machine_now
from bot.settings import Settings
from storage.codec import from_micros

ALIKE: Final = Bar(1.2, "most", ratio=True)
"""The cost with a million open cases, in that with ten thousand."""
FAST: Final = Bar(5000, "least")
"""Follow-ups a second that are fired, with what they tell written to the outbox."""

_SHARES: Final = (0.01, 0.1, 1.0)


@dataclass(slots=True)
class _Sized:
    """One database: how many cases are open in it, and what its sweeps have cost."""

    cases: int
    stage: Stage
    walls: list[float] = field(default_factory=list)
    works: list[float] = field(default_factory=list)
    fired: list[int] = field(default_factory=list)


def windows(stories: Stories, rounds: int) -> tuple[list[tuple[datetime, list[Story]]], list[Story]]:
    """Return the end of each window with the open stories that have something due first in it, and the calm ones.

    A fourth of the stories at least, those with the longest rest, is calm. Raises ValueError where there are too few.
    """
    first = sorted(((min(story.due), story) for story in stories.all if story.is_open and story.due), key=itemgetter(0))
    rest = first[len(first) * 3 // 4][0] if first else 0
    # Many are due at one moment, as at the beginning of a day.
    moments = sorted({due for due, _ in first if due < rest})
    if len(moments) < rounds:
        raise ValueError("the seeds have too few open cases: play more of them")
    ends = [moments[len(moments) * (number + 1) // rounds - 1] for number in range(rounds)]
    found = [
        (from_micros(end), [story for due, story in first if start < due <= end]) for start, end in pairwise([0, *ends])
    ]
    return found, [story for due, story in first if due > ends[-1]]


def mixed(due: Sequence[Sequence[Story]], calm: Sequence[Story], cases: int, each: int) -> Iterator[tuple[Story, int]]:
    """Yield so many stories to copy: `each` of those due in every window, and calm ones for the rest."""
    for stories in due:
        for at in range(each):
            yield stories[at % len(stories)], 0
    for at in range(cases - each * len(due)):
        yield calm[at % len(calm)], 0


@asynccontextmanager
async def _filled(
    shop: Workshop, server: str, cases: int, grown: Path, now: datetime
) -> AsyncIterator[tuple[Stage, list[datetime]]]:
    """Give a stage over a database with so many open cases, and the moments to sweep at."""
    amounts = shop.amounts
    with shop.place(cases) as place:
        async with fresh(server, place) as url:
            with shop.console.status(f"filling a database with {cases:,} open cases"):
                stories = await large.sow(url, grown)
                found, calm = windows(stories, amounts.rounds)
                chosen = mixed([group for _, group in found], calm, cases, amounts.due)
                await large.multiply(url, stories, chosen, Random(1), now)
            async with Stage.reopened(url, Settings(), now) as stage:
                yield stage, [end for end, _ in found]


async def _sweep(sized: _Sized, now: datetime) -> None:
    # What an earlier sweep has gathered for a digest would come now.
    await digests_from(sized.stage, None)
    sized.stage.clock.moment = now
    before = await _outbox(sized.stage)
    begun, worked = time.perf_counter(), time.process_time()
    fired = await sized.stage.sweep.run()
    sized.walls.append(time.perf_counter() - begun)
    sized.works.append(time.process_time() - worked)
    sized.fired.append(fired)
    if fired and await _outbox(sized.stage) == before:
        raise RuntimeError("follow-ups fired, but nothing was written to the outbox")


async def _outbox(stage: Stage) -> int:
    async with stage.store.reading() as session:
        return sum(count for _, count in await session.rows("outbox_counts"))


async def measure(shop: Workshop, server: str = "") -> list[Figure]:
    """Fill the databases, sweep in turn, and return what a sweep costs in each."""
    amounts, now = shop.amounts, machine_now() + SOON
    kind = "_postgres" if server else ""
    least = amounts.due * amounts.rounds + 1
    async with AsyncExitStack() as stack:
        grown = stack.enter_context(shop.place()) / "seeds.db"
        await grow(grown, replace(amounts.seeds, digests=False), now)
        sizes, moments = [], list[datetime]()
        for cases in (max(least, round(amounts.cases * share)) for share in _SHARES):
            stage, moments = await stack.enter_async_context(_filled(shop, server, cases, grown, now))
            sizes.append(_Sized(cases, stage))
        for number, moment in enumerate(moments):
            for sized in sizes if number % 2 == 0 else reversed(sizes):
                await _sweep(sized, moment)
                cost = f"{sized.fired[-1]:,} fired in {sized.walls[-1]:.2f} s"
                shop.says(f"round {number + 1}: {sized.cases:,} open cases: {cost}")
        _check(sizes)
        return _figures(sizes, kind)


def _check(sizes: Sequence[_Sized]) -> None:
    for sized in sizes:
        if not all(sized.fired):
            raise RuntimeError(f"nothing was due with {sized.cases:,} open cases")


def _figures(sizes: Sequence[_Sized], kind: str) -> list[Figure]:
    costs, rates = [], []
    for sized in sizes:
        cost = [1e6 * seconds / fired for seconds, fired in zip(sized.works, sized.fired, strict=True)]
        rate = [fired / seconds for seconds, fired in zip(sized.walls, sized.fired, strict=True)]
        label = f"{sized.cases:,} open cases"
        costs.append(_figure(f"sweep_cost_{sized.cases}{kind}", f"a follow-up fired, {label}", cost, "µs of work"))
        rates.append(_figure(f"sweep_rate_{sized.cases}{kind}", f"follow-ups fired, {label}", rate, "a second"))
    costs = compared(costs, costs[0].name, {costs[-1].name: ALIKE})
    return [*costs, *(replace(rate, bar=FAST) for rate in rates)]


def _figure(name: str, label: str, values: Sequence[float], unit: str) -> Figure:
    return Figure(name, label, statistics.median(values), unit, low=min(values), high=max(values))
