"""The documents of a policy: what they may be, what keeps one from being shown, and what one is found by."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import Final

from casework.files import File, FileKind, FileState, Kept
from casework.words import clean

MOST: Final = 5
"""Documents of one policy: several photos may be the pages of one."""

_PDF: Final = "application/pdf"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PLAIN_TEXT: Final = "text/plain"
"""What the bytes of plain text and of Markdown are."""

LONGEST_TEXT: Final = 40_000
"""Characters of a document that are searched, from its beginning."""

_TEXTS: Final = frozenset({PLAIN_TEXT, "text/markdown", "text/x-markdown"})
_MARKDOWN: Final = frozenset({".md", ".markdown"})
_SIGNS: Final = re.compile(
    r"^[ \t]*(?:#{1,6}|[-*+>])[ \t]+"  # headings, lists, quotations
    r"|^[-*_=|: \t]+$"  # rules, and the lines of tables
    r"|\*\*|__|`",
    re.MULTILINE,
)
_LINK: Final = re.compile(r"!?\[([^\]\n]*)]\([^)\n]*\)")
_UNTOLD: Final = frozenset({"", "application/octet-stream"})
"""What a channel says of a file that it does not know: its bytes tell more, once they are here."""


class Flaw(StrEnum):
    """Why a document can't be shown. Part of the keys of texts."""

    COMING = "coming"  # it is still fetched from its channel
    LOST = "lost"  # it did not arrive, or is no longer kept
    EMPTY = "empty"
    TYPE = "type"  # neither PDF nor Word nor plain text nor a picture


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A document from beside a policy's file, kept already: what it is, what it is called, and its text, if any."""

    kept: Kept
    kind: FileKind
    name: str
    text: str = ""

    def is_in(self, file: File) -> bool:
        """Tell whether a file is this one."""
        return (file.digest, file.name) == (self.kept.digest, self.name)


def fits(kind: FileKind, mime: str) -> bool:
    """Tell whether a file of a media type is one that everybody can open: PDF, Word (.docx), text, or a picture."""
    return kind is FileKind.PHOTO or mime in {_PDF, _WORD, PLAIN_TEXT}


def may_fit(kind: FileKind, mime: str) -> bool:
    """Tell whether a file may turn out to fit, by what its channel says of it before its bytes are here."""
    told = mime in _UNTOLD | _TEXTS or mime.startswith("image/")
    return fits(kind, mime) or (kind is FileKind.DOCUMENT and told)


def may_be_read(file: File) -> bool:
    """Tell whether the text of a file may be read, as far as it is known what it is."""
    known = {PLAIN_TEXT} if file.state is FileState.KEPT else _UNTOLD | _TEXTS
    return file.kind is FileKind.DOCUMENT and file.state is not FileState.LOST and file.mime in known


def title_of(name: str) -> str:
    """Return what a document is called, by the name of its file: without the end, and in words."""
    return " ".join(PurePath(name).stem.replace("_", " ").split())


def readable(text: str, name: str) -> str:
    """Return a document's text as it is searched and shown: as clean as what people write, for no more of a file than
    its beginning is known to be text; without the signs of Markdown where it is that, and no longer than LONGEST_TEXT.
    """
    if PurePath(name).suffix.lower() in _MARKDOWN:
        text = _LINK.sub(r"\1", _SIGNS.sub("", text))
    return clean(text)[:LONGEST_TEXT]


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
