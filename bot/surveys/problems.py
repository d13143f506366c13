"""What keys a survey file has, and what may stand at each."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from bot.file_problems import Key, Problem, are_texts, is_day, is_text, is_yes_or_no, of_keys
from casework.surveys.model import QuestionKind


def _are_sections(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


_SURVEY: Final[Mapping[str, Key]] = {
    "title": Key(is_text, "file-text"),
    "area": Key(is_text, "file-text"),
    "closes": Key(is_day, "file-day"),
    "question": Key(_are_sections, "survey-file-sections"),
    "anonymous": Key(is_yes_or_no, "file-yes-no", optional=True),
    "public": Key(is_yes_or_no, "file-yes-no", optional=True),
    "groups": Key(are_texts, "file-texts", optional=True),
}
_QUESTION: Final[Mapping[str, Key]] = {
    "kind": Key(is_text, "file-text"),
    "text": Key(is_text, "file-text"),
    "options": Key(are_texts, "file-texts", optional=True),
}


def problems_of_shape(raw: Mapping[str, Any]) -> Iterator[Problem]:
    """Give what keeps a parsed file from being read: keys that are missing, unknown, or hold something else."""
    yield from of_keys(raw, _SURVEY)
    questions = raw.get("question")
    if not _are_sections(questions):
        return
    kinds = [each.value for each in QuestionKind]
    for number, each in enumerate(questions or (), 1):
        yield from of_keys(each, _QUESTION, number)
        kind = each.get("kind")
        if is_text(kind) and kind not in kinds:
            yield Problem("survey-file-kind", "kind", number, {"value": kind, "kinds": ", ".join(kinds)})
