"""Finding the place that a text speaks of, among the areas of the organisation.

A name counts as found when it is written with its suffix (外宅村, 漳湾镇, "Liuxi Village"), for many bare
names are ordinary words (中心, 路上). A bare name counts beside the township or county it belongs to and is
else only offered. A name that several places share is told apart by a township or county named in
the text, or by where the resident is known to live; else all of them are offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from casework.areas import Area
from casework.geo import distance_km
from casework.name_index import ChineseNames, EnglishNames, Mention
from casework.near_misses import near_misses
from casework.place_choice import MOST_OFFERED, NOTHING, Found, choose, follows_its_parent
from casework.place_names import bare_name, full_names, has_suffix, is_english
from casework.replacing import replace

# Bare names that are everyday words or parts of them; in free text nobody means the village.
_EVERYDAY: Final = frozenset(
    re.findall(
        r"\w+",
        """
        中心 路上 马上 新建 村里 路口 一层 大安 保安 光荣 和安 上进 关门 局下 官司 太阳 十字 大桥 楼下 院后
        安宁 解放 大厅 田地 中院 高峰 上楼 下房 上地 中秋 往里 井头 立业 古镇 大山 水田 际会 后山 山下 大叶
        中直 门下 三农 院前 上培 前进 下楼 大车 和平 胜利 凯旋 不老 上水 上东 门里 上书 领先 三保 可观 江边
        阳中 里占 下广 水生 小东 岗后 路下 城里
        """,
    )
)

# A bare name before one of these names something else: a road, a school, an area of another level.
_ANOTHER_THING: Final = re.compile(r"[路街巷桥镇乡县市省]|大道|大桥|高速|中学|小学")
_FILLER: Final = re.compile(
    r"^(?:我们|我|家|住|在|是|就|那个|这个|位于|地点|地址|老家|到|的|[:：,，。、\s])+"
    r"|(?:那边|这边|附近|旁边|对面|门口|里面|的人|的|人|啊|吧|了|呢|呀|[,，。、.!！?？\s])+$"
)


class Gazetteer:
    """All active areas, ready to be looked up. Built once for each version of the organisation."""

    def __init__(self, areas: Iterable[Area]) -> None:
        self._areas = {area.id: area for area in areas if area.active}
        self._full = ChineseNames()
        self._bare = ChineseNames()
        self._english = EnglishNames()
        self._by_bare_name: dict[str, list[Area]] = {}
        self._by_letter: dict[str, set[str]] = {}
        for area in self._areas.values():
            for name in filter(None, (area.name, area.name_en, *area.aliases)):
                self._add(name, area)
        self._full.freeze()
        self._bare.freeze()

    def _add(self, name: str, area: Area) -> None:
        bare = bare_name(name)
        known = self._by_bare_name.setdefault(bare.lower(), [])
        if area not in known:
            known.append(area)
        for letter in bare.lower():
            self._by_letter.setdefault(letter, set()).add(bare.lower())
        if is_english(name):
            self._english.add(name, area, full=True)
            if bare != name:
                self._english.add(bare, area, full=False)
            return
        for form in full_names(name):
            # 新村, 东村: with one character before the suffix a name is no safer than a bare one.
            (self._full if len(form) > 2 and has_suffix(form) else self._bare).add(form, area)
        if len(bare) > 1:
            self._bare.add(bare, area)

    def find(self, text: str, near: Area | None = None) -> Found:
        """The place that a free text speaks of. `near`: where the resident lives or wrote from, if known."""
        full = self._full_mentions(text)
        bare = self._bare_mentions(text, full)
        kept = [
            mention
            for mention in bare
            if not _ANOTHER_THING.match(text, mention.end)
            and (_words(text, mention) not in _EVERYDAY or follows_its_parent(mention, (*full, *bare)))
        ]
        return choose(text, (*full, *kept), near) if full or kept else NOTHING

    def answer(self, text: str, near: Area | None = None) -> Found:
        """The place in an answer to "where is it?": bare names count, and near misses are offered."""
        found = choose(text, self._mentions_in_answer(text), near)
        area = found.area
        if found.certain and area is not None and area.level == "village":
            # 三凤山村 holds 凤山村, but may well be a slip of 灵凤山村.
            glued = _without_fillers(text[: text.find(found.words)])
            slip = glued + found.words if 0 < len(glued) <= 2 else ""
            within: tuple[Area, ...] = ()
        else:
            slip = _without_fillers(text.replace(found.words, " ") if found.words else text)
            within = tuple(each for each in (area, *found.candidates) if each is not None and each.level != "village")
        offered = self._near_misses(slip, within, near)
        if not offered or (found.candidates and not found.certain and not within):
            return found
        known = found.candidates or (() if area is None else (area,))
        candidates = tuple({each.id: each for each in (*offered, *known)}.values())
        return Found(area, certain=False, candidates=candidates, words=found.words or slip)

    def nearest(self, lat: float, lon: float, limit_km: float = 100.0) -> Area | None:
        """The village nearest to a point in degrees, else the nearest township.

        None where nothing lies within `limit_km`: the point is in another part of the country.
        """
        for level in ("village", "town"):
            distances = [
                (distance_km(lat, lon, area.lat, area.lon), area.id)
                for area in self._areas.values()
                if area.level == level and area.lat is not None and area.lon is not None
            ]
            distance, nearest = min(distances, default=(limit_km, 0))
            if nearest and distance <= limit_km:
                return self._areas[nearest]
        return None

    def _full_mentions(self, text: str) -> list[Mention]:
        chinese = [
            Mention(start, end, self._full.areas[text[start:end]], sure=True)
            for start, end in self._full.by_ending(text)
        ]
        return chinese + [mention for mention in self._english.mentions(text) if mention.sure]

    def _bare_mentions(self, text: str, full: Sequence[Mention]) -> list[Mention]:
        chinese = [
            Mention(start, end, self._bare.areas[text[start:end]], sure=False)
            for start, end in self._bare.by_start(text)
        ]
        bare = chinese + [mention for mention in self._english.mentions(text) if not mention.sure]
        return [each for each in bare if not any(each.start < other.end and other.start < each.end for other in full)]

    def _mentions_in_answer(self, text: str) -> list[Mention]:
        full = self._full_mentions(text)
        bare = self._bare_mentions(text, full)
        named = [area for mention in full for area in mention.areas]
        whole = _without_fillers(text)
        mentions = list(full)
        for mention in bare:
            word = _words(text, mention)
            if word in _EVERYDAY and word != whole and not follows_its_parent(mention, (*full, *bare)):
                continue
            fits = not named or any(area.within(other) for area in mention.areas for other in named)
            mentions.append(replace(mention, sure=fits and not _ANOTHER_THING.match(text, mention.end)))
        return mentions

    def _near_misses(self, written: str, within: Sequence[Area], near: Area | None) -> tuple[Area, ...]:
        """Areas whose bare name is nearly `written`, at most MOST_OFFERED; those around `near` first."""
        wanted = bare_name(written).lower()
        suffix = written[len(wanted) :]
        if len(wanted) < 2:
            return ()
        names = {name for letter in wanted for name in self._by_letter.get(letter, ())}
        found = [
            (
                distance,
                near is None or not area.within(near),
                not area.label("zh").endswith(suffix),
                order,
                area,
            )
            for order, (distance, name) in enumerate(near_misses(wanted, names))
            for area in self._by_bare_name[name]
            if not within or any(area.within(above) and area.id != above.id for above in within)
        ]
        found.sort(key=lambda each: each[:4])
        return tuple(area for *_, area in found[:MOST_OFFERED])


def _words(text: str, mention: Mention) -> str:
    return text[mention.start : mention.end]


def _without_fillers(text: str) -> str:
    """The heart of an answer: 我家在新塘那边 is 新塘."""
    return _FILLER.sub("", text)
