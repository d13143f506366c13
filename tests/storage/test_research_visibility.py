"""Who sees which survey and theme: the SQL predicates and the rules say the same, and lists hold no lock."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st

from casework.organisation import Organisation
from casework.people import Person, Post
from casework.surveys import rights
from casework.surveys.model import Guest, Survey, SurveyState, guest_key
from casework.themes import Theme, ThemeState, may_see
from casework.unit_of_work import Row
from storage.store import Store
from tests.casework.service import MONDAY
from tests.databases import KINDS
from tests.patience import PATIENCE
from tests.storage.agreeing import RULES, agree
from tests.storage.raw import begin_afresh, open_store
from tests.storage.test_visibility import PEOPLE, worlds

MOST = 100
WEEK = timedelta(days=7)

World = tuple[Organisation, list[Post], list[Survey], list[Theme], list[Guest]]


@st.composite
def inquiries(draw: st.DrawFn) -> World:
    """An organisation with its posts, surveys and themes of anybody and anywhere, and who is through with a survey."""
    org, posts, _ = draw(worlds())
    people, areas = st.sampled_from(PEOPLE), st.sampled_from(list(org.areas.values()))
    surveys, themes, guests = [], [], []
    for id_ in range(501, 501 + draw(st.integers(1, 5))):
        area = draw(areas)
        author, state = draw(st.none() | people), draw(st.sampled_from(SurveyState))
        surveys.append(
            Survey(id_, area.id, area.path, "Water", True, (), (), author, MONDAY, MONDAY + WEEK, MONDAY, state)
        )
        guests += [
            Guest(guest_key(id_, person), id_, person, done=draw(st.booleans()))
            for person in draw(st.sets(people, max_size=3))
        ]
    for id_ in range(601, 601 + draw(st.integers(1, 5))):
        area, unit = draw(areas), draw(st.sampled_from(list(org.units)))
        owner, theme_state = draw(st.none() | people), draw(st.sampled_from(ThemeState))
        themes.append(Theme(id_, area.id, area.path, "water", (), unit, owner, MONDAY, MONDAY, theme_state))
    return org, posts, surveys, themes, guests


async def compare(store: Store, world: World) -> None:
    org, posts, surveys, themes, guests = world
    await begin_afresh(store, org)
    async with store.turn(MONDAY) as uow:
        people: list[Row] = [Person(id_, "", "zh", "", MONDAY) for id_ in PEOPLE]
        for row in (*people, *posts, *surveys, *themes, *guests):
            uow.put(row)
    done = {(guest.survey_id, guest.person_id) for guest in guests if guest.done}
    async with store.batch() as batch:
        for person in PEOPLE:
            uow = store.unit_of_work(batch, MONDAY, "")
            kept = [each for each in reversed(surveys) if each.state is not SurveyState.DROPPED]
            seen = [each.id for each in kept if rights.may_see(uow.staff, uow.org, person, each)]
            assert [each.id for each in await uow.surveys_recent(person, MOST)] == seen
            left = [each.id for each in kept if each.state is SurveyState.OPEN and (each.id, person) not in done]
            assert [each.id for each in await uow.surveys_open(person, MOST)] == left
            known = [each for each in reversed(themes) if may_see(uow.staff, person, each)]
            wanted = sorted(known, key=lambda each: not each.is_open)
            assert [each.id for each in await uow.themes_recent(person, MOST)] == [each.id for each in wanted]


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_may_see_a_survey_or_a_theme_finds_it_and_nobody_else(kind: str, tmp_path: Path) -> None:
    agree(kind, tmp_path, inquiries(), compare)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "sqlite"])
async def test_a_list_of_surveys_keeps_nobody_waiting(kind: str, tmp_path: Path) -> None:
    async with open_store(kind, tmp_path, RULES) as store:
        survey = Survey(1, 1, "/1/", "Water", True, (), (), None, MONDAY, MONDAY + WEEK, MONDAY, SurveyState.OPEN)
        async with store.turn(MONDAY) as uow:
            uow.put(survey)
        async with store.batch() as batch:
            assert [each.id for each in await store.unit_of_work(batch, MONDAY, "").surveys_open(7, MOST)] == [1]
            async with asyncio.timeout(PATIENCE), store.turn(MONDAY) as other:
                assert await other.get(Survey, 1) is not None
