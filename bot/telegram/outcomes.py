"""What the result of a call means for the message that was to go out: one table, nothing else.

The error texts are those of https://github.com/tdlib/telegram-bot-api, which is what api.telegram.org runs.
They are compared in lower case, as parts: Telegram appends to them.
"""

import enum
from dataclasses import dataclass

from bot.telegram.api import Result
from bot.telegram.wire import Delivery

# Seconds to wait where a 429 names none.
RETRY_AFTER_DEFAULT = 3.0


class Kind(enum.Enum):
    """What the sender does next."""

    DONE = "done"
    RETRY_AFTER = "retry after"
    NEVER_SENT = "never sent"
    PERHAPS_SENT = "perhaps sent"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    MIGRATED = "migrated"
    GONE = "gone"
    WRONG_TOKEN = "wrong token"  # noqa: S105 - a name, not a secret


@dataclass(frozen=True, slots=True)
class Outcome:
    """A kind, with the seconds to wait (RETRY_AFTER) or the chat's new id (MIGRATED)."""

    kind: Kind
    seconds: float = 0.0
    chat: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: it holds where the code is one of `codes` and the text holds one of `words`."""

    codes: range
    words: tuple[str, ...]
    kind: Kind
    why: str

    def holds(self, code: int, text: str) -> bool:
        """Whether this row speaks of the error; no words means any text."""
        return code in self.codes and (not self.words or any(word in text for word in self.words))


def _code(code: int) -> range:
    return range(code, code + 1)


# Telegram's own errors; the first row that holds decides.
ROWS: tuple[Row, ...] = (
    Row(
        _code(400),
        ("message is not modified", "message_not_modified"),
        Kind.DONE,
        "The message already says what the edit wanted.",
    ),
    Row(
        _code(400),
        ("query is too old", "query_id_invalid"),
        Kind.GONE,
        "The tap can't be answered any more; the phone has stopped waiting for it.",
    ),
    Row(
        _code(400),
        (
            "message to edit not found",
            "message can't be edited",
            "message to delete not found",
            "message can't be deleted",
            "message_id_invalid",
        ),
        Kind.GONE,
        "The person deleted the card, or it is too old: a new card is sent where it still matters.",
    ),
    Row(
        _code(400),
        (
            "chat not found",
            "user not found",
            "peer_id_invalid",
            "user_is_blocked",
            "input_user_deactivated",
            "group chat was deactivated",
            "group chat was deleted",
            "group chat was upgraded",
            "channel_private",
            "chat_write_forbidden",
            "chat_restricted",
            "no rights to send",
            "not enough rights to send",
            "need administrator rights",
        ),
        Kind.UNREACHABLE,
        "The chat is gone or closed to the bot, whatever the text: nothing arrives until somebody writes from there.",
    ),
    Row(
        _code(403),
        ("message_",),
        Kind.REFUSED,
        "The right to one message is missing (MESSAGE_DELETE_FORBIDDEN): the chat itself can be reached.",
    ),
    Row(
        _code(403),
        (),
        Kind.UNREACHABLE,
        "Blocked, kicked, deactivated or never started: nothing arrives until the person comes back.",
    ),
    Row(
        _code(404),
        ("method not found",),
        Kind.REFUSED,
        "The server is older than the method; the token is right.",
    ),
    Row(
        _code(404),
        (),
        Kind.WRONG_TOKEN,
        "An address without a bot behind it: the token is not well formed, or the base address is wrong.",
    ),
    Row(
        _code(401),
        (),
        Kind.WRONG_TOKEN,
        "Revoked or mistyped: every call will fail until an administrator acts, so sending stops.",
    ),
    Row(_code(421), (), Kind.WRONG_TOKEN, "A Bot API server that was set up for other bots."),
    Row(
        _code(409),
        (),
        Kind.NEVER_SENT,
        "Another process polls, or a webhook is set: nothing was done, and it may pass.",
    ),
    Row(
        range(500, 600),
        (),
        Kind.PERHAPS_SENT,
        "Telegram failed midway or restarted; the message may have gone out before.",
    ),
    Row(
        range(1000),
        (),
        Kind.REFUSED,
        "This request will never be taken as it is (400 text or keyboard, 413 size): repeating can't help.",
    ),
)


def classify(result: Result) -> Outcome:
    """The meaning of one result. Pure; every result has one."""
    if result.ok:
        return Outcome(Kind.DONE)
    code = result.error_code if result.error_code is not None else result.status
    if code in (420, 429):
        # Refused before anything was done, by Telegram or by somebody on the way; 420 is the older name.
        seconds = result.retry_after if result.retry_after is not None else RETRY_AFTER_DEFAULT
        return Outcome(Kind.RETRY_AFTER, seconds=seconds)
    if result.sent is Delivery.NOT_SENT:
        # No connection, or a proxy's refusal. A proxy's 403 must not count as "blocked by the resident".
        return Outcome(Kind.NEVER_SENT)
    if result.error_code is None:
        # Written, but the answer was lost or broken.
        return Outcome(Kind.PERHAPS_SENT)
    if result.migrate_to is not None:
        # The group became a supergroup, with another id; the message goes there.
        return Outcome(Kind.MIGRATED, chat=result.migrate_to)
    text = result.description.lower()
    row = next((row for row in ROWS if row.holds(result.error_code, text)), None)
    return Outcome(row.kind if row else Kind.REFUSED)
