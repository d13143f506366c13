"""Looking many names up in one text at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from casework.areas import Area
from casework.word_index import SHORTEST, WordIndex, any_of

_LATIN_WORD: Final = re.compile(r"[A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at text[start:end] and the areas it may stand for. `sure`: it counts unasked."""

    start: int
    end: int
    areas: tuple[Area, ...]
    sure: bool


class ChineseNames:
    """Names of two characters or more, to look up by their last characters or by their first two."""

    def __init__(self) -> None:
        self.areas: dict[str, tuple[Area, ...]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._endings = re.compile("(?!)")
        self._words = WordIndex(())

    def add(self, name: str, area: Area) -> None:
        """Let a name stand for one area more; call `freeze` when all are in."""
        known = self.areas.get(name, ())
        if len(name) >= SHORTEST and area not in known:
            self.areas[name] = (*known, area)

    def freeze(self) -> None:
        """Build the indexes once all names are known; lengths are kept longest first."""
        lengths: dict[str, set[int]] = {}
        for name in self.areas:
            lengths.setdefault(name[-1], set()).add(len(name))
        self._lengths = {ending: tuple(sorted(each, reverse=True)) for ending, each in lengths.items()}
        self._endings = re.compile(any_of(self._lengths))
        self._words = WordIndex(self.areas)

    def by_ending(self, text: str) -> list[tuple[int, int]]:
        """Where names stand, the longest at each place. Few endings (村, 镇) leave few places to try."""
        spans: list[tuple[int, int]] = []
        for match in self._endings.finditer(text):
            end = match.end()
            for length in self._lengths[match[0]]:
                if length <= end and text[end - length : end] in self.areas:
                    start = end - length
                    while spans and spans[-1][0] >= start:
                        spans.pop()
                    if not spans or spans[-1][1] <= start:
                        spans.append((start, end))
                    break
        return spans

    def by_start(self, text: str) -> list[tuple[int, int]]:
        """The same for names that may end in anything."""
        return self._words.spans(text)


class EnglishNames:
    """Names in Latin letters, looked up word by word, whatever their case."""

    def __init__(self) -> None:
        self._areas: dict[tuple[str, ...], tuple[tuple[Area, ...], bool]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}

    def add(self, name: str, area: Area, *, full: bool) -> None:
        """Let a name stand for one area more; `full`: it counts by itself. A full name beats a bare one."""
        words = tuple(word.lower() for word in _LATIN_WORD.findall(name))
        if not words:
            return
        areas, was_full = self._areas.get(words, ((), False))
        if full == was_full or not areas:
            self._areas[words] = (areas if area in areas else (*areas, area), full)
        elif full:
            self._areas[words] = ((area,), True)
        lengths = {len(words), *self._lengths.get(words[0], ())}
        self._lengths[words[0]] = tuple(sorted(lengths, reverse=True))

    def mentions(self, text: str) -> list[Mention]:
        """Every name in the text, the longest at each place."""
        if not self._areas:
            return []
        words = [(match[0].lower(), match.start(), match.end()) for match in _LATIN_WORD.finditer(text)]
        found: list[Mention] = []
        done = 0
        for index, (first, start, _) in enumerate(words):
            if start < done:
                continue
            for length in self._lengths.get(first, ()):
                part = words[index : index + length]
                known = self._areas.get(tuple(word for word, _, _ in part))
                if known is not None:
                    done = part[-1][2]
                    found.append(Mention(start, done, *known))
                    break
        return found
