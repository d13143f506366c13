"""Asking somebody without a part in a case for their yes, by a link; and taking what they say.

Whoever holds a link is known by it alone. They are in no relation to the case: they see the words of a settlement, or
that a child has named them, and nothing more. What a child wrote is never shown to who may have harmed it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from casework.actions.above import on_case, tell_above, tell_cadre
from casework.actions.changing import change
from casework.actions.enclosing import enclose, sent_by
from casework.actions.links import Made, hand, have_made, link_of
from casework.actions.outcomes import again
from casework.actions.parts import hidden
from casework.actions.telling import tell, tell_resident
from casework.conditions import waits_for_guardian, waits_for_other_side
from casework.consents import ASKED, Assent, Means, Unanswered
from casework.danger import suspect
from casework.errors import Refused
from casework.links import Link, Purpose
from casework.notices import Urgency
from casework.people import Role
from casework.permissions import allowed, role_in
from casework.petitions import Case, Petition
from casework.plans.consents import ends_soon
from casework.relations import relations
from casework.replacing import replace
from casework.shielding import is_accused
from casework.unit_of_work import UnitOfWork, event

ASKED_BY_LINK: Final = "asked_by_link"
"""The role of whoever has said something by a link."""

BESIDE_CHILD: Final = "beside_child"
"""The role of whoever has said something in a child's own chat."""


# ----- Asking -----


async def ask_other_side(uow: UnitOfWork, case_id: int, by: int, epoch: int | None) -> Case:
    """Ask for a link that the cadre gives to the other side of a settlement."""
    return have_made(uow, await allowed(uow, "ask_other_side", case_id, by, epoch), Purpose.SETTLEMENT)


async def ask_guardian(uow: UnitOfWork, case_id: int, by: int) -> Case:
    """Ask for a link that a child gives to the grown-up who knows."""
    return have_made(uow, await allowed(uow, "ask_guardian", case_id, by), Purpose.GUARDIAN)


async def link_made(uow: UnitOfWork, case_id: int, made: Made, purpose: Purpose) -> None:
    """Hand a link to whoever passes it on. Nothing where it is not asked any more."""
    case = await uow.get(Case, case_id)
    asked_at = _asked_at(case, purpose) if case is not None else None
    to = await _passes_on(uow, case, purpose) if case is not None else None
    if case is None or asked_at is None or to is None:
        return
    until = uow.now + timedelta(days=uow.rules.profile.together.sign_days)
    case = await _waiting(uow, case, purpose, Unanswered(uow.now, until))
    await hand(uow, to, case, made, purpose, until=until, asked_at=asked_at)


async def no_link(uow: UnitOfWork, case_id: int, purpose: Purpose) -> None:
    """Tell whoever asked for a link that none could be made."""
    case = await uow.get(Case, case_id)
    to = await _passes_on(uow, case, purpose) if case is not None else None
    if to is not None:
        await tell(uow, to, "no_consent_link", Urgency.NOW, case)


async def remind_other_side(uow: UnitOfWork, case: Case, round_: int) -> None:
    """Remind the cadre that the other side has not answered; a signed paper does as well. Nothing once the link
    is over, which would be spoken of as one that still serves.
    """
    link = case.meeting.unanswered if case.meeting is not None else None
    if link is not None and uow.now < link.until:
        await tell_cadre(uow, case, "other_side_silent", Urgency.PUSH, follow_up=True, until=link.until)


async def remind_guardian(uow: UnitOfWork, case: Case, round_: int) -> None:
    """Remind the child that the grown-up has not answered; before the link ends the intake office, too, which can ask
    them itself. A child that writes of harm is not sent to a grown-up again: the office hears at once, and alone.
    Nothing once it is over.
    """
    link = case.child.unanswered if case.child is not None else None
    if link is None or uow.now >= link.until:
        return
    petition = await uow.get(Petition, case.petition_id)
    harmed = petition is None or speaks_of_harm(case, petition)
    if not harmed:
        case = await tell_resident(uow, case, "guardian_silent", follow_up=True, until=link.until)
    if harmed or ends_soon(link, uow.rules, uow.now):
        await tell_above(uow, case, Role.DISPATCHER, "guardian_unheard", Urgency.PUSH, follow_up=True, until=link.until)


# ----- Saying yes or no -----


async def opened(uow: UnitOfWork, by: int, digest: str) -> tuple[Case, Link]:
    """Return what is asked by a link, by the digest of its code.

    Raises Refused("link-unknown") for one that is wrong, has ended or is used, for what is not asked any more, and for
    whoever works the case or is accused in it; Refused("consent-own") for its resident, who is not who is asked;
    Refused("consent-said") for whoever has answered by it; Refused("consent-known") where a grown-up of the child has
    said yes by another link, or to the office.
    """
    link = await link_of(uow, digest, ASKED)
    if link is not None and link.used_by == by:
        raise Refused("consent-said")
    case = await uow.get(Case, link.case_id) if link is not None else None
    if link is None or case is None or link.used_by is not None or link.until <= uow.now:
        raise Refused("link-unknown")
    if case.resident_id == by:
        raise Refused("consent-own")
    concerned = relations(uow.staff, uow.org, case, by) or is_accused(uow.org, case, uow.staff.of(by))
    if concerned:
        raise Refused("link-unknown")
    asked_at = _asked_at(case, link.purpose)
    if asked_at is None and link.purpose is Purpose.GUARDIAN:
        raise Refused("consent-known")
    if asked_at != link.asked_at:
        raise Refused("link-unknown")
    return case, link


async def answer(uow: UnitOfWork, by: int, digest: str, *, agreed: bool) -> Purpose:
    """Take what somebody says by a link, once. Raises as `opened` does.

    A no to a settlement puts the case back to work, also where its resident has called it settled. A no of a guardian
    stops nothing: the intake office is told, as of a child alone.
    """
    case, link = await opened(uow, by, digest)
    uow.put(replace(link, used_by=by))
    said = Assent(agreed, Means.LINK, uow.now)
    if link.purpose is Purpose.GUARDIAN:
        await _guardian(uow, case, said, by, ASKED_BY_LINK)
    else:
        await _other_side(uow, case, said, by, ASKED_BY_LINK)
    return link.purpose


async def record_other_side(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, files: Sequence[int]) -> Case:
    """Record that the other side has signed the settlement on paper; `files` prove it, and stay among the units.

    Raises Refused("needs-document") without one.
    """
    case = await allowed(uow, "record_other_side", case_id, by, epoch)
    sent = await sent_by(uow, by, files)
    if not sent:
        raise Refused("needs-document")
    case = enclose(uow, case, hidden(sent))
    said = Assent(True, Means.PAPER, uow.now)
    return await _other_side(uow, case, said, by, role_in(uow, case, by), proof=[file.id for file in sent])


async def guardian_beside(uow: UnitOfWork, case_id: int, by: int, name: str, *, agreed: bool) -> Case:
    """Take what a grown-up says in the child's own chat, where both have one phone; `name` is known to intake alone.

    It is recorded as such, and the office may still ask them. Raises as `beside` does.
    """
    case, petition = await beside(uow, case_id, by)
    uow.put(replace(petition, guardian=name))
    return await _guardian(uow, case, Assent(agreed, Means.BESIDE, uow.now), by, BESIDE_CHILD)


async def beside(uow: UnitOfWork, case_id: int, by: int) -> tuple[Case, Petition]:
    """Return a child's case, and its petition, whose grown-up may say so in the child's own chat.

    Raises Refused("not-beside") where the child's words speak of harm: whoever did it may hold the phone.
    """
    case = await allowed(uow, "guardian_beside", case_id, by)
    petition = await uow.get(Petition, case.petition_id)
    if petition is None or speaks_of_harm(case, petition):
        raise Refused("not-beside")
    return case, petition


def speaks_of_harm(case: Case, petition: Petition) -> bool:
    """Tell whether what a child filed, answered or added is a reason to ask whether somebody harms it, or others."""
    words = (case.text or petition.text, *(each.answer for each in case.details))
    return (case.child is not None and case.child.harm) or any(suspect(each) is not None for each in words)


async def record_guardian(uow: UnitOfWork, case_id: int, by: int, epoch: int | None) -> Case:
    """Record that the intake office has spoken with the grown-up whom a child has named, and that they agree."""
    case = await allowed(uow, "record_guardian", case_id, by, epoch)
    return await _guardian(uow, case, Assent(True, Means.OFFICE, uow.now), by, role_in(uow, case, by))


async def _other_side(uow: UnitOfWork, case: Case, said: Assent, by: int, role: str, proof: Sequence[int] = ()) -> Case:
    if case.meeting is None:
        raise ValueError("a settlement without a meeting")
    kind = "other_side_agreed" if said.agreed else "other_side_denied"
    event(uow, case, kind, actor=by, role=role, way=said.way.value, proof=list(proof))
    case = replace(case, meeting=replace(case.meeting, other=said, unanswered=None))
    if not said.agreed:
        return await again(uow, case, kind, hears="settlement_off")
    case = await change(uow, case, news_at=uow.now)
    if said.way is Means.LINK:
        await tell_cadre(uow, case, "other_side_said", Urgency.PUSH)
    return await tell_resident(uow, case, kind)


async def _guardian(uow: UnitOfWork, case: Case, said: Assent, by: int, role: str) -> Case:
    if case.child is None:
        raise ValueError("a guardian of nobody")
    kind = "guardian_agreed" if said.agreed else "guardian_denied"
    event(uow, case, kind, actor=by, role=role, public=False, way=said.way.value)
    case = await change(uow, case, child=replace(case.child, guardian=said, unanswered=None))
    if not said.agreed:
        await tell_above(uow, case, Role.DISPATCHER, kind, Urgency.LIMIT)
    return case


async def _waiting(uow: UnitOfWork, case: Case, purpose: Purpose, link: Unanswered) -> Case:
    """Record that a link is on its way to somebody, and return the case."""
    event(uow, case, purpose.job, actor=None, role="system", public=False)
    if purpose is Purpose.GUARDIAN and case.child is not None:
        return await change(uow, case, child=replace(case.child, unanswered=link))
    if purpose is Purpose.SETTLEMENT and case.meeting is not None:
        return await change(uow, case, meeting=replace(case.meeting, unanswered=link))
    return case


async def _passes_on(uow: UnitOfWork, case: Case, purpose: Purpose) -> int | None:
    """Return who passes a link on: the child, or whoever works the case."""
    if purpose is Purpose.GUARDIAN:
        return case.resident_id
    cadre = await on_case(uow, case)
    return cadre.id if cadre is not None else None


def _asked_at(case: Case, purpose: Purpose) -> datetime | None:
    """Return the moment of what is asked; None where nothing is, or it was said already."""
    if purpose is Purpose.GUARDIAN:
        return case.child.asked_at if case.child is not None and waits_for_guardian(case) else None
    return case.proposed_at if waits_for_other_side(case) else None
