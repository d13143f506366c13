"""What a person is to a case: by what they are in it, and by the posts that they hold."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from casework.areas import area_ids
from casework.organisation import Organisation
from casework.people import Post, Role
from casework.petitions import Case
from casework.shielding import is_accused, units_above
from casework.staff import Staff


class Relation(StrEnum):
    """What a person is to a case. The order is that of `role_in`: the first one that holds names the role."""

    RESIDENT = "resident"
    CADRE = "cadre"  # the case's own
    HEAD = "head"  # of the unit, or of a unit above it
    UNIT = "unit"  # another post in the unit
    ASSISTING = "assisting"  # a post in a unit that assists, or head of a unit above that
    DISPATCHER = "dispatcher"
    SUPERVISOR = "supervisor"
    LEADER = "leader"
    ADMIN = "admin"
    AGENT = "clerk"  # speaks for a resident without a chat: whoever entered the petition, or the intake office
    REPRESENTATIVE = "representative"  # speaks for a joint petition beside its resident (article 20)
    SUPPORTER = "supporter"  # has joined or signed it: hears how it stands, and reads nothing else of it


OVER_AREA: Final = {
    Role.DISPATCHER: Relation.DISPATCHER,
    Role.SUPERVISOR: Relation.SUPERVISOR,
    Role.LEADER: Relation.LEADER,
    Role.ADMIN: Relation.ADMIN,
}
"""What somebody is by a post over the case's area."""

IN_UNIT: Final = frozenset({Relation.UNIT, Relation.HEAD})
"""Whoever works a case holds a post in its unit, or leads one above; a post over the area does not do."""

INTAKE: Final = frozenset(OVER_AREA.values())
"""The intake office, and those above it."""

OVER: Final = frozenset({Relation.SUPERVISOR, Relation.LEADER})
"""Those who press, and judge what is answered."""

WORKS: Final = frozenset({Relation.CADRE, Relation.UNIT, Relation.HEAD, Relation.ASSISTING})
"""Whoever has to do with the work on a case, in its unit or in one that assists."""


def relations(staff: Staff, org: Organisation, case: Case, person_id: int) -> frozenset[Relation]:
    """Return what a person is to a case; empty for a stranger, who must not learn that the case exists."""
    return relations_by(staff.of(person_id), org, case, person_id)


def relations_by(posts: Iterable[Post], org: Organisation, case: Case, person_id: int) -> frozenset[Relation]:
    """Return what somebody with these posts is to a case.

    Whoever sent the petition is its resident and nothing else, whatever posts they hold: an interested cadre steps
    aside (article 28). Whoever has a post in a unit that a shielded case accuses, or in one below it, is a stranger
    to it (articles 30 and 46), and also where they have entered it.
    """
    if person_id == case.resident_id:
        return frozenset({Relation.RESIDENT})
    posts = tuple(posts)
    if is_accused(org, case, posts):
        return frozenset()
    found = _by_posts(posts, org, case)
    # A case keeps its cadre's name when the post is gone; the rights go with it, and a post over the area gives none.
    # Whoever stands in for a cadre who is away has the cadre's rights, and the case keeps its name.
    if found & IN_UNIT and (person_id == case.cadre_id or any(_stands_in(post, case) for post in posts)):
        found.add(Relation.CADRE)
    if case.clerk_id is None:
        return frozenset(found)
    if person_id == case.clerk_id and posts:
        # Whoever speaks for the resident does not work the case.
        return frozenset(found - WORKS | {Relation.AGENT})
    if Relation.DISPATCHER in found and not found & WORKS:
        # Who has entered it may be away, or gone.
        found.add(Relation.AGENT)
    return frozenset(found)


def _stands_in(post: Post, case: Case) -> bool:
    return post.acting_for is not None and post.acting_for == case.cadre_id and post.unit_id == case.unit_id


def _by_posts(posts: Iterable[Post], org: Organisation, case: Case) -> set[Relation]:
    found = set()
    above = units_above(org, case.unit_id)
    assisting = {each.unit_id: units_above(org, each.unit_id) for each in case.assisting}
    areas = set(area_ids(case.area_path))
    for post in posts:
        if post.unit_id is None:
            if post.area_id in areas and post.role in OVER_AREA:
                found.add(OVER_AREA[post.role])
            continue
        leads = post.role is Role.HEAD
        if leads and post.unit_id in above:
            found.add(Relation.HEAD)
        elif post.unit_id == case.unit_id:
            found.add(Relation.UNIT)
        if post.unit_id in assisting or (leads and any(post.unit_id in each for each in assisting.values())):
            found.add(Relation.ASSISTING)
    return found
