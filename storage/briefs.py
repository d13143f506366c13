"""Counting for a brief: a few queries over groups of cases, whatever their number."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from casework.areas import Area
from casework.briefs.figures import Counted, Group, Kept, Promised, Span, Stars
from casework.briefs.periods import Period
from casework.calendar import Calendar
from casework.organisation import Unit
from casework.profile import Briefs
from storage.codec import from_micros, to_micros
from storage.dialects import Session

SPANS = 8
"""How many periods in a row are shown, the brief's own being the last."""


async def count(
    session: Session,
    area: Area,
    period: Period,
    calendar: Calendar,
    rules: Briefs,
    readers: Iterable[int] = (),
    unit: Unit | None = None,
) -> Counted:
    """Count what lies in an area or below it in a period; `Counted.kept` for each of the `readers` (people's ids).

    With a `unit`: what that one has, and those below it, wherever it lies.
    """
    since, before = period.moments(calendar)
    where = {"path": area.path, "unit": ""} if unit is None else {"path": "/", "unit": str(unit.id)}
    times = {"since": to_micros(since), "before": to_micros(before)}
    earlier = to_micros(since - rules.compared * (before - since))
    rows = await session.rows("brief_groups", earlier=earlier, **where, **times)
    stars = await session.rows("brief_stars", **where, before=times["before"])
    quiet = to_micros(before - timedelta(weeks=rules.silent_weeks))
    heard = await session.rows("brief_heard", **where, start=quiet, before=times["before"])
    until = to_micros(before + timedelta(days=rules.promise_days))
    near = where | {"until": until, "most": rules.promises}
    promised = [_promised(row) for row in await session.rows("brief_promised", **near)]
    promised += [
        Promised("", "", row[0], from_micros(row[2]), row[1]) for row in await session.rows("brief_tasks", **near)
    ]
    promised.sort(key=lambda each: each.at)
    kept = {
        person: Kept(*row)
        for person in readers
        for row in await session.rows("brief_kept", person=person, path=where["path"], **times)
    }
    return Counted(
        [Group(row[0], row[1], row[2], tuple(row[3:])) for row in rows],
        [Stars(path, unit, given, from_micros(at)) for path, unit, given, at in stars],
        await _spans(session, where, since, before),
        frozenset(row[0] for row in heard),
        promised[: rules.promises],
        kept,
    )


async def _spans(session: Session, where: Mapping[str, str], since: datetime, before: datetime) -> list[Span]:
    """Return the last periods, oldest first. They are as long as the brief's own, by the hour."""
    length = before - since
    start = before - SPANS * length
    span = {
        **where,
        "start": to_micros(start),
        "before": to_micros(before),
        "length": length // timedelta(microseconds=1),
    }
    came = dict(map(tuple, await session.rows("brief_came", **span)))
    ended = dict(map(tuple, await session.rows("brief_ended", **span)))
    return [Span(start + at * length, came.get(at, 0), ended.get(at, 0)) for at in range(SPANS)]


def _promised(row: Sequence[Any]) -> Promised:
    number, suffix, shared, category, area_id, at = row
    return Promised(f"{number}-{suffix}" if shared else number, category, area_id, from_micros(at))
