"""One HTTP session to the Bot API, shared by `TelegramApi` and by python-telegram-bot.

The token stands in every address, and aiohttp's exceptions hold the address. So nothing raised by aiohttp
leaves this module: a failure comes out as `Lost`, with words that hold no address.
"""

import enum
import os
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from functools import lru_cache

import aiohttp
from yarl import URL

# Longest wait for a free connection and for connecting it, in seconds.
CONNECT_TIMEOUT = 10.0
# Bytes of a file that are read at a time.
PIECE = 64 * 1024

_OK = 200


class Delivery(enum.Enum):
    """Whether a request reached the other side: what decides if it may be repeated."""

    SENT = "sent"
    NOT_SENT = "not sent"
    MAYBE = "maybe"


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole HTTP answer: status, the seconds of its Retry-After header, body."""

    status: int
    retry_after: float | None
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Lost:
    """No whole answer. `status` is known where the answer broke off after its head."""

    reason: str
    sent: Delivery
    timed_out: bool
    status: int | None = None


class Broken(Exception):
    """A download could not begin, or broke off. `status` is the HTTP status, where there was one. Holds no address."""

    def __init__(self, reason: str, status: int | None = None) -> None:
        super().__init__(reason)
        self.status = status


class Wire:
    """An aiohttp session that is opened by its first request and closed by `close`.

    `connections` is the largest number of requests under way: 64 of the sender, and room for taps and set-up.
    `proxy` is the address of an HTTP proxy.
    """

    def __init__(self, connections: int = 96, proxy: str | None = None) -> None:
        self._connections = connections
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None
        self._closed = False

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                # A long poll holds one connection for itself.
                connector=aiohttp.TCPConnector(limit=self._connections + 1),
                cookie_jar=aiohttp.DummyCookieJar(),
                proxy=self._proxy,
            )
        return self._session

    async def exchange(
        self,
        verb: str,
        url: str,
        timeout: float,  # noqa: ASYNC109 - running out is an answer, not an exception
        *,
        data: bytes | aiohttp.FormData | None = None,
        content_type: str | None = None,
        connect_timeout: float = CONNECT_TIMEOUT,
    ) -> Reply | Lost:
        """One request and its whole answer, within `timeout` seconds. `url` is complete and encoded."""
        if self._closed:
            return Lost("closed", Delivery.NOT_SENT, timed_out=False)
        status = None
        try:
            async with self._opened().request(
                verb,
                URL(url, encoded=True),
                data=data,
                headers={"Content-Type": content_type} if content_type else None,
                # A redirect would carry the token to another host.
                allow_redirects=False,
                # Connecting runs out first, so that running out later means that the request was written.
                timeout=_timeout(timeout, min(connect_timeout, timeout / 2)),
            ) as response:
                status = response.status
                body = await response.read()
                return Reply(status, _seconds(response.headers.get("Retry-After")), body)
        except (
            aiohttp.ClientConnectorError,
            aiohttp.ClientHttpProxyError,
            aiohttp.ConnectionTimeoutError,
            aiohttp.InvalidURL,
            aiohttp.ServerFingerprintMismatch,
        ) as error:
            return Lost(_words(error), Delivery.NOT_SENT, isinstance(error, TimeoutError))
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            return Lost(_words(error), Delivery.MAYBE, isinstance(error, TimeoutError), status)

    async def download(self, url: str, timeout: float) -> AsyncGenerator[bytes, None]:  # noqa: ASYNC109 - as above
        """Yield what lies at an address, piece by piece, within `timeout` seconds in all. Raises Broken."""
        if self._closed:
            raise Broken("closed")
        try:
            async with self._opened().get(
                URL(url, encoded=True), allow_redirects=False, timeout=_timeout(timeout, CONNECT_TIMEOUT)
            ) as response:
                if response.status != _OK:
                    raise Broken(f"HTTP status {response.status}", response.status)
                async for piece in response.content.iter_chunked(PIECE):
                    yield piece
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Broken(_words(error)) from None

    async def close(self) -> None:
        """Close the session. Requests made after this are not sent."""
        self._closed = True
        if self._session is not None:
            await self._session.close()


@lru_cache(maxsize=64)
def _timeout(total: float, connect: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=total, connect=connect)


def _seconds(header: str | None) -> float | None:
    return float(header) if header is not None and header.isdecimal() else None


def _words(error: BaseException) -> str:
    """The kind of a failure, without its own text, which may hold the address."""
    code = error.errno if isinstance(error, OSError) else None
    return f"{type(error).__name__}: {os.strerror(code)}" if code and code > 0 else type(error).__name__
