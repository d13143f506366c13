"""What people send besides words: photos, voice messages, videos, documents; and the jobs that fetch them.

The bytes are kept outside of the database, under their digest, without the traces that a camera leaves in them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

LARGEST: Final = 20 * 1024 * 1024
"""Bytes of the largest file that is taken: what Telegram's getFile gives a bot."""


class FileKind(StrEnum):
    """How a file is shown: a picture, something to listen to or to watch, or something to open elsewhere."""

    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    DOCUMENT = "document"


MARKS: Final[Mapping[FileKind, str]] = {
    FileKind.PHOTO: "📷",
    FileKind.VOICE: "🎤",
    FileKind.VIDEO: "🎬",
    FileKind.DOCUMENT: "📎",
}
"""What stands in a text for a file that was sent at this point, with its number behind it: "📷1"."""

SIGN: Final = "\u2060"
"""What a mark begins with: a character that nobody sees, and that no words have once they are cleaned."""


class FileState(StrEnum):
    """Where the bytes of a file are."""

    WANTED = "wanted"  # with the channel still: a job fetches them
    KEPT = "kept"  # under their digest
    LOST = "lost"  # the channel did not give them: the sender was asked to send it again
    GONE = "gone"  # no longer kept: its case ended long ago, or it was a copy


@dataclass(frozen=True, slots=True)
class File:
    """One file that somebody sent.

    `source` is what its channel needs to fetch it ("tg:" and Telegram's file_id), "" where the bytes came at once.
    `number` is the one in its mark, 0 for one that stands in no text. `digest` is the SHA-256 of the bytes as they are
    kept, `size` their count, `seconds` how long a voice or a video lasts. It belongs to a draft until that is filed,
    then to the petition, and to one `case_id` of it where it was sent to that; one that staff sent belongs to its case.
    Order is that of the ids.
    """

    id: int
    person_id: int
    kind: FileKind
    number: int
    at: datetime
    source: str = ""
    ref: str = ""  # what the channel calls the message that brought it
    name: str = ""
    mime: str = ""
    size: int = 0
    seconds: int = 0
    digest: str = ""
    state: FileState = FileState.WANTED
    draft_id: int | None = None
    petition_id: int | None = None
    case_id: int | None = None
    public: bool = True  # whether the case's resident sees it, too
    version: int = 0

    @property
    def mark(self) -> str:
        """What stands for the file in a text, on a line of its own: see `casework.marks`. "" for one in no text."""
        return f"{SIGN}{MARKS[self.kind]}{self.number}" if self.number else ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that is in the vault: the digest and the count of its bytes as they are kept, and what they are."""

    digest: str
    size: int
    mime: str


class JobState(StrEnum):
    """Whether a job still has to be done."""

    READY = "ready"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Job:
    """Slow work that a turn asks for and that is done outside of it: `kind` says what, `subject_id` of what.

    `not_before` is machine time: repeats wait longer and longer.
    """

    id: int
    kind: str
    subject_id: int
    created_at: datetime
    not_before: datetime
    state: JobState = JobState.READY
    tries: int = 0
    error: str = ""
    version: int = 0
