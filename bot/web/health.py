"""Whether the service works, and whether it can be given work, for whatever watches over it."""

import asyncio
from collections.abc import Awaitable, Callable
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
STORED: Final = "stored_at"
"""The fact that is written to see whether anything can be."""
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
        self._asking: dict[Callable[[], Awaitable[None]], asyncio.Task[bool]] = {}

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [Route(HEALTH, self._answer), Route(READY, self._ready)]

    async def _answer(self, request: Request) -> Response:
        database = await self._does(self._ask)
        state = {
            "status": "ok" if database else "error",
            "database": database,
            "telegram": self._telegram(),
            "version": self._version,
        }
        return JSONResponse(state, 200 if database else 503)

    async def _ready(self, request: Request) -> Response:
        """Say whether what is sent here is stored and handled: also where Telegram is out of reach.

        A database can be read while nothing more goes into it: its disk is full, or somebody else holds it.
        """
        looked_at = self._desk.looked_at
        working = looked_at is not None and self._desk.wall() - looked_at < IDLE
        storing = await self._does(self._store)
        ready = storing and working
        return JSONResponse({"ready": ready, "handling": working, "storing": storing}, 200 if ready else 503)

    async def _does(self, what: Callable[[], Awaitable[None]]) -> bool:
        asking = self._asking.get(what)
        if asking is None or asking.done():
            asking = self._asking[what] = asyncio.create_task(_succeeds(what))
        done, _ = await asyncio.wait({asking}, timeout=self._patience)
        return bool(done) and asking.result()

    async def _ask(self) -> None:
        async with self._desk.store.reading() as session:
            await session.rows("organisation_versions")

    async def _store(self) -> None:
        row = {"key": STORED, "value": self._desk.wall().isoformat()}
        async with self._desk.store.database.transaction() as session:
            await session.write("fact_write", [row])


async def _succeeds(what: Callable[[], Awaitable[None]]) -> bool:
    try:
        await what()
    except Exception:  # Whatever is wrong with the database, the answer is no.
        return False
    return True
