"""The verbs of what comes after filing: details, an earlier petition, the name, a court, a body above."""

from dataclasses import replace

import pytest

from casework.actions import accepting, addressing, assigning, court, details, earlier, naming, outcomes, working
from casework.addressing import level_above
from casework.errors import NotYours, Refused, Stale
from casework.people import Role
from casework.petitions import Case, Closing, Detail, Held, Naming, OutcomeKind, Petition, State, Verdict
from tests.casework.service import COUNTY, EAST, EAST_OFFICE, WEST_OFFICE, Service, local, organisation

JUDGED = "东镇河边村门口的道路，法院判决赔偿，强制执行没有结果"
TO_PROVINCE = "省长您好：东镇河边村门口的道路坏了半年"


def petition(service: Service, case_id: int) -> Petition:
    found: Petition = service.memory.rows["Petition", service.case(case_id).petition_id]
    return found


# Details.


async def test_answers_stand_on_the_case_and_are_told_together() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.file()
    service.listen()
    await service.do(details.answer, case_id, service.resident, "since", "半年了")
    await service.passes(minutes=10)
    await service.do(details.answer, case_id, service.resident, "passable", "bad")
    await service.do(details.answer, case_id, service.resident, "since", "一年了")
    assert service.case(case_id).details == (Detail("passable", "bad"), Detail("since", "一年了"))
    assert service.timeline(case_id).count("detail") == 3
    await service.passes(minutes=14)
    assert service.told(cadre) == []
    await service.passes(minutes=2)
    assert service.told(cadre) == ["details"]
    assert service.case(case_id).details_at is None
    await service.passes(hours=5)
    assert service.told(cadre) == ["details"]


async def test_answers_of_the_night_are_told_in_the_morning_and_without_a_unit_to_the_dispatcher() -> None:
    service = Service()
    office = service.over(Role.DISPATCHER)
    case_id = await service.file("路坏了")
    service.listen()
    await service.passes(hours=12)
    await service.do(details.answer, case_id, service.resident, "passable", "bad")
    (due,) = [due for due, _ in service.memory.plans([Case]) if due.kind == "details"]
    assert local(due.at) == "Tue 3-4 08:00"
    await service.passes(hours=12)
    assert "details" in service.told(office)


async def test_only_its_resident_answers_and_only_what_is_asked_while_it_is_open() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.file()
    with pytest.raises(Refused, match="not-allowed"):
        await service.do(details.answer, case_id, cadre, "since", "x")
    with pytest.raises(NotYours):
        await service.do(details.answer, case_id, service.person(), "since", "x")
    with pytest.raises(Refused, match="stale"):
        await service.do(details.answer, case_id, service.resident, "shoe_size", "x")
    closed = await service.closed()
    with pytest.raises(Refused, match="wrong-state"):
        await service.do(details.answer, closed, service.resident, "since", "x")


# An earlier petition.


async def test_a_contested_answer_goes_to_another_cadre_or_to_the_head() -> None:
    service = Service()
    first = service.cadre()
    old = await service.closed(Verdict.DISAGREE)
    new = await service.file()
    head = service.head()
    linked = await service.do(earlier.tell_earlier, new, service.resident, service.case(old).number)
    assert ([case.id for case in linked.cases], linked.another, linked.head_asked) == ([old], True, False)
    case = service.case(new)
    assert (case.cadre_id, case.assigned_why, case.aside) == (head, "earlier", (first,))
    assert petition(service, new).earlier == service.case(old).number
    assert "came_again" in service.timeline(old)
    # It does not come back to the first one, whoever hands it on.
    with pytest.raises(Refused, match="stands-aside"):
        await service.do(accepting.accept, new, first, None)
    with pytest.raises(Refused, match="stands-aside"):
        await service.do(assigning.hand_to, new, head, first, None)
    second = service.cadre()
    await service.do(accepting.decline, new, head, None, "no")
    assert service.case(new).cadre_id == second


async def test_with_nobody_else_those_above_are_told() -> None:
    service = Service()
    service.cadre()
    office = service.over(Role.DISPATCHER)
    old = await service.closed(Verdict.DISAGREE)
    new = await service.file()
    service.listen()
    await service.do(earlier.tell_earlier, new, service.resident, service.case(old).number)
    assert service.case(new).cadre_id is None
    assert service.told(office) == ["nobody_accepts"]


async def test_whoever_stands_aside_is_not_reminded_to_accept() -> None:
    service = Service()
    first = service.cadre()
    service.over(Role.DISPATCHER)
    old = await service.closed(Verdict.DISAGREE)
    new = await service.file()
    await service.do(earlier.tell_earlier, new, service.resident, service.case(old).number)
    service.listen()
    await service.passes(days=2)
    assert "accept_reminder" not in service.told(first)


async def test_a_head_who_gave_the_answer_does_not_take_it_over() -> None:
    service = Service()
    head = service.head()
    old = await service.file()
    await service.do(working.take_over, old, head, None)
    await service.propose(old)
    await service.judge(old, Verdict.DISAGREE)
    cadre = service.cadre()
    new = await service.file()
    await service.do(earlier.tell_earlier, new, service.resident, service.case(old).number)
    assert (service.case(new).cadre_id, service.case(new).aside) == (cadre, (head,))
    with pytest.raises(Refused, match="stands-aside"):
        await service.do(working.take_over, new, head, None)


async def test_once_somebody_works_on_it_the_head_is_asked() -> None:
    service = Service()
    cadre, head = service.cadre(), service.head()
    old = await service.closed(Verdict.DISAGREE)
    new = await service.accepted()
    service.listen()
    linked = await service.do(earlier.tell_earlier, new, service.resident, service.case(old).number)
    assert (linked.another, linked.head_asked) == (False, True)
    assert service.told(head) == ["same_cadre"]
    assert (service.case(new).cadre_id, service.case(new).state) == (cadre, State.WORKING)


async def test_an_answer_that_was_accepted_moves_nothing() -> None:
    service = Service()
    cadre = service.cadre()
    old = await service.closed()
    new = await service.file()
    linked = await service.do(earlier.tell_earlier, new, service.resident, service.case(old).number)
    assert (linked.another, service.case(new).cadre_id, service.case(new).aside) == (False, cadre, ())


async def test_a_refusal_and_a_case_taken_up_again_count_as_contested() -> None:
    service = Service()
    service.cadre()
    refused = await service.accepted()
    await service.propose(refused, OutcomeKind.REFUSED)
    assert earlier.is_contested(service.case(refused))
    again = await service.closed()
    assert not earlier.is_contested(service.case(again))
    await service.do(outcomes.reopen, again, service.resident)
    assert earlier.is_contested(service.case(again))


async def test_a_strangers_number_is_words_and_links_nothing() -> None:
    service = Service()
    service.cadre()
    others = await service.file(by=service.person())
    new = await service.file()
    linked = await service.do(earlier.tell_earlier, new, service.resident, service.case(others).number)
    assert linked == earlier.Linked()
    assert petition(service, new).earlier == service.case(others).number
    assert "came_again" not in service.timeline(others)


async def test_a_shielded_case_is_named_on_no_other() -> None:
    service = Service()
    service.cadre()
    old, new = await service.file(), await service.file()
    service.memory.add(replace(service.case(old), shielded=True))
    linked = await service.do(earlier.tell_earlier, new, service.resident, service.case(old).number)
    assert [case.id for case in linked.cases] == [old], "its writer sees how it stood"
    assert petition(service, new).earlier == ""
    assert "earlier" not in service.timeline(new)
    service.memory.add(replace(service.case(old), shielded=False))
    service.memory.add(replace(service.case(new), shielded=True))
    await service.do(earlier.tell_earlier, new, service.resident, service.case(old).number)
    assert petition(service, new).earlier == ""
    assert [each.answer for each in service.case(new).details] == [service.case(old).number]
    assert "came_again" not in service.timeline(old)


# The name.


async def test_intake_knows_the_unit_does_not_and_looking_is_recorded() -> None:
    service = Service()
    cadre, office = service.cadre(), service.over(Role.DISPATCHER)
    case_id = await service.file()
    with pytest.raises(Refused, match="name-untold"):
        await service.do(naming.see_name, case_id, office, None, "to call")
    await service.do(naming.introduce, case_id, service.resident, name="王小红")
    await service.do(naming.introduce, case_id, service.resident, phone="13800001234")
    seen = await service.do(naming.see_name, case_id, office, None, "to call")
    assert (seen.name, seen.phone) == ("王小红", "13800001234")
    looked = service.events(case_id)[-1]
    assert (looked.kind, looked.actor_id, looked.role, looked.public, dict(looked.data)) == (
        "name_seen",
        office,
        "dispatcher",
        False,
        {"why": "to call", "of_unit": None, "of_area": COUNTY},
    )
    with pytest.raises(Refused, match="name-reason"):
        await service.do(naming.see_name, case_id, office, None, " ")
    with pytest.raises(Refused, match="name-hidden"):
        await service.do(naming.see_name, case_id, cadre, None, "to call")
    for stranger in (service.cadre(unit=WEST_OFFICE), service.person()):
        with pytest.raises(NotYours):
            await service.do(naming.see_name, case_id, stranger, None, "to call")
    for other in (service.over(Role.SUPERVISOR), service.resident):
        with pytest.raises(Refused, match="not-allowed"):
            await service.do(naming.see_name, case_id, other, None, "to call")


async def test_open_lets_the_unit_know_and_anonymous_leaves_nothing() -> None:
    service = Service()
    cadre, office = service.cadre(), service.over(Role.DISPATCHER)
    case_id = await service.file()
    await service.do(naming.set_naming, case_id, service.resident, Naming.OPEN)
    await service.do(naming.introduce, case_id, service.resident, name="王小红", phone="13800001234")
    assert (await service.do(naming.see_name, case_id, cadre, None, "to call")).name == "王小红"
    erased = await service.do(naming.set_naming, case_id, service.resident, Naming.ANONYMOUS)
    assert (erased.name, erased.phone) == ("", "")
    for reader in (cadre, office):
        with pytest.raises(Refused, match="name-hidden"):
            await service.do(naming.see_name, case_id, reader, None, "to call")
    with pytest.raises(Refused, match="anonymous"):
        await service.do(naming.introduce, case_id, service.resident, name="王小红")
    assert not any("王小红" in str(dict(event.data)) for event in service.events(case_id))


async def test_the_name_can_be_settled_when_the_case_is_closed_too_and_by_nobody_else() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.closed()
    assert (await service.do(naming.set_naming, case_id, service.resident, Naming.OPEN)).naming is Naming.OPEN
    with pytest.raises(Refused, match="not-allowed"):
        await service.do(naming.set_naming, case_id, cadre, Naming.OPEN)


# A court.


async def test_what_touches_a_court_is_forwarded_by_the_office_and_confirmed_by_its_resident() -> None:
    service = Service()
    service.cadre()
    office = service.over(Role.DISPATCHER)
    case_id = await service.file(JUDGED)
    assert service.case(case_id).held is Held.COURT
    epoch = service.case(case_id).epoch
    with pytest.raises(Refused, match="date-ahead"):
        await service.do(court.to_court, case_id, office, epoch, "县法院", service.now.replace(year=2030))
    case = await service.do(court.to_court, case_id, office, epoch, "县法院", service.now)
    assert case.outcome is not None
    assert (case.state, case.outcome.kind, case.outcome.body) == (State.PROPOSED, OutcomeKind.PASSED, "县法院")
    assert service.told(service.resident)[-1] == "to_court"
    with pytest.raises(Stale):
        await service.do(court.to_court, case_id, office, epoch, "县法院", service.now)
    closed = await service.judge(case_id, Verdict.DONE)
    assert closed.closing is Closing.ANSWERED


async def test_what_is_none_of_a_courts_goes_by_its_route_and_its_resident_hears_it_once() -> None:
    service = Service()
    cadre, office = service.cadre(), service.over(Role.DISPATCHER)
    case_id = await service.file(JUDGED)
    service.listen()
    await service.do(court.not_court, case_id, office, None)
    case = service.case(case_id)
    assert (case.held, case.unit_id, case.cadre_id) == (Held.NO_ROUTE, EAST_OFFICE, cadre)
    assert service.told(service.resident) == ["not_court"]
    with pytest.raises(Refused, match="wrong-state"):
        await service.do(court.not_court, case_id, office, None)


async def test_without_a_route_it_stays_with_the_office() -> None:
    service = Service()
    office = service.over(Role.DISPATCHER)
    case_id = await service.file("法院判决下来了，强制执行没有结果")
    await service.do(court.not_court, case_id, office, None)
    assert (service.case(case_id).held, service.case(case_id).unit_id) == (Held.NO_ROUTE, None)


async def test_a_case_that_waits_for_no_court_is_not_forwarded_and_no_cadre_forwards() -> None:
    service = Service()
    cadre, office = service.cadre(), service.over(Role.DISPATCHER)
    plain, judged = await service.file(), await service.file(JUDGED)
    for verb, rest in ((court.to_court, ("县法院", service.now)), (court.not_court, ())):
        with pytest.raises(Refused, match="wrong-state"):
            await service.do(verb, plain, office, None, *rest)
        with pytest.raises(NotYours):
            await service.do(verb, judged, cadre, None, *rest)
        with pytest.raises(Refused, match="not-allowed"):
            await service.do(verb, judged, service.resident, None, *rest)


# A body above.


def test_only_a_level_above_the_whole_service_is_above() -> None:
    org = organisation()
    assert level_above(org, "总理您好") == "state"
    assert level_above(org, "省长您好") == "province"
    assert level_above(org, "市长您好") == "city"
    assert level_above(org, "县长您好") == ""
    assert level_above(org, "路坏了") == ""


async def test_a_petition_to_the_province_is_worked_here_and_handed_up_by_the_office() -> None:
    service = Service()
    cadre, office, near = service.cadre(), service.over(Role.DISPATCHER), service.over(Role.DISPATCHER, EAST)
    case_id = await service.file(TO_PROVINCE)
    case = service.case(case_id)
    assert (case.addressed, case.unit_id, case.cadre_id) == ("province", EAST_OFFICE, cadre)
    assert service.timeline(case_id) == ["filed", "assigned", "addressed"]
    assert (service.digest(office), service.digest(near)) == (["addressed_above"], [])
    service.listen()
    case = await service.do(addressing.hand_up, case_id, office, None, "省信访局", service.now, "77")
    assert case.handed_up is not None
    assert (case.handed_up.body, case.handed_up.number, case.state) == ("省信访局", "77", State.WAITING)
    assert service.told(service.resident) == ["handed_up"]
    with pytest.raises(Refused, match="wrong-state"):
        await service.do(addressing.hand_up, case_id, office, None, "省信访局", service.now)


async def test_a_petition_to_the_township_is_told_to_its_office() -> None:
    service = Service()
    service.cadre()
    office, near = service.over(Role.DISPATCHER), service.over(Role.DISPATCHER, EAST)
    case_id = await service.file("镇长您好：东镇河边村门口的道路坏了半年")
    assert service.case(case_id).addressed == ""
    assert (service.digest(office), service.digest(near)) == ([], ["addressed"])
    with pytest.raises(Refused, match="wrong-state"):
        await service.do(addressing.hand_up, case_id, office, None, "x", service.now)


async def test_whoever_sent_it_or_hears_of_it_already_gets_no_digest_of_it() -> None:
    service = Service()
    office = service.over(Role.DISPATCHER, COUNTY)
    await service.file("省长您好：路坏了", by=office)
    assert service.digest(office) == []
    await service.file("省长您好：路坏了")  # No place, so no route: the office is asked at once.
    assert service.digest(office) == []


async def test_handing_up_a_day_that_has_not_come_is_refused() -> None:
    service = Service()
    service.cadre()
    office = service.over(Role.DISPATCHER)
    case_id = await service.file(TO_PROVINCE)
    with pytest.raises(Refused, match="date-ahead"):
        await service.do(addressing.hand_up, case_id, office, None, "省信访局", service.now.replace(year=2030))
