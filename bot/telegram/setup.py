"""What Telegram has to know of the bot: its menus, what it says of itself, and how updates come.

Done at every start, beside the running program: while Telegram is out of reach everything else works.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import telegram
from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.secret import Secret
from bot.telegram.channel import KINDS, TelegramChannel
from bot.telegram.request import SetupBot
from handlers import service, texts

log = logging.getLogger(__name__)

# Seconds between tries: the first and the longest pause.
PAUSES = (1.0, 60.0)

# What passes by itself: exactly these, for the library counts a bad request among the failures of the network. The
# last one is an answer that is not Telegram's.
_PASSING = (NetworkError, TimedOut, TelegramError)

_Step = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class WebhookAddress:
    """Where Telegram is to bring updates, and the word that proves that it was Telegram."""

    url: str
    secret: Secret


class Setup:
    """Sets the bot up once. `languages` are those of the service, its first one for everybody else."""

    def __init__(
        self,
        bot: SetupBot,
        channel: TelegramChannel,
        languages: Sequence[str],
        webhook: WebhookAddress | None = None,
        pauses: tuple[float, float] = PAUSES,
    ) -> None:
        self._bot = bot
        self._channel = channel
        self._languages = languages
        self._webhook = webhook
        self._pauses = pauses

    async def run(self) -> bool:
        """Do every step, each repeated until Telegram answers; return when all is done: False for a wrong token."""
        try:
            await self._until_answered("getMe", self._learn_username)
        except InvalidToken:
            log.error("Telegram does not know this token: the bot is not set up")
            return False
        for name, step in self._steps():
            try:
                await self._until_answered(name, step)
            except TelegramError as error:
                # Repeating can't help, and the other steps do not depend on it.
                log.error("%s was refused: %s", name, error.message)
        return True

    def _steps(self) -> Iterator[tuple[str, _Step]]:
        webhook = self._webhook
        if webhook is not None:
            # Without one it is the poller that takes an old webhook away.
            yield (
                "setWebhook",
                lambda: self._bot.set_webhook(webhook.url, secret_token=webhook.secret.reveal(), allowed_updates=KINDS),
            )
        # For everybody first, then by language, which wins where it fits.
        languages = [(None, self._languages[0]), *((each, each) for each in self._languages)]
        for code, language in languages:
            yield from self._menus(code, language)
        for code, language in languages:
            yield from self._descriptions(code, language)

    def _menus(self, code: str | None, language: str) -> Iterator[tuple[str, _Step]]:
        everybody = service.menu(language, ())
        group = [("bind", texts.plain(language, "telegram-menu-bind"))]
        for commands, scope in (
            (everybody, telegram.BotCommandScopeDefault()),
            (everybody, telegram.BotCommandScopeAllPrivateChats()),
            (group, telegram.BotCommandScopeAllGroupChats()),
        ):
            yield "setMyCommands", partial(self._bot.set_my_commands, commands, scope, code)

    def _descriptions(self, code: str | None, language: str) -> Iterator[tuple[str, _Step]]:
        description, about = (texts.plain(language, f"telegram-{each}") for each in ("description", "about"))
        yield "setMyDescription", partial(self._bot.set_my_description, description, code)
        yield "setMyShortDescription", partial(self._bot.set_my_short_description, about, code)

    async def _learn_username(self) -> None:
        await self._bot.initialize()
        self._channel.username = self._bot.username

    async def _until_answered(self, name: str, step: _Step) -> None:
        pause, longest = self._pauses
        while True:
            try:
                await step()
            except RetryAfter as error:
                await asyncio.sleep(_seconds(error))
            except TelegramError as error:
                if type(error) not in _PASSING:
                    raise
                log.warning("%s: Telegram is out of reach: %s", name, error.message)
                await asyncio.sleep(pause)
                pause = min(pause * 2, longest)
            else:
                return


def _seconds(error: RetryAfter) -> float:
    """Return how long to wait; the library is about to change the type."""
    return error._retry_after.total_seconds()
