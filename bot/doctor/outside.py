"""Whether Telegram knows this bot, sends where the settings say, and lets it write there; whether the clocks agree."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Final

import msgspec

from bot.doctor.findings import Finding
from bot.settings import Telegram
from bot.telegram.api import Result, TelegramApi
from storage.bulk import moment

APART: Final = timedelta(seconds=5)
"""By how much the database's clock may differ from this machine's: leases are kept by both."""

PATIENCE: Final = 10.0
"""Seconds for one question to Telegram."""


class _Webhook(msgspec.Struct):
    """WebhookInfo, https://core.telegram.org/bots/api#webhookinfo, as far as it is looked at."""

    url: str = ""
    pending_update_count: int = 0
    last_error_message: str = ""


class _Bot(msgspec.Struct):
    """User, https://core.telegram.org/bots/api#user, as far as it is looked at."""

    id: int


class _Member(msgspec.Struct):
    """ChatMember, https://core.telegram.org/bots/api#chatmember: what the bot is in a channel or group."""

    status: str
    can_post_messages: bool = True  # of administrators of channels alone
    can_send_messages: bool = True  # of whoever is restricted in a group

    @property
    def may_write(self) -> bool:
        """Whether it may write there."""
        return self.status not in {"left", "kicked"} and self.can_post_messages and self.can_send_messages


async def look_at_telegram(settings: Telegram, public_channel: str = "") -> list[Finding]:
    """Ask Telegram who the bot is, where its updates go, and whether it may write in the public channel."""
    if not settings.token:
        return []
    api = TelegramApi(settings.token.reveal(), settings.api_base_url)
    try:
        who = await api.call("getMe", {}, PATIENCE)
        if not who.ok:
            return [_unknown(who)]
        hook = await api.call("getWebhookInfo", {}, PATIENCE)
        found = await _look_at_channel(api, who, public_channel) if public_channel else []
    finally:
        await api.close()
    if not hook.ok:
        return [_unknown(hook)]
    return [*_webhook(settings, msgspec.json.decode(hook.result, type=_Webhook)), *found]


async def _look_at_channel(api: TelegramApi, who: Result, channel: str) -> list[Finding]:
    bot = msgspec.json.decode(who.result, type=_Bot)
    asked = await api.call("getChatMember", {"chat_id": int(channel.removeprefix("tg:")), "user_id": bot.id}, PATIENCE)
    if asked.ok and msgspec.json.decode(asked.result, type=_Member).may_write:
        return []
    return [
        Finding(
            "The bot may not write in [service] public_channel.",
            "Make it an administrator of that channel that may post, and look whether the number is right.",
        )
    ]


def _unknown(result: Result) -> Finding:
    if result.error_code in {401, 404}:
        return Finding(
            "Telegram does not know the token.",
            "Copy it again from @BotFather into DOORSTEP_TELEGRAM_TOKEN or [telegram] token.",
        )
    return Finding(
        f"Telegram does not answer ({result.description}).",
        "Look whether this machine reaches [telegram] api_base_url. The web chat works meanwhile, and nothing is lost.",
    )


def _webhook(settings: Telegram, hook: _Webhook) -> Iterator[Finding]:
    if settings.mode == "polling" and hook.url:
        yield Finding(
            "The settings say polling, but Telegram sends updates to a web address.",
            "Start the service: it takes the address back. If it runs already, another program uses this token.",
        )
    if settings.mode == "webhook" and hook.url != settings.webhook_url:
        yield Finding(
            "Telegram does not send to [telegram] webhook_url.",
            "Start the service: it tells Telegram the address. If it runs already, another program uses this token.",
        )
    if settings.mode == "webhook" and hook.last_error_message:
        yield Finding(
            f"Telegram could not deliver lately: {hook.last_error_message}; {hook.pending_update_count} are waiting.",
            "Look whether webhook_url can be reached from outside, with a certificate that is valid.",
        )


async def look_at_clock(url: str, now: Callable[[], datetime]) -> list[Finding]:
    """Hold the database's clock against this machine's."""
    before = now()
    theirs = await moment(url)
    if theirs is None or before - APART <= theirs <= now() + APART:
        return []
    seconds = round(abs((theirs - before).total_seconds()))
    return [
        Finding(
            f"The clocks of this machine and of the database differ by {seconds} seconds.",
            "Let both machines set their clocks by NTP (timedatectl set-ntp true).",
        )
    ]
