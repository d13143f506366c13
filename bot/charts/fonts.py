"""The font of the charts: the one that the settings name, else one that has Chinese from the usual places.

Without any, pictures carry no words but numbers and Latin letters: `covers` says what can be written.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from PIL import ImageFont
from PIL.ImageFont import FreeTypeFont

PLACES: Final = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.fonts",
    "~/.local/share/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "C:/Windows/Fonts",
)
NAMES: Final = (
    "NotoSansCJK-Regular.ttc",
    "NotoSansCJKsc-Regular.otf",
    "NotoSansSC-Regular.otf",
    "NotoSansSC-Regular.ttf",
    "SourceHanSansSC-Regular.otf",
    "SourceHanSansCN-Regular.otf",
    "wqy-microhei.ttc",
    "wqy-zenhei.ttc",
    "DroidSansFallbackFull.ttf",
    "DroidSansFallback.ttf",
    "PingFang.ttc",
    "STHeiti Light.ttc",
    "msyh.ttc",
    "simhei.ttf",
    "NotoSerifCJK-Regular.ttc",
)
"""Fonts with Chinese, the best ones for small letters first."""

_SAMPLE: Final = "村"
_NOWHERE: Final = "\U0010ffff"
_SIMPLIFIED: Final = " SC"
_MOST_FACES: Final = 16
_CHINESE_FROM: Final = "\u2e80"
"""The first character that a font for Latin letters alone does not have; all before it are common ones."""


@dataclass(frozen=True)
class Typeface:
    """A font file with the number of its face; `path` None is the library's own, which has Latin letters only."""

    path: Path | None
    face: int = 0

    def covers(self, text: str) -> bool:
        """Tell whether a text can be written in it."""
        return self.path is not None or all(character < _CHINESE_FROM for character in text)

    def size(self, pixels: int) -> FreeTypeFont:
        """Return the font with letters of so many pixels."""
        return _sized(self, pixels)


LATIN: Final = Typeface(None)


class NoFont(Exception):
    """The font that the settings name cannot be used; says why."""


def typeface(wanted: str) -> Typeface:
    """Return the font at the path `wanted`, or for "" the first one with Chinese that this machine has, else LATIN.

    Raises NoFont where the path holds no font, or one without Chinese.
    """
    if wanted:
        found = _chinese(Path(wanted))
        if found is None:
            raise NoFont(f"{wanted} is no font that has Chinese characters")
        return found
    return next((found for path in _installed() if (found := _chinese(path)) is not None), LATIN)


def _installed() -> Iterator[Path]:
    """Give the known fonts of this machine, the best first."""
    places = [Path(place).expanduser() for place in PLACES]
    files = {path.name: path for place in places if place.is_dir() for path in place.rglob("*") if path.name in NAMES}
    return (files[name] for name in NAMES if name in files)


def _chinese(path: Path) -> Typeface | None:
    """Return the face of a file for simplified Chinese, else the first one that has Chinese; None without any."""
    found = None
    for face in range(_MOST_FACES):
        try:
            font = ImageFont.truetype(path, 20, index=face)
        except OSError:
            break
        if bytes(font.getmask(_SAMPLE)) == bytes(font.getmask(_NOWHERE)):
            continue
        found = found or Typeface(path, face)
        family = font.getname()[0] or ""
        if family.endswith(_SIMPLIFIED) and "Mono" not in family:
            return Typeface(path, face)
    return found


@lru_cache(maxsize=64)
def _sized(typeface: Typeface, pixels: int) -> FreeTypeFont:
    if typeface.path is None:
        font = ImageFont.load_default(pixels)
        if not isinstance(font, FreeTypeFont):
            raise NoFont("Pillow was built without FreeType")
        return font
    return ImageFont.truetype(typeface.path, pixels, index=typeface.face)
