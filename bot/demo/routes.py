"""The demo's page: the stories, who is played, what the clock says, and the buttons that move it."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator
from typing import Any, Final

import msgspec
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.demo.scenes import MENU, SCENES
from bot.demo.seats import SEATS, SHEETS, address_of
from bot.demo.stage import STEPS, Moment, Stage
from bot.desk import Handled
from bot.web.app import Web
from bot.web.body import read_body
from bot.web.events import EventStream, Line, event
from bot.web.refusals import Refusal
from bot.web.texts import texts

SIGN_SECONDS: Final = 15.0
WATCHERS: Final = "demo"


def seat_address(request: Request, seat: str) -> str | None:
    """Return the address that a seat of the demo stands for."""
    return address_of(seat) if seat in SEATS else None


class DemoPage:
    """The routes of the demo. It serves this machine alone, so whoever opens it may play everybody."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [
            Route("/demo", self.page),
            Route("/demo/state", self.state),
            Route("/demo/events", self.events),
            Route("/demo/clock", self.clock, methods=["POST"]),
            Route("/demo/language", self.language, methods=["POST"]),
            Route("/demo/scene", self.scene, methods=["POST"]),
        ]

    async def page(self, request: Request) -> Response:
        """Answer with the page, in the language that everybody speaks."""
        stage = self._stage
        shown = {"menu": MENU, "scene": stage.scene, "sheets": SHEETS}
        return _web(request).pages.render("demo.html", stage.language, **shown)

    async def state(self, request: Request) -> Response:
        """Answer with what the page begins from."""
        stage = self._stage
        text = texts(stage.language)
        scene = stage.scene
        tries = {
            seat: [text[f"demo-try-{scene.name}-{seat}-{number}"] for number in range(1, count + 1)]
            for seat, count in scene.tries.items()
        }
        log = [_moment(moment, stage.language) for moment in stage.log]
        now = stage.clock.now().isoformat()
        return JSONResponse({"now": now, "tries": tries, "log": log})

    async def events(self, request: Request) -> Response:
        """Answer with the stream of moments that the clock passes, and of the seats that have news."""
        return EventStream(_web(request).exchange, WATCHERS, self._moments)

    async def clock(self, request: Request) -> Response:
        """Move the clock by a step, through each moment that is due."""
        step = (await _json(request)).get("step")
        if step not in STEPS:
            raise Refusal(400, "web-error-request")
        return JSONResponse({"now": (await self._stage.move(step)).isoformat()})

    async def language(self, request: Request) -> Response:
        """Let everybody speak another language."""
        language = (await _json(request)).get("language")
        if language not in _web(request).languages.offered:
            raise Refusal(400, "web-error-request")
        await self._stage.speak(language)
        return JSONResponse({})

    async def scene(self, request: Request) -> Response:
        """Start afresh, with the beginning of a story."""
        name = (await _json(request)).get("scene")
        if not isinstance(name, str) or name not in SCENES:
            raise Refusal(400, "web-error-request")
        await self._stage.play(name)
        return JSONResponse({})

    async def _moments(self, line: Line) -> AsyncGenerator[bytes, None]:
        passed: deque[Moment] = deque()
        news: set[str] = set()

        def watch(moment: Moment) -> None:
            passed.append(moment)
            line.bell.set()

        def hear(handled: Handled) -> None:
            if seats := [seat for seat in SEATS if address_of(seat) in handled.chats]:
                news.update(seats)
                line.bell.set()

        listeners = self._stage.desk.listeners
        self._stage.watchers.append(watch)
        listeners.append(hear)
        try:
            yield b": here\nretry: 1000\n\n"
            while line.open:
                line.bell.clear()
                while passed:
                    moment = _moment(passed.popleft(), self._stage.language)
                    yield event("clock", msgspec.json.encode({"now": moment["at"], "moment": moment["text"]}))
                if news:
                    yield event("news", msgspec.json.encode({"seats": sorted(news)}))
                    news.clear()
                try:
                    async with asyncio.timeout(SIGN_SECONDS):
                        await line.bell.wait()
                except TimeoutError:
                    yield b": here\n\n"
        finally:
            self._stage.watchers.remove(watch)
            listeners.remove(hear)


def _moment(moment: Moment, language: str) -> dict[str, str | None]:
    """Return a moment as the page shows it; its text names each kind of what fell due once."""
    text = texts(language)
    kinds = dict.fromkeys(text[f"demo-due-{kind.replace('_', '-')}"] for kind in moment.kinds)
    return {"at": moment.at.isoformat(), "text": " · ".join(kinds) or None}


def _web(request: Request) -> Web:
    web: Web = request.app.state.web
    return web


async def _json(request: Request) -> dict[str, Any]:
    try:
        found = msgspec.json.decode(await read_body(request))
    except msgspec.DecodeError:
        raise Refusal(400, "web-error-request") from None
    if not isinstance(found, dict):
        raise Refusal(400, "web-error-request")
    return found
