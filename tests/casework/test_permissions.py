"""Who may do what: buttons offer exactly what the verbs allow, and rights follow from posts alone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.errors import NotYours, Refused, Stale
from casework.people import Post, Role
from casework.permissions import ALLOWED, allowed, possible, role_in
from casework.petitions import Case, State
from casework.relations import Relation, relations
from casework.staff import Staff
from tests.casework.service import (
    BUREAU,
    COUNTY,
    EAST,
    EAST_OFFICE,
    HILL,
    MONDAY,
    RIVER,
    WEST,
    WEST_OFFICE,
    Service,
    organisation,
)

ORG = organisation()
RESIDENT, CADRE, OTHER = 1, 2, 3

CASE = Case(
    id=7,
    petition_id=6,
    number="250303-1234567",
    suffix=1,
    resident_id=RESIDENT,
    category="roads",
    area_id=RIVER,
    area_path="/1/2/4/",
    place="",
    summary="",
    filed_at=MONDAY,
    limit_at=MONDAY,
    epoch_at=MONDAY,
    unit_id=EAST_OFFICE,
    cadre_id=CADRE,
)


def holding(role: Role, unit: int | None = None, area: int | None = None, person: int = OTHER) -> frozenset[Relation]:
    post = Post(70, person, role, unit, area, "officer", "officer")
    return relations(Staff([post]), ORG, CASE, person)


def test_a_resident_of_the_case_and_a_stranger() -> None:
    assert relations(Staff([]), ORG, CASE, RESIDENT) == {Relation.RESIDENT}
    assert relations(Staff([]), ORG, CASE, OTHER) == frozenset()


def test_the_cadre_has_the_case_by_the_post_and_loses_it_with_the_post() -> None:
    assert holding(Role.CADRE, unit=EAST_OFFICE, person=CADRE) == {Relation.CADRE, Relation.UNIT}
    assert relations(Staff([]), ORG, CASE, CADRE) == frozenset()


def test_heads_are_heads_of_the_unit_and_of_those_above_it_but_not_beside_it() -> None:
    assert holding(Role.HEAD, unit=EAST_OFFICE) == {Relation.HEAD}
    assert holding(Role.HEAD, unit=BUREAU) == {Relation.HEAD}
    assert holding(Role.HEAD, unit=WEST_OFFICE) == frozenset()
    assert holding(Role.CADRE, unit=BUREAU) == frozenset()


@pytest.mark.parametrize("role", [Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER, Role.ADMIN])
def test_posts_over_an_area_reach_down_and_not_sideways(role: Role) -> None:
    for area in (COUNTY, EAST, RIVER):
        assert holding(role, area=area) == {Relation(role.value)}
    for area in (WEST, HILL):
        assert holding(role, area=area) == frozenset()


@pytest.mark.parametrize("role", Role)
def test_whoever_sent_the_petition_has_no_say_in_it_by_a_post(role: Role) -> None:
    # An interested cadre steps aside (article 28).
    unit = EAST_OFFICE if role in {Role.CADRE, Role.HEAD} else None
    assert holding(role, unit=unit, area=None if unit else COUNTY, person=RESIDENT) == {Relation.RESIDENT}


def test_only_the_resident_can_close_a_case_as_solved_or_rate_it_or_whoever_passes_on_their_word() -> None:
    for verb in ("rate", "withdraw"):
        assert ALLOWED[verb][0] == {Relation.RESIDENT, Relation.AGENT}
    # Who speaks for a joint petition has its initiator's wish, and their own yes.
    for verb in ("judge", "reopen"):
        assert ALLOWED[verb][0] == {Relation.RESIDENT, Relation.AGENT, Relation.REPRESENTATIVE}


def test_the_dispatcher_sends_to_units_and_a_cadre_does_not() -> None:
    dispatcher = Staff([Post(70, OTHER, Role.DISPATCHER, None, COUNTY, "intake", "intake")])
    assert possible(dispatcher, ORG, CASE, OTHER) == [
        *("hand_to", "send_to_unit", "set_kind", "flag_hardship", "report_up", "reset_pin", "see_name"),
        *("propose_owner", "not_accept", "ask_who", "papers", "merge", "add_unit"),
    ]
    cadre = Staff([Post(70, CADRE, Role.CADRE, EAST_OFFICE, None, "officer", "officer")])
    assert possible(cadre, ORG, CASE, CADRE) == [
        *("accept", "decline", "hand_to", "step_aside", "set_kind", "flag_hardship", "report_up", "see_name"),
        *("doubt", "ask_who", "papers"),
        *("object_to", "raise_difficulty"),
    ]


@st.composite
def posts(draw: st.DrawFn) -> list[Post]:
    made = []
    for number in range(draw(st.integers(0, 4))):
        role = draw(st.sampled_from(Role))
        person = draw(st.sampled_from([RESIDENT, CADRE, OTHER]))
        in_unit = role in {Role.CADRE, Role.HEAD}
        unit = draw(st.sampled_from([BUREAU, EAST_OFFICE, WEST_OFFICE])) if in_unit else None
        area = None if in_unit else draw(st.sampled_from([COUNTY, EAST, WEST, RIVER]))
        made.append(Post(70 + number, person, role, unit, area, "t", "t", active=draw(st.booleans())))
    return made


@given(posts(), st.sampled_from(State), st.sampled_from([RESIDENT, CADRE, OTHER]), st.sampled_from([None, EAST_OFFICE]))
async def test_a_button_is_offered_exactly_where_the_verb_is_allowed(
    given_posts: list[Post], state: State, by: int, unit_id: int | None
) -> None:
    service = Service()
    case = service.memory.add(replace(CASE, state=state, unit_id=unit_id))
    for post in given_posts:
        service.memory.add(post)
    offered = possible(service.memory.staff, ORG, case, by)
    for verb in ALLOWED:
        try:
            assert await service.do(allowed, verb, case.id, by, case.epoch) == case
        except Refused:
            assert verb not in offered
        else:
            assert verb in offered


async def test_the_answers_to_whoever_may_not() -> None:
    service = Service()
    cadre, outsider = service.cadre(), service.cadre(unit=WEST_OFFICE)
    case_id = await service.file()
    epoch = service.case(case_id).epoch
    with pytest.raises(NotYours) as strange:
        await service.do(allowed, "accept", case_id, outsider, epoch)
    with pytest.raises(NotYours) as missing:
        await service.do(allowed, "accept", 424242, outsider, epoch)
    assert (strange.value.code, strange.value.fields) == (missing.value.code, missing.value.fields)
    with pytest.raises(Stale):
        await service.do(allowed, "accept", case_id, cadre, epoch - 1)
    with pytest.raises(Refused, match="not-allowed"):
        await service.do(allowed, "judge", case_id, cadre, epoch)
    with pytest.raises(Refused) as early:
        await service.do(allowed, "propose", case_id, cadre, epoch)
    assert (early.value.code, early.value.fields) == ("wrong-state", {"state": "waiting"})


async def test_the_timeline_names_the_nearest_role() -> None:
    service = Service()
    cadre, head = service.cadre(), service.head()
    case_id = await service.file()
    case = service.case(case_id)
    async with service.memory.turn(service.now) as uow:
        named = [role_in(uow, case, person) for person in (service.resident, cadre, head, None)]
    assert named == ["resident", "cadre", "head", "system"]
