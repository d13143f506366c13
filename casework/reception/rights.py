"""Who announces and runs a reception day, and who may know of a visit.

A leader and the intake office of an area, and of every area above it. Of a visit that accuses a unit nobody learns who
serves in it or below it, nor whoever stands no higher than it does (articles 30 and 46).
"""

from collections.abc import Iterable
from typing import Final

from casework.areas import Area, area_ids
from casework.organisation import Organisation
from casework.people import Post, Role
from casework.reception.days import Booking, Reception
from casework.shielding import is_accused, watch_area

OFFICE: Final = frozenset({Role.LEADER, Role.DISPATCHER})
"""The posts over an area that receive: the leader, and the office that does it for them."""


def may_announce(posts: Iterable[Post], area: Area) -> bool:
    """Tell whether somebody with these posts announces reception days in an area."""
    return _over(posts, area.path)


def runs(posts: Iterable[Post], reception: Reception) -> bool:
    """Tell whether somebody with these posts is of the office that receives on a day."""
    return _over(posts, reception.area_path)


def reads(org: Organisation, posts: Iterable[Post], booking: Booking) -> bool:
    """Tell whether somebody with these posts, who runs the day, may know of a visit."""
    posts = tuple(posts)
    if is_accused(org, booking, posts):
        return False
    seen_from = watch_area(org, booking.accused) if booking.shielded else None
    return seen_from is None or _over(posts, org.areas[seen_from].path)


def reads_names(posts: Iterable[Post], reception: Reception) -> bool:
    """Tell whether somebody with these posts reads visitors' names on a day, and words as they were written: its intake
    office alone, not whoever is of the intake office of another area.
    """
    return _over(posts, reception.area_path, frozenset({Role.DISPATCHER}))


def _over(posts: Iterable[Post], path: str, roles: frozenset[Role] = OFFICE) -> bool:
    areas = set(area_ids(path))
    return any(post.unit_id is None and post.role in roles and post.area_id in areas for post in posts)
