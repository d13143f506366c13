"""The words of a button, written instead of tapped; and what is neither a complaint nor an answer."""

import pytest

from tests.handlers.dialogue import Actor, Town
from tests.handlers.staff_scene import at_work, taps
from tests.handlers.test_outcome import answered, answers

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])

HOLE = {"en": "The road at Maple Village has a deep hole", "zh": "枫桥村的公路上有个大坑"}
NO_PLACE = {"en": "The road is full of holes", "zh": "公路上全是坑"}
CARD = {"en": "Right\\?", "zh": "对吗？"}
NUMBER = {"en": "Your number: ", "zh": "号码 "}
NEW = {"en": "new matter", "zh": "是新的事"}
WATER = {"en": "The tap water at Newpond Village, Willow Town is brown", "zh": "柳河镇新塘村的自来水是黄的"}
LAMP = {"en": "The lamp at Maple Village is dark", "zh": "枫桥村的路灯不亮"}
MORE = {"en": "The lamp there is dark, too", "zh": "那边的路灯也不亮"}


def says(actor: Actor, english: str, chinese: str) -> bool:
    return actor.hears(english if actor.language == "en" else chinese)


# ----- At the card -----


@LANGUAGES
@pytest.mark.parametrize(
    "word", [("yes", "是的"), ("OK!", "好"), ("Right.", "对。"), ("send it", "交吧"), ("SEND", "交上去")]
)
async def test_a_yes_to_the_card_sends_it(town: Town, language: str, word: tuple[str, str]) -> None:
    ann = town.resident(language)
    await ann.says(HOLE[language])
    await ann.says(word[language == "zh"])
    assert ann.hears(NUMBER[language])
    (petition,) = await ann.petitions()
    assert petition.text == HOLE[language]


@LANGUAGES
async def test_a_yes_to_where_it_is_sends_nothing_and_a_send_does(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(NO_PLACE[language])
    await ann.says({"en": "yes", "zh": "是的"}[language])
    assert says(ann, "Where is it", "在哪儿")
    assert await ann.cases() == []
    await ann.says({"en": "send", "zh": "交上去"}[language])
    assert ann.hears(NUMBER[language])


@LANGUAGES
@pytest.mark.parametrize("word", [("no", "不对"), ("Change", "改一改")])
async def test_a_no_to_the_card_changes_it(town: Town, language: str, word: tuple[str, str]) -> None:
    ann = town.resident(language)
    await ann.says(HOLE[language])
    await ann.says(word[language == "zh"])
    assert says(ann, "What shall we change", "改哪里")
    await ann.says({"en": "The words", "zh": "改话"}[language])
    await ann.says({"en": "cancel", "zh": "取消"}[language])
    assert says(ann, "Nothing has been sent", "还没交")


@LANGUAGES
@pytest.mark.parametrize("word", [("thanks", "谢谢"), ("?", "？？"), ("hello", "您好"), ("👍🏽 🙏", "👍❤️")])
async def test_what_says_nothing_does_not_come_into_the_complaint(
    town: Town, language: str, word: tuple[str, str]
) -> None:
    ann = town.resident(language)
    await ann.says(HOLE[language])
    await ann.says(word[language == "zh"])
    assert says(ann, "This is not sent yet", "还没交上去呢")
    await taps(ann, "Send")
    (petition,) = await ann.petitions()
    assert petition.text == HOLE[language]


@LANGUAGES
async def test_a_picture_that_tells_something_is_part_of_the_complaint(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(HOLE[language])
    await ann.says("🔥🏠")
    await taps(ann, "Send")
    (petition,) = await ann.petitions()
    assert petition.text == f"{HOLE[language]}\n🔥🏠"


@LANGUAGES
async def test_never_mind_throws_nothing_away(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(HOLE[language])
    await ann.says({"en": "never mind", "zh": "不交了"}[language])
    assert says(ann, "stays here for 7 days", "给您留7天")
    assert len(ann.last.labels) == 2


@LANGUAGES
async def test_a_yes_to_which_case_adds_to_it_and_a_no_makes_a_new_one(town: Town, language: str) -> None:
    ann, _, case = await at_work(town, language)
    await ann.says(MORE[language])
    assert ann.hears(case.number)
    await ann.says({"en": "yes", "zh": "是的"}[language])
    assert says(ann, "Added to", "加到")
    await ann.says({"en": "The school bus does not come any more", "zh": "校车好几天没来了"}[language])
    await ann.says({"en": "no", "zh": "不是"}[language])
    assert says(ann, "Where is it", "在哪儿")
    # The card is shown by now: a yes is one to that.
    await ann.says(HOLE[language].split(" has")[0].removeprefix("The road at ").removesuffix("的公路上有个大坑"))
    await ann.says({"en": "yes", "zh": "对"}[language])
    assert ann.hears(NUMBER[language])
    assert len(await ann.cases()) == 2


@LANGUAGES
async def test_a_place_alone_is_asked_what_is_wrong_there(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says({"en": "Maple Village", "zh": "枫桥村"}[language])
    assert says(ann, "What is wrong there", "那里怎么了")
    assert ann.buttons == []
    await ann.says(NO_PLACE[language])
    assert ann.hears(CARD[language])


# ----- At one's cases -----


@LANGUAGES
@pytest.mark.parametrize(
    "word", [("how is it going?", "办得怎么样了"), ("Any news", "有消息吗？"), ("my case", "我的事")]
)
async def test_how_it_goes_shows_the_case(town: Town, language: str, word: tuple[str, str]) -> None:
    ann, _, case = await at_work(town, language)
    await ann.says(word[language == "zh"])
    assert ann.hears(case.number)
    assert says(ann, "A written answer comes by", "最晚")


@LANGUAGES
async def test_who_has_no_case_or_several_sees_the_list(town: Town, language: str) -> None:
    ann = town.resident(language)
    how = {"en": "how is it going", "zh": "怎么样了"}[language]
    await ann.says(how)
    assert says(ann, "no matters here yet", "还没有事情")
    for words in (HOLE, {"en": "The tap water at Maple Village is brown", "zh": "枫桥村的自来水是黄的"}):
        await ann.says(words[language])
        if not (await ann.cases()):
            await taps(ann, "Send")
    await ann.says({"en": "no", "zh": "不是"}[language])
    await taps(ann, "Send")
    await ann.says(how)
    assert says(ann, r"Your matters:\n.*\n.*Roads", "您的2件事")


@LANGUAGES
async def test_one_may_hurry_and_withdraw_in_words(town: Town, language: str) -> None:
    ann, _, case = await at_work(town, language)
    await ann.says({"en": "please hurry", "zh": "催一下"}[language])
    assert says(ann, "waiting for news", "催了")
    await ann.says({"en": "withdraw", "zh": "撤回"}[language])
    assert says(ann, f"Withdraw {case.number}", f"真的撤回 {case.number}")
    assert (await ann.cases())[0].is_open, "it is asked first"


@LANGUAGES
async def test_an_outcome_is_judged_in_words(town: Town, language: str) -> None:
    ann, _, _ = await answered(town, language)
    await ann.says({"en": "It's done!", "zh": "办好了。"}[language])
    assert says(ann, "How many stars", "打几颗星")
    assert not (await ann.cases())[0].is_open


@LANGUAGES
async def test_what_was_set_aside_goes_on_by_a_word(town: Town, language: str) -> None:
    """As the notice promises: say "not done", and it goes on."""
    ann, _, _ = await answered(town, language)
    await town.passes(days=20)
    assert not (await ann.cases())[0].is_open
    await ann.says({"en": "not done", "zh": "没好"}[language])
    assert says(ann, "goes on", "接着办")
    assert (await ann.cases())[0].is_open


@LANGUAGES
async def test_a_mark_is_no_answer_to_an_officer_and_a_yes_is(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await taps(wang, "Ask the resident")
    await wang.says("Is it near the mill?")
    await ann.says("？")
    assert ann.hears("Is it near the mill")
    assert (await ann.cases())[0].question
    await ann.says({"en": "yes", "zh": "是的"}[language])
    assert says(ann, "Passed on as your answer", "当作.*的回答")


@LANGUAGES
async def test_the_questions_after_filing_begin_by_a_yes(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(
        {"en": "The building site at Maple Village has not paid our wages", "zh": "枫桥村的工地欠我们工资"}[language]
    )
    await taps(ann, "Send")
    await ann.says({"en": "ok", "zh": "好"}[language])
    assert says(ann, "contract", "合同")


# ----- What may be meant otherwise -----


@LANGUAGES
@pytest.mark.parametrize("between", ["cancel", "help", "/my"])
async def test_a_yes_to_something_else_sends_nothing(town: Town, language: str, between: str) -> None:
    """Who has stopped, or has read something else since, says yes to that: the card comes again."""
    ann = town.resident(language)
    await ann.says(HOLE[language])
    await ann.says(between if language == "en" else {"cancel": "取消", "help": "帮助"}.get(between, between))
    await ann.says({"en": "ok", "zh": "好"}[language])
    assert await ann.cases() == []
    assert ann.hears(CARD[language])
    await ann.says({"en": "ok", "zh": "好"}[language])
    assert ann.hears(NUMBER[language])


@LANGUAGES
async def test_a_yes_to_an_officer_does_not_send_what_was_written_before(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await ann.says(LAMP[language])
    await ann.taps(NEW[language])
    assert ann.hears(CARD[language])
    await town.passes(minutes=5)
    await taps(wang, "Ask the resident")
    await wang.says("Is it near the mill?")
    await ann.says({"en": "yes", "zh": "好"}[language])
    assert says(ann, "Passed on as your answer", "当作.*的回答")
    assert len(await ann.cases()) == 1


@LANGUAGES
async def test_a_word_to_stop_is_an_answer_to_an_officer(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await taps(wang, "Ask the resident")
    await wang.says("Shall the visit on Monday take place?")
    await ann.says({"en": "cancel", "zh": "取消"}[language])
    assert says(ann, "Passed on as your answer", "当作.*的回答")


@LANGUAGES
async def test_a_yes_to_danger_gets_help_and_sends_nothing(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(
        {"en": "There is a fire at Maple Village, people are inside", "zh": "枫桥村着火了，里面有人"}[language]
    )
    assert says(ann, "Is anyone in danger", "有人有危险吗")
    assert ann.hears(CARD[language])
    yes = {"en": "yes", "zh": "是的"}[language]
    await ann.says(yes)
    assert says(ann, "Is anyone in danger", "有人有危险吗"), "it may be one to the card as well"
    await ann.says(yes)
    assert says(ann, "We keep ringing", "接着叫|一直在叫|叫")
    assert await ann.cases() == []


@LANGUAGES
@pytest.mark.parametrize("word", [("done?", "办好了？"), ("Is it done? Fixed?", "好了?"), ("solved ?", "解决了？")])
async def test_who_asks_whether_it_is_done_has_not_said_so(town: Town, language: str, word: tuple[str, str]) -> None:
    ann, _, _ = await answered(town, language)
    await ann.says(word[language == "zh"])
    assert (await ann.cases())[0].is_open


@LANGUAGES
async def test_done_with_writing_is_not_done_with_the_case(town: Town, language: str) -> None:
    """ "好了" ends a complaint being written as well: it must not close the case that has an answer."""
    ann, _, case = await answered(town, language)
    await ann.says(LAMP[language])
    await ann.taps(NEW[language])
    await ann.says({"en": "done", "zh": "好了"}[language])
    assert ann.hears(case.number)
    assert [each.is_open for each in await ann.cases()] == [True]


@LANGUAGES
async def test_who_writes_another_matter_hurries_nobody_by_a_word(town: Town, language: str) -> None:
    ann, _, case = await at_work(town, language)
    await ann.says(LAMP[language])
    await ann.taps(NEW[language])
    await ann.says({"en": "hurry up", "zh": "快点"}[language])
    assert ann.hears(case.number)
    assert ann.hears_nothing_of({"en": "waiting for news", "zh": "催了"}[language])


@LANGUAGES
async def test_done_counts_only_for_the_only_case(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await ann.says(WATER[language])
    await ann.taps(NEW[language])
    await taps(ann, "Send")
    await wang.says("/language zh")
    await wang.says(f"/case {case.number}")
    await answers(wang)
    await ann.says({"en": "fixed", "zh": "修好了"}[language])
    assert ann.hears(case.number)
    assert [each.is_open for each in await ann.cases()] == [True, True]
    await ann.taps({"en": "Done", "zh": "办好了"}[language])
    assert [each.is_open for each in await ann.cases()] == [True, False]


@LANGUAGES
@pytest.mark.parametrize("word", [("yes", "是的"), ("no", "不是")])
async def test_a_yes_to_an_outcome_shows_what_can_be_said(town: Town, language: str, word: tuple[str, str]) -> None:
    ann, _, case = await answered(town, language)
    await ann.says(word[language == "zh"])
    assert ann.hears(case.number)
    assert len(ann.last.labels) >= 4
    assert (await ann.cases())[0].is_open


@LANGUAGES
@pytest.mark.parametrize("word", [("yes", "是的"), ("no", "不对"), ("send it", "交吧")])
async def test_a_yes_to_nothing_becomes_no_complaint(town: Town, language: str, word: tuple[str, str]) -> None:
    ann = town.resident(language)
    await ann.says("/start")
    await ann.says(word[language == "zh"])
    assert says(ann, "What is wrong", "有什么事")
    await ann.says("/back")
    assert says(ann, "Nothing is open", "没有要停的"), "no draft has begun"


@LANGUAGES
@pytest.mark.parametrize("word", [("yes", "是的"), ("no", "不")])
async def test_what_is_asked_by_buttons_is_answered_by_them(town: Town, language: str, word: tuple[str, str]) -> None:
    """Nothing is withdrawn by a yes, and no complaint begins with it."""
    ann, _, _ = await at_work(town, language)
    await ann.says({"en": "withdraw", "zh": "撤回"}[language])
    await ann.says(word[language == "zh"])
    assert says(ann, "tap the button that fits", "点一下上面合适的按钮")
    assert (await ann.cases())[0].is_open


@LANGUAGES
async def test_a_yes_about_a_closed_case_does_not_add_to_another(town: Town, language: str) -> None:
    ann, _, case = await answered(town, language)
    await ann.taps({"en": "Done", "zh": "办好了"}[language])
    told = ann.last
    await ann.says(WATER[language])
    await taps(ann, "Send")
    await ann.says({"en": "The hole is there again", "zh": "坑又出来了"}[language], reply_to=told)
    assert ann.hears(case.number)
    await ann.says({"en": "yes", "zh": "好"}[language])
    assert says(ann, "You're telling us|Where is it", "您说的是|在哪儿")


# ----- And else -----


@LANGUAGES
@pytest.mark.parametrize(
    ("word", "answer"),
    [
        (("who are you?", "你是谁？"), ("I'm a program", "传话的程序")),
        (("I want to talk to a human", "转人工"), ("/reception", "/reception")),
        (("help", "帮助"), ("/cancel", "/cancel")),
        (("?", "？"), ("What is wrong", "有什么事")),
        (("cancel", "取消"), ("Nothing is open", "没有要停的")),
    ],
)
async def test_what_is_for_the_program_becomes_no_complaint(
    town: Town, language: str, word: tuple[str, str], answer: tuple[str, str]
) -> None:
    ann = town.resident(language)
    await ann.says("/start")
    await ann.says(word[language == "zh"])
    assert says(ann, *answer)
    await ann.says("/back")
    assert says(ann, "Nothing is open", "没有要停的"), "no draft has begun"


@LANGUAGES
async def test_a_question_takes_its_choices_in_words(town: Town, language: str) -> None:
    ann, _, _ = await at_work(town, language)
    await ann.says("/together")
    await ann.says({"en": "１", "zh": "１"}[language])
    assert says(ann, "link", "链接")
