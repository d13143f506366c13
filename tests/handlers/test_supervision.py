"""Supervision in chat: a supervisor presses, the unit answers, the answer is judged, and what is missed climbs."""

import pytest

from casework.people import Role
from tests.handlers.dialogue import COUNTY, Actor, Town
from tests.handlers.staff_scene import at_work, head

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])

WORDS = {
    "More": "更多",
    "Press for an answer": "督办",
    "Answer the supervisor": "回复督办",
    "Accept the answer": "可以了",
    "Send it back": "退回重答",
    "Nothing is left": "没有剩下的",
    "I answer for this one": "这件我来包",
    "Not me": "我不包",
    "Ask a leader": "请领导包案",
    "County leader": "县领导",
    "Put on the list": "挂牌",
    "Take off the list": "摘牌",
}


async def tap(actor: Actor, label: str) -> None:
    """Tap the newest button of that label, in the actor's language."""
    await actor.taps(label if actor.language == "en" else WORDS[label])


async def over(town: Town, language: str, role: Role = Role.SUPERVISOR, title: str = "Watch") -> Actor:
    """Return somebody with a post over the county."""
    titles = {"Watch": "督查员", "County leader": "县领导", "Second leader": "二号领导", "Intake": "受理员"}
    return await town.official(role, language, area=COUNTY, title=titles[title], title_en=title)


async def press(town: Town, language: str, boss: Actor, number: str, day: str = "2026-03-06") -> None:
    """Press a case of that number: by default until Friday."""
    await boss.says(f"/case {number}")
    await tap(boss, "More")
    await tap(boss, "Press for an answer")
    await boss.says("Why is the hole still open?")
    await boss.says(day)


async def answer(wang: Actor) -> None:
    """Answer whoever has pressed."""
    await tap(wang, "Answer the supervisor")
    await wang.says("The road sank.")
    await wang.says("It is fenced off.")
    await wang.says("2026-03-20")


def says(actor: Actor, english: str, chinese: str) -> bool:
    """Return whether that text arrived, in the actor's language; fails else."""
    return actor.hears(english if actor.language == "en" else chinese)


@LANGUAGES
async def test_a_supervisor_presses_the_unit_answers_and_the_answer_is_accepted(town: Town, language: str) -> None:
    boss, chief = await over(town, language), await head(town, language)
    ann, wang, case = await at_work(town, language)
    limit = case.limit_at
    await press(town, language, boss, case.number)
    assert says(boss, "asked to answer by Friday 6 March", "3月6日（周五）前回复")
    assert says(wang, "Watch wants an answer on .* by Friday 6 March: “Why is the hole still open", "督查员督办")
    assert says(chief, "Watch wants an answer", "督查员督办")
    assert says(ann, "You need do nothing", "您不用做什么")
    assert ann.hears_nothing_of("Why is the hole"), "the words are the unit's to read"
    await answer(wang)
    assert says(boss, "Found: “The road sank.*Done: “It is fenced off.*by Friday 20 March", "查到.*做了.*3月20日")
    await tap(boss, "Accept the answer")
    assert says(wang, "the answer is accepted", "通过了")
    now = (await ann.cases())[0]
    assert (now.press, now.limit_at) == (None, limit), "the legal limit stays as it was"


@LANGUAGES
async def test_an_answer_that_says_nothing_comes_back_with_a_new_day(town: Town, language: str) -> None:
    boss = await over(town, language)
    ann, wang, case = await at_work(town, language)
    await press(town, language, boss, case.number)
    await answer(wang)
    await tap(boss, "Send it back")
    await boss.says("By whom is it mended?")
    await boss.says("2026-03-10")
    assert says(wang, "came back: “By whom is it mended.*Tuesday 10 March", "退回来了.*3月10日")
    await answer(wang)
    await tap(boss, "Accept the answer")
    assert (await ann.cases())[0].press is None
    await press(town, language, boss, case.number, "2026-03-12")
    assert (await ann.cases())[0].press is not None, "it can be pressed again"


@LANGUAGES
async def test_a_missed_answer_is_brought_to_mind_and_then_climbs_the_ladder(town: Town, language: str) -> None:
    boss, chief = await over(town, language), await head(town, language)
    leader = await over(town, language, Role.LEADER, "County leader")
    _, wang, case = await at_work(town, language)
    await press(town, language, boss, case.number)
    await town.passes(days=4)  # Friday, 9:00
    assert says(wang, "is due by Friday 6 March", "3月6日（周五）到期")
    for each in (wang, chief, boss):
        each.chat.arrived.clear()
    await town.passes(days=2, hours=23, minutes=29)  # Monday, 8:29
    assert all(each.hears_nothing_of("⚠️") for each in (wang, chief, boss))
    await town.passes(minutes=1)
    for each in (wang, chief, boss):
        assert says(each, "none has come", "到现在没有")
    boss.chat.arrived.clear()
    await town.passes(days=3)  # Thursday
    assert says(boss, "none has come", "到现在没有")
    await town.passes(days=5)  # Tuesday: the leader reads it in the digest
    assert any(case.number in shown.text for shown in leader.chat.messages)


@LANGUAGES
async def test_the_press_ends_with_the_case(town: Town, language: str) -> None:
    boss = await over(town, language)
    ann, wang, case = await at_work(town, language)
    await press(town, language, boss, case.number)
    await ann.says(f"/case {case.number}")
    await ann.sends_data(f"c.withdraw_yes.{case.id}.{(await ann.cases())[0].epoch}")
    assert (await ann.cases())[0].press is None
    wang.chat.arrived.clear()
    await town.passes(days=10)
    assert wang.hears_nothing_of("🔎|⚠️")


@LANGUAGES
async def test_neither_residents_nor_cadres_press_and_nobody_judges_but_those_above(town: Town, language: str) -> None:
    boss = await over(town, language)
    ann, wang, case = await at_work(town, language)
    for actor in (ann, wang):
        await actor.sends_data(f"c.press.{case.id}.{case.epoch}")
        assert (await ann.cases())[0].press is None
    await press(town, language, boss, case.number)
    await answer(wang)
    for actor in (ann, wang):
        await actor.sends_data(f"c.accept_press.{case.id}.{case.epoch}")
        assert (await ann.cases())[0].press is not None


@LANGUAGES
async def test_a_leader_answers_for_a_case_and_the_resident_hears_who(town: Town, language: str) -> None:
    leader = await over(town, language, Role.LEADER, "County leader")
    ann, wang, case = await at_work(town, language)
    await leader.says(f"/case {case.number}")
    await tap(leader, "More")
    await tap(leader, "I answer for this one")
    assert says(ann, "County leader answers for", "由县领导亲自负责")
    assert says(wang, "County leader answers for it in person", "由县领导包案")
    await ann.says("/my")
    await ann.taps(case.number)
    assert says(ann, "⭐ County leader", "⭐ 县领导")


@LANGUAGES
async def test_a_leader_who_is_asked_says_yes_and_one_who_owns_hands_it_on(town: Town, language: str) -> None:
    boss = await over(town, language)
    leader = await over(town, language, Role.LEADER, "County leader")
    second = await over(town, language, Role.LEADER, "Second leader")
    ann, _, case = await at_work(town, language)
    await boss.says(f"/case {case.number}")
    await tap(boss, "More")
    await tap(boss, "Ask a leader")
    await tap(boss, "County leader")
    assert says(leader, "Watch asks you to answer in person", "督查员请您包案")
    assert (await ann.cases())[0].owner_id is None, "it takes their yes"
    await tap(leader, "I answer for this one")
    assert (await ann.cases())[0].owner_id == (await leader.person()).id
    await tap(leader, "More")
    await tap(leader, "Ask a leader")
    assert second.chat.messages == []
    await leader.taps({"en": "Second leader", "zh": "二号领导"}[language])
    assert (await ann.cases())[0].owner_id == (await leader.person()).id, "until the other's yes it stays theirs"
    await tap(second, "I answer for this one")
    assert (await ann.cases())[0].owner_id == (await second.person()).id
    assert says(leader, "in your place", "改由二号领导包案")
    assert says(ann, "Second leader answers for", "由二号领导亲自负责")


@LANGUAGES
async def test_a_leader_who_says_no_is_no_owner_and_whoever_asked_hears_it(town: Town, language: str) -> None:
    boss = await over(town, language)
    leader = await over(town, language, Role.LEADER, "County leader")
    ann, _, case = await at_work(town, language)
    await boss.says(f"/case {case.number}")
    await tap(boss, "More")
    await tap(boss, "Ask a leader")
    await tap(boss, "County leader")
    await tap(leader, "Not me")
    assert says(boss, "won't answer for it", "县领导不包")
    now = (await ann.cases())[0]
    assert (now.owner_id, now.owner_asked) == (None, None)


@LANGUAGES
async def test_a_case_is_put_on_the_list_with_a_day_and_taken_off(town: Town, language: str) -> None:
    boss = await over(town, language)
    _, wang, case = await at_work(town, language)
    await boss.says("/listed")
    assert says(boss, "No case is on the list", "没有挂牌的")
    await boss.says(f"/case {case.number}")
    await tap(boss, "More")
    await tap(boss, "Put on the list")
    await boss.says("2026-03-16")
    assert says(wang, "to be settled by Monday 16 March", "3月16日（周一）前办结")
    await boss.says("/listed")
    assert boss.hears(case.number)
    assert says(boss, "14 days left", "还有14天")
    await boss.taps(case.number)
    await tap(boss, "More")
    await tap(boss, "Take off the list")
    await boss.says("/listed")
    assert says(boss, "No case is on the list", "没有挂牌的")
    await wang.says("/listed")
    assert says(wang, "for supervisors and leaders", "给督查和领导看")
