"""Who is told of a task: its owner, who gave it, and the residents concerned. Nobody from whom its case is shielded."""

from collections.abc import Collection
from typing import Any

from casework.actions.above import Footing, climb_from, is_present
from casework.actions.telling import tell, tell_resident
from casework.notices import Urgency
from casework.people import Person, Role
from casework.petitions import Case
from casework.shielding import hidden_from
from casework.tasks import Task, watches
from casework.unit_of_work import UnitOfWork


async def case_of(uow: UnitOfWork, task: Task) -> Case | None:
    """Return the case that a task is about; None for none."""
    return await uow.get(Case, task.case_id) if task.case_id is not None else None


def footing_of(uow: UnitOfWork, task: Task, case: Case | None) -> Footing:
    """Return from where one looks upwards for a task: its unit's heads, and the posts over its place."""
    own = {task.owner_id, *task.residents, *([case.resident_id] if case is not None else [])}
    hidden = hidden_from(uow.staff, uow.org, case) if case is not None else frozenset()
    area_id = (case.seen_from or case.area_id) if case is not None else None
    return Footing(task.unit_id, area_id or task.area_id, frozenset(own), hidden)


async def worker_of(uow: UnitOfWork, task: Task, footing: Footing) -> Person | None:
    """Return who can be asked as a task's owner: they, else a colleague who stands in; None where neither serves in the
    unit and is there.
    """
    stand_ins = [post.person_id for post in uow.staff.acting_for(task.owner_id, task.unit_id)]
    for person_id in ([task.owner_id] if task.owner_id is not None else []) + stand_ins:
        serves = any(post.unit_id == task.unit_id for post in uow.staff.of(person_id))
        person = await uow.get(Person, person_id) if serves and person_id not in footing.hidden else None
        if person is not None and is_present(person, uow.now):
            return person
    return None


async def tell_owner(
    uow: UnitOfWork, task: Task, kind: str, *, without: Collection[int] = (), follow_up: bool = False, **args: Any
) -> list[int]:
    """Tell a task's owner, or who stands in; where nobody does, the head of the unit, or whoever stands above. Return
    the ids of those who would be told; of them those `without` know it already.
    """
    case = await case_of(uow, task)
    footing = footing_of(uow, task, case)
    worker = await worker_of(uow, task, footing)
    people = [worker] if worker is not None else (await climb_from(uow, footing, Role.HEAD))[0]
    for person in people:
        if person.id not in without:
            await tell(uow, person.id, kind, Urgency.LIMIT, case, follow_up, task_id=task.id, **args)
    return [person.id for person in people]


async def tell_giver(uow: UnitOfWork, task: Task, kind: str, first: Role, *, follow_up: bool, **args: Any) -> list[int]:
    """Tell who gave a task, where they still stand over it and are there; else, or where it is their own, those over
    its place from the post `first` upwards. Return their ids.
    """
    case = await case_of(uow, task)
    footing = footing_of(uow, task, case)
    asks = {task.more.by} if task.more is not None else set()
    giver = await uow.get(Person, task.given_by)
    if (
        first is Role.SUPERVISOR
        and giver is not None
        and is_present(giver, uow.now)
        and giver.id not in {*footing.own, *asks, *footing.hidden}
        and watches(uow.staff, uow.org, task, giver.id)
    ):
        people = [giver]
    else:
        people, _ = await climb_from(uow, footing, first, asks)
    for person in people:
        await tell(uow, person.id, kind, Urgency.LIMIT, case, follow_up, task_id=task.id, **args)
    return [person.id for person in people]


async def tell_concerned(uow: UnitOfWork, task: Task, kind: str, *, follow_up: bool = False, **args: Any) -> None:
    """Tell the residents whom a task concerns: its case's, with those merged into it, and the others."""
    case = await case_of(uow, task)
    if case is not None:
        await tell_resident(uow, case, kind, follow_up=follow_up, task_id=task.id, **args)
    for person_id in task.residents:
        if case is None or person_id != case.resident_id:
            await tell(uow, person_id, kind, Urgency.NOW, None, follow_up, task_id=task.id, **args)
