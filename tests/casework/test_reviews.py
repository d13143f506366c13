"""Reviews and re-examinations: by whom, until when, and what they lead to (articles 35 and 36)."""

from datetime import timedelta

import pytest

from casework.actions import accepting, assigning, merging, outcomes, residents, reviews
from casework.errors import Refused
from casework.instances import is_final, review_until
from casework.kinds import PetitionKind
from casework.people import Role
from casework.petitions import Closing, Held, Instance, Outcome, OutcomeKind, State, Support, Verdict
from tests.casework.review_scene import GOVERNMENT, contested, decide, opens, service
from tests.casework.service import BUREAU, EAST, EAST_OFFICE, WEST_OFFICE, Service, at, local

MINUTE = timedelta(minutes=1)


async def reviewed(made: Service, kind: OutcomeKind = OutcomeKind.UPHELD) -> int:
    """A case whose answer was looked at again by the unit above."""
    case_id = await contested(made)
    await made.do(reviews.ask_review, case_id, made.resident, None)
    await decide(made, case_id, kind)
    return case_id


# ----- Asking in time -----


@pytest.mark.parametrize(
    ("received", "last"),
    [
        ("3-3", "Thu 4-3 00:00"),  # thirty days later is a Wednesday
        ("3-6", "Tue 4-8 00:00"),  # a Saturday, and a holiday: the next working day is Monday 7 April
        ("3-28", "Mon 4-28 00:00"),  # a Sunday that is worked
        ("4-1", "Wed 5-7 00:00"),  # the first day of the holiday: Tuesday 6 May
    ],
)
async def test_a_review_can_be_asked_for_until_the_end_of_the_last_day(received: str, last: str) -> None:
    made = service()
    case_id = await made.accepted()
    made.now = at(received, "23:59")
    await made.propose(case_id, OutcomeKind.REFUSED)
    await made.judge(case_id, Verdict.DISAGREE)
    until = review_until(made.case(case_id), made.memory.rules)
    assert until is not None
    assert local(until) == last
    made.now = until
    with pytest.raises(Refused, match="review-late"):
        await made.do(reviews.ask_review, case_id, made.resident, None)
    made.now = until - MINUTE
    case = await made.do(reviews.ask_review, case_id, made.resident, None)
    assert (case.instance, case.state, case.unit_id) == (Instance.REVIEW, State.WAITING, BUREAU)


async def test_the_days_run_from_the_receipt_and_not_from_the_sending() -> None:
    made = service()
    case_id = await made.accepted()
    await made.propose(case_id)
    await made.until(at("3-5", "23:00"))
    await opens(made, case_id)
    await made.until(at("3-12"))
    case = made.case(case_id)
    assert (case.closing, case.reply and local(case.reply.received_at or case.reply.sent_at)) == (
        Closing.NO_ANSWER,
        "Wed 3-5 23:00",
    )
    until = review_until(case, made.memory.rules)
    assert until is not None
    assert local(until) == "Tue 4-8 00:00"


@pytest.mark.parametrize("kind", [PetitionKind.QUESTION, PetitionKind.REPORT])
async def test_only_a_request_has_a_review(kind: PetitionKind) -> None:
    made = service()
    case_id = await made.accepted(kind)
    await made.propose(case_id, OutcomeKind.ANSWERED)
    await made.judge(case_id, Verdict.DISAGREE)
    assert review_until(made.case(case_id), made.memory.rules) is None
    with pytest.raises(Refused, match="wrong-state"):
        await made.do(reviews.ask_review, case_id, made.resident, None)


async def test_whoever_withdrew_has_no_decision_to_be_looked_at() -> None:
    made = service()
    case_id = await made.accepted()
    await made.do(residents.withdraw, case_id, made.resident, None)
    with pytest.raises(Refused, match="wrong-state"):
        await made.do(reviews.ask_review, case_id, made.resident, None)


# ----- Of a promise that runs -----


async def promised(made: Service, day: str = "5-20") -> int:
    """A case whose answer is promised by the end of the day before."""
    case_id = await made.accepted()
    await made.propose(case_id, OutcomeKind.PROMISED, at(day, "00:00"))
    return case_id


async def test_a_promise_is_looked_at_without_waiting_for_its_day() -> None:
    made = service()
    case_id = await promised(made)
    first = made.case(case_id)
    made.listen()
    case = await made.do(reviews.ask_review, case_id, made.resident, None)
    assert (case.instance, case.state, case.unit_id) == (Instance.REVIEW, State.WAITING, BUREAU)
    assert (case.promise_at, case.outcome) == (None, None)
    decision = case.decisions[-1]
    assert (decision.outcome, decision.received_at) == (first.outcome, made.now), "asking is a word on it"
    assert "review_asked" in made.told(first.cadre_id or 0)
    assert made.events(case_id)[-1].kind != "judged"


async def test_the_days_for_it_run_from_its_receipt_and_are_told_before_they_end() -> None:
    made = service()
    case_id = await promised(made)
    await opens(made, case_id)
    until = review_until(made.case(case_id), made.memory.rules)
    assert until is not None
    made.listen()
    await made.until(until - MINUTE)
    assert made.told(made.resident).count("review_ends") == 2
    made.now = until
    with pytest.raises(Refused, match="review-late"):
        await made.do(reviews.ask_review, case_id, made.resident, None)
    assert made.case(case_id).state is State.PROMISED, "the promise runs on"


async def test_what_is_carried_out_is_answered_anew_and_has_its_own_days() -> None:
    made = service()
    case_id = await promised(made)
    await opens(made, case_id)
    was = review_until(made.case(case_id), made.memory.rules)
    made.now = at("4-20")
    await made.do(outcomes.carry_out, case_id, made.case(case_id).cadre_id, None, "done")
    await made.judge(case_id, Verdict.DISAGREE)
    until = review_until(made.case(case_id), made.memory.rules)
    assert was is not None
    assert until is not None
    assert until > was
    assert (await made.do(reviews.ask_review, case_id, made.resident, None)).instance is Instance.REVIEW


@pytest.mark.parametrize(
    ("day", "until"),
    [
        ("5-20", "Tue 5-20 00:00"),  # still ahead: as it was promised
        ("3-20", "Fri 4-25 00:00"),  # past by then: thirty days from the decision
    ],
)
async def test_a_promise_that_is_upheld_is_still_to_be_carried_out(day: str, until: str) -> None:
    made = service()
    case_id = await promised(made, day)
    await made.do(reviews.ask_review, case_id, made.resident, None)
    made.now = at("3-25")
    case = await decide(made, case_id, OutcomeKind.UPHELD)
    assert case.state is State.PROMISED
    assert case.promise_at is not None
    assert local(case.promise_at) == until
    case = await made.do(outcomes.carry_out, case_id, case.cadre_id, None, "done")
    assert case.state is State.PROPOSED


async def test_whose_case_was_merged_contests_the_promise_alone() -> None:
    made = service()
    master = await made.accepted()
    own = await made.file(by=made.person())
    await made.do(merging.merge, own, made.over(Role.DISPATCHER), None, master)
    await made.propose(master, OutcomeKind.PROMISED, at("5-20", "00:00"))
    resident = made.case(own).resident_id
    case = await made.do(reviews.ask_review, own, resident, None)
    assert (case.instance, case.merged_into) == (Instance.REVIEW, None)
    assert (made.case(master).state, made.case(master).merged) == (State.PROMISED, ())


# ----- By the unit above -----


async def test_the_unit_above_answers_within_thirty_days_of_the_asking() -> None:
    made = service()
    case_id = await contested(made)
    before = made.case(case_id).cadre_id
    made.listen()
    await made.until(at("3-20"))
    await made.do(reviews.ask_review, case_id, made.resident, None)
    case = made.case(case_id)
    assert local(case.limit_at) == "Sun 4-20 00:00"
    assert case.decisions[0].unit_id == EAST_OFFICE
    assert made.told(before or 0)[-1] == "review_asked"
    made.now = at("3-25")
    await made.do(accepting.accept, case_id, case.cadre_id, None)
    assert local(made.case(case_id).limit_at) == "Sun 4-20 00:00", "accepting gains no time"
    assert "late_resident" not in made.told(made.resident)
    await made.until(at("4-21", "08:29"))
    assert "late_resident" not in made.told(made.resident)
    await made.until(at("4-21", "08:30"))
    assert "late_resident" in made.told(made.resident)


async def test_who_decided_or_serves_in_that_unit_takes_no_part() -> None:
    made = service()
    case_id = await contested(made)
    first = made.case(case_id).cadre_id
    both = made.cadre()
    made.serve(Role.CADRE, unit=BUREAU, person=both)
    assert first is not None
    made.serve(Role.HEAD, unit=BUREAU, person=first)
    await made.do(reviews.ask_review, case_id, made.resident, None)
    assert made.case(case_id).cadre_id not in {None, first, both}
    for person in (first, both):
        with pytest.raises(Refused, match="stands-aside"):
            await made.do(accepting.accept, case_id, person, None)


async def test_the_re_examination_is_the_next_unit_up_and_the_last() -> None:
    made = service()
    case_id = await reviewed(made)
    assert made.case(case_id).state is State.PROPOSED
    await made.judge(case_id, Verdict.DISAGREE)
    case = await made.do(reviews.ask_review, case_id, made.resident, None)
    assert (case.instance, case.unit_id) == (Instance.REEXAMINATION, GOVERNMENT)
    assert [each.unit_id for each in case.decisions] == [EAST_OFFICE, BUREAU]
    await decide(made, case_id, OutcomeKind.UPHELD)
    await made.judge(case_id, Verdict.DISAGREE)
    with pytest.raises(Refused, match="wrong-state"):
        await made.do(reviews.ask_review, case_id, made.resident, None)
    with pytest.raises(Refused, match="wrong-state"):
        await made.do(outcomes.reopen, case_id, made.resident)
    assert is_final(made.case(case_id), made.memory.rules, made.now)


async def test_without_a_unit_above_the_dispatcher_above_says_who_it_is() -> None:
    made = service()
    case_id = await contested(made)
    plain = Service().memory.org
    made.memory.org = type(plain)(plain.areas, plain.units, plain.routes, 2)
    await made.do(reviews.ask_review, case_id, made.resident, None)
    await decide(made, case_id, OutcomeKind.UPHELD)
    await made.judge(case_id, Verdict.DISAGREE)
    made.over(Role.DISPATCHER, EAST)
    dispatcher = made.over(Role.DISPATCHER)
    made.listen()
    case = await made.do(reviews.ask_review, case_id, made.resident, None)
    assert (case.unit_id, case.held, case.cadre_id) == (None, Held.REVIEW, None)
    assert made.told(dispatcher) == ["needs_unit"]
    for unit in (BUREAU, EAST_OFFICE, WEST_OFFICE):
        with pytest.raises(Refused, match="decided-before"):
            await made.do(assigning.send_to_unit, case_id, dispatcher, unit, None)
    made.listen()
    await made.passes(days=3)
    assert "needs_unit" in made.told(dispatcher)


# ----- What comes of it -----


async def test_what_was_upheld_is_accepted_or_not_and_never_solved() -> None:
    made = service()
    case_id = await reviewed(made)
    with pytest.raises(Refused, match="wrong-kind"):
        await made.judge(case_id, Verdict.DONE)
    await made.judge(case_id, Verdict.READ)
    assert made.case(case_id).closing is Closing.ANSWERED


async def test_silence_on_a_review_is_no_answer() -> None:
    made = service()
    case_id = await reviewed(made)
    await made.passes(days=8)
    case = made.case(case_id)
    assert (case.closing, case.instance) == (Closing.NO_ANSWER, Instance.REVIEW)


async def test_what_was_revoked_is_done_again_by_somebody_else_with_a_limit_of_its_own() -> None:
    made = service()
    case_id = await contested(made)
    first = made.case(case_id).cadre_id
    await made.until(at("3-20"))
    await made.do(reviews.ask_review, case_id, made.resident, None)
    made.listen()
    await decide(made, case_id, OutcomeKind.REVOKED)
    case = made.case(case_id)
    assert (case.instance, case.unit_id, case.state) == (Instance.FIRST, EAST_OFFICE, State.WAITING)
    assert case.cadre_id not in {None, first}
    assert local(case.limit_at) == "Sun 4-20 00:00"
    assert "revoked" in made.told(made.resident)
    with pytest.raises(Refused, match="stands-aside"):
        await made.do(accepting.accept, case_id, first, None)
    await made.do(accepting.accept, case_id, case.cadre_id, None)
    assert local(made.case(case_id).limit_at) == "Sun 4-20 00:00", "not another sixty days"
    await made.propose(case_id, OutcomeKind.REFUSED)
    await made.judge(case_id, Verdict.DISAGREE)
    again = await made.do(reviews.ask_review, case_id, made.resident, None)
    assert (again.instance, again.unit_id) == (Instance.REVIEW, BUREAU)
    assert again.cadre_id is not None, "who revoked the first decision may look at the second"


async def test_what_was_changed_is_followed_until_it_is_carried_out() -> None:
    made = service()
    case_id = await contested(made)
    await made.do(reviews.ask_review, case_id, made.resident, None)
    await decide(made, case_id, OutcomeKind.CHANGED, days=10)
    case = made.case(case_id)
    assert (case.state, local(case.promise_at or case.limit_at)) == (State.PROMISED, "Fri 3-14 00:00")
    made.listen()
    await made.until(at("3-14", "08:29"))
    assert "promise_late_cadre" not in made.told(case.cadre_id or 0)
    await made.until(at("3-14", "08:30"))
    assert "promise_late_cadre" in made.told(case.cadre_id or 0)
    await made.do(outcomes.carry_out, case_id, case.cadre_id, None, "paid")
    assert (made.case(case_id).state, made.case(case_id).promise_at) == (State.PROPOSED, None)
    await made.judge(case_id, Verdict.DONE)
    assert made.case(case_id).closing is Closing.SOLVED


# ----- Before the right runs out, and after -----


async def test_the_right_is_told_five_days_and_one_day_before_it_ends() -> None:
    made = service()
    case_id = await contested(made)
    made.listen()
    await made.until(at("3-28", "08:29"))  # the last day is Wednesday 2 April
    assert "review_ends" not in made.told(made.resident)
    await made.until(at("3-28", "08:30"))
    assert made.told(made.resident).count("review_ends") == 1
    await made.until(at("4-1", "08:29"))
    assert made.told(made.resident).count("review_ends") == 1
    await made.until(at("4-1", "08:30"))
    assert made.told(made.resident).count("review_ends") == 2
    await made.until(at("6-1"))
    assert made.told(made.resident).count("review_ends") == 2
    assert made.case(case_id).closing is Closing.CONTESTED


async def test_nobody_who_said_done_is_reminded_of_a_review() -> None:
    made = service()
    await made.closed()
    await made.passes(days=40)
    assert "review_ends" not in made.told(made.resident)


async def test_a_reply_is_final_once_its_days_are_over() -> None:
    made = service()
    case = made.case(await contested(made))
    until = review_until(case, made.memory.rules)
    assert until is not None
    assert not is_final(case, made.memory.rules, until - MINUTE)
    assert is_final(case, made.memory.rules, until)


async def test_what_was_solved_or_withdrawn_is_never_final() -> None:
    made = service()
    solved = made.case(await made.closed())
    withdrawn = await made.accepted()
    await made.do(residents.withdraw, withdrawn, made.resident, None)
    late = made.now + timedelta(days=400)
    assert not is_final(solved, made.memory.rules, late)
    assert not is_final(made.case(withdrawn), made.memory.rules, late)


# ----- The written reply -----


async def test_a_reply_says_what_was_asked_and_how_far_it_is_granted() -> None:
    made = service()
    case_id = await made.accepted()
    await made.propose(case_id, OutcomeKind.REFUSED)
    outcome = made.case(case_id).outcome
    assert outcome is not None
    assert (outcome.request, outcome.support) == (made.case(case_id).summary, Support.NOT)


async def test_what_is_refused_cannot_be_called_granted() -> None:
    made = service()
    case = made.case(await made.accepted())
    refused = Outcome(OutcomeKind.REFUSED, "found", "done", "basis", support=Support.SUPPORTED)
    with pytest.raises(Refused, match="wrong-kind"):
        await made.do(outcomes.propose, case.id, case.cadre_id, None, refused)
    partly = Outcome(OutcomeKind.DONE, "found", "done", "basis", support=Support.PARTLY)
    given = await made.do(outcomes.propose, case.id, case.cadre_id, None, partly)
    assert given.outcome is not None
    assert given.outcome.support is Support.PARTLY
