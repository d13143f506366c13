"""Reviews that are decided outside, and the hearing that stops the clock of a re-examination."""

import pytest

from casework.actions import accepting, hearings, outside, reviews
from casework.actions.files import receive
from casework.errors import Refused
from casework.files import File, FileKind
from casework.instances import review_until
from casework.people import Role
from casework.petitions import Closing, Held, Instance, Outcome, OutcomeKind, Receipt, State, Verdict
from casework.unit_of_work import UnitOfWork
from tests.casework.review_scene import contested, decide, service
from tests.casework.service import EAST_OFFICE, Service, at, local


async def document(made: Service, by: int) -> int:
    """A file that somebody has sent."""

    async def sent(uow: UnitOfWork) -> int:
        return receive(uow, File(uow.new_id(), by, FileKind.DOCUMENT, 0, uow.now, source="tg:document:1")).id

    return await made.do(sent)


async def outcome(made: Service, by: int, kind: OutcomeKind) -> Outcome:
    return Outcome(kind, "found", "", "", body="the city", files=(await document(made, by),))


async def test_a_decision_from_outside_has_the_effects_of_one_from_here() -> None:
    made = service()
    clerk = made.over(Role.DISPATCHER)
    case_id = await contested(made)
    await made.until(at("3-25"))
    bare = Outcome(OutcomeKind.UPHELD, "found", "", "", body="the city")
    with pytest.raises(Refused, match="needs-document"):
        await made.do(outside.decide_outside, case_id, clerk, None, bare, made.now)
    decision = await outcome(made, clerk, OutcomeKind.UPHELD)
    made.listen()
    await made.do(outside.decide_outside, case_id, clerk, None, decision, at("3-20"))
    case = made.case(case_id)
    assert (case.instance, case.state, case.unit_id) == (Instance.REVIEW, State.PROPOSED, None)
    assert case.reply is not None
    assert (case.reply.received_at, case.reply.how) == (at("3-20"), Receipt.OUTSIDE)
    assert made.told(made.resident) == ["outcome"]
    await made.judge(case_id, Verdict.DISAGREE)
    until = review_until(made.case(case_id), made.memory.rules)
    assert until is not None
    assert local(until) == "Tue 4-22 00:00", "thirty days from the receipt are Saturday 19 April"
    again = await made.do(reviews.ask_review, case_id, made.resident, None)
    assert (again.instance, again.held) == (Instance.REEXAMINATION, Held.REVIEW)


async def test_what_was_revoked_outside_is_done_again_here() -> None:
    made = service()
    clerk = made.over(Role.DISPATCHER)
    case_id = await contested(made)
    first = made.case(case_id).cadre_id
    decision = await outcome(made, clerk, OutcomeKind.REVOKED)
    await made.do(outside.decide_outside, case_id, clerk, None, decision, made.now)
    case = made.case(case_id)
    assert (case.instance, case.unit_id) == (Instance.FIRST, EAST_OFFICE)
    assert case.cadre_id not in {None, first}


async def test_what_is_decided_outside_is_asked_for_at_its_limit() -> None:
    made = service()
    clerk = made.over(Role.DISPATCHER)
    case_id = await contested(made)
    limit_at = made.memory.rules.calendar.limit(made.now, 20)
    await made.do(outside.ask_outside, case_id, clerk, None, "the city", limit_at, ())
    case = made.case(case_id)
    assert (case.state, case.held, local(case.limit_at)) == (State.WAITING, Held.REVIEW, "Mon 3-24 00:00")
    made.listen()
    await made.until(at("3-23", "23:59"))
    assert not {"needs_unit", "late_head"} & set(made.told(clerk))
    await made.until(at("3-24", "08:30"))
    assert {"needs_unit", "late_head"} <= set(made.told(clerk))
    decision = await outcome(made, clerk, OutcomeKind.CHANGED)
    await made.do(outside.decide_outside, case_id, clerk, None, decision, made.now)
    await made.judge(case_id, Verdict.READ)
    assert made.case(case_id).closing is Closing.ANSWERED


async def at_re_examination(made: Service) -> int:
    case_id = await contested(made)
    await made.do(reviews.ask_review, case_id, made.resident, None)
    await decide(made, case_id, OutcomeKind.UPHELD)
    await made.judge(case_id, Verdict.DISAGREE)
    await made.do(reviews.ask_review, case_id, made.resident, None)
    await made.do(accepting.accept, case_id, made.case(case_id).cadre_id, None)
    return case_id


async def test_a_hearing_stops_the_clock_of_the_re_examination_for_its_days() -> None:
    made = service()
    case_id = await at_re_examination(made)
    cadre = made.case(case_id).cadre_id
    assert local(made.case(case_id).limit_at) == "Thu 4-3 00:00"
    made.now = at("3-10")
    calendar = made.memory.rules.calendar
    with pytest.raises(Refused, match="date-too-late"):
        await made.do(hearings.begin_hearing, case_id, cadre, None, calendar.limit(made.now, 31))
    await made.do(hearings.begin_hearing, case_id, cadre, None, calendar.limit(made.now, 4))
    assert local(made.case(case_id).limit_at) == "Tue 4-8 00:00", "five days: 10 to 14 March"
    made.now = at("3-12")
    await made.do(hearings.end_hearing, case_id, cadre, None)
    assert local(made.case(case_id).limit_at) == "Sun 4-6 00:00", "three days: 10 to 12 March"
    with pytest.raises(Refused, match="wrong-state"):
        await made.do(hearings.begin_hearing, case_id, cadre, None, calendar.limit(made.now, 4))


async def test_the_end_of_a_hearing_is_asked_for_and_no_other_clock_stops_for_one() -> None:
    made = service()
    early = await made.accepted()
    end = made.memory.rules.calendar.limit(made.now, 2)
    with pytest.raises(Refused, match="wrong-state"):
        await made.do(hearings.begin_hearing, early, made.case(early).cadre_id, None, end)
    case_id = await at_re_examination(made)
    cadre = made.case(case_id).cadre_id or 0
    await made.do(hearings.begin_hearing, case_id, cadre, None, end)
    made.listen()
    await made.until(at("3-6", "08:29"))
    assert "hearing_over" not in made.told(cadre)
    await made.until(at("3-6", "08:30"))
    assert "hearing_over" in made.told(cadre)
