"""The service without a network: desk, sweep and Telegram's channel over a store, on a clock that is set by hand."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final

import msgspec

from benchmarks.county import Size, organisation, settle
from benchmarks.phones import Phones
from bot.clock import machine_now
from bot.collector import keep_what_is_loaded
from bot.composition import calendar_of
from bot.delivery import card_key
from bot.desk import Desk
from bot.settings import Settings, rules_of
from bot.sweep import Sweep
from bot.telegram.channel import NAME, TelegramChannel, chat_id
from bot.telegram.inbox import InboxWriter
from casework.people import Role
from casework.unit_of_work import Rules
from handlers import texts
from storage.store import Store

BOT: Final = 123456
FIRST_ID: Final = 1_000_000_000
"""From here on ids are given out once the organisation stands: each is told from other numbers by its size."""

_AT_ONCE: Final = 1000
_ALWAYS: Final = 2**62


class HandClock:
    """Case time that stands until it is set."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """Return the moment that was set last."""
        return self.moment


async def rules(settings: Settings, now: datetime) -> Rules:
    """Return the rules of a service with these settings."""
    return Rules(await calendar_of(settings, now), rules_of(settings), secret=b"b" * 32)


@dataclass(frozen=True, slots=True)
class Stage:
    """A service and the phones of its people; `staff` are Telegram's ids of those who hold posts, by role."""

    store: Store
    desk: Desk
    clock: HandClock
    sweep: Sweep
    inbox: InboxWriter
    staff: Mapping[Role, list[int]]

    @classmethod
    @asynccontextmanager
    async def open(cls, url: str, size: Size, settings: Settings, now: datetime) -> AsyncIterator["Stage"]:
        """Give a stage over an empty database at `url`, with an organisation of that size."""
        store = await Store.open(url, await rules(settings, now), Random(1))
        try:
            staff = await settle(store, organisation(size), now)
            await store.database.script(f"update id_blocks set next = {FIRST_ID} where name = 'all'")
            yield cls._of(Store(store.database, store.rules, store.rng), now, staff)
        finally:
            await store.close()

    @classmethod
    @asynccontextmanager
    async def reopened(cls, url: str, settings: Settings, now: datetime) -> AsyncIterator["Stage"]:
        """Give a stage over a database that is filled already; it knows no telephones of staff."""
        # Other draws than those of `open`: a database grown from its cases has their query codes already.
        store = await Store.open(url, await rules(settings, now), Random(2))
        try:
            yield cls._of(store, now, {})
        finally:
            await store.close()

    @classmethod
    def _of(cls, store: Store, now: datetime, staff: Mapping[Role, list[int]]) -> "Stage":
        clock = HandClock(now)
        desk = Desk(store, {NAME: TelegramChannel(BOT)}, clock, machine_now)
        inbox = InboxWriter(store, BOT, desk.inbox_bell, machine_now)
        for language in store.rules.languages:
            texts.bundle(language)  # A running service has read them.
        keep_what_is_loaded()  # ... and does this, too.
        return cls(store, desk, clock, Sweep(desk), inbox, staff)

    async def hears(self, updates: Sequence[tuple[int | None, bytes]]) -> None:
        """Store updates, and handle them until nothing is left."""
        await self.inbox.put(updates)
        while await self.desk.handle():
            pass

    async def play(self, phones: Phones, until: datetime, step: timedelta) -> None:
        """Let people do what they mean to, and follow-ups fire, to a moment: in steps, over what is empty at once."""
        while self.clock.moment < until:
            ahead = [each for each in (phones.next_at, await self.sweep.next_due()) if each is not None]
            self.clock.moment = min(until, max(self.clock.moment + step, min(ahead, default=until)))
            if updates := phones.due(self.clock.moment):
                await self.hears(updates)
            await self.sweep.run()
            await self.carry(phones)

    async def carry(self, phones: Phones) -> None:
        """Bring what is in the outbox to the phones, and record it as the sender does."""
        while True:
            async with self.store.database.transaction() as session:
                rows = await session.rows("outbox_pending", channel=NAME, now=_ALWAYS, most=_AT_ONCE)
                if not rows:
                    return
                shown = await self._cards(session, rows)
                sent: list[dict[str, Any]] = []
                cards: list[dict[str, Any]] = []
                for _id, chat, method, params, message_id, _, card, *_rest in sorted(rows, key=lambda row: row[0]):
                    posted = msgspec.json.decode(params)
                    key = card_key(chat, card)
                    if method == "editMessageText" and shown.get(key):
                        posted["message_id"] = shown[key]
                    result = phones.call(method, {**posted, "chat_id": chat_id(chat)})
                    if isinstance(result, dict) and message_id is not None:
                        ref = str(result["message_id"])
                        sent.append({"id": message_id, "ref": ref})
                        if card:
                            shown[key] = ref
                            cards.append({"key": key, "message_id": message_id, "ref": ref})
                await session.write("outbox_sent", [{"ids": [row[0] for row in rows]}])
                await session.write("message_sent", sent)
                await session.write("card_sent", cards)

    async def _cards(self, session: Any, rows: Any) -> dict[str, str]:
        keys = sorted({card_key(row[1], row[6]) for row in rows if row[6]})
        return dict(map(tuple, await session.rows("card_refs", keys=keys)))
