"""From passive to active: where many have said the same, one theme task asks for the root, with an owner and a plan.

The cases that belong to a theme stay what they are, each with its own clock and its own resident's word.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from casework.accusing import accusation
from casework.areas import Area
from casework.likeness import Similar
from casework.marks import unmarked
from casework.nearness import alike, said
from casework.organisation import Organisation
from casework.people import Role
from casework.petitions import Fired
from casework.profile import Together
from casework.reach import over
from casework.relations import OVER_AREA
from casework.staff import Staff


class ThemeState(StrEnum):
    """How far a theme is."""

    OPEN = "open"  # waits for a plan
    PLANNED = "planned"  # what is done about the root is a dated task, and followed up as such
    DISMISSED = "dismissed"  # its owner holds that there is no common root, and says why


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme: the alike `cases` (ids) of a category in a place, the unit that looks into their root and who owns it
    there, the dated `tasks` (ids) in which it is planned, or `why` it was dismissed.
    """

    id: int
    area_id: int
    area_path: str
    category: str
    cases: tuple[int, ...]
    unit_id: int
    owner_id: int | None
    opened_at: datetime
    epoch_at: datetime
    state: ThemeState = ThemeState.OPEN
    tasks: tuple[int, ...] = ()
    why: str = ""
    epoch: int = 0
    fired: Mapping[str, Fired] = field(default_factory=dict)
    version: int = 0

    @property
    def is_open(self) -> bool:
        """Whether its owner still has to plan something."""
        return self.state is ThemeState.OPEN


def cluster(org: Organisation, rules: Together, found: Iterable[Similar], least: int) -> list[Similar]:
    """Return the largest set of cases that are all like one of them, oldest first; [] where it has fewer than `least`.

    `found` are the cases of one category in one place, or in the villages of one township. One resident counts once:
    many letters of one are one voice. What accuses somebody in office is left out, whoever has not noticed yet.
    """
    by_resident: dict[int, Similar] = {}
    for each in sorted(found, key=lambda each: each.case_id):
        if accusation(unmarked(each.words), org) is None:
            by_resident.setdefault(each.resident_id, each)
    cases = list(by_resident.values())
    about = [said(each.words, each.area_id) for each in cases]
    best: list[Similar] = []
    for one, own in zip(cases, about, strict=True):
        near = rules.near(one.category)
        like = [each for each, its in zip(cases, about, strict=True) if alike(org, own, its) >= near.likeness]
        if len(like) > len(best):
            best = like
    return best if len(best) >= least else []


def main_unit(org: Organisation, units: Sequence[int | None], category: str, area_id: int) -> int | None:
    """Return the unit that most of the cases are with, the one of the earliest where several have as many; where none
    has any yet, the one to which such cases go.
    """
    known = [unit for unit in units if unit is not None]
    return max(dict.fromkeys(known), key=known.count, default=org.route(category, area_id).unit_id)


def owner_of(staff: Staff, org: Organisation, unit_id: int, area_id: int) -> int | None:
    """Return who owns a theme: the head of its unit, or of one above; else the supervisor or leader over its place."""
    heads = staff.heads_above(org, org.units.get(unit_id))
    area = org.areas.get(area_id)
    posts = [*heads, *(post for role in (Role.SUPERVISOR, Role.LEADER) if area for post in staff.over(area, role))]
    return posts[0].person_id if posts else None


def overlaps(org: Organisation, theme: Theme, area: Area) -> bool:
    """Tell whether a theme is about an area: the same one, or a village and its township, whichever of them it is."""
    own = org.areas.get(theme.area_id)
    pairs = ((area, theme.area_id), (own, area.id))
    return area.id == theme.area_id or any(
        one is not None and one.level == "village" and one.parent_id == town for one, town in pairs
    )


def may_see(staff: Staff, person_id: int, theme: Theme) -> bool:
    """Tell whether somebody sees a theme: its owner, those of its unit, posts over its place."""
    posts = staff.of(person_id)
    in_unit = any(post.unit_id == theme.unit_id for post in posts)
    return bool(posts) and (person_id == theme.owner_id or in_unit or over(posts, OVER_AREA, theme.area_path))


def may_work(staff: Staff, person_id: int, theme: Theme) -> bool:
    """Tell whether somebody may plan a theme or put it away: its owner while they serve, else a head of its unit."""
    posts = staff.of(person_id)
    leads = any(post.role is Role.HEAD and post.unit_id == theme.unit_id for post in posts)
    return bool(posts) and (person_id == theme.owner_id or leads)
