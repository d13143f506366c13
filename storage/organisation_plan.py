"""What an import has to write: a pure comparison of the organisation as stored with the one that is wanted."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from casework.answers import Answer
from casework.areas import Area
from casework.organisation import Unit
from casework.replacing import replace
from storage.organisation_rows import Changes, Counts, OrganisationRows

RouteKey = tuple[str, int]
K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True)
class PlacedUnit:
    """A unit with its place in the chain of superiors: "/3/7/", the unit itself last."""

    unit: Unit
    path: str


@dataclass(frozen=True)
class Stored:
    """The organisation as it stands: areas and units by id, the unit of each route, and answers by title."""

    areas: Mapping[int, Area]
    units: Mapping[int, PlacedUnit]
    routes: Mapping[RouteKey, int]
    answers: Mapping[str, Answer]

    def new_codes(self, wanted: OrganisationRows) -> int:
        """Return how many areas and units of `wanted` are not stored yet: so many ids are needed."""
        areas = {row.code for row in wanted.areas} - {area.code for area in self.areas.values()}
        units = {row.code for row in wanted.units} - {placed.unit.code for placed in self.units.values()}
        return len(areas) + len(units)


@dataclass(frozen=True)
class Plan:
    """The rows to insert (parents first) and to update. `routes` and `answers` are all of them anew, None to leave
    them.
    """

    new_areas: list[Area]
    changed_areas: list[Area]
    new_units: list[PlacedUnit]
    changed_units: list[PlacedUnit]
    routes: dict[RouteKey, int] | None
    answers: dict[str, Answer] | None
    changes: Changes


def plan_import(stored: Stored, wanted: OrganisationRows, new_id: Callable[[], int], *, retire: bool) -> Plan:
    """Return what makes the stored organisation as wanted.

    A table of which `wanted` holds nothing is left alone: an import of areas takes away no routes. With `retire`,
    stored areas and units that are missing from `wanted` become inactive. Raises ValueError for a code that nothing
    has, and for areas or units in a circle.
    """
    area_ids = _ids({area.code: area.id for area in stored.areas.values()}, (a.code for a in wanted.areas), new_id)
    areas = _areas(stored, wanted, area_ids, retire=retire)
    before = {placed.unit.code: id_ for id_, placed in stored.units.items()}
    unit_ids = _ids(before, (unit.code for unit in wanted.units), new_id)
    units = _units(stored, wanted, area_ids, unit_ids, retire=retire)
    routes = stored.routes
    if wanted.routes:
        routes = {
            (row.category, _at(area_ids, "area", row.area)): _at(unit_ids, "unit", row.unit) for row in wanted.routes
        }
    answers = _answers(stored, wanted, area_ids)
    new_areas, changed_areas = _differences(stored.areas, areas)
    new_units, changed_units = _differences(stored.units, units)
    gone_areas = sum(stored.areas[area.id].active and not area.active for area in changed_areas)
    gone_units = sum(stored.units[each.unit.id].unit.active and not each.unit.active for each in changed_units)
    return Plan(
        new_areas=sorted(new_areas, key=lambda area: area.path.count("/")),
        changed_areas=changed_areas,
        new_units=sorted(new_units, key=lambda placed: placed.path.count("/")),
        changed_units=changed_units,
        routes=dict(routes) if routes != stored.routes else None,
        answers=answers if answers != stored.answers else None,
        changes=Changes(
            areas=Counts(len(new_areas), len(changed_areas) - gone_areas, gone_areas),
            units=Counts(len(new_units), len(changed_units) - gone_units, gone_units),
            routes=_counts(stored.routes, routes),
            answers=_counts(stored.answers, answers),
        ),
    )


def tree_paths(parents: Mapping[int, int | None]) -> dict[int, str]:
    """Return the path of each id: the ids from the root to itself, "/1/12/345/". Raises ValueError for a circle."""
    paths: dict[int, str] = {}
    for start in parents:
        climbed: list[int] = []
        at: int | None = start
        while at is not None and at not in paths:
            if at in climbed:
                raise ValueError("areas or units stand above each other in a circle")
            climbed.append(at)
            at = parents[at]
        path = "/" if at is None else paths[at]
        for each in reversed(climbed):
            path += f"{each}/"
            paths[each] = path
    return paths


def _areas(stored: Stored, wanted: OrganisationRows, ids: Mapping[str, int], *, retire: bool) -> dict[int, Area]:
    areas = {id_: _retired(area, when=retire and bool(wanted.areas)) for id_, area in stored.areas.items()}
    for row in wanted.areas:
        parent_id = None if row.parent is None else _at(ids, "area", row.parent)
        areas[ids[row.code]] = Area(
            id=ids[row.code],
            code=row.code,
            name=row.name,
            level=row.level,
            parent_id=parent_id,
            path="",
            aliases=row.aliases,
            lat=row.lat,
            lon=row.lon,
            active=row.active,
            name_en=row.name_en,
            travel_minutes=row.travel_minutes,
            people=row.people,
            mark=row.mark,
        )
    paths = tree_paths({id_: area.parent_id for id_, area in areas.items()})
    return {id_: area if area.path == paths[id_] else replace(area, path=paths[id_]) for id_, area in areas.items()}


def _units(
    stored: Stored, wanted: OrganisationRows, areas: Mapping[str, int], ids: Mapping[str, int], *, retire: bool
) -> dict[int, PlacedUnit]:
    units = {id_: _retired(placed.unit, when=retire and bool(wanted.units)) for id_, placed in stored.units.items()}
    for row in wanted.units:
        units[ids[row.code]] = Unit(
            id=ids[row.code],
            code=row.code,
            name=row.name,
            name_en=row.name_en,
            short=row.short,
            area_id=_at(areas, "area", row.area),
            superior_id=None if row.superior is None else _at(ids, "unit", row.superior),
            active=row.active,
            mark=row.mark,
        )
    paths = tree_paths({id_: unit.superior_id for id_, unit in units.items()})
    return {id_: PlacedUnit(unit, paths[id_]) for id_, unit in units.items()}


def _answers(stored: Stored, wanted: OrganisationRows, areas: Mapping[str, int]) -> dict[str, Answer]:
    if not wanted.answers:
        return dict(stored.answers)
    return {
        row.title: Answer(
            title=row.title,
            title_en=row.title_en,
            words=row.words,
            text=row.text,
            text_en=row.text_en,
            source=row.source,
            category=row.category,
            area_id=None if row.area is None else _at(areas, "area", row.area),
        )
        for row in wanted.answers
    }


R = TypeVar("R", Area, Unit)


def _retired(row: R, *, when: bool) -> R:
    return replace(row, active=False) if when and row.active else row


def _ids(known: dict[str, int], codes: Iterable[str], new_id: Callable[[], int]) -> dict[str, int]:
    """Return the id of every code, stored or new."""
    for code in codes:
        if code not in known:
            known[code] = new_id()
    return known


def _at(ids: Mapping[str, int], kind: str, code: str) -> int:
    if code not in ids:
        raise ValueError(f"no {kind} has the code {code!r}")
    return ids[code]


def _counts(before: Mapping[K, V], after: Mapping[K, V]) -> Counts:
    """Count the changes of a table that is replaced as a whole."""
    new, changed = _differences(before, after)
    return Counts(len(new), len(changed), len(before.keys() - after.keys()))


def _differences(before: Mapping[K, V], after: Mapping[K, V]) -> tuple[list[V], list[V]]:
    """Return what is new in `after`, and what is not as it was."""
    new = [value for key, value in after.items() if key not in before]
    return new, [value for key, value in after.items() if key in before and before[key] != value]
