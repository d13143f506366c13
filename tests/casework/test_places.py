import csv
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from casework.areas import Area
from casework.geo import distance_km
from casework.near_misses import edit_distance, near_misses
from casework.place_names import bare_name, full_names, spoken_name
from casework.places import Gazetteer

COUNTY = Area(1, "1", "槐溪县", "county", None, "/1/", aliases=("Huaixi County",))
LUTING = Area(2, "2", "芦汀镇", "town", 1, "/1/2/", name_en="Luting Town", lat=27.09, lon=118.49)
LIYA = Area(3, "3", "梨垭乡", "town", 1, "/1/3/", name_en="Liya Township", lat=27.11, lon=118.34)
SHUANGLU = Area(4, "4", "双橹村委会", "village", 2, "/1/2/4/", name_en="Shuanglu Village", lat=27.07, lon=118.47)
MILL = Area(5, "5", "石磨潭村", "village", 2, "/1/2/5/", aliases=("磨坊村", "Millstone Pool"), lat=27.08, lon=118.50)
NEAR_XIN = Area(6, "6", "新塘村委会", "village", 2, "/1/2/6/")
FAR_XIN = Area(7, "7", "新塘村委会", "village", 3, "/1/3/7/")
STREET = Area(8, "8", "书灯社区居委会", "village", 3, "/1/3/8/")
CENTRE = Area(9, "9", "中心村", "village", 3, "/1/3/9/")
GONE = Area(10, "10", "旧县村", "village", 3, "/1/3/10/", active=False)
AREAS = (COUNTY, LUTING, LIYA, SHUANGLU, MILL, NEAR_XIN, FAR_XIN, STREET, CENTRE, GONE)


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return Gazetteer(AREAS)


@pytest.mark.parametrize(
    ("official", "spoken"),
    [
        ("海滨社区居委会", "海滨社区"),
        ("海滨社区居民委员会", "海滨社区"),
        ("外宅村委会", "外宅村"),
        ("外宅村村民委员会", "外宅村"),
        ("浦源居委会", "浦源社区"),
        ("芦汀镇", "芦汀镇"),
    ],
)
def test_the_committee_is_left_out_of_the_name(official: str, spoken: str) -> None:
    assert spoken_name(official) == spoken


def test_a_township_named_for_a_people_is_known_without_it() -> None:
    assert full_names("金涵畲族乡") == ("金涵畲族乡", "金涵乡")
    assert bare_name("金涵畲族乡") == "金涵"
    assert bare_name("孟连傣族拉祜族佤族自治县") == "孟连"


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("双橹村的路灯坏了", SHUANGLU),
        ("我是双橹村的，家里停水", SHUANGLU),
        ("路灯坏了三天没人修，在双橹村", SHUANGLU),
        ("双橹村民委员会门口积水", SHUANGLU),
        ("书灯社区垃圾没人收", STREET),
        ("书灯社区居委会不开门", STREET),
        ("去磨坊村的路塌了", MILL),
        ("芦汀镇双橹村的桥断了", SHUANGLU),
        ("槐溪县芦汀镇双橹村", SHUANGLU),
        ("芦汀镇的集市太乱", LUTING),
        ("整个槐溪县都停电", COUNTY),
        ("The bridge in shuanglu village is broken", SHUANGLU),
        ("Rubbish everywhere around Millstone Pool!", MILL),
        ("Flood in LUTING TOWN", LUTING),
    ],
)
def test_a_name_with_its_suffix_is_found(places: Gazetteer, text: str, area: Area) -> None:
    found = places.find(text)
    assert (found.certain, found.area) == (True, area)
    assert found.words in text


def test_the_words_that_named_the_place_are_given_back(places: Gazetteer) -> None:
    assert places.find("芦汀镇双橹村的桥断了").words == "双橹村"


@pytest.mark.parametrize(
    "text", ["芦汀镇双橹的桥断了", "槐溪县双橹的桥断了", "芦汀双橹的桥断了", "双橹（芦汀镇）的桥断了"]
)
def test_a_bare_name_counts_beside_its_township_or_county(places: Gazetteer, text: str) -> None:
    found = places.find(text)
    assert (found.certain, found.area) == (True, SHUANGLU)


def test_a_bare_name_alone_is_offered_but_never_taken(places: Gazetteer) -> None:
    found = places.find("双橹的桥断了")
    assert (found.certain, found.area, found.candidates) == (False, None, (SHUANGLU,))


def test_a_bare_name_that_is_an_everyday_word_is_not_even_offered(places: Gazetteer) -> None:
    assert places.find("市中心太堵").candidates == ()
    assert places.find("梨垭乡中心停电").area == CENTRE


def test_a_bare_name_in_the_name_of_a_road_is_not_offered(places: Gazetteer) -> None:
    assert places.find("双橹路太窄").candidates == ()


def test_a_bare_english_name_is_offered(places: Gazetteer) -> None:
    assert places.find("the bridge at Shuanglu").candidates == (SHUANGLU,)
    assert places.find("Shuangluan is far away").candidates == ()


def test_a_shared_name_is_offered_as_choices(places: Gazetteer) -> None:
    found = places.find("新塘村没水了")
    assert (found.certain, found.area, found.words) == (False, None, "新塘村")
    assert set(found.candidates) == {NEAR_XIN, FAR_XIN}


@pytest.mark.parametrize("text", ["梨垭乡新塘村没水了", "我们梨垭乡缺水，新塘村最严重", "新塘村没水了，梨垭乡也不管"])
def test_a_township_anywhere_in_the_text_tells_shared_names_apart(places: Gazetteer, text: str) -> None:
    found = places.find(text)
    assert (found.certain, found.area) == (True, FAR_XIN)


def test_where_the_resident_lives_tells_shared_names_apart(places: Gazetteer) -> None:
    assert places.find("新塘村没水了", near=MILL).area == NEAR_XIN
    assert places.find("新塘村没水了", near=LIYA).area == FAR_XIN
    assert not places.find("新塘村没水了", near=COUNTY).certain


def test_the_most_specific_place_is_taken_and_the_others_are_candidates(places: Gazetteer) -> None:
    found = places.find("我从梨垭乡到双橹村走亲戚，路太烂")
    assert (found.certain, found.area, found.candidates) == (True, SHUANGLU, (LIYA,))


def test_two_villages_leave_the_place_open(places: Gazetteer) -> None:
    found = places.find("从双橹村到石磨潭村的路坏了")
    assert not found.certain
    assert found.candidates[:2] == (SHUANGLU, MILL)


def test_a_village_of_an_unknown_township_is_another_village(places: Gazetteer) -> None:
    found = places.find("我住横市镇双橹村")
    assert (found.certain, found.candidates) == (False, (SHUANGLU,))
    assert places.find("我们镇双橹村").certain
    assert places.find("老家乡双橹村").certain


def test_a_merged_area_is_not_found(places: Gazetteer) -> None:
    assert not places.find("旧县村停电").candidates


@pytest.mark.parametrize("text", ["", "   ", "你好", "路灯坏了", "hello", "🙂🙂", "村", "镇镇镇"])
def test_a_text_without_a_place_finds_nothing(places: Gazetteer, text: str) -> None:
    found = places.find(text)
    assert (found.area, found.certain, found.candidates, found.words) == (None, False, (), "")


@pytest.mark.parametrize("text", ["双橹", "双橹村", "我家在双橹那边", "就在双橹附近", "shuanglu", "芦汀镇双橹"])
def test_in_an_answer_a_bare_name_counts(places: Gazetteer, text: str) -> None:
    found = places.answer(text)
    assert (found.certain, found.area) == (True, SHUANGLU)


def test_in_an_answer_an_everyday_word_counts_alone(places: Gazetteer) -> None:
    assert places.answer("中心").area == CENTRE
    assert places.answer("芦汀镇中心小学旁边").area == LUTING


@pytest.mark.parametrize("text", ["双撸村", "双路", "橹双村", "shuanlu", "双橹桥村"])
def test_a_near_miss_in_an_answer_is_offered(places: Gazetteer, text: str) -> None:
    found = places.answer(text)
    assert SHUANGLU in found.candidates or found.area == SHUANGLU
    assert len(found.candidates) <= 6


def test_a_near_miss_inside_the_named_township_goes_before_it(places: Gazetteer) -> None:
    found = places.answer("芦汀镇石魔潭")
    assert (found.certain, found.area, found.candidates) == (False, LUTING, (MILL, LUTING))


def test_a_shared_name_in_an_answer_is_offered_unless_the_home_decides(places: Gazetteer) -> None:
    assert set(places.answer("新塘").candidates) == {NEAR_XIN, FAR_XIN}
    assert places.answer("新塘", near=LIYA).area == FAR_XIN


@pytest.mark.parametrize("text", ["不知道", "没有", "", "就在我家门口", "what?"])
def test_an_answer_that_names_nothing_offers_nothing(places: Gazetteer, text: str) -> None:
    assert places.answer(text).candidates == ()


def test_the_nearest_village_to_a_point(places: Gazetteer) -> None:
    assert places.nearest(27.071, 118.471) == SHUANGLU
    assert places.nearest(27.081, 118.499) == MILL


def test_without_villages_on_the_map_the_nearest_township_counts() -> None:
    assert Gazetteer([COUNTY, LUTING, LIYA, NEAR_XIN]).nearest(27.10, 118.35) == LIYA


def test_a_point_in_another_part_of_the_country_is_near_nothing(places: Gazetteer) -> None:
    assert places.nearest(39.9, 116.4) is None
    assert Gazetteer([NEAR_XIN]).nearest(27.07, 118.47) is None


def test_distances_follow_the_globe() -> None:
    assert distance_km(0, 0, 0, 1) == pytest.approx(111.195, abs=0.01)
    assert distance_km(0, 179.5, 0, -179.5) == pytest.approx(111.195, abs=0.01)
    assert distance_km(90, 0, -90, 0) == pytest.approx(20015.1, abs=0.1)
    assert distance_km(27, 118, 27, 118) == 0


def test_a_slip_is_one_step_away() -> None:
    assert edit_distance("新糖", "新塘") == 1
    assert edit_distance("塘新", "新塘") == 1
    assert edit_distance("新塘坑", "新塘") == 1
    assert edit_distance("", "新塘") == 2
    assert near_misses("新糖", ["新塘", "双橹", "塘头"]) == [(1, "新塘")]


@pytest.fixture(scope="module")
def ningde(shared_data: Path) -> list[Area]:
    areas: list[Area] = []
    ids: dict[str, Area] = {}

    def add(code: str, name: str, level: str, parent: str | None) -> None:
        above = ids[parent] if parent else None
        path = f"{above.path if above else '/'}{len(areas) + 1}/"
        ids[code] = Area(len(areas) + 1, code, name, level, above.id if above else None, path)
        areas.append(ids[code])

    with (shared_data / "areas" / "ningde_towns.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["county_code"] not in ids:
                add(row["county_code"], row["county"], "county", None)
            add(row["code"], row["name"], "town", row["county_code"])
    with (shared_data / "areas" / "ningde_villages.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            add(row["code"], row["name"], "village", row["town_code"])
    return areas


def test_messages_from_another_province_name_no_place_here(ningde: list[Area], shared_data: Path) -> None:
    gazetteer = Gazetteer(ningde)
    with (shared_data / "complaints-zh" / "messages.jsonl").open(encoding="utf-8") as file:
        messages = [json.loads(line) for line in file]
    taken = [each for each in messages if gazetteer.find(f"{each['title']}\n{each['text']}").certain]
    assert len(messages) == 1200
    assert len(taken) <= 20


def _in_sentences(name: str, number: int) -> str:
    sentences = ("{}的路灯坏了", "我家住{}，停水三天了", "垃圾没人收，在{}", "反映{}采石场污染河水", "{}垃圾没人收")
    return sentences[number % len(sentences)].format(name)


@pytest.mark.parametrize(
    ("written", "unique_right", "shared_right"),
    [
        # Shared names: some counties have two villages of one name, which only a township tells apart.
        (lambda village, town, county: village, 0.99, 0.0),
        (lambda village, town, county: county + village, 0.999, 0.9),
        (lambda village, town, county: town + village, 0.999, 0.99),
        (lambda village, town, county: county + town + village, 0.999, 0.99),
        (lambda village, town, county: town + bare_name(village), 0.97, 0.95),
    ],
)
def test_villages_are_found_in_sentences(
    ningde: list[Area],
    written: Callable[[str, str, str], str],
    unique_right: float,
    shared_right: float,
) -> None:
    gazetteer = Gazetteer(ningde)
    by_id = {area.id: area for area in ningde}
    villages = [area for area in ningde if area.level == "village"]
    shared = Counter(spoken_name(area.name) for area in villages)
    right: Counter[bool] = Counter()
    total: Counter[bool] = Counter()
    offered = 0
    for number, village in enumerate(villages):
        town = by_id[village.parent_id or 0]
        county = by_id[town.parent_id or 0]
        found = gazetteer.find(_in_sentences(written(spoken_name(village.name), town.name, county.name), number))
        is_shared = shared[spoken_name(village.name)] > 1
        total[is_shared] += 1
        right[is_shared] += found.certain and found.area == village
        offered += not found.certain and village in found.candidates
    assert right[False] / total[False] >= unique_right
    assert right[True] / total[True] >= shared_right
    assert (right.total() + offered) / len(villages) >= 0.98


def test_a_gazetteer_of_thousands_is_built_and_asked_quickly(ningde: list[Area]) -> None:
    started = process_time()
    gazetteer = Gazetteer(ningde)
    built = process_time() - started
    text = ("尊敬的领导，我家门口的路从去年开始就坏了，下雨天积水很深，老人孩子出门不方便，多次反映没有人管。" * 5)[
        :200
    ]
    started = process_time()
    for _ in range(200):
        gazetteer.find(text)
    # Measured: 60 ms and 20 µs; the bounds leave room for a slow machine.
    assert built < 1
    assert (process_time() - started) / 200 < 0.0005
