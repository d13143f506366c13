"""Writes a whole organisation set by set, and reads it back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from casework.answers import Answer
from casework.areas import LEVELS
from casework.organisation import Organisation
from casework.people import Post
from casework.replacing import replace
from casework.rerouting import Filed
from storage.codec import to_micros
from storage.dialects import Session
from storage.organisation_plan import PlacedUnit, Plan, Stored, plan_import
from storage.organisation_rows import AnswerRow, AreaRow, Changes, OrganisationRows, PostRow, RouteRow, UnitRow
from storage.snapshot import ANSWER, AREA, ORGANISATION, POST, ROUTE, UNIT, read_organisation
from storage.store import Store


class _Rehearsed(Exception):
    """Ends a rehearsal by rolling it back."""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What an import would do: the changes, the organisation before and after it, and the cases that came in."""

    changes: Changes
    before: Organisation
    after: Organisation
    filed: tuple[Filed, ...]


async def import_organisation(store: Store, wanted: OrganisationRows, *, retire: bool = False) -> Changes:
    """Make the stored areas, units, routes and answers as `wanted`, in one transaction; its posts are not written.

    Areas and units are known again by their codes and never deleted, since cases hang on them. Those missing from
    `wanted` are left alone; with `retire` they become inactive. Routes are replaced as a whole, and so are answers. A
    table of which `wanted` holds nothing is left alone either way. When an area moves in the tree, the areas below it
    and their cases, open and closed, follow.

    Raises ValueError for a code that nothing has and for circles, storage.dialects.Conflict where another import or
    a running service was in the way: then nothing is written.
    """
    async with store.database.transaction() as session:
        return await _import(session, wanted, retire=retire)


async def rehearse_import(
    store: Store, wanted: OrganisationRows, *, retire: bool = False, since: datetime
) -> Rehearsal:
    """Do what `import_organisation` does, look at it, and roll it back.

    The cases are those filed from `since` on whose way a route decides: not what is kept from somebody, nor what waits
    for an officer for a reason of its own. Raises as `import_organisation` does.
    """
    found: list[Rehearsal] = []
    try:
        async with store.database.transaction() as session:
            before = await read_organisation(session, 0)
            rows = await session.rows("cases_filed_since", since=to_micros(since))
            changes = await _import(session, wanted, retire=retire)
            filed = tuple(Filed(*row) for row in rows)
            found.append(Rehearsal(changes, before, await read_organisation(session, 1), filed))
            raise _Rehearsed
    except _Rehearsed:
        return found[0]


async def _import(session: Session, wanted: OrganisationRows, *, retire: bool) -> Changes:
    # One import at a time: the second one compares with what the first has written.
    await session.rows("organisation_lock", id=ORGANISATION)
    stored = await _stored(session)
    plan = await _plan(session, stored, wanted, retire=retire)
    await _write(session, plan)
    cases = await session.write("cases_follow_areas", [{}])
    return replace(plan.changes, cases=cases)


async def read_organisation_rows(store: Store) -> OrganisationRows:
    """Return the stored organisation, inactive areas and units too, areas parents first; posts without people."""
    async with store.reading() as session:
        stored = await _stored(session)
        posts = [post for post in map(POST.decode, await session.rows("posts_all")) if post.active]
    areas = {id_: area.code for id_, area in stored.areas.items()}
    units = {id_: placed.unit.code for id_, placed in stored.units.items()}
    return OrganisationRows(
        areas=tuple(
            AreaRow(
                code=area.code,
                name=area.name,
                level=area.level,
                name_en=area.name_en,
                parent=None if area.parent_id is None else areas[area.parent_id],
                aliases=area.aliases,
                lat=area.lat,
                lon=area.lon,
                active=area.active,
                travel_minutes=area.travel_minutes,
                people=area.people,
                mark=area.mark,
            )
            for area in sorted(stored.areas.values(), key=lambda area: (LEVELS.index(area.level), area.id))
        ),
        units=tuple(
            UnitRow(
                code=unit.code,
                name=unit.name,
                area=areas[unit.area_id],
                name_en=unit.name_en,
                superior=None if unit.superior_id is None else units[unit.superior_id],
                short=unit.short,
                active=unit.active,
                mark=unit.mark,
            )
            for unit in (placed.unit for placed in stored.units.values())
        ),
        routes=tuple(
            RouteRow(category, areas[area_id], units[unit_id])
            for (category, area_id), unit_id in sorted(stored.routes.items(), key=lambda route: route[0][::-1])
        ),
        posts=tuple(_post_row(post, areas, units) for post in posts),
        answers=tuple(_answer_row(answer, areas) for answer in stored.answers.values()),
    )


def _answer_row(answer: Answer, areas: Mapping[int, str]) -> AnswerRow:
    return AnswerRow(
        title=answer.title,
        text=answer.text,
        words=answer.words,
        title_en=answer.title_en,
        text_en=answer.text_en,
        source=answer.source,
        category=answer.category,
        area=None if answer.area_id is None else areas[answer.area_id],
    )


def _post_row(post: Post, areas: Mapping[int, str], units: Mapping[int, str]) -> PostRow:
    return PostRow(
        role=post.role,
        title=post.title,
        title_en=post.title_en,
        unit=None if post.unit_id is None else units[post.unit_id],
        area=None if post.area_id is None else areas[post.area_id],
        grid=tuple(areas[area_id] for area_id in post.grid),
    )


async def _stored(session: Session) -> Stored:
    paths: dict[int, str] = {row[0]: row[1] for row in await session.rows("unit_paths")}
    routes = map(ROUTE.decode, await session.rows("routes_all"))
    return Stored(
        areas={area.id: area for area in map(AREA.decode, await session.rows("areas_all"))},
        units={unit.id: PlacedUnit(unit, paths[unit.id]) for unit in map(UNIT.decode, await session.rows("units_all"))},
        routes={(route.category, route.area_id): route.unit_id for route in routes},
        answers={answer.title: answer for answer in map(ANSWER.decode, await session.rows("answers_all"))},
    )


async def _plan(session: Session, stored: Stored, wanted: OrganisationRows, *, retire: bool) -> Plan:
    """Plan with ids taken in this transaction: a province has more areas than a block holds ids."""
    needed = stored.new_codes(wanted)
    ((end,),) = await session.rows("ids_take", size=needed)
    ids = iter(range(int(end) - needed, int(end)))
    return plan_import(stored, wanted, lambda: next(ids), retire=retire)


async def _write(session: Session, plan: Plan) -> None:
    for name, parameters in (
        ("area_insert", [AREA.encode(area) for area in plan.new_areas]),
        ("area_update", [AREA.encode(area) for area in plan.changed_areas]),
        ("unit_insert", [_unit_parameters(placed) for placed in plan.new_units]),
        ("unit_update", [_unit_parameters(placed) for placed in plan.changed_units]),
    ):
        if parameters:
            await session.write(name, parameters)
    if plan.routes is not None:
        await session.write("routes_clear", [{}])
        await session.write(
            "route_insert",
            [{"category": key[0], "area_id": key[1], "unit_id": unit} for key, unit in plan.routes.items()],
        )
    if plan.answers is not None:
        await session.write("answers_clear", [{}])
        await session.write("answer_insert", [ANSWER.encode(answer) for answer in plan.answers.values()])
    if plan.changes:
        await session.write("organisation_changed", [{"id": ORGANISATION}])


def _unit_parameters(placed: PlacedUnit) -> dict[str, Any]:
    return {**UNIT.encode(placed.unit), "path": placed.path}
