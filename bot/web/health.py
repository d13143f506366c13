"""Whether the service works, for whatever watches over it."""

import asyncio
from collections.abc import Callable
from importlib import metadata
from typing import Literal

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from storage.store import Store

TelegramState = Literal["off", "connecting", "ok", "error"]

PATH = "/healthz"
PATIENCE = 2.0
"""Seconds that the database may take."""


class Health:
    """Asks the database. While an answer is awaited no second question is put."""

    def __init__(self, store: Store, telegram: Callable[[], TelegramState], patience: float = PATIENCE) -> None:
        self._store = store
        self._telegram = telegram
        self._patience = patience
        self._version = metadata.version("doorstep")
        self._asking: asyncio.Task[bool] | None = None

    def route(self) -> Route:
        """Return the route."""
        return Route(PATH, self._answer)

    async def _answer(self, request: Request) -> Response:
        database = await self._answers()
        state = {
            "status": "ok" if database else "error",
            "database": database,
            "telegram": self._telegram(),
            "version": self._version,
        }
        return JSONResponse(state, 200 if database else 503)

    async def _answers(self) -> bool:
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask())
        done, _ = await asyncio.wait({self._asking}, timeout=self._patience)
        return bool(done) and self._asking.result()

    async def _ask(self) -> bool:
        try:
            async with self._store.reading() as session:
                return bool(await session.rows("organisation_versions"))
        except Exception:  # Whatever is wrong with the database, the answer is no.
            return False
