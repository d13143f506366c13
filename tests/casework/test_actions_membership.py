"""Who serves: invitations, groups, absence, leaving; and people who can't be reached."""

from datetime import timedelta

import pytest

from casework.actions import absence, accepting, assigning, membership, pressing, working
from casework.errors import NotYours, Refused
from casework.numbers import invite_digest
from casework.people import Group, Invite, Post, Role
from casework.petitions import State
from tests.casework.service import BUREAU, COUNTY, EAST_OFFICE, RIVER, WEST_OFFICE, Service


async def invited(service: Service, role: Role | None = Role.CADRE) -> str:
    return await service.do(membership.invite, role, EAST_OFFICE, None, "网格员", "Grid officer", (RIVER,))


def posts(service: Service, person: int) -> list[Post]:
    return [post for post in service.memory.of(Post) if post.person_id == person]


async def test_an_invitation_is_good_once() -> None:
    service = Service()
    code = await invited(service)
    first, second = service.person(), service.person()
    post = await service.do(membership.join, first, code.lower())
    assert (post.role, post.unit_id, post.grid, post.title_en) == (Role.CADRE, EAST_OFFICE, (RIVER,), "Grid officer")
    with pytest.raises(Refused, match="invite-unknown"):
        await service.do(membership.join, second, code)


async def test_an_invitation_runs_out_and_a_wrong_one_gets_the_same_answer() -> None:
    service = Service()
    code = await invited(service)
    with pytest.raises(Refused, match="invite-unknown"):
        await service.do(membership.join, service.person(), "0000000000000000")
    service.now += timedelta(days=7)
    with pytest.raises(Refused, match="invite-unknown"):
        await service.do(membership.join, service.person(), code)


async def test_the_code_itself_is_not_kept() -> None:
    service = Service()
    code = await invited(service)
    (kept,) = service.memory.of(Invite)
    assert kept.digest == invite_digest(code)
    assert code not in str(kept)


async def test_a_second_invitation_to_the_same_post_renews_it() -> None:
    service = Service()
    person = service.cadre()
    await service.do(membership.join, person, await invited(service))
    (post,) = posts(service, person)
    assert (post.title_en, post.grid) == ("Grid officer", (RIVER,))


async def test_a_post_needs_its_scope() -> None:
    service = Service()
    with pytest.raises(ValueError, match="unit"):
        await service.do(membership.invite, Role.CADRE, None, COUNTY, "t", "t")
    with pytest.raises(ValueError, match="area"):
        await service.do(membership.invite, Role.LEADER, EAST_OFFICE, None, "t", "t")


async def test_whoever_comes_to_serve_where_their_own_case_points_hands_it_on() -> None:
    service = Service()
    cadre, colleague = service.cadre(unit=BUREAU), service.cadre(unit=BUREAU)
    supervisor, other = service.over(Role.SUPERVISOR), service.over(Role.SUPERVISOR)
    case_id = await service.file("东镇综合办主任贪污")
    dispatcher = service.over(Role.DISPATCHER)
    await service.do(assigning.send_to_unit, case_id, dispatcher, BUREAU, None)
    await service.do(pressing.press, case_id, supervisor, None, "how does it stand?", service.now + timedelta(days=9))
    assert service.case(case_id).cadre_id == cadre
    service.listen()
    await service.do(membership.join, cadre, await invited(service))
    await service.do(membership.join, supervisor, await invited(service))
    case = service.case(case_id)
    assert (case.cadre_id, case.press.by if case.press else None) == (colleague, other)
    assert [service.told(each) for each in (cadre, colleague)] == [[], ["handed_over"]]
    assert [service.someone(each).open_cases for each in (cadre, colleague)] == [0, 1]
    assert service.timeline(case_id)[-1] == "press_passed"


@pytest.mark.parametrize("leaves", [True, False])
async def test_what_a_deputy_has_as_head_alone_passes_on_when_that_is_over(leaves: bool) -> None:
    service = Service()
    cadre = service.cadre()
    chief, deputy = service.head(unit=BUREAU), service.cadre(unit=BUREAU)
    case_id = await service.accepted()
    await service.do(absence.away, chief, service.now + timedelta(days=5), deputy)
    await service.do(absence.answer_deputy, chief, deputy, True)
    await service.do(working.take_over, case_id, deputy, None)
    assert service.case(case_id).cadre_id == deputy
    if leaves:
        await service.do(membership.remove, chief, posts(service, chief)[0].id)
    else:
        await service.passes(days=6)
    assert service.case(case_id).cadre_id == cadre


# Groups.


async def test_a_group_belongs_to_the_unit_whose_head_binds_it() -> None:
    service = Service()
    group = await service.do(membership.bind, service.head(), "tg:-5", None, "zh")
    assert (group.unit_id, group.language, group.active) == (EAST_OFFICE, "zh", True)
    of_two = service.serve(Role.HEAD, unit=WEST_OFFICE, person=service.head())
    for person in (service.person(), service.cadre(), of_two):
        with pytest.raises(Refused, match="not-allowed"):
            await service.do(membership.bind, person, "tg:-6", None, "zh")


async def test_a_group_is_bound_by_a_groups_invitation_and_not_by_a_persons() -> None:
    service = Service()
    person = service.person()
    with pytest.raises(Refused, match="invite-unknown"):
        await service.do(membership.bind, person, "tg:-5", await invited(service), "en")
    code = await invited(service, role=None)
    with pytest.raises(Refused, match="invite-unknown"):
        await service.do(membership.join, person, code)
    assert (await service.do(membership.bind, person, "tg:-5", code, "en")).unit_id == EAST_OFFICE


async def test_a_group_moves_and_goes() -> None:
    service = Service()
    group = service.group()
    await service.do(membership.migrate_group, group.key, "tg:-100")
    groups = {each.key: each.active for each in service.memory.of(Group)}
    assert groups == {group.key: False, "tg:-100": True}
    await service.do(membership.unbind, "tg:-100")
    await service.do(membership.unbind, "tg:-never")
    assert not any(each.active for each in service.memory.of(Group))


# Absence.


async def test_new_cases_pass_by_whoever_is_away() -> None:
    service = Service()
    absent, present = service.cadre(grid=(RIVER,)), service.cadre()
    await service.do(absence.away, absent, service.now + timedelta(days=3))
    assert service.case(await service.file()).cadre_id == present
    await service.do(absence.away, absent, None)
    assert service.case(await service.file()).cadre_id == absent


async def test_reminders_of_a_cadre_who_is_away_go_to_the_head() -> None:
    service = Service()
    cadre, head = service.cadre(), service.head()
    await service.accepted()
    service.listen()
    await service.do(absence.away, cadre, service.now + timedelta(days=20))
    await service.passes(days=8)
    assert (service.told(cadre), service.told(head)) == ([], ["away_alone", "progress_due"])


# Leaving.


async def test_the_cases_of_whoever_leaves_pass_to_a_colleague_as_they_stand() -> None:
    service = Service()
    cadre = service.cadre()
    waiting, working, answered = await service.file(), await service.accepted(), await service.accepted()
    await service.propose(answered)
    colleague = service.cadre()
    limits = [service.case(each).limit_at for each in (waiting, working, answered)]
    await service.do(membership.remove, cadre, posts(service, cadre)[0].id)
    cases = [service.case(each) for each in (waiting, working, answered)]
    assert {case.cadre_id for case in cases} == {colleague}
    assert [case.state for case in cases] == [State.WAITING, State.WORKING, State.PROPOSED]
    assert [case.limit_at for case in cases] == limits
    assert [service.someone(each).open_cases for each in (cadre, colleague)] == [0, 3]
    with pytest.raises(NotYours):
        await service.do(accepting.accept, waiting, cadre, None)


async def test_where_the_last_one_leaves_whoever_stands_above_is_told_of_every_case() -> None:
    service = Service()
    cadre, dispatcher = service.cadre(), service.over(Role.DISPATCHER)
    waiting, working = await service.file(), await service.accepted()
    await service.do(membership.remove, cadre, posts(service, cadre)[0].id)
    assert [(service.case(each).cadre_id, service.case(each).state) for each in (waiting, working)] == [
        (None, State.WAITING)
    ] * 2
    assert service.told(dispatcher) == ["left_open"], "once, with all of them"
    assert service.said(dispatcher, "left_open").args["cases"] == (waiting, working)


async def test_where_the_last_one_leaves_an_answered_case_its_record_says_so() -> None:
    service = Service()
    cadre = service.cadre()
    dispatcher = service.over(Role.DISPATCHER)
    case_id = await service.accepted()
    await service.propose(case_id)
    await service.do(membership.remove, cadre, posts(service, cadre)[0].id)
    case = service.case(case_id)
    assert (case.cadre_id, case.state) == (None, State.PROPOSED)
    assert service.timeline(case_id)[-1] == "left_open"
    assert service.said(dispatcher, "left_open").args["cases"] == (case_id,)


async def test_whoever_keeps_another_post_there_keeps_the_cases() -> None:
    service = Service()
    cadre = service.cadre()
    service.serve(Role.HEAD, unit=EAST_OFFICE, person=cadre)
    case_id = await service.accepted()
    await service.do(membership.remove, cadre, posts(service, cadre)[0].id)
    assert service.case(case_id).cadre_id == cadre


async def test_whoever_keeps_only_a_post_over_the_area_does_not_keep_them() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.accepted()
    service.serve(Role.ADMIN, area=COUNTY, person=cadre)
    other = service.cadre()
    await service.do(membership.remove, cadre, posts(service, cadre)[0].id)
    assert service.case(case_id).cadre_id == other
    service.serve(Role.ADMIN, area=COUNTY, person=other)
    service.listen()
    await service.do(membership.remove, other, posts(service, other)[0].id)
    assert service.case(case_id).cadre_id is None
    assert "left_open" in service.told(other)


async def test_nobody_ends_anothers_post_by_mistake() -> None:
    service = Service()
    cadre, other = service.cadre(), service.cadre()
    with pytest.raises(NotYours):
        await service.do(membership.remove, other, posts(service, cadre)[0].id)


# Reach.


async def test_the_cadre_hears_once_that_a_resident_can_not_be_reached() -> None:
    service = Service()
    cadre = service.cadre()
    await service.accepted()
    for _ in range(2):
        await service.do(membership.unreachable, service.resident)
    assert service.digest(cadre) == ["unreachable_resident"]
    await service.do(membership.reachable, service.resident)
    assert service.someone(service.resident).unreachable_at is None
