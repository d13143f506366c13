"""The one message a day: what somebody has to know in the morning, put together when it is sent."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from casework.actions.climbing import VACANCY
from casework.actions.lessons import is_something_learned
from casework.actions.outing_places import late_clusters, look_round
from casework.actions.telling import tell
from casework.actions.thanking import THANKS
from casework.asked import asked_of, asks_anybody
from casework.lessons import is_new_month
from casework.morning import GROUPS, Matter, Reader, is_week_over, reader_of
from casework.notices import Urgency
from casework.people import Person
from casework.petitions import Case, DigestItem
from casework.replacing import replace
from casework.tasks import concerns
from casework.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Ahead:
    """What stands in somebody's digest, looked up before anything is changed: what has waited, the ids of cases by
    group, the ids of tasks, the ids of the villages where late cases cluster, and whether there is something to learn.
    """

    items: Sequence[DigestItem] = ()
    groups: Mapping[str, Sequence[int]] = field(default_factory=dict)
    tasks: Sequence[int] = ()
    late: Collection[int] = ()
    learned: bool = False


async def look_ahead(uow: UnitOfWork, people: Sequence[Person]) -> dict[int, Ahead]:
    """Return what stands in the digests of some people, by person: looked up by list, so that it takes as many
    questions for a county's staff as for one. A finder.

    It stays true while nothing but their digests is sent: none of them changes what another one says.
    """
    items = await uow.digest_items([person.id for person in people])
    serving = [person for person in people if uow.staff.of(person.id)]
    readers = _readers(uow, serving)
    groups, tasks = await _groups_of(uow, readers), await _tasks_of(uow, readers)
    late, learning = await late_clusters(uow, serving), await _learning(uow, serving)
    await uow.get_all(Case, [item.case_id for each in items.values() for item in each if item.case_id is not None])
    return {
        id_: Ahead(items[id_], groups.get(id_, {}), tasks.get(id_, ()), late.get(id_, ()), id_ in learning)
        for id_ in items
    }


async def mornings_of(uow: UnitOfWork, people: Sequence[Person]) -> dict[int, dict[str, list[int]]]:
    """Return the ids of the cases that concern each of some people now, by person and group, oldest limit first.

    The groups are those of `casework.morning.GROUPS`, without those that have no case. New is what has come in since
    their last digest. A finder.
    """
    return await _groups_of(uow, _readers(uow, people))


def _readers(uow: UnitOfWork, people: Sequence[Person]) -> list[Reader]:
    return [reader_of(uow.staff, uow.org, person) for person in people]


async def _groups_of(uow: UnitOfWork, readers: Sequence[Reader]) -> dict[int, dict[str, list[int]]]:
    calendar = uow.rules.calendar
    found = await uow.mornings(readers, calendar.end_of(calendar.day(uow.now)))
    asking = dict.fromkeys(each.case_id for matters in found.values() for each in matters if each.asks)
    # Much was asked once, and is answered: that is seen once for all readers.
    live = [case for case in await uow.get_all(Case, list(asking)) if case.owner_id or asks_anybody(case)]
    cases = {case.id: case for case in live}
    return {reader.person_id: _grouped(uow, reader, found[reader.person_id], cases) for reader in readers}


def _grouped(
    uow: UnitOfWork, reader: Reader, found: Sequence[Matter], cases: Mapping[int, Case]
) -> dict[str, list[int]]:
    """Return the ids of a reader's matters by group; `cases` are those that may ask something."""
    groups: dict[str, list[int]] = defaultdict(list)
    for each in found:
        group = each.group
        if each.asks and group not in {"today", "late"}:
            group = _asking(uow, reader, cases.get(each.case_id)) or group
        if group:
            groups[group].append(each.case_id)
    return {group: groups[group] for group in GROUPS if group in groups}


def _asking(uow: UnitOfWork, reader: Reader, case: Case | None) -> str:
    """Return the group of a case that may ask something of a reader, or for which they answer in person; "" if none."""
    if case is None:
        return ""
    if asked_of(uow.staff, uow.org, case, reader.person_id):
        return "waiting"
    own = case.owner_id == reader.person_id
    return "owned" if own and is_week_over(uow.rules.calendar, case, reader.since, uow.now) else ""


async def _tasks_of(uow: UnitOfWork, readers: Sequence[Reader]) -> dict[int, list[int]]:
    """Return the ids of the tasks of which each of some readers reads in the morning, nearest day first. A finder."""
    calendar, times = uow.rules.calendar, uow.rules.profile.times
    soon = calendar.end_of(calendar.add_working_days(calendar.day(uow.now), times.task_soon_working_days))
    found = await uow.tasks_for(readers)
    return {
        each.person_id: [
            task.id
            for task in found[each.person_id]
            if concerns(task, each.person_id, each.scope, each.since, uow.now, soon)
        ]
        for each in readers
    }


async def digest(uow: UnitOfWork, person: Person, ahead: Ahead | None = None) -> None:
    """Send what concerns somebody as one message, and begin the next day; nothing is sent where there is nothing.

    `ahead` is what was looked up for it, by whoever sends several; without it that is done here.
    What the notice carries: `groups` as `mornings_of` gives them; `items`, pairs of a notice's kind and a case's id,
    for what has waited; `tasks`, ids of dated tasks; `thanks`, pairs of a case's id (None where they are for no case)
    and what was said; `vacancies`, posts above that nobody holds; `learned`, whether a month has begun of whose last
    one there is something to learn.
    """
    ahead = ahead or (await look_ahead(uow, [person]))[person.id]
    serves = bool(uow.staff.of(person.id))
    if serves:
        await look_round(uow, person, person.digest_since or person.created_at, ahead.late)
    items = ahead.items
    for item in items:
        uow.put(replace(item, sent_at=uow.now, words=""))  # They stand in the message now.
    uow.put(replace(person, digest_since=uow.now if serves else None))
    if not items and not ahead.groups and not ahead.tasks and not ahead.learned:
        return
    await tell(
        uow,
        person.id,
        "digest",
        Urgency.NOW,
        None,
        True,
        groups=ahead.groups,
        tasks=ahead.tasks,
        items=[(item.kind, item.case_id) for item in items if item.kind not in {THANKS, VACANCY}],
        thanks=[(item.case_id, item.words) for item in items if item.kind == THANKS],
        vacancies=list(dict.fromkeys(item.words for item in items if item.kind == VACANCY)),
        learned=ahead.learned,
    )


async def _learning(uow: UnitOfWork, people: Sequence[Person]) -> set[int]:
    """Return the ids of those whose first digest of a month this is, if there is something to learn of the one before.
    A finder.
    """
    day = uow.rules.calendar.day
    today = day(uow.now)
    first = {each.id for each in people if each.digest_since and is_new_month(day(each.digest_since), today)}
    return first if first and await is_something_learned(uow) else set()
