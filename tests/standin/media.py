"""Files at the stand-in: what people and the bot send, getFile, and what Telegram refuses of it."""

import io
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from PIL import Image, UnidentifiedImageError

from tests.standin.limits import Refusal, bad_request, shown_text

if TYPE_CHECKING:
    from tests.standin.world import World

CAPTION_LIMIT = 1024
MEGABYTE = 1024 * 1024
LARGEST_DOWNLOAD = 20 * MEGABYTE
LARGEST_UPLOAD = 50 * MEGABYTE
LARGEST_PHOTO = 10 * MEGABYTE

Json = dict[str, Any]
Upload = tuple[str, bytes]


class Kind(NamedTuple):
    """A kind of file: where Telegram keeps it, what its messages say of it, and whether they can have a caption."""

    path: str
    shape: Json
    captioned: bool = True


KINDS: Mapping[str, Kind] = {
    "photo": Kind("photos/file_{}.jpg", {"width": 640, "height": 480}),
    "document": Kind("documents/file_{}", {}),
    "voice": Kind("voice/file_{}.oga", {"duration": 3}),
    "audio": Kind("music/file_{}.mp3", {"duration": 3}),
    "video": Kind("videos/file_{}.mp4", {"width": 640, "height": 480, "duration": 3}),
    "animation": Kind("animations/file_{}.mp4", {"width": 640, "height": 480, "duration": 3}),
    "video_note": Kind("video_notes/file_{}.mp4", {"length": 240, "duration": 3}, captioned=False),
}


def content_of(world: "World", kind: str, content: bytes, **more: Any) -> Json:
    """Keep a file, and return the fields of a message that brings it; `more` is what they say of the file besides."""
    return _shown(kind, world.keep_file(content, KINDS[kind].path), len(content), more)


def sender(world: "World", kind: str) -> Callable[[Json, Mapping[str, Upload]], Json]:
    """Return how the bot's call that sends a kind of file becomes the fields of its message."""

    def sent(params: Json, files: Mapping[str, Upload]) -> Json:
        given = str(params.get(kind, ""))
        name, content = files.get(given.removeprefix("attach://") if given else kind, ("", b""))
        if name:
            _check_upload(kind, content)
            more = {"file_name": name} if kind == "document" else {}
            return content_of(world, kind, content, **more) | _caption(kind, params)
        if given not in world.files:
            raise bad_request("wrong remote file identifier specified: Wrong string length")
        path, content = world.files[given]
        if path.partition("/")[0] != KINDS[kind].path.partition("/")[0]:
            raise bad_request(f"can't use file of type {path.partition('/')[0]} as {kind}")
        return _shown(kind, given, len(content), {}) | _caption(kind, params)

    return sent


def get_file(world: "World", params: Json) -> Json:
    """Return where a file can be fetched."""
    file_id = params["file_id"]
    if file_id not in world.files:
        raise bad_request("wrong file_id or the file is temporarily unavailable: invalid file_id")
    path, content = world.files[file_id]
    if len(content) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": len(content), "file_path": path}


def _shown(kind: str, file_id: str, size: int, more: Json) -> Json:
    file = {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": size} | KINDS[kind].shape | more
    if kind != "photo":
        return {kind: file}
    small = {"file_id": f"{file_id}-small", "file_unique_id": f"u{file_id}-small", "width": 90, "height": 67}
    return {"photo": [small, file]}


def _check_upload(kind: str, content: bytes) -> None:
    if len(content) > LARGEST_UPLOAD:
        raise Refusal(413, "Request Entity Too Large")
    if kind != "photo":
        return
    if len(content) > LARGEST_PHOTO:
        raise bad_request("file is too big")
    try:
        with Image.open(io.BytesIO(content)) as picture:
            picture.load()
            width, height = picture.size
    except (OSError, UnidentifiedImageError):
        raise bad_request("IMAGE_PROCESS_FAILED") from None
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")


def _caption(kind: str, params: Json) -> Json:
    if not params.get("caption"):
        return {}
    if not KINDS[kind].captioned:
        raise bad_request(f"a {kind} has no caption")
    entities = {"entities": params["caption_entities"]} if "caption_entities" in params else {}
    return shown_text(params | entities, "caption", CAPTION_LIMIT)
