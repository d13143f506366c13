"""Pictures: turned upright, freed of what the camera noted, and made smaller for showing. Blocking; run in a thread."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Final

from PIL import Image, ImageOps
from PIL.ExifTags import Base
from PIL.GifImagePlugin import GifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from bot.files.boxes import Malformed
from bot.files.traces import without_traces
from bot.files.types import PICTURES, UNKNOWN

MOST_PIXELS: Final = 80_000_000
"""Larger pictures are not opened, only kept as documents: a small file may unfold into any number of pixels."""

EDGE: Final = 1600
"""Pixels of the longer edge of a copy for showing."""

# The library's own limit only warns. Ours is looked at once the size is known, before any pixel is unfolded.
Image.MAX_IMAGE_PIXELS = None

_FORMATS: Final = tuple(each.format for each in (JpegImageFile, PngImageFile, WebPImageFile, GifImageFile))
_SEVERAL: Final = "MPO"
"""What the library calls a JPEG with further pictures behind the first: those go."""

_PRINT: Final = "CMYK"
"""A mode whose colour profile does not fit what is shown on a screen."""

_UPRIGHT: Final = 1
_QUALITY: Final = 90


class Unreadable(ValueError):
    """A picture cannot be opened, or should not be."""


def cleaned(content: bytes, mime: str) -> tuple[bytes, str]:
    """Return a file as it is to be kept, without traces and upright, and its media type.

    `mime` is what its bytes say. A picture that cannot be opened is of an UNKNOWN type from then on: nobody shows it.
    """
    kept = mime
    if mime in PICTURES:
        try:
            content = _upright(content)
        except Unreadable:
            kept = UNKNOWN
    try:
        return without_traces(content, mime), kept
    except Malformed:
        return content, UNKNOWN


def smaller(content: bytes) -> bytes:
    """Return a copy of a kept picture for showing, a JPEG of EDGE pixels at most. Raises Unreadable."""
    with _opened(content) as picture:
        picture.draft("RGB", (EDGE, EDGE))
        picture.thumbnail((EDGE, EDGE))
        seen = picture.convert("RGBA") if picture.has_transparency_data else picture.convert("RGB")
        if seen.mode == "RGBA":
            paper = Image.new("RGB", seen.size, "white")
            paper.paste(seen, mask=seen.getchannel("A"))
            seen = paper
        profile = picture.info.get("icc_profile") if picture.mode != _PRINT else None
        return _saved(seen, JpegImageFile.format, profile)


def _upright(content: bytes) -> bytes:
    """Return a picture turned as its EXIF says, byte by byte the same where it stands upright. Raises Unreadable."""
    with _opened(content) as picture:
        turned = picture.getexif().get(Base.Orientation, _UPRIGHT) != _UPRIGHT
        moves = getattr(picture, "is_animated", False) and picture.format != _SEVERAL
        if not turned or moves:
            # Only whether it can be read to its end: a JPEG is unfolded to an eighth of its size for it.
            picture.draft(None, (max(picture.width // 8, 1), max(picture.height // 8, 1)))
            picture.load()
            return content
        kind = JpegImageFile.format if picture.format == _SEVERAL else str(picture.format)
        return _saved(ImageOps.exif_transpose(picture), kind, picture.info.get("icc_profile"))


def _saved(picture: Image.Image, kind: str, profile: bytes | None) -> bytes:
    saved = BytesIO()
    picture.save(saved, kind, quality=_QUALITY, icc_profile=profile)
    return saved.getvalue()


@contextmanager
def _opened(content: bytes) -> Iterator[Image.Image]:
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Unreadable("a picture has too many pixels")
            yield picture
    except Unreadable:
        raise
    except Exception as error:
        # Broken pictures make the library raise whatever comes to its many decoders.
        raise Unreadable(f"a picture cannot be opened: {type(error).__name__}") from None
