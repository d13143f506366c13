"""`doorstep demo`: the whole service on embedded defaults, with stories, people to play and a clock to move."""

import asyncio
import os
import sys
from pathlib import Path

from rich.console import Console

from bot.broadcasting import Broadcasting
from bot.charts.drawing import Charts
from bot.clock import MovedClock, machine_now
from bot.composition import open_store, open_vault
from bot.demo.routes import DemoPage, seat_address
from bot.demo.stage import Stage
from bot.desk import Desk
from bot.jobs import Jobs
from bot.provision import provision, sample_organisation
from bot.running import Address, run_parts
from bot.secret import Secret
from bot.settings import FROM_ENVIRONMENT, Record, Retention, Settings, Storage
from bot.sweep import Sweep
from bot.web.app import CannotListen, create_app
from bot.web.channel import WebChannel
from bot.works import service_works
from storage.dialects import Unavailable

HOST = "127.0.0.1"


def demo(database: Path, port: int, language: str) -> int:
    """Run the demo until it is stopped; return the exit status."""
    if os.environ.get(FROM_ENVIRONMENT["telegram.token"]):
        print("The demo takes no Telegram token: it is for this machine alone. Use `doorstep run`.", file=sys.stderr)
        return 2
    try:
        asyncio.run(_demo(database, port, language))
    except Unavailable as error:
        print(f"The demo cannot start: {error}", file=sys.stderr)
        return 1
    except CannotListen as error:
        print(f"{error}. Try another port: --port {port + 1}", file=sys.stderr)
        return 1
    return 0


async def _demo(database: Path, port: int, language: str) -> None:
    files = database.with_name(f"{database.stem}-files")
    settings = Settings(storage=Storage(url=Secret(f"sqlite:///{database}"), files=str(files)))
    store = await open_store(settings)
    try:
        await provision(store, sample_organisation(), machine_now())
        clock = MovedClock()
        desk = Desk(store, {WebChannel.name: WebChannel()}, clock, machine_now)
        sweep = Sweep(desk)
        vault = await open_vault(settings, store)
        stage = await Stage.set(desk, sweep, clock, language)
        app = create_app(
            desk,
            vault,
            languages=settings.service.languages,
            zone=settings.service.time_zone,
            seat_address=seat_address,
            routes=DemoPage(stage).routes(),
        )
        works = service_works(store, vault, desk.clock, f"http://{HOST}:{port}", Charts(settings.charts.font))
        jobs = Jobs(desk, works, machine_now)
        await run_parts(
            desk,
            sweep,
            vault,
            app,
            Address(HOST, port),
            others=[jobs.run, Broadcasting(desk).run],
            retention=Retention(),
            record=Record(),
            ready=_say,
        )
    finally:
        await store.close()


def _say(port: int) -> None:
    """Print what to open. The addresses come alone on their lines, so that a terminal makes links of them."""
    console = Console(highlight=False)
    console.print("\n[bold]Doorstep[/bold] is open. People to play, stories, and a clock to move:\n")
    console.print(f"  http://{HOST}:{port}/demo\n")
    console.print("The web chat alone, as a resident has it:\n")
    console.print(f"  http://{HOST}:{port}/\n")
    console.print("Ctrl+C closes it; what was said stays in the database.\n")
