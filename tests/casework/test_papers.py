"""Notices in writing: given with each deed that owes one, numbered so that nothing shows, copied, handed over."""

from collections import Counter
from itertools import pairwise
from random import Random

import pytest

from casework.actions import accepting, court, extending, membership, outcomes, papers
from casework.errors import NotYours, Refused
from casework.files import File, FileState, Job
from casework.kinds import PetitionKind
from casework.papers import PAPER, SERIALS, Handed, Paper, PaperKind, draw, key_in, mark_of
from casework.people import Role
from casework.petitions import Case, OutcomeKind, Verdict
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork
from tests.casework.service import BUREAU, EAST_OFFICE, WEST_OFFICE, Service, at, organisation
from tests.casework.test_entering import entered


def given(service: Service, case_id: int) -> list[Paper]:
    return [paper for paper in service.memory.of(Paper) if paper.case_id == case_id]


async def test_each_deed_that_owes_a_notice_gives_one_in_the_name_of_the_unit() -> None:
    service = Service()
    service.cadre()
    head = service.head()
    case_id = await service.accepted()
    await service.do(extending.set_date, case_id, head, None, at("6-1", "00:00"), "frost")
    await service.propose(case_id)
    found = given(service, case_id)
    assert [paper.kind for paper in found] == [PaperKind.ACCEPTANCE, PaperKind.EXTENSION, PaperKind.REPLY]
    assert {paper.unit_id for paper in found} == {EAST_OFFICE}
    assert {paper.at for paper in found} == {service.now}
    assert all(paper.number.startswith("东镇办信〔2025〕") and paper.number.endswith("号") for paper in found)
    assert not any(paper.to_hand for paper in found)
    acceptance, extension, reply = found
    assert acceptance.data == {"until": at("5-3", "00:00").isoformat(), "path": "request", "remedies": []}
    assert extension.data["why"] == "frost"
    assert (reply.data["found"], reply.data["done"], reply.data["basis"]) == ("found", "done", "basis")


async def test_a_notice_of_the_intake_office_bears_the_name_of_its_area() -> None:
    service = Service()
    office = service.over(Role.DISPATCHER)
    case_id = await service.file("东镇河边村的道路，法院判决不执行")
    await service.do(court.to_court, case_id, office, None, "the court", service.now)
    (paper,) = given(service, case_id)
    assert (paper.kind, paper.unit_id) == (PaperKind.FORWARDED, None)
    assert paper.number.startswith("山海县信〔2025〕")


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        (PetitionKind.REQUEST, "request"),
        (PetitionKind.QUESTION, "question"),
        (PetitionKind.SUGGESTION, "suggestion"),
        (PetitionKind.REPORT, "report"),
    ],
)
async def test_each_kind_takes_its_own_path(kind: PetitionKind, path: str) -> None:
    service = Service()
    service.cadre()
    case_id = await service.accepted(kind)
    assert given(service, case_id)[0].data["path"] == path


async def test_wages_take_the_path_of_labour_inspection_with_the_year_of_arbitration() -> None:
    service = Service()
    service.cadre()
    case_id = await service.file("东镇河边村工地拖欠工资不给", kind=PetitionKind.REQUEST)
    await service.do(accepting.accept, case_id, service.case(case_id).cadre_id, None)
    data = given(service, case_id)[0].data
    assert data["path"] == "wages"
    assert data["remedies"] == [{"way": "arbitration", "count": 0, "until": ""}]


def test_a_number_says_nothing_of_how_many_there_are() -> None:
    org, rng = organisation(), Random(3)
    drawn = [draw(org, BUREAU, 2025, rng)[0] for _ in range(200)]
    serials = [int(key.rpartition("-")[2]) for key in drawn]
    assert all(serial in SERIALS for serial in serials)
    steps = Counter(later > earlier for earlier, later in pairwise(serials))
    assert min(steps.values()) > 60, "later numbers are higher: a sequence"
    assert min(abs(later - earlier) for earlier, later in pairwise(serials)) != 1


async def test_a_number_that_is_taken_is_drawn_again_and_other_units_have_their_own() -> None:
    service = Service()

    class Twice(Random):
        serials = iter([17_000, 17_000, 17_000, 17_001])

        def choice(self, seq: object) -> int:  # type: ignore[override]
            return next(self.serials)

    service.cadre()
    case_id = await service.file()
    service.memory.rng = Twice()

    async def two(uow: UnitOfWork) -> None:
        case = await uow.get(Case, case_id)
        assert case is not None
        await papers.issue(uow, case, PaperKind.REVIEW, parts=[])
        await papers.issue(uow, case, PaperKind.REVIEW, parts=[])

    await service.do(two)
    assert [paper.number for paper in given(service, case_id)] == ["东镇办信〔2025〕17000号", "东镇办信〔2025〕17001号"]
    assert mark_of(organisation(), WEST_OFFICE) == "西镇办信"


def test_an_office_has_the_mark_that_the_organisation_gives_it() -> None:
    org = organisation()
    assert mark_of(org, BUREAU) == "交通局信"
    root = org.root
    assert root is not None
    marked = replace(org.units[BUREAU], mark="山交信访")
    org = replace(org, units={**org.units, BUREAU: marked}, areas={**org.areas, root.id: replace(root, mark="山信访")})
    assert (mark_of(org, BUREAU), mark_of(org, None)) == ("山交信访", "山信访")
    assert draw(org, BUREAU, 2025, Random(1))[1].startswith("山交信访〔2025〕")


def test_two_units_of_one_short_name_have_different_marks() -> None:
    org = organisation()
    alike = {id_: replace(org.units[id_], short="综合办") for id_ in (EAST_OFFICE, WEST_OFFICE)}
    org = replace(org, units={**org.units, **alike})
    assert (mark_of(org, EAST_OFFICE), mark_of(org, WEST_OFFICE)) == ("东镇综合办信", "西镇综合办信")


async def test_the_year_of_a_number_is_that_of_the_offices_clock() -> None:
    service = Service()
    service.cadre()
    # Half past midnight on new year's day in the office, still the old year in UTC.
    service.now = at("1-1", "00:30")
    case_id = await service.accepted()
    assert "〔2025〕" in given(service, case_id)[0].number


async def test_registration_is_given_when_it_is_asked_for_and_once() -> None:
    service = Service()
    service.cadre()
    case_id = await service.file()
    assert given(service, case_id) == []
    first = await service.do(papers.register, case_id, service.resident)
    assert first == await service.do(papers.register, case_id, service.resident) == given(service, case_id)[0]
    with pytest.raises(NotYours):
        await service.do(papers.register, case_id, service.person())


async def test_a_copy_is_made_for_whoever_may_see_the_case_and_nobody_else() -> None:
    service = Service()
    cadre, stranger = service.cadre(), service.cadre(unit=WEST_OFFICE)
    case_id = await service.accepted()
    (paper,) = given(service, case_id)
    for reader in (service.resident, cadre, service.head(), service.over(Role.DISPATCHER)):
        await service.do(papers.copy, case_id, reader, paper.key)
        file: File = service.memory.of(File)[-1]
        assert (file.person_id, file.state, key_in(file.source)) == (reader, FileState.WANTED, paper.key)
        job: Job = service.memory.of(Job)[-1]
        assert (job.kind, job.subject_id) == (PAPER, file.id)
    for reader in (stranger, service.person()):
        with pytest.raises(NotYours):
            await service.do(papers.copy, case_id, reader, paper.key)
    other = await service.accepted()
    with pytest.raises(Refused, match="stale"):
        await service.do(papers.copy, other, service.resident, paper.key)
    with pytest.raises(Refused, match="stale"):
        await service.do(papers.copy, case_id, service.resident, "no-such-key")


async def test_a_copy_that_is_ready_too_late_reaches_nobody_who_may_not_see_the_case_any_more() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.accepted()
    (paper,) = given(service, case_id)
    for reader in (cadre, service.resident):
        await service.do(papers.copy, case_id, reader, paper.key)
    for_cadre, for_resident = service.memory.of(File)
    await service.do(membership.remove, cadre, service.memory.staff.of(cadre)[0].id)
    service.listen()
    for file in (for_cadre, for_resident):
        await service.do(papers.copied, file.id, "0" * 64, 9, "application/x")
    assert service.told(cadre) == []
    assert service.told(service.resident) == ["paper"]
    await service.do(papers.not_copied, for_resident.id)
    assert service.told(service.resident) == ["paper", "paper_failed"]


async def test_whoever_has_no_chat_gets_it_on_paper_by_whoever_speaks_for_them() -> None:
    service = Service()
    clerk, cadre = service.cadre(unit=WEST_OFFICE), service.cadre()
    case = await entered(service, clerk)
    service.listen()
    await service.do(accepting.accept, case.id, cadre, None)
    (paper,) = given(service, case.id)
    assert paper.to_hand
    assert service.digest(clerk) == ["paper_to_hand"]

    async def waiting(uow: UnitOfWork) -> list[Paper]:
        return await uow.papers_to_hand(clerk)

    assert await service.do(waiting) == [paper]
    with pytest.raises(Refused, match="not-allowed"):
        await service.do(papers.hand_paper, case.id, cadre, paper.key, Handed.SELF)
    after = await service.do(papers.hand_paper, case.id, clerk, paper.key, Handed.POST)
    assert (after.handed_at, after.handed_by, after.handed_how) == (service.now, clerk, "post")
    assert await service.do(waiting) == []
    with pytest.raises(Refused, match="handed-already"):
        await service.do(papers.hand_paper, case.id, clerk, paper.key, Handed.SELF)
    assert service.timeline(case.id)[-1] == "paper_handed"


async def test_no_name_and_no_word_of_the_residents_stands_in_a_notice() -> None:
    service = Service()
    service.cadre()
    case_id = await service.accepted()
    await service.propose(case_id, OutcomeKind.PROMISED, at("4-1", "00:00"))
    await service.propose(case_id)
    await service.do(outcomes.judge, case_id, service.resident, None, Verdict.NOT_DONE, "我叫王小明")
    kept = repr(service.memory.of(Paper)) + repr([each for each in service.memory.events if each.kind == "paper"])
    assert "王小明" not in kept
    assert "下雨" not in kept


async def test_that_a_notice_was_given_is_in_the_record_for_the_staff() -> None:
    service = Service()
    service.cadre()
    case_id = await service.accepted()
    (line,) = [each for each in service.events(case_id) if each.kind == "paper"]
    assert (line.public, line.data["number"]) == (False, given(service, case_id)[0].number)
