"""Who sees which alarm: the SQL predicate and the rule say the same, whatever the organisation."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st

from casework.alarms import Alarm, AlarmState, may_take
from casework.danger import Danger
from casework.organisation import Organisation
from casework.people import Person, Post, Role
from casework.unit_of_work import Row
from storage.store import Store
from tests.casework.service import MONDAY
from tests.databases import KINDS
from tests.storage.agreeing import agree
from tests.storage.raw import begin_afresh
from tests.storage.test_visibility import PEOPLE, organisations

ORDER = (AlarmState.RINGING, AlarmState.UNANSWERED, AlarmState.TAKEN)

World = tuple[Organisation, list[Post], list[Alarm]]


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """An organisation, its posts, and alarms in every state; shielded ones accuse units, or nobody knows which."""
    org = draw(organisations())
    posts = [
        Post(
            id=id_,
            person_id=draw(st.sampled_from(PEOPLE)),
            role=draw(st.sampled_from(Role)),
            unit_id=draw(st.sampled_from([None, None, *org.units])),
            area_id=draw(st.sampled_from([None, *org.areas])),
            title="",
            title_en="",
            active=draw(st.sampled_from([True, True, True, False])),
        )
        for id_ in range(1, draw(st.integers(1, 8)) + 1)
    ]
    alarms = []
    for id_ in range(101, 101 + draw(st.integers(1, 6))):
        area = org.areas[draw(st.sampled_from(list(org.areas)))]
        state = draw(st.sampled_from(AlarmState))
        alarms.append(
            Alarm(
                id=id_,
                person_id=draw(st.sampled_from(PEOPLE)),
                conversation="",
                danger=draw(st.sampled_from([None, *Danger])),
                area_id=area.id,
                area_path=area.path,
                asked_at=MONDAY + timedelta(minutes=draw(st.integers(-3, 3))),
                epoch_at=MONDAY,
                state=state,
                shielded=draw(st.booleans()),
                accused=tuple(draw(st.lists(st.sampled_from(list(org.units)), max_size=2, unique=True))),
                taken_by=draw(st.sampled_from(PEOPLE)) if state is AlarmState.TAKEN else None,
            )
        )
    return org, posts, alarms


async def compare(store: Store, world: World) -> None:
    org, posts, alarms = world
    await begin_afresh(store, org)
    async with store.turn(MONDAY) as uow:
        rows: list[Row] = [*(Person(id_, "", "zh", "", MONDAY) for id_ in PEOPLE), *posts, *alarms]
        for row in rows:
            uow.put(row)
    async with store.batch() as batch:
        for person in PEOPLE:
            uow = store.unit_of_work(batch, MONDAY)
            waiting = [
                alarm
                for alarm in alarms
                if alarm.state in ORDER
                and alarm.taken_by in {None, person}
                and may_take(uow.staff, uow.org, alarm, person)
            ]
            waiting.sort(key=lambda alarm: (ORDER.index(alarm.state), alarm.asked_at, alarm.id))
            assert [alarm.id for alarm in await uow.alarms_waiting(person)] == [alarm.id for alarm in waiting]


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_may_take_an_alarm_finds_it_and_nobody_else(kind: str, tmp_path: Path) -> None:
    agree(kind, tmp_path, worlds(), compare)
