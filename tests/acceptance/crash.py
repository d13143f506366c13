"""The crash test by hand: python -m tests.acceptance.crash --kills 70 --database sqlite

Kills the service so many times while people use it, and says what was lost. The status is 1 where anything was.
"""

import argparse
import asyncio
import os
import secrets
import sys
import tempfile
from pathlib import Path

from tests.acceptance.crash_run import run, run_mutant
from tests.databases import KINDS, fresh_database


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Kill the service under load, and count what is lost.")
    parser.add_argument("--kills", type=int, default=70)
    parser.add_argument("--database", choices=KINDS, default="sqlite", help="postgres: at DOORSTEP_TEST_PG")
    parser.add_argument("--workers", type=int, default=1, help="processes over the database (PostgreSQL alone)")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10_000), help="of the moments and of the people")
    parser.add_argument("--mutant", action="store_true", help="a service that confirms before it stores")
    return parser.parse_args()


async def _run(arguments: argparse.Namespace) -> bool:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        async with fresh_database(arguments.database, folder) as url:
            if arguments.mutant:
                lost = await run_mutant(folder, url, arguments.kills, arguments.seed)
                print(f"a service that confirms before it stores: {lost} updates lost, seed {arguments.seed}")
                return bool(lost)
            course = await run(folder, url, arguments.kills, arguments.seed, arguments.workers)
    print(course.report())
    return not course.wrong()


def main() -> int:
    """Run the test; return the exit status."""
    arguments = _arguments()
    if arguments.database == "postgres" and not os.environ.get("DOORSTEP_TEST_PG"):
        print("no PostgreSQL: set DOORSTEP_TEST_PG to the URL of a database", file=sys.stderr)
        return 2
    return 0 if asyncio.run(_run(arguments)) else 1


if __name__ == "__main__":
    sys.exit(main())
