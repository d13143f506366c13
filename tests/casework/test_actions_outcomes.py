"""How cases end: by the resident's word alone; and how they begin again."""

from dataclasses import replace

import pytest

from casework.actions import membership, outcomes, residents
from casework.errors import Refused, Stale
from casework.people import Post, Role
from casework.petitions import Closing, OutcomeKind, Petition, Rating, State, Verdict
from tests.casework.service import EAST_OFFICE, Service, at, local


async def proposed(kind: OutcomeKind = OutcomeKind.DONE) -> tuple[Service, int, int, int]:
    """Return a service with a cadre and a head, and a case with a proposed outcome; nothing heard yet."""
    service = Service()
    cadre, head = service.cadre(), service.head()
    case_id = await service.accepted()
    await service.propose(case_id, kind, by=at("3-29", "00:00") if kind is OutcomeKind.PROMISED else None)
    service.listen()
    return service, case_id, cadre, head


async def test_proposing_closes_nothing_and_gives_the_resident_the_word() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.accepted()
    before = service.case(case_id)
    case = await service.propose(case_id)
    assert (case.state, case.closing, case.epoch) == (State.PROPOSED, None, before.epoch + 1)
    assert service.told(service.resident)[-1] == "outcome"
    assert service.someone(cadre).open_cases == 1


@pytest.mark.parametrize(
    ("kind", "closing"),
    [
        (OutcomeKind.DONE, Closing.SOLVED),
        (OutcomeKind.PROMISED, Closing.SOLVED),
        (OutcomeKind.ANSWERED, Closing.ANSWERED),
        (OutcomeKind.REFUSED, Closing.ANSWERED),
        (OutcomeKind.PASSED, Closing.ANSWERED),
    ],
)
async def test_done_counts_as_solved_only_where_something_was_done(kind: OutcomeKind, closing: Closing) -> None:
    service, case_id, cadre, _ = await proposed(kind)
    case = await service.judge(case_id, Verdict.DONE)
    assert (case.state, case.closing, case.closed_at) == (State.CLOSED, closing, service.now)
    assert service.told(cadre) == ["closed_solved"]
    assert service.someone(cadre).open_cases == 0


async def test_done_but_i_disagree_is_closed_apart_with_the_right_of_review() -> None:
    service, case_id, cadre, _ = await proposed()
    case = await service.judge(case_id, Verdict.DISAGREE)
    assert case.closing is Closing.CONTESTED
    assert (service.told(service.resident), service.told(cadre)) == (["contested"], ["judged"])


@pytest.mark.parametrize("verdict", [Verdict.HALF, Verdict.NOT_DONE])
async def test_half_or_not_done_puts_the_same_cadre_back_to_work(verdict: Verdict) -> None:
    service, case_id, cadre, _ = await proposed()
    case = await service.do(outcomes.judge, case_id, service.resident, None, verdict, "still wet")
    assert (case.state, case.cadre_id, case.reopened) == (State.WORKING, cadre, 1)
    assert service.said(cadre, "judged").args == {"verdict": verdict.value, "words": "still wet"}
    # The sixty days end later than fifteen from now, so they stay.
    assert local(case.limit_at) == "Sat 5-3 00:00"


async def test_a_case_reopened_after_its_limit_has_fifteen_days() -> None:
    service, case_id, _, _ = await proposed()
    await service.judge(case_id, Verdict.DONE)
    service.now = at("4-1")
    service.memory.add(replace(service.case(case_id), limit_at=at("3-20", "00:00")))
    case = await service.do(outcomes.reopen, case_id, service.resident, "wet again")
    assert local(case.limit_at) == "Thu 4-17 00:00"


async def test_the_second_time_the_head_has_it() -> None:
    service, case_id, cadre, head = await proposed()
    await service.judge(case_id, Verdict.NOT_DONE)
    await service.propose(case_id)
    service.listen()
    case = await service.judge(case_id, Verdict.NOT_DONE)
    assert (case.cadre_id, case.reopened, case.state) == (head, 2, State.WORKING)
    assert "second_reopen" in service.told(head)
    assert service.told(cadre) == ["taken"]
    assert [service.someone(each).open_cases for each in (cadre, head)] == [0, 1]


async def test_the_second_time_without_a_head_whoever_stands_above_is_told() -> None:
    service = Service()
    cadre, supervisor = service.cadre(), service.over(Role.SUPERVISOR)
    case_id = await service.accepted()
    for _ in range(2):
        await service.propose(case_id)
        await service.judge(case_id, Verdict.NOT_DONE)
    assert service.case(case_id).cadre_id == cadre
    assert service.told(supervisor) == ["second_reopen"]


async def test_an_old_button_under_an_outcome_closes_nothing() -> None:
    service, case_id, _, _ = await proposed()
    epoch = service.case(case_id).epoch
    await service.judge(case_id, Verdict.NOT_DONE)
    await service.propose(case_id)
    with pytest.raises(Stale):
        await service.do(outcomes.judge, case_id, service.resident, epoch, Verdict.DONE)


async def test_no_cadre_closes_a_case() -> None:
    service, case_id, cadre, head = await proposed()
    for person in (cadre, head):
        with pytest.raises(Refused, match="not-allowed"):
            await service.do(outcomes.judge, case_id, person, None, Verdict.DONE)


# Promises.


async def test_a_promise_is_followed_and_answered_by_another_outcome() -> None:
    service, case_id, cadre, _ = await proposed(OutcomeKind.PROMISED)
    assert service.case(case_id).state is State.PROMISED
    await service.until(at("3-28", "12:00"))
    assert service.told(cadre) == ["promise_due", "promise_due"]
    case = await service.propose(case_id)
    assert (case.state, case.promise_at) == (State.PROPOSED, None)


async def test_a_broken_promise_climbs() -> None:
    service, _, cadre, head = await proposed(OutcomeKind.PROMISED)
    supervisor = service.over(Role.SUPERVISOR)
    await service.until(at("4-3", "12:00"))
    assert service.told(cadre) == ["promise_due", "promise_due", "promise_late_cadre"]
    assert service.told(head) == ["promise_late_head"]
    assert service.said(head, "promise_late_head").args == {"days": 3}
    assert service.told(supervisor) == ["late_supervisor"]
    assert "late_resident" in service.told(service.resident)


async def test_a_promise_of_yesterday_is_refused() -> None:
    service = Service()
    service.cadre()
    case_id = await service.accepted()
    with pytest.raises(Refused, match="date-past"):
        await service.propose(case_id, OutcomeKind.PROMISED, by=at("3-1"))


async def test_a_resident_need_not_wait_for_the_promised_day() -> None:
    service, case_id, cadre, _ = await proposed(OutcomeKind.PROMISED)
    with pytest.raises(Refused, match="wrong-state"):
        await service.judge(case_id, Verdict.DISAGREE)
    case = await service.judge(case_id, Verdict.NOT_DONE)
    assert (case.state, case.cadre_id, case.promise_at) == (State.WORKING, cadre, None)


# Silence.


async def test_silence_is_asked_twice_then_set_aside_and_is_not_solved() -> None:
    service, case_id, cadre, _ = await proposed()
    await service.until(at("3-10", "09:00"))
    assert service.told(service.resident) == ["reminded_confirm", "reminded_confirm"]
    await service.until(at("3-10", "11:00"))
    case = service.case(case_id)
    assert (case.state, case.closing) == (State.CLOSED, Closing.NO_ANSWER)
    assert service.told(service.resident)[-1] == "closed_no_answer"
    assert service.digest(cadre) == ["closed_no_answer_cadre"]


async def test_a_case_set_aside_goes_on_at_a_word() -> None:
    service, case_id, cadre, _ = await proposed()
    await service.passes(days=20)
    case = await service.do(outcomes.reopen, case_id, service.resident, "not done")
    assert (case.state, case.cadre_id, case.closing) == (State.WORKING, cadre, None)


# Afterwards.


async def test_stars_are_given_once_and_nothing_leads_from_them_to_the_resident() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.closed()
    service.listen()
    with pytest.raises(Refused, match="stars-unknown"):
        await service.do(outcomes.rate, case_id, service.resident, 6)
    await service.do(outcomes.rate, case_id, service.resident, 4)
    with pytest.raises(Refused, match="rated-already"):
        await service.do(outcomes.rate, case_id, service.resident, 1)
    (rating,) = service.memory.of(Rating)
    assert (rating.stars, rating.cadre_id) == (4, cadre)
    line = service.events(case_id)[-1]
    assert (line.kind, line.actor_id, line.public, line.data) == ("rated", None, False, {})
    assert service.told(cadre) == []


async def test_whoever_has_rated_is_not_asked_for_stars_again() -> None:
    service = Service()
    service.cadre()
    case_id = await service.closed()
    service.listen()
    await service.do(outcomes.rate, case_id, service.resident, 5)
    await service.passes(days=40)
    assert service.told(service.resident) == ["still_solved"]


async def test_after_care_asks_for_stars_and_whether_it_is_still_solved() -> None:
    service = Service()
    service.cadre()
    await service.closed()
    service.listen()
    await service.passes(days=60)
    assert service.told(service.resident) == ["stars_again", "still_solved"]


async def test_a_case_reopens_within_thirty_days_and_not_later() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.closed()
    # Thirty days after Monday 3 March is Wednesday 2 April.
    service.now = at("4-3", "00:00")
    with pytest.raises(Refused) as refused:
        await service.do(outcomes.reopen, case_id, service.resident)
    assert refused.value.fields["date"].isoformat() == "2025-04-02"
    service.now = at("4-2", "23:59")
    case = await service.do(outcomes.reopen, case_id, service.resident)
    assert (case.state, case.cadre_id) == (State.WORKING, cadre)
    assert service.someone(cadre).open_cases == 1


async def test_a_resident_s_last_day_to_reopen_is_never_a_holiday() -> None:
    service = Service()
    service.cadre()
    service.now = at("3-5")
    case_id = await service.closed()
    # Thirty days later is Friday 4 April, a holiday until Sunday.
    service.now = at("4-7", "20:00")
    await service.do(outcomes.reopen, case_id, service.resident)


async def test_a_case_whose_cadre_has_left_is_offered_to_a_colleague() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.closed()
    colleague = service.cadre()
    (post,) = [post for post in service.memory.of(Post) if post.person_id == cadre]
    await service.do(membership.remove, cadre, post.id)
    case = await service.do(outcomes.reopen, case_id, service.resident)
    assert (case.state, case.cadre_id, case.unit_id) == (State.WAITING, colleague, EAST_OFFICE)


async def test_a_case_withdrawn_before_anyone_took_it_is_offered_anew() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.file()
    await service.do(residents.withdraw, case_id, service.resident, None)
    case = await service.do(outcomes.reopen, case_id, service.resident)
    assert (case.state, case.cadre_id) == (State.WAITING, cadre)


async def test_a_written_answer_repeats_what_was_asked_for_without_names_and_not_at_length() -> None:
    service = Service()
    service.cadre()
    asked = "枫桥村小学门口的公路塌了一个大坑，这个星期已经有两个孩子骑车摔伤，晚上路灯又不亮，看不见坑在哪里。"
    text = f"我叫王小明，电话13800138000。{asked}请派人来修，修好以前先围起来。{'每天都有校车从旁边过。' * 30}"
    case_id = await service.accepted()
    (petition,) = service.memory.of(Petition)
    service.memory.add(replace(petition, text=text))
    case = await service.propose(case_id)
    assert case.outcome is not None
    request = case.outcome.request
    assert asked in request
    assert "围起来" in request
    assert len(request) <= outcomes.REQUEST_LENGTH
    assert request.endswith("…")
    assert "王小明" not in request
    assert "138" not in request
