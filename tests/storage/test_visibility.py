"""Who sees which case: the SQL predicate and the table of permissions say the same, whatever the organisation."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st

from casework.areas import Area
from casework.joint import Assisting
from casework.organisation import Organisation, Unit
from casework.parts import Part, PartState
from casework.people import Person, Post, Role
from casework.petitions import Case, Closing, Shield, State
from casework.relations import Relation, relations
from casework.unit_of_work import Row
from storage.store import Store
from tests.casework.service import MONDAY
from tests.databases import KINDS
from tests.storage.agreeing import agree
from tests.storage.raw import begin_afresh

PEOPLE = range(1, 6)
CALLED, PHONE = (1, 2), "13800138000"
NUMBER = "250303-0000000"


@st.composite
def organisations(draw: st.DrawFn) -> Organisation:
    """Areas and units with others above them, some out of service. Ids run past 9, so that 1 begins like 11."""
    areas: dict[int, Area] = {}
    for id_ in (1, 11, 12, 111, 2):
        parent = areas.get(draw(st.sampled_from([None, *areas])) or 0)
        path = f"{parent.path if parent else '/'}{id_}/"
        areas[id_] = Area(id_, str(id_), f"{id_}村", "village", parent.id if parent else None, path)
    units: dict[int, Unit] = {}
    for id_ in (5, 50, 55, 505):
        above = draw(st.sampled_from([None, *units]))
        where, active = draw(st.sampled_from(list(areas))), draw(st.booleans())
        units[id_] = Unit(id_, str(id_), f"{id_}局", "", "", where, above, active)
    return Organisation(areas, units, {}, 1)


World = tuple[Organisation, list[Post], list[Case]]


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """An organisation, its posts (also such as nobody should hold) and its cases: open, closed, without a unit."""
    org = draw(organisations())
    unit_ids, area_ids = st.sampled_from([None, *org.units]), st.sampled_from([None, *org.areas])
    posts = [
        Post(
            id=id_,
            person_id=draw(st.sampled_from(PEOPLE)),
            role=draw(st.sampled_from(Role)),
            unit_id=draw(unit_ids),
            area_id=draw(area_ids),
            title="",
            title_en="",
            active=draw(st.sampled_from([True, True, True, False])),
            acting_for=draw(st.none() | st.sampled_from(PEOPLE)),
        )
        for id_ in range(1, draw(st.integers(1, 8)) + 1)
    ]
    cases = []
    for suffix in range(1, draw(st.integers(1, 6)) + 1):
        area = org.areas[draw(st.sampled_from(list(org.areas)))]
        closed, shielded = draw(st.booleans()), draw(st.booleans())
        cases.append(
            Case(
                id=100 + suffix,
                petition_id=1,
                number=NUMBER,
                suffix=suffix,
                resident_id=draw(st.sampled_from(PEOPLE)),
                category="other",
                area_id=area.id,
                area_path=area.path,
                place="",
                summary="",
                filed_at=MONDAY,
                limit_at=MONDAY + timedelta(days=draw(st.integers(-3, 3))),
                epoch_at=MONDAY,
                state=State.CLOSED if closed else draw(st.sampled_from([State.WAITING, State.WORKING])),
                closing=Closing.SOLVED if closed else None,
                closed_at=MONDAY if closed else None,
                unit_id=draw(unit_ids),
                cadre_id=draw(st.none() | st.sampled_from(PEOPLE)),
                shielded=shielded,
                clerk_id=draw(st.none() | st.sampled_from(PEOPLE)),
                accused=tuple(draw(st.lists(st.sampled_from(list(org.units)), max_size=2, unique=True))),
                assisting=tuple(
                    Assisting(1000 * suffix + at, unit_id)
                    for at, unit_id in enumerate(draw(st.lists(st.sampled_from(list(org.units)), max_size=2)))
                ),
            )
        )
    return org, posts, cases


def parts_of(case: Case, unit_ids: list[int]) -> list[Part]:
    """The rows of a case's parts: those that it knows, in any state, and one that was taken back of each unit."""
    kept = [state for state in PartState if state is not PartState.DROPPED]
    found = [
        Part(each.part_id, case.id, each.unit_id, "", MONDAY, 1, MONDAY, MONDAY, kept[each.part_id % len(kept)])
        for each in case.assisting
    ]
    gone = PartState.DROPPED
    return found + [
        Part(1000 * case.suffix + 100 + unit_id, case.id, unit_id, "", MONDAY, 1, MONDAY, MONDAY, gone)
        for unit_id in unit_ids
    ]


async def compare(store: Store, world: World) -> None:
    org, posts, cases = world
    await begin_afresh(store, org)
    async with store.turn(MONDAY) as uow:
        people = [Person(id_, "", "zh", "", MONDAY, phone=PHONE if id_ in CALLED else "") for id_ in PEOPLE]
        rows: list[Row] = [*people, *posts, *cases]
        # Kept where a shield was lifted, too: then they mean nothing.
        rows += [Shield(uow.new_id(), case.id, unit_id) for case in cases for unit_id in case.accused]
        rows += [part for case in cases for part in parts_of(case, list(org.units))]
        for row in rows:
            uow.put(row)
    async with store.batch() as batch:
        for person in PEOPLE:
            uow = store.unit_of_work(batch, MONDAY)
            related = {case.id: relations(uow.staff, uow.org, case, person) for case in cases}
            seen = [id_ for id_, found in related.items() if found]
            assert [case.id for case in await uow.visible_by_number(person, NUMBER)] == seen
            for id_, found in related.items():
                case = await uow.visible_case(person, id_)
                assert (case is not None and case.id == id_) == bool(found)
            # By a post alone: what a person sent is theirs, and nothing else, whatever posts they hold.
            by_post = sorted(
                (case for case in cases if case.is_open and related[case.id] - {Relation.RESIDENT}),
                key=lambda case: (case.limit_at, case.id),
            )
            for unit_id in org.units:
                of_unit = [case for case in by_post if case.unit_id == unit_id]
                assert await uow.visible_of_unit(person, unit_id) == of_unit
                assert await uow.visible_of_unit(person, unit_id, 1) == of_unit[:1]
            called = [case for case in cases if case.clerk_id is not None and case.resident_id in CALLED]
            entered = sorted(
                (case for case in called if related[case.id]), key=lambda case: (not case.is_open, -case.id)
            )
            assert await uow.cases_entered_for(person, PHONE) == entered
            own = [case for case in cases if case.cadre_id == person and case.is_open and related[case.id]]
            own.sort(key=lambda case: (case.limit_at, case.id))
            assert await uow.visible_of_cadre(person) == own
            held = [case for case in by_post if case.state is State.WAITING and case.unit_id is None]
            assert await uow.cases_held(person) == held
            assert await uow.visible_late(person) == [case for case in by_post if case.limit_at <= MONDAY]


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_stands_in_a_relation_to_a_case_sees_it_and_nobody_else(kind: str, tmp_path: Path) -> None:
    agree(kind, tmp_path, worlds(), compare)
