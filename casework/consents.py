"""What somebody has to agree to who has no part in a case: the other side of a settlement, and a child's guardian.

They say so by a link that is given to them, and read nothing but what they are asked; or it is recorded for them.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from casework.links import Purpose

ASKED: Final = (Purpose.SETTLEMENT, Purpose.GUARDIAN)
"""The links by which they are asked."""


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
