"""A broadcast to very many over the whole program, on a fast clock: killed again and again while it runs, with
residents who write and wait for an answer, before it and during it.
"""

import asyncio
import json
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from datetime import time as time_of_day
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, Final

from bot.clock import machine_now
from bot.commands.running import opened
from bot.settings import load_settings
from bot.telegram.queue import BROADCASTS_AT_ONCE
from casework.actions import broadcasting
from casework.broadcasts.broadcast import WORDS, Audience
from casework.broadcasts.subscriptions import Subscription, Topic, subscription_key
from casework.people import Address, Person
from storage.store import Store
from storage.tables import TABLE_OF
from tests.acceptance import fast
from tests.acceptance.launching import Launched, launch
from tests.acceptance.program import SAMPLE, command
from tests.patience import PATIENCE
from tests.standin.service import Standin
from tests.storage.raw import select

TOKEN: Final = "123456:broadcast"
EIGHT: Final = time_of_day(0, 30)
"""Half past eight in the county, in UTC: the quiet hours are over."""

FIRST: Final = 1_000_000
"""The first subscriber's number, with us and at Telegram."""

ASKING: Final = 10_000_000
"""The first of those who write and wait for an answer."""

A_SECOND: Final = 2.0
"""How many of them write in a fast second."""

WARM: Final = 20
"""How many of them write first: what a start puts off is done by then."""

CHUNK: Final = 2_000
WORDS_ASKED: Final = "The street lamp in front of the school has been dark for a week"
LISTENS: Final = "the web chat listens on port"


@dataclass
class Course:
    """What happened. Seconds of `answers` (from a message's arrival to the first answer) are fast ones."""

    subscribers: int
    speed: float
    database: str
    kills: int = 0
    seconds: float = 0.0
    worked: float = 0.0
    got: Counter[int] = field(default_factory=Counter)
    states: dict[str, int] = field(default_factory=dict)
    violations: list[str] = field(default_factory=list)
    deepest: int = 0
    answers: dict[str, list[float]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    @property
    def twice(self) -> int:
        """How many have it twice or oftener."""
        return sum(count > 1 for count in self.got.values())

    @property
    def without(self) -> int:
        """How many do not have it."""
        return self.subscribers - len(self.got)

    def wrong(self) -> dict[str, int]:
        """Return what is not nothing, though it ought to be."""
        wrong = {
            "not sent": self.without,
            "sent twice beyond what was under way": max(0, self.twice - BROADCASTS_AT_ONCE * self.kills),
            "in any other state than sent": self.subscribers - self.states.get("sent", 0),
            "beyond the limits of the Bot API": len(self.violations),
            "errors logged": len(self.errors),
        }
        return {what: count for what, count in wrong.items() if count}

    def report(self) -> str:
        """Return the figures as a block of lines."""
        hours = self.seconds * self.speed / 3600
        lines = [
            f"broadcast to {self.subscribers} on {self.database}, clock x {self.speed:g}, {self.kills} kills:"
            f" {self.seconds:.0f} s, which are {hours:.2f} h of the fast clock;"
            f" the program's processor time {self.worked:.0f} s",
            f"  have it once {sum(count == 1 for count in self.got.values())}, twice {self.twice},"
            f" not {self.without}; recorded as {self.states}; outbox at most {self.deepest} deep",
            f"  beyond the limits: {'; '.join(self.violations[:9]) or 'nothing'}",
            *(f"  answers {name}: {_quantiles(found, self.speed)}" for name, found in self.answers.items()),
            *(f"  {what}: {count}" for what, count in self.wrong().items()),
        ]
        return "\n".join(lines)


def last_morning() -> datetime:
    """Return when it was half past eight in the county last."""
    now = machine_now()
    today = datetime.combine(now.date(), EIGHT, tzinfo=UTC)
    return today if today <= now else today - timedelta(days=1)


def _quantiles(seconds: list[float], speed: float) -> str:
    found = sorted(seconds)
    at = {name: found[min(len(found) - 1, int(len(found) * share))] for name, share in (("p50", 0.5), ("p99", 0.99))}
    return f"{len(found)}, " + ", ".join(
        f"{name} {value:.2f} s ({1000 * value / speed:.0f} ms of the machine)" for name, value in at.items()
    )


class Scene:
    """The program, Telegram and what is counted."""

    def __init__(self, folder: Path, telegram: Standin, course: Course, since: float) -> None:
        self.telegram = telegram
        self.course = course
        self.config = folder / "config.toml"
        self._log = folder / "log"
        self.morning = last_morning()
        self._since = since
        self._main = partial(fast.main, course.speed, since, self.morning)
        self._process: Launched | None = None
        self._started = 0
        self._asked: dict[int, float] = {}
        self._answered: dict[int, float] = {}
        self._next = ASKING

    def now(self) -> datetime:
        """Return the time of the fast clock."""
        return fast.moment(self.course.speed, self._since, self.morning)

    async def start(self) -> None:
        """Start the program, and wait until it asks for updates."""
        asked = self.telegram.counts["getUpdates"]
        words = ("run", "--config", str(self.config))
        self._process = await launch(self._main, words, self._log, self._log)
        self._started += 1
        async with asyncio.timeout(PATIENCE):
            while self._log.read_text().count(LISTENS) < self._started:
                await asyncio.sleep(0.02)
            await self.telegram.wait_called("getUpdates", asked + 1, PATIENCE)

    async def kill(self) -> None:
        """Kill the program where it stands, and start it again."""
        await self.end()
        self.course.kills += 1
        await self.start()

    async def end(self) -> None:
        """Kill the program, if it runs."""
        if self._process is not None and self._process.returncode is None:
            self.course.worked += self._process.worked()
            self._process.kill()
            await self._process.wait()

    def errors(self) -> Iterator[str]:
        """Yield the lines of the log that speak of errors."""
        for line in self._log.read_text().splitlines():
            if not line.startswith("{") or json.loads(line)["level"] in {"error", "critical"}:
                yield line

    def gather(self) -> None:
        """Count what has arrived since the last look, and forget it: 100,000 messages need not stay in memory."""
        world = self.telegram.world
        calls, world.calls[:] = list(world.calls), []
        for call in calls:
            if call.chat is None or not call.method.startswith("send"):
                continue
            if call.chat >= ASKING:
                self._answered.setdefault(call.chat, call.at)
            else:
                self.course.got[call.chat] += 1
                world.chats[call.chat].messages.clear()

    async def ask(self, name: str, count: int) -> None:
        """Let so many residents write, one after another, and note how long each waits for the first answer, where
        that has a name.
        """
        mine = range(self._next, self._next + count)
        self._next += count
        for person in mine:
            self._asked[person] = time.monotonic()
            self.telegram.world.says(person, WORDS_ASKED)
            await asyncio.sleep(1 / A_SECOND / self.course.speed)
            self.gather()
        async with asyncio.timeout(PATIENCE):
            while not all(person in self._answered for person in mine):
                await asyncio.sleep(0.02)
                self.gather()
        if not name:
            return
        speed = self.course.speed
        self.course.answers[name] = [(self._answered[each] - self._asked[each]) * speed for each in mine]

    async def reaches(self, people: int) -> None:
        """Wait until so many have the broadcast."""
        async with asyncio.timeout(PATIENCE * max(1, self.course.subscribers / 1000)):
            while len(self.course.got) < people:
                await asyncio.sleep(0.02)
                self.gather()


async def run(folder: Path, url: str, subscribers: int, kills: int, speed: float, asking: int, seed: int) -> Course:
    """Send a broadcast to so many, with so many kills, and `asking` residents who write before it and during it."""
    course, rng, since = Course(subscribers, speed, url.partition(":")[0]), Random(seed), time.monotonic()
    async with _scene(folder, url, course, since) as (scene, store):
        await _subscribe(store, scene, subscribers)
        await scene.start()
        await scene.ask("", WARM)
        await scene.ask("without it", asking)
        async with store.turn(scene.now()) as uow:
            assert uow.org.root is not None
            to = Audience(uow.org.root.id, (Topic.NOTICE,))
            words = {"zh": "明天上午停水，请先存一点。", "en": "No water tomorrow morning. Please fill a bucket."}
            its = await broadcasting.announce(uow, "notice:1", WORDS, to, None, words)
        began = time.monotonic()
        await scene.reaches(1)
        await scene.ask("during it", asking)
        first = len(course.got)
        for after in sorted(rng.randrange(first, max(first + 1, subscribers * 9 // 10)) for _ in range(kills)):
            await scene.reaches(after)
            await asyncio.sleep(rng.random() / speed)
            await scene.kill()
        await _finish(scene, store, its.id)
        course.seconds = time.monotonic() - began
    course.violations = [f"{each.method}: {each.what}" for each in scene.telegram.violations]
    course.errors = list(scene.errors())
    return course


@asynccontextmanager
async def _scene(folder: Path, url: str, course: Course, since: float) -> AsyncIterator[tuple[Scene, Store]]:
    async with Standin(TOKEN, rates="record", speed=course.speed) as telegram:
        scene = Scene(folder, telegram, course, since)
        scene.config.write_text(
            f"[storage]\nurl = {json.dumps(url)}\nfiles = {json.dumps(str(folder / 'files'))}\n"
            f'[web]\nbind = "127.0.0.1:0"\n[telegram]\ntoken = {json.dumps(TOKEN)}\n'
            f"api_base_url = {json.dumps(telegram.url)}\n[together]\noffers_a_day = 0\n"
        )
        await command("org", "import", str(SAMPLE), "--config", str(scene.config))
        async with opened(load_settings(scene.config, {})) as store:
            try:
                yield scene, store
            finally:
                await scene.end()


async def _subscribe(store: Store, scene: Scene, count: int) -> None:
    """Let so many people, who have written before, hear of news of the whole county."""
    root, at = (await store.snapshot()).organisation.root, scene.now()
    assert root is not None
    people, addresses, wishes = (TABLE_OF[each].codec for each in (Person, Address, Subscription))
    for start in range(FIRST, FIRST + count, CHUNK):
        ids = range(start, min(start + CHUNK, FIRST + count))
        rows: dict[str, list[dict[str, Any]]] = {
            "people_insert": [],
            "addresses_insert": [],
            "subscriptions_insert": [],
        }
        for id_ in ids:
            chat = f"tg:{id_}"
            key = subscription_key(id_, Topic.NOTICE, root.id)
            scene.telegram.world.chat_of(id_, None)
            rows["people_insert"].append(people.encode(Person(id_, "", "zh" if id_ % 3 else "en", chat, at)))
            rows["addresses_insert"].append(addresses.encode(Address(chat, id_)))
            rows["subscriptions_insert"].append(wishes.encode(Subscription(key, id_, Topic.NOTICE, root.id, at)))
        async with store.database.transaction() as session:
            for name, found in rows.items():
                await session.write(name, found)


async def _finish(scene: Scene, store: Store, id_: int) -> None:
    """Wait until the broadcast is done, and read what was recorded of it."""
    course = scene.course
    async with asyncio.timeout(PATIENCE * max(1, course.subscribers / 1000)):
        while True:
            scene.gather()
            async with store.reading() as session:
                ((state,),) = await select(session, f"select state from broadcasts where id = {id_}")
                ((waiting,),) = await session.rows("broadcast_waiting", id=id_)
            course.deepest = max(course.deepest, waiting)
            if state == "done":
                break
            await asyncio.sleep(0.1)
    async with store.reading() as session:
        course.states = {name: int(count) for name, count in await session.rows("broadcast_states", id=id_)}
