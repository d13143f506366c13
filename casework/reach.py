"""How far posts reach: over an area and all below it, whatever the topic. Each topic says which roles it asks for.

A post over an area reaches from there downwards; one in a unit speaks for the area of its unit, where a topic lets
units speak at all, and who heads a unit leads those below it, too.
"""

from collections.abc import Collection, Iterable

from casework.areas import Area, area_ids
from casework.organisation import Organisation
from casework.people import Post, Role
from casework.shielding import units_above


def over(posts: Iterable[Post], roles: Collection[Role], path: str) -> bool:
    """Tell whether one of these posts, of one of the roles, is over the area at a path. A post in a unit never is."""
    areas = set(area_ids(path))
    return any(post.unit_id is None and post.role in roles and post.area_id in areas for post in posts)


def areas_over(org: Organisation, posts: Iterable[Post], roles: Collection[Role]) -> list[Area]:
    """Return the areas over which these posts of the roles are, the highest first; none that lies in another one."""
    ids = {post.area_id for post in posts if post.unit_id is None and post.role in roles}
    found = [org.areas[each] for each in ids if each is not None and each in org.areas]
    highest = [area for area in found if not any(area is not each and area.within(each) for each in found)]
    return sorted(highest, key=lambda area: (len(area.path), area.id))


def heads(org: Organisation, posts: Iterable[Post], unit_id: int) -> bool:
    """Tell whether one of these posts heads a unit, or one above it."""
    above = units_above(org, unit_id)
    return any(post.role is Role.HEAD and post.unit_id in above for post in posts)


def seat(org: Organisation, post: Post) -> int | None:
    """Return the id of the area for which a post speaks: that of its unit, or the one that it is over."""
    if post.unit_id is None:
        return post.area_id
    unit = org.units.get(post.unit_id)
    return unit.area_id if unit is not None else None


def seats(org: Organisation, posts: Iterable[Post], roles: Collection[Role]) -> list[int]:
    """Return the ids of the areas for which these posts of the roles speak, each once, in the order of the posts."""
    found = dict.fromkeys(seat(org, post) for post in posts if post.role in roles)
    return [each for each in found if each is not None]


def areas_below(org: Organisation, tops: Collection[int]) -> list[int]:
    """Return the ids of these areas and of all below them."""
    return [area.id for area in org.areas.values() if any(org.within(area.id, each) for each in tops)]


def speaks(org: Organisation, posts: Iterable[Post], roles: Collection[Role], area_id: int) -> bool:
    """Tell whether one of these posts, of one of the roles, speaks for an area, or for one above it."""
    return any(org.within(area_id, each) for each in seats(org, posts, roles))
