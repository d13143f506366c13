"""Giving notice in writing: the notice under its number, copies of it on paper, and handing it to who has no chat.

What a notice is told by in the chat is the verb's own; here is what is given beside it and can be kept.
"""

from typing import Any, Final

from casework.actions.entering import messenger
from casework.actions.files import AT_ONCE
from casework.actions.telling import tell
from casework.errors import NotYours, Refused
from casework.files import File, FileKind, FileState, Job
from casework.notices import Urgency
from casework.papers import PAPER, Handed, Paper, PaperKind, draw, key_in, source_of
from casework.people import Person
from casework.permissions import allowed, role_in
from casework.petitions import Case
from casework.relations import relations
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event

_ENDING: Final = ".docx"


async def issue(uow: UnitOfWork, case: Case, kind: PaperKind, **data: Any) -> Paper:
    """Give a notice of a case in writing, in the name of the unit that has it, else of the intake office.

    `data` must be plain JSON values; what it says in words is the office's, never the resident's. Whoever has no chat
    gets it on paper: it waits for the clerk who passes things on, and stands in that clerk's next digest.
    """
    key, number = await _numbered(uow, case.unit_id)
    to_hand = case.clerk_id is not None
    paper = Paper(key, number, case.id, case.unit_id, kind, uow.now, data, to_hand)
    uow.put(paper)
    event(uow, case, "paper", actor=None, role="system", public=False, number=number, paper=kind.value)
    resident = await uow.get(Person, case.resident_id) if to_hand else None
    if resident is not None:
        clerk = await messenger(uow, resident, case)
        await tell(uow, clerk.id if clerk is not None else None, "paper_to_hand", Urgency.DIGEST, case)
    return paper


async def _numbered(uow: UnitOfWork, unit_id: int | None) -> tuple[str, str]:
    year = uow.rules.calendar.day(uow.now).year
    while True:
        key, number = draw(uow.org, unit_id, year, uow.rng)
        if await uow.get(Paper, key) is None:
            return key, number


async def register(uow: UnitOfWork, case_id: int, by: int) -> Paper:
    """Return the notice that a case is registered (article 22): given when it is first asked for, and the same then.

    In the chat everybody is told that at once; few want it on paper.
    """
    papers = await uow.papers_of_case(case_id)
    case = await allowed(uow, "papers", case_id, by)
    known = [paper for paper in papers if paper.kind is PaperKind.REGISTRATION]
    return known[0] if known else await issue(uow, case, PaperKind.REGISTRATION)


async def copy(uow: UnitOfWork, case_id: int, by: int, key: str) -> Paper:
    """Have a copy of a notice made for whoever may see its case; it comes as a file. Raises Refused("stale")."""
    case = await allowed(uow, "papers", case_id, by)
    paper = await uow.get(Paper, key)
    if paper is None or paper.case_id != case.id:
        raise Refused("stale")
    file = File(
        id=uow.new_id(),
        person_id=by,
        kind=FileKind.DOCUMENT,
        number=0,
        at=uow.now,
        name=paper.number + _ENDING,
        source=source_of(paper),
    )
    uow.put(file)
    uow.put(Job(uow.new_id(), PAPER, file.id, uow.now, AT_ONCE))
    return paper


async def copied(uow: UnitOfWork, file_id: int, digest: str, size: int, mime: str) -> None:
    """Hand over the copy that a job has made, to whoever still may see its case."""
    file = await uow.get(File, file_id)
    paper = await uow.get(Paper, key_in(file.source)) if file is not None else None
    case = await uow.get(Case, paper.case_id) if paper is not None else None
    if file is None or paper is None or case is None or not relations(uow.staff, uow.org, case, file.person_id):
        return
    uow.put(replace(file, source="", digest=digest, size=size, mime=mime, state=FileState.KEPT))
    # Without the case: whoever has locked their phone has asked for this just now, and for nothing else.
    await tell(uow, file.person_id, "paper", Urgency.NOW, file=file.id, number=paper.number)


async def not_copied(uow: UnitOfWork, file_id: int) -> None:
    """Say that no copy can be made: it can be asked for again."""
    file = await uow.get(File, file_id)
    if file is not None:
        uow.put(replace(file, source="", state=FileState.LOST))
        await tell(uow, file.person_id, "paper_failed", Urgency.NOW)


async def hand_paper(uow: UnitOfWork, case_id: int, by: int, key: str, how: Handed) -> Paper:
    """Record that a notice on paper has reached whom it is for, by whoever passes things on to them.

    Raises Refused("stale") for no notice of this case, and Refused("handed-already") for one that was recorded.
    """
    case = await allowed(uow, "hand_paper", case_id, by)
    paper = await uow.get(Paper, key)
    if paper is None or paper.case_id != case.id:
        raise Refused("stale")
    if paper.handed_at is not None:
        raise Refused("handed-already", number=paper.number)
    paper = replace(paper, handed_at=uow.now, handed_by=by, handed_how=how.value)
    uow.put(paper)
    event(uow, case, "paper_handed", actor=by, role=role_in(uow, case, by), number=paper.number, how=how.value)
    return paper


async def own(uow: UnitOfWork, key: str, person_id: int) -> tuple[Paper, Case]:
    """Return a notice and its case for whoever may see them. Raises NotYours."""
    paper = await uow.get(Paper, key)
    case = await uow.get(Case, paper.case_id) if paper is not None else None
    if paper is None or case is None or not relations(uow.staff, uow.org, case, person_id):
        raise NotYours
    return paper, case
