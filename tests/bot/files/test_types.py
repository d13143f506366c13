"""What a file is, by its bytes alone, and what may be shown of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.files.types import UNKNOWN, inline, kind_of, risky, sniff
from casework.files import FileKind
from tests.bot.files import samples

OFFICE = "application/vnd.openxmlformats-officedocument"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

SNIFFED: dict[str, tuple[bytes, str]] = {
    "jpeg": (samples.photo(), "image/jpeg"),
    "png": (samples.photo("PNG"), "image/png"),
    "webp": (samples.photo("WEBP"), "image/webp"),
    "gif": (samples.moving("GIF"), "image/gif"),
    "heic": (samples.still(), "image/heic"),
    "heic by its second name": (samples.box(b"ftyp", b"mif1", bytes(4), b"mif1", b"heic"), "image/heic"),
    "avif": (samples.still(b"avif"), "image/avif"),
    "avif by its second name": (samples.box(b"ftyp", b"mif1", bytes(4), b"mif1", b"avif"), "image/avif"),
    "mp4": (samples.film(), "video/mp4"),
    "mov": (samples.film(b"qt  "), "video/quicktime"),
    "old mov": (samples.box(b"moov", bytes(20)), "video/quicktime"),
    "3gp": (samples.film(b"3gp5"), "video/3gpp"),
    "m4a": (samples.film(b"M4A "), "audio/mp4"),
    "opus": (b"OggS\0\x02" + bytes(22) + b"OpusHead", "audio/ogg"),
    "a film in ogg": (b"OggS\0\x02" + bytes(22) + b"\x80theora", UNKNOWN),
    "mp3": (b"ID3\x04" + bytes(20), "audio/mpeg"),
    "mp3 without a head": (b"\xff\xfb\x90\x64" + bytes(20), "audio/mpeg"),
    "aac": (b"\xff\xf1\x50\x80" + bytes(20), "audio/aac"),
    "amr": (b"#!AMR\n" + bytes(20), "audio/amr"),
    "wav": (b"RIFF" + bytes(4) + b"WAVEfmt ", "audio/wav"),
    "what a browser records": (b"\x1a\x45\xdf\xa3" + bytes(8) + b"webm" + bytes(60) + b"A_OPUS", "audio/webm"),
    "what a browser films": (b"\x1a\x45\xdf\xa3" + bytes(8) + b"webm" + bytes(60) + b"V_VP8", "video/webm"),
    "pdf": (b"%PDF-1.7\n", "application/pdf"),
    "rtf": (b"{\\rtf1 a}", "application/rtf"),
    "docx": (samples.office("word"), f"{OFFICE}.wordprocessingml.document"),
    "xlsx": (samples.office("xl"), f"{OFFICE}.spreadsheetml.sheet"),
    "pptx": (samples.office("ppt"), f"{OFFICE}.presentationml.presentation"),
    "docx with macros": (samples.office("word", "word/vbaProject.bin"), "application/zip"),
    "another document of an office": (samples.office("other"), UNKNOWN),
    "zip": (samples.archive("a.txt"), "application/zip"),
    "half a zip": (samples.archive("a.txt")[:30], UNKNOWN),
    "doc": (OLD_OFFICE + "WordDocument".encode("utf-16-le"), "application/msword"),
    "xls": (OLD_OFFICE + "Workbook".encode("utf-16-le"), "application/vnd.ms-excel"),
    "another old document": (OLD_OFFICE, UNKNOWN),
    "words": ("灯坏了。\n".encode(), "text/plain"),
    "words of an old computer": ("灯坏了。\r\n".encode("gb18030"), "text/plain"),
    "words of a pad": ("灯坏了。".encode("utf-16"), "text/plain"),
    "words with a mark before them": ("灯坏了。".encode("utf-8-sig"), "text/plain"),
    "words cut off within a sign": (("灯" * 2000).encode(), "text/plain"),
    "a page": (b"<!DOCTYPE html><p>a", UNKNOWN),
    "a page that begins late": (b"hello <ScRipT src=x>", UNKNOWN),
    "a drawing": (b'\n<svg xmlns="http://www.w3.org/2000/svg"/>', UNKNOWN),
    "a script": (b"#!/bin/sh\nrm", UNKNOWN),
    "a program": (b"MZ\x90\0\x03", UNKNOWN),
    "an archive": (b"7z\xbc\xaf\x27\x1c", UNKNOWN),
    "nothing": (b"", UNKNOWN),
}


@pytest.mark.parametrize("name", SNIFFED)
def test_a_file_is_known_by_its_bytes(name: str) -> None:
    content, mime = SNIFFED[name]
    assert sniff(content) == mime


@given(st.sampled_from([content for content, _ in SNIFFED.values()]), st.binary(max_size=20), st.integers(0, 200))
def test_any_bytes_are_something(content: bytes, put: bytes, at: int) -> None:
    assert "/" in sniff(content[:at] + put + content[at:])


@pytest.mark.parametrize(
    ("name", "mime", "harm"),
    [
        ("灯.jpg", "image/jpeg", False),
        ("", "audio/ogg", False),
        ("信.docx", f"{OFFICE}.wordprocessingml.document", False),
        ("合同.pdf", "application/pdf", False),
        ("a.txt", "text/plain", False),
        ("a.jpg.exe", "image/jpeg", True),
        ("a.EXE . ", "image/jpeg", True),
        ("a.html", "text/plain", True),
        ("a.bat", "text/plain", True),
        ("a.docm", f"{OFFICE}.wordprocessingml.document", True),
        ("信.doc", "application/msword", True),
        ("a.jpg", UNKNOWN, True),
        ("a.zip", "application/zip", True),
        ("a.apk", "application/zip", True),
        ("a.svg", UNKNOWN, True),
    ],
)
def test_what_may_do_harm_is_an_attachment(name: str, mime: str, harm: bool) -> None:
    assert risky(name, mime) is harm
    assert not (harm and inline(name, mime))


@pytest.mark.parametrize(
    ("mime", "kind", "shown"),
    [
        ("image/jpeg", FileKind.PHOTO, True),
        ("image/heic", FileKind.PHOTO, False),
        ("image/svg+xml", FileKind.DOCUMENT, False),
        ("audio/webm", FileKind.VOICE, True),
        ("audio/amr", FileKind.VOICE, False),
        ("video/mp4", FileKind.VIDEO, True),
        ("application/pdf", FileKind.DOCUMENT, False),
        ("text/plain", FileKind.DOCUMENT, False),
        ("", FileKind.DOCUMENT, False),
        (UNKNOWN, FileKind.DOCUMENT, False),
    ],
)
def test_how_a_file_is_shown(mime: str, kind: FileKind, shown: bool) -> None:
    assert (kind_of(mime), inline("", mime)) == (kind, shown)
