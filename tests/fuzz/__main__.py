"""The long runs, by hand: python -m tests.fuzz updates --number 1000000 --database sqlite"""

import argparse
import asyncio
import logging
import os
import secrets
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from tests.databases import KINDS, fresh_database
from tests.fuzz import course, web_course
from tests.fuzz.counting import Tell

Found = course.Found | web_course.Found
COURSES: Final[dict[str, Callable[[str, int, int, Tell], Awaitable[Found]]]] = {
    "updates": course.run,
    "requests": web_course.run,
}


def main() -> int:
    """Run one of the courses; return the exit status: 1 where anything is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument(
        "what", nargs="?", choices=COURSES, default="updates", help="updates from Telegram, or requests to the web chat"
    )
    parser.add_argument("--number", type=int, default=1_000_000)
    parser.add_argument("--database", choices=KINDS, default="sqlite", help="postgres: at DOORSTEP_TEST_PG")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10_000))
    arguments = parser.parse_args()
    if arguments.database == "postgres" and not os.environ.get("DOORSTEP_TEST_PG"):
        print("no PostgreSQL: set DOORSTEP_TEST_PG to the URL of a database", file=sys.stderr)
        return 2
    logging.getLogger().setLevel(logging.ERROR)

    async def run() -> Found:
        with tempfile.TemporaryDirectory() as name:
            async with fresh_database(arguments.database, Path(name)) as url:
                return await COURSES[arguments.what](url, arguments.number, arguments.seed, _say)

    found = asyncio.run(run())
    print(found.report())
    return int(bool(found.wrong))


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
