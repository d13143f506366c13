"""What a clerk writes down for somebody without a chat: whose it is, who works it, who speaks and who passes on."""

from dataclasses import replace

import pytest

from casework.actions import (
    absence,
    accepting,
    assigning,
    drafting,
    entering,
    filing,
    looking,
    membership,
    outcomes,
    residents,
    thanking,
)
from casework.actions.entering import telephone
from casework.errors import NotYours, Refused
from casework.kinds import PetitionKind
from casework.people import Role
from casework.permissions import ALLOWED, possible
from casework.petitions import Case, Closing, DraftState, Entry, Held, Petition, Verdict, Way
from casework.relations import Relation, relations
from tests.casework.service import BUREAU, EAST, EAST_OFFICE, TEXT, WEST, WEST_OFFICE, Service

PHONE = "13800138000"
ENTRY = Entry(Way.PHONE, "老王", PHONE)
ACCUSATION = "东镇综合办主任收受贿赂，贪污修路的钱。"


async def entered(service: Service, clerk: int, text: str = TEXT, entry: Entry = ENTRY) -> Case:
    """Write down a petition as a clerk, read it back, file it, and return its case."""
    draft = await service.do(drafting.begin_entry, clerk, f"tg:{clerk}|tg:{clerk}", entry)
    draft = await service.do(drafting.write, clerk, draft.conversation, draft, text)
    filed = await service.do(filing.file, draft.id, clerk, read_back=True)
    return filed.case


def related(service: Service, case: Case, person: int) -> frozenset[Relation]:
    return relations(service.memory.staff, service.memory.org, service.case(case.id), person)


async def messenger(service: Service, case: Case) -> int | None:
    async with service.memory.turn(service.now) as uow:
        found = await entering.messenger(uow, service.someone(case.resident_id), service.case(case.id))
    return found.id if found is not None else None


async def test_it_is_the_petition_of_whoever_called_and_the_timeline_says_who_wrote_it_down() -> None:
    service = Service()
    clerk = service.cadre(unit=WEST_OFFICE)
    case = await entered(service, clerk)
    petition: Petition = service.memory.rows["Petition", case.petition_id]
    assert (petition.way, petition.clerk_id, petition.name, petition.phone) == (Way.PHONE, clerk, "老王", PHONE)
    resident = service.someone(case.resident_id)
    assert (resident.home, resident.phone, resident.agent_id, resident.name) == ("", PHONE, clerk, "")
    assert (case.clerk_id, case.unit_id) == (clerk, EAST_OFFICE)
    filed = service.events(case.id)[0]
    assert (filed.kind, filed.role, filed.actor_id) == ("filed", "clerk", clerk)


async def test_nothing_is_filed_before_it_was_read_back_and_only_staff_write_down() -> None:
    service = Service()
    clerk = service.cadre()
    with pytest.raises(Refused, match="staff-only"):
        await service.do(drafting.begin_entry, service.resident, "tg:1|tg:1", ENTRY)
    draft = await service.do(drafting.begin_entry, clerk, "tg:1|tg:1", ENTRY)
    await service.do(drafting.write, clerk, draft.conversation, draft, TEXT)
    with pytest.raises(Refused, match="not-read-back"):
        await service.do(filing.file, draft.id, clerk)
    assert not service.memory.of(Petition)


async def test_name_and_number_stay_in_no_draft() -> None:
    service = Service()
    clerk = service.cadre()
    await entered(service, clerk)
    dropped = await service.do(drafting.begin_entry, clerk, "tg:1|tg:1", ENTRY)
    await service.do(drafting.drop, dropped.id, clerk)
    assert [draft.entry for draft in service.memory.of(type(dropped))] == [None, None]


async def test_however_many_a_clerk_writes_down_none_waits_for_its_number() -> None:
    service = Service()
    clerk = service.cadre()
    many = service.memory.rules.profile.times.drafts_a_day + 2
    cases = [await entered(service, clerk) for _ in range(many)]
    assert {case.held for case in cases} == {Held.NO_ROUTE}


async def test_whoever_has_written_it_down_never_works_it() -> None:
    service = Service()
    clerk, colleague = service.cadre(), service.cadre()
    case = await entered(service, clerk)
    assert (case.unit_id, case.cadre_id) == (EAST_OFFICE, colleague)
    assert related(service, case, clerk) == {Relation.AGENT}
    with pytest.raises(Refused, match="not-allowed"):
        await service.do(accepting.accept, case.id, clerk, None)
    await service.do(accepting.accept, case.id, colleague, None)
    with pytest.raises(Refused, match="not-in-unit"):
        await service.do(assigning.hand_to, case.id, colleague, clerk, None)
    await service.do(membership.remove, colleague, service.memory.staff.of(colleague)[0].id)
    assert service.case(case.id).cadre_id is None


async def test_a_head_who_has_written_it_down_does_not_stand_above_it() -> None:
    service = Service()
    clerk, above = service.head(), service.head(unit=BUREAU)
    case = await entered(service, clerk)
    assert case.cadre_id == above
    assert related(service, case, clerk) == {Relation.AGENT}


async def test_an_intake_officer_who_has_written_it_down_still_says_where_it_goes() -> None:
    service = Service()
    clerk = service.over(Role.DISPATCHER)
    case = await entered(service, clerk, "后山的坟地被人挖了，不知道归谁管。")
    assert case.unit_id is None
    assert service.told(clerk) == ["needs_unit"]
    assert related(service, case, clerk) == {Relation.DISPATCHER, Relation.AGENT}
    await service.do(assigning.send_to_unit, case.id, clerk, WEST_OFFICE, None)
    assert service.case(case.id).unit_id == WEST_OFFICE


def test_whoever_passes_on_a_word_may_do_nothing_else() -> None:
    spoken = {verb for verb, (needed, _) in ALLOWED.items() if Relation.AGENT in needed}
    own = {verb for verb, (needed, _) in ALLOWED.items() if Relation.RESIDENT in needed}
    assert spoken - own == {"see_name", "hand_over", "hand_paper"}
    between_us = {"pressed", "set_naming", "gather", "stars_asked", "answer_call", "agree_ledger"}
    between_us |= {"answer_child", "ask_guardian", "guardian_beside"}
    assert own - spoken == between_us


async def test_every_word_that_is_passed_on_stands_as_a_clerks_in_the_timeline() -> None:
    service = Service()
    clerk, cadre = service.cadre(unit=WEST_OFFICE), service.cadre()
    case = await entered(service, clerk)
    await service.do(accepting.accept, case.id, cadre, None)
    await service.do(residents.add, case.id, clerk, "又下雨了")
    await service.do(residents.urge, case.id, clerk)
    await service.propose(case.id)
    await service.do(outcomes.judge, case.id, clerk, None, Verdict.NOT_DONE, "没修")
    await service.propose(case.id)
    await service.do(outcomes.judge, case.id, clerk, None, Verdict.DONE)
    await service.do(outcomes.rate, case.id, clerk, 4)
    await service.do(outcomes.reopen, case.id, clerk)
    await service.do(residents.withdraw, case.id, clerk, None)
    said = [
        event
        for event in service.events(case.id)
        if event.kind not in {"assigned", "accepted", "proposed", "reply_received", "paper"}
    ]
    assert {event.role for event in said} == {"clerk"}
    assert [event.kind for event in said] == [
        *("filed", "added", "urged", "judged", "judged", "closed", "rated", "reopened", "withdrawn", "closed"),
    ]
    # Not even a clerk's stars have a name.
    assert [event.actor_id for event in said if event.kind == "rated"] == [None]
    assert service.case(case.id).closing is Closing.WITHDRAWN


async def test_whether_anyone_pressed_for_a_withdrawal_is_nothing_to_ask_a_clerk() -> None:
    service = Service()
    clerk = service.cadre(unit=WEST_OFFICE)
    case = await entered(service, clerk)
    await service.do(residents.withdraw, case.id, clerk, None)
    with pytest.raises(Refused, match="not-allowed"):
        await service.do(residents.pressed, case.id, clerk)


async def test_the_intake_office_speaks_for_whoever_has_no_chat_and_for_nobody_else() -> None:
    service = Service()
    office = service.over(Role.DISPATCHER)
    own = await service.file()
    assert related(service, service.case(own), office) == {Relation.DISPATCHER}
    case = await entered(service, service.cadre(unit=WEST_OFFICE))
    assert related(service, case, office) == {Relation.DISPATCHER, Relation.AGENT}
    for role in (Role.SUPERVISOR, Role.LEADER, Role.ADMIN):
        assert related(service, case, service.over(role)) == {Relation(role.value)}


async def test_an_intake_officer_who_also_works_in_the_unit_does_not_speak_for_the_resident() -> None:
    service = Service()
    both = service.over(Role.DISPATCHER)
    service.serve(Role.CADRE, unit=EAST_OFFICE, person=both)
    case = await entered(service, service.cadre(unit=WEST_OFFICE))
    assert case.cadre_id == both
    assert Relation.AGENT not in related(service, case, both)


async def test_what_the_person_is_told_goes_to_the_clerk_and_else_to_the_intake_office() -> None:
    service = Service()
    clerk, office, watch = service.cadre(unit=WEST_OFFICE), service.over(Role.DISPATCHER), service.over(Role.SUPERVISOR)
    case = await entered(service, clerk)
    assert await messenger(service, case) == clerk
    await service.do(absence.away, clerk, service.now.replace(year=2026))
    assert await messenger(service, case) == office
    await service.do(absence.away, clerk, None)
    await service.do(membership.unreachable, clerk)
    assert await messenger(service, case) == office
    await service.do(membership.reachable, clerk)
    await service.do(membership.remove, clerk, service.memory.staff.of(clerk)[0].id)
    assert related(service, case, clerk) == frozenset()
    assert await messenger(service, case) == office
    await service.do(membership.remove, office, service.memory.staff.of(office)[0].id)
    assert await messenger(service, case) == watch


async def test_a_clerk_who_is_away_is_told_where_there_is_nobody_else() -> None:
    service = Service()
    clerk = service.cadre(unit=WEST_OFFICE)
    case = await entered(service, clerk)
    await service.do(absence.away, clerk, service.now.replace(year=2026))
    assert await messenger(service, case) == clerk
    await service.do(membership.remove, clerk, service.memory.staff.of(clerk)[0].id)
    assert await messenger(service, case) is None


async def test_a_clerk_of_the_accused_unit_writes_it_down_and_is_out_of_it_then() -> None:
    service = Service()
    clerk, office = service.cadre(), service.over(Role.DISPATCHER)
    near = service.over(Role.DISPATCHER, area=EAST)
    draft = await service.do(drafting.begin_entry, clerk, "tg:1|tg:1", ENTRY)
    draft = await service.do(drafting.write, clerk, draft.conversation, draft, ACCUSATION)
    assert draft.accused == (EAST_OFFICE,)
    filed = await service.do(filing.file, draft.id, clerk, read_back=True)
    case = filed.case
    assert (case.held, case.shielded, case.accused) == (Held.ACCUSATION, True, (EAST_OFFICE,))
    assert related(service, case, clerk) == related(service, case, near) == frozenset()
    with pytest.raises(NotYours):
        await service.do(residents.add, case.id, clerk, "…")
    assert await service.do(looking.by_code, clerk, filed.code) == []
    assert await service.do(looking.by_code, service.resident, filed.code) == [case]
    assert await messenger(service, case) == office
    assert await service.do(entering.known_by, clerk, PHONE) == []


async def test_whoever_calls_again_is_known_by_the_number_to_those_who_may_speak_for_them() -> None:
    service = Service()
    clerk, cadre, office = service.cadre(unit=WEST_OFFICE), service.cadre(), service.over(Role.DISPATCHER)
    far = service.over(Role.DISPATCHER, area=WEST)
    case = await entered(service, clerk)
    for person, found in ((clerk, [case]), (office, [case]), (cadre, []), (far, [])):
        assert await service.do(entering.known_by, person, PHONE) == found
    assert await service.do(entering.known_by, clerk, "") == []
    again = await entered(service, clerk, "自来水停了三天。", replace(ENTRY, resident_id=case.resident_id))
    assert again.resident_id == case.resident_id
    assert await service.do(entering.known_by, clerk, PHONE) == [again, case]


async def test_words_of_whoever_calls_again_join_the_case_that_runs() -> None:
    service = Service()
    clerk, cadre = service.cadre(unit=WEST_OFFICE), service.cadre()
    case = await entered(service, clerk)
    draft = await service.do(drafting.begin_entry, clerk, "tg:1|tg:1", ENTRY)
    draft = await service.do(drafting.write, clerk, draft.conversation, draft, "坑更大了")
    service.listen()
    await service.do(filing.join_case, draft.id, clerk, case.id)
    assert service.told(cadre) == ["added"]
    assert service.memory.rows["Draft", draft.id].state is DraftState.JOINED
    assert service.memory.rows["Draft", draft.id].entry is None


async def test_thanks_that_a_clerk_writes_down_are_for_the_persons_case_and_not_for_the_clerks_own() -> None:
    service = Service()
    clerk, cadre = service.cadre(unit=WEST_OFFICE), service.cadre()
    own = await service.file(by=clerk)
    await service.do(accepting.accept, own, cadre, None)
    case = await entered(service, clerk)
    await service.do(accepting.accept, case.id, cadre, None)
    for known, thanked in ((None, []), (case.resident_id, [case.id])):
        entry = replace(ENTRY, resident_id=known)
        draft = await service.do(drafting.begin_entry, clerk, f"tg:{clerk}|tg:{clerk}", entry)
        await service.do(drafting.write, clerk, draft.conversation, draft, "多谢你们，路修好了")
        await service.do(drafting.set_kind, draft.id, clerk, PetitionKind.THANKS)
        await service.do(thanking.pass_on, draft.id, clerk)
        found = [event for event in service.memory.events if event.kind == "thanked"]
        assert [event.case_id for event in found] == thanked
        assert {event.role for event in found} <= {"clerk"}


async def test_a_clerk_is_offered_what_the_resident_would_be() -> None:
    service = Service()
    clerk, cadre = service.cadre(unit=WEST_OFFICE), service.cadre()
    case = await entered(service, clerk)
    await service.do(accepting.accept, case.id, cadre, None)
    org, staff = service.memory.org, service.memory.staff
    assert possible(staff, org, service.case(case.id), clerk) == [
        *(
            "ask_another",
            "add",
            "urge",
            "withdraw",
            "keep_kind",
            "detail",
            "earlier",
            "see_name",
            "papers",
            "hand_paper",
        ),
    ]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("138 0013 8000", PHONE),
        ("+86 138-0013-8000", PHONE),
        ("008613800138000", PHONE),
        ("0599-1234567", "05991234567"),
        ("（0599）1234567", "05991234567"),
        ("+44 20 7946 0958", "442079460958"),
        ("没有", ""),
        ("12345", ""),
        ("1380013800013800", ""),
        ("138001380oo", ""),
    ],
)
def test_telephone_numbers_are_compared_by_their_digits(typed: str, number: str) -> None:
    assert telephone(typed) == number
