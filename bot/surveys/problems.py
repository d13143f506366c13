"""What is wrong with a survey file, in the language of whoever loads it: in which question, at which key, and why."""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, Final

from casework.surveys.model import QuestionKind
from handlers import texts

_AT: Final = re.compile(r"\(at line (\d+), column \d+\)$")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: `why` names its text, `fields` stand in it. `question` counts from 1, 0 for the survey
    itself; `key` is the key in the file, "" for none.
    """

    why: str
    key: str = ""
    question: int = 0
    fields: Mapping[str, Any] = field(default_factory=dict)

    def text(self, language: str, file: str) -> str:
        """Return it as one line that names the file."""
        question = texts.say(language, "survey-file-question", {"number": str(self.question)}) if self.question else ""
        why = texts.say(language, self.why, self.fields)
        return texts.plain(language, "survey-file-colon").join(filter(None, (file, question, self.key, why)))


class SurveyFileError(Exception):
    """A survey can't be taken from a file: its `problems`, and the name of the `file`."""

    def __init__(self, file: str, problems: Iterable[Problem]) -> None:
        self.file = file
        self.problems = tuple(problems)
        super().__init__(self.text("en"))

    def text(self, language: str) -> str:
        """Return what is wrong, one line each."""
        return "\n".join(each.text(language, self.file) for each in self.problems)


def unreadable(error: tomllib.TOMLDecodeError) -> Problem:
    """Return what a file is that is no TOML: in which line, where that is known."""
    line = _AT.search(str(error))
    return Problem("survey-file-toml", fields={"line": int(line[1]) if line else 0})


# ----- What may stand at which key -----


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _is_yes_or_no(value: object) -> bool:
    return isinstance(value, bool)


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _are_sections(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


@dataclass(frozen=True, slots=True)
class _Key:
    """What may stand at a key, the text that says what is needed, and whether it may be left away."""

    fits: Callable[[object], bool]
    needs: str
    optional: bool = False


_SURVEY: Final[Mapping[str, _Key]] = {
    "title": _Key(_is_text, "survey-file-text"),
    "area": _Key(_is_text, "survey-file-text"),
    "closes": _Key(_is_day, "survey-file-day"),
    "question": _Key(_are_sections, "survey-file-sections"),
    "anonymous": _Key(_is_yes_or_no, "survey-file-yes-no", optional=True),
    "public": _Key(_is_yes_or_no, "survey-file-yes-no", optional=True),
    "groups": _Key(_are_texts, "survey-file-texts", optional=True),
}
_QUESTION: Final[Mapping[str, _Key]] = {
    "kind": _Key(_is_text, "survey-file-text"),
    "text": _Key(_is_text, "survey-file-text"),
    "options": _Key(_are_texts, "survey-file-texts", optional=True),
}


def problems_of_shape(raw: Mapping[str, Any]) -> Iterator[Problem]:
    """Give what keeps a parsed file from being read: keys that are missing, unknown, or hold something else."""
    yield from _keys(raw, _SURVEY, 0)
    questions = raw.get("question")
    if not _are_sections(questions):
        return
    kinds = [each.value for each in QuestionKind]
    for number, each in enumerate(questions or (), 1):
        yield from _keys(each, _QUESTION, number)
        kind = each.get("kind")
        if _is_text(kind) and kind not in kinds:
            yield Problem("survey-file-kind", "kind", number, {"value": kind, "kinds": ", ".join(kinds)})


def _keys(raw: Mapping[str, Any], known: Mapping[str, _Key], question: int) -> Iterator[Problem]:
    for name, key in known.items():
        if name not in raw:
            if not key.optional:
                yield Problem("survey-file-missing", name, question)
        elif not key.fits(raw[name]):
            yield Problem(key.needs, name, question)
    for name in sorted(raw.keys() - known.keys()):
        meant = get_close_matches(name, known, n=1)
        yield Problem("survey-file-unknown", name, question, {"meant": meant[0] if meant else "none"})
