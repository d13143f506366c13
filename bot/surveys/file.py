"""A survey as a TOML file: read, checked as a whole, and put before those who may approve it."""

import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import msgspec

from bot.file_problems import FileError, Problem, unreadable
from bot.surveys.problems import problems_of_shape
from casework.actions.surveys import ask_to_approve
from casework.broadcasts.public import tells_who
from casework.surveys.answers import LONGEST_OPTION, LONGEST_TITLE, MOST_GROUPS, MOST_QUESTIONS, problem_of
from casework.surveys.model import Question, QuestionKind, Survey, SurveyState
from casework.surveys.rights import approvers
from casework.unit_of_work import UnitOfWork
from casework.words import clean


class QuestionEntry(msgspec.Struct, frozen=True):
    """One question as written."""

    kind: QuestionKind
    text: str
    options: tuple[str, ...] = ()


class SurveyEntry(msgspec.Struct, frozen=True):
    """A survey as written: `area` is the code of its area, `closes` its last day. `file` is what it was read from.

    It is anonymous unless it says otherwise; `public` asks for the county's public channel.
    """

    title: str
    area: str
    closes: date
    question: tuple[QuestionEntry, ...]
    anonymous: bool = True
    groups: tuple[str, ...] = ()
    public: bool = False
    file: str = ""


def read_survey(path: Path) -> SurveyEntry:
    """Read a file. Raises FileError with all that is wrong in it."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise FileError({path.name: [Problem("file-none")]}) from None
    except UnicodeDecodeError:
        raise FileError({path.name: [Problem("file-utf8")]}) from None
    except tomllib.TOMLDecodeError as error:
        raise FileError({path.name: [unreadable(error)]}) from None
    if problems := list(problems_of_shape(raw)):
        raise FileError({path.name: problems})
    entry = msgspec.structs.replace(msgspec.convert(raw, SurveyEntry), file=path.name)
    if problems := list(_problems(entry)):
        raise FileError({path.name: problems})
    return entry


def _problems(entry: SurveyEntry) -> Iterator[Problem]:
    """Give what is wrong with a survey that could be read."""
    if not clean(entry.title) or len(entry.title) > LONGEST_TITLE:
        yield Problem("survey-file-title", "title", fields={"most": LONGEST_TITLE})
    elif entry.public and tells_who(entry.title):
        yield Problem("file-public", "title")
    groups = [clean(each) for each in entry.groups]
    fit = all(0 < len(each) <= LONGEST_OPTION for each in groups)
    if len(groups) > MOST_GROUPS or len(set(groups)) < len(groups) or not fit:
        yield Problem("survey-file-groups", "groups", fields={"most": MOST_GROUPS, "length": LONGEST_OPTION})
    if not 1 <= len(entry.question) <= MOST_QUESTIONS:
        yield Problem("survey-file-count", fields={"most": MOST_QUESTIONS, "count": len(entry.question)})
    for number, each in enumerate(entry.question, 1):
        if problem := problem_of(_question(each), anonymous=entry.anonymous):
            yield Problem(f"refused-{problem}", question=number)


async def put_forward(uow: UnitOfWork, entry: SurveyEntry, closes_at: datetime) -> Survey:
    """Put a survey before those who may approve it. Raises FileError for an area that is not known, a day that is
    over, and where nobody could approve it.
    """
    area = uow.org.area_by_code(entry.area)
    if area is None:
        raise FileError({entry.file: [Problem("file-area", "area", fields={"code": entry.area})]})
    if closes_at <= uow.now:
        raise FileError({entry.file: [Problem("survey-file-over", "closes")]})
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
        public=entry.public,
    )
    if not approvers(uow.staff, uow.org, survey):
        raise FileError({entry.file: [Problem("refused-survey-nobody", "area")]})
    uow.put(survey)
    await ask_to_approve(uow, survey)
    return survey


def _question(entry: QuestionEntry) -> Question:
    return Question(entry.kind, clean(entry.text), tuple(clean(each) for each in entry.options))
