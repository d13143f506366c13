"""What is remembered of a chat between its questions: which message gave which words, and the answer last passed on.

So an edited message replaces its own words and no others, and "that was something else" finds what was meant.
"""

from typing import Any, Final

import msgspec

from handlers.talk import Talk


class Piece(msgspec.Struct, frozen=True):
    """One message's words in a draft: the channel's name of the message, where they begin and how long they are."""

    ref: str
    start: int
    length: int


class Memory(msgspec.Struct, frozen=True):
    """The messages of the complaint last written, the case that it became, and the words last taken as an answer."""

    draft: int = 0
    case: int | None = None
    pieces: tuple[Piece, ...] = ()
    answer: str = ""

    def knows(self, ref: str) -> bool:
        """Return whether the words of the message `ref` are in the draft."""
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


def noted(memory: Memory, draft: int, ref: str, text: str, words: str) -> Memory:
    """Return `memory` with the message `ref`, whose `words` are the end of the draft's `text` now."""
    pieces = memory.pieces if memory.draft == draft and memory.case is None else ()
    if ref and words and text.endswith(words):
        pieces = (*pieces, Piece(ref, len(text) - len(words), len(words)))
    return Memory(draft, pieces=pieces)


def edited(memory: Memory, text: str, ref: str, words: str) -> tuple[str, Memory] | None:
    """Return `text` with the words of the message `ref` replaced; None where they can't be told from the rest."""
    piece = next((each for each in memory.pieces if each.ref == ref), None)
    if piece is None or piece.start + piece.length > len(text):
        return None
    shift = len(words) - piece.length
    pieces = tuple(_moved(each, piece, shift) for each in memory.pieces)
    whole = text[: piece.start] + words + text[piece.start + piece.length :]
    return whole, msgspec.structs.replace(memory, pieces=pieces)


def _moved(each: Piece, changed: Piece, shift: int) -> Piece:
    if each.ref == changed.ref:
        return Piece(each.ref, each.start, each.length + shift)
    return Piece(each.ref, each.start + shift, each.length) if each.start > changed.start else each
