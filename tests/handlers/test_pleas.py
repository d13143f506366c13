"""More time and other hands, told as conversations: the cadre and the resident ask, the head decides."""

import pytest

from casework.people import Role
from tests.handlers.dialogue import COUNTY, GOVERNMENT, Actor, Town
from tests.handlers.staff_scene import at_work, complain, head, taps, word

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])

LABELS = {
    "More": "更多",
    "Ask for more time": "申请延期",
    "Allow more time": "同意延期",
    "No more time": "不同意延期",
    "15 days": "15天",
    "30 days": "30天",
    "I step aside": "我要回避",
    "Someone else": "换个人办",
    "Someone else takes it": "同意换人",
    "It stays": "不换人",
}


async def chooses(actor: Actor, label: str) -> None:
    """Tap the newest button of that label, in the person's language."""
    await actor.taps(label if actor.language == "en" else LABELS[label])


def says(actor: Actor, english: str, chinese: str) -> bool:
    """Return whether one of these has arrived; fails else."""
    return actor.hears(english if actor.language == "en" else chinese)


async def asks_for_more(wang: Actor, days: str = "15 days") -> None:
    await wang.says("/cases")
    await wang.taps(wang.last.labels[0])
    await chooses(wang, "More")
    await chooses(wang, "Ask for more time")
    await chooses(wang, days)
    await wang.says("The ground is frozen")


@LANGUAGES
async def test_a_cadre_asks_for_more_time_and_the_head_allows_it(town: Town, language: str) -> None:
    chief = await head(town, language)
    ann, wang, case = await at_work(town, language)
    await asks_for_more(wang)
    assert says(wang, "the limit stays Friday 1 May", "期限照旧：5月1日")
    assert says(chief, "asks for 15 days more", "延15天")
    assert chief.hears("The ground is frozen")
    assert ann.chat.arrived == [], "nothing is decided yet"
    await chief.says(f"/case {case.number}")
    assert says(chief, "15 days more asked for", "申请延15天，还没定")
    await chooses(chief, "Allow more time")
    assert says(ann, "new last day is Saturday 16 May", "新的最后一天：5月16日")
    assert ann.hears("The ground is frozen")
    assert says(wang, "you have until Saturday 16 May", "延到5月16日")
    await wang.says(f"/case {case.number}")
    await chooses(wang, "More")
    assert word_of(wang, "Ask for more time") not in wang.last.labels, "once in all"
    await chief.says(f"/case {case.number}")
    assert word(chief, "Set a date") not in chief.last.labels, "the head's own word, too"


def word_of(actor: Actor, label: str) -> str:
    return label if actor.language == "en" else LABELS[label]


@LANGUAGES
async def test_the_head_says_no_and_the_cadre_hears_why(town: Town, language: str) -> None:
    chief = await head(town, language)
    ann, wang, case = await at_work(town, language)
    await asks_for_more(wang, "30 days")
    await chooses(chief, "No more time")
    await chief.says("Begin with the ditch")
    assert wang.hears("Begin with the ditch")
    assert ann.chat.arrived == []
    assert (await ann.cases())[0].limit_at == case.limit_at
    await chief.says(f"/case {case.number}")
    assert word(chief, "Set a date") in chief.last.labels, "the head may still grant it unasked"


@LANGUAGES
async def test_nobody_decides_and_the_next_morning_the_head_is_asked_again(town: Town, language: str) -> None:
    chief = await head(town, language)
    supervisor = await town.official(Role.SUPERVISOR, language, area=COUNTY)
    _, wang, _ = await at_work(town, language)
    await asks_for_more(wang)
    chief.chat.arrived.clear()
    await town.passes(days=1)
    assert says(chief, "asks for 15 days more", "延15天")
    assert supervisor.chat.arrived == []
    await town.passes(days=1)
    assert says(supervisor, "asks for 15 days more", "延15天")
    await chooses(supervisor, "Allow more time")
    assert says(wang, "you have until Saturday 16 May", "延到5月16日")


@LANGUAGES
async def test_a_cadre_cannot_allow_it_by_a_forged_button(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await town.official(Role.HEAD, language, unit=GOVERNMENT)
    await asks_for_more(wang)
    for verb in ("grant_extension", "refuse_extension"):
        await wang.sends_data(f"c.{verb}.{case.id}.{case.epoch}")
        assert word(wang, "That is for someone else") in wang.toast
    assert (await ann.cases())[0].limit_at == case.limit_at


@LANGUAGES
async def test_a_cadre_steps_aside_before_taking_the_case(town: Town, language: str) -> None:
    chief = await head(town, language)
    wang = await town.cadre(language=language)
    li = await town.cadre(title="二号办事员", title_en="Second clerk", language=language)
    _, case = await complain(town, language)
    first, second = (wang, li) if (await wang.person()).id == case.cadre_id else (li, wang)
    await chooses(first, "More")
    await chooses(first, "I step aside")
    await first.says("It is my brother's road")
    assert says(first, "it won't come back to you", "不会再派给您")
    assert second.hears(case.number)
    assert chief.hears("It is my brother's road")
    await first.sends_data(f"c.accept.{case.id}.{case.epoch}")
    assert says(first, "somebody else takes this one", "要由别的同志来办")


@LANGUAGES
async def test_a_resident_wishes_for_somebody_else_and_the_cadre_reads_nothing_of_it(town: Town, language: str) -> None:
    chief = await head(town, language)
    wang = await town.cadre(language=language)
    ann, case = await complain(town, language)
    await taps(wang, "Accept")
    li = await town.cadre(title="二号办事员", title_en="Second clerk", language=language)
    await chooses(ann, "Someone else")
    await ann.says("他是我邻居的儿子，电话13912345678")
    assert says(ann, "Work goes on meanwhile", "照样办")
    assert chief.hears("他是我邻居的儿子")
    assert "13912345678" not in chief.last.text, "the head reads no number"
    assert wang.chat.arrived == [] or not any("邻居" in each.text for each in wang.chat.arrived)
    await wang.says(f"/case {case.number}")
    assert not any("邻居" in each.text for each in wang.chat.arrived), "neither the card nor the history says why"
    await chooses(chief, "Someone else takes it")
    assert li.hears(case.number)
    assert says(ann, "is on it now", "办。什么都没丢")
    await wang.says(f"/case {case.number}")
    assert not any("邻居" in each.text for each in wang.chat.arrived)


@LANGUAGES
async def test_a_wish_refused_is_explained(town: Town, language: str) -> None:
    chief = await head(town, language)
    wang = await town.cadre(language=language)
    ann, case = await complain(town, language)
    await taps(wang, "Accept")
    await chooses(ann, "Someone else")
    await ann.says("I don't know him")
    await chooses(chief, "It stays")
    await chief.says("He has done this road before")
    assert ann.hears("He has done this road before")
    assert (await ann.cases())[0].cadre_id == (await wang.person()).id
    assert (await ann.cases())[0].epoch >= case.epoch
