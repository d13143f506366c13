"""Stepping aside (article 28): whoever has an interest in a matter does not work it, and it never comes back to them.

A cadre's own word is enough; a resident's wish is decided by the head. Nothing of it stops a clock.
"""

from casework.actions.above import tell_above
from casework.actions.assigning import hand_on
from casework.actions.changing import change
from casework.actions.parts import release_from
from casework.actions.pleas import plead
from casework.actions.telling import tell_resident
from casework.errors import Refused
from casework.notices import Urgency
from casework.people import Role
from casework.permissions import allowed, role_in, voice
from casework.petitions import Case, State
from casework.pleas import Plea, Recusal
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event


async def step_aside(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, why: str) -> Case:
    """Declare an interest in one's own case: it goes to a colleague at once, and the head reads why."""
    case = await allowed(uow, "step_aside", case_id, by, epoch)
    event(uow, case, "stepped_aside", actor=by, role=role_in(uow, case, by), public=False, why=why)
    await tell_above(uow, case, Role.HEAD, "stepped_aside", Urgency.PUSH, without={by}, why=why, who=by)
    return await _without_them(uow, case, by, by)


async def ask_another(uow: UnitOfWork, case_id: int, by: int, why: str) -> Case:
    """Wish for another cadre. The head decides, or whoever stands above where the head is meant.

    The event has no words in any timeline: whoever is meant must not read what was said of them.
    """
    case = await allowed(uow, "ask_another", case_id, by)
    if case.cadre_id is None:
        raise Refused("wrong-state", state=case.state.value)
    event(uow, case, "another_asked", actor=by, role=voice(case, by), public=False, cadre=case.cadre_id, words=why)
    plea = await plead(uow, case, Plea(why, by, uow.now), "another_asked", words=why)
    return await change(uow, case, recusal=Recusal(case.cadre_id, plea))


async def grant_another(uow: UnitOfWork, case_id: int, by: int, epoch: int | None) -> Case:
    """Put the case into other hands as its resident wishes; the cadre is told of that and of no reason."""
    case = await allowed(uow, "grant_another", case_id, by, epoch)
    event(uow, case, "another_granted", actor=by, role=role_in(uow, case, by), public=False)
    return await _without_them(uow, case, by, case.cadre_id)


async def refuse_another(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, why: str) -> Case:
    """Leave the case with its cadre; the resident is told why."""
    case = await allowed(uow, "refuse_another", case_id, by, epoch)
    event(uow, case, "another_refused", actor=by, role=role_in(uow, case, by), public=False, why=why)
    case = await change(uow, case, recusal=None)
    return await tell_resident(uow, case, "another_refused", why=why)


async def _without_them(uow: UnitOfWork, case: Case, by: int, cadre_id: int | None) -> Case:
    """Hand a case on, so that it never comes back to `cadre_id`."""
    waited = case.state is State.WAITING
    aside = (*case.aside, cadre_id) if cadre_id is not None else case.aside
    case = await hand_on(uow, replace(case, aside=aside, recusal=None), by=by)
    await release_from(uow, case, aside)
    # Whose case is worked on hears of other hands with that; whoever still waits has heard of nobody yet.
    return await tell_resident(uow, case, "reassigned") if waited else case
