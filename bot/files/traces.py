"""What a camera writes beside the picture (place, time, device, owner, a smaller copy), taken off without touching it.

Pure, over bytes. Only what shows the picture is kept: a part that nobody here knows goes. What does not follow its
format raises Malformed.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from bot.files import boxes
from bot.files.boxes import Malformed

# JPEG: markers by their second byte.
_APPS: Final = range(0xE0, 0xF0)
_SCAN, _END, _COMMENT = 0xDA, 0xD9, 0xFE
_KEPT_APPS: Final[Mapping[int, bytes]] = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_AFTER_SCAN: Final = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])", re.DOTALL)

_PNG_HEAD: Final = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT: Final = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD hIST pHYs cICP acTL fcTL fdAT".split()
)

_WEBP_KEPT: Final = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_WEBP_TRACES: Final = 0b1100
"""The flags in VP8X that announce EXIF and XMP."""


def without_traces(content: bytes, mime: str) -> bytes:
    """Return a file without its traces, or as it is where its media type has none that are known. Raises Malformed."""
    clean = _CLEANERS.get(mime)
    return clean(content) if clean is not None else content


def _jpeg(content: bytes) -> bytes:
    """Keep picture, colours and size; also cut what follows the picture, such as a second one or a film."""
    kept = [content[:2]]
    at = 2
    while True:
        marker, at = _marker(content, at)
        if marker == _END:
            return b"".join((*kept, b"\xff\xd9"))
        length = int.from_bytes(content[at : at + 2])
        end = at + length
        if length < 2 or end > len(content):
            raise Malformed("a part of a JPEG is cut off")
        body = content[at + 2 : end]
        if _shows(marker, body):
            kept.append(bytes((0xFF, marker)) + content[at:end])
        at = end
        if marker == _SCAN:
            found = _AFTER_SCAN.search(content, at)
            if found is None:
                # Cut off within the picture, or just before its end.
                return b"".join((*kept, content[at:]))
            kept.append(content[at : found.start()])
            at = found.start()


def _marker(content: bytes, at: int) -> tuple[int, int]:
    """Return the marker that stands at `at`, and where what belongs to it begins."""
    if content[at : at + 1] != b"\xff":
        raise Malformed("a JPEG without a marker where one has to stand")
    while content[at : at + 1] == b"\xff":
        at += 1
    if at >= len(content):
        raise Malformed("a JPEG ends within a marker")
    return content[at], at + 1


def _shows(marker: int, body: bytes) -> bool:
    if marker in _KEPT_APPS:
        return body.startswith(_KEPT_APPS[marker])
    return marker not in _APPS and marker != _COMMENT


def _png(content: bytes) -> bytes:
    kept = [_PNG_HEAD]
    at = len(_PNG_HEAD)
    while at < len(content):
        kind = content[at + 4 : at + 8]
        end = at + 12 + int.from_bytes(content[at : at + 4])
        if end > len(content):
            raise Malformed("a part of a PNG is cut off")
        if kind in _PNG_KEPT:
            kept.append(content[at:end])
        if kind == b"IEND":
            return b"".join(kept)
        at = end
    raise Malformed("a PNG without an end")


def _webp(content: bytes) -> bytes:
    kept = [b"WEBP"]
    for kind, body in _chunks(content):
        if kind in _WEBP_KEPT:
            told = bytes((body[0] & ~_WEBP_TRACES,)) + body[1:] if kind == b"VP8X" and body else body
            kept.append(kind + len(told).to_bytes(4, "little") + told + b"\0" * (len(told) % 2))
    whole = b"".join(kept)
    return b"RIFF" + len(whole).to_bytes(4, "little") + whole


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    last = min(len(content), 8 + int.from_bytes(content[4:8], "little"))
    while at + 8 <= last:
        size = int.from_bytes(content[at + 4 : at + 8], "little")
        if at + 8 + size > len(content):
            raise Malformed("a part of a WebP is cut off")
        yield content[at : at + 4], content[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


_CLEANERS: Final[Mapping[str, Callable[[bytes], bytes]]] = {
    "image/jpeg": _jpeg,
    "image/png": _png,
    "image/webp": _webp,
    "image/heic": boxes.without_items,
    "image/avif": boxes.without_items,
    **dict.fromkeys(("video/mp4", "video/quicktime", "video/3gpp", "audio/mp4"), boxes.without_notes),
}
