"""`make bench`, or `python -m benchmarks`: all programs side by side, round by round.

Rounds alternate between the programs, so that a slow minute of the machine falls on all of them.
"""

import argparse
import asyncio
import os
import sys
from collections import defaultdict
from datetime import UTC, date, datetime
from pathlib import Path

from rich.console import Console

from benchmarks.measure import ROOT, Run, measure
from benchmarks.programs import BASELINE, COMPLAINT, Program, programs
from benchmarks.results import Results

RESULTS = ROOT / "benchmarks" / "results" / "latest.json"
# Databases lie on the disk of the project: a temporary folder may be in memory, where a safe commit costs nothing.
FOLDER = ROOT / "build" / "benchmarks"


async def _rounds(chosen: list[Program], rounds: int, people: int, console: Console) -> dict[str, list[Run]]:
    runs: dict[str, list[Run]] = defaultdict(list)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for number in range(1, rounds + 1):
        for program in chosen:
            with console.status(f"round {number} of {rounds}: {program.label}"):
                run = await measure(program, people, FOLDER)
            console.print(f"round {number}: {program.label}: {run.per_second:,.0f} a second", highlight=False)
            runs[program.name].append(run)
    return runs


def main() -> int:
    """Measure, print, and write `latest.json`; return 1 where the bar is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--messages", type=int, default=2000, help="people who write in each run, one message each")
    parser.add_argument("--postgres", default=os.environ.get("DOORSTEP_TEST_PG", ""), help="URL of a server")
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME", help="besides what the bar needs")
    parser.add_argument("--date", type=date.fromisoformat, default=datetime.now(UTC).date(), help="of the results")
    parser.add_argument("--output", type=Path, default=RESULTS)
    given = parser.parse_args()
    needed = {*given.only, BASELINE, COMPLAINT}
    chosen = [each for each in programs(given.postgres) if not given.only or each.name in needed]
    console = Console()
    runs = asyncio.run(_rounds(chosen, given.rounds, given.messages, console))
    results = Results(chosen, runs)
    results.show(console)
    results.write(given.output, given.rounds, given.messages, given.date)
    return 0 if results.holds else 1


if __name__ == "__main__":
    sys.exit(main())
