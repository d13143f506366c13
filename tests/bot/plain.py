"""A channel for tests whose updates are Incoming messages as JSON, and whose network takes plain dictionaries."""

from collections.abc import Sequence
from datetime import UTC, datetime
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest

from bot.channel import Post
from bot.desk import Desk
from casework.calendar import Calendar
from casework.unit_of_work import Rules
from handlers.messages import Incoming, Kind, Menu, Outgoing
from storage.dialects import PostgresSession, SqliteSession
from storage.store import Store

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
"""Nine o'clock in the morning, where the tests of the program begin."""

RULES = Rules(Calendar(ZoneInfo("Asia/Shanghai"), frozenset(), frozenset(), 2030), secret=b"test")


class PlainChannel:
    """Carries messages as they are."""

    name = "plain"

    def parse(self, body: str) -> Incoming | None:
        """Return the message; "null" says nothing."""
        return msgspec.json.decode(body, type=Incoming | None)

    def menu(self, menu: Menu) -> Sequence[Post]:
        """Return one call."""
        return [Post("menu", {"chat": menu.chat, "roles": sorted(menu.roles)})]

    def encode(self, outgoing: Outgoing) -> Sequence[Post]:
        """Return one call a message."""
        return [Post("send", {"chat": outgoing.chat, "text": outgoing.text, "edit": outgoing.edit})]


class StandingClock:
    """Case time that stands where it is put."""

    def __init__(self, now: datetime) -> None:
        self.moment = now

    def now(self) -> datetime:
        """Return the moment."""
        return self.moment


async def open_desk(url: str, now: datetime) -> Desk:
    """Return a desk over a fresh store, with the plain channel and a standing clock."""
    clock = StandingClock(now)
    store = await Store.open(url, RULES, Random(3))
    return Desk(store, {"plain": PlainChannel()}, clock, clock.now)


async def arrive(desk: Desk, *bodies: Incoming | str | None) -> None:
    """Store messages in the inbox, as a channel does; a string is a body that may not be understood."""
    rows: list[dict[str, Any]] = []
    ids = await desk.store.new_ids()
    for body in bodies:
        id_ = ids.take()
        rows.append(
            {
                "id": id_,
                "channel": "plain",
                "bot": "1",
                "update_id": id_,
                "conversation": body.conversation if isinstance(body, Incoming) else "",
                "received_at": 0,
                "body": body if isinstance(body, str) else msgspec.json.encode(body).decode(),
                "state": "new",
                "error": "",
            }
        )
    async with desk.store.database.transaction() as session:
        await session.write("inbox_store", rows)


def says(person: str, text: str) -> Incoming:
    """Return a text in a private chat."""
    return Incoming(Kind.TEXT, f"plain:{person}", f"plain:{person}", text=text)


def taps(person: str, data: str) -> Incoming:
    """Return a tap on a button in a private chat."""
    return Incoming(Kind.TAP, f"plain:{person}", f"plain:{person}", data=data)


def note_queries(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows by the name of each query that is asked from now on."""
    asked: list[str] = []
    for kind in (SqliteSession, PostgresSession):
        rows = kind.rows

        async def noted(self: Any, name: str, rows: Any = rows, **parameters: Any) -> Sequence[Sequence[Any]]:
            asked.append(name)
            found: Sequence[Sequence[Any]] = await rows(self, name, **parameters)
            return found

        monkeypatch.setattr(kind, "rows", noted)
    return asked
