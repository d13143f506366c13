from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.calendar import Calendar

SHANGHAI = ZoneInfo("Asia/Shanghai")
BERLIN = ZoneInfo("Europe/Berlin")
ODD_ZONES = [
    ZoneInfo("America/Havana"),  # Its clocks change at midnight,
    ZoneInfo("Africa/Cairo"),
    ZoneInfo("Australia/Lord_Howe"),  # by half an hour,
    ZoneInfo("Pacific/Apia"),  # or skip a day, as on 2011-12-30.
]

NATIONAL_DAY_2025 = frozenset(date(2025, 10, day) for day in range(1, 9))
CHINA = Calendar(SHANGHAI, NATIONAL_DAY_2025, frozenset({date(2025, 9, 28), date(2025, 10, 11)}), announced_until=2025)
GERMANY = Calendar(BERLIN, frozenset({date(2025, 12, 25), date(2025, 12, 26)}), frozenset(), announced_until=9999)

calendars = st.sampled_from([CHINA, GERMANY, *(Calendar(zone, frozenset(), frozenset(), 9999) for zone in ODD_ZONES)])
moments = st.datetimes(datetime(2005, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
days = st.dates(date(2005, 1, 1), date(2035, 1, 1))


def in_china(*when: int) -> datetime:
    return datetime(*when, tzinfo=SHANGHAI)  # type: ignore[arg-type, misc]


def in_germany(*when: int) -> datetime:
    return datetime(*when, tzinfo=BERLIN)  # type: ignore[arg-type, misc]


class TestDays:
    def test_a_day_is_the_local_one(self) -> None:
        assert CHINA.day(datetime(2025, 10, 1, 16, 0, tzinfo=UTC)) == date(2025, 10, 2)
        assert CHINA.day(datetime(2025, 10, 1, 15, 59, tzinfo=UTC)) == date(2025, 10, 1)

    def test_a_naive_moment_is_refused(self) -> None:
        with pytest.raises(ValueError, match="time zone"):
            CHINA.day(datetime(2025, 10, 1, 16, 0))  # noqa: DTZ001

    def test_a_day_ends_at_midnight_of_the_service(self) -> None:
        assert CHINA.end_of(date(2025, 10, 1)) == datetime(2025, 10, 1, 16, 0, tzinfo=UTC)
        assert CHINA.end_of(date(2025, 10, 1)).tzinfo is UTC

    def test_the_last_day_of_what_ends_at_midnight_is_the_day_before(self) -> None:
        day = date(2025, 10, 1)
        assert CHINA.last_day(CHINA.end_of(day)) == day
        assert CHINA.last_day(CHINA.end_of(day) + timedelta.resolution) == day + timedelta(days=1)

    def test_the_day_of_the_clock_change_has_23_or_25_hours(self) -> None:
        spring, autumn = date(2025, 3, 30), date(2025, 10, 26)
        assert GERMANY.end_of(spring) - GERMANY.at(spring, time()) == timedelta(hours=23)
        assert GERMANY.end_of(autumn) - GERMANY.at(autumn, time()) == timedelta(hours=25)

    def test_a_time_that_the_clocks_skip_is_moved_on(self) -> None:
        assert GERMANY.at(date(2025, 3, 30), time(2, 30)) == in_germany(2025, 3, 30, 3, 30)

    @pytest.mark.parametrize("fold", [0, 1])
    def test_a_time_that_comes_twice_is_the_first(self, fold: int) -> None:
        half_past_two = GERMANY.at(date(2025, 10, 26), time(2, 30, fold=fold))
        assert half_past_two == datetime(2025, 10, 26, 0, 30, tzinfo=UTC)

    @given(calendars, days)
    def test_only_the_instants_before_its_end_belong_to_a_day(self, calendar: Calendar, day: date) -> None:
        last_instant = calendar.end_of(day) - timedelta(microseconds=1)
        assert calendar.day(last_instant) <= day < calendar.day(calendar.end_of(day))

    @given(calendars, moments)
    def test_every_moment_lies_before_the_end_of_its_day(self, calendar: Calendar, moment: datetime) -> None:
        day = calendar.day(moment)
        assert calendar.end_of(day - timedelta(days=1)) <= moment < calendar.end_of(day)


class TestWorkingDays:
    def test_weekends_and_holidays_are_off_and_make_up_days_are_not(self) -> None:
        assert CHINA.is_working(date(2025, 9, 26))
        assert not CHINA.is_working(date(2025, 9, 27))
        assert CHINA.is_working(date(2025, 9, 28))
        assert not CHINA.is_working(date(2025, 10, 1))

    def test_a_year_without_announced_days_is_provisional_and_counts_with_weekends(self) -> None:
        assert not CHINA.is_provisional(date(2025, 12, 31))
        assert CHINA.is_provisional(date(2026, 1, 1))
        assert not CHINA.is_working(date(2031, 6, 7))
        assert CHINA.is_working(date(2031, 6, 9))

    def test_the_day_after_the_golden_week_follows_the_day_before(self) -> None:
        assert CHINA.add_working_days(date(2025, 9, 30), 1) == date(2025, 10, 9)
        assert CHINA.add_working_days(date(2025, 9, 30), 3) == date(2025, 10, 11)
        assert CHINA.add_working_days(date(2025, 10, 9), -1) == date(2025, 9, 30)
        assert CHINA.add_working_days(date(2025, 10, 4), 0) == date(2025, 10, 4)

    def test_the_next_working_day_may_be_the_day_itself(self) -> None:
        assert CHINA.next_working(date(2025, 9, 30)) == date(2025, 9, 30)
        assert CHINA.next_working(date(2025, 10, 1)) == date(2025, 10, 9)

    def test_a_friday_and_saturday_weekend_is_kept(self) -> None:
        riyadh = ZoneInfo("Asia/Riyadh")
        calendar = Calendar(riyadh, frozenset(), frozenset(), 9999, weekend=frozenset({4, 5}))
        assert not calendar.is_working(date(2025, 10, 3))
        assert calendar.is_working(date(2025, 10, 5))

    @pytest.mark.parametrize("weekend", [frozenset(range(7)), frozenset({7})])
    def test_a_week_without_working_days_is_refused(self, weekend: frozenset[int]) -> None:
        with pytest.raises(ValueError, match="working day"):
            Calendar(SHANGHAI, frozenset(), frozenset(), 2025, weekend=weekend)

    @given(days, st.integers(0, 60))
    def test_adding_and_counting_agree(self, day: date, n: int) -> None:
        assert CHINA.working_days_between(day, CHINA.add_working_days(day, n)) == n

    @given(days, st.dates(date(2025, 1, 1), date(2025, 12, 31)), days)
    def test_counts_add_up_and_turn_their_sign(self, a: date, b: date, c: date) -> None:
        count = CHINA.working_days_between
        assert count(a, b) + count(b, c) == count(a, c)
        assert count(a, b) == -count(b, a)


class TestLimits:
    def test_the_first_day_does_not_count_and_the_last_counts_to_its_end(self) -> None:
        assert CHINA.limit(in_china(2025, 3, 1, 23, 59), 15) == in_china(2025, 3, 17)
        assert CHINA.limit(in_china(2025, 3, 1, 0, 0), 15) == in_china(2025, 3, 17)

    def test_sixty_days_and_thirty_more(self) -> None:
        accepted = in_china(2025, 6, 3, 10, 0)
        assert CHINA.limit(accepted, 60) == CHINA.end_of(date(2025, 8, 2))
        assert CHINA.limit(accepted, 60 + 30) == CHINA.end_of(date(2025, 9, 1))

    def test_five_working_days_skip_the_golden_week(self) -> None:
        # 29 and 30 September, 9, 10 and, as a make-up day, Saturday the 11th.
        assert CHINA.limit(in_china(2025, 9, 28, 9, 0), 5, working=True) == CHINA.end_of(date(2025, 10, 11))

    def test_the_last_day_of_an_office_may_be_a_holiday_but_not_that_of_a_resident(self) -> None:
        received = in_china(2025, 9, 3, 12, 0)
        assert CHINA.limit(received, 30) == CHINA.end_of(date(2025, 10, 3))
        assert CHINA.limit(received, 30, for_resident=True) == CHINA.end_of(date(2025, 10, 9))

    def test_a_make_up_sunday_may_be_the_last_day_of_a_resident(self) -> None:
        received = in_china(2025, 8, 29, 12, 0)
        assert CHINA.limit(received, 30, for_resident=True) == CHINA.end_of(date(2025, 9, 28))

    def test_a_limit_over_the_clock_change_still_ends_at_midnight(self) -> None:
        assert GERMANY.limit(in_germany(2025, 10, 20, 9, 0), 15) == in_germany(2025, 11, 5)
        assert GERMANY.limit(in_germany(2025, 3, 20, 9, 0), 15) == in_germany(2025, 4, 5)

    def test_a_limit_in_a_provisional_year_is_given_all_the_same(self) -> None:
        assert CHINA.limit(in_china(2040, 9, 10, 9, 0), 5, working=True) == CHINA.end_of(date(2040, 9, 17))

    def test_a_negative_limit_is_refused(self) -> None:
        with pytest.raises(ValueError, match="before it starts"):
            CHINA.limit(in_china(2025, 3, 1, 9, 0), -1)

    @given(calendars, moments, st.integers(0, 120), st.booleans(), st.booleans())
    def test_a_limit_lies_ahead_and_for_a_resident_on_a_working_day(
        self, calendar: Calendar, start: datetime, count: int, working: bool, for_resident: bool
    ) -> None:
        limit = calendar.limit(start, count, working=working, for_resident=for_resident)
        last = calendar.day(limit - timedelta(microseconds=1))
        assert start < limit
        assert (last - calendar.day(start)).days == calendar.days_left(limit, start) >= count - 1
        if for_resident and calendar.zone.key != "Pacific/Apia":  # The skipped day has no last instant.
            assert calendar.is_working(last)


class TestDaysLeft:
    LIMIT = CHINA.end_of(date(2025, 11, 20))

    @pytest.mark.parametrize(
        ("now", "left"),
        [
            (in_china(2025, 11, 17, 23, 59), 3),
            (in_china(2025, 11, 20, 0, 0), 0),
            (in_china(2025, 11, 20, 23, 59, 59), 0),
            (in_china(2025, 11, 21, 0, 0), -1),
            (in_china(2025, 11, 24, 8, 0), -4),
        ],
    )
    def test_today_is_zero_and_late_is_negative(self, now: datetime, left: int) -> None:
        assert CHINA.days_left(self.LIMIT, now) == left

    def test_a_limit_of_some_hours_is_today(self) -> None:
        now = in_china(2025, 11, 20, 9, 0)
        assert CHINA.days_left(now + timedelta(hours=2), now) == 0


class TestQuietHours:
    @pytest.mark.parametrize(
        ("moment", "awake"),
        [
            (in_china(2025, 11, 20, 21, 29), in_china(2025, 11, 20, 21, 29)),
            (in_china(2025, 11, 20, 21, 30), in_china(2025, 11, 21, 8, 0)),
            (in_china(2025, 11, 20, 0, 0), in_china(2025, 11, 20, 8, 0)),
            (in_china(2025, 11, 20, 7, 59), in_china(2025, 11, 20, 8, 0)),
            (in_china(2025, 11, 20, 8, 0), in_china(2025, 11, 20, 8, 0)),
            (in_china(2025, 12, 31, 23, 0), in_china(2026, 1, 1, 8, 0)),
        ],
    )
    def test_the_night_waits_for_the_morning(self, moment: datetime, awake: datetime) -> None:
        assert CHINA.awake(moment) == awake

    def test_the_night_of_the_clock_change_ends_at_eight_by_the_clock(self) -> None:
        assert GERMANY.awake(in_germany(2025, 3, 29, 23, 0)) == datetime(2025, 3, 30, 6, 0, tzinfo=UTC)
        assert GERMANY.awake(in_germany(2025, 10, 25, 23, 0)) == datetime(2025, 10, 26, 7, 0, tzinfo=UTC)

    def test_a_midday_rest_is_within_one_day(self) -> None:
        rest = Calendar(SHANGHAI, frozenset(), frozenset(), 2025, time(12, 0), time(14, 0))
        assert rest.awake(in_china(2025, 11, 20, 13, 0)) == in_china(2025, 11, 20, 14, 0)
        assert rest.awake(in_china(2025, 11, 20, 23, 0)) == in_china(2025, 11, 20, 23, 0)

    def test_equal_ends_mean_no_quiet_hours(self) -> None:
        always = Calendar(SHANGHAI, frozenset(), frozenset(), 2025, time(8, 0), time(8, 0))
        assert always.awake(in_china(2025, 11, 20, 3, 0)) == in_china(2025, 11, 20, 3, 0)

    def test_quiet_hours_never_send_back_in_time(self) -> None:
        early = Calendar(BERLIN, frozenset(), frozenset(), 2025, time(22, 0), time(2, 30))
        second_ten_past_two = datetime(2025, 10, 26, 1, 10, tzinfo=UTC)
        assert early.awake(second_ten_past_two) == second_ten_past_two

    @given(calendars, moments)
    def test_awake_comes_never_before_and_stays(self, calendar: Calendar, moment: datetime) -> None:
        awake = calendar.awake(moment)
        assert moment <= awake
        assert calendar.awake(awake) == awake
        assert time(8, 0) <= awake.astimezone(calendar.zone).time() < time(21, 30)


class TestMornings:
    def test_the_digest_comes_on_the_next_working_morning(self) -> None:
        assert CHINA.next_morning(in_china(2025, 11, 20, 8, 0)) == in_china(2025, 11, 20, 8, 30)
        assert CHINA.next_morning(in_china(2025, 11, 20, 8, 30)) == in_china(2025, 11, 21, 8, 30)
        assert CHINA.next_morning(in_china(2025, 11, 21, 9, 0)) == in_china(2025, 11, 24, 8, 30)
        assert CHINA.next_morning(in_china(2025, 9, 30, 9, 0)) == in_china(2025, 10, 9, 8, 30)

    def test_any_morning_where_days_off_count(self) -> None:
        evening = in_china(2025, 9, 30, 19, 0)
        assert CHINA.next_morning(evening, time(7, 15), working=False) == in_china(2025, 10, 1, 7, 15)

    @given(calendars, moments)
    def test_the_morning_is_strictly_ahead(self, calendar: Calendar, moment: datetime) -> None:
        morning = calendar.next_morning(moment)
        assert morning > moment
        assert calendar.is_working(calendar.day(morning))
        assert calendar.next_morning(morning - timedelta(microseconds=1)) == morning
