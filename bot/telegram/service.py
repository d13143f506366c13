"""The Telegram channel of a running service, its parts put together."""

import logging
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.desk import Desk, Handled
from bot.files.vault import Vault
from bot.jobs import Work
from bot.metrics import Counts
from bot.pacing import Pacing
from bot.running import Part
from bot.settings import Telegram
from bot.telegram.api import TelegramApi
from bot.telegram.channel import NAME, TelegramChannel
from bot.telegram.fetch import fetching
from bot.telegram.holders import new_holder
from bot.telegram.links import BOT_USERNAME
from bot.telegram.poller import Poller
from bot.telegram.request import setup_bot
from bot.telegram.sender import Sender
from bot.telegram.setup import Setup, WebhookAddress
from bot.telegram.taps import TapAnswers
from bot.telegram.webhook import Webhook
from bot.web.health import TelegramState
from casework.actions.files import FETCH

log = logging.getLogger(__name__)

WEBHOOK_PATH: Final = "/telegram"


def channel_of(settings: Telegram) -> TelegramChannel:
    """Return the channel of the token's bot: the number before the colon is the bot's id."""
    return TelegramChannel(int(settings.token.reveal().partition(":")[0]))


class TelegramService:
    """Receives, answers and sends for one bot, by polling or by a webhook, over a desk that has its channel.

    `works` are the kinds of jobs that need Telegram.
    """

    def __init__(
        self,
        settings: Telegram,
        desk: Desk,
        channel: TelegramChannel,
        vault: Vault,
        languages: tuple[str, ...],
        wall: Callable[[], datetime],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = desk.store
        self._channel = channel
        token = settings.token.reveal()
        holder = new_holder()
        broadcasts = desk.store.rules.profile.broadcasts.per_second
        spare = max(0, settings.per_second - broadcasts) if broadcasts else 0
        pacing = Pacing(settings.per_second, settings.per_chat_second, settings.per_group_minute, spare)
        self._api = TelegramApi(token, settings.api_base_url)
        self._taps = TapAnswers(self._api)
        self._sender = Sender(desk.store, self._api, pacing, desk, vault, holder, monotonic, wall)
        self._poller: Poller | None = None
        self._webhook: Webhook | None = None
        address: WebhookAddress | None = None
        if settings.mode == "polling":
            self._poller = Poller(desk.store, self._api, channel.bot_id, desk.inbox_bell, holder, monotonic, wall)
        else:
            self._webhook = Webhook(desk.store, channel.bot_id, settings.webhook_secret, desk.inbox_bell, wall)
            address = WebhookAddress(settings.webhook_url, settings.webhook_secret)
        self._setup = Setup(setup_bot(token, self._api), channel, languages, address)
        self._state: TelegramState = "connecting"
        self.works: Mapping[str, Work] = {FETCH: fetching(desk.store, self._api, vault, wall)}
        desk.listeners.append(self._answer_taps)

    def state(self) -> TelegramState:
        """Return how the channel is, for /healthz."""
        return "error" if self._state == "ok" and not self._api.reachable else self._state

    def counts(self) -> Counts:
        """Return what has come of calls, for the metrics."""
        return {
            "doorstep_sends": lambda: self._sender.counts,
            "doorstep_tap_answers": lambda: self._taps.counts,
        }

    def routes(self) -> list[Route]:
        """Return the webhook's route; none while polling."""
        if self._webhook is None:
            return []
        return [Route(WEBHOOK_PATH, self._receive, methods=["POST"])]

    def parts(self) -> list[Part]:
        """Return what runs beside the desk. A wrong token ends these parts alone: the web chat goes on."""
        parts: list[Part] = [self._set_up, self._sender.run]
        if self._poller is not None:
            parts.append(self._poller.run)
        return parts

    async def close(self) -> None:
        """Finish the answers to taps, and close the session."""
        await self._taps.close()
        await self._api.close()

    async def _receive(self, request: Request) -> Response:
        assert self._webhook is not None  # noqa: S101 - the route exists with the webhook alone
        return await self._webhook.receive(request)

    async def _set_up(self) -> None:
        if not await self._setup.run():
            self._state = "error"
            return
        username = {"key": BOT_USERNAME, "value": self._channel.username}
        async with self._store.database.transaction() as session:
            await session.write("fact_write", [username])
        self._state = "ok"
        log.info("connected to Telegram as @%s", self._channel.username)

    def _answer_taps(self, handled: Handled) -> None:
        for channel, tap_id, text in handled.taps:
            if channel == NAME and tap_id:
                self._taps.answer_tap(tap_id, text)
