"""The people of the crash test: residents who complain, send and add, and cadres who accept.

They know nothing of crashes. Each looks at the own phone alone, waits as long as it takes, and says and taps what it
means to once; what they said and tapped is remembered here, to be held against the database in the end.
"""

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final

from tests.standin.service import Standin

FIRST_RESIDENT: Final = 1_000_000
FIRST_CADRE: Final = 500_000
LONGEST_PAUSE: Final = 0.25
"""Seconds that somebody takes at most to read and tap."""

PLACES: Final = ("望槐镇晒谷坪村", "芦汀镇双橹村", "云杉坳乡药圃村", "梨垭乡茶铫村")
MARK: Final = re.compile(r"记号\d{7}[甲乙丙]")
"""By this every text of a resident is told from all others."""

Shown = dict[str, Any]


@dataclass
class Deeds:
    """What was said and tapped."""

    marks: list[str] = field(default_factory=list)
    senders: set[int] = field(default_factory=set)
    accepted: set[int] = field(default_factory=set)
    finished: int = 0


class People:
    """Everybody at their phones. `crowd` residents are busy at a time; another comes when one has finished."""

    def __init__(self, telegram: Standin, rng: Random, crowd: int) -> None:
        self.deeds = Deeds()
        self._telegram = telegram
        self._world = telegram.world
        self._rng = rng
        self._crowd = crowd
        self._screens: dict[int, asyncio.Queue[Shown]] = {}
        self._next = FIRST_RESIDENT
        self._closing = False
        self._busy: list[asyncio.Task[None]] = []
        self._others: set[asyncio.Task[None]] = set()

    async def join(self, codes: Sequence[str]) -> None:
        """Let a cadre take up the post of each invite; from then on they accept what is offered to them."""
        self._spawn(self._show())
        for number, code in enumerate(codes, FIRST_CADRE):
            screen = self._phone(number)
            self._world.says(number, f"/join {code}")
            await screen.get()
            self._spawn(self._cadre(number, screen))

    def come(self) -> None:
        """Let residents begin to come."""
        self._busy = [asyncio.create_task(self._residents()) for _ in range(self._crowd)]

    async def go_home(self, seconds: float) -> bool:
        """Let nobody come any more; return whether everybody who is here has finished within so many seconds."""
        self._closing = True
        done, waiting = await asyncio.wait(self._busy, timeout=seconds)
        for task in done:
            task.result()
        return not waiting

    async def close(self) -> None:
        """Take all phones away."""
        tasks = [*self._busy, *self._others]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # The phones.

    def _phone(self, number: int) -> asyncio.Queue[Shown]:
        self._world.person(number, f"Person {number}", "zh-hans")
        return self._screens.setdefault(number, asyncio.Queue())

    async def _show(self) -> None:
        """Put what the bot sends and edits on the screens."""
        seen = 0
        while True:
            calls = self._world.calls[seen:]
            seen += len(calls)
            for call in calls:
                if call.message is not None and call.chat in self._screens:
                    self._screens[call.chat].put_nowait(call.message)
            await self._world.changed.wait()

    def _spawn(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._others.add(task)
        task.add_done_callback(self._others.discard)

    async def _pause(self) -> None:
        await asyncio.sleep(self._rng.uniform(0, LONGEST_PAUSE))

    # Residents.

    async def _residents(self) -> None:
        while not self._closing:
            self._next += 1
            await self._resident(self._next)

    async def _resident(self, number: int) -> None:
        screen = self._phone(number)
        mark = self._says(number, "甲", f"{self._rng.choice(PLACES)}的路坏了")
        if self._rng.random() < 0.3:
            # The second half of what one wanted to say, often before the first was answered.
            await self._pause()
            mark = self._says(number, "乙", "下雨天没法走")
        card = await _sees(screen, lambda shown: mark in shown["text"] and bool(_button(shown, "d.send.")))
        await self._pause()
        self._tap(number, card, "d.send.")
        self.deeds.senders.add(number)
        if self._rng.random() < 0.2:
            self._tap(number, card, "d.send.")
        filed = await _sees(screen, lambda shown: "收到了，不会丢。号码" in shown["text"])
        await _sees(screen, lambda shown: "查询码" in shown["text"])
        if self._rng.random() < 0.4:
            await self._pause()
            await self._add(number, screen, filed)
        self.deeds.finished += 1
        del self._screens[number]

    async def _add(self, number: int, screen: asyncio.Queue[Shown], filed: Shown) -> None:
        """Add to the case: as a reply to what was filed, or in plain words and by the button that then asks."""
        reply_to = filed["message_id"] if self._rng.random() < 0.5 else None
        self._says(number, "丙", "坑更大了", reply_to)
        shown = await _sees(screen, lambda shown: "加到 " in shown["text"] or bool(_button(shown, "d.join.")))
        if _button(shown, "d.join."):
            await self._pause()
            self._tap(number, shown, "d.join.")
            await _sees(screen, lambda shown: shown["text"].startswith("加到 "))

    def _says(self, number: int, which: str, words: str, reply_to: int | None = None) -> str:
        mark = f"记号{number:07d}{which}"
        self.deeds.marks.append(mark)
        self._world.says(number, f"{words}，{mark}", reply_to=reply_to)
        return mark

    def _tap(self, number: int, shown: Shown, prefix: str) -> None:
        # What the screen showed: the message may have been edited since.
        self._world.forges_tap(number, shown["message_id"], _button(shown, prefix))

    # Cadres.

    async def _cadre(self, number: int, screen: asyncio.Queue[Shown]) -> None:
        while True:
            shown = await screen.get()
            data = _button(shown, "c.accept.")
            case = int(data.split(".")[2]) if data else 0
            if data and case not in self.deeds.accepted and self._rng.random() < 0.8:
                self.deeds.accepted.add(case)
                await asyncio.sleep(self._rng.uniform(0, 0.01))
                self._tap(number, shown, "c.accept.")


async def _sees(screen: asyncio.Queue[Shown], fits: Callable[[Shown], bool]) -> Shown:
    """Wait for a message that fits; others are read and forgotten."""
    while True:
        shown = await screen.get()
        if fits(shown):
            return shown


def _button(shown: Shown, prefix: str) -> str:
    """Return the data of the first button that begins so; "" where there is none."""
    rows = shown.get("reply_markup", {}).get("inline_keyboard", [])
    found = (each["callback_data"] for row in rows for each in row if each.get("callback_data", "").startswith(prefix))
    return next(found, "")
