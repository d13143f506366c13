"""A resident and their running cases: following, adding, answering, urging, withdrawing."""

import re

import pytest

from casework.petitions import Case, State
from tests.handlers.dialogue import Actor, Town

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
SEND = {"en": "Send", "zh": "交上去"}
HOLE = {"en": "The road at Maple Village has a deep hole", "zh": "枫桥村的公路上有个大坑"}
WATER = {"en": "No water from the tap at Maple Village since Monday", "zh": "枫桥村从周一起停水，自来水一滴都没有"}
MORE = {"en": "Another bicycle broke in it", "zh": "又有一个孩子摔进去了"}


async def filed(ann: Actor, words: str) -> Case:
    """File a petition as a new matter."""
    known = {case.id for case in await ann.cases()} if ann.chat.messages else set()
    await ann.says(words)
    for label in ("A new matter", "是新的事", "It's something else", "是别的事"):
        if label in ann.buttons:
            await ann.taps(label)
    await ann.taps(SEND[ann.language])
    return next(case for case in await ann.cases() if case.id not in known)


async def at_work(town: Town, language: str) -> tuple[Actor, Actor, Case]:
    """A resident whose case a cadre has accepted."""
    ann, wang = town.resident(language), await town.cadre()
    await filed(ann, HOLE[language])
    await wang.taps("接")
    (case,) = await ann.cases()
    assert case.state is State.WORKING
    return ann, wang, case


@LANGUAGES
async def test_my_lists_cases_with_where_they_stand_and_a_button_each(town: Town, language: str) -> None:
    ann = town.resident(language)
    first, second = await filed(ann, HOLE[language]), await filed(ann, WATER[language])
    await ann.says("/my")
    assert ann.hears(f"{first.number} · .* · {'Maple' if language == 'en' else '柳河镇枫桥村'}")
    assert ann.buttons == [second.number, first.number]
    await ann.taps(first.number)
    assert ann.hears({"en": "Egret Roads Bureau has it, waiting", "zh": "白鹭县交通局，等人接手"}[language])


@LANGUAGES
async def test_a_case_shows_its_clock_and_its_timeline(town: Town, language: str) -> None:
    ann, _, case = await at_work(town, language)
    await ann.says(f"/case {case.number}")
    running = {
        "en": "Road officer of Egret Roads Bureau is on it.*Friday 1 May.*60 days left",
        "zh": "白鹭县交通局路政员在办，最晚5月1日.*还有60天",
    }
    assert ann.hears(running[language])
    assert ann.hears({"en": "Monday 2 March: you told us", "zh": "3月2日（周一）：您告诉了我们"}[language])
    assert ann.hears({"en": "Road officer took it", "zh": "路政员接了"}[language])
    assert len(ann.buttons) <= 3


@LANGUAGES
@pytest.mark.parametrize("typed", ["/case {}", "{}", "/case №{}", "/case@doorstep_bot {}", "{} "])
async def test_a_number_is_read_as_people_type_it(town: Town, language: str, typed: str) -> None:
    ann = town.resident(language)
    case = await filed(ann, HOLE[language])
    for number in (case.number, case.number.replace("-", ""), case.number.replace("-", "－")):
        await ann.says(typed.format(number))
        assert ann.hears(f"{case.number} · ")


@LANGUAGES
async def test_a_wrong_digit_is_said_and_others_cases_are_not_found_in_the_same_words(
    town: Town, language: str
) -> None:
    ann, eve = town.resident(language), town.resident(language)
    case = await filed(ann, HOLE[language])
    wrong = case.number[:-1] + str((int(case.number[-1]) + 1) % 10)
    await ann.says(f"/case {wrong}")
    assert ann.hears({"en": "One digit", "zh": "有一位不对"}[language])
    await eve.says("/help")
    await eve.says(f"/case {case.number}")
    others = eve.last.text
    await eve.says("/case 260302-0000000" if case.number != "260302-0000000" else "/case 260302-1111111")
    await eve.sends_data(f"c.show.{case.id}.0")
    assert eve.last.text == others
    await eve.sends_data("c.show.123456.0")
    assert eve.last.text == others
    await eve.says("/case nonsense")
    assert eve.hears({"en": "no number of ours", "zh": "不是我们的号码"}[language])


@LANGUAGES
async def test_without_a_number_the_only_case_is_shown(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says("/case")
    assert ann.hears({"en": "no matters here yet", "zh": "还没有事情"}[language])
    case = await filed(ann, HOLE[language])
    await ann.says("/case")
    assert ann.hears(f"{case.number} · ")
    await filed(ann, WATER[language])
    await ann.says("/case")
    assert len(ann.buttons) == 2


@LANGUAGES
async def test_new_words_of_a_resident_with_a_case_are_asked_about(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await ann.says(MORE[language])
    assert ann.hears(case.number)
    assert len(ann.buttons) == 3
    await ann.taps(case.number)
    assert ann.hears({"en": f"Added to {case.number}", "zh": f"加到 {case.number}"}[language])
    assert MORE[language] in wang.last.text
    assert len(await ann.cases()) == 1


@LANGUAGES
async def test_or_they_are_a_new_matter_or_nothing(town: Town, language: str) -> None:
    ann, _, _ = await at_work(town, language)
    await ann.says(WATER[language])
    await ann.taps({"en": "A new matter", "zh": "是新的事"}[language])
    assert ann.hears({"en": "You're telling us", "zh": "您说的是"}[language])
    await ann.taps(SEND[language])
    assert len(await ann.cases()) == 2
    await ann.says(MORE[language])
    await ann.taps({"en": "Don't send", "zh": "先不交"}[language])
    assert len(await ann.cases()) == 2


@LANGUAGES
async def test_with_several_cases_the_resident_chooses(town: Town, language: str) -> None:
    ann = town.resident(language)
    first = await filed(ann, HOLE[language])
    await filed(ann, WATER[language])
    await ann.says(MORE[language])
    assert len(ann.buttons) == 3
    await ann.taps({"en": "Add to one of them", "zh": "加到其中一件"}[language])
    assert len(ann.buttons) == 2
    await ann.taps(first.number)
    assert ann.hears(f"{first.number}")
    async with town.store.turn(town.now) as uow:
        events = await uow.events_of(first.id, public=True)
    assert MORE[language] in [event.data.get("words") for event in events]


@LANGUAGES
async def test_a_reply_to_a_message_about_a_case_goes_to_that_case(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(HOLE[language])
    await ann.taps(SEND[language])
    about = next(shown for shown in ann.chat.messages if shown.case_id is not None)
    (first,) = await ann.cases()
    await filed(ann, WATER[language])
    await ann.says(MORE[language], reply_to=about)
    assert ann.hears({"en": f"Added to {first.number}", "zh": f"加到 {first.number}"}[language])


@LANGUAGES
async def test_a_question_is_answered_by_the_next_words(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await wang.taps("问居民")
    await wang.says("坑有多深？")
    assert ann.hears({"en": "One question: 坑有多深", "zh": "办事的同志想问：坑有多深"}[language])
    await ann.says({"en": "About half a metre", "zh": "半米左右"}[language])
    assert ann.hears({"en": f"your answer about {case.number}", "zh": f"当作 {case.number} 的回答"}[language])
    assert {"en": "half a metre", "zh": "半米"}[language] in wang.last.text
    assert not (await ann.cases())[0].question


@LANGUAGES
async def test_words_taken_for_an_answer_can_be_something_else(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await wang.taps("问居民")
    await wang.says("坑有多深？")
    await ann.says(WATER[language])
    await ann.taps({"en": "something else", "zh": "别的事"}[language])
    assert "不是回答" in wang.last.text
    assert ann.hears({"en": "You're telling us: No water", "zh": "您说的是：枫桥村从周一起停水"}[language])
    await ann.taps(SEND[language])
    assert len(await ann.cases()) == 2
    await ann.sends_data(f"c.other.{case.id}.{case.epoch}")
    assert ann.toast


@LANGUAGES
async def test_a_complaint_being_written_is_not_taken_for_the_answer(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await wang.taps("问居民")
    await wang.says("坑有多深？")
    await town.passes(hours=1)
    await ann.says(WATER[language])
    await ann.taps({"en": "something else", "zh": "别的事"}[language])
    await town.passes(hours=1)
    await ann.says(MORE[language])
    assert ann.hears({"en": "You're telling us: No water", "zh": "您说的是：枫桥村从周一起停水"}[language])


@LANGUAGES
async def test_urging_is_heard_once_a_working_day(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await ann.says("/case")
    await ann.taps({"en": "Ask for news", "zh": "催一催"}[language])
    assert ann.hears(case.number)
    assert case.number in wang.last.text
    await ann.taps({"en": "Ask for news", "zh": "催一催"}[language])
    assert ann.hears({"en": "again on Tuesday 3 March", "zh": "3月3日（周二）可以再催"}[language])


@LANGUAGES
async def test_withdrawing_is_asked_once_and_can_be_undone(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await ann.says("/case")
    await ann.taps({"en": "Withdraw", "zh": "撤回"}[language])
    assert ann.hears({"en": f"Withdraw {case.number}\\?", "zh": f"真的撤回 {case.number} 吗"}[language])
    await ann.taps({"en": "No, keep it", "zh": "不撤了"}[language])
    assert (await ann.cases())[0].is_open
    await ann.says("/case")
    await ann.taps({"en": "Withdraw", "zh": "撤回"}[language])
    await ann.taps({"en": "Yes, withdraw", "zh": "撤回"}[language])
    assert ann.hears({"en": "is withdrawn, as you wished", "zh": "照您的意思撤回了"}[language])
    assert not (await ann.cases())[0].is_open
    assert case.number in wang.last.text
    await ann.says("/case")
    await ann.taps({"en": "Not done after all", "zh": "其实没办好"}[language])
    assert (await ann.cases())[0].is_open


@LANGUAGES
async def test_nobody_can_do_anything_with_somebody_elses_case(town: Town, language: str) -> None:
    ann, eve = town.resident(language), town.resident(language)
    case = await filed(ann, HOLE[language])
    await eve.says("/help")
    for verb in ("show", "urge", "withdraw", "withdraw_yes", "stars", "solved", "reopen", "explain", "other"):
        await eve.sends_data(f"c.{verb}.{case.id}.{case.epoch}")
        assert eve.toast or eve.hears({"en": "can't find", "zh": "没找到"}[language])
    for argument in ("judge.{}.{}.done", "rate.{}.{}.5"):
        await eve.sends_data("c." + argument.format(case.id, case.epoch))
        assert eve.hears({"en": "can't find", "zh": "没找到"}[language])
    await eve.says(HOLE[language])
    await eve.sends_data(f"d.join.{eve.last.card.partition(':')[2]}.{case.id}")
    assert eve.hears({"en": "can't find", "zh": "没找到"}[language])
    assert (await ann.cases())[0] == case


@LANGUAGES
async def test_a_resident_never_reads_who_the_cadre_is_nor_the_other_way_round(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await wang.taps("进展")
    await wang.says("沥青已经运到")
    await wang.taps("跳过")
    for _ in range(2):
        if "跳过" in wang.last.labels:
            await wang.taps("跳过")
    await ann.says(f"/case {case.number}")
    everything = "\n".join(shown.text for shown in ann.chat.messages)
    assert wang.address not in everything
    assert ann.address not in "\n".join(shown.text for shown in wang.chat.messages)
    assert "沥青已经运到" in everything


@LANGUAGES
async def test_a_long_history_still_fits_into_one_message(town: Town, language: str) -> None:
    ann, _, case = await at_work(town, language)
    for _ in range(18):
        await ann.says(HOLE[language] * 90)
        await ann.taps({"en": "Add it to that one", "zh": "加进那一件"}[language])
    await ann.says(f"/case {case.number}")
    assert len(ann.last.text) < 4096


@LANGUAGES
async def test_ten_cases_at_most_are_listed(town: Town, language: str) -> None:
    ann = town.resident(language)
    for _ in range(12):
        await filed(ann, HOLE[language])
    await ann.says("/my")
    assert len(ann.buttons) == 10
    assert ann.last.text.count("\n") == 10


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_a_query_code_shows_a_stranger_how_things_stand_and_nothing_else(town: Town, language: str) -> None:
    ann, son = town.resident(language), town.resident(language)
    await ann.says("The road at Maple Village has a deep hole" if language == "en" else "枫桥村的公路上有个大坑")
    await ann.taps({"en": "Send", "zh": "交上去"}[language])
    code = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", ann.chat.arrived[-1].text)
    assert code is not None
    (case,) = await ann.cases()
    await son.says("hello" if language == "en" else "你好")
    for asked in (code[0], f"/case {code[0].lower()}", f"/case {code[0].replace('-', '')}"):
        await son.says(asked)
        assert son.hears(case.number)
        assert son.hears({"en": "Egret Roads Bureau", "zh": "白鹭县交通局"}[language])
        assert son.hears_nothing_of("hole|Maple|大坑|枫桥")
    await son.says("/case 0000-0000")
    assert son.hears({"en": "No petition has this code", "zh": "没有这个查询码"}[language])
    await son.says("/case 1111-1111")
    await son.says(code[0])
    assert son.hears({"en": "five times an hour", "zh": "一小时只能试五次"}[language])
    await town.passes(hours=1)
    await son.says(code[0])
    assert son.hears(case.number)
