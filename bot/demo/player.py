"""Plays a part of a story on the demo's stage: words and taps go the way of a browser's, and the clock is moved."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import datetime, time, timedelta
from typing import Final
from uuid import uuid4

import msgspec

from bot.demo.seats import address_of
from bot.desk import Desk
from bot.web import history
from bot.web.channel import Sent
from bot.web.history import Shown
from bot.web.inbox import Inbox
from bot.web.texts import texts
from handlers.messages import Button

OPENS: Final = time(9)
"""When an office opens, local time."""

PATIENCE: Final = 20.0
"""Seconds until what a job brings must have come."""

_LOOK: Final = 0.05
_DAY: Final = timedelta(days=1)


class Missing(LookupError):
    """A story cannot go on: nothing that was said has the button or the words that it needs."""


class Player:
    """Says and taps what a story tells, for any seat. `run_to` moves the clock to a moment, through what is due."""

    def __init__(self, desk: Desk, run_to: Callable[[datetime], Awaitable[None]], language: str) -> None:
        self._desk = desk
        self._inbox = Inbox(desk, desk.wall)
        self._run_to = run_to
        self._language = language

    async def says(self, seat: str, key: str) -> None:
        """Say the page's text of that key."""
        await self.writes(seat, texts(self._language)[key])

    async def writes(self, seat: str, words: str) -> None:
        """Say these words."""
        await self._send(Sent(address_of(seat), "text", str(uuid4()), self._language, text=words))

    async def taps(self, seat: str, act: str) -> None:
        """Tap the newest button for `act`: a verb on a case, or a step with its answer, as in "send.yes".

        Raises Missing.
        """
        for message in reversed(await self._heard(seat)):
            for button in _buttons(message):
                if _act(button.data) == act:
                    sent = Sent(
                        address_of(seat), "tap", str(uuid4()), self._language, data=button.data, message=message.id
                    )
                    await self._send(sent)
                    return
        raise Missing(f"{seat} has no button for {act}")

    async def finds(self, seat: str, pattern: str) -> str:
        """Return what the group of `pattern` matches in the newest message, once it is there. Raises Missing."""
        try:
            async with asyncio.timeout(PATIENCE):
                while True:
                    for message in reversed(await self._heard(seat)):
                        if found := re.search(pattern, message.text):
                            return found[1]
                    await asyncio.sleep(_LOOK)
        except TimeoutError:
            raise Missing(f"{seat} hears nothing like {pattern}") from None

    async def opens(self, then: int = 0) -> None:
        """Move the clock to the next morning of an office, one from which `then` days later is a working day, too."""
        calendar = self._desk.store.rules.calendar
        day = calendar.day(self._desk.clock.now()) + _DAY
        while not (calendar.is_working(day) and calendar.is_working(day + then * _DAY)):
            day += _DAY
        await self._run_to(calendar.at(day, OPENS))

    async def passes(self, days: int) -> None:
        """Move the clock by so many days."""
        await self._run_to(self._desk.clock.now() + days * _DAY)

    async def _send(self, sent: Sent) -> None:
        await self._inbox.store(sent)
        # The desk may have taken it up already: then this waits until it is done with it.
        while await self._desk.handle():
            continue

    async def _heard(self, seat: str) -> list[Shown]:
        messages, _ = await history.page(self._desk.store, address_of(seat), history.LAST)
        return messages


def _buttons(message: Shown) -> list[Button]:
    rows = msgspec.json.decode(bytes(message.buttons), type=list[list[Button]])
    return [button for row in rows for button in row]


def _act(data: str) -> str:
    """Return what a button does: the verb of "c.accept.7.2", or the step and answer of "s.5.send.yes"."""
    head, _, rest = data.partition(".")
    return rest.partition(".")[2] if head == "s" else rest.partition(".")[0]
