"""The morning's digest as people read it: numbers first, each role what concerns it, nothing where there is nothing."""

import pytest

from casework.actions import membership
from casework.people import Role
from tests.handlers.dialogue import COUNTY, ROADS, Actor, Town
from tests.handlers.staff_scene import at_work, complain, taps

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
TITLES = {"en": "Officer", "zh": "同志"}


async def joins(town: Town, language: str, role: Role) -> Actor:
    """Return somebody who has taken up a post by an invitation, as all staff of a service have."""
    unit, area = (ROADS, None) if role in {Role.CADRE, Role.HEAD} else (None, COUNTY)
    async with town.store.turn(town.now) as uow:
        code = await membership.invite(uow, role, unit, area, f"{role.value}同志", f"The {role.value}")
    actor = town.resident(language)
    await actor.says(f"/start {code}")
    return actor


def digests(actor: Actor) -> list[str]:
    """Return the digests that have arrived."""
    return [shown.text for shown in actor.chat.messages if shown.text.startswith(("Good morning", "早上好"))]


@LANGUAGES
async def test_who_has_nothing_gets_nothing(town: Town, language: str) -> None:
    everybody = [await joins(town, language, role) for role in Role]
    await town.passes(days=7)
    assert [digests(actor) for actor in everybody] == [[]] * len(everybody)


@LANGUAGES
async def test_a_late_case_stands_in_the_digest_of_each_working_day_though_nothing_was_put_aside(
    town: Town, language: str
) -> None:
    wang, chief = await joins(town, language, Role.CADRE), await joins(town, language, Role.HEAD)
    boss, office = await joins(town, language, Role.SUPERVISOR), await joins(town, language, Role.DISPATCHER)
    _, case = await complain(town, language)
    await taps(wang, "Accept")
    await town.passes(days=60)  # Friday 1 May: the last day.
    assert {"en": "1 due today", "zh": "今天到期1件"}[language] in digests(wang)[-1]
    await town.passes(days=4)  # Tuesday; there are no holidays in this town.
    for actor in (wang, chief, boss):
        assert {"en": "1 late", "zh": "过期1件"}[language] in digests(actor)[-1].splitlines()[0]
        assert case.number in digests(actor)[-1]
    before = len(digests(wang))
    await town.passes(days=1)
    assert len(digests(wang)) == before + 1, "one a working day"
    assert all({"en": "late", "zh": "过期"}[language] not in text for text in digests(office)), "not the intake's"


@LANGUAGES
async def test_it_comes_at_half_past_eight_of_a_working_day_and_not_a_minute_before(town: Town, language: str) -> None:
    wang = await joins(town, language, Role.CADRE)
    await town.passes(days=4)  # Friday, 9:00
    await complain(town, language)
    await town.passes(days=2, hours=23, minutes=29)
    assert digests(wang) == []
    await town.passes(minutes=1)  # Monday, 8:30
    assert len(digests(wang)) == 1
    assert {"en": "1 waiting for you", "zh": "等您1件"}[language] in digests(wang)[0]
    assert {"en": "accept or decline", "zh": "接不接"}[language] in digests(wang)[0]


@LANGUAGES
async def test_what_is_asked_waits_for_whom_it_is_asked_of(town: Town, language: str) -> None:
    wang, chief = await joins(town, language, Role.CADRE), await joins(town, language, Role.HEAD)
    boss = await joins(town, language, Role.SUPERVISOR)
    _, case = await complain(town, language)
    await taps(wang, "Accept")
    await boss.says(f"/case {case.number}")
    await boss.taps({"en": "More", "zh": "更多"}[language])
    await boss.taps({"en": "Press for", "zh": "督办"}[language])
    await boss.says("Why is it open?")
    await boss.says("2026-03-20")
    await town.passes(days=1)
    for actor in (wang, chief):
        assert {"en": "answer the supervisor", "zh": "等您回复督办"}[language] in digests(actor)[-1]
    await wang.taps({"en": "Answer the supervisor", "zh": "回复督办"}[language])
    for words in ("The road sank", "Fenced off", "2026-03-10"):
        await wang.says(words)
    await town.passes(days=1)
    assert {"en": "the unit has answered you", "zh": "单位回复您了"}[language] in digests(boss)[-1]


@LANGUAGES
async def test_a_decision_waits_for_whoever_takes_it(town: Town, language: str) -> None:
    wang, chief = await joins(town, language, Role.CADRE), await joins(town, language, Role.HEAD)
    boss, office = await joins(town, language, Role.SUPERVISOR), await joins(town, language, Role.DISPATCHER)
    _, first = await complain(town, language)
    await taps(wang, "Accept")
    await wang.sends_data(f"c.ask_extension.{first.id}.{first.epoch + 1}")
    await wang.taps({"en": "15 days", "zh": "15天"}[language])
    await wang.says("The ground is frozen")
    _, second = await complain(town, language)
    await wang.sends_data(f"c.object_to.{second.id}.{second.epoch}")
    await wang.says("The pipe below is the water bureau's")
    await wang.taps({"en": "I don't know", "zh": "说不准"}[language])
    await town.passes(days=1)
    assert {"en": "more time is asked", "zh": "申请延期，等您定"}[language] in digests(chief)[-1]
    assert {"en": "a unit says that it is not its", "zh": "单位有异议"}[language] in digests(office)[-1]
    for actor, words in ((wang, "more time is asked|申请延期"), (boss, "not its: decide|有异议")):
        assert not any(each in digest for each in words.split("|") for digest in digests(actor))


@LANGUAGES
async def test_what_came_in_is_read_once_by_supervisor_and_intake(town: Town, language: str) -> None:
    boss, office = await joins(town, language, Role.SUPERVISOR), await joins(town, language, Role.DISPATCHER)
    await town.passes(minutes=1)
    await complain(town, language)
    await town.passes(days=1)
    for actor in (boss, office):
        assert {"en": "1 new", "zh": "新来1件"}[language] in digests(actor)[-1]
    await town.passes(days=1)
    assert len(digests(boss)) == 1, "what is told is not new on the day after"


@LANGUAGES
async def test_a_leader_reads_each_week_how_the_case_stands_for_which_they_answer(town: Town, language: str) -> None:
    leader = await joins(town, language, Role.LEADER)
    _, _, case = await at_work(town, language)
    await leader.sends_data(f"c.own.{case.id}.{case.epoch}")
    await town.passes(days=21.1)
    weekly = [text for text in digests(leader) if {"en": "1 in your charge", "zh": "您包的1件"}[language] in text]
    assert len(weekly) == 3


@LANGUAGES
async def test_today_shows_it_at_any_hour_and_only_to_staff(town: Town, language: str) -> None:
    wang, ann = await joins(town, language, Role.CADRE), town.resident(language)
    await wang.says("/today")
    assert wang.hears({"en": "Nothing is due", "zh": "没有到期的"}[language])
    _, case = await complain(town, language)
    await wang.says("/today")
    assert wang.hears({"en": "1 waiting for you", "zh": "等您1件"}[language])
    await wang.taps(case.number)
    assert {"en": "Accept", "zh": "我接"}[language] in wang.last.labels
    await ann.says("/today")
    assert ann.hears("/join")
    for forged in ("m.today.x", "m.today.-1", "m.today.99999999999999", "m.today.50"):
        await wang.sends_data(forged)
