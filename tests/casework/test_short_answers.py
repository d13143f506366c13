"""What answers a short question and what does not: a new matter, or a danger, must never be taken for an answer."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.short_answers import a_few_words, is_number, says_nothing, who_in, yes_or_no
from casework.since import is_since, since_day

TODAY = date(2026, 3, 2)
MATTERS = (
    "路灯坏了三天没人修",
    "枫桥村的路上有个大坑",
    "有人打我",
    "家里进水了",
    "3个人把我打了",
    "水龙头没有水",
    "The street lamp is dark",
    "Our house is flooded!",
    "There are holes in the road",
    "No water since Monday in the whole village",
)


@pytest.mark.parametrize("text", MATTERS)
def test_a_matter_answers_nothing(text: str) -> None:
    assert yes_or_no(text) == ""
    assert not is_number(text)
    assert not is_since(text)
    assert not says_nothing(text)
    assert who_in(text) == ("", "")
    assert not a_few_words(text, "employment")


@pytest.mark.parametrize(
    ("text", "answer"),
    [("有", "yes"), ("有的。", "yes"), ("是", "yes"), ("Yes!", "yes"), ("没有", "no"), ("不是", "no"), ("nope", "no")],
)
def test_yes_and_no(text: str, answer: str) -> None:
    assert yes_or_no(text) == answer


@pytest.mark.parametrize("text", ["不知道", "说不清", "我也不清楚。", "I don't know", "not sure", "no idea"])
def test_not_knowing_and_not_telling_are_answers_too(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "5",
        "大概30人",
        "三十多个",
        "十一个人",
        "还有八个工友",
        "4万多",
        "三万多块",
        "12000元",
        "3-5户",
        "很多人",
        "about 20 people",
        "two hundred",
        "a dozen",
        "30,000 yuan",
        "several",
    ],
)
def test_numbers_as_people_say_them(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("去年6月", date(2025, 6, 1)),
        ("6月份开始", date(2025, 6, 1)),
        ("二月", date(2026, 2, 1)),
        ("2025年11月", date(2025, 11, 1)),
        ("前年十二月", date(2024, 12, 1)),
        ("三个月了", date(2025, 12, 2)),
        ("半年多了", date(2025, 9, 1)),
        ("一个星期", date(2026, 2, 23)),
        ("since June", date(2025, 6, 1)),
        ("last October", date(2025, 10, 1)),
        ("March 2025", date(2025, 3, 1)),
        ("3 months ago", date(2025, 12, 2)),
        ("about two weeks", date(2026, 2, 16)),
        ("腊月", None),
        ("一直这样", None),
        ("for years", None),
        ("几个月了", None),
        ("0000年5月", None),
        ("99999999年", None),
    ],
)
def test_since_when(text: str, day: date | None) -> None:
    assert is_since(text)
    assert since_day(text, TODAY) == day


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_without_a_fault(text: str) -> None:
    assert yes_or_no(text) in {"yes", "no", ""}
    assert since_day(text, TODAY) is None or is_since(text)
    is_number(text)
    a_few_words(text, "roads")
    who_in(text)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("鼎盛建筑有限公司", "employment"),
        ("老王的工地", "employment"),
        ("Sunrise Builders Ltd", "employment"),
        ("JX20240001234", "roads"),
        ("路面没修好", "roads"),
    ],
)
def test_a_few_words_of_the_case_itself(text: str, category: str) -> None:
    assert a_few_words(text, category)


@pytest.mark.parametrize(
    ("text", "name", "phone"),
    [
        ("王小红", "王小红", ""),
        ("李建设", "李建设", ""),
        ("欧阳建国", "欧阳建国", ""),
        ("扎西次仁", "扎西次仁", ""),
        ("阿依古丽·买买提", "阿依古丽·买买提", ""),
        ("我叫王小红，电话13800001234", "王小红", "13800001234"),
        ("叫我老王就行", "老王", ""),
        ("电话是：138 0000 1234", "", "138 0000 1234"),
        ("My name is Ann Lee", "Ann Lee", ""),
        ("Ann Lee, +44 20 7946 0000", "Ann Lee", "+44 20 7946 0000"),
        ("路灯坏了，电话13800001234", "", ""),
        ("高速", "", ""),
        ("", "", ""),
        ("王" * 5000, "", ""),
    ],
)
def test_who_somebody_is(text: str, name: str, phone: str) -> None:
    assert who_in(text) == (name, phone)
