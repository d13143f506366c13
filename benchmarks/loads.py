"""Loads: everybody writes at once, and the time until the last one has what they wanted.

As after an outage of an hour: Telegram holds a message from each of some thousand people when the bot comes back.
"""

import asyncio
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tests.standin.methods import Methods
from tests.standin.world import Json, World

_FIRST_PERSON: Final = 1_000_000
_SEND: Final = re.compile(r"d\.send\.\d+")
_A_MOMENT: Final = 0.1
"""Seconds from seeing the card to the tap on Send."""


@dataclass(frozen=True, slots=True)
class Goal:
    """When one person is served: each of `shown` was found in the text or the buttons of some message to them.

    With `taps` the person taps Send as soon as a card shows it, and again where something alike is shown first.
    """

    shown: tuple[re.Pattern[str], ...]
    taps: bool = False


GOALS: Final = {
    "echo": Goal((re.compile(r"."),)),
    "card": Goal((_SEND,)),
    # The number, and the query code that comes in a message of its own.
    "filing": Goal((re.compile(r"\b\d{6}-\d{7}\b"), re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")), taps=True),
}


class Load:
    """One message each from `people`, put in by `start`."""

    def __init__(self, world: World, methods: Methods, goal: Goal, people: int, texts: Sequence[str]) -> None:
        self._world = world
        self._goal = goal
        self._people = people
        self._texts = texts
        self._missing = {_FIRST_PERSON + each: set(range(len(goal.shown))) for each in range(people)}
        self._tapped: set[tuple[int, int]] = set()
        self._began = self._ended = 0.0
        for method in ("sendMessage", "editMessageText"):
            methods.played[method] = self._watched(methods.played[method])

    @property
    def done(self) -> bool:
        """Whether everybody is served."""
        return not self._missing

    def start(self) -> None:
        """Let everybody write. The clock starts when the last one has, before the bot is told of any."""
        for number in range(self._people):
            self._world.says(_FIRST_PERSON + number, self._texts[number % len(self._texts)])
        self._began = time.monotonic()

    def report(self) -> dict[str, float]:
        """Return the people served a second, and the seconds that it took."""
        seconds = self._ended - self._began
        return {"per_second": self._people / seconds, "seconds": seconds}

    def _watched(self, play: Callable[..., Any]) -> Callable[..., Any]:
        def played(*given: Any) -> Any:
            message = play(*given)
            self._see(message)
            return message

        return played

    def _see(self, message: Json) -> None:
        person = message["chat"]["id"]
        missing = self._missing.get(person)
        if missing is None:
            return
        rows = message.get("reply_markup", {}).get("inline_keyboard", ())
        buttons = [button.get("callback_data", "") for row in rows for button in row]
        shown = "\n".join((message.get("text", ""), *buttons))
        missing -= {number for number in missing if self._goal.shown[number].search(shown)}
        if not missing:
            del self._missing[person]
            self._ended = time.monotonic()
        elif self._goal.taps and (person, message["message_id"]) not in self._tapped:
            send = next((data for data in buttons if _SEND.fullmatch(data)), None)
            if send is not None:
                self._tapped.add((person, message["message_id"]))
                loop = asyncio.get_running_loop()
                loop.call_later(_A_MOMENT, self._world.taps, person, message["message_id"], send)
