"""The crash test's course: one database, a program that is killed again and again, people who never notice."""

import asyncio
import json
import statistics
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

from bot import cli
from bot.clock import machine_now
from bot.commands.running import opened
from bot.settings import load_settings
from casework.actions import membership
from casework.people import Role
from storage.store import Store
from tests.acceptance import crash_mutant
from tests.acceptance.crash_checks import Found, check
from tests.acceptance.crash_people import People
from tests.acceptance.launching import Launched, launch
from tests.acceptance.program import SAMPLE, command
from tests.patience import PATIENCE
from tests.standin.service import Standin
from tests.storage.raw import select

TOKEN: Final = "123456:crash-test"
WORK: Final = 250
"""Messages and other calls between a start and the kill, at most: a slow machine is killed after as much work."""

MOMENT: Final = 0.1
"""Seconds from the last of these calls to the kill, at most: so that it falls on anything."""

CROWD: Final = 16
UNITS: Final = ("wanghuai", "luting", "yunshan", "liya")
CADRES: Final = 2
"""Cadres in each unit."""

LISTENS: Final = "the web chat listens on port"
"""What a process logs that is up."""


@dataclass
class Course:
    """What happened: the moments of the kills, the seconds of the starts, the log's errors, and what was found."""

    seed: int
    database: str
    workers: int = 1
    kills: list[float] = field(default_factory=list)
    starts: list[float] = field(default_factory=list)
    seconds: float = 0.0
    errors: list[str] = field(default_factory=list)
    found: Found = field(default_factory=Found)

    def wrong(self) -> dict[str, int]:
        """Return what is not nothing, though it ought to be."""
        wrong = {**self.found.wrong, "errors logged": len(self.errors)}
        return {what: count for what, count in wrong.items() if count}

    def report(self) -> str:
        """Return the figures as a block of lines."""
        found = self.found
        lines = [
            f"crash test on {self.database}, workers {self.workers}, seed {self.seed}:"
            f" {len(self.kills)} kills in {self.seconds:.0f} s",
            f"  start until the first request for updates: median {statistics.median(self.starts):.2f} s,"
            f" longest {max(self.starts):.2f} s",
            "  " + ", ".join(f"{what}: {count}" for what, count in found.counts.items()),
            f"  sent twice, by kill: {self._twice()}; sent at most {1000 * found.oldest_twice:.0f} ms before it",
            *(f"  {what}: {count}" for what, count in {**found.wrong, "errors logged": len(self.errors)}.items()),
        ]
        return "\n".join(lines)

    def _twice(self) -> str:
        by_count = {0: len(self.kills) - self.found.twice.total(), **self.found.twice}
        return ", ".join(f"{count} by {kills}" for count, kills in sorted(by_count.items()))


class Crashes:
    """A service over one database, of one process or several, of which one is killed and started again."""

    def __init__(
        self, folder: Path, telegram: Standin, program: Callable[[], None], course: Course, rng: Random
    ) -> None:
        self._program = program
        self._words = ("run", "--config", str(folder / "config.toml"))
        self._log = folder / "log"
        self._telegram = telegram
        self._course = course
        self._rng = rng
        self._processes: list[Launched] = []
        self._started = 0

    async def start(self) -> None:
        """Start what is missing of the processes, and wait until they are up and one of them asks for updates."""
        asked, began = self._telegram.counts["getUpdates"], time.monotonic()
        while len(self._processes) < self._course.workers:
            self._processes.append(await launch(self._program, self._words, self._log, self._log))
            self._started += 1
        try:
            async with asyncio.timeout(PATIENCE):
                while self._log.read_text().count(LISTENS) < self._started:
                    await asyncio.sleep(0.02)
                await self._telegram.wait_called("getUpdates", asked + 1, PATIENCE)
        except TimeoutError:
            raise AssertionError(f"it does not start: {self._log.read_text()[-2000:]}") from None
        self._course.starts.append(time.monotonic() - began)

    async def kill(self) -> None:
        """Let them work for a while, and kill one of them where it stands."""
        calls = self._telegram.world.calls
        enough = len(calls) + self._rng.randint(0, WORK)
        async with asyncio.timeout(PATIENCE):
            await self._telegram.world.wait_until(lambda: len(calls) >= enough)
        await asyncio.sleep(self._rng.uniform(0, MOMENT))
        for process in self._processes:
            assert process.returncode is None, self._log.read_text()[-2000:]
        killed = self._processes.pop(self._rng.randrange(len(self._processes)))
        killed.kill()
        self._course.kills.append(time.monotonic())
        await killed.wait()

    async def stop(self) -> None:
        """End them in good order."""
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            status = await asyncio.wait_for(process.wait(), PATIENCE)
            assert status == 0, f"{status}: {self._log.read_text()[-2000:]}"

    async def end(self) -> None:
        """End them whatever state they are in."""
        for process in self._processes:
            if process.returncode is None:
                process.kill()
                await process.wait()

    def errors(self) -> list[str]:
        """Return the lines of the log that speak of errors, and those that are none of the log's."""
        lines = self._log.read_text().splitlines() if self._log.exists() else []
        return [
            line for line in lines if not line.startswith("{") or json.loads(line)["level"] in {"error", "critical"}
        ]


@dataclass
class Scene:
    """A service at work, with its people."""

    course: Course
    telegram: Standin
    people: People
    crashes: Crashes
    config: Path
    first_update: int

    def updates(self) -> range:
        """Return the numbers of all updates that there were."""
        return range(self.first_update, self.telegram.world._last_update_id + 1)

    @asynccontextmanager
    async def store(self) -> AsyncIterator[Store]:
        """Open the database beside the program. Not while it is being killed: who opens a database mends it."""
        async with opened(load_settings(self.config, {})) as store:
            yield store


async def run(folder: Path, url: str, kills: int, seed: int, workers: int = 1) -> Course:
    """Kill the program so many times under load, let everybody finish, and count what is wrong.

    With several `workers` one of them is killed each time, and the others go on.
    """
    async with _scene(folder, url, cli.main, seed, workers) as scene:
        course, people, crashes, began = scene.course, scene.people, scene.crashes, time.monotonic()
        for _ in range(kills):
            await crashes.kill()
            await crashes.start()
        everybody = await people.go_home(PATIENCE)
        async with scene.store() as store:
            await _quiet(store, scene.telegram)
            await crashes.stop()
            course.seconds = time.monotonic() - began
            course.errors = crashes.errors()
            calls = scene.telegram.calls()
            course.found = await check(store, scene.updates(), people.deeds, calls, course.kills, workers)
        course.found.counts["residents"] = people.deeds.finished
        course.found.wrong["residents still waiting"] = 0 if everybody else CROWD
        course.found.wrong["violations of the Bot API"] = len(scene.telegram.violations)
    return course


async def run_mutant(folder: Path, url: str, kills: int, seed: int) -> int:
    """Kill a program that confirms before it stores, until an update is lost, at most so many times.

    Return how many updates were lost.
    """
    async with _scene(folder, url, crash_mutant.main, seed, 1) as scene:
        for _ in range(kills):
            await scene.crashes.kill()
            lost = await _lost(scene)
            if lost:
                return lost
            await scene.crashes.start()
    return 0


@asynccontextmanager
async def _scene(folder: Path, url: str, program: Callable[[], None], seed: int, workers: int) -> AsyncIterator[Scene]:
    """Give a service that works for people, killed never yet."""
    course = Course(seed, url.partition(":")[0], workers)
    async with Standin(TOKEN, rates="off") as telegram:
        config = _configure(folder, url, telegram.url)
        await command("org", "import", str(SAMPLE), "--config", str(config))
        people = People(telegram, Random(seed + 1), CROWD)
        crashes = Crashes(folder, telegram, program, course, Random(seed))
        scene = Scene(course, telegram, people, crashes, config, telegram.world._last_update_id + 1)
        async with scene.store() as store:
            codes = await _invite(store)
        try:
            await crashes.start()
            await people.join(codes)
            people.come()
            yield scene
        finally:
            await crashes.end()
            await people.close()


def _configure(folder: Path, url: str, telegram_url: str) -> Path:
    path = folder / "config.toml"
    telegram = f"token = {json.dumps(TOKEN)}\napi_base_url = {json.dumps(telegram_url)}"
    unpaced = "per_second = 0\nper_chat_second = 0\nper_group_minute = 0"
    path.write_text(
        f"[storage]\nurl = {json.dumps(url)}\nfiles = {json.dumps(str(folder / 'files'))}\n"
        f'[web]\nbind = "127.0.0.1:0"\n[telegram]\n{telegram}\n{unpaced}\n'
        "[together]\noffers_a_day = 0\n[followups]\npushes_a_day = 1000\n"
    )
    return path


async def _invite(store: Store) -> list[str]:
    codes = []
    async with store.turn(machine_now()) as uow:
        for code in UNITS * CADRES:
            unit = uow.org.unit_by_code(code)
            assert unit is not None
            codes.append(await membership.invite(uow, Role.CADRE, unit.id, None, "承办人", "Case officer"))
    return codes


async def _quiet(store: Store, telegram: Standin) -> None:
    """Wait until nothing is to be handled or sent any more; what never ends is found by the checks."""
    waiting = "select (select count(*) from inbox where state = 'new') + (select count(*) from outbox where state = "
    for _ in range(int(PATIENCE / 0.2)):
        async with store.reading() as session:
            ((count,),) = await select(session, f"{waiting}'pending')")
        if not count and not telegram.world.pending:
            return
        await asyncio.sleep(0.2)


async def _lost(scene: Scene) -> int:
    """Count the updates that were confirmed and are not stored, while no program runs that might store them."""
    async with scene.store() as store, store.reading() as session:
        stored = {number for (number,) in await select(session, "select update_id from inbox")}
    return sum(number not in stored and number not in scene.telegram.world.pending for number in scene.updates())
