"""The rules of reception days: hours, places, the queue, figures, who runs a day and who may know, and the plan."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.areas import Area
from casework.organisation import Organisation, Unit
from casework.people import Post, Role
from casework.petitions import Draft, DraftState, Fired
from casework.reception.booking import free_slots, may_be_filled, nearest_free, with_place
from casework.reception.days import Booking, BookingState, DayState, Matter, Reception, booking_key, which_of
from casework.reception.hours import parse_hours, starts_of
from casework.reception.plan import plan_reception
from casework.reception.queue import free_room, in_turn, wait_of
from casework.reception.rights import answering, may_announce, reads, runs
from casework.reception.summary import summary
from casework.staff import Staff
from casework.unit_of_work import Rules
from tests.casework.service import CALENDAR

RULES: Final = Rules(CALENDAR)
NINE: Final = datetime(2026, 3, 5, 1, 0, tzinfo=UTC)
"""Nine o'clock on a Thursday."""

WEEK_BEFORE: Final = NINE - timedelta(days=7)


def a_day(times: int = 3, rooms: tuple[str, ...] = ("",), minutes: int = 20) -> Reception:
    """Return a day with so many times, that nobody has booked."""
    starts = tuple(NINE + timedelta(minutes=minutes * each) for each in range(times))
    places = ("",) * (times * len(rooms))
    end = starts[-1] + timedelta(minutes=minutes)
    return Reception(5, 1, "/1/", 9, "hall", "", rooms, starts, minutes, NINE, end, 9, WEEK_BEFORE, places)


def a_visit(number: int, state: BookingState = BookingState.HERE, **fields: object) -> Booking:
    """Return somebody's visit of that day."""
    return replace(Booking(booking_key(5, number), 5, number, state, WEEK_BEFORE, number=number), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("9:00-11:30, 14:00-16:00", ((9, 0, 11, 30), (14, 0, 16, 0))),
        ("9-12", ((9, 0, 12, 0),)),
        ("9点到11点30，14:00～17:00", ((9, 0, 11, 30), (14, 0, 17, 0))),
        ("9.30 to 12.00", ((9, 30, 12, 0),)),
        ("12-9", ()),
        ("9-12 11-13", ()),
        ("25-26", ()),
        ("mornings", ()),
        ("", ()),
    ],
)
def test_hours_are_read_as_people_type_them(text: str, spans: tuple[tuple[int, int, int, int], ...]) -> None:
    assert parse_hours(text) == tuple((time(a, b), time(c, d)) for a, b, c, d in spans)


def test_a_visit_ends_within_its_hours() -> None:
    starts = starts_of(CALENDAR, date(2026, 3, 5), parse_hours("9:00-9:50, 14:00-14:20"), 20)
    assert [f"{each.astimezone(CALENDAR.zone):%H:%M}" for each in starts] == ["09:00", "09:20", "14:00"]


def test_whoever_comes_late_has_the_nearest_time_the_later_of_two() -> None:
    day = with_place(a_day(5), 2, "a")
    assert nearest_free(day, 2, WEEK_BEFORE) == 3
    day = with_place(day, 3, "b")
    assert nearest_free(day, 2, WEEK_BEFORE) == 1
    # What has begun is not booked any more.
    assert free_slots(day, NINE) == [1, 4]
    assert nearest_free(day, 0, NINE + timedelta(hours=3)) is None


def test_a_place_is_never_given_twice() -> None:
    day = with_place(a_day(), 0, "a")
    with pytest.raises(ValueError, match="taken"):
        with_place(day, 0, "b")
    assert with_place(day, 0, "").places == ("", "", "")


@given(st.lists(st.integers(0, 4), max_size=14))
def test_whatever_is_wished_for_every_place_goes_to_one(wishes: list[int]) -> None:
    day = a_day(5, ("1", "2"))
    for number, slot in enumerate(wishes):
        place = nearest_free(day, slot, WEEK_BEFORE)
        assert (place is None) == (number >= 10)
        if place is not None:
            day = with_place(day, place, f"{number}")
    taken = [key for key in day.places if key]
    assert len(taken) == len(set(taken)) == min(len(wishes), 10)


def test_a_place_is_filled_as_long_as_somebody_can_come() -> None:
    assert may_be_filled(a_day(), 0, NINE - timedelta(hours=2), 2)
    assert not may_be_filled(a_day(), 0, NINE - timedelta(hours=1, minutes=59), 2)


def test_who_booked_comes_at_their_time_and_others_as_they_came() -> None:
    day = a_day(3)
    visits = [a_visit(3), a_visit(5), a_visit(1), a_visit(4), a_visit(2, BookingState.BOOKED)]
    assert [each.number for each in in_turn(day, visits, NINE)] == [1, 4, 5, 3]
    assert [each.number for each in in_turn(day, visits, NINE + timedelta(minutes=30))] == [1, 3, 4, 5]


def test_the_wait_is_that_of_the_rounds_before() -> None:
    day = a_day(3, ("1", "2"))
    inside = [a_visit(1, BookingState.CALLED, room="1"), a_visit(2, BookingState.CALLED, room="2")]
    assert wait_of(day, inside, 0, NINE) == timedelta(minutes=20)
    assert wait_of(day, inside, 2, NINE) == timedelta(minutes=40)
    assert wait_of(day, [], 0, NINE - timedelta(minutes=30)) == timedelta(minutes=30)
    assert free_room(day, inside) is None
    assert free_room(day, inside[:1]) == "2"
    # Once some were received, their own length counts.
    received = [
        a_visit(number, BookingState.RECEIVED, called_at=NINE, received_at=NINE + timedelta(minutes=5))
        for number in (3, 4, 5)
    ]
    assert wait_of(day, [*inside, *received], 0, NINE) == timedelta(minutes=5)


def test_the_figures_are_those_of_who_came() -> None:
    matters = (Matter(1, 9), Matter(2, 9, "yes"), Matter(3, 9, "soon", NINE), Matter(4, 9, "yes"), Matter(5, 9))
    states = (DraftState.FILED, DraftState.FILED, DraftState.JOINED, DraftState.OPEN, DraftState.DROPPED)
    drafts: Mapping[int, Draft] = {
        number: Draft(number, 7, "", "words", NINE, NINE, state=state) for number, state in enumerate(states, 1)
    }
    visits = [
        a_visit(1, BookingState.RECEIVED, people=2, matters=matters),
        a_visit(2, BookingState.HERE, clerk_id=9),
        a_visit(3, BookingState.MISSED, people=5),
        a_visit(4, BookingState.BOOKED),
    ]
    found = summary(visits, drafts)
    assert (found.visits, found.visitors, found.booked, found.missed) == (2, 3, 3, 1)
    assert (found.matters, found.joined, found.on_the_spot, found.promised, found.unconfirmed) == (3, 1, 1, 1, 1)


# ----- Who runs a day, and who may know of a visit -----

AREAS: Final = (
    Area(1, "99", "省", "province", None, "/1/"),
    Area(2, "9901", "县", "county", 1, "/1/2/"),
    Area(3, "990101", "镇", "town", 2, "/1/2/3/"),
    Area(4, "990102", "乡", "town", 2, "/1/2/4/"),
)
UNITS: Final = (
    Unit(21, "gov", "县政府", "County", "县政府", 2, None),
    Unit(22, "roads", "交通局", "Roads", "交通局", 2, 21),
)
ORG: Final = Organisation({area.id: area for area in AREAS}, {unit.id: unit for unit in UNITS}, {}, 1)


def a_post(role: Role, area: int | None = None, unit: int | None = None, *, person: int = 1) -> Post:
    return Post(1, person, role, unit, area, "", "")


@pytest.mark.parametrize(
    ("post", "own"),
    [
        (a_post(Role.LEADER, 2), True),
        (a_post(Role.LEADER, 1), True),
        (a_post(Role.LEADER, 3), True),
        (a_post(Role.DISPATCHER, 3), True),
        (a_post(Role.LEADER, 4), False),
        (a_post(Role.SUPERVISOR, 2), False),
        (a_post(Role.ADMIN, 1), False),
        (a_post(Role.HEAD, None, 21), False),
    ],
)
def test_leader_and_intake_office_over_an_area_run_its_days(post: Post, own: bool) -> None:
    day = replace(a_day(), area_id=3, area_path="/1/2/3/")
    assert runs((post,), day) is own
    assert may_announce((post,), AREAS[2]) is own


@pytest.mark.parametrize(
    ("posts", "told"),
    [
        ((a_post(Role.LEADER, 1, person=9), a_post(Role.DISPATCHER, 3, person=4)), [9, 4]),
        # Whoever has left, or serves elsewhere by now, runs it no more.
        ((a_post(Role.LEADER, 1, person=9), a_post(Role.DISPATCHER, 2, person=4)), [9, 4]),
        ((a_post(Role.LEADER, 1, person=9), a_post(Role.CADRE, None, 22, person=4)), [9]),
        ((a_post(Role.LEADER, 4, person=9), a_post(Role.DISPATCHER, 3, person=4)), [4]),
        ((a_post(Role.DISPATCHER, 3, person=5),), []),
    ],
)
def test_leader_and_announcer_are_told_as_long_as_they_still_run_it(posts: tuple[Post, ...], told: list[int]) -> None:
    day = replace(a_day(), area_id=3, area_path="/1/2/3/", published_by=4)
    assert answering(Staff(posts), day) == told
    assert answering(Staff(posts), replace(day, published_by=9)) == [each for each in told if each == 9]


@pytest.mark.parametrize(
    ("posts", "knows"),
    [
        ((a_post(Role.LEADER, 1),), True),
        # The county's own office does not judge a bureau of the county.
        ((a_post(Role.LEADER, 2),), False),
        ((a_post(Role.LEADER, 1), a_post(Role.CADRE, None, 22)), False),
        ((a_post(Role.LEADER, 1), a_post(Role.HEAD, None, 21)), True),
    ],
)
def test_of_what_accuses_a_unit_neither_it_nor_its_office_knows(posts: tuple[Post, ...], knows: bool) -> None:
    visit = a_visit(1, shielded=True, accused=(22,))
    assert reads(ORG, posts, visit) is knows
    assert reads(ORG, posts, a_visit(1)) is True


# ----- The plan -----


def test_an_open_day_always_has_something_due() -> None:
    for day in (a_day(), a_day(1), replace(a_day(), published_at=NINE)):
        assert plan_reception(day, RULES)
    for state in (DayState.OVER, DayState.CANCELLED):
        assert plan_reception(replace(a_day(), state=state), RULES) == []


def test_reminders_come_the_evening_before_and_two_hours_before_each_time() -> None:
    day = a_day(3, minutes=120)
    due = {each.kind: each for each in plan_reception(day, RULES)}
    assert due["reception_tomorrow"].at == CALENDAR.at(date(2026, 3, 4), time(17, 30))
    # Seven in the morning is quiet: it comes at its end.
    assert due["reception_soon"].at == CALENDAR.at(date(2026, 3, 5), time(8))
    later = replace(day, fired={"reception_soon": Fired(2, NINE)})
    soon = next(each for each in plan_reception(later, RULES) if each.kind == "reception_soon")
    assert (soon.round, soon.at) == (2, day.starts[2] - timedelta(hours=2))
    over = replace(day, fired={"reception_soon": Fired(3, NINE)})
    assert "reception_soon" not in {each.kind for each in plan_reception(over, RULES)}


def test_a_day_announced_on_its_eve_is_not_brought_to_mind_at_once() -> None:
    day = replace(a_day(), published_at=CALENDAR.at(date(2026, 3, 4), time(20)))
    assert "reception_tomorrow" not in {each.kind for each in plan_reception(day, RULES)}


def test_keys_say_whose_visit_it_is() -> None:
    assert booking_key(5, 7) == "5:7:0"
    assert which_of(booking_key(5, 7, 2)) == 2
    assert a_day().key_of(0) == a_day().key_of(99) == ""
