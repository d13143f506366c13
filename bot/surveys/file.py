"""A survey as a TOML file: read, checked as a whole, and put before those who may approve it."""

import tomllib
from datetime import date, datetime
from pathlib import Path

import msgspec

from casework.actions.surveys import ask_to_approve
from casework.surveys.answers import LONGEST_OPTION, LONGEST_TITLE, MOST_GROUPS, MOST_QUESTIONS, problem_of
from casework.surveys.model import Question, QuestionKind, Survey, SurveyState
from casework.surveys.rights import approvers
from casework.unit_of_work import UnitOfWork
from casework.words import clean

PROBLEMS = {
    "question-empty": "has no words",
    "question-long": "is too long",
    "question-photo": "asks for a photo, which shows who took it: that needs anonymous = false",
    "question-no-options": "has options, and its kind takes none",
    "question-options": "needs from 2 to 8 options",
    "question-option-long": f"has an option that is empty, or longer than {LONGEST_OPTION} characters",
    "question-twice": "names an option twice",
}


class SurveyFileError(Exception):
    """A survey can't be taken from a file; the message is one line that says why."""


class QuestionEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question as written."""

    kind: QuestionKind
    text: str
    options: tuple[str, ...] = ()


class SurveyEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A survey as written: `area` is the code of its area, `closes` its last day.

    It is anonymous unless it says otherwise.
    """

    title: str
    area: str
    closes: date
    question: tuple[QuestionEntry, ...]
    anonymous: bool = True
    groups: tuple[str, ...] = ()


def read_survey(path: Path) -> SurveyEntry:
    """Read a file. Raises SurveyFileError with a line that names the file and what is wrong in it."""
    try:
        entry = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8-sig")), SurveyEntry)
    except FileNotFoundError:
        raise SurveyFileError(f"{path.name}: there is no such file") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise SurveyFileError(f"{path.name}: {error}") from None
    if not 1 <= len(entry.question) <= MOST_QUESTIONS:
        raise SurveyFileError(f"{path.name}: needs from 1 to {MOST_QUESTIONS} questions")
    if not clean(entry.title) or len(entry.title) > LONGEST_TITLE:
        raise SurveyFileError(f"{path.name}: title: needs from 1 to {LONGEST_TITLE} characters")
    groups = [clean(each) for each in entry.groups]
    fit = all(0 < len(each) <= LONGEST_OPTION for each in groups)
    if len(groups) > MOST_GROUPS or len(set(groups)) < len(groups) or not fit:
        raise SurveyFileError(f"{path.name}: groups: at most {MOST_GROUPS}, each once, of {LONGEST_OPTION} characters")
    for number, each in enumerate(entry.question, 1):
        problem = problem_of(_question(each), anonymous=entry.anonymous)
        if problem:
            raise SurveyFileError(f"{path.name}: question {number} {PROBLEMS[problem]}")
    return entry


async def put_forward(uow: UnitOfWork, entry: SurveyEntry, closes_at: datetime) -> Survey:
    """Put a survey before those who may approve it. Raises SurveyFileError for an area that is not known, a day that is
    over, and where nobody could approve it.
    """
    area = uow.org.area_by_code(entry.area)
    if area is None:
        raise SurveyFileError(f"area: there is none with the code {entry.area!r}")
    if closes_at <= uow.now:
        raise SurveyFileError("closes: that day is over")
    survey = Survey(
        id=uow.new_id(),
        area_id=area.id,
        area_path=area.path,
        title=clean(entry.title),
        anonymous=entry.anonymous,
        questions=tuple(_question(each) for each in entry.question),
        groups=tuple(clean(each) for each in entry.groups),
        author_id=None,
        created_at=uow.now,
        closes_at=closes_at,
        epoch_at=uow.now,
        state=SurveyState.WAITING,
    )
    if not approvers(uow.staff, uow.org, survey):
        raise SurveyFileError("nobody holds a post over that area who could approve it")
    uow.put(survey)
    await ask_to_approve(uow, survey)
    return survey


def _question(entry: QuestionEntry) -> Question:
    return Question(entry.kind, clean(entry.text), tuple(clean(each) for each in entry.options))
