"""The rules of briefs: what has grown beyond chance, what is covered from the public, periods, batches of stars."""

from dataclasses import astuple
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from math import comb
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.areas import Area
from casework.briefs.covering import covered
from casework.briefs.figures import Counted, Counts, Figures, Group, Liking, Stars, figures
from casework.briefs.growth import chance, grown
from casework.briefs.periods import Period, last_days, last_month, last_week
from casework.organisation import Organisation

NOW = datetime(2026, 3, 9, tzinfo=UTC)
COUNTY = Area(1, "1", "白鹭县", "county", None, "/1/")
AREAS = {
    1: COUNTY,
    2: Area(2, "2", "柳河镇", "town", 1, "/1/2/"),
    3: Area(3, "3", "松岗乡", "town", 1, "/1/3/"),
    4: Area(4, "4", "枫桥村", "village", 2, "/1/2/4/"),
    5: Area(5, "5", "云居村", "village", 3, "/1/3/5/"),
    6: Area(6, "6", "老村", "village", 3, "/1/3/6/", active=False),
}
ORG = Organisation(AREAS, {}, {}, 1)


def put_together(*groups: Group, stars: tuple[Stars, ...] = (), heard: frozenset[int] = frozenset()) -> Figures:
    counted = Counted(groups, stars, (), heard, ())
    return figures(ORG, COUNTY, counted, NOW - timedelta(days=7), periods=8, batch=5, least=3, falsely=0.05)


@given(st.integers(0, 60), st.integers(0, 300), st.integers(1, 20))
def test_the_chance_is_that_of_the_exact_binomial(now: int, before: int, periods: int) -> None:
    whole = now + before
    exact = sum(
        Fraction(comb(whole, each) * periods ** (whole - each), (periods + 1) ** whole)
        for each in range(now, whole + 1)
    )
    if now * (periods + 1) <= whole:
        assert chance(now, before, periods) == 1.0
    else:
        assert chance(now, before, periods) == pytest.approx(float(exact), rel=1e-9)


def test_the_chance_of_large_counts_is_found_at_once() -> None:
    assert chance(12_000, 80_000, 8) == pytest.approx(1.6e-79, rel=0.1)
    assert chance(100_000, 0, 8) == 0.0


def test_one_case_after_none_is_chance_and_five_in_a_village_are_not() -> None:
    assert grown({"one": (1, 0), "same": (4, 30)}, 8, least=1, falsely=0.05) == []
    (found,) = grown({"one": (1, 0), "five": (5, 0)}, 8, least=3, falsely=0.05)
    assert (found.what, found.now, found.usual) == ("five", 5, 0.0)


def test_few_are_not_named_but_looked_at() -> None:
    assert grown({"two": (2, 0)}, 8, least=3, falsely=0.05) == []


def test_where_nothing_has_changed_hardly_anything_is_named() -> None:
    rng, named = Random(5), 0
    for _ in range(200):
        counts = {at: (sum(rng.random() < 1 / 9 for _ in range(18)), 0) for at in range(40)}
        counts = {at: (now, 18 - now) for at, (now, _) in counts.items()}
        named += bool(grown(counts, 8, least=1, falsely=0.05))
    assert named <= 20  # Of 200 briefs five in a hundred at most, and chance in that.


@given(st.lists(st.integers(0, 40), max_size=9), st.integers(2, 8))
def test_what_is_covered_cannot_be_worked_out(counts: list[int], least: int) -> None:
    shown = covered(counts, least)
    assert all(each is None or each == count for each, count in zip(shown, counts, strict=True))
    assert all(each is None or each == 0 or each >= least for each in shown)
    hidden = [count for each, count in zip(shown, counts, strict=True) if each is None]
    if hidden and any(each for each in shown):
        assert len(hidden) > 1, "else it is the whole without the others"
        assert sum(hidden) >= least
    assert not hidden or any(0 < count < least for count in counts), "nothing is covered without need"


def test_a_large_group_is_covered_only_where_a_small_one_would_show() -> None:
    assert covered([30, 2, 12, 0], 5) == [30, None, None, 0]
    assert covered([30, 2, 4, 12], 5) == [30, None, None, 12]
    assert covered([30, 12], 5) == [30, 12]


def test_periods_are_whole_local_days() -> None:
    monday = date(2026, 3, 9)
    assert last_week(monday) == Period(date(2026, 3, 2), date(2026, 3, 8)) == last_week(monday + timedelta(days=6))
    assert last_month(monday) == Period(date(2026, 2, 1), date(2026, 2, 28))
    assert last_days(monday, 3) == Period(date(2026, 3, 6), date(2026, 3, 8))
    assert last_week(monday).before == Period(date(2026, 2, 23), date(2026, 3, 1))
    assert last_week(monday).days == 7


def test_groups_are_put_together_by_place_unit_and_as_a_whole() -> None:
    found = put_together(
        Group("/1/2/4/", 21, "roads", astuple(Counts(came=9, due=4, in_time=3, solved=2, contested=1, no_answer=5))),
        Group("/1/3/5/", 22, "roads", astuple(Counts(came=1, withdrawn=1))),
        Group("/1/", None, "water", astuple(Counts(came=2, open=2))),
        heard=frozenset({4}),
    )
    assert (found.whole.counts.came, found.whole.counts.ended, found.whole.counts.open) == (12, 9, 2)
    assert [(line.id, line.counts.came) for line in found.places] == [(1, 2), (2, 9), (3, 1)]
    assert [(line.id, line.counts.came) for line in found.units] == [(21, 9), (22, 1), (None, 2)]
    assert (found.whole.counts.content, found.whole.counts.spoken) == (2, 3), "silence is in neither part of the rate"
    assert (found.silent, found.villages) == ((5,), 2), "a village out of service is not missed"
    (growth,) = found.growth
    assert growth.what == ("roads", None), "the same cases are named once"


def test_stars_are_told_in_full_batches_in_the_period_in_which_they_fill() -> None:
    given = [5, 4, 1, 5, 2, 5, 5, 5, 5, 1, 3]
    stars = tuple(Stars("/1/2/4/", 21, one, NOW - timedelta(days=8 - at * 0.5)) for at, one in enumerate(given))
    found = put_together(Group("/1/2/4/", 21, "roads", astuple(Counts(came=1))), stars=stars)
    (unit,) = found.units
    assert unit.liking == Liking(10, 7)
    assert found.whole.liking == Liking(10, 7)
    fewer = put_together(Group("/1/2/4/", 21, "roads", astuple(Counts(came=1))), stars=stars[:9])
    assert fewer.units[0].liking == Liking(5, 3), "the ninth waits for the tenth"
