"""The ladder: to the minute around each rung, over holidays and make-up workdays; and somebody is always named."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.actions import absence, membership, pressing
from casework.actions.climbing import VACANCY
from casework.actions.firing import fire
from casework.calendar import Calendar
from casework.ladder import RUNGS, Rung, day_of, problem_of, roles_at, steps
from casework.people import Person, Role
from casework.petitions import DigestItem
from casework.profile import FollowUpTimes, Profile
from casework.unit_of_work import Rules
from tests.casework.memory import Memory
from tests.casework.service import BUREAU, COUNTY, EAST_OFFICE, ZONE, Service, at, organisation

FESTIVAL = Calendar(
    ZONE,
    days_off=frozenset(date(2025, 5, day) for day in (1, 2, 5)),
    extra_workdays=frozenset({date(2025, 4, 27), date(2025, 5, 10)}),
    announced_until=2025,
)
"""1, 2 and 5 May are holidays; Sunday 27 April and Saturday 10 May are worked to make up for them."""

ABOVE = {"late_head", "late_supervisor", "late_leader"}


def service_of(calendar: Calendar = FESTIVAL, ladder: tuple[Rung, ...] = RUNGS) -> Service:
    rules = Rules(calendar, Profile(times=FollowUpTimes(ladder=ladder)), secret=b"secret")
    return Service(memory=Memory(organisation(), rules))


async def late_on_2_may(service: Service) -> int:
    """Return a case that was accepted on 3 March, so that its limit is 24:00 on Friday 2 May."""
    case_id = await service.accepted()
    await service.until(at("5-2", "12:00"))
    service.listen()
    return case_id


# To the minute.


async def test_each_rung_is_told_on_its_minute_and_not_before_it() -> None:
    service = service_of()
    cadre, head = service.cadre(), service.head()
    supervisor, leader = service.over(Role.SUPERVISOR), service.over(Role.LEADER)
    await late_on_2_may(service)

    async def told(day: str, clock: str) -> list[list[str]]:
        await service.until(at(day, clock))
        return [
            [kind for kind in (*service.told(each), *service.digest(each)) if "late" in kind]
            for each in (cadre, head, supervisor, leader)
        ]

    # Saturday, Sunday and the holiday of Monday pass: Tuesday 6 May is the first working day of lateness.
    assert await told("5-6", "08:29") == [[], [], [], []]
    assert await told("5-6", "08:30") == [["late_cadre"], ["late_head"], [], []]
    # Wednesday, Thursday, Friday.
    assert await told("5-9", "08:29") == [["late_cadre"], ["late_head"], [], []]
    assert await told("5-9", "08:30") == [["late_cadre"], ["late_head"], ["late_supervisor"], []]
    # Saturday 10 May is worked, Sunday is not: the fifth working day is Monday.
    assert (await told("5-12", "08:29"))[3] == []
    assert (await told("5-12", "08:30"))[3] == ["late_leader"]
    # And again five working days later.
    assert (await told("5-19", "08:29"))[2] == ["late_supervisor"]
    assert (await told("5-19", "08:30"))[2] == ["late_supervisor"] * 2


async def test_a_limit_before_a_make_up_sunday_is_late_on_that_sunday() -> None:
    calendar = service_of().memory.rules.calendar
    assert day_of(RUNGS, calendar, date(2025, 4, 26), 0) == date(2025, 4, 27)
    # Monday, Tuesday, Wednesday: the holiday begins on Thursday.
    assert day_of(RUNGS, calendar, date(2025, 4, 26), 1) == date(2025, 4, 30)
    assert day_of(RUNGS, calendar, date(2025, 4, 26), 2) == date(2025, 5, 7)
    assert day_of(RUNGS, calendar, date(2025, 4, 26), 3) is None


async def test_a_supervisors_date_is_reminded_and_missed_to_the_minute() -> None:
    service = service_of()
    cadre, supervisor = service.cadre(), service.over(Role.SUPERVISOR)
    case_id = await service.accepted()
    service.now = at("4-25")
    until = FESTIVAL.end_of(date(2025, 5, 4))  # A Sunday, with the holiday before it: brought to mind on 30 April.
    await service.do(pressing.press, case_id, supervisor, None, "What is done?", until)
    service.listen()
    await service.until(at("4-30", "08:29"))
    assert "press_due" not in service.told(cadre)
    await service.until(at("4-30", "08:30"))
    assert "press_due" in service.told(cadre)
    await service.until(at("5-6", "08:29"))
    assert "press_late" not in service.told(cadre)
    await service.until(at("5-6", "08:30"))
    assert "press_late" in service.told(cadre)
    assert "press_late" in service.told(supervisor)


# The table.


async def test_another_table_is_another_ladder() -> None:
    ladder = (Rung(Role.HEAD), Rung(Role.DISPATCHER, 1), Rung(Role.SUPERVISOR, 1), Rung(Role.ADMIN, 2))
    service = service_of(ladder=ladder)
    cadre, head = service.cadre(), service.head()
    office, supervisor, admin = (service.over(role) for role in (Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN))
    await late_on_2_may(service)
    await service.until(at("5-6"))
    assert "late_head" in service.told(head)
    assert "late_cadre" not in service.told(cadre)
    assert "late_supervisor" not in service.told(office)
    await service.until(at("5-7"))
    assert ["late_supervisor" in service.told(each) for each in (office, supervisor, admin)] == [True, True, False]
    await service.until(at("5-8"))
    assert "late_supervisor" in service.told(admin)


@pytest.mark.parametrize(
    ("rungs", "problem"),
    [
        ((), "needs somebody above"),
        ((Rung(Role.CADRE),), "needs somebody above"),
        ((Rung(Role.HEAD), Rung(Role.HEAD, 3)), "twice"),
        ((Rung(Role.HEAD, 3), Rung(Role.LEADER, 2)), "in order"),
        ((Rung(Role.HEAD), Rung(Role.DUTY, 2)), "'duty' is not above a case"),
        (RUNGS, ""),
    ],
)
def test_what_is_no_ladder_is_said(rungs: tuple[Rung, ...], problem: str) -> None:
    assert problem in problem_of(rungs)
    assert bool(problem_of(rungs)) == bool(problem)


def test_beyond_the_last_step_the_lowest_post_above_the_unit_is_told() -> None:
    assert [days for days, _ in steps(RUNGS)] == [0, 3, 5]
    assert [roles_at(RUNGS, step) for step in range(5)] == [
        (Role.CADRE, Role.HEAD),
        (Role.SUPERVISOR,),
        (Role.LEADER,),
        (Role.SUPERVISOR,),
        (Role.SUPERVISOR,),
    ]


# Vacant posts.


async def test_a_vacant_post_is_climbed_past_and_said_to_whoever_is_told_in_the_timeline_and_to_the_administrator() -> (
    None
):
    service = service_of()
    service.cadre()
    over_head, admin = service.head(BUREAU), service.over(Role.ADMIN)
    case_id = await late_on_2_may(service)
    await service.until(at("5-6"))
    assert service.said(over_head, "late_head").args["gap"] == ("head", EAST_OFFICE, True)
    passed = [each for each in service.events(case_id) if each.kind == "rung_passed"]
    assert [(each.data["post"], each.data["of"], each.data["people"]) for each in passed] == [
        ("head", EAST_OFFICE, [over_head])
    ]
    assert not passed[0].public
    assert service.digest(admin) == [VACANCY]
    items = [item for item in service.memory.of(DigestItem) if item.kind == VACANCY]
    assert [item.words for item in items] == [f"head:{EAST_OFFICE}"]


async def test_whoever_is_away_is_climbed_past_and_their_post_is_not_called_vacant() -> None:
    service = service_of()
    service.cadre()
    head, over_head, admin = service.head(), service.head(BUREAU), service.over(Role.ADMIN)
    await late_on_2_may(service)
    await service.do(absence.away, head, at("6-1"))
    await service.until(at("5-6"))
    assert service.said(over_head, "late_head").args["gap"] == ("head", EAST_OFFICE, False)
    assert service.digest(admin) == []


async def test_nothing_is_said_of_a_post_that_is_held() -> None:
    service = service_of()
    service.cadre()
    head = service.head()
    case_id = await late_on_2_may(service)
    await service.until(at("5-6"))
    assert "gap" not in service.said(head, "late_head").args
    assert "rung_passed" not in service.timeline(case_id)


posts = st.lists(
    st.tuples(
        st.sampled_from([Role.HEAD, Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER, Role.ADMIN]),
        st.sampled_from(["there", "away", "unreachable", "resident", "cadre"]),
    ),
    max_size=6,
)
ladders = st.lists(
    st.tuples(
        st.sampled_from([Role.CADRE, Role.HEAD, Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER]), st.integers(0, 9)
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda rung: rung[0],
)


@given(held=posts, table=ladders, cadre=st.sampled_from(["none", "there", "away"]), step=st.integers(0, 8))
async def test_the_ladder_names_a_person_whatever_posts_are_vacant(
    held: list[tuple[Role, str]], table: list[tuple[Role, int]], cadre: str, step: int
) -> None:
    """As long as anybody but the case's own people holds a post above, someone is told at each step."""
    rungs = tuple(Rung(role, days) for role, days in sorted(table, key=lambda each: each[1]))
    if problem_of(rungs):
        rungs = (*rungs, Rung(Role.ADMIN, 9))
    service = service_of(ladder=rungs)
    own = service.cadre() if cadre != "none" else None
    case_id = await (service.accepted() if own is not None else service.file())
    for role, state in [*held, (Role.ADMIN, "there")]:
        person = {"resident": service.resident, "cadre": own}.get(state)
        unit, area = (EAST_OFFICE, None) if role is Role.HEAD else (None, COUNTY)
        someone = service.serve(role, unit=unit, area=area, person=person)
        if state == "away":
            await service.do(absence.away, someone, service.now + timedelta(days=999))
        if state == "unreachable":
            await service.do(membership.unreachable, someone)
    if own is not None and cadre == "away":
        await service.do(absence.away, own, service.now + timedelta(days=999))
    service.now = at("12-1")
    for round_ in range(step + 1):
        service.listen()
        heard = len(service.memory.of(DigestItem))
        service.now += timedelta(days=30)
        await service.do(fire, service.case(case_id), "late")
        items = service.memory.of(DigestItem)[heard:]
        told = {each.person_id for each in service.since() if "late" in each.kind}
        told |= {item.person_id for item in items if "late" in item.kind}
        people = {person.id for person in service.memory.of(Person)} - {service.resident}
        assert told & people, "nobody was named"
        assert service.case(case_id).fired["late"].count == round_ + 1
