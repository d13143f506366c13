"""A broadcast by hand: python -m tests.acceptance.broadcast --subscribers 100000 --kills 10 --database sqlite

Sends one to so many against the Bot API stand-in on a fast clock, killed so many times meanwhile, and says who has it
how often, and how long residents wait for an answer with it and without. The status is 1 where anything is wrong.
"""

import argparse
import asyncio
import os
import resource
import sys
import tempfile
from pathlib import Path

from tests.acceptance.broadcast_run import run
from tests.databases import KINDS, fresh_database


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Send a broadcast, kill the program meanwhile, and count.")
    parser.add_argument("--subscribers", type=int, default=100_000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--asking", type=int, default=1_000, help="residents who write, before it and during it")
    parser.add_argument("--speed", type=float, default=10, help="how many times as fast the clock runs")
    parser.add_argument("--seed", type=int, default=2022)
    parser.add_argument("--database", choices=KINDS, default="sqlite", help="postgres: at DOORSTEP_TEST_PG")
    return parser.parse_args()


async def _run(given: argparse.Namespace) -> bool:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        async with fresh_database(given.database, folder) as url:
            course = await run(folder, url, given.subscribers, given.kills, given.speed, given.asking, given.seed)
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(course.report())
    print(f"  processor time of the stand-in and its people: {used.ru_utime + used.ru_stime:.0f} s")
    return not course.wrong()


def main() -> int:
    """Run it; return the exit status."""
    given = _arguments()
    if given.database == "postgres" and not os.environ.get("DOORSTEP_TEST_PG"):
        print("no PostgreSQL: set DOORSTEP_TEST_PG to the URL of a database", file=sys.stderr)
        return 2
    return 0 if asyncio.run(_run(given)) else 1


if __name__ == "__main__":
    sys.exit(main())
