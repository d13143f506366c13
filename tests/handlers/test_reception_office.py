"""The office of a reception day: announced, checked in, called, written down, confirmed, and closed."""

import re
from dataclasses import replace
from datetime import date, time

import pytest

from casework.kinds import PetitionKind
from casework.people import Post, Role
from casework.petitions import Petition, Way
from casework.reception.days import BookingState, DayState, Reception
from casework.reception.passes import pass_code
from casework.tasks import Origin, Task
from tests.handlers.dialogue import COUNTY, GOVERNMENT, HILL, ROADS, Actor, Town
from tests.handlers.reception_scene import (
    THURSDAY,
    announced,
    bookings,
    books,
    clerk,
    hears,
    leader,
    stored,
    taps,
    until,
)
from tests.handlers.staff_scene import COMPLAINT, complain, leaves
from tests.storage.raw import every

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])

LAMP = {"en": "The lamp on the bridge in Maple Village is dark", "zh": "枫桥村桥上的灯不亮"}
ACCUSES = "The director of the Egret Roads Bureau took a bribe and embezzled public funds"
ANSWER = {"en": "The electrician comes on Friday", "zh": "电工周五就来"}


async def serves(town: Town, actor: Actor, unit: int) -> None:
    """Give somebody a post in a unit beside the one that they have."""
    person = await actor.person()
    async with town.store.turn(town.now) as uow:
        uow.put(Post(uow.new_id(), person.id, Role.CADRE, unit, None, "干部", "Officer"))


@LANGUAGES
async def test_a_day_is_announced_in_chat(town: Town, language: str) -> None:
    host = await leader(town, language)
    office = await clerk(town, language)
    await office.says("/receive")
    await taps(office, "Announce a day")
    await office.says("Nowhere" if language == "en" else "没有这里")
    await office.says("Willow Town" if language == "en" else "柳河镇")
    await taps(office, "Deputy head")
    await office.says("The town hall" if language == "en" else "镇政府")
    await office.says("2026-03-12")
    await office.says("12-9")
    await office.says("9:00-9:30 14点到15点")
    await taps(office, "15 minutes")
    await taps(office, "One room")
    await taps(office, "Any topic")
    assert office.hears("(?s)6 places|共6个位子")
    await taps(office, "Announce it")
    assert hears(office, "Announced")
    assert hears(host, "You receive on")
    ann = town.resident(language)
    await ann.says("/reception")
    assert ann.buttons[:2] == ["09:00", "14:15"]


@LANGUAGES
async def test_times_that_cannot_be_are_named_again_and_nothing_typed_is_lost(town: Town, language: str) -> None:
    office = await clerk(town, language)
    await announced(town, await leader(town, language), office)
    await office.says("/receive")
    await taps(office, "Announce a day")
    await office.says("Willow Town" if language == "en" else "柳河镇")
    await taps(office, "Deputy head")
    await office.says("The town hall" if language == "en" else "镇政府")
    for day, hours, why in (
        (THURSDAY, "9:30-10:30", "receives on Thursday 5 March at town hall|3月5日（周四）那个时间已经在town hall"),
        (THURSDAY, "14:00-14:10", "there is no time to book|排不出时间"),
    ):
        await office.says(day.isoformat())
        await office.says(hours)
        await taps(office, "15 minutes")
        assert office.hears(why)
        await office.says("/back")
        await office.says("/back")
    await office.says(THURSDAY.isoformat())
    await office.says("14:00-15:00")
    await taps(office, "15 minutes")
    await taps(office, "One room")
    await taps(office, "Any topic")
    await taps(office, "Announce it")
    assert hears(office, "Announced")


@LANGUAGES
async def test_nobody_else_announces_one(town: Town, language: str) -> None:
    road = await town.cadre(language=language)
    await road.says("/receive")
    assert road.hears("That is for someone else to do here|这件事要由别的同志来办")
    await road.sends_data("m.receive_new")
    ann = town.resident(language)
    await ann.says("/receive")
    await ann.says("/receive_new")
    async with town.store.turn(town.now) as uow:
        assert await uow.receptions_ahead() == []


@LANGUAGES
async def test_visitors_are_checked_in_called_and_received(town: Town, language: str) -> None:
    host, office = await leader(town, language), await clerk(town, language)
    day = await announced(town, host, office)
    ann, bo = town.resident(language), town.resident(language)
    await books(ann)
    await books(bo, "09:20")
    await office.sends_data(f"r.check.{day.id}")
    assert hears(office, "this can be done then")
    await until(town, THURSDAY, time(8, 55))
    await office.says("/receive")
    await taps(office, "Check in")
    await office.says("x")
    await office.says("2")
    assert hears(office, "is checked in")
    assert hears(bo, "You're checked in")
    await taps(office, "Check in")
    await office.says("1, 2")
    assert hears(ann, "You're checked in")
    await taps(office, "Call the next")
    assert hears(ann, "it's your turn")
    assert hears(bo, "you're next")
    await taps(office, "Call the next")
    assert office.toast
    await town.passes(minutes=10)
    await office.sends_data(f"r.received.{day.id}.1")
    await taps(office, "Call the next")
    assert hears(bo, "it's your turn")
    await office.sends_data(f"r.missed.{day.id}.2")
    assert bo.hears("2")
    states = {each.number: each.state for each in await bookings(town, day)}
    assert states == {1: BookingState.RECEIVED, 2: BookingState.MISSED}
    await office.sends_data(f"r.close.{day.id}")
    assert hears(office, "The day is closed")
    assert host.hears("2 visitors|来访2人")
    assert (await stored(town, day)).state is DayState.OVER


@LANGUAGES
async def test_the_pass_is_shown_to_the_office_and_to_nobody_else(town: Town, language: str) -> None:
    office = await clerk(town, language)
    day = await announced(town, await leader(town, language), office)
    ann, bo = town.resident(language), town.resident(language)
    await books(ann)
    (booking,) = await bookings(town, day)
    code = pass_code(town.store.rules.secret, booking.key)
    await bo.says(f"/start {code}")
    await bo.says(f"/start {code[:-1]}0")
    await ann.says(f"/start {code}")
    assert ann.hears("1")
    await until(town, THURSDAY, time(8, 50))
    assert (await bookings(town, day))[0].state is BookingState.BOOKED
    await office.says(f"/start {code}")
    assert hears(office, "is checked in")
    assert hears(ann, "You're checked in")


@LANGUAGES
async def test_what_was_said_is_confirmed_by_the_visitor_and_becomes_a_case(town: Town, language: str) -> None:
    road = await town.cadre(language=language)
    office = await clerk(town, language)
    day = await announced(town, await leader(town, language), office)
    ann = town.resident(language)
    await books(ann)
    await until(town, THURSDAY, time(8, 55))
    await office.sends_data(f"r.check.{day.id}")
    await office.says("1")
    await taps(office, "Call the next")
    await office.sends_data(f"r.write.{day.id}.1")
    await office.says("There is a hole" if language == "en" else "有坑")
    await taps(office, "Answered on the spot")
    await office.says(ANSWER[language])
    assert hears(ann, "This is what was written down")
    assert ann.hears(ANSWER[language])
    assert await ann.cases() == []
    await taps(ann, "Not quite")
    await ann.says("There is a deep hole in the road in Maple Village" if language == "en" else "枫桥村路上有个大坑")
    await taps(ann, "That's right")
    assert hears(ann, "Your number")
    (case,) = await ann.cases()
    assert case.kind is PetitionKind.REQUEST
    assert case.unit_id == ROADS
    async with town.store.turn(town.now) as uow:
        petition = await uow.get(Petition, case.petition_id)
    assert petition is not None
    assert (petition.way, petition.clerk_id) == (Way.VISIT, None)
    await road.sends_data(f"c.show.{case.id}.{case.epoch}")
    assert road.hears("Said in person at a reception day|接访时当面说的")
    assert road.chat.messages
    await ann.sends_data(f"c.history.{case.id}.{case.epoch}")
    async with town.store.turn(town.now) as uow:
        events = [(each.kind, each.data.get("words")) for each in await uow.events_of(case.id, public=True)]
    assert ("reception_answered", ANSWER[language]) in events
    await office.sends_data(f"r.received.{day.id}.1")
    await office.sends_data(f"r.close.{day.id}")
    assert office.hears("1 matter|反映1件")
    assert office.hears("Answered on the spot: 1|当场答复1件")


@LANGUAGES
async def test_a_matter_joins_the_case_that_runs(town: Town, language: str) -> None:
    office = await clerk(town, language)
    day = await announced(town, await leader(town, language), office)
    ann, case = await complain(town, language)
    await ann.says("/reception")
    await ann.taps("09:00")
    await taps(ann, "About")
    await until(town, THURSDAY, time(8, 55))
    await office.sends_data(f"r.check.{day.id}")
    await office.says("1")
    await taps(office, "Call the next")
    await office.sends_data(f"r.write.{day.id}.1")
    await office.says("A child fell into it" if language == "en" else "有孩子摔进去了")
    await taps(office, "It goes to the unit")
    await ann.taps(case.label)
    assert [each.id for each in await ann.cases()] == [case.id]
    async with town.store.turn(town.now) as uow:
        kinds = [each.kind for each in await uow.events_of(case.id, public=True)]
    assert kinds[-2:] == ["added", "reception_heard"]


@LANGUAGES
async def test_what_somebody_without_a_chat_says_is_read_out_and_promised(town: Town, language: str) -> None:
    office = await clerk(town, language)
    day = await announced(town, await leader(town, language), office)
    await until(town, THURSDAY, time(9, 0))
    await office.says("/receive")
    await taps(office, "Not booked")
    await office.taps("2")
    await office.says("Old Chen" if language == "en" else "老陈")
    await office.says("13800138000")
    assert office.hears("4")
    await taps(office, "Call the next")
    await office.sends_data(f"r.write.{day.id}.4")
    await office.says(LAMP[language])
    await taps(office, "Promised by a day")
    await office.says(ANSWER[language])
    await office.says("2026-03-20")
    assert hears(office, "Please read this out")
    await taps(office, "That's right")
    assert hears(office, "Your number") if language == "zh" else office.hears("(?i)number")
    (booking,) = await bookings(town, day)
    async with town.store.turn(town.now) as uow:
        (case,) = await uow.cases_of_resident(booking.visitor_id or 0)
        (found,) = await uow.cases_of_petition(case.petition_id)
        events = {each.kind for each in await uow.events_of(case.id, public=True)}
    assert found.clerk_id == (await office.person()).id
    assert "reception_promised" in events
    await town.passes(hours=1)
    await office.sends_data(f"r.write.{day.id}.4")
    await office.says("And the well is dry" if language == "en" else "还有井也干了")
    await taps(office, "It goes to the unit")
    await office.taps(case.label)
    async with town.store.turn(town.now) as uow:
        assert [each.id for each in await uow.cases_of_resident(booking.visitor_id or 0)] == [case.id]


@LANGUAGES
async def test_what_is_not_closed_is_asked_about_every_working_morning(town: Town, language: str) -> None:
    host, office = await leader(town, language), await clerk(town, language)
    day = await announced(town, host, office)
    ann, bo = town.resident(language), town.resident(language)
    await books(ann)
    await books(bo, "09:20")
    await until(town, THURSDAY, time(9, 0))
    await office.sends_data(f"r.check.{day.id}")
    await office.says("1")
    await until(town, THURSDAY.replace(day=6), time(9, 0))
    assert office.hears("1")
    host.chat.arrived.clear()
    await until(town, THURSDAY.replace(day=9), time(9, 0))
    assert host.hears("1")
    await office.sends_data(f"r.close.{day.id}")
    assert (await stored(town, day)).state is DayState.OPEN
    await office.sends_data(f"r.call.{day.id}")
    await office.sends_data(f"r.received.{day.id}.1")
    await until(town, THURSDAY.replace(day=10), time(9, 0))
    assert (await stored(town, day)).state is DayState.OVER
    assert {each.number: each.state for each in await bookings(town, day)}[2] is BookingState.MISSED


async def test_a_visit_that_accuses_a_unit_is_not_on_the_list_of_who_serves_there(town: Town) -> None:
    office = await clerk(town, "en")
    accused = await town.official(Role.DISPATCHER, "en", area=COUNTY, title="信访干部", title_en="Second officer")
    day = await announced(town, await leader(town, "en"), office)
    await serves(town, accused, ROADS)
    ann = town.resident("en")
    await ann.says("/reception")
    await ann.taps("09:00")
    await ann.says(ACCUSES)
    ann.hears("Your number: 1")
    await office.sends_data(f"r.list.{day.id}")
    office.hears("bribe")
    await accused.sends_data(f"r.list.{day.id}")
    accused.hears("Nobody has booked yet")
    await accused.sends_data(f"r.day.{day.id}")
    accused.hears("Booked 0")
    await until(town, THURSDAY, time(9, 0))
    await accused.sends_data(f"r.check.{day.id}")
    await accused.says("1")
    accused.hears("There is no number 1")
    await accused.says("/receive")
    assert not any("1" in label for label in accused.buttons if "write down" in label)


async def test_what_comes_to_accuse_a_unit_in_the_room_is_hidden_from_then_on(town: Town) -> None:
    office = await clerk(town, "en")
    accused = await town.official(Role.DISPATCHER, "en", area=COUNTY, title="信访干部", title_en="Second officer")
    await serves(town, accused, ROADS)
    day = await announced(town, await leader(town, "en"), office)
    ann = town.resident("en")
    await books(ann)
    await accused.sends_data(f"r.list.{day.id}")
    accused.hears("1 booked")
    await until(town, THURSDAY, time(9, 0))
    await office.sends_data(f"r.check.{day.id}")
    await office.says("1")
    await office.sends_data(f"r.call.{day.id}")
    await office.sends_data(f"r.write.{day.id}.1")
    await office.says(ACCUSES)
    await office.taps("It goes to the unit")
    await accused.sends_data(f"r.list.{day.id}")
    accused.hears("Nobody has booked yet")


async def test_what_accuses_all_who_receive_is_sent_past_them(town: Town) -> None:
    host = await leader(town, "en")
    await serves(town, host, GOVERNMENT)
    day = await announced(town, host)
    ann = town.resident("en")
    await ann.says("/reception")
    await ann.taps("09:00")
    await ann.says("The head of Egret County Government took a bribe and embezzled public funds")
    ann.hears("concerns the office that receives")
    assert await bookings(town, day) == []
    await books(ann)
    ann.hears("Your number: 1")


async def test_the_list_has_names_for_the_intake_office_only(town: Town) -> None:
    host, office = await leader(town, "en"), await clerk(town, "en")
    day = await announced(town, host, office)
    ann = town.resident("en")
    await ann.says("/reception")
    await ann.taps("09:00")
    await ann.taps("For a neighbour")
    await ann.says("Old Chen")
    await ann.taps("Skip")
    await office.sends_data(f"r.list.{day.id}")
    office.hears("Old Chen")
    await host.sends_data(f"r.list.{day.id}")
    assert host.hears_nothing_of("Old Chen")
    host.hears("1 booked")


async def test_a_leader_of_another_areas_intake_office_reads_no_names(town: Town) -> None:
    host, office = await leader(town, "en"), await clerk(town, "en")
    day = await announced(town, host, office)
    ann = town.resident("en")
    await ann.says("/reception")
    await ann.taps("09:00")
    await ann.taps("For a neighbour")
    await ann.says("Old Chen")
    await ann.taps("Skip")
    host_id = (await host.person()).id
    async with town.store.turn(town.now) as uow:
        uow.put(Post(uow.new_id(), host_id, Role.DISPATCHER, None, HILL, "受理员", "Intake officer"))
    await host.sends_data(f"r.list.{day.id}")
    host.hears("1 booked")
    assert host.hears_nothing_of("Old Chen")


async def promises(town: Town, office: Actor, day: Reception, number: int, words: str, answer: str) -> None:
    """Let a number be checked in and called, and a matter with a promise be written down."""
    await office.sends_data(f"r.check.{day.id}")
    await office.says(str(number))
    await office.sends_data(f"r.call.{day.id}")
    await office.sends_data(f"r.write.{day.id}.{number}")
    await office.says(words)
    await taps(office, "Promised by a day")
    await office.says(answer)
    await office.says("2026-03-20")


async def all_tasks(town: Town) -> list[Task]:
    """Return the tasks as they are stored."""
    async with town.store.reading() as session:
        return await every(session, [Task])


@LANGUAGES
async def test_a_promise_becomes_a_dated_task_that_is_followed_up(town: Town, language: str) -> None:
    boss = await town.official(Role.HEAD, language, unit=ROADS, title="局长", title_en="Head of Roads")
    host, office = await leader(town, language), await clerk(town, language)
    day = await announced(town, host, office)
    ann = town.resident(language)
    await books(ann)
    await until(town, THURSDAY, time(9, 0))
    await promises(town, office, day, 1, COMPLAINT[language], ANSWER[language])
    assert await all_tasks(town) == []
    await taps(ann, "That's right")
    (case,) = await ann.cases()
    (task,) = await all_tasks(town)
    assert (task.unit_id, task.case_id, task.origin, task.origin_id) == (ROADS, case.id, Origin.RECEPTION, day.id)
    assert (task.what, task.given_by) == (ANSWER[language], (await host.person()).id)
    assert town.store.rules.calendar.last_day(task.due_at) == date(2026, 3, 20)
    assert boss.hears(re.escape(ANSWER[language]))
    boss.chat.arrived.clear()
    await until(town, date(2026, 3, 23), time(12, 0))
    assert "late" in str(boss.chat.messages) or "过期" in str(boss.chat.messages)


async def test_a_promise_is_followed_up_though_nobody_confirms_what_was_written_down(town: Town) -> None:
    office = await clerk(town, "en")
    day = await announced(town, await leader(town, "en"), office)
    ann = town.resident("en")
    await books(ann)
    await until(town, THURSDAY, time(9, 0))
    await promises(town, office, day, 1, COMPLAINT["en"], ANSWER["en"])
    await office.sends_data(f"r.received.{day.id}.1")
    await office.sends_data(f"r.close.{day.id}")
    office.hears("Still to be confirmed: 1")
    (task,) = await all_tasks(town)
    assert (task.unit_id, task.case_id, task.residents) == (ROADS, None, ((await ann.person()).id,))
    await taps(ann, "That's right")
    (case,) = await ann.cases()
    (task,) = await all_tasks(town)
    assert (task.case_id, task.residents) == (case.id, ())


async def test_a_promise_in_a_matter_that_accuses_a_unit_is_no_task_of_others(town: Town) -> None:
    boss = await town.official(Role.HEAD, "en", unit=ROADS, title="局长", title_en="Head of Roads")
    host, office = await leader(town, "en"), await clerk(town, "en")
    day = await announced(town, host, office)
    ann = town.resident("en")
    await books(ann)
    await until(town, THURSDAY, time(9, 0))
    await promises(town, office, day, 1, ACCUSES, ANSWER["en"])
    await taps(ann, "That's right")
    assert await all_tasks(town) == []
    host.hears("No unit could be given it")
    assert boss.chat.messages == []


async def test_on_a_phone_that_others_hold_nothing_is_read_back(town: Town) -> None:
    office = await clerk(town, "en")
    day = await announced(town, await leader(town, "en"), office)
    ann = town.resident("en")
    await books(ann)
    person = await ann.person()
    async with town.store.turn(town.now) as uow:
        uow.put(replace(person, pin_digest="x"))
    await until(town, THURSDAY, time(9, 0))
    ann.chat.arrived.clear()
    await promises(town, office, day, 1, LAMP["en"], ANSWER["en"])
    assert ann.hears_nothing_of("lamp")
    assert hears(office, "Please read this out")
    await taps(office, "That's right")
    (case,) = await ann.cases()
    assert case.clerk_id == (await office.person()).id


async def test_who_has_left_the_office_hears_nothing_more_of_the_day(town: Town) -> None:
    office = await clerk(town, "en")
    await announced(town, await leader(town, "en"), office)
    await leaves(town, office)
    await until(town, THURSDAY.replace(day=6), time(9, 0))
    assert office.chat.messages == []


async def test_more_people_than_may_come_at_once_are_not_checked_in(town: Town) -> None:
    office = await clerk(town, "en")
    day = await announced(town, await leader(town, "en"), office)
    ann = town.resident("en")
    await books(ann)
    await until(town, THURSDAY, time(9, 0))
    await office.sends_data(f"r.check.{day.id}")
    await office.says("1, 9")
    office.hears("5 people at most")
    assert [each.state for each in await bookings(town, day)] == [BookingState.BOOKED]
