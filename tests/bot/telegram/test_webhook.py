"""The webhook: only Telegram is let in, and 200 means stored."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from typing import Any

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route

from bot.secret import Secret
from bot.telegram import webhook
from bot.telegram.inbox import InboxWriter
from bot.telegram.webhook import Webhook
from tests.bot.telegram.office import BOT_ID, TOKEN, Office, open_office, until, wall
from tests.standin.service import Standin
from tests.standin.spec import SPEC_FILE

pytestmark = pytest.mark.skipif(not SPEC_FILE.exists(), reason=f"{SPEC_FILE} is missing")

SECRET = "a-word-that-only-telegram-knows"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
UPDATE = {"update_id": 5, "message": {"message_id": 1, "date": 1, "chat": {"id": 7, "type": "private"}}}


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[Office]:
    async with open_office(database_url, Standin(TOKEN)) as office:
        yield office


def app_of(office: Office) -> Starlette:
    endpoint = Webhook(office.store, BOT_ID, Secret(SECRET), office.desk.inbox_bell, wall)
    return Starlette(routes=[Route("/telegram", endpoint.receive, methods=["POST"])])


async def post(office: Office, body: bytes, headers: Mapping[str, str | bytes] | None = None) -> int:
    transport = httpx.ASGITransport(app=app_of(office))
    given = {HEADER: SECRET} if headers is None else headers
    encoded = {name: value.encode() if isinstance(value, str) else value for name, value in given.items()}
    async with httpx.AsyncClient(transport=transport, base_url="http://office") as client:
        return (
            await client.post(
                "/telegram", content=body, headers={name.encode(): value for name, value in encoded.items()}
            )
        ).status_code


async def test_an_update_is_stored_before_it_is_confirmed(office: Office) -> None:
    assert await post(office, json.dumps(UPDATE).encode()) == 200
    assert await office.inbox() == [(5, "new", "tg:7|tg:0", "")]
    assert office.desk.inbox_bell.is_set()


async def test_an_update_that_comes_twice_is_stored_once(office: Office) -> None:
    for _ in range(2):
        assert await post(office, json.dumps(UPDATE).encode()) == 200
    assert len(await office.inbox()) == 1


@pytest.mark.parametrize(
    "headers", [{}, {HEADER: ""}, {HEADER: SECRET + "x"}, {HEADER: "geheim\xe9".encode("latin-1")}]
)
async def test_nobody_else_is_let_in(office: Office, headers: dict[str, str | bytes]) -> None:
    assert await post(office, json.dumps(UPDATE).encode(), headers) == 401
    assert await office.inbox() == []


DEEP = b'{"update_id":5,"message":' + b"[" * 10_000 + b"]" * 10_000 + b"}"


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"message": {}}', b"\xff", DEEP])
async def test_what_nobody_can_read_is_set_aside_and_does_not_come_again(office: Office, body: bytes) -> None:
    assert await post(office, body) == 200
    assert [row[1] for row in await office.inbox()] == ["aside"]


async def test_too_much_is_turned_away(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "LARGEST", 200)
    assert await post(office, json.dumps(UPDATE).encode().ljust(201)) == 413
    assert await post(office, json.dumps(UPDATE).encode().ljust(200)) == 200
    assert len(await office.inbox()) == 1


async def test_what_can_not_be_stored_is_not_confirmed(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(self: InboxWriter, updates: Any) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(InboxWriter, "_write", fail)
    assert await post(office, json.dumps(UPDATE).encode()) == 503
    assert not office.desk.inbox_bell.is_set()


def test_without_a_secret_there_is_no_webhook(office: Office) -> None:
    with pytest.raises(ValueError, match="secret"):
        Webhook(office.store, BOT_ID, Secret(), office.desk.inbox_bell, wall)


async def test_telegram_delivers_and_takes_200_for_stored(office: Office) -> None:
    server = uvicorn.Server(uvicorn.Config(app_of(office), port=0, lifespan="off", log_config=None))
    serving = asyncio.create_task(server.serve())

    async def started() -> bool:
        return server.started

    await until(started)
    port = server.servers[0].sockets[0].getsockname()[1]
    async with Standin(TOKEN, rates="off") as telegram:
        telegram.webhook.point_at(f"http://127.0.0.1:{port}/telegram", SECRET, 40)
        for person in range(1, 21):
            telegram.world.says(person, "Hello")

        async def taken() -> bool:
            return not telegram.world.pending

        await until(taken)
        assert {status for _, status in telegram.webhook.deliveries} == {200}
    assert sorted(row[2] for row in await office.inbox()) == sorted(f"tg:{n}|tg:{n}" for n in range(1, 21))
    server.should_exit = True
    await serving
