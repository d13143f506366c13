"""Messages that may accuse an official or a public unit, and which units they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from casework.organisation import Organisation
from casework.word_index import WordIndex

_MISCONDUCT: Final = WordIndex(
    [
        "贪污",
        "受贿",
        "索贿",
        "行贿",
        "贿赂",
        "克扣",
        "滥用职权",
        "以权谋私",
        "包庇",
        "勾结",
        "渎职",
        "不作为",
        "乱作为",
        "腐败",
        "保护伞",
        "挪用",
        "侵吞",
        "打人",
    ]
)
_OFFICE: Final = WordIndex(
    [
        "局长",
        "书记",
        "镇长",
        "乡长",
        "村长",
        "主任",
        "干部",
        "警察",
        "民警",
        "城管",
        "法官",
        "校长",
        "村委",
        "居委会",
        "政府",
        "派出所",
        "街道办",
        "公安",
        "领导",
        "部门",
    ]
)
_MISCONDUCT_EN: Final = re.compile(r"\b(?:brib|corrupt|embezzl|cover(?:ed|ing)? up|abus)\w*", re.IGNORECASE)
_OFFICE_EN: Final = re.compile(
    r"\b(?:mayor|official|officer|police|inspector|council|government|department)s?\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Accusation:
    """What makes a message look like an accusation: the words, and the ids of the units that it may mean."""

    words: str
    units: tuple[int, ...]


def accusation(text: str, organisation: Organisation) -> Accusation | None:
    """What a message may accuse officials or public units of; None where nothing points to it.

    `units` are ids of units of the organisation; none where it can't be told who is meant.
    """
    found = _MISCONDUCT.spans(text)
    if found and _OFFICE.spans(text):
        return Accusation(text[slice(*found[0])], _units(text, organisation))
    misconduct = _MISCONDUCT_EN.search(text)
    if misconduct and _OFFICE_EN.search(text):
        return Accusation(misconduct[0], _units(text, organisation))
    return None


def _units(text: str, organisation: Organisation) -> tuple[int, ...]:
    return tuple(
        unit.id
        for unit in organisation.units.values()
        if any(name and name in text for name in (unit.name, unit.name_en, unit.short))
    )
