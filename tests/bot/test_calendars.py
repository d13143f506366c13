from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.calendars import build_calendar, public_days
from casework.calendar import Calendar


def build(first: int, last: int, *, country: str | None = "CN", subdivision: str | None = None) -> Calendar:
    years = range(first, last + 1)
    return build_calendar("Asia/Shanghai", years, time(21, 30), time(8, 0), public_days(years, country, subdivision))


CHINA = build(2024, 2026)
YEARS = range(2025, 2027)


@pytest.mark.parametrize(
    "day", [date(2024, 2, 4), date(2024, 2, 18), date(2025, 1, 26), date(2025, 9, 28), date(2026, 2, 14)]
)
def test_a_weekend_day_that_makes_up_for_a_bridge_day_is_worked(day: date) -> None:
    assert day.weekday() >= 5
    assert CHINA.is_working(day)


@pytest.mark.parametrize(
    "day", [date(2024, 2, 15), date(2025, 1, 28), date(2025, 10, 1), date(2025, 10, 8), date(2026, 1, 2)]
)
def test_a_weekday_that_is_a_holiday_or_bridge_day_is_off(day: date) -> None:
    assert day.weekday() < 5
    assert not CHINA.is_working(day)


def test_a_year_of_china_has_as_many_working_days_as_announced() -> None:
    assert CHINA.working_days_between(date(2023, 12, 31), date(2024, 12, 31)) == 251
    assert CHINA.working_days_between(date(2024, 12, 31), date(2025, 12, 31)) == 248


def test_a_make_up_day_in_december_belongs_to_the_new_year_after_it() -> None:
    assert build(2018, 2018).is_working(date(2018, 12, 29))


def test_an_unannounced_year_is_provisional_with_its_computed_holidays() -> None:
    far = build(2040, 2041)
    assert far.is_provisional(date(2040, 5, 8))
    assert not far.is_working(date(2040, 10, 1))
    assert far.extra_workdays == frozenset()
    assert far.add_working_days(date(2040, 9, 28), 2) > date(2040, 10, 3)


def test_years_that_nobody_can_compute_have_weekends() -> None:
    farther = build(2140, 2141)
    assert farther.is_provisional(date(2140, 1, 1))
    assert not farther.is_working(date(2140, 10, 1) + timedelta(days=1))
    assert farther.is_working(date(2140, 10, 3))


def test_what_was_not_loaded_is_provisional_too() -> None:
    assert build(2024, 2024).is_provisional(date(2025, 1, 1))
    assert not build(2024, 2025).is_provisional(date(2025, 12, 31))


def test_another_country_by_its_code() -> None:
    bavaria = build(2025, 2026, country="DE", subdivision="BY")
    assert not bavaria.is_working(date(2026, 1, 6))
    assert build(2025, 2026, country="DE").is_working(date(2026, 1, 6))
    assert not bavaria.is_provisional(date(2026, 1, 6))


def test_another_country_with_make_up_days_is_provisional_until_it_announces_them() -> None:
    hungary = build(2025, 2040, country="HU")
    assert hungary.is_working(date(2025, 5, 17))
    assert not hungary.is_provisional(date(2025, 5, 17))
    assert hungary.is_provisional(date(2040, 5, 19))


def test_a_country_that_gave_up_make_up_days_long_ago_is_not_provisional() -> None:
    assert not build(2025, 2026, country="UA").is_provisional(date(2026, 1, 6))


def test_a_weekend_follows_its_country() -> None:
    assert build(2025, 2026, country="SA").weekend == frozenset({4, 5})
    assert build(2015, 2016, country="AE").weekend == frozenset({4, 5})
    assert build(2025, 2026, country="AE").weekend == frozenset({5, 6})


def test_without_a_country_only_weekends_are_off() -> None:
    plain = build(2025, 2026, country=None)
    assert plain.is_working(date(2025, 10, 1))
    assert not plain.is_working(date(2025, 10, 4))
    assert not plain.is_provisional(date(2030, 1, 1))


def test_the_quiet_hours_are_those_given() -> None:
    calendar = build_calendar("Europe/Berlin", YEARS, time(22, 0), time(7, 0), public_days(YEARS, "DE"))
    assert calendar.awake(datetime(2025, 7, 1, 21, 0, tzinfo=UTC)) == datetime(2025, 7, 2, 5, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "country", "subdivision", "said"),
    [
        ("Asia/Nowhere", "CN", None, "no such time zone: Asia/Nowhere"),
        ("../etc", "CN", None, "no such time zone"),
        ("Asia/Shanghai", "XX", None, "no holidays are known for XX"),
        ("Asia/Shanghai", "CN", "ZZ", "no holidays are known for CN ZZ"),
    ],
)
def test_a_wrong_setting_is_named(zone: str, country: str, subdivision: str | None, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        build_calendar(zone, YEARS, time(), time(), public_days(YEARS, country, subdivision))


def test_no_years_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one year"):
        build(2026, 2025)
