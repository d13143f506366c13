"""Assisting units: each has its part and its day, the lead's clock runs on, and nobody accused ever assists.

Moments are local; the days are tried to the minute, over a holiday and a worked Sunday.
"""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from casework.actions import (
    absence,
    accepting,
    assigning,
    kind_changes,
    membership,
    merging,
    noting,
    objecting,
    outcomes,
    parts,
    recusing,
    residents,
)
from casework.errors import NotYours, Refused
from casework.followups import plan
from casework.kinds import PetitionKind
from casework.parts import Part, PartState
from casework.people import Post, Role
from casework.permissions import ALLOWED, possible
from casework.petitions import Case, Outcome, OutcomeKind, State
from casework.relations import Relation, relations
from tests.casework.service import BUREAU, EAST_OFFICE, WEST_OFFICE, at, local
from tests.casework.units import Offices

MARCH_12 = at("3-12", "23:59")
DONE = Outcome(OutcomeKind.DONE, "found", "done", "basis")


@pytest.fixture
def offices() -> Offices:
    return Offices()


async def accepted(offices: Offices) -> Case:
    case = await offices.assigned()
    return await offices.do(accepting.accept, case.id, offices.east, None)


async def part_of(
    offices: Offices, case: Case, unit: int = WEST_OFFICE, due: datetime = MARCH_12, by: int | None = None
) -> Part:
    who = by or offices.dispatcher
    return await offices.do(parts.add_unit, case.id, who, None, unit, "look at the ditch", due + timedelta(minutes=1))


def stored(offices: Offices, part: Part) -> Part:
    found: Part = offices.memory.rows["Part", part.id]
    return found


# ----- Giving a part -----


async def test_the_lead_and_the_assisting_unit_hear_of_it_and_the_resident_does_not(offices: Offices) -> None:
    case = await accepted(offices)
    offices.listen()
    part = await part_of(offices, case)
    after = offices.case(case.id)
    assert (part.state, part.cadre_id) == (PartState.ASKED, offices.west)
    assert (after.cadre_id, after.limit_at, after.epoch) == (offices.east, case.limit_at, case.epoch)
    assert offices.told(offices.west) == ["part_added"]
    assert offices.told(offices.east) == ["part_given"]
    assert offices.told(offices.resident) == []
    assert not any(event.public for event in offices.events(case.id) if event.kind.startswith("part_"))


async def test_who_may_add_a_unit(offices: Offices) -> None:
    case = await accepted(offices)
    for one in (offices.east, offices.east_head):
        with pytest.raises(Refused, match="not-allowed"):
            await part_of(offices, case, by=one)
    with pytest.raises(NotYours):
        await part_of(offices, case, by=offices.west_head)
    assert (await part_of(offices, case, by=offices.chief)).unit_id == WEST_OFFICE, "the common superior may"


async def test_what_cannot_be_added(offices: Offices) -> None:
    case = await accepted(offices)
    for unit, code in ((EAST_OFFICE, "unit-leads"), (999, "unit-unknown")):
        with pytest.raises(Refused, match=code):
            await part_of(offices, case, unit)
    with pytest.raises(Refused, match="date-past"):
        await part_of(offices, case, due=at("3-2"))
    with pytest.raises(Refused, match="date-too-late"):
        await part_of(offices, case, due=case.limit_at)
    await part_of(offices, case, due=case.limit_at - timedelta(minutes=1))
    with pytest.raises(Refused, match="unit-assists"):
        await part_of(offices, case)


async def test_no_bureau_gives_its_work_to_a_township_but_the_intake_office_may(offices: Offices) -> None:
    offices.above_the_bureau(60)
    mayor = offices.head(60)
    case = await offices.assigned()
    await offices.do(assigning.send_to_unit, case.id, offices.dispatcher, BUREAU, None)
    with pytest.raises(Refused, match="pushed-down"):
        await part_of(offices, case, EAST_OFFICE, by=mayor)
    assert (await part_of(offices, case, EAST_OFFICE)).unit_id == EAST_OFFICE


@pytest.mark.parametrize("unit", [WEST_OFFICE, BUREAU])
async def test_an_accused_unit_never_assists_nor_one_below_it(offices: Offices, unit: int) -> None:
    case = await accepted(offices)
    offices.memory.add(replace(case, shielded=True, accused=(unit,)))
    with pytest.raises(Refused, match="unit-accused"):
        await part_of(offices, case, WEST_OFFICE)


async def test_an_accusation_is_taken_from_those_who_assist_too_and_they_are_told_nothing(offices: Offices) -> None:
    case = await accepted(offices)
    part = await part_of(offices, case)
    offices.listen()
    await offices.do(kind_changes.set_kind, case.id, offices.dispatcher, None, PetitionKind.ACCUSATION)
    after = offices.case(case.id)
    assert (after.shielded, after.unit_id, after.assisting) == (True, None, ())
    assert stored(offices, part).state is PartState.DROPPED
    assert not relations(offices.memory.staff, offices.memory.org, after, offices.west)
    await offices.passes(days=20)
    assert offices.told(offices.west) == []
    assert offices.told(offices.west_head) == []


# ----- What assisting gives, and no more -----


async def test_the_assisting_unit_sees_the_case_and_has_its_own_part_of_it(offices: Offices) -> None:
    case = await accepted(offices)
    with pytest.raises(NotYours):
        await offices.do(noting.note, case.id, offices.west, "may I?")
    part = await part_of(offices, case)
    memory, after = offices.memory, offices.case(case.id)
    for one in (offices.west, offices.west_head):
        assert relations(memory.staff, memory.org, after, one) == {Relation.ASSISTING}
        may = {"disagree", "note", "accept_part", "hand_part", "report_part"}
        assert set(possible(memory.staff, memory.org, after, one)) == may
    assert not ALLOWED["see_name"][0] & {Relation.ASSISTING}
    await offices.do(parts.drop_unit, part.id, offices.dispatcher)
    assert not relations(memory.staff, memory.org, offices.case(case.id), offices.west)


async def test_whoever_sent_or_entered_the_petition_does_not_assist(offices: Offices) -> None:
    case_id = await offices.file(by=offices.west)
    case = await offices.do(accepting.accept, case_id, offices.case(case_id).cadre_id, None)
    part = await part_of(offices, case)
    assert part.cadre_id == offices.west_head, "not to whom it is about"
    with pytest.raises(Refused, match="not-allowed"):
        await offices.do(parts.accept_part, part.id, offices.west)


async def test_one_accepts_reports_and_the_lead_is_told(offices: Offices) -> None:
    case = await accepted(offices)
    part = await part_of(offices, case)
    other = offices.cadre(WEST_OFFICE)
    await offices.do(parts.accept_part, part.id, offices.west)
    with pytest.raises(Refused, match="already-accepted"):
        await offices.do(parts.accept_part, part.id, other)
    for one in (other, offices.west_head):
        with pytest.raises(Refused, match="not-allowed"):
            await offices.do(parts.report_part, part.id, one, "done")
    offices.listen()
    await offices.do(parts.report_part, part.id, offices.west, "the ditch is clear, says 李四13800138000")
    assert offices.told(offices.east) == ["part_reported"]
    assert offices.told(offices.resident) == []
    assert "13800138000" not in stored(offices, part).result
    with pytest.raises(Refused, match="part-over"):
        await offices.do(parts.report_part, part.id, offices.west, "again")


async def test_another_assisting_unit_has_no_hand_in_it(offices: Offices) -> None:
    case = await accepted(offices)
    part = await part_of(offices, case)
    clerk = offices.cadre(BUREAU)
    await part_of(offices, case, BUREAU)
    with pytest.raises(NotYours):
        await offices.do(parts.accept_part, part.id, clerk)


async def test_it_is_handed_to_a_colleague_by_its_cadre_or_head(offices: Offices) -> None:
    case = await accepted(offices)
    part = await part_of(offices, case)
    other = offices.cadre(WEST_OFFICE)
    with pytest.raises(Refused, match="not-allowed"):
        await offices.do(parts.hand_part, part.id, other, other)
    with pytest.raises(Refused, match="not-in-unit"):
        await offices.do(parts.hand_part, part.id, offices.west_head, offices.east)
    handed = await offices.do(parts.hand_part, part.id, offices.west_head, other)
    assert (handed.cadre_id, handed.state) == (other, PartState.AT_WORK)
    assert "part_handed" in offices.told(other)


async def test_whoever_leaves_leaves_no_part_without_a_name(offices: Offices) -> None:
    case = await accepted(offices)
    part = await part_of(offices, case)
    await offices.do(parts.accept_part, part.id, offices.west)
    other = offices.cadre(WEST_OFFICE)
    post = offices.memory.staff.of(offices.west)[0]
    await offices.do(membership.remove, offices.west, post.id)
    after = stored(offices, part)
    assert (after.state, after.cadre_id) == (PartState.ASKED, other)
    assert "part_added" in offices.told(other)


async def test_whoever_takes_over_by_name_has_the_parts_as_they_stand(offices: Offices) -> None:
    case = await accepted(offices)
    part = await part_of(offices, case)
    await offices.do(parts.accept_part, part.id, offices.west)
    heir = offices.cadre(WEST_OFFICE)
    post = offices.memory.staff.of(offices.west)[0]
    offices.listen()
    await offices.do(membership.remove, offices.west, post.id, to=heir)
    after = stored(offices, part)
    assert (after.state, after.cadre_id) == (PartState.AT_WORK, heir)
    assert "part_handed" in offices.told(heir)
    assert [offices.someone(each).load for each in (offices.west, heir)] == [0, 1]


async def test_a_part_is_part_of_the_load_of_whoever_has_it(offices: Offices) -> None:
    case, colleague = await accepted(offices), offices.cadre(WEST_OFFICE)

    def loads() -> list[int]:
        return [offices.someone(each).open_parts for each in (offices.west, colleague)]

    first = await part_of(offices, case)
    assert loads() == [1, 0]
    # The next case of that unit goes to whoever has less in hand.
    second = await part_of(
        offices, await offices.do(accepting.accept, (await offices.assigned()).id, offices.east, None)
    )
    assert (second.cadre_id, loads()) == (colleague, [1, 1])
    await offices.do(parts.accept_part, second.id, offices.west)
    assert loads() == [2, 0]
    await offices.do(parts.report_part, second.id, offices.west, "whole")
    assert loads() == [1, 0]
    await offices.do(parts.hand_part, first.id, offices.west, colleague)
    assert loads() == [0, 1]
    await offices.do(parts.drop_unit, first.id, offices.dispatcher)
    assert loads() == [0, 0]


async def test_a_part_is_out_of_the_load_with_the_end_of_its_case(offices: Offices) -> None:
    case = await accepted(offices)
    await part_of(offices, case)
    await offices.do(residents.withdraw, case.id, offices.resident, None)
    assert offices.someone(offices.west).open_parts == 0


async def stood_in_for(offices: Offices, until: datetime) -> int:
    """Let the west's cadre be away until then, and a colleague say yes to standing in; return the colleague."""
    deputy = offices.cadre(WEST_OFFICE)
    await offices.do(absence.away, offices.west, until, deputy)
    await offices.do(absence.answer_deputy, offices.west, deputy, True)
    return deputy


async def test_whoever_stands_in_hears_of_a_part_and_reports_it_in_the_others_stead(offices: Offices) -> None:
    case = await accepted(offices)
    part = await part_of(offices, case)
    await offices.do(parts.accept_part, part.id, offices.west)
    deputy = await stood_in_for(offices, at("3-20", "00:00"))
    offices.listen()
    await offices.until(at("3-12", "09:00"))
    assert "part_due" in offices.told(deputy)
    assert "part_due" not in offices.told(offices.west) + offices.told(offices.west_head)
    assert stored(offices, part).cadre_id == offices.west
    other = offices.cadre(WEST_OFFICE)
    with pytest.raises(Refused, match="not-allowed"):
        await offices.do(parts.report_part, part.id, other, "whole")
    await offices.do(parts.report_part, part.id, deputy, "whole")
    (line,) = [each for each in offices.events(case.id) if each.kind == "part_reported"]
    assert (line.actor_id, line.data["acting_for"]) == (deputy, offices.west)


async def test_the_deputy_hands_a_part_on_while_its_owner_is_away_and_no_longer(offices: Offices) -> None:
    colleague = offices.cadre(WEST_OFFICE)
    kept = await part_of(offices, await accepted(offices))
    await offices.do(parts.accept_part, kept.id, offices.west)
    handed = await part_of(
        offices, await offices.do(accepting.accept, (await offices.assigned()).id, offices.east, None)
    )
    await offices.do(parts.accept_part, handed.id, offices.west)
    deputy = await stood_in_for(offices, at("3-12", "00:00"))
    await offices.do(parts.hand_part, handed.id, deputy, colleague)
    assert stored(offices, handed).cadre_id == colleague
    await offices.do(absence.away, offices.west, None)
    with pytest.raises(Refused, match="not-allowed"):
        await offices.do(parts.hand_part, kept.id, deputy, colleague)
    assert stored(offices, kept).cadre_id == offices.west
    assert [offices.someone(each).load for each in (offices.west, colleague)] == [1, 1]


@pytest.mark.parametrize("named", [True, False])
async def test_who_is_away_for_long_hands_the_parts_over_as_well(offices: Offices, named: bool) -> None:
    case = await accepted(offices)
    part = await part_of(offices, case)
    await offices.do(parts.accept_part, part.id, offices.west)
    until = offices.now + timedelta(days=200)
    if named:
        colleague = await stood_in_for(offices, until)
    else:
        colleague = offices.cadre(WEST_OFFICE)
        await offices.do(absence.away, offices.west, until)
    after = stored(offices, part)
    assert (after.cadre_id, after.state) == (colleague, PartState.AT_WORK if named else PartState.ASKED)
    assert [offices.someone(each).load for each in (offices.west, colleague)] == [0, 1]


# ----- The lead's outcome, and the end -----


async def test_whoever_steps_aside_leaves_their_part_of_the_case_too(offices: Offices) -> None:
    case, second = await accepted(offices), offices.cadre(EAST_OFFICE)
    offices.serve(Role.CADRE, unit=WEST_OFFICE, person=offices.east)
    part = await part_of(offices, case)
    await offices.do(parts.accept_part, part.id, offices.east)
    await offices.do(recusing.step_aside, case.id, offices.east, None, "my cousin")
    assert offices.case(case.id).cadre_id == second
    assert (stored(offices, part).cadre_id, stored(offices, part).state) == (offices.west, PartState.ASKED)
    assert "part_offered" in offices.timeline(case.id)


async def test_whose_own_petition_is_merged_into_a_case_assists_in_it_no_longer(offices: Offices) -> None:
    case = await accepted(offices)
    part = await part_of(offices, case)
    await offices.do(parts.accept_part, part.id, offices.west)
    own = await offices.file(by=offices.west)
    await offices.do(merging.merge, own, offices.dispatcher, None, case.id)
    assert (stored(offices, part).cadre_id, stored(offices, part).state) == (offices.west_head, PartState.ASKED)


async def test_a_final_outcome_waits_or_says_why_not(offices: Offices) -> None:
    case = await accepted(offices)
    await part_of(offices, case)
    with pytest.raises(Refused, match="parts-open"):
        await offices.do(outcomes.propose, case.id, offices.east, None, DONE)
    promise = replace(DONE, kind=OutcomeKind.PROMISED, by=at("3-28"))
    await offices.do(outcomes.propose, case.id, offices.east, None, promise)
    await offices.do(outcomes.propose, case.id, offices.east, None, DONE, "the ditch is another matter")
    alone = [event for event in offices.events(case.id) if event.kind == "answered_alone"]
    assert [(event.public, event.data["why"]) for event in alone] == [(False, "the ditch is another matter")]


async def test_nor_is_a_promise_carried_out_before_all_parts_are_in_without_a_word_on_it(offices: Offices) -> None:
    case = await accepted(offices)
    await part_of(offices, case)
    promise = replace(DONE, kind=OutcomeKind.PROMISED, by=at("3-28"))
    await offices.do(outcomes.propose, case.id, offices.east, None, promise)
    with pytest.raises(Refused, match="parts-open"):
        await offices.do(outcomes.carry_out, case.id, offices.east, None, "filled")
    after = await offices.do(outcomes.carry_out, case.id, offices.east, None, "filled", (), "", "another matter")
    assert after.state is State.PROPOSED


async def test_once_all_have_reported_nothing_is_asked(offices: Offices) -> None:
    case = await accepted(offices)
    part = await part_of(offices, case)
    await offices.do(parts.accept_part, part.id, offices.west)
    await offices.do(parts.report_part, part.id, offices.west, "clear")
    assert (await offices.do(outcomes.propose, case.id, offices.east, None, DONE)).state is State.PROPOSED


async def test_what_is_still_owed_is_over_with_the_case(offices: Offices) -> None:
    case = await accepted(offices)
    part = await part_of(offices, case)
    await offices.do(residents.withdraw, case.id, offices.resident, None)
    after = stored(offices, part)
    assert after.state is PartState.OVER
    assert plan(after, offices.memory.rules) == []


async def test_a_case_sent_to_who_assists_has_no_part_of_it_left(offices: Offices) -> None:
    case = await accepted(offices)
    part = await part_of(offices, case)
    moved = await offices.do(assigning.send_to_unit, case.id, offices.dispatcher, WEST_OFFICE, None)
    assert moved.assisting == ()
    assert stored(offices, part).state is PartState.DROPPED


# ----- Follow-ups -----


@pytest.mark.parametrize(
    ("given", "day", "near", "late"),
    [
        (at("3-3"), at("3-12", "23:59"), "Tue 3-11 08:30", "Thu 3-13 08:30"),
        (at("3-31"), at("4-7", "23:59"), "Thu 4-3 08:30", "Tue 4-8 08:30"),  # after the holiday of Friday to Sunday
        (at("4-22"), at("4-26", "23:59"), "Fri 4-25 08:30", "Sun 4-27 08:30"),  # the Sunday is worked
        (at("4-24"), at("4-30", "23:59"), "Tue 4-29 08:30", "Tue 5-6 08:30"),  # five days off in May
    ],
    ids=["plain", "holiday", "make-up", "long"],
)
async def test_a_day_comes_near_and_passes(
    offices: Offices, given: datetime, day: datetime, near: str, late: str
) -> None:
    offices.now = given
    case = await accepted(offices)
    part = await part_of(offices, case, due=day)
    await offices.do(parts.accept_part, part.id, offices.west)
    due = {each.kind: each.at for each, subject in offices.memory.plans() if subject == stored(offices, part)}
    assert {kind: local(moment) for kind, moment in due.items()} == {"part_due": near, "part_late": late}
    offices.listen()
    await offices.until(due["part_due"] - timedelta(minutes=1))
    assert "part_due" not in offices.told(offices.west)
    await offices.until(due["part_due"])
    assert "part_due" in offices.told(offices.west)
    await offices.until(due["part_late"] - timedelta(minutes=1))
    assert "part_late" not in offices.told(offices.west_head)
    await offices.until(due["part_late"])
    assert "part_late_own" in offices.told(offices.west)
    assert "part_late" in offices.told(offices.west_head)


async def test_late_it_climbs_to_its_head_the_leads_head_and_the_supervisor(offices: Offices) -> None:
    case = await accepted(offices)
    part = await part_of(offices, case)
    await offices.do(parts.accept_part, part.id, offices.west)
    offices.listen()
    await offices.until(at("3-13", "09:00"))
    assert "part_late" in offices.told(offices.west_head)
    assert "part_late" not in offices.told(offices.east_head)
    await offices.until(at("3-18", "09:00"))
    assert "part_late" in offices.told(offices.east_head)
    assert "part_late" in offices.told(offices.east)
    assert "part_late" not in offices.told(offices.supervisor)
    await offices.until(at("3-20", "09:00"))
    assert "part_late" in offices.told(offices.supervisor)
    assert not {"part_late", "part_due"} & set(offices.told(offices.resident))
    assert offices.case(case.id).limit_at == case.limit_at


async def test_not_accepted_it_climbs_the_same_way(offices: Offices) -> None:
    case = await accepted(offices)
    await part_of(offices, case)
    offices.listen()
    heard = []
    for day in ("3-4", "3-5", "3-6", "3-7"):
        await offices.until(at(day, "11:00"))
        heard.append(
            [one for one in ("west", "west_head", "east_head", "supervisor") if _told(offices, getattr(offices, one))]
        )
        offices.listen()
    assert heard == [["west"], ["west_head"], ["east_head"], ["supervisor"]]


def _told(offices: Offices, person: int) -> bool:
    return "part_accept" in offices.told(person)


async def test_without_a_head_it_climbs_past_the_vacant_post(offices: Offices) -> None:
    for post in list(offices.memory.of(Post)):
        if post.role is Role.HEAD and post.unit_id == WEST_OFFICE:
            offices.memory.add(replace(post, active=False))
    case = await accepted(offices)
    await part_of(offices, case)
    await offices.until(at("3-5", "11:00"))
    assert _told(offices, offices.chief), "the head of the unit above it"


async def test_an_open_part_always_has_a_plan_and_a_closed_one_none(offices: Offices) -> None:
    case = await accepted(offices)
    part = await part_of(offices, case)
    for state in PartState:
        owed = state in {PartState.ASKED, PartState.AT_WORK}
        assert bool(plan(replace(part, state=state), offices.memory.rules)) is owed


# ----- Among the units -----


async def test_a_word_among_the_units_reaches_whoever_works_on_it(offices: Offices) -> None:
    case = await accepted(offices)
    await part_of(offices, case)
    offices.listen()
    await offices.do(noting.note, case.id, offices.west, "王五的电话13800138000，先别挖")
    assert offices.told(offices.east) == ["noted"]
    assert offices.told(offices.west) == []
    assert offices.told(offices.resident) == []
    assert "13800138000" not in offices.said(offices.east, "noted").args["words"]
    offices.listen()
    await offices.do(noting.note, case.id, offices.east, "all right")
    assert offices.told(offices.west) == ["noted"]
    words = [event for event in offices.events(case.id) if event.kind == "noted"]
    assert [event.public for event in words] == [False, False]
    assert "13800138000" not in str(words)


async def test_the_thread_goes_where_the_case_goes(offices: Offices) -> None:
    case = await accepted(offices)
    await part_of(offices, case)
    await offices.do(noting.note, case.id, offices.west, "dig on the left")
    await offices.do(objecting.object_to, case.id, offices.east, None, "not ours", BUREAU)
    await offices.do(objecting.decide_objection, case.id, offices.dispatcher, None, BUREAU)
    assert any(event.kind == "noted" for event in offices.events(case.id))
    offices.listen()
    await offices.do(noting.note, case.id, offices.west, "still on the left")
    assert offices.told(offices.clerk) == ["noted"]


async def test_after_three_pushes_a_word_waits_for_the_digest(offices: Offices) -> None:
    case = await accepted(offices)
    await part_of(offices, case)
    for number in range(5):
        await offices.do(noting.note, case.id, offices.west, f"word {number}")
    assert offices.told(offices.east).count("noted") < 5
    assert "noted" in offices.digest(offices.east)


# ----- Units that can't agree -----


async def test_the_common_superior_says_who_leads(offices: Offices) -> None:
    case = await accepted(offices)
    part = await part_of(offices, case)
    offices.listen()
    after = await offices.do(objecting.disagree, case.id, offices.west, None, WEST_OFFICE, "they dug it up")
    assert after.objection is not None
    assert after.objection.joint
    assert offices.told(offices.chief) == ["objection"]
    assert after.limit_at == case.limit_at
    with pytest.raises(Refused, match="not-allowed"):
        await offices.do(objecting.decide_objection, case.id, offices.dispatcher, None, WEST_OFFICE)
    ended = await offices.do(objecting.decide_objection, case.id, offices.chief, None, EAST_OFFICE, "the east leads")
    assert (ended.unit_id, ended.state, ended.limit_at) == (EAST_OFFICE, State.WORKING, case.limit_at)
    assert "objection_refused" in offices.told(offices.west)
    assert stored(offices, part).is_open, "and each goes on with its part"
