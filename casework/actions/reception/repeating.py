"""A day is repeated: its series opens the next day for booking, ahead of time, until it is ended."""

from typing import Any

from casework.actions.reception.access import run_by
from casework.actions.reception.announcing import Announced, leads, publish, refuse_times
from casework.actions.reception.following import end_series, its_series
from casework.actions.telling import tell
from casework.errors import NotYours, Refused
from casework.notices import Urgency
from casework.petitions import fired_again
from casework.reception.changing import spans_of
from casework.reception.days import DayState, Reception
from casework.reception.hours import starts_of
from casework.reception.rights import answering, runs
from casework.reception.series import Rule, Series, SeriesState, held_on, next_after, rules_of
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork


async def repeat(uow: UnitOfWork, reception_id: int, by: int, rule: Rule) -> Series:
    """Let an announced day be the first of a series; the next ones are opened by and by, as their time comes.

    Raises NotYours, Refused("reception-over"), Refused("reception-repeats") where it is of a series already, and
    Refused("reception-no-rule") for a rule by which the day itself would not come.
    """
    first = await repeatable(uow, reception_id, by)
    calendar = uow.rules.calendar
    day = calendar.day(first.begins_at)
    if rule not in rules_of(day):
        raise Refused("reception-no-rule")
    series = Series(
        uow.new_id(),
        first.area_id,
        first.area_path,
        first.host_id,
        first.place,
        first.topics,
        first.rooms,
        rule,
        spans_of(first, calendar),
        first.minutes,
        next_after(rule, day),
        by,
        uow.now,
        public=first.public,
    )
    uow.put(series)
    uow.put(replace(first, series_id=series.id))
    return series


async def repeatable(uow: UnitOfWork, reception_id: int, by: int) -> Reception:
    """Return a day that may become the first of a series.

    Raises NotYours, Refused("reception-over"), and Refused("reception-repeats").
    """
    first = await run_by(uow, reception_id, by)
    if first.state is not DayState.OPEN:
        raise Refused("reception-over")
    if await its_series(uow, first) is not None:
        raise Refused("reception-repeats")
    return first


async def end(uow: UnitOfWork, series_id: int, by: int) -> Series:
    """End a series: no further day is opened, those that are announced stay. Raises NotYours, and
    Refused("reception-series-over").
    """
    series = await uow.get(Series, series_id)
    if series is None or not runs(uow.staff.of(by), series):
        raise NotYours
    if series.state is not SeriesState.OPEN:
        raise Refused("reception-series-over")
    return end_series(uow, series)


async def fire_series(uow: UnitOfWork, series: Series) -> None:
    """Open a series' next day for booking, and tell who answers for it; on a holiday it moves, and says so.

    Days that have passed while nothing ran are passed over. Where the leader is not there any more the series ends;
    where they receive elsewhere at that time the day is left out. Both are told.
    """
    calendar = uow.rules.calendar
    begins, _ = series.spans[0]
    day = series.next_day
    while calendar.at(held_on(calendar, day), begins) <= uow.now:
        day = next_after(series.rule, day)
    held = held_on(calendar, day)
    starts = starts_of(calendar, held, series.spans, series.minutes)
    later = replace(series, next_day=next_after(series.rule, day), fired=fired_again(series, "reception_next", uow.now))
    if not leads(uow, series.host_id, series.area_id):
        end_series(uow, later)
        await _tell(uow, series, "reception_series_ended")
        return
    try:
        await refuse_times(uow, series.host_id, starts, series.minutes)
    except Refused:
        uow.put(later)
        await _tell(uow, series, "reception_left_out", day=day)
        return
    uow.put(later)
    announced = Announced(
        series.area_id, series.host_id, series.place, starts, series.minutes, series.rooms, series.topics, series.public
    )
    opened = await publish(uow, series.published_by, announced, series.id, day if held != day else None)
    await _tell(uow, series, "reception_opened", reception_id=opened.id)


async def _tell(uow: UnitOfWork, series: Series, kind: str, **args: Any) -> None:
    for person_id in answering(uow.staff, series):
        await tell(uow, person_id, kind, Urgency.NOW, None, True, series_id=series.id, **args)
