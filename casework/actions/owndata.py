"""A person's own data: a copy on request, and erasing it, as far as the law does not keep it.

Personal Information Protection Law, articles 45 (a copy) and 47 (erasing; what another law makes the service keep is
kept, and not used otherwise). Petitions are records of an office: what was asked and answered stays, without the name.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from casework.actions import ledger
from casework.actions.files import AT_ONCE, keep_made
from casework.actions.joining import is_behind, leave
from casework.actions.reception.booking import cancel_all
from casework.actions.telling import tell
from casework.errors import Refused
from casework.files import FileKind, Job, Kept
from casework.masking import mask
from casework.notices import Urgency
from casework.people import Address, Person
from casework.petitions import Case, Naming, Petition
from casework.replacing import replace
from casework.trail import LINES_ERASED
from casework.unit_of_work import UnitOfWork, event

EXPORT: Final = "export"
"""The kind of the job that puts a person's data together: its subject is the person."""

ERASE: Final = "erase"
"""The kind of the job that removes what was said in a person's chats: its subject is the person."""

BETWEEN: Final = timedelta(hours=1)
"""How long a person waits between two copies."""

_MOST: Final = 500
_NAME: Final = "doorstep.zip"


@dataclass(frozen=True, slots=True)
class Erased:
    """What erasing has left: petitions that are kept without a name, and cases that still run."""

    petitions: int
    running: int


async def request_export(uow: UnitOfWork, person_id: int) -> None:
    """Ask for a copy of one's data; it comes as a file. Raises Refused("export-soon") within an hour of the last."""
    person = await _person(uow, person_id)
    if person.exported_at is not None and uow.now - person.exported_at < BETWEEN:
        raise Refused("export-soon")
    uow.put(replace(person, exported_at=uow.now))
    uow.put(Job(uow.new_id(), EXPORT, person_id, uow.now, AT_ONCE))


async def exported(uow: UnitOfWork, person_id: int, kept: Kept) -> None:
    """Hand over the copy that a job has put together: a file of the person's own, in no case. One that was asked for
    before they had their data erased holds what they wanted gone: it is kept by nobody.
    """
    person = await _person(uow, person_id)
    if person.erased_at is not None and (person.exported_at is None or person.exported_at <= person.erased_at):
        return
    file = keep_made(uow, person_id, FileKind.DOCUMENT, kept, _NAME)
    await tell(uow, person_id, "own_data", Urgency.NOW, file=file.id)


async def erase(uow: UnitOfWork, person_id: int) -> Erased:
    """Erase a person's data at their word.

    Name, telephone and PIN go at once, and so do names and numbers in what they filed, the points that they shared, and
    their place behind the cases of others, and visits to come; the chats, drafts and files that
    belong to no petition by a job. While cases run, the person can still be reached, since an answer is owed to them;
    else their addresses are forgotten, too, and whoever writes from there later is somebody new.
    """
    cases = await uow.cases_of_resident(person_id, _MOST)
    joined = await uow.cases_joined(person_id, _MOST)
    bookings = await uow.bookings_of(person_id, _MOST)
    person = await _person(uow, person_id)
    await cancel_all(uow, bookings)
    for case in joined:
        if await is_behind(uow, case, person_id):
            await leave(uow, case.id, person_id)
    petitions = await uow.get_all(Petition, list(dict.fromkeys(case.petition_id for case in cases)))
    for petition in petitions:
        uow.put(_nameless(petition))
    for case in cases:
        event(uow, case, "erased", actor=person_id, role="resident")
        uow.put(_masked(case))
        await ledger.forget(uow, case)
    running = sum(case.is_open for case in cases)
    person = replace(
        person,
        name="",
        phone="",
        pin_digest="",
        pin_since=None,
        pin_tries=0,
        pin_until=None,
        erased_at=uow.now,
    )
    uow.put(person)
    uow.put(Job(uow.new_id(), ERASE, person_id, uow.now, AT_ONCE))
    return Erased(len(petitions), running)


async def note_erased(uow: UnitOfWork, case_id: int, lines: list[int]) -> None:
    """Record which lines of a case's timeline, by their ids, have lost the names and numbers in them."""
    case = await uow.get(Case, case_id)
    if case is not None:
        event(uow, case, LINES_ERASED, actor=None, role="system", public=False, lines=lines)


async def forget(uow: UnitOfWork, person_id: int, addresses: list[str]) -> None:
    """Let a person's addresses lead to nobody; the next words from there are somebody new's."""
    person = await uow.get(Person, person_id)
    if person is not None:
        uow.put(replace(person, home="", unreachable_at=uow.now))
    for address in await uow.get_all(Address, addresses):
        uow.put(replace(address, person_id=0))


def _masked(case: Case) -> Case:
    """Return a case without names and numbers in what its resident said."""
    recusal = case.recusal
    if recusal is not None:
        recusal = replace(recusal, plea=replace(recusal.plea, why=mask(recusal.plea.why)))
    return replace(
        case,
        text=mask(case.text),
        summary=mask(case.summary),
        place=mask(case.place),
        details=tuple(replace(each, answer=mask(each.answer)) for each in case.details),
        recusal=recusal,
        reply=replace(case.reply, to="") if case.reply is not None else None,
        lat=None,
        lon=None,
    )


def _nameless(petition: Petition) -> Petition:
    return replace(
        petition,
        text=mask(petition.text),
        naming=Naming.ANONYMOUS,
        name="",
        phone="",
        behalf=None,
        earlier="",
        guardian="",
    )


async def _person(uow: UnitOfWork, person_id: int) -> Person:
    person = await uow.get(Person, person_id)
    if person is None:
        raise Refused("not-found")
    return person
