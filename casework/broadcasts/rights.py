"""Who may write a broadcast for an area, let one out, and stop one: posts and areas, nothing else."""

from collections.abc import Iterable
from typing import Final

from casework.broadcasts.broadcast import Broadcast
from casework.organisation import Organisation
from casework.people import Post, Role

_WRITERS: Final = frozenset({Role.HEAD, Role.DISPATCHER, Role.LEADER, Role.ADMIN})
_APPROVERS: Final = frozenset({Role.DISPATCHER, Role.LEADER, Role.ADMIN})
"""A head speaks for one office; what goes out to a whole area is let out by whoever answers for the area."""


def _area_of(org: Organisation, post: Post) -> int | None:
    """Return the area for which a post speaks: its own, or that of its unit."""
    if post.area_id is not None:
        return post.area_id
    unit = org.units.get(post.unit_id) if post.unit_id is not None else None
    return unit.area_id if unit is not None else None


def writes_for(org: Organisation, posts: Iterable[Post]) -> list[int]:
    """Return the areas for which somebody with these posts may write a broadcast, the widest first."""
    found = {_area_of(org, post) for post in posts if post.role in _WRITERS}
    areas = [org.areas[each] for each in found if each is not None and each in org.areas]
    return [area.id for area in sorted(areas, key=lambda area: (area.path.count("/"), area.id))]


def may_write(org: Organisation, posts: Iterable[Post], area_id: int) -> bool:
    """Tell whether a broadcast to an area may be written by a holder of these posts."""
    return any(org.within(area_id, each) for each in writes_for(org, posts))


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
    return any(
        post.area_id is not None and post.role in _APPROVERS and org.within(area_id, post.area_id) for post in posts
    )
