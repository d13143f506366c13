"""Several matters in one message: the pieces of it, each in the writer's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from casework.categories import propose

MOST: Final = 9
"""More pieces than this are one matter: a report, a law, a list of things."""

_NUMERALS: Final = {numeral: value for value, numeral in enumerate("一二三四五六七八九", 1)}
_MARKER: Final = re.compile(
    r"(?P<circled>[①-⑨])|(?P<ordinal>第[一二三四五六七八九](?=[，、：:,,\s]))"
    r"|(?P<bracket>[（(][1-9一二三四五六七八九][)）])|(?<![\d.])(?P<digit>[1-9](?:[、．）)，：]|[.:,](?!\d)))"
    r"|(?<![一-鿿])(?P<han>[一二三四五六七八九][、．.，：:])"
)
_LEAD: Final = re.compile(
    r"(?:诉求|请求|要求|理由|原因|依据|违规|违法|质疑|做法|疑问|咨询|请问|事实|条件|地点|范围|措施|看法)[^。]{0,8}[：:。，,\s]*$"
)
_SHORTEST: Final = 8
_LONGEST_OPENING: Final = 160


def split(text: str) -> tuple[str, ...]:
    """The separate matters of a message, in order, at most nine; the whole text alone where it is one matter.

    Every word is in one of the pieces: the opening in the first, the closing formula in the last. () for a blank text.
    """
    whole = text.strip()
    if not whole:
        return ()
    starts = _starts(whole)
    if 2 <= len(starts) <= MOST and not _LEAD.search(whole, 0, starts[0]) and starts[0] <= _LONGEST_OPENING:
        cuts = [0, *starts[1:], len(whole)]
        pieces = tuple(whole[a:b].strip() for a, b in zip(cuts, cuts[1:], strict=False))
        if _are_apart(pieces):
            return pieces
    return (whole,)


def _starts(text: str) -> list[int]:
    """Where the items of the first enumeration begin."""
    style = ""
    starts: list[int] = []
    for match in _MARKER.finditer(text):
        kind = match.lastgroup or ""
        value = _value(match[0])
        if not starts and value == 1:
            style, starts = kind, [match.start()]
        elif kind == style and value == len(starts) + 1:
            starts.append(match.start())
    return starts


def _value(marker: str) -> int:
    for character in marker:
        if "①" <= character <= "⑨":
            return ord(character) - ord("①") + 1
        if character in _NUMERALS or character in "123456789":
            return _NUMERALS.get(character) or int(character)
    return 0


def _are_apart(pieces: Sequence[str]) -> bool:
    if min(map(len, pieces)) < _SHORTEST:
        return False
    categories = {propose(piece).category for piece in pieces}
    return len(categories) * 2 >= len(pieces)
