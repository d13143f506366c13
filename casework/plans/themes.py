"""What is due for a theme: its plan. What was planned is a dated task, and has a plan of its own."""

from casework.petitions import times_fired
from casework.plans.due import Due, working_day
from casework.themes import Theme
from casework.unit_of_work import Rules


def plan_theme(theme: Theme, rules: Rules) -> list[Due]:
    """Return a theme's plan. Never empty while it is open: its owner is reminded, then those over its place, too."""
    if not theme.is_open:
        return []
    calendar, figures = rules.calendar, rules.profile.research
    fired = theme.fired.get("theme_plan")
    since = fired.at if fired is not None else theme.epoch_at
    day = calendar.add_working_days(calendar.day(since), figures.plan_working_days)
    at = calendar.at(day, rules.profile.times.digest_at)
    return [working_day(rules, "theme_plan", times_fired(theme, "theme_plan"), at)]
