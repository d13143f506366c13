"""The public ledger: what was reported and what was done, where its resident and its unit have both agreed.

An entry stands beside its case: masked words, a place no nearer than the village, a category, a day. A person of the
intake office has read it before anybody else can. Whoever asked for it can take it back at any time; silence is no yes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from casework.petitions import Case, Closing, Fired, Instance

_DONE = frozenset({Closing.SOLVED, Closing.ANSWERED, Closing.SETTLED})


class LedgerState(StrEnum):
    """Where an entry stands."""

    ASKED = "asked"  # the unit has agreed; the resident was asked
    CHECKING = "checking"  # both have agreed: the intake office reads it
    PUBLISHED = "published"
    DECLINED = "declined"  # by the resident, or by whoever has read it
    LAPSED = "lapsed"  # nobody has answered
    TAKEN_BACK = "taken_back"  # by the resident, after their yes


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """The entry of a case. `reported` and `done` are masked words; `unit_by` is who has agreed for the unit."""

    case_id: int
    unit_id: int | None
    unit_by: int
    reported: str
    done: str
    epoch_at: datetime
    state: LedgerState = LedgerState.ASKED
    checked_by: int | None = None
    published_at: datetime | None = None
    epoch: int = 0
    fired: Mapping[str, Fired] = field(default_factory=dict)
    version: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry as everybody may read it: the ids of place and unit, category, day, and the words."""

    area_id: int
    unit_id: int | None
    category: str
    reported: str
    done: str
    published_at: datetime


def may_be_told(case: Case) -> bool:
    """Tell whether a case may become an entry: ended to its resident's content, kept from nobody, of nobody in need.

    Whoever has no chat cannot be asked, and could not take it back.
    """
    return (
        case.closing in _DONE
        and case.outcome is not None
        and case.instance is Instance.FIRST
        and case.merged_at is None
        and not (case.shielded or case.accused or case.hardship or case.child or case.clerk_id)
    )
