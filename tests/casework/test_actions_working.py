"""The work on a case, told to the resident as it happens; and what a resident may do meanwhile."""

import pytest

from casework.actions import extending, residents, working
from casework.errors import NotYours, Refused
from casework.people import Role
from casework.petitions import Closing, State
from tests.casework.service import Service, at, local


async def under_way() -> tuple[Service, int, int, int]:
    """Return a service with a cadre and a head, and a case that the cadre works on; nothing heard yet."""
    service = Service()
    cadre, head = service.cadre(), service.head()
    case_id = await service.accepted()
    service.listen()
    return service, case_id, cadre, head


async def test_asking_back_stops_no_clock() -> None:
    service, case_id, cadre, _ = await under_way()
    before = service.case(case_id)
    case = await service.do(working.ask, case_id, cadre, None, "Which house?")
    assert (case.limit_at, case.epoch, case.question) == (before.limit_at, before.epoch, "Which house?")
    assert service.said(service.resident, "asked").args == {"question": "Which house?"}


async def test_an_answer_clears_the_question_and_what_comes_later_is_an_addition() -> None:
    service, case_id, cadre, _ = await under_way()
    await service.do(working.ask, case_id, cadre, None, "Which house?")
    case = await service.do(residents.add, case_id, service.resident, "The blue one.")
    assert case.question == ""
    await service.do(residents.add, case_id, service.resident, "Beside the well.")
    assert service.told(cadre) == ["answered", "added"]
    assert service.timeline(case_id)[-3:] == ["asked", "answered", "added"]


async def test_a_question_unanswered_is_repeated_once() -> None:
    service, case_id, cadre, _ = await under_way()
    await service.do(working.ask, case_id, cadre, None, "Which house?")
    await service.passes(days=10)
    assert service.told(service.resident) == ["asked", "question_again"]


async def test_news_reach_the_resident_and_end_waiting() -> None:
    service, case_id, cadre, _ = await under_way()
    await service.do(working.wait, case_id, cadre, None, at("3-20", "09:00"), "asphalt is ordered")
    case = await service.do(working.progress, case_id, cadre, None, "It came.", "We pave.", at("3-12", "00:00"))
    assert (case.wait_until, case.news_at, case.told_at) == (None, service.now, service.now)
    assert service.said(service.resident, "progress").args == {
        "news": "It came.",
        "step": "We pave.",
        "when": at("3-12", "00:00"),
    }


async def test_waiting_is_silent_until_its_day_then_the_cadre_is_asked() -> None:
    service, case_id, cadre, _ = await under_way()
    await service.do(working.wait, case_id, cadre, None, at("3-20", "09:00"), "asphalt is ordered")
    await service.until(at("3-20", "08:00"))
    assert service.told(cadre) == []
    await service.until(at("3-20", "09:00"))
    assert service.told(cadre) == ["progress_due"]


async def test_days_that_are_past_are_refused() -> None:
    service, case_id, cadre, _ = await under_way()
    with pytest.raises(Refused, match="date-past"):
        await service.do(working.wait, case_id, cadre, None, at("3-1"), "why")
    with pytest.raises(Refused, match="date-past"):
        await service.do(working.visit, case_id, cadre, None, at("3-1"))


async def test_a_visit_is_announced_brought_to_mind_and_asked_about() -> None:
    service, case_id, cadre, _ = await under_way()
    await service.do(working.visit, case_id, cadre, None, at("3-6", "09:00"), "at the bridge")
    await service.until(at("3-7", "09:00"))
    assert service.told(service.resident) == ["visit", "visit_tomorrow"]
    assert service.told(cadre) == ["visit_tomorrow_cadre", "visit_over"]


async def test_a_visit_announced_for_the_same_day_is_not_brought_to_mind_as_tomorrows() -> None:
    service, case_id, cadre, _ = await under_way()
    await service.do(working.visit, case_id, cadre, None, at("3-3", "16:00"))
    await service.until(at("3-4", "09:00"))
    assert service.told(service.resident) == ["visit"]
    assert service.told(cadre) == ["visit_over"]


async def test_a_call_for_help_reaches_the_head_and_not_the_resident() -> None:
    service, case_id, cadre, head = await under_way()
    await service.do(working.need_help, case_id, cadre, None, "too big")
    assert service.said(head, "help").args == {"why": "too big", "person": f"cadre {cadre}"}
    assert service.told(service.resident) == []
    assert not service.events(case_id)[-1].public


async def test_the_head_extends_a_limit_once_by_thirty_days_and_the_resident_hears_why() -> None:
    # Article 34.
    service, case_id, cadre, head = await under_way()
    assert local(service.case(case_id).limit_at) == "Sat 5-3 00:00"
    with pytest.raises(Refused) as refused:
        await service.do(extending.set_date, case_id, head, None, at("6-3", "00:00"), "frost")
    assert refused.value.fields["date"].isoformat() == "2025-06-01"
    with pytest.raises(Refused, match="not-allowed"):
        await service.do(extending.set_date, case_id, cadre, None, at("5-20"), "frost")
    case = await service.do(extending.set_date, case_id, head, None, at("5-20", "12:00"), "frost")
    assert local(case.limit_at) == "Wed 5-21 00:00"
    assert service.said(service.resident, "extended").args == {"until": case.limit_at, "why": "frost"}
    assert service.told(cadre) == ["extended_cadre"]
    with pytest.raises(Refused, match="extended-already"):
        await service.do(extending.set_date, case_id, head, None, at("5-22"), "frost")


async def test_the_head_takes_a_case_over() -> None:
    service, case_id, cadre, head = await under_way()
    case = await service.do(working.take_over, case_id, head, None)
    assert (case.cadre_id, case.state) == (head, State.WORKING)
    assert (service.told(cadre), service.told(service.resident)) == (["taken"], ["reassigned"])


async def test_a_case_that_nobody_took_is_accepted_by_the_head_who_takes_it() -> None:
    service = Service()
    service.cadre()
    head = service.head()
    case = await service.do(working.take_over, await service.file(), head, None)
    assert (case.cadre_id, case.state) == (head, State.WORKING)
    assert service.told(service.resident) == ["accepted"]


async def test_the_reason_for_lateness_stands_in_the_case() -> None:
    service, case_id, cadre, _ = await under_way()
    case = await service.do(working.explain_late, case_id, cadre, None, "the bridge was closed")
    assert case.late_why == "the bridge was closed"


async def test_only_the_cadre_works_a_case() -> None:
    service, case_id, _, _ = await under_way()
    colleague = service.cadre()
    with pytest.raises(Refused, match="not-allowed"):
        await service.do(working.progress, case_id, colleague, None, "news")
    with pytest.raises(NotYours):
        await service.do(working.progress, case_id, service.person(), None, "news")


# The resident.


async def test_urging_is_heard_once_a_working_day() -> None:
    service, case_id, cadre, _ = await under_way()
    service.now = at("3-7", "15:00")
    await service.do(residents.urge, case_id, service.resident)
    service.now = at("3-9", "15:00")
    with pytest.raises(Refused) as refused:
        await service.do(residents.urge, case_id, service.resident)
    assert refused.value.fields["date"].isoformat() == "2025-03-10"
    service.now = at("3-10", "08:00")
    await service.do(residents.urge, case_id, service.resident)
    assert service.told(cadre) == ["urged", "urged"]


async def test_where_nobody_has_the_case_urging_reaches_whoever_stands_above() -> None:
    service = Service()
    dispatcher = service.over(Role.DISPATCHER)
    case_id = await service.file("路坏了")
    await service.do(residents.urge, case_id, service.resident)
    assert service.told(dispatcher) == ["needs_unit", "urged"]


async def test_a_withdrawn_case_is_closed_apart_and_its_cadre_told() -> None:
    service, case_id, cadre, _ = await under_way()
    case = await service.do(residents.withdraw, case_id, service.resident, None)
    assert (case.state, case.closing) == (State.CLOSED, Closing.WITHDRAWN)
    assert (service.told(cadre), service.told(service.resident)) == (["withdrawn"], ["withdrawn_ok"])
    assert service.someone(cadre).open_cases == 0
    await service.passes(days=60)
    assert service.told(service.resident) == ["withdrawn_ok"]
