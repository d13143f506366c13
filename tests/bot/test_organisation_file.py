from importlib import resources
from pathlib import Path

import pytest

from bot.organisation_entries import AreaEntry, OrganisationFile, OrganisationFileError, PostEntry, UnitEntry
from bot.organisation_file import read_files, read_organisation, write_organisation
from casework.areas import Area
from casework.categories import CATEGORY_BY_ID
from casework.people import Role
from casework.places import Gazetteer

SMALL = """
[[area]]
code = "99"
name = "槐溪县"
level = "county"

[[area]]
code = "9901"
name = "芦汀镇"
name_en = "Luting Town"
level = "town"
parent = "99"
aliases = ["老芦汀镇"]
lat = 27.09
lon = 118.49

[[unit]]
code = "petitions"
name = "信访局"
area = "99"

[[unit]]
code = "luting"
name = "芦汀镇人民政府"
short = "镇政府"
area = "9901"
superior = "petitions"

[[route]]
category = "roads"
area = "9901"
unit = "luting"

[[post]]
role = "cadre"
title = "驻村干部"
unit = "luting"
grid = ["9901"]
"""


def write(folder: Path, text: str, name: str = "organisation.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def problems(path: Path) -> list[str]:
    with pytest.raises(OrganisationFileError) as caught:
        read_organisation(path)
    return [problem.removeprefix(f"{path.parent}/") for problem in caught.value.problems]


def test_a_file_holds_areas_units_routes_and_posts(tmp_path: Path) -> None:
    organisation = read_organisation(write(tmp_path, SMALL))
    assert organisation.areas[1] == AreaEntry(
        "9901", "芦汀镇", "town", "Luting Town", "99", ("老芦汀镇",), 27.09, 118.49
    )
    assert organisation.units[1] == UnitEntry("luting", "芦汀镇人民政府", "9901", "", "petitions", "镇政府")
    assert (organisation.routes[0].category, organisation.routes[0].unit) == ("roads", "luting")
    assert organisation.posts == (PostEntry(Role.CADRE, "驻村干部", unit="luting", grid=("9901",)),)


def test_what_is_written_reads_back_as_the_same(tmp_path: Path) -> None:
    organisation = read_organisation(write(tmp_path, SMALL))
    strange = AreaEntry("98", 'a "quoted" \\ name\n二 \x7f', "county", active=False)
    organisation = OrganisationFile(
        (strange, *organisation.areas), organisation.units, organisation.routes, organisation.posts
    )
    assert read_organisation(write(tmp_path, write_organisation(organisation), "again.toml")) == organisation


def test_marks_of_notices_are_read_and_written_again(tmp_path: Path) -> None:
    text = SMALL.replace('level = "county"', 'level = "county"\nmark = "槐信"')
    organisation = read_organisation(write(tmp_path, text.replace('short = "镇政府"', 'mark = "芦政信访"')))
    assert (organisation.areas[0].mark, organisation.units[0].mark, organisation.units[1].mark) == (
        "槐信",
        "",
        "芦政信访",
    )
    assert read_organisation(write(tmp_path, write_organisation(organisation), "again.toml")) == organisation


def test_an_empty_organisation_is_written_and_read(tmp_path: Path) -> None:
    assert read_organisation(write(tmp_path, write_organisation(OrganisationFile()))) == OrganisationFile()


def test_the_sample_organisation_is_whole_and_reads_back_as_the_same(tmp_path: Path) -> None:
    text = resources.files("bot.sample").joinpath("organisation.toml").read_text(encoding="utf-8")
    sample = read_organisation(write(tmp_path, text))
    county = next(area for area in sample.areas if area.level == "county")
    assert [sum(area.level == level for area in sample.areas) for level in ("county", "town", "village")] == [1, 4, 14]
    assert {route.category for route in sample.routes if route.area == county.code} == set(CATEGORY_BY_ID)
    assert {post.role for post in sample.posts} == set(Role) - {Role.ADMIN}
    villages = {area.code for area in sample.areas if area.level == "village"}
    assert {code for post in sample.posts for code in post.grid} == villages
    assert all(area.name_en and area.lat for area in sample.areas)
    assert all(unit.name_en and unit.short for unit in sample.units)
    staffed = {post.unit for post in sample.posts if post.role is Role.CADRE}
    assert {route.unit for route in sample.routes} <= staffed
    assert read_organisation(write(tmp_path, write_organisation(sample), "again.toml")) == sample


def test_places_of_the_sample_are_found_in_both_languages(tmp_path: Path) -> None:
    text = resources.files("bot.sample").joinpath("organisation.toml").read_text(encoding="utf-8")
    sample = read_organisation(write(tmp_path, text))
    ids = {area.code: number for number, area in enumerate(sample.areas, 1)}
    paths: dict[str, str] = {}
    areas = []
    for area in sample.areas:
        paths[area.code] = f"{paths.get(area.parent or '', '/')}{ids[area.code]}/"
        areas.append(
            Area(
                id=ids[area.code],
                code=area.code,
                name=area.name,
                level=area.level,
                parent_id=ids.get(area.parent or ""),
                path=paths[area.code],
                aliases=area.aliases,
                lat=area.lat,
                lon=area.lon,
                name_en=area.name_en,
            )
        )
    gazetteer = Gazetteer(areas)
    for place in areas:
        assert gazetteer.find(f"我家住{place.name}，路灯坏了").area == place
        assert gazetteer.find(f"The street light in {place.name_en.lower()} is broken").area == place
        if place.level == "village" and place.lat is not None and place.lon is not None:
            assert gazetteer.nearest(place.lat, place.lon) == place


@pytest.mark.parametrize(
    ("wrong", "right", "problem"),
    [
        ('parent = "98"', 'parent = "99"', "organisation.toml, line 7, [[area]] 2: parent: no area has the code '98'"),
        ('level = "hamlet"', 'level = "town"', "organisation.toml, line 7, [[area]] 2: level: 'hamlet' is none of"),
        (
            "lat = true",
            "lat = 27.09",
            "organisation.toml, line 7, [[area]] 2: lat: needs a number with a point, not true or false",
        ),
        ("lat = 127.0", "lat = 27.09", "organisation.toml, line 7, [[area]] 2: lat: 127.0 is not between"),
        ("", "lon = 118.49", "organisation.toml, line 7, [[area]] 2: lat, lon: only one"),
        (
            "nam_en = 'x'",
            'name_en = "Luting Town"',
            "organisation.toml, line 7, [[area]] 2: nam_en: there is no such key; did you mean name_en?",
        ),
        ('code = "petitions"', 'code = "luting"', "organisation.toml, line 22, [[unit]] 2: code: 'petitions' is taken"),
        ('superior = "luting"', 'superior = "petitions"', "[[unit]] 2: superior: 'luting' is above itself"),
        ('superior = "nobody"', 'superior = "petitions"', "[[unit]] 2: superior: no unit has the code 'nobody'"),
        ('category = "poetry"', 'category = "roads"', "line 29, [[route]] 1: category: 'poetry' is none of"),
        ('unit = "nobody"', 'unit = "luting"', "[[route]] 1: unit: no unit has the code 'nobody'"),
        ('role = "king"', 'role = "cadre"', 'line 34, [[post]] 1: role: "king" is not one of cadre, '),
        ('grid = ["97"]', 'grid = ["9901"]', "[[post]] 1: grid: no area has the code '97'"),
        ('area = "99"', 'unit = "luting"\ngrid', "[[post]] 1: unit: a cadre works in a unit"),
        ('name = ""', 'name = "芦汀镇"', "[[area]] 2: name: is empty"),
        (
            'short = "镇"\nmark = "芦〔2026〕"',
            'short = "镇政府"',
            "[[unit]] 2: mark: '芦〔2026〕' has to be of letters and characters alone, 16 at most",
        ),
        (
            'mark = "信访局信"',
            'short = "镇政府"',
            "[[unit]] 2: mark: '信访局信' is taken already (",
        ),
        (
            'mark = "槐溪县信"',
            'short = "镇政府"',
            "[[unit]] 2: mark: '槐溪县信' is taken already (",
        ),
        ('mark = "芦信"', "lon = 118.49", "[[area]] 2: mark: only the area of the whole service"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_key(tmp_path: Path, wrong: str, right: str, problem: str) -> None:
    assert right in SMALL
    rest = "\ngrid" if right.endswith("grid") else ""
    found = problems(write(tmp_path, SMALL.replace(right, wrong + rest)))
    assert any(problem in each for each in found), found


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    text = SMALL.replace('category = "roads"', 'category = "poetry"').replace('parent = "99"', 'parent = "98"')
    assert len(problems(write(tmp_path, text))) == 2


def test_a_route_given_twice_is_a_mistake(tmp_path: Path) -> None:
    route = '\n[[route]]\ncategory = "roads"\narea = "9901"\nunit = "petitions"\n'
    assert "category, area: 'roads', '9901' is taken already" in problems(write(tmp_path, SMALL + route))[0]


def test_areas_that_stand_above_each_other_are_a_mistake(tmp_path: Path) -> None:
    circle = '[[area]]\ncode = "{}"\nname = "x"\nlevel = "{}"\nparent = "{}"\n'
    text = circle.format("1", "town", "2") + circle.format("2", "village", "1")
    assert problems(write(tmp_path, text)) == [
        "organisation.toml, line 1, [[area]] 1: parent: x is a village, not above a town"
    ]


def test_a_circle_of_units_elsewhere_is_named_where_it_is(tmp_path: Path) -> None:
    units = "".join(
        f'[[unit]]\ncode = "{code}"\nname = "x"\narea = "99"\nsuperior = "{above}"\n'
        for code, above in (("a", "b"), ("b", "c"), ("c", "b"))
    )
    found = problems(write(tmp_path, SMALL + units))
    assert [each.partition(": ")[2] for each in found] == [
        "superior: 'b' is above itself",
        "superior: 'c' is above itself",
    ]


def test_a_file_that_is_not_toml_is_named_with_the_line(tmp_path: Path) -> None:
    assert "organisation.toml: " in problems(write(tmp_path, "[[area]\n"))[0]
    assert "line 1" in problems(write(tmp_path, "[[area]\n"))[0]
    assert "[[aera]]: is none of area, unit" in problems(write(tmp_path, "[[aera]]\n"))[0]
    assert "entries are written as [[unit]]" in problems(write(tmp_path, "unit = 3\n"))[0]


def test_what_is_not_there_or_not_text_is_said(tmp_path: Path) -> None:
    assert "no such file" in problems(tmp_path / "missing.toml")[0]
    assert "holds no .toml or .csv file" in problems(tmp_path)[0]
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe")
    assert "not UTF-8" in problems(tmp_path / "binary.toml")[0]


def test_a_table_of_areas_tells_levels_and_parents_by_code(tmp_path: Path) -> None:
    table = (
        "code,name,aliases,lat,lon\n"
        "990101,槐溪县,,,\n"
        "990101101,芦汀镇,老芦汀镇;旧镇,27.09,118.49\n"
        "990101101203,双橹村,,,\n"
    )
    organisation = read_organisation(write(tmp_path, table, "areas.csv"))
    assert organisation.areas == (
        AreaEntry("990101", "槐溪县", "county"),
        AreaEntry("990101101", "芦汀镇", "town", "", "990101", ("老芦汀镇", "旧镇"), 27.09, 118.49),
        AreaEntry("990101101203", "双橹村", "village", parent="990101101"),
    )


def test_a_township_that_is_only_named_beside_its_villages_is_added(tmp_path: Path) -> None:
    table = "code,name,town_code,town,county\n990101101203,双橹村,990101101,芦汀镇,槐溪县\n"
    organisation = read_organisation(write(tmp_path, table, "villages.csv"))
    assert [(area.name, area.level, area.parent) for area in organisation.areas] == [
        ("槐溪县", "county", None),
        ("芦汀镇", "town", "990101"),
        ("双橹村", "village", "990101101"),
    ]


def test_a_table_saved_by_a_spreadsheet_is_read(tmp_path: Path) -> None:
    for encoding in ("utf-8-sig", "gb18030"):
        (tmp_path / "areas.csv").write_bytes("code,name\r\n990101,槐溪县\r\n\r\n".encode(encoding))
        assert read_organisation(tmp_path / "areas.csv").areas == (AreaEntry("990101", "槐溪县", "county"),)


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("name\nx\n", "areas.csv, line 1: column 'code' is missing"),
        ("code,name,colour\n1,x,red\n", "areas.csv, line 1: column 'colour' is not known"),
        ("code,name\n990101,槐溪县\n77777,x\n", "areas.csv, line 3: level: '77777' has 5 digits"),
        ("code,name\n990101\n", "areas.csv, line 2: 2 columns are needed"),
        ("code,name,lat,lon\n990101,x,north,1\n", "areas.csv, line 2: lat, lon: degrees are needed"),
        ("code,name,people\n990101,x,many\n", "areas.csv, line 2: travel_minutes, people: whole numbers are needed"),
        ("code,name\n990101,x\n990101,y\n", "areas.csv, line 3: code: '990101' is taken already"),
        ("code,name,parent\n990101101,x,5\n", "areas.csv, line 2: parent: no area has the code '5'"),
        ("", "areas.csv, line 1: column 'code' is missing"),
    ],
)
def test_a_mistake_in_a_table_is_named_with_its_line(tmp_path: Path, table: str, problem: str) -> None:
    assert problem in "\n".join(problems(write(tmp_path, table, "areas.csv")))


def test_a_folder_joins_tables_of_areas_with_units_in_toml(tmp_path: Path) -> None:
    write(tmp_path, "code,name\n990101,槐溪县\n", "areas.csv")
    write(tmp_path, '[[unit]]\ncode = "u"\nname = "信访局"\narea = "990101"\n', "units.toml")
    organisation = read_organisation(tmp_path)
    assert (len(organisation.areas), organisation.units[0].area) == (1, "990101")


def test_the_areas_of_a_whole_prefecture_are_read(shared_data: Path) -> None:
    both = read_organisation(shared_data / "areas")
    assert [sum(area.level == level for area in both.areas) for level in ("county", "town", "village")] == [
        9,
        130,
        2368,
    ]
    assert set(read_files([shared_data / "areas" / "ningde_villages.csv"]).areas) == set(both.areas)
