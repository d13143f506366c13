"""What the tests of units among themselves share: a township's office, those above, and the words of both languages."""

from typing import Final

from casework.organisation import Unit
from casework.people import Role
from casework.petitions import Case
from storage.codec import Codec
from tests.handlers.dialogue import COUNTY, GOVERNMENT, RIVER, WATER, Actor, Town
from tests.handlers.staff_scene import ZH, at_work, complain

TOWN_OFFICE: Final = 24

WORDS: Final = {
    "More": "更多",
    "Not ours": "不归我们",
    "It stays": "不改",
    "Another unit": "给别的单位",
    "I don't know": "说不准",
    "Add a unit": "加协办",
    "To the units": "告诉各单位",
    "Report the result": "报结果",
    "Take it back": "收回",
    "We can't agree": "谈不拢",
    "Whistle for help": "吹哨求助",
    "Raise it": "吹哨",
    "Done": "办好了",
    "Not done": "没办",
    "Half": "一半",
    "Answer in writing": "写答复",
    "Part of Egret Water Bureau": "白鹭县水务局那份",
    "Willow Town Office": "柳河镇办",
    "Egret Water Bureau": "水务局",
    "Egret Roads Bureau": "交通局",
}


def word(actor: Actor, english: str) -> str:
    """Return a label as this person reads it."""
    return english if actor.language == "en" else {**ZH, **WORDS}[english]


async def taps(actor: Actor, *labels: str) -> None:
    """Tap the newest button of each label, one after the other."""
    for label in labels:
        await actor.taps(word(actor, label))


def hears(actor: Actor, english: str, chinese: str) -> bool:
    """Return whether something with those words arrived since the person's last deed; fails else."""
    return actor.hears(english if actor.language == "en" else chinese)


async def filed(town: Town, language: str) -> tuple[Actor, Case]:
    """Return somebody who has filed a complaint about a road, and has read what was said then; and its case."""
    ann, case = await complain(town, language)
    ann.chat.arrived.clear()
    return ann, case


async def dispatcher(town: Town, language: str) -> Actor:
    """Return the county's dispatcher."""
    return await town.official(Role.DISPATCHER, language, area=COUNTY, title="受理员", title_en="Dispatcher")


async def water(town: Town, language: str) -> Actor:
    """Return a cadre of the water bureau."""
    return await town.cadre(unit=WATER, title="水务员", title_en="Water officer", language=language)


async def chief(town: Town, language: str) -> Actor:
    """Return the head of the county's government, which stands above its bureaus."""
    return await town.official(Role.HEAD, language, unit=GOVERNMENT, title="县长", title_en="County head")


async def township(town: Town) -> None:
    """Found the office of a township below the county's government."""
    unit = Unit(TOWN_OFFICE, "willow", "柳河镇综合办", "Willow Town Office", "柳河镇办", RIVER, GOVERNMENT)
    async with town.store.batch() as batch:
        await batch.session.write("unit_insert", [{**Codec(Unit).encode(unit), "path": f"/21/{TOWN_OFFICE}/"}])
        await batch.session.write("organisation_changed", [{"id": 1}])


async def joint(town: Town, language: str, what: str = "Check the pipe") -> tuple[Actor, Actor, Actor, Actor]:
    """Return a resident, the lead's cadre, a cadre of the water bureau that assists, and the dispatcher."""
    wen, desk = await water(town, language), await dispatcher(town, language)
    ann, wang, case = await at_work(town, language)
    await desk.says(f"/case {case.number}")
    await taps(desk, "More", "Add a unit", "Egret Water Bureau")
    await desk.says(what)
    await desk.says("2026-03-09")
    return ann, wang, wen, desk
