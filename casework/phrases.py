"""Finding English phrases in a text, and what stands around the words that were found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_WORD: Final = re.compile("[A-Za-z][A-Za-z'’]*")
_SENTENCE_END: Final = re.compile(r"[。！？!?；;\n]|\.(?=\s|$)")


class PhraseIndex:
    """Phrases to look for by their first word, whole words only, whatever the case."""

    def __init__(self, phrases: Iterable[str]) -> None:
        groups: dict[str, set[str]] = {}
        for phrase in phrases:
            groups.setdefault(phrase.split()[0], set()).add(phrase)
        self._phrases = {word: tuple(sorted(group, key=len, reverse=True)) for word, group in groups.items()}

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where phrases stand, from left to right, the longest at each place."""
        if not _WORD.search(text):
            return []
        lowered = plain(text)
        if len(lowered) != len(text):  # a rare letter such as İ becomes two: places would be out
            lowered = text
        found: list[tuple[int, int]] = []
        for first in self._phrases.keys() & _WORD.findall(lowered):
            start = lowered.find(first)
            while start >= 0:
                if not lowered[start - 1 : start].isalpha():
                    found += self._longest_at(lowered, start, first)
                start = lowered.find(first, start + 1)
        return sorted(found)

    def _longest_at(self, lowered: str, start: int, first: str) -> list[tuple[int, int]]:
        for phrase in self._phrases[first]:
            end = start + len(phrase)
            if lowered.startswith(phrase, start) and not lowered[end : end + 1].isalpha():
                return [(start, end)]
        return []

    def within(self, text: str) -> set[str]:
        """The phrases that stand in a text, one inside another too: twice as fast where places do not matter."""
        line = f" {plain(' '.join(_WORD.findall(text)))} "
        firsts = self._phrases.keys() & line.split()
        return {phrase for first in firsts for phrase in self._phrases[first] if f" {phrase} " in line}


def plain(text: str) -> str:
    """The text as the tables are written: lower case, straight apostrophes."""
    return text.lower().replace("’", "'")


def split_phrases(text: str) -> list[str]:
    """The phrases of a table, which are set apart by commas."""
    return [phrase.strip() for phrase in text.split(",") if phrase.strip()]


def any_word(words: str) -> re.Pattern[str]:
    """Any of the Chinese words of a table, which are set apart by spaces; never matches where there are none."""
    # Grouped by their first character, few alternatives are tried at each place: four times as fast.
    rests: dict[str, list[str]] = {}
    for word in sorted(words.split(), key=len, reverse=True):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items()) or "(?!)")


def any_phrase(phrases: str) -> re.Pattern[str]:
    """Any of the English phrases of a table; * stands for any ending; never matches where there are none."""
    alternatives = "|".join(re.escape(phrase).replace(r"\*", r"\w*") for phrase in split_phrases(phrases))
    return re.compile(rf"\b(?:{alternatives})\b" if alternatives else "(?!)")


def around(text: str, start: int, end: int, reach: int) -> tuple[str, str]:
    """What stands before and after text[start:end] in its sentence, at most `reach` characters to either side.

    The mark that ends the sentence belongs to it.
    """
    before = _SENTENCE_END.split(text[max(0, start - reach) : start])[-1]
    after = text[end : end + reach]
    stop = _SENTENCE_END.search(after)
    return before, after[: stop.end()] if stop else after
