"""Mending what a case was taken for: the staff's word, and the resident's, which is the last one.

The clock and all that comes after follow the kind, and whoever is told another kind is told its day in one breath.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from casework.accusing import accusation
from casework.actions.above import tell_cadre
from casework.actions.assigning import assign
from casework.actions.calling_back import draw
from casework.actions.changing import change, disband, new_epoch
from casework.actions.filing import shield
from casework.actions.outcomes import again
from casework.actions.part_ends import parts_of, take_back
from casework.actions.telling import tell_resident
from casework.callbacks import Drawn
from casework.errors import Refused
from casework.kinds import FROM_RESIDENTS, PetitionKind
from casework.marks import unmarked
from casework.notices import Urgency
from casework.permissions import allowed, role_in, voice
from casework.petitions import Case, Event, Held, Petition, State
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event

CASE_KINDS: Final = tuple(kind for kind in FROM_RESIDENTS if kind is not PetitionKind.THANKS)
"""What a case may be taken for: thanks become no case."""

_MENDED: Final = ("kind_set", "kind_kept")


async def set_kind(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, kind: PetitionKind) -> Case:
    """Take a case for another kind: its limit is counted anew, and its resident is told and can object by one tap.

    An accusation leaves the unit at once and waits for a dispatcher, shielded (article 30). Raises
    Refused("kind-kept") once the resident has objected, for their word stands, and Refused("wrong-kind") for thanks.
    """
    case = await allowed(uow, "set_kind", case_id, by, epoch)
    if kind not in CASE_KINDS:
        raise Refused("wrong-kind")
    history = await uow.events_of_kinds(case.id, _MENDED)
    if any(each.kind == "kind_kept" for each in history):
        raise Refused("kind-kept")
    if kind is case.kind:
        return case
    own = _own_kind(case, history)
    event(uow, case, "kind_set", actor=by, role=role_in(uow, case, by), to=kind.value, was=case.kind.value)
    case = await _become(uow, case, kind, by)
    if case.cadre_id not in {None, by}:
        await tell_cadre(uow, case, "kind_mended", Urgency.PUSH)
    return await draw(uow, await tell_resident(uow, case, "kind_changed", own=own.value), Drawn.KIND)


async def keep_kind(uow: UnitOfWork, case_id: int, by: int) -> Case:
    """Object to another kind: the case is again what its resident sent, and stays so.

    An answer or a promise that was given meanwhile falls, for it was given to something else; work goes on. Raises
    Refused("kind-unchanged") where nobody has changed the kind, or it is the resident's own again.
    """
    case = await allowed(uow, "keep_kind", case_id, by)
    kind = _own_kind(case, await uow.events_of_kinds(case.id, _MENDED))
    if kind is case.kind:
        raise Refused("kind-unchanged")
    event(uow, case, "kind_kept", actor=by, role=voice(case, by), to=kind.value, was=case.kind.value)
    if case.state in {State.PROPOSED, State.PROMISED}:
        return await again(uow, replace(case, kind=kind), "kind_kept")
    case = await _become(uow, case, kind, by)
    await tell_cadre(uow, case, "kind_kept", Urgency.LIMIT)
    return case


def _own_kind(case: Case, history: Sequence[Event]) -> PetitionKind:
    """Return what the resident has sent: what the case was before anyone changed it."""
    was = next((each.data["was"] for each in history if each.kind == "kind_set"), case.kind)
    return PetitionKind(was)


async def _become(uow: UnitOfWork, case: Case, kind: PetitionKind, by: int) -> Case:
    # What was merged into it is of the kind of before, and an accusation is nobody else's business.
    case = replace(await disband(uow, case), kind=kind)
    if kind is PetitionKind.ACCUSATION:
        return await _withhold(uow, case, by)
    if case.state is State.WAITING:
        # The limit that runs says by when somebody takes it; the kind's own begins with that.
        return await change(uow, case)
    return await new_epoch(uow, case, limit_at=_limit(uow, case))


def _limit(uow: UnitOfWork, case: Case) -> datetime:
    """Return the limit of a case's new kind, counted from its acceptance.

    Only a request may have more time than its resident was told. One that would be over already ends with the next
    working day, for nobody can have kept it.
    """
    calendar, days = uow.rules.calendar, uow.rules.profile.limits.days_for(case.kind, case.category)
    counted = calendar.limit(case.accepted_at or uow.now, days)
    limit_at = max(counted, calendar.limit(uow.now, 1, working=True))
    return limit_at if case.kind is PetitionKind.REQUEST else min(limit_at, case.limit_at)


async def _withhold(uow: UnitOfWork, case: Case, by: int) -> Case:
    """Take what is an accusation away from the unit, and out of the sight of whom it accuses (articles 30 and 46)."""
    petition = await uow.get(Petition, case.petition_id)
    words = case.text or (petition.text if petition is not None else case.summary)
    found = accusation(unmarked(words), uow.org)
    if not case.to_be_written:
        case = replace(case, held=Held.ACCUSATION)
    if not case.shielded:
        case = shield(uow, case, found.units if found is not None else ())
    # Whom it accuses may not be known yet: nobody who assisted sees it any longer, nor is told why.
    case = await take_back(uow, case, await parts_of(uow, case), by)
    return await assign(uow, case, None, by=by)
