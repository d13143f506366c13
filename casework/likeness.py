"""How alike two texts are: by the words they share, and by their categories; and which cases may be found by theirs."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Final

from casework.categories import Proposal
from casework.kinds import PetitionKind
from casework.petitions import Case, Closing, Held, Instance, Naming

# Characters that stand in every text, whatever it is about. They end a word here.
_FUNCTION: Final = (
    "的了是在我你他她它们这那不没有无也都就才还又再很太更最被把让给对向从到去来过着吗呢吧啊呀和与及或且但而因为所以如果若等各每某此其之于"
    "上下里内外前后年月日号个位只件条些什么样何多少几两一二三四五六七八九十要求请希望能否可会将应该按已经时"
)
# Several matters of one place name it again and again.
_PLACE: Final = re.compile(r"[\u4e00-\u9fff]{1,4}(?:街道|社区|小区|[村镇乡县市区路街组])")
_CONTENT: Final = re.compile(rf"[^\W\da-zA-Z_{_FUNCTION}]{{2,}}|[a-zA-Z]{{4,}}")
_COMMON_WORDS: Final = (
    "have that this with from they there their been were will would could should very many also when what your please"
    " about every some after 问题 领导 政府 国家 反映 有关 部门 群众 百姓 老百 解决 严重 情况 影响 生活 非常"
)
_COMMON: Final = frozenset(_COMMON_WORDS.split())
_FEW: Final = 4

# Scores below this hint at nothing.
_FAINT: Final = 2.0
_DOUBT: Final = 0.3


def content(text: str) -> frozenset[str]:
    """What a text is about: its pairs of Chinese characters and longer English words, but no places or common ones."""
    found: set[str] = set()
    for run in _CONTENT.findall(_PLACE.sub(" ", text)):
        if run.isascii():
            found.add(run.lower())
        else:
            found.update(map("".join, pairwise(run)))
    return frozenset(found - _COMMON)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter content that is in the other, from 0 to 1."""
    return len(one & other) / max(_FEW, min(len(one), len(other)))


def difference(one: Proposal, other: Proposal) -> float:
    """How far two proposed categories are apart: 0 for the same one, 1 for two, between them where it is doubtful."""
    if min(one.score, other.score) < _FAINT:
        return _DOUBT
    if one.category == other.category:
        return 0.0
    return 1.0 - _DOUBT * ((one.category == other.runner_up) + (other.category == one.runner_up))


# ----- Which cases are alike -----

KEPT: Final = 12
"""Terms that are kept of a case: enough to find it again by a third of its words, few enough to cost its filing little.
"""

_WORKED_ON: Final = frozenset({PetitionKind.REQUEST, PetitionKind.REPORT})

SOUGHT: Final = 40
"""Terms of a text by which others are sought, in each place."""


@dataclass(frozen=True, slots=True)
class Similar:
    """A case that shares terms with a text, as a finder gives it: what decides whether it is near and alike.

    `area_id`, `lat`, `lon` say where it lies, `people` for how many it speaks, `words` are its resident's.
    """

    case_id: int
    resident_id: int
    category: str
    area_id: int
    lat: float | None
    lon: float | None
    filed_at: datetime
    people: int
    kind: PetitionKind
    naming: Naming
    words: str


def terms(words: str, category: str, area_id: int, most: int) -> list[int]:
    """Return at most `most` of the terms of a text, under its category and place: numbers below 2**63.

    Of any two texts the same ones are chosen, so that what they share is found in what is kept of them: those whose
    checksums are least. The numbers of one category and place are neighbours, in an index too.
    """
    return placed(checksums(words, most), category, area_id)


def checksums(words: str, most: int) -> list[int]:
    """Return the checksums of at most `most` of what a text is about, the least of them: 32 bits each."""
    return sorted(zlib.crc32(each.encode()) for each in content(words))[:most]


def placed(words: Iterable[int], category: str, area_id: int) -> list[int]:
    """Return the terms of a text with these checksums, under a category and a place."""
    return _under(f"{category} {area_id}", words)


def solved_terms(words: str, category: str, most: int) -> list[int]:
    """Return such terms of a case that is solved: under its category alone, and apart from those of open ones."""
    return _under(f"solved {category}", checksums(words, most))


def _under(heading: str, words: Iterable[int]) -> list[int]:
    under = zlib.crc32(heading.encode()) >> 1 << 32
    return [under | each for each in words]


def comparable(case: Case) -> bool:
    """Tell whether a case may be found by its words: one that is open and concerns no more than its own matter.

    Never what is hidden from somebody or accuses anybody (articles 30 and 46), nor what waits to be looked at first.
    """
    return (
        case.is_open
        and case.merged_into is None
        and not case.shielded
        and not case.accused
        and case.kind is not PetitionKind.ACCUSATION
        and case.held is Held.NO_ROUTE
        and case.instance is Instance.FIRST
    )


def is_example(case: Case) -> bool:
    """Tell whether a case may be found by those who have another one like it: its resident says that it is solved.

    Never what is hidden from somebody, or accuses anybody.
    """
    return (
        case.closing is Closing.SOLVED
        and case.merged_into is None
        and not case.shielded
        and not case.accused
        and case.kind in _WORKED_ON
    )
