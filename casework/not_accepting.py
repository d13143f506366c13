"""Why a matter is not accepted: a closed list, each reason with its article, and what it asks of whoever gives it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from casework.category_questions import of_wages
from casework.kinds import PetitionKind


class NoReason(StrEnum):
    """Why. The articles are those of the Regulations on Petition Work; the texts `no-article-REASON` name them."""

    COURT = "court"  # a matter of lawsuits and judgments [22, 31 (1)]
    PROCEDURE = "procedure"  # arbitration, reconsideration or another procedure of law is open [31 (2) to (4)]
    OTHER_BODY = "other_body"  # belongs to a body outside of this unit and those below it [23]
    FINAL = "final"  # the same facts and reasons, after the last instance [36]


@dataclass(frozen=True, slots=True)
class NotAccepted:
    """That a matter is not accepted, or, until a head has `decided`, that somebody holds that it should not be.

    `body` is where it went or belongs (FINAL: the decision that ended it), `words` why, for the resident to read. `by`
    is whose word it is.
    """

    reason: NoReason
    body: str
    words: str
    by: int
    at: datetime
    decided: bool = False


class OwnBody(StrEnum):
    """A body that some matters are always for; the text `own-body-BODY` names it."""

    LABOUR = "labour_inspection"  # unpaid wages
    DISCIPLINE = "discipline"  # accusations of those in office [22, 30]
    ARBITRATION = "labour_arbitration"  # disputes between worker and employer
    RECONSIDERATION = "reconsideration"  # decisions of an authority
    COURT = "court"


_OFFERED: Final[Mapping[NoReason, tuple[OwnBody, ...]]] = {
    NoReason.COURT: (OwnBody.COURT,),
    NoReason.PROCEDURE: (OwnBody.ARBITRATION, OwnBody.RECONSIDERATION),
    NoReason.OTHER_BODY: (),
    NoReason.FINAL: (),
}


def likely_bodies(reason: NoReason, kind: PetitionKind, category: str, words: str) -> tuple[OwnBody, ...]:
    """Return the bodies to which a matter most likely belongs: those of its kind and category first."""
    own: tuple[OwnBody, ...] = ()
    if reason is NoReason.OTHER_BODY and kind is PetitionKind.ACCUSATION:
        own = (OwnBody.DISCIPLINE,)
    elif reason is NoReason.OTHER_BODY and of_wages(category, words):
        own = (OwnBody.LABOUR,)
    return own + _OFFERED[reason]
