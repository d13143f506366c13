"""Asking somebody above for a decision: the head, or whoever stands above, and on until one decides."""

from typing import Any

from casework.actions.above import tell_above
from casework.ladder import FROM_HEAD, up_to_last
from casework.notices import Urgency
from casework.people import Role
from casework.petitions import Case
from casework.pleas import Plea
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork


async def plead(uow: UnitOfWork, case: Case, plea: Plea, kind: str, **args: Any) -> Plea:
    """Ask the head of a case for a decision by a notice of `kind` with `args`, and return `plea` with who was asked.

    Where there is no other head than who asks, or than the case's cadre, whoever stands above is asked.
    """
    told = await tell_above(uow, case, Role.HEAD, kind, Urgency.PUSH, without=_without(case, plea.by), **args)
    return replace(plea, asked=tuple(told))


async def remind(uow: UnitOfWork, case: Case, plea: Plea, kind: str, **args: Any) -> Plea:
    """Ask again: the head, then the supervisor, then the leader; return what was asked, with who knows of it now."""
    first = up_to_last(FROM_HEAD, plea.reminded)
    told = await tell_above(
        uow,
        case,
        first,
        kind,
        Urgency.LIMIT,
        without=_without(case, plea.by),
        follow_up=True,
        **args,
    )
    return replace(plea, asked=tuple(dict.fromkeys((*plea.asked, *told))), reminded=plea.reminded + 1)


def _without(case: Case, by: int) -> set[int]:
    """Return who decides nothing of it: who asks, the case's cadre, and who steps aside in it."""
    return {by, *case.aside, *([case.cadre_id] if case.cadre_id is not None else [])}
