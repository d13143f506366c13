"""Messages a second: the echo bots of two frameworks, and what Doorstep does with a message, on both databases.

Rounds alternate between the programs, so that a slow minute of the machine falls on all of them.
"""

import statistics
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from benchmarks.figures import Bar, Figure, compared
from benchmarks.measure import Run, measure
from benchmarks.programs import BASELINE, COMPLAINT, Program, programs
from benchmarks.workshop import Workshop

BAR: Final = Bar(1.5, "least", ratio=True)
"""Doorstep's complaint, stored and answered, in aiogram's echoes, which carry nothing."""

_UNITS: Final = {"filing": "filings/s", "tap": "taps/s", "acceptance": "acceptances/s"}


async def rates(shop: Workshop) -> list[Figure]:
    """Measure all programs on SQLite, and the echoes."""
    return await _measured(shop, programs(""))


async def rates_postgres(shop: Workshop, server: str) -> list[Figure]:
    """Measure Doorstep on PostgreSQL with one, two and four workers, beside aiogram's echo."""
    chosen = programs(server)
    return await _measured(shop, [each for each in chosen if each.name == BASELINE or "_postgres" in each.name])


async def _measured(shop: Workshop, chosen: Sequence[Program]) -> list[Figure]:
    runs: dict[str, list[Run]] = defaultdict(list)
    with shop.place() as folder:
        for number in range(1, shop.amounts.rounds + 1):
            for program in chosen:
                with shop.console.status(f"round {number} of {shop.amounts.rounds}: {program.label}"):
                    run = await measure(program, shop.amounts.messages, folder)
                work = 1e6 * run.work / shop.amounts.messages
                shop.says(
                    f"round {number}: {program.label}: {run.per_second:,.0f} a second, {work:,.0f} µs of work each"
                )
                runs[program.name].append(run)
    return figures(chosen, runs)


def figures(chosen: Sequence[Program], runs: Mapping[str, Sequence[Run]]) -> list[Figure]:
    """Return rates, starts and memory of the programs, each against that of aiogram's echo."""
    found: dict[str, list[Figure]] = {"": [], "_start": [], "_memory": []}
    for program in chosen:
        name, label, ran = program.name, program.label, runs[program.name]
        unit = _UNITS.get(program.goal, "messages/s")
        found[""].append(_figure(name, label, [run.per_second for run in ran], unit))
        found["_start"].append(_figure(f"{name}_start", f"start: {label}", [run.start for run in ran], "s"))
        memory = [run.memory / 1_000_000 for run in ran]
        found["_memory"].append(_figure(f"{name}_memory", f"peak memory: {label}", memory, "MB"))
    bars = {COMPLAINT: BAR}
    return [each for end, some in found.items() for each in compared(some, f"{BASELINE}{end}", bars)]


def _figure(name: str, label: str, values: Sequence[float], unit: str) -> Figure:
    return Figure(name, label, statistics.median(values), unit, low=min(values), high=max(values))
