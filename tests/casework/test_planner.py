"""Where to go next: a pure rule, and the order in which one walks when there."""

from dataclasses import replace
from datetime import timedelta
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from casework.geo import distance_km
from casework.onsite.agenda import in_order, spot_of, walking_order
from casework.onsite.outings import Note
from casework.onsite.planner import SILENT_FAR, Facts, Why, is_silent, propose, reasons
from casework.petitions import Case
from casework.profile import Onsite
from tests.casework.service import MONDAY
from tests.casework.test_plan import case as a_case

ONSITE = Onsite()
figures = st.builds(
    Facts,
    area_id=st.integers(1, 50),
    open=st.integers(0, 40),
    late=st.integers(0, 40),
    petitions=st.integers(0, 60),
    people=st.none() | st.integers(1, 5000),
    travel_minutes=st.none() | st.integers(0, 400),
    days_since=st.none() | st.integers(0, 900),
    passed=st.integers(0, 12),
    helped=st.integers(0, 5),
).map(lambda each: replace(each, late=min(each.late, each.open), petitions=max(each.petitions, 0)))
places = st.lists(figures, max_size=12, unique_by=lambda each: each.area_id)


def score(facts: Facts) -> int:
    return sum(each.points for each in reasons(facts, ONSITE))


def is_far(facts: Facts) -> bool:
    return (facts.travel_minutes or 0) >= ONSITE.far_minutes


@given(figures, st.integers(ONSITE.far_minutes, 400), st.none() | st.integers(60, 900), st.integers(0, 3))
def test_a_far_silent_village_ranks_before_all_that_were_not_passed_over_more_often(
    other: Facts, minutes: int, days_since: int | None, passed: int
) -> None:
    assume(not (is_silent(other) and is_far(other)))
    silent = Facts(99, travel_minutes=minutes, days_since=days_since, passed=passed)
    ranked = propose([replace(other, passed=min(other.passed, passed)), silent], ONSITE)
    assert ranked[0].area_id == 99


@given(places, st.integers(0, 2**32))
def test_the_order_of_the_facts_changes_nothing_and_whoever_was_there_lately_is_left_out(
    found: list[Facts], seed: int
) -> None:
    mixed = list(found)
    Random(seed).shuffle(mixed)
    ranked = propose(found, ONSITE)
    assert propose(mixed, ONSITE) == ranked
    assert [each.score for each in ranked] == sorted((each.score for each in ranked), reverse=True)
    rested = {each.area_id for each in found if each.days_since is None or each.days_since >= ONSITE.rest_days}
    assert {each.area_id for each in ranked} == rested


@given(figures, st.integers(1, 30))
def test_more_late_cases_a_longer_way_and_a_longer_time_never_rank_lower(facts: Facts, more: int) -> None:
    assert score(replace(facts, late=facts.late + more)) >= score(facts)
    assert score(replace(facts, travel_minutes=(facts.travel_minutes or 0) + more)) >= score(facts)
    assert score(replace(facts, days_since=None)) >= score(facts)
    if facts.days_since is not None:
        assert score(replace(facts, days_since=facts.days_since + more)) >= score(facts)
    if facts.open:
        assert score(replace(facts, open=facts.open + more)) >= score(facts)


@given(figures)
def test_the_same_cases_weigh_more_in_a_smaller_village(facts: Facts) -> None:
    assume(facts.people is not None and facts.people > 1)
    assert score(replace(facts, people=(facts.people or 2) // 2)) >= score(facts)


@given(figures, figures)
def test_what_is_passed_over_climbs_to_the_top_in_the_end(facts: Facts, other: Facts) -> None:
    assume(facts.area_id != other.area_id)
    facts, other = replace(facts, days_since=None), replace(other, days_since=None, passed=0)
    scores = [score(replace(facts, passed=times)) for times in range(15)]
    assert scores == sorted(set(scores)), "each time it was passed over it climbs"
    assert propose([other, replace(facts, passed=15)], ONSITE)[0].area_id == facts.area_id


@given(figures)
def test_each_proposal_says_why_the_weightiest_reason_first(facts: Facts) -> None:
    for proposal in propose([facts], ONSITE):
        points = [each.points for each in proposal.reasons]
        assert points == sorted(points, reverse=True)
        assert all(points)
        whys = {each.why for each in proposal.reasons}
        assert (Why.SILENT in whys) == is_silent(facts)
        assert (Why.PASSED in whys) == bool(facts.passed)


def test_a_village_where_nobody_is_helped_to_write_says_so_where_others_are() -> None:
    alone = Facts(1, open=3, petitions=ONSITE.unhelped, travel_minutes=20)
    few = replace(alone, area_id=2, petitions=ONSITE.unhelped - 1)
    helped = replace(alone, area_id=3, helped=1)

    def unhelped(*places: Facts) -> set[int]:
        found = propose(places, ONSITE)
        return {each.area_id for each in found for reason in each.reasons if reason.why is Why.UNHELPED}

    assert unhelped(alone, few, helped) == {1}
    assert unhelped(alone, few) == set(), "where nobody is helped anywhere, it says nothing of a village"
    assert propose([alone, helped], ONSITE)[0].area_id == 1


def test_silence_far_away_weighs_more_than_all_else_together() -> None:
    loud = Facts(1, open=500, late=500, petitions=900, people=10, travel_minutes=59)
    assert score(loud) < SILENT_FAR


spots = st.none() | st.tuples(st.floats(26.9, 27.1), st.floats(118.9, 119.1))


@given(st.lists(spots, max_size=8), st.none() | st.tuples(st.floats(26.9, 27.1), st.floats(118.9, 119.1)))
def test_one_walks_to_the_nearest_next_and_what_has_no_place_comes_last(
    found: list[tuple[float, float] | None], start: tuple[float, float] | None
) -> None:
    cases: list[Case] = []
    for at, spot in enumerate(found):
        lat, lon = spot if spot is not None else (None, None)
        cases.append(replace(a_case(), id=at + 1, lat=lat, lon=lon, limit_at=MONDAY + timedelta(days=at)))
    ordered = walking_order(cases, start)
    assert sorted(case.id for case in ordered) == [case.id for case in cases]
    placed = [case for case in ordered if spot_of(case) is not None]
    assert ordered[: len(placed)] == placed
    here = start
    for at, case in enumerate(placed):
        there = spot_of(case)
        assert there is not None
        if here is not None:
            others = [spot for each in placed[at:] if (spot := spot_of(each)) is not None]
            assert distance_km(*here, *there) == min(distance_km(*here, *spot) for spot in others)
        here = there


@given(st.permutations(range(6)))
def test_notes_stand_as_they_were_sent_whenever_they_come(order: list[int]) -> None:
    notes = [Note(MONDAY + timedelta(minutes=at), 1, str(at)) for at in order]
    kept: tuple[Note, ...] = ()
    for note in notes:
        kept = in_order((*kept, note))
    assert [note.words for note in kept] == ["0", "1", "2", "3", "4", "5"]
