"""Messages that may accuse officials or public units of misconduct, and which units they mean.

Words weigh as the tables in `accusing_words` say, most of them only beside an office: a bureau that is asked to help
is no accusation, nor is a neighbour who lies. To miss an accusation would show it to the accused, so this rather
holds back one letter too many.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from casework.accusing_words import (
    ALONE_EN,
    ALONE_ZH,
    BESIDE_OFFICE_EN,
    BESIDE_OFFICE_ZH,
    HARMLESS_ZH,
    LEANS_ZH,
    OFFICES_EN,
    OFFICES_ZH,
)
from casework.organisation import Organisation
from casework.phrases import PhraseIndex, any_phrase, any_word, around, plain, split_phrases
from casework.word_index import WordIndex

ENOUGH: Final = 3
"""The weight of words from which a message may be an accusation."""

_HINT: Final = 1
"""Words of this weight stand in every other complaint: together they count no more than one of them."""

_ALONE: Final = 4
"""The weight of words that need no office beside them."""

_SHOWN: Final = 5
# How many characters to either side of a word belong to it.
_REACH: Final = 30
_REACH_EN: Final = 90


# The thresholds were chosen by the recall on the letters of tests/replay_labels.csv.
# How a letter leans: what a weighing word of misconduct adds, any such word at all, and from where it is one.
_A_WORD: Final = 7
_ANY_WORD: Final = 3
_FROM: Final = -4
_FROM_BRIEF: Final = 9
_BRIEF_UNDER: Final = 250
_SHORTEST_LETTER: Final = 60
"""A message shorter than this is no letter: only words of misconduct count."""


@dataclass(frozen=True, slots=True)
class Accusation:
    """What makes a message look like an accusation: its telling words, and the ids of the units it may mean.

    `sure` is whether words of misconduct say so by themselves; else a letter only leans that way.
    """

    words: str
    units: tuple[int, ...]
    sure: bool = True


_WEIGHTS: Final = (
    {word: weight for weight, words in BESIDE_OFFICE_ZH.items() for word in words.split()}
    | dict.fromkeys(ALONE_ZH.split(), _ALONE)
    | dict.fromkeys(HARMLESS_ZH.split(), 0)
)
_WEIGHTS_EN: Final = {
    phrase: weight for weight, words in BESIDE_OFFICE_EN.items() for phrase in split_phrases(words)
} | dict.fromkeys(split_phrases(ALONE_EN), _ALONE)
_INDEX: Final = WordIndex(_WEIGHTS)
_LEANS: Final = {word: weight for weight, words in LEANS_ZH.items() for word in words.split()}
_LEANS_INDEX: Final = WordIndex(_LEANS)
_INDEX_EN: Final = PhraseIndex(_WEIGHTS_EN)
_OFFICE: Final = any_word(OFFICES_ZH)
_OFFICE_EN: Final = any_phrase(OFFICES_EN)


def accusation(text: str, organisation: Organisation) -> Accusation | None:
    """Whether a message in Chinese or English may accuse an official or a public unit; None where it does not.

    `units` are the ids of the organisation's units that it speaks of, by their names or by titles with
    a place (王怀镇镇长); () where it can't be told whom it means.
    """
    found: dict[str, int] = {}
    _weigh(text, found)
    _weigh_english(text, found)
    weight = sum(found.values())
    if weight < ENOUGH and not _leans(text, weight):
        return None
    telling = sorted(found, key=found.__getitem__, reverse=True)[:_SHOWN]
    return Accusation(" ".join(telling), organisation.unit_names.spoken_of(text), weight >= ENOUGH)


def _leans(text: str, weight: int) -> bool:
    """Whether a letter leans towards an accusation, though its words of misconduct, of this weight, do not suffice."""
    if len(text) < _SHORTEST_LETTER:
        return False
    words = {text[start:end] for start, end in _LEANS_INDEX.spans(text)}
    if not words:  # in English none was fitted: every long letter would lean
        return False
    leaning = sum(_LEANS[word] for word in words) + _A_WORD * weight + (_ANY_WORD if weight else 0)
    return leaning >= (_FROM if len(text) >= _BRIEF_UNDER else _FROM_BRIEF)


def _weigh(text: str, found: dict[str, int]) -> None:
    """Put the words that count and their weights into `found`."""
    for start, end in _INDEX.spans(text):
        word = text[start:end]
        weight = _WEIGHTS[word]
        if not _adds(word, weight, found):
            continue
        if weight == _ALONE or any(map(_OFFICE.search, around(text, start, end, _REACH))):
            found[word] = weight


def _weigh_english(text: str, found: dict[str, int]) -> None:
    for start, end in _INDEX_EN.spans(text):
        word = plain(text[start:end])
        weight = _WEIGHTS_EN[word]
        if not _adds(word, weight, found):
            continue
        if weight == _ALONE or any(_OFFICE_EN.search(plain(each)) for each in around(text, start, end, _REACH_EN)):
            found[word] = weight


def _adds(word: str, weight: int, found: Mapping[str, int]) -> bool:
    """Whether a word may count: one that weighs something, was not found yet, and is not a second hint."""
    return weight > 0 and word not in found and (weight > _HINT or _HINT not in found.values())
