"""What all measurements are given: how much of everything, where databases lie, and a place to say what goes on."""

import contextlib
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Final

from rich.console import Console

from benchmarks.county import Size
from benchmarks.databases import fresh
from benchmarks.large import Filled, fill
from benchmarks.seeds import Seeds
from bot.clock import machine_now

ROOT: Final = Path(__file__).resolve().parent.parent
# Databases lie on the disk of the project: a temporary folder may be in memory, where a safe commit costs nothing.
FOLDER: Final = ROOT / "build" / "benchmarks"

BYTES_A_CASE: Final = 12_000
"""What a case with all its rows takes on the disk, at most."""

SOON: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Amounts:
    """How much is measured. The defaults are those of the bars."""

    rounds: int = 3
    messages: int = 2000
    cases: int = 1_000_000
    day: int = 66_000
    searches: int = 200
    due: int = 2000
    seconds: float = 30.0
    seeds: Seeds = field(default_factory=Seeds)


_SMALL: Final = Size(towns=4, villages=20, units=2, cadres=3)

SHORT: Final = Amounts(
    rounds=1, messages=40, cases=400, day=60, searches=4, due=30, seconds=2.0, seeds=Seeds(30, _SMALL)
)
"""So little that it is done in moments: it shows that the measurement works, and nothing else."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """`postgres` is the URL of a server, "" for none; `folder` is where databases are made, and removed again."""

    amounts: Amounts
    postgres: str
    console: Console
    folder: Path = FOLDER

    def says(self, words: str) -> None:
        """Print a line."""
        self.console.print(words, highlight=False)

    @contextlib.contextmanager
    def place(self, cases: int = 0) -> Iterator[Path]:
        """Give an empty folder, removed afterwards. Raises OSError where so many cases would not fit on the disk."""
        self.folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(self.folder).free
        if cases * BYTES_A_CASE > free:
            raise OSError(f"{cases:,} cases take {cases * BYTES_A_CASE / 2**30:.0f} GiB, {free / 2**30:.0f} are free")
        with tempfile.TemporaryDirectory(dir=self.folder, ignore_cleanup_errors=True) as place:
            yield Path(place)

    @asynccontextmanager
    async def large(self, server: str, cases: int) -> AsyncIterator[tuple[str, Filled]]:
        """Give the URL of a database with so many cases, in which nothing is due for the next hour."""
        with self.place(cases) as place:
            async with fresh(server, place) as url:
                with self.console.status(f"filling a database with {cases:,} cases"):
                    filled = await fill(url, place, cases, self.amounts.seeds, machine_now() + SOON)
                yield url, filled
