"""Who reads the briefs of which places, and who lets one go out to the public. Roles over an area and all below it."""

from collections.abc import Iterable
from typing import Final

from casework.areas import Area
from casework.organisation import Organisation
from casework.people import Post, Role

READS: Final = frozenset({Role.LEADER, Role.SUPERVISOR, Role.DISPATCHER, Role.ADMIN})
PUBLISHES: Final = frozenset({Role.LEADER, Role.SUPERVISOR})
"""Whoever answers for an area decides what is said of it; never whoever only keeps the service running."""


def areas_of(org: Organisation, posts: Iterable[Post], roles: frozenset[Role] = READS) -> list[Area]:
    """Return the areas over which somebody with these posts has one of the roles, the highest first."""
    ids = {post.area_id for post in posts if post.unit_id is None and post.role in roles}
    found = [org.areas[each] for each in ids if each is not None and each in org.areas]
    return sorted(found, key=lambda area: (len(area.path), area.id))


def may(org: Organisation, posts: Iterable[Post], area_id: int, roles: frozenset[Role] = READS) -> bool:
    """Tell whether somebody with these posts has one of the roles over an area, or over one above it."""
    return any(org.within(area_id, area.id) for area in areas_of(org, posts, roles))
