"""Messages in which somebody may be in danger now, so that the bot asks.

Words alone never decide: "救命药" is a medicine, and "家中惨遭进水" is a flood. So this only picks the messages after
which the bot asks whether someone is in danger, and it would rather ask once too often than miss one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from casework.child_words import CHILD_EN, CHILD_ZH
from casework.danger_words import (
    DANGER_EN,
    DANGER_ZH,
    DESPAIR_EN,
    DESPAIR_ZH,
    HARMLESS_ZH,
    IF_EN,
    IF_ZH,
    NOW_EN,
    NOW_ZH,
    PAST_EN,
    PAST_ZH,
    Sign,
)
from casework.phrases import PhraseIndex, any_phrase, any_word, around, plain, split_phrases
from casework.word_index import WordIndex


class Danger(StrEnum):
    """What may be going on: danger to somebody's life or home, the despair of somebody who writes, harm to a child."""

    DANGER = "danger"
    DESPAIR = "despair"
    CHILD = "child"


# How many characters to either side of a word belong to it: Chinese sentences may run on for a page.
_REACH: Final = 30
_REACH_EN: Final = 90


@dataclass(frozen=True, slots=True)
class _Rule:
    danger: Danger
    near: re.Pattern[str] | None
    unless: re.Pattern[str]
    certain: bool

    def fits(self, before: str, word: str, after: str) -> bool:
        """Whether the words around a word let it count."""
        if self.near and not (self.near.search(before) or self.near.search(after)):
            return False
        return not self.unless.search(before + word + after)


@dataclass(frozen=True, slots=True)
class _Reality:
    """What says in a language that something has not happened, or happened long ago."""

    supposed: re.Pattern[str]
    past: re.Pattern[str]
    now: re.Pattern[str]

    def of(self, before: str, after: str) -> bool:
        """Whether something has happened, and not years ago: neither "万一起火" nor "2008年倒塌"."""
        if self.supposed.search(before):
            return False
        sentence = before + after
        return not self.past.search(sentence) or bool(self.now.search(sentence))


def _rules(
    danger: Mapping[str, tuple[Sign, ...]],
    despair: tuple[Sign, ...],
    child: tuple[Sign, ...],
    split: Callable[[str], list[str]],
    any_of: Callable[[str], re.Pattern[str]],
) -> dict[str, tuple[_Rule, ...]]:
    """The rules of each word of the tables."""
    rules: dict[str, tuple[_Rule, ...]] = {}
    signs = [(Danger.DANGER, sign) for group in danger.values() for sign in group]
    signs += [(Danger.DESPAIR, sign) for sign in despair]
    signs += [(Danger.CHILD, sign) for sign in child]
    for kind, sign in signs:
        rule = _Rule(kind, any_of(sign.near) if sign.near else None, any_of(sign.unless), sign.certain)
        for word in split(sign.words):
            rules[word] = (*rules.get(word, ()), rule)
    return rules


# The harmless words have no rules. They are longer than what they hold, and so are found in its stead.
_RULES: Final = _rules(DANGER_ZH, DESPAIR_ZH, CHILD_ZH, str.split, any_word) | dict.fromkeys(HARMLESS_ZH.split(), ())
_INDEX: Final = WordIndex(_RULES)
# A year without a day is past: 2016年, but not 2019年7月8日. What is looked at may begin behind its first digit.
_PAST: Final = re.compile(any_word(PAST_ZH).pattern + r"|(?:19|20|^[09])\d\d年(?!\d{1,2}月\d)")
_REALITY: Final = _Reality(any_word(IF_ZH), _PAST, any_word(NOW_ZH))

_RULES_EN: Final = _rules(DANGER_EN, DESPAIR_EN, CHILD_EN, split_phrases, any_phrase)
_INDEX_EN: Final = PhraseIndex(_RULES_EN)
_REALITY_EN: Final = _Reality(any_phrase(IF_EN), any_phrase(PAST_EN), any_phrase(NOW_EN))


_FIRST: Final = (Danger.DESPAIR, Danger.CHILD, Danger.DANGER)


def suspect(text: str) -> Danger | None:
    """What danger a message in Chinese or English may speak of; None where nothing points to it.

    Only ever a reason to ask. Despair goes before all else, since it asks for a kind word as well; harm to a child
    before other danger, since it asks for somebody who knows about children.
    """
    found = {*_spoken_of(text), *_spoken_of_in_english(text)}
    return next((each for each in _FIRST if each in found), None)


def _spoken_of(text: str) -> Iterator[Danger]:
    for start, end in _INDEX.spans(text):
        word = text[start:end]
        if rules := _RULES[word]:
            before, after = around(text, start, end, _REACH)
            for rule in rules:
                if rule.fits(before, word, after) and (rule.certain or _REALITY.of(before, after)):
                    yield rule.danger


def _spoken_of_in_english(text: str) -> Iterator[Danger]:
    for start, end in _INDEX_EN.spans(text):
        phrase = plain(text[start:end])
        before, after = map(plain, around(text, start, end, _REACH_EN))
        for rule in _RULES_EN[phrase]:
            if rule.fits(before, phrase, after) and (rule.certain or _REALITY_EN.of(before, after)):
                yield rule.danger
