"""What else somebody may do about a matter, and until when. Petitioning stops none of these limits.

Only what is of use is named: arbitration for unpaid wages, reconsideration and a suit where an authority has decided
something.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from casework.category_questions import arbitration_until, of_wages
from casework.kinds import PetitionKind
from casework.petitions import Detail
from casework.profile import Remedies
from casework.since import since_day


class Way(StrEnum):
    """A remedy."""

    ARBITRATION = "arbitration"
    RECONSIDERATION = "reconsideration"
    SUIT = "suit"


@dataclass(frozen=True, slots=True)
class Remedy:
    """A remedy. Its limit is `count` days (RECONSIDERATION) or months (SUIT) from when one knew of the decision, or a
    year (ARBITRATION); `until` is the last day where it can be told.
    """

    way: Way
    count: int = 0
    until: date | None = None


_KINDS: Final = frozenset({PetitionKind.REQUEST, PetitionKind.REPORT})
_DECIDED: Final[Mapping[str, re.Pattern[str]]] = {
    "zh": re.compile(
        r"决定书|通知书|处罚|罚款|罚单|征收|征地|拆迁|强拆|没收|吊销|扣押|查封|不予|驳回|认定书|不给?批|批复"
    ),
    "en": re.compile(
        r"\b(?:fined|fine of|penalty|expropriat\w+|requisition\w*|demolish\w*|demolition|confiscat\w+|revoked?"
        r"|written decision|decision (?:of|by) the"
        r"|(?:application|permit|claim) (?:was |is )?(?:refused|rejected|denied))\b",
        re.IGNORECASE,
    ),
}


def decided_by_authority(words: str) -> bool:
    """Tell whether words speak of what an authority has decided about somebody: a fine, a taking, a refusal."""
    return any(pattern.search(words) for pattern in _DECIDED.values())


def remedies(
    kind: PetitionKind, category: str, words: str, details: Sequence[Detail], limits: Remedies, today: date
) -> tuple[Remedy, ...]:
    """Return what is of use for a matter with these words, the most pressing first; mostly nothing.

    The last day of arbitration follows from the answer to "since when", and is left out where that year is over: it may
    have begun later, with the end of the work (see `arbitration_until`).
    """
    if kind not in _KINDS:
        return ()
    if of_wages(category, words):
        return (_arbitration(details, limits, today),)
    if decided_by_authority(words):
        return (
            Remedy(Way.RECONSIDERATION, count=limits.reconsideration_days),
            Remedy(Way.SUIT, count=limits.suit_months),
        )
    return ()


def _arbitration(details: Sequence[Detail], limits: Remedies, today: date) -> Remedy:
    answer = next((each.answer for each in details if each.question == "since"), "")
    since = since_day(answer, today)
    until = arbitration_until(since, limits.arbitration_days) if since is not None else None
    return Remedy(Way.ARBITRATION, until=until if until is not None and until > today else None)
