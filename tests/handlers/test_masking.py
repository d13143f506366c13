"""A resident's name and numbers in a text: for the intake office alone, unless the resident says otherwise."""

from dataclasses import replace

import pytest

from casework.people import Role
from casework.petitions import Naming, Petition
from tests.handlers.dialogue import COUNTY, Actor, Town

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
WORDS = {
    "en": "My name is Walter Greene, phone 138 0013 8000. The road at Maple Village is full of holes.",
    "zh": "我叫王小明，电话13800138000，身份证350902198001011234。枫桥村的公路上全是坑。",
}
NAME = {"en": "Walter|Greene", "zh": "王小明"}
NUMBER = "138 ?0013 ?8000|350902198001011234"


async def filed(town: Town, language: str) -> tuple[Actor, Actor, Actor]:
    cadre = await town.cadre(language=language)
    office = await town.official(Role.DISPATCHER, language, area=COUNTY)
    ann = town.resident(language)
    await ann.says(WORDS[language])
    await ann.taps({"en": "Send", "zh": "交上去"}[language])
    return ann, cadre, office


@LANGUAGES
async def test_the_cadre_reads_the_matter_without_name_and_numbers(town: Town, language: str) -> None:
    ann, cadre, _ = await filed(town, language)
    assert cadre.hears("●●")
    assert cadre.hears({"en": "full of holes", "zh": "全是坑"}[language])
    (case,) = await ann.cases()
    await cadre.sends_data(f"c.accept.{case.id}.{case.epoch}")
    await ann.says({"en": "Call 13800138000 before you come", "zh": "来之前打13800138000"}[language])
    await ann.taps({"en": "Add to", "zh": "加到"}[language])
    (case,) = await ann.cases()
    for verb in ("full", "history", "show"):
        await cadre.sends_data(f"c.{verb}.{case.id}.{case.epoch}")
    everything = "\n".join(shown.text for shown in cadre.chat.messages)
    assert "●●" in everything
    for secret in (*NAME[language].split("|"), "13800138000", "350902198001011234"):
        assert secret not in everything


@LANGUAGES
async def test_the_intake_office_reads_it_whole_and_so_does_the_unit_where_the_resident_wants(
    town: Town, language: str
) -> None:
    ann, cadre, office = await filed(town, language)
    (case,) = await ann.cases()
    await office.sends_data(f"c.show.{case.id}.{case.epoch}")
    assert office.hears(NAME[language])
    assert office.hears(NUMBER)
    (petition,) = await ann.petitions()
    await name_it(town, petition, Naming.OPEN)
    await cadre.sends_data(f"c.show.{case.id}.{case.epoch}")
    assert cadre.hears(NAME[language])
    await name_it(town, petition, Naming.ANONYMOUS)
    for reader in (office, cadre):
        await reader.sends_data(f"c.show.{case.id}.{case.epoch}")
        assert reader.hears_nothing_of(NAME[language])


async def name_it(town: Town, petition: Petition, naming: Naming) -> None:
    async with town.store.turn(town.now) as uow:
        current = await uow.get(Petition, petition.id)
        assert current is not None
        uow.put(replace(current, naming=naming))
