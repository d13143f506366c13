"""What the types of the settings can't say: addresses that work, zones that exist, days that fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from ipaddress import ip_address, ip_network
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo

from holidays.registry import EntityLoader

from bot.settings_errors import Problem
from casework.broadcasts.topics import problem_of as topics_problem
from casework.categories import CATEGORY_BY_ID
from casework.ladder import problem_of as ladder_problem

if TYPE_CHECKING:
    from bot.settings import Emergency, Followups, Record, Service, Settings, Storage, Telegram, Web

SHORTEST_KEY = 32
_TELEGRAM_PORTS = (None, 80, 88, 443, 8443)


def first_problem(settings: Settings) -> Problem | None:
    """Return the first setting that is well-formed but can't be used, or None. No reason holds a secret."""
    return next(_problems(settings), None)


def _problems(settings: Settings) -> Iterator[Problem]:
    yield from _telegram(settings.telegram)
    yield from _storage(settings.storage)
    yield from _record(settings.record)
    yield from _web(settings.web)
    yield from _service(settings.service)
    yield from _categories("limits.category_days", settings.limits.category_days)
    yield from _followups(settings.followups)
    yield from _emergency(settings.emergency)
    yield from _categories("together.categories", settings.together.categories)
    yield from _retention(settings)
    if problem := topics_problem(settings.policies.offered):
        yield Problem("policies.topics", problem)


def _telegram(telegram: Telegram) -> Iterator[Problem]:
    if telegram.token and not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]+", telegram.token.reveal()):
        yield Problem(
            "telegram.token",
            "is not a bot token: a number, a colon, letters and digits, as BotFather gives it",
        )
    api = _web_address(telegram.api_base_url)
    if api is None:
        yield Problem("telegram.api_base_url", "needs a web address, as in https://api.telegram.org")
    elif telegram.api_base_url.endswith("/"):
        yield Problem("telegram.api_base_url", "ends with a slash: leave it out")
    elif api.scheme == "http" and not _is_near(api.hostname or ""):
        yield Problem("telegram.api_base_url", "needs https: the token would cross the network in the clear")
    # Telegram takes these characters only. A short secret can be guessed, and then anyone writes as anyone.
    secret = telegram.webhook_secret.reveal()
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", secret):
        yield Problem("telegram.webhook_secret", "needs 16 to 256 characters out of A-Z, a-z, 0-9, _ and -")
    if telegram.mode == "webhook":
        yield from _webhook(telegram, official=api is not None and api.hostname == "api.telegram.org")


def _webhook(telegram: Telegram, *, official: bool) -> Iterator[Problem]:
    if not telegram.token:
        yield Problem("telegram.token", "is needed for telegram.mode webhook")
    address = _web_address(telegram.webhook_url)
    # A Bot API server of one's own may call a neighbour without https; Telegram's never does.
    if address is None or (address.scheme == "http" and (official or not _is_near(address.hostname or ""))):
        yield Problem("telegram.webhook_url", "needs an https address for telegram.mode webhook")
    elif official and address.port not in _TELEGRAM_PORTS:
        yield Problem("telegram.webhook_url", "needs port 443, 80, 88 or 8443: Telegram calls no other")
    if not telegram.webhook_secret:
        yield Problem("telegram.webhook_secret", "is needed for telegram.mode webhook")


def _record(record: Record) -> Iterator[Problem]:
    for name, keys in (("key", (record.key,)), ("old_keys", record.old_keys)):
        # Whoever can guess a key signs as the service does.
        if any(each and len(each.reveal()) < SHORTEST_KEY for each in keys):
            yield Problem(f"record.{name}", f"needs {SHORTEST_KEY} characters at least, made up at random")
    if record.key and not record.signed_from:
        yield Problem(
            "record.signed_from", "is needed with record.key: the day from which seals are signed, as in 2026-03-01"
        )
    if record.signed_from and not _is_day(record.signed_from):
        yield Problem("record.signed_from", f'"{record.signed_from}" is not a day, as in 2026-03-01')
    if record.old_keys and not record.key:
        yield Problem("record.key", "is missing where record.old_keys names those of before")
    if record.signed_from and not record.key:
        # Seals that a service makes without it can never be signed afterwards, and stay a fault.
        yield Problem("record.key", "is missing where record.signed_from says that seals are signed")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _storage(storage: Storage) -> Iterator[Problem]:
    if not re.fullmatch(r"sqlite:///.+|postgresql://.+", storage.url.reveal()):
        yield Problem("storage.url", "needs to begin with sqlite:/// and a file, or with postgresql:// and a server")
    if not storage.files.strip():
        yield Problem("storage.files", "needs the name of a folder")


def _web(web: Web) -> Iterator[Problem]:
    bind = _split(f"//{web.bind}")
    if bind is None or bind.netloc != web.bind or bind.port is None or not _is_listenable(bind.hostname or ""):
        yield Problem("web.bind", f'"{web.bind}" is not an address and a port, as in 127.0.0.1:8080')
        return
    public = _web_address(web.public_url)
    if not web.public_url:
        if not _is_this_machine(bind.hostname or ""):
            yield Problem("web.public_url", "needs the https address that people open: web.bind lets other machines in")
    elif web.public_url.endswith("/"):
        yield Problem("web.public_url", "ends with a slash: leave it out")
    elif public is None or public.path or public.query or public.fragment or public.username is not None:
        yield Problem(
            "web.public_url",
            f'"{web.public_url}" is not the beginning of a web address, as in https://example.org',
        )
    elif public.scheme == "http" and not _is_this_machine(public.hostname or ""):
        yield Problem("web.public_url", "needs https: what residents write would cross the network in the clear")
    for proxy in web.trusted_proxies:
        try:
            everyone = ip_network(proxy, strict=False).prefixlen == 0
        except ValueError:
            yield Problem("web.trusted_proxies", f'"{proxy}" is not an IP address or network')
        else:
            if everyone:
                yield Problem("web.trusted_proxies", f'"{proxy}" trusts everyone: anyone could claim any address')
    for watcher in web.metrics_from:
        try:
            ip_network(watcher)
        except ValueError:
            yield Problem("web.metrics_from", f'"{watcher}" is not an IP address or network')


def _service(service: Service) -> Iterator[Problem]:
    for key in ("name", "name_en"):
        if not getattr(service, key).strip():
            yield Problem(f"service.{key}", "needs a name that residents know the service by")
    try:
        ZoneInfo(service.time_zone)
    except (ValueError, LookupError, OSError):
        yield Problem("service.time_zone", f'"{service.time_zone}" is not a time zone, as in Asia/Shanghai')
    # The names alone: to list what is supported, the package would load every country, at each start.
    if service.country not in EntityLoader.get_country_codes():
        yield Problem("service.country", f'"{service.country}" is not a country code, as in CN')
    if not re.fullmatch(r"(tg:-[0-9]+)?", service.public_channel):
        yield Problem("service.public_channel", "needs the number of a channel behind tg:, as in tg:-1001234567890")
    if not service.languages:
        yield Problem("service.languages", "needs at least one language")
    if len(set(service.languages)) < len(service.languages):
        yield Problem("service.languages", "names a language twice")


def _categories(key: str, named: Mapping[str, object]) -> Iterator[Problem]:
    for name in sorted(named.keys() - CATEGORY_BY_ID.keys()):
        yield Problem(key, f"{name!r} is no category; there are {', '.join(CATEGORY_BY_ID)}")


def _followups(times: Followups) -> Iterator[Problem]:
    if list(times.confirm_days) != sorted(set(times.confirm_days)):
        yield Problem("followups.confirm_days", "needs each day once, in order")
    if any(day >= times.silence_days for day in times.confirm_days):
        yield Problem(
            "followups.confirm_days",
            f"needs days before followups.silence_days, which is {times.silence_days}",
        )
    if times.draft_hours >= times.draft_days * 24:
        yield Problem("followups.draft_hours", f"needs to end before followups.draft_days, which is {times.draft_days}")
    over_midnight = times.quiet_from > times.quiet_to
    after, before = times.digest_at >= times.quiet_from, times.digest_at < times.quiet_to
    if (after or before) if over_midnight else (after and before):
        yield Problem("followups.digest_at", "needs a time outside of followups.quiet_from and followups.quiet_to")
    if problem := ladder_problem(times.rungs):
        yield Problem("followups.ladder", problem)
    if not times.alarm_ring_minutes:
        yield Problem("followups.alarm_ring_minutes", "needs at least one number of minutes; the last one repeats")


def _emergency(numbers: Emergency) -> Iterator[Problem]:
    for key in ("police", "fire", "ambulance", "comfort"):
        if not re.fullmatch(r"\+?[0-9][0-9 -]{1,20}", getattr(numbers, key)):
            yield Problem(f"emergency.{key}", "needs a telephone number, as in 110")


def _split(url: str) -> SplitResult | None:
    """Split an address whose host and port are sound; None for any other."""
    if any(character.isspace() for character in url):
        return None
    try:
        parts = urlsplit(url)
        sound = parts.hostname is not None and (parts.port is None or parts.port >= 0)
    except ValueError:
        return None
    return parts if sound else None


def _web_address(url: str) -> SplitResult | None:
    parts = _split(url)
    return parts if parts is not None and parts.scheme in ("http", "https") else None


def _is_listenable(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _is_this_machine(host: str) -> bool:
    return host == "localhost" or (_is_listenable(host) and ip_address(host).is_loopback)


def _is_near(host: str) -> bool:
    """Whether a host is this machine or one beside it: a private address, or a name without dots."""
    if _is_listenable(host):
        return _is_this_machine(host) or ip_address(host).is_private
    return "." not in host


def _retention(settings: Settings) -> Iterator[Problem]:
    """What is brought to mind, or may be taken up again, is there until then."""
    retention, times = settings.retention, settings.followups
    if retention.draft_days <= times.draft_days:
        yield Problem("retention.draft_days", f"needs more than followups.draft_days, which is {times.draft_days}")
    if retention.history_days <= times.reopen_days:
        yield Problem("retention.history_days", f"needs more than followups.reopen_days, which is {times.reopen_days}")
