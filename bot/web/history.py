"""What was said in a chat, as a browser gets it: from the rows of `messages`, by page or as it goes on."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final, NamedTuple

import msgspec

from casework.conversations import Message
from casework.files import File, FileKind, FileState
from storage.codec import Codec
from storage.dialects import Session
from storage.store import Store

PAGE: Final = 50
LAST: Final = 2**63 - 1

_MESSAGE = Codec(Message)
_FILE = Codec(File)
_NO_BUTTONS = msgspec.Raw(b"[]")


class ShownFile(msgspec.Struct, frozen=True):
    """A file for the browser: where `state` is not "kept" there are no bytes to ask for. `size` is in bytes."""

    id: int
    kind: FileKind
    name: str
    size: int
    seconds: int
    state: FileState


class Shown(msgspec.Struct, frozen=True):
    """One message for the browser. `client` is the browser's own name of what it sent."""

    id: int
    mine: bool
    at: datetime
    text: str
    buttons: msgspec.Raw
    replaces: int | None
    client: str | None
    file: ShownFile | None


def shown(message: Message, files: Mapping[int, ShownFile]) -> Shown:
    """Return a message as a browser gets it."""
    return Shown(
        message.id,
        message.mine,
        message.at,
        message.text,
        msgspec.Raw(message.buttons.encode()) if message.buttons else _NO_BUTTONS,
        message.replaces,
        message.ref if message.mine and message.ref else None,
        files.get(message.file_id) if message.file_id is not None else None,
    )


async def page(store: Store, chat: str, before: int) -> tuple[list[Shown], bool]:
    """Return the messages before an id, at most a page, oldest first; and whether there are earlier ones."""
    async with store.reading() as session:
        rows = await session.rows("messages_before", chat=chat, before=before, most=PAGE + 1)
        messages = [_MESSAGE.decode(row) for row in rows[PAGE - 1 :: -1]]
        files = await _files(session, _shown_by(messages))
    return [shown(each, files) for each in messages], len(rows) > PAGE


class News(NamedTuple):
    """What a chat has new: messages, files that were on their way until now, and whether there may be more at once."""

    messages: list[Shown]
    files: list[ShownFile]
    more: bool


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
        self._coming: set[int] | None = None

    async def page(self, now: float) -> News:
        """Return what has come, oldest first, a page at most."""
        async with self._store.reading() as session:
            rows = await session.rows("messages_after", chat=self._chat, after=self._at, most=PAGE)
            fresh = [message for message in map(_MESSAGE.decode, rows) if message.id not in self._lately]
            if self._coming is None:
                # Those of before, too: they may have come since the browser has read about them.
                lately = await session.rows("files_lately", chat=self._chat, most=PAGE)
                self._coming = {row[0] for row in lately}
            files = await _files(session, self._coming | _shown_by(fresh))
        self._lately.update(dict.fromkeys((message.id for message in fresh), now))
        more = len(rows) == PAGE
        if more:
            self._at = rows[-1][0]
        else:
            self._forget(now)
            self._at = self._settled
        come = [files[id_] for id_ in sorted(self._coming & files.keys()) if files[id_].state is not FileState.WANTED]
        self._coming = {id_ for id_, file in files.items() if file.state is FileState.WANTED}
        return News([shown(each, files) for each in fresh], come, more)

    def _forget(self, now: float) -> None:
        settled = [id_ for id_, at in self._lately.items() if now - at > self._settle]
        self._settled = max(settled, default=self._settled)
        self._lately = {id_: at for id_, at in self._lately.items() if id_ > self._settled}


def _shown_by(messages: Collection[Message]) -> set[int]:
    return {message.file_id for message in messages if message.file_id is not None}


async def _files(session: Session, ids: Collection[int]) -> dict[int, ShownFile]:
    """Return files by id, as a browser gets them."""
    if not ids:
        return {}
    rows = await session.rows("files_read", keys=sorted(ids))
    return {
        file.id: ShownFile(file.id, file.kind, file.name, file.size, file.seconds, file.state)
        for file in map(_FILE.decode, rows)
    }
