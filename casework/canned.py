"""What a unit answers again and again: kept once, filled from the case, and read before it goes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from casework.people import Post

LONGEST: Final = 400
MOST: Final = 20
"""Replies of a unit."""

PLACES: Final = ("number", "place", "category", "unit", "date")
"""What is filled from the case: its number, its place, its category, the unit, and the last day of its limit."""

BLANK: Final = "____"
"""What only its writer can say: a reply with it can't be sent as it stands."""

_PLACE: Final = re.compile(r"[{｛]\s*(\w*)\s*[}｝]")
_IN_CHINESE: Final = {"编号": "number", "地点": "place", "类别": "category", "单位": "unit", "日期": "date"}


@dataclass(frozen=True, slots=True)
class CannedReply:
    """A reply of a unit, under a short title; `dropped_at` is when it was put away."""

    id: int
    unit_id: int
    title: str
    words: str
    written_by: int
    written_at: datetime
    dropped_at: datetime | None = None
    version: int = 0


def unknown_places(words: str) -> list[str]:
    """Return the places of a reply that nothing can fill, as they are written; an empty one is a blank."""
    return [name for name in _PLACE.findall(words) if name and _named(name) not in PLACES]


def filled(words: str, facts: Mapping[str, str]) -> str:
    """Return a reply with what a case has to fill it; `facts` by the names of PLACES. What is not known is a blank."""
    return _PLACE.sub(lambda found: facts.get(_named(found[1]), "") or BLANK, words)


def units_of(posts: list[Post]) -> list[int]:
    """Return the units whose replies somebody uses and writes: those of their posts."""
    return list(dict.fromkeys(post.unit_id for post in posts if post.unit_id is not None))


def _named(name: str) -> str:
    return _IN_CHINESE.get(name, name.casefold())
