"""Keeping a part with its holder's load; and how one ends without being reported: taken back, or over with its case."""

from collections.abc import Collection, Iterable

from casework.actions.loads import pass_load
from casework.actions.naming import without_names
from casework.actions.telling import tell
from casework.errors import Refused
from casework.notices import Urgency
from casework.parts import Part, PartState
from casework.permissions import role_in
from casework.petitions import Case, Outcome, OutcomeKind
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event


async def parts_of(uow: UnitOfWork, case: Case) -> list[Part]:
    """Return the parts of a case, in the order in which they were given; without those taken back."""
    ids = [each.part_id for each in case.assisting]
    return await uow.get_all(Part, ids) if ids else []


async def open_parts(uow: UnitOfWork, case: Case) -> list[Part]:
    """Return the parts of a case that are still owed."""
    return [part for part in await parts_of(uow, case) if part.is_open]


async def answer_alone(uow: UnitOfWork, case: Case, by: int, outcome: Outcome, why: str) -> None:
    """Record why a final outcome does not wait for the parts that are still owed; Refused("parts-open", count) where
    nobody says why. The resident reads nothing of it.
    """
    owed = await open_parts(uow, case) if outcome.kind is not OutcomeKind.PROMISED else []
    if owed and not why:
        raise Refused("parts-open", count=len(owed))
    if owed:
        why, role = await without_names(uow, case, why), role_in(uow, case, by)
        event(uow, case, "answered_alone", actor=by, role=role, public=False, why=why)


async def take_back(uow: UnitOfWork, case: Case, parts: Iterable[Part], by: int | None) -> Case:
    """Take parts out of a case, whatever has become of them: their units do not see it any longer. Return the case,
    still to be put.
    """
    gone = set()
    for part in parts:
        gone.add(part.id)
        await _end(uow, part, PartState.DROPPED)
        role = role_in(uow, case, by)
        event(uow, case, "part_dropped", actor=by, role=role, public=False, part=part.id, unit=part.unit_id)
    return replace(case, assisting=tuple(each for each in case.assisting if each.part_id not in gone))


async def without_units(uow: UnitOfWork, case: Case, unit_ids: Collection[int], by: int | None) -> Case:
    """Take the parts of these units out of a case: it is theirs now, or accuses them. Return it, still to be put."""
    found = [part for part in await parts_of(uow, case) if part.unit_id in unit_ids]
    return await take_back(uow, case, found, by) if found else case


async def end_parts(uow: UnitOfWork, case: Case) -> None:
    """Let the parts that are still owed be over with their case, and tell whoever worked them."""
    for part in await parts_of(uow, case):
        if part.is_open:
            await _end(uow, part, PartState.OVER)
            await tell(uow, part.cadre_id, "part_over", Urgency.DIGEST, case, part_id=part.id)


async def put_part(uow: UnitOfWork, part: Part, before: Part | None) -> None:
    """Put a part, and keep the load of whoever had it `before` and has it now; None for one that is new."""
    await pass_load(uow, "open_parts", before.holder_id if before is not None else None, part.holder_id)
    uow.put(part)


async def _end(uow: UnitOfWork, part: Part, state: PartState) -> None:
    ended = replace(part, state=state, over_at=uow.now, epoch=part.epoch + 1, epoch_at=uow.now)
    await put_part(uow, ended, part)
