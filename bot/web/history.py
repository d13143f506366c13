"""What was said in a chat, as a browser gets it: from the rows of `messages`, by page or as it goes on."""

from datetime import datetime
from typing import Final

import msgspec

from casework.conversations import Message
from storage.codec import Codec
from storage.store import Store

PAGE: Final = 50
LAST: Final = 2**63 - 1

_MESSAGE = Codec(Message)
_NO_BUTTONS = msgspec.Raw(b"[]")


class Shown(msgspec.Struct, frozen=True):
    """One message for the browser. `client` is the browser's own name of what it sent."""

    id: int
    mine: bool
    at: datetime
    text: str
    buttons: msgspec.Raw
    replaces: int | None
    client: str | None


def shown(message: Message) -> Shown:
    """Return a message as a browser gets it."""
    return Shown(
        message.id,
        message.mine,
        message.at,
        message.text,
        msgspec.Raw(message.buttons.encode()) if message.buttons else _NO_BUTTONS,
        message.replaces,
        message.ref if message.mine and message.ref else None,
    )


async def page(store: Store, chat: str, before: int) -> tuple[list[Message], bool]:
    """Return the messages before an id, at most a page, oldest first; and whether there are earlier ones."""
    async with store.reading() as session:
        rows = await session.rows("messages_before", chat=chat, before=before, most=PAGE + 1)
    messages = [_MESSAGE.decode(row) for row in rows]
    return messages[PAGE - 1 :: -1], len(messages) > PAGE


class Follower:
    """Reads on in a chat from a message id.

    Ids are given out before the commit, so a message may appear after one with a higher id. What was read lately is
    therefore read over again, and what is known left out. Times are seconds of a clock that never goes back.
    """

    def __init__(self, store: Store, chat: str, after: int, settle: float = 10.0) -> None:
        self._store = store
        self._chat = chat
        self._settled = self._at = after
        self._settle = settle
        self._lately: dict[int, float] = {}

    async def page(self, now: float) -> tuple[list[Message], bool]:
        """Return messages that have come, oldest first, a page at most; and whether there may be more right now."""
        async with self._store.reading() as session:
            rows = await session.rows("messages_after", chat=self._chat, after=self._at, most=PAGE)
        fresh = [message for message in map(_MESSAGE.decode, rows) if message.id not in self._lately]
        self._lately.update(dict.fromkeys((message.id for message in fresh), now))
        more = len(rows) == PAGE
        if more:
            self._at = rows[-1][0]
        else:
            self._forget(now)
            self._at = self._settled
        return fresh, more

    def _forget(self, now: float) -> None:
        settled = [id_ for id_, at in self._lately.items() if now - at > self._settle]
        self._settled = max(settled, default=self._settled)
        self._lately = {id_: at for id_, at in self._lately.items() if id_ > self._settled}
