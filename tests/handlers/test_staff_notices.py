"""Every notice to staff and groups: there are words for it in both languages, short, with buttons that work."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from casework.notices import Notice
from casework.people import Person, Role
from casework.petitions import Case, State
from casework.words import fits_callback
from handlers import staff
from handlers.notices import Scene, View, render
from handlers.staff import dispatcher, notices
from tests.handlers.dialogue import COUNTY, GOVERNMENT, ROADS, WATER, Town
from tests.handlers.staff_scene import at_work, complain, head, word

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
CARDS = {"assigned", "handed", "accept_reminder", "needs_unit", "needs_words", "unwritten"}
GROUPS = {"group_case", "group_accepted", "group_moved"}
ARGS: dict[str, Any] = {
    "words": "It is deeper now",
    "why": "The roller is broken",
    "person": "Clerk",
    "days": 3,
    "verdict": "half",
    "into": "260302-0000000",
}


async def shown(town: Town, kind: str, reader: Person, case: Case, *, brief: bool = False, **args: Any) -> View:
    """Return what `reader` is told by a notice of `kind`."""
    async with town.store.turn(town.now) as uow:
        notice = Notice(kind, person_id=reader.id, case_id=case.id, args={**ARGS, **args}, follow_up=True)
        return await staff.RENDERERS[kind](Scene(uow, notice, case, reader.language, reader, brief=brief))


@LANGUAGES
@pytest.mark.parametrize("kind", sorted(notices.RENDERERS.keys() - GROUPS - {"digest", "more_files"}))
async def test_every_kind_has_words_a_line_and_buttons_in_any_state(town: Town, language: str, kind: str) -> None:
    chief = await head(town, language)
    boss = await town.official(Role.SUPERVISOR, language, area=COUNTY)
    _, wang, case = await at_work(town, language)
    promised = town.now + timedelta(days=3)
    later = replace(case, visit_at=promised, promise_at=promised, late_why="The roller is broken")
    for state in State:
        for actor in (wang, chief, boss):
            view = await shown(town, kind, await actor.person(), replace(later, state=state))
            assert view.line.split(" ")[0] == case.number
            one_of_several = await shown(town, kind, await actor.person(), replace(later, state=state), brief=True)
            assert (one_of_several.line, one_of_several.instead_of) == (view.line, view.instead_of)
            assert "{" not in view.text
            assert kind in CARDS or len(view.text) < 300
            assert all(fits_callback(button.data) for row in view.buttons for button in row)
            assert all(len(row) <= 2 for row in view.buttons)


@LANGUAGES
async def test_above_the_head_the_late_case_names_its_unit_and_what_is_said(town: Town, language: str) -> None:
    boss = await town.official(Role.SUPERVISOR, language, area=COUNTY)
    _, _, case = await at_work(town, language)
    unsaid = await shown(town, "late_supervisor", await boss.person(), case)
    assert word(boss, "hasn't said why") in unsaid.text
    said = await shown(town, "late_leader", await boss.person(), replace(case, late_why="The roller is broken"))
    assert "The roller is broken" in said.text
    assert {"en": "Egret Roads Bureau", "zh": "白鹭县交通局"}[language] in said.text
    nobody = await shown(town, "late_supervisor", await boss.person(), replace(case, state=State.WAITING))
    assert {"en": "Nobody has taken it", "zh": "还没人接"}[language] in nobody.text


@LANGUAGES
async def test_whoever_reads_in_the_cadre_s_absence_sees_whose_case_it_is(town: Town, language: str) -> None:
    chief = await head(town, language)
    _, wang, case = await at_work(town, language)
    own = await shown(town, "limit", await wang.person(), case)
    other = await shown(town, "limit", await chief.person(), case)
    assert other.text.startswith(own.text)
    assert {"en": "With Road officer", "zh": "路政员手上"}[language] in other.text
    assert next(button.label for row in other.buttons for button in row) == word(chief, "Reassign")


@LANGUAGES
async def test_the_digest_says_first_what_is_due_today_and_what_is_late(town: Town, language: str) -> None:
    wang = await town.cadre(language=language)
    today, late, new, old = [(await complain(town, language))[1] for _ in range(4)]
    async with town.store.turn(town.now) as uow:
        calendar = uow.rules.calendar
        today = replace(today, limit_at=calendar.end_of(calendar.day(town.now)))
        late = replace(late, limit_at=calendar.end_of(calendar.day(town.now) - timedelta(days=2)))
        for case in (today, late):
            assert await uow.get(Case, case.id) is not None
            uow.put(case)
    items = [("taken", old.id), ("assigned", new.id), ("assigned", today.id), ("assigned", late.id)]
    text = (await shown(town, "digest", await wang.person(), new, items=items)).text
    order = [text.index(case.number) for case in (today, late, new, old)]
    assert order == sorted(order)
    for heading in ("Due today", "Waiting for you"):
        assert word(wang, heading) in text


@LANGUAGES
async def test_the_digest_comes_first_where_something_else_is_due_too(town: Town, language: str) -> None:
    wang = await town.cadre(language=language)
    person = await wang.person()
    _, case = await complain(town, language)
    _, other = await complain(town, language)
    async with town.store.turn(town.now) as uow:
        notices = [
            Notice("limit", person_id=person.id, case_id=case.id, args={"days": 1}, follow_up=True),
            Notice("digest", person_id=person.id, args={"items": [("taken", other.id)]}, follow_up=True),
        ]
        (message,) = await render(uow, notices, staff.RENDERERS)
    assert message.text.startswith(word(wang, "Good morning"))
    labels = [button.label for row in message.buttons for button in row]
    assert sorted(labels) == sorted([case.number, other.number])


@LANGUAGES
async def test_a_late_word_makes_the_other_reminders_of_that_case_needless(town: Town, language: str) -> None:
    _, wang, case = await at_work(town, language)
    person = await wang.person()
    async with town.store.turn(town.now) as uow:
        notices = [
            Notice(kind, person_id=person.id, case_id=case.id, follow_up=True)
            for kind in ("progress_due", "limit", "late_cadre")
        ]
        (message,) = await render(uow, notices, staff.RENDERERS)
    assert message.text.startswith("⚠️")


@LANGUAGES
async def test_a_group_reads_neither_words_nor_village_of_any_state(town: Town, language: str) -> None:
    key = await town.group(language=language)
    _, _, case = await at_work(town, language)
    async with town.store.turn(town.now) as uow:
        for kind in sorted(GROUPS):
            for state in State:
                one = replace(case, state=state, closing=None)
                notice = Notice(kind, group=key, case_id=case.id, args={"person": "x"})
                view = await staff.RENDERERS[kind](Scene(uow, notice, one, language, None))
                assert case.number in view.text
                assert not any(private in view.text for private in ("hole", "坑", "Maple", "枫桥"))


@LANGUAGES
async def test_a_case_without_a_unit_offers_the_likely_ones(town: Town, language: str) -> None:
    async with town.store.batch() as batch:
        await batch.session.write("routes_clear", [{}])
        await batch.session.write("organisation_changed", [{"id": 1}])
    office = await town.official(Role.DISPATCHER, language, area=COUNTY)
    water = await town.cadre(WATER, title="水务员", title_en="Water officer", language=language)
    ann, case = await complain(town, language)
    assert case.unit_id is None
    assert {"en": "which is it", "zh": "归哪个单位"}[language].casefold() in office.last.text.casefold()
    assert {"en": "hole", "zh": "大坑"}[language] in office.last.text, "the dispatcher must know what it is about"
    await office.taps(word(office, "Egret Water Bureau"))
    assert case.number in water.last.text
    assert (await ann.cases())[0].unit_id == WATER


async def test_the_likely_units_are_those_of_the_category_and_then_of_the_place(town: Town) -> None:
    _, case = await complain(town, "en")
    organisation = (await town.store.snapshot()).organisation
    assert [unit.id for unit in dispatcher.likely_units(organisation, case)] == [GOVERNMENT, WATER]
    free = replace(case, unit_id=None)
    assert [unit.id for unit in dispatcher.likely_units(organisation, free)] == [ROADS, GOVERNMENT, WATER]
