"""The web chat over a real socket, a real store and the real desk, and browsers that come to it.

async with WebService.running(database_url) as service:
    ann = await service.browser()
    await ann.says("The lamp on the bridge is dark")
    assert (await ann.hears(2))[1]["text"]
"""

import asyncio
import json
import uuid
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import aiohttp
from starlette.applications import Starlette

from bot.desk import Desk
from bot.files.vault import Vault
from bot.web.app import create_app, serve
from bot.web.channel import WebChannel
from bot.web.events import Rhythm
from storage.store import Store
from tests.handlers.dialogue import MONDAY, Town
from tests.patience import PATIENCE
from tests.storage.raw import select


class Times:
    """The clocks of a test: case time stands still; machine time and monotonic time are moved by hand."""

    def __init__(self) -> None:
        self.wall_now = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
        self.monotonic_now = 1000.0

    def now(self) -> datetime:
        return MONDAY

    def wall(self) -> datetime:
        return self.wall_now

    def monotonic(self) -> float:
        return self.monotonic_now

    def passes(self, **span: float) -> None:
        self.wall_now += timedelta(**span)
        self.monotonic_now += timedelta(**span).total_seconds()


class WebService:
    """A running service."""

    def __init__(self, store: Store, desk: Desk, folder: Path, times: Times, options: dict[str, Any]) -> None:
        self.store = store
        self.desk = desk
        self.folder = folder
        self.vault = Vault(folder)
        self.times = times
        self.app: Starlette
        self.port = 0
        self.url = ""
        self.serving: asyncio.Task[None] | None = None
        self.working: asyncio.Task[None] | None = None
        self._options = options
        self._browsers: list[Browser] = []

    @classmethod
    @asynccontextmanager
    async def running(cls, url: str, *, work: bool = True, **options: Any) -> AsyncIterator["WebService"]:
        """Run a service over the database at `url`; without `work` nobody handles the inbox."""
        town = await Town.open(url)
        times = Times()
        desk = Desk(town.store, {"web": WebChannel()}, times, times.wall)
        options.setdefault("rhythm", Rhythm(look=0.3, sign=5, life=60))
        with TemporaryDirectory() as folder:
            service = cls(town.store, desk, Path(folder), times, options)
            await service.start()
            if work:
                service.working = asyncio.create_task(desk.run())
            try:
                yield service
            finally:
                await service.stop()
                await town.close()

    async def start(self) -> None:
        """Serve; after `end`, on the same port again."""
        self.app = create_app(
            self.desk, self.vault, wall=self.times.wall, monotonic=self.times.monotonic, **self._options
        )
        started: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self.serving = asyncio.create_task(serve(self.app, "127.0.0.1", self.port, ready=started.set_result))
        self.port = await started
        self.url = f"http://127.0.0.1:{self.port}"

    async def end(self) -> None:
        """Stop serving."""
        assert self.serving is not None
        self.serving.cancel()
        await asyncio.gather(self.serving, return_exceptions=True)

    async def stop(self) -> None:
        """Stop everything."""
        for browser in self._browsers:
            await browser.http.close()
        await self.end()
        if self.working is not None:
            self.working.cancel()
            await asyncio.gather(self.working, return_exceptions=True)

    def stranger(self) -> "Browser":
        """Return a browser that has not opened the page."""
        browser = Browser(self)
        self._browsers.append(browser)
        return browser

    async def browser(self) -> "Browser":
        """Return a browser that has opened the page."""
        browser = self.stranger()
        async with browser.http.get("/") as response:
            assert response.status == 200
        return browser

    def kept(self) -> list[Path]:
        """Return whatever lies in the vault, finished or not."""
        return [path for path in self.folder.rglob("*") if path.is_file()]

    async def waiting(self) -> list[str]:
        """Return the bodies of what is in the inbox and not handled yet, oldest first."""
        async with self.store.reading() as session:
            return [row[0] for row in await select(session, "select body from inbox where state = 'new' order by id")]

    async def rows(self, name: str, **parameters: Any) -> list[Any]:
        """Return the rows of a named query."""
        async with self.store.reading() as session:
            return [tuple(row) for row in await session.rows(name, **parameters)]


class Answer(NamedTuple):
    """What came back for a request."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Browser:
    """One browser with its cookies."""

    def __init__(self, service: WebService) -> None:
        self.service = service
        self.http = aiohttp.ClientSession(
            service.url,
            cookie_jar=aiohttp.CookieJar(unsafe=True),
            connector=aiohttp.TCPConnector(limit=0, force_close=True),
            timeout=aiohttp.ClientTimeout(total=PATIENCE),
        )

    @property
    def headers(self) -> dict[str, str]:
        """What the page's scripts send with a post."""
        return {"Origin": self.service.url, "X-Doorstep": "1", "Content-Type": "application/json"}

    async def address(self) -> str:
        """Return the address that the database has for this browser; "" for none."""
        token = next(each.value for each in self.http.cookie_jar if each.key == "doorstep")
        found = await self.service.rows("session_find", digest=sha256(token.encode()).hexdigest())
        return str(found[0][0]) if found else ""

    async def posts(
        self, body: Any, *, seat: str = "me", without: str = "", **headers: str
    ) -> tuple[int, dict[str, Any]]:
        """Post a body (as JSON unless it is bytes); return the status and the answer."""
        sent = {**self.headers, **{name.replace("_", "-"): value for name, value in headers.items()}}
        sent.pop(without, None)
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        async with self.http.post(f"/chat/{seat}/send", data=data, headers=sent) as response:
            return response.status, await response.json()

    async def says(self, text: str, client: str = "") -> str:
        """Say something that is taken; return the name that this browser gave it."""
        client = client or str(uuid.uuid4())
        assert await self.posts({"id": client, "text": text}) == (202, {})
        return client

    async def sends(
        self, content: bytes, *, seat: str = "me", headers: dict[str, str] | None = None, **about: Any
    ) -> tuple[int, dict[str, Any]]:
        """Send a file as the page does; return the status and the answer."""
        line = json.dumps({"id": str(uuid.uuid4()), **about}).encode()
        return await self.sends_body(BytesIO(line + b"\n" + content), seat=seat, headers=headers)

    async def sends_body(
        self, body: Any, *, seat: str = "me", headers: dict[str, str] | None = None
    ) -> tuple[int, dict[str, Any]]:
        """Send a body to where files go; return the status and the answer."""
        sent = {**self.headers, "Content-Type": "application/octet-stream", **(headers or {})}
        async with self.http.post(f"/chat/{seat}/files", data=body, headers=sent) as response:
            return response.status, await response.json()

    async def file(self, id_: object, *, seat: str = "me", query: str = "", **headers: str) -> "Answer":
        """Ask for a file of a chat."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        async with self.http.get(f"/chat/{seat}/files/{id_}{query}", headers=sent) as response:
            return Answer(response.status, response.headers, await response.read())

    async def taps(self, message: int, data: str) -> None:
        """Tap a button."""
        answer = await self.posts({"id": str(uuid.uuid4()), "tap": data, "message": message})
        assert answer == (202, {})

    async def history(self, before: int | None = None) -> dict[str, Any]:
        """Return a page of what was said."""
        async with self.http.get(
            "/chat/me/history", params={} if before is None else {"before": str(before)}
        ) as response:
            assert response.status == 200
            page: dict[str, Any] = await response.json()
            return page

    @asynccontextmanager
    async def listening(self, after: int = 0, last_event_id: str = "") -> AsyncIterator["Ear"]:
        """Hold the stream of events open."""
        headers = {"Last-Event-ID": last_event_id} if last_event_id else {}
        async with self.http.get("/chat/me/events", params={"after": str(after)}, headers=headers) as response:
            assert response.status == 200
            assert response.content_type == "text/event-stream"
            yield Ear(response)

    async def hears(self, count: int, after: int = 0) -> list[dict[str, Any]]:
        """Return the next messages of the stream."""
        async with self.listening(after) as ear:
            return [(await ear.next())["data"] for _ in range(count)]


class Ear:
    """Reads a stream of events."""

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self.response = response

    async def block(self) -> str:
        """Return the next lines up to a blank one; "" at the end of the stream."""
        lines = []
        while line := (await self.response.content.readline()).decode():
            if line == "\n":
                break
            lines.append(line.rstrip("\n"))
        return "\n".join(lines)

    async def next(self, name: str = "message") -> dict[str, Any]:
        """Return the next event's fields, `data` parsed; fails where none comes."""
        async with asyncio.timeout(PATIENCE):
            while True:
                block = await self.block()
                assert block, "the stream has ended"
                fields: dict[str, Any] = dict(line.split(": ", 1) for line in block.split("\n") if line[0] != ":")
                if fields.get("event") == name:
                    return {**fields, "data": json.loads(fields["data"])}

    async def quiet(self, seconds: float = 0.7) -> bool:
        """Return whether no event comes for a while."""
        try:
            async with asyncio.timeout(seconds):
                while block := await self.block():
                    if "event: " in block:
                        return False
                return False
        except TimeoutError:
            return True
