"""Where to go next: the planner's proposals for a county of 600 villages with 100,000 open cases.

What is timed is one turn that asks, all of it: while it lasts, SQLite's one writer waits. Beside it the first morning
of a quarter, on which the planner proposes by itself to every leader, and a morning on which it only looks for clusters
of late cases. The bar of each is a second.
"""

import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Final

from benchmarks.databases import fresh
from benchmarks.figures import Bar, Figure
from benchmarks.made_cases import made
from benchmarks.workshop import Workshop
from bot.clock import machine_now
from bot.composition import calendar_of
from bot.settings import Settings
from casework.actions.outing_places import late_clusters, look_round, proposals
from casework.actions.outings import plan
from casework.areas import Area
from casework.people import Person, Post, Role
from casework.petitions import Case, Closing, State
from casework.replacing import replace
from casework.unit_of_work import Rules
from storage.codec import Codec
from storage.dialects import Session
from storage.store import Store
from storage.tables import TABLE_OF

BAR: Final = Bar(1.0, "most")
OPEN: Final = 100_000
TOWNS: Final = 20
VILLAGES: Final = 600
SILENT: Final = 60
LEADERS: Final = 5
YEAR: Final = 365
COUNTY, FIRST_TOWN, FIRST_VILLAGE, FIRST_PERSON = 1, 10, 1_000, 10_000


def _areas(rng: Random) -> Iterator[Area]:
    county = Area(COUNTY, "1", "县", "county", None, f"/{COUNTY}/")
    yield county
    towns = [_below(county, FIRST_TOWN + number, "town") for number in range(TOWNS)]
    yield from towns
    for number in range(VILLAGES):
        village = _below(towns[number % TOWNS], FIRST_VILLAGE + number, "village")
        yield replace(village, people=rng.randint(200, 4000), travel_minutes=rng.randint(5, 180))


def _below(above: Area, id_: int, level: str) -> Area:
    return Area(id_, f"a{id_}", f"地方{id_}", level, above.id, f"{above.path}{id_}/")


def _case(number: int, rng: Random, now: datetime, villages: list[Area]) -> Case:
    """Return a case of a village that is heard: every second one is open, a tenth of those late; the others ended."""
    village = villages[rng.randrange(SILENT, VILLAGES)]
    is_open = number % 2 == 0
    filed = now - timedelta(days=(66 if is_open else YEAR) * rng.random())
    return made(
        number,
        village.id,
        village.path,
        filed,
        category="roads",
        limit_at=filed + timedelta(days=60),
        state=State.WORKING if is_open else State.CLOSED,
        closing=None if is_open else Closing.SOLVED,
        closed_at=None if is_open else filed + (now - filed) * rng.random(),
        shielded=rng.random() < 0.01,
    )


async def _fill(session: Session, now: datetime, cases: int) -> None:
    rng, codec = Random(7), TABLE_OF[Case].codec
    areas = list(_areas(rng))
    await session.write("area_insert", [Codec(Area).encode(area) for area in areas])
    villages = [area for area in areas if area.level == "village"]
    for start in range(0, cases, 10_000):
        some = [_case(number, rng, now, villages) for number in range(start, min(start + 10_000, cases))]
        await session.write("cases_insert", [codec.encode(case) for case in some])
    await session.write("organisation_changed", [{"id": 1}])


def _leaders(since: datetime) -> Iterator[tuple[Person, Post]]:
    """Give the leaders of the county, and one of each town."""
    for number in range(LEADERS + TOWNS):
        id_, area = FIRST_PERSON + number, COUNTY if number < LEADERS else FIRST_TOWN + number - LEADERS
        yield (
            Person(id_, "", "zh" if id_ % 2 else "en", f"web:{id_}", since),
            Post(id_, id_, Role.LEADER, None, area, "领导", "Leader"),
        )


async def measure(url: str, open_cases: int) -> dict[str, float]:
    """Return the seconds of each thing that is timed, on a fresh database."""
    now = machine_now().replace(microsecond=0)
    calendar = await calendar_of(Settings(), now)
    store = await Store.open(url, Rules(calendar, secret=b"s" * 32), Random(7))
    try:
        async with store.batch() as batch:
            await _fill(batch.session, now, 2 * open_cases)
        people = [person for person, _ in _leaders(now)]
        async with store.turn(now) as uow:
            for person, post in _leaders(now):
                uow.put(person)
                uow.put(post)
        # As the server does by itself before long: without figures about the rows it plans for empty tables.
        await store.database.script("analyze")
        await store.snapshot()  # A running service has read it.
        return {
            "asked": await _asked(store, now, people[0]),
            "planned": await _planned(store, now, people[0]),
            "quarter": await _morning(store, now, people, now - timedelta(days=100)),
            "morning": await _morning(store, now, people, now),
        }
    finally:
        await store.close()


async def _asked(store: Store, now: datetime, person: Person) -> float:
    begun = time.perf_counter()
    async with store.turn(now) as uow:
        assert await proposals(uow, person.id)
    return time.perf_counter() - begun


async def _planned(store: Store, now: datetime, person: Person) -> float:
    """Return the seconds in which a day is planned in a silent village, which is looked for among all that is open."""
    at = store.rules.calendar.next_morning(now)
    begun = time.perf_counter()
    async with store.turn(now) as uow:
        assert not (await plan(uow, person.id, FIRST_VILLAGE, at, "")).items
    return time.perf_counter() - begun


async def _morning(store: Store, now: datetime, people: list[Person], since: datetime) -> float:
    """Return the seconds that the planner adds to the batch in which all leaders have their digest."""
    begun = time.perf_counter()
    async with store.batch() as batch:
        late = await late_clusters(store.unit_of_work(batch, now), people)
        for person in people:
            await look_round(store.unit_of_work(batch, now), person, since, late.get(person.id, ()))
            batch.join()
    return time.perf_counter() - begun


_LABELS: Final = {
    "asked": "where to go next, asked for",
    "planned": "a day planned in a silent village",
    "quarter": f"where to go next, proposed to {LEADERS + TOWNS} leaders on the first morning of a quarter",
    "morning": f"clusters of late cases, looked for by {LEADERS + TOWNS} leaders on any morning",
}


async def figures(shop: Workshop) -> list[Figure]:
    """Ask the planner on SQLite, and on PostgreSQL where there is a server, and return the seconds."""
    cases, found = min(OPEN, shop.amounts.cases), []
    for label, server in {"SQLite": "", **({"PostgreSQL": shop.postgres} if shop.postgres else {})}.items():
        with shop.place(2 * cases) as place:
            async with fresh(server, place) as url:
                seconds = await measure(url, cases)
        for name, value in seconds.items():
            what = f"{_LABELS[name]}: {cases:,} open cases, {VILLAGES} villages, {label}"
            found.append(Figure(f"onsite_{name}_{label.lower()}", what, value, "s", bar=BAR))
    return found
