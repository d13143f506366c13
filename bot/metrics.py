"""Figures for Prometheus, at /metrics: what comes in and goes out, how long it takes, what waits. No word of people."""

import ipaddress
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.desk import Handled
from storage.codec import from_micros, to_micros
from storage.store import Store

PATH: Final = "/metrics"
KEPT: Final = 10.0
"""Seconds for which the figures of the database are used again: nobody who asks often keeps it busy."""

DELAYS: Final = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 60.0)
"""Seconds: bounds of the histogram."""

Counts = Mapping[str, Callable[[], Mapping[str, int]]]
"""For each name of a counter: what gives how often there was which result."""


@dataclass(frozen=True)
class Waiting:
    """What the database says of itself at one moment; ages are seconds."""

    inbox: int = 0
    outbox: int = 0
    outbox_age: float = 0.0
    due: int = 0
    late: float = 0.0
    jobs: int = 0
    cases: Mapping[str, int] = field(default_factory=dict)


class Metrics:
    """Counts what a desk handles, and answers whoever may ask: addresses or networks in `allowed`.

    `now` is case time, by which follow-ups are due; `wall` and `monotonic` are machine time.
    """

    def __init__(
        self,
        store: Store,
        counts: Counts,
        allowed: Sequence[str],
        *,
        now: Callable[[], datetime],
        wall: Callable[[], datetime],
        monotonic: Callable[[], float],
    ) -> None:
        self._store = store
        self._counts = counts
        self._allowed = [ipaddress.ip_network(each) for each in allowed]
        self._now = now
        self._wall = wall
        self._monotonic = monotonic
        self._waiting = Waiting()
        self._read_at = float("-inf")
        registry = CollectorRegistry(auto_describe=False)
        self._updates = Counter("doorstep_updates", "Updates handled", ["channel"], registry=registry)
        self._delay = Histogram(
            "doorstep_update_seconds", "From an update's arrival to its commit", buckets=DELAYS, registry=registry
        )
        ProcessCollector(registry=registry)
        registry.register(self)
        self._registry = registry

    def told(self, handled: Handled) -> None:
        """Count what a batch has handled: a listener of the desk."""
        now = self._wall()
        for channel, received_at in handled.received:
            self._updates.labels(channel).inc()
            self._delay.observe(max(0.0, (now - from_micros(received_at)).total_seconds()))

    def route(self) -> Route:
        """Return the route."""
        return Route(PATH, self._answer)

    def collect(self) -> Iterator[Metric]:
        """Yield what is counted elsewhere, and what waits: called by the registry."""
        for name, counted in self._counts.items():
            family = CounterMetricFamily(name, name.replace("_", " "), labels=["result"])
            for result, count in sorted(counted().items()):
                family.add_metric([result], count)
            yield family
        waiting = self._waiting
        for name, words, value in (
            ("inbox_new", "Updates that are stored and not handled yet", waiting.inbox),
            ("outbox_pending", "Messages that wait to be sent", waiting.outbox),
            ("outbox_oldest_seconds", "How long the oldest of them has waited", waiting.outbox_age),
            ("followups_due", "Follow-ups whose time has come", waiting.due),
            ("followups_late_seconds", "How long the oldest of them has been due", waiting.late),
            ("jobs_waiting", "Jobs that are to be done", waiting.jobs),
        ):
            yield GaugeMetricFamily(f"doorstep_{name}", words, value=value)
        cases = GaugeMetricFamily("doorstep_cases_open", "Open cases", labels=["state"])
        for state, count in sorted(waiting.cases.items()):
            cases.add_metric([state], count)
        yield cases

    async def _answer(self, request: Request) -> Response:
        if not self._may_ask(request):
            return Response(status_code=404)
        if self._monotonic() - self._read_at >= KEPT:
            self._waiting = await self._read()
            self._read_at = self._monotonic()
        return Response(generate_latest(self._registry), media_type=CONTENT_TYPE_LATEST)

    def _may_ask(self, request: Request) -> bool:
        try:
            address = ipaddress.ip_address(request.client.host if request.client is not None else "")
        except ValueError:
            return False
        return any(address in network for network in self._allowed)

    async def _read(self) -> Waiting:
        now, wall = to_micros(self._now()), to_micros(self._wall())
        async with self._store.reading() as session:
            ((inbox, outbox, oldest, due, first_due, jobs),) = await session.rows("waiting", now=now, wall=wall)
            cases = dict(map(tuple, await session.rows("cases_open_counts")))
        return Waiting(
            inbox=inbox,
            outbox=outbox,
            outbox_age=_seconds(oldest, wall),
            due=due,
            late=_seconds(first_due, now),
            jobs=jobs,
            cases=cases,
        )


def _seconds(since: int | None, now: int) -> float:
    return max(0.0, (now - since) / 1_000_000) if since is not None else 0.0
