"""A policy cut into passages, the words by which a passage is found, and the few lines of it that answer a question."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from casework.answer_words import IDLE_EN
from casework.policies.policy import Content
from casework.words import summary

LONGEST: Final = 1500
"""Characters of a passage: a page of a regulation. A shorter one would hold too few words to be told from others."""

TITLE_COUNTS: Final = 3
"""How often the title, the plain words and people's own phrases count beside the text of a passage."""

# Characters that stand in every text, whatever it is about. They end a word here.
_FUNCTION: Final = (
    "的了是在我你他她它们这那不没有无也都就才还又再很太更最被把让给对向从到去来过着吗呢吧啊呀和与及或且但而因为所以"
    "如果若等各每某此其之于要求请"
)
_SHORT: Final = "a an as at be by do i if in is it me my no of on or so to up us we"
_IDLE: Final = frozenset((*IDLE_EN.split(), *_SHORT.split()))
_RUN: Final = re.compile(rf"[^\W\da-z_{_FUNCTION}]+|[a-z0-9]+")
_STEM: Final = 7
"""Letters of an English word that count: "subsidy" and "subsidised" differ, "allowance" and "allowances" do not."""
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_SENTENCE: Final = re.compile(r"[^。！？；!?;\n]+[。！？；!?;]?|\n")


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a policy in one language; `part` counts through all of its passages. `document` is the title of the
    document that it stands in, "" for the policy's own words.
    """

    part: int
    language: str
    text: str
    document: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """What is kept of a passage to find it: how often each of its terms stands in it, and how many they are."""

    part: int
    terms: dict[int, int]
    length: int


def passages(content: Content) -> list[Passage]:
    """Return the passages of a policy: the same content always gives the same ones, under the same numbers."""
    found: list[Passage] = []
    for language in sorted(content.words):
        said = content.words[language]
        for text in _pieces(said.text) or [said.plain]:
            found.append(Passage(len(found), language, text))
    for enclosed in content.enclosed:
        # They come last: the numbers of a policy's own passages never change by what is read later.
        said_in = content.language("zh" if _HAN.search(enclosed.text or "") else "en")
        for text in _pieces(enclosed.text or ""):
            found.append(Passage(len(found), said_in, text, enclosed.title))
    return found


def counted(content: Content) -> list[Counted]:
    """Return what is kept of each passage. The head of a policy counts for all of them."""
    kept = []
    for passage in passages(content):
        said = content.words[passage.language]
        titles = (enclosed.title for enclosed in content.enclosed)
        head = terms("\n".join((said.title, said.plain, *content.said, *titles)))
        counts = terms(passage.text)
        for term, times in head.items():
            counts[term] += times * TITLE_COUNTS
        kept.append(Counted(passage.part, dict(counts), sum(counts.values())))
    return kept


def terms(text: str) -> Counter[int]:
    """Return the terms of a text, as numbers below 2**32: pairs of Chinese characters, and stems of other words."""
    found: Counter[int] = Counter()
    for run in _RUN.findall(unicodedata.normalize("NFKC", text).casefold()):
        if run not in _IDLE:
            words = (run[:_STEM],) if run.isascii() else map("".join, pairwise(run))
            found.update(zlib.crc32(word.encode()) for word in words)
    return found


def excerpt(text: str, question: str, most: int, title: str = "") -> str:
    """Return the sentences of a passage, in a row, that speak most of a question: `most` characters at most.

    What its `title` says already tells no sentence from another.
    """
    asked = terms(question).keys() - terms(title).keys()
    sentences = [each.strip() for each in _SENTENCE.findall(text) if each.strip()]
    if not sentences:
        return ""
    shared = [sum(1 for term in terms(each) if term in asked) for each in sentences]
    first = max(range(len(sentences)), key=lambda at: (shared[at], -at))
    lines = sentences[first]
    for sentence in sentences[first + 1 :]:
        if len(lines) + len(sentence) > most:
            break
        lines += sentence if lines[-1] in "。！？；" else f" {sentence}"
    return summary(lines, most)


def _pieces(text: str) -> list[str]:
    """Cut a text between its lines into pieces of the length of a passage at most; a longer line is cut as it comes."""
    pieces: list[str] = []
    for line in filter(None, (each.strip() for each in text.split("\n"))):
        for start in range(0, len(line), LONGEST):
            cut = line[start : start + LONGEST]
            if pieces and len(pieces[-1]) + len(cut) < LONGEST:
                pieces[-1] += f"\n{cut}"
            else:
                pieces.append(cut)
    return pieces
