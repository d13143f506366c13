"""What somebody has to agree to who has no part in a case: the other side of a settlement, and a child's guardian.

They say so by a link that is given to them, and read nothing but what they are asked; or it is recorded for them.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Consent(StrEnum):
    """To what somebody agrees."""

    SETTLEMENT = "settlement"  # the other side: those are the words that were agreed
    GUARDIAN = "guardian"  # a grown-up of the family: the child may file this


class Means(StrEnum):
    """How it was said."""

    LINK = "link"  # in chat, by the link
    PAPER = "paper"  # signed, and the paper is kept with the case
    OFFICE = "office"  # to the intake office
    BESIDE = "beside"  # in the child's own chat, by the grown-up beside it: nobody can tell who tapped


@dataclass(frozen=True, slots=True)
class Assent:
    """What somebody has said, how, and when."""

    agreed: bool
    way: Means
    at: datetime


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A link that was handed to whoever passes it on, and not answered yet: since when, and until when it serves."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class ConsentLink:
    """A link to say yes or no by, kept by the digest of its code of 80 bits; it serves one person, `used_by`.

    `asked_at` is the moment of what is asked, which tells a settlement from the next one of the same case.
    """

    digest: str
    case_id: int
    consent: Consent
    asked_at: datetime
    until: datetime
    used_by: int | None = None
    version: int = 0
