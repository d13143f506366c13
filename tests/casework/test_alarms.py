"""Danger: who is asked, who is rung and when, who takes it, and how it ends. Minutes count, at any hour."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from casework.actions import alarms, drafting, filing, membership
from casework.alarms import MOST_WORDS, Alarm, AlarmState, is_news, may_take, telling_part
from casework.conversations import Conversation
from casework.danger import Danger
from casework.errors import NotYours, Refused
from casework.followups import plan
from casework.people import Person, Post, Role
from casework.petitions import Draft, Fired
from casework.profile import FollowUpTimes, Profile
from casework.unit_of_work import Rules
from tests.casework.service import (
    BUREAU,
    CALENDAR,
    COUNTY,
    EAST,
    EAST_OFFICE,
    HILL,
    MONDAY,
    RIVER,
    WEST,
    Service,
    at,
)

FLOOD = "东镇河边村我家里进水了，老人被困在屋里"
NIGHT = at("3-8", "23:30")
"""Late on a Saturday."""
AGAIN = timedelta(hours=12)


def conversation(person: int) -> str:
    return f"tg:{person}|tg:{person}"


async def asked(service: Service, text: str = FLOOD, danger: Danger = Danger.DANGER) -> Alarm:
    """The resident has written, and been asked."""
    draft = await service.draft(text)
    key = conversation(service.resident)
    alarm = await service.do(alarms.ask, service.resident, key, None, danger, text, draft=draft)
    assert alarm is not None
    return alarm


async def ringing(service: Service, text: str = FLOOD) -> int:
    """The resident has said yes."""
    alarm = await asked(service, text)
    await service.do(alarms.confirm, alarm.id, service.resident)
    return alarm.id


async def taken(service: Service, by: int) -> int:
    alarm_id = await ringing(service)
    await service.do(alarms.take, alarm_id, by)
    return alarm_id


def now(service: Service, alarm_id: int) -> Alarm:
    """The alarm as it is kept."""
    alarm: Alarm = service.memory.rows["Alarm", alarm_id]
    return alarm


def put(service: Service, person_id: int, **fields: Any) -> None:
    service.memory.add(replace(service.someone(person_id), **fields))


# ----- What is asked -----


def alarm(state: AlarmState = AlarmState.ASKED, **fields: Any) -> Alarm:
    first = Alarm(7, 1, "tg:1|tg:1", Danger.DANGER, EAST, "/1/2/", MONDAY, MONDAY, state)
    return replace(first, **fields)


@pytest.mark.parametrize(
    ("last", "danger", "after", "news"),
    [
        (None, Danger.DANGER, timedelta(), True),
        (alarm(), Danger.DANGER, timedelta(minutes=1), False),
        (alarm(), Danger.DESPAIR, timedelta(minutes=1), True),
        (alarm(AlarmState.DENIED), Danger.DANGER, AGAIN - timedelta(minutes=1), False),
        (alarm(AlarmState.DENIED), Danger.DANGER, AGAIN, True),
        (alarm(AlarmState.DENIED), Danger.DESPAIR, timedelta(minutes=1), True),
        (alarm(AlarmState.UNANSWERED), Danger.DANGER, AGAIN - timedelta(minutes=1), False),
        (alarm(AlarmState.RINGING), Danger.DESPAIR, 2 * AGAIN, False),
        (alarm(AlarmState.TAKEN), Danger.DESPAIR, 2 * AGAIN, False),
        (alarm(AlarmState.OVER), Danger.DANGER, timedelta(minutes=1), True),
    ],
)
def test_what_was_answered_is_not_asked_again_for_some_hours_but_something_else_is(
    last: Alarm | None, danger: Danger, after: timedelta, news: bool
) -> None:
    assert is_news(last, danger, MONDAY + after, AGAIN) is news


async def test_an_open_question_goes_on_with_new_words_and_its_time_runs_on() -> None:
    service = Service()
    first = await asked(service)
    service.now += timedelta(minutes=9)
    again = await service.do(alarms.ask, service.resident, first.conversation, first, Danger.DESPAIR, "我不想活了")
    assert again is not None
    assert (again.id, again.danger, again.words, again.draft_id) == (
        first.id,
        Danger.DESPAIR,
        "我不想活了",
        first.draft_id,
    )
    assert plan(again, service.memory.rules) == plan(first, service.memory.rules)


async def test_words_that_stand_in_the_draft_are_not_kept_twice() -> None:
    service = Service()
    assert (await asked(service)).words == ""
    draft = await service.draft()
    other = await service.do(alarms.ask, service.resident, "x", None, Danger.DANGER, "着火了", draft=draft, case_id=99)
    assert other is not None
    assert (other.words, other.draft_id, other.case_id) == ("着火了", None, 99)


def test_of_long_words_those_are_shown_that_gave_rise_to_the_question() -> None:
    assert telling_part("着火了") == "着火了"
    long = "路坏了。" * 1000 + "我家里着火了。" + "路坏了。" * 1000
    shown = telling_part(long)
    assert "着火了" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) == MOST_WORDS + 2
    assert telling_part("路坏了。" * 1000).startswith("路坏了")


# ----- Who may -----


@pytest.mark.parametrize("role", [Role.DUTY, Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER, Role.ADMIN])
@pytest.mark.parametrize(("area", "may"), [(COUNTY, True), (EAST, True), (RIVER, True), (HILL, False), (WEST, False)])
async def test_posts_over_the_place_may_take_it_and_no_others(role: Role, area: int, may: bool) -> None:
    service = Service()
    person = service.over(role, area)
    alarm_id = await ringing(service)
    assert may_take(service.memory.staff, service.memory.org, now(service, alarm_id), person) is may
    if may:
        await service.do(alarms.take, alarm_id, person)
    else:
        with pytest.raises(NotYours):
            await service.do(alarms.take, alarm_id, person)


async def test_cadres_heads_strangers_and_whoever_wrote_it_may_not() -> None:
    service = Service()
    cadre, head = service.cadre(), service.head(BUREAU)
    service.serve(Role.DUTY, area=COUNTY, person=service.resident)
    alarm_id = await ringing(service)
    for person in (cadre, head, service.person(), service.resident):
        with pytest.raises(NotYours):
            await service.do(alarms.take, alarm_id, person)
    assert "alarm_ring" not in service.told(service.resident)
    assert service.told(service.resident) == ["danger_nobody"]


async def test_a_mere_question_is_nobodys_but_its_writers() -> None:
    service = Service()
    duty = service.over(Role.DUTY)
    alarm_id = (await asked(service)).id
    for verb in (alarms.take, alarms.confirm, alarms.deny, alarms.seen):
        with pytest.raises(NotYours):
            await service.do(verb, alarm_id, duty)
    assert service.told(duty) == []


async def test_whoever_is_accused_is_neither_rung_nor_may_they_look() -> None:
    """The East Office is accused: its township's posts and its own people hear nothing, the county does."""
    service = Service()
    near, county, member = service.over(Role.DUTY, EAST), service.over(Role.DUTY), service.over(Role.DUTY)
    service.serve(Role.CADRE, unit=EAST_OFFICE, person=member)
    alarm_id = (await asked(service)).id
    draft: Draft = service.memory.rows["Draft", now(service, alarm_id).draft_id or 0]
    service.memory.add(replace(draft, accuses=True, accused=(EAST_OFFICE,)))
    await service.do(alarms.confirm, alarm_id, service.resident)
    assert service.told(county) == ["alarm_ring"]
    await service.passes(hours=3)
    for person in (near, member):
        assert service.told(person) == []
        with pytest.raises(NotYours):
            await service.do(alarms.take, alarm_id, person)
    assert now(service, alarm_id).area_id == RIVER


# ----- Who is rung -----


async def test_yes_rings_the_nearest_duty_officers_and_nobody_else() -> None:
    service = Service()
    county, west = service.over(Role.DUTY), service.over(Role.DUTY, WEST)
    near = [service.over(Role.DUTY, EAST), service.over(Role.DUTY, EAST)]
    dispatcher = service.over(Role.DISPATCHER)
    alarm_id = await ringing(service)
    for person in near:
        assert service.told(person) == ["alarm_ring"]
    for person in (county, west, dispatcher):
        assert service.told(person) == []
    assert now(service, alarm_id).rung == tuple(near)
    assert service.told(service.resident) == ["danger_ringing"]
    assert service.said(service.resident, "danger_ringing").args["person"] == f"duty {near[0]}"


@pytest.mark.parametrize("role", [Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER, Role.ADMIN])
async def test_a_vacant_or_absent_post_is_climbed_past(role: Role) -> None:
    service = Service()
    away, lost, seatless = (service.over(Role.DUTY) for _ in range(3))
    put(service, away, away_until=MONDAY + timedelta(days=3))
    put(service, lost, unreachable_at=MONDAY)
    put(service, seatless, home="")
    above = service.over(role)
    await ringing(service)
    assert service.told(above) == ["alarm_ring"]
    assert [service.told(person) for person in (away, lost, seatless)] == [[], [], []]


async def test_where_nobody_is_there_those_who_are_away_are_rung_all_the_same() -> None:
    service = Service()
    away = service.over(Role.DUTY)
    put(service, away, away_until=MONDAY + timedelta(days=3))
    await ringing(service)
    assert service.told(away) == ["alarm_ring"]


async def test_where_there_is_nobody_at_all_the_resident_is_told_plainly_and_ringing_goes_on() -> None:
    service = Service()
    alarm_id = await ringing(service)
    assert service.told(service.resident) == ["danger_nobody"]
    late = service.over(Role.ADMIN)
    await service.passes(minutes=5)
    assert service.told(late) == ["alarm_ring"]
    assert now(service, alarm_id).state is AlarmState.RINGING


async def test_a_resident_may_have_somebody_rung_unasked_and_twice_is_once() -> None:
    service = Service()
    duty = service.over(Role.DUTY)
    key = conversation(service.resident)
    first = await service.do(alarms.call, service.resident, key, None)
    assert (first.state, first.danger, first.draft_id) == (AlarmState.RINGING, None, None)
    assert service.told(duty) == ["alarm_ring"]
    assert await service.do(alarms.call, service.resident, key, first) == now(service, first.id)
    assert service.told(duty) == ["alarm_ring"]


async def test_calling_takes_up_the_open_question() -> None:
    service = Service()
    service.over(Role.DUTY)
    first = await asked(service)
    again = await service.do(alarms.call, service.resident, first.conversation, first)
    assert again is not None
    assert (again.id, again.danger, again.draft_id) == (first.id, Danger.DANGER, first.draft_id)


# ----- When -----


@pytest.mark.parametrize("begin", [MONDAY, NIGHT, at("4-5", "03:00")])
async def test_unheard_it_rings_again_after_five_minutes_and_then_every_ten_one_rung_higher(begin: datetime) -> None:
    service = Service()
    duty, dispatcher = service.over(Role.DUTY, EAST), service.over(Role.DISPATCHER)
    supervisor, leader, admin = (service.over(role) for role in (Role.SUPERVISOR, Role.LEADER, Role.ADMIN))
    county = service.over(Role.DUTY)
    rungs = [duty, county, dispatcher, supervisor, leader, admin]
    service.now = begin
    await ringing(service)
    for step, minutes in enumerate([5, 10, 10, 10, 10, 10, 10], start=1):
        service.listen()
        await service.passes(minutes=minutes - 1)
        assert [person for person in rungs if service.told(person)] == []
        await service.passes(minutes=1)
        assert [person for person in rungs if service.told(person) == ["alarm_ring"]] == rungs[: step + 1]
        assert service.told(service.resident) == (["danger_still"] if step < len(rungs) else [])


async def test_the_steps_are_settings() -> None:
    times = FollowUpTimes(alarm_ring_minutes=(1,), alarm_asked_minutes=2, alarm_taken_hours=5, alarm_unseen_minutes=3)
    rules = Rules(CALENDAR, Profile(times=times))
    for state, after in {
        AlarmState.RINGING: timedelta(minutes=1),
        AlarmState.ASKED: timedelta(minutes=2),
        AlarmState.UNANSWERED: timedelta(minutes=3),
        AlarmState.TAKEN: timedelta(hours=5),
    }.items():
        (due,) = plan(alarm(state), rules)
        assert due.at == MONDAY + after
        (due,) = plan(alarm(state, fired={due.kind: Fired(40, NIGHT)}), rules)
        assert (due.round, due.at) == (40, NIGHT + after)


@pytest.mark.parametrize("state", AlarmState)
def test_an_open_alarm_always_has_something_coming(state: AlarmState) -> None:
    assert bool(plan(alarm(state), Rules(CALENDAR))) is alarm(state).is_open


async def test_without_an_answer_the_dispatchers_look_and_the_resident_is_asked_once_more() -> None:
    service = Service()
    duty, dispatcher, supervisor = (service.over(role) for role in (Role.DUTY, Role.DISPATCHER, Role.SUPERVISOR))
    service.now = NIGHT
    alarm_id = (await asked(service)).id
    await service.passes(minutes=9)
    assert service.since() == []
    await service.passes(minutes=1)
    assert now(service, alarm_id).state is AlarmState.UNANSWERED
    assert service.told(dispatcher) == ["alarm_unanswered"]
    assert service.told(service.resident) == ["danger_again"]
    await service.passes(minutes=59)
    assert service.told(supervisor) == []
    await service.passes(minutes=1)
    assert service.told(dispatcher) == ["alarm_unanswered"] * 2
    assert service.told(supervisor) == ["alarm_unanswered"]
    assert service.told(duty) == []
    await service.do(alarms.take, alarm_id, dispatcher)
    service.listen()
    await service.passes(minutes=90)
    assert service.since() == []


async def test_whoever_took_it_is_asked_how_it_stands_until_it_is_over_and_then_others_too() -> None:
    service = Service()
    duty, dispatcher = service.over(Role.DUTY), service.over(Role.DISPATCHER)
    service.now = NIGHT
    alarm_id = await taken(service, duty)
    service.listen()
    await service.passes(minutes=119)
    assert service.told(duty) == []
    await service.passes(minutes=1)
    assert service.told(duty) == ["alarm_how"]
    await service.passes(hours=4)
    assert service.told(duty) == ["alarm_how"] * 3
    assert service.told(dispatcher) == ["alarm_still"]
    await service.do(alarms.done, alarm_id, duty, "brought to the school")
    service.listen()
    await service.passes(days=2)
    assert [kind for kind in service.told(duty) if kind.startswith("alarm")] == []


# ----- Answers -----


async def test_no_ends_the_question_and_nobody_hears_of_it() -> None:
    service = Service()
    dispatcher = service.over(Role.DISPATCHER)
    alarm_id = (await asked(service)).id
    await service.do(alarms.deny, alarm_id, service.resident)
    await service.passes(hours=5)
    assert now(service, alarm_id).state is AlarmState.DENIED
    assert service.told(dispatcher) == []


async def test_a_late_no_takes_it_from_the_dispatchers_list() -> None:
    service = Service()
    dispatcher = service.over(Role.DISPATCHER)
    alarm_id = (await asked(service)).id
    await service.passes(minutes=10)
    await service.do(alarms.deny, alarm_id, service.resident)
    assert service.told(dispatcher) == ["alarm_unanswered", "alarm_off"]
    with pytest.raises(Refused, match="alarm-over"):
        await service.do(alarms.take, alarm_id, dispatcher)


async def test_yes_after_no_rings() -> None:
    service = Service()
    duty = service.over(Role.DUTY)
    alarm_id = (await asked(service)).id
    await service.do(alarms.deny, alarm_id, service.resident)
    await service.do(alarms.confirm, alarm_id, service.resident)
    assert service.told(duty) == ["alarm_ring"]


async def test_once_it_rings_no_word_of_the_writers_stops_it() -> None:
    service = Service()
    duty = service.over(Role.DUTY)
    alarm_id = await ringing(service)
    await service.do(alarms.deny, alarm_id, service.resident)
    assert now(service, alarm_id).state is AlarmState.RINGING
    assert service.told(duty) == ["alarm_ring", "alarm_calm"]


async def test_a_stranger_can_answer_nothing() -> None:
    service = Service()
    alarm_id = (await asked(service)).id
    for verb in (alarms.confirm, alarms.deny, alarms.heard):
        with pytest.raises(NotYours):
            await service.do(verb, alarm_id, service.person())


async def test_a_dispatcher_who_looks_can_have_the_duty_officers_rung() -> None:
    service = Service()
    duty, dispatcher = service.over(Role.DUTY), service.over(Role.DISPATCHER)
    alarm_id = (await asked(service)).id
    await service.passes(minutes=10)
    await service.do(alarms.confirm, alarm_id, dispatcher)
    assert service.told(duty) == ["alarm_ring"]
    assert now(service, alarm_id).state is AlarmState.RINGING


async def test_whoever_took_a_mere_question_learns_that_it_is_danger() -> None:
    service = Service()
    dispatcher = service.over(Role.DISPATCHER)
    alarm_id = (await asked(service)).id
    await service.passes(minutes=10)
    await service.do(alarms.take, alarm_id, dispatcher)
    service.listen()
    await service.do(alarms.confirm, alarm_id, service.resident)
    await service.do(alarms.call, service.resident, "", now(service, alarm_id))
    assert service.told(dispatcher) == ["alarm_yes", "alarm_yes"]
    assert now(service, alarm_id).state is AlarmState.TAKEN


# ----- Taking it -----


async def test_exactly_one_takes_it_and_the_others_see_who() -> None:
    service = Service()
    first, second = service.over(Role.DUTY), service.over(Role.DUTY)
    alarm_id = await taken(service, second)
    assert service.told(first) == ["alarm_ring", "alarm_taken"]
    assert service.told(service.resident)[-1] == "danger_taken"
    assert service.said(service.resident, "danger_taken").args["person"] == f"duty {second}"
    with pytest.raises(Refused, match="alarm-taken") as refused:
        await service.do(alarms.take, alarm_id, first)
    assert refused.value.fields == {"person": f"duty {second}"}
    assert (await service.do(alarms.take, alarm_id, second)).taken_by == second


async def test_only_whoever_took_it_writes_and_ends_it() -> None:
    service = Service()
    first, second = service.over(Role.DUTY), service.over(Role.DUTY)
    alarm_id = await ringing(service)
    for verb in (alarms.write, alarms.done):
        with pytest.raises(Refused, match="alarm-take-first"):
            await service.do(verb, alarm_id, first, "on my way")
    await service.do(alarms.take, alarm_id, first)
    with pytest.raises(Refused, match="alarm-take-first"):
        await service.do(alarms.done, alarm_id, second, "over")
    await service.do(alarms.write, alarm_id, first, "on my way")
    assert service.said(service.resident, "danger_words").args == {"words": "on my way", "person": f"duty {first}"}
    await service.do(alarms.done, alarm_id, first, "at the school")
    assert (now(service, alarm_id).state, now(service, alarm_id).ending) == (AlarmState.OVER, "at the school")
    assert service.told(service.resident)[-1] == "danger_over"
    for answer in (alarms.confirm, alarms.deny):
        with pytest.raises(Refused, match="alarm-over"):
            await service.do(answer, alarm_id, service.resident)


async def test_a_resident_who_can_t_be_reached_is_said_to_be_so() -> None:
    service = Service()
    duty = service.over(Role.DUTY)
    alarm_id = await taken(service, duty)
    await service.do(membership.unreachable, service.resident)
    with pytest.raises(Refused, match="alarm-unreachable"):
        await service.do(alarms.write, alarm_id, duty, "where are you?")


async def test_given_back_it_rings_the_others() -> None:
    service = Service()
    first, second = service.over(Role.DUTY), service.over(Role.DUTY)
    alarm_id = await taken(service, first)
    service.listen()
    await service.do(alarms.give_back, alarm_id, first)
    assert (service.told(first), service.told(second)) == ([], ["alarm_ring"])
    assert now(service, alarm_id).state is AlarmState.RINGING
    await service.passes(minutes=5)
    assert service.told(first) == []


async def test_given_back_by_the_only_one_it_rings_that_one_all_the_same() -> None:
    service = Service()
    only = service.over(Role.DUTY)
    alarm_id = await taken(service, only)
    service.listen()
    await service.do(alarms.give_back, alarm_id, only)
    assert service.told(only) == ["alarm_ring"]


async def test_who_loses_the_post_or_stops_the_service_leaves_no_alarm_behind() -> None:
    service = Service()
    leaves, blocks, stays = (service.over(Role.DUTY) for _ in range(3))
    alarm_id = await taken(service, leaves)
    post = next(post for post in service.memory.of(Post) if post.person_id == leaves)
    await service.do(membership.remove, leaves, post.id)
    assert now(service, alarm_id).state is AlarmState.RINGING
    await service.do(alarms.take, alarm_id, blocks)
    service.listen()
    await service.do(membership.unreachable, blocks)
    assert now(service, alarm_id).state is AlarmState.RINGING
    assert service.told(stays) == ["alarm_ring"]


# ----- What the resident sends meanwhile -----


async def test_words_points_and_files_go_to_all_who_ring_and_then_to_whoever_took_it() -> None:
    service = Service()
    first, second = service.over(Role.DUTY), service.over(Role.DUTY)
    alarm_id = await ringing(service)
    service.listen()
    await service.do(alarms.heard, alarm_id, service.resident, "the water rises", None, (5, 6))
    for person in (first, second):
        assert service.told(person) == ["alarm_words", "alarm_file", "alarm_file"]
    await service.do(alarms.take, alarm_id, first)
    service.listen()
    await service.do(alarms.heard, alarm_id, service.resident, "", (27.0, 119.0))
    assert (service.told(first), service.told(second)) == (["alarm_place"], [])
    assert (now(service, alarm_id).lat, now(service, alarm_id).lon) == (27.0, 119.0)


async def test_a_place_that_becomes_known_rings_those_who_answer_for_it() -> None:
    service = Service()
    county, near = service.over(Role.DUTY), service.over(Role.DUTY, EAST)
    alarm = await service.do(alarms.call, service.resident, conversation(service.resident), None)
    assert (service.told(county), service.told(near)) == (["alarm_ring"], [])
    await service.do(alarms.heard, alarm.id, service.resident, "", (27.0, 119.0))
    assert service.told(near) == ["alarm_ring"]
    assert now(service, alarm.id).area_id == RIVER
    assert service.told(county) == ["alarm_ring", "alarm_place"]


async def test_what_is_sent_before_an_answer_is_none_and_reaches_nobody_yet() -> None:
    service = Service()
    service.over(Role.DUTY)
    alarm_id = (await asked(service, "家里进水了")).id
    service.listen()
    await service.do(alarms.heard, alarm_id, service.resident, "", (27.0, 119.0))
    assert service.since() == []
    assert (now(service, alarm_id).state, now(service, alarm_id).area_id) == (AlarmState.ASKED, RIVER)


# ----- Cases -----


async def test_the_case_that_the_words_become_keeps_how_it_ended() -> None:
    service = Service()
    service.cadre()
    duty = service.over(Role.DUTY)
    alarm_id = await taken(service, duty)
    alarm = now(service, alarm_id)
    service.memory.add(Conversation(alarm.conversation, service.resident, alarm_id=alarm_id))
    filed = await service.do(filing.file, alarm.draft_id, service.resident)
    assert now(service, alarm_id).case_id == filed.case.id
    await service.do(alarms.done, alarm_id, duty, "at the school")
    (event,) = [event for event in service.events(filed.case.id) if event.kind == "alarm_over"]
    assert (event.actor_id, event.public, event.data) == (duty, False, {"words": "at the school"})


async def test_another_draft_is_not_taken_for_the_alarms() -> None:
    service = Service()
    service.cadre()
    alarm = await asked(service)
    service.memory.add(Conversation(alarm.conversation, service.resident, alarm_id=alarm.id))
    other = await service.do(drafting.write, service.resident, alarm.conversation, None, "东镇的路坏了")
    await service.do(filing.file, other.id, service.resident)
    assert now(service, alarm.id).case_id is None


async def test_nobody_is_counted_against_the_days_measure_and_nothing_waits_for_a_digest() -> None:
    service = Service()
    duty = service.over(Role.DUTY)
    await ringing(service)
    await service.passes(hours=5)
    assert service.told(duty).count("alarm_ring") > 10
    assert service.digest(duty) == []
    person: Person = service.someone(duty)
    assert person.pushes == 0
