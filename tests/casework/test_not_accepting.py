"""Not accepting: a cadre proposes, a head decides, the clock runs on, and the unit above may be asked."""

from dataclasses import replace

import pytest

from casework.actions import absence, accepting, assigning, court, not_accepting, outcomes, residents
from casework.errors import NotYours, Refused, Stale
from casework.followups import plan
from casework.kinds import PetitionKind
from casework.not_accepting import NoReason, OwnBody, likely_bodies
from casework.papers import Paper, PaperKind
from casework.people import Role
from casework.permissions import possible
from casework.petitions import Closing, State
from tests.casework.service import BUREAU, Service, at, local

NO = (NoReason.OTHER_BODY, "the forestry office", "It is their path.")


def papers(service: Service, case_id: int) -> list[PaperKind]:
    return [paper.kind for paper in service.memory.of(Paper) if paper.case_id == case_id]


async def refused(service: Service) -> tuple[int, int]:
    """Return a case that was not accepted, and the head who decided that."""
    service.cadre()
    head = service.head()
    case_id = await service.file()
    await service.do(not_accepting.not_accept, case_id, head, None, *NO)
    return case_id, head


async def test_a_head_decides_and_it_counts_apart() -> None:
    service = Service()
    cadre, head = service.cadre(), service.head()
    case_id = await service.file()
    service.listen()
    case = await service.do(not_accepting.not_accept, case_id, head, None, *NO)
    assert (case.state, case.closing) == (State.CLOSED, Closing.NOT_ACCEPTED)
    assert case.not_accepted is not None
    assert (case.not_accepted.by, case.not_accepted.decided, case.doubted) == (head, True, False)
    assert papers(service, case_id) == [PaperKind.NOT_ACCEPTED]
    assert service.told(service.resident) == ["not_accepted"]
    assert service.digest(cadre) == ["not_accepted_staff"]
    assert plan(case, service.memory.rules) == [], "nobody is asked for stars"


async def test_a_cadre_proposes_it_and_nobody_is_relieved_of_the_case() -> None:
    service = Service()
    cadre, head = service.cadre(), service.head()
    case_id = await service.file()
    limit = service.case(case_id).limit_at
    service.listen()
    with pytest.raises(Refused, match="not-allowed"):
        await service.do(not_accepting.not_accept, case_id, cadre, None, *NO)
    case = await service.do(not_accepting.doubt, case_id, cadre, None, *NO)
    assert (case.state, case.cadre_id, case.limit_at, case.doubted) == (State.WAITING, cadre, limit, True)
    assert service.told(head) == ["doubted"]
    assert service.told(service.resident) == []
    assert "decline" not in possible(service.memory.staff, service.memory.org, case, cadre)
    with pytest.raises(Refused, match="wrong-state"):
        await service.do(not_accepting.doubt, case_id, cadre, None, *NO)


async def test_a_doubt_that_waits_reminds_the_head_and_climbs_with_its_limit() -> None:
    service = Service()
    cadre, head, over = service.cadre(), service.head(), service.over(Role.SUPERVISOR)
    case_id = await service.file()
    await service.do(not_accepting.doubt, case_id, cadre, None, *NO)
    service.listen()
    await service.passes(hours=25)
    assert service.told(head) == ["doubted"]
    assert service.told(cadre) == [], "who has said it is asked no more"
    await service.until(at("3-18", "23:59"))
    assert service.said(head, "notice_due").args["days"] == 1
    service.listen()
    await service.until(at("3-24", "09:00"))
    assert "late_head" in service.told(head)
    assert "late_supervisor" in service.told(over)


async def test_a_head_who_finds_it_theirs_gives_it_back() -> None:
    service = Service()
    cadre, head = service.cadre(), service.head()
    case_id = await service.file()
    before = await service.do(not_accepting.doubt, case_id, cadre, None, *NO)
    service.listen()
    case = await service.do(not_accepting.dismiss_doubt, case_id, head, before.epoch)
    assert (case.doubted, case.state, case.cadre_id) == (False, State.WAITING, cadre)
    assert service.told(cadre) == ["doubt_dismissed"]
    with pytest.raises(Stale):
        await service.do(not_accepting.not_accept, case_id, head, before.epoch, *NO)
    await service.do(accepting.accept, case_id, cadre, None)
    assert papers(service, case_id) == [PaperKind.ACCEPTANCE]


async def test_whoever_accepts_a_doubted_case_ends_the_doubt() -> None:
    service = Service()
    cadre, other = service.cadre(), service.cadre()
    case_id = await service.file()
    await service.do(not_accepting.doubt, case_id, service.case(case_id).cadre_id, None, *NO)
    await service.do(accepting.accept, case_id, other if service.case(case_id).cadre_id == cadre else cadre, None)
    assert service.case(case_id).not_accepted is None


async def test_the_dispatcher_decides_only_where_no_head_is_there() -> None:
    service = Service()
    service.cadre()
    office, head = service.over(Role.DISPATCHER), service.head(unit=BUREAU)
    case_id = await service.file()
    with pytest.raises(Refused, match="head-decides"):
        await service.do(not_accepting.not_accept, case_id, office, None, *NO)
    await service.do(absence.away, head, service.now.replace(year=2026))
    case = await service.do(not_accepting.not_accept, case_id, office, None, *NO)
    assert case.closing is Closing.NOT_ACCEPTED


async def test_the_dispatcher_decides_what_has_no_unit() -> None:
    service = Service()
    office = service.over(Role.DISPATCHER)
    service.head(unit=BUREAU)
    case_id = await service.file("这件事没有地方")
    assert service.case(case_id).unit_id is None
    await service.do(not_accepting.not_accept, case_id, office, None, *NO)
    (paper,) = service.memory.of(Paper)
    assert (paper.unit_id, paper.number[:4]) == (None, "山海县信")


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.LEADER, Role.ADMIN])
async def test_nobody_else_decides(role: Role) -> None:
    service = Service()
    service.cadre()
    case_id = await service.file()
    with pytest.raises(Refused, match="not-allowed"):
        await service.do(not_accepting.not_accept, case_id, service.over(role), None, *NO)
    with pytest.raises(NotYours):
        await service.do(not_accepting.not_accept, case_id, service.person(), None, *NO)


async def test_what_was_accepted_is_not_thrown_out_afterwards() -> None:
    service = Service()
    service.cadre()
    head = service.head()
    case_id = await service.accepted()
    with pytest.raises(Refused, match="wrong-state"):
        await service.do(not_accepting.not_accept, case_id, head, None, *NO)


async def test_the_unit_above_is_asked_and_never_whoever_decided() -> None:
    service = Service()
    above = service.cadre(unit=BUREAU)
    case_id, head = await refused(service)
    service.serve(Role.CADRE, unit=BUREAU, person=head)
    service.listen()
    case = await service.do(not_accepting.ask_above, case_id, service.resident)
    assert (case.state, case.unit_id, case.cadre_id, case.closing) == (State.WAITING, BUREAU, above, None)
    assert (case.not_accepted, case.reopened) == (None, 1)
    assert head in case.aside
    assert service.told(service.resident) == ["asked_above_ok"]
    assert local(case.limit_at) == "Wed 3-19 00:00"


async def test_where_nothing_is_above_the_intake_office_is_asked() -> None:
    service = Service()
    office = service.over(Role.DISPATCHER)
    head = service.head(unit=BUREAU)
    case_id = await service.file()
    await service.do(assigning.send_to_unit, case_id, office, BUREAU, None)
    await service.do(not_accepting.not_accept, case_id, head, None, *NO)
    service.listen()
    case = await service.do(not_accepting.ask_above, case_id, service.resident)
    assert (case.state, case.unit_id, case.cadre_id) == (State.WAITING, None, None)
    assert "needs_unit" in service.told(office)
    assert service.told(service.resident) == ["asked_above_ok"]


async def test_an_accused_unit_above_is_passed_over() -> None:
    service = Service()
    case_id, _ = await refused(service)
    service.memory.add(replace(service.case(case_id), shielded=True, accused=(BUREAU,)))
    case = await service.do(not_accepting.ask_above, case_id, service.resident)
    assert case.unit_id is None


async def test_the_unit_above_is_asked_to_the_last_minute_and_not_after() -> None:
    service = Service()
    case_id, _ = await refused(service)
    # Thirty days after 3 March; 2 April is a working day.
    service.now = at("4-2", "23:59")
    await service.do(not_accepting.ask_above, case_id, service.resident)
    late = Service()
    case_id, _ = await refused(late)
    late.now = at("4-3", "00:00")
    with pytest.raises(Refused, match="reopen-too-late"):
        await late.do(not_accepting.ask_above, case_id, late.resident)


async def test_what_was_not_accepted_is_not_simply_reopened() -> None:
    service = Service()
    case_id, _ = await refused(service)
    with pytest.raises(Refused, match="wrong-state"):
        await service.do(outcomes.reopen, case_id, service.resident)
    with pytest.raises(Refused, match="wrong-state"):
        await service.do(outcomes.as_request, case_id, service.resident)


async def test_a_name_that_is_unclear_is_asked_for_and_no_clock_stands_still() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.file()
    before = service.case(case_id)
    service.listen()
    case = await service.do(not_accepting.ask_who, case_id, cadre, None, "Who are you?")
    assert (case.state, case.question, case.limit_at, case.epoch) == (
        State.WAITING,
        "Who are you?",
        before.limit_at,
        before.epoch,
    )
    assert service.told(service.resident) == ["asked"]
    assert papers(service, case_id) == [], "no notice is owed where the name is unclear"
    await service.passes(days=2, hours=1)
    assert "question_again" in service.told(service.resident)
    service.listen()
    await service.do(residents.add, case_id, service.resident, "Li of River Village")
    assert service.told(cadre) == ["answered"]


async def test_an_accusation_goes_to_the_discipline_inspection_and_whom_it_accuses_hears_nothing() -> None:
    service = Service()
    accused, office = service.head(), service.over(Role.DISPATCHER)
    case_id = await service.file("东镇综合办主任贪污受贿", kind=PetitionKind.ACCUSATION)
    service.listen()
    with pytest.raises(NotYours):
        await service.do(court.to_discipline, case_id, accused, None, "the inspection", service.now)
    with pytest.raises(Refused, match="date-ahead"):
        await service.do(court.to_discipline, case_id, office, None, "it", service.now.replace(year=2030))
    case = await service.do(court.to_discipline, case_id, office, None, "the inspection", service.now)
    assert case.outcome is not None
    assert (case.state, case.outcome.body) == (State.PROPOSED, "the inspection")
    assert service.told(service.resident) == ["to_discipline"]
    assert service.told(accused) == []
    assert service.digest(accused) == []
    (paper,) = service.memory.of(Paper)
    assert (paper.kind, paper.unit_id) == (PaperKind.FORWARDED, None)
    # What is no accusation does not go there.
    other = await service.file()
    with pytest.raises(Refused, match="wrong-state"):
        await service.do(court.to_discipline, other, office, None, "it", service.now)


@pytest.mark.parametrize(
    ("reason", "kind", "category", "words", "bodies"),
    [
        (NoReason.OTHER_BODY, PetitionKind.REQUEST, "employment", "拖欠工资", (OwnBody.LABOUR,)),
        (NoReason.OTHER_BODY, PetitionKind.REQUEST, "employment", "想找工作", ()),
        (NoReason.OTHER_BODY, PetitionKind.ACCUSATION, "other", "主任贪污", (OwnBody.DISCIPLINE,)),
        (NoReason.PROCEDURE, PetitionKind.REQUEST, "roads", "x", (OwnBody.ARBITRATION, OwnBody.RECONSIDERATION)),
        (NoReason.COURT, PetitionKind.REQUEST, "roads", "x", (OwnBody.COURT,)),
        (NoReason.FINAL, PetitionKind.REQUEST, "roads", "x", ()),
    ],
)
def test_the_likely_body_is_that_of_the_kind_and_category(
    reason: NoReason, kind: PetitionKind, category: str, words: str, bodies: tuple[OwnBody, ...]
) -> None:
    assert likely_bodies(reason, kind, category, words) == bodies
