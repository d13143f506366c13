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

_CONFIG: Final = """
[telegram]
token = "{token}"
api_base_url = "{telegram}"
per_second = 0
per_chat_second = 0
per_group_minute = 0

[storage]
url = "{database}"
files = "{files}"

[web]
bind = "127.0.0.1:0"
"""

Prepared = AbstractAsyncContextManager[list[str]]


@dataclass(frozen=True, slots=True)
class Program:
    """One program under one load. `prepared` gives its command, for a stand-in's URL and an empty folder.

    Leaving `prepared` normally checks that the program has kept what it had to: it is given the number of people.
    """

    name: str
    label: str
    goal: str
    prepared: Callable[[str, Path, int], Prepared]


def programs(postgres: str) -> list[Program]:
    """Return all programs; Doorstep also on the PostgreSQL server at the URL `postgres`, unless that is ""."""
    found = [
        Program("ptb_echo", "python-telegram-bot, echo", "echo", _echo("echo_ptb")),
        Program(BASELINE, "aiogram, echo", "echo", _echo("echo_aiogram")),
        Program("client_echo", "Doorstep's client alone, echo", "echo", _echo("echo_api")),
        Program(COMPLAINT, "Doorstep, complaint: stored, draft, card sent", "card", _doorstep("", "drafts")),
        Program("filing", "Doorstep, filing: complaint, Send, number and code", "filing", _doorstep("", "petitions")),
    ]
    if postgres:
        found += [
            Program("complaint_postgres", "the complaint on PostgreSQL", "card", _doorstep(postgres, "drafts")),
            Program("filing_postgres", "the filing on PostgreSQL", "filing", _doorstep(postgres, "petitions")),
        ]
    return found


def _echo(module: str) -> Callable[[str, Path, int], Prepared]:
    @asynccontextmanager
    async def prepared(telegram: str, folder: Path, people: int) -> AsyncIterator[list[str]]:
        yield [sys.executable, "-m", f"benchmarks.{module}", "--base-url", telegram, "--token", TOKEN]

    return prepared


def _doorstep(server: str, table: str) -> Callable[[str, Path, int], Prepared]:
    @asynccontextmanager
    async def prepared(telegram: str, folder: Path, people: int) -> AsyncIterator[list[str]]:
        config = folder / "config.toml"
        async with databases.fresh(server, folder) as url:
            filled = _CONFIG.format(token=TOKEN, telegram=telegram, database=url, files=folder / "files")
            config.write_text(filled, encoding="utf-8")
            await databases.fill(config)
            yield [str(Path(sys.executable).with_name("doorstep")), "run", "--config", str(config)]
            stored = await databases.count(url, table)
            if stored != people:
                raise RuntimeError(f"{people} people were served, but {stored} {table} are stored")

    return prepared
