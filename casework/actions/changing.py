"""How every verb changes a case: the load numbers of people follow, merged cases follow their master, and a new epoch
keeps what still holds.
"""

from collections.abc import Collection
from typing import Any, Final

from casework.actions import promises
from casework.actions.above import tell_above, tell_cadre
from casework.actions.calling_back import draw
from casework.actions.loads import pass_load
from casework.actions.part_ends import end_parts
from casework.actions.telling import tell, with_news
from casework.callbacks import drawn_from_end
from casework.disputes import OBJECTABLE
from casework.merged import news_for
from casework.notices import Urgency
from casework.people import Role
from casework.petitions import Case, Closing, Petition, State
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event

_OF_LIMIT: Final = frozenset({"late", "limit_half", "limit_most", "limit_day"})
_OF_PROMISE: Final = frozenset({"promise", "promise_late"})
_OF_OUTCOME: Final = frozenset({"confirm"})
_OF_OBJECTION: Final = frozenset({"objection"})
# These look at the moment of what they speak of, or at a count of their own, and not at the epoch.
_ALWAYS: Final = frozenset(
    {
        *("question", "visit_tomorrow", "visit_over", "meeting_tomorrow", "meeting_over"),
        *("hardship", "upward", "child", "news", "pressed", "many", "other_side_silent", "guardian_silent"),
    }
)
_MEETS: Final = frozenset({State.WORKING, State.PROMISED})  # What is announced falls with an answer, or other hands.
_ALONE: Final = frozenset({State.WAITING, State.WORKING})  # What has parted is worked by itself: so is its next answer.
# What may change while who must act, and by when, stays.
_OF_NO_EPOCH: Final = frozenset({"news_at", "assigned_at"})


async def change(uow: UnitOfWork, case: Case, **fields: Any) -> Case:
    """Put the case with other fields, and keep the numbers right: of its old and new cadre's load, of its petition."""
    after = _in_unit(uow, case, replace(case, **fields))
    if after.recusal is not None and after.recusal.cadre_id != after.cadre_id:
        # Somebody else has it by now: what the resident wished for has come true.
        after = replace(after, recusal=None)
    if after.meeting is not None and after.meeting.is_ahead and after.state not in _MEETS:
        after = replace(after, meeting=None)
    if after.merged_at is not None and after.merged_into is None and after.state in _ALONE:
        after = replace(after, merged_at=None)
    if before_after := after.is_open - case.is_open:
        petition = await uow.get(Petition, case.petition_id)
        if petition is not None:
            uow.put(replace(petition, open_cases=petition.open_cases + before_after))
    await pass_load(uow, "open_cases", _holder(case), _holder(after))
    uow.put(after)
    if after.merged and after.is_open:
        await _lead(uow, after)
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
    if fields.get("objection", case.objection) == case.objection:
        kept |= _OF_OBJECTION
    fired = {kind: each for kind, each in case.fired.items() if kind in kept}
    return await change(uow, case, epoch=case.epoch + 1, epoch_at=uow.now, fired=fired, **fields)


async def close(uow: UnitOfWork, case: Case, closing: Closing, *, by: int | None, role: str) -> Case:
    """Close the case; its questions, visits, waiting and supervision end with it, and its petition with the last of its
    cases.

    What was merged into it goes on. Its supporters hear how it ended.
    """
    press = case.press
    case = await disband(uow, await part(uow, case))
    case = await new_epoch(
        uow,
        with_news(uow, case, soon=True),
        state=State.CLOSED,
        closing=closing,
        closed_at=uow.now,
        question="",
        visit_at=None,
        wait_until=None,
        wait_why="",
        press=None,
        owner_asked=None,
    )
    await end_parts(uow, case)
    if closing is not Closing.CONTESTED:
        await promises.end(uow, case)
    event(uow, case, "closed", actor=by, role=role, closing=closing.value)
    for above, kind in ((press.by if press is not None else None, "press_closed"), (case.owner_id, "owned_closed")):
        if above != by:
            await tell(uow, above, kind, Urgency.DIGEST, case)
    petition = await uow.get(Petition, case.petition_id)
    if petition is not None and petition.cases > 1 and not petition.open_cases:
        await tell(uow, case.resident_id, "petition_over", Urgency.NOW, case, count=petition.cases)
    return await draw(uow, case, drawn_from_end(case))


async def part(uow: UnitOfWork, case: Case) -> Case:
    """Let a merged case stand on its own, as it stands now, and return it; any other one is returned as it is."""
    if case.merged_into is None:
        return case
    master = await uow.get(Case, case.merged_into)
    if master is not None:
        uow.put(replace(master, merged=tuple(each for each in master.merged if each != case.id)))
    return await new_epoch(uow, case, merged_into=None)


async def disband(uow: UnitOfWork, master: Case) -> Case:
    """Let what was merged into a case go on without it, and return the case.

    The residents have the word on an outcome each for oneself. Before that, the oldest of the cases leads the others.
    """
    merged = await uow.get_all(Case, master.merged) if master.merged else []
    if not merged:
        return master
    master = replace(master, merged=())
    uow.put(master)
    heir, *others = sorted(merged, key=lambda case: case.id)
    if heir.state is State.PROPOSED:
        for case in others:
            await stands_alone(uow, await new_epoch(uow, case, merged_into=None))
        others = []
    for case in others:
        uow.put(replace(case, merged_into=heir.id))
    ids = tuple(case.id for case in others)
    await stands_alone(uow, await new_epoch(uow, heir, merged_into=None, merged=ids))
    return master


async def stands_alone(uow: UnitOfWork, case: Case) -> None:
    """Record that a case was merged and is not any more, and tell whoever has to act on it now."""
    event(uow, case, "parted", actor=None, role="system")
    if case.cadre_id is not None:
        await tell_cadre(uow, case, "parted", Urgency.PUSH)
    elif case.unit_id is not None:
        await tell_above(uow, case, Role.HEAD, "nobody_accepts", Urgency.PUSH)
    else:
        await tell_above(uow, case, Role.DISPATCHER, "needs_unit", Urgency.PUSH)


async def _lead(uow: UnitOfWork, master: Case) -> None:
    """Let what was merged into a case stand as it stands."""
    for case in await uow.get_all(Case, master.merged):
        news = news_for(case, master)
        if news.keys() <= _OF_NO_EPOCH:
            await change(uow, case, **news)
        else:
            await new_epoch(uow, case, **news)


def _in_unit(uow: UnitOfWork, before: Case, after: Case) -> Case:
    """Return the case with what is between it and its unit: since when it is there; what the unit says against that
    ends when it goes elsewhere, or is answered.
    """
    moved = after.unit_id != before.unit_id
    if moved:
        after = replace(after, unit_at=uow.now if after.unit_id is not None else None)
    if after.objection is not None and (moved or after.merged_into is not None or after.state not in OBJECTABLE):
        after = replace(after, objection=None)
    return after


def _holder(case: Case) -> int | None:
    """Return whose load a case is part of: what was merged is worked on in its master alone."""
    return case.cadre_id if case.is_open and case.merged_into is None else None
