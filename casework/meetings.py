"""Meetings about a case: a hearing (听证), a mediation (调解), a settlement in writing (和解)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from casework.consents import Assent, Unanswered


class MeetingKind(StrEnum):
    """What a meeting is for. Only what both sides agree to in a mediation or a settlement binds anybody."""

    HEARING = "hearing"
    MEDIATION = "mediation"
    SETTLEMENT = "settlement"


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting of a case that is announced, or was held last.

    `at` and `place` are what both sides were told; `cannot` says that the resident can't come then. `began` and `ended`
    are when it was held, None before: the time of a hearing does not count in a re-examination (article 36). `other` is
    what the other side, which has no part in the case, has said to the words that were agreed, `unanswered` the last
    link by which it was asked.
    """

    kind: MeetingKind
    at: datetime
    place: str = ""
    cannot: bool = False
    began: datetime | None = None
    ended: datetime | None = None
    other: Assent | None = None
    unanswered: Unanswered | None = None

    @property
    def is_ahead(self) -> bool:
        """Whether it is announced and was not held yet."""
        return self.began is None
