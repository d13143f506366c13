"""The digests of a whole county's staff at half past eight, on 100,000 open cases.

What is timed is the real sweep: it fires the digests, renders and stores them. The bar is 10 seconds for 500 cadres,
with their heads, dispatchers, supervisors and leaders.
"""

import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Final

from benchmarks.databases import fresh
from benchmarks.figures import Bar, Figure
from benchmarks.made_cases import made
from benchmarks.stage import HandClock
from benchmarks.workshop import Workshop
from bot.clock import machine_now
from bot.composition import calendar_of
from bot.desk import Desk
from bot.settings import Settings
from bot.sweep import Sweep
from bot.web.channel import WebChannel
from casework.areas import Area
from casework.organisation import Unit
from casework.people import Person, Post, Role
from casework.petitions import Case, Press, State
from casework.pleas import Decision, Extension
from casework.unit_of_work import Rules
from handlers import texts
from storage.codec import Codec
from storage.dialects import Session
from storage.store import Store
from storage.tables import TABLE_OF

BAR: Final = Bar(10.0, "most")
CADRES: Final = 500
CASES: Final = 100_000
UNITS: Final = 100
TOWNS: Final = 20
ABOVE: Final = ((Role.DISPATCHER, 5), (Role.SUPERVISOR, 10), (Role.LEADER, 5))
FIRST_UNIT, FIRST_PERSON = 1_000, 10_000


def _people(yesterday: datetime) -> Iterator[tuple[Person, Post]]:
    """Give 500 cadres and 100 heads in their units, and those above over the county."""
    id_ = FIRST_PERSON

    def serve(role: Role, unit: int | None, area: int | None) -> tuple[Person, Post]:
        nonlocal id_
        id_ += 1
        person = Person(id_, "", "zh" if id_ % 2 else "en", f"web:{id_}", yesterday, digest_since=yesterday)
        return person, Post(id_, id_, role, unit, area, "办事员", "Officer")

    for number in range(CADRES):
        yield serve(Role.CADRE, FIRST_UNIT + number % UNITS, None)
    for number in range(UNITS):
        yield serve(Role.HEAD, FIRST_UNIT + number, None)
    for role, count in ABOVE:
        for _ in range(count):
            yield serve(role, None, 1)


def _case(number: int, rng: Random, now: datetime) -> Case:
    """Return an open case: one in ten late, one in twenty with more time, asked or given, one in fifty due today, a few
    waiting, pressed or without a unit.
    """
    unit, town = number % UNITS, number % TOWNS
    late = rng.random()
    days = -rng.randint(1, 30) if late < 0.1 else 0 if late < 0.12 else rng.randint(1, 60)
    filed = now - timedelta(days=61) + timedelta(days=days, seconds=number % 80_000)
    waiting = rng.random() < 0.02
    cadre = FIRST_PERSON + 1 + unit + UNITS * rng.randrange(CADRES // UNITS)
    press = Press(FIRST_PERSON + CADRES + UNITS + 6, "?", now, now + timedelta(days=3))
    limit_at = (now + timedelta(days=days)).replace(hour=16, minute=0, second=0, microsecond=0)
    return made(
        number,
        10 + town,
        f"/1/{10 + town}/",
        filed,
        category="roads",
        limit_at=limit_at,
        state=State.WAITING if waiting else State.WORKING,
        unit_id=FIRST_UNIT + unit if rng.random() > 0.001 else None,
        cadre_id=cadre,
        assigned_at=filed,
        press=press if rng.random() < 0.002 else None,
        extension=Extension(30, rng.choice(list(Decision))) if not waiting and rng.random() < 0.05 else None,
    )


async def _fill(session: Session, now: datetime, count: int) -> None:
    areas = [Area(1, "1", "县", "county", None, "/1/"), *(_town(number) for number in range(TOWNS))]
    await session.write("area_insert", [Codec(Area).encode(area) for area in areas])
    units = [
        Unit(FIRST_UNIT + number, f"u{number}", f"单位{number}", f"Unit {number}", "", 1, None)
        for number in range(UNITS)
    ]
    await session.write("unit_insert", [{**Codec(Unit).encode(unit), "path": f"/{unit.id}/"} for unit in units])
    rng, codec = Random(7), TABLE_OF[Case].codec
    for start in range(0, count, 10_000):
        cases = [_case(number, rng, now) for number in range(start, min(start + 10_000, count))]
        await session.write("cases_insert", [codec.encode(case) for case in cases])
    await session.write("organisation_changed", [{"id": 1}])


def _town(number: int) -> Area:
    return Area(10 + number, f"t{number}", f"镇{number}", "town", 1, f"/1/{10 + number}/")


async def measure(url: str, count: int) -> tuple[float, float, int]:
    """Return the seconds that all digests of a morning take on a fresh database, those of them that this process was
    at work (on a busy machine the rest is waiting), and how many fired.
    """
    now = machine_now().replace(microsecond=0)
    calendar = await calendar_of(Settings(), now)
    rules = Rules(calendar, secret=b"s" * 32)
    morning = calendar.next_morning(now, rules.profile.times.digest_at)
    store = await Store.open(url, rules, Random(7))
    try:
        async with store.batch() as batch:
            await _fill(batch.session, morning, count)
        async with store.batch() as batch:
            uow = store.unit_of_work(batch, now)
            for person, post in _people(now):
                uow.put(person)
                uow.put(post)
            batch.join()
        # As the server does by itself before long: without figures about the rows it plans for empty tables.
        await store.database.script("analyze")
        desk = Desk(store, {WebChannel.name: WebChannel()}, HandClock(morning), machine_now)
        for language in rules.languages:
            texts.bundle(language)  # A running service has read them.
        begun, worked = time.perf_counter(), time.process_time()
        fired = await Sweep(desk).run()
        return time.perf_counter() - begun, time.process_time() - worked, fired
    finally:
        await store.close()


async def figures(shop: Workshop) -> list[Figure]:
    """Fire the digests on SQLite, and on PostgreSQL where there is a server, and return the seconds."""
    cases, found = min(CASES, shop.amounts.cases), []
    for label, server in {"SQLite": "", **({"PostgreSQL": shop.postgres} if shop.postgres else {})}.items():
        with shop.place(cases) as place:
            async with fresh(server, place) as url:
                seconds, worked, fired = await measure(url, cases)
        what = f"{fired} digests on {cases:,} open cases, {label}"
        name = f"digests_{label.lower()}"
        found.append(Figure(name, what, seconds, "s", bar=BAR))
        found.append(Figure(f"{name}_work", f"{what}: at work", worked, "s"))
    return found
