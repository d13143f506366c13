"""The web application: put together here, and served."""

import asyncio
import contextlib
import socket
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.routing import BaseRoute

from bot.clock import machine_now
from bot.desk import Desk
from bot.files.vault import Vault
from bot.web import health, refusals
from bot.web.chat import Chat
from bot.web.events import Exchange, Rhythm
from bot.web.files import Files
from bot.web.front import Front
from bot.web.inbox import Inbox
from bot.web.language import Languages
from bot.web.ledger import Ledger
from bot.web.pages import Pages
from bot.web.seats import SeatAddress, Seats
from bot.web.security import Guard, Hosts
from bot.web.sessions import Sessions

NAMES: Final[Mapping[str, str]] = MappingProxyType({"zh": "家门口", "en": "Doorstep"})
"""What the service is called, by language, where nothing else is set."""


@dataclass(frozen=True)
class Web:
    """What routes from elsewhere may use; an application has it as `app.state.web`."""

    pages: Pages
    languages: Languages
    sessions: Sessions
    inbox: Inbox
    exchange: Exchange


def no_seats(request: Request, seat: str) -> str | None:
    """Give no seat but one's own."""
    return None


def create_app(
    desk: Desk,
    vault: Vault,
    *,
    public_url: str = "",
    languages: tuple[str, ...] = ("zh", "en"),
    zone: str = "Asia/Shanghai",
    names: Mapping[str, str] = NAMES,
    telegram: Callable[[], health.TelegramState] = lambda: "off",
    seat_address: SeatAddress = no_seats,
    routes: Sequence[BaseRoute] = (),
    machines: Collection[str] = (),
    rhythm: Rhythm | None = None,
    wall: Callable[[], datetime] = machine_now,
    monotonic: Callable[[], float] = time.monotonic,
) -> Starlette:
    """Return the application of the web chat; files that people send go into `vault`.

    `public_url` is the address that people open ("": this machine only). `names` are what the service is called.
    `routes` come before our own; those paths of theirs that programs call, not browsers, stand in `machines`.
    `telegram` says how that channel is.
    """
    secure = public_url.startswith("https:")
    sessions = Sessions(desk.store, wall, secure=secure)
    web = Web(Pages(zone, names), Languages(languages), sessions, Inbox(desk, wall), Exchange())
    seats = Seats(sessions, web.languages, seat_address)
    desk.listeners.append(web.exchange.ring)
    ours = [
        *_pages(desk, web, wall, monotonic, secure=secure),
        *_talk(desk, vault, web, seats, rhythm or Rhythm(), monotonic),
        web.pages.route(),
        *health.Health(desk, telegram).routes(),
    ]
    known = (health.HEALTH, health.READY, *machines)
    guard = Middleware(Guard, hosts=Hosts(public_url), languages=web.languages, machines=known)
    app = Starlette(routes=[*routes, *ours], middleware=[guard], exception_handlers=refusals.handlers(web.languages))
    app.state.web = web
    return app


def _pages(
    desk: Desk, web: Web, wall: Callable[[], datetime], monotonic: Callable[[], float], *, secure: bool
) -> list[BaseRoute]:
    """Return what is read: the front page, and the public ledger."""
    front = Front(
        pages=web.pages,
        sessions=web.sessions,
        inbox=web.inbox,
        languages=web.languages,
        wall=wall,
        monotonic=monotonic,
        secure=secure,
    )
    ledger = Ledger(store=desk.store, pages=web.pages, languages=web.languages, monotonic=monotonic, secure=secure)
    return [front.route(), ledger.route()]


def _talk(
    desk: Desk, vault: Vault, web: Web, seats: Seats, rhythm: Rhythm, monotonic: Callable[[], float]
) -> list[BaseRoute]:
    """Return what a chat needs: its messages, and the files in them."""
    chat = Chat(
        store=desk.store,
        seats=seats,
        inbox=web.inbox,
        exchange=web.exchange,
        languages=web.languages,
        rhythm=rhythm,
        monotonic=monotonic,
    )
    files = Files(
        store=desk.store, vault=vault, seats=seats, inbox=web.inbox, languages=web.languages, monotonic=monotonic
    )
    return [*chat.routes(), *files.routes()]


class _Server(uvicorn.Server):
    """A server that leaves signals to the program."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


class CannotListen(Exception):
    """The address and port cannot be had; the message says which, and why."""


async def serve(
    app: Starlette,
    host: str,
    port: int,
    *,
    trusted_proxies: Sequence[str] = (),
    ready: Callable[[int], None] | None = None,
) -> None:
    """Serve an application of `create_app` until cancelled; then end all streams, and finish what is being answered.

    Port 0 takes a free one; `ready` is told which. Raises CannotListen.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=1024)
    except OSError as error:
        # Python adds the address once more, as it stands in code.
        why = (error.strerror or type(error).__name__).partition(" (while")[0]
        raise CannotListen(f"{host}:{port} cannot be had ({why})") from None
    config = uvicorn.Config(
        app,
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,  # It would hold query strings.
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips=list(trusted_proxies),
        timeout_keep_alive=20,
        timeout_graceful_shutdown=5,
    )
    server = _Server(config)
    running = asyncio.ensure_future(server.serve(sockets=[listener]))
    if ready is not None:
        ready(listener.getsockname()[1])
    try:
        await asyncio.shield(running)
    finally:
        app.state.web.exchange.close()
        server.should_exit = True
        await running
