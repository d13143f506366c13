"""Who reads the briefs of which places and units, and who lets one go out to the public. Roles over an area, or a unit,
and all below it.
"""

from collections.abc import Iterable
from typing import Final

from casework.organisation import Organisation
from casework.people import Post, Role
from casework.reach import over
from casework.relations import OVER_AREA

READS: Final = frozenset(OVER_AREA)
PUBLISHES: Final = frozenset({Role.LEADER, Role.SUPERVISOR})
"""Whoever answers for an area decides what is said of it; never whoever only keeps the service running."""


def may(org: Organisation, posts: Iterable[Post], area_id: int, roles: frozenset[Role] = READS) -> bool:
    """Tell whether somebody with these posts has one of the roles over an area, or over one above it."""
    area = org.areas.get(area_id)
    return area is not None and over(posts, roles, area.path)


def headed(org: Organisation, posts: Iterable[Post]) -> list[int]:
    """Return the ids of the units that somebody heads, each once, in the order of their posts."""
    found = dict.fromkeys(post.unit_id for post in posts if post.role is Role.HEAD)
    return [each for each in found if each is not None and each in org.units]
