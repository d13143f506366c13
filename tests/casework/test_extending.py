"""An extension (article 34): asked once before the limit, decided by somebody else, thirty days at most."""

from datetime import date, timedelta

import pytest

from casework.actions import assigning, extending, working
from casework.calendar import Calendar
from casework.errors import Refused
from casework.kinds import PetitionKind
from casework.people import Role
from casework.pleas import Decision
from casework.unit_of_work import Rules
from tests.casework.service import BUREAU, ZONE, Service, at, local

MAKE_UP = Calendar(ZONE, frozenset({date(2025, 3, 6), date(2025, 3, 7)}), frozenset({date(2025, 3, 8)}), 2025)
"""Thursday and Friday are off, and Saturday the 8th is worked instead."""


async def under_way(*, head: bool = True, rules: Rules | None = None) -> tuple[Service, int, int, int]:
    """Return a service with a cadre, mostly a head and a supervisor, and a case at work; the limit is 2 May."""
    service = Service(rules)
    cadre = service.cadre()
    above = service.head() if head else 0
    case_id = await service.accepted()
    service.listen()
    return service, case_id, cadre, above


async def test_it_can_be_asked_until_the_last_minute_of_the_limit() -> None:
    service, case_id, cadre, head = await under_way()
    await service.until(at("5-2", "23:59"))
    service.listen()
    case = await service.do(extending.ask_extension, case_id, cadre, None, 10, "frost")
    assert case.extension is not None
    assert case.extension.waits is not None
    assert local(case.limit_at) == "Sat 5-3 00:00", "what is asked for stops no clock"
    assert service.said(head, "extension_asked").args == {"days": 10, "why": "frost", "person": f"cadre {cadre}"}
    assert service.told(service.resident) == []


async def test_a_minute_later_it_is_too_late() -> None:
    service, case_id, cadre, _ = await under_way()
    await service.until(at("5-3", "00:00"))
    with pytest.raises(Refused, match="extension-too-late"):
        await service.do(extending.ask_extension, case_id, cadre, None, 10, "frost")


@pytest.mark.parametrize("days", [0, 31])
async def test_it_is_for_thirty_days_at_most(days: int) -> None:
    service, case_id, cadre, _ = await under_way()
    with pytest.raises(Refused, match="extension-days") as refused:
        await service.do(extending.ask_extension, case_id, cadre, None, days, "frost")
    assert refused.value.fields == {"most": 30}


async def test_the_head_allows_it_and_the_days_count_from_the_limit() -> None:
    service, case_id, cadre, head = await under_way()
    case = await service.do(extending.ask_extension, case_id, cadre, None, 30, "frost")
    service.listen()
    with pytest.raises(Refused, match="not-allowed"):
        await service.do(extending.grant_extension, case_id, cadre, None)
    case = await service.do(extending.grant_extension, case_id, head, case.epoch)
    assert local(case.limit_at) == "Mon 6-2 00:00"
    assert service.said(service.resident, "extended").args == {"until": case.limit_at, "why": "frost"}
    assert service.told(cadre) == ["extended_cadre"]
    for verb in (extending.ask_extension, extending.set_date):
        arguments = (5, "more") if verb is extending.ask_extension else (at("6-10"), "more")
        by = cadre if verb is extending.ask_extension else head
        with pytest.raises(Refused):
            await service.do(verb, case_id, by, None, *arguments)


async def test_a_refusal_tells_the_cadre_why_and_is_the_end_of_asking() -> None:
    service, case_id, cadre, head = await under_way()
    await service.do(extending.ask_extension, case_id, cadre, None, 30, "frost")
    service.listen()
    case = await service.do(extending.refuse_extension, case_id, head, None, "begin with the ditch")
    assert case.extension is not None
    assert case.extension.decision is Decision.REFUSED
    assert service.said(cadre, "extension_refused").args["why"] == "begin with the ditch"
    assert service.told(service.resident) == []
    with pytest.raises(Refused, match="wrong-state"):
        await service.do(extending.ask_extension, case_id, cadre, None, 5, "please")
    case = await service.do(extending.set_date, case_id, head, None, at("5-10"), "rain")
    assert local(case.limit_at) == "Sun 5-11 00:00", "the head may still grant it unasked"


async def test_nobody_decides_it_then_it_is_asked_each_working_morning_one_rung_higher() -> None:
    service, case_id, cadre, head = await under_way(rules=Rules(MAKE_UP, secret=b"secret"))
    supervisor, leader = service.over(Role.SUPERVISOR), service.over(Role.LEADER)
    await service.until(at("3-5", "15:00"))
    await service.do(extending.ask_extension, case_id, cadre, None, 30, "frost")
    service.listen()
    await service.until(at("3-8", "08:29"))
    assert service.told(head) == []
    await service.until(at("3-8", "08:30"))
    assert service.told(head) == ["extension_asked"], "on the Saturday that is worked, after two days off"
    await service.until(at("3-10", "08:29"))
    assert service.told(supervisor) == []
    await service.until(at("3-10", "08:30"))
    assert service.told(supervisor) == ["extension_asked"]
    await service.until(at("3-11", "08:30"))
    assert service.told(leader) == ["extension_asked"]
    case = await service.do(extending.grant_extension, case_id, supervisor, None)
    assert local(case.limit_at) == "Mon 6-2 00:00", "who was asked may decide"


async def test_those_above_the_head_decide_only_once_they_were_asked() -> None:
    service, case_id, cadre, _ = await under_way()
    supervisor = service.over(Role.SUPERVISOR)
    await service.do(extending.ask_extension, case_id, cadre, None, 30, "frost")
    with pytest.raises(Refused, match="not-allowed"):
        await service.do(extending.grant_extension, case_id, supervisor, None)


async def test_without_a_head_the_one_above_is_asked_at_once() -> None:
    service, case_id, cadre, _ = await under_way(head=False)
    over = service.head(BUREAU)
    await service.do(extending.ask_extension, case_id, cadre, None, 30, "frost")
    assert service.told(over) == ["extension_asked"]


async def test_a_head_who_works_the_case_decides_nothing_in_it() -> None:
    service, case_id, _, head = await under_way()
    over = service.head(BUREAU)
    await service.do(working.take_over, case_id, head, None)
    with pytest.raises(Refused, match="not-allowed"):
        await service.do(extending.set_date, case_id, head, None, at("5-10"), "rain")
    await service.do(extending.ask_extension, case_id, head, None, 30, "frost")
    assert "extension_asked" in service.told(over)
    with pytest.raises(Refused, match="not-allowed"):
        await service.do(extending.grant_extension, case_id, head, None)
    await service.do(extending.grant_extension, case_id, over, None)


async def test_it_may_be_allowed_after_the_limit_as_long_as_its_own_day_is_ahead() -> None:
    service, case_id, cadre, head = await under_way()
    await service.do(extending.ask_extension, case_id, cadre, None, 5, "frost")
    await service.until(at("5-7", "23:59"))
    case = await service.do(extending.grant_extension, case_id, head, None)
    assert local(case.limit_at) == "Thu 5-8 00:00"


async def test_a_minute_after_its_own_day_there_is_nothing_left_to_allow() -> None:
    service, case_id, cadre, head = await under_way()
    await service.do(extending.ask_extension, case_id, cadre, None, 5, "frost")
    await service.until(at("5-8", "00:00"))
    with pytest.raises(Refused, match="no-extension"):
        await service.do(extending.grant_extension, case_id, head, None)


async def test_what_was_asked_stays_asked_in_other_hands() -> None:
    service, case_id, cadre, head = await under_way()
    other = service.cadre()
    await service.do(extending.ask_extension, case_id, cadre, None, 30, "frost")
    await service.do(assigning.hand_to, case_id, head, other, None)
    await service.do(extending.refuse_extension, case_id, head, None, "no")
    assert "extension_refused" in service.told(other)
    assert "extension_refused" in service.told(cadre), "who asked hears it, too"


async def test_only_requests_are_extended() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.accepted(PetitionKind.QUESTION)
    with pytest.raises(Refused, match="wrong-kind"):
        await service.do(extending.ask_extension, case_id, cadre, None, 5, "frost")


async def test_asking_moves_no_reminder_of_the_limit() -> None:
    service, case_id, cadre, head = await under_way()
    await service.do(extending.ask_extension, case_id, cadre, None, 30, "frost")
    case = service.case(case_id)
    await service.until(case.limit_at + timedelta(days=4))
    assert "late_head" in service.told(head)
