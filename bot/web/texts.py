"""The texts of the pages and of their errors: Fluent files, `locales/LANGUAGE.ftl`, one text a key, no arguments."""

from functools import lru_cache
from pathlib import Path

from handlers import texts as chat

LOCALES = Path(__file__).parent / "locales"


class Texts:
    """The texts of one language. `texts["web-send"]` raises KeyError where there is no such text."""

    def __init__(self, language: str) -> None:
        self._texts = chat.Texts(language, [LOCALES / f"{language}.ftl"])
        self._known: dict[str, str] = {}

    def __getitem__(self, key: str) -> str:
        """Return a text."""
        if key not in self._known:
            self._known[key] = self._texts.format(key, {})
        return self._known[key]


@lru_cache(maxsize=8)
def texts(language: str) -> Texts:
    """Return the texts of a language that the service offers."""
    return Texts(language)
