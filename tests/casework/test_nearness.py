"""What is near and alike: by category, kind, place, age and words."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from casework.areas import Area
from casework.kinds import PetitionKind
from casework.likeness import KEPT, SOUGHT, Similar, terms
from casework.nearness import Sought, alike, areas_near, near_and_alike, said
from casework.organisation import Organisation
from casework.petitions import Naming
from casework.profile import Near, Together

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
AREAS = (
    Area(1, "1", "白鹭县", "county", None, "/1/"),
    Area(2, "2", "柳河镇", "town", 1, "/1/2/", lat=27.0, lon=118.0),
    Area(11, "11", "枫桥村", "village", 2, "/1/2/11/", lat=27.01, lon=118.0),
    Area(12, "12", "新塘村", "village", 2, "/1/2/12/", lat=27.03, lon=118.0),
    Area(13, "13", "云居村", "village", 2, "/1/2/13/", lat=27.2, lon=118.0),
    Area(14, "14", "无图村", "village", 2, "/1/2/14/"),
)
ORG = Organisation({area.id: area for area in AREAS}, {}, {}, 1)
WORDS = "路灯坏了一个月，晚上漆黑，老人出门看不见"
SOUGHT_HERE = Sought(WORDS, "utilities", 11)
KNOWN = Similar(
    7, 70, "utilities", 11, None, None, NOW - timedelta(days=3), 1, PetitionKind.REQUEST, Naming.INTAKE, WORDS
)


def offered(*found: Similar, sought: Sought = SOUGHT_HERE, rules: Together | None = None, by: int = 1) -> list[int]:
    ranked = near_and_alike(ORG, rules or Together(), sought, found, NOW, without=[by])
    return [each.similar.case_id for each in ranked]


def test_the_same_in_the_same_village_is_offered() -> None:
    assert offered(KNOWN) == [7]


@pytest.mark.parametrize(
    "other",
    [
        {"category": "roads"},
        {"kind": PetitionKind.QUESTION},
        {"area_id": 13},
        {"filed_at": NOW - timedelta(days=31)},
        {"naming": Naming.ANONYMOUS},
        {"resident_id": 1},
        {"words": "自来水停了三天，水管一滴水都没有"},
        {"words": f"{WORDS}，村支书收了钱不管"},
        {"words": f"{WORDS}，有人要自杀"},
    ],
)
def test_what_differs_or_is_delicate_is_not(other: dict[str, object]) -> None:
    assert offered(replace(KNOWN, **other)) == []  # type: ignore[arg-type]


def test_the_nearest_comes_first_and_five_at_most() -> None:
    far = [replace(KNOWN, case_id=id_, area_id=12) for id_ in (1, 2, 3)]
    assert offered(*far, *(replace(KNOWN, case_id=id_) for id_ in (7, 8, 9))) == [7, 8, 9, 1, 2]


def test_a_point_that_was_shared_counts_more_than_the_village() -> None:
    here = replace(SOUGHT_HERE, lat=27.01, lon=118.0)
    at_the_border = replace(KNOWN, lat=27.055, lon=118.0)
    assert offered(at_the_border, sought=here) == []
    assert offered(replace(at_the_border, lat=27.02), sought=here) == [7]


def test_names_and_places_make_nothing_alike() -> None:
    assert alike(ORG, said("枫桥村的王小红", 11), said("枫桥村的路灯", 11)) == 0
    assert alike(ORG, said("大坑", 11), said("有个大坑", 11)) == 1


def test_without_a_map_a_village_is_compared_with_itself_and_its_township() -> None:
    assert areas_near(ORG, replace(SOUGHT_HERE, area_id=14), 3) == [2, 14]
    assert areas_near(ORG, SOUGHT_HERE, 3) == [2, 11, 12]
    assert areas_near(ORG, replace(SOUGHT_HERE, area_id=2), 3) == [2, 11, 12, 13, 14]
    assert areas_near(ORG, replace(SOUGHT_HERE, area_id=99), 3) == []


def test_a_service_says_itself_what_is_near() -> None:
    wide = Together(categories={"utilities": Near(radius_km=50, days=400, likeness=0.2)})
    assert offered(replace(KNOWN, area_id=13, filed_at=NOW - timedelta(days=300)), rules=wide) == [7]
    assert Together().near("employment").radius_km == 0


def test_of_two_texts_the_same_terms_are_kept_of_what_they_share() -> None:
    long = WORDS + "".join(chr(0x4E00 + 37 * at) for at in range(200))
    kept, sought = set(terms(WORDS, "utilities", 11, KEPT)), set(terms(long, "utilities", 11, SOUGHT))
    assert len(kept) <= KEPT
    assert kept & set(terms(WORDS, "utilities", 11, SOUGHT)) == kept
    assert not kept & set(terms(WORDS, "roads", 11, SOUGHT))
    assert not kept & set(terms(WORDS, "utilities", 12, SOUGHT))
    assert all(0 <= each < 2**63 for each in kept | sought)
