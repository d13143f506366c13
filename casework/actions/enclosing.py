"""Where files belong: to a draft, to the petition that it becomes, to a case that runs; and how they are numbered."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from casework.files import File, FileState
from casework.marks import numbers_in
from casework.permissions import voice
from casework.petitions import Case, Draft, Petition
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event


def attach(uow: UnitOfWork, draft: Draft, files: Sequence[File]) -> tuple[Draft, list[File]]:
    """Add files to a draft; return it with their number, still to be put, and them with their numbers in it."""
    added = [
        replace(file, number=draft.files + at, draft_id=draft.id, petition_id=None, case_id=None)
        for at, file in enumerate(files, start=1)
    ]
    for file in added:
        uow.put(file)
    return replace(draft, files=draft.files + len(added)), added


def enclose(uow: UnitOfWork, case: Case, files: Sequence[File]) -> Case:
    """Add files to a case that runs, counted on from those it has; return it with their number, still to be put."""
    for at, file in enumerate(files, start=1):
        uow.put(replace(file, number=case.files + at, draft_id=None, petition_id=None, case_id=case.id))
    return _counting(case, files)


def file_with(uow: UnitOfWork, petition: Petition, cases: Sequence[Case], files: Sequence[File]) -> tuple[Case, ...]:
    """Give a draft's files to the petition that it has become; return its cases, put with the number of their files.

    A file whose mark stands within the words of one matter belongs to that case alone, any other to the petition as
    a whole. The latter are not shown to the staff of a case beside a shielded one: they may belong to that.
    """
    of = {number: case.id for case in cases for number in numbers_in(case.text)}
    placed = [replace(file, draft_id=None, petition_id=petition.id, case_id=of.get(file.number)) for file in files]
    for file in placed:
        uow.put(file)
    shielded = any(case.shielded for case in cases)
    counted = []
    for case in cases:
        whole = case.shielded or not shielded
        own = [file for file in placed if file.case_id == case.id or (whole and file.case_id is None)]
        counted.append(_counting(case, own))
        if own:
            uow.put(counted[-1])
    return tuple(counted)


async def sent_by(uow: UnitOfWork, by: int, ids: Sequence[int]) -> list[File]:
    """Return files that somebody has sent and that belong nowhere yet, in order; any others are left out."""
    files = await uow.get_all(File, list(dict.fromkeys(ids))) if ids else []
    return [file for file in files if file.person_id == by and file.case_id is None and file.draft_id is None]


async def take_back(uow: UnitOfWork, case: Case, by: int, ids: Sequence[int]) -> list[File]:
    """Take files that somebody has sent to a case out of it again, and return them: they belong somewhere else."""
    found = await uow.get_all(File, list(ids)) if ids else []
    files = [file for file in found if file.person_id == by and file.case_id == case.id]
    for file in files:
        uow.put(replace(file, case_id=None))
    lost = sum(file.state is FileState.LOST for file in files)
    if files:
        event(uow, case, "files_taken_back", actor=by, role=voice(case, by), public=False, **as_data(files))
        uow.put(replace(case, files=case.files - len(files), files_lost=case.files_lost - lost))
    return files


def as_data(files: Sequence[File]) -> dict[str, Any]:
    """Return files as a line of the timeline keeps them: ids by kind, under the name "files"; empty for none."""
    ids: dict[str, list[int]] = defaultdict(list)
    for file in files:
        ids[file.kind.value].append(file.id)
    return {"files": dict(ids)} if ids else {}


def as_told(files: Sequence[File]) -> dict[str, Any]:
    """Return files as a notice names them: their ids, under the name "files"; empty for none."""
    return {"files": [file.id for file in files]} if files else {}


def _counting(case: Case, files: Sequence[File]) -> Case:
    lost = sum(file.state is FileState.LOST for file in files)
    return replace(case, files=case.files + len(files), files_lost=case.files_lost + lost)
