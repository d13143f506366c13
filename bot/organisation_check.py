"""Whether the entries of an organisation fit together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from bot.organisation_entries import AnswerEntry, AreaEntry, Draft, Placed, UnitEntry
from casework.areas import LEVELS
from casework.categories import CATEGORY_BY_ID
from casework.papers import LONGEST_MARK, is_mark, usual_mark
from casework.people import Role

# These work in a unit; the others may stand over an area.
_IN_A_UNIT: Final = frozenset({Role.CADRE, Role.HEAD})

_LONGEST_ANSWER: Final = 1000
"""Characters of an answer: what is longer is not read on a phone."""


def check(draft: Draft) -> list[str]:
    """Every problem as a sentence with file, line, entry and key; empty when the organisation can be used."""
    areas = {placed.entry.code: placed.entry for placed in draft.areas}
    units = {placed.entry.code: placed.entry for placed in draft.units}
    return [
        *draft.problems,
        *_repeated("code", ((placed.entry.code, placed.where) for placed in draft.areas)),
        *_repeated("code", ((placed.entry.code, placed.where) for placed in draft.units)),
        *_repeated("title", ((placed.entry.title, placed.where) for placed in draft.answers)),
        *_repeated("category, area", (((p.entry.category, p.entry.area), p.where) for p in draft.routes)),
        *_empty((placed.where, placed.entry) for placed in draft.areas),
        *_empty((placed.where, placed.entry) for placed in draft.units),
        *_areas(draft.areas, areas),
        *_units(draft.units, areas, units),
        *_marks(draft),
        *_routes(draft, areas, units),
        *_posts(draft, areas, units),
        *_answers(draft.answers, areas),
    ]


def _repeated(key: str, seen_at: Iterable[tuple[object, str]]) -> Iterable[str]:
    first: dict[object, str] = {}
    for value, where in seen_at:
        if value in first:
            yield f"{where}: {key}: {_shown(value)} is taken already ({first[value]})"
        first.setdefault(value, where)


def _empty(entries: Iterable[tuple[str, AreaEntry | UnitEntry]]) -> Iterable[str]:
    for where, entry in entries:
        for key in ("code", "name"):
            if not getattr(entry, key).strip():
                yield f"{where}: {key}: is empty"


def _areas(placed: Iterable[Placed[AreaEntry]], areas: Mapping[str, AreaEntry]) -> Iterable[str]:
    for area, where in placed:
        if area.level not in LEVELS:
            yield f"{where}: level: {area.level!r} is none of {', '.join(LEVELS)}"
            continue
        parent = areas.get(area.parent) if area.parent is not None else None
        if area.parent is not None and parent is None:
            yield f"{where}: parent: no area has the code {area.parent!r}"
        # Levels that fall from parent to child also rule out circles.
        if parent is not None and parent.level in LEVELS and LEVELS.index(parent.level) >= LEVELS.index(area.level):
            yield f"{where}: parent: {parent.name} is a {parent.level}, not above a {area.level}"
        if (area.lat is None) != (area.lon is None):
            yield f"{where}: lat, lon: only one of the two is given"
        if not -90 <= (area.lat or 0) <= 90:
            yield f"{where}: lat: {area.lat} is not between -90 and 90 degrees"
        if not -180 <= (area.lon or 0) <= 180:
            yield f"{where}: lon: {area.lon} is not between -180 and 180 degrees"
        if (area.travel_minutes or 0) < 0:
            yield f"{where}: travel_minutes: {area.travel_minutes} is less than nothing"
        if (area.people or 0) < 0:
            yield f"{where}: people: {area.people} is less than nothing"


def _units(
    placed: Iterable[Placed[UnitEntry]], areas: Mapping[str, AreaEntry], units: Mapping[str, UnitEntry]
) -> Iterable[str]:
    for unit, where in placed:
        if unit.area not in areas:
            yield f"{where}: area: no area has the code {unit.area!r}"
        if unit.superior is not None and unit.superior not in units:
            yield f"{where}: superior: no unit has the code {unit.superior!r}"
        elif _goes_in_a_circle(unit, units):
            yield f"{where}: superior: {unit.code!r} is above itself"


def _marks(draft: Draft) -> Iterable[str]:
    """Two offices with one mark could give two notices the same number."""
    roots = [placed for placed in draft.areas if placed.entry.parent is None]
    holders: dict[str, list[str]] = {}
    for root, where in roots:
        holders.setdefault(root.mark or usual_mark(root.name), []).append(where)
    for unit, where in draft.units:
        holders.setdefault(unit.mark or usual_mark(unit.short or unit.name), []).append(where)
    marked = [(each.entry.mark, each.where, each.entry.parent is None) for each in draft.areas]
    marked += [(each.entry.mark, each.where, True) for each in draft.units]
    for mark, where, has_office in marked:
        if not mark:
            continue
        others = [each for each in holders.get(mark, ()) if each != where]
        if not is_mark(mark):
            yield f"{where}: mark: {mark!r} has to be of letters and characters alone, {LONGEST_MARK} at most"
        elif not has_office:
            yield f"{where}: mark: only the area of the whole service has an intake office with a mark"
        elif others:
            yield f"{where}: mark: {mark!r} is taken already ({others[0]})"


def _goes_in_a_circle(unit: UnitEntry, units: Mapping[str, UnitEntry]) -> bool:
    above, passed = unit.superior, set[str]()
    while above is not None and above in units and above not in passed:
        if above == unit.code:
            return True
        passed.add(above)
        above = units[above].superior
    return False


def _routes(draft: Draft, areas: Mapping[str, AreaEntry], units: Mapping[str, UnitEntry]) -> Iterable[str]:
    for route, where in draft.routes:
        if route.category not in CATEGORY_BY_ID:
            yield f"{where}: category: {route.category!r} is none of {', '.join(CATEGORY_BY_ID)}"
        if route.area not in areas:
            yield f"{where}: area: no area has the code {route.area!r}"
        if route.unit not in units:
            yield f"{where}: unit: no unit has the code {route.unit!r}"


def _posts(draft: Draft, areas: Mapping[str, AreaEntry], units: Mapping[str, UnitEntry]) -> Iterable[str]:
    for post, where in draft.posts:
        if (post.unit is None) == (post.area is None):
            yield f"{where}: unit, area: a post stands in a unit or over an area, one of the two"
        elif post.role in _IN_A_UNIT and post.unit is None:
            yield f"{where}: unit: a {post.role} works in a unit"
        if post.unit is not None and post.unit not in units:
            yield f"{where}: unit: no unit has the code {post.unit!r}"
        for key, code in (("area", post.area), *(("grid", code) for code in post.grid)):
            if code is not None and code not in areas:
                yield f"{where}: {key}: no area has the code {code!r}"


def _answers(placed: Iterable[Placed[AnswerEntry]], areas: Mapping[str, AreaEntry]) -> Iterable[str]:
    for answer, where in placed:
        for key in ("title", "text"):
            if not getattr(answer, key).strip():
                yield f"{where}: {key}: is empty"
        for key in ("text", "text_en"):
            if len(getattr(answer, key)) > _LONGEST_ANSWER:
                yield f"{where}: {key}: is longer than {_LONGEST_ANSWER} characters"
        if not answer.words or not all(each.strip() for each in answer.words):
            yield f"{where}: words: needs the phrases that people ask with, none of them empty"
        if answer.category is not None and answer.category not in CATEGORY_BY_ID:
            yield f"{where}: category: {answer.category!r} is none of {', '.join(CATEGORY_BY_ID)}"
        if answer.area is not None and answer.area not in areas:
            yield f"{where}: area: no area has the code {answer.area!r}"


def _shown(value: object) -> str:
    return ", ".join(map(repr, value)) if isinstance(value, tuple) else repr(value)
