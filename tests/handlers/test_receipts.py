"""A written reply that the chat does not carry is handed over, and recorded; its author mends it at the last look."""

from casework.people import Role
from casework.petitions import Receipt, Support
from tests.handlers.dialogue import COUNTY, Town
from tests.handlers.test_outcome import LANGUAGES, answered
from tests.handlers.test_own_cases import at_work


@LANGUAGES
async def test_a_reply_to_who_blocked_us_goes_by_hand_and_a_clerk_records_it(town: Town, language: str) -> None:
    clerk = await town.official(Role.DISPATCHER, area=COUNTY)
    ann, _, case = await answered(town, language)
    await ann.blocks()
    assert clerk.hears(f"{case.number}.*答复还没到居民手里")
    await clerk.says(f"/case {case.number}")
    assert clerk.hears("答复没送到居民手里")
    await clerk.taps("答复送到了")
    await clerk.taps("当面交的")
    await clerk.says("她女儿")
    await clerk.says(town.now.date().isoformat())
    assert clerk.hears("记下了")
    (case,) = await ann.cases()
    assert case.reply is not None
    assert (case.reply.how, case.reply.to) == (Receipt.VISIT, "她女儿")
    await clerk.says(f"/case {case.number}")
    assert clerk.hears("答复送到了：当面交的，.*她女儿")
    assert "答复送到了" not in clerk.buttons
    assert clerk.hears("答复收到了（当面交的")


@LANGUAGES
async def test_opening_it_is_a_receipt(town: Town, language: str) -> None:
    ann, _, case = await answered(town, language)
    assert case.reply is not None
    assert case.reply.received_at is None
    await town.passes(hours=2)
    await ann.says(f"/case {case.number}")
    (case,) = await ann.cases()
    assert case.reply is not None
    assert (case.reply.received_at, case.reply.how) == (town.now, Receipt.OPENED)


@LANGUAGES
async def test_what_the_channel_has_delivered_counts_after_some_days(town: Town, language: str) -> None:
    ann, _, _ = await answered(town, language)
    await town.passes(days=3, minutes=1)
    (case,) = await ann.cases()
    assert case.reply is not None
    assert case.reply.how is Receipt.DELIVERED


@LANGUAGES
async def test_the_author_words_the_request_and_grants_it_in_part(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await wang.taps("写答复")
    await wang.taps("办好了")
    for words in ("路面下沉", "坑已填平", "手机拍不了照", "公路养护办法"):
        await wang.says(words)
    await wang.says("把路修平，并赔轮胎")
    assert wang.hears({"en": "You asked: 把路修平，并赔轮胎", "zh": "您要求：把路修平，并赔轮胎"}[language])
    await wang.taps("只支持一部分")
    assert wang.hears({"en": "granted in part", "zh": "部分支持"}[language])
    await wang.taps("发给居民")
    assert ann.hears({"en": "You asked: 把路修平，并赔轮胎", "zh": "您要求：把路修平，并赔轮胎"}[language])
    (case,) = await ann.cases()
    assert case.outcome is not None
    assert case.outcome.support is Support.PARTLY


@LANGUAGES
async def test_a_promise_is_reported_as_carried_out_with_few_questions(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await wang.taps("写答复")
    await wang.taps("答应")
    for words in ("料还没到", "月底铺好", "2026-03-20", "公路养护办法"):
        await wang.says(words)
    await wang.taps("发给居民")
    await town.passes(days=18)
    await wang.taps("兑现了")
    await wang.sends_photo("铺好了")
    await wang.taps("完")
    await wang.taps("发给居民")
    assert ann.hears({"en": "Done: 铺好了", "zh": "做了：铺好了"}[language])
    assert ann.hears({"en": "Was it done", "zh": "办好了吗"}[language])
    assert ann.shown_files
