"""What may concern people in the morning, found for all of them by a few queries over lists."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any

import msgspec

from casework.morning import Due, Reader, Standing, Standings
from casework.tasks import Task
from casework.unit_of_work import UnitOfWork
from storage.batch import Batch
from storage.codec import Codec, from_micros, to_micros

STANDING = Codec(Standing)
_ACCUSED = msgspec.json.Decoder(tuple[int, ...])


async def standings(batch: Batch, readers: Sequence[Reader], end: datetime) -> Standings:
    """Return the open cases that may concern some readers: due by `end`, new to one of them, or asking something."""
    whom = {"people": [each.person_id for each in readers]}
    by = {"end": to_micros(end)}
    spans = by | {"since": to_micros(min(each.since for each in readers))}
    own = list(await batch.rows("morning_own", **whom, **spans))
    if any(each.scope.acting_for for each in readers):
        own += await batch.rows("morning_acting", **whom, **spans)
    owned = await batch.rows("morning_owned", **whom, **by)
    units = sorted({unit for each in readers for unit in each.scope.units})
    areas = sorted({path for each in readers for path in each.scope.areas})
    intake = sorted({path for each in readers for path in each.scope.intake})
    return Standings(
        own=_by_reader(own),
        owned=_by_reader(owned),
        in_units=_by_unit(await batch.rows("morning_units", units=units, **spans) if units else ()),
        due_in_areas=_due(await batch.rows("morning_areas_due", paths=areas, **by) if areas else ()),
        in_areas=_all(await batch.rows("morning_areas", paths=areas, **spans) if areas else ()),
        in_intake=_all(await batch.rows("morning_intake", paths=intake, **spans) if intake else ()),
    )


def _all(rows: Iterable[Sequence[Any]]) -> list[Standing]:
    return [STANDING.decode(row) for row in rows]


def _due(rows: Iterable[Sequence[Any]]) -> list[Due]:
    """Return what is due of rows in the order of its fields. Limits end with a day: of thousands few are different."""
    moment = cache(from_micros)
    return [
        Due(id_, moment(due_at), resident_id, path, _ACCUSED.decode(accused) if accused else ())
        for id_, due_at, resident_id, path, accused in rows
    ]


def _by_reader(rows: Iterable[Sequence[Any]]) -> dict[int, list[Standing]]:
    found: dict[int, list[Standing]] = defaultdict(list)
    for reader, *row in rows:
        found[reader].append(STANDING.decode(row))
    return found


def _by_unit(rows: Iterable[Sequence[Any]]) -> dict[int, list[Standing]]:
    found: dict[int, list[Standing]] = defaultdict(list)
    for each in _all(rows):
        if each.unit_id is not None:
            found[each.unit_id].append(each)
    return found


async def tasks_for(uow: UnitOfWork, batch: Batch, readers: Sequence[Reader], limit: int) -> dict[int, list[Task]]:
    """Return the tasks that each reader has to do with, the nearest day first: of each owner, giver, unit and area as
    many as `limit`.
    """
    if not readers:
        return {}
    times = {"now": to_micros(uow.now), "most": limit}
    people = sorted({id_ for each in readers for id_ in (each.person_id, *each.scope.acting_for)})
    givers = [each.person_id for each in readers]
    since = to_micros(min(each.since for each in readers))
    units = sorted({unit for each in readers for unit in each.scope.units})
    paths = sorted({path for each in readers for path in each.scope.areas})
    own = await batch.rows("tasks_own", people=people, most=limit)
    given = await batch.rows("tasks_given", people=givers, since=since, most=limit)
    led = await batch.rows("tasks_led", units=units, **times) if units else ()
    over = await batch.rows("tasks_over", paths=paths, **times) if paths else ()
    ids = dict.fromkeys(id_ for rows in (own, given, led, over) for _, id_ in rows)
    tasks = {task.id: task for task in await uow.get_all(Task, list(ids))}
    by_owner, by_giver, by_unit = _ids(own), _ids(given), _ids(led)

    def reached(reader: Reader) -> set[int]:
        found = {id_ for who in (reader.person_id, *reader.scope.acting_for) for id_ in by_owner.get(who, ())}
        found.update(id_ for id_ in by_giver.get(reader.person_id, ()) if _is_live(tasks[id_], reader.since))
        found.update(id_ for unit in reader.scope.units for id_ in by_unit.get(unit, ()))
        if reader.scope.areas:
            found.update(id_ for path, id_ in over if path.startswith(reader.scope.areas))
        return found

    return {
        reader.person_id: sorted((tasks[id_] for id_ in reached(reader)), key=lambda task: (task.next_at, task.id))
        for reader in readers
    }


def _ids(rows: Iterable[Sequence[Any]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for whose, id_ in rows:
        found[whose].append(id_)
    return found


def _is_live(task: Task, since: datetime) -> bool:
    return task.is_open or (task.news_at is not None and task.news_at > since)
