"""The results of a survey as pictures: what they say, in both languages, and no more than may be shown."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from casework.calendar import Calendar
from casework.people import Person
from casework.surveys.model import BLANK, NO, YES, Answer, Question, QuestionKind, Survey
from casework.surveys.results import Count, shown
from handlers.charts import Bars, Picture, Tone
from handlers.research.survey_chart import pictures
from tests.handlers.brief_scene import does_jobs
from tests.handlers.dialogue import RIVER, Actor, Town
from tests.handlers.survey_scene import out

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
CALENDAR = Calendar(ZoneInfo("Asia/Shanghai"), frozenset(), frozenset(), 2030)
NOW = datetime(2026, 3, 2, tzinfo=UTC)
WATER = Question(QuestionKind.SINGLE, "Water?", ("Tap", "Well", "River"))
CLEAR = Question(QuestionKind.SEVERAL, "Is it", ("clear", "enough"))


def drawn(questions: tuple[Question, ...], counts: list[Count], language: str = "en") -> list[Picture]:
    survey = Survey(1, 1, "/1/", "Water", True, questions, (), 2, NOW, NOW, NOW)
    return pictures(survey, shown(survey, counts, []), "Egret County", CALENDAR, language)


def said(found: list[Picture]) -> list[list[str]]:
    return [list(panel.words()) for picture in found for panel in picture.panels]


@LANGUAGES
def test_a_question_is_a_panel_and_each_answer_a_bar(language: str) -> None:
    counts = [Count(0, "0", None, None, 12), Count(0, "1", None, None, 6), Count(0, BLANK, None, None, 6)]
    (picture,) = drawn((WATER,), counts, language)
    nothing = {"en": "no answer", "zh": "没有回答"}[language]
    assert said([picture]) == [["Water?", "Tap: 12 · 50%", "Well: 6 · 25%", "River: 0 · 0%", f"{nothing}: 6 · 25%"]]
    assert picture.title == "Water"
    assert (
        picture.subtitle
        == {
            "en": "Egret County: 24 people have answered, until Monday 2 March.",
            "zh": "Egret County：24人答了，3月2日（周一）截止。",
        }[language]
    )
    assert {"en": "fewer than 5", "zh": "不到5个人"}[language] in picture.foot
    (panel,) = picture.panels
    assert isinstance(panel, Bars)
    assert [bar.tone for bar in panel.bars] == [Tone.PLAIN, Tone.PLAIN, Tone.PLAIN, Tone.QUIET]


def test_what_is_too_small_is_one_bar_with_something_else_as_in_the_table() -> None:
    counts = [Count(0, "0", None, None, 12), Count(0, "1", None, None, 6), Count(0, "2", None, None, 2)]
    ((_, *bars),) = said(drawn((WATER,), counts))
    assert bars == ["Tap: 12 · 60%", "Well / River: 8 · 40%", "no answer: 0 · 0%"]


def test_of_four_people_there_is_no_picture() -> None:
    assert drawn((WATER,), [Count(0, "0", None, None, 4)]) == []


def test_a_question_with_several_answers_is_one_panel_of_who_said_yes() -> None:
    counts = [
        *(Count(0, YES, None, None, 10), Count(0, NO, None, None, 10)),
        *(Count(1, YES, None, None, 2), Count(1, NO, None, None, 18)),
    ]
    assert said(drawn((CLEAR,), counts)) == [["Is it", "clear: 10 · 50%", "enough: –"]]


def test_many_questions_are_several_pictures_that_fit_a_phone() -> None:
    questions = (WATER, CLEAR) * 5
    counts = [Count(each, "0" if each % 3 == 0 else YES, None, None, 9) for each in range(15)]
    found = drawn(questions, counts)
    assert len(found) == 4
    assert [words[0] for words in said(found)] == ["Water?", "Is it"] * 5
    for picture in found:
        assert sum(1 + len(panel.bars) for panel in picture.panels if isinstance(panel, Bars)) <= 14


async def _answered(town: Town, survey: Survey, people: int) -> None:
    """Put anonymous answers away, as whoever answers does: half from a tap, half from a well."""
    async with town.store.turn(town.now) as uow:
        for number in range(people):
            values = (str(number % 2), YES, NO, "4", "6", "A new pump")
            for ask, value in enumerate(values):
                uow.put(Answer(1000 + 10 * number + ask, survey.id, ask, value, RIVER, None))


@LANGUAGES
async def test_when_it_is_over_its_author_and_approver_get_pictures_and_the_table(
    town: Town, language: str, tmp_path: Path
) -> None:
    survey = await out(town, language=language)
    await _answered(town, survey, 12)
    await town.passes(days=16)
    assert await does_jobs(town, tmp_path) == 1
    expected = {
        "en": ["📊 Water (1 of 2)", "📊 Water (2 of 2)", "“Water” is over: here are the results"],
        "zh": ["📊 Water（1/2）", "📊 Water（2/2）", "“Water”结束了，结果在这里"],
    }[language]
    for person_id in (survey.author_id, survey.approved_by):
        reader = await _actor(town, person_id)
        last = reader.chat.messages[-3:]
        assert [shown.text.startswith(each) for shown, each in zip(last, expected, strict=True)] == [True] * 3


async def _actor(town: Town, person_id: int | None) -> Actor:
    async with town.store.turn(town.now) as uow:
        person = await uow.get(Person, person_id or 0)
    assert person is not None
    return Actor(town, person.home, person.language)
