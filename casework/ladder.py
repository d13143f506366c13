"""The ladder: who hears that something is late, and how many working days after its day has passed.

One table for what is late by law, what was promised, and what a supervisor has asked for by a date. Its rungs are
settings; those that come on the same day are one step.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from casework.calendar import Calendar
from casework.people import Role


@dataclass(frozen=True, slots=True)
class Rung:
    """One line of the table: the post that is told, so many working days after the first one on which it is late."""

    role: Role
    working_days: int = 0


RUNGS: Final = (Rung(Role.CADRE), Rung(Role.HEAD), Rung(Role.SUPERVISOR, 3), Rung(Role.LEADER, 5))
"""The ladder where the settings name no other: cadre and head at once, then the supervisor, then the leader."""

ROLES: Final = (Role.CADRE, Role.HEAD, Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER, Role.ADMIN)
"""The posts that may stand on it, from below."""

FROM_HEAD: Final = (Role.HEAD, Role.SUPERVISOR, Role.LEADER)
"""The posts that are asked one after the other for what a head has to see to first."""

FROM_INTAKE: Final = (Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER)
"""The same for what the intake office has to see to first."""

_IN_UNIT: Final = frozenset({Role.CADRE, Role.HEAD})


def steps(rungs: Sequence[Rung]) -> list[tuple[int, tuple[Role, ...]]]:
    """Return the ladder day by day: the working days, and the posts that are told then. `rungs` are in order."""
    return [
        (days, tuple(rung.role for rung in together))
        for days, together in groupby(rungs, key=lambda rung: rung.working_days)
    ]


def roles_at(rungs: Sequence[Rung], step: int) -> tuple[Role, ...]:
    """Return who is told at a step, counted from 0.

    Beyond the last one the lowest post above the unit is told again and again: it is the one that can press.
    """
    known = steps(rungs)
    if step < len(known):
        return known[step][1]
    over = [rung.role for rung in rungs if rung.role not in _IN_UNIT]
    return (over[0] if over else rungs[-1].role,)


def day_of(rungs: Sequence[Rung], calendar: Calendar, late_from: date, step: int) -> date | None:
    """Return the working day of a step, where something is late from the day `late_from`; None beyond the last step.

    Offices are told on the first working day of lateness, and the rungs count working days from that one.
    """
    days = list(dict.fromkeys(rung.working_days for rung in rungs))
    return calendar.add_working_days(calendar.next_working(late_from), days[step]) if step < len(days) else None


def up_to_last(posts: Sequence[Role], step: int) -> Role:
    """Return the post that is asked at a step, counted from 0: beyond the last one that one again and again."""
    return posts[min(step, len(posts) - 1)]


def in_turn(posts: Sequence[Role], step: int) -> Role:
    """Return the post that is asked at a step, counted from 0: beyond the last one they begin anew."""
    return posts[step % len(posts)]


def problem_of(rungs: Sequence[Rung]) -> str:
    """Return what keeps a table from being a ladder, in words for whoever wrote it; "" where it is one."""
    roles = [rung.role for rung in rungs]
    if strangers := [role.value for role in roles if role not in ROLES]:
        return f"{strangers[0]!r} is not above a case; there are {', '.join(role.value for role in ROLES)}"
    if len(set(roles)) < len(roles):
        return "names a post twice"
    if all(role is Role.CADRE for role in roles):
        return "needs somebody above the cadre"
    days = [rung.working_days for rung in rungs]
    if days != sorted(days):
        return "needs its rungs in order, the earliest first"
    return ""
