"""A unit says that a case is not its own, in chat: the dispatcher decides, then the superior, and that ends it."""

import pytest

from casework.people import Role
from tests.handlers.dialogue import COUNTY, ROADS, WATER, Town
from tests.handlers.staff_scene import head
from tests.handlers.unit_scene import chief, dispatcher, filed, hears, joint, taps, water, word

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


@LANGUAGES
async def test_a_cadre_says_not_ours_and_the_dispatcher_agrees(town: Town, language: str) -> None:
    wang, wen = await town.cadre(language=language), await water(town, language)
    desk = await dispatcher(town, language)
    ann, case = await filed(town, language)
    await taps(wang, "More", "Not ours")
    assert hears(wang, "why isn't it Egret Roads Bureau's", "为什么不归白鹭县交通局")
    await wang.says("The pipe below is the water bureau's")
    await taps(wang, "Egret Water Bureau")
    assert hears(wang, "the intake office decides now", "由受理办公室来定")
    assert hears(desk, "Egret Roads Bureau says that .* isn't theirs", "白鹭县交通局说.*不归他们")
    assert hears(desk, "They think it is for Egret Water Bureau", "他们说应该归白鹭县水务局")
    assert ann.hears_nothing_of(case.number), "the resident hears only when it really goes"
    await taps(desk, "Egret Water Bureau")
    assert hears(desk, "has gone to Egret Water Bureau", "转给白鹭县水务局")
    assert hears(wang, "goes to Egret Water Bureau", "转给白鹭县水务局")
    assert hears(ann, "Egret Water Bureau", "白鹭县水务局")
    assert wang.last.buttons == (), "it is not theirs to open any more"
    assert word(wen, "Accept") in wen.buttons
    assert (await ann.cases())[0].unit_id == WATER


@LANGUAGES
async def test_it_stays_with_a_reason_and_nobody_tells_the_resident(town: Town, language: str) -> None:
    wang, desk = await town.cadre(language=language), await dispatcher(town, language)
    ann, case = await filed(town, language)
    await taps(wang, "More", "Not ours")
    await wang.says("A village road")
    await taps(wang, "I don't know")
    await taps(desk, "It stays")
    await desk.says("It is a county road")
    assert hears(desk, "stays with Egret Roads Bureau", "还归白鹭县交通局")
    assert hears(wang, "It is a county road", "It is a county road")
    assert hears(wang, "The clock has run on", "时间一直在算")
    assert ann.hears_nothing_of(case.number)
    await ann.says(f"/case {case.number}")
    assert ann.hears_nothing_of("county road|village road")


@LANGUAGES
async def test_the_dispatcher_may_name_a_third_unit(town: Town, language: str) -> None:
    wang, desk = await town.cadre(language=language), await dispatcher(town, language)
    ann, _ = await filed(town, language)
    await taps(wang, "More", "Not ours")
    await wang.says("Not a road at all")
    await taps(wang, "I don't know")
    await taps(desk, "Another unit", "Egret Water Bureau")
    assert hears(desk, "has gone to Egret Water Bureau", "转给白鹭县水务局")
    assert (await ann.cases())[0].unit_id == WATER


@LANGUAGES
async def test_the_second_time_the_common_superior_decides_and_that_ends_it(town: Town, language: str) -> None:
    wang, desk = await town.cadre(language=language), await dispatcher(town, language)
    mayor = await chief(town, language)
    ann, case = await filed(town, language)
    for decider in (desk, mayor):
        await wang.says(f"/case {case.number}")
        await taps(wang, "More", "Not ours")
        await wang.says("A village road")
        await taps(wang, "I don't know")
        await taps(decider, "It stays")
        await decider.says("It is a county road")
    assert hears(mayor, "stays with Egret Roads Bureau", "还归白鹭县交通局")
    assert hears(wang, "That is the last word on it", "定了就不再改")
    await wang.says(f"/case {case.number}")
    await taps(wang, "More")
    assert word(wang, "Not ours") not in wang.buttons
    assert (await ann.cases())[0].unit_id == ROADS


@LANGUAGES
async def test_the_superior_reads_that_the_word_is_final(town: Town, language: str) -> None:
    wang, wen = await town.cadre(language=language), await water(town, language)
    desk, mayor = await dispatcher(town, language), await chief(town, language)
    ann, _ = await filed(town, language)
    await taps(wang, "More", "Not ours")
    await wang.says("A pipe")
    await taps(wang, "Egret Water Bureau")
    await taps(desk, "Egret Water Bureau")
    await taps(wen, "More", "Not ours")
    await wen.says("A road")
    await taps(wen, "Egret Roads Bureau")
    assert hears(wen, "Egret County Government decides now, and that word ends it", "由白鹭县政府来定，定了就算数")
    assert hears(mayor, "your word ends it", "您定了就算数")
    await taps(mayor, "Egret Roads Bureau")
    assert (await ann.cases())[0].unit_id == ROADS
    await taps(wang, "More")
    assert word(wang, "Not ours") not in wang.buttons


@LANGUAGES
async def test_undecided_it_climbs_and_whoever_waits_is_told(town: Town, language: str) -> None:
    wang, _ = await town.cadre(language=language), await dispatcher(town, language)
    above = await town.official(Role.SUPERVISOR, language, area=COUNTY, title="督查员", title_en="Supervisor")
    await filed(town, language)
    await taps(wang, "More", "Not ours")
    await wang.says("A village road")
    await taps(wang, "I don't know")
    await town.passes(days=2)
    assert hears(above, "nobody has decided whose", "没人定")
    assert hears(wang, "Supervisor has been asked now", "已经报给督查员")
    await taps(above, "It stays")
    await above.says("A county road")
    assert hears(wang, "A county road", "A county road")


@LANGUAGES
async def test_too_late_the_button_is_gone_and_an_old_one_says_why(town: Town, language: str) -> None:
    wang = await town.cadre(language=language)
    chief_of_roads = await head(town, language)
    _, case = await filed(town, language)
    await taps(wang, "Accept")
    await taps(wang, "More")
    await town.passes(days=8)
    await taps(wang, "Not ours")
    assert hears(wang, "The days for saying so are over", "提异议的日子过了")
    for one in (wang, chief_of_roads):
        await one.says(f"/case {case.number}")
        await taps(one, "More")
        assert word(one, "Not ours") not in one.buttons


@LANGUAGES
async def test_units_that_cannot_agree_ask_who_stands_above_them(town: Town, language: str) -> None:
    mayor = await chief(town, language)
    ann, _, wen, _ = await joint(town, language)
    await taps(wen, "Accept")
    number = (await ann.cases())[0].number
    await wen.says(f"/case {number}")
    await taps(wen, "More", "We can't agree")
    await wen.says("The pipe is broken by the road works")
    assert hears(wen, "Egret County Government decides now", "由白鹭县政府来定")
    assert hears(mayor, "can't agree. Egret Water Bureau", "谈不拢。白鹭县水务局")
    await taps(mayor, "Egret Water Bureau")
    case = (await ann.cases())[0]
    assert case.unit_id == WATER
    assert not case.assisting, "whoever leads does not assist itself"
    assert hears(ann, "Egret Water Bureau", "白鹭县水务局")
