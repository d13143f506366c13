"""How long it takes to find what is alike among many open cases.

The finder, and what ranks what it finds, are the program's own, over a database filled with open cases in the villages
of a county of 300. The texts are those of `benchmarks.complaints`, each with words of its own in them.
"""

import statistics
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Final

from benchmarks import databases
from benchmarks.complaints import MATTERS
from benchmarks.figures import Bar, Figure
from benchmarks.workshop import Workshop
from casework.areas import Area
from casework.calendar import Calendar
from casework.categories import propose
from casework.nearness import Sought, near_and_alike, sought_terms
from casework.petitions import Case, Petition
from casework.unit_of_work import Rules
from storage.codec import Codec, to_json
from storage.store import Store

BAR: Final = Bar(50.0, "most")
"""Milliseconds within which what is alike is found, in the median, among 100,000 open cases."""
CASES: Final = 100_000
TIMES: Final = 300

_NOW: Final = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
_VILLAGES, _TOWNS = 300, 20
_AT_ONCE: Final = 500
_LOOKED_AT: Final = 40
_WORDS: Final = (
    *("水沟", "围墙", "祠堂", "操场", "鱼塘", "竹林", "码头", "茶山", "晒场", "粮站"),
    *("果园", "石桥", "水闸", "老街", "车站", "井台", "菜地", "土坡", "砖窑", "戏台"),
)


def county() -> list[Area]:
    """Return a county of 20 townships and 300 villages, about 3 km from one to the next."""
    areas = [Area(1, "99", "样县", "county", None, "/1/", lat=27.0, lon=118.0)]
    for id_ in range(2, 2 + _TOWNS):
        lat, lon = 27.0 + (id_ % 5) * 0.1, 118.0 + (id_ // 5) * 0.1
        areas.append(Area(id_, f"99{id_}", f"镇{id_}镇", "town", 1, f"/1/{id_}/", lat=lat, lon=lon))
    for at in range(_VILLAGES):
        town, id_ = areas[1 + at % _TOWNS], 100 + at
        lat, lon = 27.0 + (at % 20) * 0.027, 118.0 + (at // 20) * 0.03
        name = f"{_WORDS[at % 20]}{at}村"
        areas.append(Area(id_, f"99{id_}", name, "village", town.id, f"{town.path}{id_}/", lat=lat, lon=lon))
    return areas


def text(rng: Random) -> str:
    """Return what somebody writes: a matter of the sample, with some words of their own."""
    return rng.choice(MATTERS).format("") + "就在" + "和".join(rng.sample(_WORDS, 3)) + "旁边。"


async def fill(store: Store, cases: int, rng: Random) -> None:
    """Put so many open cases into an empty database, each with its petition."""
    areas = county()
    async with store.batch() as batch:
        rows = [Codec(Area).encode(area) | {"aliases": to_json(())} for area in areas]
        await batch.session.write("area_insert", rows)
        await batch.session.write("organisation_changed", [{"id": 1}])
    for start in range(0, cases, _AT_ONCE):
        async with store.batch() as batch:
            uow = store.unit_of_work(batch, _NOW)
            for at in range(start, min(start + _AT_ONCE, cases)):
                words, area, filed = text(rng), rng.choice(areas[1:]), _NOW - timedelta(days=rng.random() * 60)
                petition = Petition(uow.new_id(), f"b-{at}", at, words, "zh", filed, f"d{at}")
                uow.put(petition)
                where = {"area_id": area.id, "area_path": area.path, "category": propose(words).category}
                times = {"filed_at": filed, "limit_at": _NOW + timedelta(days=30), "epoch_at": filed}
                given = {"number": petition.number, "suffix": 1, "place": "", "summary": words[:20]}
                uow.put(Case(uow.new_id(), petition.id, resident_id=at, **where, **times, **given))  # type: ignore[arg-type]
            batch.join()


async def measure(store: Store, times: int, rng: Random) -> tuple[list[float], float]:
    """Return the seconds of each search, sorted, and the share of searches that found something."""
    villages = [area for area in county() if area.level == "village"]
    seconds, hits = [], 0
    for _ in range(times):
        words, area = text(rng), rng.choice(villages)
        async with store.turn(_NOW) as uow:
            rules = uow.rules.profile.together
            began = time.perf_counter()
            sought = Sought(words, propose(words).category, area.id)
            found = await uow.similar(sought_terms(sought, uow.org, rules.near(sought.category)), _LOOKED_AT)
            offered = near_and_alike(uow.org, rules, sought, found, _NOW)
            seconds.append(time.perf_counter() - began)
            hits += bool(offered)
    return sorted(seconds), hits / times


async def run(server: str, place: Path, cases: int, times: int) -> tuple[float, float, float]:
    """Return median and 95th percentile in seconds, and the share of hits, over a fresh database of `server`."""
    calendar = Calendar(databases.ZONE, frozenset(), frozenset(), 2030)
    async with databases.fresh(server, place) as url:
        store = await Store.open(url, Rules(calendar, secret=b"bench"), Random(1))
        try:
            await fill(store, cases, Random(2))
            seconds, hits = await measure(store, times, Random(3))
        finally:
            await store.close()
    return statistics.median(seconds), seconds[int(len(seconds) * 0.95)], hits


async def figures(shop: Workshop) -> list[Figure]:
    """Search on SQLite, and on PostgreSQL where there is a server, and return the median times."""
    amounts = shop.amounts
    cases, times = min(CASES, amounts.cases), max(4, min(TIMES, amounts.searches * 2))
    found = []
    for label, server in {"SQLite": "", **({"PostgreSQL": shop.postgres} if shop.postgres else {})}.items():
        with shop.place(cases) as place:
            median, slow, hits = await run(server, place, cases, times)
        shop.says(f"{label}: {hits:.0%} of {times} searches found some, 95 of 100 in {1000 * slow:.1f} ms")
        what = f"alike cases among {cases:,} open ones, {label}"
        found.append(Figure(f"alike_{label.lower()}", what, 1000 * median, "ms", bar=BAR, high=1000 * slow, low=0.0))
    return found
