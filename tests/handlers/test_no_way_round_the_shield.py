"""Ways on which an accusation once came to those it accuses: by a voice, by a correction, by a case that runs."""

import pytest

from casework.actions import earlier
from casework.people import Role
from casework.petitions import Held
from tests.handlers.dialogue import COUNTY, RIVER, ROADS, Town

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
SEND = {"en": "Send", "zh": "交上去"}
BRIBED = {
    "en": "The director of the Egret Roads Bureau is corrupt and takes bribes",
    "zh": "白鹭县交通局局长收受贿赂",
}
APART = {
    "en": "1. The road at Maple Village has been full of holes for months and children fall.\n"
    "2. The tap water is brown each morning and nobody can drink it.\n"
    f"3. {BRIBED['en']} for his cousin's company, and nobody looks into it.",
    "zh": "一、枫桥村的公路坑坑洼洼好几个月了，孩子老摔跤。\n"
    "二、自来水每天早上都是黄的，没法喝。\n"
    f"三、{BRIBED['zh']}，工程都给了他的亲戚，从来没有人管。",
}
HOLE = {"en": "The road at Maple Village is full of holes", "zh": "枫桥村的公路上全是坑"}


@LANGUAGES
async def test_a_voice_beside_an_accusation_does_not_lift_the_shield(town: Town, language: str) -> None:
    near = await town.official(Role.DISPATCHER, language, area=RIVER)
    far = await town.official(Role.DISPATCHER, language, area=COUNTY)
    ann = town.resident(language)
    await ann.sends_voice()
    await ann.taps({"en": "Change", "zh": "改一改"}[language])
    await ann.taps({"en": "Question, suggestion", "zh": "改种类"}[language])
    await ann.taps({"en": "about an official", "zh": "反映干部"}[language])
    await ann.taps(SEND[language])
    (case,) = await ann.cases()
    assert (case.held, case.shielded) == (Held.VOICE, True)
    assert far.hears(case.number)
    assert near.chat.messages == []
    await far.sends_data(f"c.write_down.{case.id}.{case.epoch}")
    await far.says(HOLE[language])
    (case,) = await ann.cases()
    assert (case.held, case.shielded, case.unit_id) == (Held.ACCUSATION, True, None)


@LANGUAGES
async def test_a_correction_of_a_message_with_an_accusation_stays_with_it(town: Town, language: str) -> None:
    cadre = await town.cadre(language=language)
    await town.official(Role.DISPATCHER, language, area=COUNTY)
    ann = town.resident(language)
    await ann.says(APART[language])
    await ann.taps({"en": "Send each apart", "zh": "分开交上去"}[language])
    cases = {case.unit_id: case for case in await ann.cases()}
    assert cases[ROADS].shielded is False
    assert cases[None].shielded is True
    await ann.edits(APART[language], APART[language] + "！")
    assert BRIBED[language] not in "\n".join(shown.text for shown in cadre.chat.messages)


@LANGUAGES
async def test_an_accusation_is_a_matter_of_its_own_while_a_case_runs(town: Town, language: str) -> None:
    cadre = await town.cadre(language=language)
    ann = town.resident(language)
    await ann.says(HOLE[language])
    await ann.taps(SEND[language])
    (case,) = await ann.cases()
    await cadre.sends_data(f"c.accept.{case.id}.{case.epoch}")
    await cadre.sends_data(f"c.ask.{case.id}.{case.epoch + 1}")
    await cadre.says({"en": "Since when?", "zh": "从什么时候起？"}[language])
    await ann.says(BRIBED[language])
    assert ann.hears({"en": "We keep it from them, all right", "zh": "不让他们知道，好吗"}[language])
    assert cadre.hears_nothing_of(BRIBED[language])
    await ann.taps(SEND[language])
    assert BRIBED[language] not in "\n".join(shown.text for shown in cadre.chat.messages)
    assert len(await ann.cases()) == 2


@LANGUAGES
async def test_what_was_told_of_before_does_not_lead_from_a_matter_to_the_accusation_beside_it(
    town: Town, language: str
) -> None:
    office = await town.official(Role.DISPATCHER, language, area=COUNTY)
    cadre = await town.cadre(language=language)
    ann = town.resident(language)
    await ann.says(APART[language])
    await ann.taps({"en": "Send each apart", "zh": "分开交上去"}[language])
    cases = {case.unit_id: case for case in await ann.cases()}
    answer = {"en": "The director answered me in May", "zh": "五月份局长答复过"}[language]
    async with town.store.turn(town.now) as uow:
        await earlier.tell_earlier(uow, cases[None].id, cases[None].resident_id, answer)
    for reader, case, reads in (
        (cadre, cases[ROADS], False),
        (office, cases[ROADS], False),
        (office, cases[None], True),
    ):
        await reader.sends_data(f"c.show.{case.id}.{case.epoch}")
        assert reader.hears(case.label)
        assert any(answer in shown.text for shown in reader.chat.arrived) is reads
