"""Who stands behind a case besides its resident: those who have joined it, and those who have signed it.

A joint petition is a case that neighbours sign by a link. Somebody who joins or signs has no case of their own: they
hear how this one stands, and read neither its words nor its files nor whose it is.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Joining(StrEnum):
    """How somebody came to stand behind a case."""

    JOINED = "joined"  # "me too", instead of a petition of their own
    SIGNED = "signed"  # by the link of a joint petition


class Word(StrEnum):
    """What a supporter has said to an outcome: it closes and reopens nothing but what is their own."""

    DONE = "done"
    NOT_DONE = "not_done"


@dataclass(frozen=True, slots=True)
class Supporter:
    """Somebody who stands behind a case. `key` is the case and the person (`supporter_key`), so nobody does so twice.

    A `representative` speaks for a joint petition, by the initiator's wish and their own yes. `draft_id` are the words
    with which they came, kept for the day on which they want a case of their own. Whoever has left has a `left_at`.
    """

    key: str
    case_id: int
    person_id: int
    kind: Joining
    at: datetime
    representative: bool = False
    answered: Word | None = None
    draft_id: int | None = None
    left_at: datetime | None = None
    version: int = 0


def supporter_key(case_id: int, person_id: int) -> str:
    """Return the key of somebody's row at a case."""
    return f"{case_id}:{person_id}"


@dataclass(frozen=True, slots=True)
class Joint:
    """What makes a case a joint petition: the text that neighbours read before they sign, as its initiator has agreed
    to show it, and until when they may. `representatives` are the ids of those who speak for it besides the initiator.
    """

    text: str
    until: datetime
    representatives: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """News of a case on its way to its supporters, some at a time.

    `since` is when the first of the news came, `at` from when it is told. Everyone up to the person `after` has heard
    it; what comes meanwhile begins another round, `again`.
    """

    since: datetime
    at: datetime
    after: int = 0
    again: datetime | None = None
