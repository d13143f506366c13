"""Which open cases are near and alike: what a resident is offered to join, instead of filing the same once more.

What is offered tells whoever asks that a case exists. So nothing is offered that hides or accuses, whose resident stays
unknown, or that speaks of danger; nothing of the categories that are a person's own business; and names found in the
words count for nothing, so that asking about somebody finds no more than asking about the matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from casework.accusing import accusation
from casework.danger import suspect
from casework.geo import distance_km
from casework.kinds import PetitionKind
from casework.likeness import SOUGHT, Similar, checksums, content, overlap, placed
from casework.marks import unmarked
from casework.masking import mask
from casework.organisation import Organisation
from casework.petitions import Naming
from casework.profile import Near, Together

MOST_OFFERED: Final = 5
"""Cases that are offered at once."""

_KM_A_DEGREE: Final = 111.2


@dataclass(frozen=True, slots=True)
class Sought:
    """What is compared: words, category, kind and place (an area; a point in degrees where one was shared)."""

    words: str
    category: str
    area_id: int
    lat: float | None = None
    lon: float | None = None
    kind: PetitionKind = PetitionKind.REQUEST


@dataclass(frozen=True, slots=True)
class Found:
    """A case that is near and alike. `km` is how far it lies, None where nobody can tell."""

    similar: Similar
    km: float | None
    likeness: float


@dataclass(frozen=True, slots=True)
class Said:
    """What a text is about, without marks of files and whoever is named, and the id of its area."""

    about: frozenset[str]
    area_id: int | None


def sought_terms(sought: Sought, org: Organisation, near: Near) -> list[int]:
    """Return the terms by which cases near `sought` are found: those of its words in each area within the radius."""
    words = checksums(sought.words, SOUGHT)
    areas = areas_near(org, sought, near.radius_km)
    return [term for area_id in areas for term in placed(words, sought.category, area_id)]


def areas_near(org: Organisation, sought: Sought, radius_km: float) -> list[int]:
    """Return the ids of the areas that may hold something within the radius: the place's own, the one above a village
    and those right below a township, where somebody may have named no more; and those whose centre is near.
    """
    area = org.areas.get(sought.area_id)
    if area is None:
        return []
    found = {area.id}
    if area.level == "village" and area.parent_id is not None:
        found.add(area.parent_id)
    if area.level == "town":
        found.update(other.id for other in org.right_below(area))
    point = _point(org, sought.area_id, sought.lat, sought.lon)
    if point is not None:
        # What is far off to the north or south is out of reach, whatever the longitude: it spares most distances.
        reach = radius_km / _KM_A_DEGREE
        for other in org.between(point[0] - reach, point[0] + reach):
            centre = _point(org, other.id, None, None)
            if centre is not None and distance_km(*point, *centre) <= radius_km:
                found.add(other.id)
    return sorted(found)


def near_and_alike(
    org: Organisation,
    rules: Together,
    sought: Sought,
    found: Iterable[Similar],
    now: datetime,
    *,
    without: Iterable[int] = (),
) -> list[Found]:
    """Return the cases that may be offered to whoever has written `sought`, nearest first, five at most.

    `without` are people whose own cases are left out.
    """
    near = rules.near(sought.category)
    left_out = set(without)
    own = said(sought.words, sought.area_id)
    ranked = [
        each
        for similar in found
        if (similar.category, similar.kind) == (sought.category, sought.kind)
        and similar.resident_id not in left_out
        and now - similar.filed_at <= timedelta(days=near.days)
        and similar.naming is not Naming.ANONYMOUS
        and (each := _compared(org, sought, own, similar)).likeness >= near.likeness
        and (each.km is None or each.km <= near.radius_km)
        and not _delicate(org, similar.words)
    ]
    ranked.sort(key=lambda each: (each.km is None, each.km, -each.likeness, each.similar.case_id))
    return ranked[:MOST_OFFERED]


def _compared(org: Organisation, sought: Sought, own: Said, similar: Similar) -> Found:
    """Return how far a case lies from what is sought, whose words are `own`, and how alike the words are."""
    likeness = alike(org, own, said(similar.words, similar.area_id))
    here = _point(org, sought.area_id, sought.lat, sought.lon)
    there = _point(org, similar.area_id, similar.lat, similar.lon)
    same = sought.area_id == similar.area_id
    if here is None or there is None:
        return Found(similar, 0.0 if same else None, likeness)
    if same and None in {sought.lat, similar.lat}:
        return Found(similar, 0.0, likeness)
    return Found(similar, distance_km(*here, *there), likeness)


def said(words: str, area_id: int | None) -> Said:
    """Return what words are about. It masks them, which costs the most of comparing: once for each text is enough."""
    return Said(content(mask(unmarked(words))), area_id)


def alike(org: Organisation, one: Said, other: Said) -> float:
    """Return how alike two texts are: from 0 to 1, by what they are about.

    The names of their places count for nothing: a village is named in all of its matters.
    """
    places = content(" ".join(_names(org, one.area_id) + _names(org, other.area_id)))
    first, second = one.about - places, other.about - places
    # Of few words no share can be told; the same few are the same.
    return 1.0 if first and first == second else overlap(first, second)


def _names(org: Organisation, area_id: int | None) -> list[str]:
    """Return what an area, and those that it lies in, are called."""
    area = org.areas.get(area_id) if area_id is not None else None
    above = org.ancestors(area) if area is not None else ()
    return [name for each in above for name in (each.name_en, each.label("zh"), *each.aliases)]


def _delicate(org: Organisation, words: str) -> bool:
    """Tell whether words accuse somebody in office, or speak of danger: nobody else must learn of such a case."""
    plain = unmarked(words)
    return accusation(plain, org) is not None or suspect(plain) is not None


def _point(org: Organisation, area_id: int, lat: float | None, lon: float | None) -> tuple[float, float] | None:
    if lat is not None and lon is not None:
        return lat, lon
    area = org.areas.get(area_id)
    if area is None or area.lat is None or area.lon is None:
        return None
    return area.lat, area.lon
