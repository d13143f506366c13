"""A voice message alone: held until the intake office has written it down, then on its way; read back, and mended."""

import pytest

from casework.files import SIGN
from casework.people import Role
from casework.petitions import Held, State
from tests.handlers.dialogue import COUNTY, GOVERNMENT, ROADS, Actor, Town
from tests.handlers.staff_scene import at_work, taps

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
SEND = {"en": "Send", "zh": "交上去"}
WRITE = {"en": "Write it down", "zh": "写下来"}
SPOKEN = {
    "en": "The road at Maple Village has a deep hole and a child fell",
    "zh": "枫桥村的公路上有个大坑，孩子摔了",
}
BRIBED = {
    "en": "The director of the Egret Roads Bureau is corrupt and takes bribes for the road at Maple Village",
    "zh": "白鹭县交通局局长收受贿赂，枫桥村修公路的工程都给了他亲戚",
}

IN_DANGER = {
    "en": "Our house is flooding at Maple Village, we are trapped",
    "zh": "枫桥村家里进水了，老人被困",
}


async def dispatcher(town: Town, language: str) -> Actor:
    """Return the intake office of the county."""
    return await town.official(Role.DISPATCHER, language, area=COUNTY, title="受理员", title_en="Intake officer")


async def writes_down(office: Actor, words: str) -> None:
    """Have the office write down what it has heard."""
    await office.taps(WRITE[office.language])
    await office.says(words)


@LANGUAGES
async def test_a_voice_message_is_enough_and_goes_to_whoever_writes_it_down(town: Town, language: str) -> None:
    office = await dispatcher(town, language)
    ann = town.resident(language)
    await ann.sends_voice(25)
    assert len(ann.chat.arrived) == 1
    assert ann.hears({"en": r"1 voice message \(0:25\)\. A person listens", "zh": "1段语音（0:25）。有人听"}[language])
    assert ann.hears({"en": "within one working day", "zh": "一个工作日内写下来"}[language])
    assert len(ann.last.text) < 300
    await ann.taps(SEND[language])
    assert ann.hears({"en": "Your number", "zh": "号码"}[language])
    assert ann.hears({"en": "reads it back to you", "zh": "再念给您听"}[language])
    (case,) = await ann.cases()
    assert (case.held, case.unit_id, case.state, case.files) == (Held.VOICE, None, State.WAITING, 1)
    assert office.hears({"en": "Somebody spoke", "zh": "这件是用说的"}[language])
    assert [shown.kind for shown in office.shown_files] == ["voice"]
    assert office.buttons[0].endswith(WRITE[language])


@LANGUAGES
async def test_what_is_written_down_goes_its_way_and_is_read_back(town: Town, language: str) -> None:
    office, wang = await dispatcher(town, language), await town.cadre(language=language)
    ann = town.resident(language)
    await ann.sends_voice()
    await ann.taps(SEND[language])
    assert wang.chat.messages == []
    ann.chat.arrived.clear()
    await writes_down(office, SPOKEN[language])
    assert office.hears({"en": "goes to Egret Roads Bureau", "zh": "转给白鹭县交通局"}[language])
    (case,) = await ann.cases()
    assert (case.held, case.unit_id, case.category, case.area_id) == (Held.NO_ROUTE, ROADS, "roads", 11)
    assert case.summary == SPOKEN[language]
    (petition,) = await ann.petitions()
    assert petition.text == f"{SIGN}🎤1✍️\n{SPOKEN[language]}"
    assert len(ann.chat.arrived) == 1
    assert ann.hears({"en": "This is what we heard: “The road", "zh": "我们照您说的记下了：“枫桥村"}[language])
    assert ann.hears({"en": "Egret Roads Bureau tells you", "zh": "白鹭县交通局会告诉您"}[language])
    assert wang.hears(SPOKEN[language])
    assert wang.hears("🎤1✍️")
    await wang.taps("📎")
    assert [shown.kind for shown in wang.shown_files] == ["voice"]


@LANGUAGES
async def test_what_was_misheard_is_put_right_in_words_or_by_voice(town: Town, language: str) -> None:
    office, wang = await dispatcher(town, language), await town.cadre(language=language)
    ann = town.resident(language)
    await ann.sends_voice()
    await ann.taps(SEND[language])
    await writes_down(office, SPOKEN[language])
    await ann.taps({"en": "Not quite", "zh": "不太对"}[language])
    assert ann.hears({"en": "How was it meant", "zh": "您的意思是"}[language])
    await ann.sends_voice(4)
    await ann.taps({"en": "Done", "zh": "完"}[language])
    assert ann.hears({"en": "Your correction is with", "zh": "更正加到"}[language])
    assert [shown.kind for shown in wang.shown_files] == ["voice"]
    await ann.taps({"en": "Not quite", "zh": "不太对"}[language])
    await ann.says({"en": "Two children", "zh": "是两个孩子"}[language])
    assert wang.hears({"en": "Correction: Two children", "zh": "更正：是两个孩子"}[language])


@LANGUAGES
async def test_a_spoken_accusation_is_kept_from_those_it_accuses(town: Town, language: str) -> None:
    office, wang = await dispatcher(town, language), await town.cadre(language=language)
    ann = town.resident(language)
    await ann.sends_voice()
    await ann.taps(SEND[language])
    await writes_down(office, BRIBED[language])
    (case,) = await ann.cases()
    assert (case.held, case.shielded, case.accused, case.unit_id) == (Held.ACCUSATION, True, (ROADS,), None)
    assert office.hears({"en": "waits for the intake office", "zh": "等受理办公室定"}[language])
    assert ann.hears({"en": "This is what we heard", "zh": "照您说的记下了"}[language])
    assert wang.chat.messages == []


@LANGUAGES
async def test_words_of_danger_are_for_the_office_to_act_upon_and_the_resident_is_asked_nothing(
    town: Town, language: str
) -> None:
    office = await dispatcher(town, language)
    duty = await town.official(Role.DUTY, language, area=COUNTY, title="值班员", title_en="Duty officer")
    ann = town.resident(language)
    await ann.sends_voice()
    await ann.taps(SEND[language])
    ann.chat.arrived.clear()
    await writes_down(office, IN_DANGER[language])
    assert office.hears({"en": "it may mean danger. They weren't asked", "zh": "可能有危险。没问过本人"}[language])
    assert office.hears_nothing_of("Is anyone in danger|有人有危险吗")
    assert len(ann.chat.arrived) == 1, "what was heard is read back, and nothing else"
    assert duty.chat.messages == []
    await office.taps({"en": "Ring the duty officer", "zh": "叫值班员"}[language])
    assert duty.hears(IN_DANGER[language])
    assert ann.hears({"en": "We are ringing the Duty officer", "zh": "值班员"}[language])
    await ann.says({"en": "We are on the roof", "zh": "我们在屋顶上"}[language])
    assert duty.hears({"en": "We are on the roof", "zh": "我们在屋顶上"}[language])


@LANGUAGES
async def test_an_alarm_that_was_overheard_rings_louder_until_somebody_looks(town: Town, language: str) -> None:
    office = await dispatcher(town, language)
    above = await town.official(Role.SUPERVISOR, language, area=COUNTY)
    ann = town.resident(language)
    await ann.sends_voice()
    await ann.taps(SEND[language])
    await writes_down(office, IN_DANGER[language])
    await town.passes(hours=2)
    assert above.hears({"en": "it may mean danger", "zh": "可能有危险"}[language])


@LANGUAGES
async def test_nobody_writes_and_it_climbs(town: Town, language: str) -> None:
    office = await dispatcher(town, language)
    above = await town.official(Role.SUPERVISOR, language, area=COUNTY)
    leader = await town.official(Role.LEADER, language, area=COUNTY)
    ann = town.resident(language)
    await ann.sends_voice()
    await ann.taps(SEND[language])
    office.chat.arrived.clear()
    await town.passes(days=1)
    assert office.hears({"en": "Somebody spoke", "zh": "这件是用说的"}[language])
    assert above.chat.messages == []
    await town.passes(days=1)
    assert above.hears({"en": "Nobody has written down yet", "zh": "语音还没人写下来"}[language])
    assert above.buttons[0].endswith(WRITE[language])
    await town.passes(days=1)
    assert leader.hears({"en": "Nobody has written down yet", "zh": "语音还没人写下来"}[language])
    await writes_down(above, SPOKEN[language])
    assert (await ann.cases())[0].unit_id == ROADS


@LANGUAGES
async def test_only_the_office_writes_and_only_once(town: Town, language: str) -> None:
    office, colleague = await dispatcher(town, language), await dispatcher(town, language)
    wang = await town.cadre(language=language)
    ann = town.resident(language)
    await ann.sends_voice()
    await ann.taps(SEND[language])
    (case,) = await ann.cases()
    await colleague.taps(WRITE[language])
    await wang.sends_data(f"c.write_down.{case.id}.{case.epoch}")
    assert wang.hears({"en": "can't find that", "zh": "没找到"}[language])
    await writes_down(office, SPOKEN[language])
    await colleague.says("Something else")
    assert colleague.hears_nothing_of("Read back|念给居民了")
    (petition,) = await ann.petitions()
    assert SPOKEN[language] in petition.text
    assert "Something else" not in petition.text


@LANGUAGES
async def test_words_that_say_what_it_is_about_need_nobody_to_write(town: Town, language: str) -> None:
    ann, wang = town.resident(language), await town.cadre(language=language)
    await ann.says(SPOKEN[language])
    await ann.sends_voice()
    assert ann.hears({"en": "With it: 🎤 1 voice", "zh": "附上：🎤 1段语音"}[language])
    assert ann.hears_nothing_of({"en": "writes down", "zh": "写下来"}[language])
    await ann.taps(SEND[language])
    assert (await ann.cases())[0].unit_id == ROADS
    await wang.taps("📎")
    assert [shown.kind for shown in wang.shown_files] == ["voice"]


@LANGUAGES
async def test_words_that_say_nothing_leave_the_voice_to_be_written_down(town: Town, language: str) -> None:
    office, ann = await dispatcher(town, language), town.resident(language)
    await ann.sends_voice()
    await ann.says({"en": "Listen to it, it has been so for years", "zh": "您听听，好多年都这样"}[language])
    assert ann.hears({"en": "A person writes down what you said", "zh": "您说的话，有人"}[language])
    await ann.taps(SEND[language])
    assert (await ann.cases())[0].held is Held.VOICE
    await writes_down(office, SPOKEN[language])
    (petition,) = await ann.petitions()
    assert petition.text.split("\n")[1] == SPOKEN[language], "below the voice, before what was typed"
    assert (await ann.cases())[0].unit_id == ROADS


@LANGUAGES
async def test_a_category_and_a_place_that_were_chosen_stay(town: Town, language: str) -> None:
    office, ann = await dispatcher(town, language), town.resident(language)
    await ann.sends_voice()
    await ann.shares(27.25, 118.2)
    await ann.taps({"en": "Change", "zh": "改一改"}[language])
    await ann.taps({"en": "The subject", "zh": "改类别"}[language])
    await ann.taps({"en": "Something else", "zh": "其他"}[language])
    await ann.taps(SEND[language])
    assert (await ann.cases())[0].held is Held.VOICE
    await writes_down(office, SPOKEN[language])
    assert (await ann.cases())[0].area_id == 14


@LANGUAGES
async def test_a_voice_message_for_a_running_case_is_passed_on_as_it_is(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await taps(wang, "Ask the resident")
    await wang.says("How deep is it?")
    await ann.sends_voice()
    assert [shown.kind for shown in wang.shown_files] == ["voice"]
    (after,) = await ann.cases()
    assert (after.question, after.held, after.unit_id) == ("", Held.NO_ROUTE, case.unit_id)


@LANGUAGES
async def test_the_office_may_send_it_on_unwritten(town: Town, language: str) -> None:
    office, ann = await dispatcher(town, language), town.resident(language)
    clerk = await town.cadre(unit=GOVERNMENT, language=language)
    await ann.sends_voice()
    await ann.taps(SEND[language])
    (case,) = await ann.cases()
    await office.sends_data(f"c.send_to_unit.{case.id}.{case.epoch}.{GOVERNMENT}")
    assert clerk.hears("🎤1")
    assert WRITE[language] not in clerk.buttons
    await town.passes(days=1)
    assert office.hears_nothing_of({"en": "written down", "zh": "写下来"}[language])
