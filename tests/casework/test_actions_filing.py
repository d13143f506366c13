"""A complaint is written, mended and sent; it gets a number, a unit, a cadre and a clock."""

import pytest

from casework.actions import drafting, filing
from casework.actions.residents import withdraw
from casework.errors import NotYours, Refused
from casework.numbers import code_digest, parse_number
from casework.people import Role
from casework.petitions import Draft, DraftState, State
from tests.casework.service import COUNTY, EAST_OFFICE, HILL, RIVER, Service, at, local


async def test_a_message_becomes_a_draft_that_knows_its_category_and_place() -> None:
    draft = await Service().draft("东镇河边村门口的道路坏了半年")
    assert (draft.category, draft.area_id) == ("roads", RIVER)


async def test_words_without_a_hint_leave_category_and_place_open() -> None:
    draft = await Service().draft("你好")
    assert (draft.category, draft.area_id, draft.place) == (None, None, "")


async def test_a_second_message_is_added_and_fills_in_what_was_missing() -> None:
    service = Service()
    draft = await service.draft("门口的路坏了")
    draft = await service.do(drafting.write, service.resident, draft.conversation, draft, "在东镇河边村")
    assert draft.text == "门口的路坏了\n在东镇河边村"
    assert draft.area_id == RIVER


async def test_a_long_text_that_the_channel_cut_is_put_together_again() -> None:
    service = Service()
    draft = await service.draft("开头")
    for piece in ("长" * 4096, "长" * 4096, "尾"):
        draft = await service.do(drafting.write, service.resident, draft.conversation, draft, piece)
    assert draft.text == "开头\n" + "长" * 8192 + "尾"


async def test_what_the_writer_chose_is_not_proposed_anew() -> None:
    service = Service()
    draft = await service.draft("你好")
    await service.do(drafting.set_category, draft.id, service.resident, "market")
    draft = await service.do(drafting.replace_text, draft.id, service.resident, "门口的路坏了")
    assert draft.category == "market"


async def test_a_point_leads_to_the_nearest_village() -> None:
    service = Service()
    draft = await service.draft("路坏了")
    draft = await service.do(drafting.set_point, draft.id, service.resident, 27.19, 119.19)
    assert draft.area_id == HILL


async def test_an_answer_names_the_place_and_a_vague_one_keeps_its_words() -> None:
    service = Service()
    draft = await service.draft("路坏了")
    draft, found = await service.do(drafting.answer_place, draft.id, service.resident, "水塔旁边")
    assert (found.certain, draft.area_id, draft.place) == (False, None, "水塔旁边")
    draft, found = await service.do(drafting.answer_place, draft.id, service.resident, "后坡村")
    assert (found.certain, draft.area_id, draft.offered) == (True, HILL, ())


async def test_nobody_else_can_touch_a_draft() -> None:
    service = Service()
    draft = await service.draft()
    with pytest.raises(NotYours):
        await service.do(drafting.set_category, draft.id, service.person(), "roads")
    with pytest.raises(NotYours):
        await service.do(filing.file, draft.id, service.person())


async def test_a_draft_left_alone_is_brought_to_mind_once_then_shelved_and_taken_up_by_writing() -> None:
    service = Service()
    draft = await service.draft()
    await service.passes(days=8)
    assert service.told(service.resident) == ["draft_left", "draft_shelved"]
    shelved: Draft = service.memory.rows["Draft", draft.id]
    assert shelved.state is DraftState.SHELVED
    again = await service.do(drafting.write, service.resident, draft.conversation, shelved, "还没修")
    assert (again.state, again.id, again.text.endswith("还没修")) == (DraftState.OPEN, draft.id, True)
    await service.passes(days=8)
    assert service.told(service.resident) == ["draft_left", "draft_shelved"] * 2


async def test_filing_gives_a_number_a_code_and_a_clock() -> None:
    service = Service()
    cadre = service.cadre()
    draft = await service.draft()
    filed = await service.do(filing.file, draft.id, service.resident)
    case = service.case(filed.case.id)
    assert parse_number(filed.petition.number) is not None
    assert filed.petition.code_digest == code_digest(filed.code, b"secret")
    assert (case.state, case.unit_id, case.cadre_id) == (State.WAITING, EAST_OFFICE, cadre)
    # Fifteen days after Monday 3 March; the day itself does not count (article 23).
    assert local(case.limit_at) == "Wed 3-19 00:00"
    assert case.told_at == service.now
    assert service.timeline(case.id) == ["filed", "assigned"]
    assert service.told(cadre) == ["assigned"]


async def test_a_second_tap_on_send_gets_the_number_and_files_nothing() -> None:
    service = Service()
    draft = await service.draft()
    filed = await service.do(filing.file, draft.id, service.resident)
    with pytest.raises(Refused) as refused:
        await service.do(filing.file, draft.id, service.resident)
    assert (refused.value.code, refused.value.fields) == ("already-filed", {"number": filed.petition.number})


async def test_a_dropped_draft_and_an_empty_one_can_not_be_sent() -> None:
    service = Service()
    draft = await service.draft()
    await service.do(drafting.drop, draft.id, service.resident)
    with pytest.raises(Refused, match="draft-gone"):
        await service.do(filing.file, draft.id, service.resident)
    with pytest.raises(Refused, match="no-words"):
        await service.file("   ")


async def test_without_a_place_the_case_lies_in_the_whole_county_and_the_dispatcher_is_asked() -> None:
    service = Service()
    dispatcher = service.over(Role.DISPATCHER)
    case = service.case(await service.file("路坏了"))
    assert (case.area_id, case.unit_id, case.cadre_id) == (COUNTY, None, None)
    assert service.told(dispatcher) == ["needs_unit"]


async def test_a_draft_can_join_a_case_that_runs() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.file()
    draft = await service.draft("今天又有人摔倒了")
    case = await service.do(filing.join_case, draft.id, service.resident, case_id)
    joined: Draft = service.memory.rows["Draft", draft.id]
    assert (joined.state, joined.petition_id) == (DraftState.JOINED, case.petition_id)
    assert service.said(cadre, "added").args == {"words": "今天又有人摔倒了"}


async def test_a_draft_can_not_join_a_case_that_is_closed_nor_anothers() -> None:
    service = Service()
    case_id = await service.file()
    draft = await service.draft("又坏了")
    other = await service.draft("又坏了", by=(neighbour := service.person()))
    with pytest.raises(NotYours):
        await service.do(filing.join_case, other.id, neighbour, case_id)
    await service.do(withdraw, case_id, service.resident, None)
    with pytest.raises(Refused, match="wrong-state"):
        await service.do(filing.join_case, draft.id, service.resident, case_id)


async def test_drafts_are_counted_by_the_day() -> None:
    service = Service()
    for _ in range(3):
        await service.draft()
    assert service.someone(service.resident).drafts == 3
    service.now = at("3-4")
    await service.draft()
    assert service.someone(service.resident).drafts == 1
