from dataclasses import replace

from casework.areas import Area
from casework.organisation import Organisation, RouteFound, Unit
from casework.shielding import units_above, units_below

COUNTY = Area(1, "99", "槐溪县", "county", None, "/1/", name_en="Huaixi County")
TOWN = Area(2, "9901", "芦汀镇", "town", 1, "/1/2/", name_en="Luting Town")
VILLAGE = Area(3, "990101", "双橹村委会", "village", 2, "/1/2/3/")
OTHER_TOWN = Area(4, "9902", "梨垭乡", "town", 1, "/1/4/")

PETITIONS = Unit(10, "petitions", "信访局", "Petition Office", "信访局", 1, None)
TRANSPORT = Unit(11, "transport", "交通运输局", "", "交通局", 1, 10)
TOWN_HALL = Unit(12, "luting", "芦汀镇人民政府", "Luting Town Government", "芦汀镇", 2, 10)
CLOSED = Unit(13, "closed", "旧办公室", "", "", 2, 10, active=False)


def organisation(
    routes: dict[tuple[str, int], int], areas: tuple[Area, ...] = (COUNTY, TOWN, VILLAGE, OTHER_TOWN)
) -> Organisation:
    units = (PETITIONS, TRANSPORT, TOWN_HALL, CLOSED)
    return Organisation({area.id: area for area in areas}, {unit.id: unit for unit in units}, routes, version=1)


def test_ancestors_come_nearest_first_and_include_the_area() -> None:
    assert organisation({}).ancestors(VILLAGE) == (VILLAGE, TOWN, COUNTY)


def test_an_area_lies_within_itself_and_those_above_but_not_beside() -> None:
    org = organisation({})
    assert org.within(3, 3)
    assert org.within(3, 1)
    assert not org.within(1, 3)
    assert not org.within(3, 4)
    assert not org.within(3, 99)


def test_area_ids_that_begin_alike_are_not_mistaken() -> None:
    twelve = Area(12, "12", "别处村", "village", None, "/12/")
    assert not twelve.within(COUNTY)


def test_areas_are_found_by_what_lies_above_and_by_latitude() -> None:
    town, village = replace(TOWN, lat=26.0, lon=119.0), replace(VILLAGE, lat=26.5, lon=119.0)
    org = organisation({}, (COUNTY, village, town, OTHER_TOWN))
    assert list(org.right_below(COUNTY)) == [town, OTHER_TOWN]
    assert list(org.right_below(village)) == []
    assert org.between(26.0, 26.5) == [town, village]
    assert org.between(26.1, 30.0) == [village]
    assert org.between(27.0, 30.0) == []


def test_the_units_below_some_are_those_that_have_one_of_them_above() -> None:
    round_and_round = [replace(CLOSED, id=20 + each, superior_id=20 + (each + 1) % 3) for each in range(3)]
    units = (PETITIONS, TRANSPORT, replace(TOWN_HALL, superior_id=11), CLOSED, *round_and_round)
    org = replace(organisation({}), units={unit.id: unit for unit in units})
    for some in ({10}, {11}, {12, 13}, {21}, {99}, set[int]()):
        assert units_below(org, some) == {each for each in org.units if units_above(org, each) & some}


def test_codes_lead_to_areas_and_units() -> None:
    org = organisation({})
    assert org.area_by_code("9901") is TOWN
    assert org.unit_by_code("transport") is TRANSPORT
    assert org.area_by_code("nowhere") is None
    assert org.unit_by_code("nobody") is None


def test_a_route_of_the_area_itself_wins() -> None:
    org = organisation({("roads", 3): 12, ("roads", 1): 11})
    assert org.route("roads", 3) == RouteFound(12, "route")


def test_without_one_the_route_of_the_nearest_area_above_counts() -> None:
    org = organisation({("roads", 2): 12, ("roads", 1): 11})
    assert org.route("roads", 3) == RouteFound(12, "parent_area")
    assert org.route("roads", 4) == RouteFound(11, "parent_area")


def test_a_bureau_that_knows_the_matter_goes_before_the_general_office_nearby() -> None:
    org = organisation({("other", 2): 12, ("roads", 1): 11})
    assert org.route("roads", 3) == RouteFound(11, "parent_area")
    assert org.route("health", 3) == RouteFound(12, "any_category")


def test_the_category_other_itself_is_an_ordinary_route() -> None:
    assert organisation({("other", 2): 12}).route("other", 2) == RouteFound(12, "route")


def test_a_closed_unit_is_passed_over() -> None:
    org = organisation({("roads", 2): 13, ("roads", 1): 11})
    assert org.route("roads", 2) == RouteFound(11, "parent_area")


def test_a_case_without_a_place_takes_the_routes_of_the_only_root() -> None:
    org = organisation({("roads", 1): 11, ("roads", 2): 12})
    assert org.route("roads", None) == RouteFound(11, "parent_area")


def test_with_several_roots_a_case_without_a_place_waits_for_a_dispatcher() -> None:
    second = Area(5, "98", "别县", "county", None, "/5/")
    org = organisation({("roads", 1): 11}, (COUNTY, second))
    assert org.route("roads", None) == RouteFound(None, "none")


def test_nothing_that_fits_is_said_so() -> None:
    assert organisation({}).route("roads", 3) == RouteFound(None, "none")
    assert organisation({("roads", 1): 11}).route("roads", 99) == RouteFound(None, "none")


def test_the_unit_above() -> None:
    org = organisation({})
    assert org.superior(TRANSPORT) is PETITIONS
    assert org.superior(PETITIONS) is None


def test_names_are_shown_as_people_say_them() -> None:
    org = organisation({})
    assert VILLAGE.label("zh") == "双橹村"
    assert TOWN.label("en") == "Luting Town"
    assert VILLAGE.label("en") == "双橹村"
    assert TRANSPORT.label("en") == "交通运输局"
    assert org.place_label(VILLAGE, "zh") == "芦汀镇双橹村"
    assert org.place_label(VILLAGE, "en") == "双橹村, Luting Town"
    assert org.place_label(TOWN, "zh") == "芦汀镇"


def test_the_gazetteer_is_built_once() -> None:
    org = organisation({})
    assert org.gazetteer is org.gazetteer
    assert org.gazetteer.find("双橹村的桥断了").area is VILLAGE
