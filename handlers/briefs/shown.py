"""What of a brief's figures its readers may see: all of them those above, no small group the public."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from casework.briefs.covering import covered
from casework.briefs.figures import Line, share

HIDDEN: Final = "–"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of figures as it is shown: counts as text, shares None where they must not, or cannot, be told."""

    id: int | None
    came: str
    ended: str
    late: str
    shares: tuple[float | None, float | None, float | None]


class Sight:
    """Figures as they may be shown; `least` is the smallest group that the reader may see, 1 for all of them."""

    def __init__(self, least: int = 1) -> None:
        self.least = least

    @property
    def whole(self) -> bool:
        """Whether everything is shown."""
        return self.least <= 1

    def number(self, count: int) -> str:
        """Return a count that stands alone."""
        return str(count) if count == 0 or count >= self.least else HIDDEN

    def share(self, part: int, of: int) -> float | None:
        """Return a share; None for one of too few."""
        return share(part, of) if of >= self.least else None

    def counts(self, counts: list[int]) -> list[int | None]:
        """Return the parts of a whole that is known, None for those that are not shown."""
        return covered(counts, self.least)

    def rows(self, lines: Iterable[Line]) -> list[Row]:
        """Return lines as they may be shown beside each other, and beside their sum."""
        lines = list(lines)
        came = self._column([line.counts.came for line in lines])
        ended = self._column([line.counts.ended for line in lines])
        late = self._column([line.counts.late for line in lines])
        return [Row(line.id, came[at], ended[at], late[at], self.shares(line)) for at, line in enumerate(lines)]

    def shares(self, line: Line) -> tuple[float | None, float | None, float | None]:
        """Return the three rates of a line: answered in time, solved, satisfied."""
        counts, liking = line.counts, line.liking
        return (
            self.share(counts.in_time, counts.due),
            self.share(counts.content, counts.spoken),
            self.share(liking.liked, liking.rated),
        )

    def _column(self, counts: list[int]) -> list[str]:
        return [HIDDEN if each is None else str(each) for each in self.counts(counts)]
