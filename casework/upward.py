"""What endangers many is reported upward at once: to a leader, who says that they have seen it (article 26)."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Upward:
    """A case that was reported upward: what is known, by whom and when it was reported, and who was told.

    Until one of the `told` has `seen` it, it climbs. Nothing that was reported is ever taken back.
    """

    words: str
    by: int
    at: datetime
    told: tuple[int, ...] = ()
    seen_by: int | None = None
    seen_at: datetime | None = None
