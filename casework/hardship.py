"""Households in hardship: they are visited at home, and the help that was given is recorded."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Help:
    """Help that was given on a visit: what, how much, and by whom; all "" where none was needed."""

    at: datetime
    what: str = ""
    amount: str = ""
    giver: str = ""


@dataclass(frozen=True, slots=True)
class Hardship:
    """That a household of a case is in hardship: why, who said so and when, and until when it is visited (24:00).

    It is for those who work the case and those above them: no group, no list and nobody outside reads it. `by` is None
    where the resident's own answer said so.
    """

    why: str
    by: int | None
    at: datetime
    visit_by: datetime
    helped: tuple[Help, ...] = ()
