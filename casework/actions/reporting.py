"""What goes past the unit to those who watch over it: that a resident was pressed, or asked for stars."""

from casework.actions.above import tell_above
from casework.notices import Urgency
from casework.people import Role
from casework.petitions import Case
from casework.unit_of_work import UnitOfWork, event


def unit_people(uow: UnitOfWork, case: Case) -> set[int]:
    """Return who holds a post in a case's unit; nobody where it has none."""
    return {post.person_id for post in uow.staff.all() if post.unit_id is not None and post.unit_id == case.unit_id}


async def report(uow: UnitOfWork, case: Case, kind: str, *, by: int, role: str) -> None:
    """Record something of `kind`, and tell the supervisor and not the unit.

    The event has no words in any timeline: whoever did it must not read that it was told.
    """
    event(uow, case, kind, actor=by, role=role, public=False)
    await tell_above(uow, case, Role.SUPERVISOR, kind, Urgency.LIMIT, without=unit_people(uow, case))
