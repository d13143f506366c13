"""All measurements, in the order in which they are run, with how long each takes on a quiet machine of two cores."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Final

from benchmarks import alike, day, delays, digests, onsite, rates, reads, starts, sweeps
from benchmarks.figures import Figure
from benchmarks.workshop import Workshop

Measure = Callable[[Workshop], Coroutine[Any, Any, list[Figure]]]


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measurement: `about` says what is measured, `minutes` how long it takes at its full amounts.

    Those that need a PostgreSQL server are left out without one.
    """

    name: str
    about: str
    minutes: float
    measure: Measure
    postgres: bool = False


def _on_postgres(measure: Callable[[Workshop, str], Coroutine[Any, Any, list[Figure]]]) -> Measure:
    return lambda shop: measure(shop, shop.postgres)


MEASUREMENTS: Final = (
    Measurement("rates", "Messages a second, on SQLite", 4, rates.rates),
    Measurement(
        "rates_postgres", "Messages a second, on PostgreSQL", 6, _on_postgres(rates.rates_postgres), postgres=True
    ),
    Measurement("day", "A day of a city's hotline", 10, day.measure),
    Measurement("sweeps", "Follow-ups, by how many cases are open", 7, sweeps.measure),
    Measurement("sweeps_postgres", "Follow-ups on PostgreSQL", 9, _on_postgres(sweeps.measure), postgres=True),
    Measurement("starts", "Start and memory with many cases", 8, starts.measure),
    Measurement("delays", "The wait for an answer, at a steady pace", 9, delays.measure),
    Measurement("reads", "What people wait for among many cases", 7, reads.measure),
    Measurement("reads_postgres", "The same on PostgreSQL", 9, _on_postgres(reads.measure), postgres=True),
    Measurement("alike", "Alike cases among 100,000 open ones", 2, alike.figures),
    Measurement("digests", "The digests of a county's morning", 1, digests.figures),
    Measurement("onsite", "Where to go next", 1, onsite.figures),
)
