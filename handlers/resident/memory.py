"""What is remembered of a chat between its questions: which message gave which words, where the last album went, and
the answer last passed on.

So an edited message replaces its own words and no others, what is sent as one stays together, and "that was something
else" finds what was meant.
"""

from typing import Any, Final

import msgspec

from casework.marks import reworded
from handlers.talk import Talk


class Piece(msgspec.Struct, frozen=True):
    """One message in a draft's text, its marks and words: what the channel calls it, where it begins, its length."""

    ref: str
    start: int
    length: int


class Memory(msgspec.Struct, frozen=True):
    """The messages of the complaint last written, the case that it became, and what was last taken as an answer: its
    words, and the ids of its files.

    `album` is the last one of which something has come, `album_case` the case that it went to (None: the draft),
    `asking` whether it has been asked to which case the draft belongs, `enough` whether an answer to its question is.
    """

    draft: int = 0
    case: int | None = None
    pieces: tuple[Piece, ...] = ()
    answer: str = ""
    answer_files: tuple[int, ...] = ()
    album: str = ""
    album_case: int | None = None
    asking: bool = False
    enough: bool = False

    def knows(self, ref: str) -> bool:
        """Return whether the message `ref` is in the draft."""
        return any(each.ref == ref for each in self.pieces)


NOTHING: Final = Memory()


def recall(talk: Talk) -> Memory:
    """Return what is remembered; nothing once a question has come between."""
    return talk.data(Memory) if not talk.conversation.flow else NOTHING


def keep(talk: Talk, memory: Memory, **changes: Any) -> None:
    """Remember `memory`, unless a question is open, whose answers stand in the same place.

    The `changes` of the conversation's row take place in any case.
    """
    if not talk.conversation.flow:
        talk.keep(memory, **changes)
    elif changes:
        talk.move(**changes)


def asks_no_more(talk: Talk) -> None:
    """Note that nothing is asked any more but what the draft's card asks: it is shown."""
    known = recall(talk)
    if known.asking or known.enough:
        keep(talk, msgspec.structs.replace(known, asking=False, enough=False))


def continues_album(talk: Talk) -> bool:
    """Return whether the message was sent as one with what has just come."""
    return bool(talk.incoming.album) and recall(talk).album == talk.incoming.album


def noted(memory: Memory, draft: int, ref: str, text: str, length: int) -> Memory:
    """Return `memory` with the message `ref`, which is the end, of that `length`, of the draft's `text` now."""
    pieces = memory.pieces if memory.draft == draft and memory.case is None else ()
    if ref and length:
        pieces = (*pieces, Piece(ref, len(text) - length, length))
    return Memory(draft, pieces=pieces)


def edited(memory: Memory, text: str, ref: str, words: str) -> tuple[str, Memory] | None:
    """Return `text` with the words of the message `ref` replaced; None where they can't be told from the rest.

    The files of the message stay.
    """
    piece = next((each for each in memory.pieces if each.ref == ref), None)
    if piece is None or piece.start + piece.length > len(text):
        return None
    end = piece.start + piece.length
    message = reworded(text[piece.start : end], words)
    shift = len(message) - piece.length
    pieces = tuple(_moved(each, piece, shift) for each in memory.pieces)
    whole = text[: piece.start] + message + text[end:]
    return whole, msgspec.structs.replace(memory, pieces=pieces)


def _moved(each: Piece, changed: Piece, shift: int) -> Piece:
    if each.ref == changed.ref:
        return Piece(each.ref, each.start, each.length + shift)
    return Piece(each.ref, each.start + shift, each.length) if each.start > changed.start else each
