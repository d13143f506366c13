"""A township whistles: what it can't solve goes to the unit that can, which answers it as it must a resident."""

from dataclasses import replace

import pytest

from casework.actions import accepting, outcomes, raising
from casework.errors import NotYours, Refused
from casework.followups import plan
from casework.kinds import FROM_RESIDENTS, PetitionKind
from casework.permissions import possible
from casework.petitions import Case, Closing, Shield, State, Verdict
from tests.casework.service import BUREAU, EAST_OFFICE, WEST_OFFICE, at
from tests.casework.units import Offices


@pytest.fixture
def offices() -> Offices:
    return Offices()


async def raised(offices: Offices, unit: int = BUREAU, by: int | None = None, about: int | None = None) -> Case:
    words = "张三13800138000门前的桥要检测，我们没有资质"
    return await offices.do(raising.raise_difficulty, by or offices.east, unit, words, (), about)


async def judged(offices: Offices, case: Case, verdict: Verdict) -> Case:
    return await offices.do(outcomes.judge, case.id, offices.east, None, verdict)


async def test_it_becomes_a_case_of_its_own_kind_at_the_unit_that_is_named(offices: Offices) -> None:
    offices.listen()
    case = await raised(offices)
    assert (case.kind, case.unit_id, case.cadre_id, case.resident_id) == (
        PetitionKind.DIFFICULTY,
        BUREAU,
        offices.clerk,
        offices.east,
    )
    assert case.raised is not None
    assert case.raised.unit_id == EAST_OFFICE
    assert offices.told(offices.clerk) == ["assigned"]
    assert offices.timeline(case.id)[0] == "raised"
    assert PetitionKind.DIFFICULTY not in FROM_RESIDENTS


async def test_names_and_numbers_are_kept_nowhere(offices: Offices) -> None:
    case = await raised(offices)
    assert "13800138000" not in str(offices.memory.rows["Petition", case.petition_id])
    assert "13800138000" not in case.summary


@pytest.mark.parametrize("unit", [WEST_OFFICE, EAST_OFFICE])
async def test_nobody_whistles_downwards_or_to_a_neighbour(offices: Offices, unit: int) -> None:
    with pytest.raises(Refused, match="not-upward"):
        await raised(offices, unit)
    with pytest.raises(Refused, match="not-upward"):
        await raised(offices, unit, by=offices.clerk)


async def test_who_serves_in_no_unit_cannot(offices: Offices) -> None:
    for one in (offices.dispatcher, offices.resident):
        with pytest.raises(Refused, match="staff-only"):
            await raised(offices, by=one)


async def test_its_limit_is_the_difficultys_own_and_runs_from_acceptance(offices: Offices) -> None:
    case = await raised(offices)
    after = await offices.do(accepting.accept, case.id, offices.clerk, None)
    assert after.limit_at == at("3-19", "00:00"), "fifteen days: to the end of the 18th"


async def test_who_raised_it_has_the_last_word_and_nobody_gives_stars(offices: Offices) -> None:
    case = await raised(offices)
    await offices.do(accepting.accept, case.id, offices.clerk, None)
    await offices.propose(case.id)
    with pytest.raises(Refused, match="wrong-kind"):
        await judged(offices, case, Verdict.DISAGREE)
    closed = await judged(offices, case, Verdict.DONE)
    assert (closed.state, closed.closing) == (State.CLOSED, Closing.SOLVED)
    assert plan(closed, offices.memory.rules) == []
    with pytest.raises(Refused):
        await offices.do(outcomes.rate, case.id, offices.east, 5)


async def test_not_solved_it_climbs_to_the_common_superior(offices: Offices) -> None:
    offices.above_the_bureau(60)
    mayor = offices.head(60)
    case = await raised(offices)
    await offices.do(accepting.accept, case.id, offices.clerk, None)
    await offices.propose(case.id)
    offices.listen()
    after = await judged(offices, case, Verdict.NOT_DONE)
    assert after.state is State.WORKING
    assert "difficulty_unsolved" in offices.told(mayor)
    assert "judged" in offices.told(offices.clerk)
    offices.listen()
    await offices.until(at("4-8", "12:00"))
    assert "difficulty_late" in offices.told(mayor)


async def test_unanswered_it_climbs_like_any_case(offices: Offices) -> None:
    case = await raised(offices)
    await offices.do(accepting.accept, case.id, offices.clerk, None)
    offices.listen()
    await offices.until(at("3-19", "08:29"))
    assert "late_head" not in offices.told(offices.chief)
    await offices.until(at("3-19", "08:30"))
    assert "late_head" in offices.told(offices.chief)
    await offices.until(at("3-24", "09:00"))
    assert "late_supervisor" in offices.told(offices.supervisor)
    assert "difficulty_late" in offices.told(offices.leader), "no unit stands above both: the leader"


async def test_about_a_case_it_needs_its_cadre_or_head_and_stands_in_its_history(offices: Offices) -> None:
    about = await offices.do(accepting.accept, (await offices.assigned()).id, offices.east, None)
    with pytest.raises(NotYours):
        await raised(offices, by=offices.west, about=about.id)
    case = await raised(offices, about=about.id)
    assert case.raised is not None
    assert case.raised.case_id == about.id
    assert case.category == about.category
    found = [event for event in offices.events(about.id) if event.kind == "difficulty_raised"]
    assert [(event.public, event.data["number"]) for event in found] == [(False, case.number)]
    assert offices.case(about.id).limit_at == about.limit_at, "the resident's clock runs on"


async def test_about_a_shielded_case_it_is_as_shielded(offices: Offices) -> None:
    about = await offices.do(accepting.accept, (await offices.assigned()).id, offices.east, None)
    offices.memory.add(replace(about, shielded=True, accused=(WEST_OFFICE,)))
    case = await raised(offices, about=about.id)
    assert case.shielded
    assert case.accused == (WEST_OFFICE,)
    assert any(shield.case_id == case.id for shield in offices.memory.of(Shield))
    offices.memory.add(replace(offices.case(about.id), accused=(BUREAU,)))
    with pytest.raises((Refused, NotYours)):
        await raised(offices, about=about.id)


async def test_what_is_for_residents_alone_is_not_for_it(offices: Offices) -> None:
    case = await raised(offices)
    memory = offices.memory
    for one in {post.person_id for post in memory.staff.all()}:
        may = set(possible(memory.staff, memory.org, case, one))
        assert not may & {"set_kind", "set_naming", "keep_kind", "rate", "raise_difficulty", "set_date"}
        assert not may & {"papers", "doubt", "not_accept", "ask_who"}
