"""What is due for a reception day: it is brought to mind, and closed when it is over. And for a series: its next day is
opened for booking.
"""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from casework.petitions import Fired, times_fired
from casework.plans.appointments import evening_before
from casework.plans.due import Due, any_day, working_day
from casework.reception.days import DayState, Reception
from casework.reception.series import Series, SeriesState
from casework.unit_of_work import Rules


def plan_reception(reception: Reception, rules: Rules) -> list[Due]:
    """Return a day's plan; never empty while it is open.

    Whoever has a place hears of it the evening before, and some hours before their own time: so each time is a round
    of its own. From the next working morning on the office is asked to close the day, until it is closed.
    """
    if reception.state is not DayState.OPEN:
        return []
    calendar, times = rules.calendar, rules.profile
    wanted = []
    evening = evening_before(reception.begins_at, rules)
    if "reception_tomorrow" not in reception.fired and reception.published_at < evening:
        wanted.append(any_day(rules, "reception_tomorrow", 0, evening))
    slot = times_fired(reception, "reception_soon")
    if slot < len(reception.starts):
        at = reception.starts[slot] - timedelta(hours=times.reception.soon_hours)
        wanted.append(any_day(rules, "reception_soon", slot, at))
    fired = reception.fired.get("reception_over")
    at = calendar.next_morning(fired.at if fired is not None else reception.ends_at, times.times.digest_at)
    wanted.append(working_day(rules, "reception_over", times_fired(reception, "reception_over"), at))
    return wanted


def told_by_change(reception: Reception, rules: Rules, now: datetime) -> Mapping[str, Fired]:
    """Return what counts as fired of a day that is changed now: whoever hears of the change needs no reminder besides
    whose moment has passed.
    """
    ahead = timedelta(hours=rules.profile.reception.soon_hours)
    soon = sum(start - ahead <= now for start in reception.starts)
    fired = {"reception_soon": Fired(soon, now)} if soon else {}
    if evening_before(reception.begins_at, rules) <= now:
        fired["reception_tomorrow"] = Fired(1, now)
    return fired


def plan_series(series: Series, rules: Rules) -> list[Due]:
    """Return the plan of a series; never empty while it is open: the next day is opened some days ahead."""
    if series.state is not SeriesState.OPEN:
        return []
    opens = rules.calendar.at(series.next_day, time()) - timedelta(days=rules.profile.reception.series_days)
    at = rules.calendar.next_morning(opens, rules.profile.times.digest_at)
    return [working_day(rules, "reception_next", times_fired(series, "reception_next"), at)]
