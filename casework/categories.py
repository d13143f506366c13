"""The categories of petitions, and which of them a text is likely to belong to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from casework.keywords import KEYWORDS_EN, KEYWORDS_ZH
from casework.word_index import WordIndex

OTHER: Final = "other"

Keywords = tuple[tuple[str, int], ...]
"""Words and their weights."""

_LATIN_WORD: Final = re.compile(r"[A-Za-z]+")
# A word said again counts half as much more, twice at most: people repeat what their matter is about.
_FOR_EACH_REPEAT: Final = 0.5
_REPEATS_COUNTED: Final = 2


@dataclass(frozen=True, slots=True)
class Category:
    """One category. The id is stored and routed by and never changes; the names are shown."""

    id: str
    zh: str
    en: str
    keywords_zh: Keywords = ()
    keywords_en: Keywords = ()

    def label(self, language: str) -> str:
        """The name in `language`: English for "en", else Chinese."""
        return self.en if language.startswith("en") else self.zh


@dataclass(frozen=True, slots=True)
class Proposal:
    """The likeliest category of a text with its score (0 with no hint at all), and the next likeliest."""

    category: str
    score: float
    runner_up: str | None


def _keywords(table: Mapping[str, Mapping[int, str]], category: str) -> Keywords:
    rows = table.get(category, {})
    return tuple((word, weight) for weight, words in rows.items() for word in words.split())


CATEGORIES: Final[tuple[Category, ...]] = tuple(
    Category(key, zh, en, _keywords(KEYWORDS_ZH, key), _keywords(KEYWORDS_EN, key))
    for key, zh, en in (
        ("housing", "住房物业", "Housing"),
        ("roads", "道路交通", "Roads and transport"),
        ("utilities", "水电路灯", "Water, power, lighting"),
        ("environment", "环境卫生", "Environment and waste"),
        ("land", "土地农业", "Land and farming"),
        ("education", "教育文化", "Education and culture"),
        ("health", "看病卫生", "Health care"),
        ("childcare", "儿童托育", "Children and childcare"),
        ("eldercare", "老人养老", "Care for the elderly"),
        ("employment", "就业工资", "Work and wages"),
        ("social_security", "社保救助", "Social security and aid"),
        ("market", "物价市场旅游", "Prices, markets, tourism"),
        ("public_order", "治安安全", "Public order and safety"),
        ("disaster", "灾害重建", "Disasters and rebuilding"),
        (OTHER, "其他", "Something else"),
    )
)

CATEGORY_BY_ID: Final[Mapping[str, Category]] = {category.id: category for category in CATEGORIES}


PROVED: Final = frozenset({"housing", "roads", "utilities", "environment", "land", "disaster"})
"""Categories whose work can be seen: whoever says that it is done shows a photo of it, or says why there is none."""


def wants_proof(category: str) -> bool:
    """Tell whether a photo is asked for where a case of this category is done."""
    return category in PROVED


class Classifier:
    """The keywords of some categories, ready to weigh texts. Earlier categories win ties."""

    def __init__(self, categories: Sequence[Category]) -> None:
        self._order = [category.id for category in categories]
        self._weights_zh: dict[str, list[tuple[int, int]]] = {}
        self._weights_en: dict[str, list[tuple[int, int]]] = {}
        for place, category in enumerate(categories):
            for word, weight in category.keywords_zh:
                self._weights_zh.setdefault(word, []).append((place, weight))
            for word, weight in category.keywords_en:
                self._weights_en.setdefault(word, []).append((place, weight))
        self._words_zh = WordIndex(self._weights_zh)

    def propose(self, text: str) -> Proposal:
        """The likeliest category of a text, from its words alone."""
        counts: dict[str, int] = {}
        for start, end in self._words_zh.spans(text):
            word = text[start:end]
            counts[word] = counts.get(word, 0) + 1
        for match in _LATIN_WORD.finditer(text):
            word = self._base_form(match[0].lower())
            if word:
                counts[word] = counts.get(word, 0) + 1
        if not counts:
            return Proposal(OTHER, 0.0, None)
        scores = [0.0] * len(self._order)
        for word, count in counts.items():
            strength = 1 + _FOR_EACH_REPEAT * min(count - 1, _REPEATS_COUNTED)
            for place, weight in self._weights_zh.get(word) or self._weights_en[word]:
                scores[place] += weight * strength
        ranked = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
        first, second = ranked[0], ranked[1] if len(ranked) > 1 else None
        runner_up = self._order[second] if second is not None and scores[second] > 0 else None
        return Proposal(self._order[first], scores[first], runner_up)

    def _base_form(self, word: str) -> str:
        """The form of an English word that is a keyword: itself, or without s, es, ed, ing; else ""."""
        if word in self._weights_en:
            return word
        for ending, instead in (
            ("ies", "y"),
            ("es", ""),
            ("s", ""),
            ("ed", ""),
            ("ed", "e"),
            ("ing", ""),
            ("ing", "e"),
        ):
            if word.endswith(ending) and word.removesuffix(ending) + instead in self._weights_en:
                return word.removesuffix(ending) + instead
        return ""


_CLASSIFIER: Final = Classifier(CATEGORIES)


def propose(text: str, categories: Sequence[Category] = CATEGORIES) -> Proposal:
    """The likeliest category of a text in Chinese or English; `other` where no word gives a hint.

    Categories of a service's own are indexed anew by each call; for many texts keep a `Classifier`.
    """
    classifier = _CLASSIFIER if categories is CATEGORIES else Classifier(categories)
    return classifier.propose(text)
