"""From the first words to a number: the card, the place, pieces, edits, and what can go wrong on the way."""

from dataclasses import replace

import pytest

from casework.areas import Area
from casework.petitions import Draft, Held
from casework.profile import FollowUpTimes, Profile
from storage.codec import Codec
from tests.handlers.dialogue import AREAS, Actor, Shown, Town

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
SEND = {"en": "Send", "zh": "交上去"}
CHANGE = {"en": "Change", "zh": "改一改"}
DONT = {"en": "Don't send", "zh": "不交了"}
WITH_PLACE = {
    "en": "The road at Maple Village has a deep hole and a child fell",
    "zh": "枫桥村的公路上有个大坑，孩子摔了",
}
NO_PLACE = {"en": "The road is full of holes", "zh": "公路上全是坑"}


@LANGUAGES
async def test_with_a_place_in_the_words_two_actions_file_a_petition(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(WITH_PLACE[language])
    assert len(ann.chat.arrived) == 1
    card = {"en": "You're telling us: .*About: Roads.*Place: Maple Village", "zh": "您说的是：.*道路.*枫桥村"}
    assert ann.hears(card[language])
    assert len(ann.last.text) < 300
    assert ann.buttons[:2] == [SEND[language], CHANGE[language]]
    assert len(ann.buttons) == 3
    await ann.taps(SEND[language])
    assert ann.hears(
        {"en": r"can't get lost. Your number: 2603\d\d-", "zh": r"收到了，不会丢。号码 2603\d\d-"}[language]
    )
    promise = {"en": "Egret Roads Bureau .* by Tuesday 17 March", "zh": "3月17日（周二）前，白鹭县交通局会"}
    assert ann.hears(promise[language])
    assert ann.hears({"en": "query code: [0-9A-Z]{4}-", "zh": "查询码：[0-9A-Z]{4}-"}[language])
    assert len(await ann.cases()) == 1


@LANGUAGES
async def test_without_a_place_the_card_asks_and_the_typed_answer_is_the_place(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(NO_PLACE[language])
    assert ann.hears({"en": "Where is it\\?", "zh": "在哪儿？"}[language])
    assert SEND[language] in ann.buttons
    await ann.says({"en": "Maple Village", "zh": "枫桥"}[language])
    assert ann.hears({"en": "Place: Maple Village", "zh": "地点：.*枫桥村"}[language])
    await ann.taps(SEND[language])
    (case,) = await ann.cases()
    assert case.area_id == 11
    assert NO_PLACE[language] == case.summary


@LANGUAGES
async def test_a_missing_place_never_blocks(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(NO_PLACE[language])
    await ann.taps(SEND[language])
    assert ann.hears({"en": "Your number", "zh": "号码"}[language])


@LANGUAGES
async def test_places_of_one_name_are_offered_and_one_tap_chooses(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(NO_PLACE[language])
    await ann.says({"en": "Newpond Village", "zh": "新塘村"}[language])
    assert ann.hears({"en": "Which one do you mean", "zh": "是哪一个"}[language])
    assert len(ann.last.labels) == 2
    await ann.taps({"en": "Newpond Village, Pine Township", "zh": "松岗乡新塘村"}[language])
    assert ann.hears({"en": "Place: Newpond Village, Pine Township", "zh": "地点：松岗乡新塘村"}[language])
    await ann.taps(SEND[language])
    assert (await ann.cases())[0].area_id == 13


@LANGUAGES
async def test_a_name_that_two_places_share_is_offered_at_once(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says({"en": "The road at Newpond Village is broken", "zh": "新塘村的公路坏了"}[language])
    assert ann.hears({"en": "Where is it\\?", "zh": "在哪儿"}[language])
    assert SEND[language] in ann.buttons
    assert len(ann.last.labels) == 2
    await ann.taps({"en": "Newpond Village, Willow Town", "zh": "柳河镇新塘村"}[language])
    await ann.taps(SEND[language])
    assert (await ann.cases())[0].area_id == 12


TWO_PLACES = {"en": "The road at Newpond Village is broken", "zh": "新塘村的公路坏了"}
WILLOW = {"en": "Newpond Village, Willow Town", "zh": "柳河镇新塘村"}


def place_question(ann: Actor) -> Shown:
    """Return the newest message of those that ask, or asked, which place is meant."""
    return [shown for shown in ann.chat.messages if shown.card.startswith("place:")][-1]


@LANGUAGES
async def test_which_place_is_asked_no_more_once_it_is_sent(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(TWO_PLACES[language])
    old = place_question(ann).buttons[0][0].data
    await ann.taps(SEND[language])
    assert place_question(ann).labels == []
    assert ann.hears({"en": "goes on all the same.*just write it here", "zh": "照样办.*写在这里"}[language])
    (case,) = await ann.cases()
    await ann.sends_data(old)
    assert ann.hears({"en": "already sent", "zh": "已经交上去了"}[language] + f".*{case.number}")
    await ann.says({"en": "the one in Willow Town", "zh": "柳河镇的那个"}[language])
    await ann.taps({"en": "Add to", "zh": "加到"}[language])
    assert ann.hears(case.number)


@LANGUAGES
@pytest.mark.parametrize("by", ["tap", "words", "point", "change"])
async def test_which_place_is_asked_no_more_once_it_is_known(town: Town, language: str, by: str) -> None:
    ann = town.resident(language)
    await ann.says(TWO_PLACES[language])
    old = place_question(ann).buttons[1][0].data
    if by == "tap":
        await ann.taps(WILLOW[language])
    elif by == "words":
        await ann.says(WILLOW[language])
    elif by == "point":
        await ann.shares(27.02, 118.0)
    else:
        await ann.taps(CHANGE[language])
        await ann.taps({"en": "The place", "zh": "改地点"}[language])
        await ann.says(WILLOW[language])
    assert place_question(ann).labels == []
    assert {"en": "Noted: Newpond Village, Willow Town", "zh": "记下了：柳河镇新塘村"}[language] in place_question(
        ann
    ).text
    await ann.sends_data(old)
    assert ann.hears({"en": "your words are kept", "zh": "您的话还在"}[language])
    await ann.taps(SEND[language])
    assert (await ann.cases())[0].area_id == 12
    assert {"en": "Noted", "zh": "记下了"}[language] in place_question(ann).text


@LANGUAGES
async def test_which_place_is_asked_no_more_of_what_is_thrown_away(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(TWO_PLACES[language])
    await ann.taps(CHANGE[language])
    await ann.taps(DONT[language])
    assert place_question(ann).labels == []
    assert {"en": "No need to choose", "zh": "不用再选"}[language] in place_question(ann).text


@LANGUAGES
async def test_an_old_button_of_what_was_added_to_a_case_says_that_it_is_not_lost(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(WITH_PLACE[language])
    await ann.taps(SEND[language])
    await ann.says(TWO_PLACES[language])
    new = next(b.data for row in ann.last.buttons for b in row if b.data.startswith("d.new."))
    await ann.taps({"en": "Add to", "zh": "加到"}[language])
    assert not any(shown.card.startswith("place:") for shown in ann.chat.messages), "what was not asked is not closed"
    await ann.sends_data(new)
    assert ann.hears({"en": "nothing is lost", "zh": "没丢"}[language])


async def test_a_slip_in_the_name_is_offered_as_what_was_meant(town: Town) -> None:
    ann = town.resident("zh")
    await ann.says(NO_PLACE["zh"])
    await ann.says("云局村")
    assert "松岗乡云居村" in ann.buttons


@LANGUAGES
async def test_a_shared_place_is_the_place(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(NO_PLACE[language])
    assert len(ann.chat.arrived) == 1
    assert ann.last.buttons[-1][0].kind == "place"
    await ann.shares(27.0101, 118.0)
    assert ann.hears({"en": "Place: Maple Village", "zh": "地点：.*枫桥村"}[language])
    await ann.taps(SEND[language])
    assert (await ann.cases())[0].area_id == 11


@LANGUAGES
async def test_a_place_far_away_is_answered(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(NO_PLACE[language])
    await ann.shares(60.0, 10.0)
    assert ann.hears({"en": "too far away", "zh": "离得太远"}[language])
    await ann.taps(SEND[language])
    assert ann.hears({"en": "Your number", "zh": "号码"}[language])


async def test_more_words_are_added_and_the_newest_card_counts(town: Town) -> None:
    ann = town.resident("en")
    await ann.says(WITH_PLACE["en"])
    first = ann.last
    await ann.says("It has been like this since the flood in January.")
    assert ann.last.card == first.card
    await ann.taps("Send")
    (case,) = await ann.cases()
    assert case.summary.startswith("The road at Maple")
    await ann.sends_data(first.buttons[0][0].data)
    assert ann.hears(f"already sent. Your number: {case.number}")
    assert len(await ann.cases()) == 1


async def test_a_long_text_sent_in_pieces_is_one_complaint(town: Town) -> None:
    ann = town.resident("en")
    whole = ("The road at Maple Village is broken and nobody comes to mend it. " * 130)[:8000]
    await ann.says(whole[:4096])
    await ann.says(whole[4096:])
    await ann.taps("Send")
    (petition,) = await ann.petitions()
    assert petition.text == whole.strip()


@LANGUAGES
async def test_what_is_too_long_is_kept_up_to_the_measure_and_said(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says({"en": "the road ", "zh": "公路坏了"}[language] * 6000)
    assert ann.hears("20000")
    assert len(ann.last.text) < 500
    await ann.says({"en": "and more", "zh": "还有"}[language])
    assert ann.hears("20000")


@LANGUAGES
async def test_an_edited_message_replaces_its_own_words(town: Town, language: str) -> None:
    ann = town.resident(language)
    first, second = {"en": ("One is wrong", "The lamp is dark"), "zh": ("第一句话说错", "路灯不亮了")}[language]
    await ann.says(first)
    await ann.says(second)
    await ann.edits(first, WITH_PLACE[language])
    assert ann.hears({"en": "Place: Maple Village", "zh": "枫桥村"}[language])
    await ann.edits(second, {"en": "The bridge is down", "zh": "桥断了"}[language])
    await ann.taps(SEND[language])
    (petition,) = await ann.petitions()
    assert petition.text == WITH_PLACE[language] + "\n" + {"en": "The bridge is down", "zh": "桥断了"}[language]


@LANGUAGES
async def test_an_edit_after_sending_is_added_as_a_correction(town: Town, language: str) -> None:
    ann = town.resident(language)
    officer = await town.cadre()
    await ann.says(WITH_PLACE[language])
    await ann.taps(SEND[language])
    await ann.edits(WITH_PLACE[language], {"en": "Two children fell", "zh": "摔了两个孩子"}[language])
    assert ann.hears({"en": "Your correction is with", "zh": "更正加到"}[language])
    assert officer.chat.messages[-1].text.find({"en": "Two children", "zh": "两个孩子"}[language]) >= 0


@LANGUAGES
async def test_an_edit_of_something_else_is_answered(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says("/help")
    await ann.edits("/help", WITH_PLACE[language])
    assert ann.hears({"en": "changed an earlier message", "zh": "改了前面的一条"}[language])


@LANGUAGES
async def test_an_edit_while_a_question_is_open_answers_nothing(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(WITH_PLACE[language])
    await ann.taps(CHANGE[language])
    await ann.taps({"en": "The words", "zh": "改话"}[language])
    await ann.edits(WITH_PLACE[language], {"en": "An edit", "zh": "改过的"}[language])
    assert ann.hears({"en": "changed an earlier message", "zh": "改了前面的一条"}[language])
    await ann.says({"en": "The bridge at Maple Village is down", "zh": "枫桥村的桥断了"}[language])
    assert ann.hears({"en": "You're telling us: The bridge", "zh": "您说的是：枫桥村的桥断了"}[language])


@LANGUAGES
async def test_a_sticker_is_refused_kindly_and_words_with_it_taken(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.sends_sticker()
    assert ann.hears({"en": "That kind of message I can't read", "zh": "这种消息我看不懂"}[language])
    await ann.sends_sticker(WITH_PLACE[language])
    assert ann.hears({"en": "taken the words", "zh": "文字我收下了"}[language])
    assert ann.hears({"en": "Place: Maple Village", "zh": "枫桥村"}[language])


@LANGUAGES
@pytest.mark.parametrize("nothing", ["", "   ", "\u200b\u202e", "\n\n"])
async def test_a_message_without_words_is_answered(town: Town, language: str, nothing: str) -> None:
    ann = town.resident(language)
    await ann.says(nothing)
    assert ann.hears({"en": "no words", "zh": "没看到字"}[language])


async def test_what_could_dress_up_a_text_is_taken_off_and_the_words_stay(town: Town) -> None:
    ann = town.resident("en")
    await ann.says("The road \u202eat Maple\u200b Village <b>*is*</b> { $broken } [x](http://y) ْعربي 👨‍👩‍👧")
    assert "\u202e" not in ann.last.text
    assert "\u200b" not in ann.last.text
    assert ann.hears(r"<b>\*is\*</b> \{ \$broken \} \[x\]\(http://y\)")
    assert "👨‍👩‍👧" in ann.last.text


@LANGUAGES
async def test_thanks_and_a_greeting_are_no_complaint(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says({"en": "Hello!", "zh": "您好！"}[language])
    assert ann.hears({"en": "Hello! What is wrong", "zh": "您好！有什么事"}[language])
    await ann.says({"en": "thank you", "zh": "谢谢"}[language])
    assert ann.hears({"en": "welcome", "zh": "不客气"}[language])
    assert ann.last.labels == []


@LANGUAGES
async def test_change_leads_to_the_words_the_category_or_the_place(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(WITH_PLACE[language])
    await ann.taps(CHANGE[language])
    assert len(ann.buttons) == 6
    await ann.taps({"en": "The words", "zh": "改话"}[language])
    await ann.says({"en": "The bus no longer comes to Maple Village", "zh": "枫桥村不通公交车了"}[language])
    assert ann.hears({"en": "The bus no longer comes", "zh": "不通公交车"}[language])
    await ann.taps(CHANGE[language])
    await ann.taps({"en": "The subject", "zh": "改类别"}[language])
    await ann.taps({"en": "Water, power, lighting", "zh": "水电路灯"}[language])
    assert ann.hears({"en": "About: Water, power", "zh": "类别：水电"}[language])
    await ann.taps(CHANGE[language])
    await ann.taps({"en": "The place", "zh": "改地点"}[language])
    await ann.says({"en": "Cloudrest Village", "zh": "云居村"}[language])
    assert ann.hears({"en": "Place: Cloudrest Village", "zh": "地点：松岗乡云居村"}[language])
    await ann.taps(SEND[language])
    (case,) = await ann.cases()
    assert (case.category, case.area_id) == ("utilities", 14)


@LANGUAGES
async def test_a_changed_place_can_be_shared_or_stay_in_the_residents_words(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(WITH_PLACE[language])
    await ann.taps(CHANGE[language])
    await ann.taps({"en": "The place", "zh": "改地点"}[language])
    await ann.sends_sticker()
    assert ann.hears({"en": "type the name of the place", "zh": "请打地名"}[language])
    await ann.shares(27.25, 118.2)
    assert ann.hears({"en": "Place: Cloudrest", "zh": "云居村"}[language])
    await ann.taps(CHANGE[language])
    await ann.taps({"en": "The place", "zh": "改地点"}[language])
    await ann.says({"en": "behind the old mill", "zh": "老磨坊后头"}[language])
    assert ann.hears({"en": "Place: behind the old mill", "zh": "地点：老磨坊后头"}[language])


@LANGUAGES
async def test_dont_send_throws_it_away_and_old_buttons_say_so(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(WITH_PLACE[language])
    card = ann.last
    await ann.taps(CHANGE[language])
    await ann.taps(DONT[language])
    assert ann.hears({"en": "Not sent", "zh": "没交"}[language])
    for row in card.buttons:
        for button in row:
            await ann.sends_data(button.data)
            assert ann.hears({"en": "thrown away already", "zh": "已经不要了"}[language])
    assert await ann.cases() == []


@LANGUAGES
async def test_sending_twice_gives_the_number_again(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(WITH_PLACE[language])
    send = ann.last.buttons[0][0].data
    await ann.sends_data(send)
    (case,) = await ann.cases()
    await ann.sends_data(send)
    assert ann.hears(case.number)
    assert len(await ann.cases()) == 1


@LANGUAGES
async def test_somebody_elses_draft_is_not_found(town: Town, language: str) -> None:
    ann, eve = town.resident(language), town.resident(language)
    await ann.says(WITH_PLACE[language])
    await eve.says("/help")
    for row in ann.last.buttons:
        for button in row:
            await eve.sends_data(button.data)
            assert eve.hears({"en": "can't find that", "zh": "没找到"}[language])
    await ann.taps(SEND[language])
    assert len(await ann.cases()) == 1


@pytest.mark.parametrize(
    "data",
    [
        "d.send.99999999999999999999999999",
        "d.send.-1",
        "d.send.x",
        "d.send",
        "d..1",
        "c.show.99999999999999999999999.0",
        "c.urge.1.99999999999999999999999",
        "c.judge.1.0.done",
        "c.rate.1.0.6",
        "c.show.1",
        "s.1.what.words",
        "s.x",
        "m.nothing",
        "m.",
        "",
        ".",
        "d.area.1.x",
        "d.join.1.99999999999999999999999999",
        "１.２",
        "\ud800",
        "x" * 64,
    ],
)
async def test_forged_buttons_get_a_clear_answer(town: Town, data: str) -> None:
    ann = town.resident("en")
    await ann.says(WITH_PLACE["en"])
    await ann.sends_data(data)
    assert ann.toast or ann.chat.arrived
    await ann.taps("Send")
    assert ann.hears("Your number")


async def test_a_forged_argument_on_ones_own_draft_gets_a_clear_answer(town: Town) -> None:
    ann = town.resident("en")
    await ann.says(WITH_PLACE["en"])
    number = ann.last.card.partition(":")[2]
    for data in (
        f"d.area.{number}.1",
        f"d.area.{number}.x",
        f"d.join.{number}.5",
        f"d.join.{number}",
        f"d.area.{number}",
    ):
        await ann.sends_data(data)
        assert ann.toast
    await ann.taps("Send")
    assert ann.hears("Your number")


@LANGUAGES
async def test_a_place_taken_away_under_a_draft_is_asked_again(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(WITH_PLACE[language])
    await _close_area(town, 11)
    await ann.taps(SEND[language])
    assert ann.hears({"en": "no longer on our list", "zh": "不在册了"}[language])
    assert await ann.cases() == []
    await ann.says({"en": "Cloudrest Village", "zh": "云居村"}[language])
    await ann.taps(SEND[language])
    assert (await ann.cases())[0].area_id == 14


@LANGUAGES
async def test_a_category_taken_away_under_a_draft_is_asked_again(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(WITH_PLACE[language])
    async with town.store.turn(town.now) as uow:
        draft = await uow.get(Draft, int(ann.last.card.partition(":")[2]))
        assert draft is not None
        uow.put(replace(draft, category="telegraphs"))
    await ann.taps(SEND[language])
    assert ann.hears({"en": "kind of matter is no longer", "zh": "类别已经不用了"}[language])
    await ann.taps(SEND[language])
    assert (await ann.cases())[0].category == "other"


@LANGUAGES
async def test_a_place_that_was_offered_and_is_gone_says_so(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(NO_PLACE[language])
    await ann.says({"en": "Newpond Village", "zh": "新塘村"}[language])
    await _close_area(town, 13)
    await ann.taps({"en": "Newpond Village, Pine", "zh": "松岗乡新塘村"}[language])
    assert ann.hears({"en": "isn't offered any more", "zh": "选不了了"}[language])


@LANGUAGES
async def test_what_goes_beyond_the_days_measure_waits_for_a_person_and_is_not_lost(town: Town, language: str) -> None:
    ann = town.resident(language)
    town.store.rules = replace(town.store.rules, profile=Profile(times=FollowUpTimes(drafts_a_day=3)))
    for _ in range(3):
        await ann.says(WITH_PLACE[language])
        await ann.taps(CHANGE[language])
        await ann.taps(DONT[language])
    await ann.says(WITH_PLACE[language])
    await ann.taps(SEND[language])
    assert ann.hears({"en": "A person looks at this one first", "zh": "先由受理的同志看一看"}[language])
    (case,) = await ann.cases()
    assert (case.held, case.unit_id) == (Held.MANY, None)
    await town.passes(days=1)
    await ann.says({"en": "A new matter: no water at Maple Village", "zh": "枫桥村又停水了"}[language])
    await ann.taps({"en": "A new matter", "zh": "是新的事"}[language])
    await ann.taps(SEND[language])
    assert {case.held for case in await ann.cases()} == {Held.MANY, Held.NO_ROUTE}


@LANGUAGES
async def test_a_draft_left_alone_is_reminded_put_away_and_taken_up_again(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(WITH_PLACE[language])
    ann.chat.arrived.clear()
    await town.passes(days=2)
    assert ann.hears({"en": "has not been sent yet", "zh": "还没交"}[language])
    ann.chat.arrived.clear()
    await town.passes(days=7)
    assert ann.hears({"en": "put away for now", "zh": "先收起来了"}[language])
    await ann.taps({"en": "Go on", "zh": "接着写"}[language])
    await ann.taps(SEND[language])
    assert ann.hears({"en": "Your number", "zh": "号码"}[language])


async def test_staff_are_residents_too_and_the_card_says_so(town: Town) -> None:
    officer = await town.cadre(language="en")
    await officer.says(WITH_PLACE["en"])
    assert officer.hears("As a resident, this is your own complaint")
    await officer.taps("Send")
    (case,) = await officer.cases()
    assert case.cadre_id != (await officer.person()).id


async def _close_area(town: Town, area_id: int) -> None:
    area = replace(next(each for each in AREAS if each.id == area_id), active=False)
    async with town.store.batch() as batch:
        await batch.session.write("area_update", [Codec(Area).encode(area)])
        await batch.session.write("organisation_changed", [{"id": 1}])
