"""What a visit, a hearing or a mediation has due for both sides: brought to mind before, asked after."""

from datetime import datetime, time, timedelta
from typing import Final

from casework.petitions import Case, times_fired
from casework.plans.due import Due, any_day, told_since, working_day
from casework.unit_of_work import Rules

EVENING: Final = time(17, 30)
"""When a visit of the next day is brought to mind."""

_DAY: Final = timedelta(days=1)


def visit(case: Case, rules: Rules) -> list[Due]:
    """A visit: the evening before both sides are reminded; the morning after the cadre is asked how it was."""
    return _appointment("visit", case.visit_at, case, rules)


def meeting(case: Case, rules: Rules) -> list[Due]:
    """A hearing or a mediation: likewise, until it is recorded."""
    ahead = case.meeting is not None and case.meeting.is_ahead
    return _appointment("meeting", case.meeting.at if case.meeting is not None and ahead else None, case, rules)


def evening_before(moment: datetime, rules: Rules) -> datetime:
    """Return when something that happens at `moment` is brought to mind: in the evening of the day before."""
    return rules.calendar.at(rules.calendar.day(moment) - _DAY, EVENING)


def _appointment(kind: str, at: datetime | None, case: Case, rules: Rules) -> list[Due]:
    if at is None:
        return []
    calendar = rules.calendar
    before = evening_before(at, rules)
    after = calendar.next_morning(calendar.end_of(calendar.day(at)), rules.profile.times.digest_at)
    tomorrow, over = f"{kind}_tomorrow", f"{kind}_over"
    wanted = []
    if not told_since(case, tomorrow, before):
        wanted.append(any_day(rules, tomorrow, times_fired(case, tomorrow), before))
    if not told_since(case, over, after):
        wanted.append(working_day(rules, over, times_fired(case, over), after))
    return wanted
