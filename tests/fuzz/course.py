"""The fuzz test's course: updates go the way of all updates, and everything that must hold afterwards is counted.

By hand, with any number: python -m tests.fuzz.course --updates 1000000 --database sqlite
"""

import argparse
import asyncio
import logging
import os
import resource
import secrets
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

import msgspec

from bot.desk import Desk
from bot.sweep import Sweep
from bot.telegram.api import update_id_of
from bot.telegram.channel import NAME, TelegramChannel, chat_id
from bot.telegram.inbox import InboxWriter
from casework.people import Address, Person, Post, Role
from tests.bot.plain import StandingClock
from tests.databases import KINDS, fresh_database
from tests.fuzz.generate import PEOPLE, Updates
from tests.handlers.dialogue import COUNTY, MONDAY, ROADS, WATER, Town
from tests.storage.raw import select

AT_ONCE: Final = 100
STEP: Final = timedelta(minutes=20)
"""How far the clock goes on after each hundred updates: follow-ups fall due among them."""

POSTS: Final = (
    (Role.CADRE, ROADS, None),
    (Role.HEAD, ROADS, None),
    (Role.CADRE, WATER, None),
    (Role.DISPATCHER, None, COUNTY),
    (Role.SUPERVISOR, None, COUNTY),
    (Role.LEADER, None, COUNTY),
    (Role.DUTY, None, COUNTY),
)
"""What the first of the people are; all others are residents."""

BOT: Final = 123456
_OLDEST: Final = 500
"""Buttons that are pressed, of those shown last."""


@dataclass
class Found:
    """What was counted. `wrong` has to be empty of everything."""

    seed: int
    updates: int = 0
    handled: int = 0
    aside: int = 0
    fired: int = 0
    cases: int = 0
    seconds: float = 0.0
    grown: int = 0  # megabytes since a quarter of the way
    wrong: Counter[str] = field(default_factory=Counter)

    def report(self) -> str:
        """Return the figures as a line, and what is wrong."""
        wrong = ", ".join(f"{what}: {count}" for what, count in self.wrong.items()) or "nothing"
        return (
            f"fuzz, seed {self.seed}: {self.updates} updates in {self.seconds:.0f} s, handled {self.handled}, set aside"
            f" {self.aside}, follow-ups {self.fired}, cases {self.cases}, memory +{self.grown} MB; wrong: {wrong}"
        )


class Errors(logging.Handler):
    """Counts what the program logs as an error."""

    def __init__(self, found: Found) -> None:
        super().__init__(logging.ERROR)
        self._found = found

    def emit(self, record: logging.LogRecord) -> None:
        self._found.wrong[record.getMessage()] += 1


async def run(url: str, updates: int, seed: int) -> Found:
    """Give the service so many updates, a third of them broken; return what was found."""
    found = Found(seed)
    errors = Errors(found)
    logging.getLogger("bot").addHandler(errors)
    town = await Town.open(url)
    try:
        await _run(town, updates, Random(seed), found)
    finally:
        await town.close()
        logging.getLogger("bot").removeHandler(errors)
    return found


async def _run(town: Town, updates: int, rng: Random, found: Found) -> None:
    clock, began = StandingClock(MONDAY), time.monotonic()
    desk = Desk(town.store, {NAME: TelegramChannel(BOT, "doorstep_bot")}, clock, clock.now)
    inbox = InboxWriter(town.store, BOT, desk.inbox_bell, clock.now)
    sweep, source = Sweep(desk), Updates(rng)
    await _staff(town)
    broken: set[int] = set()
    quarter = 0
    while found.updates < updates:
        batch = []
        for _ in range(min(AT_ONCE, updates - found.updates)):
            is_broken = rng.random() < 1 / 3
            batch.append(source.broken() if is_broken else source.valid())
            if is_broken:
                broken.add(batch[-1][0])
        await inbox.put([(update_id_of(raw), raw) for _, raw in batch])
        found.updates += len(batch)
        while await desk.handle():
            pass
        clock.moment += STEP
        found.fired += await sweep.run()
        source.shown = await _buttons(town)
        if not quarter and found.updates >= updates / 4:
            quarter = _memory()
    found.grown = _memory() - quarter
    found.seconds = time.monotonic() - began
    await _check(town, desk, inbox, broken, found)


async def _staff(town: Town) -> None:
    async with town.store.turn(MONDAY) as uow:
        for person, (role, unit, area) in zip(PEOPLE, POSTS, strict=False):
            id_ = uow.new_id()
            uow.put(Person(id_, "", "zh" if person % 2 else "en", f"{NAME}:{person}", MONDAY))
            uow.put(Address(f"{NAME}:{person}", id_))
            uow.put(Post(uow.new_id(), id_, role, unit, area, role.value, role.value))


async def _buttons(town: Town) -> list[tuple[int, str]]:
    """Return what the buttons carry that were shown last, with the chat of each."""
    query = f"select chat, buttons from messages where buttons <> '' order by id desc limit {_OLDEST}"
    async with town.store.reading() as session:
        rows = await select(session, query)
    found = []
    for chat, buttons in rows:
        shown: list[list[dict[str, Any]]] = msgspec.json.decode(buttons)
        found += [(chat_id(chat), button["data"]) for row in shown for button in row if button.get("data")]
    return found


def _memory() -> int:
    """Return the megabytes that the process has in memory now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() // 2**20


async def _check(town: Town, desk: Desk, inbox: InboxWriter, broken: set[int], found: Found) -> None:
    """Count what was not handled though it could be, and the conversations that no longer answer."""
    async with town.store.reading() as session:
        states = await select(session, "select update_id, state from inbox")
        ((found.cases,),) = await select(session, "select count(*) from cases")
        ((last,),) = await select(session, "select max(id) from messages")
    found.handled = sum(state == "done" for _, state in states)
    found.aside = sum(state == "aside" for _, state in states)
    found.wrong["not handled"] = sum(state == "new" for _, state in states)
    found.wrong["sound and set aside"] = sum(
        state == "aside" and id_ >= 0 and id_ not in broken for id_, state in states
    )
    asking = []
    for number, person in enumerate(PEOPLE):
        who = {"id": person, "is_bot": False, "first_name": "x", "language_code": "en"}
        message = {"message_id": 9000, "date": 1_770_000_000, "from": who, "text": "/help"}
        update = {"update_id": 2**40 + number, "message": message | {"chat": {"id": person, "type": "private"}}}
        asking.append((2**40 + number, msgspec.json.encode(update)))
    await inbox.put(asking)
    while await desk.handle():
        pass
    async with town.store.reading() as session:
        answered = {
            chat for (chat,) in await select(session, f"select chat from messages where mine = 0 and id > {last}")
        }
    found.wrong["conversations that are stuck"] = sum(f"{NAME}:{person}" not in answered for person in PEOPLE)
    found.wrong = +found.wrong


def main() -> int:
    """Run the test by hand; return the exit status."""
    parser = argparse.ArgumentParser(description="Give the service random updates, valid and broken.")
    parser.add_argument("--updates", type=int, default=1_000_000)
    parser.add_argument("--database", choices=KINDS, default="sqlite", help="postgres: at DOORSTEP_TEST_PG")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10_000))
    arguments = parser.parse_args()
    if arguments.database == "postgres" and not os.environ.get("DOORSTEP_TEST_PG"):
        print("no PostgreSQL: set DOORSTEP_TEST_PG to the URL of a database", file=sys.stderr)
        return 2
    logging.getLogger("bot").setLevel(logging.ERROR)

    async def run_all() -> Found:
        with tempfile.TemporaryDirectory() as name:
            async with fresh_database(arguments.database, Path(name)) as url:
                return await run(url, arguments.updates, arguments.seed)

    found = asyncio.run(run_all())
    print(found.report())
    return int(bool(found.wrong))


if __name__ == "__main__":
    sys.exit(main())
