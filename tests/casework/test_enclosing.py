"""To whom files belong and how they are numbered, and how what was spoken is written down; through the verbs."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from casework.actions import drafting, filing, outcomes, residents, transcribing, working
from casework.actions.enclosing import take_back
from casework.actions.files import kept, lost, receive
from casework.errors import NotYours, Stale
from casework.files import SIGN, File, FileKind, FileState
from casework.followups import plan
from casework.people import Role
from casework.petitions import Case, Closing, Draft, Held, Outcome, OutcomeKind, State
from casework.unit_of_work import UnitOfWork
from tests.casework.service import EAST, EAST_OFFICE, TEXT, Service, local

PHOTO, VOICE = FileKind.PHOTO, FileKind.VOICE


@pytest.fixture
def service() -> Service:
    return Service()


async def sends(service: Service, by: int, *kinds: FileKind) -> list[File]:
    """Take in files of a person that belong nowhere yet."""

    async def take(uow: UnitOfWork) -> list[File]:
        return [receive(uow, File(uow.new_id(), by, kind, 0, uow.now, source="tg:x")) for kind in kinds]

    return await service.do(take)


async def drafts(service: Service, words: str, *kinds: FileKind) -> Draft:
    """Write a complaint with files before its words."""
    by, key = service.resident, f"tg:{service.resident}|tg:{service.resident}"
    files = await sends(service, by, *kinds)
    return await service.do(drafting.write, by, key, None, words, files=files)


async def files_it(service: Service, draft: Draft, *, apart: bool = False) -> Sequence[Case]:
    filed = await service.do(filing.file, draft.id, service.resident, apart=apart)
    return filed.cases


def file_of(service: Service, file: File) -> File:
    found: File = service.memory.rows["File", file.id]
    return found


async def test_a_draft_numbers_its_files_and_the_petition_has_them(service: Service) -> None:
    draft = await drafts(service, TEXT, PHOTO, VOICE)
    assert draft.text == f"{SIGN}📷1\n{SIGN}🎤2\n{TEXT}"
    (case,) = await files_it(service, draft)
    assert (case.files, case.files_lost, case.summary) == (2, 0, TEXT)
    files = service.memory.of(File)
    assert [(file.number, file.draft_id, file.petition_id, file.case_id) for file in files] == [
        (1, None, case.petition_id, None),
        (2, None, case.petition_id, None),
    ]


async def test_what_is_added_is_counted_on_and_may_be_taken_back(service: Service) -> None:
    service.cadre()
    case_id = await service.accepted()
    await service.do(residents.add, case_id, service.resident, "look", await sends(service, service.resident, PHOTO))
    files = await sends(service, service.resident, PHOTO, PHOTO)
    await service.do(residents.add, case_id, service.resident, "", files)
    assert [file_of(service, file).number for file in files] == [2, 3]
    assert service.case(case_id).files == 3
    assert service.events(case_id)[-1].data["files"] == {"photo": [file.id for file in files]}
    cadre = service.case(case_id).cadre_id
    assert cadre is not None
    assert service.said(cadre, "added").args["files"] == [file.id for file in files]
    back = await service.do(take_back, service.case(case_id), service.resident, [file.id for file in files])
    assert len(back) == 2
    assert service.case(case_id).files == 1
    assert not await service.do(take_back, service.case(case_id), service.resident, [file.id for file in files])


async def test_staff_enclose_their_own_files_and_nobody_elses(service: Service) -> None:
    service.cadre()
    case_id = await service.accepted()
    cadre = service.case(case_id).cadre_id
    assert cadre is not None
    own, strange = await sends(service, cadre, PHOTO), await sends(service, service.person(), PHOTO)
    ids = [own[0].id, strange[0].id, own[0].id, 999_999]
    await service.do(working.progress, case_id, cadre, None, "", files=ids)
    assert service.case(case_id).files == 1
    assert service.said(service.resident, "progress").args["files"] == [own[0].id]
    outcome = Outcome(OutcomeKind.DONE, "found", "done", "basis", files=tuple(ids))
    case = await service.do(outcomes.propose, case_id, cadre, None, outcome)
    assert case.outcome is not None
    assert case.outcome.files == (), "a file that was told already belongs to what it was told with"


async def test_a_file_that_is_lost_is_counted_in_every_case_that_has_it(service: Service) -> None:
    words = "1. 东镇河边村门口的道路坏了半年，下雨就积水。\n2. 自来水每天早上都是黄的，没法喝，也没人管。"
    draft = await drafts(service, words, PHOTO)
    road, water = await files_it(service, draft, apart=True)
    (file,) = service.memory.of(File)
    await service.do(lost, file.id)
    assert [service.case(each.id).files_lost for each in (road, water)] == [1, 1]
    assert service.told(service.resident)[-1] == "file_lost"
    await service.do(lost, file.id)
    await service.do(kept, file.id, "0" * 64, 1, "image/jpeg")
    assert file_of(service, file).state is FileState.LOST, "a job may come twice"
    assert service.case(road.id).files_lost == 1


async def test_a_draft_joins_or_reopens_a_case_with_its_files(service: Service) -> None:
    service.cadre()
    case_id = await service.closed()
    draft = await drafts(service, "still", PHOTO)
    case = await service.do(filing.reopen_case, draft.id, service.resident, case_id)
    assert (case.is_open, service.case(case_id).files) == (True, 1)
    draft = await drafts(service, "and more", PHOTO, PHOTO)
    await service.do(filing.join_case, draft.id, service.resident, case_id)
    assert service.case(case_id).files == 3
    assert service.events(case_id)[-1].data["words"] == f"{SIGN}📷2\n{SIGN}📷3\nand more"
    assert {file.case_id for file in service.memory.of(File)} == {case_id}


# ----- Written down -----


async def spoken(service: Service, words: str = "") -> Case:
    (case,) = await files_it(service, await drafts(service, words, VOICE))
    return case


async def test_what_is_spoken_waits_for_the_intake_office(service: Service) -> None:
    office = service.over(Role.DISPATCHER)
    case = await spoken(service)
    assert (case.held, case.unit_id, case.to_be_written) == (Held.VOICE, None, True)
    assert service.said(office, "needs_words").args["files"] == [service.memory.of(File)[0].id]
    due = [each for each in plan(case, service.memory.rules) if each.kind in {"write_down", "accept"}]
    assert [(each.kind, local(each.at)) for each in due] == [("write_down", "Tue 3-4 08:30")]


async def test_nobody_writes_and_it_climbs_and_goes_round(service: Service) -> None:
    office, above, leader = (service.over(role) for role in (Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER))
    await spoken(service)
    service.listen()
    await service.passes(days=4.5)
    assert service.told(office) == ["needs_words", "needs_words"]
    assert service.told(above) == ["unwritten"]
    assert service.told(leader) == ["unwritten"]


async def test_what_is_written_down_is_filed_as_if_it_had_been_typed(service: Service) -> None:
    office, cadre = service.over(Role.DISPATCHER), service.cadre()
    case = await spoken(service)
    service.listen()
    with pytest.raises(NotYours):
        await service.do(transcribing.write_down, case.id, cadre, case.epoch, TEXT)
    await service.do(transcribing.write_down, case.id, office, case.epoch, TEXT)
    after = service.case(case.id)
    assert (after.held, after.unit_id, after.cadre_id, after.category) == (Held.NO_ROUTE, EAST_OFFICE, cadre, "roads")
    assert (after.summary, after.state) == (TEXT, State.WAITING)
    assert service.told(service.resident) == ["written_down"], "and not that it is in other hands"
    petition = service.memory.rows["Petition", case.petition_id]
    assert petition.text == f"{SIGN}🎤1✍️\n{TEXT}"
    with pytest.raises(Stale):
        await service.do(transcribing.write_down, case.id, office, case.epoch, "twice")


async def test_what_the_resident_has_chosen_stays(service: Service) -> None:
    office = service.over(Role.DISPATCHER)
    service.cadre()
    draft = await drafts(service, "", VOICE)
    await service.do(drafting.set_category, draft.id, service.resident, "land")
    await service.do(drafting.set_area, draft.id, service.resident, EAST)
    (case,) = await files_it(service, draft)
    assert case.held is Held.VOICE, "whom it accuses can't be told"
    await service.do(transcribing.write_down, case.id, office, None, TEXT)
    assert (service.case(case.id).category, service.case(case.id).area_id) == ("land", EAST)


async def test_a_withdrawn_voice_needs_nobody(service: Service) -> None:
    office = service.over(Role.DISPATCHER)
    case = await spoken(service)
    await service.do(residents.withdraw, case.id, service.resident, case.epoch)
    assert service.case(case.id).closing is Closing.WITHDRAWN
    service.listen()
    await service.passes(days=5)
    assert service.told(office) == []


async def test_words_beside_a_voice_that_say_what_it_is_about_are_enough(service: Service) -> None:
    service.cadre()
    assert (await spoken(service, TEXT)).held is Held.NO_ROUTE
    assert (await spoken(service, "听听")).held is Held.VOICE


async def test_a_voice_of_somebody_who_sends_too_much_is_written_down_first(service: Service) -> None:
    person = service.someone(service.resident)
    service.memory.add(replace(person, drafts=99, drafts_day=service.memory.rules.calendar.day(service.now)))
    assert (await spoken(service)).held is Held.VOICE
