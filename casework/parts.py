"""The part of an assisting unit in a case (article 24)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from casework.organisation import Organisation
from casework.people import Post
from casework.petitions import Fired
from casework.reach import heads
from casework.staff import Staff


class PartState(StrEnum):
    """Where a part stands. ASKED and AT_WORK are open."""

    ASKED = "asked"  # given to a unit, and accepted by nobody yet
    AT_WORK = "at_work"
    REPORTED = "reported"  # what came of it is told to the lead
    DROPPED = "dropped"  # taken back: that unit does not assist any more
    OVER = "over"  # the case ended before it was reported


@dataclass(frozen=True, slots=True)
class Part:
    """What one assisting unit does for a case. The lead alone answers to the resident.

    `due_at` is the end of its last day. `result` is what was reported. `epoch`, `epoch_at` and `fired` as in a case.
    """

    id: int
    case_id: int
    unit_id: int
    what: str
    due_at: datetime
    asked_by: int
    asked_at: datetime
    epoch_at: datetime
    state: PartState = PartState.ASKED
    cadre_id: int | None = None
    result: str = ""
    over_at: datetime | None = None
    epoch: int = 0
    fired: Mapping[str, Fired] = field(default_factory=dict)
    version: int = 0

    @property
    def is_open(self) -> bool:
        """Whether its unit still owes something."""
        return self.state in {PartState.ASKED, PartState.AT_WORK}

    @property
    def holder_id(self) -> int | None:
        """Whose load it is part of."""
        return self.cadre_id if self.is_open else None


def serves(staff: Staff, org: Organisation, part: Part, person_id: int) -> bool:
    """Tell whether somebody has a post in the unit of a part, or leads one above it."""
    return serves_by(staff.of(person_id), org, part)


def serves_by(posts: Sequence[Post], org: Organisation, part: Part) -> bool:
    """Tell whether one of these posts is in the unit of a part, or leads one above it."""
    return any(post.unit_id == part.unit_id for post in posts) or heads(org, posts, part.unit_id)


def works(staff: Staff, part: Part, person_id: int) -> bool:
    """Tell whether somebody has a part, or stands in for whoever has it and is away."""
    deputies = staff.acting_for(part.cadre_id, part.unit_id)
    return person_id == part.cadre_id or any(post.person_id == person_id for post in deputies)


def leads(staff: Staff, org: Organisation, part: Part, person_id: int) -> bool:
    """Tell whether somebody leads the unit of a part, or one above it."""
    return heads(org, staff.of(person_id), part.unit_id)
