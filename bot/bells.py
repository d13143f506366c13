"""Bells between processes: what one of them has written the others hear at once, and not at their next look."""

import asyncio
import logging
from collections.abc import Collection, Iterator

from bot.desk import Desk, Handled

log = logging.getLogger(__name__)

LONGEST = 4000
"""Characters that are rung at once: PostgreSQL carries 8,000 bytes."""

_CHECKED = 5.0
"""Seconds after which it is seen that nothing is heard any more."""
_PAUSE = 1.0


class Bells:
    """Rings for the other processes over a desk's database when chats of theirs have news, and hears them.

    Whatever is missed, everybody looks for now and then: a bell saves time, and nothing depends on it.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._news: set[str] = set()
        self._bell = asyncio.Event()
        desk.listeners.append(self._told)

    async def run(self) -> None:
        """Ring and hear until cancelled; ends at once where there can be no other process."""
        database = self._desk.store.database
        while database.shared:
            try:
                async with database.listening(self._heard) as lost:
                    while not lost.is_set():
                        await self._wait()
                        news, self._news = self._news, set()
                        for words in pieces(news):
                            await database.ring(words)
            except Exception as error:
                log.warning("other processes cannot be rung: %s", type(error).__name__)
                await asyncio.sleep(_PAUSE)

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(_CHECKED):
                await self._bell.wait()
        except TimeoutError:
            return
        self._bell.clear()

    def _told(self, handled: Handled) -> None:
        if handled.chats:
            self._news |= handled.chats
            self._bell.set()

    def _heard(self, words: str) -> None:
        """Ring the bells of this process. What it has rung itself it hears, too; that does no harm."""
        self._desk.outbox_bell.set()
        handled = Handled(chats=set(words.split()))
        for listener in self._desk.listeners:
            if listener != self._told:
                listener(handled)


def pieces(chats: Collection[str]) -> Iterator[str]:
    """Yield the names of chats in pieces that can be rung at once."""
    piece: list[str] = []
    for chat in sorted(chats):
        if piece and sum(map(len, piece)) + len(piece) + len(chat) > LONGEST:
            yield " ".join(piece)
            piece = []
        piece.append(chat)
    if piece:
        yield " ".join(piece)
