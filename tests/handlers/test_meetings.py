"""A mediation and a settlement, told as conversations."""

import pytest

from casework.petitions import Closing, State
from tests.handlers.dialogue import Actor, Town
from tests.handlers.staff_scene import at_work

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])

LABELS = {
    "More": "更多",
    "Hearing or mediation": "听证或调解",
    "Settlement": "写下和解",
    "mediation": "调解",
    "How it went": "开得怎么样",
    "Two hours": "两小时",
    "They agreed": "谈成了",
    "They didn't": "没谈成",
    "I can't come": "我来不了",
    "Yes, that's it": "是这样",
    "No, it isn't": "不是这样谈的",
}


async def chooses(actor: Actor, label: str) -> None:
    """Tap the newest button of that label, in the person's language."""
    await actor.taps(label if actor.language == "en" else LABELS[label])


def says(actor: Actor, english: str, chinese: str) -> bool:
    """Return whether one of these has arrived; fails else."""
    return actor.hears(english if actor.language == "en" else chinese)


async def invites(wang: Actor, number: str) -> None:
    """Invite both sides to a mediation on Thursday 5 March at 14:30."""
    await wang.says(f"/case {number}")
    await chooses(wang, "More")
    await chooses(wang, "Hearing or mediation")
    await chooses(wang, "mediation")
    await wang.says("2026-03-05")
    await wang.taps("14:30")
    await wang.says("村委会二楼")


@LANGUAGES
async def test_a_mediation_from_the_invitation_to_the_residents_yes(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await invites(wang, case.number)
    assert says(ann, "Thursday 5 March, 14:30, at 村委会二楼", "3月5日（周四） 14:30，在村委会二楼")
    await ann.says(f"/case {case.number}")
    assert says(ann, "mediation: Thursday 5 March", "调解：3月5日（周四）")
    await town.passes(days=2, hours=9)
    assert says(ann, "Tomorrow", "明天")
    await town.passes(days=1, hours=20)
    assert says(wang, "How was the mediation", "调解开得怎么样")
    await chooses(wang, "How it went")
    await chooses(wang, "Two hours")
    await wang.says("居民、村干部、施工方")
    await chooses(wang, "They agreed")
    await wang.says("施工方五月底前把墙砌好")
    assert says(ann, "it holds only once you say yes", "点了头才算数")
    assert ann.hears("施工方五月底前把墙砌好")
    assert len(ann.last.labels) == 3
    await chooses(ann, "Yes, that's it")
    assert (await ann.cases())[0].closing is Closing.SETTLED
    assert says(wang, "confirms what was agreed", "按和解结了")
    await ann.says(f"/case {case.number}")
    assert says(ann, "settled between both sides", "双方和解了")


@LANGUAGES
async def test_without_an_agreement_the_result_is_told_and_work_goes_on(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await invites(wang, case.number)
    await town.passes(days=4)
    await wang.says(f"/case {case.number}")
    await chooses(wang, "How it went")
    await chooses(wang, "Two hours")
    await wang.says("居民、施工方")
    await chooses(wang, "They didn't")
    await wang.says("各说各的，下周再谈")
    assert ann.hears("各说各的，下周再谈")
    assert (await ann.cases())[0].state is State.WORKING


@LANGUAGES
async def test_a_resident_who_cannot_come_gets_another_time(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await invites(wang, case.number)
    await chooses(ann, "I can't come")
    assert says(ann, "will name another time", "另约时间")
    assert says(wang, "can't come to the mediation on Thursday 5 March", "3月5日（周四）的调解来不了")
    await chooses(wang, "Hearing or mediation")
    await chooses(wang, "mediation")
    await wang.says("2026-03-06")
    await wang.taps("09:00")
    await wang.says("村委会二楼")
    assert says(ann, "Friday 6 March, 09:00", "3月6日（周五） 09:00")


@LANGUAGES
async def test_a_settlement_read_back_and_denied(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await wang.says(f"/case {case.number}")
    await chooses(wang, "More")
    await chooses(wang, "Settlement")
    await wang.says("居民和施工方")
    await wang.says("赔五百块，月底前给")
    assert ann.hears("赔五百块，月底前给")
    await chooses(ann, "No, it isn't")
    assert (await ann.cases())[0].state is State.WORKING
    assert says(wang, "that isn't what was agreed", "不是这样谈的")
