"""`doorstep texts`: what texts of an office's own would have done to what was said of late."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from fluent.syntax.ast import TextElement
from fluent.syntax.visitor import Visitor
from rich.console import Console

from bot import own_texts
from bot.clock import machine_now
from bot.commands.running import opened, settings_from
from bot.settings import Settings
from handlers import texts
from storage.codec import from_micros, to_micros

LEAST = 4
"""The fewest characters by which a text is known again in what was said."""

_PAGE = 1000


@dataclass
class Said:
    """How often a text was said, in how many chats, and when last."""

    times: int = 0
    chats: frozenset[str] = frozenset()
    last: datetime | None = None


class _Words(Visitor):
    """Gathers the words of a text that are no arguments."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_TextElement(self, node: TextElement) -> None:
        """Keep some words; a line of them is enough to know a text by."""
        self.found += node.value.splitlines()


def preview(config: Path, folder: Path, days: int) -> int:
    """Print what is wrong with the texts of a folder, else each that would change, and how often it was said."""
    settings = settings_from(config)
    console = Console()
    own, problems = own_texts.read(folder)
    for problem in problems:
        console.print(problem, style="red", markup=False, highlight=False)
    if problems:
        return 1
    own_texts.take(settings)
    changes = list(own_texts.changed(own))
    if not changes:
        console.print("Nothing would be said otherwise.")
        return 0
    signs = {(language, key): sign(language, key) for language, key, _, _ in changes}
    said = asyncio.run(_said(settings, {at: each for at, each in signs.items() if each}, days))
    for language, key, before, after in changes:
        console.print(f"{key} ({language}): {_counted(said.get((language, key)), days)}", style="bold", highlight=False)
        console.print(f"- {before}", style="dim", markup=False, highlight=False)
        console.print(f"+ {after}", markup=False, highlight=False)
    return 0


def sign(language: str, key: str) -> str:
    """Return the longest words by which a text is known again where it was said; "" where they are too short."""
    words = _Words()
    words.visit(texts.bundle(language).pattern(key))
    longest = max((each.strip() for each in words.found), key=len, default="")
    return longest if len(longest) >= LEAST else ""


def _counted(said: Said | None, days: int) -> str:
    if said is None:
        return "too short to be known again"
    if said.last is None:
        return f"not said in the last {days} days"
    chats = f"{len(said.chats):,} chat{'s' if len(said.chats) != 1 else ''}"
    times = "once" if said.times == 1 else f"{said.times:,} times"
    return f"said {times} in {chats} in the last {days} days, last on {said.last:%Y-%m-%d}"


async def _said(settings: Settings, signs: Mapping[tuple[str, str], str], days: int) -> dict[tuple[str, str], Said]:
    """Count what the service said, a page at a time: nothing of it is kept."""
    found = {at: Said() for at in signs}
    since = to_micros(machine_now() - timedelta(days=days))
    after = 0
    async with opened(settings) as store:
        while True:
            async with store.reading() as session:
                rows = await session.rows("messages_said", since=since, after=after, most=_PAGE)
            for id_, chat, at, text in rows:
                after = id_
                for which, words in signs.items():
                    if words in text:
                        said = found[which]
                        found[which] = Said(said.times + 1, said.chats | {chat}, from_micros(at))
            if len(rows) < _PAGE:
                return found
