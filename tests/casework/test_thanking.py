"""Thanks reach whom they are due, once a day, and become no petition."""

import pytest

from casework.actions import absence, drafting, filing, membership, thanking
from casework.actions.thanking import THANKS, PassedOn
from casework.errors import NotYours, Refused
from casework.kinds import PetitionKind
from casework.people import Post, Role
from casework.petitions import Case, DigestItem, Draft, DraftState, Petition, Verdict
from tests.casework.service import EAST, WEST, Service, at

WORDS = "多谢东镇的同志，路修得又快又好。我叫王小明，电话13800138000"


async def draft(service: Service, by: int | None = None, text: str = WORDS) -> Draft:
    written = await service.draft(text, by)
    return await service.do(drafting.set_kind, written.id, by or service.resident, PetitionKind.THANKS)


async def thank(service: Service, by: int | None = None, text: str = WORDS) -> PassedOn:
    written = await draft(service, by, text)
    return await service.do(thanking.pass_on, written.id, by or service.resident)


async def test_cadre_and_head_of_the_latest_case_read_them_in_the_digest_without_who_wrote() -> None:
    service = Service()
    cadre, head = service.cadre(), service.head()
    first = await service.accepted()
    await service.propose(first)
    await service.judge(first, Verdict.DONE)
    await service.file()
    service.listen()
    passed = await thank(service)
    assert passed.case is not None
    assert (passed.draft.state, passed.draft.petition_id) == (DraftState.THANKED, None)
    assert service.told(cadre) == service.told(head) == []
    for reader in (cadre, head):
        (item,) = [each for each in service.memory.of(DigestItem) if each.kind == THANKS and each.person_id == reader]
        assert "又快又好" in item.words
        assert "13800138000" not in item.words
    assert service.events(passed.case.id)[-1].kind == "thanked"
    await service.until(at("3-4", "09:00"))
    (thanks,) = service.said(head, "digest").args["thanks"]
    assert thanks[0] == passed.case.id


async def test_thanks_count_as_no_petition_and_cannot_be_filed() -> None:
    service = Service()
    service.cadre()
    service.over(Role.DISPATCHER)
    await thank(service)
    assert service.memory.of(Petition) == service.memory.of(Case) == []
    written = await draft(service)
    with pytest.raises(Refused, match="only-thanks"):
        await service.do(filing.file, written.id, service.resident)


async def test_without_a_case_that_anyone_took_the_dispatcher_of_the_place_reads_them() -> None:
    service = Service()
    here, elsewhere = service.over(Role.DISPATCHER, EAST), service.over(Role.DISPATCHER, WEST)
    passed = await thank(service, text="多谢东镇河边村的好心人")
    assert passed.case is None
    assert (service.digest(here), service.digest(elsewhere)) == ([THANKS], [])


async def test_where_no_dispatcher_is_those_above_read_them() -> None:
    service = Service()
    leader = service.over(Role.LEADER)
    await thank(service)
    assert service.digest(leader) == [THANKS]


async def test_whoever_is_away_reads_them_when_back() -> None:
    service = Service()
    cadre = service.cadre()
    await service.accepted()
    await service.do(absence.away, cadre, at("3-12", "00:00"))
    await thank(service)
    await service.until(at("3-11", "12:00"))
    assert "digest" not in service.told(cadre)
    await service.until(at("3-12", "09:00"))
    assert "digest" in service.told(cadre)


async def test_a_cadre_whose_post_has_ended_is_told_nothing_of_the_case_any_more() -> None:
    service = Service()
    cadre, head = service.cadre(), service.head()
    case_id = await service.accepted()
    await service.propose(case_id)
    await service.judge(case_id, Verdict.DONE)
    (post,) = [post for post in service.memory.of(Post) if post.person_id == cadre]
    await service.do(membership.remove, cadre, post.id)
    await thank(service)
    assert THANKS not in service.digest(cadre)
    assert THANKS in service.digest(head)


async def test_what_is_no_thanks_any_more_and_what_is_not_ones_own_is_not_passed_on() -> None:
    service = Service()
    service.cadre()
    written = await draft(service)
    with pytest.raises(NotYours):
        await service.do(thanking.pass_on, written.id, service.person())
    await service.do(drafting.set_kind, written.id, service.resident, PetitionKind.REQUEST)
    with pytest.raises(Refused, match="not-thanks"):
        await service.do(thanking.pass_on, written.id, service.resident)
    await service.do(drafting.set_kind, written.id, service.resident, PetitionKind.THANKS)
    await service.do(thanking.pass_on, written.id, service.resident)
    with pytest.raises(Refused, match="draft-done"):
        await service.do(thanking.pass_on, written.id, service.resident)


async def test_a_question_that_was_answered_can_be_asked_all_the_same() -> None:
    service = Service()
    service.cadre()
    written = await service.draft("东镇河边村的路灯怎么报修")
    done = await service.do(drafting.settle, written.id, service.resident)
    assert done.state is DraftState.ANSWERED
    with pytest.raises(Refused, match="draft-done"):
        await service.do(drafting.settle, written.id, service.resident)
    again = await service.do(drafting.ask_all_the_same, written.id, service.resident)
    assert (again.state, again.kind) == (DraftState.OPEN, PetitionKind.QUESTION)
    case_id = (await service.do(filing.file, written.id, service.resident)).case.id
    assert service.case(case_id).kind is PetitionKind.QUESTION
    with pytest.raises(NotYours):
        await service.do(drafting.ask_all_the_same, written.id, service.person())
