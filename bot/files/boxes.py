"""ISO base media files (HEIC, AVIF, MP4, MOV, M4A): boxes within boxes, whose notes are blanked where they stand.

Nothing moves, since the files are full of offsets. Pure, over bytes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_NOTES: Final = frozenset((b"udta", b"meta", b"uuid"))
"""Boxes in which films keep places, devices and titles."""

_HOLDERS: Final = frozenset((b"moov", b"trak", b"moof", b"traf"))


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
    _blank_notes(blanked, 0, len(content))
    return bytes(blanked)


def _blank_notes(content: bytearray, start: int, end: int) -> None:
    for box in list(boxes(content, start, end)):
        if box.kind in _NOTES:
            content[box.start + 4 : box.start + 8] = b"free"
            content[box.body : box.end] = bytes(box.end - box.body)
        elif box.kind in _HOLDERS:
            _blank_notes(content, box.body, box.end)


def without_items(content: bytes) -> bytes:
    """Return a still picture with its EXIF and XMP overwritten. How it is turned stands elsewhere in it."""
    blanked = bytearray(content)
    for meta in boxes(content, 0, len(content)):
        if meta.kind == b"meta":
            parts = {box.kind: box for box in boxes(content, meta.body + 4, meta.end)}
            if b"iinf" in parts and b"iloc" in parts:
                noted = _noted(content, parts[b"iinf"])
                idat = parts[b"idat"].body if b"idat" in parts else 0
                for start, end in _extents(content, parts[b"iloc"], noted, idat):
                    if not 0 <= start <= end <= len(content):
                        raise Malformed("an item lies outside of its file")
                    blanked[start:end] = bytes(end - start)
    return bytes(blanked)


def _noted(content: bytes, iinf: Box) -> set[int]:
    """Return the ids of the items that are EXIF, or anything in a format of its own, such as XMP."""
    count_size = 2 if content[iinf.body] == 0 else 4
    found = set()
    for infe in boxes(content, iinf.body + 4 + count_size, iinf.end):
        version = content[infe.body]
        if infe.kind == b"infe" and version >= 2:
            id_size = 2 if version == 2 else 4
            at = infe.body + 4
            if content[at + id_size + 2 : at + id_size + 6] in {b"Exif", b"mime", b"uri "}:
                found.add(int.from_bytes(content[at : at + id_size]))
    return found


def _extents(content: bytes, iloc: Box, wanted: set[int], idat: int) -> Iterator[tuple[int, int]]:
    """Yield where the bytes of the wanted items begin and end."""
    reader = _Reader(content, iloc.body, iloc.end)
    version = reader.number(1)
    reader.number(3)
    sizes = reader.number(2)
    offset_size, length_size, base_size = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15
    index_size = sizes & 15 if version in {1, 2} else 0
    for _ in range(reader.number(2 if version < 2 else 4)):
        item = reader.number(2 if version < 2 else 4)
        in_idat = version in {1, 2} and reader.number(2) & 15 == 1
        reader.number(2)
        base = reader.number(base_size) + (idat if in_idat else 0)
        for _ in range(reader.number(2)):
            reader.number(index_size)
            start = base + reader.number(offset_size)
            length = reader.number(length_size)
            if item in wanted:
                yield start, start + length


class _Reader:
    """Reads numbers one after another, within a box."""

    def __init__(self, content: bytes, at: int, end: int) -> None:
        self._content = content
        self._at = at
        self._end = end

    def number(self, size: int) -> int:
        """Return the next number of `size` bytes; 0 where it has none. Raises Malformed past the end."""
        if self._at + size > self._end:
            raise Malformed("a box ends within a number")
        self._at += size
        return int.from_bytes(self._content[self._at - size : self._at])
