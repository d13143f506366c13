"""What people ask about the service itself, and its answers: texts like any other, with the figures of the rules."""

from functools import lru_cache
from typing import Final

from casework.answers import Answer, AnswerBook
from casework.profile import Limits
from handlers import texts

NAMES: Final = ("time", "name", "follow", "withdraw", "again", "cost", "number")
"""The questions: each has the texts `answer-NAME-title`, `answer-NAME-words` and `answer-NAME`."""


def book(limits: Limits) -> AnswerBook:
    """Return the service's answers about itself, as its limits have them."""
    return _book(limits.notice_days, limits.question_days, limits.request_days, limits.review_days)


@lru_cache(maxsize=4)
def _book(notice: int, question: int, request: int, review: int) -> AnswerBook:
    figures = {"notice": notice, "question": question, "request": request, "review": review}
    return AnswerBook(_answer(name, figures) for name in NAMES)


def _answer(name: str, figures: dict[str, int]) -> Answer:
    zh, en = (texts.plain(language, f"answer-{name}-title") for language in ("zh", "en"))
    words = (texts.plain(language, f"answer-{name}-words") for language in ("zh", "en"))
    return Answer(
        title=zh,
        title_en=en,
        words=tuple(phrase for each in words for phrase in each.split("|")),
        text=texts.say("zh", f"answer-{name}", figures),
        text_en=texts.say("en", f"answer-{name}", figures),
    )
