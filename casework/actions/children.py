"""A child has written: a grown-up of the family is named, or somebody of the office is told to call."""

from casework.actions.above import tell_above
from casework.actions.changing import change
from casework.children import Said
from casework.errors import NotYours
from casework.notices import Urgency
from casework.people import Role
from casework.permissions import allowed
from casework.petitions import Case, Petition
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event


async def answer_child(uow: UnitOfWork, case_id: int, by: int, said: Said, guardian: str = "") -> Case:
    """Take what a child says about a grown-up; `guardian` is the name, known to intake alone.

    The case goes its way whatever is answered. Of a child alone the intake office is told at once.
    """
    case = await allowed(uow, "answer_child", case_id, by)
    petition = await uow.get(Petition, case.petition_id)
    if petition is None or case.child is None:
        raise NotYours
    event(uow, case, "child_said", actor=by, role="resident", public=False, said=said.value)
    if guardian:
        uow.put(replace(petition, guardian=guardian))
    case = await change(uow, case, child=replace(case.child, said=said))
    if said is Said.ALONE:
        await tell_alone(uow, case)
    return case


async def tell_alone(uow: UnitOfWork, case: Case, *, follow_up: bool = False) -> None:
    """Tell the intake office that a child seems to have written alone, so that somebody calls."""
    await tell_above(uow, case, Role.DISPATCHER, "child_alone", Urgency.LIMIT, follow_up=follow_up)
