"""Where to go next: villages in the order in which somebody should come, each with why. A pure rule.

A far village from which nobody has written for a year ranks before every other one: who is never heard has no case that
could speak for it. A place that was proposed and passed over climbs each time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from casework.profile import Onsite

SILENT_FAR: Final = 100
"""Points of a far, silent village: more than all that open cases, time and distance can give together."""

_LATE, _OPEN, _SINCE, _FAR, _SILENT, _PASSED, _UNHELPED = 30, 10, 25, 25, 20, 15, 8
_YEAR: Final = 365
_FARTHEST: Final = 180  # minutes from which the distance gives all its points


class Why(StrEnum):
    """Why a village is proposed."""

    SILENT = "silent"  # nobody has written for a year
    LATE = "late"
    OPEN = "open"
    SINCE = "since"  # days since somebody came
    NEVER = "never"  # nobody has come yet, as far as this service knows
    FAR = "far"  # minutes of travel
    UNHELPED = "unhelped"  # so many petitions, and none by phone, at the counter or for somebody else
    PASSED = "passed"  # how often it was proposed and passed over


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a village: open and late cases, petitions of the last year, how many people live there, minutes
    of travel, days since somebody came (None: never), how often it was proposed and passed over; and of the petitions,
    how many came by phone, by letter or at the counter, or were written for somebody else.
    """

    area_id: int
    open: int = 0
    late: int = 0
    petitions: int = 0
    people: int | None = None
    travel_minutes: int | None = None
    days_since: int | None = None
    passed: int = 0
    helped: int = 0


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason with its points, and the figure that it speaks of (0 where there is none)."""

    why: Why
    points: int
    figure: int = 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """A village that is proposed, with its reasons, the weightiest first."""

    area_id: int
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> int:
        """The points of all reasons together."""
        return sum(reason.points for reason in self.reasons)


def propose(places: Iterable[Facts], onsite: Onsite) -> list[Proposal]:
    """Return the villages that want a visit, the most urgent first; none to which somebody came a short while ago.

    Ties go to the one farther away, then to the lower id, so that the same facts give the same order.
    """
    known = list(places)
    # Where nobody is helped anywhere, that none is here says something of the offices, and nothing of this village.
    helps = any(each.helped for each in known)
    rested = (each for each in known if each.days_since is None or each.days_since >= onsite.rest_days)
    found = (Proposal(each.area_id, reasons(each, onsite, helps=helps)) for each in rested)
    return sorted(found, key=lambda proposal: (-proposal.score, -_minutes(proposal), proposal.area_id))


def _minutes(proposal: Proposal) -> int:
    return next((each.figure for each in proposal.reasons if each.why is Why.FAR), 0)


def reasons(facts: Facts, onsite: Onsite, *, helps: bool = False) -> tuple[Reason, ...]:
    """Return why somebody should come, the weightiest first; what weighs nothing is left out. `helps`: of villages
    nearby some petitions come by phone, at the counter or for somebody else.
    """
    minutes = facts.travel_minutes or 0
    found = [
        Reason(Why.LATE, _dense(facts.late, facts.people, onsite, _LATE), facts.late),
        Reason(Why.OPEN, _dense(facts.open, facts.people, onsite, _OPEN), facts.open),
        Reason(Why.FAR, _FAR * min(minutes, _FARTHEST) // _FARTHEST, minutes),
        Reason(Why.PASSED, _PASSED * facts.passed, facts.passed),
    ]
    if facts.days_since is None:
        found.append(Reason(Why.NEVER, _SINCE))
    else:
        found.append(Reason(Why.SINCE, _SINCE * min(facts.days_since, _YEAR) // _YEAR, facts.days_since))
    if is_silent(facts):
        found.append(Reason(Why.SILENT, SILENT_FAR if minutes >= onsite.far_minutes else _SILENT))
    if helps and not facts.helped and facts.petitions >= onsite.unhelped:
        found.append(Reason(Why.UNHELPED, _UNHELPED, facts.petitions))
    return tuple(sorted((each for each in found if each.points), key=lambda each: (-each.points, each.why)))


def is_silent(facts: Facts) -> bool:
    """Tell whether nobody of a village has written for a year, and nothing of it is open: that is a sign, too."""
    return not facts.petitions and not facts.open


def _dense(count: int, people: int | None, onsite: Onsite, most: int) -> int:
    """Return the points of so many cases for the size of a village: all of them from `onsite.dense` a thousand people.

    A village of unknown size counts as one of a thousand.
    """
    return min(most, -(-most * count * 1000 // (onsite.dense * max(1, people or 1000))))
