"""What residents have asked to hear: topics, and places. Who has never asked gets nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Topic(StrEnum):
    """What the service itself has news of. Stored: a value never changes. A county offers these, fewer, or others
    beside them (`casework.broadcasts.topics`), so a topic is stored, and passed on, as its id.
    """

    NOTICE = "notice"  # water and power cut off, roads closed, bad weather
    RECEPTION = "reception"  # days on which leaders receive people, and visits on the spot
    POLICY = "policy"  # what one is entitled to, and how to get it
    SURVEY = "survey"  # questions of the county to its residents
    BRIEF = "brief"  # what was reported, and what was done


@dataclass(frozen=True, slots=True)
class Subscription:
    """Somebody's wish to hear of a topic in an area. `key` is `subscription_key`, so nobody wishes it twice.

    Whoever has left has a `left_at`; where they left by the button of a broadcast, `left_by` is its id.
    """

    key: str
    person_id: int
    topic: str
    area_id: int
    at: datetime
    left_at: datetime | None = None
    left_by: int | None = None
    version: int = 0

    @property
    def is_live(self) -> bool:
        """Whether it holds."""
        return self.left_at is None


@dataclass(frozen=True, slots=True)
class Wishes:
    """What somebody hears of: every topic in each of the areas. Both are empty for whoever hears nothing."""

    topics: frozenset[str] = frozenset()
    areas: tuple[int, ...] = ()


def subscription_key(person_id: int, topic: str, area_id: int) -> str:
    """Return the key of somebody's row for a topic in an area."""
    return f"{person_id}:{topic}:{area_id}"


def wishes(found: Iterable[Subscription]) -> Wishes:
    """Return what a person's subscriptions come to; areas in the order in which they were chosen."""
    live = sorted((each for each in found if each.is_live), key=lambda each: (each.at, each.area_id))
    return Wishes(frozenset(each.topic for each in live), tuple(dict.fromkeys(each.area_id for each in live)))
