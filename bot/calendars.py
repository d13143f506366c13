"""Builds the service's calendar from the `holidays` package."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import holidays
from holidays import version

from casework.calendar import SATURDAY_AND_SUNDAY, Calendar

# A country that worked a weekend day since then announces such days year by year; one that did so only
# before (Ukraine) has nothing left to announce.
_MAKE_UP_DAYS_SINCE = 2024


@dataclass(frozen=True, slots=True)
class PublicDays:
    """What the package says of a country in some years: holidays, weekend days that are worked, and the weekdays of the
    weekend (Monday being 0). `source` names package, years and country: with another one nothing need be the same.
    """

    source: str
    holidays: tuple[date, ...]
    worked: tuple[date, ...]
    weekend: tuple[int, ...]


def source_of(years: range, country: str | None = "CN", subdivision: str | None = None) -> str:
    """Return the source of what `public_days` gives for the same."""
    return f"holidays {version.__version__}: {years[0]} to {years[-1]}, {country}, {subdivision}"


def public_days(years: range, country: str | None = "CN", subdivision: str | None = None) -> PublicDays:
    """Look up what a calendar of these years needs. Blocks for a moment, and the package loads every country for it,
    9 MB that stay: call it in a thread, and keep what it gives.

    `country` and `subdivision` are ISO 3166 codes; None means weekends only. Raises ValueError for an empty range, and
    for a country or subdivision that is not known.
    """
    if not years:
        raise ValueError("a calendar needs at least one year")
    source = source_of(years, country, subdivision)
    if country is None:
        return PublicDays(source, (), (), tuple(SATURDAY_AND_SUNDAY))
    # One year more: a bridge day at New Year is made up for in the year before.
    asked = range(min(years[0], _MAKE_UP_DAYS_SINCE), years[-1] + 2)
    try:
        known = holidays.country_holidays(country, subdiv=subdivision, years=asked)
    except NotImplementedError as error:
        raise ValueError(f"no holidays are known for {country} {subdivision or ''}".rstrip()) from error
    weekend = tuple(day.weekday() for day in _first_week(years[-1]) if known.is_weekend(day))
    return PublicDays(source, tuple(known), tuple(known.weekend_workdays), weekend)


def build_calendar(zone_name: str, years: range, quiet_from: time, quiet_to: time, days: PublicDays) -> Calendar:
    """Return the calendar of a zone ("Asia/Shanghai") with the `public_days` of these years.

    Years whose make-up days nobody has announced yet come with the fixed and computed holidays and are provisional.
    Years outside `years` have weekends only, and later ones are provisional; without any holidays none is.

    Raises ValueError for a zone that is not known.
    """
    first, last = years[0], years[-1]
    announced = {day.year for day in days.worked if day.year >= _MAKE_UP_DAYS_SINCE}
    return Calendar(
        zone=_zone(zone_name),
        days_off=frozenset(day for day in days.holidays if first <= day.year <= last),
        extra_workdays=frozenset(day for day in days.worked if first <= day.year <= last),
        announced_until=min(max(announced, default=last), last) if days.holidays else date.max.year,
        quiet_from=quiet_from,
        quiet_to=quiet_to,
        weekend=frozenset(days.weekend),
    )


def _first_week(year: int) -> list[date]:
    return [date(year, 1, 1) + timedelta(days=n) for n in range(7)]


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"no such time zone: {name}") from error
