"""A written reply, whoever does not accept it, the unit above that looks again, and what is final in the end."""

import pytest

from casework.actions import reviews
from casework.people import Role
from casework.petitions import Closing, Instance, State
from handlers import service
from handlers.notices import render
from tests.handlers.dialogue import COUNTY, GOVERNMENT, Actor, Town
from tests.handlers.test_outcome import LANGUAGES, answered
from tests.handlers.test_own_cases import HOLE, SEND, at_work

DISAGREE = {"en": "Done, but I disagree", "zh": "办了但我不服"}
REVIEW = {"en": "Ask for a review", "zh": "申请复查"}
ONCE_MORE = {"en": "Ask once more", "zh": "申请复核"}
ACCEPT = {"en": "I accept it", "zh": "我认"}
REJECT = {"en": "I don't accept it", "zh": "我不认"}
SKIP = {"en": "Skip", "zh": "跳过"}


async def contested(town: Town, language: str) -> tuple[Actor, Actor, Actor]:
    """A resident who does not accept the answer, its officer, and an officer of the government above."""
    above = await town.cadre(GOVERNMENT, "复查员", "Reviewer")
    ann, wang, _ = await answered(town, language)
    await ann.taps(DISAGREE[language])
    return ann, wang, above


async def decides(above: Actor, label: str, *words: str) -> None:
    """Have the reviewer write what is decided."""
    await above.taps("写答复")
    await above.taps(label)
    for each in words:
        await above.says(each)
    await above.taps("发给居民")


async def stands(ann: Actor) -> tuple[Instance, State, Closing | None]:
    (case,) = await ann.cases()
    return case.instance, case.state, case.closing


@LANGUAGES
async def test_one_tap_asks_for_a_review_and_the_unit_above_upholds(town: Town, language: str) -> None:
    ann, wang, above = await contested(town, language)
    assert ann.hears({"en": "tap here. Court", "zh": "点这里。打官司"}[language])
    assert ann.buttons == [REVIEW[language]]
    await ann.taps(REVIEW[language])
    assert ann.hears({"en": "in time. Egret County Government looks", "zh": "没过期。.*白鹭县政府再查"}[language])
    assert ann.hears({"en": "What is wrong with the answer", "zh": "答复哪里不对"}[language])
    assert wang.hears("居民申请再查一遍，现在归白鹭县政府")
    assert above.hears("复查。原来：白鹭县交通局，办好了")
    await ann.says({"en": "The hole is still there", "zh": "坑还在"}[language])
    assert above.hears({"en": "The hole is still there", "zh": "坑还在"}[language])
    await above.taps("我接")
    assert ann.hears({"en": "Reviewer of Egret County Government is on it", "zh": "白鹭县政府复查员来办"}[language])
    await above.taps("经过")
    assert above.hears("路面下沉"), "the whole answer of before can be read"
    await decides(above, "维持", "去看过了", "坑确已填平", "公路养护办法")
    assert ann.hears({"en": "the answer of before stands", "zh": "原来的答复不变"}[language])
    assert ann.last.labels[:2] == [ACCEPT[language], REJECT[language]]
    await ann.taps(ACCEPT[language])
    assert await stands(ann) == (Instance.REVIEW, State.CLOSED, Closing.ANSWERED)


@LANGUAGES
async def test_who_does_not_accept_the_review_may_ask_once_more_and_then_it_is_final(town: Town, language: str) -> None:
    ann, _, above = await contested(town, language)
    clerk = await town.official(Role.DISPATCHER, area=COUNTY)
    await ann.taps(REVIEW[language])
    await ann.taps(SKIP[language])
    await above.taps("我接")
    await decides(above, "维持", "去看过了", "坑确已填平", "公路养护办法")
    await ann.taps(REJECT[language])
    assert ann.hears({"en": "That is the last time here", "zh": "再查最后一遍"}[language])
    await ann.taps(ONCE_MORE[language])
    assert await stands(ann) == (Instance.REEXAMINATION, State.WAITING, None)
    await ann.taps(SKIP[language])
    assert clerk.hears("这里没有上一级单位")
    await clerk.taps("外面已决定")
    for words in ("市政府", "维持", "事实清楚"):
        await clerk.says(words)
    await clerk.says("没有文书")
    assert clerk.hears("这要有文书")
    await clerk.sends_document("复核意见书.pdf")
    await clerk.taps("完")
    await clerk.says(town.now.date().isoformat())
    assert ann.hears({"en": "By: 市政府", "zh": "作出决定的：市政府"}[language])
    assert ann.shown_files
    await ann.taps(REJECT[language])
    assert ann.hears({"en": "this answer is final", "zh": "这个答复是最后的"}[language])
    assert await stands(ann) == (Instance.REEXAMINATION, State.CLOSED, Closing.CONTESTED)
    await ann.says("/case")
    assert not {REVIEW[language], ONCE_MORE[language]} & set(ann.buttons)


@LANGUAGES
async def test_what_is_revoked_is_done_again_by_somebody_else(town: Town, language: str) -> None:
    ann, wang, above = await contested(town, language)
    li = await town.cadre(title="二号路政员", title_en="Second road officer")
    head = await town.official(Role.HEAD, unit=22, title="局长")
    await ann.taps(REVIEW[language])
    await ann.taps(SKIP[language])
    await above.taps("我接")
    await decides(above, "撤销", "坑没填", "要把坑填上", "公路养护办法")
    assert ann.hears({"en": "Somebody else does it again", "zh": "换人重新办"}[language])
    assert ann.hears("坑没填")
    assert head.hears("你们的答复撤销了")
    assert li.hears("重新办。原来：白鹭县政府，撤销")
    assert wang.hears_nothing_of("派给您")
    await li.taps("我接")
    assert await stands(ann) == (Instance.FIRST, State.WORKING, None)
    await li.taps("写答复")
    assert li.hears("办得怎样")


@LANGUAGES
async def test_what_is_changed_is_followed_until_the_resident_says_that_it_is_done(town: Town, language: str) -> None:
    ann, _, above = await contested(town, language)
    await ann.taps(REVIEW[language])
    await ann.taps(SKIP[language])
    await above.taps("我接")
    await decides(above, "变更", "坑填得不平", "重铺一遍", "2026-03-20", "公路养护办法")
    assert ann.hears({"en": "Carried out by Friday 20 March", "zh": "3月20日（周五）前落实"}[language])
    assert await stands(ann) == (Instance.REVIEW, State.PROMISED, None)
    await town.passes(days=18)
    assert above.hears("答应")
    await above.taps("兑现了")
    await above.says("重铺好了")
    await above.says("雨天拍不了")
    await above.taps("发给居民")
    assert ann.hears({"en": "Done: 重铺好了", "zh": "做了：重铺好了"}[language])
    await ann.taps({"en": "Done", "zh": "办好了"}[language])
    assert await stands(ann) == (Instance.REVIEW, State.CLOSED, Closing.SOLVED)


@LANGUAGES
async def test_a_promise_that_is_not_accepted_is_looked_at_above_and_kept_where_it_stands(
    town: Town, language: str
) -> None:
    above = await town.cadre(GOVERNMENT, "复查员", "Reviewer")
    ann, wang, _ = await at_work(town, language)
    await wang.taps("写答复")
    await wang.taps("答应")
    for words in ("料还没到", "月底铺好", "2026-03-20", "公路养护办法"):
        await wang.says(words)
    await wang.taps("发给居民")
    assert ann.hears({"en": "within 30 days of your reading", "zh": "看到这条起30天内"}[language])
    assert REVIEW[language] in ann.buttons
    await ann.says("/case")
    assert ann.hears({"en": "Not content with what is promised", "zh": "对答应的不满意"}[language])
    await ann.taps(REVIEW[language])
    assert ann.hears({"en": "in time. Egret County Government looks", "zh": "没过期。.*白鹭县政府再查"}[language])
    assert ann.hears({"en": "by Friday 20 March goes on all the same", "zh": "3月20日（周五）前办的事照办"}[language])
    assert wang.hears("居民申请再查一遍。答应3月20日（周五）前办的事照办")
    assert wang.hears("月底铺好")
    await ann.taps(SKIP[language])
    await ann.says("/case")
    assert ann.hears({"en": "goes on all the same", "zh": "照办，不停"}[language])
    await above.taps("我接")
    await wang.taps("办好了")
    await wang.says("铺好了")
    await wang.says("天黑，没拍")
    assert ann.hears({"en": "says that this is done", "zh": "说办好了"}[language])
    assert above.hears("答应的事，原单位说办好了：“铺好了”")
    await decides(above, "维持", "去看过了", "日子合适", "公路养护办法")
    assert ann.hears({"en": "the answer of before stands", "zh": "原来的答复不变"}[language])
    assert ann.hears({"en": "Carried out by Friday 20 March", "zh": "3月20日（周五）前落实"}[language])
    assert await stands(ann) == (Instance.REVIEW, State.PROMISED, None)


@LANGUAGES
async def test_a_review_that_another_one_asks_for_is_told_with_the_promise_that_goes_on(
    town: Town, language: str
) -> None:
    await town.cadre(GOVERNMENT, "复查员", "Reviewer")
    ann, wang, case = await at_work(town, language)
    await wang.taps("写答复")
    await wang.taps("答应")
    for words in ("料还没到", "月底铺好", "2026-03-20", "公路养护办法"):
        await wang.says(words)
    await wang.taps("发给居民")
    async with town.store.batch() as batch:
        uow = town.store.unit_of_work(batch, town.now, "web")
        await reviews.ask_review(uow, case.id, case.resident_id, None)
        outgoing = await render(uow, uow.notices, service.RENDERERS)
        batch.join()
    town.arrives(outgoing)
    goes_on = {"en": r"written answer by [^.]+\. What .* by Friday 20 March", "zh": "书面答复。答应3月20日"}
    assert ann.hears(goes_on[language])


@LANGUAGES
async def test_what_was_called_done_before_its_day_is_not_said_to_go_on(town: Town, language: str) -> None:
    """Its end is looked at then: there is no task by which anything goes on."""
    await town.cadre(GOVERNMENT, "复查员", "Reviewer")
    ann, wang, case = await at_work(town, language)
    await wang.taps("写答复")
    await wang.taps("答应")
    for words in ("料还没到", "月底铺好", "2026-03-20", "公路养护办法"):
        await wang.says(words)
    await wang.taps("发给居民")
    (promised,) = await ann.cases()
    await ann.sends_data(f"c.judge.{case.id}.{promised.epoch}.done")
    (closed,) = await ann.cases()
    assert (closed.state, closed.closing) == (State.CLOSED, Closing.SOLVED)
    await ann.sends_data(f"c.ask_review.{case.id}.{closed.epoch}")
    assert (await stands(ann))[0] is Instance.REVIEW
    assert ann.hears_nothing_of("goes on all the same|照办，不停")
    await ann.taps(SKIP[language])
    await ann.says("/case")
    assert ann.hears_nothing_of("goes on all the same|照办，不停")


@LANGUAGES
async def test_the_right_is_told_before_it_runs_out_with_the_tap_for_it(town: Town, language: str) -> None:
    ann, _, _ = await contested(town, language)
    await ann.says("/my")
    await town.passes(days=25)
    assert ann.hears({"en": "After that the answer is final", "zh": "过了这天，答复就定了"}[language])
    ann.chat.arrived.clear()
    await town.passes(days=4)
    assert REVIEW[language] in ann.buttons
    await ann.says("/case")
    assert ann.hears({"en": "if you ask by Wednesday 1 April", "zh": "4月1日（周三）前可以请"}[language])
    shown = next(shown for shown in ann.chat.messages if REVIEW[language] in shown.labels)
    await town.passes(days=3)
    await ann.sends_data(shown.buttons[0][0].data)
    assert ann.hears({"en": "It could be asked for until", "zh": "现在过了"}[language])


@LANGUAGES
async def test_lists_and_views_say_that_it_is_looked_at_again(town: Town, language: str) -> None:
    ann, _, above = await contested(town, language)
    await ann.taps(REVIEW[language])
    await ann.taps(SKIP[language])
    await ann.says("/my")
    assert ann.hears({"en": "Review: waiting for someone", "zh": "复查: 等人接手|复查：等人接手"}[language])
    await ann.says("/case")
    assert ann.hears({"en": "Review, by Egret County Government", "zh": "复查，由白鹭县政府来查"}[language])
    assert ann.hears({"en": "you asked to have it looked at again: Review", "zh": "您申请再查一遍：复查"}[language])
    await above.says("/cases")
    assert above.hears("复查")


# ----- What is final -----


async def final(town: Town, language: str) -> Actor:
    """A resident whose days for a review are over."""
    ann, _, _ = await contested(town, language)
    await town.passes(days=40)
    return ann


@LANGUAGES
async def test_the_same_again_shows_the_last_reply_and_something_new_is_filed(town: Town, language: str) -> None:
    ann = await final(town, language)
    await ann.says(HOLE[language])
    await ann.taps(SEND[language])
    assert ann.hears({"en": "The days to ask for a review are over", "zh": "申请复查的日子过了"}[language])
    assert ann.hears("坑已填平")
    assert len(await ann.cases()) == 1
    assert len(ann.last.labels) == 3
    await ann.taps({"en": "I have something new", "zh": "我有新情况"}[language])
    assert ann.hears({"en": "What is new since then", "zh": "有什么新情况"}[language])
    await ann.says({"en": "It has opened again, twice as wide", "zh": "又塌了，比原来大一倍"}[language])
    await ann.taps(SEND[language])
    new, old = sorted(await ann.cases(), key=lambda case: -case.id)
    assert ann.hears(new.number)
    assert old.cadre_id in new.aside, "who decided it stands aside"
    await ann.says(f"/case {new.number}")
    assert ann.hears(old.number)


@LANGUAGES
async def test_another_matter_is_sent_as_it_is(town: Town, language: str) -> None:
    ann = await final(town, language)
    await ann.says(HOLE[language])
    await ann.taps(SEND[language])
    await ann.taps({"en": "It's another matter", "zh": "这是另一件事"}[language])
    assert len(await ann.cases()) == 2


@LANGUAGES
async def test_what_is_not_alike_or_not_final_is_sent_at_once(town: Town, language: str) -> None:
    ann = await final(town, language)
    await ann.says({"en": "The tap water is brown since Monday", "zh": "自来水从周一起是黄的"}[language])
    await ann.taps(SEND[language])
    assert len(await ann.cases()) == 2


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_nobody_but_the_writer_is_shown_the_last_reply(town: Town, language: str) -> None:
    await final(town, language)
    bob = town.resident(language)
    await bob.says(HOLE[language])
    await bob.taps(SEND[language])
    assert len(await bob.cases()) == 1
