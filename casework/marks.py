"""Marks: lines of a text that stand for the files that were sent there, so that the order of words and files is kept.

A mark is a line of its own, and begins with a character that nobody sees and that `casework.words.clean` takes off
whatever people send: so no words can pass for one.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from casework.files import MARKS, SIGN, FileKind

WRITTEN: Final = "✍️"
"""Behind the mark of a voice message: what follows is what the office heard in it."""

_MARK: Final = re.compile(rf"{SIGN}({'|'.join(MARKS.values())})(\d+)({WRITTEN})?")
_BEFORE_WORDS: Final = re.compile(rf"({_MARK.pattern})\n(?!{SIGN})")
_KINDS: Final = {sign: kind for kind, sign in MARKS.items()}


def unmarked(text: str) -> str:
    """Return the words of a text alone: what they say, or whether there are any, has nothing to do with its files."""
    if SIGN not in text:
        return text
    return "\n".join(line for line in text.split("\n") if not _MARK.fullmatch(line))


def blanked(text: str) -> str:
    """Return the text with spaces for its marks: every word stays in its place."""
    return _MARK.sub(lambda mark: " " * len(mark[0]), text) if SIGN in text else text


def flowing(text: str) -> str:
    """Return the text as it is quoted on a card: each mark begins the line of what was written to it."""
    return _BEFORE_WORDS.sub(r"\1 ", text) if SIGN in text else text


def kinds_in(text: str) -> list[FileKind]:
    """Return the kinds of the files whose marks stand in a text, in order."""
    return [_KINDS[mark[1]] for mark in _MARK.finditer(text)] if SIGN in text else []


def numbers_in(text: str) -> frozenset[int]:
    """Return the numbers of the files whose marks stand in a text."""
    return frozenset(int(mark[2]) for mark in _MARK.finditer(text))


def is_marked(line: str) -> bool:
    """Tell whether a line is a mark."""
    return line.startswith(SIGN) and _MARK.fullmatch(line) is not None


def with_marks(marks: Iterable[str], words: str) -> str:
    """Return one message as it stands in a text: its files, then what was written to them."""
    return "\n".join(each for each in (*marks, words) if each)


def reworded(message: str, words: str) -> str:
    """Return a message, as `with_marks` gave it, with other words to the same files."""
    lines = message.split("\n")
    first = next((at for at, line in enumerate(lines) if not is_marked(line)), len(lines))
    return with_marks(lines[:first], words)


def rewritten(text: str, words: str) -> str:
    """Return other words in place of all those of a text; its files stand behind them then, in their order."""
    marks = [line for line in text.split("\n") if is_marked(line)]
    return "\n".join(each for each in (words, *marks) if each)


def renumbered(text: str, by: int) -> str:
    """Return a text with the numbers of its marks raised."""
    if SIGN not in text:
        return text
    return _MARK.sub(lambda mark: f"{SIGN}{mark[1]}{int(mark[2]) + by}{mark[3] or ''}", text)


def written_down(text: str, words: str) -> str:
    """Return a text with what was heard in its voice messages, below the last of them and marked as written down.

    Raises ValueError for a text without any.
    """
    lines = text.split("\n")
    at = max(at for at, line in enumerate(lines) if kinds_in(line) == [FileKind.VOICE])
    return "\n".join((*lines[:at], f"{lines[at]}{WRITTEN}", words, *lines[at + 1 :]))


def cut(text: str, pieces: Sequence[str]) -> tuple[str, ...]:
    """Return `pieces`, which are parts of the text's words in order, with the marks that stand within each.

    A mark between two pieces may belong to either, and stands in none.
    """
    words = unmarked(text)
    marks = _places(text)
    found = []
    begin = 0
    for piece in pieces:
        start = words.find(piece, begin)
        begin = start + len(piece) if start >= 0 else begin
        within = [(at - start, mark) for at, mark in marks if 0 <= start < at < begin]
        found.append(_marked(piece, within))
    return tuple(found)


def _marked(words: str, marks: Sequence[tuple[int, str]]) -> str:
    for at, mark in reversed(marks):
        words = f"{words[:at]}{mark}\n{words[at:]}"
    return words


def _places(text: str) -> list[tuple[int, str]]:
    """Return the marks of a text, each with the place in its words before which it stands."""
    places = []
    at = 0
    for line in text.split("\n"):
        if is_marked(line):
            places.append((at, line))
        else:
            at += len(line) + 1
    return places
