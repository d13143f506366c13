"""What a resident adds by answering the questions of a category. It stands on the case's card at once."""

from collections.abc import Sequence

from casework.actions.changing import change
from casework.actions.enclosing import as_data, enclose
from casework.actions.hardship import said_hardship
from casework.category_questions import HARDSHIP, QUESTION_BY_ID
from casework.errors import Refused
from casework.files import MARKS, File, FileKind
from casework.permissions import allowed, voice
from casework.petitions import Case, Detail
from casework.unit_of_work import UnitOfWork, event


async def answer(uow: UnitOfWork, case_id: int, by: int, question: str, words: str, files: Sequence[File] = ()) -> Case:
    """Record the answer to one question, in words, files or both, in place of an earlier one.

    Nobody is told of each answer: the follow-up "details" tells them all, once no more have come for a while. Raises
    Refused("stale") for no question of ours.
    """
    case = await allowed(uow, "detail", case_id, by)
    if question not in QUESTION_BY_ID:
        raise Refused("stale")
    event(uow, case, "detail", actor=by, role=voice(case, by), question=question, answer=words, **as_data(files))
    others = tuple(each for each in case.details if each.question != question)
    told = Detail(question, with_marks(case, words, [file.kind for file in files]))
    case = await change(uow, enclose(uow, case, files), details=(*others, told), details_at=uow.now)
    return await said_hardship(uow, case, by) if (question, words) == (HARDSHIP, "yes") else case


async def add_files(uow: UnitOfWork, case_id: int, by: int, files: Sequence[File]) -> Case:
    """Add files to a case: those of an answer, or what else was sent as one with them."""
    case = await allowed(uow, "detail", case_id, by)
    event(uow, case, "more_files", actor=by, role=voice(case, by), **as_data(files))
    return await change(uow, enclose(uow, case, files), details_at=uow.now)


def with_marks(case: Case, words: str, kinds: Sequence[FileKind]) -> str:
    """Return words with what stands for files of these kinds that come to the case next: "the contract 📷3"."""
    marks = (f"{MARKS[kind]}{case.files + at}" for at, kind in enumerate(kinds, start=1))
    return " ".join(each for each in (words, *marks) if each)
