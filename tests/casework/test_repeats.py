"""What is like a case that is final, and what is not."""

from dataclasses import replace

from casework.petitions import Case
from casework.repeats import final_like
from tests.casework.review_scene import contested, service
from tests.casework.service import Service

OLD = "村口的桥栏杆断了三根，孩子放学从那里走，天天提心吊胆，请派人来修"
SAME = "桥栏杆断了三根还没人修，孩子放学天天从那里走"
OTHER = "自来水发黄，烧开了也有味道"


async def case_of(made: Service) -> Case:
    return made.case(await contested(made))


async def test_the_same_in_other_words_is_found() -> None:
    case = await case_of(service())
    assert final_like(SAME, case.category, [(case, OLD)]) == case


async def test_another_matter_is_another_one() -> None:
    case = await case_of(service())
    assert final_like(OTHER, case.category, [(case, OLD)]) is None


async def test_few_words_are_alike_where_they_are_the_same() -> None:
    case = await case_of(service())
    short = "枫桥村的公路上有个大坑"
    assert final_like(short, "roads", [(case, short)]) == case
    assert final_like("枫桥村的公路没有路灯", "roads", [(case, short)]) is None


async def test_another_category_needs_more_likeness() -> None:
    case = await case_of(service())
    half = "桥栏杆断了三根，水也停了，电也停了，垃圾没人收"
    assert final_like(half, case.category, [(case, OLD)]) == case
    assert final_like(half, "housing", [(case, OLD)]) is None


async def test_the_likest_and_then_the_newest_is_shown() -> None:
    case = await case_of(service())
    newer = replace(case, id=case.id + 1)
    before = [(case, OLD), (newer, OLD), (replace(case, id=case.id + 2), SAME + OTHER + OTHER)]
    assert final_like(OLD, case.category, before) == newer
