"""The server starts, tells how it is, and ends at once whoever is still listening."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any

import pytest

from bot.web.app import CannotListen, serve
from bot.web.health import Health
from storage.dialects import Session
from tests.bot.web.service import WebService
from tests.patience import PATIENCE


async def test_the_end_of_the_program_ends_the_streams_at_once(service: WebService) -> None:
    people = [await service.browser() for _ in range(5)]
    lines = [person.listening() for person in people]
    ears = [await line.__aenter__() for line in lines]
    for ear in ears:
        assert await ear.block() == ": here\nretry: 1000"
    assert service.serving is not None
    service.serving.cancel()
    async with asyncio.timeout(4):
        for ear in ears:
            assert await ear.block() == ""
        await asyncio.gather(service.serving, return_exceptions=True)
    assert service.serving.cancelled()
    assert len(service.app.state.web.exchange) == 0
    for line in lines:
        await line.__aexit__(None, None, None)
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", service.port)


async def test_a_browser_that_goes_leaves_no_line(service: WebService) -> None:
    ann = await service.browser()
    for _ in range(3):
        async with ann.listening() as ear:
            await ear.block()
            assert len(service.app.state.web.exchange) == 1
        async with asyncio.timeout(PATIENCE):
            while len(service.app.state.web.exchange):
                await asyncio.sleep(0.01)


async def test_signals_are_left_to_the_program(service: WebService) -> None:
    ann = await service.browser()
    for number in (signal.SIGTERM, signal.SIGINT):
        assert "uvicorn" not in str(signal.getsignal(number))
    assert (await ann.history())["messages"] == []


async def test_a_port_that_is_taken_is_an_error(service: WebService) -> None:
    with pytest.raises(CannotListen, match=rf"^127\.0\.0\.1:{service.port} cannot be had \(Address already in use\)$"):
        await serve(service.app, "127.0.0.1", service.port)


if socket.has_dualstack_ipv6():  # Not every machine has it.

    async def test_it_listens_on_ipv6_too(service: WebService) -> None:
        ready: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        serving = asyncio.create_task(serve(service.app, "::1", 0, ready=ready.set_result))
        port = await ready
        async with service.stranger().http.get(f"http://[::1]:{port}/healthz") as response:
            assert response.status == 200
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)


async def test_health(database_url: str) -> None:
    states = iter(["connecting", "ok"])
    async with WebService.running(database_url, telegram=lambda: next(states)) as service:
        watcher = service.stranger().http
        async with watcher.get("/healthz", headers={"Host": "10.0.0.7"}) as response:
            assert response.status == 200
            answer = await response.json()
        assert answer == {"status": "ok", "database": True, "telegram": "connecting", "version": answer["version"]}
        assert answer["version"].count(".") == 2
        async with watcher.get("/healthz") as response:
            assert (await response.json())["telegram"] == "ok"
            assert response.cookies == {}


async def test_it_is_ready_while_the_inbox_is_looked_at(database_url: str) -> None:
    async with WebService.running(database_url) as service:
        watcher = service.stranger().http
        async with asyncio.timeout(5):
            while service.desk.looked_at is None:
                await asyncio.sleep(0.01)
        async with watcher.get("/readyz", headers={"Host": "10.0.0.7"}) as response:
            assert response.status == 200
            assert await response.json() == {"ready": True, "handling": True, "storing": True}
        assert service.working is not None
        service.working.cancel()
        await asyncio.gather(service.working, return_exceptions=True)
        service.times.passes(seconds=31)
        async with watcher.get("/readyz") as response:
            assert response.status == 503
            assert await response.json() == {"ready": False, "handling": False, "storing": True}
        async with watcher.get("/healthz") as response:
            assert response.status == 200


class Stuck:
    """A database whose answers are held back."""

    def __init__(self) -> None:
        self.asked = 0
        self.free = asyncio.Event()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator["Stuck"]:
        self.asked += 1
        await self.free.wait()
        yield self

    async def rows(self, name: str, **parameters: Any) -> list[tuple[int, int]]:
        return [(1, 1)]


async def test_a_database_that_does_not_answer_in_time_is_ill() -> None:
    stuck = Stuck()
    health = Health(SimpleNamespace(store=stuck), lambda: "off", patience=0.05)  # type: ignore[arg-type]
    for _ in range(3):
        response = await health._answer(None)  # type: ignore[arg-type]
        assert response.status_code == 503
        assert b'"status":"error","database":false' in response.body
    assert stuck.asked == 1
    stuck.free.set()
    assert (await health._answer(None)).status_code == 200  # type: ignore[arg-type]


async def test_a_database_that_fails_is_ill(service: WebService) -> None:
    await service.store.close()
    async with service.stranger().http.get("/healthz") as response:
        assert response.status == 503


async def test_a_stream_outlives_an_outage_of_the_database(
    service: WebService, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    ann = await service.browser()
    await ann.says("/help")
    async with ann.listening() as ear:
        heard = [await ear.next(), await ear.next()]

        @asynccontextmanager
        async def down() -> AsyncIterator[Session]:
            raise OSError("the words of somebody")
            yield

        with monkeypatch.context() as outage:
            outage.setattr(service.store, "reading", down)
            await asyncio.sleep(0.5)
        await ann.says("/start")
        assert (await ear.next())["data"]["id"] > heard[-1]["data"]["id"]
    assert "OSError" in caplog.text
    assert "somebody" not in caplog.text
