"""The service with one fault put in: it confirms what Telegram sends before it has stored it.

The crash test has to find the updates that this loses, or it would find none at all.
"""

import asyncio
from collections.abc import Sequence
from typing import Final

from bot import cli
from bot.telegram import poller
from bot.telegram.inbox import InboxWriter

LATE: Final = 0.05
"""Seconds from taking the updates to storing them. The next request, which confirms them, goes out at once."""


class Careless(InboxWriter):
    """Says that updates are stored, and stores them a moment later."""

    _later: set[asyncio.Task[None]]

    async def put(self, updates: Sequence[tuple[int | None, bytes]]) -> None:
        """Return at once."""
        self._later = getattr(self, "_later", set())
        task = asyncio.create_task(self._put_later(updates))
        self._later.add(task)
        task.add_done_callback(self._later.discard)

    async def _put_later(self, updates: Sequence[tuple[int | None, bytes]]) -> None:
        await asyncio.sleep(LATE)
        await super().put(updates)


def main() -> None:
    """Run the command that was typed, with the fault."""
    setattr(poller, "InboxWriter", Careless)  # noqa: B010 - the poller does not offer the name
    cli.main()
