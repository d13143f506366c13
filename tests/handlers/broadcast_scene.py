"""A town with offices that write to residents, and what hands their words on."""

import json
from dataclasses import dataclass
from datetime import datetime

from bot.broadcasting import Broadcasting
from bot.desk import Desk
from casework.people import Role
from handlers.messages import Button, Outgoing
from tests.handlers.dialogue import COUNTY, RIVER, Actor, Town


@dataclass(frozen=True)
class _Clock:
    town: Town

    def now(self) -> datetime:
        return self.town.now


class Offices:
    """Who writes for a township, and who answers for it."""

    def __init__(self, town: Town, writer: Actor, second: Actor) -> None:
        self.town = town
        self.writer = writer
        self.second = second
        clock = _Clock(town)
        self.broadcasting = Broadcasting(Desk(town.store, {}, clock, clock.now))

    async def goes_out(self) -> None:
        """Let what is on its way be handed to its people, and arrive."""
        before = await self._last()
        for _ in range(100):
            if not await self.broadcasting.step() and not await self.broadcasting.step():
                break
        self.town.arrives(await self._since(before))

    async def _last(self) -> int:
        return max([row[0] for row in await self._rows(0)], default=0)

    async def _rows(self, after: int) -> list[tuple[int, str, str, str]]:
        found = []
        async with self.town.store.reading() as session:
            for chat in self.town.chats:
                rows = await session.rows("messages_after", chat=chat, after=after, most=1000)
                found += [(row[0], chat, row[4], row[5]) for row in rows]
        return sorted(found)

    async def _since(self, before: int) -> list[Outgoing]:
        return [
            Outgoing(chat, text, tuple(tuple(Button(**each) for each in row) for row in json.loads(buttons or "[]")))
            for _, chat, text, buttons in await self._rows(before)
        ]


async def offices(town: Town, language: str = "zh") -> Offices:
    """Return a town's intake office, and the leader who answers for the township."""
    writer = await town.official(Role.DISPATCHER, language, area=RIVER, title="受理员", title_en="Intake officer")
    second = await town.official(Role.LEADER, language, area=COUNTY, title="县长", title_en="County leader")
    return Offices(town, writer, second)
