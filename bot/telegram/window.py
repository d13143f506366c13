"""How many calls may be under way at a time: as few as will do, for each of them may have arrived, and is sent again,
where the process is killed.

One call at a time is the rule. Others join it in a rush: where many chats wait, or one at a time has not emptied the
queue for a while. And a call for whose answer we wait longer than that holds up nobody. Pure: times are seconds of a
clock that never goes back, passed in.
"""

import math
from typing import Final

RUSH: Final = 8
"""Calls at a time in a rush: at Telegram's 30 a second enough for answers that take a quarter of a second."""

MANY: Final = 32
"""Chats that wait, from which on it is a rush."""

PATIENCE: Final = 1.0
"""Seconds for which what could go waits for the call before it."""

MOST: Final = 64
"""Calls in all, those that are not answered for long too."""


class Window:
    """The calls under way. `rush` is how many may go at a time in a rush."""

    def __init__(self, rush: int = RUSH) -> None:
        self._rush = rush
        # Oldest first.
        self._began: dict[int, float] = {}
        self._held_since = math.inf

    def begin(self, row: int, now: float) -> None:
        """A call goes out."""
        self._began[row] = now

    def end(self, row: int) -> None:
        """What came of it is known, even to whoever comes after us."""
        self._began.pop(row, None)

    def emptied(self) -> None:
        """There is nothing more that could go."""
        self._held_since = math.inf

    def has_room(self, waiting: int, now: float) -> bool:
        """Return whether another call may go out while so many chats wait. Where it may not, it waits from now on."""
        young = sum(began > now - PATIENCE for began in self._began.values())
        in_rush = waiting >= MANY or self._held_since <= now - PATIENCE
        if young < (self._rush if in_rush else 1) and len(self._began) < MOST:
            return True
        self._held_since = min(self._held_since, now)
        return False

    def wake_at(self, now: float) -> float:
        """Return when there may be room though no call has ended; math.inf where nobody waits for it."""
        if self._held_since == math.inf:
            return math.inf
        grows = (each + PATIENCE for each in (self._held_since, *self._began.values()))
        return min((at for at in grows if at > now), default=math.inf)
