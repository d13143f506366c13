"""What a policy has due: it waits for a second person, and it comes to its end."""

from datetime import timedelta

from casework.petitions import times_fired
from casework.plans.due import Due, morning, working_day
from casework.policies.policy import Policy, PolicyState
from casework.unit_of_work import Rules


def plan_policy(policy: Policy, rules: Rules) -> list[Due]:
    """Return a policy's plan: asked for again every some working days until it is decided; told once before its end."""
    calendar, figures = rules.calendar, rules.profile.policies
    if policy.state is PolicyState.WAITING:
        fired = policy.fired.get("policy_waits")
        since = fired.at if fired is not None else policy.epoch_at
        day = calendar.add_working_days(calendar.day(since), figures.decided_working_days)
        at = calendar.at(day, rules.profile.times.digest_at)
        return [working_day(rules, "policy_waits", times_fired(policy, "policy_waits"), at)]
    until = policy.content.until
    if policy.state is not PolicyState.SHOWN or until is None or "policy_ends" in policy.fired:
        return []
    # What was approved shortly before its end is told at once, in the morning; what is over already, never.
    at = max(calendar.end_of(until) - timedelta(days=figures.ends_days), policy.epoch_at)
    due = morning(rules, "policy_ends", 0, at)
    return [due] if due.at < calendar.end_of(until) else []
