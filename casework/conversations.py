"""The state of a conversation and the history of what was said in a chat, as rows."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Conversation:
    """Where a person stands in a chat. `key` is the chat and the sender: `tg:4711|tg:4711`.

    `flow` and `step` name the open question ("" for none), `data` is the flow's typed state as JSON, `trail` the
    steps already answered (for /back), `run` counts the flows begun here, so that a button of an earlier run is
    known to be stale. `draft_id` is the open draft, `alarm_id` the last alarm of this chat while it is of use.
    """

    key: str
    person_id: int
    flow: str = ""
    step: str = ""
    data: str = ""
    trail: tuple[str, ...] = ()
    run: int = 0
    draft_id: int | None = None
    version: int = 0
    alarm_id: int | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a chat's history. `mine` is what the person sent; `buttons` are rows of buttons as JSON.

    `ref` is what the channel calls it (a Telegram message id, a web client's uuid); `replaces` is the id of the
    message that this one stands in for (an edited card); `file_id` is the file that it shows. It may speak of a case
    or an alarm; `among` says that it belongs to what units write to each other about the case.
    """

    id: int
    chat: str
    mine: bool
    at: datetime
    text: str
    buttons: str = ""
    case_id: int | None = None
    replaces: int | None = None
    ref: str = ""
    file_id: int | None = None
    alarm_id: int | None = None
    among: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """The message in a chat that shows something which changes: `key` is the chat and what is shown
    (`tg:-100123|case:7`), `message_id` our message, `ref` the channel's name for it once it is sent.
    """

    key: str
    message_id: int
    ref: str = ""
    version: int = 0
