"""python-telegram-bot's client over our HTTP session, for setting up the bot.

Updates, files and the outbox go past it, by `bot.telegram.api`. What is left for it: getMe, setMyCommands,
setWebhook and deleteWebhook.
"""

import json
import logging
from typing import Any
from urllib.parse import quote

import aiohttp
import msgspec
import telegram
from telegram.error import InvalidToken, NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.telegram.api import TelegramApi
from bot.telegram.wire import CONNECT_TIMEOUT, Lost, Wire

# Longest wait for an answer, in seconds; an upload is given as long again for writing.
READ_TIMEOUT = 30.0

_LINE_ENDS = str.maketrans("\r\n\0", "   ")


class SharedRequest(BaseRequest):
    """python-telegram-bot's transport over a `Wire` that somebody else opens and closes."""

    __slots__ = ("_wire",)

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    @property
    def read_timeout(self) -> float | None:
        """The default wait for an answer, in seconds."""
        return READ_TIMEOUT

    async def initialize(self) -> None:
        """Nothing to do: the session opens with its first request."""

    async def shutdown(self) -> None:
        """Nothing to do: the session belongs to `TelegramApi`."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as a dictionary. The library's own version logs the texts in what it can't read."""
        try:
            answer = json.loads(payload)
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise TelegramError("The answer is not Telegram's JSON")
        return answer

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One request: status and body. Raises TimedOut or NetworkError, without the address in them."""
        connect = _given(connect_timeout, CONNECT_TIMEOUT) + _given(pool_timeout, 0)
        write = _given(write_timeout, READ_TIMEOUT if request_data and request_data.contains_files else 0)
        answer = await self._wire.exchange(
            method,
            url,
            connect + write + _given(read_timeout, READ_TIMEOUT),
            data=_body(request_data),
            content_type=None if request_data and request_data.contains_files else "application/json",
            connect_timeout=connect,
        )
        if isinstance(answer, Lost):
            raise TimedOut(answer.reason) if answer.timed_out else NetworkError(answer.reason)
        if not 200 <= answer.status < 300 and not _is_object(answer.body):
            # The library would put the whole answer into the text of its exception.
            raise NetworkError(f"HTTP status {answer.status}, not Telegram's JSON")
        return answer.status, answer.body


class SetupBot(telegram.Bot):
    """The library's bot, with the token out of its texts."""

    # Its getFile answers hold addresses with the token; nothing here logs them, and nor should the library.
    _LOGGER = logging.getLogger(__name__)

    def __repr__(self) -> str:
        return "SetupBot()"

    async def initialize(self) -> None:
        """Call getMe. Raises InvalidToken, NetworkError: an outage must not stop the rest of the program."""
        refused = False
        try:
            await super().initialize()
        except InvalidToken:
            refused = True
        if refused:
            raise InvalidToken("Telegram does not know this token")


def setup_bot(token: str, api: TelegramApi) -> SetupBot:
    """The library's client for the same bot, server and session as `api`."""
    request = SharedRequest(api.wire)
    return SetupBot(
        token=quote(token, safe=":"),
        base_url=f"{api.base_url}/bot",
        base_file_url=f"{api.base_url}/file/bot",
        request=request,
        get_updates_request=request,
    )


def _given(value: Any, default: float) -> float:
    return float(value) if isinstance(value, int | float) else default


def _body(request_data: RequestData | None) -> bytes | aiohttp.FormData | None:
    if request_data is None:
        return None
    if not request_data.contains_files:
        return msgspec.json.encode(request_data.parameters)
    # Quoted, a Chinese file name would arrive as percent signs.
    form = aiohttp.FormData(quote_fields=False)
    for name, text in request_data.json_parameters.items():
        form.add_field(name, text)
    for name, (filename, content, mime) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename.translate(_LINE_ENDS), content_type=mime)
    return form


def _is_object(body: bytes) -> bool:
    try:
        return isinstance(json.loads(body), dict)
    except ValueError:
        return False
