"""Lists in running text: 一、二、 or 1. 2. or (1) (2) or ① ② or 第一 第二 or First, Second, or lines with dashes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

# One group for each way of numbering.
_MARKER: Final = re.compile(
    r"""
      (?P<circled>[①-⑨])
    | (?P<ordinal>第[一二三四五六七八九](?:个问题|个事情|件事情?|[个件点是])?[，、：:,\s]+)
    | (?P<bracket>[（(][1-9一二三四五六七八九][)）]、?)
    | (?P<han>(?<![\u4e00-\u9fff])[一二三四五六七八九](?:[、．，：]|[.:](?!\d))(?![一二三四五六七八九]))
    | (?P<digit>(?<![\dA-Za-z./\-件第])[1-9](?:[、．，：:,)）](?!\d)|\.(?!\d)|\.(?=\d{1,4}[年月])))
    | (?P<word>\b(?:first|second|third|fourth|fifth)(?:ly)?[,:])
    | (?P<bullet>^[\-•·*●]\ )
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_VALUES: Final = {
    sign: value
    for signs in ("一二三四五六七八九", "123456789", "①②③④⑤⑥⑦⑧⑨", ("first", "second", "third", "fourth", "fifth"))
    for value, sign in enumerate(signs, 1)
}
_VALUE: Final = re.compile("|".join(_VALUES), re.IGNORECASE)

# A list has a second item. Most texts have none, and need no closer look.
_SECOND: Final = re.compile(r"[2二②sS\n](?:(?<=②)|[、．.，：:,)）个件点是]|econd|[\-•·*●] )")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: where its number begins in the text, and where its words begin."""

    start: int
    words: int


def items(text: str) -> list[Item]:
    """The items of the first list in a text, numbered from one without a gap; none where there is no such list.

    A list keeps to one way of numbering. Other numbers within it number the details of an item.
    """
    if not _SECOND.search(text):
        return []
    runs: dict[str, list[Item]] = {}
    for match in _MARKER.finditer(text):
        style = match.lastgroup or ""
        run = runs.setdefault(style, [])
        value = _value(match[0]) or len(run) + 1
        if value == 1 and len(run) == 1:
            run.clear()
        if value == len(run) + 1:
            run.append(Item(match.start(), match.end()))
    lists = [run for run in runs.values() if len(run) > 1]
    return min(lists, key=lambda run: run[0].start, default=[])


def unnumbered(text: str) -> str:
    """A text without the number that it begins with: an item by itself."""
    found = _MARKER.match(text)
    return text[found.end() :].lstrip() if found else text


def _value(marker: str) -> int:
    """The number that a marker says, or 0 where it is a dash."""
    sign = _VALUE.search(marker)
    return _VALUES[sign[0].lower()] if sign else 0
