"""The program on a clock that runs many times as fast: an hour of a broadcast passes in some minutes.

Everything that waits does: the loop's timers, leases, paces and time limits; and the day with its quiet hours. What the
machine itself needs does not get faster by it, so a call that takes a millisecond takes as many of the fast ones as
the clock is fast.
"""

import asyncio
import selectors
import time
from datetime import datetime, timedelta, tzinfo
from functools import partial

from bot import cli, clock
from bot.commands import run
from bot.telegram.service import TelegramService


def moment(speed: float, since: float, start: datetime) -> datetime:
    """Return the fast time of day: it is `start` at the machine's `since`."""
    return start + timedelta(seconds=(time.monotonic() - since) * speed)


def main(speed: float, since: float, start: datetime) -> None:
    """Run the command that was typed, on a fast clock that stands at `start` when the machine's stands at `since`."""
    real = time.monotonic

    def monotonic() -> float:
        return since + (real() - since) * speed

    class Fast(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return start + timedelta(seconds=monotonic() - since)

    class Selector(selectors.DefaultSelector):
        def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
            found: list[tuple[selectors.SelectorKey, int]] = super().select(timeout and timeout / speed)
            return found

    class Policy(asyncio.DefaultEventLoopPolicy):
        def new_event_loop(self) -> asyncio.AbstractEventLoop:
            return asyncio.SelectorEventLoop(Selector())

    setattr(clock, "datetime", Fast)  # noqa: B010 - the clock does not offer the name
    setattr(run, "TelegramService", partial(TelegramService, monotonic=monotonic))  # noqa: B010
    time.monotonic = monotonic
    asyncio.set_event_loop_policy(Policy())
    cli.main()
