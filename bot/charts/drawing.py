"""A picture as PNG, drawn in a thread, by a job: it takes some tenths of a second."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from bot.charts.canvas import FOOT, INK, LINE, MARGIN, PAPER, SMALL, SOFT, TITLE, WIDTH, Canvas, line
from bot.charts.fonts import LATIN, NoFont, Typeface, typeface
from bot.charts.panels import draw
from casework.replacing import replace
from handlers.charts import Bar, Bars, Grid, Pairs, Panel, Parts, Picture, Tile, Tiles

log = logging.getLogger(__name__)

_TALLEST: Final = 8_000
_ROUND: Final = 28
_PADDING: Final = 26
"""Between the upper and lower edges of a paper and what stands on it."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture as PNG, and the words that it could not carry ("" where it carries them all)."""

    png: bytes
    words: str = ""


class Charts:
    """Draws pictures in the font at the path `font`, or in one that the machine has ("")."""

    def __init__(self, font: str = "") -> None:
        self._font = font
        self._typeface: Typeface | None = None

    async def draw(self, picture: Picture) -> Drawn:
        """Return a picture as PNG, with its words beside it where no font has them."""
        return await asyncio.to_thread(self._drawn, picture)

    def _drawn(self, picture: Picture) -> Drawn:
        if self._typeface is None:
            # Looked for when the first picture is wanted, not at the start.
            try:
                self._typeface = typeface(self._font)
            except NoFont as none:
                log.warning("%s: pictures are drawn without words", none)
                self._typeface = LATIN
        return drawn(picture, self._typeface)


def drawn(picture: Picture, typeface: Typeface) -> Drawn:
    """Return a picture as PNG in a font.

    Where the font has no letters for its words, it shows figures and bars under numbers, and the words come beside it:
    boxes in place of characters would tell nobody anything.
    """
    words = _legend(picture)
    if typeface.covers(words):
        return Drawn(_png(picture, typeface))
    return Drawn(_png(_numbered(picture), typeface), words)


def _png(picture: Picture, typeface: Typeface) -> bytes:
    # Twice: the papers lie under what is drawn on them, and how tall each is shows only then.
    ends, bottom = _paint(picture, Canvas(typeface, _TALLEST))
    canvas = Canvas(typeface, bottom)
    _paint(picture, canvas, ends)
    content = BytesIO()
    canvas.image.save(content, "PNG")
    return content.getvalue()


def _paint(picture: Picture, canvas: Canvas, papers: Sequence[int] = ()) -> tuple[list[int], int]:
    """Draw everything, on papers that end where `papers` says; return where the panels end, and the picture."""
    top = _lines(canvas, MARGIN, picture.title, TITLE, 2, INK, bold=True)
    top = _lines(canvas, top, picture.subtitle, SMALL, 2)
    ends: list[int] = []
    for at, panel in enumerate(picture.panels):
        top += MARGIN // 2
        if papers:
            canvas.box(MARGIN, top, WIDTH - MARGIN, papers[at], PAPER, round_by=_ROUND, edge=LINE)
        top = draw(panel, canvas, top + _PADDING) + _PADDING
        ends.append(top)
    return ends, _lines(canvas, top + MARGIN // 2, picture.foot, FOOT, 4) + MARGIN // 2


def _lines(canvas: Canvas, top: int, text: str, size: int, most: int, colour: str = SOFT, *, bold: bool = False) -> int:
    """Write a text over the whole width, in at most so many lines; return where it ends."""
    for words in canvas.wrapped(text, size, WIDTH - 2 * MARGIN, most):
        canvas.write(MARGIN, top, words, size, colour, bold=bold)
        top += line(size)
    return top


# ----- Without words -----


def _legend(picture: Picture) -> str:
    """Return the words of a picture under the numbers by which `_numbered` shows them."""
    lines = [picture.title, picture.subtitle]
    for number, panel in enumerate(picture.panels, 1):
        first, *rest = ("", *panel.words()) if isinstance(panel, Tiles) else panel.words()
        lines += ["", f"{number} {first}".rstrip(), *(f"{number}.{at} {words}" for at, words in enumerate(rest, 1))]
    return "\n".join((*lines, *(("", picture.foot) if picture.foot else ())))


def _numbered(picture: Picture) -> Picture:
    """Return a picture with numbers in place of words."""
    panels = tuple(_without_words(panel, number) for number, panel in enumerate(picture.panels, 1))
    return Picture("", "", panels)


def _without_words(panel: Panel, number: int) -> Panel:
    def label(at: int) -> str:
        return f"{number}.{at + 1}"

    match panel:
        case Tiles():
            return Tiles(tuple(Tile(_latin(each.value), label(at), each.tone) for at, each in enumerate(panel.tiles)))
        case Bars():
            return replace(
                panel, title=f"{number}", bars=tuple(_bar(each, label(at)) for at, each in enumerate(panel.bars))
            )
        case Parts():
            kept = [part for part in panel.parts if part.value]
            return Parts(f"{number}", tuple(_bar(each, label(at)) for at, each in enumerate(kept)))
        case Grid():
            columns = tuple(chr(ord("a") + at) for at in range(len(panel.columns)))
            return Grid(
                f"{number}",
                columns,
                tuple((label(at), _latin(note), shares) for at, (_, note, shares) in enumerate(panel.rows)),
            )
        case Pairs():
            moments = tuple((label(at), first, second) for at, (_, first, second) in enumerate(panel.moments))
            return Pairs(f"{number}", ("a", "b"), moments)


def _bar(bar: Bar, label: str) -> Bar:
    return replace(bar, label=label, shown=_latin(bar.shown))


def _latin(text: str) -> str:
    """Return the figures of a text, without words that the font does not have."""
    return "".join(character for character in text if character.isascii()).strip()
