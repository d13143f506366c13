"""A clerk writes down calls, letters and visits: read back, a slip, and then somebody who passes on the news."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from casework.actions import absence, accepting, outcomes
from casework.people import Role
from casework.petitions import Case, Closing, Outcome, OutcomeKind, Petition, State, Way
from handlers import service
from tests.handlers.dialogue import COUNTY, HILL, ROADS, WATER, Actor, Town
from tests.handlers.staff_scene import leaves
from tests.storage.raw import every

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
PHONE = "13800138000"
NAME = {"en": "Old Wang", "zh": "老王"}
WORDS = {"en": "The road at Maple Village is full of holes", "zh": "枫桥村的公路上全是坑"}
MORE = {"en": "The school bus nearly fell in yesterday", "zh": "昨天校车差点掉进去"}
BRIBED = {
    "en": "The director of the Egret Roads Bureau is corrupt and takes bribes for the road at Maple Village",
    "zh": "白鹭县交通局局长收受贿赂，枫桥村修公路的工程都给了他亲戚",
}
SEVERAL = {
    "en": "1. The road at Maple Village has been full of holes for months and children fall.\n"
    "2. The tap water is brown each morning and nobody can drink it.\n"
    "3. The wages of the building site have not been paid to us since June.",
    "zh": "一、枫桥村的公路坑坑洼洼好几个月了，孩子老摔跤。\n"
    "二、自来水每天早上都是黄的，没法喝。\n"
    "三、工地上拖欠我们的工资，六月份到现在都没发。",
}
ZH = {
    "Call": "电话",
    "Letter": "来信",
    "Visit": "上门",
    "Skip": "跳过",
    "Read it back": "念给他听",
    "Read out, right": "听了，对",
    "The same, send": "一样，交上去",
    "Send each apart": "分开交上去",
    "Change": "改一改",
    "Accept": "我接",
    "Note their words": "记他的话",
    "They called": "他来话了",
    "Done": "办好了",
    "Not done": "没办",
    "Withdraw": "撤回",
    "Yes, withdraw": "撤回",
    "Same person, a new matter": "同一个人，另一件事",
    "Somebody else": "不是同一个人",
    "Enter for somebody": "替人记一件",
    "Throw it away": "不要了",
}


async def taps(actor: Actor, label: str) -> None:
    await actor.taps(label if actor.language == "en" else ZH[label])


async def begins(clerk: Actor, *, way: str = "Call", name: str = "", phone: str = "") -> None:
    """Answer who it is, up to the words."""
    await clerk.says("/enter")
    await taps(clerk, way)
    for answer in (name, phone):
        await (clerk.says(answer) if answer else taps(clerk, "Skip"))


async def enters(clerk: Actor, words: str, *, name: str = "", phone: str = "") -> str:
    """Write down a call, read it back, file it; return the slip."""
    await begins(clerk, name=name, phone=phone)
    await clerk.says(words)
    await taps(clerk, "Read it back")
    await taps(clerk, "Read out, right")
    return clerk.last.text


async def clerk_of(town: Town, language: str, unit: int = WATER) -> Actor:
    return await town.official(Role.CADRE, language, unit=unit, title="二号办事员", title_en="Second clerk")


async def entered(town: Town) -> list[Case]:
    """Return what was entered, newest first."""
    async with town.store.reading() as session:
        cases = [case for case in await every(session, [Case]) if case.clerk_id is not None]
    return sorted(cases, key=lambda case: -case.id)


async def petition_of(town: Town, case: Case) -> Petition:
    async with town.store.reading() as session:
        petitions: list[Petition] = await every(session, [Petition])
    return next(each for each in petitions if each.id == case.petition_id)


def code_on(slip: str) -> str:
    """Return the query code that stands in a message."""
    found = re.search(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", slip)
    assert found is not None, slip
    return found[0]


@LANGUAGES
async def test_a_call_is_written_down_read_back_filed_and_ends_in_a_slip(town: Town, language: str) -> None:
    clerk, wang = await clerk_of(town, language), await town.cadre(language=language)
    await clerk.says("/enter")
    assert len(clerk.buttons) == 4
    await taps(clerk, "Call")
    await clerk.says(NAME[language])
    await clerk.says("138 0013 8000")
    assert clerk.hears({"en": "Type what they say", "zh": "他说什么，您打什么"}[language])
    await clerk.says(WORDS[language])
    assert clerk.hears({"en": f"Written down for {NAME['en']}", "zh": "替老王记的"}[language])
    assert clerk.hears_nothing_of({"en": "as a resident", "zh": "作为居民"}[language])
    assert len(clerk.buttons) == 3
    await clerk.says(MORE[language])
    await taps(clerk, "Read it back")
    assert clerk.hears({"en": "Please read this out", "zh": "请念给他听"}[language])
    assert clerk.hears(WORDS[language])
    assert clerk.hears(MORE[language])
    assert await entered(town) == []
    await taps(clerk, "Read out, right")
    (case,) = await entered(town)
    slip = clerk.last.text
    for shown in (case.number, code_on(slip), {"en": "Egret Roads Bureau", "zh": "白鹭县交通局"}[language], "/case"):
        assert shown in slip
    assert len(slip) < 300
    petition = await petition_of(town, case)
    assert (petition.way, petition.name, petition.phone) == (Way.PHONE, NAME[language], PHONE)
    assert petition.text == f"{WORDS[language]}\n{MORE[language]}"
    assert wang.hears(case.number)
    assert wang.hears({"en": "noted by Second clerk", "zh": "二号办事员代记"}[language])
    for secret in (NAME[language], PHONE):
        assert wang.hears_nothing_of(secret)
    son = town.resident(language)
    await son.says(f"/case {code_on(slip)}")
    assert son.hears({"en": "once more", "zh": "再发一遍"}[language])
    await son.says(f"/case {code_on(slip)}")
    assert son.hears(case.number)


@LANGUAGES
async def test_what_has_changed_since_it_was_read_is_read_again(town: Town, language: str) -> None:
    clerk = await clerk_of(town, language)
    await begins(clerk)
    await clerk.says(WORDS[language])
    await taps(clerk, "Read it back")
    old = next(button.data for row in clerk.last.buttons for button in row if ".heard." in button.data)
    await clerk.says(MORE[language])
    await clerk.sends_data(old)
    assert clerk.hears({"en": "Please read this out", "zh": "请念给他听"}[language])
    assert await entered(town) == []
    await clerk.sends_data(old.replace("heard", "send").rsplit(".", 1)[0])
    assert clerk.hears({"en": "Please read it back first", "zh": "先念给他听"}[language])
    assert await entered(town) == []
    await taps(clerk, "Read out, right")
    assert len(await entered(town)) == 1


@LANGUAGES
async def test_danger_in_a_call_is_asked_of_the_clerk_who_hears_it(town: Town, language: str) -> None:
    duty = await town.official(Role.DUTY, language, area=COUNTY)
    clerk = await clerk_of(town, language)
    await begins(clerk, phone=PHONE)
    await clerk.says({"en": "My house at Maple Village is on fire, help", "zh": "枫桥村我家着火了，救命"}[language])
    assert clerk.hears("119")
    await clerk.taps({"en": "Get help", "zh": "帮我叫人"}[language])
    assert duty.chat.messages


@LANGUAGES
async def test_a_letter_is_held_against_what_was_typed(town: Town, language: str) -> None:
    clerk = await clerk_of(town, language)
    await begins(clerk, way="Letter", name=NAME[language])
    await clerk.says(WORDS[language])
    await taps(clerk, "Read it back")
    assert clerk.hears({"en": "against the letter", "zh": "对着信"}[language])
    await taps(clerk, "The same, send")
    (case,) = await entered(town)
    assert (await petition_of(town, case)).way is Way.LETTER


@LANGUAGES
async def test_a_photo_of_the_letter_goes_with_the_case(town: Town, language: str) -> None:
    clerk = await clerk_of(town, language)
    await begins(clerk, way="Letter")
    await clerk.sends_photo()
    await clerk.says(WORDS[language])
    await taps(clerk, "Read it back")
    assert clerk.hears(WORDS[language])
    await taps(clerk, "The same, send")
    (case,) = await entered(town)
    async with town.store.turn(town.now) as uow:
        (photo,) = await uow.files_of_case(case, public=True)
    assert photo.person_id == case.clerk_id


@LANGUAGES
async def test_several_matters_of_one_call_go_apart_on_one_slip(town: Town, language: str) -> None:
    clerk = await clerk_of(town, language)
    await begins(clerk, phone=PHONE)
    await clerk.says(SEVERAL[language])
    await taps(clerk, "Send each apart")
    assert clerk.hears({"en": "Please read this out", "zh": "请念给他听"}[language])
    await taps(clerk, "Read out, right")
    cases = await entered(town)
    assert len(cases) == 3
    assert {case.clerk_id for case in cases} == {(await clerk.person()).id}
    for case in cases:
        assert clerk.hears(case.label)


@LANGUAGES
async def test_what_is_asked_after_filing_is_answered_for_the_person_and_no_name_is_asked(
    town: Town, language: str
) -> None:
    clerk = await clerk_of(town, language)
    words = {
        "en": "The boss of the building site in Maple Village has not paid my wages since June",
        "zh": "枫桥村工地的老板拖欠我的工资，六月份到现在都没发",
    }
    await enters(clerk, words[language], name=NAME[language])
    await clerk.taps({"en": "All right", "zh": "好，问吧"}[language])
    asked = 0
    while clerk.buttons and any(button.data.startswith("s.") for row in clerk.last.buttons for button in row):
        asked += 1
        await (clerk.taps({"en": "Yes", "zh": "有"}[language]) if asked == 1 else taps(clerk, "Skip"))
        assert clerk.hears_nothing_of({"en": "may know your name|your name", "zh": "名字给谁"}[language])
    assert asked > 2
    (case,) = await entered(town)
    async with town.store.turn(town.now) as uow:
        told = [event for event in await uow.events_of(case.id, public=True) if event.kind == "detail"]
    assert {event.role for event in told} == {"clerk"}
    assert len(case.details) == len(told) == 1


@LANGUAGES
async def test_what_is_no_telephone_number_is_asked_for_again(town: Town, language: str) -> None:
    clerk = await clerk_of(town, language)
    await clerk.says("/enter")
    await taps(clerk, "Visit")
    await taps(clerk, "Skip")
    await clerk.says("?")
    assert clerk.hears({"en": "Digits only", "zh": "只打数字"}[language])
    await taps(clerk, "Skip")
    assert clerk.hears({"en": "Type what they say", "zh": "他说什么"}[language])


@LANGUAGES
async def test_only_staff_enter_and_help_offers_it_to_them(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says("/enter")
    assert ann.hears({"en": "for staff", "zh": "给工作人员用"}[language])
    await ann.says("/help")
    assert ann.hears_nothing_of("/enter")
    clerk = await clerk_of(town, language)
    await clerk.says("/help")
    assert clerk.hears("/enter")
    await taps(clerk, "Enter for somebody")
    assert clerk.hears({"en": "How did it come", "zh": "怎么来的"}[language])


@LANGUAGES
async def test_words_for_somebody_belong_to_no_case_of_the_clerks_own(town: Town, language: str) -> None:
    wang, clerk = await town.cadre(language=language), await clerk_of(town, language)
    await clerk.says(WORDS[language])
    await clerk.taps({"en": "Send", "zh": "交上去"}[language])
    await taps(wang, "Accept")
    await begins(clerk)
    (own,) = await clerk.cases()
    async with town.store.turn(town.now) as uow:
        case = await uow.get(Case, own.id)
        assert case is not None
        uow.put(replace(case, question="?", asked_at=town.now + timedelta(hours=1)))
    await clerk.says(MORE[language])
    assert clerk.hears({"en": "Noted: ", "zh": "记下了："}[language])


@LANGUAGES
async def test_the_clerk_never_works_the_case_and_sees_it_as_whoever_speaks_for_it(town: Town, language: str) -> None:
    clerk = await clerk_of(town, language, unit=ROADS)
    wang = await town.cadre(language=language)
    await enters(clerk, WORDS[language], name=NAME[language], phone=PHONE)
    (case,) = await entered(town)
    assert case.cadre_id == (await wang.person()).id
    await clerk.sends_data(f"c.accept.{case.id}.{case.epoch}")
    assert clerk.hears({"en": "That is for someone else", "zh": "要由别的同志来办"}[language])
    await clerk.says(f"/case {case.number}")
    see = {"en": "Show the name", "zh": "看姓名"}[language]
    labels = ({"en": "They called", "zh": "他来话了"}, {"en": "History", "zh": "经过"}, {"en": "More", "zh": "更多"})
    offered = [each[language] for each in labels]
    assert clerk.buttons == [see, *offered]
    await clerk.taps(see)
    await clerk.taps({"en": "To call back", "zh": "给居民回电话"}[language])
    assert clerk.hears(f"{NAME[language]} {PHONE}")


@LANGUAGES
async def test_what_the_person_is_told_goes_to_the_clerk_with_the_persons_buttons(town: Town, language: str) -> None:
    clerk, wang = await clerk_of(town, language), await town.cadre(language=language)
    await enters(clerk, WORDS[language], name=NAME[language], phone=PHONE)
    (case,) = await entered(town)
    await taps(wang, "Accept")
    tell = {"en": f"Please tell {NAME['en']} \\({PHONE}\\)", "zh": f"请转告{NAME['zh']}（{PHONE}）"}[language]
    assert clerk.hears(tell)
    assert clerk.hears_nothing_of({"en": "Just send it here", "zh": "直接发在这里"}[language])
    await wang.taps({"en": "Ask the resident", "zh": "问居民"}[language])
    await wang.says({"en": "How deep is it?", "zh": "有多深？"}[language])
    assert clerk.hears({"en": "How deep is it", "zh": "有多深"}[language])
    await taps(clerk, "Note their words")
    await clerk.says({"en": "Up to the knee", "zh": "到膝盖"}[language])
    assert clerk.hears({"en": f"Noted in {case.number}", "zh": f"记到 {case.number} 里了"}[language])
    assert wang.hears({"en": "Up to the knee", "zh": "到膝盖"}[language])
    await wang.says(f"/case {case.number}")
    assert wang.hears({"en": r"Up to the knee \(noted by Second clerk\)", "zh": "到膝盖（二号办事员代记）"}[language])


@LANGUAGES
async def test_a_reply_of_the_clerk_to_what_is_to_be_passed_on_is_the_persons_word(town: Town, language: str) -> None:
    clerk, wang = await clerk_of(town, language), await town.cadre(language=language)
    await enters(clerk, WORDS[language])
    await taps(wang, "Accept")
    await clerk.says(MORE[language], reply_to=clerk.last)
    assert wang.hears(MORE[language])
    assert await clerk.cases() == []


async def answered(town: Town, wang: Actor, case: Case) -> None:
    """Have the cadre answer the case in full."""
    by = (await wang.person()).id
    async with town.store.turn(town.now) as uow:
        await accepting.accept(uow, case.id, by, None)
    async with town.store.batch() as batch:
        uow = town.store.unit_of_work(batch, town.now)
        await outcomes.propose(uow, case.id, by, None, Outcome(OutcomeKind.DONE, "found", "filled", "rule"))
        outgoing = await service.tell(uow)
        batch.join()
    town._arrive([town.next_ref() for _ in outgoing], outgoing)


@LANGUAGES
async def test_the_persons_verdict_is_recorded_as_told_by_the_clerk(town: Town, language: str) -> None:
    clerk, wang = await clerk_of(town, language), await town.cadre(language=language)
    await enters(clerk, WORDS[language], phone=PHONE)
    (case,) = await entered(town)
    await answered(town, wang, case)
    assert clerk.hears({"en": "Was it done", "zh": "办好了吗"}[language])
    await taps(clerk, "Done")
    (case,) = await entered(town)
    assert case.closing is Closing.SOLVED
    assert clerk.hears({"en": "How many stars", "zh": "打几颗星"}[language])
    await clerk.taps("4⭐")
    await wang.says(f"/case {case.number}")
    said = {"en": r"the resident said: done \(noted by Second clerk\)", "zh": "居民说：办好了（二号办事员代记）"}[
        language
    ]
    assert wang.hears(said)


@LANGUAGES
async def test_not_done_goes_back_to_work_with_what_the_person_says(town: Town, language: str) -> None:
    clerk, wang = await clerk_of(town, language), await town.cadre(language=language)
    await enters(clerk, WORDS[language], phone=PHONE)
    (case,) = await entered(town)
    await answered(town, wang, case)
    await taps(clerk, "Not done")
    assert clerk.hears_nothing_of({"en": "Please tell", "zh": "请转告"}[language])
    await clerk.says(MORE[language])
    assert wang.hears(MORE[language])
    assert (await entered(town))[0].state is State.WORKING


@LANGUAGES
async def test_a_withdrawal_at_the_persons_word_asks_the_clerk_nothing(town: Town, language: str) -> None:
    clerk = await clerk_of(town, language)
    await enters(clerk, WORDS[language], phone=PHONE)
    (case,) = await entered(town)
    await clerk.says(f"/case {case.number}")
    await taps(clerk, "They called")
    assert clerk.hears({"en": "For the person", "zh": "替来人"}[language])
    await taps(clerk, "Withdraw")
    await taps(clerk, "Yes, withdraw")
    assert (await entered(town))[0].closing is Closing.WITHDRAWN
    assert clerk.hears({"en": "is withdrawn", "zh": "撤回了"}[language])
    assert clerk.hears_nothing_of({"en": "did anyone press", "zh": "逼您撤"}[language])


@LANGUAGES
async def test_where_the_clerk_has_left_the_intake_office_passes_on_and_answers(town: Town, language: str) -> None:
    clerk, wang = await clerk_of(town, language), await town.cadre(language=language)
    office = await town.official(Role.DISPATCHER, language, area=COUNTY)
    far = await town.official(Role.DISPATCHER, language, area=HILL)
    await enters(clerk, WORDS[language], name=NAME[language], phone=PHONE)
    (case,) = await entered(town)
    await leaves(town, clerk)
    clerk.chat.arrived.clear()
    await answered(town, wang, case)
    assert office.hears({"en": f"Please tell {NAME['en']} \\({PHONE}\\)", "zh": f"请转告老王（{PHONE}）"}[language])
    assert clerk.chat.arrived == far.chat.messages == []
    await clerk.sends_data(f"c.judge.{case.id}.2.done")
    assert (await entered(town))[0].state is State.PROPOSED
    await taps(office, "Done")
    assert (await entered(town))[0].closing is Closing.SOLVED


@LANGUAGES
async def test_where_only_those_above_are_left_they_can_open_the_case_and_no_more(town: Town, language: str) -> None:
    clerk, wang = await clerk_of(town, language), await town.cadre(language=language)
    watch = await town.official(Role.SUPERVISOR, language, area=COUNTY)
    await enters(clerk, WORDS[language], name=NAME[language], phone=PHONE)
    (case,) = await entered(town)
    person = await clerk.person()
    async with town.store.turn(town.now) as uow:
        await absence.away(uow, person.id, town.now + timedelta(days=9))
    await answered(town, wang, case)
    assert watch.hears({"en": r"the person \(phone ends in 00\)", "zh": "来人（电话尾号00）"}[language])
    assert watch.hears_nothing_of(PHONE)
    assert watch.hears_nothing_of(NAME[language])
    handed = {"en": "Answer handed over", "zh": "答复送到了"}
    assert watch.buttons == [handed[language], {"en": "Show it", "zh": "看一看"}[language]]


@LANGUAGES
async def test_nobody_is_forgotten_status_and_reminders_reach_the_clerk(town: Town, language: str) -> None:
    clerk, wang = await clerk_of(town, language), await town.cadre(language=language)
    await enters(clerk, WORDS[language], phone=PHONE)
    await enters(clerk, MORE[language])
    first, second = sorted(await entered(town), key=lambda case: case.id)
    clerk.chat.messages.clear()
    await town.passes(days=16)
    told = "\n".join(shown.text for shown in clerk.chat.messages)
    for case in (first, second):
        assert case.number in told
    assert {"en": "please pass it on", "zh": "请转告"}[language].casefold() in told.casefold()
    await answered(town, wang, (await entered(town))[1])
    await clerk.taps({"en": "Answer handed over", "zh": "答复送到了"}[language])
    await clerk.taps({"en": "Read out by phone", "zh": "电话里念了"}[language])
    await clerk.says("himself")
    await clerk.says(town.now.date().isoformat())
    clerk.chat.messages.clear()
    await town.passes(days=8)
    told = "\n".join(shown.text for shown in clerk.chat.messages)
    assert {"en": "you have the last word", "zh": "等您一句话"}[language] in told
    assert {"en": "set aside", "zh": "先放一放"}[language] in told
    assert (await entered(town))[1].closing is Closing.NO_ANSWER


@LANGUAGES
async def test_an_accusation_of_the_clerks_own_unit_is_taken_and_then_out_of_sight(town: Town, language: str) -> None:
    clerk, head = await clerk_of(town, language, unit=ROADS), await town.official(Role.HEAD, unit=ROADS)
    office = await town.official(Role.DISPATCHER, language, area=COUNTY)
    await begins(clerk, name=NAME[language], phone=PHONE)
    await clerk.says(BRIBED[language])
    await taps(clerk, "Read it back")
    assert clerk.hears({"en": "kept from them", "zh": "不让他们知道"}[language])
    await taps(clerk, "Read out, right")
    slip = clerk.last.text
    assert clerk.hears({"en": "It speaks of your own unit", "zh": "说到您的单位"}[language])
    (case,) = await entered(town)
    assert case.shielded
    assert office.hears(case.number)
    assert head.chat.messages == []
    for attempt in (case.number, f"/enter {case.number}", f"/case {code_on(slip)}"):
        await clerk.says(attempt)
        assert clerk.hears_nothing_of(case.number)
    for verb in ("show", "speak", "says", "withdraw_yes", "history"):
        await clerk.sends_data(f"c.{verb}.{case.id}.{case.epoch}")
        assert clerk.hears_nothing_of(case.summary)
    await begins(clerk, phone=PHONE)
    assert clerk.hears({"en": "Type what they say", "zh": "他说什么"}[language])
    await town.passes(days=15)
    assert office.hears({"en": "please pass it on", "zh": "请转告"}[language])
    assert clerk.hears_nothing_of(case.number)


@LANGUAGES
async def test_whoever_calls_again_is_known_by_the_number_and_asked_which_matter_it_is(
    town: Town, language: str
) -> None:
    clerk, wang = await clerk_of(town, language), await town.cadre(language=language)
    await enters(clerk, WORDS[language], name=NAME[language], phone=PHONE)
    (case,) = await entered(town)
    await taps(wang, "Accept")
    await begins(clerk, phone="138-0013-8000")
    assert clerk.hears({"en": "Is it the same person", "zh": "是同一个人吗"}[language])
    await clerk.taps(case.number)
    assert clerk.hears(NAME[language])
    await taps(clerk, "Note their words")
    await clerk.says(MORE[language])
    assert wang.hears(MORE[language])
    assert len(await entered(town)) == 1
    await begins(clerk, phone=PHONE)
    await taps(clerk, "Same person, a new matter")
    await clerk.says({"en": "The tap water is brown", "zh": "自来水是黄的"}[language])
    await taps(clerk, "Read it back")
    await taps(clerk, "Read out, right")
    again = (await entered(town))[0]
    assert again.resident_id == case.resident_id
    assert (await petition_of(town, again)).name == NAME[language]
    await begins(clerk, phone=PHONE)
    await taps(clerk, "Somebody else")
    await clerk.says({"en": "The lamp is dark", "zh": "路灯不亮"}[language])
    await taps(clerk, "Read it back")
    await taps(clerk, "Read out, right")
    assert (await entered(town))[0].resident_id != case.resident_id


@LANGUAGES
async def test_the_old_number_leads_to_the_matter_for_those_who_may_speak_for_it(town: Town, language: str) -> None:
    clerk, wang = await clerk_of(town, language), await town.cadre(language=language)
    other = await clerk_of(town, language)
    await enters(clerk, WORDS[language], phone=PHONE)
    (case,) = await entered(town)
    await clerk.says(f"/enter {case.number}")
    await taps(clerk, "Call")
    await clerk.taps(case.number)
    assert clerk.hears({"en": "This is what they should know", "zh": "他该知道的是"}[language])
    for stranger in (wang, other):
        await stranger.says(f"/enter {case.number}")
        assert stranger.hears({"en": "I can't find that", "zh": "没找到"}[language])
        await begins(stranger, phone=PHONE)
        assert stranger.hears({"en": "Type what they say", "zh": "他说什么"}[language])
