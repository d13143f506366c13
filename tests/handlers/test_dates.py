"""Days as people type them, and as the service says them."""

from datetime import date

import pytest

from handlers.dates import parse_day, word_day

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("25 March", date(2026, 3, 25)),
        ("25th mar", date(2026, 3, 25)),
        ("March 25", date(2026, 3, 25)),
        ("Sept. 1st, 2026", date(2026, 9, 1)),
        ("1 March", date(2027, 3, 1)),
        ("Wednesday 25 March", date(2026, 3, 25)),
        ("Wed 25 Mar", date(2026, 3, 25)),
        ("3月25日（周三）", date(2026, 3, 25)),
        ("3月25号星期三", date(2026, 3, 25)),
        ("in 3 days", date(2026, 3, 5)),
        ("3天后", date(2026, 3, 5)),
        ("31 February", None),
        ("25 Marble", None),
        ("March", None),
        ("3 March 4", None),
        ("Wednesday", None),
        ("周三", None),
    ],
)
def test_a_day_with_the_name_of_its_month_or_weekday_is_read(typed: str, day: date | None) -> None:
    assert parse_day(typed, TODAY) == day


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("day", [date(2026, 3, 4), date(2026, 9, 30), date(2027, 5, 11)])
def test_what_the_service_says_is_read_again(language: str, day: date) -> None:
    assert parse_day(word_day(language, day, TODAY), TODAY) == day
