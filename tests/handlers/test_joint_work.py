"""Joint work in chat: a unit assists with its own part, the lead answers, and the resident reads nothing of it."""

import pytest

from casework.people import Role
from tests.handlers.dialogue import ROADS, WATER, Actor, Town
from tests.handlers.staff_scene import at_work
from tests.handlers.unit_scene import chief, dispatcher, hears, joint, taps, water, word

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


async def boss_of(town: Town, unit: int, language: str) -> Actor:
    """Return the head of a unit."""
    return await town.official(Role.HEAD, language, unit=unit, title="局长", title_en="Head")


@LANGUAGES
async def test_a_part_from_the_dispatchers_word_to_the_report(town: Town, language: str) -> None:
    ann, wang, wen, desk = await joint(town, language)
    assert hears(desk, "Egret Water Bureau has its part, by Monday 9 March", "白鹭县水务局协办，3月9日（周一）前")
    assert hears(wen, "Egret Water Bureau assists Egret Roads Bureau", "白鹭县水务局协办，白鹭县交通局主办")
    assert hears(wen, "What to do: Check the pipe", "要做的：Check the pipe")
    assert hears(wang, "The answer to the resident stays yours", "对居民还是您答复")
    assert not ann.chat.arrived
    await taps(wen, "Accept")
    assert word(wen, "Report the result") in wen.buttons
    await taps(wen, "Report the result")
    assert hears(wen, "what came of it", "办得怎样")
    await wen.says("The pipe is whole")
    assert hears(wen, "the lead has your report", "主办收到了")
    assert hears(wang, "Egret Water Bureau reports: “The pipe is whole”", "白鹭县水务局报结果：“The pipe is whole”")
    case = (await ann.cases())[0]
    await ann.says(f"/case {case.number}")
    assert ann.hears_nothing_of("pipe|Water|水务")


@LANGUAGES
async def test_the_assisting_unit_has_no_way_to_the_resident(town: Town, language: str) -> None:
    ann, _, wen, _ = await joint(town, language)
    await taps(wen, "Accept")
    case = (await ann.cases())[0]
    await wen.says(f"/case {case.number}")
    forbidden = {"Ask the resident", "Progress", "Visit", "Propose outcome", "Accept", "Assign to"}
    shown = [label for label in wen.buttons if "那份" not in label and "Part of" not in label]
    assert not {word(wen, each) for each in forbidden} & set(shown)
    for verb in ("ask", "progress", "propose", "see_name", "hand_to", "send_to_unit", "decide_objection"):
        await wen.sends_data(f"c.{verb}.{case.id}.{case.epoch}")
        assert not ann.chat.arrived
    assert (await ann.cases())[0] == case


@LANGUAGES
async def test_names_and_numbers_do_not_reach_the_assisting_unit(town: Town, language: str) -> None:
    wen, desk = await water(town, language), await dispatcher(town, language)
    wang = await town.cadre(language=language)
    ann = town.resident(language)
    await ann.says("枫桥村的路上有个大坑，我是王小明，电话13800138000")
    await ann.taps("交上去")
    await taps(wang, "Accept")
    number = (await ann.cases())[0].number
    await desk.says(f"/case {number}")
    await taps(desk, "More", "Add a unit", "Egret Water Bureau")
    await desk.says("王小明13800138000家门口的水管")
    await desk.says("2026-03-09")
    await taps(wen, "Accept")
    await wen.says(f"/case {number}")
    for actor in (wen, wang):
        read = "\n".join(shown.text for shown in actor.chat.messages)
        assert "家门口的水管" in read or actor is wang
        assert "13800138000" not in read
        assert "王小明" not in read


@LANGUAGES
async def test_the_lead_says_why_it_answers_before_all_parts_are_in(town: Town, language: str) -> None:
    ann, wang, _, _ = await joint(town, language)
    await taps(wang, "Propose outcome", "Done")
    assert hears(wang, "Egret Water Bureau still owe their part", "白鹭县水务局那份还没交")
    await wang.says("The pipe is another matter")
    for words in ("A hole", "Filled", "A lorry of gravel", "Road rules, article 3"):
        await wang.says(words)
    await taps(wang, "Send it")
    assert hears(ann, "Here is the answer", "答复来了")
    assert ann.hears_nothing_of("another matter")
    await wang.says(f"/case {(await ann.cases())[0].number}")
    assert hears(
        wang, "answered before all parts were in: The pipe is another matter", "没等齐就答复：The pipe is another"
    )


@LANGUAGES
async def test_the_day_comes_near_it_is_late_and_its_head_hears_first(town: Town, language: str) -> None:
    boss = await boss_of(town, WATER, language)
    ann, _, wen, _ = await joint(town, language)
    await taps(wen, "Accept")
    await town.passes(days=4)
    assert hears(wen, "Due by Monday 9 March", "3月9日（周一）前要交")
    await town.passes(days=4)
    assert hears(wen, "Late, and those above are being told", "这份晚了")
    assert hears(boss, "the part of Egret Water Bureau is late", "白鹭县水务局那份")
    assert ann.hears_nothing_of("Water|水务")


@LANGUAGES
async def test_a_part_is_taken_back_and_the_case_is_seen_no_longer(town: Town, language: str) -> None:
    ann, _, wen, desk = await joint(town, language)
    number = (await ann.cases())[0].number
    await desk.says(f"/case {number}")
    await taps(desk, "Part of Egret Water Bureau", "Take it back")
    assert hears(desk, "doesn't assist any more", "不再协办")
    assert hears(wen, "isn't needed any more", "不用办了")
    await wen.says(f"/case {number}")
    assert wen.hears_nothing_of("Maple|枫桥")


@LANGUAGES
async def test_ones_parts_stand_in_the_list_of_ones_cases(town: Town, language: str) -> None:
    ann, _, wen, _ = await joint(town, language)
    await taps(wen, "Accept")
    await wen.says("/cases")
    assert hears(wen, "one part for another unit's case", "另有1份协办")
    await wen.taps((await ann.cases())[0].number)
    assert hears(wen, "What to do: Check the pipe", "要做的：Check the pipe")


@LANGUAGES
async def test_it_is_handed_to_a_colleague(town: Town, language: str) -> None:
    _, wang, wen, _ = await joint(town, language)
    other = await town.cadre(unit=WATER, title="水务员二号", title_en="Second water officer", language=language)
    await taps(wen, "Accept", "Assign to")
    await wen.taps("Second water officer" if language == "en" else "水务员二号")
    assert hears(other, "A colleague has given you this part", "同事转来一份协办")
    await taps(other, "Report the result")
    await other.says("Whole")
    assert hears(wang, "reports: “Whole”", "报结果：“Whole”")


@LANGUAGES
async def test_whoever_stands_in_finds_it_in_the_list_and_reports_it(town: Town, language: str) -> None:
    ann, wang, wen, _ = await joint(town, language)
    await taps(wen, "Accept")
    other = await town.cadre(unit=WATER, title="水务员二号", title_en="Second water officer", language=language)
    await wen.says("/away 2026-03-07")
    await wen.taps("Second water officer" if language == "en" else "水务员二号")
    await other.taps("Yes, I stand in" if language == "en" else "行，我来替")
    await other.says("/cases")
    assert hears(other, "one part for another unit's case", "另有1份协办")
    await other.taps((await ann.cases())[0].number)
    await taps(other, "Report the result")
    await other.says("Whole")
    assert hears(wang, "reports: “Whole”", "报结果：“Whole”")


@LANGUAGES
async def test_whoever_leaves_hands_it_to_whom_the_head_names(town: Town, language: str) -> None:
    _, wang, wen, _ = await joint(town, language)
    await taps(wen, "Accept")
    other = await town.cadre(unit=WATER, title="水务员二号", title_en="Second water officer", language=language)
    boss = await boss_of(town, WATER, language)
    await boss.says("/leave")
    await boss.says("1")
    assert boss.hears({"en": "Who gets what they have in hand", "zh": "手上没办完的给谁"}[language])
    await boss.taps({"en": "Second water officer", "zh": "水务员二号"}[language])
    assert hears(boss, "with no open case and one part of another unit's case", "手上有0件没办完、1份协办")
    await boss.taps({"en": "Hand over", "zh": "交接"}[language])
    assert hears(other, "A colleague has given you this part", "同事转来一份协办")
    await taps(other, "Report the result")
    await other.says("Whole")
    assert hears(wang, "reports: “Whole”", "报结果：“Whole”")


# ----- Among the units -----


@LANGUAGES
async def test_a_word_and_its_reply_stay_among_the_units(town: Town, language: str) -> None:
    ann, wang, wen, _ = await joint(town, language)
    await taps(wen, "To the units")
    assert hears(wen, "The resident never sees it", "居民永远看不到")
    await wen.says("When do you dig?")
    assert hears(wen, "the units have it", "各单位收到了")
    assert hears(wang, "Egret Water Bureau .Water officer.: When do you dig", "白鹭县水务局（水务员）：When do you dig")
    await wang.says("On Friday", reply_to=wang.last)
    assert hears(wang, "the units have it", "各单位收到了")
    assert hears(wen, "Road officer.: On Friday", "路政员）：On Friday")
    assert not ann.chat.arrived
    number = (await ann.cases())[0].number
    await wen.says(f"/case {number}")
    assert hears(wen, "to the units: On Friday", "对各单位说：On Friday")
    await ann.says(f"/case {number}")
    assert ann.hears_nothing_of("On Friday|When do you dig")


@LANGUAGES
async def test_a_photo_goes_to_the_units_and_not_to_the_resident(town: Town, language: str) -> None:
    ann, wang, wen, _ = await joint(town, language)
    await taps(wen, "To the units")
    await wen.sends_photo("The pipe")
    await wen.taps("Done" if language == "en" else "完")
    assert wang.shown_files
    await wang.sends_photo("The hole", reply_to=wang.last)
    assert wen.shown_files
    assert hears(wen, "The hole", "The hole")
    assert not ann.chat.arrived
    assert await ann.files() == []


@LANGUAGES
async def test_the_lead_chooses_where_a_reply_to_another_message_goes(town: Town, language: str) -> None:
    ann, wang, wen, _ = await joint(town, language)
    await wang.says(f"/case {(await ann.cases())[0].number}")
    card = wang.last
    await wang.says("We dig on Friday", reply_to=card)
    assert hears(wang, "Send this to the resident", "这段话发给")
    await taps(wang, "To the units")
    assert hears(wen, "We dig on Friday", "We dig on Friday")
    assert not ann.chat.arrived


@LANGUAGES
async def test_the_common_superior_may_add_a_unit_and_the_leads_head_may_not(town: Town, language: str) -> None:
    wen, mayor = await water(town, language), await chief(town, language)
    boss = await boss_of(town, ROADS, language)
    _, _, case = await at_work(town, language)
    await boss.says(f"/case {case.number}")
    await taps(boss, "More")
    assert word(boss, "Add a unit") not in boss.buttons
    await mayor.says(f"/case {case.number}")
    await taps(mayor, "More", "Add a unit", "Egret Water Bureau")
    await mayor.says("Check the pipe")
    await mayor.says("2026-03-09")
    assert hears(wen, "Another unit needs you", "别的单位请你们协办")
