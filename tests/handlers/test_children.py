"""A child writes; harm to a child is told of: both as conversations."""

import pytest

from casework.people import Role
from tests.handlers.dialogue import COUNTY, Actor, Town
from tests.handlers.staff_scene import taps

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])

WORDS = {
    "en": "I am 11 years old and there is a hole in the road in Maple Village",
    "zh": "我今年11岁，枫桥村的路上有个大坑",
}


def says(actor: Actor, english: str, chinese: str) -> bool:
    """Return whether one of these has arrived; fails else."""
    return actor.hears(english if actor.language == "en" else chinese)


async def writes(town: Town, language: str) -> tuple[Actor, Actor, Actor]:
    """Return a child who has just filed, the cadre, and the dispatcher."""
    caller = await town.official(Role.DISPATCHER, language, area=COUNTY)
    wang = await town.cadre(language=language)
    tim = town.resident(language)
    await tim.says(WORDS[language])
    await taps(tim, "Send")
    return tim, wang, caller


@LANGUAGES
async def test_a_child_names_the_grown_up_and_only_the_office_reads_the_name(town: Town, language: str) -> None:
    tim, wang, caller = await writes(town, language)
    assert says(tim, "Does a grown-up of your family know", "家里有大人知道")
    assert len(tim.last.labels) == 3
    await tim.taps({"en": "A grown-up knows", "zh": "大人知道"}[language])
    await tim.says("王奶奶")
    assert says(tim, "Write here at any time", "随时写在这里")
    number = (await tim.cases())[0].number
    for actor, reads in ((wang, False), (caller, True)):
        await actor.says(f"/case {number}")
        shown = "\n".join(each.text for each in actor.chat.arrived)
        assert "🧒" in shown
        assert ("王奶奶" in shown) is reads


@LANGUAGES
async def test_a_child_alone_hears_whom_to_call_and_the_office_gets_in_touch(town: Town, language: str) -> None:
    tim, _, caller = await writes(town, language)
    await tim.taps({"en": "It's just me", "zh": "就我自己"}[language])
    assert says(tim, "call 110", "打 110")
    assert says(caller, "Please get in touch", "请联系一下")


@LANGUAGES
async def test_an_old_button_asks_nobody_twice(town: Town, language: str) -> None:
    tim, _, caller = await writes(town, language)
    await tim.taps({"en": "I'm older", "zh": "我满岁数了"}[language])
    case = (await tim.cases())[0]
    caller.chat.arrived.clear()
    await tim.sends_data(f"c.child.{case.id}.{case.epoch}.alone")
    assert caller.chat.arrived == []
    await caller.says(f"/case {case.number}")
    assert "🧒" not in caller.last.text


@LANGUAGES
async def test_harm_to_a_child_is_asked_about_and_rings_the_duty_officer(town: Town, language: str) -> None:
    duty = await town.official(Role.DUTY, language, area=COUNTY, title="值班员", title_en="Duty officer")
    ann = town.resident(language)
    await ann.says({"en": "My neighbour beats her child every night", "zh": "隔壁的小孩天天被毒打，浑身是伤"}[language])
    assert says(ann, "Is a child being hurt", "是不是有孩子受了伤害")
    await ann.taps({"en": "Get help for the child", "zh": "请人帮帮孩子"}[language])
    assert says(duty, "A child may have been hurt", "有孩子可能受了伤害")
    assert says(ann, "to help the child", "来帮孩子")
