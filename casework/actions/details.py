"""What a resident adds by answering the questions of a category. It stands on the case's card at once."""

from casework.actions.changing import change
from casework.category_questions import QUESTION_BY_ID
from casework.errors import Refused
from casework.permissions import allowed
from casework.petitions import Case, Detail
from casework.unit_of_work import UnitOfWork, event


async def answer(uow: UnitOfWork, case_id: int, by: int, question: str, words: str) -> Case:
    """Record the answer to one question, in place of an earlier one. Raises Refused("stale") for no question of ours.

    Nobody is told of each answer: the follow-up "details" tells them all, once no more have come for a while.
    """
    case = await allowed(uow, "detail", case_id, by)
    if question not in QUESTION_BY_ID:
        raise Refused("stale")
    event(uow, case, "detail", actor=by, role="resident", question=question, answer=words)
    others = tuple(each for each in case.details if each.question != question)
    return await change(uow, case, details=(*others, Detail(question, words)), details_at=uow.now)
