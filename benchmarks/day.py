"""A whole day of a city's hotline: 66,000 cases, as Beijing's 12345 takes, with what residents and cadres say to them.

The service's own parts, over SQLite on the disk: updates are stored raw, handled by the desk, follow-ups fired by the
sweep, and messages sent by the sender, with Telegram's limits. Only the clock is moved: from one sweep to the next, as
soon as all that belongs before it is done. Within that time the sender has as many seconds as passed; what the limits
hold back waits for the next step. The people are a process of their own.
"""

import asyncio
import json
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import msgspec

from benchmarks.city import TOKEN
from benchmarks.county import CITY, Size
from benchmarks.figures import Bar, Figure
from benchmarks.stage import Stage
from benchmarks.workshop import ROOT, Workshop
from bot.clock import machine_now
from bot.desk import Handled
from bot.files.vault import Vault
from bot.pacing import Pacing
from bot.schedule import SWEEP_SECONDS
from bot.settings import Followups, Service, Settings
from bot.telegram.api import TelegramApi, update_id_of
from bot.telegram.holders import new_holder
from bot.telegram.lease import Lease
from bot.telegram.sender import Sender
from bot.telegram.taps import TapAnswers
from casework.people import Role
from storage.codec import from_micros, to_micros

MINUTES: Final = Bar(10.0, "most")
LATE: Final = Bar(SWEEP_SECONDS, "most")
"""Seconds of case time by which a follow-up may fire after it was due."""

START: Final = datetime(2026, 3, 2, 16, 0, tzinfo=UTC)
"""Midnight in China, before a Tuesday."""

_DAY: Final = timedelta(days=1)
_STEP: Final = timedelta(seconds=SWEEP_SECONDS)
_SMALL: Final = Size(towns=2, villages=10, units=2, cadres=2)
_MANY: Final = 1000  # pushes to a cadre a day: a hotline's cadres are at their phones all day


class _Due(msgspec.Struct):
    updates: list[msgspec.Raw]
    next: int | None


_DUE: Final = msgspec.json.Decoder(_Due)


class DaySender(Sender):
    """The sender, by a clock that is moved; its lease goes by the machine's, as it does everywhere."""

    def keep_lease(self, lease: Lease) -> None:
        """Go by this lease."""
        self._lease = lease

    async def settled(self) -> None:
        """Return once nothing is under way, and nothing may go at this moment; the bell has been rung before."""
        while (  # noqa: ASYNC110 - nobody tells that it is idle
            self._desk.outbox_bell.is_set()
            or self._calls
            or self._queue.needs_read
            or (self._queue.wake_at(self._monotonic()) or self._monotonic() + 1) <= self._monotonic()
        ):
            await asyncio.sleep(0.001)

    @property
    def waiting(self) -> bool:
        """Whether messages wait for the limits."""
        return self._queue.wake_at(self._monotonic()) is not None

    async def recorded(self) -> None:
        """Return once what was sent is recorded."""
        while self._ended:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


@dataclass(slots=True)
class _Clocks:
    """The seconds of the sender: the machine's, ahead of them as far as case time was moved."""

    ahead: float = 0.0

    def monotonic(self) -> float:
        """Return the moved seconds."""
        return time.monotonic() + self.ahead


@dataclass(slots=True)
class Day:
    """What the day has shown."""

    seconds: float = 0.0
    work: float = 0.0
    fired: int = 0
    late: float = 0.0
    held: float = 0.0
    updates: int = 0


class _Course:
    """The day, step by step."""

    def __init__(self, stage: Stage, api: TelegramApi, sender: DaySender, clocks: _Clocks) -> None:
        self.day = Day()
        self._stage = stage
        self._api = api
        self._sender = sender
        self._clocks = clocks

    async def run(self, until: datetime) -> None:
        """Let the day pass."""
        stage, day = self._stage, self.day
        begun, worked = time.monotonic(), time.process_time()
        held = timedelta()
        while stage.clock.moment < until:
            ahead = await self._step()
            held = held + _STEP if self._sender.waiting else timedelta()
            day.held = max(day.held, held.total_seconds())
            due = await stage.sweep.next_due()
            nearest = min(each for each in (ahead, due, until) if each is not None)
            # An hour in which nothing happens costs a service nothing.
            idle = 0 if self._sender.waiting else max(0, (nearest - stage.clock.moment) // _STEP)
            stage.clock.moment += _STEP * (idle + 1)
            self._clocks.ahead += (idle * _STEP).total_seconds()
        await self._sender.recorded()
        day.seconds, day.work = time.monotonic() - begun, time.process_time() - worked

    async def _step(self) -> datetime | None:
        """Do what belongs before this moment; return when people do something next."""
        stage, day, now = self._stage, self.day, self._stage.clock.moment
        result = await self._api.call("getUpdates", {"now": to_micros(now)})
        if not result.ok:
            raise RuntimeError(f"the phones do not answer: {result.description}")
        found = _DUE.decode(result.result)
        if found.updates:
            day.updates += len(found.updates)
            await stage.hears([(update_id_of(raw), bytes(raw)) for raw in found.updates])
        due = await stage.sweep.next_due()
        if due is not None and due <= now:
            day.late = max(day.late, (now - due).total_seconds())
            day.fired += await stage.sweep.run()
        for _ in range(SWEEP_SECONDS):
            self._clocks.ahead += 1
            if stage.desk.outbox_bell.is_set() or self._sender.waiting:
                stage.desk.outbox_bell.set()
                await self._sender.settled()
        return from_micros(found.next) if found.next is not None else None


@asynccontextmanager
async def _city(cases: int, cadres: int, size: Size) -> AsyncIterator[tuple[Process, str]]:
    command = [sys.executable, "-m", "benchmarks.city", "--cases", str(cases), "--cadres", str(cadres)]
    command += ["--start", str(to_micros(START)), "--towns", str(size.towns), "--villages", str(size.villages)]
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdin=PIPE, stdout=PIPE)
    try:
        assert process.stdout is not None
        port = json.loads(await process.stdout.readline())["port"]
        yield process, f"http://127.0.0.1:{port}"
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def measure(shop: Workshop) -> list[Figure]:
    """Let the day pass, and return how long it took and how late things were."""
    cases = shop.amounts.day
    size = CITY if cases > 1000 else _SMALL
    times = Followups(pushes_a_day=_MANY)
    settings = Settings(service=Service(profile="hotline"), followups=times)
    with shop.place(cases) as place:
        async with Stage.open(f"sqlite:///{place / 'doorstep.db'}", size, settings, START) as stage:
            cadres = len(stage.staff[Role.CADRE])
            async with _city(cases, cadres, size) as (city, url):
                day = await _pass(stage, url, place)
                deeds = await _ended(city)
            kept = await _check(stage, cases)
    return _figures(cases, day, deeds, kept)


async def _pass(stage: Stage, url: str, place: Path) -> Day:
    api, clocks = TelegramApi(TOKEN, url), _Clocks()
    desk, store, holder = stage.desk, stage.store, new_holder()
    sender = DaySender(*(store, api, Pacing(), desk, Vault(place / "files"), holder), clocks.monotonic, machine_now)
    sender.keep_lease(Lease(store.database, "send:tg", holder, time.monotonic, machine_now))
    taps = TapAnswers(api)

    def answer(handled: Handled) -> None:
        for _, tap, text in handled.taps:
            taps.answer_tap(tap, text)

    desk.listeners.append(answer)
    sending = asyncio.create_task(sender.run())
    try:
        course = _Course(stage, api, sender, clocks)
        await course.run(START + _DAY)
    finally:
        sending.cancel()
        with suppress(asyncio.CancelledError):
            await sending
        await taps.close()
        await api.close()
    return course.day


async def _ended(city: Process) -> dict[str, int]:
    assert city.stdin is not None
    assert city.stdout is not None
    city.stdin.close()
    deeds: dict[str, int] = json.loads(await city.stdout.readline())
    return deeds


async def _check(stage: Stage, cases: int) -> dict[str, Any]:
    """Return how many cases are open. Raises RuntimeError where something could not be handled, or sent."""
    async with stage.store.reading() as session:
        inbox = dict(map(tuple, await session.rows("inbox_counts")))
        outbox = dict(map(tuple, await session.rows("outbox_counts")))
        opened = dict(map(tuple, await session.rows("cases_open_counts")))
    wrong = {**{f"updates {state}": count for state, count in inbox.items() if state != "done"}}
    wrong |= {f"messages {state}": count for state, count in outbox.items() if state in {"failed", "refused"}}
    if wrong:
        raise RuntimeError(f"of {cases} cases: {wrong}")
    return {"open": sum(opened.values())}


def _figures(cases: int, day: Day, deeds: dict[str, int], kept: dict[str, Any]) -> list[Figure]:
    said = deeds["said"] + deeds["tapped"]
    if said != day.updates:
        raise RuntimeError(f"people have done {said} things, and {day.updates} came in")
    return [
        Figure("day_minutes", f"a day of {cases:,} cases", day.seconds / 60, "min", bar=MINUTES),
        Figure("day_work", "the service at work (the rest is waiting for disk and network)", day.work / 60, "min"),
        Figure("day_late", "latest follow-up, after it was due", day.late, "s of the day", bar=LATE),
        Figure("day_held", "longest time that messages waited for Telegram's limits", day.held, "s of the day"),
        Figure("day_updates", "messages of residents and cadres", day.updates, ""),
        Figure("day_updates_a_case", "of them for each case", day.updates / cases, ""),
        Figure("day_sent", "messages sent", deeds["received"], ""),
        Figure("day_fired", "follow-ups fired", day.fired, ""),
        Figure("day_open", "cases open in the evening", kept["open"], ""),
        Figure("day_rate", "messages of people handled", day.updates / day.seconds, "a second"),
    ]
