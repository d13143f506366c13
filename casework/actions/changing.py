"""How every verb changes a case: the load numbers of people follow, and a new epoch keeps what still holds."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any, Final

from casework.actions.calling_back import draw
from casework.actions.telling import tell
from casework.callbacks import drawn_from_end
from casework.notices import Urgency
from casework.people import Person
from casework.petitions import Case, Closing, Petition, State
from casework.unit_of_work import UnitOfWork, event

_OF_LIMIT: Final = frozenset({"late", "limit_half", "limit_most", "limit_day"})
_OF_PROMISE: Final = frozenset({"promise", "promise_late"})
_OF_OUTCOME: Final = frozenset({"confirm"})
# These look at the moment of what they speak of, not at the epoch.
_ALWAYS: Final = frozenset(
    {"question", "visit_tomorrow", "visit_over", "meeting_tomorrow", "meeting_over", "hardship", "upward", "child"}
)
_MEETS: Final = frozenset({State.WORKING, State.PROMISED})  # What is announced falls with an answer, or other hands.


async def change(uow: UnitOfWork, case: Case, **fields: Any) -> Case:
    """Put the case with other fields, and keep the numbers right: of its old and new cadre's load, of its petition."""
    after = replace(case, **fields)
    if after.recusal is not None and after.recusal.cadre_id != after.cadre_id:
        # Somebody else has it by now: what the resident wished for has come true.
        after = replace(after, recusal=None)
    if after.meeting is not None and after.meeting.is_ahead and after.state not in _MEETS:
        after = replace(after, meeting=None)
    if before_after := after.is_open - case.is_open:
        petition = await uow.get(Petition, case.petition_id)
        if petition is not None:
            uow.put(replace(petition, open_cases=petition.open_cases + before_after))
    before_id, after_id = _holder(case), _holder(after)
    if before_id != after_id:
        await _load(uow, before_id, -1)
        await _load(uow, after_id, +1)
    uow.put(after)
    return after


async def new_epoch(uow: UnitOfWork, case: Case, *, keep: Collection[str] = (), **fields: Any) -> Case:
    """Change the case and raise its epoch: who must act, or which limit runs, is another now.

    Follow-ups start afresh, but those of a limit or a promise that runs on have been told already: handing a late
    case to somebody else must neither hide it nor tell everyone above again. `keep` names further kinds that go on.
    """
    kept = {*keep, *_ALWAYS}
    if fields.get("limit_at", case.limit_at) == case.limit_at:
        kept |= _OF_LIMIT
    if fields.get("promise_at", case.promise_at) == case.promise_at:
        kept |= _OF_PROMISE
    if fields.get("proposed_at", case.proposed_at) == case.proposed_at:
        kept |= _OF_OUTCOME
    fired = {kind: each for kind, each in case.fired.items() if kind in kept}
    return await change(uow, case, epoch=case.epoch + 1, epoch_at=uow.now, fired=fired, **fields)


async def close(uow: UnitOfWork, case: Case, closing: Closing, *, by: int | None, role: str) -> Case:
    """Close the case; its questions, visits and waiting end with it, and its petition with the last of its cases."""
    case = await new_epoch(
        uow,
        case,
        state=State.CLOSED,
        closing=closing,
        closed_at=uow.now,
        question="",
        visit_at=None,
        wait_until=None,
        wait_why="",
    )
    event(uow, case, "closed", actor=by, role=role, closing=closing.value)
    petition = await uow.get(Petition, case.petition_id)
    if petition is not None and petition.cases > 1 and not petition.open_cases:
        await tell(uow, case.resident_id, "petition_over", Urgency.NOW, case, count=petition.cases)
    return await draw(uow, case, drawn_from_end(case))


def _holder(case: Case) -> int | None:
    return case.cadre_id if case.is_open else None


async def _load(uow: UnitOfWork, person_id: int | None, step: int) -> None:
    person = await uow.get(Person, person_id) if person_id is not None else None
    if person is not None:
        uow.put(replace(person, open_cases=person.open_cases + step))
