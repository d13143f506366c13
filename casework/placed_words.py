"""Words that speak for one of several things, weighed by where they stand in a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from casework.word_index import SHORTEST, WordIndex

Table = Mapping[str, Mapping[int, str]]
"""What words speak for, then how strongly, then the words."""

Weights = Mapping[str, tuple[tuple[int, int], ...]]
"""For each word the places of what it speaks for, and what it adds to them."""


def weights(table: Table, names: Sequence[str], split: Callable[[str], list[str]]) -> Weights:
    """The weights of a table's words. A place is one in `names`; raises ValueError where a table names another."""
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for name, rows in table.items():
        place = names.index(name)
        for weight, words in rows.items():
            for word in split(words):
                found[word] = (*found.get(word, ()), (place, weight))
    return found


class PlacedWords:
    """Chinese words with a weight wherever they stand, and further ones in the opening and in the closing of a text."""

    def __init__(self, anywhere: Table, opening: Table, closing: Table, names: Sequence[str]) -> None:
        self._anywhere, self._opening, self._closing = (
            weights(table, names, str.split) for table in (anywhere, opening, closing)
        )
        words: Final = frozenset((*self._anywhere, *self._opening, *self._closing))
        self._index = WordIndex(words)
        self._letters = tuple(sorted(word for word in words if len(word) < SHORTEST))

    def found(self, text: str, opening: int, closing: int) -> Iterator[tuple[tuple[int, int], ...]]:
        """What each word adds, however often it stands there: once, and once more in either edge of the text.

        The opening is what begins before the character `opening`, the closing what ends behind the character `closing`.
        """
        first: dict[str, int] = {}
        last: dict[str, int] = {}
        for start, end in self._index.spans(text):
            word = text[start:end]
            first.setdefault(word, start)
            last[word] = start
        for letter in self._letters:
            start = text.find(letter)
            if start >= 0:
                first[letter] = start
                last[letter] = text.rfind(letter)
        for word, start in first.items():
            if adds := self._anywhere.get(word):
                yield adds
            if start < opening and (adds := self._opening.get(word)):
                yield adds
            if last[word] + len(word) > closing and (adds := self._closing.get(word)):
                yield adds
