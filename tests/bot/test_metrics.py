"""The figures for Prometheus: what was handled and sent, what waits, who may ask; over both databases."""

from datetime import UTC, datetime, timedelta

import aiohttp
from aiohttp.test_utils import unused_port
from prometheus_client.parser import text_string_to_metric_families
from starlette.requests import Request

from bot.desk import Desk
from bot.metrics import PATH, Metrics
from tests.bot.plain import NOW, StandingClock, arrive, says
from tests.bot.web.service import WebService


def metrics_of(desk: Desk, *allowed: str, seconds: list[float] | None = None) -> Metrics:
    times = seconds if seconds is not None else [0.0]
    counts = {"doorstep_sends": lambda: {"done": 3, "blocked": 1}}
    found = Metrics(desk.store, counts, allowed, now=desk.clock.now, wall=desk.clock.now, monotonic=lambda: times[0])
    desk.listeners.append(found.told)
    return found


async def figures(metrics: Metrics, peer: str = "127.0.0.1") -> dict[str, float] | None:
    """Return every sample by its name and labels; None where there is no such page."""
    scope = {"type": "http", "method": "GET", "path": PATH, "headers": [], "query_string": b"", "client": (peer, 1)}
    response = await metrics._answer(Request(scope))
    if response.status_code == 404:
        return None
    found = {}
    for family in text_string_to_metric_families(bytes(response.body).decode()):
        for sample in family.samples:
            found[" ".join([sample.name, *sample.labels.values()])] = sample.value
    return found


async def test_what_comes_in_is_counted_with_the_time_it_took(desk: Desk) -> None:
    metrics = metrics_of(desk, "127.0.0.1")
    await arrive(desk, says("ann", "/help"), says("bob", "/help"), "{")
    assert isinstance(desk.clock, StandingClock)
    desk.clock.moment = datetime(1970, 1, 1, 0, 0, 0, 300_000, tzinfo=UTC)
    await desk.handle()
    found = await figures(metrics)
    assert found is not None
    assert found["doorstep_updates_total plain"] == 2
    assert (found["doorstep_update_seconds_bucket 0.25"], found["doorstep_update_seconds_bucket 0.5"]) == (0, 2)
    assert found["doorstep_sends_total done"] == 3
    assert found["process_resident_memory_bytes"] > 10_000_000


async def test_what_waits_is_counted_with_its_age(desk: Desk) -> None:
    seconds = [0.0]
    metrics = metrics_of(desk, "127.0.0.1", seconds=seconds)
    await arrive(desk, says("ann", "The lamp on the bridge is dark"))
    found = await figures(metrics)
    assert found is not None
    assert (found["doorstep_inbox_new"], found["doorstep_outbox_pending"]) == (1, 0)
    await desk.handle()
    assert isinstance(desk.clock, StandingClock)
    desk.clock.moment = NOW + timedelta(hours=25)
    again = await figures(metrics)
    assert again is not None
    assert again["doorstep_inbox_new"] == 1, "the database is not asked again at once"
    seconds[0] = 11
    found = await figures(metrics)
    assert found is not None
    assert found["doorstep_inbox_new"] == 0
    assert found["doorstep_outbox_pending"] > 0
    assert found["doorstep_outbox_oldest_seconds"] == 25 * 3600
    assert found["doorstep_followups_due"] == 1
    assert found["doorstep_followups_late_seconds"] == 3600


async def test_only_those_named_may_ask(desk: Desk) -> None:
    metrics = metrics_of(desk, "127.0.0.1", "10.1.0.0/16")
    assert await figures(metrics, "10.1.2.3") is not None
    assert await figures(metrics, "10.2.0.1") is None
    assert await figures(metrics, "testclient") is None


async def test_no_word_of_people_is_in_the_figures(desk: Desk) -> None:
    metrics = metrics_of(desk, "127.0.0.1")
    await arrive(desk, says("ann", "SECRET words"))
    await desk.handle()
    found = await figures(metrics)
    assert found is not None
    assert not any("SECRET" in name or "ann" in name.split() for name in found)


async def test_it_is_served_beside_the_web_chat_and_only_to_those_named(database_url: str) -> None:
    async with WebService.running(database_url) as service:
        metrics = metrics_of(service.desk, "127.0.0.1")
        await service.end()
        service._options |= {"routes": [metrics.route()], "machines": (PATH,)}
        service.port = unused_port()
        await service.start()
        async with aiohttp.ClientSession() as session, session.get(f"{service.url}{PATH}") as response:
            assert response.status == 200
            assert "doorstep_cases_open" in await response.text()
            assert response.content_type == "text/plain"
