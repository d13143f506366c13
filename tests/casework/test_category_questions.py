"""What a category asks: at most a few things, never what is said already, and nothing where nothing is looked into."""

from datetime import date

import pytest

from casework.categories import CATEGORY_BY_ID
from casework.category_questions import (
    QUESTION_BY_ID,
    QUESTIONS,
    WAGES,
    AnswerKind,
    arbitration_until,
    of_wages,
    questions_for,
)
from casework.kinds import PetitionKind


def ids(category: str, words: str, kind: PetitionKind = PetitionKind.REQUEST) -> list[str]:
    return [question.id for question in questions_for(kind, category, words)]


def test_the_table_keeps_its_measure() -> None:
    assert QUESTIONS.keys() <= CATEGORY_BY_ID.keys()
    for category, questions in QUESTIONS.items():
        assert len(questions) <= (7 if category == WAGES else 3)
        for question in questions:
            assert QUESTION_BY_ID[question.id] is question, "one id, one question"
            assert bool(question.values) == (question.kind in {AnswerKind.YES_NO, AnswerKind.CHOICE})
            assert len(question.values) <= 2, "with the way past it three buttons"


def test_unpaid_wages_are_asked_about_and_other_matters_of_work_are_not() -> None:
    assert ids(WAGES, "老板拖欠工资") == ["contract", "company", "slips", "transfers", "others", "since", "amount"]
    assert ids(WAGES, "想找个工作，有没有招聘会") == []
    assert of_wages(WAGES, "They owe us our wages")
    assert not of_wages("roads", "工资")


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("鼎盛公司拖欠我们30个工人工资，从去年6月到现在，一共4万元，没有合同", ["slips", "transfers"]),
        ("The company has owed wages to 12 of us since June, 30000 yuan; I have the contract", ["slips", "transfers"]),
    ],
)
def test_what_the_words_say_is_not_asked(words: str, asked: list[str]) -> None:
    assert ids(WAGES, words) == asked


@pytest.mark.parametrize(
    ("category", "words", "asked"),
    [
        ("utilities", "水龙头没有水", ["reach", "since"]),
        ("utilities", "全村停水三天了", []),
        ("environment", "养猪场臭得很", ["hours"]),
        ("environment", "夜里偷排污水", []),
        ("housing", "楼顶漏水", ["homes"]),
        ("land", "征地不给钱", ["document"]),
        ("health", "卫生室一直关门", ["ill"]),
        ("roads", "村里的路该修了", ["passable"]),
        ("roads", "路上有个大坑", []),
        ("eldercare", "老人没人照顾", ["alone", "hardship"]),
        ("social_security", "低保停发", ["alone", "hardship"]),
        ("market", "买到假货", ["receipt"]),
        ("public_order", "有人赌博", []),
        ("other", "不知道归谁管", []),
    ],
)
def test_each_category_asks_only_what_matters(category: str, words: str, asked: list[str]) -> None:
    assert ids(category, words) == asked


@pytest.mark.parametrize("kind", [PetitionKind.QUESTION, PetitionKind.SUGGESTION, PetitionKind.THANKS])
def test_nothing_is_asked_where_nothing_is_to_be_looked_into(kind: PetitionKind) -> None:
    assert ids("utilities", "水龙头没有水", kind) == []


def test_arbitration_has_a_year() -> None:
    # Article 27 of the law on labour disputes; never a day too late, in leap years neither.
    assert arbitration_until(date(2025, 6, 1), 365) == date(2026, 6, 1)
    assert arbitration_until(date(2024, 2, 29), 365) == date(2025, 2, 28)
    assert arbitration_until(date(2023, 6, 1), 365) == date(2024, 5, 31)
