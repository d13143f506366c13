"""The receipt of a written reply: what counts as one, and what happens without it."""

from datetime import timedelta

import pytest

from casework.actions import membership, receipts
from casework.errors import NotYours, Refused
from casework.people import Role
from casework.petitions import Case, Closing, OutcomeKind, Receipt, Reply, State, Verdict
from casework.profile import FollowUpTimes, Profile
from casework.unit_of_work import Rules
from tests.casework.memory import Memory
from tests.casework.review_scene import CALENDAR, opens, organisation, service
from tests.casework.service import Service, at


async def answered(made: Service) -> int:
    case_id = await made.accepted()
    await made.propose(case_id)
    return case_id


def reply_of(case: Case) -> Reply:
    assert case.reply is not None
    return case.reply


async def test_whoever_opens_it_has_received_it_then() -> None:
    made = service()
    case_id = await answered(made)
    await made.until(at("3-4", "15:00"))
    cadre = made.case(case_id).cadre_id
    await made.do(receipts.opened, case_id, cadre)
    assert reply_of(made.case(case_id)).received_at is None, "somebody else's tap says nothing"
    await opens(made, case_id)
    assert reply_of(made.case(case_id)) == Reply(at("3-3"), at("3-4", "15:00"), Receipt.OPENED)
    await made.until(at("3-5"))
    await opens(made, case_id)
    assert reply_of(made.case(case_id)).received_at == at("3-4", "15:00"), "the first time counts"


async def test_a_word_on_it_is_a_receipt() -> None:
    made = service()
    case_id = await answered(made)
    await made.judge(case_id, Verdict.DISAGREE)
    assert reply_of(made.case(case_id)).received_at == made.now


async def test_what_arrived_counts_as_received_after_three_days() -> None:
    made = service()
    case_id = await answered(made)
    await made.until(at("3-6", "09:59"))
    assert reply_of(made.case(case_id)).received_at is None
    await made.until(at("3-6", "10:00"))
    assert reply_of(made.case(case_id)) == Reply(at("3-3"), at("3-6", "10:00"), Receipt.DELIVERED)


async def test_what_did_not_arrive_is_handed_over_and_silence_closes_nothing_meanwhile() -> None:
    made = service()
    dispatcher = made.over(Role.DISPATCHER)
    supervisor = made.over(Role.SUPERVISOR)
    case_id = await answered(made)
    made.memory.lost_replies.add(case_id)
    await made.until(at("3-6", "10:00"))
    # What falls due for many of them at once is one message.
    assert made.said(dispatcher, "reply_by_hand").follow_up
    made.listen()
    await made.until(at("3-10", "08:29"))
    assert made.told(dispatcher) == []
    await made.until(at("3-10", "08:30"))
    assert made.told(dispatcher) == ["reply_by_hand"]
    await made.until(at("3-12", "08:30"))
    assert "reply_by_hand" in made.told(supervisor)
    await made.until(at("4-30"))
    assert made.case(case_id).state is State.PROPOSED
    assert "reminded_confirm" not in made.told(made.resident)


async def test_a_clerk_records_to_whom_how_and_when_and_the_days_run_from_then() -> None:
    made = service()
    dispatcher = made.over(Role.DISPATCHER)
    await made.do(membership.unreachable, made.resident)
    case_id = await answered(made)
    assert reply_of(made.case(case_id)).waits_for_hand
    assert "reply_by_hand" in made.told(dispatcher)
    await made.until(at("3-20"))
    with pytest.raises(Refused, match="date-ahead"):
        await made.do(receipts.hand_over, case_id, dispatcher, None, Receipt.POST, "her", at("3-21"))
    with pytest.raises(Refused, match="before-reply"):
        await made.do(receipts.hand_over, case_id, dispatcher, None, Receipt.POST, "her", at("3-2"))
    cadre = made.case(case_id).cadre_id
    with pytest.raises(Refused, match="not-allowed"):
        await made.do(receipts.hand_over, case_id, cadre, None, Receipt.POST, "her", at("3-19"))
    await made.do(receipts.hand_over, case_id, dispatcher, None, Receipt.POST, "her daughter", at("3-19", "12:00"))
    assert reply_of(made.case(case_id)).to == "her daughter"
    assert made.events(case_id)[-1].data["how"] == "post"
    await made.until(at("3-26", "11:59"))
    assert made.case(case_id).is_open
    await made.until(at("3-26", "12:00"))
    assert made.case(case_id).closing is Closing.NO_ANSWER


async def test_who_becomes_unreachable_before_the_receipt_gets_it_by_hand() -> None:
    made = service()
    dispatcher = made.over(Role.DISPATCHER)
    case_id = await answered(made)
    made.listen()
    await made.do(membership.unreachable, made.resident)
    assert made.told(dispatcher) == ["reply_by_hand"]
    with pytest.raises(NotYours):
        await made.do(receipts.hand_over, case_id, made.person(), None, Receipt.PHONE, "him", made.now)


async def test_a_promise_is_a_reply_as_well() -> None:
    made = service()
    case_id = await made.accepted()
    await made.do(membership.unreachable, made.resident)
    await made.propose(case_id, OutcomeKind.PROMISED, made.now + timedelta(days=9))
    assert reply_of(made.case(case_id)).waits_for_hand


async def test_silence_closes_nothing_that_was_not_received() -> None:
    rules = Rules(CALENDAR, Profile(times=FollowUpTimes(receipt_days=20)), secret=b"secret")
    made = Service(memory=Memory(organisation(), rules))
    made.cadre()
    case_id = await answered(made)
    await made.until(at("3-23", "09:59"))
    assert made.case(case_id).state is State.PROPOSED
    await made.until(at("3-23", "10:00"))
    assert made.case(case_id).closing is Closing.NO_ANSWER
