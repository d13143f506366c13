"""The webhook: takes an update from Telegram, stores it, and says 200 only once it is committed."""

import asyncio
import hmac
import logging
from collections.abc import Callable
from datetime import datetime

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from bot.secret import Secret
from bot.telegram.api import update_id_of
from bot.telegram.inbox import InboxWriter
from storage.store import Store

log = logging.getLogger(__name__)

# Bytes of one update. The largest that Telegram sends have some tens of thousands.
LARGEST = 1 << 20


class Webhook:
    """The endpoint for `setWebhook` with this `secret`; for a Starlette route of method POST."""

    def __init__(
        self, store: Store, bot_id: int, secret: Secret, bell: asyncio.Event, wall: Callable[[], datetime]
    ) -> None:
        if not secret.reveal():
            raise ValueError("a webhook needs a secret: without one anybody could write in anybody's name")
        self._inbox = InboxWriter(store, bot_id, bell, wall)
        self._secret = secret.reveal().encode()

    async def receive(self, request: Request) -> Response:
        """Answer 200 for what is stored, 401 without the secret, 413 for too much, 503 where it can't be stored."""
        given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(given.encode(), self._secret):
            return Response(status_code=401)
        try:
            body = await _body(request)
        except ClientDisconnect:
            return Response(status_code=400)
        if body is None:
            log.error("an update of more than %d bytes was turned away", LARGEST)
            return Response(status_code=413)
        try:
            await self._inbox.put([(update_id_of(body), body)])
        except Exception as error:
            # Telegram sends it again.
            log.error("an update could not be stored: %s", type(error).__name__)
            return Response(status_code=503)
        return Response(status_code=200)


async def _body(request: Request) -> bytes | None:
    """Return the body; None for one that is too large, whatever its head says."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            return None
    return bytes(body)
