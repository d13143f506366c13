"""What a verb refuses, as the person reads it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any

from casework.errors import Refused
from handlers.dates import word_day
from handlers.steps import Mistake
from handlers.talk import Talk


def in_words(talk: Talk, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return a refusal's fields as its text needs them: days in words."""
    today = talk.uow.rules.calendar.day(talk.uow.now)
    return {
        name: word_day(talk.language, value, today) if type(value) is date else value for name, value in fields.items()
    }


@contextmanager
def as_mistake(talk: Talk) -> Iterator[None]:
    """Let what is refused inside be a Mistake: the question stands, so that nothing typed before it is lost."""
    try:
        yield
    except Refused as refused:
        raise Mistake(f"refused-{refused.code}", **in_words(talk, refused.fields)) from None
