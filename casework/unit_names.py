"""Finding the units that a text speaks of: by their names, or by the titles of those who head a place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Final

from casework.areas import Area, area_ids
from casework.phrases import PhraseIndex, plain
from casework.place_names import bare_name, full_names
from casework.places import Gazetteer
from casework.word_index import WordIndex

if TYPE_CHECKING:
    from casework.organisation import Unit

# What people call the offices that the second column names in full.
_SHORTER: Final = (
    ("政府", "人民政府"),
    ("街道办", "街道办事处"),
    ("村委会", "村民委员会"),
    ("村委", "村民委员会"),
    ("村委", "村委会"),
    ("居委会", "居民委员会"),
    ("居委", "居民委员会"),
    ("居委", "居委会"),
)
_GOVERNING: Final = re.compile(r"政府|街道办|村民委员会|居民委员会|[村居]委|government|council", re.IGNORECASE)

_LEVELS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("县", "区", "市", "county", "district"), "county"),
    **dict.fromkeys(("镇", "乡", "街道", "town", "township"), "town"),
    **dict.fromkeys(("村", "社区", "居委会", "村委会", "village", "community"), "village"),
}
# A branch that began with the look behind would be tried at every character: three times as slow.
_TITLE: Final = re.compile("书记|支书|主任|干部|领导|会计|文书|长(?<=[县区市镇乡村副]长)")
_BEFORE_TITLE: Final = re.compile(
    "([县区市镇乡村]|街道|社区|居委会|村委会)的?(?:党委|党工委|党支部|党总支|支部|政府|两委|委)?(?:常务|原|前|现任|时任)?副?$"
)
_TITLES_EN: Final = PhraseIndex(
    [
        *("mayor", "head", "chief", "secretary", "leader", "official", "officials", "officer", "officers", "cadre"),
        *(f"{level} {title}" for level in _LEVELS if level.isascii() for title in ("head", "chief", "officials")),
    ]
)
# How many characters before a title may name its place: 芦汀镇党委副书记; in English before or after it.
_REACH: Final = 16
_REACH_EN: Final = 32

# Whoever is greeted, told, or asked to look into the matter is not accused.
_GREETED_BEFORE: Final = re.compile(r"(?:[尊敬]敬的|敬爱的|致|dear (?:the )?)\w{0,4}$", re.IGNORECASE)
_GREETED_AFTER: Final = re.compile(r"[的各位级]{0,3}(?:领导|同志|局长|书记|主任)?们?\s*(?:[:：]|[，,]?\s*[您你]们?好)")
_TOLD_BEFORE: Final = re.compile(
    r"(?:向|请求?|希望|恳请|恳求|望|to|ask|asked|hope) ?(?:上级|省|市|县|各级|the)? ?$", re.IGNORECASE
)
_TOLD_AFTER: Final = re.compile(
    r".{0,8}?(?:反映|举报|投诉|控告|申诉|上访|求助|检举|查处|查办|彻查|调查|介入|督查|to (?:look|investigate|check))"
)
_NEIGHBOUR: Final = 12

Place = Callable[[], Area | None]
"""Looks for the place that the whole text names."""


class UnitNames:
    """The names of the active units, ready to be looked up. Built once for each version of the organisation."""

    def __init__(self, units: Iterable[Unit], areas: Mapping[int, Area], gazetteer: Gazetteer) -> None:
        self._units = [unit for unit in units if unit.active]
        self._areas = areas
        self._gazetteer = gazetteer
        self._names: dict[str, list[Unit]] = {}
        for unit in self._units:
            for name in _forms(unit, areas.get(unit.area_id)):
                self._names.setdefault(name, []).append(unit)
        self._index = WordIndex(name for name in self._names if not name.isascii())
        self._index_en = PhraseIndex(name for name in self._names if name.isascii())

    def spoken_of(self, text: str) -> tuple[int, ...]:
        """The ids of the units that are named in a text, or meant by a title with a place.

        A name that several share (镇政府) and a title without a place (镇长) mean the one of the place that
        the text names; in a text without a place they mean nobody. Who is only greeted, told, or asked to look into
        the matter is left out.
        """
        place = cache(lambda: self._gazetteer.find(text).area)  # most texts never need it
        found = dict.fromkeys(self._named(text, place))
        for area in self._headed(text, place):
            found.update(dict.fromkeys(self._governing(area)))
        return tuple(found)

    def _named(self, text: str, place: Place) -> Iterator[int]:
        for start, end in sorted(self._index.spans(text) + self._index_en.spans(text)):
            if _is_only_told(text, start, end):
                continue
            units = self._names.get(text[start:end]) or self._names[plain(text[start:end])]
            if len(units) > 1:
                within = area_ids(named.path) if (named := place()) else ()
                units = [unit for unit in units if unit.area_id in within]
            if len(units) == 1 and not self._is_of_elsewhere(units[0], text[:start]):
                yield units[0].id

    def _is_of_elsewhere(self, unit: Unit, before: str) -> bool:
        """Whether the bureau is another level's: 市教育局, where ours is a county's."""
        area = self._areas.get(unit.area_id)
        return area is not None and before[-1:] in set("省市州县区镇乡") - {area.name[-1]}

    def _headed(self, text: str, place: Place) -> Iterator[Area]:
        """The areas whose heads a text speaks of."""
        for match in _TITLE.finditer(text):
            before = text[max(0, match.start() - _REACH) : match.start()]
            level = _BEFORE_TITLE.search(before)
            yield from self._head_of(before, _LEVELS[level[1]] if level else None, place)
        for start, end in _TITLES_EN.spans(text):
            beside = text[max(0, start - _REACH_EN) : end + _REACH_EN]
            yield from self._head_of(beside, _LEVELS.get(plain(text[start:end]).split()[0]), place)

    def _head_of(self, beside: str, level: str | None, place: Place) -> Iterator[Area]:
        """The area of a title: the place beside it; else, where the title has a level, the one of the whole text."""
        area = self._of_level(self._gazetteer.find(beside).area, level)
        if area is None and level:
            area = self._of_level(place(), level)
        if area is not None:
            yield area

    def _of_level(self, area: Area | None, level: str | None) -> Area | None:
        """The area of a level that holds `area`; itself where no level is asked for."""
        if area is None or level is None:
            return area
        return next((each for each in map(self._areas.get, area_ids(area.path)) if each and each.level == level), None)

    def _governing(self, area: Area) -> list[int]:
        """The units of those who head an area: its government, or whatever units it has."""
        own = [unit for unit in self._units if unit.area_id == area.id]
        governing = [unit for unit in own if _GOVERNING.search(unit.name) or _GOVERNING.search(unit.name_en)]
        return [unit.id for unit in governing or own]


def _forms(unit: Unit, area: Area | None) -> set[str]:
    """How a unit may be called: in full, in short, in English, without or with less of its place's name."""
    forms = {unit.name, unit.short, unit.name_en.lower()}
    places = () if area is None else (*full_names(area.name), bare_name(area.name))
    place = next((each for each in places if unit.name.startswith(each)), None)
    if area is not None and place:
        office = unit.name.removeprefix(place)
        offices = {office} | {office.replace(full, short) for short, full in _SHORTER}
        # A bureau of the whole service needs no place; below it there is a 镇政府 in every township.
        alone = "" if area.parent_id is None else area.name[-1]
        forms |= {before + each for before in (*places, alone) for each in offices}
    return {form for form in forms if len(form) > 1}


def _is_only_told(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - _NEIGHBOUR) : start], text[end : end + 2 * _NEIGHBOUR]
    if _GREETED_BEFORE.search(before) or _GREETED_AFTER.match(after):
        return True
    return bool(_TOLD_BEFORE.search(before) and _TOLD_AFTER.match(after))
