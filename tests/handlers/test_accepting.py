"""Accepted or not: what a resident is told at the beginning, on every path and for every reason, in both languages."""

import pytest

from casework.papers import Paper
from casework.people import Role
from casework.petitions import Case, Closing, State
from tests.handlers.after_scene import HOLE, WAGES, filed
from tests.handlers.dialogue import COUNTY, GOVERNMENT, ROADS, Actor, Town
from tests.handlers.staff_scene import head, taps
from tests.storage.raw import every

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
FINE = {
    "en": "The road office fined me at Maple Village and I do not agree with the decision",
    "zh": "枫桥村公路上交通局给我开了处罚决定书，我不服",
}
IDEA = {
    "en": "I suggest putting a mirror at the road bend in Maple Village",
    "zh": "建议在枫桥村公路的拐弯处装一面镜子",
}
QUESTION = {
    "en": "How can I find out when the road works at Maple Village begin?",
    "zh": "请问枫桥村的公路什么时候开始修？",
}
BRIBED = {
    "en": "The director of the Egret Roads Bureau is corrupt and takes bribes for the road at Maple Village",
    "zh": "白鹭县交通局局长收受贿赂，枫桥村修公路的工程都给了他亲戚",
}
MORE = {"en": "More", "zh": "更多"}
DOUBT = {"en": "Not for us?", "zh": "提出不予受理"}
NOT_ACCEPT = {"en": "Don't accept", "zh": "不予受理"}
OURS = {"en": "It is ours", "zh": "该受理"}
SEND_NO = {"en": "Tell the resident so", "zh": "就这样告诉居民"}
ASK_ABOVE = {"en": "Ask the office above", "zh": "请上一级看"}
WHY = {"en": "We have looked at the map.", "zh": "我们查过图纸了。"}
REASONS = {
    "court": {"en": "For a court", "zh": "打官司、判决的事"},
    "procedure": {"en": "Arbitration, reconsideration or such", "zh": "该走仲裁、复议等程序"},
    "other_body": {"en": "Another body's", "zh": "归别的单位管"},
    "final": {"en": "Ended by re-examination", "zh": "已经复核终结"},
    "unclear": {"en": "Name or address unclear", "zh": "姓名或地址不清楚"},
}
ARTICLES = {
    "court": ("22", "二十二"),
    "procedure": ("31", "三十一"),
    "other_body": ("23", "二十三"),
    "final": ("36", "三十六"),
}
BODIES = {
    "court": {"en": "People's court", "zh": "人民法院"},
    "procedure": {"en": "Office of administrative reconsideration", "zh": "行政复议机关"},
}
TYPED = {
    "other_body": {"en": "Egret Forestry Office", "zh": "白鹭县林业局"},
    "final": {"en": "Opinion No. 7 of 2025", "zh": "闽信复核〔2025〕7号"},
}


async def opens(actor: Actor, case: Case, label: dict[str, str]) -> None:
    """Open a case's card and tap what stands behind "More"."""
    await actor.says(f"/case {case.number}")
    await actor.taps(MORE[actor.language])
    await actor.taps(label[actor.language])


async def papers_of(town: Town) -> list[Paper]:
    async with town.store.reading() as session:
        return await every(session, [Paper])


async def gives(actor: Actor, reason: str) -> None:
    """Answer why, where it belongs, and in which words, up to the last look."""
    await actor.taps(REASONS[reason][actor.language])
    if reason in BODIES:
        await actor.taps(BODIES[reason][actor.language])
    else:
        await actor.says(TYPED[reason][actor.language])
    await actor.says(WHY[actor.language])


# ----- Accepted -----


@LANGUAGES
@pytest.mark.parametrize(
    ("words", "path"),
    [
        (HOLE, {"en": "look into it, and answer in writing", "zh": "先听您说，再去查清楚，最后书面答复"}),
        (IDEA, {"en": "Thank you for the idea.*whether it is taken up", "zh": "谢谢您的建议.*采不采纳"}),
        (QUESTION, {"en": "we find out, and answer you", "zh": "问清楚了，答复您"}),
    ],
)
async def test_the_first_notice_says_who_until_when_and_on_which_path(
    town: Town, language: str, words: dict[str, str], path: dict[str, str]
) -> None:
    wang = await town.cadre(language=language)
    ann, _ = await filed(town, language, words)
    await taps(wang, "Accept")
    assert ann.hears(path[language])
    assert ann.hears({"en": "Road officer of Egret Roads Bureau", "zh": "白鹭县交通局路政员"}[language])
    assert len(ann.last.text) < 300
    offered = {"en": ["Show it", "On paper", "Someone else"], "zh": ["看一看", "要纸的", "换个人办"]}
    assert ann.buttons == offered[language]
    assert ann.hears_nothing_of({"en": "Other ways", "zh": "还有别的路"}[language]), "nothing that is of no use"


@LANGUAGES
async def test_wages_hear_of_labour_inspection_and_of_the_last_day_of_arbitration(town: Town, language: str) -> None:
    boss = await town.cadre(unit=GOVERNMENT, language=language)
    ann, case = await filed(town, language, WAGES)
    await ann.sends_data(f"c.details.{case.id}.{case.epoch}")
    for _ in range(8):
        if not ann.hears_nothing_of({"en": "Since when", "zh": "从什么时候开始"}[language]):
            await ann.says({"en": "last June", "zh": "去年6月"}[language])
            break
        await ann.taps({"en": "Skip", "zh": "跳过"}[language])
    await taps(boss, "Accept")
    assert ann.hears({"en": "labour inspection", "zh": "劳动监察"}[language])
    assert ann.hears(
        {"en": "arbitration, free: best by Monday 1 June", "zh": "劳动仲裁：最好在6月1日（周一）前"}[language]
    )
    assert ann.hears({"en": "does not stop", "zh": "不会让这些日子停下来"}[language])
    assert len(ann.last.text) < 300


@LANGUAGES
async def test_what_an_office_decided_has_its_days_named_on_the_first_day_and_on_the_paper(
    town: Town, language: str
) -> None:
    wang = await town.cadre(language=language)
    ann, _ = await filed(town, language, FINE)
    days = {"en": "60 days.*\n.*6 months", "zh": "60天内\n.*6个月内"}[language]
    assert ann.hears(days)
    assert ann.hears({"en": "does not stop", "zh": "不会让这些日子停下来"}[language])
    ann.chat.arrived.clear()
    await taps(wang, "Accept")
    assert len(ann.last.text) < 300
    assert ann.hears_nothing_of(days), "told on the first day; it stands on the paper"
    (paper,) = await papers_of(town)
    assert [each["way"] for each in paper.data["remedies"]] == ["reconsideration", "suit"]


# ----- Not accepted -----


@LANGUAGES
@pytest.mark.parametrize("reason", ["court", "procedure", "other_body", "final"])
async def test_a_head_says_why_not_by_which_article_and_where_it_belongs(
    town: Town, language: str, reason: str
) -> None:
    await town.cadre(language=language)
    chief = await head(town, language)
    ann, case = await filed(town, language, HOLE)
    await opens(chief, case, NOT_ACCEPT)
    await gives(chief, reason)
    body = {**BODIES, **TYPED}[reason][language]
    assert chief.hears({"en": "The resident will read this", "zh": "居民会看到这些"}[language])
    assert chief.hears(body)
    assert (await ann.cases())[0].is_open, "nothing is decided before it was read"
    await chief.taps(SEND_NO[language])
    assert ann.hears(ARTICLES[reason][language == "zh"])
    assert ann.hears(body)
    assert ann.hears(WHY[language])
    assert ann.hears({"en": "by Wednesday 1 April", "zh": "4月1日（周三）前点这里"}[language])
    assert len(ann.last.text) < 400
    assert ann.buttons == [ASK_ABOVE[language], {"en": "On paper", "zh": "要纸的"}[language]]
    (case,) = await ann.cases()
    assert (case.state, case.closing) == (State.CLOSED, Closing.NOT_ACCEPTED)
    await ann.says(f"/case {case.number}")
    assert ann.hears(body)
    assert ann.buttons[0] == ASK_ABOVE[language]
    assert not {"⭐", {"en": "Not solved", "zh": "没办好"}[language]} & set("".join(ann.buttons))


@LANGUAGES
async def test_a_cadre_proposes_and_the_head_reads_the_same_words_and_decides(town: Town, language: str) -> None:
    wang, chief = await town.cadre(language=language), await head(town, language)
    ann, case = await filed(town, language, HOLE)
    await opens(wang, case, DOUBT)
    await gives(wang, "other_body")
    await wang.taps(SEND_NO[language])
    assert wang.hears({"en": "The clock runs on", "zh": "期限照走"}[language])
    assert chief.hears(TYPED["other_body"][language])
    assert ann.chat.arrived[-1].text not in chief.last.text
    assert chief.buttons[:2] == [NOT_ACCEPT[language], OURS[language]]
    await chief.taps(NOT_ACCEPT[language])
    assert chief.hears(WHY[language])
    await chief.taps(SEND_NO[language])
    assert ann.hears(TYPED["other_body"][language])
    assert (await ann.cases())[0].closing is Closing.NOT_ACCEPTED
    await ann.says(f"/case {case.number}")
    assert ann.hears_nothing_of({"en": "would not accept", "zh": "认为不该"}[language]), "the staff's word among itself"


@LANGUAGES
async def test_a_head_who_finds_it_theirs_sends_it_back_to_the_cadre(town: Town, language: str) -> None:
    wang, chief = await town.cadre(language=language), await head(town, language)
    ann, case = await filed(town, language, HOLE)
    await opens(wang, case, DOUBT)
    await gives(wang, "court")
    await wang.taps(SEND_NO[language])
    await chief.taps(OURS[language])
    assert wang.hears({"en": "it is ours", "zh": "该受理"}[language])
    await taps(wang, "Accept")
    assert (await ann.cases())[0].state is State.WORKING


@LANGUAGES
async def test_the_dispatcher_may_not_decide_past_a_head(town: Town, language: str) -> None:
    await town.cadre(language=language)
    await head(town, language)
    office = await town.official(Role.DISPATCHER, language, area=COUNTY)
    ann, case = await filed(town, language, HOLE)
    await opens(office, case, NOT_ACCEPT)
    await gives(office, "court")
    await office.taps(SEND_NO[language])
    assert office.hears({"en": "That is for Head of Roads to decide", "zh": "这要由局长来定"}[language])
    assert (await ann.cases())[0].is_open


@LANGUAGES
async def test_a_name_that_is_unclear_is_asked_for(town: Town, language: str) -> None:
    wang = await town.cadre(language=language)
    ann, case = await filed(town, language, HOLE)
    await opens(wang, case, DOUBT)
    await wang.taps(REASONS["unclear"][language])
    await wang.taps({"en": "Use a ready question", "zh": "用现成的话"}[language])
    assert ann.hears({"en": "where do you live", "zh": "住在哪儿"}[language])
    await ann.says({"en": "Third house by the bridge", "zh": "桥边第三家"}[language])
    assert wang.hears({"en": "Third house", "zh": "桥边第三家"}[language])
    (case,) = await ann.cases()
    assert (case.state, case.question) == (State.WAITING, "")


@LANGUAGES
async def test_who_does_not_agree_has_the_unit_above_look(town: Town, language: str) -> None:
    await town.cadre(language=language)
    chief = await head(town, language)
    county = await town.cadre(unit=GOVERNMENT, title="县里同志", title_en="County officer", language=language)
    ann, case = await filed(town, language, HOLE)
    await opens(chief, case, NOT_ACCEPT)
    await gives(chief, "other_body")
    await chief.taps(SEND_NO[language])
    await ann.taps(ASK_ABOVE[language])
    assert ann.hears({"en": "Egret County Government looks at it now", "zh": "请白鹭县政府看了"}[language])
    assert county.hears(case.number)
    (case,) = await ann.cases()
    assert (case.state, case.unit_id, case.cadre_id) == (State.WAITING, GOVERNMENT, (await county.person()).id)
    await ann.taps(ASK_ABOVE[language])
    assert (await ann.cases())[0] == case, "an old button does nothing"


@LANGUAGES
async def test_the_groups_card_and_the_staffs_card_say_that_it_is_over(town: Town, language: str) -> None:
    wang, group = await town.cadre(language=language), await town.group(language=language)
    chief = await head(town, language)
    _, case = await filed(town, language, HOLE)
    assert town.chats[group].messages[-1].buttons
    await opens(chief, case, NOT_ACCEPT)
    await gives(chief, "final")
    await chief.taps(SEND_NO[language])
    (shown,) = town.chats[group].messages
    assert shown.buttons == ()
    assert {"en": "closed", "zh": "已经结了"}[language] in shown.text.casefold()
    assert TYPED["final"][language] not in shown.text, "a group reads no words"
    await wang.says(f"/case {case.number}")
    assert wang.hears(f"✖️.*{TYPED['final'][language]}")


@LANGUAGES
async def test_what_is_withdrawn_while_a_doubt_waits_was_not_refused(town: Town, language: str) -> None:
    wang = await town.cadre(language=language)
    ann, case = await filed(town, language, HOLE)
    await opens(wang, case, DOUBT)
    await gives(wang, "court")
    await wang.taps(SEND_NO[language])
    (case,) = await ann.cases()
    await ann.sends_data(f"c.withdraw_yes.{case.id}.{case.epoch}")
    await ann.says(f"/case {case.number}")
    assert ann.hears_nothing_of(BODIES["court"][language])
    assert (await ann.cases())[0].closing is Closing.WITHDRAWN


@LANGUAGES
async def test_nobody_decides_by_a_forged_button(town: Town, language: str) -> None:
    wang, eve = await town.cadre(language=language), town.resident(language)
    ann, case = await filed(town, language, HOLE)
    for actor in (wang, eve, ann):
        await actor.sends_data(f"c.not_accept.{case.id}.{case.epoch}")
        await actor.sends_data(f"c.dismiss_doubt.{case.id}.{case.epoch}")
    for actor in (eve, ann):
        await actor.sends_data(f"c.doubt.{case.id}.{case.epoch}")
        await actor.sends_data(f"c.ask_above.{case.id}.{case.epoch}")
    assert (await ann.cases())[0] == case


@LANGUAGES
async def test_an_accusation_goes_to_the_discipline_inspection(town: Town, language: str) -> None:
    wang, chief = await town.cadre(language=language), await head(town, language)
    office = await town.official(Role.DISPATCHER, language, area=COUNTY, title="受理员", title_en="Intake officer")
    ann, case = await filed(town, language, BRIBED)
    assert office.hears(case.number)
    await office.taps({"en": "To discipline inspection", "zh": "转纪检监察"}[language])
    inspection = {"en": "Egret Discipline Inspection", "zh": "白鹭县纪委监委"}[language]
    await office.says(inspection)
    await office.taps({"en": "Monday 2 March", "zh": "3月2日（周一）"}[language])
    assert ann.hears(f"{case.number}.*{inspection}.*12388")
    assert len(ann.last.text) < 300
    assert wang.chat.messages == chief.chat.messages == []
    await ann.taps({"en": "I see", "zh": "知道了"}[language])
    assert (await ann.cases())[0].closing is Closing.ANSWERED


@LANGUAGES
async def test_the_office_is_warned_before_its_fifteen_days_are_over(town: Town, language: str) -> None:
    office = await town.official(Role.DISPATCHER, language, area=COUNTY)
    ann, case = await filed(town, language, BRIBED)
    await town.passes(days=14)
    assert office.hears({"en": "article 22", "zh": "条例第22条"}[language])
    assert any({"en": "To discipline inspection", "zh": "转纪检监察"}[language] in label for label in office.buttons)
    assert ROADS not in {each.unit_id for each in await ann.cases()}
    assert case.shielded
