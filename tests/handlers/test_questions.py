"""A question that the service can answer itself, and thanks, which become no petition."""

from dataclasses import replace

import pytest

from casework.answers import Answer
from casework.kinds import PetitionKind
from casework.people import Address, Role
from casework.petitions import Draft, DraftState
from tests.handlers.dialogue import COUNTY, HILL, RIVER, ROADS, Actor, Town
from tests.handlers.kind_scene import CARD, QUESTION, REQUEST, SEND, THANKS, answered, at_work, chooses, filed, knows

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
ASKED = {"en": "I lost my identity card, how do I get a new one?", "zh": "身份证丢了怎么补办？"}
ANSWER = {"en": "💡 A new identity card: Any police station", "zh": "💡 身份证补办：到任何一个派出所"}
ENOUGH = {"en": "Yes, thank you", "zh": "谢谢，清楚了"}
OFFICE = {"en": "Ask the office", "zh": "还是要问"}
PASS_ON = {"en": "Pass it on", "zh": "转告他们"}
GRATEFUL = {
    "en": "Many thanks to everyone who mended the road, my phone is 13800138000",
    "zh": "太感谢修路的同志们了，又快又好，我的电话是13800138000",
}
CARD_HEAD = {"en": "You're telling us", "zh": "您说的是"}


async def draft_of(ann: Actor) -> Draft:
    """Return the person's latest draft, by the button that names it."""
    data = [
        button.data
        for shown in ann.chat.messages
        for row in shown.buttons
        for button in row
        if button.data.startswith("d.")
    ][-1]
    async with ann.town.store.turn(ann.town.now) as uow:
        assert await uow.get(Address, ann.address) is not None
        draft = await uow.get(Draft, int(data.split(".")[2]))
        assert draft is not None
        return draft


# What the service can answer.


@LANGUAGES
async def test_a_question_that_it_can_answer_is_answered_with_its_source(town: Town, language: str) -> None:
    await knows(town, CARD)
    ann = town.resident(language)
    await ann.says(ASKED[language])
    assert ann.hears(ANSWER[language])
    assert ann.hears({"en": "From: 白鹭县公安局", "zh": "出处：白鹭县公安局"}[language])
    assert ann.buttons == [ENOUGH[language], OFFICE[language]]
    assert ann.hears_nothing_of(CARD_HEAD[language])
    await ann.taps(ENOUGH[language])
    assert ann.hears({"en": "Glad it helped. Nothing was sent", "zh": "帮上忙就好。什么都没交上去"}[language])
    assert (await draft_of(ann)).state is DraftState.ANSWERED
    assert await ann.cases() == []
    await town.passes(days=10)
    assert (await draft_of(ann)).state is DraftState.ANSWERED
    await ann.taps(ENOUGH[language])
    assert ann.hears({"en": "settled already", "zh": "已经了结"}[language])


@LANGUAGES
async def test_the_office_is_one_tap_away_before_and_after(town: Town, language: str) -> None:
    await knows(town, CARD)
    await town.cadre(ROADS)
    ann = town.resident(language)
    await ann.says(ASKED[language])
    await ann.taps(ENOUGH[language])
    await ann.taps(OFFICE[language])
    assert ann.hears(CARD_HEAD[language])
    assert ann.hears({"en": "We take it as a question", "zh": "当成一个问题"}[language])
    await ann.says({"en": "It was stolen at Maple Village", "zh": "在枫桥村被偷的"}[language])
    assert ann.hears(CARD_HEAD[language])
    await ann.taps(SEND[language])
    (case,) = await ann.cases()
    assert case.kind is QUESTION
    (petition,) = await ann.petitions()
    assert ASKED[language] in petition.text


@LANGUAGES
async def test_words_after_an_answer_go_to_the_card_with_all_of_them(town: Town, language: str) -> None:
    await knows(town, CARD)
    ann = town.resident(language)
    await ann.says(ASKED[language])
    await ann.says({"en": "The police station sent me away twice", "zh": "派出所两次把我打发回来"}[language])
    assert ann.hears(CARD_HEAD[language])
    assert OFFICE[language] not in ann.buttons
    assert ASKED[language] in (await draft_of(ann)).text


@LANGUAGES
@pytest.mark.parametrize(
    "words",
    [
        {"en": "Why was my new identity card refused?", "zh": "身份证补办为什么不给办？"},
        {"en": "When does the bus to Maple Village run again?", "zh": "请问枫桥村的公交什么时候恢复？"},
        {"en": "Please fix the lamp at Maple Village", "zh": "请修一修枫桥村的路灯"},
    ],
)
async def test_otherwise_the_card_comes_straight(town: Town, language: str, words: dict[str, str]) -> None:
    await knows(town, CARD)
    ann = town.resident(language)
    await ann.says(words[language])
    assert ann.hears(CARD_HEAD[language])


@LANGUAGES
@pytest.mark.parametrize(
    ("known", "given"),
    [
        (replace(CARD, area_id=RIVER), True),
        (replace(CARD, area_id=HILL), False),
        (replace(CARD, category="education"), False),
    ],
)
async def test_an_answer_is_given_where_it_holds(town: Town, language: str, known: Answer, given: bool) -> None:
    await knows(town, known)
    ann = town.resident(language)
    words = {
        "en": "Maple Village, on the road: identity card lost, how do I get a new one?",
        "zh": "枫桥村公路，身份证丢了怎么补办",
    }
    await ann.says(words[language])
    assert ann.hears(ANSWER[language] if given else CARD_HEAD[language])


@LANGUAGES
async def test_a_new_matter_beside_a_running_one_is_answered_too(town: Town, language: str) -> None:
    await knows(town, CARD)
    ann, _ = await filed(town, language, REQUEST)
    await ann.says(ASKED[language])
    assert ann.hears_nothing_of(ANSWER[language])
    await ann.taps({"en": "A new matter", "zh": "是新的事"}[language])
    assert ann.hears(ANSWER[language])


@LANGUAGES
@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ({"en": "How long does it take?", "zh": "要等多久才有答复？"}, {"en": "within 60", "zh": "60天内"}),
        (
            {"en": "Who sees my name?", "zh": "我的名字谁能看到？"},
            {"en": "intake office alone", "zh": "只有受理办公室"},
        ),
        ({"en": "How do I withdraw my complaint?", "zh": "怎么撤回投诉？"}, {"en": "Withdraw", "zh": "点“撤回”"}),
        ({"en": "How do I follow my case?", "zh": "怎么查进度？"}, {"en": "/my", "zh": "/my"}),
        ({"en": "How do I complain again?", "zh": "没办好怎么再投诉？"}, {"en": "within 30 days", "zh": "30天内"}),
        ({"en": "Does it cost anything?", "zh": "投诉要不要钱？"}, {"en": "Nothing", "zh": "不要钱"}),
        ({"en": "Which number do I call?", "zh": "打哪个电话？"}, {"en": "12345", "zh": "12345"}),
    ],
)
async def test_the_service_answers_for_itself(
    town: Town, language: str, question: dict[str, str], answer: dict[str, str]
) -> None:
    ann = town.resident(language)
    await ann.says(question[language])
    assert ann.hears(f"💡(.|\n)*{answer[language]}")
    assert ann.buttons == [ENOUGH[language], OFFICE[language]]
    assert len(ann.last.text) < 300


async def test_another_persons_question_is_nobody_elses(town: Town) -> None:
    await knows(town, CARD)
    ann, eve = town.resident("en"), town.resident("en")
    await ann.says(ASKED["en"])
    draft = await draft_of(ann)
    for verb in ("answered", "ask", "thank"):
        await eve.sends_data(f"d.{verb}.{draft.id}")
        assert eve.hears("can't find that here")
    assert (await draft_of(ann)).state is DraftState.OPEN


# Thanks.


@LANGUAGES
async def test_thanks_reach_cadre_and_head_in_the_digest_with_nobody_named(town: Town, language: str) -> None:
    chief = await town.official(Role.HEAD, language, unit=ROADS, title="局长", title_en="Head of Roads")
    ann, wang, case = await at_work(town, language, REQUEST)
    told = [len(each.chat.messages) for each in (chief, wang)]
    await chooses(ann, THANKS, GRATEFUL[language])
    assert ann.hears({"en": "You're saying thanks", "zh": "您是来道谢的"}[language])
    assert SEND[language] not in ann.buttons
    await ann.taps(PASS_ON[language])
    assert ann.hears(
        {
            "en": "Road officer of Egret Roads Bureau and the head read your words",
            "zh": "白鹭县交通局路政员和负责人会看到",
        }[language]
    )
    assert [each.number for each in await ann.cases()] == [case.number]
    assert [len(each.chat.messages) for each in (chief, wang)] == told
    await town.passes(days=1)
    for reader in (chief, wang):
        assert reader.hears(
            {"en": "🙏 Thanks\n“Many thanks to everyone", "zh": "🙏 居民道谢\n“太感谢修路的同志们"}[language]
        )
        assert reader.hears(case.number)
        assert reader.hears_nothing_of("13800138000")
    await wang.says(f"/case {case.number}")
    assert wang.hears({"en": "the resident said thanks: ", "zh": "居民道谢："}[language])
    await ann.says(f"/case {case.number}")
    assert ann.hears({"en": "you said thanks: ", "zh": "您道谢："}[language])


@LANGUAGES
async def test_thanks_do_not_hide_what_a_digest_has_to_say_of_the_case(town: Town, language: str) -> None:
    ann, wang, case = await answered(town, language, REQUEST)
    await town.passes(days=7.1)
    await chooses(ann, THANKS, GRATEFUL[language])
    await ann.taps(PASS_ON[language])
    await town.passes(days=1)
    assert wang.hears({"en": "Good morning. 1 good to know · 1 note", "zh": "早上好。告诉一声1件 · 另有1条"}[language])
    assert wang.hears(
        {"en": f"{case.number} .*set aside, no answer", "zh": f"{case.number} .*没回音，先放着"}[language]
    )
    assert wang.hears({"en": "“Many thanks", "zh": "“太感谢"}[language])


@LANGUAGES
async def test_thanks_of_somebody_without_a_case_go_to_the_intake_office(town: Town, language: str) -> None:
    office = await town.official(Role.DISPATCHER, language, area=COUNTY)
    ann = town.resident(language)
    await chooses(ann, THANKS, GRATEFUL[language])
    draft = await draft_of(ann)
    await ann.taps(PASS_ON[language])
    assert ann.hears({"en": "Passed on to the intake office", "zh": "转告受理办公室了"}[language])
    assert await ann.cases() == []
    await town.passes(days=1)
    assert office.hears({"en": "“Many thanks", "zh": "“太感谢"}[language])
    assert office.hears_nothing_of("13800138000")
    await ann.sends_data(f"d.thank.{draft.id}")
    assert ann.hears({"en": "settled already", "zh": "已经了结"}[language])


@LANGUAGES
async def test_a_card_from_before_it_was_thanks_files_nothing(town: Town, language: str) -> None:
    ann = town.resident(language)
    await chooses(ann, THANKS, GRATEFUL[language])
    draft = await draft_of(ann)
    await ann.sends_data(f"d.send.{draft.id}")
    assert ann.hears({"en": "You're saying thanks", "zh": "您是来道谢的"}[language])
    assert await ann.cases() == []
    await ann.sends_data(f"d.kind.{draft.id}.{PetitionKind.REQUEST}")
    await ann.sends_data(f"d.thank.{draft.id}")
    assert ann.hears({"en": "more than thanks", "zh": "不只是道谢"}[language])
    assert (await draft_of(ann)).state is DraftState.OPEN


@LANGUAGES
async def test_a_bare_thank_you_is_small_talk(town: Town, language: str) -> None:
    ann, _, _ = await at_work(town, language, REQUEST)
    await ann.says({"en": "Thank you", "zh": "谢谢"}[language])
    assert ann.hears({"en": "You're welcome", "zh": "不客气"}[language])
