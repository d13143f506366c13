"""What is due of an on-site day: the evening before, its end, how many cases are solved later, and going back."""

from datetime import timedelta

from casework.onsite.outings import Outing, OutingState
from casework.petitions import times_fired
from casework.plans.appointments import evening_before
from casework.plans.due import Due, any_day, morning, working_day
from casework.unit_of_work import Rules


def plan_outing(outing: Outing, rules: Rules) -> list[Due]:
    """Return the plan of an on-site day; never empty until it is over or called off, and its works are finished."""
    calendar, onsite = rules.calendar, rules.profile.onsite
    if outing.state is OutingState.PLANNED:
        wanted = []
        evening = evening_before(outing.at, rules)
        if "outing_tomorrow" not in outing.fired and outing.epoch_at <= evening:
            wanted.append(any_day(rules, "outing_tomorrow", 0, evening))
        fired = outing.fired.get("outing_over")
        at = calendar.next_morning(fired.at if fired is not None else calendar.end_of(calendar.day(outing.at)))
        return [*wanted, working_day(rules, "outing_over", times_fired(outing, "outing_over"), at)]
    if outing.state is OutingState.OFF or outing.over_at is None:
        return []
    wanted = []
    if outing.worked and outing.solved is None:
        wanted.append(morning(rules, "outing_counted", 0, outing.over_at + timedelta(days=onsite.counted_days)))
    if outing.works:
        fired = outing.fired.get("outing_return")
        since = fired.at if fired is not None else outing.over_at
        due = since + timedelta(days=onsite.return_days)
        wanted.append(morning(rules, "outing_return", times_fired(outing, "outing_return"), due))
    return wanted
