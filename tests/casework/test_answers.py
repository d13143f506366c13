"""Which stored answer fits a question: better none than a wrong one."""

import pytest

from casework.answers import Answer, AnswerBook, asks
from casework.areas import Area

CARD = Answer(
    title="身份证补办",
    title_en="A new identity card",
    words=("身份证 补办", "身份证 丢", "identity card lost", "identity card new"),
    text="到任何一个派出所都能办。带户口本。补办四十元，二十天左右拿到。",
    text_en="Any police station will do. Bring the household book. A lost card is 40 yuan and takes 20 days.",
    source="公安局",
)
SNOW = Answer(
    title="下雪了谁来扫",
    title_en="Who clears the snow",
    words=("扫雪", "积雪 清", "clear snow", "remov snow"),
    text="镇上的街由环卫队早上七点前清好。",
    text_en="Streets in town: the cleaners, by seven in the morning.",
    category="roads",
    area_id=2,
)
ONLY_CHINESE = Answer("居住证怎么办", "", ("居住证", "residence permit"), "到派出所办，十五天。")
BOOK = AnswerBook((CARD, SNOW, ONLY_CHINESE))
COUNTY = Area(1, "c", "山海县", "county", None, "/1/")
TOWN = Area(2, "e", "东镇", "town", 1, "/1/2/")
VILLAGE = Area(4, "r", "河边村", "village", 2, "/1/2/4/")


def found(question: str, language: str = "zh", category: str | None = None, area: Area | None = TOWN) -> Answer | None:
    fitting = BOOK.find(question, language, category, area)
    return fitting.answer if fitting is not None else None


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("身份证丢了怎么补办？", "zh"),
        ("请问补办身份证要多少钱，多久能拿到", "zh"),
        ("I lost my identity card, how do I get a new one?", "en"),
        ("My IDENTITY CARD is lost. What does a new one cost?", "en"),
    ],
)
def test_a_question_about_it_gets_its_answer(question: str, language: str) -> None:
    assert found(question, language) is CARD


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("身份证上的名字写错了，派出所让我回老家改，怎么办", "zh"),
        ("退休手续要身份证复印件、丢了的工作证和三十年的工资表，一样都不能少吗", "zh"),
        ("公交车什么时候恢复", "zh"),
        ("", "zh"),
        ("When does the bus run again?", "en"),
        ("Can I vote with a new foreign passport and an identity card of another county?", "en"),
    ],
)
def test_another_question_gets_none(question: str, language: str) -> None:
    assert found(question, language) is None


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("身份证丢了补办，派出所为什么不给办", "zh"),
        ("身份证补办两个月了，至今还没拿到", "zh"),
        ("Why was my new identity card refused?", "en"),
        ("My new identity card still hasn't come", "en"),
    ],
)
def test_whoever_tells_of_a_case_of_their_own_gets_a_person(question: str, language: str) -> None:
    assert found(question, language) is None


def test_a_long_story_gets_a_person_though_a_phrase_stands_in_it() -> None:
    story = (
        "我爷爷今年九十一岁，上个月在镇上赶集，回来才发现布包不见了，里面有存折、老花镜，还有身份证，丢在哪里想不起来。"
    )
    assert found(story + "他腿脚不方便，坐不了车，能不能派人上门给他补办一下，家里就我一个人，走不开。") is None


def test_what_the_writer_asks_with_in_the_answers_own_words_is_no_complaint() -> None:
    book = AnswerBook([Answer("撤回", "Withdraw", ("撤回 投诉",), "发 /my ，点“撤回”。", "Tap Withdraw.")])
    assert book.find("怎么撤回投诉", "zh") is not None


@pytest.mark.parametrize(("area", "fits"), [(TOWN, True), (VILLAGE, True), (COUNTY, False), (None, False)])
def test_an_answer_of_a_place_is_for_questions_from_there(area: Area | None, fits: bool) -> None:
    assert (found("下雪了谁来扫雪", area=area) is SNOW) is fits


@pytest.mark.parametrize(("category", "fits"), [("roads", True), (None, True), ("education", False)])
def test_an_answer_of_a_category_is_for_questions_of_that_one(category: str | None, fits: bool) -> None:
    assert (found("下雪了谁来扫雪", category=category) is SNOW) is fits


def test_an_answer_is_shown_in_the_readers_language_or_not_at_all() -> None:
    assert found("居住证怎么办") is ONLY_CHINESE
    assert found("Where do I get a residence permit?", "en") is None
    assert (CARD.label("en"), CARD.label("zh"), ONLY_CHINESE.label("en")) == (CARD.title_en, CARD.title, "居住证怎么办")


def test_two_answers_that_fit_alike_are_none() -> None:
    book = AnswerBook([CARD, Answer("临时身份证", "", ("身份证 补办",), CARD.text + CARD.title)])
    assert book.find("身份证怎么补办", "zh") is None


@pytest.mark.parametrize("text", ["身份证怎么补办", "补办身份证，几天", "how do I get one", "Can I have a new one"])
def test_asking_is_told_by_words(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize("text", ["路坏了？？？", "请把路修好。", "Fix the road, will you?"])
def test_a_question_mark_asks_nothing(text: str) -> None:
    assert not asks(text)
