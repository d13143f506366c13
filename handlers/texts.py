"""The one text function: a key and plain arguments in, a sentence in the person's language out.

Texts are Fluent files, `handlers/locales/LANGUAGE/*.ftl`; code holds keys only. Arguments are words of people, so every
one is cleaned of characters that could dress up or hide text, whatever the channel.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Pattern
from fluent.syntax.ast import Placeable, TextElement, VariableReference

from casework.words import clean
from handlers.text_needs import needs_of

_LONG = 500
"""Characters from which an argument is put in afterwards: Fluent takes none that is much longer."""

LOCALES = Path(__file__).parent / "locales"

_own: Final[dict[str, Mapping[str, str]]] = {}
"""Texts of the office's own, by language."""

_BEGINS: Final = re.compile(r"([a-zA-Z][a-zA-Z0-9_-]*) *=")


class Texts:
    """The texts of one language. Each is parsed when it is first said: parsing all of them takes a third of a second.

    So no text may refer to another one; `make check` holds that.
    """

    def __init__(self, language: str, files: Iterable[Path], own: Mapping[str, str] | None = None) -> None:
        self._language = language
        self._sources: dict[str, str] = {}
        for file in files:
            self._sources |= entries(file.read_text(encoding="utf-8"))
        self._sources |= own or {}
        self._fluent = FluentBundle([language], use_isolating=False)

    def __contains__(self, key: str) -> bool:
        return key in self._sources

    def source(self, key: str) -> str:
        """Return a text as it stands in its file. Raises KeyError where there is none."""
        return self._sources[key]

    def pattern(self, key: str) -> Pattern:
        """Return a text as Fluent has it; one of words alone may be a single element.

        Raises KeyError where there is none.
        """
        if not self._fluent.has_message(key):
            self._fluent.add_resource(FluentResource(self._sources[key]))
        pattern = self._fluent.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        return pattern

    def format(self, key: str, arguments: Mapping[str, Any]) -> str:
        """Return a text with its arguments. Raises KeyError where there is none, ValueError where it lacks one."""
        text, errors = self._fluent.format_pattern(self.pattern(key), dict(arguments))
        if errors:
            raise ValueError(f"text {key} in {self._language}: {errors[0]}")
        return str(text)


def entries(source: str) -> dict[str, str]:
    """Return each message of a Fluent file by its key: its lines. What goes on is indented, or closes a brace."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in source.splitlines(keepends=True):
        if begins := _BEGINS.match(line):
            lines = found[begins[1]] = []
        elif line.startswith("#"):
            lines = []
        lines.append(line)
    return {key: "".join(each) for key, each in found.items()}


def use_own(own: Mapping[str, Mapping[str, str]]) -> None:
    """From now on say these texts of an office instead of ours with the same keys: by language, as `entries` has them.

    They are for the whole process, and must have been checked (`bot/own_texts.py`).
    """
    _own.clear()
    _own.update(own)
    for remembers in (bundle, plain, _counted, _names, _simple_parts):
        remembers.cache_clear()


@lru_cache(maxsize=8)
def bundle(language: str) -> Texts:
    """Return the texts of `language`, all of its files together; English where there is no such language."""
    folder = LOCALES / language
    if not folder.is_dir():
        folder = LOCALES / "en"
    return Texts(folder.name, sorted(folder.glob("*.ftl")), _own.get(folder.name))


@lru_cache(maxsize=4096)
def plain(language: str, key: str) -> str:
    """Return a text without arguments. Raises KeyError where there is none: a defect, never shown as a key."""
    return bundle(language).format(key, {})


def say(language: str, key: str, arguments: Mapping[str, Any] | None = None) -> str:
    """Return the text `key` in `language` with `arguments` (strings are cleaned, numbers stay numbers)."""
    if not arguments:
        return plain(language, key)
    parts = _simple_parts(language, key)
    if parts and all(isinstance(arguments.get(name), str) for _, name in parts if name):
        return "".join([clean(arguments[name]) if name else text for text, name in parts])
    # A text names a few of the many facts that it is given: only these are cleaned.
    cleaned = {
        name: clean(value) if isinstance(value := arguments[name], str) else value
        for name in _names(language, key)
        if name in arguments
    }
    if all(type(value) is int for value in cleaned.values()):
        return _counted(language, key, tuple(cleaned.items()))
    return _by_fluent(language, key, cleaned)


def sentences(language: str, *each: str) -> str:
    """Return sentences one behind the other, as `language` parts them; an empty one is left out."""
    return plain(language, "between-sentences").join(filter(None, each))


def has(language: str, key: str) -> bool:
    """Return whether there is a text `key`."""
    return key in bundle(language)


def of_kind(language: str, key: str, kind: str) -> str:
    """Return the key of a text as it is put for a kind of petition: `key-KIND` where there is one, else `key`."""
    own = f"{key}-{kind}"
    return own if has(language, own) else key


def _by_fluent(language: str, key: str, cleaned: Mapping[str, Any]) -> str:
    """Return a text with its arguments, of which a mark that none can hold stands for each long one meanwhile."""
    long = {name: value for name, value in cleaned.items() if isinstance(value, str) and len(value) > _LONG}
    text = bundle(language).format(key, {**cleaned, **{name: f"\0{name}\0" for name in long}})
    for name, value in long.items():
        text = text.replace(f"\0{name}\0", value)
    return text


@lru_cache(maxsize=4096)
def _counted(language: str, key: str, numbers: tuple[tuple[str, int], ...]) -> str:
    """Return a text that names nothing but numbers: "3 days late" is said over and over."""
    return bundle(language).format(key, dict(numbers))


@lru_cache(maxsize=4096)
def _names(language: str, key: str) -> frozenset[str]:
    """Return the arguments that a text names anywhere."""
    return frozenset(needs_of(bundle(language).pattern(key)).arguments)


@lru_cache(maxsize=4096)
def _simple_parts(language: str, key: str) -> tuple[tuple[str, str], ...]:
    """Return a text of words and bare arguments as (words, "") and ("", argument); () for one that needs Fluent.

    Most are so, and strings go into them as they are.
    """
    value = bundle(language).pattern(key)
    parts: list[tuple[str, str]] = []
    for element in getattr(value, "elements", (value,)):
        what = element.expression if isinstance(element, Placeable) else element
        if isinstance(what, TextElement):
            parts.append((what.value, ""))
        elif isinstance(what, VariableReference):
            parts.append(("", what.id.name))
        else:
            return ()
    return tuple(parts)
