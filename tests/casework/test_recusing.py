"""Stepping aside (article 28): by one's own word, or by a resident's wish that somebody else decides."""

import pytest

from casework.actions import accepting, assigning, recusing, working
from casework.errors import NotYours, Refused
from casework.people import Role
from casework.petitions import State
from tests.casework.service import BUREAU, Service, at


async def under_way(*, alone: bool = False) -> tuple[Service, int, int, int, int]:
    """Return a service, a case, its cadre, and unless `alone` a colleague and the head; nothing heard yet."""
    service = Service()
    cadre = service.cadre()
    case_id = await service.accepted()
    colleague, head = (0, 0) if alone else (service.cadre(), service.head())
    service.listen()
    return service, case_id, cadre, colleague, head


async def test_who_steps_aside_never_has_the_case_again() -> None:
    service, case_id, cadre, colleague, head = await under_way()
    before = service.case(case_id)
    case = await service.do(recusing.step_aside, case_id, cadre, None, "my brother's house")
    assert (case.cadre_id, case.state, case.limit_at) == (colleague, State.WORKING, before.limit_at)
    assert service.said(head, "stepped_aside").args["why"] == "my brother's house"
    assert service.told(service.resident) == ["reassigned"]
    stepped = next(each for each in service.events(case_id) if each.kind == "stepped_aside")
    assert not stepped.public
    with pytest.raises(Refused, match="stands-aside"):
        await service.do(assigning.hand_to, case_id, head, cadre, None)
    case = await service.do(assigning.assign, case, case.unit_id, by=None)
    with pytest.raises(Refused, match="stands-aside"):
        await service.do(accepting.accept, case_id, cadre, None)


async def test_a_case_that_nobody_has_accepted_goes_to_the_next_one() -> None:
    service = Service()
    first, second = service.cadre(), service.cadre()
    case_id = await service.file()
    assert service.case(case_id).cadre_id == first
    case = await service.do(recusing.step_aside, case_id, first, None, "my cousin")
    assert (case.cadre_id, case.state) == (second, State.WAITING)
    assert service.told(second) == ["assigned"]
    assert service.told(service.resident)[-1:] == ["reassigned"]


async def test_alone_in_the_unit_those_above_are_told() -> None:
    service, case_id, cadre, _, _ = await under_way(alone=True)
    over = service.head(BUREAU)
    case = await service.do(recusing.step_aside, case_id, cadre, None, "my cousin")
    assert case.cadre_id == over


async def test_a_wish_for_another_cadre_is_decided_by_the_head_and_kept_from_who_is_meant() -> None:
    service, case_id, cadre, colleague, head = await under_way()
    case = await service.do(recusing.ask_another, case_id, service.resident, "He is my neighbour's son")
    assert case.cadre_id == cadre
    assert service.told(cadre) == []
    assert service.said(head, "another_asked").args["words"] == "He is my neighbour's son"
    with pytest.raises(Refused, match="not-allowed"):
        await service.do(recusing.grant_another, case_id, cadre, None)
    case = await service.do(recusing.grant_another, case_id, head, None)
    assert (case.cadre_id, case.aside, case.recusal) == (colleague, (cadre,), None)
    assert service.said(cadre, "taken").args == {"person": f"cadre {colleague}"}
    assert service.told(service.resident) == ["reassigned"]


async def test_a_wish_refused_is_explained_and_may_be_said_again() -> None:
    service, case_id, cadre, _, head = await under_way()
    await service.do(recusing.ask_another, case_id, service.resident, "He is rude")
    with pytest.raises(Refused, match="wrong-state"):
        await service.do(recusing.ask_another, case_id, service.resident, "He is rude")
    case = await service.do(recusing.refuse_another, case_id, head, None, "Nobody else knows the pumps")
    assert (case.cadre_id, case.aside) == (cadre, ())
    assert service.said(service.resident, "another_refused").args["why"] == "Nobody else knows the pumps"
    await service.do(recusing.ask_another, case_id, service.resident, "He is his cousin")


async def test_where_the_head_is_meant_the_one_above_decides() -> None:
    service, case_id, _, _, head = await under_way()
    over = service.head(BUREAU)
    await service.do(working.take_over, case_id, head, None)
    service.listen()
    await service.do(recusing.ask_another, case_id, service.resident, "It is about his land")
    assert service.told(head) == []
    assert service.told(over) == ["another_asked"]
    with pytest.raises(Refused, match="not-allowed"):
        await service.do(recusing.refuse_another, case_id, head, None, "no")
    case = await service.do(recusing.grant_another, case_id, over, None)
    assert case.cadre_id not in {head, None}


async def test_nobody_decides_then_it_climbs() -> None:
    service, case_id, _, _, head = await under_way()
    supervisor = service.over(Role.SUPERVISOR)
    await service.do(recusing.ask_another, case_id, service.resident, "He is rude")
    service.listen()
    await service.until(at("3-4", "08:29"))
    assert service.told(head) == []
    await service.until(at("3-4", "08:30"))
    assert service.told(head) == ["another_asked"]
    await service.until(at("3-5", "08:30"))
    assert service.told(supervisor) == ["another_asked"]


async def test_a_wish_ends_when_somebody_else_has_the_case() -> None:
    service, case_id, _, _, head = await under_way()
    await service.do(recusing.ask_another, case_id, service.resident, "He is rude")
    case = await service.do(working.take_over, case_id, head, None)
    assert case.recusal is None


async def test_a_stranger_can_wish_for_nothing() -> None:
    service, case_id, _, _, _ = await under_way()
    with pytest.raises(NotYours):
        await service.do(recusing.ask_another, case_id, service.person(), "why not")
