"""Texts that an office says in its own words, and what is wrong with them.

They lie in a folder that the settings name, in files of Fluent as in `handlers/locales/`: `zh/*.ftl` and
`en/*.ftl`, with the keys that are to be said otherwise and no more.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message

from bot.settings import Settings
from bot.settings_errors import SettingsError
from handlers import texts
from handlers.text_needs import needs_of

LANGUAGES = ("zh", "en")

Own = dict[str, dict[str, str]]
"""By language: by key, the text as Fluent has it."""


def take(settings: Settings) -> None:
    """Say the office's own texts from now on, if the settings name any. Raises SettingsError with the first fault."""
    folder = settings.service.texts
    if not folder:
        return
    own, problems = read(Path(folder))
    if problems:
        raise SettingsError(f"service.texts: {problems[0]}")
    texts.use_own(own)


def read(folder: Path) -> tuple[Own, list[str]]:
    """Return the texts of a folder, and what is wrong with them, one line each."""
    own: Own = {}
    problems: list[str] = []
    if not folder.is_dir():
        return own, [f"there is no folder {folder}"]
    files = sorted(folder.glob("**/*.ftl"))
    if not files:
        problems.append(f"{folder} has no files *.ftl in the folders {' and '.join(LANGUAGES)}")
    for file in files:
        where = file.relative_to(folder)
        if str(where.parent) not in LANGUAGES:
            problems.append(f"{where}: a file lies in a folder of its language, {' or '.join(LANGUAGES)}")
            continue
        try:
            source = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            problems.append(f"{where}: is not a text in UTF-8")
            continue
        known = own.setdefault(where.parent.name, {})
        found = texts.entries(source)
        problems += [f"{where}: {key} stands twice" for key in found if key in known]
        problems += [f"{where}: {each}" for each in _faults(source, where.parent.name)]
        known |= found
    return own, problems


def _faults(source: str, language: str) -> Iterator[str]:
    """Yield what is wrong with the texts of one file."""
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, Junk):
            yield f"cannot be read: {(entry.content or '').strip().splitlines()[0]}"
        if not isinstance(entry, Message):
            continue
        key = entry.id.name
        if not texts.has(language, key):
            yield f"there is no text {key} to be said otherwise"
            continue
        needs, given = needs_of(entry.value), needs_of(texts.bundle(language).pattern(key))
        if entry.value is None:
            yield f"{key} has no words"
        yield from (f"{key} refers to {other}: each text stands alone" for other in sorted(needs.others))
        lost = sorted(needs.arguments - given.arguments)
        has = ", ".join(f"${each}" for each in sorted(given.arguments)) or "none"
        yield from (f"{key} asks for ${name}, which it is not given (it is given {has})" for name in lost)


def changed(own: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str, str, str]]:
    """Yield (language, key, as it is said now, as it would be said), for texts that are other than now."""
    for language, known in own.items():
        now = texts.bundle(language)
        for key, source in known.items():
            before = now.source(key)
            if before.strip() != source.strip():
                yield language, key, _words(before), _words(source)


def _words(source: str) -> str:
    return source.split("=", 1)[1].strip()
