"""Who gets a case: by place, then by load; offered on, handed on, sent on."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.actions import accepting, assigning
from casework.actions.assigning import choose
from casework.errors import NotYours, Refused, Stale
from casework.people import Person, Post, Role
from casework.petitions import State
from tests.casework.service import (
    BUREAU,
    EAST,
    EAST_OFFICE,
    HILL,
    MONDAY,
    RIVER,
    WEST_OFFICE,
    Service,
    at,
    local,
)

AT_RIVER = "/1/2/4/"


def person(number: int, open_cases: int = 0, **fields: object) -> Person:
    made = Person(number, "", "en", f"tg:{number}", MONDAY, open_cases=open_cases)
    return replace(made, **fields)  # type: ignore[arg-type]


def post(number: int, *grid: int) -> Post:
    return Post(100 + number, number, Role.CADRE, EAST_OFFICE, None, "officer", "officer", grid)


def chosen(people: list[Person], posts: list[Post], tried: tuple[int, ...] = ()) -> tuple[int | None, str]:
    found, why = choose(people, posts, AT_RIVER, MONDAY, tried)
    return found.person_id if found is not None else None, why


def test_whoever_looks_after_the_village_comes_before_whoever_has_less_to_do() -> None:
    assert chosen([person(1, 9), person(2, 0)], [post(1, RIVER), post(2)]) == (1, "grid")


def test_the_villages_own_cadre_comes_before_the_townships() -> None:
    assert chosen([person(1), person(2, 9)], [post(1, EAST), post(2, HILL, RIVER)]) == (2, "grid")


def test_without_a_grid_the_one_with_the_fewest_cases_gets_it() -> None:
    assert chosen([person(1, 3), person(2, 1), person(3, 2)], [post(1), post(2), post(3)]) == (2, "load")


def test_equal_loads_go_to_the_older_post() -> None:
    assert chosen([person(2), person(1)], [post(2), post(1)]) == (1, "load")


def test_the_absent_the_unreachable_and_those_who_were_asked_are_left_out() -> None:
    people = [
        person(1, away_until=MONDAY + timedelta(days=1)),
        person(2, unreachable_at=MONDAY),
        person(3),
        person(4, 50, away_until=MONDAY),
    ]
    posts = [post(1, RIVER), post(2), post(3), post(4)]
    assert chosen(people, posts, tried=(3,)) == (4, "load")
    assert chosen(people, posts, tried=(3, 4)) == (None, "nobody")
    assert chosen([], []) == (None, "nobody")


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans(), st.booleans(), st.booleans()), max_size=6))
def test_the_choice_is_the_least_loaded_of_the_nearest_and_does_not_depend_on_order(
    rows: list[tuple[int, bool, bool, bool]],
) -> None:
    people = [
        person(n, load, away_until=MONDAY + timedelta(hours=1) if away else None)
        for n, (load, away, _, _) in enumerate(rows, 1)
    ]
    posts = [post(n, *([RIVER] if here else [])) for n, (_, _, here, _) in enumerate(rows, 1)]
    tried = tuple(n for n, row in enumerate(rows, 1) if row[3])
    found, why = choose(people, posts, AT_RIVER, MONDAY, tried)
    assert choose(people[::-1], posts[::-1], AT_RIVER, MONDAY, tried) == (found, why)
    free = [n for n, row in enumerate(rows, 1) if not row[1] and n not in tried]
    near = [n for n in free if rows[n - 1][2]] or free
    if found is None:
        assert free == []
    else:
        assert found.person_id in near
        assert rows[found.person_id - 1][0] == min(rows[n - 1][0] for n in near)


# Assigning.


async def test_the_unit_without_cadres_gives_the_case_to_its_head() -> None:
    service = Service()
    head = service.head()
    case = service.case(await service.file())
    assert (case.cadre_id, case.assigned_why) == (head, "head")
    assert service.someone(head).open_cases == 1


async def test_the_unit_without_anyone_gives_it_to_the_head_of_the_unit_above() -> None:
    service = Service()
    above = service.head(unit=BUREAU)
    case = service.case(await service.file())
    assert (case.cadre_id, case.unit_id) == (above, EAST_OFFICE)


async def test_with_nobody_at_all_the_dispatcher_is_told_and_after_a_vacancy_whoever_is_above() -> None:
    service = Service()
    dispatcher = service.over(Role.DISPATCHER)
    case = service.case(await service.file())
    assert case.cadre_id is None
    assert service.told(dispatcher) == ["nobody_accepts"]

    service = Service()
    leader = service.over(Role.LEADER)
    await service.file()
    assert service.told(leader) == ["nobody_accepts"]


async def test_nobody_is_given_an_own_petition() -> None:
    # An interested cadre steps aside (article 28).
    service = Service()
    both = service.cadre(grid=(RIVER,))
    colleague = service.cadre()
    assert service.case(await service.file(by=both)).cadre_id == colleague


async def test_cases_are_spread_by_load() -> None:
    service = Service()
    first, second = service.cadre(), service.cadre()
    for _ in range(4):
        await service.file()
    assert [service.someone(each).open_cases for each in (first, second)] == [2, 2]


async def test_the_units_groups_see_a_new_case_and_see_it_go() -> None:
    service = Service()
    service.cadre()
    dispatcher = service.over(Role.DISPATCHER)
    east, west = service.group(), service.group(unit=WEST_OFFICE)
    case_id = await service.file()
    assert service.told_groups() == [(east.key, "group_case")]
    service.listen()
    await service.do(assigning.send_to_unit, case_id, dispatcher, WEST_OFFICE, None)
    assert service.told_groups() == [(east.key, "group_moved"), (west.key, "group_case")]


async def test_a_unit_has_fifteen_days_but_sending_to_and_fro_wins_nobody_time() -> None:
    service = Service()
    service.cadre()
    west = service.cadre(unit=WEST_OFFICE)
    dispatcher = service.over(Role.DISPATCHER)
    case_id = await service.file()
    service.now = at("3-6")
    case = await service.do(assigning.send_to_unit, case_id, dispatcher, WEST_OFFICE, None)
    assert (case.cadre_id, local(case.limit_at)) == (west, "Sat 3-22 00:00")
    service.now = at("3-10")
    for unit in (EAST_OFFICE, WEST_OFFICE):
        case = await service.do(assigning.send_to_unit, case_id, dispatcher, unit, None)
        assert local(case.limit_at) == "Sat 3-22 00:00"


async def test_the_resident_hears_that_another_unit_has_the_case() -> None:
    service = Service()
    service.cadre()
    dispatcher = service.over(Role.DISPATCHER)
    case_id = await service.file()
    await service.do(assigning.send_to_unit, case_id, dispatcher, BUREAU, None)
    assert service.told(service.resident) == ["reassigned"]


async def test_an_unknown_unit_is_refused() -> None:
    service = Service()
    dispatcher = service.over(Role.DISPATCHER)
    with pytest.raises(Refused, match="unit-unknown"):
        await service.do(assigning.send_to_unit, await service.file("路坏了"), dispatcher, 99, None)


# Handing over.


async def test_a_cadre_hands_a_case_to_a_colleague_and_its_clock_runs_on() -> None:
    service = Service()
    first, second = service.cadre(grid=(RIVER,)), service.cadre()
    case_id = await service.accepted()
    before = service.case(case_id)
    service.listen()
    case = await service.do(assigning.hand_to, case_id, first, second, before.epoch)
    assert (case.cadre_id, case.state, case.limit_at) == (second, State.WORKING, before.limit_at)
    assert case.epoch == before.epoch + 1
    assert (service.told(second), service.told(first), service.told(service.resident)) == (
        ["handed"],
        [],
        ["reassigned"],
    )
    assert [service.someone(each).open_cases for each in (first, second)] == [0, 1]


async def test_only_people_of_the_unit_can_be_handed_a_case() -> None:
    service = Service()
    head, outsider = service.head(), service.cadre(unit=WEST_OFFICE)
    service.cadre()
    case_id = await service.accepted()
    for wrong in (outsider, service.resident, 99):
        with pytest.raises(Refused, match="not-in-unit"):
            await service.do(assigning.hand_to, case_id, head, wrong, None)
    with pytest.raises(NotYours):
        await service.do(assigning.hand_to, case_id, outsider, outsider, None)


async def test_a_button_of_an_earlier_state_is_stale() -> None:
    service = Service()
    head, first = service.head(), service.cadre()
    second = service.cadre()
    case_id = await service.accepted()
    epoch = service.case(case_id).epoch
    await service.do(assigning.hand_to, case_id, head, second, epoch)
    with pytest.raises(Stale):
        await service.do(assigning.hand_to, case_id, head, first, epoch)


# Accepting and declining.


async def test_exactly_one_accepts_and_the_second_hears_who_was_first() -> None:
    service = Service()
    first, second = service.cadre(), service.cadre()
    group = service.group()
    case_id = await service.file()
    epoch = service.case(case_id).epoch
    service.listen()
    case = await service.do(accepting.accept, case_id, second, epoch)
    with pytest.raises(Refused) as refused:
        await service.do(accepting.accept, case_id, first, epoch)
    assert refused.value.code == "already-accepted"
    assert refused.value.fields == {"person": f"cadre {second}"}
    # Sixty days after Monday 3 March (article 34).
    assert (case.state, case.cadre_id, local(case.limit_at)) == (State.WORKING, second, "Sat 5-3 00:00")
    assert service.told(service.resident) == ["accepted"]
    assert service.told(first) == ["taken"]
    assert service.told_groups() == [(group.key, "group_accepted")]


async def test_whoever_of_the_unit_takes_a_case_that_has_been_offered_on_is_welcome() -> None:
    service = Service()
    first, second = service.cadre(), service.cadre()
    case_id = await service.file()
    epoch = service.case(case_id).epoch
    await service.do(accepting.decline, case_id, first, epoch, "on leave")
    assert service.case(case_id).cadre_id == second
    case = await service.do(accepting.accept, case_id, first, epoch)
    assert (case.state, case.cadre_id) == (State.WORKING, first)


async def test_a_stranger_can_not_accept_and_learns_nothing() -> None:
    service = Service()
    service.cadre()
    outsider = service.cadre(unit=WEST_OFFICE)
    case_id = await service.file()
    for wrong in (outsider, service.person()):
        with pytest.raises(NotYours):
            await service.do(accepting.accept, case_id, wrong, None)
    with pytest.raises(NotYours):
        await service.do(accepting.accept, 424242, outsider, None)


async def test_a_case_declined_goes_to_the_next_then_to_the_head_then_to_the_dispatcher() -> None:
    service = Service()
    first, second, head = service.cadre(), service.cadre(), service.head()
    dispatcher = service.over(Role.DISPATCHER)
    case_id = await service.file()
    for now, then in ((first, second), (second, head)):
        await service.do(accepting.decline, case_id, now, None, "not mine")
        assert service.case(case_id).cadre_id == then
    await service.do(accepting.decline, case_id, head, None, "not ours")
    case = service.case(case_id)
    assert (case.cadre_id, case.state, set(case.tried)) == (None, State.WAITING, {first, second, head})
    assert service.told(dispatcher) == ["nobody_accepts"]
    assert sum(service.someone(each).open_cases for each in (first, second, head)) == 0
