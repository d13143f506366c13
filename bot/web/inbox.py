"""What a browser sent goes into the inbox, and is safe there, before the browser hears that it was taken."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

import msgspec

from bot.desk import Desk
from bot.web.channel import Sent, WebChannel
from storage.codec import to_micros


class Inbox:
    """The web chat's way into the inbox."""

    def __init__(self, desk: Desk, wall: Callable[[], datetime]) -> None:
        self._desk = desk
        self._wall = wall

    async def store(self, sent: Sent) -> None:
        """Store what was sent, once for each address and `client` name however often it comes, and tell the desk.

        Not to be cut off by cancellation: it is stored, or it is not.
        """
        await asyncio.shield(asyncio.ensure_future(self._store(sent)))

    async def _store(self, sent: Sent) -> None:
        store = self._desk.store
        ids = await store.new_ids()
        row = {
            "id": ids.take(),
            "channel": WebChannel.name,
            "bot": WebChannel.name,
            "update_id": update_id(sent.address, sent.client),
            "conversation": f"{sent.address}|{sent.address}",
            "received_at": to_micros(self._wall()),
            "body": msgspec.json.encode(sent).decode(),
            "state": "new",
            "error": "",
        }
        async with store.database.transaction() as session:
            await session.write("inbox_store", [row])
        self._desk.inbox_bell.set()


def update_id(address: str, client: str) -> int:
    """Return the number of a message, the same at every repeat: 63 bits, as a bigint holds."""
    digest = sha256(f"{address}\0{client}".encode()).digest()
    return int.from_bytes(digest[:8], "big") >> 1
