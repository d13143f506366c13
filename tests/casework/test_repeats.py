"""What is like a case that is final, and what is not."""

from dataclasses import replace
from datetime import timedelta

from casework.petitions import Case, Closing, Verdict
from casework.repeats import final_like
from tests.casework.review_scene import contested, service
from tests.casework.service import Service, at

OLD = "村口的桥栏杆断了三根，孩子放学从那里走，天天提心吊胆，请派人来修"
SAME = "桥栏杆断了三根还没人修，孩子放学天天从那里走"
OTHER = "自来水发黄，烧开了也有味道"


async def case_of(made: Service) -> Case:
    return made.case(await contested(made))


async def test_the_same_in_other_words_is_found_once_it_is_final_and_not_a_minute_before() -> None:
    made = service()
    case, rules = await case_of(made), made.memory.rules
    end = at("4-3", "00:00")  # received on 3 March, and the thirtieth day is a Wednesday
    assert final_like(SAME, case.category, [(case, OLD)], rules, end - timedelta(minutes=1)) is None
    assert final_like(SAME, case.category, [(case, OLD)], rules, end) == case


async def test_another_matter_is_another_one() -> None:
    made = service()
    case, late = await case_of(made), made.now + timedelta(days=60)
    assert final_like(OTHER, case.category, [(case, OLD)], made.memory.rules, late) is None


async def test_few_words_are_alike_where_they_are_the_same() -> None:
    made = service()
    case, late = await case_of(made), made.now + timedelta(days=60)
    short = "枫桥村的公路上有个大坑"
    assert final_like(short, "roads", [(case, short)], made.memory.rules, late) == case
    assert final_like("枫桥村的公路没有路灯", "roads", [(case, short)], made.memory.rules, late) is None


async def test_another_category_needs_more_likeness() -> None:
    made = service()
    case, late = await case_of(made), made.now + timedelta(days=60)
    half = "桥栏杆断了三根，水也停了，电也停了，垃圾没人收"
    assert final_like(half, case.category, [(case, OLD)], made.memory.rules, late) == case
    assert final_like(half, "housing", [(case, OLD)], made.memory.rules, late) is None


async def test_the_likest_and_then_the_newest_is_shown() -> None:
    made = service()
    case, late = await case_of(made), made.now + timedelta(days=60)
    newer = replace(case, id=case.id + 1)
    before = [(case, OLD), (newer, OLD), (replace(case, id=case.id + 2), SAME + OTHER + OTHER)]
    assert final_like(OLD, case.category, before, made.memory.rules, late) == newer


async def test_what_was_solved_is_a_new_matter_when_it_breaks_again() -> None:
    made = service()
    case = made.case(await made.closed(Verdict.DONE))
    assert case.closing is Closing.SOLVED
    late = made.now + timedelta(days=400)
    assert final_like(OLD, case.category, [(case, OLD)], made.memory.rules, late) is None
