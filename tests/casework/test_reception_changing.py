"""A day that is changed, and days that repeat: the rules, without a database."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.petitions import Fired
from casework.reception.booking import filled, with_place
from casework.reception.changes import Changes, clashing, continued, planned
from casework.reception.changing import Plan, changed, overlap, plan_of, spans_of
from casework.reception.days import Booking, BookingState, Reception
from casework.reception.hours import parse_hours, starts_of
from casework.reception.plan import plan_reception, plan_series, told_by_change
from casework.reception.series import (
    EVERY,
    LAST,
    Rule,
    Series,
    SeriesState,
    Shift,
    days_after,
    held_on,
    next_after,
    rules_of,
)
from casework.replacing import replace
from casework.unit_of_work import Rules
from tests.casework.service import CALENDAR

RULES: Final = Rules(CALENDAR)
THURSDAY: Final = date(2026, 3, 5)
WEEK_BEFORE: Final = datetime(2026, 2, 26, 1, 0, tzinfo=UTC)
ROOMS: Final = st.sampled_from([("",), ("1", "2"), ("1", "2", "3")])
HOURS: Final = st.sampled_from(["9-10", "9-11", "10-12", "9:30-10:30", "9-10, 14-15", "14-14:20"])


def a_plan(hours: str = "9-10", minutes: int = 20, rooms: tuple[str, ...] = ("",), day: date = THURSDAY) -> Plan:
    """Return a plan of a day."""
    return Plan("hall", "", rooms, starts_of(CALENDAR, day, parse_hours(hours), minutes), minutes)


def a_day(plan: Plan, keys: str = "", waiting: str = "") -> Reception:
    """Return a day by a plan; each letter is who has a place, "." a free one."""
    end = plan.starts[-1] + timedelta(minutes=plan.minutes)
    places = [key.replace(".", "") for key in keys.ljust(len(plan.starts) * len(plan.rooms), ".")]
    begin = plan.starts[0]
    known = (5, 1, "/1/", 9, plan.place, "", plan.rooms, plan.starts, plan.minutes, begin, end, 9, WEEK_BEFORE)
    return Reception(*known, tuple(places), tuple(waiting))


def seats(day: Reception) -> str:
    """Return who has which place, as `a_day` takes it."""
    return "".join(key or "." for key in day.places)


# ----- Who keeps which place -----


@pytest.mark.parametrize(
    ("before", "keys", "after", "seated", "waiting"),
    [
        # The whole day moves: everybody with it.
        (a_plan(), "ab.", a_plan(day=date(2026, 3, 12)), "ab.", "w"),
        (a_plan(), "a.c", a_plan("9:30-10:30"), "a.c", "w"),
        # A longer day: everybody keeps their time.
        (a_plan(), "abc", a_plan("8-11"), "...abc...", "w"),
        # A shorter one: who has no time any more gets the nearest free one.
        (a_plan("9-11"), "a....f", a_plan(), "a.f", "w"),
        (a_plan("9-11"), "..c.ef", a_plan(), "efc", "w"),
        # None is left: they come first on the waiting list, in order.
        (a_plan("9-11"), "abcdef", a_plan(), "abc", "defw"),
        # Longer visits: the time of day counts, not the number.
        (a_plan(), "abc", a_plan(minutes=30), "ab", "cw"),
        (a_plan(), ".bc", a_plan(minutes=30), "bc", "w"),
        # One room less, and one more.
        (a_plan("9-9:40", 20, ("1", "2")), "abcd", a_plan("9-9:40"), "ac", "bdw"),
        (a_plan("9-9:40", 20, ("1", "2")), "ab..", a_plan("9-9:40"), "ab", "w"),
        (a_plan("9-9:40"), "ab", a_plan("9-9:40", 20, ("1", "2")), "a.b.", "w"),
    ],
)
def test_everybody_keeps_their_time_where_they_can(
    before: Plan, keys: str, after: Plan, seated: str, waiting: str
) -> None:
    day = changed(a_day(before, keys, "w"), after, CALENDAR)
    assert (seats(day), "".join(day.waiting)) == (seated, waiting)
    assert plan_of(day) == after
    assert (day.begins_at, day.ends_at) == (after.starts[0], after.starts[-1] + timedelta(minutes=after.minutes))


@given(HOURS, ROOMS, HOURS, ROOMS, st.sampled_from([15, 20, 30]), st.data())
def test_nobody_is_lost_and_no_place_given_twice(
    hours: str, rooms: tuple[str, ...], to: str, to_rooms: tuple[str, ...], minutes: int, data: st.DataObject
) -> None:
    day = a_day(a_plan(hours, 20, rooms), waiting="yz")
    taken = data.draw(st.sets(st.integers(0, len(day.places) - 1)))
    for place in sorted(taken):
        day = with_place(day, place, f"{place}")
    plan = a_plan(to, minutes, to_rooms) if starts_of(CALENDAR, THURSDAY, parse_hours(to), minutes) else a_plan()
    after = changed(day, plan, CALENDAR)
    seated = [key for key in after.places if key]
    assert sorted([*seated, *after.waiting]) == sorted([*(f"{place}" for place in taken), "y", "z"])
    assert len(after.places) == len(plan.starts) * len(plan.rooms)
    # Nobody waits beside a free place, and who had one goes before who had none.
    assert after.waiting == ("y", "z") or "" not in after.places
    assert after.waiting[-2:] == ("y", "z")


def test_new_places_go_to_who_waits_as_long_as_they_can_come() -> None:
    day = a_day(a_plan("9-10"), "a..", "xyz")
    two_hours_before = day.begins_at - timedelta(hours=2)
    assert seats(filled(day, two_hours_before, 2)) == "axy"
    assert filled(day, two_hours_before, 2).waiting == ("z",)
    assert seats(filled(day, two_hours_before + timedelta(minutes=30), 2)) == "a.x"


def test_the_hours_of_a_day_are_read_from_its_times() -> None:
    day = a_day(a_plan("9:00-10:00, 14:00-14:40"))
    assert spans_of(day, CALENDAR) == ((time(9), time(10)), (time(14), time(14, 40)))
    assert starts_of(CALENDAR, THURSDAY, spans_of(day, CALENDAR), 20) == day.starts


def test_two_days_overlap_where_somebody_had_to_be_twice_at_once() -> None:
    day = a_day(a_plan("9-10, 14-15"))
    for hours, twice in (("9:30-10:30", True), ("10-14", False), ("13:50-14:10", True), ("15-16", False)):
        assert overlap(a_plan(hours).starts, 20, day) is twice


def test_a_change_brings_to_mind_only_what_is_still_ahead() -> None:
    eve = CALENDAR.at(date(2026, 3, 4), time(20))
    day = a_day(a_plan("9-12", 60))
    assert told_by_change(day, RULES, WEEK_BEFORE) == {}
    assert told_by_change(day, RULES, eve) == {"reception_tomorrow": Fired(1, eve)}
    at_eight = CALENDAR.at(THURSDAY, time(8))
    late = replace(day, fired=told_by_change(day, RULES, at_eight))
    soon = next(each for each in plan_reception(late, RULES) if each.kind == "reception_soon")
    # That of ten o'clock would have come at eight, too.
    assert (soon.round, soon.at) == (2, CALENDAR.at(THURSDAY, time(9)))


def test_an_entry_that_was_given_out_is_known_to_be_old() -> None:
    visit = Booking("5:7:0", 5, 7, BookingState.BOOKED, WEEK_BEFORE, number=1)
    assert not visit.entry_is_old
    assert not replace(visit, entry=0).entry_is_old
    assert replace(visit, entry=0, sequence=1).entry_is_old
    assert (visit.calendar_uid, replace(visit, uid="4:7:0").calendar_uid) == ("5:7:0", "4:7:0")


# ----- One day, and all that follow -----


def test_what_is_not_changed_stays_as_each_day_has_it() -> None:
    day, other = a_day(a_plan()), a_day(replace(a_plan("14-15", 30, ("1", "2"), date(2026, 3, 13)), place="school"))
    assert planned(day, Changes(), CALENDAR) == plan_of(day)
    for each in (day, other):
        plan = planned(each, Changes(topics="roads", minutes=15), CALENDAR)
        assert (plan.place, plan.rooms, plan.topics, plan.minutes) == (each.place, each.rooms, "roads", 15)
        assert spans_of(changed(each, plan, CALENDAR), CALENDAR) == spans_of(each, CALENDAR)
        assert plan.starts[0] == each.begins_at
    moved = planned(other, Changes(place="mill", day=THURSDAY, spans=parse_hours("9-10")), CALENDAR)
    assert (moved.place, moved.starts) == ("mill", a_plan("9-10", 30).starts)
    # Hours that are shorter than a visit leave no times.
    assert planned(day, Changes(spans=parse_hours("9:00-9:10")), CALENDAR).starts == ()


def test_a_series_goes_on_as_it_was_changed() -> None:
    series = Series(8, 1, "/1/", 9, "hall", "x", ("",), Rule(2), parse_hours("9-10"), 20, THURSDAY, 9, WEEK_BEFORE)
    assert continued(series, Changes()) == series
    after = continued(series, Changes(place="mill", topics="", rooms=("1", "2"), spans=parse_hours("14-15")))
    assert (after.place, after.topics, after.rooms, after.spans) == ("mill", "", ("1", "2"), parse_hours("14-15"))
    assert (after.rule, after.minutes, after.next_day) == (series.rule, series.minutes, series.next_day)


def test_plans_of_one_leader_clash_where_they_share_a_moment() -> None:
    morning, noon = a_plan("9-10"), a_plan("9:40-11")
    assert clashing([morning, a_plan("10-11"), a_plan(day=date(2026, 3, 12))]) is None
    assert clashing([morning, noon]) == noon


# ----- Days that repeat -----


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        (Rule(2), ["2026-03-04", "2026-03-11", "2026-03-18"]),
        (Rule(0, 1), ["2026-03-02", "2026-04-06", "2026-05-04"]),
        (Rule(4, 4), ["2026-03-27", "2026-04-24", "2026-05-22"]),
        (Rule(6, LAST), ["2026-03-29", "2026-04-26", "2026-05-31"]),
    ],
)
def test_a_rule_gives_its_days(rule: Rule, days: list[str]) -> None:
    assert [f"{day}" for day in islice(days_after(rule, date(2026, 2, 28)), 3)] == days
    assert next_after(rule, date.fromisoformat(days[0])) == date.fromisoformat(days[1])


@given(st.dates(date(2025, 1, 1), date(2030, 1, 1)))
def test_a_day_is_one_of_each_rule_by_which_it_may_repeat(day: date) -> None:
    for rule in rules_of(day):
        assert next_after(rule, day - timedelta(days=1)) == day
        following = next_after(rule, day)
        assert following.weekday() == day.weekday()
        assert rule in rules_of(following)
        assert (following - day).days in ({7} if rule.nth == EVERY else {28, 35})


@pytest.mark.parametrize(
    ("before", "after", "day", "then"),
    [
        # The same week, also where the new day is before the old one.
        (Rule(3), Rule(1), "2026-03-05", "2026-03-03"),
        (Rule(3), Rule(6), "2026-03-05", "2026-03-08"),
        # The same place in the same month, in whichever week that is.
        (Rule(3, 1), Rule(6, 1), "2026-03-05", "2026-03-01"),
        (Rule(6, 1), Rule(0, 1), "2026-03-01", "2026-03-02"),
        (Rule(3, LAST), Rule(1, LAST), "2026-03-26", "2026-03-31"),
        # No day by the rule of before.
        (Rule(3), Rule(1), "2026-03-06", None),
        (Rule(3, 1), Rule(1, 1), "2026-03-12", None),
    ],
)
def test_another_weekday_keeps_the_week_or_the_place_in_the_month(
    before: Rule, after: Rule, day: str, then: str | None
) -> None:
    found = Shift(before, after).of(date.fromisoformat(day))
    assert found == (date.fromisoformat(then) if then else None)


@given(st.dates(date(2025, 1, 1), date(2030, 1, 1)), st.integers(0, 6))
def test_days_that_are_shifted_are_the_days_of_the_new_rule_one_by_one(day: date, weekday: int) -> None:
    for rule in rules_of(day):
        shift = Shift(rule, Rule(weekday, rule.nth))
        moved = [shift.of(each) for each in (day, next_after(rule, day))]
        assert None not in moved
        assert moved[0] is not None
        assert shift.after in rules_of(moved[0])
        assert moved[1] == next_after(shift.after, moved[0])


def test_a_shifted_day_moves_from_a_holiday_and_back_from_one() -> None:
    shift = Changes(shift=Shift(Rule(3), Rule(2)))
    wednesday, friday = date(2026, 3, 4), date(2026, 3, 6)
    calendar = replace(CALENDAR, days_off=frozenset({wednesday}))
    plan = planned(a_day(a_plan()), shift, calendar)
    assert (plan.starts[0].date(), plan.moved_from) == (THURSDAY, wednesday)
    # Its Thursday was a holiday, so that it was on Friday: it stands for the Thursday.
    calendar = replace(CALENDAR, days_off=frozenset({THURSDAY}))
    moved = replace(a_day(a_plan(day=friday)), moved_from=THURSDAY)
    plan = planned(moved, shift, calendar)
    assert (plan.starts[0].date(), plan.moved_from) == (wednesday, None)
    assert changed(moved, plan, calendar).moved_from is None
    # The date on which it is anyhow is no other one.
    assert planned(moved, Changes(day=friday), calendar).moved_from == THURSDAY
    assert planned(moved, Changes(day=wednesday), calendar).moved_from is None
    # One that the office has moved to Friday by itself is none of the rule.
    plan = planned(replace(moved, moved_from=None), shift, calendar)
    assert plan.starts[0].date() == friday


def test_a_series_goes_on_by_its_new_rule() -> None:
    series = Series(8, 1, "/1/", 9, "hall", "x", ("",), Rule(3), parse_hours("9-10"), 20, THURSDAY, 9, WEEK_BEFORE)
    after = continued(series, Changes(shift=Shift(Rule(3), Rule(1))))
    assert (after.rule, after.next_day, after.place) == (Rule(1), date(2026, 3, 3), "hall")


def test_on_a_holiday_it_moves_to_the_next_workday() -> None:
    holidays = replace(
        CALENDAR,
        days_off=frozenset(date(2026, 10, day) for day in range(1, 8)),
        extra_workdays=frozenset({date(2026, 10, 10)}),
    )
    assert held_on(holidays, date(2026, 9, 30)) == date(2026, 9, 30)
    # A Thursday: the first workday after the week off.
    assert held_on(holidays, date(2026, 10, 1)) == date(2026, 10, 8)
    # Whoever chose a Saturday meant it; only a holiday moves it.
    assert held_on(holidays, date(2026, 9, 26)) == date(2026, 9, 26)
    assert held_on(holidays, date(2026, 10, 3)) == date(2026, 10, 8)


def test_an_open_series_always_opens_its_next_day_ahead_of_time() -> None:
    spans = parse_hours("9-10")
    series = Series(8, 1, "/1/", 9, "hall", "", ("",), Rule(2), spans, 20, date(2026, 4, 8), 9, WEEK_BEFORE)
    (due,) = plan_series(series, RULES)
    # Four weeks before, in the morning.
    assert (due.kind, due.round, due.at) == ("reception_next", 0, CALENDAR.at(date(2026, 3, 11), time(8, 30)))
    assert plan_series(replace(series, state=SeriesState.ENDED), RULES) == []
