"""What is due of what goes out to everybody: the briefs, and the entries of the public ledger."""

from datetime import timedelta
from typing import Final

from casework.briefs.brief import Brief, BriefState
from casework.ledger import LedgerEntry, LedgerState
from casework.petitions import times_fired
from casework.plans.due import Due, any_day, working_day
from casework.unit_of_work import Rules

REMINDED: Final = 2
"""How often it is brought to mind that something waits to be let out."""

_DAY: Final = timedelta(days=1)


def plan_brief(brief: Brief, rules: Rules) -> list[Due]:
    """Return a brief's plan: it is made when it is due; a public one that waits is brought to mind, and lapses."""
    if brief.state is BriefState.PLANNED:
        return [Due("brief", 0, brief.at)]
    if brief.state is not BriefState.WAITING:
        return []
    wanted = [any_day(rules, "brief_lapsed", 0, brief.epoch_at + timedelta(days=rules.profile.briefs.waits_days))]
    reminded = times_fired(brief, "brief_waits")
    if reminded < REMINDED:
        wanted.append(working_day(rules, "brief_waits", reminded, brief.epoch_at + (reminded + 1) * _DAY))
    return wanted


def plan_entry(entry: LedgerEntry, rules: Rules) -> list[Due]:
    """Return the plan of a ledger's entry: an answer that does not come is a no; what is to be read is brought to mind,
    and kept back where nobody reads it.
    """
    if entry.state not in {LedgerState.ASKED, LedgerState.CHECKING}:
        return []
    ends = entry.epoch_at + timedelta(days=rules.profile.briefs.ledger_days)
    wanted = [any_day(rules, "ledger_lapsed", 0, ends)]
    reminded = times_fired(entry, "ledger_waits")
    if entry.state is LedgerState.CHECKING and reminded < REMINDED:
        wanted.append(working_day(rules, "ledger_waits", reminded, entry.epoch_at + (reminded + 1) * 2 * _DAY))
    return wanted
