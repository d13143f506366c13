"""When what is due: over weekends, holidays and nights. March 2025 begins on a Saturday; 4 to 6 April are holidays."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.followups import plan
from casework.kinds import PetitionKind
from casework.people import Person
from casework.petitions import Case, Closing, Draft, DraftState, Fired, State
from casework.unit_of_work import Rules
from tests.casework.service import CALENDAR, at, local

RULES = Rules(CALENDAR, secret=b"secret")


def case(state: State = State.WAITING, **fields: object) -> Case:
    """A case filed and begun on Monday 3 March at ten, with a limit on Wednesday 19 March at 0:00."""
    first = Case(
        id=7,
        petition_id=6,
        number="250303-1234567",
        suffix=1,
        resident_id=1,
        category="roads",
        area_id=1,
        area_path="/1/",
        place="",
        summary="",
        filed_at=at("3-3"),
        limit_at=at("3-19", "00:00"),
        epoch_at=at("3-3"),
        state=state,
        clock_from=at("3-3"),
        told_at=at("3-3"),
    )
    return replace(first, **fields)  # type: ignore[arg-type]


def when(subject: Case | Draft | Person, kind: str) -> str | None:
    """Return when a kind is due, in local words; None where it is not planned."""
    found = [due for due in plan(subject, RULES) if due.kind == kind]
    assert len(found) <= 1
    return local(found[0].at) if found else None


def fired(kind: str, count: int, moment: datetime) -> dict[str, Fired]:
    return {kind: Fired(count, moment)}


# Accepting.


def test_whoever_has_not_accepted_is_reminded_after_a_day() -> None:
    assert when(case(), "accept") == "Tue 3-4 10:00"


def test_a_case_of_friday_is_asked_about_on_monday() -> None:
    assert when(case(epoch_at=at("3-7", "16:00")), "accept") == "Mon 3-10 16:00"


def test_a_case_of_late_thursday_is_asked_about_on_monday_too() -> None:
    # Friday night is quiet until Saturday morning, and on Saturday the office is closed.
    assert when(case(epoch_at=at("3-6", "22:00")), "accept") == "Mon 3-10 08:00"


def test_a_case_before_the_holiday_is_asked_about_after_it() -> None:
    assert when(case(epoch_at=at("4-3", "15:00")), "accept") == "Mon 4-7 15:00"


def test_the_next_rung_counts_from_the_last_one() -> None:
    assert when(case(fired=fired("accept", 3, at("3-7", "16:00"))), "accept") == "Mon 3-10 16:00"


def test_a_new_name_gets_its_own_day_however_far_the_ladder_is() -> None:
    offered = case(epoch_at=at("3-5", "11:00"), fired=fired("accept", 2, at("3-5", "10:00")))
    assert when(offered, "accept") == "Thu 3-6 11:00"


# What the resident answers after filing.


@pytest.mark.parametrize("state", [State.WAITING, State.WORKING, State.PROPOSED, State.PROMISED])
def test_answers_are_told_once_no_more_has_come_for_a_quarter_of_an_hour(state: State) -> None:
    assert when(case(state, details_at=at("3-3", "10:05")), "details") == "Mon 3-3 10:20"
    assert when(case(state, details_at=at("3-3", "22:30")), "details") == "Tue 3-4 08:00"
    assert when(case(state, details_at=at("3-8", "10:00")), "details") == "Mon 3-10 10:15"
    assert when(case(state), "details") is None


def test_answers_to_a_case_that_is_closed_are_told_to_nobody() -> None:
    assert (
        when(case(State.CLOSED, closing=Closing.SOLVED, closed_at=at("3-3"), details_at=at("3-3")), "details") is None
    )


# Working.


def working(**fields: object) -> Case:
    return case(State.WORKING, limit_at=at("5-3", "00:00"), **fields)


def test_news_are_asked_for_after_a_week() -> None:
    assert when(working(), "progress") == "Mon 3-10 08:30"


def test_news_put_the_question_off() -> None:
    assert when(working(news_at=at("3-8", "11:00")), "progress") == "Mon 3-17 08:30"


def test_remind_me_on_friday_means_friday_morning() -> None:
    assert when(working(wait_until=at("3-7", "09:00")), "progress") == "Fri 3-7 08:30"
    assert when(working(wait_until=at("3-28", "09:00")), "progress") == "Fri 3-28 08:30"


def test_a_day_that_ends_at_midnight_is_that_day() -> None:
    assert when(working(wait_until=at("3-29", "00:00")), "progress") == "Fri 3-28 08:30"


def test_once_the_day_has_come_the_weeks_count_again() -> None:
    asked = working(wait_until=at("3-7", "09:00"), fired=fired("progress", 1, at("3-7", "08:30")))
    assert when(asked, "progress") == "Fri 3-14 08:30"


def test_nobody_waits_beyond_the_limit() -> None:
    waiting = working(wait_until=at("12-1"))
    assert when(waiting, "progress") == "Mon 5-5 08:30"
    assert when(waiting, "late") is not None
    assert when(waiting, "limit_day") is not None


def test_the_limit_is_told_at_half_at_four_fifths_and_before_the_last_day() -> None:
    # From 3 March, ten o'clock, to the end of 2 May there are 60 days and 14 hours.
    assert when(working(), "limit_half") == "Wed 4-2 08:30"
    assert when(working(), "limit_most") == "Mon 4-21 08:30"
    assert when(working(), "limit_day") == "Thu 5-1 08:30"


def test_the_last_word_before_a_limit_on_sunday_comes_on_friday() -> None:
    assert when(case(State.WORKING, limit_at=at("3-24", "00:00")), "limit_day") == "Fri 3-21 08:30"


def test_what_lay_behind_when_the_epoch_began_is_not_told_again() -> None:
    handed = working(epoch_at=at("4-10"))
    assert when(handed, "limit_half") is None
    assert when(handed, "limit_most") is not None


def test_waiting_silences_half_time_but_not_the_last_day() -> None:
    waiting = working(wait_until=at("4-30"))
    assert when(waiting, "limit_half") is None
    assert when(waiting, "limit_day") == "Thu 5-1 08:30"


# Late.


def test_a_limit_that_ends_on_thursday_is_late_on_friday_morning() -> None:
    assert when(case(limit_at=at("3-21", "00:00")), "late") == "Fri 3-21 08:30"


def test_a_limit_that_ends_before_a_holiday_is_late_after_it() -> None:
    assert when(case(limit_at=at("4-4", "00:00")), "late") == "Mon 4-7 08:30"


@pytest.mark.parametrize("limit", ["3-22", "3-23", "3-24"])
def test_the_supervisor_hears_three_working_days_after_the_head_and_the_leader_five(limit: str) -> None:
    # However the weekend falls: the head on Monday 24 March.
    late = case(limit_at=at(limit, "00:00"))
    assert when(late, "late") == "Mon 3-24 08:30"
    assert when(replace(late, fired=fired("late", 1, at("3-24", "08:30"))), "late") == "Thu 3-27 08:30"
    assert when(replace(late, fired=fired("late", 2, at("3-27", "08:30"))), "late") == "Mon 3-31 08:30"


def test_after_that_somebody_hears_every_five_working_days() -> None:
    late = case(limit_at=at("3-22", "00:00"), fired=fired("late", 3, at("3-31", "08:30")))
    assert when(late, "late") == "Tue 4-8 08:30"


# The resident.


def test_the_resident_hears_every_two_weeks_on_any_day_but_not_at_night() -> None:
    assert when(case(told_at=at("3-1", "12:00")), "status") == "Sat 3-15 12:00"
    assert when(case(told_at=at("3-1", "23:00")), "status") == "Sun 3-16 08:00"


def test_a_question_is_repeated_once_after_two_days() -> None:
    asked = working(question="Which house?", asked_at=at("3-6"))
    assert when(asked, "question") == "Sat 3-8 10:00"
    repeated = replace(asked, fired=fired("question", 1, at("3-8")))
    assert when(repeated, "question") is None
    assert when(replace(repeated, asked_at=at("3-9")), "question") == "Tue 3-11 10:00"


def test_a_visit_is_brought_to_mind_the_evening_before_and_asked_about_the_working_day_after() -> None:
    visit = working(visit_at=at("3-14", "09:00"))
    assert when(visit, "visit_tomorrow") == "Thu 3-13 17:30"
    assert when(visit, "visit_over") == "Mon 3-17 08:30"


def test_a_visit_that_is_moved_is_brought_to_mind_again() -> None:
    moved = working(visit_at=at("3-20", "09:00"), fired=fired("visit_tomorrow", 1, at("3-13", "17:30")))
    assert when(moved, "visit_tomorrow") == "Wed 3-19 17:30"


def test_a_visit_once_over_is_asked_about_once() -> None:
    over = working(
        visit_at=at("3-14", "09:00"),
        fired=fired("visit_tomorrow", 1, at("3-13", "17:30")) | fired("visit_over", 1, at("3-17", "08:30")),
    )
    assert when(over, "visit_over") is None


# Outcomes.


def test_was_it_done_is_asked_after_two_and_five_days_and_set_aside_after_seven() -> None:
    proposed = case(State.PROPOSED, proposed_at=at("3-3"))
    assert [due.kind for due in plan(proposed, RULES)] == ["confirm"]
    assert when(proposed, "confirm") == "Wed 3-5 10:00"
    once = replace(proposed, fired=fired("confirm", 1, at("3-5")))
    assert when(once, "confirm") == "Sat 3-8 10:00"
    twice = replace(proposed, fired=fired("confirm", 2, at("3-8")))
    assert [due.kind for due in plan(twice, RULES)] == ["silence"]
    assert when(twice, "silence") == "Mon 3-10 10:00"


def test_a_reminder_that_went_out_late_leaves_the_resident_the_same_time_to_answer() -> None:
    proposed = case(State.PROPOSED, proposed_at=at("3-3"), fired=fired("confirm", 2, at("3-20")))
    assert when(proposed, "silence") == "Sat 3-22 10:00"


def test_a_promise_is_brought_to_mind_before_and_on_its_day_and_its_breach_climbs() -> None:
    promised = case(State.PROMISED, promise_at=at("3-22", "00:00"))
    assert when(promised, "promise") == "Thu 3-20 08:30"
    assert when(promised, "promise_late") == "Mon 3-24 08:30"
    once = replace(promised, fired=fired("promise", 1, at("3-20", "08:30")))
    assert when(once, "promise") == "Fri 3-21 08:30"
    assert when(replace(once, fired=fired("promise", 2, at("3-21", "08:30"))), "promise") is None
    broken = replace(promised, fired=fired("promise_late", 1, at("3-24", "08:30")))
    assert when(broken, "promise_late") == "Thu 3-27 08:30"


def test_a_solved_case_is_asked_about_twice_more_and_a_withdrawn_one_never() -> None:
    solved = case(State.CLOSED, closing=Closing.SOLVED, closed_at=at("3-3"))
    assert when(solved, "stars") == "Wed 3-5 10:00"
    assert when(solved, "still_solved") == "Mon 3-31 10:00"
    assert when(replace(solved, stars=True), "stars") is None
    assert plan(replace(solved, closing=Closing.WITHDRAWN), RULES) == []
    assert plan(replace(solved, closing=Closing.NO_ANSWER), RULES) == []


# Drafts and digests.


def test_a_draft_is_brought_to_mind_after_a_day_and_put_away_after_a_week() -> None:
    draft = Draft(9, 1, "tg:1|tg:1", "words", at("3-3"), at("3-3", "23:00"))
    assert when(draft, "draft_left") == "Wed 3-5 08:00"
    assert when(draft, "draft_shelved") == "Tue 3-11 08:00"
    assert when(replace(draft, fired=fired("draft_left", 1, at("3-5"))), "draft_left") is None
    assert plan(replace(draft, state=DraftState.SHELVED), RULES) == []


def test_a_digest_comes_on_the_next_working_morning_that_its_reader_is_there() -> None:
    person = Person(3, "", "en", "tg:3", at("3-1"), digest_since=at("3-7", "09:00"))
    assert when(person, "digest") == "Mon 3-10 08:30"
    assert when(replace(person, away_until=at("3-12", "00:00")), "digest") == "Wed 3-12 08:30"
    assert when(replace(person, away_until=at("3-6")), "digest") == "Mon 3-10 08:30"
    assert plan(replace(person, digest_since=None), RULES) == []


def test_no_two_digests_share_a_round_so_that_none_counts_as_sent_already() -> None:
    person = Person(3, "", "en", "tg:3", at("3-1"), digest_since=at("3-7", "09:00"))
    (first,) = plan(person, RULES)
    (second,) = plan(replace(person, digest_since=first.at), RULES)
    assert second.round > first.round


# Always.

KINDS = ["accept", "progress", "limit_half", "limit_most", "late", "status", "question", "visit_tomorrow"]
KINDS += ["visit_over", "promise", "promise_late"]

moments = st.integers(0, 200 * 24 * 4).map(lambda quarters: at("1-1") + timedelta(minutes=15 * quarters))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    state = draw(st.sampled_from(State))
    maybe = st.none() | moments
    counts = st.builds(Fired, st.integers(1, 6), moments)
    told = draw(st.dictionaries(st.sampled_from(KINDS), counts))
    if draw(st.booleans()):
        told["confirm"] = Fired(draw(st.integers(1, 2)), draw(moments))
    return case(
        state,
        epoch_at=draw(moments),
        limit_at=draw(moments),
        clock_from=draw(maybe),
        news_at=draw(maybe),
        told_at=draw(maybe),
        question=draw(st.sampled_from(["", "Which house?"])),
        asked_at=draw(maybe),
        visit_at=draw(maybe),
        wait_until=draw(maybe),
        proposed_at=draw(maybe),
        promise_at=draw(moments),
        closing=draw(st.sampled_from(Closing)) if state is State.CLOSED else None,
        closed_at=draw(moments) if state is State.CLOSED else None,
        fired=told,
        kind=draw(st.sampled_from(PetitionKind)),
    )


@given(cases())
def test_an_open_case_always_has_something_coming_and_never_two_of_a_kind(given_case: Case) -> None:
    found = plan(given_case, RULES)
    assert found or not given_case.is_open
    assert len({due.kind for due in found}) == len(found)


@given(cases())
def test_nothing_comes_in_the_quiet_hours(given_case: Case) -> None:
    for due in plan(given_case, RULES):
        assert CALENDAR.awake(due.at) == due.at


@given(cases())
def test_staff_are_asked_on_working_days(given_case: Case) -> None:
    for due in plan(given_case, RULES):
        if due.kind.startswith(("accept", "progress", "limit", "late", "promise", "visit_over")):
            assert CALENDAR.is_working(CALENDAR.day(due.at))
