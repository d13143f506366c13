"""Hardship: a visit at home within five working days, and what was given on it; and what is reported upward at once."""

from datetime import date

import pytest

from casework.actions import alarms, assigning, details, hardship, joining, merging, upward
from casework.calendar import Calendar
from casework.danger import Danger
from casework.errors import Refused
from casework.joining import Joining
from casework.people import Role
from casework.petitions import Verdict
from casework.profile import Care, Profile
from casework.unit_of_work import Rules
from tests.casework.service import EAST, TEXT, ZONE, Service, at, local

HOLIDAY = Calendar(ZONE, frozenset({date(2025, 3, 6), date(2025, 3, 7)}), frozenset({date(2025, 3, 8)}), 2025)
"""Thursday and Friday are off, and Saturday the 8th is worked instead."""


async def flagged() -> tuple[Service, int, int]:
    """Return a service, a case and its cadre, who has flagged it on Monday 3 March; nothing heard yet."""
    service = Service(Rules(HOLIDAY, secret=b"secret"))
    cadre = service.cadre()
    service.group()
    case_id = await service.accepted()
    service.listen()
    await service.do(hardship.flag_hardship, case_id, cadre, None, "alone and ill")
    return service, case_id, cadre


async def test_a_visit_is_due_in_working_days_and_climbs_until_it_is_recorded() -> None:
    # Working days after Monday the 3rd: 4, 5, 8 (made up), 10, 11.
    service, case_id, cadre = await flagged()
    head, supervisor, leader = service.head(), service.over(Role.SUPERVISOR), service.over(Role.LEADER)
    case = service.case(case_id)
    assert case.hardship is not None
    assert local(case.hardship.visit_by) == "Wed 3-12 00:00"
    await service.until(at("3-11", "08:29"))
    assert "hardship_due" not in service.told(cadre)
    await service.until(at("3-11", "08:30"))
    assert service.told(cadre)[-1] == "hardship_due"
    await service.until(at("3-12", "08:29"))
    assert service.told(head) == []
    for day, person in (("3-12", head), ("3-13", supervisor), ("3-14", leader)):
        await service.until(at(day, "08:30"))
        assert service.told(person) == ["hardship_late"], day
    await service.do(hardship.record_help, case_id, cadre, None, "rice", "two sacks", "the town hall")
    service.listen()
    await service.passes(days=5)
    assert not any("hardship" in kind for person in (cadre, head, supervisor, leader) for kind in service.told(person))


async def test_handing_it_on_wins_no_days() -> None:
    service, case_id, _ = await flagged()
    head, other = service.head(), service.cadre()
    await service.until(at("3-11", "12:00"))
    await service.do(assigning.hand_to, case_id, head, other, None)
    await service.until(at("3-12", "08:30"))
    assert "hardship_late" in service.told(head)
    supervisor = service.over(Role.SUPERVISOR)
    await service.do(assigning.hand_to, case_id, head, service.cadre(), None)
    await service.until(at("3-13", "08:30"))
    assert "hardship_late" in service.told(supervisor), "it climbs on, and does not begin again"


async def test_the_resident_and_the_groups_read_no_label() -> None:
    service, case_id, _ = await flagged()
    assert service.told(service.resident) == []
    assert service.told_groups() == []
    assert not service.events(case_id)[-1].public


async def test_what_was_given_is_read_by_whoever_got_it() -> None:
    service, case_id, cadre = await flagged()
    with pytest.raises(Refused, match="help-half"):
        await service.do(hardship.record_help, case_id, cadre, None, "rice", "two sacks")
    await service.do(hardship.record_help, case_id, cadre, None, "rice", "two sacks", "the town hall")
    told = service.said(service.resident, "helped").args
    assert told == {"what": "rice", "amount": "two sacks", "giver": "the town hall"}
    await service.do(hardship.record_help, case_id, cadre, None)
    assert service.told(service.resident)[-1] == "visited_home"
    case = service.case(case_id)
    assert case.hardship is not None
    assert [each.what for each in case.hardship.helped] == ["rice", ""]


async def test_a_residents_own_answer_asks_for_the_visit() -> None:
    service = Service()
    service.cadre()
    case_id = await service.accepted()
    await service.do(details.answer, case_id, service.resident, "hardship", "no")
    assert service.case(case_id).hardship is None
    await service.do(details.answer, case_id, service.resident, "hardship", "yes")
    await service.do(details.answer, case_id, service.resident, "hardship", "yes")
    assert service.case(case_id).hardship is not None
    assert service.timeline(case_id).count("hardship_said") == 1


async def test_the_intake_office_may_flag_it_and_others_may_not() -> None:
    service, case_id, _ = await flagged()
    other = await service.file()
    dispatcher, supervisor = service.over(Role.DISPATCHER), service.over(Role.SUPERVISOR)
    await service.do(hardship.flag_hardship, other, dispatcher, None, "alone")
    for by in (supervisor, service.resident):
        with pytest.raises(Refused):
            await service.do(hardship.flag_hardship, case_id, by, None, "alone")


# ----- Upward -----


async def reported() -> tuple[Service, int, int, int, int]:
    """Return a service, a case, its cadre, who has reported it upward on Monday at ten, and two leaders."""
    service = Service()
    cadre = service.cadre()
    near, far = service.over(Role.LEADER, EAST), service.over(Role.LEADER)
    case_id = await service.accepted()
    service.listen()
    await service.do(upward.report_up, case_id, cadre, None, "The dam leaks above forty houses")
    return service, case_id, cadre, near, far


async def test_the_leader_over_the_area_is_told_at_once_and_says_seen() -> None:
    service, case_id, cadre, near, far = await reported()
    assert service.said(near, "reported_up").args["words"] == "The dam leaks above forty houses"
    assert service.told(far) == []
    with pytest.raises(Refused, match="not-allowed"):
        await service.do(upward.see_upward, case_id, far)
    await service.do(upward.see_upward, case_id, near)
    assert service.told(cadre) == ["upward_seen"]
    await service.passes(days=2)
    assert service.told(far) == []


async def test_unseen_it_climbs_after_two_hours_also_on_a_day_off() -> None:
    service, case_id, cadre, near, far = await reported()
    await service.until(at("3-3", "11:59"))
    assert service.told(far) == []
    await service.until(at("3-3", "12:00"))
    assert service.told(far) == ["reported_up"]
    service.listen()
    await service.until(at("3-3", "14:00"))
    admin = service.over(Role.ADMIN)
    assert "reported_up" in service.told(near) + service.told(far), "nobody is left above: they hear it again"
    await service.until(at("3-8", "16:00"))
    assert "reported_up" in service.told(admin), "on a Saturday, too"
    await service.do(upward.see_upward, case_id, admin)
    assert "upward_seen" in service.told(cadre)


async def test_it_is_reported_once_and_seen_even_when_it_is_over() -> None:
    service, case_id, cadre, _, far = await reported()
    with pytest.raises(Refused, match="wrong-state"):
        await service.do(upward.report_up, case_id, cadre, None, "again")
    await service.propose(case_id)
    await service.judge(case_id, Verdict.DONE)
    await service.until(at("3-3", "12:00"))
    assert service.told(far) == ["reported_up"]
    await service.do(upward.see_upward, case_id, far)


@pytest.mark.parametrize(("danger", "proposed"), [(Danger.DANGER, True), (Danger.DESPAIR, False)])
async def test_an_alarm_proposes_it_to_the_intake_office(danger: Danger, proposed: bool) -> None:
    service = Service()
    service.cadre()
    dispatcher = service.over(Role.DISPATCHER)
    service.over(Role.DUTY)
    case_id = await service.accepted()
    by = service.resident
    alarm = await service.do(alarms.ask, by, f"tg:{by}|tg:{by}", None, danger, TEXT, case_id=case_id)
    assert alarm is not None
    service.listen()
    await service.do(alarms.confirm, alarm.id, by)
    assert ("propose_upward" in service.told(dispatcher)) is proposed


async def signed(service: Service, case_id: int, by: int) -> None:
    """Have somebody sign a case."""
    await service.do(joining.stand_behind, service.case(case_id), by, Joining.SIGNED)


async def test_many_behind_one_case_are_a_reason_to_ask_once() -> None:
    service = Service(Rules(HOLIDAY, Profile(care=Care(many=4)), secret=b"secret"))
    service.cadre()
    dispatcher = service.over(Role.DISPATCHER)
    case_id = await service.accepted()
    service.listen()
    neighbours = [service.person() for _ in range(3)]
    for neighbour in neighbours[:2]:
        await signed(service, case_id, neighbour)
    assert service.told(dispatcher) == []
    await signed(service, case_id, neighbours[2])
    assert service.told(dispatcher) == ["propose_upward"]
    await service.do(joining.leave, case_id, neighbours[0])
    await signed(service, case_id, neighbours[0])
    await service.do(assigning.hand_to, case_id, dispatcher, service.cadre(), None)
    await signed(service, case_id, service.person())
    assert service.told(dispatcher) == ["propose_upward"], "and never again, whoever comes, goes and works it"


async def test_cases_that_are_merged_bring_their_people() -> None:
    service = Service(Rules(HOLIDAY, Profile(care=Care(many=2)), secret=b"secret"))
    service.cadre()
    dispatcher = service.over(Role.DISPATCHER)
    master = await service.accepted()
    service.resident = service.person()
    case_id = await service.accepted()
    service.listen()
    await service.do(merging.merge, case_id, dispatcher, None, master)
    assert "propose_upward" in service.told(dispatcher)
    await service.do(upward.report_up, case_id, dispatcher, None, "the dam leaks")
