"""Random updates and requests, valid and broken: no unhandled error, no conversation stuck, memory flat.

The long run, by hand: make fuzz
"""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path
from random import Random

import aiohttp
import pytest

from bot.web.health import READY
from tests.bot.web.service import WebService
from tests.databases import KINDS, fresh_database
from tests.fuzz.course import run
from tests.fuzz.web import Requests
from tests.patience import PATIENCE

UPDATES = {"sqlite": 13_000, "postgres": 7_000}
MOST_GROWN = 40
"""Megabytes that a short run may still take after its first quarter: caches fill, and a leak shows in the long run."""
REQUESTS = 1_500
SEED = 1988


@pytest.mark.timeout(600)
# The library warns of its own attribute when it reads an update of that type.
@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
@pytest.mark.parametrize("kind", KINDS)
async def test_no_update_whatever_it_holds_breaks_anything(
    kind: str, tmp_path: Path, record_property: Callable[[str, str], None]
) -> None:
    async with fresh_database(kind, tmp_path) as url:
        found = await run(url, UPDATES[kind], SEED)
    record_property("figures", f"{kind}: {found.report()}")
    assert found.wrong == {}
    assert found.grown < MOST_GROWN
    # Nothing wrong with nothing done would prove nothing.
    assert found.handled > UPDATES[kind] / 2
    assert found.aside > UPDATES[kind] / 10
    assert found.cases > 20
    assert found.fired > 200


async def test_no_request_whatever_it_holds_breaks_the_web_chat(
    database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with WebService.running(database_url) as service:
        browser = await service.browser()
        requests = Requests(Random(SEED), browser.headers)
        statuses = []
        with caplog.at_level(logging.ERROR):
            for number in range(REQUESTS):
                # Who sends so much is asked to slow down: time goes on between the requests.
                service.times.passes(seconds=5)
                if number % 50 == 0:
                    page = (await browser.history())["messages"]
                    taps = [(each["id"], button["data"]) for each in page for row in each["buttons"] for button in row]
                    requests.shown = [each for each in taps if each[1]]
                bent = requests.next()
                try:
                    async with browser.http.request(
                        bent.method, bent.path, headers=bent.headers, data=bent.body, allow_redirects=False
                    ) as response:
                        await response.read()
                        # The clock of this test runs faster than the desk: it may seem to have stopped.
                        statuses.append(response.status if bent.path != READY else 200)
                except (aiohttp.ClientError, ValueError):
                    # What the client itself refuses to send, or the server hangs up on.
                    statuses.append(0)
        assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []
        assert not [status for status in statuses if status >= 500]
        assert statuses.count(202) > REQUESTS / 4
        assert sum(400 <= status < 500 for status in statuses) > REQUESTS / 4
        before = (await browser.history())["messages"][-1]["id"]
        await browser.says("/help")
        async with asyncio.timeout(PATIENCE):
            while not [
                each for each in (await browser.history())["messages"] if each["id"] > before and not each["mine"]
            ]:
                await asyncio.sleep(0.05)
