"""Delivery by webhook: posts updates, in order within a chat, and repeats what was not taken."""

import asyncio
import re

import aiohttp

from tests.standin.limits import bad_request
from tests.standin.world import Json, Pending, World

# Seconds before an update that was not taken comes again: this, doubled each time, up to the longest.
_FIRST_PAUSE = 0.1
_LONGEST_PAUSE = 5.0
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


class Webhook:
    """The bot's webhook. On the same machine plain http will do, unlike at Telegram."""

    def __init__(self, world: World) -> None:
        self.url = ""
        # Each attempt: the update's number and the HTTP status, 0 where there was none.
        self.deliveries: list[tuple[int, int]] = []
        self._world = world
        self._secret = ""
        self._connections = 40
        self._last_error = ""
        self._delivering: asyncio.Task[None] | None = None

    def point_at(self, url: str, secret: str, connections: int) -> None:
        """Deliver to this address from now on; an empty one ends delivery. Raises Refusal for a bad one."""
        if url and not url.startswith(("https://", "http://127.0.0.1:", "http://localhost:")):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        if secret and not _SECRET.fullmatch(secret):
            raise bad_request("bad webhook: secret token contains unallowed characters")
        self.url, self._secret, self._connections = url, secret, connections
        if self._delivering is not None:
            self._delivering.cancel()
            self._delivering = None
        if url:
            self._delivering = asyncio.create_task(self._deliver())

    def info(self) -> Json:
        """The answer to getWebhookInfo."""
        info: Json = {"url": self.url, "has_custom_certificate": False}
        info["pending_update_count"] = len(self._world.pending)
        return info | ({"last_error_message": self._last_error} if self._last_error else {})

    async def close(self) -> None:
        """Stop delivering."""
        if self._delivering is not None:
            self._delivering.cancel()
            await asyncio.gather(self._delivering, return_exceptions=True)

    async def _deliver(self) -> None:
        busy: set[int] = set()
        async with aiohttp.ClientSession() as session, asyncio.TaskGroup() as tasks:
            while True:
                for update in list(self._world.pending.values()):
                    if len(busy) < self._connections and update.chat not in busy:
                        busy.add(update.chat)
                        tasks.create_task(self._until_taken(session, update, busy))
                await self._world.arrived.wait()

    async def _until_taken(self, session: aiohttp.ClientSession, update: Pending, busy: set[int]) -> None:
        pause = _FIRST_PAUSE
        while not await self._post(session, update):
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)
        self._world.pending.pop(update.update_id, None)
        busy.discard(update.chat)
        self._world.arrived.fire()

    async def _post(self, session: aiohttp.ClientSession, update: Pending) -> bool:
        headers = {"Content-Type": "application/json"}
        if self._secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self._secret
        status = 0
        try:
            timeout = aiohttp.ClientTimeout(total=10)
            async with session.post(self.url, data=update.body, headers=headers, timeout=timeout) as response:
                status = response.status
        except (aiohttp.ClientError, TimeoutError) as error:
            self._last_error = type(error).__name__
        if status and not 200 <= status < 300:
            self._last_error = f"Wrong response from the webhook: {status}"
        self.deliveries.append((update.update_id, status))
        self._world.changed.fire()
        return 200 <= status < 300
