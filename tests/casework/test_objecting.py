"""A unit says that a case is not its own: once to the intake office, once to the common superior, and then no more.

Moments are local; the limits are tried to the minute, over a holiday and a worked Sunday.
"""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from casework.actions import accepting, assigning, objecting, residents
from casework.disputes import common_superior, in_dispute, may_decide
from casework.errors import NotYours, Refused, Stale
from casework.organisation import Organisation, Unit
from casework.permissions import possible
from casework.petitions import Case, Instance, State
from tests.casework.service import COUNTY, EAST, EAST_OFFICE, WEST_OFFICE, at, local
from tests.casework.units import Offices

RESIDENTS_WORDS = {"accepted", "reassigned", "status"}


@pytest.fixture
def offices() -> Offices:
    return Offices()


async def objected(offices: Offices, case: Case, by: int | None = None, to: int | None = WEST_OFFICE) -> Case:
    who = by or offices.east
    return await offices.do(objecting.object_to, case.id, who, offices.case(case.id).epoch, "not our road", to)


async def decided(offices: Offices, case: Case, by: int, unit: int, why: str = "") -> Case:
    return await offices.do(objecting.decide_objection, case.id, by, offices.case(case.id).epoch, unit, why)


# ----- Objecting -----


async def test_the_clock_runs_on_and_the_resident_hears_nothing(offices: Offices) -> None:
    case = await offices.assigned()
    offices.listen()
    after = await objected(offices, case)
    assert after.limit_at == case.limit_at
    assert (after.state, after.unit_id, after.cadre_id) == (State.WAITING, EAST_OFFICE, offices.east)
    assert offices.told(offices.resident) == []
    assert offices.told(offices.dispatcher) == ["objection"]
    assert not any(event.public for event in offices.events(case.id) if event.kind == "objected")


async def test_the_unit_alone_may_object_its_cadres_and_its_head(offices: Offices) -> None:
    case = await offices.assigned()
    for stranger in (offices.west, offices.west_head):
        with pytest.raises(NotYours):
            await objected(offices, case, stranger)
    for other in (offices.resident, offices.dispatcher, offices.chief):
        with pytest.raises(Refused, match="not-allowed"):
            await objected(offices, case, other)
    assert (await objected(offices, case, offices.east_head)).objection is not None


async def test_whose_it_is_must_be_another_unit_in_service(offices: Offices) -> None:
    case = await offices.assigned()
    for unit, code in ((EAST_OFFICE, "unit-has-it"), (999, "unit-unknown")):
        with pytest.raises(Refused, match=code):
            await objected(offices, case, to=unit)
    unknown = await objected(offices, case, to=None)
    assert unknown.objection is not None
    assert unknown.objection.to_unit is None


async def test_the_names_in_a_reason_are_kept_nowhere(offices: Offices) -> None:
    case = await offices.assigned()
    after = await offices.do(objecting.object_to, case.id, offices.east, None, "张伟的电话13800138000，不归我们")
    assert after.objection is not None
    assert "13800138000" not in after.objection.why
    assert all("13800138000" not in str(event.data) for event in offices.events(case.id))


@pytest.mark.parametrize(
    ("given", "last"),
    [
        (at("3-3"), at("3-10", "23:59")),  # a Monday: the fifth working day is the next Monday
        (at("4-3"), at("4-11", "23:59")),  # a Thursday before the holiday of Friday to Sunday
        (at("4-24"), at("4-30", "23:59")),  # Sunday the 27th is worked
        (at("4-25"), at("5-6", "23:59")),  # the 27th counts; five days off in May do not
    ],
    ids=["plain", "holiday", "make-up", "both"],
)
async def test_five_working_days_to_the_minute(offices: Offices, given: datetime, last: datetime) -> None:
    offices.now = given
    case = await offices.assigned()
    offices.now = last + timedelta(minutes=1)
    with pytest.raises(Refused, match="objection-late"):
        await objected(offices, case)
    offices.now = last
    assert (await objected(offices, case)).objection is not None


async def test_the_days_count_from_the_unit_and_not_from_each_cadre(offices: Offices) -> None:
    case = await offices.assigned()
    other = offices.cadre(EAST_OFFICE)
    offices.now += timedelta(days=4)
    await offices.do(assigning.hand_to, case.id, offices.east_head, other, None)
    offices.now = at("3-11", "00:00")
    with pytest.raises(Refused, match="objection-late"):
        await objected(offices, case, other)


async def test_whoever_objects_is_not_asked_to_accept_meanwhile(offices: Offices) -> None:
    case = await objected(offices, await offices.assigned())
    offices.listen()
    await offices.until(at("3-5", "08:00"))
    assert "accept_reminder" not in offices.told(offices.east)
    await decided(offices, case, offices.dispatcher, EAST_OFFICE, "the road is yours")
    offices.listen()
    await offices.until(at("3-6", "10:00"))
    assert "accept_reminder" in offices.told(offices.east), "and afterwards again"


async def test_whoever_looks_at_a_decision_again_cannot_object(offices: Offices) -> None:
    case = await offices.assigned()
    offices.memory.add(replace(case, instance=Instance.REVIEW))
    with pytest.raises(Refused, match="wrong-state"):
        await objected(offices, case)


# ----- The first word -----


async def test_approved_it_goes_to_the_other_unit_and_the_resident_hears_it_once(offices: Offices) -> None:
    case = await objected(offices, await offices.assigned())
    offices.listen()
    after = await decided(offices, case, offices.dispatcher, WEST_OFFICE)
    assert (after.unit_id, after.cadre_id, after.objection) == (WEST_OFFICE, offices.west, None)
    assert offices.told(offices.resident) == ["reassigned"]
    assert offices.told(offices.west) == ["assigned"]
    assert offices.told(offices.east) == ["objection_approved"]


async def test_refused_it_stays_and_the_reason_is_told(offices: Offices) -> None:
    case = await objected(offices, await offices.assigned())
    offices.listen()
    offices.now += timedelta(days=1)
    after = await decided(offices, case, offices.dispatcher, EAST_OFFICE, "it lies in the east")
    assert (after.unit_id, after.cadre_id, after.state) == (EAST_OFFICE, offices.east, State.WAITING)
    assert after.limit_at == case.limit_at, "no time is won"
    notice = offices.said(offices.east, "objection_refused")
    assert notice.args["why"] == "it lies in the east"
    assert offices.told(offices.resident) == []


async def test_a_case_that_is_worked_on_keeps_its_clock_and_its_cadre_after_a_refusal(offices: Offices) -> None:
    case = await offices.assigned()
    working = await offices.do(accepting.accept, case.id, offices.east, None)
    await objected(offices, case, offices.east_head)
    after = await decided(offices, case, offices.dispatcher, EAST_OFFICE, "yours")
    assert (after.state, after.limit_at, after.cadre_id) == (State.WORKING, working.limit_at, offices.east)
    assert "objection_refused" in offices.told(offices.east)
    assert "objection_refused" in offices.told(offices.east_head)


async def test_the_intake_office_decides_the_first_one_and_no_unit_does(offices: Offices) -> None:
    case = await objected(offices, await offices.assigned())
    for unit in (offices.east_head, offices.chief):
        with pytest.raises(Refused, match="not-allowed"):
            await decided(offices, case, unit, WEST_OFFICE)
    with pytest.raises(NotYours):
        await decided(offices, case, offices.west_head, WEST_OFFICE)
    assert (await decided(offices, case, offices.leader, WEST_OFFICE)).unit_id == WEST_OFFICE


async def test_a_button_of_before_decides_nothing(offices: Offices) -> None:
    case = await objected(offices, await offices.assigned())
    await decided(offices, case, offices.dispatcher, EAST_OFFICE, "yours")
    with pytest.raises(Stale):
        await offices.do(objecting.decide_objection, case.id, offices.dispatcher, case.epoch, WEST_OFFICE)


# ----- The second word ends it -----


async def test_the_second_one_goes_to_the_common_superior_whose_word_ends_it(offices: Offices) -> None:
    case = await objected(offices, await offices.assigned())
    await decided(offices, case, offices.dispatcher, WEST_OFFICE)
    offices.listen()
    after = await objected(offices, case, offices.west, EAST_OFFICE)
    assert after.objection is not None
    assert after.objection.final
    assert offices.told(offices.chief) == ["objection"]
    assert offices.told(offices.dispatcher) == []
    with pytest.raises(Refused, match="not-allowed"):
        await decided(offices, case, offices.dispatcher, EAST_OFFICE)
    ended = await decided(offices, case, offices.chief, EAST_OFFICE, "the east has it")
    assert ended.unit_id == EAST_OFFICE
    for who in (offices.east, offices.east_head):
        with pytest.raises(Refused, match="objected-enough"):
            await objected(offices, case, who)


async def test_the_same_unit_may_object_a_second_time_within_five_days_of_the_refusal(offices: Offices) -> None:
    case = await objected(offices, await offices.assigned())
    offices.now = at("3-13")
    await decided(offices, case, offices.dispatcher, EAST_OFFICE, "yours")
    offices.now = at("3-20", "23:59")
    assert (await objected(offices, case)).objection is not None
    assert "objection" in offices.told(offices.chief)
    ended = await decided(offices, case, offices.chief, EAST_OFFICE, "it is the east's road")
    assert ended.unit_id == EAST_OFFICE
    assert offices.said(offices.east, "objection_refused").args["final"]


async def test_without_a_head_above_the_leader_has_the_last_word(offices: Offices) -> None:
    memory = offices.memory
    for post in memory.staff.of(offices.chief):
        memory.add(type(post)(**{**{f: getattr(post, f) for f in post.__slots__}, "active": False}))
    case = await objected(offices, await offices.assigned())
    await decided(offices, case, offices.dispatcher, EAST_OFFICE, "yours")
    offices.listen()
    await objected(offices, case)
    assert offices.told(offices.leader) == ["objection"]
    assert (await decided(offices, case, offices.leader, WEST_OFFICE)).unit_id == WEST_OFFICE


# ----- It waits -----


@pytest.mark.parametrize(
    ("raised", "due"),
    [(at("3-3"), "Wed 3-5 08:30"), (at("4-3"), "Tue 4-8 08:30"), (at("4-25"), "Mon 4-28 08:30")],
    ids=["plain", "holiday", "make-up"],
)
async def test_undecided_for_two_working_days_it_climbs(offices: Offices, raised: datetime, due: str) -> None:
    offices.now = raised
    await objected(offices, await offices.assigned())
    offices.listen()
    climbed = next(each.at for each, _ in offices.memory.plans() if each.kind == "objection")
    assert local(climbed) == due
    await offices.until(climbed - timedelta(minutes=1))
    assert "objection_waits" not in offices.told(offices.supervisor)
    await offices.until(climbed)
    assert "objection_waits" in offices.told(offices.supervisor)
    assert "objection_climbed" in offices.told(offices.east)
    await offices.passes(days=7)
    assert "objection_waits" in offices.told(offices.leader)
    assert offices.told(offices.resident).count("reassigned") == 0


async def test_a_case_handed_on_meanwhile_gains_the_deciders_no_time(offices: Offices) -> None:
    case = await objected(offices, await offices.assigned())
    before = next(each.at for each, _ in offices.memory.plans() if each.kind == "objection")
    offices.now += timedelta(days=1)
    await offices.do(assigning.hand_to, case.id, offices.east_head, offices.cadre(EAST_OFFICE), None)
    assert next(each.at for each, _ in offices.memory.plans() if each.kind == "objection") == before


async def test_a_case_handed_on_after_it_has_climbed_climbs_on_from_there(offices: Offices) -> None:
    case = await objected(offices, await offices.assigned())
    await offices.until(at("3-5", "09:00"))
    assert "objection_waits" in offices.told(offices.supervisor)
    await offices.do(assigning.hand_to, case.id, offices.east_head, offices.cadre(EAST_OFFICE), None)
    offices.listen()
    await offices.until(at("3-6", "12:00"))
    assert "objection_waits" not in offices.told(offices.supervisor)
    await offices.until(at("3-7", "09:00"))
    assert "objection_waits" in offices.told(offices.leader)
    assert "objection_waits" not in offices.told(offices.supervisor)


async def test_it_ends_with_the_case_and_with_its_going_elsewhere(offices: Offices) -> None:
    case = await objected(offices, await offices.assigned())
    assert (await offices.do(residents.withdraw, case.id, offices.resident, None)).objection is None
    other = await objected(offices, await offices.assigned())
    moved = await offices.do(assigning.send_to_unit, other.id, offices.supervisor, WEST_OFFICE, None)
    assert moved.objection is None


async def test_an_answer_takes_the_objection_back(offices: Offices) -> None:
    case = await offices.assigned()
    await offices.do(accepting.accept, case.id, offices.east, None)
    await objected(offices, case)
    assert (await offices.propose(case.id)).objection is None


# ----- Nobody simply passes a case on -----


async def test_declining_stays_within_the_unit(offices: Offices) -> None:
    case = await offices.assigned()
    after = await offices.do(accepting.decline, case.id, offices.east, None, "not ours")
    assert after.unit_id == EAST_OFFICE
    assert after.cadre_id == offices.east_head


async def test_no_cadre_and_no_head_sends_a_case_to_another_unit(offices: Offices) -> None:
    case = await offices.assigned()
    for who in (offices.east, offices.east_head, offices.chief):
        with pytest.raises(Refused, match="not-allowed"):
            await offices.do(assigning.send_to_unit, case.id, who, WEST_OFFICE, None)
        with pytest.raises(Refused, match=r"not-in-unit|not-allowed"):
            await offices.do(assigning.hand_to, case.id, who, offices.west, None)


# ----- Who decides, as plain functions -----


def test_the_common_superior_stands_above_all_and_is_none_of_them() -> None:
    units = (
        Unit(1, "1", "县政府", "", "", COUNTY, None),
        Unit(2, "2", "交通局", "", "", COUNTY, 1),
        Unit(3, "3", "东镇政府", "", "", EAST, 1),
        Unit(4, "4", "东镇站", "", "", EAST, 3),
        Unit(5, "5", "另一家", "", "", COUNTY, None),
    )
    org = Organisation({}, {unit.id: unit for unit in units}, {}, 1)

    def above(*ids: int) -> int | None:
        found = common_superior(org, ids)
        return found.id if found is not None else None

    assert above(2, 4) == 1
    assert above(3, 4) == 1, "a unit does not judge itself"
    assert above(4) == 3
    assert above(2, 3, 4) == 1
    assert above(1, 2) is None
    assert above(2, 5) is None
    assert above() is None


async def test_nobody_is_offered_a_decision_that_the_verb_refuses(offices: Offices) -> None:
    memory = offices.memory
    case = await objected(offices, await offices.assigned())
    staff = {post.person_id for post in memory.staff.all()}
    may = {one for one in staff if "decide_objection" in possible(memory.staff, memory.org, case, one)}
    assert may == {offices.dispatcher, offices.supervisor, offices.leader}
    assert in_dispute(case) == (EAST_OFFICE, WEST_OFFICE)
    assert not may_decide(memory.staff, memory.org, case, offices.east)
