"""The two clocks: case time, which rules and conversations live by, and machine time, for leases and backoff.

Case time is the machine's in a real service. In the demo it runs ahead of it, as far as it was moved by hand.
"""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Where case time comes from."""

    def now(self) -> datetime:
        """Return the present moment of case time, aware, UTC."""
        ...


def machine_now() -> datetime:
    """Return the machine's time, aware, UTC. Read here and nowhere else, so that all else can be tested."""
    return datetime.now(UTC)


class SystemClock:
    """Case time is the machine's time."""

    def now(self) -> datetime:
        """Return the machine's time."""
        return machine_now()


class MovedClock:
    """Case time runs with the machine's, ahead of it as far as it was moved."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def reset(self) -> None:
        """Go back to the machine's time."""
        self._ahead = timedelta()

    def now(self) -> datetime:
        """Return the moved time."""
        return machine_now() + self._ahead

    def move_to(self, moment: datetime) -> None:
        """Go forward to `moment`; nothing happens where it has passed."""
        self._ahead = max(self._ahead, moment - machine_now())
