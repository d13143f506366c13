"""What people wait for when a million cases are kept: their own, a cadre's, the morning's, alike ones, a timeline.

Each is a whole turn of the real desk, from the stored update to the commit, of somebody drawn at random; the turns of
all kinds are mixed, so that none finds its rows just read.
"""

import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from random import Random
from typing import Any, Final

from benchmarks.complaints import MATTERS
from benchmarks.county import place
from benchmarks.figures import Bar, Figure
from benchmarks.phones import said, tapped
from benchmarks.stage import Stage
from benchmarks.workshop import Workshop
from bot.collector import keep_what_is_loaded
from bot.settings import Settings
from casework.conversations import Conversation
from casework.people import Person, Role
from storage import bulk

BAR: Final = Bar(50.0, "most")
"""Milliseconds within which 95 of 100 are answered."""

_NEW_RESIDENT: Final = 9_000_000_000
_DRAWN: Final = 1000

Case = tuple[int, str, int, int, int | None, str]
_CASE: Final = ("id", "number", "resident_id", "epoch", "cadre_id", "state")


@dataclass(slots=True)
class People:
    """Those who may ask: Telegram's ids of staff by role, and of whom cases are, with cases drawn at random."""

    staff: Mapping[Role, list[int]]
    phones: Mapping[int, int]
    cases: Sequence[Case]
    running: Sequence[Case]


@dataclass(slots=True)
class Asked:
    """The milliseconds of each answer, by what was asked."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))


async def _drawn(url: str, rng: Random) -> tuple[list[Case], list[Case]]:
    """Return cases drawn at random, and open ones that a cadre has."""
    everybody: list[Any] = []
    running: list[Any] = []
    async with bulk.source(url) as source:
        async for rows in source.rows("cases", _CASE):
            everybody += rng.sample(rows, max(1, len(rows) // 20))
            running += [row for row in rows if row[5] != "closed" and row[4] is not None]
    return rng.sample(everybody, min(_DRAWN, len(everybody))), rng.sample(running, min(_DRAWN, len(running)))


async def people(stage: Stage, url: str, rng: Random) -> People:
    """Find who may ask."""
    cases, running = await _drawn(url, rng)
    async with stage.store.turn(stage.clock.now()) as uow:
        staff = [(post.role, post.person_id) for post in uow.staff.all()]
        ids = {person for _, person in staff} | {case[2] for case in (*cases, *running)}
        found = {person.id: person for person in await uow.get_all(Person, sorted(ids))}
    phones = {id_: int(person.home.removeprefix("tg:")) for id_, person in found.items() if person.home}
    by_role: dict[Role, list[int]] = defaultdict(list)
    for role, person in staff:
        by_role[role].append(phones[person])
    return People(by_role, phones, cases, running)


class Asking:
    """Lets somebody ask, and times the answer."""

    def __init__(self, stage: Stage, found: People, seeds: Any, rng: Random) -> None:
        self._stage = stage
        self._people = found
        self._size = seeds.size
        self._rng = rng
        self._numbers = count(1)
        self.asked = Asked()
        self.kinds: Mapping[str, tuple[str, Callable[[], Awaitable[bytes]]]] = {
            "my": ("/my: a resident's cases", self._my),
            "case": ("/case: a resident's case by its number", self._case),
            "timeline": ("the history of a case, by its cadre", self._timeline),
            "cases": ("/cases: those of a cadre", lambda: self._command(Role.CADRE, "/cases")),
            "unit": ("/unit: those of a unit, by its head", lambda: self._command(Role.HEAD, "/unit")),
            "overdue": ("/overdue: late ones of the county", lambda: self._command(Role.SUPERVISOR, "/overdue")),
            "waiting": ("/waiting: those without a unit", lambda: self._command(Role.DISPATCHER, "/waiting")),
            "today_cadre": ("/today: the digest of a cadre", lambda: self._command(Role.CADRE, "/today")),
            "today_head": ("/today: of a head", lambda: self._command(Role.HEAD, "/today")),
            "today_dispatcher": ("/today: of a dispatcher", lambda: self._command(Role.DISPATCHER, "/today")),
            "today_leader": ("/today: of a leader of the county", lambda: self._command(Role.LEADER, "/today")),
            "alike": ("a complaint sent: alike ones looked for", self._sent),
        }

    async def once(self, kind: str) -> None:
        """Ask once."""
        raw = await self.kinds[kind][1]()
        number = next(self._numbers)
        begun = time.perf_counter()
        await self._stage.hears([(number, raw)])
        self.asked.times[kind].append(1000 * (time.perf_counter() - begun))

    async def _my(self) -> bytes:
        return said(self._people.phones[self._rng.choice(self._people.cases)[2]], "/my")

    async def _case(self) -> bytes:
        case = self._rng.choice(self._people.cases)
        return said(self._people.phones[case[2]], f"/case {case[1]}")

    async def _timeline(self) -> bytes:
        id_, _, _, epoch, cadre, _ = self._rng.choice(self._people.running)
        assert cadre is not None
        return tapped(self._people.phones[cadre], f"c.history.{id_}.{epoch}")

    async def _command(self, role: Role, command: str) -> bytes:
        return said(self._rng.choice(self._people.staff[role]), command)

    async def _sent(self) -> bytes:
        number = next(self._numbers)
        person = _NEW_RESIDENT + number
        words = self._rng.choice(MATTERS).format(place(self._size, self._rng.randrange(self._size.villages)))
        await self._stage.hears([(number, said(person, words))])
        async with self._stage.store.turn(self._stage.clock.now()) as uow:
            talk = await uow.get(Conversation, f"tg:{person}|tg:{person}")
        assert talk is not None
        return tapped(person, f"d.send.{talk.draft_id}")


async def measure(shop: Workshop, server: str = "") -> list[Figure]:
    """Fill a database, ask in a mixed order, and return the 95th percentiles."""
    amounts, rng = shop.amounts, Random(11)
    async with (
        shop.large(server, amounts.cases) as (url, filled),
        Stage.reopened(url, Settings(), filled.now) as stage,
    ):
        asking = Asking(stage, await people(stage, url, rng), amounts.seeds, rng)
        keep_what_is_loaded()  # As the service does: else each long list has the collector look at all of it.
        order = [kind for kind in asking.kinds for _ in range(amounts.searches)]
        rng.shuffle(order)
        for kind in order:
            await asking.once(kind)
        await _check(stage)
    suffix = "_postgres" if server else ""
    figures = []
    for kind, (label, _) in asking.kinds.items():
        times = sorted(asking.asked.times[kind])
        slow = times[int(0.95 * (len(times) - 1))]
        name = f"read_{kind}{suffix}"
        figures.append(Figure(name, f"{label}, p95", slow, "ms", bar=BAR, low=times[0], high=times[-1]))
    return figures


async def _check(stage: Stage) -> None:
    """Raise RuntimeError where something that was asked could not be handled."""
    async with stage.store.reading() as session:
        states = dict(map(tuple, await session.rows("inbox_counts")))
    if states.keys() - {"done"}:
        raise RuntimeError(f"not all that was asked is handled: {states}")
