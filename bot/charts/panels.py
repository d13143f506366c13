"""How each panel is drawn: `height` says how tall it becomes, `draw` draws it within its paper."""

from functools import singledispatch
from typing import Final

from bot.charts.canvas import (
    BODY,
    FIGURE,
    FOOT,
    HEADING,
    INK,
    INSIDE,
    LINE,
    MARGIN,
    SMALL,
    SOFT,
    TONES,
    TRACK,
    WIDTH,
    Canvas,
    line,
)
from handlers.charts import Bar, Bars, Grid, Pairs, Parts, Tile, Tiles, Tone, percent

LEFT: Final = MARGIN + INSIDE
RIGHT: Final = WIDTH - MARGIN - INSIDE

_A_ROW: Final = 3
_BAR: Final = 26
_THIN: Final = 14
_THICK: Final = 56
_GAP: Final = 18
_COLUMNS: Final = 220
"""Pixels of the highest column of a series."""

_TILE_LABEL_LINES: Final = 2
_WIDEST_PAIR: Final = 110
_PAIR: Final = (Tone.PLAIN, Tone.WARN)


@singledispatch
def draw(panel: object, canvas: Canvas, top: int) -> int:
    """Draw a panel from `top` on, and return where it ends."""
    raise TypeError(type(panel).__name__)


def heading(canvas: Canvas, top: int, title: str) -> int:
    """Write the title of a panel; return where what follows begins."""
    for words in canvas.wrapped(title, HEADING, RIGHT - LEFT):
        canvas.write(LEFT, top, words, HEADING, bold=True)
        top += line(HEADING)
    return top + _GAP // 2


@draw.register
def _(panel: Tiles, canvas: Canvas, top: int) -> int:
    width = (RIGHT - LEFT) // _A_ROW
    for start in range(0, len(panel.tiles), _A_ROW):
        row = panel.tiles[start : start + _A_ROW]
        if start:
            top += _GAP
        deep = max(_tile(canvas, LEFT + at * width, top, width, tile) for at, tile in enumerate(row))
        top = deep
    return top


def _tile(canvas: Canvas, left: int, top: int, width: int, tile: Tile) -> int:
    size = FIGURE
    while size > BODY and canvas.width_of(tile.value, size) > width - _GAP:
        size -= 4
    canvas.write(left, top, tile.value, size, TONES[tile.tone] if tile.tone is not Tone.QUIET else SOFT, bold=True)
    top += line(FIGURE)
    for words in canvas.wrapped(tile.label, SMALL, width - _GAP, _TILE_LABEL_LINES):
        canvas.write(left, top, words, SMALL, SOFT)
        top += line(SMALL)
    return top


@draw.register
def _(panel: Bars, canvas: Canvas, top: int) -> int:
    top = heading(canvas, top, panel.title)
    full = panel.full or max((bar.value or 0 for bar in panel.bars), default=0) or 1
    for at, bar in enumerate(panel.bars):
        top = _bar(canvas, top + (_GAP if at else 0), bar, full)
    return top


def _bar(canvas: Canvas, top: int, bar: Bar, full: float) -> int:
    room = RIGHT - LEFT - canvas.width_of(bar.shown, BODY) - _GAP
    canvas.write(LEFT, top, canvas.shortened(bar.label, BODY, room), BODY)
    canvas.write_right(RIGHT, top, bar.shown, BODY, bold=True)
    top += line(BODY)
    canvas.box(LEFT, top, RIGHT, top + _BAR, TRACK, round_by=_BAR // 2)
    if bar.value:
        length = max(_BAR, round((RIGHT - LEFT) * min(1.0, bar.value / full)))
        canvas.box(LEFT, top, LEFT + length, top + _BAR, TONES[bar.tone], round_by=_BAR // 2)
    return top + _BAR


@draw.register
def _(panel: Grid, canvas: Canvas, top: int) -> int:
    top = heading(canvas, top, panel.title)
    width = (RIGHT - LEFT) // len(panel.columns)
    tallest = 0
    for at, column in enumerate(panel.columns):
        lines = canvas.wrapped(column, SMALL, width - _GAP)
        for row, words in enumerate(lines):
            canvas.write(LEFT + at * width, top + row * line(SMALL), words, SMALL, SOFT)
        tallest = max(tallest, len(lines))
    top += tallest * line(SMALL)
    for label, note, shares in panel.rows:
        canvas.box(LEFT, top + _GAP // 2, RIGHT, top + _GAP // 2 + 2, LINE)
        top = _grid_row(canvas, top + _GAP, (label, note), shares, width)
    return top


def _grid_row(canvas: Canvas, top: int, words: tuple[str, str], shares: tuple[float | None, ...], width: int) -> int:
    label, note = words
    canvas.write_right(RIGHT, top + (SMALL - FOOT) // 2, note, FOOT, SOFT)
    room = RIGHT - LEFT - canvas.width_of(note, FOOT) - _GAP
    canvas.write(LEFT, top, canvas.shortened(label, SMALL, room), SMALL)
    top += line(SMALL)
    for at, share in enumerate(shares):
        left = LEFT + at * width
        bar, middle = left + canvas.width_of("100%", SMALL) + _GAP, top + line(SMALL) // 2 - _THIN // 2
        right = left + width - _GAP
        canvas.write(left, top, percent(share), SMALL, INK if share is not None else SOFT, bold=share is not None)
        canvas.box(bar, middle, right, middle + _THIN, TRACK, round_by=_THIN // 2)
        if share:
            canvas.box(
                bar,
                middle,
                bar + max(_THIN, round((right - bar) * share)),
                middle + _THIN,
                TONES[Tone.PLAIN],
                round_by=_THIN // 2,
            )
    return top + line(SMALL)


@draw.register
def _(panel: Parts, canvas: Canvas, top: int) -> int:
    top = heading(canvas, top, panel.title)
    parts = [part for part in panel.parts if part.value]
    whole = sum(part.value or 0 for part in parts) or 1
    canvas.box(LEFT, top, RIGHT, top + _THICK, TRACK)
    done = 0.0
    for part in parts:
        left = LEFT + round((RIGHT - LEFT) * done / whole)
        done += part.value or 0
        canvas.box(left, top, LEFT + round((RIGHT - LEFT) * done / whole) - 4, top + _THICK, TONES[part.tone])
    top += _THICK + _GAP
    for part in parts:
        canvas.box(LEFT, top + 10, LEFT + 36, top + line(SMALL) - 10, TONES[part.tone], round_by=6)
        room = RIGHT - LEFT - 60 - canvas.width_of(part.shown, SMALL) - _GAP
        canvas.write(LEFT + 60, top, canvas.shortened(part.label, SMALL, room), SMALL)
        canvas.write_right(RIGHT, top, part.shown, SMALL, bold=True)
        top += line(SMALL)
    return top


@draw.register
def _(panel: Pairs, canvas: Canvas, top: int) -> int:
    top = heading(canvas, top, panel.title)
    left = LEFT
    for name, tone in zip(panel.names, _PAIR, strict=True):
        canvas.box(left, top + 10, left + 36, top + line(SMALL) - 10, TONES[tone], round_by=6)
        canvas.write(left + 50, top, name, SMALL, SOFT)
        left += 50 + canvas.width_of(name, SMALL) + 50
    top += line(SMALL) + line(SMALL) + _GAP // 2
    most = max((max(first, second) for _, first, second in panel.moments), default=0) or 1
    ground = top + _COLUMNS
    width = (RIGHT - LEFT) // max(1, len(panel.moments))
    each = min((width - _GAP) // 2, _WIDEST_PAIR)
    for at, (label, *values) in enumerate(panel.moments):
        begin = LEFT + at * width + (width - 2 * each) // 2
        for side, (value, tone) in enumerate(zip(values, _PAIR, strict=True)):
            high = ground - round(_COLUMNS * value / most)
            canvas.box(begin + side * each, high, begin + (side + 1) * each - 4, ground, TONES[tone])
            canvas.write_within(
                begin + side * each - 4, begin + (side + 1) * each, high - line(SMALL - 6), str(value), SMALL - 6, SOFT
            )
        canvas.write_within(LEFT + at * width, LEFT + (at + 1) * width, ground + 6, label, SMALL - 4, SOFT)
    canvas.box(LEFT, ground, RIGHT, ground + 3, INK)
    return ground + 6 + line(SMALL)
