"""Finding which of many Chinese words stand in a text, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

SHORTEST: Final = 2
"""Words shorter than this are not kept: a single character stands in too many others."""


class WordIndex:
    """Words to look for by their first two characters.

    An alternation of thousands of words would be tried branch by branch at every character. Here a sieve of
    two character classes leaves few places (one in sixteen for village names), and a dict answers for them.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(word for word in words if len(word) >= SHORTEST)
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            lengths.setdefault(word[:2], set()).add(len(word))
        self._lengths = {start: tuple(sorted(each, reverse=True)) for start, each in lengths.items()}
        first, second = (any_of(start[place] for start in self._lengths) for place in (0, 1))
        self._sieve = re.compile(f"{first}(?={second})")

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where words stand, from left to right, the longest at each place, none overlapping."""
        found: list[tuple[int, int]] = []
        words, lengths = self._words, self._lengths
        done = 0
        for match in self._sieve.finditer(text):
            start = match.start()
            if start < done:
                continue
            for length in lengths.get(text[start : start + 2], ()):
                if text[start : start + length] in words:
                    done = start + length
                    found.append((start, done))
                    break
        return found


def any_of(characters: Iterable[str]) -> str:
    """A regular expression for any one of the characters; one that never matches where there are none."""
    inside = re.escape("".join(sorted(set(characters))))
    return f"[{inside}]" if inside else "(?!)"
