"""Which message goes next: answers before nudges before broadcasts, in order within a chat, one at a time each.

A broadcast has to do with nothing else that is said in its chat, so that whatever comes later overtakes it there, too.

A chat that has to wait blocks only itself, and is not even read: a group with a thousand messages can't fill the
window. Pure: rows and times are passed in.
"""

import heapq
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.pacing import Pacing
from bot.telegram.channel import is_group

BROADCAST = 2
"""The priority of a broadcast in the outbox."""

# So many of them are under way at a time, beside all other calls: enough for answers that take a quarter of a second,
# and so many at most are sent twice where the process dies.
BROADCASTS_AT_ONCE = 8
# Rows of one chat in the window from which on no more of it are read.
GREEDY = 16


@dataclass(frozen=True, slots=True)
class Row:
    """One outbox row: a call to make. `tries` counts the calls that perhaps arrived; times are microseconds.

    `upload` is a bot.channel.Upload as JSON, "" for none.
    """

    id: int
    chat: str
    method: str
    params: str = field(repr=False)
    message_id: int | None
    card: str
    priority: int
    tries: int
    created_at: int
    upload: str = ""

    @classmethod
    def read(cls, columns: Sequence[Any]) -> "Row":
        """Return the row of the query `outbox_ready`."""
        return cls(*columns)


class _Line:
    """Chats that may go now, the most urgent first. `answers` are those whose turn is no broadcast."""

    def __init__(self) -> None:
        self._heap: list[tuple[int, int, str]] = []
        self.answers = 0

    def __bool__(self) -> bool:
        return bool(self._heap)

    @property
    def is_broadcast_next(self) -> bool:
        """Whether there are only broadcasts."""
        return bool(self._heap) and not self.answers

    def put(self, chat: str, row: int, priority: int) -> None:
        """Let a chat stand in line with its next row."""
        heapq.heappush(self._heap, (priority, row, chat))
        self.answers += priority < BROADCAST

    def take(self) -> str:
        """Return the chat that comes first, out of the line."""
        priority, _, chat = heapq.heappop(self._heap)
        self.answers -= priority < BROADCAST
        return chat


class Queue:
    """A window on the pending rows, filled by `begin_read` and `load`, emptied by `next`.

    Each row that `next` gives ends in one of three ways: `end` and later `forget` once its result is recorded, or
    `again` where it is to be read and sent once more; and with `settle` in any case. `needs_read` says that the rows
    should be read again.
    """

    def __init__(self, pacing: Pacing) -> None:
        self._pacing = pacing
        self._rows: dict[str, deque[Row]] = {}
        self._ready = _Line()
        self._paused: dict[str, float] = {}
        self._pauses: list[tuple[float, str]] = []
        self._under_way: dict[str, float] = {}
        self._broadcasting: set[int] = set()
        self._busy: set[int] = set()
        self._left_out: set[str] = set()
        self._since_read: set[int] = set()
        self._set_back: set[str] = set()
        self._more = False
        self.needs_read = True

    @property
    def busy(self) -> int:
        """How many rows are under way, or have ended and are not recorded yet."""
        return len(self._busy)

    def begin_read(self) -> list[str]:
        """Return the chats that need no reading now, and expect the rows of all others by `load`."""
        greedy = (chat for chat, rows in self._rows.items() if len(rows) > GREEDY)
        self._left_out = {*self._paused, *greedy}
        # What is recorded between the reading and the loading is still pending in what was read.
        self._since_read = set(self._busy)
        self._set_back.clear()
        self.needs_read = False
        return sorted(self._left_out)

    def load(self, rows: Iterable[Row], now: float, *, more: bool) -> None:
        """Take the rows that were read, in place of those known before; `more` where there may be others."""
        self._more = more
        read: dict[str, list[Row]] = {}
        for row in rows:
            if row.id not in self._since_read and row.chat not in self._set_back:
                read.setdefault(row.chat, []).append(row)
        kept = {chat: waiting for chat, waiting in self._rows.items() if chat in self._left_out}
        self._rows = kept | {chat: deque(sorted(waiting, key=_order)) for chat, waiting in read.items()}
        self._ready = _Line()
        for chat in list(self._rows):
            if chat not in self._under_way:
                self._place(chat, now)

    def next(self, now: float) -> Row | None:
        """Return the row that goes now, counted in the pacing; None where all have to wait."""
        self._end_pauses(now)
        while self._ready:
            broadcast = self._ready.is_broadcast_next
            if self._for_everybody(now, spare=broadcast) > now or (broadcast and self._is_full()):
                return None
            chat = self._ready.take()
            rows = self._rows.get(chat)
            if not rows or chat in self._under_way:
                continue
            if not self._pacing.take(chat, is_group(chat), now):
                self._place(chat, now)
                continue
            row = rows.popleft()
            if not rows:
                del self._rows[chat]
            self._busy.add(row.id)
            self._since_read.add(row.id)
            self._under_way[chat] = now
            if row.priority >= BROADCAST:
                self._broadcasting.add(row.id)
            return row
        self.needs_read = self.needs_read or self._more
        return None

    def end(self, row: Row, now: float) -> None:
        """The call has ended and its result is being recorded: the chat's next message may go."""
        self._arrived(row.chat, now)
        if row.chat in self._rows:
            self._place(row.chat, now)
        elif row.chat in self._left_out:
            self.needs_read = True

    def forget(self, row: Row) -> None:
        """The result is recorded: the row is not pending any more."""
        self._busy.discard(row.id)

    def again(self, row: Row, now: float) -> None:
        """The row stays pending and still comes first in its chat: both are read anew."""
        self._arrived(row.chat, now)
        self._busy.discard(row.id)
        self._rows.pop(row.chat, None)
        self._set_back.add(row.chat)
        self.needs_read = True

    def settle(self, row: int) -> None:
        """What came of a call is known even to whoever comes after us: another broadcast may go out."""
        self._broadcasting.discard(row)

    def waiting(self, now: float) -> int:
        """Return how many chats have a row that may go now, or a few more: no broadcasts."""
        return self._ready.answers if self._for_everybody(now) <= now else 0

    def wake_at(self, now: float, *, sending: bool = True, room: bool = True) -> float | None:
        """Return when waiting ends for some chat; None where nobody waits for the time.

        Not `sending`: what is ready waits for something else; without `room` all but broadcasts does.
        """
        times = [self._pauses[0][0]] if self._pauses else []
        broadcast = self._ready.is_broadcast_next
        if self._ready and sending and (room if not broadcast else not self._is_full()):
            times.append(self._for_everybody(now, spare=broadcast))
        return min(times, default=None)

    def _arrived(self, chat: str, now: float) -> None:
        taken = self._under_way.pop(chat, None)
        if taken is not None:
            self._pacing.arrived(chat, taken, now)

    def _for_everybody(self, now: float, *, spare: bool = False) -> float:
        """Return when a chat to which nothing was ever sent may be written to; `spare` as in Pacing."""
        return self._pacing.ready_at("", False, now, spare=spare)

    def _is_full(self) -> bool:
        return len(self._broadcasting) >= BROADCASTS_AT_ONCE

    def _place(self, chat: str, now: float) -> None:
        """Let a chat with waiting rows stand in line; where it has to wait, leave it out until then."""
        at = self._pacing.ready_at(chat, is_group(chat), now)
        if at > self._for_everybody(now):
            del self._rows[chat]
            self._paused[chat] = at
            heapq.heappush(self._pauses, (at, chat))
        else:
            rows = self._rows[chat]
            self._ready.put(chat, rows[0].id, min(row.priority for row in rows))

    def _end_pauses(self, now: float) -> None:
        while self._pauses and self._pauses[0][0] <= now:
            at, chat = heapq.heappop(self._pauses)
            if self._paused.get(chat) == at:
                del self._paused[chat]
                self.needs_read = True


def _order(row: Row) -> tuple[bool, int]:
    return row.priority >= BROADCAST, row.id
