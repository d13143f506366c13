"""The schedule carried out: nobody forgets a case, and nobody is chased."""

from casework.actions import absence, telling, working
from casework.actions.firing import fire
from casework.notices import Urgency
from casework.people import Role
from casework.petitions import State
from tests.casework.service import RIVER, Service, at

# Nobody accepts.


async def test_silence_is_reminded_then_the_next_one_is_asked_then_the_head_then_the_dispatcher() -> None:
    service = Service()
    first, second = service.cadre(grid=(RIVER,)), service.cadre()
    head, dispatcher = service.head(), service.over(Role.DISPATCHER)
    case_id = await service.file()
    await service.until(at("3-4", "11:00"))
    assert service.told(first) == ["assigned", "accept_reminder"]
    await service.until(at("3-5", "11:00"))
    assert service.case(case_id).cadre_id == second
    assert service.told(second) == ["assigned"]
    assert service.told(head) == []
    await service.until(at("3-6", "11:00"))
    assert service.told(head) == ["nobody_accepts"]
    assert service.told(dispatcher) == []
    await service.until(at("3-11", "11:00"))
    # Friday, Monday, Tuesday: every working day.
    assert service.told(dispatcher) == ["nobody_accepts"] * 3


async def test_a_case_without_a_unit_is_the_dispatchers_every_working_day() -> None:
    service = Service()
    dispatcher = service.over(Role.DISPATCHER)
    await service.file("路坏了")
    await service.until(at("3-10", "11:00"))
    assert service.told(dispatcher) == ["needs_unit"] * 6


async def test_a_vacant_unit_reminds_its_group_and_whoever_stands_above() -> None:
    service = Service()
    group, leader = service.group(), service.over(Role.LEADER)
    await service.file()
    await service.until(at("3-4", "11:00"))
    assert service.told_groups() == [(group.key, "group_case")] * 2
    assert service.told(leader) == ["nobody_accepts"] * 2


async def test_a_cadre_who_went_away_is_not_waited_for() -> None:
    service = Service()
    first, second = service.cadre(grid=(RIVER,)), service.cadre()
    case_id = await service.file()
    await service.do(absence.away, first, at("3-20"))
    await service.until(at("3-4", "11:00"))
    assert service.case(case_id).cadre_id == second


# Late.


async def test_a_late_case_climbs_and_the_resident_hears_it_once() -> None:
    service = Service()
    cadre, head = service.cadre(), service.head()
    supervisor, leader = service.over(Role.SUPERVISOR), service.over(Role.LEADER)
    case_id = await service.accepted()
    await service.until(at("5-2", "23:00"))
    service.listen()
    # The limit was Friday 2 May.
    await service.until(at("5-5", "09:00"))
    assert service.told(head) == ["late_head"]
    assert service.said(head, "late_head").args == {"days": 3}
    assert "late_cadre" in service.told(cadre)
    await service.until(at("5-8", "09:00"))
    assert service.told(supervisor) == ["late_supervisor"]
    await service.until(at("5-12", "12:00"))
    assert service.digest(leader) == ["late_leader"]
    await service.until(at("6-2", "12:00"))
    assert service.told(supervisor) == ["late_supervisor"] * 4
    assert service.told(service.resident).count("late_resident") == 1
    assert service.case(case_id).state is State.WORKING


async def test_handing_a_late_case_on_neither_hides_it_nor_tells_everyone_again() -> None:
    service = Service()
    service.cadre()
    head, supervisor = service.head(), service.over(Role.SUPERVISOR)
    case_id = await service.accepted()
    await service.until(at("5-5", "12:00"))
    service.listen()
    await service.do(working.take_over, case_id, head, None)
    await service.until(at("5-7", "12:00"))
    assert "late_head" not in service.told(head)
    await service.until(at("5-8", "12:00"))
    assert service.told(supervisor) == ["late_supervisor"]


async def test_where_the_posts_above_are_vacant_lateness_still_reaches_somebody() -> None:
    service = Service()
    service.cadre()
    admin = service.over(Role.ADMIN)
    case_id = await service.accepted()
    await service.until(at("5-20", "12:00"))
    told = [kind for kind in service.told(admin) if kind.startswith("late")]
    assert told[:2] == ["late_head", "late_supervisor"]
    named = [event.data["people"] for event in service.events(case_id) if event.kind == "supervisor_told"]
    assert named
    assert all(people == [admin] for people in named)


# Reminders.


async def test_a_limit_is_told_at_half_at_four_fifths_and_before_its_end() -> None:
    service = Service()
    cadre = service.cadre()
    await service.accepted()
    service.listen()
    await service.until(at("5-2", "12:00"))
    limits = [notice.args["days"] for notice in service.since() if notice.kind == "limit"]
    assert limits == [30, 11, 1]
    assert service.told(cadre).count("progress_due") >= 5


async def test_the_resident_hears_at_least_every_two_weeks() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.accepted()
    service.listen()
    await service.until(at("3-18"))
    assert service.said(service.resident, "status").args == {"changed": False}
    await service.do(working.progress, case_id, cadre, None, "news")
    await service.until(at("4-16"))
    assert service.told(service.resident) == ["status", "progress", "status", "status"]


async def test_what_is_not_due_is_not_fired() -> None:
    service = Service()
    service.cadre()
    case_id = await service.accepted()
    service.listen()
    for kind in ("late", "status", "accept", "silence"):
        await service.do(fire, service.case(case_id), kind)
    assert service.since() == []
    assert service.case(case_id).fired == {}


# Measure.


async def test_beyond_three_pushes_a_day_the_rest_waits_for_one_digest() -> None:
    service = Service()
    cadre = service.cadre()
    for _ in range(5):
        await service.file()
    assert service.told(cadre) == ["assigned"] * 3
    assert service.digest(cadre) == ["assigned"] * 2
    service.listen()
    await service.until(at("3-4", "08:45"))
    assert service.told(cadre) == ["digest"]
    items = service.said(cadre, "digest").args["items"]
    assert [kind for kind, _ in items] == ["assigned", "assigned"]
    service.listen()
    await service.until(at("3-4", "09:30"))
    assert service.told(cadre) == []


async def test_a_residents_word_and_a_limit_always_reach_the_cadre() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.accepted()
    case = service.case(case_id)
    service.listen()
    for urgency in (Urgency.LIMIT, Urgency.NOW):
        for _ in range(5):
            await service.do(telling.tell, cadre, "limit", urgency, case)
    assert len(service.told(cadre)) == 10


async def test_whoever_is_away_gets_neither_pushes_nor_a_digest() -> None:
    service = Service()
    cadre = service.cadre()
    case = service.case(await service.accepted())
    await service.do(absence.away, cadre, at("3-10"))
    service.listen()
    await service.do(telling.tell, cadre, "progress_due", Urgency.PUSH, case)
    await service.do(telling.tell, cadre, "late_leader", Urgency.DIGEST, case)
    await service.do(telling.tell, cadre, "limit", Urgency.LIMIT, case)
    assert (service.told(cadre), service.digest(cadre)) == (["limit"], [])


async def test_everything_said_to_the_resident_counts_as_told() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.accepted()
    service.now = at("3-6")
    await service.do(working.ask, case_id, cadre, None, "Which house?")
    assert service.case(case_id).told_at == at("3-6")
