"""The web chat's course: random requests to it over a socket, and everything that must hold afterwards is counted."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import Final

import aiohttp

from bot.keeping import purge_old
from bot.schedule import purge
from bot.settings import Retention
from bot.web.health import READY
from tests.bot.web.service import Browser, WebService
from tests.fuzz.counting import TOLD, Tell, errors_counted, memory, most_memory, said
from tests.fuzz.web import Bent, Requests
from tests.patience import PATIENCE

PEOPLE: Final = 10
"""Browsers that send at the same time."""

SECONDS: Final = 5
"""How far the clock goes on after each has sent one: who sends so much is asked to slow down."""

LOOKED: Final = 500
"""Requests between two looks at the buttons that there are to tap."""

PURGED: Final = 50_000
"""Requests between two times that what is old is removed."""


@dataclass
class Found:
    """What was counted. `statuses` has 0 for what the client refuses to send or the server hangs up on; `wrong` has to
    be empty.
    """

    seed: int
    requests: int = 0
    seconds: float = 0.0
    grown: int = 0  # megabytes since a quarter of the way
    most: int = 0  # megabytes at any moment
    statuses: Counter[int] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    @property
    def refused(self) -> int:
        """How many were answered that they are not in order."""
        return sum(count for status, count in self.statuses.items() if 400 <= status < 500)

    def report(self) -> str:
        """Return the figures as a line, and what is wrong."""
        return (
            f"fuzz of the web chat, seed {self.seed}: {self.requests} requests in {self.seconds:.0f} s, taken"
            f" {self.statuses[202]}, refused {self.refused}, broken off {self.statuses[0]}, memory +{self.grown} MB,"
            f" {self.most} MB at most; wrong: {said(self.wrong)}"
        )


async def run(url: str, requests: int, seed: int, tell: Tell | None = None) -> Found:
    """Send a web chat so many requests, two thirds of them bent; return what was found. `tell` hears how far it is."""
    found, began, quarter = Found(seed), time.monotonic(), 0
    with errors_counted(found.wrong):
        async with WebService.running(url) as service:
            browsers = [await service.browser() for _ in range(PEOPLE)]
            sources = [Requests(Random(seed + each), browser.headers) for each, browser in enumerate(browsers)]
            while found.requests < requests:
                if found.requests % LOOKED == 0:
                    await asyncio.gather(*map(_look, browsers, sources))
                if found.requests % PURGED == 0:
                    await purge(service.store, service.times.wall)
                    await purge_old(service.store, service.times.wall, service.times.now, Retention())
                bent = [source.next() for source in sources]
                found.statuses.update(await asyncio.gather(*map(_status, browsers, bent)))
                found.requests += len(bent)
                service.times.passes(seconds=SECONDS)
                if tell and found.requests % TOLD == 0:
                    tell(f"{found.requests} requests in {time.monotonic() - began:.0f} s, {memory()} MB")
                if not quarter and found.requests >= requests / 4:
                    quarter = memory()
            found.grown, found.most = memory() - quarter, most_memory()
            found.seconds = time.monotonic() - began
            found.wrong["conversations that are stuck"] += sum(
                not answered for answered in await asyncio.gather(*map(_answers, browsers))
            )
    found.wrong["failed in the service"] += sum(count for status, count in found.statuses.items() if status >= 500)
    found.wrong = +found.wrong
    return found


async def _look(browser: Browser, source: Requests) -> None:
    """Tell a source which buttons its browser shows."""
    page = (await browser.history())["messages"]
    taps = [(each["id"], button["data"]) for each in page for row in each["buttons"] for button in row]
    source.shown = [each for each in taps if each[1]]


async def _status(browser: Browser, bent: Bent) -> int:
    """Send a request; return its status, 0 where none came."""
    sending = browser.http.request(bent.method, bent.path, headers=bent.headers, data=bent.body, allow_redirects=False)
    try:
        async with sending as response:
            await response.read()
    except (aiohttp.ClientError, ValueError):
        return 0
    # The clock of this course runs faster than the desk: it may seem to have stopped.
    return response.status if bent.path != READY else 200


async def _answers(browser: Browser) -> bool:
    """Tell whether a conversation still gets an answer."""
    said_before = (await browser.history())["messages"]
    before = said_before[-1]["id"] if said_before else 0
    await browser.says("/help")
    try:
        async with asyncio.timeout(PATIENCE):
            while not any(each["id"] > before and not each["mine"] for each in (await browser.history())["messages"]):
                await asyncio.sleep(0.05)
    except TimeoutError:
        return False
    return True
