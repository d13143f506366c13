"""What does not come from our own pages is turned away, and every answer says what it may do."""

import asyncio
import itertools
import uuid
from collections.abc import AsyncIterator
from http.cookies import Morsel
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route

from bot.web.security import Hosts
from tests.bot.web.service import Browser, WebService
from tests.patience import PATIENCE


def said(text: str = "/help") -> dict[str, Any]:
    return {"id": str(uuid.uuid4()), "text": text}


async def stored(service: WebService) -> int:
    return len(await service.waiting())


@pytest.fixture
async def idle(tmp_path: Path) -> AsyncIterator[WebService]:
    """Give a service that stores what comes and leaves it there. What is turned away here meets no database."""
    async with WebService.running(f"sqlite:///{tmp_path / 'idle.db'}", work=False) as service:
        yield service


FOREIGN: list[dict[str, str]] = [
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": ""},
    {"Origin": "http://127.0.0.1"},
    {"Origin": "http://127.0.0.1:1"},
    {"Origin": "http://localhost"},
    {"X_Doorstep": "0"},
]


async def test_a_post_from_elsewhere_is_refused(idle: WebService, subtests: pytest.Subtests) -> None:
    ann = await idle.browser()
    for headers in FOREIGN:
        with subtests.test(headers=headers):
            status, answer = await ann.posts(said(), **headers)
            assert (status, bool(answer["error"])) == (403, True)
    for header in ("Origin", "X-Doorstep"):
        with subtests.test(without=header):
            assert (await ann.posts(said(), without=header))[0] == 403
    assert await stored(idle) == 0


async def test_a_post_that_is_no_json_by_name_is_refused(idle: WebService, subtests: pytest.Subtests) -> None:
    ann = await idle.browser()
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "", "application/jsonp"):
        with subtests.test(kind=kind):
            assert (await ann.posts(said(), Content_Type=kind))[0] == 415
    assert (await ann.posts(said(), Content_Type="application/json; charset=utf-8"))[0] == 202


async def test_a_foreign_host_is_refused(idle: WebService, subtests: pytest.Subtests) -> None:
    ann = await idle.browser()
    for host in ("evil.example", "127.0.0.1.evil.example", "user@127.0.0.1", "127.0.0.1:x", "["):
        with subtests.test(host=host):
            for path in ("/", "/chat/me/history"):
                async with ann.http.get(path, headers={"Host": host}) as response:
                    assert response.status == 400
                    assert "Set-Cookie" not in response.headers
            assert (await ann.posts(said(), Host=host, Origin=f"http://{host}"))[0] == 400


async def test_without_a_session_there_is_no_conversation(idle: WebService) -> None:
    stranger = idle.stranger()
    for path in ("/chat/me/history", "/chat/me/events"):
        async with stranger.http.get(path) as response:
            assert response.status == 401
            assert "Set-Cookie" not in response.headers
    assert (await stranger.posts(said()))[0] == 401
    for token in ("x", "x" * 5000, "\u00e9"):
        async with stranger.http.get("/chat/me/history", headers={"Cookie": f"doorstep={token}"}) as response:
            assert response.status == 401


async def test_a_seat_that_is_not_ones_own_does_not_exist(idle: WebService, subtests: pytest.Subtests) -> None:
    ann = await idle.browser()
    for seat in ("resident", "cadre", "web:0000000000000000", "Me", "me%00", "..%2fme"):
        with subtests.test(seat=seat):
            for path in ("history", "events"):
                async with ann.http.get(f"/chat/{seat}/{path}") as response:
                    assert response.status == 404
            assert (await ann.posts(said(), seat=seat))[0] == 404
    assert await stored(idle) == 0


NOTHING_TO_US: list[Any] = [
    b"",
    b"null",
    b"[]",
    b"{",
    b"\x00\x01\x02\xff\xfe",
    b'{"id": "' + b"\xff" * 36 + b'", "text": "a"}',
    b"[" * 100_000,
    b'{"id": ' + b'{"a":' * 50_000,
    b'{"text": "no name"}',
    {"id": "not-a-uuid", "text": "a"},
    {"id": "0B5C8C6E-0000-4000-8000-000000000000", "text": "a"},
    {"id": 7, "text": "a"},
    {"text": 7},
    {"text": ["a"]},
    {"text": "a", "tap": "b", "message": 1},
    {"text": "a", "address": "web:0000000000000000"},
    {"text": "a", "message": 1},
    {"tap": "m.zh"},
    {"tap": "m.zh", "message": 0},
    {"tap": "m.zh", "message": 2**63},
    {"tap": "m.zh", "message": "1"},
    {"tap": "", "message": 1},
    {"tap": "x" * 65, "message": 1},
    {"tap": "a\x00b", "message": 1},
    {"message": 1},
    {"place": {"lat": 1}},
    {"place": {"lat": "1", "lon": 1}},
    {"place": [1, 2]},
    {},
]


async def test_a_body_that_says_nothing_to_us_is_refused(idle: WebService, subtests: pytest.Subtests) -> None:
    ann = await idle.browser()
    for body in NOTHING_TO_US:
        idle.times.passes(minutes=1)
        named = {"id": str(uuid.uuid4()), **body} if isinstance(body, dict) else body
        with subtests.test(body=repr(body)[:60]):
            answer = await ann.posts(named)
            assert answer == (400, {"error": "没看懂这条。请把网页重新打开，再发一次。"})
    assert await stored(idle) == 0


async def test_a_place_off_the_earth_is_refused(idle: WebService, subtests: pytest.Subtests) -> None:
    ann = await idle.browser()
    for lat, lon in ((91, 0), (0, -180.5), (1e308, 0)):
        with subtests.test(lat=lat, lon=lon):
            body = {"id": str(uuid.uuid4()), "place": {"lat": lat, "lon": lon}}
            status, answer = await ann.posts(body, Accept_Language="en")
            assert (status, "map" in answer["error"]) == (400, True)


async def test_a_text_with_nothing_in_it_is_refused_kindly(idle: WebService, subtests: pytest.Subtests) -> None:
    ann = await idle.browser()
    for text in ("", "  \n ", "\u200b\u2060", "\x00"):
        with subtests.test(text=text):
            assert await ann.posts(said(text)) == (400, {"error": "还没写字呢。写几个字再发。"})


@pytest.mark.parametrize("size", [20_001, 300_000, 900_000])
async def test_a_text_that_is_too_long_is_refused_kindly(idle: WebService, size: int) -> None:
    ann = await idle.browser()
    status, answer = await ann.posts(said("a" * size), Accept_Language="en-GB,en;q=0.9")
    assert (status, answer["error"]) == (
        413,
        "That's more than we can take at once. Please send it in two or three parts.",
    )


async def test_who_writes_too_fast_is_told_when_to_go_on(idle: WebService) -> None:
    ann, bob = await idle.browser(), await idle.browser()
    for _ in range(10):
        assert (await ann.posts(said()))[0] == 202
    async with ann.http.post("/chat/me/send", json=said(), headers=ann.headers) as response:
        assert response.status == 429
        assert response.headers["Retry-After"] == "3"
        assert (await response.json())["error"]
    assert (await bob.posts(said()))[0] == 202
    idle.times.passes(seconds=3)
    assert (await ann.posts(said()))[0] == 202
    assert (await ann.posts(said()))[0] == 429


async def test_one_conversation_has_ten_windows_at_most(idle: WebService) -> None:
    ann = await idle.browser()
    exchange = idle.app.state.web.exchange
    open_lines = [ann.listening() for _ in range(10)]
    for line in open_lines:
        await line.__aenter__()
    async with ann.http.get("/chat/me/events") as response:
        assert response.status == 429
    assert len(exchange) == 10
    for line in open_lines:
        await line.__aexit__(None, None, None)
    async with asyncio.timeout(PATIENCE):
        while len(exchange):
            await asyncio.sleep(0.01)
    async with ann.listening() as ear:
        assert await ear.block() == ": here\nretry: 1000"


async def test_a_head_of_a_stream_ends(idle: WebService) -> None:
    ann = await idle.browser()
    async with ann.http.head("/chat/me/events") as response:
        assert response.status == 200
    assert len(idle.app.state.web.exchange) == 0


PATHS = [
    "/",
    "/healthz",
    "/chat/me/history",
    "/chat/x/history",
    "/nothing",
    "/static/x/base.css",
    "/static/x/../app.py",
]


async def test_every_answer_says_what_it_may_do(idle: WebService, subtests: pytest.Subtests) -> None:
    ann = await idle.browser()
    for path, host in itertools.product(PATHS, (f"127.0.0.1:{idle.port}", "evil.example")):
        async with ann.http.get(path, headers={"Host": host}) as response:
            with subtests.test(path=path, host=host):
                assert response.headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self';")
                assert response.headers["X-Content-Type-Options"] == "nosniff"
                assert response.headers["Referrer-Policy"] == "no-referrer"
                assert response.headers["Permissions-Policy"] == "geolocation=(self), microphone=(self)"
                assert "Server" not in response.headers
                if path not in ("/", "/static/x/base.css"):
                    assert response.headers["Cache-Control"] == "no-store"


async def test_methods_that_nothing_answers_are_refused(idle: WebService) -> None:
    ann = await idle.browser()
    for method, path in (("PUT", "/"), ("DELETE", "/chat/me/history"), ("POST", "/"), ("GET", "/chat/me/send")):
        async with ann.http.request(method, path, headers=ann.headers) as response:
            assert response.status == 405
            assert (await response.json())["error"]


async def test_a_failure_shows_no_words_of_its_own(database_url: str, caplog: pytest.LogCaptureFixture) -> None:
    async def broken(request: Request) -> JSONResponse:
        raise RuntimeError("the secret of the petition")

    routes = [Route("/broken", broken)]
    async with (
        WebService.running(database_url, work=False, routes=routes) as service,
        service.stranger().http.get("/broken", headers={"Accept-Language": "en"}) as response,
    ):
        assert response.status == 500
        assert await response.json() == {"error": "That didn't work. Please try again."}
        assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "RuntimeError in test_security.py" in caplog.text
    assert "secret" not in caplog.text


async def test_programs_may_call_the_paths_made_for_them(database_url: str) -> None:
    async def hook(request: Request) -> PlainTextResponse:
        return PlainTextResponse("heard")

    routes = [Route("/hook", hook, methods=["POST"]), Route("/other", hook, methods=["POST"])]
    async with WebService.running(database_url, work=False, routes=routes, machines=["/hook"]) as service:
        program = service.stranger().http
        async with program.post("/hook", data=b"x", headers={"Host": "anything.example"}) as response:
            assert (response.status, await response.text()) == (200, "heard")
        async with program.post("/other", data=b"x") as response:
            assert response.status == 403


async def test_the_demo_may_bring_seats_of_its_own(database_url: str) -> None:
    def seats(request: Request, seat: str) -> str | None:
        return {"cadre": "web:cadre", "resident": "web:resident"}.get(seat)

    async with WebService.running(database_url, seat_address=seats) as service:
        anyone = service.stranger()
        assert (await anyone.posts(said(), seat="cadre"))[0] == 202
        assert (await anyone.posts(said(), seat="supervisor"))[0] == 404
        assert (await anyone.posts(said(), seat="me"))[0] == 401
        async with asyncio.timeout(PATIENCE):
            while True:
                async with anyone.http.get("/chat/cadre/history") as response:
                    if len((await response.json())["messages"]) == 2:
                        break
                await asyncio.sleep(0.05)
        async with anyone.http.get("/chat/resident/history") as response:
            assert await response.json() == {"messages": [], "earlier": False}


def cookie(browser: Browser, name: str) -> Morsel[str]:
    return next(each for each in browser.http.cookie_jar if each.key == name)


async def test_the_token_is_out_of_reach_and_not_in_the_database(idle: WebService) -> None:
    ann = await idle.browser()
    kept = cookie(ann, "doorstep")
    assert (kept["httponly"], kept["samesite"], kept["path"], kept["secure"]) == (True, "lax", "/", "")
    assert len(kept.value) == 43
    await ann.says("x")
    (body,) = await idle.waiting()
    assert kept.value not in body


async def test_under_https_the_cookie_stays_within_it(database_url: str) -> None:
    public = "https://doorstep.example"
    async with WebService.running(database_url, work=False, public_url=public) as service:
        http = service.stranger().http
        async with http.get("/", headers={"Host": "doorstep.example"}) as response:
            (set_cookie,) = response.headers.getall("Set-Cookie")
        assert set_cookie.startswith("__Host-doorstep=")
        assert {"HttpOnly", "Path=/", "SameSite=lax", "Secure"} <= set(set_cookie.split("; "))
        mine = {"Cookie": set_cookie.split(";")[0], "X-Doorstep": "1"}
        for host, origin, status in (
            ("doorstep.example", public, 202),
            ("127.0.0.1:8080", public, 202),
            ("doorstep.example", "http://doorstep.example", 403),
            ("doorstep.example", "https://evil.example", 403),
            ("127.0.0.1:8080", "https://evil.example", 403),
        ):
            headers = {**mine, "Host": host, "Origin": origin}
            async with http.post("/chat/me/send", json=said(), headers=headers) as response:
                assert response.status == status, (host, origin)


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("doorstep.example", True),
        ("DOORSTEP.example", True),
        ("doorstep.example:443", False),
        ("sub.doorstep.example", False),
        ("localhost:8080", True),
        ("[::1]:8080", True),
        ("127.0.0.1", True),
        ("127.0.0.1/x", False),
        ("", False),
    ],
)
def test_hosts(host: str, known: bool) -> None:
    assert Hosts("https://doorstep.example").knows(host) is known
