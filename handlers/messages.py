"""What comes in and what goes out, as data that no channel owns."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal

from casework.files import FileKind
from casework.people import Role


class Kind(StrEnum):
    """What a person, or the channel, sent."""

    TEXT = "text"
    EDITED = "edited"
    TAP = "tap"
    PLACE = "place"
    MEDIA = "media"  # photos, voice messages, videos, documents: `text` is the caption
    UNSUPPORTED = "unsupported"  # a sticker, a contact, a game ...: said kindly, nothing lost
    BLOCKED = "blocked"  # the person stopped the bot
    UNBLOCKED = "unblocked"
    MIGRATED = "migrated"  # a group got another id: `text` holds the new chat
    REMOVED = "removed"  # the bot was put out of a group


@dataclass(frozen=True, slots=True)
class Attached:
    """A file as it came with a message.

    `digest` is the SHA-256 of the bytes where they are kept already (the web chat); else `source` is what a job needs
    to fetch them, which its channel alone understands ("tg:..."). `name`, `mime` and, until the bytes are here, `size`
    (bytes) are what the sender's program says. `seconds` is how long a voice message or a video lasts.
    """

    kind: FileKind
    source: str = ""
    name: str = ""
    mime: str = ""
    size: int = 0
    seconds: int = 0
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message from a person. `chat` and `sender` are addresses such as `tg:4711`; they differ in groups.

    `ref` is the channel's name of the message (for a tap: of the message that carries the button), `reply_to` of the
    message that it answers. `language` is the channel's hint ("zh-hans", "en", ""). `place` is (lat, lon) in degrees.
    Messages with the same `album` ("" for none) were sent as one. `sent_at` is when the channel says that it was sent,
    which may be long before it came: None where the channel does not say it.
    """

    kind: Kind
    chat: str
    sender: str
    text: str = ""
    data: str = ""
    ref: str = ""
    reply_to: str = ""
    language: str = ""
    place: tuple[float, float] | None = None
    tap_id: str = ""
    files: tuple[Attached, ...] = ()
    album: str = ""
    sent_at: datetime | None = field(default=None, compare=False)

    @property
    def private(self) -> bool:
        """Whether this is a conversation with one person."""
        return self.chat == self.sender

    @property
    def conversation(self) -> str:
        """The key of the conversation: the chat and the sender."""
        return f"{self.chat}|{self.sender}"


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message. `data` is what comes back (64 bytes at most); "place" asks for the location."""

    label: str
    data: str = ""
    kind: Literal["tap", "place"] = "tap"


Rows = tuple[tuple[Button, ...], ...]


class Priority(StrEnum):
    """What goes first where a channel limits sending."""

    ALARM = "alarm"
    ANSWER = "answer"
    NUDGE = "nudge"
    BROADCAST = "broadcast"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that a message shows: the fields of the casework.files.File `file_id`.

    Bytes that are kept have a `digest`. A channel that still has the file itself may send it by its `source`. Where
    there is neither, the message goes without it.
    """

    file_id: int
    kind: FileKind
    name: str = ""
    mime: str = ""
    source: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to a chat.

    `card` names what the message shows and keeps showing (`case:7`, `draft:9`): with `edit` the last message of that
    name in the chat is changed, else a new one takes its place, and one of the same name not sent yet is dropped.
    `quiet` rings no bell (night). With a `file` the text is its caption; such a message is no card. A reply to it is
    about the case, or the alarm, that it names; one to what units write `among` each other goes to them. It may be
    one of the many of a broadcast.
    """

    chat: str
    text: str
    buttons: Rows = ()
    case_id: int | None = None
    card: str = ""
    edit: bool = False
    priority: Priority = Priority.ANSWER
    quiet: bool = False
    file: Enclosed | None = None
    alarm_id: int | None = None
    among: bool = False
    broadcast_id: int | None = None


@dataclass(frozen=True, slots=True)
class Menu:
    """Which commands a private chat offers from now on: those of `roles`, in `language`."""

    chat: str
    language: str
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Turn:
    """What a message leads to: messages to send, the short word that answers a tap ("" for none), and a new menu.

    `files` are the ids of the Files that the message brought, in the order in which it has them: the chat's history
    shows them. `forget` says that the message itself must stand nowhere once it is handled: it was about a PIN.
    """

    outgoing: tuple[Outgoing, ...] = ()
    toast: str = ""
    menu: Menu | None = None
    files: tuple[int, ...] = ()
    forget: bool = False
