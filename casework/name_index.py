"""Looking many names up in one text at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from casework.areas import Area

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
        self._by_ending: dict[str, tuple[int, ...]] = {}
        self._by_start: dict[str, tuple[int, ...]] = {}
        self._endings = re.compile("(?!)")
        self._starts = re.compile("(?!)")

    def add(self, name: str, area: Area) -> None:
        """Let a name stand for one area more; call `freeze` when all are in."""
        known = self.areas.get(name, ())
        if len(name) > 1 and area not in known:
            self.areas[name] = (*known, area)

    def freeze(self) -> None:
        """Build the indexes once all names are known; lengths are kept longest first."""
        if not self.areas:
            return
        self._by_ending = _lengths((name[-1], len(name)) for name in self.areas)
        self._by_start = _lengths((name[:2], len(name)) for name in self.areas)
        self._endings = re.compile(_any_of(self._by_ending))
        # A first sieve in C: most pairs of characters in a text begin no name.
        first, second = (_any_of(start[place] for start in self._by_start) for place in (0, 1))
        self._starts = re.compile(f"{first}(?={second})")

    def by_ending(self, text: str) -> list[tuple[int, int]]:
        """Where names stand, the longest at each place. Few endings (村, 镇) leave few places to try."""
        spans: list[tuple[int, int]] = []
        for match in self._endings.finditer(text):
            end = match.end()
            for length in self._by_ending[match[0]]:
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
        spans: list[tuple[int, int]] = []
        done = 0
        for match in self._starts.finditer(text):
            start = match.start()
            for length in self._by_start.get(text[start : start + 2], ()) if start >= done else ():
                if text[start : start + length] in self.areas:
                    done = start + length
                    spans.append((start, done))
                    break
        return spans


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


def _lengths(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for key, length in pairs:
        found.setdefault(key, set()).add(length)
    return {key: tuple(sorted(lengths, reverse=True)) for key, lengths in found.items()}


def _any_of(characters: Iterable[str]) -> str:
    return "[" + re.escape("".join(sorted(set(characters)))) + "]"
