"""Sessions: which browser is which address. The browser holds a random token, the database its digest only.

Machine time. A session is used by opening the page and by sending; an open page alone keeps none alive.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from starlette.requests import HTTPConnection
from starlette.responses import Response

from storage.codec import from_micros, to_micros
from storage.store import Store

RESIDENT_END: Final = timedelta(days=30)
STAFF_END: Final = timedelta(hours=12)
UNUSED_END: Final = timedelta(days=7)
TOUCH: Final = timedelta(hours=1)
SEAT: Final = "me"

_CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TOKEN_BYTES: Final = 32
_LONGEST_TOKEN: Final = 64


@dataclass(frozen=True, slots=True)
class Session:
    """A browser's session. `language` is the person's, "" as long as nobody has written under the address."""

    digest: str
    address: str
    seen_at: datetime
    language: str = ""


class Sessions:
    """The sessions of a store. `secure` says that the pages are served by https, so cookies stay within it."""

    def __init__(self, store: Store, wall: Callable[[], datetime], *, secure: bool) -> None:
        self._store = store
        self._wall = wall
        self._secure = secure
        self._cookie = "__Host-doorstep" if secure else "doorstep"
        self._purged_at: datetime | None = None

    async def of(self, connection: HTTPConnection) -> Session | None:
        """Return the session of a request; None where there is none, or it has ended."""
        token = connection.cookies.get(self._cookie, "")
        if not token or len(token) > _LONGEST_TOKEN:
            return None
        digest = _digest(token)
        async with self._store.reading() as session:
            found = await session.rows("session_find", digest=digest)
        if not found:
            return None
        address, seen, language, staff = found[0]
        seen_at = from_micros(seen)
        if self._wall() - seen_at > (STAFF_END if staff else RESIDENT_END):
            return None
        return Session(digest, address, seen_at, language)

    async def begin(self, response: Response) -> Session:
        """Begin a session with a new address, and give its token to the browser."""
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        now = self._wall()
        address = "web:" + "".join(secrets.choice(_CROCKFORD) for _ in range(16))
        row = {"digest": _digest(token), "address": address, "seat": SEAT, "now": to_micros(now)}
        async with self._store.database.transaction() as session:
            await session.write("session_insert", [row])
            if self._purged_at is None or now - self._purged_at >= TOUCH:
                self._purged_at = now
                ends = {"ended": to_micros(now - RESIDENT_END), "unused": to_micros(now - UNUSED_END)}
                await session.write("session_purge", [ends])
        self._give(response, token)
        return Session(_digest(token), address, now)

    def renew(self, connection: HTTPConnection, response: Response) -> None:
        """Let the browser keep its token for as long again."""
        self._give(response, connection.cookies[self._cookie])

    async def touch(self, session: Session) -> None:
        """Note that a session was used; written once an hour at most."""
        now = self._wall()
        if now - session.seen_at >= TOUCH:
            async with self._store.database.transaction() as writing:
                await writing.write("session_touch", [{"digest": session.digest, "now": to_micros(now)}])

    def _give(self, response: Response, token: str) -> None:
        age = int(RESIDENT_END.total_seconds())
        response.set_cookie(
            self._cookie, token, max_age=age, path="/", secure=self._secure, httponly=True, samesite="lax"
        )


def _digest(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
