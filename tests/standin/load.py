"""Loading: many messages from many chats at once, and the time from the first reply to the last."""

import time
from collections.abc import Callable, Sequence
from typing import Any

from tests.standin.world import World

_FIRST_PERSON = 1_000_000


class EchoLoad:
    """`messages` text messages from `chats` people; each reply of the bot to them is counted.

    `concurrency` is the number of messages without a reply at any time; 0 puts all of them in at once.
    """

    def __init__(self, world: World, messages: int, chats: int, texts: Sequence[str], concurrency: int = 0) -> None:
        self._world = world
        self._messages = messages
        self._chats = chats
        self._texts = texts
        self._concurrency = concurrency or messages
        self._put_in = 0
        self.replies = 0
        self.first_reply: float | None = None
        self.last_reply: float | None = None

    def start(self) -> None:
        """Put in the first messages."""
        self._fill()

    def count_reply(self) -> None:
        """One reply went out; the next message comes in."""
        self.last_reply = time.monotonic()
        self.first_reply = self.first_reply or self.last_reply
        self.replies += 1
        self._fill()

    @property
    def done(self) -> bool:
        """Whether every message has its reply."""
        return self.replies >= self._messages

    def report(self) -> dict[str, Any]:
        """Replies, seconds from the first to the last, and replies a second."""
        seconds = (self.last_reply or 0.0) - (self.first_reply or 0.0)
        rate = (self.replies - 1) / seconds if seconds else 0.0
        return {"replies": self.replies, "seconds": round(seconds, 3), "per_second": round(rate, 1)}

    def _fill(self) -> None:
        while self._put_in < min(self._messages, self.replies + self._concurrency):
            text = self._texts[self._put_in % len(self._texts)]
            self._world.says(_FIRST_PERSON + self._put_in % self._chats, text)
            self._put_in += 1


def counted(load: EchoLoad, play: Callable[..., Any]) -> Callable[..., Any]:
    """sendMessage that tells the load of each reply."""

    def send(*given: Any) -> Any:
        result = play(*given)
        load.count_reply()
        return result

    return send
