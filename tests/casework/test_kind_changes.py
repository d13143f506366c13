"""Limits by kind, and mending what a case was taken for: by staff, and by the resident's last word."""

from datetime import timedelta

import pytest

from casework.actions import accepting, assigning, drafting, extending, filing, kind_changes, outcomes
from casework.errors import NotYours, Refused, Stale
from casework.kinds import PetitionKind
from casework.people import Role
from casework.petitions import Case, Closing, Held, OutcomeKind, Shield, State, Verdict
from casework.profile import Limits, Profile, hotline
from casework.unit_of_work import Rules
from tests.casework.service import BUREAU, CALENDAR, EAST_OFFICE, WEST_OFFICE, Service, at, local

QUESTION, SUGGESTION, REQUEST = PetitionKind.QUESTION, PetitionKind.SUGGESTION, PetitionKind.REQUEST
REPORT, ACCUSATION, THANKS = PetitionKind.REPORT, PetitionKind.ACCUSATION, PetitionKind.THANKS
MINUTE = timedelta(minutes=1)


def service_with(limits: Limits) -> Service:
    return Service(Rules(CALENDAR, Profile(limits=limits), b"secret"))


async def set_kind(service: Service, case_id: int, by: int, kind: PetitionKind) -> Case:
    return await service.do(kind_changes.set_kind, case_id, by, service.case(case_id).epoch, kind)


async def keep_kind(service: Service, case_id: int) -> Case:
    return await service.do(kind_changes.keep_kind, case_id, service.resident)


async def late(service: Service, head: int) -> list[int]:
    """Return the ids of what a head's list of late cases holds now."""
    async with service.memory.turn(service.now) as uow:
        return [case.id for case in await uow.visible_late(head)]


# The limit of a kind.


@pytest.mark.parametrize(
    ("kind", "last_minute"),
    [
        (QUESTION, at("3-8", "23:59")),
        (SUGGESTION, at("3-23", "23:59")),
        (REPORT, at("4-2", "23:59")),
        (REQUEST, at("4-12", "23:59")),
    ],
)
async def test_each_kind_has_its_own_limit_to_the_minute(kind: PetitionKind, last_minute: object) -> None:
    service = service_with(Limits(question_days=5, suggestion_days=20, report_days=30, request_days=40))
    service.cadre()
    head = service.head()
    case_id = await service.accepted(kind)
    assert service.case(case_id).limit_at - MINUTE == last_minute
    service.now = service.case(case_id).limit_at - MINUTE
    assert await late(service, head) == []
    service.now += 2 * MINUTE
    assert await late(service, head) == [case_id]


async def test_an_accusation_has_the_time_of_a_report_once_somebody_takes_it() -> None:
    service = service_with(Limits(report_days=30))
    cadre = service.cadre()
    dispatcher = service.over(Role.DISPATCHER)
    case_id = await service.file(kind=ACCUSATION)
    await service.do(assigning.send_to_unit, case_id, dispatcher, EAST_OFFICE, None)
    await service.do(accepting.accept, case_id, cadre, None)
    assert local(service.case(case_id).limit_at - MINUTE) == "Wed 4-2 23:59"


@pytest.mark.parametrize(("kind", "days"), [(QUESTION, 5), (SUGGESTION, 7), (REQUEST, 7), (REPORT, 7)])
def test_a_category_shortens_the_limit_of_every_kind_and_lengthens_none(kind: PetitionKind, days: int) -> None:
    limits = Limits(question_days=5, category_days={"roads": 7})
    assert limits.days_for(kind, "roads") == days


def test_the_hotline_answers_every_kind_within_its_days() -> None:
    limits = hotline(Limits())
    assert [limits.days_for(kind, "other") for kind in (QUESTION, SUGGESTION, REPORT, REQUEST)] == [1, 7, 7, 7]


# Staff take it for something else.


async def test_the_clock_follows_the_new_kind_from_the_acceptance_on_and_the_resident_is_told() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.accepted()
    await service.passes(days=3)
    service.listen()
    before = service.case(case_id)
    case = await set_kind(service, case_id, cadre, QUESTION)
    assert local(case.limit_at - MINUTE) == "Tue 3-18 23:59"
    assert (case.kind, case.state, case.cadre_id, case.epoch) == (QUESTION, State.WORKING, cadre, before.epoch + 1)
    assert service.told(service.resident) == ["kind_changed"]
    assert service.said(service.resident, "kind_changed").args["own"] == "request"
    assert service.events(case_id)[-1].data == {"to": "question", "was": "request"}


async def test_nobody_gains_time_by_another_kind_but_where_it_becomes_a_request() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.accepted(QUESTION)
    told = service.case(case_id).limit_at
    assert (await set_kind(service, case_id, cadre, SUGGESTION)).limit_at == told
    assert (await set_kind(service, case_id, cadre, REPORT)).limit_at == told
    request = await set_kind(service, case_id, cadre, REQUEST)
    assert local(request.limit_at - MINUTE) == "Fri 5-2 23:59"


async def test_a_limit_that_nobody_can_have_kept_ends_with_the_next_working_day() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.accepted()
    service.now = at("3-28")
    case = await set_kind(service, case_id, cadre, QUESTION)
    assert local(case.limit_at - MINUTE) == "Mon 3-31 23:59"


async def test_while_nobody_has_taken_it_the_limit_to_take_it_runs_on() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.file()
    before = service.case(case_id)
    case = await set_kind(service, case_id, cadre, QUESTION)
    assert (case.limit_at, case.epoch, case.state) == (before.limit_at, before.epoch, State.WAITING)
    case = await service.do(accepting.accept, case_id, cadre, None)
    assert local(case.limit_at - MINUTE) == "Tue 3-18 23:59"


async def test_cadre_head_and_dispatcher_may_and_nobody_else() -> None:
    service = Service()
    cadre, head, dispatcher = service.cadre(), service.head(), service.over(Role.DISPATCHER)
    others = [service.cadre(), service.over(Role.SUPERVISOR), service.over(Role.LEADER)]
    case_id = await service.accepted()
    for kind, by in ((QUESTION, cadre), (SUGGESTION, head), (REPORT, dispatcher)):
        service.listen()
        assert (await set_kind(service, case_id, by, kind)).kind is kind
        assert service.told(cadre) == ([] if by == cadre else ["kind_mended"])
    for by in others:
        with pytest.raises(Refused, match="not-allowed"):
            await set_kind(service, case_id, by, QUESTION)
    for by in (service.person(), service.cadre(WEST_OFFICE)):
        with pytest.raises(NotYours):
            await set_kind(service, case_id, by, QUESTION)
    with pytest.raises(Refused, match="not-allowed"):
        await set_kind(service, case_id, service.resident, QUESTION)


async def test_thanks_are_no_kind_of_a_case_and_the_same_kind_changes_nothing() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.accepted()
    with pytest.raises(Refused, match="wrong-kind"):
        await set_kind(service, case_id, cadre, THANKS)
    before = service.case(case_id)
    service.listen()
    assert await set_kind(service, case_id, cadre, REQUEST) == before
    assert service.told(service.resident) == []
    with pytest.raises(Stale):
        await service.do(kind_changes.set_kind, case_id, cadre, before.epoch - 1, QUESTION)


async def test_what_turns_out_an_accusation_leaves_the_unit_for_those_above_whom_it_accuses() -> None:
    service = Service()
    cadre, head, dispatcher = service.cadre(), service.head(), service.over(Role.DISPATCHER)
    case_id = await service.accepted()
    service.listen()
    case = await set_kind(service, case_id, cadre, ACCUSATION)
    assert (case.unit_id, case.cadre_id, case.state, case.held) == (None, None, State.WAITING, Held.ACCUSATION)
    assert case.shielded
    assert service.told(dispatcher) == ["needs_unit"]
    assert service.told(head) == []
    assert service.someone(cadre).open_cases == 0
    assert service.told(service.resident) == ["reassigned", "kind_changed"]


async def test_the_accused_units_are_found_in_the_words() -> None:
    service = Service()
    cadre, dispatcher = service.cadre(), service.over(Role.DISPATCHER)
    draft = await service.draft("东镇河边村的路坏了，东镇综合办的主任收受贿赂，没人修")
    assert draft.accuses
    await service.do(drafting.set_hide, draft.id, service.resident, hide=False)
    await service.do(drafting.set_kind, draft.id, service.resident, REQUEST)
    case_id = (await service.do(filing.file, draft.id, service.resident)).case.id
    assert service.case(case_id).unit_id == EAST_OFFICE
    case = await set_kind(service, case_id, cadre, ACCUSATION)
    assert case.accused == (EAST_OFFICE,)
    assert [shield.unit_id for shield in service.memory.of(Shield)] == [EAST_OFFICE]
    with pytest.raises(NotYours):
        await service.do(accepting.accept, case_id, cadre, None)
    with pytest.raises(Refused, match="unit-accused"):
        await service.do(assigning.send_to_unit, case_id, dispatcher, EAST_OFFICE, None)
    await service.do(assigning.send_to_unit, case_id, dispatcher, BUREAU, None)


# The resident's word is the last one.


async def test_one_tap_takes_it_back_and_then_it_stays() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.accepted()
    before = service.case(case_id).limit_at
    await set_kind(service, case_id, cadre, QUESTION)
    await set_kind(service, case_id, cadre, SUGGESTION)
    service.listen()
    case = await keep_kind(service, case_id)
    assert (case.kind, case.limit_at) == (REQUEST, before)
    assert service.told(cadre) == ["kind_kept"]
    with pytest.raises(Refused, match="kind-kept"):
        await set_kind(service, case_id, cadre, QUESTION)
    with pytest.raises(Refused, match="kind-unchanged"):
        await keep_kind(service, case_id)


async def test_an_answer_given_to_another_kind_falls_with_it() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.accepted()
    await set_kind(service, case_id, cadre, SUGGESTION)
    await service.propose(case_id, OutcomeKind.NOT_ADOPTED)
    case = await keep_kind(service, case_id)
    assert (case.kind, case.state, case.outcome, case.cadre_id) == (REQUEST, State.WORKING, None, cadre)
    assert service.told(cadre)[-1] == "kind_kept"


async def test_where_nobody_has_changed_it_there_is_nothing_to_object_to() -> None:
    service = Service()
    service.cadre()
    case_id = await service.accepted(SUGGESTION)
    with pytest.raises(Refused, match="kind-unchanged"):
        await keep_kind(service, case_id)


# What is for some kinds only.


@pytest.mark.parametrize("kind", [QUESTION, SUGGESTION, REPORT])
async def test_more_time_is_given_to_requests_alone(kind: PetitionKind) -> None:
    service = Service()
    service.cadre()
    head = service.head()
    case_id = await service.accepted(kind)
    case = service.case(case_id)
    with pytest.raises(Refused, match="wrong-kind"):
        await service.do(extending.set_date, case_id, head, case.epoch, case.limit_at + timedelta(days=3), "frost")


@pytest.mark.parametrize(
    ("kind", "outcome", "verdict", "closing"),
    [
        (QUESTION, OutcomeKind.ANSWERED, Verdict.CLEAR, Closing.ANSWERED),
        (QUESTION, OutcomeKind.ANSWERED, Verdict.DISAGREE, Closing.CONTESTED),
        (SUGGESTION, OutcomeKind.ADOPTED, Verdict.READ, Closing.ANSWERED),
        (SUGGESTION, OutcomeKind.NOT_ADOPTED, Verdict.READ, Closing.ANSWERED),
        (REPORT, OutcomeKind.DONE, Verdict.DONE, Closing.SOLVED),
        (REPORT, OutcomeKind.REFUSED, Verdict.DONE, Closing.ANSWERED),
    ],
)
async def test_only_work_that_was_done_counts_as_solved(
    kind: PetitionKind, outcome: OutcomeKind, verdict: Verdict, closing: Closing
) -> None:
    service = Service()
    service.cadre()
    case_id = await service.accepted(kind)
    await service.propose(case_id, outcome)
    assert (await service.judge(case_id, verdict)).closing is closing


@pytest.mark.parametrize(
    ("kind", "outcome", "verdict"),
    [
        (QUESTION, OutcomeKind.DONE, Verdict.CLEAR),
        (QUESTION, OutcomeKind.PROMISED, Verdict.CLEAR),
        (SUGGESTION, OutcomeKind.ANSWERED, Verdict.READ),
        (REQUEST, OutcomeKind.ADOPTED, Verdict.DONE),
    ],
)
async def test_an_outcome_of_another_kind_is_refused(
    kind: PetitionKind, outcome: OutcomeKind, verdict: Verdict
) -> None:
    service = Service()
    service.cadre()
    case_id = await service.accepted(kind)
    with pytest.raises(Refused, match="wrong-kind"):
        await service.propose(case_id, outcome, by=at("3-29", "00:00"))


@pytest.mark.parametrize(
    ("kind", "outcome", "verdict"),
    [
        (QUESTION, OutcomeKind.ANSWERED, Verdict.DONE),
        (SUGGESTION, OutcomeKind.ADOPTED, Verdict.DISAGREE),
        (REQUEST, OutcomeKind.DONE, Verdict.CLEAR),
    ],
)
async def test_a_word_that_answers_another_question_is_refused(
    kind: PetitionKind, outcome: OutcomeKind, verdict: Verdict
) -> None:
    service = Service()
    service.cadre()
    case_id = await service.accepted(kind)
    await service.propose(case_id, outcome)
    with pytest.raises(Refused, match="wrong-kind"):
        await service.judge(case_id, verdict)


@pytest.mark.parametrize(("kind", "verdict"), [(QUESTION, Verdict.UNCLEAR), (SUGGESTION, Verdict.MORE)])
async def test_what_is_not_clear_and_what_is_added_goes_on(kind: PetitionKind, verdict: Verdict) -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.accepted(kind)
    await service.propose(case_id, OutcomeKind.PASSED)
    service.listen()
    case = await service.judge(case_id, verdict)
    assert (case.state, case.closing, case.cadre_id) == (State.WORKING, None, cadre)
    assert service.told(cadre) == ["judged"]


@pytest.mark.parametrize(
    ("kind", "outcome", "verdict", "asked"),
    [
        (QUESTION, OutcomeKind.ANSWERED, Verdict.CLEAR, ["stars_again"]),
        (SUGGESTION, OutcomeKind.ADOPTED, Verdict.READ, ["stars_again"]),
        (REPORT, OutcomeKind.DONE, Verdict.DONE, ["stars_again", "still_solved"]),
        (REQUEST, OutcomeKind.DONE, Verdict.DONE, ["stars_again", "still_solved"]),
    ],
)
async def test_four_weeks_later_only_requests_and_reports_are_asked_about(
    kind: PetitionKind, outcome: OutcomeKind, verdict: Verdict, asked: list[str]
) -> None:
    service = Service()
    service.cadre()
    case_id = await service.accepted(kind)
    await service.propose(case_id, outcome)
    await service.judge(case_id, verdict)
    service.listen()
    await service.passes(days=60)
    assert service.told(service.resident) == asked


@pytest.mark.parametrize("kind", [QUESTION, SUGGESTION, REPORT])
async def test_silence_is_counted_apart_for_every_kind(kind: PetitionKind) -> None:
    service = Service()
    service.cadre()
    case_id = await service.accepted(kind)
    await service.propose(case_id, OutcomeKind.PASSED)
    await service.passes(days=20)
    assert service.case(case_id).closing is Closing.NO_ANSWER


async def test_a_question_that_was_not_answered_becomes_a_request_with_a_review() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.accepted(QUESTION)
    await service.propose(case_id, OutcomeKind.ANSWERED)
    await service.judge(case_id, Verdict.DISAGREE)
    service.listen()
    case = await service.do(outcomes.as_request, case_id, service.resident)
    assert (case.kind, case.state, case.reopened) == (REQUEST, State.WORKING, 1)
    assert service.told(cadre) == ["as_request"]
    await service.propose(case_id)
    await service.judge(case_id, Verdict.DISAGREE)
    with pytest.raises(Refused, match="wrong-kind"):
        await service.do(outcomes.as_request, case_id, service.resident)


async def test_after_the_days_to_reopen_nothing_becomes_a_request_any_more() -> None:
    service = Service()
    service.cadre()
    case_id = await service.accepted(QUESTION)
    await service.propose(case_id, OutcomeKind.ANSWERED)
    await service.judge(case_id, Verdict.CLEAR)
    service.now += timedelta(days=40)
    with pytest.raises(Refused, match="reopen-too-late"):
        await service.do(outcomes.as_request, case_id, service.resident)
