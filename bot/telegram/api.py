"""Calls of the Telegram Bot API: https://core.telegram.org/bots/api#making-requests.

`TelegramApi.call` posts JSON as it stands in the outbox and says what came of it. It neither retries, nor
paces, nor logs: the sender does that, by `bot.telegram.outcomes` and `bot.pacing`.
"""

from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Final
from urllib.parse import quote

import aiohttp
import msgspec

from bot.telegram.wire import Delivery, Lost, Reply, Wire
from casework.replacing import replace
from casework.words import clean


class _Parameters(msgspec.Struct):
    retry_after: float | None = None
    migrate_to_chat_id: int | None = None


class _Answer(msgspec.Struct):
    ok: bool
    result: msgspec.Raw = msgspec.Raw(b"")
    error_code: int | None = None
    description: str = ""
    parameters: _Parameters | None = None


class _UpdateHead(msgspec.Struct):
    update_id: int


_ANSWER = msgspec.json.Decoder(_Answer)
_UPDATE_LIST = msgspec.json.Decoder(list[msgspec.Raw])
_UPDATE_HEAD = msgspec.json.Decoder(_UpdateHead)

UNREADABLE: Final = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""What is raised by JSON that is of another shape, no text, or nested without end."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one call.

    `status` is the HTTP status, None where no answer began. `error_code` is Telegram's own and None where the
    answer is not Telegram's JSON (a proxy's page, a broken answer). `retry_after` is in seconds; `migrate_to`
    is the id of the supergroup that a group became. `result` is the undecoded JSON of the result, empty where
    there is none. `description` is Telegram's text or the kind of the network failure.
    """

    status: int | None
    ok: bool
    error_code: int | None
    description: str
    retry_after: float | None
    migrate_to: int | None
    sent: Delivery
    # Results hold people's messages: not for logs.
    result: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Updates:
    """The answer to getUpdates: each update as (update_id, its JSON), in Telegram's order.

    An update whose id can't be read has None: it is to be set aside, and the rest goes on.
    """

    result: Result
    items: list[tuple[int | None, bytes]] = field(repr=False)


class TelegramApi:
    """The Bot API for one bot, over one HTTP session. No method raises for a failure of the network."""

    def __init__(
        self,
        token: str,
        base_url: str = "https://api.telegram.org",
        connections: int = 96,
        proxy: str | None = None,
    ) -> None:
        self.base_url = base_url.rstrip("/")
        self.wire = Wire(connections, proxy)
        self.reachable = True  # whether the last call was answered, whatever the answer
        self._methods_url = f"{self.base_url}/bot{quote(token, safe=':')}/"
        self._files_url = f"{self.base_url}/file/bot{quote(token, safe=':')}/"

    def __repr__(self) -> str:
        return f"TelegramApi(base_url={self.base_url!r})"

    async def call(
        self,
        method: str,
        params: Mapping[str, Any] | bytes,
        timeout: float = 30,  # noqa: ASYNC109 - running out is a Result, not an exception
    ) -> Result:
        """Post one method with its parameters, a mapping or JSON already encoded; wait `timeout` seconds."""
        body = params if isinstance(params, bytes) else msgspec.json.encode(params)
        answer = await self.wire.exchange(
            "POST", self._methods_url + method, timeout, data=body, content_type="application/json"
        )
        self.reachable = not isinstance(answer, Lost)
        return _lost(answer) if isinstance(answer, Lost) else _read(answer)

    async def upload(
        self,
        method: str,
        params: Mapping[str, Any],
        field: str,
        file: BinaryIO,
        name: str,
        mime: str,
        timeout: float = 120,  # noqa: ASYNC109 - running out is a Result, not an exception
    ) -> Result:
        """Post one method with a file in `field`, read as it goes, under a name that is fit for a header."""
        # Quoted, a Chinese name would arrive as percent signs.
        form = aiohttp.FormData(quote_fields=False)
        for key, value in params.items():
            form.add_field(key, value if isinstance(value, str) else msgspec.json.encode(value).decode())
        form.add_field(field, file, filename=name, content_type=mime)
        answer = await self.wire.exchange("POST", self._methods_url + method, timeout, data=form)
        self.reachable = not isinstance(answer, Lost)
        return _lost(answer) if isinstance(answer, Lost) else _read(answer)

    def download(self, path: str, timeout: float = 240) -> AsyncGenerator[bytes, None]:
        """Return the bytes of a file, piece by piece, by the path that getFile gave. Raises wire.Broken on the way."""
        return self.wire.download(f"{self._files_url}{quote(path)}", timeout)

    async def get_updates(
        self,
        offset: int | None,
        timeout: int,  # noqa: ASYNC109 - a parameter of Telegram's
        allowed_updates: Sequence[str],
        limit: int = 100,
    ) -> Updates:
        """Wait up to `timeout` seconds for updates from `offset` on; those before it are thereby confirmed.

        The updates are not parsed here: they are stored first, and one that nobody can parse blocks none.
        """
        params: dict[str, Any] = {
            "timeout": timeout,
            "limit": limit,
            "allowed_updates": list(allowed_updates),
        }
        if offset is not None:
            params["offset"] = offset
        result = await self.call("getUpdates", params, timeout + 15)
        if not result.ok:
            return Updates(result, [])
        try:
            updates = _UPDATE_LIST.decode(result.result)
        except UNREADABLE:
            return Updates(replace(result, ok=False, description="The result is not a list"), [])
        return Updates(result, [(update_id_of(update), bytes(update)) for update in updates])

    async def close(self) -> None:
        """Close the session. Calls made after this are not sent."""
        await self.wire.close()


def update_id_of(update: msgspec.Raw | bytes) -> int | None:
    """The id of an update as Telegram sent it; None where it can't be read."""
    try:
        return _UPDATE_HEAD.decode(update).update_id
    except UNREADABLE:
        return None


def _lost(lost: Lost) -> Result:
    return Result(lost.status, False, None, lost.reason, None, None, lost.sent)


def _read(reply: Reply) -> Result:
    try:
        answer = _ANSWER.decode(reply.body)
    except UNREADABLE:
        # Somebody between us and Telegram answered. What he turned away with 3xx or 4xx never got there.
        sent = Delivery.NOT_SENT if 300 <= reply.status < 500 else Delivery.MAYBE
        return Result(reply.status, False, None, "Not Telegram's JSON", reply.retry_after, None, sent)
    parameters = answer.parameters or _Parameters()
    return Result(
        status=reply.status,
        ok=answer.ok,
        error_code=None if answer.ok else answer.error_code or reply.status,
        description=clean(answer.description),
        retry_after=parameters.retry_after,
        migrate_to=parameters.migrate_to_chat_id,
        sent=Delivery.SENT,
        result=bytes(answer.result),
    )
