"""What is measured: the echo bots of two frameworks, and Doorstep's real program."""

import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks import databases

TOKEN: Final = "123456:BENCH-token"
BASELINE: Final = "aiogram_echo"
COMPLAINT: Final = "complaint"
WORKERS: Final = (1, 2, 4)

_CONFIG_FILE: Final = "config.toml"
# What each person must have left behind.
_DRAFTS: Final = "drafts"
_PETITIONS: Final = "petitions"
_ACCEPTED: Final = "cases where accepted_at is not null"

_UNPACED: Final = """
per_second = 0
per_chat_second = 0
per_group_minute = 0
"""

_CONFIG: Final = """
[telegram]
token = "{token}"
api_base_url = "{telegram}"
{pacing}
[storage]
url = "{database}"
files = "{files}"

# Whatever the hour at which it is measured.
[followups]
pushes_a_day = 1000
quiet_from = "00:00"
quiet_to = "00:01"

[web]
bind = "127.0.0.1:0"
"""

Command = list[str]
Prepared = AbstractAsyncContextManager[list[Command]]


@dataclass(frozen=True, slots=True)
class Program:
    """One program under one load. `prepared` gives its commands, one a process, for a stand-in's URL, an empty folder
    and the number of people.

    Leaving `prepared` normally checks that the program has kept what it had to.
    """

    name: str
    label: str
    goal: str
    prepared: Callable[[str, Path, int], Prepared]


def programs(postgres: str) -> list[Program]:
    """Return all programs; Doorstep also on the PostgreSQL server at the URL `postgres`, unless that is ""."""
    found = [
        *echoes(),
        Program(COMPLAINT, "Doorstep, complaint: stored, draft, card sent", "card", doorstep("", _DRAFTS)),
        Program("filing", "Doorstep, filing: complaint, Send, number and code", "filing", doorstep("", _PETITIONS)),
        Program("tap", "Doorstep, a button tapped, answered by a question", "tap", doorstep("", _DRAFTS)),
        Program("acceptance", "Doorstep, a cadre accepts, the resident is told", "acceptance", doorstep("", _ACCEPTED)),
    ]
    for workers in WORKERS if postgres else ():
        on = f"on PostgreSQL, {workers} worker{'s' if workers > 1 else ''}"
        found += [
            Program(f"{name}_postgres_{workers}", f"{label} {on}", goal, doorstep(postgres, kept, workers=workers))
            for name, label, goal, kept in (
                ("complaint", "the complaint", "card", _DRAFTS),
                ("filing", "the filing", "filing", _PETITIONS),
                ("tap", "the tap", "tap", _DRAFTS),
                ("acceptance", "the acceptance", "acceptance", _ACCEPTED),
            )
        ]
    return found


def echoes() -> list[Program]:
    """Return the bots that echo and keep nothing."""
    return [
        Program("ptb_echo", "python-telegram-bot, echo", "echo", _echo("echo_ptb")),
        Program(BASELINE, "aiogram, echo", "echo", _echo("echo_aiogram")),
        Program("client_echo", "Doorstep's client alone, echo", "echo", _echo("echo_api")),
    ]


def _echo(module: str) -> Callable[[str, Path, int], Prepared]:
    @asynccontextmanager
    async def prepared(telegram: str, folder: Path, people: int) -> AsyncIterator[list[Command]]:
        yield [[sys.executable, "-m", f"benchmarks.{module}", "--base-url", telegram, "--token", TOKEN]]

    return prepared


def doorstep(
    server: str, kept: str, *, workers: int = 1, paced: bool = False, others: int = 0
) -> Callable[[str, Path, int], Prepared]:
    """Return how the service is prepared: so many processes over a fresh database.

    `kept` are the rows of each person, those of so many `others` among them.
    """

    @asynccontextmanager
    async def prepared(telegram: str, folder: Path, people: int) -> AsyncIterator[list[Command]]:
        async with databases.fresh(server, folder) as url:
            command = configured(url, folder, telegram, paced=paced)
            await databases.fill(folder / _CONFIG_FILE)
            yield [command] * workers
            stored = await databases.count(url, kept)
            if stored != people + others:
                raise RuntimeError(f"{people + others} people were served, but {stored} {kept} are stored")

    return prepared


def configured(database: str, folder: Path, telegram: str, *, paced: bool = False) -> Command:
    """Write the settings of a service into a folder, and return the command that runs it."""
    pacing = "" if paced else _UNPACED
    config = folder / _CONFIG_FILE
    config.write_text(
        _CONFIG.format(token=TOKEN, telegram=telegram, pacing=pacing, database=database, files=folder / "files"),
        encoding="utf-8",
    )
    return [str(Path(sys.executable).with_name("doorstep")), "run", "--config", str(config)]
