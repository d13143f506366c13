"""The one message a day: what somebody has to know in the morning, put together when it is sent."""

from collections import defaultdict

from casework.actions.climbing import VACANCY
from casework.actions.lessons import is_something_learned
from casework.actions.outing_places import look_round
from casework.actions.telling import tell
from casework.actions.thanking import THANKS
from casework.asked import asked_of
from casework.lessons import is_new_month
from casework.morning import GROUPS, is_week_over, scope_of
from casework.notices import Urgency
from casework.people import Person
from casework.petitions import Case
from casework.replacing import replace
from casework.tasks import concerns
from casework.unit_of_work import UnitOfWork


async def morning_of(uow: UnitOfWork, person: Person) -> dict[str, list[int]]:
    """Return the ids of the cases that concern somebody now, by group (`casework.morning.GROUPS`), oldest limit first.

    New is what has come in since the last digest. Groups without a case are left out. A finder.
    """
    calendar = uow.rules.calendar
    since = person.digest_since or person.created_at
    end = calendar.end_of(calendar.day(uow.now))
    found = await uow.morning(person.id, scope_of(uow.staff, uow.org, person.id), since, end)
    asking = await uow.get_all(Case, [each.case_id for each in found if each.asks])
    waiting = {case.id for case in asking if asked_of(uow.staff, uow.org, case, person.id)}
    owned = {case.id for case in asking if case.owner_id == person.id and is_week_over(calendar, case, since, uow.now)}
    groups: dict[str, list[int]] = defaultdict(list)
    for each in found:
        group = each.group if each.group in {"today", "late"} else ""
        group = group or ("waiting" if each.case_id in waiting else "owned" if each.case_id in owned else each.group)
        if group:
            groups[group].append(each.case_id)
    return {group: groups[group] for group in GROUPS if group in groups}


async def tasks_of(uow: UnitOfWork, person: Person) -> list[int]:
    """Return the ids of the tasks of which somebody reads in the morning, the nearest day first. A finder."""
    calendar, times = uow.rules.calendar, uow.rules.profile.times
    since = person.digest_since or person.created_at
    soon = calendar.end_of(calendar.add_working_days(calendar.day(uow.now), times.task_soon_working_days))
    scope = scope_of(uow.staff, uow.org, person.id)
    found = await uow.tasks_for(person.id, scope, since)
    return [task.id for task in found if concerns(task, person.id, scope, since, uow.now, soon)]


async def digest(uow: UnitOfWork, person: Person) -> None:
    """Send what concerns somebody as one message, and begin the next day; nothing is sent where there is nothing.

    What the notice carries: `groups` as `morning_of` gives them; `items`, pairs of a notice's kind and a case's id, for
    what has waited; `tasks`, ids of dated tasks; `thanks`, pairs of a case's id (None where they are for no case) and
    what was said; `vacancies`, posts above that nobody holds; `learned`, whether a month has begun of
    whose last one there is something to learn.
    """
    items = await uow.digest_of(person.id)
    serves = bool(uow.staff.of(person.id))
    groups = await morning_of(uow, person) if serves else {}
    tasks = await tasks_of(uow, person) if serves else []
    new_lessons = serves and await _has_lessons(uow, person)
    if serves:
        await look_round(uow, person, person.digest_since or person.created_at)
    for item in items:
        uow.put(replace(item, sent_at=uow.now, words=""))  # They stand in the message now.
    uow.put(replace(person, digest_since=uow.now if serves else None))
    if not items and not groups and not tasks and not new_lessons:
        return
    await tell(
        uow,
        person.id,
        "digest",
        Urgency.NOW,
        None,
        True,
        groups=groups,
        tasks=tasks,
        items=[(item.kind, item.case_id) for item in items if item.kind not in {THANKS, VACANCY}],
        thanks=[(item.case_id, item.words) for item in items if item.kind == THANKS],
        vacancies=list(dict.fromkeys(item.words for item in items if item.kind == VACANCY)),
        learned=new_lessons,
    )


async def _has_lessons(uow: UnitOfWork, person: Person) -> bool:
    """Tell whether this is the first digest of a month, and there is something to learn of the one before. A finder."""
    day = uow.rules.calendar.day
    if person.digest_since is None or not is_new_month(day(person.digest_since), day(uow.now)):
        return False
    return await is_something_learned(uow)
