"""Several matters in one message: where one ends and the next begins, in the writer's own words.

People number their matters, but far more often they number arguments, questions or demands of one matter. What
tells them apart is the heading, how little the items share, and whether their words belong to several categories.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, pairwise
from statistics import fmean
from typing import Final

from casework.categories import propose
from casework.enumerations import Item, items
from casework.likeness import content, difference, overlap

MOST: Final = 9
"""A longer list is no list of matters, but one of things: shops, rules, shortcomings."""

# Lengths are in Chinese characters. An English word is about as long as two of them: each space takes three off.
_LONGEST_OPENING, _LONGEST_LIST, _SHORTEST_SENTENCE = 150, 1300, 7

# ----- Signs that a list is one matter -----

# In its heading.
_ONE: Final = re.compile(
    r"(?:理由|原因|诉求|请求|要求|违规|违法|事实|质疑|疑[问惑团]|规定|依据|好处|标准|条件|危害|表现|行为|认为|扰民|现状|收费"
    r"|(?<!问题)如下|回复|说明|答复|太[多少高低差乱]|混乱|失职|无人管理"
    r"|\b(?:reasons?|demands?|requests?|evidence|facts|rules|because|following|ask (?:you|that)))"
    r"[^。！？.\n]{0,14}[。！.]?$",
    re.IGNORECASE,
)
# At the beginning of its last item, which sums up or asks.
_SUMS_UP: Final = re.compile(
    r"\W*(?:希望|请|恳请|望(?=[有各相领政贵上尽能您])|要求|强烈|以上|上述|综上|总之|对此|针对|因此|这种|最后|我们的?(?:诉求|要求|请求|强烈|集体)"
    r"|please|therefore|in short|finally|we (?:ask|demand|want|request)|I (?:ask|demand|want|request))",
    re.IGNORECASE,
)
# At the beginning of any item: questions about one matter, and steps of one proposal.
_ASKS_ON: Final = re.compile(
    r"\W*(?:可以|能否|应(?=[该当由在把将给])|不要|是否|如何|怎么"
    r"|why|how|who|when|whether|is it|are there|can|could|should)",
    re.IGNORECASE,
)
# At the beginning of an item that goes on with the one before, or in its first words.
_GOES_ON: Final = re.compile(
    r"\W*(?:不但|不仅|而|但|并|且|然|却|此|这|其|该|他|她|它|如|因|由于|为此|即|甚至|同时|所以|又|后来|再"
    r"|but|and|so|then|this|that|these|it|they|he|she|because|if)(?![a-z])"
    r"|[^。]{0,60}(?:(?:这个|此|该|上述|以上|这[一些类种]|这样的?)(?:问题|事|情况|行为|现象|做法|设备|项目|工程|企业|公司"
    r"|厂|校|平台|政策)|此事|这件事|我的事|未解决|没有解决|答复|回复我"
    r"|\b(?:this|the same|said) (?:problem|issue|company|matter|project))",
    re.IGNORECASE,
)

# ----- Signs that it is several -----

_SEVERAL: Final = re.compile(
    r"(?:[几两二三四五六七八九2-9][个件大点项][^。！？]{0,6}(?:问题|事|情况)|(?:各个|以下|一些)问题"
    r"|\b(?:two|three|four|five|six|several|some|few|[2-9]) (?:\w+ ){0,2}(?:things|problems|issues|matters|complaints))"
    r"[^！？\n]{0,24}$",
    re.IGNORECASE,
)
_ONLY_ASKS: Final = re.compile(r"咨询|请问|解疑|想问|请教|疑|\bquestions?\b", re.IGNORECASE)
_WISH: Final = re.compile(r"希望|建议|\b(?:please|should|need|want|hope|suggest)", re.IGNORECASE)

# ----- One thing after another, without numbers -----

# Every branch begins with a plain character, so that a search passes over the others fast.
_ANOTHER: Final = re.compile(
    r"(?P<sure>还有一(?:件事|个问题)|另有一(?:件事|个问题)|另外一(?:件事|个问题)|另一(?:件事|个问题)|再说一(?:件事|个问题)|第二件事"
    r"|Another (?:thing|problem|issue|matter)|another (?:thing|problem|issue|matter))"
    r"|另外|另[：，]|此外|还有就是|再就是|再者|Also,|also,|In addition|Besides|On another note|Separately,"
)
_SENTENCE_BEFORE: Final = re.compile(r"[。！？!?；;.\n]\s?$")
_LONGEST_PLAIN: Final = 600
# How long two parts are and how different, so that they are apart; less is needed where the writer says so.
_SHORTEST_PART, _SHORTEST_SAID = 20, 8
_CLEARLY, _PERHAPS, _MUCH = 0.9, 0.0, 0.25

_HEADING: Final = 40
_FIRST_SENTENCE: Final = re.compile(r"[^。！？!?；;\n]*")


def split(text: str) -> tuple[str, ...]:
    """The separate matters of a message, in order, at most nine; the whole text alone where it is one matter.

    Pieces are the writer's words, without the number or dash before them. Nothing else is left out: the opening
    belongs to the first, the closing formula to the last. A blank text gives ().
    """
    whole = text.strip()
    if not whole:
        return ()
    listed = items(whole)
    if not listed:
        return _parts(whole) if _length(whole) <= _LONGEST_PLAIN else (whole,)
    opening = whole[: listed[0].start].rstrip()
    bare = _bare(whole, listed)
    if not _may_be_matters(whole, opening, bare) or _evidence(whole, opening, bare) <= 0:
        return (whole,)
    return (_trimmed(whole[: listed[1].start]), *(_trimmed(piece) for piece in bare[1:]))


def _bare(text: str, listed: Sequence[Item]) -> list[str]:
    ends = [*(item.start for item in listed[1:]), len(text)]
    return [text[item.words : end].lstrip() for item, end in zip(listed, ends, strict=True)]


def _may_be_matters(text: str, opening: str, bare: Sequence[str]) -> bool:
    """False where something rules it out that the items of a list are matters of their own."""
    return not (
        len(bare) > MOST
        or _length(opening) > _LONGEST_OPENING
        or _length(text) > _LONGEST_LIST
        or _ONE.search(opening[-_HEADING:])
        or _SUMS_UP.match(bare[-1])
        or any(_ASKS_ON.match(piece) for piece in bare)
        or min(_length(sentence[0]) for piece in bare if (sentence := _FIRST_SENTENCE.match(piece)))
        < _SHORTEST_SENTENCE
    )


def _evidence(text: str, opening: str, bare: Sequence[str]) -> float:
    """How much speaks for matters of their own. The weights were fitted to 270 lists that were read, and rounded."""
    proposals = [propose(piece) for piece in bare]
    contents = [content(piece) for piece in bare]
    closest = [
        max(overlap(one, other) for place, other in enumerate(contents) if place != own)
        for own, one in enumerate(contents)
    ]
    heading = opening[-_HEADING:]
    return (
        1.4
        + 1.5 * fmean(difference(*pair) for pair in combinations(proposals, 2))
        + 2.0 * bool(_SEVERAL.search(heading) and not _ONLY_ASKS.search(heading))
        + 1.6 * fmean(bool(_WISH.search(piece)) for piece in bare)
        - 8.5 * fmean(closest)
        - 2.3 * fmean(bool(_GOES_ON.match(piece)) for piece in bare[1:])
        - 1.5 * _length(opening) / 100
        - 2.0 * _length(text) / 1000
    )


def _parts(text: str) -> tuple[str, ...]:
    """A text without a list, cut where its writer turns to another thing of another category."""
    turns = [turn for turn in _ANOTHER.finditer(text) if _SENTENCE_BEFORE.search(text[: turn.start()][-2:])]
    ends = [turn.start() for turn in turns[1:]] + [len(text)]
    cuts = [0]
    for turn, end in zip(turns, ends, strict=False):
        before, after = text[cuts[-1] : turn.start()], text[turn.start() : end]
        if _are_apart(before, after, said_so=bool(turn["sure"])):
            cuts.append(turn.start())
    return tuple(_trimmed(text[start:end]) for start, end in pairwise([*cuts[:MOST], len(text)]))


def _are_apart(before: str, after: str, *, said_so: bool) -> bool:
    if min(_length(before), _length(after)) < (_SHORTEST_SAID if said_so else _SHORTEST_PART):
        return False
    apart = difference(propose(before), propose(after))
    return apart > (_PERHAPS if said_so else _CLEARLY) and overlap(content(before), content(after)) < _MUCH


def _length(text: str) -> int:
    return max(0, len(text) - 3 * text.count(" "))


def _trimmed(piece: str) -> str:
    return piece.strip().rstrip("；;，,、")
