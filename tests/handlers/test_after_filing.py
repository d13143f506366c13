"""After filing a few questions are offered: answered or not, one at a time, and nothing else is taken for an answer."""

import pytest

from casework.petitions import Case, Closing, Detail, State
from tests.handlers.after_scene import (
    ADD,
    ALL_RIGHT,
    HOLE,
    INTAKE_ONLY,
    LAMP,
    NAME,
    NEW_MATTER,
    NO_THANKS,
    OFFER,
    SEND,
    SKIP,
    TAP,
    WAGES,
    file,
    filed,
    skips_to,
)
from tests.handlers.dialogue import GOVERNMENT, WATER, Actor, Town

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
CONTRACT = {"en": "written contract", "zh": "书面合同"}
COMPANY = {"en": "Which company", "zh": "哪家公司"}
OTHERS = {"en": "How many others", "zh": "还有多少人"}
SINCE = {"en": "Since when", "zh": "从什么时候"}
NAMING = {"en": "know who you are", "zh": "知道您是谁"}
STREET = {"en": "Everyone here", "zh": "大家都这样"}
NO = {"en": "No", "zh": "没有"}


async def details(actor: Actor) -> dict[str, str]:
    """Return what stands on the newest case, by question."""
    return {each.question: each.answer for each in (await actor.cases())[0].details}


@LANGUAGES
async def test_one_message_offers_and_only_where_something_is_worth_asking(town: Town, language: str) -> None:
    ann, _ = await filed(town, language, WAGES)
    assert len(ann.chat.arrived) == 3  # filed, the query code, the offer
    assert ann.hears(OFFER[language])
    assert ann.hears({"en": "arbitration .* within one year", "zh": "劳动仲裁.*一年之内"}[language])
    assert ann.buttons == [ALL_RIGHT[language], NO_THANKS[language]]
    assert len(ann.last.text) < 300
    bob, _ = await filed(town, language, HOLE)
    assert len(bob.chat.arrived) == 2
    assert bob.hears_nothing_of(OFFER[language])


@LANGUAGES
async def test_what_the_words_say_is_not_asked_and_no_thanks_asks_nothing(town: Town, language: str) -> None:
    said = {
        "en": "The boss at Maple Village owes wages since June to 30 people; I have the contract",
        "zh": "枫桥村工地从6月拖欠30人工资，有合同",
    }
    ann, case = await filed(town, language, said)
    await ann.taps(NO_THANKS[language])
    assert ann.chat.arrived == []
    assert (
        ann.toast
        == {
            "en": "All right, it goes on. To add something later, tap its number under /my.",
            "zh": "好，照样办。想补充，在 /my 里点号码。",
        }[language]
    )
    await ann.says("/my")
    await ann.taps(case.number)
    assert len(ann.buttons) == 3
    await ann.taps(ADD[language])
    asked = {COMPANY[language]}
    for _ in range(9):
        if not ann.hears_nothing_of(NAMING[language]):
            break
        asked.add(ann.last.text)
        await ann.taps(SKIP[language])
    text = "\n".join(asked)
    assert COMPANY[language] in text
    for unasked in (CONTRACT, OTHERS, SINCE):
        assert unasked[language] not in text


@LANGUAGES
async def test_wages_are_asked_about_and_the_answers_stand_on_the_card_and_are_told_once(
    town: Town, language: str
) -> None:
    officer = await town.cadre(GOVERNMENT, language=language)
    ann, case = await filed(town, language, WAGES)
    told = len(officer.chat.messages)
    await ann.taps(ALL_RIGHT[language])
    assert ann.hears(CONTRACT[language])
    assert len(ann.buttons) == 3
    await ann.taps(NO[language])
    assert ann.hears(COMPANY[language])
    await ann.says({"en": "Sunrise Builders Ltd", "zh": "鼎盛建筑有限公司"}[language])
    await ann.says({"en": "yes", "zh": "有"}[language])  # attendance or wage slips
    await ann.taps(SKIP[language])  # transfers or chats
    assert ann.hears(OTHERS[language])
    await ann.says({"en": "about 12 people", "zh": "大概十二个人"}[language])
    assert ann.hears(SINCE[language])
    await ann.says({"en": "since last June", "zh": "去年6月"}[language])
    await ann.says({"en": "30000 yuan", "zh": "三万多块"}[language])
    assert ann.hears(NAMING[language])
    assert len(officer.chat.messages) == told, "not one message an answer"
    await ann.taps(INTAKE_ONLY[language])
    await ann.taps(SKIP[language])
    summary = {"en": "Company or site: Sunrise Builders Ltd", "zh": "公司或工地：鼎盛建筑有限公司"}[language]
    assert ann.hears(summary)
    # The law's year, counted from what was said (article 27).
    assert ann.hears({"en": "by Monday 1 June", "zh": "6月1日（周一）前申请"}[language])
    assert (await details(ann)) == {
        "contract": "no",
        "company": {"en": "Sunrise Builders Ltd", "zh": "鼎盛建筑有限公司"}[language],
        "slips": "yes",
        "others": {"en": "about 12 people", "zh": "大概十二个人"}[language],
        "since": {"en": "since last June", "zh": "去年6月"}[language],
        "amount": {"en": "30000 yuan", "zh": "三万多块"}[language],
    }
    await town.passes(hours=1)
    assert len(officer.chat.messages) == told + 1
    assert officer.hears(summary)
    await town.passes(hours=6)
    assert len(officer.chat.messages) == told + 1
    await officer.says(f"/case {case.number}")
    assert officer.hears({"en": "The resident adds:", "zh": "补充情况："}[language])
    assert officer.hears({"en": "Written contract: No", "zh": "书面合同：没有"}[language])
    await ann.says(f"/case {case.number}")
    assert ann.hears({"en": "Monday 2 March: Written contract: No", "zh": "3月2日（周一）：书面合同：没有"}[language])


@LANGUAGES
async def test_answers_left_half_way_are_told_all_the_same(town: Town, language: str) -> None:
    officer = await town.cadre(WATER, language=language)
    ann, _ = await filed(town, language, TAP)
    await ann.taps(ALL_RIGHT[language])
    await ann.says({"en": "three days ago", "zh": "三天了"}[language])
    await town.passes(hours=1)
    assert officer.hears({"en": "Since when: three days ago", "zh": "从什么时候：三天了"}[language])


@LANGUAGES
async def test_a_new_matter_is_not_swallowed_by_an_open_question(town: Town, language: str) -> None:
    ann, case = await filed(town, language, WAGES)
    await ann.taps(ALL_RIGHT[language])
    await ann.says(LAMP[language])
    assert ann.hears(case.number)
    assert ann.buttons[1] == NEW_MATTER[language]
    assert await details(ann) == {}
    await ann.taps(NEW_MATTER[language])
    await ann.taps(SEND[language])
    first, second = sorted(await ann.cases(), key=lambda each: each.id)
    assert (first.id, second.summary[:20], second.category) == (case.id, LAMP[language][:20], "utilities")
    # And the questions can be taken up where they were left.
    await ann.sends_data(f"c.show.{case.id}.{case.epoch}")
    await ann.taps(ADD[language])
    assert ann.hears(CONTRACT[language])


@LANGUAGES
@pytest.mark.parametrize("step", [COMPANY, OTHERS, SINCE, NAMING])
async def test_no_question_swallows_a_new_matter_or_a_danger(town: Town, language: str, step: dict[str, str]) -> None:
    for words in (LAMP[language], {"en": "Our house is flooded!", "zh": "家里进水了"}[language]):
        ann, case = await filed(town, language, WAGES)
        await ann.taps(ALL_RIGHT[language])
        await skips_to(ann, step)
        await ann.says(words)
        assert words[:20] in ann.last.text
        assert case.number in ann.last.text
        assert await details(ann) == {}


@LANGUAGES
async def test_a_long_text_is_offered_as_a_new_matter_or_to_be_added(town: Town, language: str) -> None:
    officer = await town.cadre(GOVERNMENT)
    ann, case = await filed(town, language, WAGES)
    await ann.taps(ALL_RIGHT[language])
    await skips_to(ann, COMPANY)
    long = {"en": "He says next month. Then he says next week. ", "zh": "老板总说下个月。到时候又说下个星期。"}[
        language
    ] * 4
    await ann.says(long)
    await ann.taps(case.number)  # "Add to ..."
    assert officer.hears(long[:20])
    assert len(await ann.cases()) == 1


@LANGUAGES
async def test_commands_edits_and_stickers_leave_the_question_open(town: Town, language: str) -> None:
    ann, _ = await filed(town, language, TAP)
    await ann.taps(ALL_RIGHT[language])
    await ann.says("/help")
    await ann.sends_sticker()
    assert ann.hears(SINCE[language])
    await ann.edits(TAP[language], HOLE[language])
    await ann.says({"en": "I don't know", "zh": "不知道"}[language])
    await ann.taps(STREET[language])
    assert await details(ann) == {"reach": "street"}
    await ann.says("/cancel")
    assert ann.hears({"en": "What you told us is kept", "zh": "您说过的都留着"}[language])
    await ann.says("/back")
    assert ann.hears({"en": "Nothing is open", "zh": "没有要停的"}[language])


@LANGUAGES
async def test_a_question_answered_again_counts_as_answered_last(town: Town, language: str) -> None:
    ann, _ = await filed(town, language, TAP)
    await ann.taps(ALL_RIGHT[language])
    await ann.says({"en": "since yesterday", "zh": "昨天"}[language])
    await ann.says("/back")
    assert ann.hears(SINCE[language])
    await ann.says({"en": "a week ago", "zh": "一个星期了"}[language])
    assert await details(ann) == {"since": {"en": "a week ago", "zh": "一个星期了"}[language]}


@LANGUAGES
async def test_photos_answer_where_one_tells_it_and_are_the_cases(town: Town, language: str) -> None:
    officer = await town.cadre(GOVERNMENT, language=language)
    ann, case = await filed(town, language, WAGES)
    await ann.taps(ALL_RIGHT[language])
    words = {"en": "the first page", "zh": "第一页"}[language]
    await ann.sends_album(3, words)
    assert [COMPANY[language] in shown.text for shown in ann.chat.arrived] == [True], "an album is one answer"
    assert await details(ann) == {"contract": f"{words} 📷1"}
    async with town.store.turn(town.now) as uow:
        kept = await uow.files_of_case(case, public=True)
    assert [(file.case_id, file.number) for file in kept] == [(case.id, number) for number in (1, 2, 3)]
    await town.passes(hours=1)
    assert officer.hears({"en": "Written contract: the first page 📷1", "zh": "书面合同：第一页 📷1"}[language])
    await ann.says(f"/case {case.number}")
    assert ann.hears("📷 3")


@LANGUAGES
async def test_a_photo_where_none_is_asked_for_is_offered_to_be_added(town: Town, language: str) -> None:
    ann, case = await filed(town, language, TAP)
    await ann.taps(ALL_RIGHT[language])
    await ann.sends_photo()
    assert NEW_MATTER[language] in ann.buttons
    await ann.taps(case.number)  # "Add to ..."
    assert (await ann.cases())[0].files == 1


@LANGUAGES
async def test_words_to_a_photo_that_are_a_matter_of_their_own_are_not_swallowed(town: Town, language: str) -> None:
    ann, case = await filed(town, language, WAGES)
    await ann.taps(ALL_RIGHT[language])
    await ann.sends_photo(LAMP[language])
    assert NEW_MATTER[language] in ann.buttons
    assert ann.hears(case.number)
    assert await details(ann) == {}


@LANGUAGES
async def test_numbers_greetings_and_no_are_no_answers_in_words(town: Town, language: str) -> None:
    for step in (COMPANY, OTHERS):
        ann, case = await filed(town, language, WAGES)
        await ann.taps(ALL_RIGHT[language])
        await skips_to(ann, step)
        await ann.says(case.number)
        assert ann.hears(f"{case.number} · "), "a number shows its case"
        assert await details(ann) == {}
    ann, _ = await filed(town, language, WAGES)
    await ann.taps(ALL_RIGHT[language])
    await skips_to(ann, COMPANY)
    await ann.says({"en": "thank you", "zh": "谢谢"}[language])
    assert ann.hears({"en": "You're welcome", "zh": "不客气"}[language])
    assert await details(ann) == {}


@LANGUAGES
async def test_a_video_that_is_too_large_leaves_the_question_open(town: Town, language: str) -> None:
    ann, _ = await filed(town, language, WAGES)
    await ann.taps(ALL_RIGHT[language])
    await ann.sends_video(size=30_000_000)
    assert ann.hears({"en": "20 MB", "zh": "20"}[language])
    await ann.taps(NO[language])
    assert await details(ann) == {"contract": "no"}


@LANGUAGES
async def test_a_case_that_is_closed_meanwhile_takes_no_answers_and_loses_no_words(town: Town, language: str) -> None:
    ann, case = await filed(town, language, TAP)
    await ann.taps(ALL_RIGHT[language])
    await ann.sends_data(f"c.withdraw_yes.{case.id}.{case.epoch}")
    await ann.says({"en": "three days ago", "zh": "三天了"}[language])
    assert ann.hears({"en": "You're telling us", "zh": "您说的是"}[language])
    (closed,) = await ann.cases()
    assert (closed.state, closed.closing, closed.details) == (State.CLOSED, Closing.WITHDRAWN, ())


@LANGUAGES
async def test_nobody_else_can_be_asked_or_answer(town: Town, language: str) -> None:
    ann, case = await filed(town, language, TAP)
    eve, officer = town.resident(language), await town.cadre(WATER)
    for stranger in (eve, officer):
        for verb in ("details", "no_details"):
            await stranger.sends_data(f"c.{verb}.{case.id}.{case.epoch}")
            assert stranger.hears_nothing_of(SINCE[language])
    assert await details(ann) == {}


@LANGUAGES
async def test_once_all_is_answered_the_case_offers_the_name_alone(town: Town, language: str) -> None:
    ann, case = await filed(town, language, TAP)
    await ann.taps(ALL_RIGHT[language])
    await ann.says({"en": "since yesterday", "zh": "昨天"}[language])
    await ann.taps(STREET[language])
    await ann.taps(INTAKE_ONLY[language])
    await ann.taps(SKIP[language])
    await ann.sends_data(f"c.show.{case.id}.{case.epoch}")
    assert NAME[language] in ann.buttons
    await ann.taps(NAME[language])
    assert ann.hears(NAMING[language])


@LANGUAGES
async def test_of_several_matters_the_one_with_most_to_ask_is_asked_about(town: Town, language: str) -> None:
    several = {
        "en": "1. The road at Maple Village has been full of holes for months and children fall.\n"
        "2. The boss of the site has not paid our wages, and he never answers the telephone.",
        "zh": "一、枫桥村的公路坑坑洼洼好几个月了，孩子老摔跤。\n二、工地上的老板一直拖欠工资，打电话从来不接。",
    }
    ann = town.resident(language)
    await ann.says(several[language])
    await ann.taps({"en": "Send each apart", "zh": "分开交上去"}[language])
    assert ann.hears(OFFER[language])
    await ann.taps(ALL_RIGHT[language])
    await ann.taps(NO[language])
    by_category = {case.category: case for case in await ann.cases()}
    assert by_category["employment"].details == (Detail("contract", "no"),)
    assert by_category["roads"].details == ()


@LANGUAGES
async def test_a_name_in_an_answer_is_masked_for_the_unit(town: Town, language: str) -> None:
    officer = await town.cadre(GOVERNMENT, language=language)
    ann, case = await filed(town, language, WAGES)
    await ann.taps(ALL_RIGHT[language])
    await skips_to(ann, COMPANY)
    await ann.says({"en": "my boss, 13800001234", "zh": "老板电话13800001234"}[language])
    await officer.says(f"/case {case.number}")
    assert officer.hears("●●●●●●")
    assert officer.hears_nothing_of("13800001234")


async def test_the_follow_up_waits_until_no_more_has_come(town: Town) -> None:
    officer = await town.cadre(GOVERNMENT)
    ann = town.resident("en")
    await file(ann, WAGES["en"])
    told = len(officer.chat.messages)
    await ann.taps("All right")
    await ann.taps("No")
    await town.passes(hours=0.2)
    await ann.says("Sunrise Builders Ltd")
    await town.passes(hours=0.2)
    assert len(officer.chat.messages) == told
    await town.passes(hours=0.2)
    assert len(officer.chat.messages) == told + 1
    case: Case = (await ann.cases())[0]
    assert case.details_at is None
