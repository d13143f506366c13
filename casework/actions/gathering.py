"""Joint petitions: a resident lets neighbours sign a case by a link, and some of them speak for it (article 20)."""

from datetime import timedelta
from typing import Final

from casework.actions.changing import change
from casework.actions.joining import stand_behind
from casework.actions.links import Made, hand, have_made, link_of
from casework.actions.telling import tell, tell_resident
from casework.errors import Refused
from casework.joining import Joining, Joint, Supporter, supporter_key
from casework.links import Link, Purpose
from casework.notices import Urgency
from casework.permissions import ALLOWED, allowed
from casework.petitions import Case
from casework.relations import Relation, relations
from casework.replacing import replace
from casework.shielding import is_accused
from casework.unit_of_work import UnitOfWork, event

JOINING: Final = (Purpose.SIGN, Purpose.SPEAK)
"""The links of joint petitions."""

LONGEST: Final = 600
"""Characters of what neighbours read before they sign."""


async def gather(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, text: str) -> Case:
    """Let neighbours sign a case: they read `text`, which its resident has agreed to show, and nothing else of it.

    A job makes the link, since its code is kept nowhere. Asked again, there is another link, and the text is the new
    one; links of before stay good until they end.
    """
    case = await allowed(uow, "gather", case_id, by, epoch)
    until = uow.now + timedelta(days=uow.rules.profile.together.sign_days)
    joint = replace(case.joint, text=text, until=until) if case.joint is not None else Joint(text, until)
    event(uow, case, "gathered", actor=by, role=Relation.RESIDENT.value)
    have_made(uow, case, Purpose.SIGN)
    return await change(uow, case, joint=joint)


async def ask_representative(uow: UnitOfWork, case_id: int, by: int) -> Case:
    """Ask for a link that the initiator gives to somebody who is to speak for the petition; they may still say no.

    Raises Refused("not-joint"), and Refused("speakers-many", most) where there are as many as may come (article 20).
    """
    case = await allowed(uow, "gather", case_id, by)
    _refuse_many(uow, case)
    return have_made(uow, case, Purpose.SPEAK)


async def link_made(uow: UnitOfWork, case_id: int, made: Made, purpose: Purpose) -> None:
    """Hand a link to the initiator. Nothing where the petition can't be signed any more."""
    case = await uow.get(Case, case_id)
    if case is not None and case.joint is not None and _can_be_signed(case):
        await hand(uow, case.resident_id, case, made, purpose, until=case.joint.until)


async def no_link(uow: UnitOfWork, case_id: int, purpose: Purpose) -> None:
    """Tell the initiator that no link could be made."""
    case = await uow.get(Case, case_id)
    if case is not None:
        await tell(uow, case.resident_id, "no_link", Urgency.NOW, case)


async def opened(uow: UnitOfWork, by: int, digest: str) -> tuple[Case, Joint, Link]:
    """Return the petition of a link, by the digest of its code: what somebody may read before they sign.

    Raises Refused("link-unknown") for one that is wrong or has ended, or whose case hides something by now, and
    Refused("link-own") for the initiator.
    """
    link = await link_of(uow, digest, JOINING)
    case = await uow.get(Case, link.case_id) if link is not None else None
    if link is None or case is None or case.joint is None:
        raise Refused("link-unknown")
    used = link.used_by not in {None, by}
    if used or link.until <= uow.now or not _can_be_signed(case) or _is_concerned(uow, case, by):
        raise Refused("link-unknown")
    if case.resident_id == by:
        raise Refused("link-own")
    return case, case.joint, link


async def sign(uow: UnitOfWork, by: int, digest: str) -> Case:
    """Sign a joint petition by its link; whoever opens a link to speak for it agrees to that, too.

    Raises as `opened` does; Refused("signed-already"), and Refused("speakers-many", most).
    """
    case, joint, link = await opened(uow, by, digest)
    known = await uow.get(Supporter, supporter_key(case.id, by))
    signed = known is not None and known.left_at is None
    if link.purpose is Purpose.SPEAK and by not in joint.representatives:
        _refuse_many(uow, case)
        uow.put(replace(link, used_by=by))
        joint = replace(joint, representatives=(*joint.representatives, by))
        case = await change(uow, case, joint=joint)
        event(uow, case, "representative", actor=by, role=Relation.REPRESENTATIVE.value, public=False)
        case = await stand_behind(uow, case, by, Joining.SIGNED, representative=True)
        return await tell_resident(uow, case, "representative", count=len(joint.representatives))
    if signed:
        raise Refused("signed-already", number=case.label)
    return await stand_behind(uow, case, by, Joining.SIGNED)


def _can_be_signed(case: Case) -> bool:
    """Tell whether a case may be shown to those who hold its link."""
    return case.state in ALLOWED["gather"][1] and not case.shielded and case.merged_into is None


def _is_concerned(uow: UnitOfWork, case: Case, by: int) -> bool:
    """Tell whether somebody works the case, or stands above it, or is accused: they don't sign it."""
    others = relations(uow.staff, uow.org, case, by) - {Relation.RESIDENT}
    return bool(others) or is_accused(uow.org, case, uow.staff.of(by))


def _refuse_many(uow: UnitOfWork, case: Case) -> None:
    if case.joint is None:
        raise Refused("not-joint")
    most = uow.rules.profile.together.representatives
    if len(case.joint.representatives) + 1 >= most:
        raise Refused("speakers-many", most=most)
