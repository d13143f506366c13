"""On-site days told as conversations: where to go, the agenda, the spot with poor reception, and what comes of it."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from casework.actions.telling import expect_digest
from casework.onsite.outings import Outing, OutingItem, OutingState
from casework.people import Role
from casework.petitions import Agreed, Behalf, Case, Petition, Relative
from casework.profile import Onsite
from casework.tasks import Task
from handlers.messages import Kind
from tests.handlers.dialogue import COUNTY, ROADS, WATER, Actor, Town
from tests.handlers.staff_scene import at_work, complain
from tests.storage.raw import every

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
FAR, MAPLE = 14, 11


def word(actor: Actor, en: str, zh: str) -> str:
    return en if actor.language == "en" else zh


async def stored(town: Town, kind: type[Any]) -> list[Any]:
    """Return all rows of a kind."""
    async with town.store.reading() as session:
        return await every(session, (kind,))


async def outing_of(town: Town) -> Outing:
    """Return the one on-site day as stored."""
    found: Outing
    (found,) = await stored(town, Outing)
    return found


async def items_of(town: Town) -> list[OutingItem]:
    return await stored(town, OutingItem)


async def leads(town: Town, language: str, title: str = "县长", title_en: str = "County leader") -> Actor:
    """Return a leader over the county who reads a digest."""
    leader = await town.official(Role.LEADER, language, area=COUNTY, title=title, title_en=title_en)
    reader = await leader.person()
    async with town.store.turn(town.now) as uow:
        await expect_digest(uow, reader.id)
    return leader


async def knows(town: Town, area_id: int, minutes: int) -> None:
    """Let the organisation file say how far a village is."""
    async with town.store.database.transaction() as session:
        await session.write("organisation_changed", [{"id": 1}])
    await town.store.database.script(f"update areas set travel_minutes = {minutes} where id = {area_id}")


async def planned(town: Town, language: str) -> tuple[Actor, Actor, Actor, Case]:
    """Return a leader, a resident, the cadre and the case: a day in the village is planned, in three days."""
    leader = await leads(town, language)
    ann, wang, case = await at_work(town, language)
    await leader.says(f"/onsite {word(leader, 'Maple Village', '枫桥村')}")
    await leader.taps(leader.last.labels[0])
    await leader.taps(word(leader, "Morning", "上午"))
    await leader.says(word(leader, "at the bridge", "桥头"))
    return leader, ann, wang, case


@LANGUAGES
async def test_where_to_go_next_says_why_and_a_far_silent_village_comes_first(town: Town, language: str) -> None:
    leader = await leads(town, language)
    await knows(town, FAR, 150)
    await complain(town, language)
    await leader.says("/onsite")
    assert leader.hears(word(leader, "No on-site day is planned", "还没有安排现场办公"))
    await leader.taps(word(leader, "Where to go next", "下一站去哪里"))
    assert leader.hears(
        word(leader, "1. Cloudrest Village.*nobody there has written", "1. 松岗乡云居村.*一年没人反映过")
    )
    assert leader.hears(word(leader, "150 minutes away", "路上150分钟"))
    assert leader.hears(word(leader, "1 open case", "在办1件"))
    await leader.taps(word(leader, "Cloudrest Village", "云居村"))
    assert leader.hears(word(leader, "on which day", "哪一天"))


@LANGUAGES
async def test_a_new_quarter_proposes_and_what_is_passed_over_climbs(town: Town, language: str) -> None:
    leader = await leads(town, language)
    await town.passes(days=40)  # into April
    assert leader.hears(word(leader, "A new quarter", "新的一季"))
    leader.chat.arrived.clear()
    await town.passes(days=91)
    assert leader.hears(word(leader, "passed over once", "提了1次没去"))


@LANGUAGES
async def test_a_cluster_of_late_cases_proposes_a_visit_by_itself_and_once(town: Town, language: str) -> None:
    town.store.rules = replace(
        town.store.rules, profile=replace(town.store.rules.profile, onsite=Onsite(cluster=1, cluster_days=60))
    )
    leader = await leads(town, language)
    await at_work(town, language)
    await town.passes(days=64)
    cluster = word(leader, "Several cases of one village are late", "一个村好几件过期")
    assert sum(bool(re.search(cluster, shown.text)) for shown in leader.chat.messages) == 1


@LANGUAGES
async def test_a_day_from_the_plan_to_the_residents_answer(town: Town, language: str) -> None:
    leader, ann, wang, case = await planned(town, language)
    assert wang.hears(word(wang, "You come along", "请一起来"))
    assert ann.hears(word(ann, "come to your village", "到您村里"))
    await ann.taps(word(ann, "I'll be there", "我在场"))
    assert ann.hears(word(ann, r"come to you\. May those who come know your name", "他们来找您。您的名字"))
    await ann.taps(word(ann, "Yes, they may", "可以"))
    await town.passes(days=2, hours=12)
    assert ann.hears(word(ann, "tomorrow they come", "明天"))
    assert wang.hears(word(wang, "Tomorrow", "明天"))
    await town.passes(days=1)
    # On the spot.
    await wang.says("/onsite")
    await wang.taps(word(wang, "Maple Village", "枫桥村"))
    assert wang.hears(word(wang, "the resident is coming", "居民在场"))
    await wang.taps(f"1 · {case.label}")
    await wang.says(word(wang, "The rail is broken", "栏杆断了"))
    await wang.sends_photo()
    await wang.shares(27.01, 118.0)
    assert wang.hears(word(wang, "3 notes", "3条"))
    await wang.taps(word(wang, "Decide", "定下来"))
    await wang.says(word(wang, "A new rail of steel", "换成钢栏杆"))
    assert wang.hears(word(wang, "27.01000, 118.00000", "27.01000, 118.00000"))
    await wang.taps(word(wang, "Who does what", "谁来办"))
    await wang.says(word(wang, "Put the rail up", "装栏杆"))
    await wang.taps(word(wang, "Egret Roads Bureau", "交通局"))
    await wang.says("2026-07-30")
    assert wang.hears(word(wang, "is to do it by Thursday 30 July", "7月30日"))
    ann.chat.arrived.clear()
    await leader.says("/onsite")
    await leader.taps(word(leader, "Maple Village", "枫桥村"))
    await leader.taps(word(leader, "Close the day", "收尾"))
    assert leader.hears(word(leader, "Worked: 1 of 1", "1件办了1件"))
    assert ann.hears(word(ann, "Found: The rail is broken", "查到：栏杆断了"))
    assert ann.hears(word(ann, "by Thursday 30 July", "7月30日"))
    # Afterwards: a long work has milestones, and somebody goes back.
    (task,) = await stored(town, Task)
    assert len(task.milestones) == 2
    leader.chat.arrived.clear()
    await town.passes(days=63)
    assert leader.hears(word(leader, "isn't finished", "还没办完"))
    await leader.says("/onsite log")
    assert leader.hears(word(leader, "worked 1 of 1, 0 solved", "1件办了1件，一个月后办好0件"))
    assert (await outing_of(town)).solved == 0


@LANGUAGES
async def test_out_of_a_dead_spot_notes_come_late_and_find_their_item(town: Town, language: str) -> None:
    leader = await leads(town, language)
    _, wang, first = await at_work(town, language)
    pipe = {"en": "In Maple Village the water pipe bursts every winter", "zh": "枫桥村的水管每年冬天都爆，没水喝"}
    await complain(town, language, pipe[language])
    await leader.says(f"/onsite {word(leader, 'Maple Village', '枫桥村')}")
    await leader.taps(leader.last.labels[0])
    await leader.taps(word(leader, "Morning", "上午"))
    await leader.taps(word(leader, "Skip", "跳过"))
    await town.passes(days=3, hours=2)
    by_case = {item.case_id: item for item in await items_of(town)}
    assert len(by_case) == 2
    here = by_case.pop(first.id)
    (there,) = by_case.values()
    await wang.sends_data(f"o.item.{here.id}")
    opened = town.now
    card = next(shown for shown in wang.chat.messages if shown.card == f"item:{here.id}")
    town.now += timedelta(minutes=20)
    await wang.sends_data(f"o.item.{there.id}")
    town.now += timedelta(minutes=20)
    # Now reception is back: three at once, the last one first.
    await wang._do(Kind.TEXT, text="third", ref=town.next_ref(), sent_at=opened + timedelta(minutes=30))
    await wang._do(Kind.TEXT, text="second", ref=town.next_ref(), sent_at=opened + timedelta(minutes=10))
    await wang._do(Kind.TEXT, text="first", ref=town.next_ref(), sent_at=opened + timedelta(minutes=5))
    await wang.says("fourth, as an answer", reply_to=card)
    notes = {item.id: [note.words for note in item.notes] for item in await items_of(town)}
    assert notes == {here.id: ["first", "second", "fourth, as an answer"], there.id: ["third"]}
    # With no question open, an answer to a message about the case is a note, too.
    await wang.says("/cancel")
    await wang.says("fifth, much later", reply_to=card)
    assert {item.id: item.notes[-1].words for item in await items_of(town)}[here.id] == "fifth, much later"
    await wang.sends_data(f"o.item.{there.id}")
    # A note sent before the question is no decision; a phone ahead of time is not believed.
    await wang.taps(word(wang, "Decide", "定下来"))
    await wang._do(Kind.TEXT, text="late note", ref=town.next_ref(), sent_at=town.now - timedelta(minutes=1))
    assert not any(item.decided for item in await items_of(town))
    town.now += timedelta(minutes=1)
    await wang._do(Kind.TEXT, text="decided", ref=town.next_ref(), sent_at=town.now + timedelta(days=1))
    assert sum(bool(item.decided) for item in await items_of(town)) == 1


@LANGUAGES
async def test_several_units_each_give_their_word_before_a_day_is_closed(town: Town, language: str) -> None:
    leader, ann, wang, _ = await planned(town, language)
    water = await town.official(Role.HEAD, language, unit=WATER, title="水务局长", title_en="Head of Water")
    await leader.taps(word(leader, "Call in a unit", "请单位到场"))
    await leader.says(word(leader, "Water", "水务"))
    assert water.hears(word(water, "Your unit is needed on the spot", "现场要您单位来人"))
    (item,) = await items_of(town)
    await leader.sends_data(f"o.close.{item.outing_id}")
    assert word(leader, "hasn't begun", "还没到日子") in leader.toast
    await town.passes(days=3, hours=2)
    await leader.sends_data(f"o.decide.{item.id}")
    await leader.says(word(leader, "Roads and water dig once", "路和水一起挖"))
    assert wang.hears(word(wang, "Does your unit agree", "您单位同意吗"))
    await leader.taps(word(leader, "Who does what", "谁来办"))
    await leader.says(word(leader, "Lay the pipe", "埋管子"))
    await leader.taps(word(leader, "Egret Water Bureau", "水务局"))
    await leader.says("2026-03-20")
    assert water.hears(word(water, "Does your unit agree", "您单位同意吗"))
    await leader.sends_data(f"o.close.{item.outing_id}")
    assert word(leader, "hasn't given its word", "还有1件") in leader.toast
    await water.taps(word(water, "We agree", "我们单位同意"))
    await wang.taps(word(wang, "We agree", "我们单位同意"))
    assert leader.hears(word(leader, "all units agree", "几家都同意"))
    await leader.sends_data(f"o.close.{item.outing_id}")
    assert ann.hears(word(ann, "Lay the pipe", "埋管子"))
    assert (await outing_of(town)).state is OutingState.OVER


@LANGUAGES
async def test_a_visitor_from_above_joins_the_one_agenda_and_a_day_is_called_off(town: Town, language: str) -> None:
    leader, ann, wang, _ = await planned(town, language)
    visitor = await leads(town, language, "市长", "Mayor")
    await visitor.says(f"/onsite {word(visitor, 'Maple Village', '枫桥村')}")
    await visitor.taps(word(visitor, "Lead it, too", "一起带队"))
    assert leader.hears(word(leader, "Mayor leads", "市长也带队"))
    outing = await outing_of(town)
    assert len(outing.leaders) == 2
    await visitor.sends_data(f"o.off.{outing.id}")
    await visitor.says(word(visitor, "The road is flooded", "路淹了"))
    for actor in (leader, ann, wang):
        assert actor.hears(word(actor, "The road is flooded", "路淹了"))
    await visitor.says(f"/onsite {word(visitor, 'Maple Village', '枫桥村')}")
    assert visitor.hears(word(visitor, "on which day", "哪一天")), "another day can be planned"


@LANGUAGES
async def test_a_day_is_moved_and_everybody_reads_what_was_and_what_is_now(town: Town, language: str) -> None:
    leader, ann, wang, case = await planned(town, language)
    await ann.taps(word(ann, "I'll be there", "我在场"))
    await leader.taps(word(leader, "Another day", "改日子"))
    await leader.says("2026-03-10")
    await leader.taps(word(leader, "Afternoon", "下午"))
    await leader.taps(word(leader, "As before", "还在老地方"))
    assert leader.hears(word(leader, "Moved. Everybody", "改好了"))
    assert wang.hears(
        word(
            wang,
            "now on Tuesday 10 March, 14:30. Where to meet: at the bridge\\nBefore: Thursday 5 March, 09:00",
            "现在是3月10日（周二）14:30。在哪里碰头：桥头\\n原来：3月5日（周四）09:00",
        )
    )
    assert ann.hears(
        word(
            ann,
            f"{case.label}: they come on Tuesday 10 March, 14:30, not on Thursday 5 March, 09:00",
            f"{case.label}：他们改在3月10日（周二）14:30来，不是3月5日（周四）09:00了",
        )
    )
    (item,) = await items_of(town)
    assert item.coming, "what was said stays"
    async with town.store.turn(town.now) as uow:
        assert "outing_moved" in {each.kind for each in await uow.events_of(case.id, public=True)}
    # The reminders follow it: none for the day of before.
    for actor in (ann, wang):
        actor.chat.arrived.clear()
    await town.passes(days=3)
    assert ann.hears_nothing_of("tomorrow they come|明天")
    await town.passes(days=4, hours=12)
    assert ann.hears(word(ann, "tomorrow they come about it, from 14:30", "明天.*14:30"))
    assert wang.hears(word(wang, "Tomorrow, 14:30", "明天14:30"))
    await ann.sends_data(f"o.coming.{item.id}.no")
    (item,) = await items_of(town)
    assert item.coming is False


async def test_of_a_day_that_is_moved_after_its_reminder_people_are_reminded_anew(town: Town) -> None:
    leader, ann, wang, _ = await planned(town, "en")
    await ann.taps("I'll be there")
    await town.passes(days=2, hours=12)
    assert wang.hears("Tomorrow, 09:00")
    await leader.sends_data(f"o.move.{(await outing_of(town)).id}")
    await leader.says("2026-03-10")
    await leader.taps("Afternoon")
    await leader.taps("As before")
    await town.passes(days=5)
    assert wang.hears("Tomorrow, 14:30")
    assert ann.hears("tomorrow they come")


@LANGUAGES
async def test_where_the_team_meets_elsewhere_no_resident_is_disturbed(town: Town, language: str) -> None:
    leader, ann, wang, _ = await planned(town, language)
    outing = await outing_of(town)

    async def moves(meet: str) -> None:
        await leader.sends_data(f"o.move.{outing.id}")
        await leader.says("2026-03-05")
        await leader.taps(word(leader, "Morning", "上午"))
        await leader.says(meet)

    ann.chat.arrived.clear()
    await moves(word(leader, "at the mill", "磨坊"))
    assert wang.hears(word(wang, "at the mill\\n.*at the bridge", "磨坊\\n.*桥头"))
    assert ann.chat.arrived == []
    wang.chat.arrived.clear()
    await moves(word(leader, "at the mill", "磨坊"))
    assert leader.hears(word(leader, "That's how it is already", "和原来一样"))
    assert wang.chat.arrived == []
    await wang.sends_data(f"o.move.{outing.id}")
    assert wang.hears_nothing_of("on which day|哪一天")


@LANGUAGES
async def test_strangers_learn_nothing_and_a_shielded_case_stands_on_no_agenda(town: Town, language: str) -> None:
    accuser = town.resident(language)
    await accuser.says(
        word(accuser, "An officer of the Roads Bureau in Maple Village took a bribe", "枫桥村交通局的人收了红包才办事")
    )
    await accuser.taps(word(accuser, "Send", "交上去"))
    (accusation,) = await accuser.cases()
    assert accusation.shielded
    leader, _, wang, case = await planned(town, language)
    items = await items_of(town)
    assert [item.case_id for item in items] == [case.id]
    assert not any(accusation.number in shown.text for shown in (*leader.chat.messages, *wang.chat.messages))
    # What comes to accuse later falls off it, for everybody.
    async with town.store.turn(town.now) as uow:
        known = await uow.get(Case, case.id)
        assert known is not None
        uow.put(replace(known, shielded=True, accused=(ROADS,)))
    outing = await outing_of(town)
    for actor in (leader, wang):
        await actor.sends_data(f"o.show.{outing.id}")
        assert actor.hears_nothing_of(case.number)
        await actor.sends_data(f"o.item.{items[0].id}")
        assert actor.hears_nothing_of(case.number)
    stranger = town.resident(language)
    for verb in ("show", "join", "off", "call", "close", "plan"):
        await stranger.sends_data(f"o.{verb}.{outing.id}")
        assert stranger.hears_nothing_of(word(stranger, "Maple", "枫桥"))
    for verb in ("item", "note", "decide", "give", "agree", "coming", "named"):
        await stranger.sends_data(f"o.{verb}.{items[0].id}.yes")
        assert stranger.hears_nothing_of(word(stranger, "Maple", "枫桥"))


async def long_work(town: Town, language: str) -> tuple[Actor, Actor, Task]:
    """Return leader, cadre and the task of a closed day: a work that takes five months, not finished."""
    leader, _, wang, _ = await planned(town, language)
    (item,) = await items_of(town)
    await town.passes(days=3, hours=2)
    await leader.sends_data(f"o.decide.{item.id}")
    await leader.says(word(leader, "A new bridge", "建新桥"))
    await wang.taps(word(wang, "We agree", "我们单位同意"))
    await leader.sends_data(f"o.give.{item.id}")
    await leader.says(word(leader, "Build the bridge", "建桥"))
    await leader.taps(word(leader, "Egret Roads Bureau", "交通局"))
    await leader.says("2026-07-30")
    await leader.sends_data(f"o.close.{item.outing_id}")
    leader.chat.arrived.clear()
    (task,) = await stored(town, Task)
    return leader, wang, task


@LANGUAGES
async def test_one_tap_opens_the_return_visit_until_all_is_finished(town: Town, language: str) -> None:
    leader, wang, task = await long_work(town, language)
    unfinished = word(leader, "isn't finished", "还没办完")
    await town.passes(days=63)
    assert leader.hears(unfinished)
    await leader.taps(word(leader, "Back to Maple Village", "回枫桥村看"))
    assert leader.hears(word(leader, "1 promise", "答应过的1件"))
    assert leader.hears(word(leader, "(?s)Promised there.*Build the bridge", "(?s)以前在这里答应的.*建桥"))
    assert wang.hears(word(wang, "You come along", "请一起来"))
    first, second = sorted(await stored(town, Outing), key=lambda outing: outing.id)
    assert second.promises == (task.id,)
    assert second.state is OutingState.PLANNED
    assert word(leader, "Back to", "回枫桥村看") not in " ".join(leader.last.labels), "it is planned by now"
    # Tapped again, by another leader: one agenda.
    mayor = await leads(town, language, "市长", "Mayor")
    await mayor.sends_data(f"o.return.{second.area_id}.2020-01-01")
    assert len(await stored(town, Outing)) == 2
    await town.passes(days=10)
    await leader.sends_data(f"o.close.{second.id}")
    first, second = sorted(await stored(town, Outing), key=lambda outing: outing.id)
    assert (first.works, second.works) == ((), (task.id,)), "the later day follows it from now on"
    leader.chat.arrived.clear()
    await town.passes(days=63)
    assert leader.hears(unfinished), "and again, until it is finished"
    await wang.sends_data(f"t.done.{task.id}")
    await wang.sends_photo(word(wang, "The bridge stands", "桥好了"))
    await wang.taps("✅")
    leader.chat.arrived.clear()
    await town.passes(days=63)
    assert leader.hears_nothing_of(unfinished)
    assert not any(outing.works for outing in await stored(town, Outing))


@LANGUAGES
async def test_a_return_visit_that_is_called_off_is_brought_to_mind_again(town: Town, language: str) -> None:
    leader, _, task = await long_work(town, language)
    await leader.sends_data(f"t.show.{task.id}")
    await leader.taps(word(leader, "Back to Maple Village", "回枫桥村看"))
    *_, second = sorted(await stored(town, Outing), key=lambda outing: outing.id)
    await leader.sends_data(f"o.off.{second.id}")
    await leader.says(word(leader, "The road is flooded", "路淹了"))
    leader.chat.arrived.clear()
    await town.passes(days=63)
    assert leader.hears(word(leader, "isn't finished", "还没办完"))


@LANGUAGES
async def test_what_comes_to_accuse_stands_on_no_return_visit(town: Town, language: str) -> None:
    leader, wang, task = await long_work(town, language)
    async with town.store.turn(town.now) as uow:
        known = await uow.get(Case, task.case_id or 0)
        assert known is not None
        uow.put(replace(known, shielded=True, accused=(ROADS,)))
    await town.passes(days=63)
    await leader.sends_data(f"o.return.{task.area_id}.2026-09-01")
    assert leader.hears_nothing_of(word(leader, "Build the bridge", "建桥"))
    *_, second = sorted(await stored(town, Outing), key=lambda outing: outing.id)
    assert second.promises == ()
    assert wang.hears_nothing_of(word(wang, "You come along.*1 September", "请一起来.*9月1日"))


@LANGUAGES
async def test_a_stranger_opens_no_return_visit(town: Town, language: str) -> None:
    *_, task = await long_work(town, language)
    stranger = town.resident(language)
    await stranger.sends_data(f"o.return.{task.area_id}.2026-09-01")
    await stranger.sends_data(f"t.steps.{task.id}")
    assert len(await stored(town, Outing)) == 1


async def test_the_facts_of_a_village_count_who_was_helped_and_nothing_that_is_shielded(town: Town) -> None:
    for _ in range(4):
        await complain(town, "en")
    ids = sorted(case.id for case in await stored(town, Case))
    async with town.store.turn(town.now) as uow:
        alone, by_clerk, for_mother, hidden = await uow.get_all(Case, ids)
        uow.put(replace(by_clerk, clerk_id=1))
        uow.put(replace(hidden, clerk_id=1, shielded=True, accused=(ROADS,)))
        petition = await uow.get(Petition, for_mother.petition_id)
        assert petition is not None
        uow.put(replace(petition, behalf=Behalf("", Relative.PARENT, Agreed.SAID)))
    assert alone.area_id == MAPLE
    async with town.store.turn(town.now + timedelta(days=90)) as uow:
        facts = {each.area_id: each for each in await uow.village_facts("/", town.now - timedelta(days=365))}
        assert [case.id for case in await uow.cases_there(alone.area_path)] == [alone.id, by_clerk.id, for_mother.id]
    maple = facts[MAPLE]
    assert (maple.open, maple.late, maple.petitions, maple.helped) == (3, 3, 3, 2)
    assert (facts[FAR].open, facts[FAR].petitions, facts[FAR].helped) == (0, 0, 0)
