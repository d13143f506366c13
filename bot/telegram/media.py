"""Files at Telegram: how they come with a message, and by which calls they are shown. Pure.

A file's source is "tg:", what Telegram took it for, ":" and its file_id. Telegram takes a file_id back only for what it
took the file for. Photos, voices and films that it took for such were freed of their traces by it or by the phone; a
document is what the sender had, so it is never passed on unseen.
"""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

import telegram

from bot.channel import Post, Upload
from bot.files.names import file_name
from bot.files.types import PICTURES, kind_of, risky
from casework.files import FileKind
from handlers.messages import Attached, Enclosed

CAPTION: Final = 1024
"""The UTF-16 units of the longest caption."""

_PREFIX: Final = "tg:"


class Way(NamedTuple):
    """A call that shows a file: its method, the parameter that takes the file, and whether it can have a caption."""

    method: str
    field: str
    captioned: bool = True


DOCUMENT: Final = Way("sendDocument", "document")
PHOTO: Final = Way("sendPhoto", "photo")
_VOICE: Final = Way("sendVoice", "voice")
_VIDEO: Final = Way("sendVideo", "video")
_ANIMATION: Final = Way("sendAnimation", "animation")
_AGAIN: Final[Mapping[str, Way]] = {
    "photo": PHOTO,
    "voice": _VOICE,
    "audio": Way("sendAudio", "audio"),
    "video": _VIDEO,
    "animation": _ANIMATION,
    "video_note": Way("sendVideoNote", "video_note", captioned=False),
}
"""How a file of Telegram's own is shown again by its file_id."""

_UPLOADED: Final[Mapping[FileKind, Mapping[str, Way]]] = {
    FileKind.PHOTO: {**dict.fromkeys(PICTURES, PHOTO), "image/gif": _ANIMATION},
    FileKind.VOICE: dict.fromkeys(("audio/ogg", "audio/mpeg", "audio/mp4"), _VOICE),
    FileKind.VIDEO: {"video/mp4": _VIDEO},
    FileKind.DOCUMENT: {},
}
"""How kept bytes are shown, by what they are; all else goes as a document."""

FIELDS: Final[Mapping[str, str]] = {way.method: way.field for way in (DOCUMENT, *_AGAIN.values())}
"""The parameter that takes the file, by the method."""


def attached(message: telegram.Message) -> Attached | None:
    """Return the file that a message brings; None where it brings none that is taken."""
    match message.effective_attachment:
        case telegram.Document() as file:
            return _attached(kind_of(file.mime_type or ""), "document", file)
        case telegram.Voice() as file:
            return _attached(FileKind.VOICE, "voice", file, "audio/ogg")
        case telegram.Audio() as file:
            return _attached(FileKind.VOICE, "audio", file)
        case telegram.Video() as file:
            return _attached(FileKind.VIDEO, "video", file)
        case telegram.VideoNote() as file:
            return _attached(FileKind.VIDEO, "video_note", file, "video/mp4")
        case telegram.Animation() as file:
            return _attached(FileKind.VIDEO, "animation", file)
        case [telegram.PhotoSize(), *_]:
            largest = max(message.photo, key=lambda size: size.width * size.height)
            return _attached(FileKind.PHOTO, "photo", largest, "image/jpeg")
    return None


def _attached(kind: FileKind, taken_for: str, file: Any, mime: str = "") -> Attached:
    return Attached(
        kind,
        source=f"{_PREFIX}{taken_for}:{file.file_id}",
        name=getattr(file, "file_name", None) or "",
        mime=getattr(file, "mime_type", None) or mime,
        size=file.file_size or 0,
        # The library's own attribute warns of its future type.
        seconds=file.to_dict().get("duration", 0),
    )


def file_id_of(source: str) -> str:
    """Return Telegram's file_id of a source. Raises ValueError for one of another channel."""
    if not source.startswith(_PREFIX):
        raise ValueError("not a file of Telegram")
    return source.rpartition(":")[2]


def showing(file: Enclosed) -> tuple[Way, Post] | None:
    """Return how a file is shown, and the call so far, still without chat and caption; None where it can't be had.

    A photo, voice or film that Telegram still has goes by its file_id, and by its bytes where that should fail.
    """
    upload = _upload(file)
    taken_for, _, file_id = file.source.removeprefix(_PREFIX).partition(":")
    if file.source.startswith(_PREFIX) and taken_for in _AGAIN:
        way = _AGAIN[taken_for]
        return way, Post(way.method, {way.field: file_id}, upload=upload)
    if upload is None:
        return None
    return Way(upload.method, upload.field), Post(upload.method, {}, upload=upload)


def _upload(file: Enclosed) -> Upload | None:
    if not file.digest:
        return None
    name = file_name(file.name, file.mime)
    way = DOCUMENT if risky(name, file.mime) else _UPLOADED[file.kind].get(file.mime, DOCUMENT)
    return Upload(way.method, way.field, file.digest, name, file.mime)
