"""Pictures of figures as data: panels of tiles, bars and shares, in the reader's words. `bot.charts` draws them.

One picture fills a phone's screen, no more: what is much taller than wide is shrunk by the channels.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a figure says of itself. Each has a colour of its own; none is told by its colour alone."""

    PLAIN = "plain"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    QUIET = "quiet"
    ASIDE = "aside"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure with a few words under it."""

    value: str
    label: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Tiles:
    """Figures beside each other, three in a row."""

    tiles: tuple[Tile, ...]

    def words(self) -> Iterator[str]:
        """Give what is written in it."""
        for tile in self.tiles:
            yield f"{tile.label}: {tile.value}"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: how long it is (None: nothing can be said, and no bar is drawn), and how its value reads."""

    label: str
    value: float | None
    shown: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars under each other, each with its label above it. `full` is the value of a bar as long as the panel; 0 for
    that of the longest.
    """

    title: str
    bars: tuple[Bar, ...]
    full: float = 0.0

    def words(self) -> Iterator[str]:
        """Give what is written in it."""
        yield self.title
        for bar in self.bars:
            yield f"{bar.label}: {bar.shown}"


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of shares (0 to 1; None: nothing can be said), each drawn as a short bar under the heading of its column.

    A row has its label, a note at its end ("" for none), and its shares.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[float | None, ...]], ...]

    def words(self) -> Iterator[str]:
        """Give what is written in it."""
        yield self.title
        for label, note, shares in self.rows:
            cells = [f"{column} {percent(share)}" for column, share in zip(self.columns, shares, strict=True)]
            yield f"{label}: {' · '.join((*((note,) if note else ()), *cells))}"


@dataclass(frozen=True, slots=True)
class Parts:
    """One whole as a bar of its parts, with a legend. Parts of 0 are left out."""

    title: str
    parts: tuple[Bar, ...]

    def words(self) -> Iterator[str]:
        """Give what is written in it."""
        yield self.title
        for part in self.parts:
            if part.value:
                yield f"{part.label}: {part.shown}"


@dataclass(frozen=True, slots=True)
class Pairs:
    """Two series over time, side by side: for each moment its label and both values."""

    title: str
    names: tuple[str, str]
    moments: tuple[tuple[str, int, int], ...]

    def words(self) -> Iterator[str]:
        """Give what is written in it."""
        yield f"{self.title} ({' / '.join(self.names)})"
        for label, first, second in self.moments:
            yield f"{label}: {first} / {second}"


Panel = Tiles | Bars | Grid | Parts | Pairs


@dataclass(frozen=True, slots=True)
class Picture:
    """A title, a line under it, the panels from top to bottom, and a line at the foot."""

    title: str
    subtitle: str
    panels: tuple[Panel, ...]
    foot: str = ""


def percent(share: float | None) -> str:
    """Return a share as a picture and a text show it: "83%"; a dash where nothing can be said."""
    return "–" if share is None else f"{share:.0%}"
