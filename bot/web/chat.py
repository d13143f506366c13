"""The conversation over HTTP: what was said, what is being said, and the way to say something."""

import asyncio
import re
from collections.abc import Callable
from typing import Annotated, Final, TypeVar

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web import history
from bot.web.channel import Sent
from bot.web.events import EventStream, Exchange, Rhythm, follow
from bot.web.inbox import Inbox
from bot.web.language import Languages
from bot.web.limits import Limit
from bot.web.refusals import Refusal
from bot.web.sessions import SEAT, Session, Sessions
from casework.words import clean, fits_callback
from storage.store import Store

SeatAddress = Callable[[Request, str], str | None]
"""Gives the address of a seat other than "me", or None where there is no such seat."""

LONGEST_TEXT: Final = 20_000
"""Characters of one message."""

_LARGEST_BODY: Final = 256 * 1024
_DRAINED: Final = 4 * 1024 * 1024
_BODY_SECONDS: Final = 20
_NUMBER = re.compile(r"[0-9]{1,18}")
_UUID: Final = r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z"

Id = Annotated[int, msgspec.Meta(ge=1, le=history.LAST)]


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the person is, in degrees (WGS 84)."""

    lat: float
    lon: float


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a browser posts: its name of the message, and one of a text, a tap on a message's button, or a place."""

    id: Annotated[str, msgspec.Meta(pattern=_UUID)]
    text: str | None = None
    tap: str | None = None
    message: Id | None = None
    place: Place | None = None


T = TypeVar("T")


class Chat:
    """The routes of the conversation, for every seat."""

    def __init__(
        self,
        *,
        store: Store,
        sessions: Sessions,
        inbox: Inbox,
        exchange: Exchange,
        languages: Languages,
        seat_address: SeatAddress,
        rhythm: Rhythm,
        monotonic: Callable[[], float],
    ) -> None:
        self._store = store
        self._sessions = sessions
        self._inbox = inbox
        self._exchange = exchange
        self._languages = languages
        self._seat_address = seat_address
        self._rhythm = rhythm
        self._monotonic = monotonic
        self._by_person = Limit(20, 10)
        # A whole village may come through one address.
        self._by_network = Limit(240, 60)

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [
            Route("/chat/{seat}/history", self.history),
            Route("/chat/{seat}/events", self.events, methods=["GET"]),
            Route("/chat/{seat}/send", self.send, methods=["POST"]),
        ]

    async def history(self, request: Request) -> Response:
        """Answer with a page of what was said: the newest, or what came before a message."""
        address, _ = await self._who(request)
        before = request.query_params.get("before")
        if before is not None and not _NUMBER.fullmatch(before):
            raise Refusal(400, "web-error-request")
        messages, earlier = await history.page(self._store, address, int(before) if before else history.LAST)
        return _json({"messages": [history.shown(each) for each in messages], "earlier": earlier})

    async def events(self, request: Request) -> Response:
        """Answer with the stream of what is said from a message on."""
        address, _ = await self._who(request)
        if self._exchange.busy(address):
            raise Refusal(429, "web-error-windows", wait=30)
        # The browser's own word on where it broke off is newer than the address that it began with.
        marks = (request.headers.get("last-event-id", ""), request.query_params.get("after", ""))
        after = next((int(mark) for mark in marks if _NUMBER.fullmatch(mark)), 0)
        follower = history.Follower(self._store, address, after)
        return EventStream(self._exchange, address, lambda line: follow(line, follower, self._rhythm, self._monotonic))

    async def send(self, request: Request) -> Response:
        """Take something that the person says: kept safe before it is answered, and once however often it comes."""
        address, session = await self._who(request)
        now = self._monotonic()
        wait = self._by_person.take(address, now) or self._by_network.take(network(request), now)
        if wait:
            raise Refusal(429, "web-error-fast", wait=wait)
        sent = _sent(address, self._languages.of(request), await read_body(request))
        await self._inbox.store(sent)
        if session is not None:
            await self._sessions.touch(session)
        return _json({}, 202)

    async def _who(self, request: Request) -> tuple[str, Session | None]:
        """Return the address that a seat stands for, with the session behind it."""
        seat = request.path_params["seat"]
        if seat != SEAT:
            address = self._seat_address(request, seat)
            if address is None:
                raise Refusal(404, "web-error-missing")
            return address, None
        session = await self._sessions.of(request)
        if session is None:
            raise Refusal(401, "web-error-session")
        self._languages.settle(request, session.language)
        return session.address, session


def network(request: Request) -> str:
    """Return what limits count as one network: an IPv4 address, or the half of an IPv6 address that is given out."""
    host = request.client.host if request.client is not None else ""
    return ":".join(host.split("%")[0].split(":")[:4]) if ":" in host else host


async def read_body(request: Request) -> bytes:
    """Return the body of a post. What is too large is read to its end all the same, so that the answer is heard."""
    body = bytearray()
    size = 0
    try:
        async with asyncio.timeout(_BODY_SECONDS):
            async for chunk in request.stream():
                size += len(chunk)
                if size > _DRAINED:
                    break
                if size <= _LARGEST_BODY:
                    body += chunk
    except TimeoutError:
        raise Refusal(408, "web-failed") from None
    if size > _LARGEST_BODY:
        raise Refusal(413, "web-error-long")
    return bytes(body)


def _sent(address: str, language: str, body: bytes) -> Sent:
    """Return what a body says, checked. Raises Refusal."""
    try:
        said = msgspec.json.decode(body, type=Said)
    except (ValueError, RecursionError):
        raise Refusal(400, "web-error-request") from None
    if said.text is not None and said.tap is None and said.place is None and said.message is None:
        return Sent(address, "text", said.id, language, text=_text(said.text))
    if said.tap is not None and said.text is None and said.place is None and said.message is not None:
        if clean(said.tap) != said.tap or not fits_callback(said.tap):
            raise Refusal(400, "web-error-request")
        return Sent(address, "tap", said.id, language, data=said.tap, message=said.message)
    if said.place is not None and said.text is None and said.tap is None and said.message is None:
        return Sent(address, "place", said.id, language, place=_place(said.place))
    raise Refusal(400, "web-error-request")


def _text(raw: str) -> str:
    text = clean(raw)
    if len(text) > LONGEST_TEXT:
        raise Refusal(413, "web-error-long")
    if not text:
        raise Refusal(400, "web-error-empty")
    return text


def _place(place: Place) -> tuple[float, float]:
    if not (-90 <= place.lat <= 90 and -180 <= place.lon <= 180):
        raise Refusal(400, "web-error-place")
    return place.lat, place.lon


def _json(value: object, status: int = 200) -> Response:
    return Response(msgspec.json.encode(value), status, media_type="application/json")
