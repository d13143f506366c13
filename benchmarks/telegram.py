"""The Bot API stand-in under load, as a program: `python -m benchmarks.telegram --token T --goal card --people 2000`.

It checks nothing, so that it costs little. It prints a line of JSON three times: its port, when the bot polls for
the first time, and the report once everybody is served.
"""

import argparse
import asyncio
import json
from typing import Any

from benchmarks import complaints
from benchmarks.loads import GOALS, Load, Rush, Steady
from tests.standin.service import Standin

SETTLES = 1.0
"""Seconds from the first poll to the load: a bot that has just started has still to set its menus."""


def _say(line: dict[str, Any]) -> None:
    print(json.dumps(line), flush=True)


async def _serve(token: str, goal: str, people: int, per_second: float) -> None:
    async with Standin(token, validate=False, rates="off") as standin:
        texts = list(complaints.texts())
        load: Load = (
            Steady(standin, people, texts, per_second) if per_second else Rush(standin, GOALS[goal], people, texts)
        )
        _say({"port": int(standin.url.rpartition(":")[2])})
        await standin.world.wait_until(lambda: standin.counts["getUpdates"] > 0)
        _say({"polled": True})
        await asyncio.sleep(SETTLES)
        await load.prepare()
        _say(await load.run())
        await asyncio.Event().wait()


def main() -> None:
    """Serve until killed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--token", required=True)
    parser.add_argument("--goal", choices=GOALS, required=True)
    parser.add_argument("--people", type=int, required=True)
    parser.add_argument("--per-second", type=float, default=0.0, help="a steady stream instead of a rush")
    given = parser.parse_args()
    asyncio.run(_serve(given.token, given.goal, given.people, given.per_second))


if __name__ == "__main__":
    main()
