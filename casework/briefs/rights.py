"""Who reads the briefs of which places, and who lets one go out to the public. Roles over an area and all below it."""

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
