"""A store, a desk and Telegram's stand-in, for the tests of what polls and sends."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from bot.delivery import deliver
from bot.desk import Desk
from bot.files.vault import Vault
from bot.pacing import Pacing
from bot.telegram.api import TelegramApi
from bot.telegram.channel import TelegramChannel
from bot.telegram.sender import Sender
from bot.telegram.verdicts import Patience
from casework.calendar import Calendar
from casework.people import Address, Group, Person
from casework.unit_of_work import Rules
from handlers.messages import Outgoing
from storage.store import Store
from tests.patience import PATIENCE
from tests.standin.service import Standin

BOT_ID = 123456
TOKEN = f"{BOT_ID}:SECRET-token"
RULES = Rules(Calendar(ZoneInfo("Asia/Shanghai"), frozenset(), frozenset(), 2030), secret=b"test")
QUICK = Patience(never_sent=(0.05, 0.2), perhaps_sent=(0.05, 0.05))


def wall() -> datetime:
    return datetime.now(UTC)


class WallClock:
    def now(self) -> datetime:
        return wall()


def unlimited() -> Pacing:
    return Pacing(0, 0, 0)


@dataclass
class Office:
    """One process of the program: a store with its desk, and the connection to Telegram."""

    telegram: Standin
    store: Store
    api: TelegramApi
    desk: Desk
    vault: Vault
    running: list[asyncio.Task[None]] = field(default_factory=list)

    def sender(self, pacing: Pacing | None = None, holder: str = "one", patience: Patience = QUICK) -> Sender:
        return Sender(
            self.store,
            self.api,
            unlimited() if pacing is None else pacing,
            self.desk,
            self.vault,
            holder,
            time.monotonic,
            wall,
            patience,
        )

    def start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self.running.append(task)
        return task

    async def say(self, *outgoing: Outgoing, at: datetime | None = None) -> None:
        """Write messages into the outbox, in one commit."""
        async with self.store.batch() as batch:
            await deliver(batch, self.desk.channels, outgoing, wall(), at or wall())
            batch.join()
        self.desk.outbox_bell.set()

    async def outbox(self) -> list[tuple[str, int]]:
        """Return state and tries of every outbox row, oldest first."""
        return [(row[0], row[1]) for row in await self._rows("select state, tries from outbox order by id")]

    async def states(self) -> list[str]:
        return [state for state, _ in await self.outbox()]

    async def inbox(self) -> list[tuple[int, str, str, str]]:
        """Return update_id, state, conversation and error of every inbox row, in the order in which they came."""
        sql = "select update_id, state, conversation, error from inbox order by id"
        return [(row[0], row[1], row[2], row[3]) for row in await self._rows(sql)]

    async def cards(self) -> dict[str, str]:
        return {row[0]: row[1] for row in await self._rows("select key, ref from cards")}

    async def refs(self) -> list[str]:
        return [row[0] for row in await self._rows("select ref from messages order by id")]

    async def settled(self, seconds: float = PATIENCE) -> list[str]:
        """Wait until nothing is pending; return the states."""
        await until(self._none_pending, seconds)
        return await self.states()

    async def know(self, person: int, unreachable: bool = False) -> None:
        """Let the service know a person who has an address at Telegram."""
        async with self.store.turn(wall()) as uow:
            uow.put(Person(person, "", "zh", f"tg:{person}", wall()))
            uow.put(Address(f"tg:{person}", person))

    async def person(self, person: int) -> Person:
        async with self.store.turn(wall()) as uow:
            found = await uow.get(Person, person)
        assert found is not None
        return found

    async def group(self, key: str) -> Group | None:
        async with self.store.turn(wall()) as uow:
            return await uow.get(Group, key)

    async def stop(self, task: asyncio.Task[None]) -> None:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task

    async def _none_pending(self) -> bool:
        return "pending" not in (await self.states())

    async def _rows(self, sql: str) -> list[Any]:
        async with self.store.reading() as session:
            connection = session._connection  # type: ignore[attr-defined]
            if hasattr(connection, "fetch"):
                return list(await connection.fetch(sql))
            return list(await connection.execute_fetchall(sql))


async def until(holds: Callable[[], Awaitable[bool]], seconds: float = PATIENCE) -> None:
    """Look again and again until something holds. Raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while not await holds():
            await asyncio.sleep(0.02)


@asynccontextmanager
async def open_office(url: str, telegram: Standin, files: Path = Path("no-files")) -> AsyncIterator[Office]:
    """Open a process over the database at `url` and a folder; all that it has started is ended afterwards."""
    store = await Store.open(url, RULES, Random(3))
    api = TelegramApi(TOKEN, telegram.url, connections=96)
    desk = Desk(store, {"tg": TelegramChannel(BOT_ID)}, WallClock(), wall)
    office = Office(telegram, store, api, desk, Vault(files))
    try:
        yield office
    finally:
        for task in office.running:
            await office.stop(task)
        await api.close()
        await store.close()


def texts(telegram: Standin, chat: int) -> list[str]:
    """Return what the bot's messages in a chat say now."""
    return [str(message["text"]) for message in telegram.world.sent(chat)]
