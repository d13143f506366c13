"""The documents of a policy: what they may be, and what keeps one from being shown."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from casework.files import File, FileKind, FileState, Kept

MOST: Final = 5
"""Documents of one policy: several photos may be the pages of one."""

_PDF: Final = "application/pdf"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_UNTOLD: Final = frozenset({"", "application/octet-stream"})
"""What a channel says of a file that it does not know: its bytes tell more, once they are here."""


class Flaw(StrEnum):
    """Why a document can't be shown. Part of the keys of texts."""

    COMING = "coming"  # it is still fetched from its channel
    LOST = "lost"  # it did not arrive, or is no longer kept
    EMPTY = "empty"
    TYPE = "type"  # neither PDF nor Word nor a picture


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A document from beside a policy's file, kept already: what it is, and what it is called."""

    kept: Kept
    kind: FileKind
    name: str

    def is_in(self, file: File) -> bool:
        """Tell whether a file is this one."""
        return (file.digest, file.name) == (self.kept.digest, self.name)


def fits(kind: FileKind, mime: str) -> bool:
    """Tell whether a file of a media type is one that everybody can open: PDF, Word (.docx), or a picture."""
    return kind is FileKind.PHOTO or mime in {_PDF, _WORD}


def may_fit(kind: FileKind, mime: str) -> bool:
    """Tell whether a file may turn out to fit, by what its channel says of it before its bytes are here."""
    return fits(kind, mime) or (kind is FileKind.DOCUMENT and (mime in _UNTOLD or mime.startswith("image/")))


def flaw_of(file: File | None) -> Flaw | None:
    """Return what keeps a document from being shown; None for one that is fine."""
    match file:
        case None:
            return Flaw.LOST
        case File(state=FileState.WANTED):
            return Flaw.COMING
        case File(state=FileState.KEPT):
            if not file.size:
                return Flaw.EMPTY
            return None if fits(FileKind.DOCUMENT, file.mime) or file.mime.startswith("image/") else Flaw.TYPE
    return Flaw.LOST
