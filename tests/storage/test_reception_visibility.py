"""Who runs which reception day: the SQL predicate and the rule say the same, whatever the organisation."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st

from casework.organisation import Organisation
from casework.people import Person, Post
from casework.reception.days import DayState, Reception
from casework.reception.rights import runs
from casework.unit_of_work import Row
from storage.store import Store
from tests.casework.service import MONDAY
from tests.databases import KINDS
from tests.storage.agreeing import agree
from tests.storage.raw import begin_afresh
from tests.storage.test_visibility import PEOPLE, worlds

MOST = 100

World = tuple[Organisation, list[Post], list[Reception]]


@st.composite
def calendars(draw: st.DrawFn) -> World:
    """An organisation, its posts, and reception days: ahead, over, closed, in any area."""
    org, posts, _ = draw(worlds())
    days = []
    for id_ in range(701, 701 + draw(st.integers(1, 6))):
        area = org.areas[draw(st.sampled_from(list(org.areas)))]
        begins = MONDAY + timedelta(days=draw(st.integers(-3, 3)))
        ends, state = begins + timedelta(hours=1), draw(st.sampled_from(DayState))
        day = Reception(
            id_, area.id, area.path, 1, "", "", ("",), (begins,), 60, begins, ends, 1, MONDAY, ("",), state=state
        )
        days.append(day)
    return org, posts, days


async def compare(store: Store, world: World) -> None:
    org, posts, days = world
    await begin_afresh(store, org)
    async with store.turn(MONDAY) as uow:
        rows: list[Row] = [*(Person(id_, "", "zh", "", MONDAY) for id_ in PEOPLE), *posts, *days]
        for row in rows:
            uow.put(row)
    async with store.batch() as batch:
        for person in PEOPLE:
            uow = store.unit_of_work(batch, MONDAY)
            wanted = [day for day in days if day.state is DayState.OPEN or day.ends_at > MONDAY]
            run = [day for day in wanted if runs(uow.staff.of(person), day)]
            run.sort(key=lambda day: (day.state is not DayState.OPEN, day.begins_at, day.id))
            assert [day.id for day in await uow.receptions_run(person, MONDAY, MOST)] == [day.id for day in run]


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_runs_a_reception_day_finds_it_and_nobody_else(kind: str, tmp_path: Path) -> None:
    agree(kind, tmp_path, calendars(), compare)
