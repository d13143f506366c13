"""Policies: looked for in own words, given as an answer, written by one person and approved by another."""

from dataclasses import replace
from datetime import date

import pytest

from casework.actions import policies
from casework.actions.finding_policies import find
from casework.errors import Refused
from casework.people import Role
from casework.policies.policy import Content, Words
from handlers.resident import questions
from tests.handlers.dialogue import COUNTY, HILL, RIVER, Actor, Town
from tests.handlers.kind_scene import REQUEST, answers, at_work, taps
from tests.handlers.policy_scene import ALLOWANCE, SCRAPPED, person_of, shown

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
ASKED = {"en": "My mother is ninety, is there an allowance for her?", "zh": "我妈九十岁了，有没有高龄津贴？"}
FOUND = {"en": "💡 Old-age allowance: From ninety on it is 200 yuan", "zh": "💡 高龄津贴：九十岁以上每月二百元"}
SOURCE = {"en": "From: 白鹭县民政局", "zh": "出处：白鹭县民政局"}
YES = {"en": "Yes, thank you", "zh": "谢谢，清楚了"}
NOT_THIS = {"en": "Not this one", "zh": "不是这条"}
WHOLE = {"en": "Read it all", "zh": "看全文"}
OFFICE = {"en": "Ask the office", "zh": "还是要问"}
CARD = {"en": "You're telling us", "zh": "您说的是"}
APPROVE = {"en": "Approve", "zh": "批准"}
SEND = {"en": "Have it approved", "zh": "交给别人批准"}
SKIP = {"en": "Skip", "zh": "跳过"}

ROAD = {
    "en": ("Road upkeep", "Holes in county roads (公路) are mended.", "公路 养护: holes are mended within seven days."),
    "zh": ("公路养护办法", "公路坏了七天内修。", "公路养护单位应当在七天内修补破损。"),
}


async def office(town: Town, language: str = "zh") -> tuple[Actor, Actor]:
    """Return an intake officer, who writes, and a leader, who approves."""
    writer = await town.official(Role.DISPATCHER, language, area=COUNTY, title="受理员", title_en="Intake officer")
    return writer, await town.official(Role.LEADER, language, area=COUNTY, title="县长", title_en="County head")


# Looking for one.


@LANGUAGES
async def test_a_question_in_own_words_is_answered_by_the_passage_that_speaks_of_it(town: Town, language: str) -> None:
    people = await office(town)
    for content in (ALLOWANCE, SCRAPPED):
        await shown(town, *people, content)
    ann = town.resident(language)
    await ann.says("/policies")
    assert ann.hears({"en": "Ask in your own words", "zh": "用自己的话问我"}[language])
    assert ann.buttons == [
        {"en": "Trading in old appliances", "zh": "旧家电换新补贴"}[language],
        {"en": "Old-age allowance", "zh": "高龄津贴"}[language],
    ]
    await ann.says(ASKED[language])
    assert ann.hears(FOUND[language])
    assert ann.hears(SOURCE[language])
    assert ann.buttons == [YES[language], NOT_THIS[language], WHOLE[language]]
    assert len(ann.last.text) < 300
    await ann.taps(WHOLE[language])
    assert ann.hears({"en": "Bring the identity card", "zh": "带身份证到村委会登记"}[language])
    await ann.taps(YES[language])
    assert ann.hears({"en": "Glad it helped", "zh": "帮上忙就好"}[language])


@LANGUAGES
async def test_where_none_answers_it_the_office_does(town: Town, language: str) -> None:
    people = await office(town)
    await shown(town, *people, ALLOWANCE)
    ann = town.resident(language)
    await ann.says(f"/policies {ASKED[language]}")
    assert ann.hears(FOUND[language])
    await ann.taps(NOT_THIS[language])
    assert ann.hears({"en": "There are no others", "zh": "别的没有了"}[language])
    await ann.says({"en": "Who repairs hearing aids?", "zh": "助听器坏了哪里修？"}[language])
    assert ann.hears({"en": "found no policy", "zh": "没找到合适的政策"}[language])
    await ann.taps(OFFICE[language])
    assert ann.hears(CARD[language])
    assert ann.hears({"en": "We take it as a question", "zh": "当成一个问题"}[language])
    assert ann.hears({"en": "hearing aids", "zh": "助听器"}[language])


@LANGUAGES
async def test_other_words_begin_the_search_anew(town: Town, language: str) -> None:
    people = await office(town)
    for content in (ALLOWANCE, SCRAPPED):
        await shown(town, *people, content)
    ann = town.resident(language)
    await ann.says(f"/policies {ASKED[language]}")
    await ann.says({"en": "old refrigerator, new one, subsidy?", "zh": "旧冰箱换新的有补贴吗"}[language])
    assert ann.hears({"en": "💡 Trading in old appliances", "zh": "💡 旧家电换新补贴"}[language])
    await ann.sends_sticker()
    assert ann.hears({"en": "💡 Trading in old appliances", "zh": "💡 旧家电换新补贴"}[language])


async def test_what_is_there_in_one_language_is_found_in_the_other_persons_chat_and_says_so(town: Town) -> None:
    people = await office(town)
    await shown(town, *people, replace(ALLOWANCE, words={"zh": ALLOWANCE.words["zh"]}))
    ann = town.resident("en")
    await ann.says("/policies")
    await ann.says("高龄津贴")
    assert ann.hears("高龄津贴")
    assert ann.hears("in Chinese only")


@LANGUAGES
async def test_only_what_holds_today_and_here_is_shown(town: Town, language: str) -> None:
    people = await office(town)
    await shown(town, *people, replace(ALLOWANCE, since=date(2026, 4, 1)))
    await shown(town, *people, SCRAPPED)
    ann = town.resident(language)
    await ann.says(f"/policies {ASKED[language]}")
    assert ann.hears({"en": "found no policy", "zh": "没找到合适的政策"}[language])
    await town.passes(days=31)
    await ann.says(f"/policies {ASKED[language]}")
    assert ann.hears(FOUND[language])
    await town.passes(days=300)
    await ann.says({"en": "/policies refrigerators and washing machines", "zh": "/policies 旧冰箱"}[language])
    assert ann.hears({"en": "found no policy", "zh": "没找到合适的政策"}[language])


# A question that is sent without /policies.


@LANGUAGES
async def test_a_question_is_answered_by_a_policy_before_it_becomes_a_case(town: Town, language: str) -> None:
    people = await office(town)
    await shown(town, *people, ALLOWANCE)
    ann = town.resident(language)
    await ann.says({"en": "How do I apply for the old-age allowance?", "zh": "请问高龄津贴怎么领？"}[language])
    assert ann.hears({"en": "💡 Old-age allowance", "zh": "💡 高龄津贴"}[language])
    assert ann.buttons == [YES[language], WHOLE[language], OFFICE[language]]
    await ann.taps(OFFICE[language])
    assert ann.hears(CARD[language])
    assert await ann.cases() == []


@LANGUAGES
@pytest.mark.parametrize(
    "words",
    [
        {"en": "The road at Maple Village is full of holes", "zh": "枫桥村的路坑坑洼洼没人修"},
        {"en": "When does the bus to Maple Village run again?", "zh": "请问枫桥村的公交什么时候恢复？"},
    ],
)
async def test_otherwise_the_card_comes_straight(town: Town, language: str, words: dict[str, str]) -> None:
    people = await office(town)
    await shown(town, *people, ALLOWANCE)
    ann = town.resident(language)
    await ann.says(words[language])
    assert ann.hears(CARD[language])


@LANGUAGES
async def test_a_complaint_is_never_searched_for(town: Town, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def never(*_: object, **__: object) -> None:
        raise AssertionError("a complaint waits for no search")

    monkeypatch.setattr(questions, "find", never)
    ann = town.resident(language)
    await ann.says({"en": "Why is the road at Maple Village still broken?", "zh": "枫桥村的路怎么还没人修？"}[language])
    assert ann.hears(CARD[language])


@LANGUAGES
@pytest.mark.parametrize(("area", "given"), [(RIVER, True), (HILL, False)])
async def test_a_policy_answers_where_it_holds(town: Town, language: str, area: int, given: bool) -> None:
    people = await office(town)
    await shown(town, *people, replace(ALLOWANCE, areas=(area,)))
    ann = town.resident(language)
    await ann.says(
        {"en": "Maple Village: how do I apply for the old-age allowance?", "zh": "枫桥村，请问高龄津贴怎么领？"}[
            language
        ]
    )
    assert ann.hears({"en": "💡", "zh": "💡"}[language] if given else CARD[language])


# Writing and approving.


@LANGUAGES
async def test_one_writes_another_approves_and_nothing_is_shown_before(town: Town, language: str) -> None:
    writer, leader = await office(town, language)
    ann = town.resident(language)
    await writer.says("/policies")
    await writer.taps({"en": "Write a policy", "zh": "写一条政策"}[language])
    said = {
        "en": ("Firewood aid", "Cold villages: 300 yuan a household.", "Apply at the village office by May."),
        "zh": ("取暖补贴", "高山村每户三百元。", "五月底前到村委会申请。"),
    }[language]
    for words in said:
        await writer.says(words)
    await writer.taps(SKIP[language])
    await writer.says("民政局〔2026〕9号")
    await writer.taps({"en": "Nothing in particular", "zh": "不分类"}[language])
    await writer.taps({"en": "Egret County", "zh": "白鹭县"}[language])
    await writer.says("2026-05-31")
    assert writer.hears(
        {"en": "Residents will read this:\n\n📖 Firewood aid", "zh": "居民会看到：\n\n📖 取暖补贴"}[language]
    )
    assert writer.hears({"en": "Until Sunday 31 May", "zh": "到5月31日"}[language])
    await writer.taps(SEND[language])
    assert writer.hears({"en": "Somebody else is asked to approve", "zh": "请别人批准"}[language])
    assert leader.hears({"en": "waits for your approval: Firewood aid", "zh": "等您批准：取暖补贴"}[language])
    await ann.says({"en": "/policies firewood aid", "zh": "/policies 取暖补贴"}[language])
    assert ann.hears({"en": "found no policy", "zh": "没找到合适的政策"}[language])

    await writer.taps(WHOLE[language])
    assert APPROVE[language] not in writer.buttons
    await leader.taps(WHOLE[language])
    approve = next(b.data for row in leader.last.buttons for b in row if b.label == APPROVE[language])
    await writer.sends_data(approve)
    assert writer.hears({"en": "somebody else approves it", "zh": "要别人来批准"}[language])
    await ann.sends_data(approve)
    assert ann.hears({"en": "can't find that", "zh": "没找到"}[language])
    await leader.taps(APPROVE[language])
    assert leader.hears({"en": "Residents see it now", "zh": "居民现在看得到"}[language])
    assert writer.hears({"en": 'County head has approved "Firewood aid"', "zh": "县长批准了“取暖补贴”"}[language])
    await ann.says({"en": "/policies firewood aid", "zh": "/policies 取暖补贴"}[language])
    assert ann.hears({"en": "💡 Firewood aid: Apply", "zh": "💡 取暖补贴："}[language])


@LANGUAGES
async def test_what_is_sent_back_is_changed_and_approved_as_it_stands_then(town: Town, language: str) -> None:
    writer, leader = await office(town, language)
    await shown(town, writer, leader, SCRAPPED)
    await writer.says("/policies")
    await writer.taps({"en": "Trading in old appliances", "zh": "旧家电换新补贴"}[language])
    await writer.taps({"en": "Change something", "zh": "改一处"}[language])
    await writer.taps({"en": "The plain words", "zh": "大白话"}[language])
    await writer.says({"en": "Twenty percent off.", "zh": "补两成。"}[language])
    await leader.taps(WHOLE[language])
    old = next(b.data for row in leader.last.buttons for b in row if b.label == APPROVE[language])
    await leader.taps({"en": "Send back", "zh": "退回"}[language])
    await leader.says({"en": "Name the shops", "zh": "写清楚哪些店"}[language])
    assert writer.hears({"en": "sent .* back: Name the shops", "zh": "退回.*写清楚哪些店"}[language])
    await writer.says("/approve")
    assert writer.hears({"en": "sent back: Name the shops", "zh": "退回了：写清楚哪些店"}[language])
    await writer.taps({"en": "Trading in old appliances", "zh": "旧家电换新补贴"}[language])
    await writer.taps({"en": "Change something", "zh": "改一处"}[language])
    await writer.taps({"en": "The plain words", "zh": "大白话"}[language])
    await writer.says({"en": "Twenty percent off at Bridge Street.", "zh": "桥头街家电店补两成。"}[language])
    await leader.sends_data(old)
    assert leader.hears({"en": "from earlier", "zh": "早先"}[language])
    ann = town.resident(language)
    await ann.says({"en": "/policies old appliances", "zh": "/policies 旧家电换新"}[language])
    await ann.taps(WHOLE[language])
    assert ann.hears_nothing_of({"en": "Twenty percent", "zh": "两成"}[language])
    await leader.taps(WHOLE[language])
    await leader.taps(APPROVE[language])
    await ann.says({"en": "/policies old appliances", "zh": "/policies 旧家电换新"}[language])
    await ann.taps(WHOLE[language])
    assert ann.hears({"en": "Bridge Street", "zh": "桥头街"}[language])


async def test_of_two_new_versions_of_one_policy_a_single_one_is_shown(town: Town) -> None:
    writer, leader = await office(town)
    old = await shown(town, writer, leader, SCRAPPED)
    by, other = await person_of(writer), await person_of(leader)
    async with town.store.turn(town.now) as uow:
        versions = [await policies.write(uow, by, replace(SCRAPPED, source=each), old.id) for each in ("甲局", "乙局")]
    async with town.store.turn(town.now) as uow:
        await policies.approve(uow, versions[0].id, other, versions[0].epoch)
    with pytest.raises(Refused, match="policy-overtaken"):
        async with town.store.turn(town.now) as uow:
            await policies.approve(uow, versions[1].id, other, versions[1].epoch)
    async with town.store.turn(town.now) as uow:
        assert [each.content.source for each in await uow.policies_newest(date(2026, 3, 2), 20)] == ["甲局"]
        found = await find(uow, "旧冰箱换新的补贴")
    assert [each.policy.id for each in found] == [versions[0].id]


@LANGUAGES
async def test_whoever_may_approve_is_asked_again_and_those_above_with_them(town: Town, language: str) -> None:
    writer, leader = await office(town, language)
    admin = await town.official(Role.ADMIN, language, area=COUNTY)
    await writer.says("/policy")
    for words in ({"en": "Aid", "zh": "补贴"}[language], {"en": "Money.", "zh": "给钱。"}[language]):
        await writer.says(words)
    await writer.taps(SKIP[language])
    await writer.taps(SKIP[language])
    await writer.says("民政局")
    await writer.taps({"en": "Nothing in particular", "zh": "不分类"}[language])
    await writer.taps({"en": "Egret County", "zh": "白鹭县"}[language])
    await writer.taps({"en": "No end", "zh": "没有期限"}[language])
    await writer.taps(SEND[language])
    told = {"en": "waits for your approval", "zh": "等您批准"}[language]
    assert leader.hears(told)
    assert admin.hears_nothing_of(told)
    await town.passes(days=2.1)
    assert leader.hears(told)
    assert admin.hears(told)


@LANGUAGES
async def test_before_its_end_its_writer_hears_of_it_and_withdrawing_says_why(town: Town, language: str) -> None:
    writer, leader = await office(town, language)
    await shown(town, writer, leader, replace(SCRAPPED, until=date(2026, 3, 31)))
    await town.passes(days=16)
    assert writer.hears({"en": "ends on Tuesday 31 March", "zh": "3月31日.*到期"}[language])
    await writer.taps(WHOLE[language])
    await writer.taps({"en": "Withdraw", "zh": "撤下"}[language])
    await writer.says({"en": "The money is spent", "zh": "钱用完了"}[language])
    assert leader.hears({"en": "has withdrawn .*: The money is spent", "zh": "撤下了.*：钱用完了"}[language])
    ann = town.resident(language)
    await ann.says({"en": "/policies old appliances", "zh": "/policies 旧家电换新"}[language])
    assert ann.hears({"en": "found no policy", "zh": "没找到合适的政策"}[language])


@LANGUAGES
async def test_a_resident_writes_none(town: Town, language: str) -> None:
    ann = town.resident(language)
    for command in ("/policy", "/approve"):
        await ann.says(command)
        assert ann.hears({"en": "for staff|post", "zh": "工作人员|干部|岗位|职务"}[language])
    await ann.says("/policies")
    assert ann.buttons == []


@LANGUAGES
@pytest.mark.parametrize("verb", ["change", "translate", "withdraw", "return"])
async def test_nobody_else_is_asked_what_to_change_or_why(town: Town, language: str, verb: str) -> None:
    writer, leader = await office(town, language)
    await shown(town, writer, leader, replace(ALLOWANCE, words={"zh": ALLOWANCE.words["zh"]}))
    ann = town.resident(language)
    await ann.says("/policies")
    await ann.taps("高龄津贴")
    (policy,) = (b.data.split(".")[2] for row in ann.chat.messages[0].buttons for b in row)
    await ann.sends_data(f"y.{verb}.{policy}.1")
    assert ann.hears({"en": "can't find that", "zh": "没找到"}[language])


async def test_an_old_button_puts_nothing_into_a_language_that_is_there(town: Town) -> None:
    writer, leader = await office(town, "en")
    await shown(town, writer, leader, ALLOWANCE)
    await writer.says("/policies")
    await writer.taps("Old-age allowance")
    change = next(b.data for row in writer.last.buttons for b in row if b.label == "Change something")
    await writer.sends_data(change.replace("change", "translate"))
    assert writer.hears("from earlier")


@LANGUAGES
async def test_a_policy_about_fires_rings_no_alarm_for_its_writer(town: Town, language: str) -> None:
    writer, _ = await office(town, language)
    await writer.says("/policy")
    await writer.says({"en": "Help after a fire", "zh": "火灾救助"}[language])
    await writer.says(
        {"en": "My house is on fire right now! Then call 119.", "zh": "房子着火了，快来救人！先打119。"}[language]
    )
    assert writer.hears_nothing_of({"en": "Is anyone in danger", "zh": "有人有危险吗"}[language])
    assert writer.hears({"en": "full text", "zh": "全文"}[language])


@LANGUAGES
async def test_it_is_put_into_the_other_language(town: Town, language: str) -> None:
    writer, leader = await office(town, language)
    other = {"en": "zh", "zh": "en"}[language]
    await shown(town, writer, leader, Content({language: ALLOWANCE.words[language]}, "民政局"))
    await writer.says({"en": "/policies", "zh": "/policies"}[language])
    await writer.taps(ALLOWANCE.words[language].title)
    await writer.taps({"en": "Add the Chinese", "zh": "加上英文"}[language])
    said: Words = ALLOWANCE.words[other]
    for words in (said.title, said.plain, said.text):
        await writer.says(words)
    await writer.taps(SEND[language])
    await leader.taps(WHOLE[language])
    await leader.taps(APPROVE[language])
    ann = town.resident(other)
    await ann.says(f"/policies {ASKED[other]}")
    assert ann.hears(FOUND[other])


# The basis of an answer.


@LANGUAGES
async def test_a_cadre_names_a_policy_as_the_basis_by_one_tap_and_the_resident_can_read_it(
    town: Town, language: str
) -> None:
    people = await office(town)
    road = Content({each: Words(*said) for each, said in ROAD.items()}, "县交通局")
    await shown(town, *people, road)
    ann, wang, _ = await at_work(town, language, REQUEST)
    await taps(wang, "Propose")
    await taps(wang, "Done")
    for words in ("查到公路边的老车站破损", "公路养护已经做完", "天黑了，没拍照"):
        await wang.says(words)
    assert ROAD[language][0] in wang.buttons
    await wang.taps(ROAD[language][0])
    cited = {"en": "Road upkeep (县交通局)", "zh": "《公路养护办法》（县交通局）"}[language]
    assert cited in wang.last.text
    await taps(wang, "Send it")
    assert cited in ann.last.text
    await ann.taps({"en": "📖 Read the rule", "zh": "📖 看依据"}[language])
    assert ann.hears({"en": "within seven days", "zh": "七天内"}[language])


@LANGUAGES
async def test_the_basis_can_still_be_typed(town: Town, language: str) -> None:
    people = await office(town)
    await shown(town, *people, Content({each: Words(*said) for each, said in ROAD.items()}, "县交通局"))
    ann, wang, _ = await at_work(town, language, REQUEST)
    await answers(wang, "Done", "查到公路边的老车站破损", "公路养护已经做完", "天黑了，没拍照", "公路法第四十六条")
    assert "公路法第四十六条" in ann.last.text
    assert {"en": "📖 Read the rule", "zh": "📖 看依据"}[language] not in ann.buttons
