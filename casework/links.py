"""Links that are given to people: to sign a joint petition, or to say yes or no to what somebody is asked."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Purpose(StrEnum):
    """What a link is for."""

    SIGN = "sign"  # a joint petition: it serves everybody until it ends
    SPEAK = "speaker"  # to speak for one: it serves one person, as all that follow
    SETTLEMENT = "settlement"  # the other side: those are the words that were agreed
    GUARDIAN = "guardian"  # a grown-up of the family: the child may file this

    @property
    def job(self) -> str:
        """The kind of the job that makes such links, whose subject is the case; and of the notice that brings one."""
        return f"{self.value}_link"


@dataclass(frozen=True, slots=True)
class Link:
    """A link, kept by the digest of its code of 80 bits; where it serves one person, that is `used_by`.

    `asked_at` is the moment of what is asked, which tells a settlement from the next one of the same case; None where
    nothing is.
    """

    digest: str
    case_id: int
    purpose: Purpose
    until: datetime
    asked_at: datetime | None = None
    used_by: int | None = None
    version: int = 0
