"""Children who write: who says that they are one, and with which grown-up they file.

A child files with a guardian; one that is alone is never turned away, but somebody of the office is told.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from casework.consents import Assent, Unanswered
from casework.danger import suspect
from casework.replacing import replace

_DIGITS: Final = {digit: at for at, digit in enumerate("一二三四五六七八九", start=1)}
_AGE_ZH: Final = re.compile(
    r"(?:我|本人)(?:今年|现在|才|刚满|快|刚|已经|只有)*"
    r"([0-9]{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[四五六七八九])周?岁"
    r"(?=[了啦，。！？,.!?;；、\s]|$|的(?:小?学生|[小男女]孩子?[，。！？,.!?\s]))"
)
_AGE_EN: Final = re.compile(
    r"\bi(?:'m| am) (?:only |just |almost )?([0-9]{1,3})(?: years? old| yrs? old| y/?o\b|(?= and\b)|[.,!]|$)"
)
_PUPIL_ZH: Final = re.compile(
    r"(?:我|本人)(?:是|还是|只是|就是)(?:一?[个名位])?[^，。！？,.!?\n]{0,8}?"
    r"(?:小学生|小朋友|[一二三四五六1-6]年级的?(?:小?学生|同学))(?=[，。！？,.!?;；、\s]|$)"
)
_PUPIL_EN: Final = re.compile(
    r"\bi(?:'m| am) (?:just |only |still )?(?:a (?:little )?(?:kid|child|boy|girl)\b|in (?:primary|elementary) school\b"
    r"|in (?:the )?(?:[1-6](?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth) grade\b)"
)


class Said(StrEnum):
    """What a child, or whoever was taken for one, answers to the question about a grown-up."""

    GUARDIAN = "guardian"  # a grown-up of the family knows and agrees
    ALONE = "alone"
    GROWN = "grown"  # no child after all


@dataclass(frozen=True, slots=True)
class Child:
    """That a child seems to have written, when it was asked about a grown-up, and what it said; None: nothing yet.

    `guardian` is what the grown-up has said: a child's own word that one knows is no more than that. `unanswered` is
    the last link by which the grown-up was asked. `harm` is whether words that the child added later speak of harm.
    """

    asked_at: datetime
    said: Said | None = None
    guardian: Assent | None = None
    unanswered: Unanswered | None = None
    harm: bool = False


def heard(child: Child | None, words: str) -> Child | None:
    """Return what is known of a child, after more `words` of its own: whether they speak of harm stays known."""
    if child is None or child.harm or suspect(words) is None:
        return child
    return replace(child, harm=True)


def says_child(text: str, under: int) -> bool:
    """Tell whether a writer says of themselves that they are a child: younger than `under` years, or at primary school.

    Only ever a reason to ask. An age that is told of a past year, or of somebody else, is none.
    """
    lower = text.casefold().replace("’", "'")
    ages = [_years(each) for each in _AGE_ZH.findall(lower)]
    ages += [int(each) for each in _AGE_EN.findall(lower)]
    if ages:
        return any(3 < age < under for age in ages)
    return bool(_PUPIL_ZH.search(lower) or _PUPIL_EN.search(lower))


def _years(numeral: str) -> int:
    """Return an age of one or two digits, or in Chinese numerals up to 99."""
    if numeral.isascii():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return _DIGITS[numeral]
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
