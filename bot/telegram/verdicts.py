"""What becomes of an outbox row after a call: a pure decision over the row, the result and its meaning.

What was never sent costs the row nothing and is repeated until it is too old. What was perhaps sent is repeated, too,
for nearly as long, though ever more rarely: an answer that comes twice is better than one that never comes. A file
whose answer was lost goes out once more and no oftener, for it most likely arrived, and is large.
"""

from dataclasses import dataclass
from datetime import timedelta

from bot.telegram.api import Result
from bot.telegram.outcomes import Kind, Outcome
from bot.telegram.queue import Row

EDIT = "editMessageText"
SEND = "sendMessage"

_SENDS = "send"
"""What the methods begin with that show something new."""

# Calls in all that perhaps arrived: of a message, and of a file where the answer was lost.
_CALLS = 8
_LOST_FILES = 2


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a chat waits after a failure (seconds), and how old a message may get before it is given up.

    `never_sent` are the first and the longest pause, doubled in between; `perhaps_sent` the pauses before the second,
    third and later calls.
    """

    never_sent: tuple[float, float] = (1.0, 300.0)
    perhaps_sent: tuple[float, ...] = (5.0, 60.0, 300.0, 1800.0, 10800.0, 43200.0)
    oldest: timedelta = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a row. `state` is what is recorded, "" for nothing: the row stays as it is.

    `pause` is how long its chat waits, in seconds. `doubt` says that Telegram may be out of reach for all. `anew`
    says that the message to edit is gone, `moved` is the new id of the chat, `throttled` that Telegram asks to slow
    down, `closed` that the chat can't be reached, `stop` that nothing at all can be sent.
    """

    state: str = ""
    error: str = ""
    pause: float = 0.0
    doubt: bool = False
    anew: bool = False
    moved: int | None = None
    throttled: bool = False
    closed: bool = False
    stop: bool = False


def judge(row: Row, method: str, result: Result, outcome: Outcome, setbacks: int, patience: Patience) -> Verdict:
    """Decide; `method` is what was called, `setbacks` how often the chat has failed in a row before."""
    error = f"{result.error_code or result.status or ''} {result.description}".strip()[:200]
    match outcome.kind:
        case Kind.DONE:
            return Verdict("sent")
        case Kind.RETRY_AFTER:
            return Verdict(pause=outcome.seconds, throttled=True)
        case Kind.NEVER_SENT:
            first, longest = patience.never_sent
            return Verdict(pause=min(first * 2 ** min(setbacks, 20), longest), doubt=True)
        case Kind.PERHAPS_SENT:
            return _perhaps_sent(row, method, result, patience, error)
        case Kind.UNREACHABLE:
            return Verdict("unreachable", error, closed=True)
        case Kind.MIGRATED if outcome.chat is not None and f"tg:{outcome.chat}" != row.chat:
            return Verdict("pending", moved=outcome.chat)
        case Kind.GONE if method == EDIT:
            return Verdict(anew=True)
        case Kind.WRONG_TOKEN:
            return Verdict(stop=True)
    return Verdict("refused", error)


def _perhaps_sent(row: Row, method: str, result: Result, patience: Patience, error: str) -> Verdict:
    # Edits and menus can double nothing.
    is_lost_file = method.startswith(_SENDS) and row.upload and result.error_code is None
    if row.tries + 1 >= (_LOST_FILES if is_lost_file else _CALLS):
        return Verdict("failed", error, doubt=True)
    pause = patience.perhaps_sent[min(row.tries, len(patience.perhaps_sent) - 1)]
    return Verdict("pending", error, pause=pause, doubt=True)


def puts_out(error: str) -> bool:
    """Return whether an unreachable group has put us out or is gone; else it only keeps us from writing."""
    text = error.lower()
    return not any(word in text for word in ("rights", "write_forbidden", "restricted"))
