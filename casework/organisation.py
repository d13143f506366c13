"""The organisation as one snapshot: areas, units, the routes that lead a case to a unit, and the answers it has."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from casework.answers import Answer, AnswerBook
from casework.areas import Area, area_ids
from casework.places import Gazetteer
from casework.unit_names import UnitNames

ANY_CATEGORY: Final = "other"
"""The category whose routes take what no other route covers."""

RouteWhy = Literal["route", "parent_area", "any_category", "none"]


@dataclass(frozen=True, slots=True)
class Unit:
    """An office or company that works cases in the area `area_id`; `superior_id` is the unit above it.

    `short` is the name for narrow places such as buttons. `mark` stands before the year in the numbers of its notices;
    "" where the organisation gives none (casework.papers.mark_of).
    """

    id: int
    code: str
    name: str
    name_en: str
    short: str
    area_id: int
    superior_id: int | None
    active: bool = True
    mark: str = ""

    def label(self, language: str) -> str:
        """The name in `language`; without an English name the Chinese one."""
        return self.name_en if language.startswith("en") and self.name_en else self.name


@dataclass(frozen=True, slots=True)
class Route:
    """Cases of `category` in an area go to a unit, unless a lower area has a route of its own."""

    category: str
    area_id: int
    unit_id: int


@dataclass(frozen=True, slots=True)
class RouteFound:
    """Where a case goes, and by which kind of rule.

    "route": a route of the area itself; "parent_area": of an area above; "any_category": a route for `other`
    took it; "none": nothing covers it (`unit_id` is None) and a dispatcher decides.
    """

    unit_id: int | None
    why: RouteWhy


@dataclass(frozen=True, eq=False)
class Organisation:
    """One version of the organisation, never changed. `routes` maps (category, area id) to a unit id."""

    areas: Mapping[int, Area]
    units: Mapping[int, Unit]
    routes: Mapping[tuple[str, int], int]
    version: int
    answers: tuple[Answer, ...] = ()

    @cached_property
    def _areas_by_code(self) -> dict[str, Area]:
        return {area.code: area for area in self.areas.values()}

    @cached_property
    def _units_by_code(self) -> dict[str, Unit]:
        return {unit.code: unit for unit in self.units.values()}

    @cached_property
    def _only_root(self) -> Area | None:
        roots = [area for area in self.areas.values() if area.parent_id is None and area.active]
        return roots[0] if len(roots) == 1 else None

    @cached_property
    def _from_the_south(self) -> tuple[list[float], list[Area]]:
        found = sorted((area.lat, area.id) for area in self.areas.values() if area.lat is not None)
        return [lat for lat, _ in found], [self.areas[area_id] for _, area_id in found]

    def between(self, south: float, north: float) -> list[Area]:
        """The areas whose centre is known and lies between two latitudes, in degrees."""
        latitudes, areas = self._from_the_south
        return areas[bisect_left(latitudes, south) : bisect_right(latitudes, north)]

    @cached_property
    def _right_below(self) -> Mapping[int, list[Area]]:
        found: dict[int, list[Area]] = {}
        for area in self.areas.values():
            if area.parent_id is not None:
                found.setdefault(area.parent_id, []).append(area)
        return found

    def right_below(self, area: Area) -> Sequence[Area]:
        """The areas that lie in an area, but in no smaller one of it."""
        return self._right_below.get(area.id, ())

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The names of the active areas, to find places in texts; built when first asked for."""
        return Gazetteer(self.areas.values())

    @cached_property
    def unit_names(self) -> UnitNames:
        """The names of the active units, to find them in texts; built when first asked for."""
        return UnitNames(self.units.values(), self.areas, self.gazetteer)

    @cached_property
    def shared_shorts(self) -> frozenset[str]:
        """The short names that several units have, as offices of two townships may."""
        counts = Counter(unit.short for unit in self.units.values())
        return frozenset(short for short, count in counts.items() if count > 1)

    @cached_property
    def answer_book(self) -> AnswerBook:
        """The answers, to find one that fits a question; prepared when first asked for."""
        return AnswerBook(self.answers)

    @cached_property
    def root(self) -> Area | None:
        """The area of the whole service: the first one that lies in no other, one in service before any other."""
        roots = (area for area in self.areas.values() if area.parent_id is None)
        return min(roots, key=lambda area: (not area.active, area.id), default=None)

    def area_by_code(self, code: str) -> Area | None:
        return self._areas_by_code.get(code)

    def unit_by_code(self, code: str) -> Unit | None:
        return self._units_by_code.get(code)

    def ancestors(self, area: Area) -> tuple[Area, ...]:
        """The area itself, then each area above it up to the root."""
        return tuple(self.areas[each] for each in reversed(area_ids(area.path)))

    def within(self, area_id: int, ancestor_id: int) -> bool:
        """Whether the first area is the second or lies below it; unknown ids lie nowhere."""
        area, ancestor = self.areas.get(area_id), self.areas.get(ancestor_id)
        return area is not None and ancestor is not None and area.within(ancestor)

    def superior(self, unit: Unit) -> Unit | None:
        """The unit above, which decides disputes [24] and reviews [35]; None at the top."""
        return None if unit.superior_id is None else self.units.get(unit.superior_id)

    @cached_property
    def _led_by(self) -> Mapping[int, list[int]]:
        found: dict[int, list[int]] = {}
        for unit in self.units.values():
            if unit.superior_id is not None:
                found.setdefault(unit.superior_id, []).append(unit.id)
        return found

    def led_by(self, unit_id: int) -> Sequence[int]:
        """The ids of the units right below a unit."""
        return self._led_by.get(unit_id, ())

    def town_of(self, area_id: int | None) -> Area | None:
        """The township of a village; any other area is its own. A village may be too small to be named."""
        area = self.areas.get(area_id) if area_id is not None else None
        if area is None or area.level != "village" or area.parent_id is None:
            return area
        return self.areas.get(area.parent_id, area)

    def place_label(self, area: Area, language: str) -> str:
        """A village's name with its township, which tells shared names apart: 漳湾镇新塘村."""
        parent = None if area.parent_id is None else self.areas.get(area.parent_id)
        if parent is None or area.level != "village":
            return area.label(language)
        if language.startswith("en"):
            return f"{area.label(language)}, {parent.label(language)}"
        return parent.label(language) + area.label(language)

    def route(self, category: str, area_id: int | None) -> RouteFound:
        """The unit for a case of `category` in an area.

        The category's own routes are tried from the area up to the root first, and only then the routes for
        `other`, again from the area up: a county bureau that knows the matter is nearer to it than a
        township's general office. Units out of service are passed over. A case without a place takes the
        routes of the root, where there is one root only.
        """
        area = self._only_root if area_id is None else self.areas.get(area_id)
        if area is None:
            return RouteFound(None, "none")
        way_up = self.ancestors(area)
        for wanted in dict.fromkeys((category, ANY_CATEGORY)):
            for step in way_up:
                unit = self.units.get(self.routes.get((wanted, step.id), 0))
                if unit is None or not unit.active:
                    continue
                if wanted != category:
                    return RouteFound(unit.id, "any_category")
                return RouteFound(unit.id, "route" if step.id == area_id else "parent_area")
        return RouteFound(None, "none")
