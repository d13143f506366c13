"""Leaving for good: a head, or an administrator, lets somebody go, and all they had in hand passes on in one step."""

from casework.actions import membership
from casework.errors import Refused
from casework.people import Post, Role
from casework.shielding import units_above
from casework.unit_of_work import UnitOfWork


def may_leave(uow: UnitOfWork, by: int) -> list[Post]:
    """Return the posts that somebody may end: a head those of cadres and heads in the units they lead and below, an
    administrator all in their area. Never one's own, and none that is held in another's stead.
    """
    own = uow.staff.of(by)
    led = {post.unit_id for post in own if post.role is Role.HEAD and post.acting_for is None}
    areas = {post.area_id for post in own if post.role is Role.ADMIN and post.area_id is not None}
    return [
        post
        for post in uow.staff.all()
        if post.person_id != by
        and post.acting_for is None
        and ((units_above(uow.org, post.unit_id) & led) or _lies_in(uow, post, areas))
    ]


async def leave(uow: UnitOfWork, person_id: int, by: int, to: int | None = None) -> int:
    """End all posts of somebody that `by` may end; return how many cases were handed over, to `to` or by load.

    Raises Refused("leave-only") where there is no such post.
    """
    posts = [post.id for post in may_leave(uow, by) if post.person_id == person_id]
    if not posts:
        raise Refused("leave-only")
    return await membership.remove(uow, person_id, *posts, by=by, to=to)


def _lies_in(uow: UnitOfWork, post: Post, areas: set[int]) -> bool:
    unit = uow.org.units.get(post.unit_id) if post.unit_id is not None else None
    area_id = unit.area_id if unit is not None else post.area_id
    return area_id is not None and any(uow.org.within(area_id, each) for each in areas)
