"""One's own data: a copy, erasing it, and the private word on why something was withdrawn."""

import pytest

from casework.actions.owndata import ERASE, EXPORT
from casework.files import Job
from casework.people import Role
from casework.petitions import Naming, State
from casework.reception.days import Booking, BookingState
from tests.handlers.dialogue import COUNTY, ROADS, Actor, Town
from tests.handlers.reception_scene import announced, bookings, leader
from tests.handlers.reception_scene import taps as tap
from tests.storage.raw import every

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
WORDS = {
    "en": "My name is Walter Greene, 13800138000. The road at Maple Village is full of holes.",
    "zh": "我叫王小明，电话13800138000。枫桥村的公路上全是坑。",
}
SECRETS = ("Walter", "王小明", "13800138000")


async def filed(town: Town, language: str) -> Actor:
    ann = town.resident(language)
    await ann.says(WORDS[language])
    await ann.taps({"en": "Send", "zh": "交上去"}[language])
    return ann


async def jobs(town: Town) -> list[str]:
    async with town.store.reading() as session:
        return [job.kind for job in await every(session, [Job])]


@LANGUAGES
async def test_a_copy_is_asked_for_once_an_hour(town: Town, language: str) -> None:
    ann = await filed(town, language)
    await ann.says("/mydata")
    await ann.taps({"en": "A copy for me", "zh": "给我一份"}[language])
    assert ann.hears({"en": "A file comes in a moment", "zh": "一会儿发给您一个文件"}[language])
    await ann.says("/mydata_copy")
    assert ann.hears({"en": "You had a copy just now", "zh": "刚给过您一份"}[language])
    assert await jobs(town) == [EXPORT]
    await town.passes(hours=1)
    await ann.says("/mydata_copy")
    assert await jobs(town) == [EXPORT, EXPORT]


@LANGUAGES
async def test_erasing_says_what_the_law_keeps_and_takes_the_name_off_it(town: Town, language: str) -> None:
    ann = await filed(town, language)
    await ann.says("/mydata")
    await ann.taps({"en": "Erase it", "zh": "删掉"}[language])
    assert ann.hears({"en": "The law keeps", "zh": "依法要留"}[language])
    assert await jobs(town) == []
    await ann.taps({"en": "Erase", "zh": "删"}[language])
    assert ann.hears({"en": "One matter of yours still runs", "zh": "您还有1件在办"}[language])
    assert await jobs(town) == [ERASE]
    (petition,) = await ann.petitions()
    (case,) = await ann.cases()
    assert petition.naming is Naming.ANONYMOUS
    for text in (petition.text, case.summary, case.text):
        assert not any(secret in text for secret in SECRETS)
    assert case.state is State.WAITING


@LANGUAGES
async def test_whoever_holds_a_post_is_not_erased_by_a_tap(town: Town, language: str) -> None:
    cadre = await town.cadre(language=language)
    await cadre.says("/mydata_erase_yes")
    assert cadre.hears({"en": "You hold a post", "zh": "您有岗位"}[language])
    assert await jobs(town) == []


@LANGUAGES
async def test_whoever_was_pressed_to_withdraw_says_so_past_the_unit(town: Town, language: str) -> None:
    cadre, head = await town.cadre(language=language), await town.official(Role.HEAD, language, unit=ROADS)
    watch = await town.official(Role.SUPERVISOR, language, area=COUNTY)
    ann = await filed(town, language)
    (case,) = await ann.cases()
    await cadre.sends_data(f"c.accept.{case.id}.{case.epoch}")
    await ann.says("/my")
    await ann.taps(case.number)
    await ann.taps({"en": "Withdraw", "zh": "撤回"}[language])
    await ann.taps({"en": "Yes, withdraw", "zh": "撤回"}[language])
    assert ann.hears({"en": "did anyone press you", "zh": "逼您撤的吗"}[language])
    for one in (cadre, head, watch):
        one.chat.arrived.clear()
    await ann.taps({"en": "I was pressed", "zh": "有人劝我撤"}[language])
    assert ann.hears({"en": "look into it quietly", "zh": "悄悄了解"}[language])
    assert watch.hears({"en": "somebody pressed for it", "zh": "有人劝着撤"}[language])
    assert cadre.chat.arrived == head.chat.arrived == []
    for one in (cadre, head):
        await one.says(case.number)
        assert one.hears_nothing_of({"en": "press", "zh": "劝"}[language])
    await ann.taps({"en": "Not done after all", "zh": "没办好"}[language])
    assert (await ann.cases())[0].is_open


@LANGUAGES
async def test_whoever_was_not_pressed_is_left_in_peace(town: Town, language: str) -> None:
    watch = await town.official(Role.SUPERVISOR, language, area=COUNTY)
    ann = await filed(town, language)
    (case,) = await ann.cases()
    await ann.sends_data(f"c.withdraw_yes.{case.id}.{case.epoch}")
    watch.chat.arrived.clear()
    await ann.taps({"en": "I chose to", "zh": "我自己撤的"}[language])
    assert watch.chat.arrived == []


@LANGUAGES
async def test_erasing_gives_up_visits_to_come_and_forgets_neighbours(town: Town, language: str) -> None:
    day = await announced(town, await leader(town, language))
    ann = await filed(town, language)
    await ann.says("/reception")
    await ann.taps("09:00")
    await tap(ann, "For a neighbour")
    await ann.says("Old Chen")
    await ann.says("13800138000")
    await ann.says("/mydata_erase_yes")
    assert await bookings(town, day) == []
    async with town.store.reading() as session:
        (booking,) = await every(session, [Booking])
    assert (booking.state, booking.name, booking.phone) == (BookingState.CANCELLED, "", "")


@LANGUAGES
async def test_an_open_question_is_over_with_what_was_erased(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says({"en": "The road at Maple Village is full of holes", "zh": "枫桥村的公路上全是坑"}[language])
    await ann.says("/for")
    await ann.taps({"en": "a neighbour", "zh": "邻居"}[language])
    await ann.taps({"en": "Skip", "zh": "跳过"}[language])
    asked = ann.last
    await ann.says("/mydata_erase_yes")
    await ann.sends_data(asked.buttons[0][0].data, ref=asked.ref)
    assert ann.toast or ann.chat.arrived
    await ann.says({"en": "The lamp on the bridge is dark", "zh": "桥上的路灯不亮了"}[language])
    assert ann.hears({"en": "lamp on the bridge", "zh": "桥上的路灯"}[language])
