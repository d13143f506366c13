"""The answer, the resident's word on it, the stars, and what comes after."""

import pytest

from casework.petitions import Case, Closing, State
from tests.handlers.dialogue import Actor, Town
from tests.handlers.test_own_cases import HOLE, SEND, at_work

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
DONE = {"en": "Done", "zh": "办好了"}
HALF = {"en": "Half", "zh": "一半"}
NOT_DONE = {"en": "Not done", "zh": "没办"}
DISAGREE = {"en": "Done, but I disagree", "zh": "办了但我不服"}
REOPEN = {"en": "Not done after all", "zh": "其实没办好"}


async def answered(town: Town, language: str) -> tuple[Actor, Actor, Case]:
    """A resident whose case has an answer."""
    ann, wang, _ = await at_work(town, language)
    await answers(wang)
    return ann, wang, (await ann.cases())[0]


async def answers(wang: Actor) -> None:
    """Have the cadre write an answer of work done."""
    await wang.taps("写答复")
    await wang.taps("办好了")
    for words in ("路面下沉", "坑已填平", "手机拍不了照", "公路养护办法"):
        await wang.says(words)
    await wang.taps("发给居民")


async def state_of(ann: Actor) -> tuple[State, Closing | None]:
    """Return where the person's only case stands."""
    (case,) = await ann.cases()
    return case.state, case.closing


@LANGUAGES
async def test_the_answer_states_facts_work_and_rule_and_asks_whether_it_was_done(town: Town, language: str) -> None:
    ann, _, _ = await answered(town, language)
    assert ann.hears({"en": "Found: 路面下沉", "zh": "查到：路面下沉"}[language])
    assert ann.hears({"en": "Done: 坑已填平", "zh": "做了：坑已填平"}[language])
    assert ann.hears({"en": "Rule: 公路养护办法", "zh": "依据：公路养护办法"}[language])
    assert ann.hears({"en": "Was it done\\?", "zh": "照您看，办好了吗"}[language])
    assert [len(row) for row in ann.last.buttons] == [2, 2, 1]
    assert ann.last.labels[:4] == [DONE[language], HALF[language], NOT_DONE[language], DISAGREE[language]]


@LANGUAGES
async def test_done_closes_it_and_the_stars_are_asked_once(town: Town, language: str) -> None:
    ann, wang, _ = await answered(town, language)
    await ann.taps(DONE[language])
    assert await state_of(ann) == (State.CLOSED, Closing.SOLVED)
    assert [len(row) for row in ann.last.buttons] == [5]
    told = len(wang.chat.messages)
    await ann.taps("4⭐")
    assert ann.hears({"en": "Thank you", "zh": "谢谢"}[language])
    assert len(wang.chat.messages) == told
    await ann.taps("1⭐")
    assert ann.hears({"en": "given your stars already", "zh": "已经打过分了"}[language])
    await ann.taps(DONE[language])
    assert ann.toast


@LANGUAGES
@pytest.mark.parametrize("verdict", [HALF, NOT_DONE])
async def test_half_and_not_done_go_on_at_once_and_ask_what_is_missing(
    town: Town, language: str, verdict: dict[str, str]
) -> None:
    ann, wang, case = await answered(town, language)
    await ann.taps(verdict[language])
    assert await state_of(ann) == (State.WORKING, None)
    assert ann.hears({"en": f"{case.number} goes on", "zh": f"{case.number} 接着办"}[language])
    assert len([shown for shown in ann.chat.arrived if case.number in shown.text]) == 1
    assert ann.hears({"en": "still missing", "zh": "还差什么"}[language])
    await ann.says({"en": "The edge is open", "zh": "边上还是空的"}[language])
    assert {"en": "The edge is open", "zh": "边上还是空的"}[language] in wang.last.text


@LANGUAGES
async def test_what_is_missing_can_be_left_unsaid(town: Town, language: str) -> None:
    ann, _, _ = await answered(town, language)
    await ann.taps(NOT_DONE[language])
    await ann.taps({"en": "Skip", "zh": "跳过"}[language])
    assert ann.hears({"en": "just write it", "zh": "直接写在这里"}[language])
    await ann.says({"en": "The edge is open", "zh": "边上还是空的"}[language])
    assert len(ann.buttons) == 3


@LANGUAGES
async def test_disagreeing_tells_of_the_right_of_review(town: Town, language: str) -> None:
    ann, _, _ = await answered(town, language)
    await ann.taps(DISAGREE[language])
    assert await state_of(ann) == (State.CLOSED, Closing.CONTESTED)
    review = {"en": "ask Egret County Government to look again, free, until", "zh": "请白鹭县政府再查一遍，不收钱"}
    assert ann.hears(review[language])
    assert ann.hears({"en": "Court", "zh": "打官司"}[language])


@LANGUAGES
async def test_whoever_finds_it_hard_to_follow_has_it_explained(town: Town, language: str) -> None:
    ann, wang, _ = await answered(town, language)
    await ann.taps({"en": "Explain it to me", "zh": "讲给我听"}[language])
    assert ann.hears({"en": "asked to explain it", "zh": "讲给您听"}[language])
    assert "大白话" in wang.last.text
    await ann.taps(DONE[language])
    assert await state_of(ann) == (State.CLOSED, Closing.SOLVED)


@LANGUAGES
async def test_a_closed_case_is_taken_up_again_within_thirty_days(town: Town, language: str) -> None:
    ann, wang, case = await answered(town, language)
    await ann.taps(DONE[language])
    await town.passes(days=20)
    await ann.says(f"/case {case.number}")
    await ann.taps(REOPEN[language])
    assert await state_of(ann) == (State.WORKING, None)
    await ann.says({"en": "It broke again", "zh": "又坏了"}[language])
    assert {"en": "It broke again", "zh": "又坏了"}[language] in wang.last.text


@LANGUAGES
async def test_after_thirty_days_it_is_a_new_matter(town: Town, language: str) -> None:
    ann, _, case = await answered(town, language)
    await ann.taps(DONE[language])
    await ann.says(f"/case {case.number}")
    await town.passes(days=40)
    await ann.taps(REOPEN[language])
    assert ann.hears({"en": "new matter", "zh": "新的事"}[language])
    await ann.says("/case")
    assert REOPEN[language] not in ann.buttons


@LANGUAGES
async def test_words_in_reply_to_a_closed_case_may_take_it_up_again(town: Town, language: str) -> None:
    ann, _, case = await answered(town, language)
    about = ann.last
    await ann.taps(DONE[language])
    await ann.says({"en": "It broke again", "zh": "又坏了"}[language], reply_to=about)
    assert ann.hears({"en": f"{case.number} is closed", "zh": f"{case.number} 已经结了"}[language])
    assert len(ann.buttons) == 3
    await ann.taps(REOPEN[language])
    assert ann.hears({"en": f"{case.number} goes on", "zh": f"{case.number} 接着办"}[language])
    assert await state_of(ann) == (State.WORKING, None)


@LANGUAGES
async def test_no_answer_is_asked_again_and_set_aside_and_can_go_on(town: Town, language: str) -> None:
    ann, _, case = await answered(town, language)
    ann.chat.arrived.clear()
    await town.passes(days=6)
    assert ann.hears({"en": "you have the last word", "zh": "等您一句话"}[language])
    await town.passes(days=2)
    assert ann.hears(
        {"en": "We asked 3 times .* not counted as solved. Say", "zh": "问了您3次没回音.*不算办好"}[language]
    )
    assert await state_of(ann) == (State.CLOSED, Closing.NO_ANSWER)
    await ann.taps(REOPEN[language])
    assert ann.hears({"en": f"{case.number} goes on", "zh": f"{case.number} 接着办"}[language])


@LANGUAGES
async def test_stars_are_asked_again_once_and_later_whether_it_is_still_solved(town: Town, language: str) -> None:
    ann, _, _ = await answered(town, language)
    await ann.taps(DONE[language])
    ann.chat.arrived.clear()
    await town.passes(days=3)
    assert ann.hears({"en": "How many stars", "zh": "打几颗星"}[language])
    await ann.taps("5⭐")
    ann.chat.arrived.clear()
    await town.passes(days=28)
    assert ann.hears({"en": "Is it still\\?", "zh": "现在还好着吗"}[language])
    await ann.taps({"en": "Yes, still fine", "zh": "还好着"}[language])
    assert ann.hears({"en": "Good to hear", "zh": "那就好"}[language])


@LANGUAGES
async def test_a_promise_is_told_with_its_day_and_can_be_called_broken(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await wang.taps("写答复")
    await wang.taps("答应")
    for words in ("料还没到", "月底铺好", "2026-03-20", "公路养护办法"):
        await wang.says(words)
    await wang.taps("发给居民")
    assert ann.hears({"en": "Promised by Friday 20 March", "zh": "答应3月20日（周五）前办好"}[language])
    assert len(ann.last.labels) <= 3
    await ann.taps(NOT_DONE[language])
    assert ann.hears({"en": f"{case.number} goes on", "zh": f"{case.number} 接着办"}[language])


@LANGUAGES
async def test_a_button_of_an_earlier_answer_shows_how_things_stand(town: Town, language: str) -> None:
    ann, wang, case = await answered(town, language)
    early = ann.last.buttons[0][0].data
    await ann.taps(NOT_DONE[language])
    await ann.taps({"en": "Skip", "zh": "跳过"}[language])
    await wang.says(f"/case {case.number}")
    await answers(wang)
    await ann.sends_data(early)
    assert ann.toast
    assert (await ann.cases())[0].state is State.PROPOSED
    assert ann.hears(case.number)
    for forged in ("judge.{}.{}.never", "rate.{}.{}.9", "judge.{}.{}"):
        await ann.sends_data("c." + forged.format(case.id, case.epoch + 5))
        assert ann.toast


@LANGUAGES
async def test_the_resident_hears_of_news_waiting_visits_and_lateness(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await wang.taps("等一等")
    await wang.says("2026-03-30")
    await wang.says("等沥青")
    assert ann.hears(
        {"en": "nothing can be done before Monday 30 March: 等沥青", "zh": "3月30日（周一）以前办不了，因为等沥青"}[
            language
        ]
    )
    await wang.taps("上门")
    await wang.says("2026-03-05")
    await wang.taps("上午")
    if "跳过" in wang.last.labels:
        await wang.taps("跳过")
    assert ann.hears(
        {"en": "comes to look on Thursday 5 March at 09:00", "zh": "3月5日（周四） 09:00 上门来看"}[language]
    )
    ann.chat.arrived.clear()
    await town.passes(days=2.5)
    assert ann.hears({"en": "Tomorrow, Thursday 5 March", "zh": "明天3月5日"}[language])
    ann.chat.arrived.clear()
    await town.passes(days=30)
    assert ann.hears({"en": "nothing new yet", "zh": "还没新消息"}[language])
    await town.passes(days=35)
    assert ann.hears({"en": f"{case.number} is late, and we are sorry", "zh": f"{case.number} 晚了，对不住"}[language])


async def test_every_text_to_a_resident_is_short_and_has_few_buttons(town: Town) -> None:
    ann, _, _ = await answered(town, "en")
    await ann.taps(DONE["en"])
    await ann.says(HOLE["en"])
    await ann.taps(SEND["en"])
    await town.passes(days=40)
    for shown in ann.chat.messages:
        assert len(shown.text) < 300, shown.text
        assert len(shown.labels) <= 5, shown.labels
