"""Call-backs: chance draws them, somebody outside the unit calls, and the unit learns nothing of it."""

from dataclasses import replace

import pytest

from casework.actions import calling_back, kind_changes, membership, outcomes, residents
from casework.callbacks import Answer, Callback, Drawn, drawn_from_end
from casework.errors import Refused
from casework.kinds import PetitionKind
from casework.people import Role
from casework.petitions import Closing, OutcomeKind, State, Verdict
from casework.profile import Callbacks, Profile
from casework.unit_of_work import Rules
from tests.casework.service import BUREAU, CALENDAR, COUNTY, EAST, EAST_OFFICE, Service, at

ALL = Callbacks(silence=100, withdrawn=100, merged=100, refused=100, kind=100, low_stars=100, five_stars=100)
NONE = Callbacks(silence=0, withdrawn=0, merged=0, refused=0, kind=0, low_stars=0, five_stars=0)


def service_with(shares: Callbacks) -> tuple[Service, int, int]:
    """Return a service with these shares, a cadre and a dispatcher."""
    service = Service(Rules(CALENDAR, Profile(callbacks=shares), secret=b"secret"))
    return service, service.cadre(), service.over(Role.DISPATCHER)


def drawn(service: Service) -> list[Callback]:
    return list(service.memory.of(Callback))


async def withdrawn(service: Service) -> int:
    """Return a case that its resident has withdrawn."""
    case_id = await service.accepted()
    service.listen()
    await service.do(residents.withdraw, case_id, service.resident, None)
    return case_id


async def test_each_end_without_the_residents_yes_is_drawn_from() -> None:
    service, cadre, dispatcher = service_with(ALL)
    await withdrawn(service)
    refused = await service.accepted()
    await service.propose(refused, OutcomeKind.REFUSED)
    await service.judge(refused, Verdict.DISAGREE)
    await service.do(kind_changes.set_kind, await service.accepted(), cadre, None, PetitionKind.SUGGESTION)
    for stars in (1, 5):
        await service.do(outcomes.rate, await service.closed(), service.resident, stars)
    silent = await service.accepted()
    await service.propose(silent)
    assert [each.drawn for each in drawn(service)] == [
        Drawn.WITHDRAWN,
        Drawn.REFUSED,
        Drawn.KIND,
        Drawn.LOW_STARS,
        Drawn.FIVE_STARS,
    ]
    await service.passes(days=8)
    assert service.case(silent).closing is Closing.NO_ANSWER
    assert drawn(service)[-1].drawn is Drawn.SILENCE
    assert {each.caller_id for each in drawn(service)} == {dispatcher}


@pytest.mark.parametrize(
    ("closing", "kind", "alone", "merged"),
    [
        (Closing.NO_ANSWER, OutcomeKind.DONE, Drawn.SILENCE, Drawn.MERGED),
        (Closing.CONTESTED, OutcomeKind.DONE, None, Drawn.MERGED),
        (Closing.CONTESTED, OutcomeKind.REFUSED, Drawn.REFUSED, Drawn.REFUSED),
        (Closing.WITHDRAWN, OutcomeKind.DONE, Drawn.WITHDRAWN, Drawn.WITHDRAWN),
        (Closing.SOLVED, OutcomeKind.DONE, None, None),
    ],
)
async def test_an_answer_that_was_given_in_a_master_is_asked_about(
    closing: Closing, kind: OutcomeKind, alone: Drawn | None, merged: Drawn | None
) -> None:
    service, _, _ = service_with(NONE)
    case_id = await service.accepted()
    case = replace(await service.propose(case_id, kind), state=State.CLOSED, closing=closing)
    assert drawn_from_end(case) is alone
    assert drawn_from_end(replace(case, merged_at=service.now)) is merged


async def test_what_the_resident_calls_solved_is_not() -> None:
    service, _, _ = service_with(ALL)
    await service.closed()
    for stars in (3, 4):
        await service.do(outcomes.rate, await service.closed(), service.resident, stars)
    assert drawn(service) == []


async def test_a_share_of_nothing_draws_nothing_and_a_share_draws_some() -> None:
    service, _, _ = service_with(NONE)
    await withdrawn(service)
    assert drawn(service) == []
    some = []
    for _ in range(2):
        service, _, _ = service_with(replace(NONE, withdrawn=30))
        for _ in range(100):
            service.resident = service.person()  # Nobody files a hundred in a day.
            await withdrawn(service)
        some.append([each.case_id for each in drawn(service)])
    assert 15 < len(some[0]) < 45
    assert some[0] == some[1], "the same chance draws the same ones"


async def test_whoever_calls_is_never_of_the_unit_nor_above_it() -> None:
    service = Service(Rules(CALENDAR, Profile(callbacks=ALL), secret=b"secret"))
    cadre = service.cadre()
    service.head()
    service.head(BUREAU)
    service.serve(Role.DISPATCHER, area=COUNTY, person=cadre)
    await withdrawn(service)
    assert drawn(service) == [], "nobody outside is there"
    supervisor = service.over(Role.SUPERVISOR)
    second = service.cadre()
    service.serve(Role.DISPATCHER, area=COUNTY, person=second)
    await withdrawn(service)
    assert [each.caller_id for each in drawn(service)] == [supervisor]


async def test_the_unit_is_told_nothing_and_reads_nothing() -> None:
    service, cadre, dispatcher = service_with(ALL)
    head = service.head()
    case_id = await withdrawn(service)
    await service.do(calling_back.call_back, case_id, dispatcher, None, Answer.PRESSED)
    assert service.told(cadre) == ["withdrawn"]
    assert service.told(head) == []
    assert [each.kind for each in service.events(case_id)][-2:] == ["called_back", "pressed"]
    assert all(not each.data for each in service.events(case_id)[-2:]), "no answer stands in the history"


async def test_only_the_caller_records_and_only_once() -> None:
    service, cadre, dispatcher = service_with(ALL)
    other = service.over(Role.SUPERVISOR)
    case_id = await withdrawn(service)
    for by in (cadre, other, service.resident):
        with pytest.raises(Refused):
            await service.do(calling_back.call_back, case_id, by, None, Answer.SOLVED)
    case = await service.do(calling_back.call_back, case_id, dispatcher, None, Answer.SOLVED)
    assert (case.closing, case.callback_id, case.caller_id) == (Closing.WITHDRAWN, None, None), "the end stays the end"
    with pytest.raises(Refused):
        await service.do(calling_back.call_back, case_id, dispatcher, None, Answer.NOT_SOLVED)
    assert [each.answer for each in drawn(service)] == [Answer.SOLVED]


async def test_the_caller_hears_of_it_in_the_digest_and_on_the_morning_of_the_last_day() -> None:
    # Drawn on Friday 28 March: five working days are 31 March to 3, and 7 April, over the holiday.
    service, _, dispatcher = service_with(ALL)
    supervisor = service.over(Role.SUPERVISOR)
    service.now = at("3-28")
    await withdrawn(service)
    assert service.digest(dispatcher) == ["callback"]
    await service.until(at("3-31", "08:30"))
    service.listen()
    await service.until(at("4-7", "08:29"))
    assert service.told(dispatcher) == []
    await service.until(at("4-7", "08:30"))
    assert service.told(dispatcher) == ["callback_due"]
    await service.until(at("4-8", "08:29"))
    assert service.told(supervisor) == []
    await service.until(at("4-8", "08:30"))
    assert service.told(supervisor) == ["callback_due"]
    assert drawn(service)[0].caller_id == supervisor


async def test_asked_in_chat_the_resident_answers_within_three_days_or_is_telephoned() -> None:
    service, _, dispatcher = service_with(ALL)
    case_id = await withdrawn(service)
    await service.do(calling_back.ask_in_chat, case_id, dispatcher, None)
    assert service.told(service.resident)[-1] == "callback_form"
    service.listen()
    await service.until(at("3-6", "09:59"))
    assert "callback_unanswered" not in service.told(dispatcher)
    await service.until(at("3-6", "10:00"))
    assert service.told(dispatcher)[-1] == "callback_unanswered"
    await service.do(calling_back.answer_call, case_id, service.resident, Answer.NOT_SOLVED)
    assert drawn(service)[0].recorded_by == service.resident


async def test_whoever_cannot_be_reached_in_chat_is_telephoned() -> None:
    service, _, dispatcher = service_with(ALL)
    case_id = await withdrawn(service)
    await service.do(membership.unreachable, service.resident)
    with pytest.raises(Refused, match="callback-phone"):
        await service.do(calling_back.ask_in_chat, case_id, dispatcher, None)


async def test_not_solved_offers_the_way_back_and_reopens_nothing_by_itself() -> None:
    service, _, dispatcher = service_with(ALL)
    case_id = await withdrawn(service)
    case = await service.do(calling_back.call_back, case_id, dispatcher, None, Answer.NOT_SOLVED)
    assert case.closing is Closing.WITHDRAWN
    assert service.told(service.resident)[-1] == "callback_not_solved"


async def test_what_runs_again_is_not_called_about() -> None:
    service, _, dispatcher = service_with(ALL)
    case_id = await withdrawn(service)
    await service.do(outcomes.reopen, case_id, service.resident)
    service.listen()
    await service.passes(days=10)
    assert "callback_due" not in service.told(dispatcher)
    assert drawn(service)[0].dropped
    assert service.case(case_id).callback_id is None


async def test_asking_for_stars_goes_past_the_unit_once() -> None:
    service, cadre, _ = service_with(NONE)
    head, supervisor = service.head(), service.over(Role.SUPERVISOR)
    case_id = await service.closed()
    service.listen()
    for _ in range(2):
        await service.do(calling_back.stars_asked, case_id, service.resident)
    assert service.told(supervisor) == ["stars_asked"]
    assert service.told(cadre) + service.told(head) == []
    assert not service.events(case_id)[-1].public


async def test_a_supervisor_of_the_unit_hears_nothing_of_it() -> None:
    service, _, _ = service_with(NONE)
    inside = service.over(Role.SUPERVISOR, EAST)
    service.serve(Role.CADRE, unit=EAST_OFFICE, person=inside)
    outside = service.over(Role.SUPERVISOR)
    case_id = await service.closed()
    service.listen()
    await service.do(calling_back.stars_asked, case_id, service.resident)
    assert service.told(inside) == []
    assert service.told(outside) == ["stars_asked"]


async def test_pressed_about_stars_is_reported_as_that() -> None:
    service, _, dispatcher = service_with(ALL)
    supervisor = service.over(Role.SUPERVISOR)
    case_id = await service.closed()
    await service.do(outcomes.rate, case_id, service.resident, 5)
    service.listen()
    await service.do(calling_back.call_back, case_id, dispatcher, None, Answer.PRESSED)
    assert service.told(supervisor) == ["stars_asked"]


async def test_a_caller_of_the_unit_by_now_is_followed_by_another() -> None:
    service, _, dispatcher = service_with(ALL)
    await withdrawn(service)
    supervisor = service.over(Role.SUPERVISOR)
    service.serve(Role.CADRE, unit=EAST_OFFICE, person=dispatcher)
    await service.until(at("3-11", "08:30"))
    assert drawn(service)[0].caller_id == supervisor


@pytest.mark.parametrize("others", [True, False])
async def test_a_caller_who_comes_to_serve_in_the_unit_calls_no_longer(others: bool) -> None:
    service, _, dispatcher = service_with(ALL)
    case_id = await withdrawn(service)
    other = service.over(Role.DISPATCHER) if others else None
    service.serve(Role.CADRE, unit=EAST_OFFICE, person=dispatcher)
    with pytest.raises(Refused, match="not-allowed"):
        await service.do(calling_back.call_back, case_id, dispatcher, None, Answer.SOLVED)
    await service.passes(days=9)
    assert service.case(case_id).caller_id == other
    (callback,) = drawn(service)
    assert callback.is_open == others
