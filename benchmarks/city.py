"""The phones of a city as a program, on the other core: `python -m benchmarks.city --cases 66000 --start MICROSECONDS`.

It answers as the Bot API, but gives the updates of people up to the moment of case time that getUpdates names. It
prints its port, and what people have done once its input ends.
"""

import argparse
import asyncio
import dataclasses
import json
import sys
from datetime import datetime, timedelta
from itertools import accumulate
from random import Random
from typing import Final

import msgspec
from aiohttp import web

from benchmarks.complaints import MATTERS
from benchmarks.county import CITY, FIRST_STAFF, Size, place
from benchmarks.phones import Manner, Phones
from storage.codec import from_micros, to_micros

FIRST_RESIDENT: Final = 2_000_000_000
TOKEN: Final = "123456:BENCH-city"

_HOURS: Final = (2, 1, 1, 1, 1, 2, 5, 12, 24, 30, 29, 24, 18, 20, 26, 27, 25, 22, 18, 16, 14, 11, 7, 4)
"""How many of those who file do so in each hour of the local day, by weight."""


def fill(phones: Phones, cases: int, start: datetime, size: Size, rng: Random) -> None:
    """Let residents file over the day that begins at `start`, local midnight."""
    weights = list(accumulate(_HOURS))
    for number, hour in enumerate(rng.choices(range(len(_HOURS)), cum_weights=weights, k=cases)):
        at = start + timedelta(hours=hour, seconds=rng.uniform(0, 3600))
        words = rng.choice(MATTERS).format(place(size, rng.randrange(size.villages)))
        phones.writes(at, FIRST_RESIDENT + number, words)


class City:
    """The HTTP side of the phones."""

    def __init__(self, phones: Phones) -> None:
        self._phones = phones
        self._prefix = f"/bot{TOKEN}/"

    async def handle(self, request: web.BaseRequest) -> web.Response:
        """Answer one call."""
        method = request.path.removeprefix(self._prefix)
        params = msgspec.json.decode(await request.read())
        if method == "getUpdates":
            updates = self._phones.due(from_micros(params["now"]))
            ahead = self._phones.next_at
            next_at = to_micros(ahead) if ahead is not None else None
            result = {"updates": [msgspec.Raw(raw) for _, raw in updates], "next": next_at}
        else:
            result = self._phones.call(method, params)  # type: ignore[assignment]
        return web.Response(body=msgspec.json.encode({"ok": True, "result": result}), content_type="application/json")


async def _serve(cases: int, start: datetime, cadres: int, size: Size) -> None:
    rng = Random(8)
    phones = Phones(rng, Manner(), range(FIRST_STAFF, FIRST_STAFF + cadres))
    fill(phones, cases, start, size, rng)
    runner = web.ServerRunner(web.Server(City(phones).handle, access_log=None))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(json.dumps({"port": runner.addresses[0][1]}), flush=True)
    await asyncio.to_thread(sys.stdin.read)
    print(json.dumps(dataclasses.asdict(phones.deeds)), flush=True)


def main() -> None:
    """Serve until the input ends."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, required=True)
    parser.add_argument("--start", type=int, required=True, help="microseconds since 1970")
    parser.add_argument("--cadres", type=int, required=True)
    parser.add_argument("--towns", type=int, default=CITY.towns)
    parser.add_argument("--villages", type=int, default=CITY.villages)
    given = parser.parse_args()
    size = dataclasses.replace(CITY, towns=given.towns, villages=given.villages)
    asyncio.run(_serve(given.cases, from_micros(given.start), given.cadres, size))


if __name__ == "__main__":
    main()
