"""What units write to each other about a case: the resident never sees it, and wherever the case goes it goes along."""

from collections.abc import Sequence

from casework.actions.above import tell_cadre
from casework.actions.changing import change
from casework.actions.enclosing import as_data, as_told, enclose, sent_by
from casework.actions.part_ends import parts_of
from casework.actions.part_notices import tell_part
from casework.actions.parts import hidden
from casework.masking import mask
from casework.notices import Urgency
from casework.permissions import allowed, role_in
from casework.petitions import Case
from casework.unit_of_work import UnitOfWork, event


async def note(uow: UnitOfWork, case_id: int, by: int, words: str, files: Sequence[int] = ()) -> Case:
    """Write to the units that work a case together: its cadre, and whoever has a part of it, are told.

    Names and numbers in `words` are masked before anything is kept: the readers serve in several units. `files` are
    ids of files that `by` has sent to it; they stay among the units.
    """
    case = await allowed(uow, "note", case_id, by)
    sent, words = hidden(await sent_by(uow, by, files)), mask(words)
    event(uow, case, "noted", actor=by, role=role_in(uow, case, by), public=False, words=words, **as_data(sent))
    case = await change(uow, enclose(uow, case, sent))
    told = {by}
    if case.cadre_id != by:
        await tell_cadre(uow, case, "noted", Urgency.PUSH, who=by, words=words, **as_told(sent))
        told |= {case.cadre_id or 0}
    for part in await parts_of(uow, case):
        if part.is_open and part.cadre_id not in told:
            ids = await tell_part(
                uow, case, part, "noted", Urgency.PUSH, without=told, who=by, words=words, **as_told(sent)
            )
            told.update(ids)
    return case
