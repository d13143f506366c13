"""What an answer must be to be put away, and what keeps a survey from going out."""

import re
from typing import Final

from casework.surveys.model import WITH_OPTIONS, Question, QuestionKind, Survey

MOST_QUESTIONS: Final = 20
MOST_OPTIONS: Final = 8
MOST_GROUPS: Final = 8
LONGEST_TITLE: Final = 80
LONGEST_QUESTION: Final = 200
LONGEST_OPTION: Final = 40
LONGEST_ANSWER: Final = 600
LONGEST_NAME: Final = 40
LONGEST_PLAIN_NAME: Final = 4
"""Words of a name, where they are written apart."""

_NO_NAME: Final = re.compile(r"[\d?？!！。；;，,：:…/@]|\.$")
_LARGEST: Final = 1_000_000_000
_FULL_WIDTH: Final = str.maketrans("０１２３４５６７８９．，", "0123456789.,")


def number_in(words: str) -> str | None:
    """Return a typed number as it is kept, without a sign and with at most two digits behind the point; None for
    anything else.
    """
    plain = words.translate(_FULL_WIDTH).replace(",", "").strip()
    whole, _, part = plain.partition(".")
    if not (whole.isascii() and whole.isdigit()) or (part and not (part.isascii() and part.isdigit())):
        return None
    if len(whole) > len(str(_LARGEST)) or int(whole) > _LARGEST:
        return None
    return f"{round(float(plain), 2):g}" if part else str(int(whole))


def is_no_name(words: str) -> bool:
    """Tell whether a line is plainly no name: it has digits, asks something, ends like a sentence, or is one."""
    return _NO_NAME.search(words) is not None or len(words.split()) > LONGEST_PLAIN_NAME


def problem_of(question: Question, *, anonymous: bool) -> str:
    """Return the code of what is wrong with a question; "" for one that can be asked."""
    if not question.text or len(question.text) > LONGEST_QUESTION:
        return "question-long" if question.text else "question-empty"
    if question.kind is QuestionKind.PHOTO and anonymous:
        return "question-photo"
    if question.kind not in WITH_OPTIONS:
        return "question-no-options" if question.options else ""
    if not 2 <= len(question.options) <= MOST_OPTIONS:
        return "question-options"
    if any(not option or len(option) > LONGEST_OPTION for option in question.options):
        return "question-option-long"
    return "" if len(set(question.options)) == len(question.options) else "question-twice"


def unfit(survey: Survey) -> str:
    """Return the code of what keeps a survey from being handed in; "" where nothing does."""
    if not survey.questions:
        return "survey-no-questions"
    if len(survey.questions) > MOST_QUESTIONS:
        return "survey-many-questions"
    if survey.closes_at is None:
        return "survey-no-day"
    problems = (problem_of(question, anonymous=survey.anonymous) for question in survey.questions)
    return next(filter(None, problems), "")
