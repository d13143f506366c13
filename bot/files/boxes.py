"""ISO base media files (HEIC, AVIF, MP4, MOV, M4A): boxes within boxes, whose notes are blanked where they stand.

Nothing moves, since the files are full of offsets. Pure, over bytes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_NOTES: Final = frozenset((b"udta", b"meta", b"uuid"))
"""Boxes in which films keep places, devices and titles."""

_HOLDERS: Final = frozenset((b"moov", b"trak", b"moof", b"traf"))
_DEPTH: Final = 8

_NOTED_ITEMS: Final = frozenset(int.from_bytes(each) for each in (b"Exif", b"mime", b"uri "))
# Versions from which on items have a type, and numbers of four bytes.
_TYPED: Final = 2
_WIDE: Final = 2


class Malformed(ValueError):
    """A file does not follow its format. Says no contents."""


@dataclass(frozen=True, slots=True)
class Box:
    """One box: its type, where the box begins, and where its body begins and ends."""

    kind: bytes
    start: int
    body: int
    end: int


def boxes(content: bytes | bytearray, start: int, end: int) -> Iterator[Box]:
    """Yield the boxes between two offsets. Raises Malformed where one reaches further."""
    while start + 8 <= end:
        size, body = int.from_bytes(content[start : start + 4]), start + 8
        if size == 1:
            size, body = int.from_bytes(content[start + 8 : start + 16]), start + 16
        last = end if size == 0 else start + size
        if last > end or last < body:
            raise Malformed("a box is larger than what holds it")
        yield Box(bytes(content[start + 4 : start + 8]), start, body, last)
        start = last


def without_notes(content: bytes) -> bytes:
    """Return a film or a sound with its notes made free space."""
    blanked = bytearray(content)
    _blank_notes(blanked, 0, len(content), _DEPTH)
    return bytes(blanked)


def _blank_notes(content: bytearray, start: int, end: int, depth: int) -> None:
    if not depth:
        raise Malformed("boxes within boxes within boxes")
    for box in list(boxes(content, start, end)):
        if box.kind in _NOTES:
            content[box.start + 4 : box.start + 8] = b"free"
            content[box.body : box.end] = bytes(box.end - box.body)
        elif box.kind in _HOLDERS:
            _blank_notes(content, box.body, box.end, depth - 1)


def without_items(content: bytes) -> bytes:
    """Return a still picture with its EXIF and XMP overwritten. How it is turned stands elsewhere in it."""
    blanked = bytearray(content)
    left = len(content)
    for start, end in _notes_of_items(content):
        left -= end - start
        if not 0 <= start < end <= len(content) or left < 0:
            raise Malformed("an item lies outside of its file, or takes more than all of it")
        blanked[start:end] = bytes(end - start)
    return bytes(blanked)


def _notes_of_items(content: bytes) -> Iterator[tuple[int, int]]:
    """Yield where the bytes of the items that are notes begin and end."""
    for meta in boxes(content, 0, len(content)):
        if meta.kind == b"meta":
            parts = {box.kind: box for box in boxes(content, meta.body + 4, meta.end)}
            if b"iinf" in parts and b"iloc" in parts:
                noted = _noted(content, parts[b"iinf"])
                idat = parts[b"idat"].body if b"idat" in parts else 0
                yield from _extents(_Reader(content, parts[b"iloc"].body, parts[b"iloc"].end), noted, idat)


def _noted(content: bytes, iinf: Box) -> set[int]:
    """Return the ids of the items that are EXIF, or anything in a format of its own, such as XMP."""
    head = _Reader(content, iinf.body, iinf.end)
    head.number(2 if head.version() == 0 else 4)
    found = set()
    for infe in boxes(content, head.at, iinf.end):
        reader = _Reader(content, infe.body, infe.end)
        version = reader.version()
        if infe.kind == b"infe" and version >= _TYPED:
            item = reader.number(2 if version == _TYPED else 4)
            reader.number(2)
            if reader.number(4) in _NOTED_ITEMS:
                found.add(item)
    return found


def _extents(iloc: "_Reader", wanted: set[int], idat: int) -> Iterator[tuple[int, int]]:
    """Yield where the bytes of the wanted items begin and end; `idat` is where those begin that lie in that box."""
    version = iloc.version()
    sizes = iloc.number(2)
    offset_size, length_size, base_size = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15
    index_size = sizes & 15 if version > 0 else 0
    if not length_size:
        raise Malformed("items without a length")
    for _ in range(iloc.number(2 if version < _WIDE else 4)):
        item = iloc.number(2 if version < _WIDE else 4)
        in_idat = version > 0 and iloc.number(2) & 15 == 1
        iloc.number(2)
        base = iloc.number(base_size) + (idat if in_idat else 0)
        for _ in range(iloc.number(2)):
            iloc.number(index_size)
            start = base + iloc.number(offset_size)
            length = iloc.number(length_size)
            if item in wanted:
                yield start, start + length


class _Reader:
    """Reads numbers one after another, within a box."""

    def __init__(self, content: bytes, at: int, end: int) -> None:
        self._content = content
        self._end = end
        self.at = at

    def number(self, size: int) -> int:
        """Return the next number of `size` bytes; 0 where it has none. Raises Malformed past the end."""
        if self.at + size > self._end:
            raise Malformed("a box ends within a number")
        self.at += size
        return int.from_bytes(self._content[self.at - size : self.at])

    def version(self) -> int:
        """Return the version with which the body begins, and pass over the flags behind it."""
        return self.number(4) >> 24
