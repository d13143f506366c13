"""Notices in writing: which there are, what each of them is kept as, and how it is numbered.

A number has the form of the field, "交通局信〔2026〕40217号": the unit's mark, the year, and five digits. Those are
drawn at random, like the digits of a petition's number, and never counted. Whoever serves in an accused unit and in
another one, or over the area, may see nearly all notices of a unit: in a sequence a hole between two of them would
tell that the unit has a case which is hidden from them (articles 30 and 46). A sequence of the whole office would do
so as well, where somebody sees most of it. So a unit's register goes by dates, and no number says how many there are.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from random import Random
from typing import Any, Final

from casework.organisation import Organisation

SERIALS: Final = range(10_000, 100_000)
"""What the digits of a number are drawn from: those of one unit and one year are all different."""

PAPER: Final = "paper"
"""The kind of the job that makes a document: its subject is the file that it becomes."""

_SOURCE: Final = "paper:"


class PaperKind(StrEnum):
    """What a notice tells."""

    REGISTRATION = "registration"  # article 22: what came in is registered, under which number
    ACCEPTANCE = "acceptance"  # article 23: received; which path and procedure; until when
    NOT_ACCEPTED = "not_accepted"  # article 23: why not, and where it belongs
    FORWARDED = "forwarded"  # article 22: to a court, or to the discipline inspection
    REPLY = "reply"  # articles 31 and 32: request, facts, decision, basis
    EXTENSION = "extension"  # article 34: until when, and why
    REVIEW = "review"  # articles 35 and 36


@dataclass(frozen=True, slots=True)
class Paper:
    """One notice, as it was given: it says the same whenever a copy is made.

    `unit_id` is who gives it, None for the intake office. `data` are the facts and the office's words, in no language;
    no name and no word of the resident's stands in it. With `to_hand` somebody without a chat gets it on paper:
    `handed_at` says when that was done, by whom, `handed_how` in which way.
    """

    key: str
    number: str
    case_id: int
    unit_id: int | None
    kind: PaperKind
    at: datetime
    data: Mapping[str, Any] = field(default_factory=dict)
    to_hand: bool = False
    handed_at: datetime | None = None
    handed_by: int | None = None
    handed_how: str = ""
    version: int = 0


class Handed(StrEnum):
    """How a notice on paper reached somebody."""

    SELF = "self"  # given into the person's own hands
    POST = "post"
    HOME = "home"  # left with somebody of the household


LONGEST_MARK: Final = 16
"""Characters of a mark."""


def is_mark(text: str) -> bool:
    """Whether a mark can stand in a number: letters and characters alone, since year and digits follow it."""
    return text.isalpha() and len(text) <= LONGEST_MARK


def usual_mark(name: str) -> str:
    """Return the mark of an office that was given none."""
    return f"{name}信"


def mark_of(org: Organisation, unit_id: int | None) -> str:
    """Return the mark before the year, as the organisation gives it.

    Without one it is the unit's short name and 信 (the full name where two units share the short one, so that their
    numbers stay apart), for the intake office the name of the area of the whole service.
    """
    unit = org.units.get(unit_id) if unit_id is not None else None
    if unit is not None:
        return unit.mark or usual_mark(unit.name if unit.short in org.shared_shorts else unit.short or unit.name)
    if org.root is None:
        return usual_mark("")
    return org.root.mark or usual_mark(org.root.name)


def draw(org: Organisation, unit_id: int | None, year: int, rng: Random) -> tuple[str, str]:
    """Return the key and the number of a notice of a unit: whoever finds the key taken draws again."""
    serial = rng.choice(SERIALS)
    return f"{unit_id or 0}-{year}-{serial}", f"{mark_of(org, unit_id)}〔{year}〕{serial}号"


def source_of(paper: Paper) -> str:
    """Return the `source` of a file that a job makes of a notice."""
    return f"{_SOURCE}{paper.key}"


def key_in(source: str) -> str:
    """Return the key of the notice that a file is made of; "" for a file of another source."""
    return source.removeprefix(_SOURCE) if source.startswith(_SOURCE) else ""
