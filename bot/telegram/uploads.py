"""Outbox rows that show a file: by which call, by which other one where Telegram refuses it, and what it calls a file.

A file that was sent before goes by its file_id. These belong to one bot and may be refused one day, as a picture may be
that is too long and thin: then the bytes go, then they go as a document, and in the end the words go alone.
"""

import asyncio
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

import msgspec

from bot.channel import Upload
from bot.files.vault import Vault
from bot.telegram.api import Result, TelegramApi
from bot.telegram.media import DOCUMENT, FIELDS, PHOTO
from bot.telegram.queue import Row
from bot.telegram.verdicts import SEND

log = logging.getLogger(__name__)

_UPLOAD: Final = msgspec.json.Decoder(Upload)
_MESSAGE: Final = msgspec.json.Decoder(dict[str, Any])
_REMEMBERED: Final = 20_000


@dataclass(frozen=True, slots=True)
class Call:
    """One call: method and parameters, and the file whose bytes it carries."""

    method: str
    params: dict[str, Any]
    upload: Upload | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from the other ways to show the same: the method, and the file_id, if it has one."""
        return self.method, str(self.params.get(FIELDS.get(self.method, ""), ""))


@dataclass(frozen=True, slots=True)
class SentFile:
    """What Telegram calls bytes that it has got in one kind of field."""

    digest: str
    field: str
    file_id: str


class Uploads:
    """The files of one sender's rows. `vault` has their bytes."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._file_ids: dict[tuple[str, str], str] = {}
        self._refused: dict[int, set[tuple[str, str]]] = {}

    def unknown(self, rows: Iterable[Row]) -> list[str]:
        """Return the digests in `rows` of which it should be looked up what Telegram calls them."""
        uploads = (_UPLOAD.decode(row.upload) for row in rows if row.upload)
        return sorted({each.digest for each in uploads if (each.digest, each.field) not in self._file_ids})

    def learn(self, found: Iterable[Sequence[Any]]) -> None:
        """Remember rows of the query `sent_files`."""
        for digest, field, file_id in found:
            self._remember(SentFile(digest, field, file_id))

    async def send(self, api: TelegramApi, row: Row, call: Call) -> tuple[Call, Result] | None:
        """Make the call of a row, by the first way that was not refused yet; return it with what came of it.

        None where there is no way left.
        """
        if call.method not in FIELDS:
            return call, await api.call(call.method, call.params)
        for way in self._ways(row, call):
            if way.upload is None:
                return way, await api.call(way.method, way.params)
            file = await self._opened(way.upload)
            if file is not None:
                with file:
                    upload = way.upload
                    return way, await api.upload(way.method, way.params, upload.field, file, upload.name, upload.mime)
        return None

    def other_way(self, row: Row, call: Call) -> bool:
        """Note that Telegram has refused a call; return whether its row can be shown by another one."""
        if call.method not in FIELDS:
            return False
        self._refused.setdefault(row.id, set()).add(call.key)
        return True

    def sent(self, call: Call, result: Result) -> SentFile | None:
        """Return what Telegram calls the bytes that a successful call has carried; None where it carried none."""
        if call.upload is None:
            return None
        file_id = _file_id(result, call.upload.field)
        if not file_id:
            return None
        sent = SentFile(call.upload.digest, call.upload.field, file_id)
        self._remember(sent)
        return sent

    def forget(self, row: Row) -> None:
        """A row has ended."""
        self._refused.pop(row.id, None)

    def _remember(self, sent: SentFile) -> None:
        self._file_ids[sent.digest, sent.field] = sent.file_id
        if len(self._file_ids) > _REMEMBERED:
            del self._file_ids[next(iter(self._file_ids))]

    def _ways(self, row: Row, call: Call) -> Iterator[Call]:
        """Yield the calls that show a row, the best first, without those that were refused."""
        refused = self._refused.get(row.id, set())
        upload = _UPLOAD.decode(row.upload) if row.upload else None
        for way in _every_way(call, upload, self._file_ids):
            if way.key not in refused:
                yield way

    async def _opened(self, upload: Upload) -> BinaryIO | None:
        """Return the bytes to upload, to be closed; None where the vault does not give them."""
        try:
            if upload.method != PHOTO.method:
                return await asyncio.to_thread(self._vault.open, upload.digest)
            # Telegram makes pictures smaller, too, and refuses large ones.
            smaller = await self._vault.thumbnail(upload.digest)
            return await asyncio.to_thread(smaller.open, "rb") if smaller is not None else None
        except OSError as error:
            log.error("a file can't be read: %s", type(error).__name__)
            return None


def _every_way(call: Call, upload: Upload | None, file_ids: dict[tuple[str, str], str]) -> Iterator[Call]:
    plain = {name: value for name, value in call.params.items() if name != FIELDS[call.method]}
    if len(plain) < len(call.params):
        yield call
    if upload is not None:
        as_document = Upload(*DOCUMENT[:2], upload.digest, upload.name, upload.mime)
        for each in dict.fromkeys((upload, as_document)):
            file_id = file_ids.get((each.digest, each.field))
            if file_id is not None:
                yield Call(each.method, {**plain, each.field: file_id})
            yield Call(each.method, plain, each)
    if "caption" in plain:
        yield Call(SEND, {("text" if name == "caption" else name): value for name, value in plain.items()})


def _file_id(result: Result, field: str) -> str:
    """Return the file_id in the message that a call has sent; "" where Telegram took the file for something else."""
    try:
        shown = _MESSAGE.decode(result.result).get(field)
    except msgspec.MsgspecError:
        return ""
    if isinstance(shown, list) and shown:
        shown = shown[-1]
    return str(shown.get("file_id", "")) if isinstance(shown, dict) else ""
