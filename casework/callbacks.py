"""Call-backs (回访): of what has ended without anybody's word that it is solved, a sample is asked about from outside.

Whoever calls holds no post in the unit; the unit learns neither which cases are drawn nor what was answered.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from casework.petitions import Case, Closing, Fired, OutcomeKind


class Drawn(StrEnum):
    """From what a call-back was drawn; each has a share of its own."""

    SILENCE = "silence"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"  # answered in its master
    REFUSED = "refused"
    KIND = "kind"  # taken for another kind
    LOW_STARS = "low_stars"  # one or two
    FIVE_STARS = "five_stars"


class Answer(StrEnum):
    """What the resident says. It counts beside the case's own end, and changes that only by the resident's tap."""

    SOLVED = "solved"
    NOT_SOLVED = "not_solved"
    PRESSED = "pressed"  # somebody pressed, or asked for stars
    UNREACHED = "unreached"


@dataclass(frozen=True, slots=True)
class Callback:
    """One call-back: about which case, who calls, by when (24:00 of the last day), and what came of it.

    `asked_at` is when the resident was asked in chat, `recorded_by` who gave the answer: the resident, or
    the caller. It is open until there is one; where the case runs again it is `dropped`. `fired` belongs to the running
    epoch.
    """

    id: int
    case_id: int
    drawn: Drawn
    unit_id: int | None
    caller_id: int
    drawn_at: datetime
    due_at: datetime
    epoch_at: datetime
    asked_at: datetime | None = None
    answer: Answer | None = None
    recorded_by: int | None = None
    answered_at: datetime | None = None
    dropped: bool = False
    epoch: int = 0
    fired: Mapping[str, Fired] = field(default_factory=dict)
    version: int = 0

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to call."""
        return self.answer is None and not self.dropped


def drawn_from_end(case: Case) -> Drawn | None:
    """Return from what a case that has just been closed may be drawn; None where its resident was content, and for what
    was among offices.
    """
    if case.raised is not None:
        return None
    # Who was answered in another case's name is asked about that.
    merged = Drawn.MERGED if case.merged_at is not None else None
    match case.closing:
        case Closing.NO_ANSWER:
            return merged or Drawn.SILENCE
        case Closing.WITHDRAWN:
            return Drawn.WITHDRAWN
        case Closing.ANSWERED | Closing.CONTESTED if case.outcome is not None:
            return Drawn.REFUSED if case.outcome.kind is OutcomeKind.REFUSED else merged
    return None


def drawn_from_stars(stars: int) -> Drawn | None:
    """Return from what a rating may be drawn: the lowest ones, and the highest, which may have been asked for."""
    return {1: Drawn.LOW_STARS, 2: Drawn.LOW_STARS, 5: Drawn.FIVE_STARS}.get(stars)
