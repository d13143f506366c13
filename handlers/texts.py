"""The one text function: a key and plain arguments in, a sentence in the person's language out.

Texts are Fluent files, `handlers/locales/LANGUAGE/*.ftl`; code holds keys only. Arguments are words of people, so every
one is cleaned of characters that could dress up or hide text, whatever the channel.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from casework.words import clean

LOCALES = Path(__file__).parent / "locales"


@lru_cache(maxsize=8)
def bundle(language: str) -> FluentBundle:
    """Return the texts of `language`, all of its files together; English where there is no such language."""
    folder = LOCALES / language
    if not folder.is_dir():
        folder = LOCALES / "en"
    texts = FluentBundle([folder.name], use_isolating=False)
    for file in sorted(folder.glob("*.ftl")):
        texts.add_resource(FluentResource(file.read_text(encoding="utf-8")), allow_overrides=False)
    return texts


@lru_cache(maxsize=4096)
def plain(language: str, key: str) -> str:
    """Return a text without arguments. Raises KeyError where there is none: a defect, never shown as a key."""
    return _format(language, key, {})


def say(language: str, key: str, arguments: Mapping[str, Any] | None = None) -> str:
    """Return the text `key` in `language` with `arguments` (strings are cleaned, numbers stay numbers)."""
    if not arguments:
        return plain(language, key)
    return _format(
        language,
        key,
        {name: clean(value) if isinstance(value, str) else value for name, value in arguments.items()},
    )


def has(language: str, key: str) -> bool:
    """Return whether there is a text `key`."""
    return bool(bundle(language).has_message(key))


def _format(language: str, key: str, arguments: Mapping[str, Any]) -> str:
    texts = bundle(language)
    pattern = texts.get_message(key).value
    if pattern is None:
        raise KeyError(key)
    text, errors = texts.format_pattern(pattern, dict(arguments))
    if errors:
        raise ValueError(f"text {key} in {language}: {errors[0]}")
    return str(text)
