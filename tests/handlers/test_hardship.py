"""Hardship and what goes upward, told as conversations."""

import pytest

from casework.people import Role
from tests.handlers.dialogue import COUNTY, Actor, Town
from tests.handlers.staff_scene import at_work

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])

LABELS = {
    "More": "更多",
    "Hardship": "生活困难",
    "Home visit": "上门记录",
    "Nothing given": "没给东西",
    "Report upward": "马上上报",
    "Seen": "看到了",
}


async def chooses(actor: Actor, label: str) -> None:
    """Tap the newest button of that label, in the person's language."""
    await actor.taps(label if actor.language == "en" else LABELS[label])


def says(actor: Actor, english: str, chinese: str) -> bool:
    """Return whether one of these has arrived; fails else."""
    return actor.hears(english if actor.language == "en" else chinese)


@LANGUAGES
async def test_a_household_in_hardship_is_visited_and_reads_what_it_was_given(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await wang.says(f"/case {case.number}")
    await chooses(wang, "More")
    await chooses(wang, "Hardship")
    await wang.says("一个人带两个孩子")
    assert says(wang, "visit by Monday 9 March", "3月9日（周一）前上门")
    assert ann.chat.arrived == []
    await ann.says(f"/case {case.number}")
    shown = "\n".join(each.text for each in ann.chat.arrived)
    assert "一个人带两个孩子" not in shown
    assert not any(label in shown for label in ("Hardship", "困难"))
    await town.passes(days=7)
    assert says(wang, "hardship: visit them", "困难家庭，要上门")
    await wang.taps(case.number)
    await chooses(wang, "Home visit")
    await wang.says("米")
    await wang.says("两袋")
    await wang.says("镇民政所")
    assert says(ann, "镇民政所 gave you 米", "镇民政所给您家的米")
    assert ann.hears("两袋")
    await wang.says(f"/case {case.number}")
    assert says(wang, "Visited", "上门看过了")


@LANGUAGES
async def test_a_visit_on_which_nothing_was_given(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await wang.sends_data(f"c.flag_hardship.{case.id}.{case.epoch}")
    await wang.says("病了")
    await wang.says(f"/case {case.number}")
    await chooses(wang, "Home visit")
    await chooses(wang, "Nothing given")
    assert says(ann, "somebody came to see you", "上门看过您")


@LANGUAGES
async def test_a_leader_says_that_what_endangers_many_was_seen(town: Town, language: str) -> None:
    leader = await town.official(Role.LEADER, language, area=COUNTY, title="分管领导", title_en="County leader")
    _, wang, case = await at_work(town, language)
    await wang.says(f"/case {case.number}")
    await chooses(wang, "More")
    await chooses(wang, "Report upward")
    await wang.says("坝漏了，下面四十户")
    assert leader.hears("坝漏了，下面四十户")
    await town.passes(hours=2)
    assert leader.hears("坝漏了，下面四十户"), "unseen, it comes again"
    await chooses(leader, "Seen")
    assert says(wang, "County leader has seen your report", "分管领导看到您的上报了")
    await wang.says(f"/case {case.number}")
    assert says(wang, "seen by County leader", "分管领导看到了")
