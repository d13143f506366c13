"""Which of the places named in a text is the place it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from casework.areas import Area, area_ids
from casework.name_index import Mention
from casework.replacing import replace

MOST_OFFERED: Final = 5
"""How many uncertain places are offered; of a name that places share, every one is."""

# What may stand between a bare name and the township or county beside it.
_BETWEEN: Final = re.compile(r"[\s,，、·的()（）-]{0,2}")
# "横市镇|桥头村": an unknown township just before a village is the village's own, so it is another village;
# unless that township is only "our township" (我镇) or a word (家乡, 城镇).
_PARENT_BEFORE: Final = {
    "village": re.compile(r"(.)(?:镇|乡|街道|县)\s?\Z"),
    "town": re.compile(r"(.)县\s?\Z"),
}
_NO_NAME: Final = frozenset("我本该全此们家老城这各")


@dataclass(frozen=True, slots=True)
class Found:
    """What a text says of its place.

    certain: `area` is the place, `candidates` are other places in the text, `words` named the place.
    Not certain: `area` is the best guess or None, `candidates` is everything worth offering, the likeliest
    first; where they are empty, nothing was recognised.
    """

    area: Area | None
    certain: bool
    candidates: tuple[Area, ...]
    words: str


NOTHING: Final = Found(None, certain=False, candidates=(), words="")


def choose(text: str, mentions: Iterable[Mention], near: Area | None) -> Found:
    """The most specific of the places that are surely meant; else what may be offered.

    Names that several places share are told apart first. Two places of the same level leave it open which
    one is meant, and so does a shared name below the place that is sure.
    """
    ordered = sorted(mentions, key=lambda mention: mention.start)
    settled: dict[int, tuple[Area, Mention]] = {}
    shared: list[Mention] = []
    offered: list[Area] = []
    for mention in ordered:
        told = _tell_apart(text, mention, ordered, near)
        if not told.sure:
            offered.extend(told.areas)
        elif len(told.areas) > 1:
            shared.append(told)
        else:
            settled.setdefault(told.areas[0].id, (told.areas[0], told))
    lowest = max((_depth(area) for area, _ in settled.values()), default=0)
    deepest = [(area, mention) for area, mention in settled.values() if _depth(area) == lowest]
    open_ones = [mention for mention in shared if max(map(_depth, mention.areas)) > lowest]
    sure_ones = [area for area, _ in settled.values()]
    asked = [area for mention in open_ones for area in mention.areas]
    best = deepest[0] if deepest else None
    rest = [*sure_ones, *(area for mention in shared for area in mention.areas), *offered[:MOST_OFFERED]]
    if best is not None and len(deepest) == 1 and not open_ones:
        area, mention = best
        return Found(area, True, _unique(each for each in rest if not area.within(each)), _words(text, mention))
    named = open_ones[0] if open_ones else best[1] if best else ordered[0] if ordered else None
    return Found(
        area=best[0] if best else None,
        certain=False,
        candidates=_unique([*asked, *(area for area, _ in deepest), *rest]),
        words="" if named is None else _words(text, named),
    )


def follows_its_parent(mention: Mention, others: Iterable[Mention]) -> bool:
    """Whether the name of an area above stands right before the mention: 漳湾镇|新塘."""
    return any(
        other.end == mention.start and area.within(above) and area.id != above.id
        for other in others
        for above in other.areas
        for area in mention.areas
    )


def _tell_apart(text: str, mention: Mention, mentions: Sequence[Mention], near: Area | None) -> Mention:
    """The mention with the areas that the rest of the text, or else `near`, leaves possible."""
    beside = tuple(area for area in mention.areas if _stands_beside_its_parent(text, mention, area, mentions))
    if beside:
        if beside != mention.areas or not mention.sure:
            mention = replace(mention, areas=beside, sure=True)
    elif mention.sure and _belongs_elsewhere(text, mention):
        mention = replace(mention, sure=False)
    if len(mention.areas) > 1:
        named = {area.id for other in mentions if other is not mention for area in other.areas}
        counts = [len(named.intersection(area_ids(area.path)[:-1])) for area in mention.areas]
        kept = [area for area, count in zip(mention.areas, counts, strict=True) if count == max(counts)]
        mention = replace(mention, areas=_around(near, kept))
    return mention


def _stands_beside_its_parent(text: str, mention: Mention, area: Area, mentions: Sequence[Mention]) -> bool:
    """Whether the name of an area above stands right before or after the mention."""
    for other in mentions:
        gap = text[other.end : mention.start] if other.end <= mention.start else text[mention.end : other.start]
        if other is mention or not _BETWEEN.fullmatch(gap):
            continue
        if any(area.within(above) and area.id != above.id for above in other.areas):
            return True
    return False


def _belongs_elsewhere(text: str, mention: Mention) -> bool:
    """Whether the township or county written just before a name is none that we know for it."""
    pattern = _PARENT_BEFORE.get(mention.areas[0].level)
    before = pattern.search(text, 0, mention.start) if pattern else None
    return before is not None and before[1] not in _NO_NAME


def _around(near: Area | None, areas: Sequence[Area]) -> tuple[Area, ...]:
    """Those areas that share the smallest surroundings with `near`: its village, township, county."""
    for step in reversed(area_ids(near.path) if near else ()):
        inside = tuple(area for area in areas if f"/{step}/" in area.path)
        if inside:
            return inside
    return tuple(areas)


def _depth(area: Area) -> int:
    return area.path.count("/")


def _words(text: str, mention: Mention) -> str:
    return text[mention.start : mention.end]


def _unique(areas: Iterable[Area]) -> tuple[Area, ...]:
    return tuple({area.id: area for area in areas}.values())
