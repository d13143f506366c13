"""Hearings, mediations, settlements: announced, held, recorded; and only the resident's yes makes an agreement hold."""

from datetime import date

import pytest

from casework.actions import assigning, meeting, outcomes, working
from casework.calendar import Calendar
from casework.errors import Refused
from casework.kinds import PetitionKind
from casework.meetings import MeetingKind
from casework.people import Role
from casework.petitions import Closing, Outcome, OutcomeKind, State, Verdict
from casework.unit_of_work import Rules
from tests.casework.service import WEST_OFFICE, ZONE, Service, at, local

HOLIDAY = Calendar(ZONE, frozenset({date(2025, 3, 6), date(2025, 3, 7)}), frozenset({date(2025, 3, 8)}), 2025)
"""Thursday and Friday are off, and Saturday the 8th is worked instead."""


async def under_way(rules: Rules | None = None) -> tuple[Service, int, int]:
    """Return a service, a case and its cadre; nothing heard yet."""
    service = Service(rules)
    cadre = service.cadre()
    case_id = await service.accepted()
    service.listen()
    return service, case_id, cadre


async def invited(kind: MeetingKind = MeetingKind.MEDIATION) -> tuple[Service, int, int]:
    """Return the same with a meeting on Wednesday 5 March at 14:30."""
    service, case_id, cadre = await under_way(Rules(HOLIDAY, secret=b"secret"))
    await service.do(meeting.announce_meeting, case_id, cadre, None, kind, at("3-5", "14:30"), "town hall, room 3")
    return service, case_id, cadre


async def test_both_sides_are_reminded_the_evening_before_and_the_cadre_is_asked_after_it() -> None:
    service, case_id, cadre = await invited()
    assert service.told(service.resident) == ["meeting"]
    await service.until(at("3-4", "17:29"))
    assert service.told(service.resident) == ["meeting"]
    await service.until(at("3-4", "17:30"))
    assert service.told(service.resident) == ["meeting", "meeting_tomorrow"]
    assert service.told(cadre) == ["meeting_tomorrow_cadre"]
    await service.until(at("3-8", "08:29"))
    assert "meeting_over" not in service.told(cadre), "two days off lie between"
    await service.until(at("3-8", "08:30"))
    assert service.told(cadre)[-1] == "meeting_over", "on the Saturday that is worked"
    assert service.case(case_id).meeting is not None


async def test_no_clock_stops_for_it_and_its_time_is_kept() -> None:
    service, case_id, cadre = await invited(MeetingKind.HEARING)
    before = service.case(case_id)
    service.now = at("3-5", "14:29")
    with pytest.raises(Refused, match="meeting-ahead"):
        await service.do(meeting.record_meeting, case_id, cadre, None, at("3-5", "16:00"), "all", "heard")
    service.now = at("3-5", "16:30")
    for ended in (at("3-5", "14:30"), at("3-5", "16:31")):
        with pytest.raises(Refused, match="date-past"):
            await service.do(meeting.record_meeting, case_id, cadre, None, ended, "all", "heard")
    case = await service.do(
        meeting.record_meeting, case_id, cadre, None, at("3-5", "16:30"), "resident, builder", "Both were heard"
    )
    assert (case.limit_at, case.epoch) == (before.limit_at, before.epoch)
    assert case.meeting is not None
    assert case.meeting.began is not None
    assert case.meeting.ended is not None
    assert (local(case.meeting.began), local(case.meeting.ended)) == ("Wed 3-5 14:30", "Wed 3-5 16:30")
    held = service.events(case_id)[-1]
    assert (held.kind, held.public, held.data["parties"]) == ("meeting_held", True, "resident, builder")
    assert held.data["began"] < held.data["ended"]
    assert service.said(service.resident, "meeting_held").args == {"words": "Both were heard"}
    await service.until(at("3-10", "12:00"))
    assert "meeting_over" not in service.told(cadre), "it is recorded"


async def test_a_hearing_agrees_nothing_and_a_settlement_needs_no_meeting() -> None:
    service, case_id, cadre = await invited(MeetingKind.HEARING)
    service.now = at("3-5", "16:30")
    with pytest.raises(Refused, match="wrong-kind"):
        await service.do(meeting.record_meeting, case_id, cadre, None, service.now, "all", "yes", agreed=True)
    with pytest.raises(Refused, match="wrong-kind"):
        await service.do(meeting.announce_meeting, case_id, cadre, None, MeetingKind.SETTLEMENT, at("3-9"), "town hall")


async def test_what_a_mediation_agreed_waits_for_the_residents_yes() -> None:
    service, case_id, cadre = await invited()
    service.now = at("3-5", "16:30")
    case = await service.do(
        meeting.record_meeting, case_id, cadre, None, service.now, "both", "He mends the wall by May", agreed=True
    )
    assert (case.state, case.closing) == (State.PROPOSED, None)
    assert case.outcome is not None
    assert (case.outcome.kind, case.outcome.found) == (OutcomeKind.SETTLED, "He mends the wall by May")
    assert service.told(service.resident)[-1] == "settlement"
    for verdict in (Verdict.DONE, Verdict.DISAGREE):
        with pytest.raises(Refused, match="wrong-kind"):
            await service.judge(case_id, verdict)
    case = await service.judge(case_id, Verdict.AGREED)
    assert (case.state, case.closing) == (State.CLOSED, Closing.SETTLED), "an end of its own, not solved by work"
    assert service.told(cadre)[-1] == "closed_settled"


async def test_a_settlement_that_is_none_goes_back_to_work() -> None:
    service, case_id, cadre = await under_way()
    await service.do(meeting.settle, case_id, cadre, None, "both neighbours", "He mends the wall by May")
    case = await service.judge(case_id, Verdict.NOT_AGREED)
    assert (case.state, case.cadre_id, case.outcome) == (State.WORKING, cadre, None)
    assert service.said(cadre, "judged").args["verdict"] == "not_agreed"


async def test_silence_makes_no_agreement() -> None:
    service, case_id, cadre = await under_way()
    await service.do(meeting.settle, case_id, cadre, None, "both neighbours", "He mends the wall by May")
    await service.passes(days=8)
    assert service.told(service.resident).count("reminded_settlement") == 2
    assert service.case(case_id).closing is Closing.NO_ANSWER


async def test_whether_it_is_kept_is_asked_four_weeks_later() -> None:
    service, case_id, cadre = await under_way()
    await service.do(meeting.settle, case_id, cadre, None, "both neighbours", "He mends the wall by May")
    await service.judge(case_id, Verdict.AGREED)
    service.listen()
    await service.passes(days=29)
    assert service.told(service.resident) == ["stars_again", "still_solved"]


async def test_whoever_cannot_come_says_so_once_and_another_time_is_named() -> None:
    service, case_id, cadre = await invited()
    for _ in range(2):
        await service.do(meeting.cannot_come, case_id, service.resident)
    assert service.told(cadre) == ["cannot_come"]
    await service.do(
        meeting.announce_meeting, case_id, cadre, None, MeetingKind.MEDIATION, at("3-10", "09:00"), "at the wall"
    )
    case = service.case(case_id)
    assert case.meeting is not None
    assert not case.meeting.cannot
    await service.until(at("3-9", "17:30"))
    assert service.told(service.resident)[-1] == "meeting_tomorrow"


async def test_a_minute_after_the_time_it_is_too_late_to_say_so() -> None:
    service, case_id, _ = await invited()
    service.now = at("3-5", "14:29")
    await service.do(meeting.cannot_come, case_id, service.resident)
    service, case_id, _ = await invited()
    service.now = at("3-5", "14:30")
    with pytest.raises(Refused, match="meeting-over"):
        await service.do(meeting.cannot_come, case_id, service.resident)


async def test_announced_for_tomorrow_in_the_evening_nobody_is_told_twice() -> None:
    service, case_id, cadre = await under_way()
    service.now = at("3-3", "18:00")
    await service.do(
        meeting.announce_meeting, case_id, cadre, None, MeetingKind.HEARING, at("3-4", "09:00"), "town hall"
    )
    await service.until(at("3-4", "08:00"))
    assert service.told(service.resident) == ["meeting"]


async def test_an_invitation_falls_with_an_answer_and_with_another_unit() -> None:
    service, case_id, _ = await invited()
    await service.propose(case_id)
    assert service.case(case_id).meeting is None
    service, case_id, _ = await invited()
    dispatcher = service.over(Role.DISPATCHER)
    await service.do(assigning.send_to_unit, case_id, dispatcher, WEST_OFFICE, None)
    assert service.case(case_id).meeting is None
    service, case_id, _ = await invited()
    head = service.head()
    await service.do(working.take_over, case_id, head, None)
    assert service.case(case_id).meeting is not None, "whoever has it now holds it"


async def test_only_requests_are_mediated() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.accepted(PetitionKind.QUESTION)
    with pytest.raises(Refused, match="wrong-kind"):
        await service.do(meeting.settle, case_id, cadre, None, "both", "terms")
    case_id = await service.accepted()
    with pytest.raises(Refused, match="wrong-kind"):
        await service.do(outcomes.propose, case_id, cadre, None, Outcome(OutcomeKind.SETTLED, "he agrees", "", ""))
