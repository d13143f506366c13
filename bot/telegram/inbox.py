"""What Telegram has sent becomes rows, before anything parses it. Calls made at the same time share a commit."""

import asyncio
import hashlib
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from bot.telegram.channel import NAME, conversation_of
from storage.codec import to_micros
from storage.store import Store

_LARGEST_ID = 2**62
_NUL = r"\u0000"
_ITS_NUMBER = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")


class InboxWriter:
    """Stores updates for the desk and rings its bell."""

    def __init__(self, store: Store, bot_id: int, bell: asyncio.Event, wall: Callable[[], datetime]) -> None:
        self._store = store
        self._bot = str(bot_id)
        self._bell = bell
        self._wall = wall
        self._waiting: list[tuple[Sequence[tuple[int | None, bytes]], asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def put(self, updates: Sequence[tuple[int | None, bytes]]) -> None:
        """Store updates, each as (update_id, JSON); return once they are committed.

        One that is stored already is left as it is. One whose id is None, or that is no text, is set aside with its
        error: nobody can read it, and it must not come back for ever. Raises what the database raises.
        """
        stored = asyncio.get_running_loop().create_future()
        self._waiting.append((updates, stored))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_all())
        await stored

    async def close(self) -> None:
        """Wait for what is being stored."""
        if self._writing is not None:
            await self._writing

    async def _write_all(self) -> None:
        while self._waiting:
            taken, self._waiting = self._waiting, []
            error: Exception | None = None
            try:
                await self._write([update for updates, _ in taken for update in updates])
            except Exception as raised:
                error = raised
            for _, stored in taken:
                if stored.done():
                    continue
                if error is None:
                    stored.set_result(None)
                else:
                    stored.set_exception(error)

    async def _write(self, updates: Sequence[tuple[int | None, bytes]]) -> None:
        ids = await self._store.new_ids()
        received_at = to_micros(self._wall())
        rows = [self._row(ids.take(), update_id, raw, received_at) for update_id, raw in updates]
        if rows:
            async with self._store.database.transaction() as session:
                await session.write("inbox_store", rows)
            self._bell.set()

    def _row(self, id_: int, update_id: int | None, raw: bytes, received_at: int) -> dict[str, Any]:
        error = ""
        try:
            body = raw.decode()
        except UnicodeDecodeError:
            body, error = raw.decode(errors="replace"), "not UTF-8"
        if update_id is None or not 0 <= update_id < _LARGEST_ID:
            # Below zero there is no update of Telegram's; the same content gets the same number.
            update_id = -int.from_bytes(hashlib.blake2b(raw, digest_size=7).digest()) - 1
            error = error or "no update_id"
        return {
            "id": id_,
            "channel": NAME,
            "bot": self._bot,
            "update_id": update_id,
            "conversation": "" if error else conversation_of(raw),
            "received_at": received_at,
            "body": _without_nul(body),
            "state": "aside" if error else "new",
            "error": error,
        }


def _without_nul(body: str) -> str:
    """Return JSON without the character that PostgreSQL takes in no text: JSON has it by its number alone."""
    body = body.replace("\0", "")
    return _ITS_NUMBER.sub(r"\1", body) if _NUL in body else body  # to search at each character takes long
