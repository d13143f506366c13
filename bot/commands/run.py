"""`doorstep run`: the service of a county, until it is told to stop."""

import asyncio
import logging
import time
from pathlib import Path

from bot import own_texts
from bot.bells import Bells
from bot.broadcasting import Broadcasting
from bot.channel import Channel
from bot.charts.drawing import Charts
from bot.clock import SystemClock, machine_now
from bot.collector import keep_what_is_loaded
from bot.commands.running import CommandError, opened, settings_from
from bot.composition import open_vault
from bot.desk import Desk
from bot.jobs import Jobs
from bot.logs import set_up_logs
from bot.metrics import PATH as METRICS_PATH
from bot.metrics import Metrics
from bot.running import Address, run_parts
from bot.settings import Settings
from bot.sweep import Sweep
from bot.telegram.service import WEBHOOK_PATH, TelegramService, channel_of
from bot.web.app import CannotListen, create_app
from bot.web.channel import WebChannel
from bot.works import service_works

log = logging.getLogger(__name__)


def run(config: Path) -> None:
    """Run the service. Raises SettingsError, Unavailable and CommandError, which end the start with one line."""
    settings = settings_from(config)
    own_texts.take(settings)
    set_up_logs()
    try:
        asyncio.run(_run(settings))
    except CannotListen as error:
        raise CommandError(f"{error}: end the program that has it, or change [web] bind") from None


async def _run(settings: Settings) -> None:
    async with opened(settings) as store:
        web = WebChannel()
        channels: dict[str, Channel] = {web.name: web}
        desk = Desk(store, channels, SystemClock(), machine_now)
        vault = await open_vault(settings, store)
        telegram: TelegramService | None = None
        if settings.telegram.token:
            channel = channel_of(settings.telegram)
            channels[channel.name] = channel
            telegram = TelegramService(settings.telegram, desk, channel, vault, settings.service.languages, machine_now)
        counts = telegram.counts() if telegram is not None else {}
        metrics = Metrics(
            store,
            counts,
            settings.web.metrics_from,
            now=desk.clock.now,
            wall=machine_now,
            monotonic=time.monotonic,
        )
        desk.listeners.append(metrics.told)
        app = create_app(
            desk,
            vault,
            public_url=settings.web.public_url,
            languages=settings.service.languages,
            zone=settings.service.time_zone,
            names={"zh": settings.service.name, "en": settings.service.name_en},
            telegram=telegram.state if telegram is not None else lambda: "off",
            routes=[metrics.route(), *(telegram.routes() if telegram is not None else ())],
            machines=(WEBHOOK_PATH, METRICS_PATH),
        )
        address = Address(settings.web.host, settings.web.port, settings.web.trusted_proxies)
        works = service_works(store, vault, desk.clock, settings.web.address, Charts(settings.charts.font))
        jobs = Jobs(desk, {**works, **(telegram.works if telegram is not None else {})}, machine_now)
        others = [
            jobs.run,
            Bells(desk).run,
            Broadcasting(desk).run,
            *(telegram.parts() if telegram is not None else ()),
        ]
        keep_what_is_loaded()
        try:
            await run_parts(
                desk,
                Sweep(desk),
                vault,
                app,
                address,
                others=others,
                retention=settings.retention,
                record=settings.record,
                ready=_say,
            )
        finally:
            if telegram is not None:
                await telegram.close()


def _say(port: int) -> None:
    log.info("the web chat listens on port %d", port)
