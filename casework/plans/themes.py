"""What is due for a theme: its plan, the day before it is to be done, and what has passed that day."""

from datetime import datetime, timedelta

from casework.petitions import times_fired
from casework.plans.due import Due, morning, working_day
from casework.themes import Theme, ThemeState
from casework.unit_of_work import Rules


def plan_theme(theme: Theme, rules: Rules) -> list[Due]:
    """Return a theme's plan. Never empty while it is open: owner first, then those over the place, again and again."""
    if not theme.is_open:
        return []
    calendar, figures = rules.calendar, rules.profile.research
    if theme.state is ThemeState.OPEN or theme.due_at is None:
        day = calendar.add_working_days(calendar.day(_last(theme, "theme_plan")), figures.plan_working_days)
        at = calendar.at(day, rules.profile.times.digest_at)
        return [working_day(rules, "theme_plan", times_fired(theme, "theme_plan"), at)]
    late = calendar.at(calendar.day(theme.due_at), rules.profile.times.digest_at)
    if (fired := theme.fired.get("theme_late")) is not None:
        day = calendar.add_working_days(calendar.day(fired.at), rules.profile.times.ladder_again_working_days)
        late = calendar.at(day, rules.profile.times.digest_at)
    wanted = [working_day(rules, "theme_late", times_fired(theme, "theme_late"), late)]
    due = morning(rules, "theme_due", 0, theme.due_at - timedelta(days=1))
    if "theme_due" not in theme.fired and theme.epoch_at <= due.at < theme.due_at:
        wanted.append(due)
    return wanted


def _last(theme: Theme, kind: str) -> datetime:
    fired = theme.fired.get(kind)
    return fired.at if fired is not None else theme.epoch_at
