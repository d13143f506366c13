"""A canvas that writes and draws in Doorstep's colours. Sizes are pixels of a picture 1080 wide, a phone's 360."""

from collections.abc import Mapping
from typing import Final

from PIL import Image, ImageDraw

from bot.charts.fonts import Typeface
from handlers.charts import Tone

WIDTH: Final = 1080
MARGIN: Final = 36
INSIDE: Final = 40
"""Between the edge of a panel and what stands in it."""

FOOT, SMALL, BODY, HEADING, TITLE, FIGURE = 28, 34, 40, 44, 58, 76

WALL: Final = "#f2f0e9"
PAPER: Final = "#fffefb"
TRACK: Final = "#e8e5da"
LINE: Final = "#dfdcd1"
INK: Final = "#1f2a27"
SOFT: Final = "#56635d"
TONES: Final[Mapping[Tone, str]] = {
    Tone.PLAIN: "#17508f",
    Tone.GOOD: "#3f7d5c",
    Tone.WARN: "#c98a1b",
    Tone.BAD: "#b0452f",
    Tone.QUIET: "#9aa69f",
    Tone.ASIDE: "#7b6a9c",
    Tone.DARK: "#54483c",
}

_ELLIPSIS: Final = "…"
_NEVER_FIRST: Final = frozenset("，。；：、！？）》”’…·,.;:!?)%")


class Canvas:
    """A picture that grows from top to bottom."""

    def __init__(self, typeface: Typeface, height: int) -> None:
        self._typeface = typeface
        self.image = Image.new("RGB", (WIDTH, height), WALL)
        self._draw = ImageDraw.Draw(self.image)

    def width_of(self, text: str, size: int) -> int:
        """Return how wide a text is."""
        return round(self._typeface.size(size).getlength(text))

    def write(self, left: int, top: int, text: str, size: int, colour: str = INK, *, bold: bool = False) -> None:
        """Write one line; its box begins at `top` and is `line(size)` tall."""
        font = self._typeface.size(size)
        stroke = max(1, size // 40) if bold else 0
        middle = top + line(size) // 2
        self._draw.text((left, middle), text, colour, font, anchor="lm", stroke_width=stroke, stroke_fill=colour)

    def write_right(self, right: int, top: int, text: str, size: int, colour: str = INK, *, bold: bool = False) -> None:
        """Write one line that ends at `right`."""
        self.write(right - self.width_of(text, size), top, text, size, colour, bold=bold)

    def write_within(self, left: int, right: int, top: int, text: str, size: int, colour: str = INK) -> None:
        """Write one line in the middle between two edges, shortened where it does not fit."""
        text = self.shortened(text, size, right - left)
        self.write(left + (right - left - self.width_of(text, size)) // 2, top, text, size, colour)

    def box(
        self, left: int, top: int, right: int, bottom: int, fill: str, *, round_by: int = 0, edge: str = ""
    ) -> None:
        """Draw a box, with round corners and an edge where these are given. Nothing for one without width."""
        if right > left and bottom > top:
            within = min(round_by, (right - left) // 2, (bottom - top) // 2)
            self._draw.rounded_rectangle(
                (left, top, right - 1, bottom - 1), within, fill, edge or None, width=2 if edge else 0
            )

    def shortened(self, text: str, size: int, width: int) -> str:
        """Return a text that fits into a width: with an ellipsis where it had to be cut."""
        if self.width_of(text, size) <= width:
            return text
        while text and self.width_of(text + _ELLIPSIS, size) > width:
            text = text[:-1]
        return text.rstrip() + _ELLIPSIS

    def wrapped(self, text: str, size: int, width: int, most: int = 2) -> list[str]:
        """Return a text as at most so many lines; Chinese breaks anywhere, Latin between words."""
        lines: list[str] = []
        rest = text.strip()
        while rest and len(lines) < most - 1 and self.width_of(rest, size) > width:
            at = self._break(rest, size, width)
            lines.append(rest[:at].rstrip())
            rest = rest[at:].lstrip()
        return [*lines, self.shortened(rest, size, width)] if rest else lines

    def _break(self, text: str, size: int, width: int) -> int:
        """Return where a line of a text that is too long ends."""
        at = 1
        while at < len(text) and self.width_of(text[: at + 1], size) <= width:
            at += 1
        likely = at
        while likely > 0 and not _may_break(text, likely):
            likely -= 1
        return likely or at


def _may_break(text: str, at: int) -> bool:
    """Tell whether a line may end before text[at]: never within a Latin word or a number."""
    before, after = text[at - 1], text[at]
    if after in _NEVER_FIRST:
        return False
    return before == " " or after == " " or not (before.isascii() and after.isascii())


def line(size: int) -> int:
    """Return how tall a line of a size is."""
    return round(size * 1.4)
