"""The demo's page: who is played, what the clock says, and the buttons that move it."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator
from typing import Any, Final

import msgspec
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.demo.seats import SEATS, address_of
from bot.demo.stage import STEPS, Moment, Stage
from bot.web.app import Web
from bot.web.body import read_body
from bot.web.events import EventStream, Line, event
from bot.web.refusals import Refusal
from bot.web.texts import texts

TRIES: Final = {"resident": 3, "cadre": 1, "supervisor": 1}
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
            Route("/demo/reset", self.reset, methods=["POST"]),
        ]

    async def page(self, request: Request) -> Response:
        """Answer with the page, in the language that the three speak."""
        return _web(request).pages.render("demo.html", self._stage.language)

    async def state(self, request: Request) -> Response:
        """Answer with what the page begins from."""
        stage = self._stage
        text = texts(stage.language)
        seats = [
            {
                "seat": seat,
                "title": text[f"demo-{seat}"],
                "about": text[f"demo-about-{seat}"],
                "tries": [text[f"demo-try-{seat}-{number}"] for number in range(1, TRIES[seat] + 1)],
            }
            for seat in SEATS
        ]
        log = [_moment(moment, stage.language) for moment in stage.log]
        now = stage.clock.now().isoformat()
        return JSONResponse({"now": now, "language": stage.language, "seats": seats, "log": log})

    async def events(self, request: Request) -> Response:
        """Answer with the stream of moments that the clock passes."""
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

    async def reset(self, request: Request) -> Response:
        """Start afresh."""
        await self._stage.reset()
        return JSONResponse({})

    async def _moments(self, line: Line) -> AsyncGenerator[bytes, None]:
        passed: deque[Moment] = deque()

        def watch(moment: Moment) -> None:
            passed.append(moment)
            line.bell.set()

        self._stage.watchers.append(watch)
        try:
            yield b": here\nretry: 1000\n\n"
            while line.open:
                line.bell.clear()
                while passed:
                    moment = _moment(passed.popleft(), self._stage.language)
                    yield event("clock", msgspec.json.encode({"now": moment["at"], "moment": moment["text"]}))
                try:
                    async with asyncio.timeout(SIGN_SECONDS):
                        await line.bell.wait()
                except TimeoutError:
                    yield b": here\n\n"
        finally:
            self._stage.watchers.remove(watch)


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
