"""Long polling: asks Telegram for updates and stores them, raw, before the next request confirms them.

The offset lives in memory only. After a start Telegram sends again what was not confirmed, and what is stored
already is left as it is: nothing is lost, nothing doubled.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from bot.telegram.api import Result, TelegramApi
from bot.telegram.channel import KINDS
from bot.telegram.inbox import InboxWriter
from bot.telegram.lease import Lease
from bot.telegram.outcomes import Kind, classify
from storage.store import Store

log = logging.getLogger(__name__)

# Seconds: one long poll; the first and the longest pause after a failure; after "another process polls".
POLL = 25
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 60.0
OTHER_POLLER_PAUSE = 5.0

_CONFLICT = 409


class Poller:
    """Receives for one bot while it holds the lease "poll:tg". `holder` names this process and start."""

    def __init__(
        self,
        store: Store,
        api: TelegramApi,
        bot_id: int,
        bell: asyncio.Event,
        holder: str,
        monotonic: Callable[[], float],
        wall: Callable[[], datetime],
        first_pause: float = FIRST_PAUSE,
    ) -> None:
        self._api = api
        self._inbox = InboxWriter(store, bot_id, bell, wall)
        self._lease = Lease(store.database, "poll:tg", holder, monotonic, wall)
        self._first_pause = first_pause
        self._pause = first_pause
        self._offset: int | None = None
        self._in_webhook_mode = True

    async def run(self) -> None:
        """Poll until cancelled. Returns only where the token is wrong, which no repeating can mend."""
        async with self._lease.kept():
            try:
                while True:
                    await self._lease.wait()
                    result = await self._step()
                    if result is not None and not await self._recover(result):
                        return
            finally:
                await self._inbox.close()

    async def _step(self) -> Result | None:
        """Do the next thing; return the result of a call that failed."""
        if self._in_webhook_mode:
            # While a webhook is set, getUpdates is refused.
            result = await self._api.call("deleteWebhook", {})
            if not result.ok:
                return result
            self._in_webhook_mode = False
        updates = await self._api.get_updates(self._offset, POLL, KINDS)
        if not updates.result.ok:
            return updates.result
        try:
            await self._inbox.put(updates.items)
        except Exception as error:
            # Not confirmed, so it comes again.
            log.error("updates could not be stored: %s", type(error).__name__)
            await self._rest()
            return None
        known = [update_id for update_id, _ in updates.items if update_id is not None]
        if known:
            self._offset = max(known) + 1
        elif updates.items:
            # What has no id can be confirmed only by what comes after it.
            await asyncio.sleep(self._first_pause)
        self._pause = self._first_pause
        return None

    async def _recover(self, result: Result) -> bool:
        """Wait as a failure asks for; False where there is nothing to wait for."""
        outcome = classify(result)
        if outcome.kind is Kind.WRONG_TOKEN:
            log.error("Telegram does not know this token (%s): receiving has stopped", result.error_code)
            return False
        if outcome.kind is Kind.RETRY_AFTER:
            log.warning("Telegram asks to wait %s s before the next getUpdates", outcome.seconds)
            await asyncio.sleep(outcome.seconds)
        elif result.error_code == _CONFLICT:
            log.warning("another program polls for this bot, or has set a webhook")
            self._in_webhook_mode = True
            await asyncio.sleep(OTHER_POLLER_PAUSE)
        else:
            log.warning("no updates: %s", result.error_code or result.description)
            await self._rest()
        return True

    async def _rest(self) -> None:
        await asyncio.sleep(self._pause)
        self._pause = min(self._pause * 2, LONGEST_PAUSE)
