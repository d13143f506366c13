"""The kinds of petitions, and which of them a text is likely to be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from casework.kind_words import KIND_WORDS_EN, KIND_WORDS_ZH
from casework.word_index import WordIndex


class PetitionKind(StrEnum):
    """What a petition is; path, clock, closing question and statistics follow from it. The values are stored."""

    QUESTION = "question"
    SUGGESTION = "suggestion"  # article 29: studied and answered
    REQUEST = "request"  # article 31(6): the only kind with sixty days, an extension and reviews
    REPORT = "report"  # of a violation by a company or a private person
    ACCUSATION = "accusation"  # article 30: of an official or a public unit
    THANKS = "thanks"


@dataclass(frozen=True, slots=True)
class KindProposal:
    """The likeliest kind of a text, and the likeliest other one, which is never the same."""

    kind: PetitionKind
    runner_up: PetitionKind


_LATIN_WORD: Final = re.compile(r"[A-Za-z]{3,}")


def _weights(table: Mapping[str, Mapping[int, str]]) -> dict[str, tuple[PetitionKind, int]]:
    return {
        word: (PetitionKind(kind), weight)
        for kind, rows in table.items()
        for weight, words in rows.items()
        for word in words.split()
    }


_ZH: Final = _weights(KIND_WORDS_ZH)
_EN: Final = _weights(KIND_WORDS_EN)
_INDEX: Final = WordIndex(_ZH)


def propose_kind(text: str, *, accuses: bool = False) -> KindProposal:
    """The likeliest kind of a text in Chinese or English; a request where nothing speaks clearly for another.

    `accuses`: the text may accuse an official or a public unit (`casework.accusing`).
    """
    scores = dict.fromkeys(PetitionKind, 0)
    scores[PetitionKind.REQUEST] = 3
    for word in {text[start:end] for start, end in _INDEX.spans(text)}:
        kind, weight = _ZH[word]
        scores[kind] += weight
    for word in {match[0].lower() for match in _LATIN_WORD.finditer(text)} & _EN.keys():
        kind, weight = _EN[word]
        scores[kind] += weight
    if accuses:
        scores[PetitionKind.ACCUSATION] += 6
    ranked = sorted(scores, key=scores.__getitem__, reverse=True)
    return KindProposal(ranked[0], ranked[1])
