"""An administrative area: a county, a township, a village; and how people say its name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from casework.place_names import spoken_name

LEVELS: Final = ("province", "city", "county", "town", "village")
"""From the highest to the lowest. A community (社区) and a village (村) are both "village"."""


@dataclass(frozen=True, slots=True)
class Area:
    """One area. `path` holds the ids from the root to the area itself: "/1/12/345/".

    `lat` and `lon` are degrees (WGS 84), both or neither. `travel_minutes` is the way from the seat of its county,
    `people` how many live there; None where nobody has said it. An inactive area (merged, renamed) keeps its
    old cases but is not found in new texts. `mark` is for the area of the whole service: it stands before the year in
    the numbers of the intake office's notices ("" where none is given).
    """

    id: int
    code: str
    name: str
    level: str
    parent_id: int | None
    path: str
    aliases: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    active: bool = True
    name_en: str = ""
    travel_minutes: int | None = None
    people: int | None = None
    mark: str = ""

    def label(self, language: str) -> str:
        """The name as people say it in `language` ("en", "zh" ...); else the Chinese one."""
        if language.startswith("en") and self.name_en:
            return self.name_en
        return spoken_name(self.name)

    def within(self, other: Area) -> bool:
        """Whether this area is `other` or lies below it."""
        return self.path.startswith(other.path)


@lru_cache(maxsize=4096)
def area_ids(path: str) -> tuple[int, ...]:
    """The ids in a path, root first: "/1/12/345/" gives (1, 12, 345)."""
    return tuple(int(part) for part in path.split("/") if part)
