"""What is wrong with files that somebody loads, in their language: in which file, at which key, and why."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, Final

from handlers import texts

_AT: Final = re.compile(r"\(at line (\d+), column \d+\)$")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: `why` names its text, `fields` stand in it. `question` counts from 1, 0 for the file
    itself; `key` is the key in the file, "" for none.
    """

    why: str
    key: str = ""
    question: int = 0
    fields: Mapping[str, Any] = field(default_factory=dict)

    def text(self, language: str, file: str) -> str:
        """Return it as one line that names the file."""
        question = texts.say(language, "file-question", {"number": str(self.question)}) if self.question else ""
        why = texts.say(language, self.why, self.fields)
        return texts.plain(language, "colon").join(filter(None, (file, question, self.key, why)))


class FileError(Exception):
    """Nothing is taken from some files: the `problems` of each, by its name."""

    def __init__(self, problems: Mapping[str, Sequence[Problem]]) -> None:
        self.problems = problems
        super().__init__(self.text("en"))

    def text(self, language: str) -> str:
        """Return what is wrong, one line each."""
        return "\n".join(each.text(language, file) for file, found in self.problems.items() for each in found)


def unreadable(error: tomllib.TOMLDecodeError, before: int = 0) -> Problem:
    """Return what a file is that is no TOML: in which line, where that is known; `before` lines stand above it."""
    line = _AT.search(str(error))
    return Problem("file-toml", fields={"line": int(line[1]) + before if line else 0})


# ----- What may stand at which key -----


@dataclass(frozen=True, slots=True)
class Key:
    """What may stand at a key, the text that says what is needed, and whether it may be left away."""

    fits: Callable[[object], bool]
    needs: str
    optional: bool = False


def is_text(value: object) -> bool:
    """Tell whether a value is a text."""
    return isinstance(value, str)


def is_day(value: object) -> bool:
    """Tell whether a value is a day, without a time."""
    return isinstance(value, date) and not isinstance(value, datetime)


def is_yes_or_no(value: object) -> bool:
    """Tell whether a value is true or false."""
    return isinstance(value, bool)


def are_texts(value: object) -> bool:
    """Tell whether a value is a list of texts."""
    return isinstance(value, list) and all(map(is_text, value))


def of_keys(raw: Mapping[str, Any], known: Mapping[str, Key], question: int = 0) -> Iterator[Problem]:
    """Give what is wrong with the keys of a section: those that are missing, unknown, or hold something else."""
    for name, key in known.items():
        if name not in raw:
            if not key.optional:
                yield Problem("file-missing", name, question)
        elif not key.fits(raw[name]):
            yield Problem(key.needs, name, question)
    for name in sorted(raw.keys() - known.keys()):
        meant = get_close_matches(name, known, n=1)
        yield Problem("file-unknown", name, question, {"meant": meant[0] if meant else "none"})
