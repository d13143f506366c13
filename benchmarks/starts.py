"""How long the program takes to its first poll, and how much memory, with a million cases: against an empty database.

And that against bare Python which imports the modules of the libraries that the program has loaded by then, and
nothing of ours.
"""

import asyncio
import json
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from benchmarks.databases import count
from benchmarks.figures import Bar, Figure
from benchmarks.measure import Started, started
from benchmarks.programs import configured
from benchmarks.workshop import ROOT, Workshop

LARGE: Final = Bar(1.3, "most", ratio=True)
"""The start with a million cases, in that with none."""
EMPTY: Final = Bar(1.5, "most", ratio=True)
"""The start with none, in the bare import of the libraries."""
MEMORY: Final = Bar(150.0, "most")
"""Megabytes of memory at most, in a service of a million cases."""

ROUNDS: Final = 5
_WORKS: Final = 8.0
"""Seconds from the first poll to the look at the memory: the first sweep, purge and seal are over by then."""

_LOADED: Final = """
import json, sys
before = set(sys.modules)
import bot.cli, bot.commands.run
ours = ("bot", "casework", "handlers", "storage")
names = [name for name in sys.modules if name not in before and name.partition(".")[0] not in ours]
print(json.dumps([name for name in names if getattr(sys.modules[name], "__file__", None)]))
"""

_IMPORTS: Final = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    label: str


_BARE: Final = _Kind("bare", "Python, importing the libraries")
_NONE: Final = _Kind("empty", "Doorstep, an empty database")


def libraries() -> list[str]:
    """Return the modules, not of ours, that the program has loaded when it starts."""
    command = [sys.executable, "-c", _LOADED]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    return [str(name) for name in json.loads(told)]


def _bare(names: list[str]) -> float:
    """Return the seconds in which a bare Python imports these modules."""
    begun = time.monotonic()
    subprocess.run([sys.executable, "-c", _IMPORTS, *names], cwd=ROOT, check=True)
    return time.monotonic() - begun


async def measure(shop: Workshop) -> list[Figure]:
    """Start all three in turn, and return the medians with their ratios."""
    amounts = shop.amounts
    rounds = min(ROUNDS, amounts.rounds + 2)
    large = _Kind("large", f"Doorstep, {amounts.cases:,} cases")
    names = await asyncio.to_thread(libraries)
    starts: dict[str, list[float]] = defaultdict(list)
    memory: dict[str, list[float]] = defaultdict(list)
    works = _WORKS if amounts.cases > 10_000 else 0.5
    async with shop.large("", amounts.cases) as (url, _):
        messages = await count(url, "messages")
        # The folder of files belongs to one database.
        with shop.place() as place, shop.place() as beside:
            nothing = f"sqlite:///{place / 'doorstep.db'}"
            for number in range(rounds + 1):
                runs: dict[_Kind, Started] = {}
                bare = await asyncio.to_thread(_bare, names)
                for kind, database, folder in ((_NONE, nothing, place), (large, url, beside)):
                    runs[kind] = await started(folder, partial(configured, database, folder), works)
                if number == 0:
                    continue  # The first makes the schema, and Python's compiled files.
                starts[_BARE.name].append(bare)
                for kind, run in runs.items():
                    starts[kind.name].append(run.start)
                    memory[kind.name].append(run.memory / 1_000_000)
                shop.says(f"round {number}: {bare:.2f} s bare, " + ", ".join(f"{r.start:.2f} s" for r in runs.values()))
    found = {
        kind.name: _figure(f"start_{kind.name}", f"start to first poll: {kind.label}", starts[kind.name], "s")
        for kind in (_BARE, _NONE, large)
    }
    return [
        found["bare"],
        _against(found["empty"], found["bare"], EMPTY),
        _against(found["large"], found["empty"], LARGE),
        _figure("memory_empty", f"peak memory: {_NONE.label}", memory["empty"], "MB"),
        replace(
            _figure("memory_large", f"peak memory: {large.label}, {messages:,} messages", memory["large"], "MB"),
            bar=MEMORY,
        ),
    ]


def _figure(name: str, label: str, values: list[float], unit: str) -> Figure:
    return Figure(name, label, statistics.median(values), unit, low=min(values), high=max(values))


def _against(figure: Figure, base: Figure, bar: Bar) -> Figure:
    return replace(figure, ratio=figure.value / base.value, against=base.name, bar=bar)
