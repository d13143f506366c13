"""The instances of a case: how a decision is looked at again, by whom, until when, and when it is final.

A decision stays on its case. A review (article 35) or a re-examination (article 36) is the same case with another
`Instance` and another unit; what was decided before is kept in `Case.decisions`.
"""

from datetime import datetime
from typing import Final

from casework.organisation import ANY_CATEGORY, Organisation, Unit
from casework.paths import is_settlement, path_of
from casework.petitions import Case, Closing, Decision, Held, Instance, Outcome, OutcomeKind, State, Verdict
from casework.shielding import units_above, units_below
from casework.staff import Staff
from casework.unit_of_work import Rules

DECISIONS: Final = (OutcomeKind.UPHELD, OutcomeKind.CHANGED, OutcomeKind.REVOKED)
"""How a review or a re-examination ends."""

_NEXT: Final = {Instance.FIRST: Instance.REVIEW, Instance.REVIEW: Instance.REEXAMINATION}
_HEARD: Final = (Verdict.READ, Verdict.DISAGREE)
_SETTLED: Final = (Verdict.AGREED, Verdict.NOT_AGREED)
_AGREED_ENDS: Final = frozenset({Closing.SOLVED, Closing.SETTLED})


def outcomes_of(case: Case) -> tuple[OutcomeKind, ...]:
    """Return how a case may end in its present instance, in the order in which it is offered."""
    return path_of(case.kind).outcomes if case.instance is Instance.FIRST else DECISIONS


def verdicts_of(case: Case) -> tuple[Verdict, ...]:
    """Return what the resident may say to the outcome: of a review that it is read, or that they disagree.

    Where a review has work done, it is asked as of any work whether it was done. What both sides have agreed to is
    confirmed, or not.
    """
    if is_settlement(case):
        return _SETTLED
    worked = case.state is State.PROMISED or (case.outcome is not None and case.outcome.kind is OutcomeKind.DONE)
    return path_of(case.kind).verdicts if case.instance is Instance.FIRST or worked else _HEARD


def next_instance(case: Case) -> Instance | None:
    """Return what may be asked after the present instance: a review, then a re-examination, then nothing."""
    return _NEXT.get(case.instance)


def looked_at(case: Case) -> tuple[Decision, ...]:
    """Return the decisions that stand below the present instance: those since the last one that was revoked."""
    revoked = [at for at, each in enumerate(case.decisions, 1) if each.outcome.kind is OutcomeKind.REVOKED]
    return case.decisions[revoked[-1] :] if revoked else case.decisions


def last_reply(case: Case) -> Outcome | None:
    """Return the last written reply that stands; None where there is none."""
    if case.outcome is not None:
        return case.outcome
    before = looked_at(case)
    return before[-1].outcome if before else None


def received_at(case: Case) -> datetime | None:
    """Return when the reply of a closed case was received: from then on the days for a review count (article 35).

    Of cases from before receipts were kept it is the end of the case, as their residents were told.
    """
    return case.reply.received_at if case.reply is not None else case.closed_at


def review_until(case: Case, rules: Rules) -> datetime | None:
    """Return the end of the thirty days in which a case's written reply may be looked at again by the unit above.

    The reply of a closed case; or a promise that runs, which is a written reply as well, and is looked at without
    waiting for its day. What is carried out is answered anew, and has its own days then. A resident's last day never
    falls on a day off. None where there is no such right: of other kinds than requests, after a re-examination, without
    a reply or its receipt, and of what a court decides.
    """
    received = received_at(case)
    if not is_reviewable(case) or received is None:
        return None
    return rules.calendar.limit(received, rules.profile.limits.review_days, for_resident=True)


def may_ask_review(case: Case, rules: Rules, now: datetime) -> bool:
    """Tell whether a review can be asked for now: also of a promise whose days have not begun, as nobody knows that it
    was read.
    """
    until = review_until(case, rules)
    return now < until if until is not None else is_reviewable(case) and case.is_open


def is_reviewable(case: Case) -> bool:
    """Tell whether a case has a decision that somebody above may look at again, in time or not."""
    decided = case.outcome is not None and not (case.held is Held.COURT and case.unit_id is None)
    ended = case.state is State.CLOSED and case.closing not in {Closing.WITHDRAWN, Closing.SETTLED}
    promised = case.state is State.PROMISED and not is_settlement(case)
    return (ended or promised) and decided and path_of(case.kind).reviews and next_instance(case) is not None


def reopens(case: Case) -> bool:
    """Tell whether a word of its resident's takes up a closed case: not what a unit above has decided for good."""
    return case.outcome is None or case.outcome.kind is not OutcomeKind.UPHELD


def reopen_until(case: Case, rules: Rules) -> datetime:
    """Return until when a closed case can be taken up by a word of its resident's."""
    return rules.calendar.limit(case.closed_at or case.epoch_at, rules.profile.times.reopen_days, for_resident=True)


def still_promised(case: Case, rules: Rules, now: datetime) -> datetime | None:
    """Return by when a promise that a review upholds is to be carried out; None where nothing waits for that.

    That is its own day, or, where that has passed meanwhile, as many days as what is revoked has to be done again.
    """
    before = looked_at(case)
    by = before[-1].outcome.by if before else None
    return by if by is None or by > now else rules.calendar.limit(now, rules.profile.limits.redo_days)


def is_final(case: Case, rules: Rules, now: datetime) -> bool:
    """Tell whether the same facts and reasons are not accepted again: after the last instance (article 36), and where
    the days for a review have passed (article 35).

    What the resident has called solved, or agreed to, is never final: where it breaks again, that is a new matter.
    """
    if case.is_open or case.closing in _AGREED_ENDS or not path_of(case.kind).reviews or last_reply(case) is None:
        return False
    if case.held is Held.COURT and case.unit_id is None:
        return False
    if case.instance is Instance.FIRST and (now < reopen_until(case, rules) or case.closing is Closing.WITHDRAWN):
        return False
    until = review_until(case, rules)
    return until is None or now >= until


def reviewer(org: Organisation, case: Case) -> int | None:
    """Return the unit that looks at a case's decision again: the one above, never one that decided it, nor below such.

    Where a unit has none above it, it is the general office of the area above. None where none is known here: then a
    dispatcher says who it is.
    """
    unit = org.units.get(case.unit_id) if case.unit_id is not None else None
    while unit is not None:
        unit = org.superior(unit)
        if unit is not None and may_review(org, case, unit):
            return unit.id
    return _office_above(org, case)


def _office_above(org: Organisation, case: Case) -> int | None:
    unit = org.units.get(case.unit_id) if case.unit_id is not None else None
    area = org.areas.get(unit.area_id) if unit is not None else None
    for above in org.ancestors(area)[1:] if area is not None else ():
        office = org.units.get(org.routes.get((ANY_CATEGORY, above.id), 0))
        if office is not None and may_review(org, case, office):
            return office.id
    return None


def may_review(org: Organisation, case: Case, unit: Unit) -> bool:
    """Tell whether a unit may look at a case's decisions again: it is none of those that decided, nor below them, and
    not accused.
    """
    decided = {each.unit_id for each in looked_at(case)} | ({case.unit_id} if not case.is_open else set())
    accused = set(case.accused) if case.shielded else set()
    return unit.active and not units_above(org, unit.id) & (decided | accused)


def set_apart(staff: Staff, org: Organisation, case: Case) -> frozenset[int]:
    """Return who must not decide a review or a re-examination: whoever decided before, and whoever serves in a unit
    that did, or below it.
    """
    if case.instance is Instance.FIRST:
        return frozenset()
    before = looked_at(case)
    units = units_below(org, {each.unit_id for each in before if each.unit_id is not None})
    people = {post.person_id for post in staff.all() if post.unit_id in units}
    return frozenset(people | {each.cadre_id for each in before if each.cadre_id is not None})
