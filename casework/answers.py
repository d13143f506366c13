"""Answers that the service has, and which of them fits a question, if any does.

Silence is better than a wrong answer: the office answers as well. So an answer fits only where one of its phrases
stands in the question, where it speaks of most of what is asked, and where nothing tells of a case of one's own.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from casework.answer_words import ASKING_EN, ASKING_ZH, IDLE_EN, IDLE_ZH, OWN_CASE_EN, OWN_CASE_ZH
from casework.areas import Area

LEAST: Final = 0.55
"""The share of a question that an answer must speak of: clearly more than half."""

_STEM: Final = 5
"""Letters of an English word that count: "reimbursed" and "reimbursement" are the same."""

_IDLE: Final = re.compile("|".join(sorted(IDLE_ZH.split(), key=len, reverse=True)))
_IDLE_LATIN: Final = frozenset(IDLE_EN.split())
_OWN_CASE: Final = re.compile(f"{'|'.join(OWN_CASE_ZH.split())}|\\b(?:{'|'.join(OWN_CASE_EN.split())})|n['’]t\\b")
_ASKING: Final = re.compile(
    f"{'|'.join(ASKING_ZH.split())}|\\b(?:{'|'.join(each.replace('|', ' ') for each in ASKING_EN.split())})\\b"
)
_CHINESE: Final = re.compile("[\u4e00-\u9fff]{2,}")
_LATIN: Final = re.compile("[a-z]{3,}")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, in Chinese and perhaps in English. `title` tells it from all others; `source` is who says so.

    `words` are phrases that people use for it: each is one or more words parted by spaces, all of which must stand in
    the question, an English one as the beginning of a word. With a `category` or an `area_id` it is for questions of
    that category or from there only.
    """

    title: str
    title_en: str
    words: tuple[str, ...]
    text: str
    text_en: str = ""
    source: str = ""
    category: str | None = None
    area_id: int | None = None

    def label(self, language: str) -> str:
        """Return the title in `language`; without an English one the Chinese."""
        return self.title_en if language == "en" and self.title_en else self.title

    def body(self, language: str) -> str:
        """Return the answer in `language`; "" where it is not written in it."""
        return self.text_en if language == "en" else self.text


@dataclass(frozen=True, slots=True)
class Fitting:
    """An answer that fits a question, and how much of the question it speaks of, up to 1."""

    answer: Answer
    share: float


class AnswerBook:
    """Some answers, prepared to be searched."""

    def __init__(self, answers: Iterable[Answer]) -> None:
        self._known = [
            (answer, [parts for each in answer.words if (parts := _parts(each))], _vocabulary(answer))
            for answer in answers
        ]

    def find(
        self, question: str, language: str, category: str | None = None, area: Area | None = None
    ) -> Fitting | None:
        """Return the answer that fits a question best; None where none does, or two fit alike.

        `category` and `area` are those of the question, None where they are not known.
        """
        said = _plain(question)
        asked: frozenset[str] | None = None
        found: list[Fitting] = []
        for answer, phrases, vocabulary in self._known:
            if not answer.body(language) or not _is_for(answer, category, area):
                continue
            rest = _without(phrases, said)
            if rest == said or tells_own_case(rest):
                continue
            asked = _tokens(said) if asked is None else asked
            share = len(asked & vocabulary) / len(asked) if asked else 0
            if share >= LEAST:
                found.append(Fitting(answer, share))
        found.sort(key=lambda each: -each.share)
        alike = len(found) > 1 and found[0].share == found[1].share
        return found[0] if found and not alike else None


def asks(text: str) -> bool:
    """Tell whether a text asks anything at all, in words: half of the complaints end with a question mark."""
    return _ASKING.search(_plain(text)) is not None


def without_idle(question: str) -> str:
    """Return a question without the Chinese words that stand in any."""
    return _IDLE.sub(" ", _plain(question))


def tells_own_case(text: str) -> bool:
    """Tell whether a text tells of a case of one's own: what went wrong, or was refused."""
    return _OWN_CASE.search(_plain(text)) is not None


def _is_for(answer: Answer, category: str | None, area: Area | None) -> bool:
    if answer.category is not None and category not in {None, answer.category}:
        return False
    return answer.area_id is None or (area is not None and f"/{answer.area_id}/" in area.path)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


class _Part(NamedTuple):
    """What must stand in a question for a phrase to fit: as letters, which are looked for first, and as a pattern."""

    letters: str
    pattern: re.Pattern[str]


def _parts(phrase: str) -> list[_Part]:
    return [
        _Part(each, re.compile(f"\\b{each}\\w*" if each.isascii() else re.escape(each)))
        for each in _plain(phrase).split()
    ]


def _without(phrases: Sequence[Sequence[_Part]], said: str) -> str:
    """Return the question without the phrases that fit it: as it is where none does."""
    rest = said
    for parts in phrases:
        # Nearly all phrases end here: this is asked of every phrase of every answer.
        if parts[0].letters in said and all(part.pattern.search(said) for part in parts):
            for part in parts:
                rest = part.pattern.sub(" ", rest)
    return rest


def _vocabulary(answer: Answer) -> frozenset[str]:
    together = (phrase.replace(" ", "") for phrase in answer.words if not phrase.isascii())
    parts = (answer.title, answer.title_en, *answer.words, *together, answer.text, answer.text_en)
    return _tokens(_plain(" ".join(parts)))


def _tokens(plain: str) -> frozenset[str]:
    """Return what a text speaks of: pairs of neighbouring Chinese characters, and the stems of English words.

    Pairs of letters would tell nothing: any two English sentences share most of them.
    """
    pairs = (run[at : at + 2] for run in _CHINESE.findall(_IDLE.sub(" ", plain)) for at in range(len(run) - 1))
    stems = (word[:_STEM] for word in _LATIN.findall(plain) if word not in _IDLE_LATIN)
    return frozenset((*pairs, *stems))
