"""Whoever has no part in a case says yes or no by a link: the other side of a settlement, and a child's guardian."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework.actions import accepting, children, consents, gathering, meeting, outcomes, residents
from casework.actions.files import receive
from casework.actions.links import Made
from casework.children import Said
from casework.consents import Assent, Means
from casework.errors import NotYours, Refused
from casework.files import File, FileKind, Job, Kept
from casework.links import Link, Purpose
from casework.numbers import invite_digest
from casework.people import Role
from casework.petitions import Case, Closing, Petition, State, Verdict
from casework.plans.consents import unanswered
from casework.profile import Profile, Together
from casework.unit_of_work import UnitOfWork
from tests.casework.service import MONDAY, Service
from tests.casework.test_children import CHILD, filed

TERMS = "The builder mends the wall by 1 April"
CODE = "ABCD1234EFGH5678"
DIGEST = invite_digest(CODE)


async def settled() -> tuple[Service, int, int]:
    """Return a service, a case whose settlement waits for its resident, and its cadre."""
    service = Service()
    cadre = service.cadre()
    case_id = await service.accepted()
    await service.do(meeting.settle, case_id, cadre, None, "resident, builder", TERMS)
    service.listen()
    return service, case_id, cadre


async def linked(service: Service, case_id: int, purpose: Purpose) -> None:
    """Make the link that was asked for, as its job does."""
    (job,) = service.memory.of(Job)
    assert (job.kind, job.subject_id) == (purpose.job, case_id)
    made = Made(CODE, ("https://town.example",), Kept("a" * 64, 900, "image/png"))
    await service.do(consents.link_made, case_id, made, purpose)


async def asked() -> tuple[Service, int, int]:
    """Return the same with the link for the other side."""
    service, case_id, cadre = await settled()
    await service.do(consents.ask_other_side, case_id, cadre, None)
    await linked(service, case_id, Purpose.SETTLEMENT)
    return service, case_id, cadre


def other_side(case: Case) -> Assent | None:
    assert case.meeting is not None
    return case.meeting.other


async def test_the_other_side_says_yes_by_a_link_that_the_cadre_passes_on() -> None:
    service, case_id, cadre = await asked()
    assert service.told(cadre) == ["settlement_link"]
    builder = service.person()
    case, link = await service.do(consents.opened, builder, DIGEST)
    assert (case.id, link.purpose) == (case_id, Purpose.SETTLEMENT)
    await service.do(consents.answer, builder, DIGEST, agreed=True)
    assert other_side(service.case(case_id)) == Assent(True, Means.LINK, service.now)
    meeting_ = service.case(case_id).meeting
    assert meeting_ is not None
    assert meeting_.unanswered is None
    assert service.told(service.resident) == ["other_side_agreed"]
    assert service.told(cadre)[-1] == "other_side_said"
    assert service.timeline(case_id)[-1] == "other_side_agreed"
    assert service.case(case_id).state is State.PROPOSED, "its resident still has the word"
    await service.judge(case_id, Verdict.AGREED)
    assert service.case(case_id).closing is Closing.SETTLED


async def test_a_link_serves_once_and_one_person() -> None:
    service, _, _ = await asked()
    await service.do(consents.answer, service.person(), DIGEST, agreed=True)
    for digest in (DIGEST, invite_digest("another")):
        with pytest.raises(Refused, match="link-unknown"):
            await service.do(consents.opened, service.person(), digest)


async def test_neither_the_resident_nor_whoever_works_the_case_is_the_other_side() -> None:
    service, _, cadre = await asked()
    with pytest.raises(Refused, match="consent-own"):
        await service.do(consents.answer, service.resident, DIGEST, agreed=True)
    for official in (cadre, service.head(), service.over(Role.LEADER)):
        with pytest.raises(Refused, match="link-unknown"):
            await service.do(consents.answer, official, DIGEST, agreed=True)


async def test_a_link_opens_only_what_it_is_for() -> None:
    service, _, _ = await asked()
    builder = service.person()
    with pytest.raises(Refused, match="link-unknown"):
        await service.do(gathering.opened, builder, DIGEST)
    (link,) = service.memory.of(Link)
    service.memory.add(replace(link, purpose=Purpose.SIGN))
    with pytest.raises(Refused, match="link-unknown"):
        await service.do(consents.opened, builder, DIGEST)


async def test_a_link_ends_with_its_days() -> None:
    service, _, _ = await asked()
    (link,) = service.memory.of(Link)
    service.now = link.until - timedelta(minutes=1)
    await service.do(consents.opened, service.person(), DIGEST)
    service.now = link.until
    with pytest.raises(Refused, match="link-unknown"):
        await service.do(consents.opened, service.person(), DIGEST)


async def test_a_link_is_for_the_words_that_stood_and_not_for_the_next_ones() -> None:
    service, case_id, cadre = await asked()
    await service.judge(case_id, Verdict.NOT_AGREED)
    builder = service.person()
    with pytest.raises(Refused, match="link-unknown"):
        await service.do(consents.opened, builder, DIGEST)
    service.now += timedelta(days=1)
    await service.do(meeting.settle, case_id, cadre, None, "resident, builder", "other words")
    with pytest.raises(Refused, match="link-unknown"):
        await service.do(consents.opened, builder, DIGEST)


@pytest.mark.parametrize("closed", [False, True])
async def test_a_no_puts_the_case_back_to_work_also_after_its_residents_yes(closed: bool) -> None:
    service, case_id, cadre = await asked()
    if closed:
        await service.judge(case_id, Verdict.AGREED)
        assert service.case(case_id).closing is Closing.SETTLED
    await service.do(consents.answer, service.person(), DIGEST, agreed=False)
    case = service.case(case_id)
    assert (case.state, case.cadre_id, case.outcome) == (State.WORKING, cadre, None)
    assert "other_side_denied" in service.told(cadre)
    assert service.told(service.resident)[-1] == "settlement_off"
    assert "other_side_denied" in service.timeline(case_id)
    await service.do(meeting.settle, case_id, cadre, None, "resident, builder", "new words")
    assert other_side(service.case(case_id)) is None


async def paper(service: Service, by: int) -> int:
    async def bring(uow: UnitOfWork) -> int:
        return receive(uow, File(uow.new_id(), by, FileKind.PHOTO, 0, uow.now, source="tg:photo:1")).id

    return await service.do(bring)


async def test_a_signed_paper_does_as_well_and_stays_among_the_units() -> None:
    service, case_id, cadre = await settled()
    with pytest.raises(Refused, match="needs-document"):
        await service.do(consents.record_other_side, case_id, cadre, None, [])
    await service.do(consents.record_other_side, case_id, cadre, None, [await paper(service, cadre)])
    case = service.case(case_id)
    assert other_side(case) == Assent(True, Means.PAPER, service.now)
    (file,) = [each for each in service.memory.of(File) if each.case_id == case_id]
    assert not file.public
    assert service.told(service.resident) == ["other_side_agreed"]
    with pytest.raises(Refused, match="wrong-state"):
        await service.do(consents.ask_other_side, case_id, cadre, None)


async def test_who_does_not_work_the_case_asks_nobody() -> None:
    service, case_id, _ = await settled()
    for verb in (consents.ask_other_side, consents.record_other_side):
        rest: list[list[int]] = [[]] if verb is consents.record_other_side else []
        with pytest.raises(NotYours):
            await service.do(verb, case_id, service.person(), None, *rest)
        with pytest.raises(Refused, match="not-allowed"):
            await service.do(verb, case_id, service.head(), None, *rest)


async def test_of_an_answer_that_is_no_settlement_nobody_is_asked() -> None:
    service = Service()
    cadre = service.cadre()
    case_id = await service.accepted()
    await service.propose(case_id)
    with pytest.raises(Refused, match="wrong-state"):
        await service.do(consents.ask_other_side, case_id, cadre, None)


# ----- A child's guardian -----


async def named() -> tuple[Service, int, int]:
    """Return a service, the case of a child that has named a grown-up, and the dispatcher; the link is made."""
    service, case_id, dispatcher = await filed()
    await service.do(children.answer_child, case_id, service.resident, Said.GUARDIAN, "Grandma")
    service.listen()
    await service.do(consents.ask_guardian, case_id, service.resident)
    await linked(service, case_id, Purpose.GUARDIAN)
    return service, case_id, dispatcher


def guardian(case: Case) -> Assent | None:
    assert case.child is not None
    return case.child.guardian


async def test_a_guardian_says_yes_by_the_link_that_the_child_passes_on() -> None:
    service, case_id, dispatcher = await named()
    assert service.told(service.resident) == ["guardian_link"]
    with pytest.raises(Refused, match="consent-own"):
        await service.do(consents.answer, service.resident, DIGEST, agreed=True)
    await service.do(consents.answer, service.person(), DIGEST, agreed=True)
    assert guardian(service.case(case_id)) == Assent(True, Means.LINK, service.now)
    assert service.told(dispatcher) == []
    (line,) = [each for each in service.events(case_id) if each.kind == "guardian_agreed"]
    assert not line.public
    with pytest.raises(Refused, match="wrong-state"):
        await service.do(consents.ask_guardian, case_id, service.resident)


async def test_a_no_of_the_guardian_stops_nothing_and_the_office_speaks_with_the_child() -> None:
    service, case_id, dispatcher = await named()
    before = service.case(case_id)
    await service.do(consents.answer, service.person(), DIGEST, agreed=False)
    after = service.case(case_id)
    assert (after.state, after.limit_at, after.cadre_id) == (before.state, before.limit_at, before.cadre_id)
    assert service.told(dispatcher) == ["guardian_denied"]
    assert "guardian_denied" not in service.told(service.resident)
    # The office has spoken with both by then.
    await service.do(consents.record_guardian, case_id, dispatcher, None)
    assert guardian(service.case(case_id)) == Assent(True, Means.OFFICE, service.now)


async def test_the_intake_office_records_a_yes_and_nobody_of_the_unit_does() -> None:
    service, case_id, dispatcher = await named()
    cadre = service.case(case_id).cadre_id or service.cadre()
    with pytest.raises(Refused, match="not-allowed"):
        await service.do(consents.record_guardian, case_id, cadre, None)
    await service.do(consents.record_guardian, case_id, dispatcher, None)
    assert guardian(service.case(case_id)) == Assent(True, Means.OFFICE, service.now)
    with pytest.raises(Refused, match="consent-known"):
        await service.do(consents.opened, service.person(), DIGEST)
    with pytest.raises(Refused, match="link-unknown"):
        await service.do(consents.opened, cadre, DIGEST)


@pytest.mark.parametrize("said", [Said.ALONE, Said.GROWN])
async def test_who_has_named_nobody_has_nobody_to_ask(said: Said) -> None:
    service, case_id, _ = await filed()
    await service.do(children.answer_child, case_id, service.resident, said)
    with pytest.raises(Refused, match="wrong-state"):
        await service.do(consents.ask_guardian, case_id, service.resident)


# ----- Nobody answers -----


async def test_the_cadre_is_reminded_of_a_link_some_days_on_and_before_it_ends() -> None:
    service, case_id, cadre = await asked()
    await service.judge(case_id, Verdict.AGREED)
    service.listen()
    await service.passes(days=4)
    assert "other_side_silent" not in service.told(cadre)
    await service.passes(days=3)  # The fifth day is a Saturday.
    assert service.told(cadre).count("other_side_silent") == 1
    await service.passes(days=48)
    assert service.told(cadre).count("other_side_silent") == 1
    (link,) = service.memory.of(Link)
    await service.until(link.until)
    assert service.told(cadre).count("other_side_silent") == 2
    assert service.said(cadre, "other_side_silent").args["until"] == link.until
    await service.passes(days=30)
    assert service.told(cadre).count("other_side_silent") == 2
    assert "other_side_silent" not in service.told(service.resident)


@pytest.mark.parametrize("agreed", [True, False])
async def test_whoever_has_answered_is_asked_no_more(agreed: bool) -> None:
    service, case_id, cadre = await asked()
    await service.judge(case_id, Verdict.AGREED)
    await service.do(consents.answer, service.person(), DIGEST, agreed=agreed)
    service.listen()
    await service.passes(days=60)
    assert "other_side_silent" not in service.told(cadre)


async def test_a_new_link_is_followed_from_its_own_day() -> None:
    service, case_id, cadre = await asked()
    await service.judge(case_id, Verdict.AGREED)
    await service.passes(days=6)
    service.listen()

    async def again(uow: UnitOfWork) -> None:
        made = Made("EFGH5678ABCD1234", ("https://town.example",), Kept("b" * 64, 900, "image/png"))
        await consents.link_made(uow, case_id, made, Purpose.SETTLEMENT)

    await service.do(again)
    await service.passes(days=4)
    assert "other_side_silent" not in service.told(cadre)
    await service.passes(days=3)
    assert service.told(cadre).count("other_side_silent") == 1


async def test_a_reminder_that_comes_too_late_speaks_of_no_link() -> None:
    service, case_id, cadre = await asked()
    await service.judge(case_id, Verdict.AGREED)
    (link,) = service.memory.of(Link)
    service.listen()
    service.now = link.until + timedelta(days=1)  # The program stood still.
    await service.passes(days=2)
    assert "other_side_silent" not in service.told(cadre)


async def test_the_child_is_reminded_and_in_the_end_the_office_asks_the_grown_up_itself() -> None:
    service, case_id, dispatcher = await named()
    service.listen()
    await service.passes(days=6)
    assert service.told(service.resident).count("guardian_silent") == 1
    assert "guardian_unheard" not in service.told(dispatcher)
    (link,) = service.memory.of(Link)
    await service.until(link.until)
    assert service.told(service.resident).count("guardian_silent") == 2
    assert [*service.told(dispatcher), *service.digest(dispatcher)].count("guardian_unheard") == 1
    assert service.case(case_id).is_open


HARM = "爸爸天天打我，我身上都是伤。"


@pytest.mark.parametrize("later", [True, False])
async def test_a_child_that_writes_of_harm_is_not_sent_to_a_grown_up_again(later: bool) -> None:
    service, case_id, dispatcher = await side_by_side(CHILD if later else f"我今年12岁，{HARM}")
    await service.do(consents.ask_guardian, case_id, service.resident)
    await linked(service, case_id, Purpose.GUARDIAN)
    if later:
        await service.do(residents.add, case_id, service.resident, HARM)
        await service.do(residents.add, case_id, service.resident, "路还是坏的。")
    service.listen()
    await service.passes(days=6)
    assert "guardian_silent" not in service.told(service.resident)
    assert [*service.told(dispatcher), *service.digest(dispatcher)].count("guardian_unheard") == 1


@pytest.mark.parametrize("ends", ["yes", "no", "recorded", "withdrawn"])
async def test_a_guardian_who_has_answered_is_not_waited_for_nor_once_the_case_is_over(ends: str) -> None:
    service, case_id, dispatcher = await named()
    match ends:
        case "recorded":
            await service.do(consents.record_guardian, case_id, dispatcher, None)
        case "withdrawn":
            await service.do(residents.withdraw, case_id, service.resident, None)
        case _:
            await service.do(consents.answer, service.person(), DIGEST, agreed=ends == "yes")
    service.listen()
    await service.passes(days=60)
    assert "guardian_silent" not in service.told(service.resident)


async def test_other_hands_are_no_reason_to_remind_again() -> None:
    service, case_id, _ = await named()
    service.cadre()
    await service.passes(days=6)
    service.listen()
    await service.do(accepting.accept, case_id, service.case(case_id).cadre_id, None)
    await service.passes(days=20)
    assert "guardian_silent" not in service.told(service.resident)


async def test_a_link_that_ends_soon_is_reminded_of_before_that_and_never_after() -> None:
    service, case_id, _ = await side_by_side()
    service.memory.rules = replace(service.memory.rules, profile=Profile(together=Together(sign_days=4)))
    await service.do(consents.ask_guardian, case_id, service.resident)
    await linked(service, case_id, Purpose.GUARDIAN)
    (link,) = service.memory.of(Link)
    assert [due.at for due in unanswered(service.case(case_id), service.memory.rules)] == [MONDAY + timedelta(days=1)]
    service.now = MONDAY + timedelta(days=2)
    await service.passes(hours=1)
    assert "guardian_silent" in service.told(service.resident)
    assert unanswered(service.case(case_id), service.memory.rules) == []
    assert link.until == MONDAY + timedelta(days=4)


# ----- Both have one phone -----


async def side_by_side(text: str = CHILD) -> tuple[Service, int, int]:
    """Return a service, the case of a child that has named a grown-up, and the dispatcher; nobody has a link."""
    service, case_id, dispatcher = await filed(text)
    await service.do(children.answer_child, case_id, service.resident, Said.GUARDIAN, "Grandma")
    service.listen()
    return service, case_id, dispatcher


def name_of(service: Service, case_id: int) -> str:
    petition: Petition = service.memory.rows["Petition", service.case(case_id).petition_id]
    return petition.guardian


@pytest.mark.parametrize("agreed", [True, False])
async def test_a_grown_up_beside_the_child_says_so_in_its_chat_and_it_is_recorded_as_that(agreed: bool) -> None:
    service, case_id, dispatcher = await side_by_side()
    await service.do(consents.guardian_beside, case_id, service.resident, "Li Hong", agreed=agreed)
    assert guardian(service.case(case_id)) == Assent(agreed, Means.BESIDE, service.now)
    assert name_of(service, case_id) == "Li Hong"
    kind = "guardian_agreed" if agreed else "guardian_denied"
    (line,) = [each for each in service.events(case_id) if each.kind == kind]
    assert (line.public, line.role, line.data["way"]) == (False, consents.BESIDE_CHILD, "beside")
    assert service.told(dispatcher) == ([] if agreed else ["guardian_denied"])
    with pytest.raises(Refused, match="wrong-state"):
        await service.do(consents.guardian_beside, case_id, service.resident, "Li Hong", agreed=True)
    # Nobody can tell who tapped: the office may still ask.
    await service.do(consents.record_guardian, case_id, dispatcher, None)
    assert guardian(service.case(case_id)) == Assent(True, Means.OFFICE, service.now)


async def test_what_was_said_in_the_chat_ends_the_reminders_of_a_link() -> None:
    service, case_id, _ = await named()
    await service.do(consents.guardian_beside, case_id, service.resident, "Li Hong", agreed=True)
    service.listen()
    await service.passes(days=60)
    assert "guardian_silent" not in service.told(service.resident)


@pytest.mark.parametrize("beside", [True, False])
@pytest.mark.parametrize("agreed", [True, False])
async def test_what_was_said_in_the_chat_leaves_the_link_to_whoever_holds_it_and_their_word_counts(
    beside: bool, agreed: bool
) -> None:
    service, case_id, dispatcher = await named()
    await service.do(consents.guardian_beside, case_id, service.resident, "Li Hong", agreed=beside)
    service.listen()
    await service.do(consents.answer, service.person(), DIGEST, agreed=agreed)
    assert guardian(service.case(case_id)) == Assent(agreed, Means.LINK, service.now)
    assert service.told(dispatcher) == ([] if agreed else ["guardian_denied"])


async def test_a_no_by_a_link_is_not_overruled_from_the_childs_chat() -> None:
    service, case_id, _ = await named()
    await service.do(consents.answer, service.person(), DIGEST, agreed=False)
    with pytest.raises(Refused, match="wrong-state"):
        await service.do(consents.guardian_beside, case_id, service.resident, "Li Hong", agreed=True)


@pytest.mark.parametrize("words", [f"我今年12岁，{HARM}", "我今年12岁，东镇河边村，我不想活了。"])
async def test_of_words_of_harm_nobody_is_asked_on_that_phone(words: str) -> None:
    service, case_id, _ = await side_by_side(words)
    with pytest.raises(Refused, match="not-beside"):
        await service.do(consents.guardian_beside, case_id, service.resident, "Li Hong", agreed=True)
    assert (guardian(service.case(case_id)), name_of(service, case_id)) == (None, "Grandma")


async def test_words_of_harm_that_come_later_count_as_well() -> None:
    service, case_id, _ = await side_by_side()
    await service.do(residents.add, case_id, service.resident, HARM)
    with pytest.raises(Refused, match="not-beside"):
        await service.do(consents.guardian_beside, case_id, service.resident, "Li Hong", agreed=True)
    assert guardian(service.case(case_id)) is None


async def test_words_of_harm_with_which_a_case_is_taken_up_again_count_as_well() -> None:
    service, case_id, _ = await side_by_side()
    await service.do(residents.withdraw, case_id, service.resident, None)
    await service.do(outcomes.reopen, case_id, service.resident, HARM)
    with pytest.raises(Refused, match="not-beside"):
        await service.do(consents.guardian_beside, case_id, service.resident, "Li Hong", agreed=True)


async def test_nobody_but_the_child_says_so_there_and_nobody_of_a_shielded_case() -> None:
    service, case_id, dispatcher = await side_by_side()
    cadre = service.case(case_id).cadre_id or service.cadre()
    for other in (cadre, dispatcher):
        with pytest.raises(Refused, match="not-allowed"):
            await service.do(consents.guardian_beside, case_id, other, "Li Hong", agreed=True)
    with pytest.raises(NotYours):
        await service.do(consents.guardian_beside, case_id, service.person(), "Li Hong", agreed=True)
    service.memory.add(replace(service.case(case_id), shielded=True))
    with pytest.raises(Refused, match="wrong-state"):
        await service.do(consents.guardian_beside, case_id, service.resident, "Li Hong", agreed=True)
