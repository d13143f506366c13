"""Whether the service works, and whether it can be given work, for whatever watches over it."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from importlib import metadata
from typing import Final, Literal

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.desk import Desk

TelegramState = Literal["off", "connecting", "ok", "error"]

HEALTH: Final = "/healthz"
READY: Final = "/readyz"
PATIENCE = 2.0
"""Seconds that the database may take."""
IDLE: Final = timedelta(seconds=30)
"""How long ago the desk may last have looked at the inbox: it does so every second, or a batch takes its time."""


class Health:
    """Asks the database. While an answer is awaited no second question is put."""

    def __init__(self, desk: Desk, telegram: Callable[[], TelegramState], patience: float = PATIENCE) -> None:
        self._desk = desk
        self._telegram = telegram
        self._patience = patience
        self._version = metadata.version("doorstep")
        self._asking: asyncio.Task[bool] | None = None

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [Route(HEALTH, self._answer), Route(READY, self._ready)]

    async def _answer(self, request: Request) -> Response:
        database = await self._answers()
        state = {
            "status": "ok" if database else "error",
            "database": database,
            "telegram": self._telegram(),
            "version": self._version,
        }
        return JSONResponse(state, 200 if database else 503)

    async def _ready(self, request: Request) -> Response:
        """Say whether what is sent here is taken and handled: also where Telegram is out of reach."""
        looked_at = self._desk.looked_at
        working = looked_at is not None and self._desk.wall() - looked_at < IDLE
        ready = await self._answers() and working
        return JSONResponse({"ready": ready, "handling": working}, 200 if ready else 503)

    async def _answers(self) -> bool:
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask())
        done, _ = await asyncio.wait({self._asking}, timeout=self._patience)
        return bool(done) and self._asking.result()

    async def _ask(self) -> bool:
        try:
            async with self._desk.store.reading() as session:
                return bool(await session.rows("organisation_versions"))
        except Exception:  # Whatever is wrong with the database, the answer is no.
            return False
