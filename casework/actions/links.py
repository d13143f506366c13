"""Links are made by jobs, since their codes are kept nowhere, and handed to whoever passes them on."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from casework.actions.files import AT_ONCE, keep_made
from casework.actions.telling import tell
from casework.files import FileKind, Job, Kept
from casework.links import Link, Purpose
from casework.notices import Urgency
from casework.numbers import invite_digest
from casework.petitions import Case
from casework.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Made:
    """A link as a job has made it: the code that opens it, its addresses in the channels, and its picture."""

    code: str
    addresses: tuple[str, ...]
    picture: Kept


def have_made(uow: UnitOfWork, case: Case, purpose: Purpose) -> Case:
    """Ask for a link of a case, and return the case."""
    uow.put(Job(uow.new_id(), purpose.job, case.id, uow.now, AT_ONCE))
    return case


async def hand(
    uow: UnitOfWork,
    to: int,
    case: Case,
    made: Made,
    purpose: Purpose,
    *,
    until: datetime,
    asked_at: datetime | None = None,
) -> None:
    """Hand a link of a case to whoever passes it on, with its picture; `until` and `asked_at` as in Link."""
    uow.put(Link(invite_digest(made.code), case.id, purpose, until, asked_at))
    picture = keep_made(uow, to, FileKind.PHOTO, made.picture)
    addresses = "\n".join(made.addresses)
    facts: dict[str, Any] = {"addresses": addresses, "code": made.code, "until": until, "files": [picture.id]}
    await tell(uow, to, purpose.job, Urgency.NOW, case, **facts)


async def link_of(uow: UnitOfWork, digest: str, purposes: Collection[Purpose]) -> Link | None:
    """Return the link of a code, by its digest, where it is for one of these purposes; None for any other, and none."""
    link = await uow.get(Link, digest)
    return link if link is not None and link.purpose in purposes else None
