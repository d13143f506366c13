"""How long somebody waits for the answer: a steady 15 messages a second with pacing, and 30 without, beside the echoes.

From the moment at which the bot can fetch the message to that at which its answer arrives, so the network and the
stand-in are in all of them.
"""

import statistics
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from benchmarks.figures import Bar, Figure
from benchmarks.loads import WARM_UP
from benchmarks.measure import measure as run_program
from benchmarks.programs import BASELINE, Program, doorstep, echoes
from benchmarks.workshop import Workshop

BAR: Final = Bar(3.0, "most", ratio=True)
"""The delay of 99 in 100, in that of aiogram's echo at the same pace."""

_PERCENTILES: Final = (50, 99)


@dataclass(frozen=True, slots=True)
class _Pace:
    """So many messages a second; `paced` says whether the service keeps Telegram's limits."""

    per_second: int
    paced: bool

    @property
    def name(self) -> str:
        return f"{self.per_second}_{'paced' if self.paced else 'unpaced'}"

    @property
    def label(self) -> str:
        return f"{self.per_second} a second, {'with' if self.paced else 'without'} pacing"


_PACES: Final = (_Pace(15, paced=True), _Pace(30, paced=False))


async def measure(shop: Workshop) -> list[Figure]:
    """Let messages come steadily to each program in turn, and return the medians of the percentiles."""
    amounts = shop.amounts
    delays: dict[str, list[dict[int, float]]] = defaultdict(list)
    with shop.place() as folder:
        for number in range(1, amounts.rounds + 1):
            for pace in _PACES:
                people = max(10, round(pace.per_second * amounts.seconds))
                for program in _programs(pace):
                    with shop.console.status(f"round {number} of {amounts.rounds}: {program.label}, {pace.label}"):
                        run = await run_program(program, people, folder, ("--per-second", str(pace.per_second)))
                    found = percentiles(run.report["delays"])
                    delays[_name(program, pace)].append(found)
                    shop.says(f"round {number}: {program.label}, {pace.label}: {found[50]:.1f}, {found[99]:.1f} ms")
    return [each for pace in _PACES for each in _figures(pace, delays)]


def _programs(pace: _Pace) -> list[Program]:
    prepared = doorstep("", "drafts", paced=pace.paced, others=WARM_UP)
    return [*echoes(), Program("complaint", "Doorstep, complaint", "card", prepared)]


def _name(program: Program, pace: _Pace) -> str:
    return f"delay_{program.name}_{pace.name}"


def percentiles(delays: Sequence[float]) -> dict[int, float]:
    """Return the percentiles of delays in seconds, sorted, as milliseconds."""
    return {each: 1000 * delays[round(each / 100 * (len(delays) - 1))] for each in _PERCENTILES}


def _figures(pace: _Pace, delays: Mapping[str, Sequence[Mapping[int, float]]]) -> list[Figure]:
    found = {
        (program.name, each): _figure(
            f"{_name(program, pace)}_p{each}",
            f"{program.label}, {pace.label}, p{each}",
            [one[each] for one in delays[_name(program, pace)]],
        )
        for program in _programs(pace)
        for each in _PERCENTILES
    }
    base = {each: found[BASELINE, each] for each in _PERCENTILES}
    return [
        replace(
            figure,
            ratio=figure.value / base[each].value,
            against=base[each].name,
            bar=BAR if (name, each) == ("complaint", 99) else None,
        )
        for (name, each), figure in found.items()
    ]


def _figure(name: str, label: str, values: Sequence[float]) -> Figure:
    return Figure(name, label, statistics.median(values), "ms", low=min(values), high=max(values))
