"""What units write to each other about a case: the resident never sees it, and wherever the case goes it goes along."""

from collections.abc import Sequence
from typing import Any

from casework.actions.above import tell_cadre
from casework.actions.changing import change
from casework.actions.enclosing import as_data, as_told, enclose, sent_by
from casework.actions.naming import without_names
from casework.actions.part_ends import parts_of
from casework.actions.part_notices import tell_part
from casework.actions.parts import hidden
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
    sent, unit_id = hidden(await sent_by(uow, by, files)), _unit_of(uow, case, by)
    words, role = await without_names(uow, case, words), role_in(uow, case, by)
    event(uow, case, "noted", actor=by, role=role, public=False, words=words, unit=unit_id, **as_data(sent))
    case = await change(uow, enclose(uow, case, sent))
    told_of: dict[str, Any] = {"who": by, "words": words, "unit_id": unit_id, **as_told(sent)}
    told = {by}
    if case.cadre_id != by:
        await tell_cadre(uow, case, "noted", Urgency.PUSH, **told_of)
        told |= {case.cadre_id or 0}
    for part in await parts_of(uow, case):
        if part.is_open and part.cadre_id not in told:
            told.update(await tell_part(uow, case, part, "noted", Urgency.PUSH, without=told, **told_of))
    return case


def _unit_of(uow: UnitOfWork, case: Case, by: int) -> int:
    """Return the unit for which somebody writes; 0 for the intake office and whoever else stands above."""
    units = {post.unit_id for post in uow.staff.of(by)}
    at_work = (case.unit_id, *(each.unit_id for each in case.assisting))
    return next((unit_id for unit_id in at_work if unit_id is not None and unit_id in units), 0)
