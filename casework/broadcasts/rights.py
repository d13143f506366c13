"""Who may write a broadcast for an area, let one out, and stop one: posts and areas, nothing else."""

from collections.abc import Iterable
from typing import Final

from casework.broadcasts.broadcast import Broadcast
from casework.organisation import Organisation
from casework.people import Post, Role
from casework.reach import over, seats, speaks

_WRITERS: Final = frozenset({Role.HEAD, Role.DISPATCHER, Role.LEADER, Role.ADMIN})
_APPROVERS: Final = frozenset({Role.DISPATCHER, Role.LEADER, Role.ADMIN})
"""A head speaks for one office; what goes out to a whole area is let out by whoever answers for the area."""


def writes_for(org: Organisation, posts: Iterable[Post]) -> list[int]:
    """Return the areas for which somebody with these posts may write a broadcast, the widest first."""
    areas = [org.areas[each] for each in seats(org, posts, _WRITERS) if each in org.areas]
    return [area.id for area in sorted(areas, key=lambda area: (area.path.count("/"), area.id))]


def may_write(org: Organisation, posts: Iterable[Post], area_id: int) -> bool:
    """Tell whether a broadcast to an area may be written by a holder of these posts."""
    return speaks(org, posts, _WRITERS, area_id)


def may_approve(org: Organisation, posts: Iterable[Post], person_id: int, broadcast: Broadcast) -> bool:
    """Tell whether somebody may let a broadcast out: never one's own."""
    return person_id != broadcast.by and _answers_for(org, posts, broadcast.area_id)


def may_steer(org: Organisation, posts: Iterable[Post], person_id: int, broadcast: Broadcast) -> bool:
    """Tell whether somebody may see what becomes of a broadcast, stop it, and let it go on: its writer, as long as
    they might write it, and whoever answers for the area.
    """
    posts = list(posts)
    own = person_id == broadcast.by and may_write(org, posts, broadcast.area_id)
    return own or _answers_for(org, posts, broadcast.area_id)


def _answers_for(org: Organisation, posts: Iterable[Post], area_id: int) -> bool:
    area = org.areas.get(area_id)
    return area is not None and over(posts, _APPROVERS, area.path)
