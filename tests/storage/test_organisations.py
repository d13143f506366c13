"""Importing an organisation: what is added, changed and retired, and that cases follow their areas."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from casework.areas import Area
from casework.calendar import Calendar
from casework.organisation import Organisation
from casework.people import Person, Post, Role
from casework.petitions import Case, Closing, Held, State
from casework.rerouting import reroute
from casework.unit_of_work import Rules
from storage.organisation_plan import tree_paths
from storage.organisation_rows import AreaRow, Changes, Counts, OrganisationRows, PostRow, RouteRow, UnitRow
from storage.organisations import import_organisation, read_organisation_rows, rehearse_import
from storage.store import Store

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
RULES = Rules(Calendar(ZoneInfo("Asia/Shanghai"), frozenset(), frozenset(), 2030))

COUNTY = AreaRow("99", "槐溪县", "county", "Huaixi County")
RIVER = AreaRow("9901", "芦汀镇", "town", parent="99", aliases=("老芦汀", "旧镇"), lat=27.09, lon=118.49)
HILL = AreaRow("9902", "云杉乡", "town", parent="99")
VILLAGE = AreaRow("990101", "双橹村", "village", parent="9901")
OFFICE = UnitRow("office", "信访局", "99", "Petition Office")
WATER = UnitRow("water", "水利局", "99", superior="office", short="水利")
STATION = UnitRow("station", "水利站", "9901", superior="water")
ROUTES = (RouteRow("other", "99", "office"), RouteRow("utilities", "99", "water"))
# The entries name what comes after them, too: their order says nothing.
WHOLE = OrganisationRows((COUNTY, VILLAGE, HILL, RIVER), (STATION, WATER, OFFICE), ROUTES)


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    store = await Store.open(database_url, RULES, Random(1))
    yield store
    await store.close()


async def organisation(store: Store) -> Organisation:
    return (await store.snapshot()).organisation


async def area(store: Store, code: str) -> Area:
    found = (await organisation(store)).area_by_code(code)
    assert found is not None
    return found


async def unit_paths(store: Store) -> dict[int, str]:
    async with store.reading() as session:
        return {row[0]: row[1] for row in await session.rows("unit_paths")}


async def test_areas_units_and_routes_are_written_with_their_paths(store: Store) -> None:
    changes = await import_organisation(store, WHOLE)
    assert changes == Changes(Counts(added=4), Counts(added=3), Counts(added=2))
    org = await organisation(store)
    county, river, village = [org.area_by_code(code) for code in ("99", "9901", "990101")]
    office, water, station = [org.unit_by_code(code) for code in ("office", "water", "station")]
    assert county is not None
    assert river is not None
    assert village is not None
    assert office is not None
    assert water is not None
    assert station is not None
    assert village.path == f"/{county.id}/{river.id}/{village.id}/"
    assert (river.aliases, river.lat, river.lon) == (("老芦汀", "旧镇"), 27.09, 118.49)
    assert (await unit_paths(store))[station.id] == f"/{office.id}/{water.id}/{station.id}/"
    assert org.superior(station) == water
    assert org.route("utilities", village.id).unit_id == water.id


async def test_importing_the_same_again_changes_nothing_and_has_nobody_read_it_again(store: Store) -> None:
    await import_organisation(store, WHOLE)
    before = await organisation(store)
    assert not await import_organisation(store, WHOLE)
    assert await organisation(store) is before


async def test_a_running_service_sees_the_new_organisation_in_its_next_batch(store: Store) -> None:
    await import_organisation(store, WHOLE)
    before = await organisation(store)
    changes = await import_organisation(store, replace(WHOLE, areas=(*WHOLE.areas[1:], replace(COUNTY, name="槐江县"))))
    assert changes == Changes(areas=Counts(changed=1))
    async with store.turn(NOW) as uow:
        assert uow.org.version == before.version + 1
        assert (await area(store, "99")).name == "槐江县"


async def test_what_the_import_does_not_name_is_left_alone(store: Store) -> None:
    await import_organisation(store, WHOLE)
    assert not await import_organisation(store, OrganisationRows((COUNTY, RIVER), (OFFICE, WATER), ROUTES))
    assert not await import_organisation(store, OrganisationRows((COUNTY,)))
    assert not await import_organisation(store, OrganisationRows())


async def test_retiring_makes_inactive_what_is_missing_and_a_later_import_brings_it_back(store: Store) -> None:
    await import_organisation(store, WHOLE)
    without = OrganisationRows((COUNTY, RIVER), (OFFICE, WATER), ROUTES)
    assert await import_organisation(store, without, retire=True) == Changes(Counts(retired=2), Counts(retired=1))
    org = await organisation(store)
    assert {each.code for each in org.areas.values() if not each.active} == {"990101", "9902"}
    assert {each.code for each in org.units.values() if not each.active} == {"station"}
    assert not await import_organisation(store, without, retire=True)
    assert await import_organisation(store, WHOLE) == Changes(Counts(changed=2), Counts(changed=1))
    assert all(each.active for each in (await organisation(store)).areas.values())


async def test_retiring_by_a_file_of_areas_alone_takes_no_unit_out_of_service(store: Store) -> None:
    await import_organisation(store, WHOLE)
    changes = await import_organisation(store, OrganisationRows((COUNTY, RIVER)), retire=True)
    assert changes == Changes(Counts(retired=2))


async def test_routes_are_replaced_as_a_whole(store: Store) -> None:
    await import_organisation(store, WHOLE)
    routes = (RouteRow("other", "99", "water"), RouteRow("roads", "9901", "office"))
    changes = await import_organisation(store, replace(WHOLE, routes=routes))
    assert changes == Changes(routes=Counts(added=1, changed=1, retired=1))
    assert (await read_organisation_rows(store)).routes == routes


async def test_a_code_that_nothing_has_is_refused_and_nothing_is_written(store: Store) -> None:
    with pytest.raises(ValueError, match="no unit has the code 'gone'"):
        await import_organisation(store, replace(WHOLE, routes=(RouteRow("other", "99", "gone"),)))
    assert await read_organisation_rows(store) == OrganisationRows()


async def test_areas_above_each_other_in_a_circle_are_refused(store: Store) -> None:
    await import_organisation(store, WHOLE)
    with pytest.raises(ValueError, match="circle"):
        await import_organisation(store, OrganisationRows((replace(COUNTY, parent="990101"),)))
    with pytest.raises(ValueError, match="circle"):
        tree_paths({1: 1})


async def test_a_rehearsal_says_what_would_change_and_writes_nothing(store: Store) -> None:
    changes = (await rehearse_import(store, WHOLE, since=NOW)).changes
    assert changes.areas == Counts(added=4)
    assert await read_organisation_rows(store) == OrganisationRows()
    assert (await organisation(store)).version == 0


async def test_a_rehearsal_says_where_the_cases_of_late_would_have_gone(store: Store) -> None:
    await import_organisation(store, WHOLE)
    village = await area(store, "990101")
    async with store.turn(NOW) as uow:
        uow.put(case(11, village))
        uow.put(case(12, village))
        uow.put(replace(case(13, village), category="housing"))
        uow.put(replace(case(14, village), filed_at=NOW - timedelta(days=31)))
        uow.put(replace(case(15, village), shielded=True))
        uow.put(replace(case(16, village), held=Held.VOICE))
    new = replace(WHOLE, routes=(RouteRow(case(11, village).category, "990101", "station"),))
    found = await rehearse_import(store, new, since=NOW - timedelta(days=30))
    assert sum(each.count for each in found.filed) == 3
    moved = {each.category: each for each in reroute(found.before, found.after, found.filed)}
    codes = {unit.id: unit.code for unit in found.after.units.values()}
    housing = moved["housing"]
    assert (codes[housing.before or 0], codes[housing.after or 0], housing.count) == ("office", "station", 1)
    assert (await organisation(store)).routes == found.before.routes, "nothing was written"


async def test_cases_follow_an_area_that_moves_and_so_do_those_who_may_see_them(store: Store) -> None:
    await import_organisation(store, WHOLE)
    village, river, hill = [await area(store, code) for code in ("990101", "9901", "9902")]
    async with store.turn(NOW) as uow:
        for number, over in ((1, river), (2, hill)):
            uow.put(Person(number, "", "zh", "", NOW))
            uow.put(Post(number, number, Role.LEADER, None, over.id, "镇长", "Head"))
        uow.put(case(11, village))
        uow.put(replace(case(12, village), state=State.CLOSED, closing=Closing.SOLVED, closed_at=NOW))
        uow.put(case(13, hill))

    # The town takes its village along, though the village is not in this import.
    moved = await import_organisation(store, OrganisationRows((COUNTY, HILL, replace(RIVER, parent="9902"))))
    assert moved == Changes(areas=Counts(changed=2), cases=2)
    path = (await area(store, "990101")).path
    assert [int(each) for each in path.strip("/").split("/")][1:] == [hill.id, river.id, village.id]
    async with store.turn(NOW) as uow:
        cases = await uow.get_all(Case, [11, 12, 13])
        assert [each.area_path for each in cases] == [path, path, hill.path]
        # A turn that had read a case before the move must not write it back: the version says so.
        assert [each.version for each in cases] == [1, 1, 0]
        assert await uow.visible_case(1, 11) is not None
        assert await uow.visible_case(2, 11) is not None

    apart = OrganisationRows((COUNTY, HILL, RIVER, replace(VILLAGE, parent="9902")))
    assert await import_organisation(store, apart) == Changes(areas=Counts(changed=2), cases=2)
    async with store.turn(NOW) as uow:
        assert await uow.visible_case(1, 11) is None
        assert await uow.visible_case(2, 12) is not None


async def test_a_unit_under_another_superior_takes_the_units_below_it_along(store: Store) -> None:
    await import_organisation(store, WHOLE)
    changes = await import_organisation(store, replace(WHOLE, units=(OFFICE, replace(WATER, superior=None))))
    assert changes == Changes(units=Counts(changed=2))
    org = await organisation(store)
    water, station = org.unit_by_code("water"), org.unit_by_code("station")
    assert water is not None
    assert station is not None
    assert (await unit_paths(store))[station.id] == f"/{water.id}/{station.id}/"


async def test_of_two_imports_at_once_the_second_finds_nothing_left_to_do(store: Store, database_url: str) -> None:
    other = await Store.open(database_url, RULES, Random(2))
    try:
        both = await asyncio.gather(import_organisation(store, WHOLE), import_organisation(other, WHOLE))
    finally:
        await other.close()
    assert sorted(changes.areas.added for changes in both) == [0, 4]
    assert len((await organisation(store)).areas) == 4


async def test_what_is_read_is_what_was_written_with_the_posts_but_not_their_people(store: Store) -> None:
    await import_organisation(store, WHOLE)
    assert not await import_organisation(store, await read_organisation_rows(store))
    org = await organisation(store)
    water = org.unit_by_code("water")
    assert water is not None
    grid = ((await area(store, "990101")).id,)
    async with store.turn(NOW) as uow:
        uow.put(Person(1, "a name", "zh", "tg:1", NOW))
        uow.put(Post(2, 1, Role.CADRE, water.id, None, "水利员", "Water officer", grid))
        uow.put(Post(3, 1, Role.HEAD, water.id, None, "前任站长", "Once the head", active=False))
        uow.put(Post(4, 1, Role.LEADER, None, (await area(store, "99")).id, "副县长", ""))
    rows = await read_organisation_rows(store)
    assert rows.posts == (
        PostRow(Role.CADRE, "水利员", "Water officer", unit="water", grid=("990101",)),
        PostRow(Role.LEADER, "副县长", area="99"),
    )
    assert [each.level for each in rows.areas] == ["county", "town", "town", "village"]
    assert set(rows.areas) == set(WHOLE.areas)
    assert set(rows.units) == set(WHOLE.units)


def case(number: int, where: Area) -> Case:
    return Case(number, number, "9" * 9, 1, 99, "other", where.id, where.path, "", "灯坏了", NOW, NOW, NOW)
