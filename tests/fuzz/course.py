"""The fuzz test's course: updates go the way of all updates, and everything that must hold afterwards is counted."""

import itertools
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import Any, Final

import msgspec

from bot.desk import Desk
from bot.keeping import purge_old
from bot.schedule import KEPT, purge
from bot.settings import Retention
from bot.sweep import Sweep
from bot.telegram.api import update_id_of
from bot.telegram.channel import NAME, TelegramChannel, chat_id
from bot.telegram.inbox import InboxWriter
from casework.people import Address, Person, Post, Role
from storage.codec import to_micros
from tests.bot.plain import StandingClock
from tests.fuzz.counting import TOLD, Tell, errors_counted, memory, most_memory, said
from tests.fuzz.generate import PEOPLE, Updates
from tests.handlers.dialogue import COUNTY, MONDAY, ROADS, WATER, Town
from tests.storage.raw import select

AT_ONCE: Final = 100
STEP: Final = timedelta(minutes=20)
"""How far the clock goes on after each hundred updates: follow-ups fall due among them."""

PURGED: Final = 50
"""After so many steps of the clock what is old is removed, as the service does it every hour."""

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
    most: int = 0  # megabytes at any moment
    wrong: Counter[str] = field(default_factory=Counter)

    def report(self) -> str:
        """Return the figures as a line, and what is wrong."""
        return (
            f"fuzz, seed {self.seed}: {self.updates} updates in {self.seconds:.0f} s, handled {self.handled}, set aside"
            f" {self.aside}, follow-ups {self.fired}, cases {self.cases}, memory +{self.grown} MB,"
            f" {self.most} MB at most; wrong: {said(self.wrong)}"
        )


async def run(url: str, updates: int, seed: int, tell: Tell | None = None) -> Found:
    """Give the service so many updates, a third of them broken; return what was found. `tell` hears how far it is."""
    found = Found(seed)
    town = await Town.open(url)
    try:
        with errors_counted(found.wrong):
            await _run(town, updates, Random(seed), found, tell)
    finally:
        await town.close()
    return found


async def _run(town: Town, updates: int, rng: Random, found: Found, tell: Tell | None) -> None:
    clock, began = StandingClock(MONDAY), time.monotonic()
    desk = Desk(town.store, {NAME: TelegramChannel(BOT, "doorstep_bot")}, clock, clock.now)
    inbox = InboxWriter(town.store, BOT, desk.inbox_bell, clock.now)
    sweep, source = Sweep(desk), Updates(rng)
    await _staff(town)
    broken: set[int] = set()
    quarter = 0
    for step in itertools.count(1):
        if found.updates == updates:
            break
        batch = []
        for _ in range(min(AT_ONCE, updates - found.updates)):
            is_broken = rng.random() < 1 / 3
            _, raw = source.broken() if is_broken else source.valid()
            # Its own number may be the broken part.
            number = update_id_of(raw)
            batch.append((number, raw))
            if is_broken and number is not None:
                broken.add(number)
        await inbox.put(batch)
        found.updates += len(batch)
        while await desk.handle():
            pass
        clock.moment += STEP
        found.fired += await sweep.run()
        source.shown = await _buttons(town)
        if step % PURGED == 0:
            await _purge(town, clock, broken, found)
        if tell and found.updates % TOLD == 0:
            seconds = time.monotonic() - began
            tell(f"{found.updates} updates in {seconds:.0f} s, {memory()} MB, wrong: {dict(found.wrong)}")
        if not quarter and found.updates >= updates / 4:
            quarter = memory()
    found.grown = memory() - quarter
    found.most = most_memory()
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


async def _purge(town: Town, clock: StandingClock, broken: set[int], found: Found) -> None:
    """Count what became of the updates that are old enough to be removed, and let the service remove what is old."""
    await _count(town, f"state <> 'new' and received_at < {to_micros(clock.now() - KEPT)}", broken, found)
    await purge(town.store, clock.now)
    await purge_old(town.store, clock.now, clock.now, Retention())


async def _count(town: Town, which: str, broken: set[int], found: Found) -> None:
    """Count what became of some updates; of these no more is kept in mind."""
    async with town.store.reading() as session:
        states = await select(session, f"select update_id, state from inbox where {which}")
    for id_, state in states:
        found.handled += state == "done"
        found.aside += state == "aside"
        found.wrong["not handled"] += state == "new"
        found.wrong["sound and set aside"] += state == "aside" and id_ >= 0 and id_ not in broken
        broken.discard(id_)


async def _check(town: Town, desk: Desk, inbox: InboxWriter, broken: set[int], found: Found) -> None:
    """Count what was not handled though it could be, and the conversations that no longer answer."""
    await _count(town, "1 = 1", broken, found)
    async with town.store.reading() as session:
        ((found.cases,),) = await select(session, "select count(*) from cases")
        ((last,),) = await select(session, "select max(id) from messages")
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
