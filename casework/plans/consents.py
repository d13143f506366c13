"""What is due of a link by which somebody without a part in a case is asked for a yes, while nobody has answered."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from casework.conditions import waits_for_guardian, waits_for_other_side
from casework.consents import Unanswered
from casework.petitions import Case, times_fired
from casework.plans.due import Due, any_day, told_since, working_day
from casework.unit_of_work import Rules

OTHER_SIDE: Final = "other_side_silent"
GUARDIAN: Final = "guardian_silent"


def unanswered(case: Case, rules: Rules) -> list[Due]:
    """Whoever passes a link on is reminded some days after it was made, and once more before it ends: the cadre of that
    for the other side, also once the resident has called it settled; the child of that for its guardian.
    """
    other_side = case.meeting.unanswered if case.meeting is not None and waits_for_other_side(case) else None
    guardian = case.child.unanswered if case.child is not None and case.is_open and waits_for_guardian(case) else None
    return [
        *_reminders(OTHER_SIDE, other_side, case, rules, working_day),
        *_reminders(GUARDIAN, guardian, case, rules, any_day),
    ]


def ends_soon(link: Unanswered, rules: Rules, now: datetime) -> bool:
    """Tell whether a link is reminded of for the last time."""
    return now >= _last(link, rules)


def _reminders(
    kind: str,
    link: Unanswered | None,
    case: Case,
    rules: Rules,
    hour: Callable[[Rules, str, int, datetime], Due],
) -> list[Due]:
    """Return the next reminder of a link, at an `hour` at which its reader is reached."""
    if link is None:
        return []
    moments = sorted((link.since + timedelta(days=rules.profile.times.consent_days), _last(link, rules)))
    due = [hour(rules, kind, times_fired(case, kind), at) for at in moments if at > link.since]
    return [each for each in due if each.at < link.until and not told_since(case, kind, each.at)][:1]


def _last(link: Unanswered, rules: Rules) -> datetime:
    return link.until - timedelta(days=rules.profile.times.consent_last_days)
