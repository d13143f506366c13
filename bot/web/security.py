"""What stands before every request: whom it is for, where it comes from; and before every answer: what it may do.

Plain ASGI, so that streams pass through as they are.
"""

import logging
from collections.abc import Collection
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.desk import describe
from bot.web.language import Languages
from bot.web.refusals import Refusal, refuse

log = logging.getLogger(__name__)

# A voice message is listened to before it is sent: until then it is a blob of the page itself.
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self' blob:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "geolocation=(self), microphone=(self)",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

_LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_READING: Final = frozenset({"GET", "HEAD"})
_POSTED: Final = frozenset({"application/json", "application/octet-stream"})
"""What our pages post: words, and files. No form of another website can post either."""


class Hosts:
    """The names under which this service may be called, and from which of its pages.

    These are the one of `public_url`, and this machine's own. A foreign name that leads here ("DNS rebinding") is
    none of them, so its pages can read and send nothing.
    """

    def __init__(self, public_url: str) -> None:
        self._public = public_url
        self._host = urlsplit(public_url).netloc.lower()

    def knows(self, host: str) -> bool:
        """Return whether a Host header names this service."""
        return bool(host) and (host.lower() == self._host or _hostname(host) in _LOCAL)

    def matches(self, origin: str, host: str) -> bool:
        """Return whether an Origin header names a page of this service, called under `host`.

        A web server in front may call this machine by its own name: then the page is that of `public_url` all the same.
        """
        origin, host = origin.lower(), host.lower()
        if self._public and origin == self._public.lower():
            return True
        return host != self._host and origin in (f"http://{host}", f"https://{host}")


class Guard:
    """Middleware: turns away what is not from our pages, puts the headers on, and lets no error text out.

    `machines` are the paths that other programs call: no browser, so no Origin, and any Host.
    """

    def __init__(self, app: ASGIApp, *, hosts: Hosts, languages: Languages, machines: Collection[str]) -> None:
        self._app = app
        self._hosts = hosts
        self._languages = languages
        self._machines = frozenset(machines)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        connection = HTTPConnection(scope)
        try:
            refusal = self._refusal(connection, scope)
            if refusal is None:
                await self._app(scope, receive, guarded)
                return
        except ClientDisconnect:
            return
        except Exception as error:
            # Not passed on: the server's log would get the whole error, and it may hold what people wrote.
            log.error("a request failed: %s", describe(error))
            if started:
                raise ConnectionAbortedError("the answer broke off") from None
            refusal = Refusal(500, "web-failed")
        await refuse(self._languages, connection, refusal)(scope, receive, guarded)

    def _refusal(self, connection: HTTPConnection, scope: Scope) -> Refusal | None:
        if scope["path"] in self._machines:
            return None
        headers = connection.headers
        host = headers.get("host", "")
        if not self._hosts.knows(host):
            return Refusal(400, "web-error-host")
        if scope["method"] in _READING:
            return None
        if not self._hosts.matches(headers.get("origin", ""), host) or headers.get("x-doorstep") != "1":
            return Refusal(403, "web-error-elsewhere")
        if headers.get("content-type", "").partition(";")[0].strip().lower() not in _POSTED:
            return Refusal(415, "web-error-request")
        return None


def _hostname(host: str) -> str:
    try:
        parts = urlsplit(f"//{host}")
        sound = parts.netloc == host and parts.username is None and (parts.port is None or parts.port > 0)
    except ValueError:
        return ""
    return (parts.hostname or "") if sound else ""
