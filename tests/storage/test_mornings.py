"""What concerns whom in the morning: the queries say the same as a rule in plain Python, in any organisation."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st

from casework.asked import asked_of, asks_anybody
from casework.joint import Objection
from casework.morning import Reader, scope_of
from casework.not_accepting import NoReason, NotAccepted
from casework.people import Person
from casework.petitions import Press, Shield, State
from casework.pleas import Decision, Extension, Plea, Recusal
from casework.relations import relations
from casework.unit_of_work import Row
from storage.store import Store
from tests.casework.memory import Memory
from tests.casework.service import MONDAY
from tests.databases import KINDS
from tests.storage.agreeing import RULES, agree
from tests.storage.raw import begin_afresh
from tests.storage.test_visibility import PEOPLE, World, parts_of, worlds

SINCE, END = MONDAY - timedelta(days=1), MONDAY + timedelta(hours=14)

_PLEA = Plea("?", 1, MONDAY, asked=(2, 3))
_ASKED, _GRANTED = Extension(30, Decision.OPEN, _PLEA), Extension(30, Decision.GRANTED, _PLEA)
_DOUBT = NotAccepted(NoReason.COURT, "", "?", 1, MONDAY)

moments = st.integers(-60, 60).map(lambda hours: MONDAY + timedelta(hours=hours))


@st.composite
def mornings(draw: st.DrawFn) -> World:
    """A world whose cases are pressed, owned, promised, assigned and filed at all times, and wait for decisions."""
    org, posts, cases = draw(worlds())
    someone = st.none() | st.sampled_from(PEOPLE)
    changed = []
    for case in cases:
        state = draw(st.sampled_from(State)) if case.is_open else State.CLOSED
        answered = draw(st.none() | moments)
        press = Press(1, "?", MONDAY, MONDAY, answered_at=answered) if draw(st.booleans()) else None
        changed.append(
            replace(
                case,
                state=State.WORKING if state is State.CLOSED and case.is_open else state,
                limit_at=draw(moments),
                promise_at=draw(moments) if state is State.PROMISED else None,
                filed_at=draw(moments),
                assigned_at=draw(st.none() | moments),
                press=press,
                owner_id=draw(someone),
                owner_asked=draw(someone),
                extension=draw(st.none() | st.sampled_from([_ASKED, _GRANTED])),
                recusal=draw(st.none() | st.just(Recusal(1, _PLEA))),
                objection=draw(st.none() | st.just(Objection(5, 1, "?", MONDAY))),
                not_accepted=draw(st.none() | st.just(_DOUBT)) if state is State.WAITING else None,
            )
        )
    return org, posts, changed


async def compare(store: Store, world: World) -> None:
    org, posts, cases = world
    await begin_afresh(store, org)
    memory = Memory(org, RULES)
    people = [Person(id_, "", "zh", "", MONDAY) for id_ in PEOPLE]
    async with store.turn(MONDAY) as uow:
        rows: list[Row] = [*people, *posts, *cases]
        rows += [Shield(uow.new_id(), case.id, unit_id) for case in cases for unit_id in case.accused]
        rows += [part for case in cases for part in parts_of(case, list(org.units))]
        for row in rows:
            uow.put(row)
    for each in (*people, *posts, *cases):
        memory.add(each)
    async with store.batch() as batch:
        uow = store.unit_of_work(batch, MONDAY)
        readers = [
            Reader(person, scope_of(uow.staff, uow.org, person), SINCE - timedelta(hours=nth))
            for nth, person in enumerate(PEOPLE)
        ]
        async with memory.turn(MONDAY) as plain:
            wanted = await plain.mornings(readers, END)
        found = await uow.mornings(readers, END)
        assert found == wanted
        known = {case.id: case for case in cases}
        for case in cases:
            if not asks_anybody(case):
                assert not any(asked_of(uow.staff, uow.org, case, person) for person in PEOPLE)
        for each in readers:
            assert (await uow.mornings([each], END))[each.person_id] == found[each.person_id], "alone as among others"
            for matter in found[each.person_id]:
                assert relations(uow.staff, uow.org, known[matter.case_id], each.person_id)


@pytest.mark.parametrize("kind", KINDS)
def test_a_morning_is_the_same_by_query_and_by_rule(kind: str, tmp_path: Path) -> None:
    agree(kind, tmp_path, mornings(), compare)
