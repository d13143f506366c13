"""A PIN on a shared phone: own matters open with four taps; nothing new is locked, and no news says a word."""

import re

import pytest

from casework.people import Role
from casework.petitions import Closing
from tests.handlers.dialogue import COUNTY, Actor, Town

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
WORDS = {"en": "The road at Maple Village is full of holes", "zh": "枫桥村的公路上全是坑"}
OTHER = {"en": "The tap water at Newpond Village is brown", "zh": "柳河镇新塘村的自来水是黄的"}
CATEGORY = {"en": "Roads and transport", "zh": "道路交通"}
SEND = {"en": "Send", "zh": "交上去"}
ASKED = {"en": "Please tap your PIN", "zh": "请点您的四位密码"}
PIN, WRONG = "2580", "1111"


async def taps_pin(actor: Actor, digits: str) -> None:
    for digit in digits:
        await actor.taps(digit)


async def locked(town: Town, language: str) -> Actor:
    """Return somebody with a matter on the road, a PIN, and cases that are locked."""
    ann = town.resident(language)
    await ann.says(WORDS[language])
    await ann.taps(SEND[language])
    await sets_pin(ann)
    await town.passes(hours=1)
    return ann


async def sets_pin(ann: Actor) -> None:
    await ann.says("/pin")
    await taps_pin(ann, PIN + PIN)


def code_of(actor: Actor) -> str:
    """Return the query code that the last deed has brought."""
    found = re.search(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", "\n".join(shown.text for shown in actor.chat.arrived))
    assert found is not None
    return found[0]


async def enters_wrong(ann: Actor, times: int) -> None:
    await ann.says("/my")
    for _ in range(times):
        await taps_pin(ann, WRONG)


@LANGUAGES
async def test_a_pin_is_tapped_twice_and_shows_as_dots(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says("/pin")
    assert ann.hears({"en": "never for writing something new", "zh": "写新的事不用"}[language])
    assert ann.hears({"en": "delete it on the phone yourself", "zh": "自己在手机上删掉"}[language])
    keypad = ann.last
    for typed, digit in enumerate(PIN[:3], 1):
        await ann.taps(digit)
        assert ann.last.ref == keypad.ref
        assert ann.last.text.endswith(" ".join("●" * typed + "○" * (4 - typed)))
        assert not set(PIN) & set(ann.last.text)
    await ann.taps("⌫")
    assert ann.last.text.endswith("● ● ○ ○")
    await taps_pin(ann, PIN[2:] + PIN)
    assert ann.hears({"en": "Locked", "zh": "锁好了"}[language])
    assert ann.last.ref == keypad.ref
    assert ann.last.buttons == ()
    digest = (await ann.person()).pin_digest
    assert len(digest) == 64
    bob = town.resident(language)
    await sets_pin(bob)
    assert (await bob.person()).pin_digest != digest


@LANGUAGES
async def test_two_that_differ_are_asked_for_again(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says("/pin")
    await taps_pin(ann, PIN + WRONG)
    assert ann.hears({"en": "They differ", "zh": "两遍不一样"}[language])
    assert (await ann.person()).pin_digest == ""
    await taps_pin(ann, PIN + PIN)
    assert (await ann.person()).pin_digest


@LANGUAGES
async def test_the_buttons_of_each_keypad_mean_other_digits(town: Town, language: str) -> None:
    ann = town.resident(language)
    meanings = set()
    for _ in range(5):
        await ann.says("/pin")
        keys = [button for row in ann.last.buttons for button in row if button.label.isdecimal()]
        assert len(keys) == 10
        meanings.add(tuple(button.data.rsplit(".", 1)[-1] for button in keys))
    assert len(meanings) == 5
    assert tuple(str(digit) for digit in range(10)) not in meanings


@LANGUAGES
async def test_what_is_typed_is_no_pin(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says("/pin")
    for typed in (PIN, "/pin 2580"):
        await ann.says(typed)
        assert ann.hears({"en": "don't type a PIN", "zh": "密码别打字"}[language])
        assert (await ann.person()).pin_digest == ""


@LANGUAGES
async def test_own_matters_open_with_the_pin_and_close_after_ten_minutes(town: Town, language: str) -> None:
    ann = await locked(town, language)
    (case,) = await ann.cases()
    await ann.says("/my")
    assert ann.hears(ASKED[language])
    assert ann.hears_nothing_of(case.number)
    await taps_pin(ann, PIN)
    assert ann.hears(case.number)
    assert ann.hears({"en": "Open for 10 minutes", "zh": "10分钟内有效"}[language])
    await ann.says(f"/case {case.number}")
    assert ann.hears(CATEGORY[language])
    await town.passes(hours=0.2)
    await ann.says("/my")
    assert ann.hears(ASKED[language])


@LANGUAGES
async def test_every_way_to_own_matters_asks_first_and_leads_there_then(town: Town, language: str) -> None:
    ann = await locked(town, language)
    (case,) = await ann.cases()
    ways = ("/case", f"/case {case.number}", case.number, "/mydata", "/mydata_copy", "/mydata_erase_yes", "/pin")
    for said in ways:
        await ann.says(said)
        assert ann.hears(ASKED[language])
        assert ann.hears_nothing_of(CATEGORY[language])
    for verb in ("show", "withdraw", "withdraw_yes", "urge", "judge", "stars", "reopen", "explain", "misheard"):
        await ann.sends_data(f"c.{verb}.{case.id}.{case.epoch}.done")
        assert ann.hears(ASKED[language])
        assert ann.hears_nothing_of(CATEGORY[language])
    (case,) = await ann.cases()
    assert case.is_open
    assert case.urged_at is None
    await ann.sends_data(f"c.withdraw_yes.{case.id}.{case.epoch}")
    await taps_pin(ann, PIN)
    assert ann.hears(CATEGORY[language])
    assert (await ann.cases())[0].is_open
    await ann.taps({"en": "Withdraw", "zh": "撤回"}[language])
    await ann.taps({"en": "Yes, withdraw", "zh": "撤回"}[language])
    assert (await ann.cases())[0].closing is Closing.WITHDRAWN


@LANGUAGES
async def test_after_the_pin_comes_what_was_asked_for(town: Town, language: str) -> None:
    ann = await locked(town, language)
    await ann.says("/mydata")
    await taps_pin(ann, PIN)
    assert ann.hears({"en": "A copy for you", "zh": "给您一份"}[language])
    await town.passes(hours=1)
    await ann.says("/pin_off")
    await taps_pin(ann, PIN)
    assert ann.hears({"en": "no lock any more", "zh": "不要锁了"}[language])
    assert (await ann.person()).pin_digest


@LANGUAGES
async def test_several_matters_of_one_number_need_it_once(town: Town, language: str) -> None:
    ann = town.resident(language)
    several = {
        "en": "1. The road at Maple Village has been full of holes for months and children fall.\n"
        "2. The tap water is brown each morning and nobody can drink it.\n"
        "3. The wages of the building site have not been paid to us since June.",
        "zh": "一、枫桥村的公路坑坑洼洼好几个月了，孩子老摔跤。\n"
        "二、自来水每天早上都是黄的，没法喝。\n"
        "三、工地上拖欠我们的工资，六月份到现在都没发。",
    }
    await ann.says(several[language])
    await ann.taps({"en": "Send each apart", "zh": "分开交上去"}[language])
    await sets_pin(ann)
    await town.passes(hours=1)
    cases = await ann.cases()
    await ann.says(f"/case {cases[0].number}")
    assert len(ann.chat.arrived) == 1
    await taps_pin(ann, PIN)
    for case in cases:
        assert ann.hears(case.label)


@LANGUAGES
async def test_writing_something_new_is_never_locked_and_shows_nothing_old(town: Town, language: str) -> None:
    ann = await locked(town, language)
    (old,) = await ann.cases()
    await ann.says(OTHER[language])
    assert ann.hears_nothing_of(ASKED[language])
    assert ann.hears_nothing_of(old.number)
    await ann.taps(SEND[language])
    assert len(await ann.cases()) == 2


@LANGUAGES
async def test_news_comes_with_the_number_alone(town: Town, language: str) -> None:
    wang = await town.cadre(language=language)
    ann = await locked(town, language)
    (case,) = await ann.cases()
    ann.chat.arrived.clear()
    await wang.taps({"en": "Accept", "zh": "我接"}[language])
    await wang.taps({"en": "Ask the resident", "zh": "问居民"}[language])
    await wang.says("7 m?")
    for shown in ann.chat.arrived:
        assert case.number in shown.text
        assert "7 m" not in shown.text
        assert CATEGORY[language] not in shown.text
        assert shown.labels == [{"en": "Show it", "zh": "看一看"}[language]]
    assert ann.chat.arrived
    # Words of whoever holds the phone are no answer.
    await ann.says(OTHER[language])
    assert wang.hears_nothing_of(OTHER[language])
    await ann.taps({"en": "Show it", "zh": "看一看"}[language])
    await taps_pin(ann, PIN)
    assert ann.hears("7 m")


@LANGUAGES
async def test_what_the_schedule_sends_says_no_word_either(town: Town, language: str) -> None:
    ann = await locked(town, language)
    await ann.says(OTHER[language])
    ann.chat.messages.clear()
    await town.passes(days=16)
    assert ann.chat.messages
    for shown in ann.chat.messages:
        for secret in (CATEGORY[language], WORDS[language][:8], OTHER[language][:8]):
            assert secret not in shown.text


@LANGUAGES
async def test_five_wrong_ones_are_enough_for_an_hour(town: Town, language: str) -> None:
    ann = await locked(town, language)
    await enters_wrong(ann, 4)
    assert ann.hears({"en": "That is not it", "zh": "不对"}[language])
    await taps_pin(ann, WRONG)
    enough = {"en": "five times an hour", "zh": "一小时只能试五次"}[language]
    assert ann.hears(enough)
    await ann.says("/my")
    assert ann.hears(enough)
    await town.passes(hours=1)
    await ann.says("/my")
    await taps_pin(ann, PIN)
    assert ann.hears((await ann.cases())[0].number)
    assert (await ann.person()).pin_tries == 0


@LANGUAGES
async def test_it_is_changed_and_taken_off_by_whoever_knows_it(town: Town, language: str) -> None:
    ann = await locked(town, language)
    await ann.says("/pin")
    await taps_pin(ann, PIN)
    before = (await ann.person()).pin_digest
    await ann.taps({"en": "Another PIN", "zh": "改密码"}[language])
    await taps_pin(ann, WRONG + WRONG)
    assert (await ann.person()).pin_digest not in {"", before}
    await ann.says("/pin")
    await ann.taps({"en": "No lock", "zh": "不要锁了"}[language])
    assert ann.hears({"en": "The lock is off", "zh": "锁拿掉了"}[language])
    await town.passes(hours=1)
    await ann.says("/my")
    assert ann.hears((await ann.cases())[0].number)


@LANGUAGES
async def test_a_query_code_of_ones_own_helps_where_it_is_forgotten(town: Town, language: str) -> None:
    bob = town.resident(language)
    await bob.says(OTHER[language])
    await bob.taps(SEND[language])
    others = code_of(bob)
    ann = town.resident(language)
    await ann.says(WORDS[language])
    await ann.taps(SEND[language])
    own = code_of(ann)
    await sets_pin(ann)
    await town.passes(hours=1)
    await ann.says("/my")
    await ann.taps({"en": "PIN forgotten", "zh": "忘了密码"}[language])
    assert ann.hears({"en": "query code", "zh": "查询码"}[language])
    await ann.says(f"/pin {others}")
    assert (await ann.person()).pin_digest
    await ann.says(f"/pin {own}")
    assert ann.hears({"en": "the lock is off", "zh": "锁拿掉了"}[language])
    assert (await ann.person()).pin_digest == ""


@LANGUAGES
async def test_the_intake_office_takes_it_off_and_the_resident_hears_of_it(town: Town, language: str) -> None:
    office, wang = await town.official(Role.DISPATCHER, language, area=COUNTY), await town.cadre(language=language)
    ann = await locked(town, language)
    (case,) = await ann.cases()
    off = {"en": "Take the PIN off", "zh": "拿掉密码锁"}[language]
    await wang.says(f"/case {case.number}")
    assert off not in wang.buttons
    await wang.sends_data(f"c.reset_pin.{case.id}.{case.epoch}")
    assert (await ann.person()).pin_digest
    await office.says(f"/case {case.number}")
    assert off not in office.buttons
    more, back = {"en": ("More", "Back"), "zh": ("更多", "返回")}[language]
    await office.taps(more)
    await office.taps(back)
    await office.taps(more)
    await office.taps(off)
    assert office.hears({"en": "checked that it is them", "zh": "核对过是本人吗"}[language])
    await office.taps({"en": "Checked, take it off", "zh": "核对过，拿掉"}[language])
    assert (await ann.person()).pin_digest == ""
    assert ann.hears({"en": "taken your lock off", "zh": "密码锁拿掉了"}[language])
    await ann.says(f"/case {case.number}")
    assert ann.hears({"en": "took the lock off", "zh": "拿掉了密码锁"}[language])
    await office.says(f"/case {case.number}")
    assert off not in office.buttons


@LANGUAGES
async def test_the_keypad_can_be_left_and_old_keys_do_nothing(town: Town, language: str) -> None:
    ann = await locked(town, language)
    await ann.says("/my")
    old = next(button.data for row in ann.last.buttons for button in row if button.label == "5")
    await ann.taps("✖️")
    await ann.sends_data(old)
    assert ann.toast
    assert (await ann.person()).pin_tries == 0
    await ann.says(OTHER[language])
    assert ann.hears_nothing_of(ASKED[language])
