"""Heads, dispatchers and those above: who works a case, at which unit, by which day; and their lists."""

import pytest

from casework.people import Role
from casework.petitions import State
from tests.handlers.dialogue import COUNTY, ROADS, WATER, Actor, Town
from tests.handlers.staff_scene import at_work, complain, head, hears, leaves, offers, taps, word

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


async def dispatcher(town: Town, language: str) -> Actor:
    return await town.official(Role.DISPATCHER, language, area=COUNTY, title="派单员", title_en="Dispatcher")


@LANGUAGES
async def test_assign_to_offers_the_colleagues_and_marks_who_is_away(town: Town, language: str) -> None:
    li = await town.cadre(title="二号办事员", title_en="Second clerk", language=language)
    zhao = await town.cadre(title="三号办事员", title_en="Third clerk", language=language)
    await zhao.says("/away until 2026-03-09")
    await li.says("/away until 2026-03-03")
    ann, wang, _ = await at_work(town, language)
    await li.says("/away off")
    await taps(wang, "Assign to")
    shown = offers(wang)
    assert any({"en": "Second clerk · none open", "zh": "二号办事员 · 手上0件"}[language] == label for label in shown)
    assert any(word(wang, "away until") in label for label in shown)
    await taps(wang, "Second clerk")
    assert wang.hears({"en": "is with Second clerk now", "zh": "现在由二号办事员办"}[language])
    assert li.last.labels[0] == word(li, "Progress"), "it is worked on already: nothing to accept"
    assert (await ann.cases())[0].cadre_id == (await li.person()).id


@LANGUAGES
async def test_with_nobody_else_in_the_unit_help_is_named_instead(town: Town, language: str) -> None:
    _, wang, _ = await at_work(town, language)
    await taps(wang, "Assign to")
    assert word(wang, "Need help") in wang.toast


@LANGUAGES
async def test_a_head_takes_a_case_and_its_cadre_is_told(town: Town, language: str) -> None:
    chief = await head(town, language)
    ann, wang, case = await at_work(town, language)
    await chief.says(f"/case {case.number}")
    await taps(chief, "I'll take it")
    assert word(chief, "It's yours") in chief.toast
    assert chief.last.labels[0] == word(chief, "Progress")
    assert wang.hears({"en": "Head of Roads has it now", "zh": "现在由局长办"}[language])
    assert (await ann.cases())[0].cadre_id == (await chief.person()).id


@LANGUAGES
async def test_a_head_sets_a_later_day_once_and_within_thirty_days(town: Town, language: str) -> None:
    chief = await head(town, language)
    ann, _, case = await at_work(town, language)
    await chief.says(f"/case {case.number}")
    await taps(chief, "Set a date")
    await chief.says("2026-08-01")
    assert chief.hears({"en": "Sunday 31 May is the last day", "zh": "最多只能到5月31日（周日）"}[language])
    await chief.says("2026-05-20")
    await chief.says("The roller is broken")
    assert chief.hears({"en": "new last day Wednesday 20 May", "zh": "最后一天改到5月20日（周三）"}[language])
    assert ann.hears("The roller is broken")
    # No card offers it any more; a button of elsewhere is taken at its word until the end.
    (case,) = await ann.cases()
    await chief.sends_data(f"c.set_date.{case.id}.{case.epoch}")
    await chief.says("2026-05-25")
    await chief.says("Again")
    assert chief.hears({"en": "extended once already", "zh": "已经延过一次"}[language])


@LANGUAGES
async def test_no_day_is_offered_that_the_law_does_not_allow(town: Town, language: str) -> None:
    chief = await head(town, language)
    _, _, case = await at_work(town, language)
    await town.passes(days=85)
    await chief.says(f"/case {case.number}")
    await taps(chief, "Set a date")
    assert len(offers(chief)) == 2, "one day within the thirty, and the way out"
    await town.passes(days=20)
    await chief.says(f"/case {case.number}")
    await taps(chief, "Set a date")
    assert {"en": "No more time can be given", "zh": "不能再延了"}[language] in chief.toast


@LANGUAGES
async def test_a_cadre_can_do_nothing_of_a_head(town: Town, language: str) -> None:
    _, wang, case = await at_work(town, language)
    for verb in ("take_over", "set_date", "send_to_unit"):
        await wang.sends_data(f"c.{verb}.{case.id}.{case.epoch}")
        assert word(wang, "That is for someone else") in wang.toast, verb


@LANGUAGES
async def test_a_case_that_nobody_can_take_reaches_the_head_who_sends_somebody(town: Town, language: str) -> None:
    chief = await head(town, language)
    _, case = await complain(town, language)
    assert case.number in chief.last.text
    assert word(chief, "Accept") in offers(chief)
    await taps(chief, "Accept")
    assert word(chief, "It's yours") in chief.toast


@LANGUAGES
async def test_a_dispatcher_sends_a_case_to_a_unit_by_one_tap(town: Town, language: str) -> None:
    office = await dispatcher(town, language)
    water = await town.cadre(WATER, title="水务员", title_en="Water officer", language=language)
    ann, case = await complain(town, language)
    assert case.number in office.last.text, "nobody serves at the roads bureau"
    assert word(office, "Egret Water Bureau") in offers(office)
    await taps(office, "Egret Water Bureau")
    assert hears(office, "has gone to")
    assert case.number in water.last.text
    assert (await ann.cases())[0].unit_id == WATER


@LANGUAGES
async def test_a_unit_is_named_by_a_part_of_its_name(town: Town, language: str) -> None:
    office = await dispatcher(town, language)
    ann, _ = await complain(town, language)
    await taps(office, "Another unit")
    assert hears(office, "which unit")
    await office.says("harbour office")
    assert hears(office, "No unit of that name")
    await office.says({"en": "egret", "zh": "白鹭"}[language])
    assert hears(office, "several fit")
    await office.says({"en": "water", "zh": "水务"}[language])
    assert hears(office, "has gone to")
    assert (await ann.cases())[0].unit_id == WATER


@LANGUAGES
async def test_a_unit_without_people_comes_back_to_the_dispatcher(town: Town, language: str) -> None:
    office = await dispatcher(town, language)
    await complain(town, language)
    await taps(office, "Egret Water Bureau")
    assert office.hears({"en": "Nobody at Egret Water Bureau has taken", "zh": "白鹭县水务局没人接"}[language])


@LANGUAGES
async def test_a_dispatcher_can_hand_it_to_a_person(town: Town, language: str) -> None:
    office = await dispatcher(town, language)
    wang = await town.cadre(language=language)
    await town.cadre(title="二号办事员", title_en="Second clerk", language=language)
    ann, _ = await complain(town, language)
    await town.passes(days=4)
    assert office.hears({"en": "Nobody at Egret Roads Bureau has taken", "zh": "白鹭县交通局没人接"}[language])
    await taps(office, "Assign to")
    await office.taps({"en": "Road officer", "zh": "路政员"}[language])
    assert wang.last.labels[:2] == [word(wang, "Accept"), word(wang, "Decline")]
    assert (await ann.cases())[0].cadre_id == (await wang.person()).id


@LANGUAGES
async def test_cases_lists_ones_own_with_the_days_left_and_opens_them(town: Town, language: str) -> None:
    _, wang, case = await at_work(town, language)
    await complain(town, language)
    await wang.says("/cases")
    lines = wang.last.text.splitlines()
    assert len(lines) == 3
    assert "15" in lines[1], "the nearest limit comes first"
    assert case.number in lines[2]
    assert len(wang.last.labels) == 2
    await wang.taps(case.number)
    assert word(wang, "Propose outcome") in wang.last.labels


@LANGUAGES
async def test_nobody_s_list_is_said_kindly(town: Town, language: str) -> None:
    wang = await town.cadre(language=language)
    await wang.says("/cases")
    assert hears(wang, "No open case is yours")


@LANGUAGES
async def test_case_shows_why_it_was_assigned_and_what_the_resident_does_not_see(town: Town, language: str) -> None:
    chief = await head(town, language)
    ann, wang, case = await at_work(town, language)
    await taps(wang, "Need help")
    await wang.says("A roller")
    await chief.says(f"/case {case.number}")
    assert chief.hears({"en": "Assigned by load", "zh": "按忙闲派的"}[language])
    assert chief.hears("A roller")
    assert chief.hears({"en": "offered at Egret Roads Bureau", "zh": "派到白鹭县交通局"}[language])
    await ann.says(f"/case {case.number}")
    assert ann.hears_nothing_of("A roller")


@LANGUAGES
async def test_a_head_lists_the_unit_by_post_and_not_by_figures(town: Town, language: str) -> None:
    chief = await head(town, language)
    _, wang, case = await at_work(town, language)
    await town.cadre(title="二号办事员", title_en="Second clerk", language=language)
    await chief.says("/unit")
    people, cases = (shown.text for shown in chief.chat.arrived)
    assert {"en": "Road officer · 1 open", "zh": "路政员 · 手上1件"}[language] in people
    assert people.splitlines()[-1].startswith(word(chief, "Second clerk"))
    assert case.number in cases
    await wang.says("/unit")
    assert wang.hears("/cases")


@LANGUAGES
async def test_overdue_follows_the_scope(town: Town, language: str) -> None:
    chief = await head(town, language)
    other = await town.official(Role.HEAD, language, unit=WATER, title="局长", title_en="Head of Water")
    _, _, case = await at_work(town, language)
    await town.passes(days=65)
    await chief.says("/overdue")
    assert chief.hears(case.number)
    await other.says("/overdue")
    assert hears(other, "Nothing is late")


@LANGUAGES
async def test_when_a_post_ends_its_cases_pass_to_the_next(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    li = await town.cadre(title="二号办事员", title_en="Second clerk", language=language)
    await leaves(town, wang)
    assert (await ann.cases())[0].cadre_id == (await li.person()).id
    assert (await ann.cases())[0].state is State.WORKING
    await wang.says("/cases")
    assert wang.hears("/join")
    assert case.unit_id == ROADS
