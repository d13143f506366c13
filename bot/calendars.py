"""Builds the service's calendar from the `holidays` package."""

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import holidays

from casework.calendar import Calendar

# A country that worked a weekend day since then announces such days year by year; one that did so only
# before (Ukraine) has nothing left to announce.
_MAKE_UP_DAYS_SINCE = 2024


def build_calendar(
    zone_name: str,
    years: range,
    quiet_from: time,
    quiet_to: time,
    *,
    country: str | None = "CN",
    subdivision: str | None = None,
) -> Calendar:
    """Return the calendar of a zone ("Asia/Shanghai") with a country's holidays in these years.

    `country` and `subdivision` are ISO 3166 codes; None means weekends only. Years whose make-up days nobody
    has announced yet come with the fixed and computed holidays and are provisional. Years outside `years`
    have weekends only, and later ones are provisional. Blocks for a moment: call it in a thread.

    Raises ValueError for an empty range, and for a zone, country or subdivision that is not known.
    """
    if not years:
        raise ValueError("a calendar needs at least one year")
    zone = _zone(zone_name)
    if country is None:
        return Calendar(zone, frozenset(), frozenset(), date.max.year, quiet_from, quiet_to)
    first, last = years[0], years[-1]
    # One year more: a bridge day at New Year is made up for in the year before.
    asked = range(min(first, _MAKE_UP_DAYS_SINCE), last + 2)
    try:
        known = holidays.country_holidays(country, subdiv=subdivision, years=asked)
    except NotImplementedError as error:
        raise ValueError(f"no holidays are known for {country} {subdivision or ''}".rstrip()) from error
    announced = {day.year for day in known.weekend_workdays if day.year >= _MAKE_UP_DAYS_SINCE}
    return Calendar(
        zone=zone,
        days_off=frozenset(day for day in known if first <= day.year <= last),
        extra_workdays=frozenset(day for day in known.weekend_workdays if first <= day.year <= last),
        announced_until=min(max(announced, default=last), last),
        quiet_from=quiet_from,
        quiet_to=quiet_to,
        weekend=frozenset(day.weekday() for day in _first_week(last) if known.is_weekend(day)),
    )


def _first_week(year: int) -> list[date]:
    return [date(year, 1, 1) + timedelta(days=n) for n in range(7)]


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"no such time zone: {name}") from error
