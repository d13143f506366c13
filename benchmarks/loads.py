"""Loads: what people do to a bot, and how it is told that they have been served.

A rush: everybody at once, and the time until the last one has what they wanted, as after an outage of an hour, when
Telegram holds a message from each of some thousand people. A steady stream: somebody every so many milliseconds,
whether or not those before have their answer, and how long each has waited.
"""

import asyncio
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from benchmarks.county import FIRST_STAFF
from tests.standin.methods import Methods
from tests.standin.service import Standin
from tests.standin.world import Json

_FIRST_PERSON: Final = 1_000_000
_SEND: Final = re.compile(r"d\.send\.\d+")
_CHANGE: Final = re.compile(r"d\.change\.\d+")
_ACCEPT: Final = re.compile(r"c\.accept\.\d+\.\d+")
_TOLD: Final = re.compile(r"c\.show\.\d+\.\d+")
WARM_UP: Final = 20
"""People who write before a steady stream, and do not count."""

_STAFF: Final = 200
"""How many of those who hold posts have a chat, at least: more than the sample organisation has posts."""

_A_MOMENT: Final = 0.1
"""Seconds from seeing a card to the tap on it."""


@dataclass(frozen=True, slots=True)
class Goal:
    """When one person is served: each of `shown` was found in the text or the buttons of some message to them.

    Whoever sees a button of `taps` taps it, and again where something alike is shown first. With `begins` the load
    begins only once there is such a button for each person: everybody taps it then, and that is what counts. It
    stands on the phones of cadres where those begin.
    """

    shown: tuple[re.Pattern[str], ...]
    taps: re.Pattern[str] | None = None
    begins: re.Pattern[str] | None = None


GOALS: Final = {
    "echo": Goal((re.compile(r"."),)),
    "card": Goal((_SEND,)),
    # The number, and the query code that comes in a message of its own.
    "filing": Goal((re.compile(r"\b\d{6}-\d{7}\b"), re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")), taps=_SEND),
    "tap": Goal((re.compile(r"d\.kind\.|s\.\d+\."),), begins=_CHANGE),
    "acceptance": Goal((_TOLD,), taps=_SEND, begins=_ACCEPT),
}


class Load(Protocol):
    """One load on a stand-in: prepared, then run to its end."""

    async def prepare(self) -> None:
        """Bring about what the load begins from."""
        ...

    async def run(self) -> dict[str, Any]:
        """Run to the end, and return the report."""
        ...


@dataclass(slots=True)
class Phones:
    """What stands on everybody's phones, as the bot has shown it: whoever listens is told of each message."""

    methods: Methods
    listen: Callable[[Json, list[str]], None] = field(default=lambda message, buttons: None)

    def __post_init__(self) -> None:
        for method in ("sendMessage", "editMessageText"):
            self.methods.played[method] = self._watched(self.methods.played[method])

    def _watched(self, play: Callable[..., Any]) -> Callable[..., Any]:
        def played(*given: Any) -> Any:
            message = play(*given)
            rows = message.get("reply_markup", {}).get("inline_keyboard", ())
            self.listen(message, [button.get("callback_data", "") for row in rows for button in row])
            return message

        return played


class Rush:
    """One message each from `people`, all at once."""

    def __init__(self, standin: Standin, goal: Goal, people: int, texts: Sequence[str]) -> None:
        self._world = standin.world
        self._goal = goal
        self._people = people
        self._texts = texts
        self._missing = {_FIRST_PERSON + each: set(range(len(goal.shown))) for each in range(people)}
        self._tapped: set[tuple[int, int]] = set()
        self._beginnings: dict[str, tuple[int, int]] = {}
        self._runs = False
        self._ended = 0.0
        Phones(standin.methods, self._see)

    async def prepare(self) -> None:
        """Let everybody come to the button with which the load begins."""
        for cadre in range(FIRST_STAFF, FIRST_STAFF + _STAFF):
            self._world.chat_of(cadre, None)  # As whoever has joined once has begun a chat.
        if self._goal.begins is not None:
            self._everybody_writes()
            await self._world.wait_until(lambda: len(self._beginnings) == self._people)
            await asyncio.sleep(1)  # What is still on its way is no part of what is measured.

    async def run(self) -> dict[str, Any]:
        """Let everybody begin, and wait for the last. The clock starts before the bot is told of any."""
        self._runs = True
        if self._goal.begins is None:
            self._everybody_writes()
        else:
            for data, (person, shown) in self._beginnings.items():
                self._world.forges_tap(person, shown, data)
        began = time.monotonic()
        await self._world.wait_until(lambda: not self._missing)
        seconds = self._ended - began
        return {"per_second": self._people / seconds, "seconds": seconds}

    def _everybody_writes(self) -> None:
        for number in range(self._people):
            self._world.says(_FIRST_PERSON + number, self._texts[number % len(self._texts)])

    def _see(self, message: Json, buttons: list[str]) -> None:
        person, number, goal = message["chat"]["id"], message["message_id"], self._goal
        begins = goal.begins
        if begins is not None and not self._runs:
            found = next((data for data in buttons if begins.fullmatch(data)), None)
            if found is not None and (person >= _FIRST_PERSON or begins is _ACCEPT):
                self._beginnings[found] = person, number
        if self._runs or goal.begins is None:
            self._serve(person, "\n".join((message.get("text", ""), *buttons)))
        if goal.taps is not None and person in self._missing and (person, number) not in self._tapped:
            tap = next((data for data in buttons if goal.taps.fullmatch(data)), None)
            if tap is not None:
                self._tapped.add((person, number))
                asyncio.get_running_loop().call_later(_A_MOMENT, self._world.forges_tap, person, number, tap)

    def _serve(self, person: int, shown: str) -> None:
        missing = self._missing.get(person)
        if missing is None:
            return
        missing -= {number for number in missing if self._goal.shown[number].search(shown)}
        if not missing:
            del self._missing[person]
            self._ended = time.monotonic()


class Steady:
    """Somebody new writes so many times a second; how long each waits for the first answer is what counts.

    Counted from the moment at which the bot could fetch the message, to that at which its answer has arrived. Whoever
    is asked about danger first has an answer then: with Telegram's limits their card comes a second later.
    """

    def __init__(self, standin: Standin, people: int, texts: Sequence[str], per_second: float) -> None:
        self._world = standin.world
        self._people = people
        self._texts = texts
        self._per_second = per_second
        self._written: dict[int, float] = {}
        self._delays: list[float] = []
        Phones(standin.methods, self._see)

    async def prepare(self) -> None:
        """Let some write who do not count: what a program reads when it is first needed is read then."""
        await self._stream(_FIRST_PERSON - WARM_UP, WARM_UP)
        self._delays.clear()

    async def run(self) -> dict[str, Any]:
        """Let one after another write, and wait for the last answer."""
        await self._stream(_FIRST_PERSON, self._people)
        return {"per_second": self._per_second, "delays": sorted(self._delays)}

    async def _stream(self, first: int, people: int) -> None:
        began = time.perf_counter()
        for number in range(people):
            await asyncio.sleep(max(0.0, began + number / self._per_second - time.perf_counter()))
            self._written[first + number] = time.perf_counter()
            self._world.says(first + number, self._texts[number % len(self._texts)])
        await self._world.wait_until(lambda: len(self._delays) == people)

    def _see(self, message: Json, buttons: list[str]) -> None:
        if message["chat"]["id"] in self._written:
            self._delays.append(time.perf_counter() - self._written.pop(message["chat"]["id"]))
