"""The kinds of petitions, and which of them a text is likely to be."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from math import sqrt
from typing import Final

from casework.kind_words import (
    ANYWHERE_EN,
    ANYWHERE_ZH,
    CLOSING_ZH,
    MORE_THAN_THANKS_EN,
    MORE_THAN_THANKS_ZH,
    OPENING_ZH,
    POLITE_EN,
    POLITE_ZH,
    PRAISE_EN,
    PRAISE_ZH,
    THANKS_EN,
    THANKS_ZH,
)
from casework.letter_words import LETTER_ANYWHERE, LETTER_CLOSING, LETTER_OPENING
from casework.phrases import PhraseIndex, any_phrase, any_word, plain, split_phrases
from casework.placed_words import PlacedWords, weights


class PetitionKind(StrEnum):
    """What a petition is; path, clock, closing question and statistics follow from it. The values are stored."""

    QUESTION = "question"
    """The writer wants to know something and has no grievance to be settled."""
    SUGGESTION = "suggestion"
    """How something public could be made better, without a grievance of the writer's own [29]."""
    REQUEST = "request"
    """Something is to be done, paid, repaired, settled: the only kind with 60 + 30 days and reviews [31(6), 34]."""
    REPORT = "report"
    """A company or a private person breaks rules, and the writer's own claim is not the heart of it."""
    ACCUSATION = "accusation"
    """An official or a public unit is accused of misconduct [30]."""
    THANKS = "thanks"
    """Nothing but thanks."""
    DIFFICULTY = "difficulty"
    """What a cadre can't solve on their own authority, raised with the unit that can: no resident's petition."""


FROM_RESIDENTS: Final = tuple(kind for kind in PetitionKind if kind is not PetitionKind.DIFFICULTY)
"""What residents send, and what their statistics count."""


@dataclass(frozen=True, slots=True)
class KindProposal:
    """The likeliest kind of a text, and the likeliest other one, which is never the same."""

    kind: PetitionKind
    runner_up: PetitionKind


# The kinds that words are weighed for, the likeliest first: earlier ones win ties.
_WEIGHED: Final = (
    PetitionKind.REQUEST,
    PetitionKind.QUESTION,
    PetitionKind.REPORT,
    PetitionKind.SUGGESTION,
    PetitionKind.ACCUSATION,
)

# What speaks for each of them, in this order, before any word is read. They were fitted
# together with the words' weights.
_START: Final = (10, 5, 6, 6, 0)
_ACCUSES: Final = (5, 2, 7, 0, 15)
_IMPERSONAL: Final = (2, 0, 4, 2, 4)
"""Who does not speak of themselves complains for others."""
_SHORT: Final = (1, 2, 2, 0, 1)
_BRIEF: Final = (1, 3, 1, 1, 0)
_LONG: Final = (8, 0, 8, 7, 10)
_SHORT_UNDER: Final = 60
_BRIEF_UNDER: Final = 200
_LONG_OVER: Final = 400
_LETTERS_TO_A_CHARACTER: Final = 3
"""How many letters an English text needs for what one Chinese character says."""

# How many characters the opening and the closing of a short message are.
_EDGE: Final = 60

# The same for a Chinese letter, which is longer and weighed by words of its own, fitted together with these.
_LETTER_FROM: Final = 60
_LETTER_WORDS: Final = 6
_LETTER_START: Final = (0.0, -1.0, -0.2, -0.4, -1.0)
_LETTER_ACCUSES: Final = (0.0, -0.8, 0.5, -0.6, 1.9)
_LETTER_IMPERSONAL: Final = (0.0, -0.4, 0.3, 0.1, 0.2)
_LETTER_LENGTHS: Final = (
    (range(120), (0.0, 0.9, -0.1, 0.3, -0.2)),
    (range(200), (0.0, 0.3, 0.1, -0.4, 0.0)),
    (range(401, sys.maxsize), (0.0, -0.9, -0.2, -0.5, -0.2)),
    (range(801, sys.maxsize), (0.0, -1.0, -0.2, 0.3, 0.1)),
)
"""What the length in characters adds: all the ranges that it lies in."""
_LETTER_OPENING: Final = (20, 45)
"""The opening is the first line, which may be a title, but at least and at most so many characters."""
_LETTER_CLOSING: Final = 70

_LONGEST_THANKS: Final = 200

_NAMES: Final = tuple(kind.value for kind in _WEIGHED)
_CHAT: Final = PlacedWords(ANYWHERE_ZH, OPENING_ZH, CLOSING_ZH, _NAMES)
_LETTER: Final = PlacedWords(LETTER_ANYWHERE, LETTER_OPENING, LETTER_CLOSING, _NAMES)
_ANYWHERE_EN: Final = weights(ANYWHERE_EN, _NAMES, split_phrases)
_INDEX_EN: Final = PhraseIndex(_ANYWHERE_EN)
_THANKS: Final = re.compile(f"{any_word(THANKS_ZH).pattern}|{any_phrase(THANKS_EN).pattern}")
_PRAISE: Final = re.compile(f"{any_word(PRAISE_ZH).pattern}|{any_phrase(PRAISE_EN).pattern}")
_MORE_THAN_THANKS: Final = re.compile(
    rf"{any_word(MORE_THAN_THANKS_ZH).pattern}|{any_phrase(MORE_THAN_THANKS_EN).pattern}|n't\b"
)
_NOTHING_ELSE: Final = re.compile(
    rf"(?:{_THANKS.pattern}|{any_word(POLITE_ZH).pattern}|{any_phrase(POLITE_EN).pattern}|\W)++"
)
_CLAUSE_END: Final = re.compile(r"[，,。.！!；;、\n]+")
_CHINESE: Final = re.compile("[㐀-鿿]")
_I: Final = re.compile(r"\b(?:i|my|me|we|our|us)\b", re.IGNORECASE)


def propose_kind(text: str, *, accuses: bool = False) -> KindProposal:
    """The likeliest kind of a text in Chinese or English; a request where nothing speaks clearly for another.

    `accuses`: the text may accuse an official or a public unit (`casework.accusing`).
    """
    scores = _letter(text, accuses=accuses) or _message(text, accuses=accuses)
    first, second = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)[:2]
    if not accuses and _only_thanks(text):
        return KindProposal(PetitionKind.THANKS, _WEIGHED[first])
    return KindProposal(_WEIGHED[first], _WEIGHED[second])


def _is_chinese_letter(text: str) -> bool:
    """Whether a text is long, and mostly Chinese: in English ones a village may have its Chinese name."""
    return len(text) >= _LETTER_FROM and 2 * len(_CHINESE.findall(text)) > len(text)


def _letter(text: str, *, accuses: bool) -> Sequence[float]:
    """The scores of a Chinese letter; none where it is no letter, or has too few words that say anything.

    What its words say is divided by the root of their number, so that a long letter is not surer for its length.
    """
    if not _is_chinese_letter(text):
        return []
    line = text.find("\n")
    shortest, longest = _LETTER_OPENING
    opening = min(max(line if line >= 0 else len(text), shortest), longest)
    words = list(_LETTER.found(text, opening, len(text) - _LETTER_CLOSING))
    if len(words) < _LETTER_WORDS:
        return []
    sums = [0] * len(_WEIGHED)
    for place, weight in chain.from_iterable(words):
        sums[place] += weight
    reasons = [_LETTER_START, *(adds for lengths, adds in _LETTER_LENGTHS if len(text) in lengths)]
    if accuses:
        reasons.append(_LETTER_ACCUSES)
    if "我" not in text and "本人" not in text:
        reasons.append(_LETTER_IMPERSONAL)
    share = 1 / sqrt(len(words))
    return [total * share + sum(starts) for total, *starts in zip(sums, *reasons, strict=True)]


def _message(text: str, *, accuses: bool) -> Sequence[float]:
    """The scores of a short message, or one in English."""
    scores = _start(text, accuses=accuses)
    _weigh(text, scores)
    _weigh_english(text, scores)
    return scores


def _start(text: str, *, accuses: bool) -> list[int]:
    """The scores before any word is read: what the length and the voice of a text say of its kind."""
    english = not _CHINESE.search(text)
    length = len(text) // _LETTERS_TO_A_CHARACTER if english else len(text)
    speaks_of_itself = _I.search(text) if english else "我" in text
    reasons = (
        (accuses, _ACCUSES),
        (not speaks_of_itself, _IMPERSONAL),
        (length < _SHORT_UNDER, _SHORT),
        (length < _BRIEF_UNDER, _BRIEF),
        (length > _LONG_OVER, _LONG),
    )
    return [sum(column) for column in zip(_START, *(adds for holds, adds in reasons if holds), strict=True)]


def _weigh(text: str, scores: list[int]) -> None:
    """Add what the Chinese words say."""
    for adds in _CHAT.found(text, _EDGE, len(text) - _EDGE):
        for place, weight in adds:
            scores[place] += weight


def _weigh_english(text: str, scores: list[int]) -> None:
    for phrase in _INDEX_EN.within(text):
        for place, weight in _ANYWHERE_EN[phrase]:
            scores[place] += weight


def _only_thanks(text: str) -> bool:
    """Whether a text is nothing but thanks. It must be sure: a misjudged one would lose a complaint."""
    if len(text) > _LONGEST_THANKS:
        return False
    words = plain(text)
    if not _THANKS.search(words) or _MORE_THAN_THANKS.search(words):
        return False
    if _NOTHING_ELSE.fullmatch(words):
        return True
    # Each clause must thank or praise: what else it says nobody knows.
    return bool(_PRAISE.search(words)) and all(
        _THANKS.search(clause) or _PRAISE.search(clause) or _NOTHING_ELSE.fullmatch(clause)
        for clause in _CLAUSE_END.split(words)
        if clause
    )
