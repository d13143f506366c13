"""Server-sent events: a chat as it goes on (https://html.spec.whatwg.org/multipage/server-sent-events.html).

Each open stream is a line with a bell, rung after every commit that has brought news to its chat. Other processes
write to the same table, so a line looks at it now and then without a bell, too.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing, contextmanager
from dataclasses import dataclass, field

import msgspec
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.desk import Handled, describe
from bot.web.channel import WebChannel, tapped
from bot.web.history import Follower

log = logging.getLogger(__name__)

MOST_LINES = 10
"""Lines of one chat: windows of one person."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Seconds: between looks at the table, between signs of life, and until a line is drawn anew.

    The last one has the browser come back, with its session looked at again.
    """

    look: float = 2.0
    sign: float = 15.0
    life: float = 600.0


@dataclass(eq=False)
class Line:
    """One open stream."""

    bell: asyncio.Event = field(default_factory=asyncio.Event)
    remarks: list[bytes] = field(default_factory=list)
    open: bool = True

    def hang_up(self) -> None:
        """End the stream: the browser has gone, or the program ends."""
        self.open = False
        self.bell.set()


class Exchange:
    """All open lines of this process, by chat. `ring` is a listener of the desk."""

    def __init__(self) -> None:
        self._lines: defaultdict[str, set[Line]] = defaultdict(set)
        self._closed = False

    def __len__(self) -> int:
        """Return the number of open lines."""
        return sum(map(len, self._lines.values()))

    def busy(self, chat: str) -> bool:
        """Return whether a chat has as many lines as one person may need."""
        return len(self._lines.get(chat, ())) >= MOST_LINES

    @contextmanager
    def line(self, chat: str) -> Iterator[Line]:
        """Hold a line of a chat; after `close` it is one that has ended."""
        line = Line(open=not self._closed)
        self._lines[chat].add(line)
        try:
            yield line
        finally:
            self._lines[chat].discard(line)
            if not self._lines[chat]:
                del self._lines[chat]

    def ring(self, handled: Handled) -> None:
        """Ring the bells of the chats with news. A tap that brought no message has its short word said there."""
        for channel, tap, text in handled.taps:
            if channel == WebChannel.name and text:
                chat, message = tapped(tap)
                if chat not in handled.chats:
                    self._remark(chat, message, text)
        for chat in handled.chats & self._lines.keys():
            for line in self._lines[chat]:
                line.bell.set()

    def close(self) -> None:
        """End all lines, and those that are still to come."""
        self._closed = True
        for lines in list(self._lines.values()):
            for line in list(lines):
                line.hang_up()

    def _remark(self, chat: str, message: int, text: str) -> None:
        data = msgspec.json.encode({"message": message, "text": text})
        for line in self._lines.get(chat, ()):
            line.remarks.append(event("remark", data))
            line.bell.set()


def event(name: str, data: bytes, id_: int | None = None) -> bytes:
    """Return one event; `data` is JSON, which never holds a line break."""
    head = f"id: {id_}\n" if id_ is not None else ""
    return f"{head}event: {name}\ndata: ".encode() + data + b"\n\n"


async def follow(
    line: Line, follower: Follower, rhythm: Rhythm, monotonic: Callable[[], float]
) -> AsyncGenerator[bytes, None]:
    """Yield a chat's messages, files and remarks as they come, and signs of life, until the line ends."""
    began = heard = monotonic()
    # The first sign opens the stream at once, through whatever stands between; a lost line is taken up soon.
    yield b": here\nretry: 1000\n\n"
    while line.open and monotonic() - began < rhythm.life:
        line.bell.clear()
        more = True
        while more and line.open:
            chunk, more = await _news(line, follower, monotonic())
            if chunk:
                yield chunk
                heard = monotonic()
        if monotonic() - heard >= rhythm.sign:
            yield b": here\n\n"
            heard = monotonic()
        await _wait(line, rhythm.look)


async def _news(line: Line, follower: Follower, now: float) -> tuple[bytes, bool]:
    """Return the next events, and whether there may be more right now."""
    remarks = b"".join(line.remarks)
    line.remarks.clear()
    try:
        messages, files, more = await follower.page(now)
    except Exception as error:
        # An outage of the database is waited out; the line goes on where it stood.
        log.warning("a chat could not be read: %s", describe(error))
        return remarks, False
    told = [event("message", msgspec.json.encode(each), each.id) for each in messages]
    told += [event("file", msgspec.json.encode(each)) for each in files]
    return b"".join(told) + remarks, more


async def _wait(line: Line, seconds: float) -> None:
    if not line.open:
        return
    try:
        async with asyncio.timeout(seconds):
            await line.bell.wait()
    except TimeoutError:
        return


class EventStream(Response):
    """A stream of events over a line of `chat`: what `chunks` yields. It ends when the browser has gone.

    The browser's going hangs up the line, so that no query is cut off.
    """

    media_type = "text/event-stream"

    def __init__(self, exchange: Exchange, chat: str, chunks: Callable[[Line], AsyncGenerator[bytes, None]]) -> None:
        super().__init__()
        del self.headers["content-length"]
        # Some proxies collect an answer before they pass it on; this asks them not to.
        self.headers["X-Accel-Buffering"] = "no"
        self._exchange = exchange
        self._chat = chat
        self._chunks = chunks

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the stream."""
        with self._exchange.line(self._chat) as line:
            gone = asyncio.ensure_future(_gone(receive))
            gone.add_done_callback(lambda _: line.hang_up())
            try:
                await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
                if scope["method"] == "HEAD":
                    line.hang_up()
                async with aclosing(self._chunks(line)) as chunks:
                    async for chunk in chunks:
                        await send({"type": "http.response.body", "body": chunk, "more_body": True})
                await send({"type": "http.response.body", "body": b""})
            finally:
                gone.cancel()


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
