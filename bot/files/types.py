"""What a file is, by its bytes. What its sender says of it, or calls it, decides nothing that is shown or served."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final

from casework.files import FileKind

UNKNOWN: Final = "application/octet-stream"
"""What cannot be told."""

PICTURES: Final = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"})
"""Pictures that every browser shows, and that can be made smaller here."""

_HEIF: Final = frozenset({"image/heic", "image/avif"})
_SOUNDS: Final = frozenset({"audio/ogg", "audio/mpeg", "audio/mp4", "audio/aac", "audio/wav", "audio/webm"})
_FILMS: Final = frozenset({"video/mp4", "video/quicktime", "video/webm", "video/3gpp"})
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_POINT: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_PAPERS: Final = frozenset({"application/pdf", "application/rtf", "text/plain", _WORD, _EXCEL, _POINT})
_HARMLESS: Final = PICTURES | _HEIF | _SOUNDS | _FILMS | _PAPERS | {"audio/amr"}

_PROGRAMS: Final = "exe msi bat cmd com scr pif cpl msc dll sys lnk url reg jar apk ipa dmg pkg app deb rpm run bin"
_SCRIPTS: Final = "ps1 psm1 vbs vbe js jse mjs wsf wsh hta sh py pl php"
_MACROS: Final = "docm dotm xlsm xltm xlam xlsb pptm potm ppsm ppam doc dot xls xlt ppt pps"
_ARCHIVES: Final = "zip rar 7z gz tgz tar bz2 xz zst cab iso img"
_PAGES: Final = "html htm xhtml mht mhtml svg svgz xml swf chm"
_DANGEROUS: Final = frozenset(" ".join((_PROGRAMS, _SCRIPTS, _MACROS, _ARCHIVES, _PAGES)).split())
"""Ends of names that a phone or a computer may run, unpack, or open in a browser."""

_BRANDS: Final[Mapping[bytes, str]] = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"), "image/heic"),
    **dict.fromkeys((b"avif", b"avis"), "image/avif"),
    **dict.fromkeys((b"M4A ", b"M4B ", b"M4P "), "audio/mp4"),
    b"qt  ": "video/quicktime",
}
_STILL: Final = frozenset((b"mif1", b"msf1"))
_STARTS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"ID3", "audio/mpeg"),
    (b"#!AMR", "audio/amr"),
    (b"%PDF-", "application/pdf"),
    (b"{\\rtf", "application/rtf"),
)
_RIFF: Final[Mapping[bytes, str]] = {b"WEBP": "image/webp", b"WAVE": "audio/wav"}
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_STREAMS: Final[Mapping[str, str]] = {
    "WordDocument": "application/msword",
    "Workbook": "application/vnd.ms-excel",
    "PowerPoint Document": "application/vnd.ms-powerpoint",
}
_OFFICE: Final[Mapping[str, str]] = {"word/": _WORD, "xl/": _EXCEL, "ppt/": _POINT}
_MARKUP: Final = re.compile(rb"<(?:!doctype|html|head|body|script|svg|iframe|\?xml|\?php)\b|^\s*<", re.IGNORECASE)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_HEAD: Final = 4096


def sniff(content: bytes) -> str:
    """Return the media type of a file's bytes; UNKNOWN for what is none of those that people send."""
    head = content[:_HEAD]
    for start, mime in _STARTS:
        if head.startswith(start):
            return mime
    return _container(content, head) or _sound(head) or _text(head)


def kind_of(mime: str) -> FileKind:
    """Return how a file of a media type is marked and shown."""
    match mime.partition("/")[0]:
        case "image" if "svg" not in mime:
            return FileKind.PHOTO
        case "audio":
            return FileKind.VOICE
        case "video":
            return FileKind.VIDEO
    return FileKind.DOCUMENT


def risky(name: str, mime: str) -> bool:
    """Return whether opening a file may do harm: programs, scripts, macros, archives, pages, and what is unknown.

    `mime` is what `sniff` said. Such a file is only ever sent and served as an attachment.
    """
    end = PurePosixPath(name.strip(" .")).suffix.removeprefix(".").lower()
    return mime not in _HARMLESS or end in _DANGEROUS


def inline(name: str, mime: str) -> bool:
    """Return whether a page may show or play a file in its place; everything else is an attachment."""
    return mime in PICTURES | _SOUNDS | _FILMS and not risky(name, mime)


def _container(content: bytes, head: bytes) -> str:
    """Return the type of what is made of boxes, chunks or pages; "" for what is not."""
    if head[4:8] == b"ftyp":
        return _of_brands(head)
    if head[4:8] in {b"moov", b"wide"}:
        return "video/quicktime"
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12], UNKNOWN)
    if head.startswith(b"OggS"):
        return "audio/ogg" if re.search(rb"OpusHead|vorbis|Speex", head) else UNKNOWN
    if head.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in head[:64]:
        return "video/webm" if b"V_VP" in head or b"V_AV1" in head else "audio/webm"
    if head.startswith(b"PK\x03\x04"):
        return _zip(content)
    if head.startswith(_OLD_OFFICE):
        streams = (mime for name, mime in _OLD_STREAMS.items() if name.encode("utf-16-le") in content)
        return next(streams, UNKNOWN)
    return ""


def _of_brands(head: bytes) -> str:
    """Return the type of an ISO base media file: the major brand, and what else it says it is."""
    size = int.from_bytes(head[:4])
    brand = head[8:12]
    if brand in _STILL:
        # A picture of the general kind: other brands say how it is coded.
        others = (head[at : at + 4] for at in range(16, min(size, len(head)), 4))
        brand = next((each for each in others if each in _BRANDS), b"heic")
    return "video/3gpp" if brand.startswith(b"3g") else _BRANDS.get(brand, "video/mp4")


def _zip(content: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return UNKNOWN
    if "[Content_Types].xml" not in names or any(name.lower().endswith(("vbaproject.bin", ".exe")) for name in names):
        return "application/zip"
    return next((mime for start, mime in _OFFICE.items() if any(name.startswith(start) for name in names)), UNKNOWN)


def _sound(head: bytes) -> str:
    """Return the type of sound that begins with a frame; "" for what is none."""
    if len(head) < 4 or head[0] != 0xFF:
        return ""
    if head[1] & 0xF6 == 0xF0:
        return "audio/aac"
    layer_three = head[1] & 0xE6 == 0xE2
    return "audio/mpeg" if layer_three and head[2] >> 4 not in {0, 15} and head[2] & 0x0C != 0x0C else ""


def _text(head: bytes) -> str:
    """Return whether the bytes are words, as they are written on Chinese computers, too; else UNKNOWN."""
    if not head or head.startswith(b"#!") or _MARKUP.search(head):
        return UNKNOWN
    encodings = ("utf-16",) if head.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        # A whole head may end within a character.
        for end in range(len(head), len(head) - (4 if len(head) == _HEAD else 1), -1):
            try:
                words = head[:end].decode(encoding)
            except UnicodeDecodeError:
                continue
            return UNKNOWN if _CONTROL.search(words) else "text/plain"
    return UNKNOWN
