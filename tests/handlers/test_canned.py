"""Canned replies of a unit: written once, filled from the case, read and edited before they go."""

import pytest

from casework.people import Role
from tests.handlers.dialogue import COUNTY, ROADS, WATER, Actor, Town
from tests.handlers.kind_scene import REQUEST, at_work

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
ASK = {"en": "Ask", "zh": "问"}
USE = {"en": "Send as it is", "zh": "就这样发"}
WORDS = {
    "en": "{unit} has your matter {number} ({place}). How many meters is it?",
    "zh": "您的事（{编号}，{地点}）{单位}在办。请问有多少米？",
}


async def keeps(wang: Actor, words: str, title: str = "meters") -> None:
    await wang.says("/reply_new")
    await wang.says(title)
    await wang.says(words)


async def asks(wang: Actor, case_id: int, epoch: int) -> None:
    await wang.sends_data(f"c.ask.{case_id}.{epoch}")


@LANGUAGES
async def test_it_is_filled_from_the_case_and_goes_as_it_stands(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language, REQUEST)
    await keeps(wang, WORDS[language])
    assert wang.hears({"en": "Kept: meters", "zh": "存好了：meters"}[language])
    await asks(wang, case.id, case.epoch)
    assert "meters" in wang.buttons
    await wang.taps("meters")
    assert wang.hears(case.number)
    assert ann.hears_nothing_of({"en": "How many meters", "zh": "请问有多少米"}[language])
    await wang.taps(USE[language])
    assert ann.hears({"en": "How many meters", "zh": "请问有多少米"}[language])
    assert ann.hears({"en": "Egret Roads Bureau has your matter", "zh": "白鹭县交通局在办"}[language])


@LANGUAGES
async def test_it_can_be_put_in_other_words_before_it_goes(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language, REQUEST)
    await keeps(wang, WORDS[language])
    await asks(wang, case.id, case.epoch)
    await wang.taps("meters")
    await wang.says("5 or 50?")
    assert ann.hears(r"5 or 50\?")
    assert ann.hears_nothing_of({"en": "How many", "zh": "多少米"}[language])


@LANGUAGES
async def test_one_with_a_blank_has_to_be_filled(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language, REQUEST)
    await keeps(wang, "{} ?")
    await asks(wang, case.id, case.epoch)
    await wang.taps("meters")
    assert wang.hears("____")
    assert USE[language] not in wang.buttons
    await wang.says("7?")
    assert ann.hears(r"7\?")


@LANGUAGES
@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("{weather}", {"en": 'Nothing fills "weather"', "zh": "没有“weather”这一项"}),
        ("13800138000", {"en": "names a person or a number", "zh": "有人名或号码"}),
    ],
)
async def test_what_cannot_be_kept_is_said(town: Town, language: str, words: str, said: dict[str, str]) -> None:
    wang = await town.cadre(ROADS, language=language)
    await keeps(wang, words)
    assert wang.hears(said[language])


@LANGUAGES
async def test_they_are_the_units_own(town: Town, language: str) -> None:
    wang = await town.cadre(ROADS, language=language)
    other = await town.cadre(WATER, language=language)
    await keeps(wang, WORDS[language])
    await other.says("/replies")
    assert other.hears_nothing_of("meters")
    await wang.says("/replies")
    assert wang.hears("meters")
    data = wang.last.buttons[1][0].data
    await other.sends_data(data)
    assert other.hears({"en": "can't find that", "zh": "没找到"}[language])
    await wang.sends_data(data)
    assert wang.hears({"en": "Dropped: meters", "zh": "去掉了：meters"}[language])
    ann = town.resident(language)
    await ann.says("/replies")
    assert ann.hears_nothing_of("meters")


@LANGUAGES
async def test_who_serves_in_no_unit_hears_so_before_writing_one(town: Town, language: str) -> None:
    clerk = await town.official(Role.DISPATCHER, language, area=COUNTY)
    await clerk.says("/replies")
    await clerk.taps({"en": "Write one", "zh": "写一条"}[language])
    assert clerk.hears({"en": "you have no post in one", "zh": "您还没有单位里的职务"}[language])
