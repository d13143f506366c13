"""The texts of the pages and of their errors: Fluent files, `locales/LANGUAGE.ftl`, one text a key, no arguments."""

from functools import lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

LOCALES = Path(__file__).parent / "locales"


class Texts:
    """The texts of one language. `texts["web-send"]` raises KeyError where there is no such text."""

    def __init__(self, language: str) -> None:
        self._bundle = FluentBundle([language], use_isolating=False)
        source = (LOCALES / f"{language}.ftl").read_text(encoding="utf-8")
        self._bundle.add_resource(FluentResource(source))
        self._known: dict[str, str] = {}

    def __getitem__(self, key: str) -> str:
        """Return a text."""
        text = self._known.get(key)
        if text is None:
            pattern = self._bundle.get_message(key).value
            if pattern is None:
                raise KeyError(key)
            formatted, errors = self._bundle.format_pattern(pattern, {})
            if errors:
                raise ValueError(f"text {key}: {errors[0]}")
            text = self._known[key] = str(formatted)
        return text


@lru_cache(maxsize=8)
def texts(language: str) -> Texts:
    """Return the texts of a language that the service offers."""
    return Texts(language)
