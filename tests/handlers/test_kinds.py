"""What follows from the kind of a matter: closing question, outcomes, reminders, limits, and who may mend it."""

from dataclasses import replace

import pytest

from casework.kinds import PetitionKind
from casework.people import Role
from casework.petitions import Closing, Held, Naming, Petition, State
from tests.handlers.dialogue import COUNTY, ROADS, WATER, Actor, Shown, Town
from tests.handlers.kind_scene import (
    ACCUSATION,
    OF_KIND,
    QUESTION,
    REPORT,
    REQUEST,
    SUGGESTION,
    answered,
    answers,
    at_work,
    case_of,
    filed,
    taps,
)

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
WAS_IT_DONE = "Was it done|办好了吗"
REVIEW = "look again|再查一遍"
CLEAR = {"en": "It's clear", "zh": "清楚了"}
UNCLEAR = {"en": "Not yet", "zh": "还不清楚"}
READ = {"en": "I've read it", "zh": "知道了"}
MORE = {"en": "I'd like to add", "zh": "还有话说"}
DISAGREE = {"en": "I disagree", "zh": "我不服"}
AS_REQUEST = {"en": "Make it a request", "zh": "当要办的事交"}


def exact(actor: Actor, label: str) -> str:
    """Return the data of the newest button that reads exactly so."""
    return next(
        button.data
        for shown in reversed(actor.chat.messages)
        for row in shown.buttons
        for button in row
        if button.label == label
    )


def data_of(shown: Shown) -> list[str]:
    """Return the data of a message's buttons."""
    return [button.data for row in shown.buttons for button in row]


async def state_of(ann: Actor) -> tuple[State, Closing | None]:
    case = await case_of(ann)
    return case.state, case.closing


# A question.


@LANGUAGES
async def test_a_question_is_answered_and_closed_as_answered_once_it_is_clear(town: Town, language: str) -> None:
    ann, wang, _ = await answered(town, language, QUESTION)
    assert ann.hears({"en": "Answer: 公交五月一日恢复", "zh": "答：公交五月一日恢复"}[language])
    assert ann.hears({"en": "Rule: 县公交计划", "zh": "依据：县公交计划"}[language])
    assert ann.hears({"en": "Does this answer it\\?", "zh": "这样说，清楚了吗？"}[language])
    assert ann.hears_nothing_of(WAS_IT_DONE)
    assert ann.last.labels == [CLEAR[language], UNCLEAR[language], *ann.last.labels[2:]]
    assert len(ann.last.labels) == 3
    await ann.sends_data(exact(ann, CLEAR[language]))
    assert await state_of(ann) == (State.CLOSED, Closing.ANSWERED)
    assert ann.hears({"en": "How many stars for the answer", "zh": "答得怎么样，打几颗星"}[language])
    assert wang.hears({"en": "says the answer is clear", "zh": "居民说清楚了"}[language])
    ann.chat.arrived.clear()
    await town.passes(days=3)
    assert ann.hears({"en": "stars for the answer on", "zh": "答得怎么样"}[language])
    ann.chat.arrived.clear()
    await town.passes(days=40)
    assert ann.chat.arrived == []


@LANGUAGES
async def test_an_answer_that_is_not_clear_goes_on_with_what_is_not(town: Town, language: str) -> None:
    ann, wang, case = await answered(town, language, QUESTION)
    await ann.taps(UNCLEAR[language])
    assert ann.hears({"en": "a better answer comes by", "zh": "接着答，最晚"}[language])
    assert ann.hears({"en": "What is not clear yet", "zh": "哪里还不清楚"}[language])
    assert wang.hears({"en": "answer is not clear yet", "zh": "居民说还不清楚"}[language])
    await ann.says({"en": "Which line?", "zh": "是哪一路？"}[language])
    assert {"en": "Which line?", "zh": "是哪一路？"}[language] in wang.last.text
    await wang.says(f"/case {case.number}")
    await answers(wang, "Answer it", "5路", "县公交计划")
    await ann.sends_data(exact(ann, CLEAR[language]))
    assert await state_of(ann) == (State.CLOSED, Closing.ANSWERED)


@LANGUAGES
async def test_who_disagrees_with_an_answer_has_no_review_but_can_make_it_a_request(town: Town, language: str) -> None:
    ann, wang, _ = await answered(town, language, QUESTION)
    await ann.taps({"en": "disagree", "zh": "不服"}[language])
    assert await state_of(ann) == (State.CLOSED, Closing.CONTESTED)
    assert ann.hears({"en": "A question has no review", "zh": "问问题没有复查这一步"}[language])
    assert ann.hears_nothing_of(REVIEW)
    assert wang.hears({"en": "disagrees with the answer", "zh": "不同意这个答复"}[language])
    assert len(ann.last.labels) == 2
    await ann.says("/my")
    assert ann.hears({"en": "answered, but you disagree", "zh": "答复了，您不同意"}[language])
    await ann.taps(AS_REQUEST[language])
    assert (await case_of(ann)).kind is REQUEST
    assert await state_of(ann) == (State.WORKING, None)
    assert wang.hears({"en": "the resident makes it a request", "zh": "改成要办的事"}[language])
    assert ann.hears({"en": "still missing", "zh": "还差什么"}[language])


@LANGUAGES
async def test_a_question_is_brought_to_mind_and_set_aside_in_its_own_words(town: Town, language: str) -> None:
    ann, _, case = await answered(town, language, QUESTION)
    ann.chat.arrived.clear()
    await town.passes(days=6)
    assert ann.hears({"en": "Does it answer what you asked", "zh": "这样说，清楚了吗"}[language])
    await town.passes(days=3)
    assert ann.hears({"en": "we don't count it as answered", "zh": "不算答清楚"}[language])
    assert ann.hears_nothing_of(WAS_IT_DONE)
    assert await state_of(ann) == (State.CLOSED, Closing.NO_ANSWER)
    await ann.taps({"en": "Ask again", "zh": "还要问"}[language])
    assert ann.hears({"en": f"{case.number} goes on", "zh": f"{case.number} 接着答"}[language])


@LANGUAGES
async def test_how_a_question_stands_is_told_as_a_question(town: Town, language: str) -> None:
    ann, _, case = await at_work(town, language, QUESTION)
    assert ann.hears({"en": "A written answer comes by Tuesday 17 March", "zh": "最晚3月17日"}[language])
    ann.chat.arrived.clear()
    await town.passes(days=15)
    assert ann.hears({"en": "has your question; the answer comes by", "zh": "您问的事在.*答复"}[language])
    await ann.says(f"/case {case.number}")
    assert ann.hears({"en": "We take it as a question", "zh": "当成一个问题"}[language])


# A suggestion.


@LANGUAGES
@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("Adopted", {"en": "💡 Adopted\n.*\nWhat happens now: 五月装", "zh": "💡 采纳了\n.*\n接下来：五月装"}),
        (
            "Adopted in part",
            {"en": "Adopted in part\n.*\nWhat happens now, and what does not: 五月装", "zh": "采纳了一部分"},
        ),
        ("Not adopted", {"en": "Not adopted\n.*\nWhy not: 五月装", "zh": "没有采纳\n.*\n为什么：五月装"}),
    ],
)
async def test_a_suggestion_is_adopted_or_not_and_its_proposer_thanked(
    town: Town, language: str, outcome: str, said: dict[str, str]
) -> None:
    ann, wang, _ = await at_work(town, language, SUGGESTION)
    await answers(wang, outcome, "看了现场", "五月装")
    assert wang.hears({"en": "Sent, with thanks", "zh": "谢过提建议的居民"}[language])
    assert ann.hears(said[language])
    assert ann.hears(
        {"en": "Proposed by a resident of Maple Village, Willow Town. Thank you", "zh": "柳河镇枫桥村的一位居民。谢谢"}[
            language
        ]
    )
    assert ann.hears_nothing_of(WAS_IT_DONE)
    assert ann.last.labels == [READ[language], MORE[language]]
    await ann.taps(READ[language])
    assert await state_of(ann) == (State.CLOSED, Closing.ANSWERED)
    assert ann.hears({"en": "Thank you for proposing it", "zh": "谢谢您提建议"}[language])
    assert wang.hears({"en": "has read the answer", "zh": "看过答复了"}[language])


@LANGUAGES
async def test_whoever_said_that_their_name_may_be_known_stands_in_it_by_name(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language, SUGGESTION)
    async with town.store.turn(town.now) as uow:
        petition = await uow.get(Petition, case.petition_id)
        assert petition is not None
        uow.put(replace(petition, naming=Naming.OPEN, name="安大姐"))
    await answers(wang, "Adopted", "看了现场", "五月装")
    assert ann.hears({"en": "Proposed by 安大姐", "zh": "提这个建议的：安大姐"}[language])


@LANGUAGES
async def test_who_has_more_to_say_to_a_suggestion_is_heard(town: Town, language: str) -> None:
    ann, wang, _ = await answered(town, language, SUGGESTION)
    await ann.taps(MORE[language])
    assert await state_of(ann) == (State.WORKING, None)
    assert ann.hears({"en": "another answer comes by", "zh": "接着研究"}[language])
    assert ann.hears({"en": "What would you like to add", "zh": "还想说什么"}[language])
    assert wang.hears({"en": "has something to add", "zh": "还有话说"}[language])
    await ann.says({"en": "Solar lamps cost less", "zh": "太阳能灯便宜"}[language])
    assert {"en": "Solar lamps cost less", "zh": "太阳能灯便宜"}[language] in wang.last.text


@LANGUAGES
async def test_silence_on_a_suggestion_is_counted_apart_and_it_is_never_asked_solved(town: Town, language: str) -> None:
    ann, wang, case = await answered(town, language, SUGGESTION)
    start = len(ann.chat.messages)
    await town.passes(days=10)
    assert await state_of(ann) == (State.CLOSED, Closing.NO_ANSWER)
    told = [shown.text for shown in ann.chat.messages[start:]]
    assert any({"en": "Your suggestion", "zh": "您的建议"}[language] in text for text in told)
    assert not any({"en": "done", "zh": "办好"}[language] in text for text in told)
    await ann.says({"en": "And a bin, please", "zh": "再放个垃圾桶"}[language], reply_to=ann.last)
    assert ann.hears({"en": f"{case.number} is closed. Do you want to add", "zh": "是还有话说"}[language])
    assert wang.hears({"en": "no answer|set aside", "zh": "没回音"}[language])


@LANGUAGES
async def test_a_suggestion_is_studied_while_its_proposer_waits(town: Town, language: str) -> None:
    ann, _, _ = await at_work(town, language, SUGGESTION)
    ann.chat.arrived.clear()
    await town.passes(days=15)
    assert ann.hears({"en": "is studying your suggestion", "zh": "您的建议.*在研究"}[language])


# A report, an accusation.


@LANGUAGES
async def test_a_report_asks_whether_it_has_stopped_and_four_weeks_later_still(town: Town, language: str) -> None:
    ann, _, case = await answered(town, language, REPORT)
    assert ann.hears({"en": "Has it stopped\\?", "zh": "照您看，管住了吗"}[language])
    assert [len(row) for row in ann.last.buttons] == [2, 2, 1]
    ann.chat.arrived.clear()
    await town.passes(days=3)
    assert ann.hears({"en": f"What you reported \\({case.number}\\)", "zh": f"您举报的 {case.number}"}[language])
    await ann.sends_data(exact(ann, {"en": "Done", "zh": "办好了"}[language]))
    assert await state_of(ann) == (State.CLOSED, Closing.SOLVED)
    ann.chat.arrived.clear()
    await town.passes(days=32)
    assert ann.hears({"en": "had stopped. Has it, still", "zh": "管住四个星期了"}[language])
    assert {"en": "It has not stopped", "zh": "其实没管住"}[language] in ann.buttons


@LANGUAGES
async def test_a_report_has_no_review_and_can_be_made_a_request(town: Town, language: str) -> None:
    ann, wang, _ = await answered(town, language, REPORT)
    await ann.taps(DISAGREE[language])
    assert ann.hears({"en": "A report has no review", "zh": "举报没有复查"}[language])
    assert ann.hears_nothing_of(REVIEW)
    assert AS_REQUEST[language] in ann.buttons
    assert wang.hears({"en": "it may come back as a request", "zh": "可能当要办的事再交"}[language])


@LANGUAGES
async def test_an_accusation_has_the_four_answers_and_names_the_discipline_bodies(town: Town, language: str) -> None:
    office = await town.official(Role.DISPATCHER, language, area=COUNTY)
    wang = await town.cadre(WATER, language=language)
    ann, case = await filed(town, language, ACCUSATION)
    await office.sends_data(f"c.send_to_unit.{case.id}.{case.epoch}.{WATER}")
    await taps(wang, "Accept")
    await answers(wang, "Done", "查实", "已处分", "纪律处分条例")
    assert ann.hears(WAS_IT_DONE)
    await ann.taps(DISAGREE[language])
    assert ann.hears("12388")
    assert AS_REQUEST[language] not in ann.buttons
    ann.chat.arrived.clear()
    await town.passes(days=40)
    assert ann.chat.arrived == []


@LANGUAGES
async def test_a_request_is_reviewed_as_ever(town: Town, language: str) -> None:
    ann, wang, _ = await answered(town, language, REQUEST)
    await ann.taps(DISAGREE[language])
    assert ann.hears(REVIEW)
    assert AS_REQUEST[language] not in ann.buttons
    assert wang.hears({"en": "with the right of review", "zh": "可以申请复查"}[language])


# The kind is mended by staff, and the resident has the last word.


@LANGUAGES
async def test_the_cadre_mends_the_kind_and_the_resident_takes_it_back_by_one_tap(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language, REQUEST)
    await taps(wang, "Another kind")
    assert OF_KIND[language][REQUEST] not in wang.buttons
    await wang.taps(OF_KIND[language][QUESTION])
    assert wang.hears({"en": f"{case.number} is taken as a question", "zh": "当成一个问题来办"}[language])
    assert ann.hears(
        {"en": "takes it as a question now. You hear by Tuesday 17 March", "zh": "当成一个问题来办，3月17日"}[language]
    )
    assert (await case_of(ann)).kind is QUESTION
    await ann.taps({"en": "No, it is something to be done", "zh": "不对，是一件要办的事"}[language])
    assert ann.hears(
        {"en": "something to be done, and stays so. You hear by Friday 1 May", "zh": "是一件要办的事，不再改。5月1日"}[
            language
        ]
    )
    assert wang.hears({"en": "the resident says it is something to be done", "zh": "居民说这是一件要办的事"}[language])
    assert (await case_of(ann)).kind is REQUEST
    await wang.says(f"/case {case.number}")
    assert wang.hears({"en": "the resident said that it is", "zh": "居民说是"}[language])
    await taps(wang, "Another kind")
    await wang.taps(OF_KIND[language][SUGGESTION])
    assert wang.hears({"en": "That counts, and it stays so", "zh": "听居民的，不能再改"}[language])
    assert (await case_of(ann)).kind is REQUEST


@LANGUAGES
async def test_the_way_back_stays_open_when_an_answer_has_come_meanwhile(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language, REQUEST)
    await taps(wang, "Another kind")
    await wang.taps(OF_KIND[language][SUGGESTION])
    back = ann.last.buttons[0][0].data
    await answers(wang, "Not adopted", "看了", "没有预算")
    await ann.sends_data(back)
    assert ann.hears({"en": "something to be done, and stays so", "zh": "是一件要办的事，不再改"}[language])
    assert len(ann.chat.arrived) == 1
    assert await state_of(ann) == (State.WORKING, None)
    await ann.sends_data(back)
    assert ann.hears({"en": "already what you sent", "zh": "本来就是您交的那种"}[language])


@LANGUAGES
async def test_head_and_dispatcher_mend_it_too_and_nobody_else(town: Town, language: str) -> None:
    chief = await town.official(Role.HEAD, language, unit=ROADS, title="局长", title_en="Head of Roads")
    office = await town.official(Role.DISPATCHER, language, area=COUNTY)
    supervisor = await town.official(Role.SUPERVISOR, language, area=COUNTY)
    ann, wang, case = await at_work(town, language, REQUEST)
    for official, kind in ((chief, REPORT), (office, SUGGESTION)):
        await official.says(case.number)
        await taps(official, "Another kind")
        await official.taps(OF_KIND[language][kind])
        assert (await case_of(ann)).kind is kind
        assert wang.hears({"en": "is taken as .* now", "zh": "现在当成"}[language])
    now = await case_of(ann)
    for stranger in (supervisor, await town.cadre(WATER, language=language), town.resident(language)):
        await stranger.sends_data(f"c.set_kind.{now.id}.{now.epoch}")
        assert (await case_of(ann)).kind is SUGGESTION
        assert stranger.buttons == [] or OF_KIND[language][QUESTION] not in stranger.buttons


@LANGUAGES
async def test_what_is_taken_for_an_accusation_leaves_the_unit_at_once(town: Town, language: str) -> None:
    office = await town.official(Role.DISPATCHER, language, area=COUNTY)
    ann, wang, case = await at_work(town, language, REQUEST)
    await taps(wang, "Another kind")
    await wang.taps(OF_KIND[language][ACCUSATION])
    after = await case_of(ann)
    assert (after.unit_id, after.cadre_id, after.held, after.shielded) == (None, None, Held.ACCUSATION, True)
    assert office.hears(case.number)
    assert {"en": "Another kind", "zh": "改种类"}[language] in office.buttons
    await wang.says(case.number)
    assert wang.hears_nothing_of(case.summary)
    assert ann.hears({"en": "No, it is|takes it as a complaint", "zh": "反映干部或单位"}[language])


@LANGUAGES
async def test_a_flow_begun_under_another_kind_ends(town: Town, language: str) -> None:
    chief = await town.official(Role.HEAD, language, unit=ROADS)
    ann, wang, case = await at_work(town, language, REQUEST)
    await taps(wang, "Propose")
    await chief.says(case.number)
    await taps(chief, "Another kind")
    await chief.taps(OF_KIND[language][QUESTION])
    await taps(wang, "Done")
    assert {"en": "That button is from earlier", "zh": "早先的"}[language] in wang.toast
    assert (await case_of(ann)).outcome is None


# More time is for requests.


@LANGUAGES
async def test_a_head_is_offered_more_time_for_requests_only(town: Town, language: str) -> None:
    chief = await town.official(Role.HEAD, language, unit=ROADS)
    date = {"en": "Set a date", "zh": "定日期"}[language]
    ann, wang, case = await at_work(town, language, REQUEST)
    await chief.says(case.number)
    assert date in chief.buttons
    await taps(wang, "Another kind")
    await wang.taps(OF_KIND[language][SUGGESTION])
    before = await case_of(ann)
    await chief.says(case.number)
    assert date not in chief.buttons
    await chief.sends_data(f"c.set_date.{before.id}.{before.epoch}")
    assert {"en": "does not go with a matter of this kind", "zh": "这种事用不上这个"}[language] in chief.toast
    assert (await case_of(ann)).limit_at == before.limit_at


@LANGUAGES
async def test_late_the_head_of_a_question_can_reassign_or_take_it(town: Town, language: str) -> None:
    chief = await town.official(Role.HEAD, language, unit=ROADS)
    ann, _, case = await at_work(town, language, QUESTION)
    chief.chat.arrived.clear()
    await town.passes(days=17)
    assert chief.hears(
        {"en": f"{case.number} is .* late.*It is a question: no more time", "zh": "这是一个问题，不能延"}[language]
    )
    assert {"en": "Set a date", "zh": "定日期"}[language] not in chief.buttons
    assert ann.hears({"en": "late, and we are sorry", "zh": "晚了，对不住"}[language])


# Lists.


@LANGUAGES
async def test_lists_and_cards_name_the_kind_where_it_is_no_request(town: Town, language: str) -> None:
    chief = await town.official(Role.HEAD, language, unit=ROADS)
    _, wang, question = await at_work(town, language, QUESTION)
    _, request = await filed(town, language, REQUEST)
    await chief.says("/unit")
    (listed,) = [shown.text for shown in chief.chat.arrived if question.number in shown.text]
    lines = {line.partition(" ")[0]: line for line in listed.splitlines()}
    assert OF_KIND[language][QUESTION] in lines[question.number]
    assert OF_KIND[language][REQUEST] not in lines[request.number]
    await wang.says(question.number)
    assert wang.hears({"en": "It is a question", "zh": "这是一个问题"}[language])
    await town.passes(days=20)
    await chief.says("/overdue")
    assert chief.hears(f"{question.number}.*{OF_KIND[language][QUESTION]}")


@LANGUAGES
@pytest.mark.parametrize("kind", [QUESTION, SUGGESTION, REPORT])
async def test_every_text_to_a_resident_is_short_and_offers_little(
    town: Town, language: str, kind: PetitionKind
) -> None:
    ann, _, _ = await answered(town, language, kind)
    await town.passes(days=12)
    await ann.says("/my")
    for shown in ann.chat.messages:
        if not any(each.startswith("s.") for each in data_of(shown)):
            assert len(shown.text) < 300, shown.text
            assert len(shown.labels) <= 5, shown.labels
