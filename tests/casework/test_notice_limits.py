"""Fifteen days to forward (article 22) and to give notice (article 23): to the minute, over holidays, up the ladder.

Of 2025: Monday 3 March has no holiday near; the Tomb-sweeping holiday is Friday 4 to Sunday 6 April.
"""

from casework.actions import accepting, not_accepting
from casework.not_accepting import NoReason
from casework.people import Role
from casework.petitions import State
from tests.casework.service import Service, at, local

NOWHERE = "这件事没有地方"


async def test_the_office_is_warned_on_the_working_day_before_the_last_and_then_it_climbs() -> None:
    service = Service()
    office, over = service.over(Role.DISPATCHER), service.over(Role.SUPERVISOR)
    leader = service.over(Role.LEADER)
    case_id = await service.file(NOWHERE)
    case = service.case(case_id)
    assert (case.state, case.unit_id) == (State.WAITING, None)
    assert local(case.limit_at) == "Wed 3-19 00:00", "24:00 of the fifteenth day"
    await service.until(at("3-17", "08:29"))
    assert "notice_due" not in service.told(office)
    await service.until(at("3-17", "08:31"))
    assert service.said(office, "notice_due").args["days"] == 1
    service.listen()
    await service.until(at("3-18", "23:59"))
    assert "late_head" not in service.told(office)
    assert service.told(over) == []
    await service.until(at("3-19", "08:29"))
    assert "late_head" not in service.told(office)
    await service.until(at("3-19", "08:31"))
    assert "late_head" in service.told(office)
    assert "late_resident" in service.told(service.resident)
    assert service.told(over) == []
    await service.until(at("3-24", "08:31"))
    assert "late_supervisor" in service.told(over)
    await service.until(at("3-26", "08:31"))
    assert "late_leader" in service.told(leader) or service.digest(leader) == ["late_leader"]


async def test_over_a_holiday_the_warning_comes_before_it_and_the_ladder_begins_after_it() -> None:
    service = Service()
    office = service.over(Role.DISPATCHER)
    service.now = at("3-21")
    case_id = await service.file(NOWHERE)
    # The fifteenth day is Saturday 5 April, in the middle of the holiday: a limit of the office's does not move.
    assert local(service.case(case_id).limit_at) == "Sun 4-6 00:00"
    await service.until(at("4-3", "08:29"))
    assert "notice_due" not in service.told(office)
    await service.until(at("4-3", "08:31"))
    assert service.said(office, "notice_due").args["days"] == 2
    service.listen()
    await service.until(at("4-7", "08:29"))
    assert "late_head" not in service.told(office)
    await service.until(at("4-7", "08:31"))
    assert "late_head" in service.told(office)


async def test_the_units_fifteen_days_begin_with_its_receipt_and_end_with_the_notice() -> None:
    service = Service()
    cadre, head = service.cadre(), service.head()
    case_id = await service.file()
    assert local(service.case(case_id).limit_at) == "Wed 3-19 00:00"
    await service.until(at("3-17", "08:31"))
    assert "notice_due" in service.told(cadre) + service.told(head)
    service.now = at("3-18", "23:59")
    service.listen()
    await service.do(accepting.accept, case_id, cadre, None)
    await service.until(at("3-19", "08:31"))
    assert "late_head" not in service.told(head), "in time to the minute"


async def test_a_decision_in_the_last_minute_is_in_time_and_what_is_closed_is_never_late() -> None:
    service = Service()
    service.cadre()
    head = service.head()
    case_id = await service.file()
    service.now = at("3-18", "23:59")
    await service.do(not_accepting.not_accept, case_id, head, None, NoReason.COURT, "the court", "It was judged.")
    service.listen()
    await service.until(at("4-30"))
    assert service.told(head) == []
    assert service.told(service.resident) == []


async def test_a_doubt_wins_no_time() -> None:
    service = Service()
    cadre, head = service.cadre(), service.head()
    case_id = await service.file()
    service.now = at("3-18", "23:50")
    await service.do(not_accepting.doubt, case_id, cadre, None, NoReason.OTHER_BODY, "another", "not ours")
    service.listen()
    await service.until(at("3-19", "08:31"))
    assert "late_head" in service.told(head)
    assert "late_resident" in service.told(service.resident)
