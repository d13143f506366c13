"""Somebody may be in danger: the bot asks, people are rung, one takes it, and their words pass to and fro."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from casework.actions import alarms
from casework.alarms import Alarm, AlarmState
from casework.conversations import Conversation
from casework.danger import Danger
from casework.files import File, FileKind, FileState
from casework.notices import Notice
from casework.people import Post, Role
from casework.petitions import Case, Draft, Held
from casework.profile import Emergency, FollowUpTimes, Profile
from handlers import service
from handlers.messages import Enclosed, Priority
from handlers.notices import render
from tests.handlers.dialogue import COUNTY, HILL, RIVER, ROADS, Actor, Town
from tests.handlers.staff_scene import COMPLAINT, at_work

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
FLOOD = {
    "en": "Our house in Maple Village is flooded and my mother is trapped upstairs",
    "zh": "枫桥村我家里进水了，老人被困在屋里",
}
DESPAIR = {
    "en": "The road in Maple Village took everything from me, I want to kill myself",
    "zh": "枫桥村的路修了三年没修好，我真的不想活了",
}
FIRE = {"en": "Our kitchen is on fire", "zh": "我家里着火了"}
MORE = {"en": "The water still rises", "zh": "水还在涨"}
HARMLESS = {
    "en": [
        "The medicine that saves my mother's life is never there in Maple Village",
        "The ride at the fair in Maple Village is too dear for our children",
    ],
    "zh": ["这药是我妈的救命药，枫桥村卫生室总是缺", "游乐园的跳楼机票价太贵，枫桥村的孩子玩不起"],
}
ZH = {
    "Is anyone in danger": "有人有危险吗",
    "Get help": "帮我叫人",
    "Nobody is": "没有危险",
    "I want to talk to someone": "想有人陪我说说",
    "I'm all right": "我没事",
    "You're telling us": "您说的是",
    "We are ringing the Duty officer": "正在叫值班员",
    "We are ringing the Officer": "正在叫同志",
    "We can't reach anyone": "叫不到人",
    "Where are you": "您在哪儿",
    "someone is in danger, says a resident": "有人说：有危险",
    "in despair": "心里过不去",
    "asks for a person at once": "要我们马上叫人",
    "I'm on it": "我去",
    "I'll look": "我来看",
    "Ring the duty officer": "叫值班员",
    "Write to them": "写给他",
    "It's over": "办完了",
    "I can't": "我去不了",
    "is on it now": "接手了",
    "is here for you": "来陪您说",
    "is on it already": "已经去了",
    "is on it.": "在管",
    "Passed on to the Duty officer": "转给值班员了",
    "We are still ringing": "正在叫人",
    "Sent to the resident": "转给居民了",
    "How did it end": "最后怎么样了",
    "Noted, thank you": "记下了",
    "this is over for now": "告一段落了",
    "That's a relief": "那就放心了",
    "and it is on our mind": "我们不放心",
    "these words may mean danger": "这段话里可能有危险",
    'Tap "I\'m on it" first': "先点“我去”",
    "That alarm has ended": "这件已经过去了",
    "We are ringing already": "已经在叫人了",
    "Someone is in danger": "有人有危险",
    "First write what is wrong there": "请先写写那里出了什么事",
    "someone else may hold the phone": "别人拿着手机",
    "How does it stand": "怎么样了",
    "Send": "交上去",
    "From Duty officer:": "值班员发来的",
    "a relief": "放心",
}


def word(actor: Actor, english: str) -> str:
    """Return a label or a text as this person reads it."""
    return english if actor.language == "en" else ZH[english]


async def taps(actor: Actor, label: str) -> None:
    await actor.taps(word(actor, label))


async def duty(town: Town, language: str, area: int = RIVER, title: str = "值班员") -> Actor:
    """Somebody on duty over an area, whose chat is known."""
    return await town.official(Role.DUTY, language, area=area, title=title, title_en="Duty officer")


async def alarms_of(town: Town, actor: Actor) -> list[Alarm]:
    """What the chat of a resident has led to: the alarm that it knows."""
    async with town.store.turn(town.now) as uow:
        conversation = await uow.get(Conversation, f"{actor.address}|{actor.address}")
        assert conversation is not None
        return await uow.get_all(Alarm, [conversation.alarm_id] if conversation.alarm_id is not None else [])


async def in_danger(town: Town, language: str) -> Actor:
    """A resident who has written of a flood, and said yes."""
    ann = town.resident(language)
    await ann.says(FLOOD[language])
    await taps(ann, "Get help")
    return ann


# ----- The question -----


@LANGUAGES
async def test_the_question_comes_first_with_numbers_and_two_buttons_and_the_card_follows(
    town: Town, language: str
) -> None:
    ann = town.resident(language)
    await ann.says(FLOOD[language])
    question, card = ann.chat.arrived
    assert word(ann, "Is anyone in danger") in question.text
    assert all(number in question.text for number in ("110", "119", "120"))
    assert len(question.labels) == 2
    assert word(ann, "You're telling us") in card.text
    assert all(len(shown.text) < 300 for shown in ann.chat.arrived)


@LANGUAGES
async def test_despair_gets_a_kind_word_and_the_number_of_those_who_listen(town: Town, language: str) -> None:
    ann, officer = town.resident(language), await duty(town, language)
    await ann.says(DESPAIR[language])
    question = ann.chat.arrived[0]
    assert "12356" in question.text
    assert word(ann, "Is anyone in danger") not in question.text
    await taps(ann, "I want to talk to someone")
    assert officer.hears(word(officer, "in despair"))
    await taps(officer, "I'm on it")
    assert ann.hears(word(ann, "is here for you"))


@LANGUAGES
async def test_harmless_words_are_not_asked_about(town: Town, language: str) -> None:
    for words in HARMLESS[language]:
        ann = town.resident(language)
        await ann.says(words)
        assert ann.hears_nothing_of(word(ann, "Is anyone in danger"))
        assert await alarms_of(town, ann) == []


@LANGUAGES
async def test_after_no_the_same_is_not_asked_again_but_something_else_is(town: Town, language: str) -> None:
    ann, officer = town.resident(language), await duty(town, language)
    await ann.says(FLOOD[language])
    await taps(ann, "Nobody is")
    assert ann.hears(word(ann, "That's a relief"))
    assert word(ann, "Is anyone in danger") not in ann.chat.messages[0].text
    await ann.says(FIRE[language])
    assert ann.hears_nothing_of(word(ann, "Is anyone in danger"))
    await ann.says(DESPAIR[language])
    assert ann.hears("12356")
    await taps(ann, "I'm all right")
    await town.passes(hours=13)
    await ann.says(FIRE[language])
    assert ann.hears(word(ann, "Is anyone in danger"))
    assert officer.chat.messages == []


@LANGUAGES
async def test_it_is_asked_once_while_no_answer_has_come(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(FLOOD[language])
    await ann.says(FIRE[language])
    assert ann.hears_nothing_of(word(ann, "Is anyone in danger"))
    (alarm,) = await alarms_of(town, ann)
    assert alarm.state is AlarmState.ASKED


@LANGUAGES
async def test_an_edited_message_is_looked_at_too(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(COMPLAINT[language])
    await ann.edits(COMPLAINT[language], FLOOD[language])
    assert ann.hears(word(ann, "Is anyone in danger"))


@LANGUAGES
async def test_a_flood_of_drafts_waits_but_danger_does_not(town: Town, language: str) -> None:
    town.store.rules = replace(town.store.rules, profile=Profile(times=FollowUpTimes(drafts_a_day=1)))
    ann = town.resident(language)
    for words in (COMPLAINT[language], FLOOD[language]):
        await ann.says(words)
        if words == COMPLAINT[language]:
            await taps(ann, "Send")
    assert ann.hears(word(ann, "Is anyone in danger"))
    await ann.sends_data(next(b.data for s in ann.chat.arrived for r in s.buttons for b in r if ".new." in b.data))
    await taps(ann, "Send")
    newest = (await ann.cases())[0]
    assert newest.held is Held.MANY
    (alarm,) = await alarms_of(town, ann)
    assert (alarm.state, alarm.case_id) == (AlarmState.ASKED, newest.id)


@LANGUAGES
async def test_whatever_question_is_open_danger_is_heard(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(COMPLAINT[language])
    await ann.taps({"en": "Change", "zh": "改一改"}[language])
    await ann.says(FIRE[language])
    assert word(ann, "Is anyone in danger") in ann.chat.arrived[0].text
    (alarm,) = await alarms_of(town, ann)
    assert alarm.words == FIRE[language]


@LANGUAGES
async def test_what_staff_write_at_their_work_is_no_danger_of_theirs(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await wang.taps({"en": "Progress", "zh": "报进展"}[language])
    await wang.says(FLOOD[language])
    assert wang.hears_nothing_of(word(wang, "Is anyone in danger"))
    await wang.says("/cancel")
    card = next(shown for shown in wang.chat.messages if shown.case_id is not None)
    await wang.says(FLOOD[language], reply_to=card)
    assert wang.hears_nothing_of(word(wang, "Is anyone in danger"))
    await wang.says("/cancel")
    await wang.says(FLOOD[language])
    assert wang.hears(word(wang, "Is anyone in danger"))
    assert ann.chat.arrived == []


@LANGUAGES
async def test_words_to_a_running_case_are_looked_at_and_the_duty_officer_reads_them(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    officer = await duty(town, language)
    card = next(shown for shown in ann.chat.messages if shown.case_id == case.id)
    await ann.says(FIRE[language], reply_to=card)
    assert word(ann, "Is anyone in danger") in ann.chat.arrived[0].text
    assert ann.hears(case.number)
    assert wang.hears(FIRE[language])
    await taps(ann, "Get help")
    assert officer.hears(FIRE[language])
    assert officer.hears({"en": "Maple Village", "zh": "枫桥村"}[language])
    await taps(officer, "I'm on it")
    await taps(officer, "It's over")
    await officer.says("all safe")
    async with town.store.turn(town.now) as uow:
        events = await uow.events_of(case.id, public=False)
    assert [event.data for event in events if event.kind == "alarm_over"] == [{"words": "all safe"}]
    await wang.says(f"/case {case.number}")
    assert wang.hears("all safe")


@LANGUAGES
async def test_an_answer_to_the_officers_question_is_looked_at(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await wang.taps({"en": "Ask the resident", "zh": "问居民"}[language])
    await wang.says("?")
    await ann.says(FIRE[language])
    assert word(ann, "Is anyone in danger") in ann.chat.arrived[0].text
    (alarm,) = await alarms_of(town, ann)
    assert (alarm.case_id, alarm.words, alarm.area_id) == (case.id, FIRE[language], case.area_id)


# ----- Yes -----


@LANGUAGES
async def test_from_the_first_word_to_the_end(town: Town, language: str) -> None:
    officer, other = await duty(town, language), await duty(town, language)
    ann = await in_danger(town, language)
    assert ann.hears(word(ann, "We are ringing the Duty officer"))
    assert ann.hears_nothing_of(word(ann, "Where are you"))
    for one in (officer, other):
        assert one.hears(word(one, "someone is in danger, says a resident"))
        assert one.hears(FLOOD[language])
        assert one.hears({"en": "Maple Village", "zh": "枫桥村"}[language])
    await taps(officer, "I'm on it")
    assert ann.hears(word(ann, "is on it now"))
    assert other.hears(word(other, "is on it."))
    assert other.last.labels == []
    await ann.says(MORE[language])
    assert word(ann, "Passed on to the Duty officer") in ann.chat.arrived[0].text
    assert ann.hears(word(ann, "You're telling us"))
    assert officer.hears(MORE[language])
    assert not [shown for shown in other.chat.messages if MORE[language] in shown.text]
    await taps(officer, "Write to them")
    await officer.says("The boat is coming")
    assert ann.hears("The boat is coming")
    assert officer.hears(word(officer, "Sent to the resident"))
    await officer.says("Stay upstairs", reply_to=officer.chat.messages[0])
    assert ann.hears("Stay upstairs")
    await officer.sends_photo(reply_to=officer.chat.messages[0])
    assert ann.hears(word(ann, "From Duty officer:"))
    await ann.sends_photo(MORE[language])
    assert officer.hears({"en": "From the resident", "zh": "居民发来的"}[language])
    await taps(officer, "It's over")
    assert officer.hears(word(officer, "How did it end"))
    await officer.says("Both are at the school")
    assert officer.hears(word(officer, "Noted, thank you"))
    assert ann.hears(word(ann, "this is over for now"))
    assert ann.hears_nothing_of("at the school")
    await ann.says(MORE[language])
    assert ann.hears_nothing_of(word(ann, "Passed on to the Duty officer"))
    assert await alarms_of(town, ann) == []
    addresses = (ann.address.partition(":")[2], officer.address.partition(":")[2])
    for shown in (*ann.chat.messages, *officer.chat.messages):
        assert not any(address in shown.text for address in addresses)


@LANGUAGES
async def test_two_tap_and_one_wins(town: Town, language: str) -> None:
    officer, other = await duty(town, language), await duty(town, language)
    await in_danger(town, language)
    tap = next(button.data for row in other.last.buttons for button in row)
    await taps(officer, "I'm on it")
    await other.sends_data(tap)
    assert word(other, "is on it already") in other.toast
    assert {"en": "Duty officer", "zh": "值班员"}[language] in other.toast
    await other.says("On my way", reply_to=other.chat.messages[0])
    assert other.hears(word(other, 'Tap "I\'m on it" first'))


@LANGUAGES
async def test_who_can_t_go_gives_it_back_and_the_next_is_rung(town: Town, language: str) -> None:
    officer, other = await duty(town, language), await duty(town, language)
    ann = await in_danger(town, language)
    await taps(officer, "I'm on it")
    await taps(officer, "I can't")
    assert other.hears(word(other, "someone is in danger, says a resident"))
    assert ann.hears(word(ann, "We are ringing the Duty officer"))
    await taps(other, "I'm on it")
    assert ann.hears(word(ann, "is on it now"))


@LANGUAGES
async def test_a_vacant_post_rings_the_dispatcher_and_nobody_at_all_is_said_plainly(town: Town, language: str) -> None:
    ann = await in_danger(town, language)
    assert ann.hears(word(ann, "We can't reach anyone"))
    assert ann.hears("110")
    office = await town.official(Role.DISPATCHER, language, area=COUNTY)
    bob = await in_danger(town, language)
    assert bob.hears(word(bob, "We are ringing the Officer"))
    assert office.hears(FLOOD[language])


@LANGUAGES
async def test_whoever_writes_is_not_rung_for_it(town: Town, language: str) -> None:
    officer = await duty(town, language)
    await officer.says(FLOOD[language])
    await taps(officer, "Get help")
    assert officer.hears(word(officer, "We can't reach anyone"))
    assert officer.hears_nothing_of(word(officer, "someone is in danger, says a resident"))


@LANGUAGES
async def test_by_night_it_rings_at_once_before_all_else(town: Town, language: str) -> None:
    town.now = datetime(2026, 3, 7, 2, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
    officer = await duty(town, language)
    ann = town.resident(language)
    await ann.says(FLOOD[language])
    (alarm,) = await alarms_of(town, ann)
    async with town.store.turn(town.now) as uow:
        await alarms.confirm(uow, alarm.id, alarm.person_id)
        told = await service.tell(uow)
    assert {each.chat for each in told} == {officer.address, ann.address}
    assert all(not each.quiet and each.priority is Priority.ALARM and each.alarm_id == alarm.id for each in told)


@LANGUAGES
async def test_what_was_written_before_is_masked_and_what_is_sent_to_whoever_comes_is_not(
    town: Town, language: str
) -> None:
    officer, ann = await duty(town, language), town.resident(language)
    number = "13912345678"
    await ann.says(f"{FLOOD[language]} {number}")
    await taps(ann, "Get help")
    assert number not in officer.last.text
    await taps(officer, "I'm on it")
    await ann.says({"en": f"Call my brother: {number}", "zh": f"打给我哥：{number}"}[language])
    assert officer.hears(number)


@LANGUAGES
async def test_where_the_place_is_unknown_it_is_asked_and_passed_on(town: Town, language: str) -> None:
    county, near, far = await duty(town, language, COUNTY), await duty(town, language), await duty(town, language, HILL)
    ann = town.resident(language)
    await ann.says(FIRE[language])
    await taps(ann, "Get help")
    assert ann.hears(word(ann, "Where are you"))
    assert any(button.kind == "place" for shown in ann.chat.arrived for row in shown.buttons for button in row)
    assert near.chat.messages == []
    await ann.shares(27.01, 118.0)
    assert county.hears("27.01000, 118.00000")
    assert near.hears("27.01000, 118.00000")
    assert near.hears({"en": "Maple Village", "zh": "枫桥村"}[language])
    assert far.chat.messages == []


@LANGUAGES
async def test_a_place_in_words_rings_those_who_answer_for_it(town: Town, language: str) -> None:
    near, ann = await duty(town, language), town.resident(language)
    await ann.says(FIRE[language])
    await taps(ann, "Get help")
    assert ann.hears(word(ann, "We can't reach anyone"))
    await ann.says({"en": "Maple Village", "zh": "枫桥村"}[language])
    assert ann.hears(word(ann, "We are still ringing"))
    assert near.hears(FIRE[language])


@LANGUAGES
async def test_a_place_or_a_photo_is_no_answer(town: Town, language: str) -> None:
    officer, ann = await duty(town, language), town.resident(language)
    await ann.says(FLOOD[language])
    await ann.shares(27.01, 118.0)
    await ann.sends_photo()
    (alarm,) = await alarms_of(town, ann)
    assert (alarm.state, alarm.lat) == (AlarmState.ASKED, 27.01)
    assert officer.chat.messages == []
    await taps(ann, "Get help")
    assert officer.hears("27.01000, 118.00000")
    await ann.sends_photo(MORE[language])
    assert officer.hears(MORE[language])


@LANGUAGES
async def test_what_was_sent_before_reaches_whoever_takes_it(town: Town, language: str) -> None:
    officer, other, ann = await duty(town, language), await duty(town, language), town.resident(language)
    await ann.sends_photo(FLOOD[language])
    await taps(ann, "Get help")
    await taps(officer, "I'm on it")
    assert [shown.file is not None for shown in officer.chat.arrived].count(True) == 1
    assert not [shown for shown in other.chat.messages if shown.file is not None]


async def test_a_file_is_passed_on_as_it_was_sent(town: Town) -> None:
    officer = await duty(town, "en")
    ann = await in_danger(town, "en")
    (alarm,) = await alarms_of(town, ann)
    async with town.store.turn(town.now) as uow:
        file = File(uow.new_id(), alarm.person_id, FileKind.PHOTO, 1, town.now, "tg:abc", state=FileState.WANTED)
        uow.put(file)
        await alarms.heard(uow, alarm.id, alarm.person_id, files=(file.id,))
        (told,) = await service.tell(uow)
    assert (told.chat, told.file) == (officer.address, Enclosed(file.id, FileKind.PHOTO, source="tg:abc"))


# ----- No answer -----


@LANGUAGES
async def test_no_answer_stands_on_top_of_the_dispatchers_list_until_one_looks(town: Town, language: str) -> None:
    officer = await duty(town, language)
    office = await town.official(Role.DISPATCHER, language, area=COUNTY)
    near = await town.official(Role.DISPATCHER, language, area=RIVER)
    ann = town.resident(language)
    await ann.says(FLOOD[language])
    await town.passes(minutes=9)
    assert ann.hears(word(ann, "You're telling us"))
    await office.says("/waiting")
    assert office.hears({"en": "Nothing waits", "zh": "没有等着的"}[language])
    office.chat.messages.clear()
    await town.passes(minutes=1)
    assert ann.hears(word(ann, "and it is on our mind"))
    assert near.hears(word(near, "these words may mean danger"))
    assert office.chat.messages == []
    assert officer.chat.messages == []
    await office.says("/waiting")
    assert office.hears({"en": "may be danger, no answer", "zh": "可能有危险，没有回音"}[language])
    await office.taps({"en": "Maple Village", "zh": "枫桥村"}[language])
    assert office.hears(FLOOD[language])
    await taps(office, "I'll look")
    assert ann.hears(word(ann, "is on it now"))
    await near.says("/waiting")
    assert near.hears({"en": "Nothing waits", "zh": "没有等着的"}[language])
    await office.says("Is everybody out?", reply_to=office.chat.messages[-1])
    assert ann.hears("Is everybody out")


@LANGUAGES
async def test_a_dispatcher_can_have_the_duty_officer_rung(town: Town, language: str) -> None:
    officer, office = await duty(town, language), await town.official(Role.DISPATCHER, language, area=COUNTY)
    ann = town.resident(language)
    await ann.says(FLOOD[language])
    await town.passes(minutes=10)
    await taps(office, "Ring the duty officer")
    assert officer.hears(FLOOD[language])
    assert ann.hears(word(ann, "We are ringing the Duty officer"))


@LANGUAGES
async def test_an_answer_may_come_late(town: Town, language: str) -> None:
    officer, office = await duty(town, language), await town.official(Role.DISPATCHER, language, area=COUNTY)
    ann, bob = town.resident(language), town.resident(language)
    for one in (ann, bob):
        await one.says(FLOOD[language])
    await town.passes(minutes=11)
    await taps(bob, "Nobody is")
    assert office.hears({"en": "Nothing more to do", "zh": "不用再管"}[language])
    await office.says("/waiting")
    assert len(office.buttons) == 1
    await taps(ann, "Get help")
    assert officer.hears(FLOOD[language])


@LANGUAGES
async def test_until_it_is_taken_it_climbs_and_the_resident_hears_of_it(town: Town, language: str) -> None:
    officer, office = await duty(town, language), await town.official(Role.DISPATCHER, language, area=COUNTY)
    ann = await in_danger(town, language)
    await town.passes(minutes=5)
    assert office.hears(FLOOD[language])
    assert ann.hears({"en": "now we ring the Officer, too", "zh": "又叫了同志"}[language])
    await town.passes(minutes=20)
    assert len([shown for shown in officer.chat.messages if FLOOD[language] in shown.text]) == 4
    await taps(officer, "I'm on it")
    await town.passes(hours=2)
    assert officer.hears(word(officer, "How does it stand"))


# ----- By one's own wish -----


@LANGUAGES
async def test_sos_rings_at_once_and_its_words_are_kept(town: Town, language: str) -> None:
    officer, ann = await duty(town, language), town.resident(language)
    await ann.says(f"/sos {MORE[language]} {({'en': 'Maple Village', 'zh': '枫桥村'})[language]}")
    assert officer.hears(word(officer, "asks for a person at once"))
    assert officer.hears(MORE[language])
    assert ann.hears(word(ann, "We are ringing the Duty officer"))
    assert ann.hears(word(ann, "You're telling us"))
    await ann.says("/sos")
    assert ann.hears(word(ann, "We are ringing already"))
    assert len(officer.chat.messages) == 1
    await ann.says(f"/sos {FIRE[language]}")
    assert officer.hears(FIRE[language])
    await taps(ann, "Nobody is")
    assert officer.hears(word(officer, "someone else may hold the phone"))
    (alarm,) = await alarms_of(town, ann)
    assert alarm.state is AlarmState.RINGING


@LANGUAGES
async def test_what_is_written_after_sos_tells_the_place_and_becomes_a_draft(town: Town, language: str) -> None:
    county, near = await duty(town, language, COUNTY), await duty(town, language)
    ann = town.resident(language)
    await ann.says("/sos")
    assert ann.hears(word(ann, "Where are you"))
    assert near.chat.messages == []
    await ann.says(COMPLAINT[language])
    assert near.hears(COMPLAINT[language])
    assert county.hears(COMPLAINT[language])
    await taps(near, "I'm on it")
    await taps(ann, "Send")
    (case,) = await ann.cases()
    assert [alarm.case_id for alarm in await alarms_of(town, ann)] == [case.id]


@LANGUAGES
async def test_the_button_under_the_help_says_whom_to_call_before_it_rings(town: Town, language: str) -> None:
    officer, ann = await duty(town, language, COUNTY), town.resident(language)
    await ann.says("/start")
    assert word(ann, "Someone is in danger") in ann.buttons[0]
    await ann.says("/help")
    await taps(ann, "Someone is in danger")
    assert ann.hears("110")
    assert officer.chat.messages == []
    await taps(ann, "Get help")
    assert officer.hears(word(officer, "asks for a person at once"))
    assert ann.hears(word(ann, "Where are you"))
    await ann.shares(27.01, 118.0)
    assert ann.hears_nothing_of(word(ann, "First write what is wrong there"))
    assert officer.hears("27.01000")


@LANGUAGES
async def test_the_numbers_are_settings(town: Town, language: str) -> None:
    town.store.rules = replace(town.store.rules, profile=Profile(emergency=Emergency("911", "912", "913", "988")))
    ann = town.resident(language)
    await ann.says(FLOOD[language])
    assert all(number in ann.chat.arrived[0].text for number in ("911", "912", "913"))
    await ann.says(DESPAIR[language])
    assert "988" in ann.chat.arrived[0].text


# ----- Who must not know -----


@LANGUAGES
async def test_the_accused_is_not_rung(town: Town, language: str) -> None:
    """A draft that accuses the county's Roads Bureau: its own people are passed over, whatever posts they hold."""
    member, officer = await duty(town, language, COUNTY), await duty(town, language, COUNTY)
    near = await duty(town, language)
    person = await member.person()
    ann = town.resident(language)
    await ann.says(FLOOD[language])
    (alarm,) = await alarms_of(town, ann)
    async with town.store.turn(town.now) as uow:
        draft = await uow.get(Draft, alarm.draft_id or 0)
        assert draft is not None
        uow.put(replace(draft, accuses=True, accused=(ROADS,)))
        uow.put(Post(uow.new_id(), person.id, Role.CADRE, ROADS, None, "路政员", "Road officer"))
    await taps(ann, "Get help")
    assert officer.hears(FLOOD[language])
    for one in (member, near):
        assert one.chat.messages == []
        await one.sends_data(f"a.take.{alarm.id}")
        await one.sends_data(f"a.show.{alarm.id}")
        await one.says("/waiting")
        assert one.hears_nothing_of({"en": "Maple", "zh": "枫桥"}[language])
    await officer.says("/waiting")
    assert officer.hears({"en": "taken by nobody", "zh": "还没人接"}[language])


@LANGUAGES
async def test_in_groups_nothing_of_it_appears(town: Town, language: str) -> None:
    group = await town.group(ROADS, language)
    await duty(town, language)
    ann = town.resident(language)
    await ann.says(FLOOD[language], group=group)
    await ann.says("/sos", group=group)
    assert group not in town.chats or town.chats[group].messages == []
    await in_danger(town, language)
    await town.passes(hours=1)
    assert group not in town.chats or town.chats[group].messages == []


@LANGUAGES
async def test_forged_and_old_buttons_do_nothing(town: Town, language: str) -> None:
    officer, stranger = await duty(town, language), town.resident(language)
    ann = await in_danger(town, language)
    (alarm,) = await alarms_of(town, ann)
    for verb in ("yes", "no", "take", "show", "ring", "back", "write", "done"):
        await stranger.sends_data(f"a.{verb}.{alarm.id}")
        await stranger.sends_data(f"a.{verb}.999999")
        await stranger.sends_data(f"a.{verb}.x")
    assert (await alarms_of(town, ann)) == [alarm]
    await taps(officer, "I'm on it")
    await taps(officer, "It's over")
    await officer.says("all safe")
    for verb in ("take", "ring", "write", "done", "back"):
        await officer.sends_data(f"a.{verb}.{alarm.id}")
        assert officer.hears(word(officer, "That alarm has ended"))
    await ann.sends_data(f"a.yes.{alarm.id}")
    assert ann.hears(word(ann, "That alarm has ended"))


# ----- The dispatcher's list -----


@LANGUAGES
async def test_the_list_has_alarms_first_then_cases_that_are_held_and_nobody_elses(town: Town, language: str) -> None:
    office = await town.official(Role.DISPATCHER, language, area=COUNTY)
    elsewhere = await town.official(Role.DISPATCHER, language, area=HILL)
    ann = town.resident(language)
    await ann.says(COMPLAINT[language])
    await taps(ann, "Send")
    (case,) = await ann.cases()
    async with town.store.turn(town.now) as uow:
        assert await uow.get(Case, case.id) is not None
        uow.put(replace(case, unit_id=None, cadre_id=None, held=Held.MANY))
    await in_danger(town, language)
    await office.says("/waiting")
    first, second = office.chat.arrived
    assert {"en": "taken by nobody", "zh": "还没人接"}[language] in first.text
    assert case.number in second.text
    assert {"en": "many in one day", "zh": "一天里写了很多件"}[language] in second.text
    await elsewhere.says("/waiting")
    assert elsewhere.hears({"en": "Nothing waits", "zh": "没有等着的"}[language])
    await ann.says("/waiting")
    assert ann.hears({"en": "That is for staff", "zh": "这是给工作人员用的"}[language])


@LANGUAGES
async def test_menu_and_help_of_a_duty_officer(town: Town, language: str) -> None:
    for role in (Role.DUTY, Role.DISPATCHER):
        assert "waiting" in dict(service.menu(language, [role]))
    assert "sos" in dict(service.menu(language, []))
    officer = await duty(town, language)
    await officer.says("/help")
    assert officer.hears("/waiting")


@LANGUAGES
@pytest.mark.parametrize("danger", [Danger.DANGER, Danger.DESPAIR, None])
async def test_every_notice_has_short_words(town: Town, language: str, danger: Danger | None) -> None:
    officer = await duty(town, language)
    ann = await in_danger(town, language)
    (first,) = await alarms_of(town, ann)
    reader, resident = await officer.person(), await ann.person()
    args = {"person": "officer", "words": "yes", "lat": 27.0, "lon": 118.0, "file": 0}
    kinds = [kind for kind in service.RENDERERS if kind.startswith(("alarm_", "danger_"))]
    assert len(kinds) > 15
    for state in AlarmState:
        if state is AlarmState.ASKED:  # of a mere question nobody hears
            continue
        async with town.store.turn(town.now) as uow:
            known = await uow.get(Alarm, first.id)
            assert known is not None
            alarm = replace(known, state=state, epoch=known.epoch + 1, danger=danger, taken_by=reader.id, ending="safe")
            uow.put(alarm)
            for kind in kinds:
                person = resident if kind.startswith("danger_") else reader
                notice = Notice(kind, person_id=person.id, args=args, alarm_id=alarm.id)
                (told,) = await render(uow, [notice], service.RENDERERS)
                assert told.text
                assert "{" not in told.text
                limit = 300 if kind != "danger_again" else 400
                assert len(told.text) < limit, (kind, len(told.text))
