"""What a unit learns of its ratings: how many, and their average, and that only by fives.

A new figure comes with the fifth new rating, so that no figure tells what a single one was. Nobody is ranked, and no
figure is about a person.
"""

from dataclasses import dataclass

from casework.errors import Refused
from casework.people import Role
from casework.unit_of_work import UnitOfWork

_OF_UNIT = frozenset({Role.CADRE, Role.HEAD})


@dataclass(frozen=True, slots=True)
class Average:
    """How many ratings a unit's average is of, and the average, 1 to 5; both 0 where too few have gathered."""

    unit_id: int
    count: int
    stars: float


async def own_ratings(uow: UnitOfWork, by: int) -> list[Average]:
    """Return the figures of each unit in which somebody is a cadre or the head.

    Raises Refused("staff-only") for anybody else.
    """
    units = {post.unit_id for post in uow.staff.of(by) if post.role in _OF_UNIT and post.unit_id is not None}
    if not units:
        raise Refused("staff-only")
    found = []
    for unit_id in sorted(units):
        count, stars = await uow.ratings_of_unit(unit_id, uow.rules.profile.care.ratings_by)
        found.append(Average(unit_id, count, stars / count if count else 0))
    return found
