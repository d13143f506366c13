"""The conversation over HTTP: what was said, what is being said, and the way to say something."""

from collections.abc import Callable
from typing import Annotated

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web import history
from bot.web.body import read_body
from bot.web.channel import Sent
from bot.web.events import EventStream, Exchange, Rhythm, follow
from bot.web.inbox import Inbox
from bot.web.language import Languages
from bot.web.limits import Limit
from bot.web.refusals import Refusal
from bot.web.seats import Seats, network
from bot.web.wire import NUMBER, UUID, answer, decoded, words
from casework.words import clean, fits_callback
from storage.store import Store

Id = Annotated[int, msgspec.Meta(ge=1, le=history.LAST)]


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the person is, in degrees (WGS 84)."""

    lat: float
    lon: float


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a browser posts: its name of the message, and one of a text, a tap on a message's button, or a place."""

    id: Annotated[str, msgspec.Meta(pattern=UUID)]
    text: str | None = None
    tap: str | None = None
    message: Id | None = None
    place: Place | None = None


class Chat:
    """The routes of the conversation, for every seat."""

    def __init__(
        self,
        *,
        store: Store,
        seats: Seats,
        inbox: Inbox,
        exchange: Exchange,
        languages: Languages,
        rhythm: Rhythm,
        monotonic: Callable[[], float],
    ) -> None:
        self._store = store
        self._seats = seats
        self._inbox = inbox
        self._exchange = exchange
        self._languages = languages
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
        address, _ = await self._seats.who(request)
        before = request.query_params.get("before")
        if before is not None and not NUMBER.fullmatch(before):
            raise Refusal(400, "web-error-request")
        messages, earlier = await history.page(self._store, address, int(before) if before else history.LAST)
        return answer({"messages": messages, "earlier": earlier})

    async def events(self, request: Request) -> Response:
        """Answer with the stream of what is said from a message on."""
        address, _ = await self._seats.who(request)
        if self._exchange.busy(address):
            raise Refusal(429, "web-error-windows", wait=30)
        # The browser's own word on where it broke off is newer than the address that it began with.
        marks = (request.headers.get("last-event-id", ""), request.query_params.get("after", ""))
        after = next((int(mark) for mark in marks if NUMBER.fullmatch(mark)), 0)
        follower = history.Follower(self._store, address, after)
        return EventStream(self._exchange, address, lambda line: follow(line, follower, self._rhythm, self._monotonic))

    async def send(self, request: Request) -> Response:
        """Take something that the person says: kept safe before it is answered, and once however often it comes."""
        address, session = await self._seats.who(request)
        now = self._monotonic()
        wait = self._by_person.take(address, now) or self._by_network.take(network(request), now)
        if wait:
            raise Refusal(429, "web-error-fast", wait=wait)
        sent = _sent(address, self._languages.of(request), await read_body(request))
        await self._inbox.store(sent)
        await self._seats.used(session)
        return answer({}, 202)


def _sent(address: str, language: str, body: bytes) -> Sent:
    """Return what a body says, checked. Raises Refusal."""
    said = decoded(body, Said)
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
    text = words(raw)
    if not text:
        raise Refusal(400, "web-error-empty")
    return text


def _place(place: Place) -> tuple[float, float]:
    if not (-90 <= place.lat <= 90 and -180 <= place.lon <= 180):
        raise Refusal(400, "web-error-place")
    return place.lat, place.lon
